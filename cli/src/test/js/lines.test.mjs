import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../../main/resources/dev/connectorkit/cli/console/lines.js";

const bytes = new TextEncoder();

async function read(chunks) {
  const stream = new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(chunk));
      controller.close();
    },
  });
  const lines = [];
  for await (const line of linesOf(stream)) {
    lines.push(line);
  }
  return lines;
}

test("lines are whole however the bytes are cut, in the middle of a letter too", async () => {
  const all = bytes.encode('{"a":"ä€😀"}\n{"b":2}\n');
  for (let cut = 0; cut <= all.length; cut += 1) {
    assert.deepEqual(await read([all.slice(0, cut), all.slice(cut)]), ['{"a":"ä€😀"}', '{"b":2}']);
  }
});

test("a last line needs no end, and empty ones are none", async () => {
  assert.deepEqual(await read([bytes.encode("1\n\n2")]), ["1", "2"]);
});
