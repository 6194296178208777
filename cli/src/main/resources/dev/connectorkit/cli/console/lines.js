/** Yields the lines of a stream of bytes, each as soon as its end has come. */
export async function* linesOf(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split("\n");
      rest = lines.pop();
      for (const line of lines) {
        if (line.trim() !== "") {
          yield line;
        }
      }
      if (done) {
        break;
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
  if (rest.trim() !== "") {
    yield rest;
  }
}
