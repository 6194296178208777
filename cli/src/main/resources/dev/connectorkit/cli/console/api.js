import { linesOf } from "./lines.js";

async function ask(method, name, body) {
  let answer;
  try {
    answer = await fetch(`/console/api/${name}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Error("the server does not answer; is `connectorkit run` still running?");
  }
  const json = await answer.json();
  if (!answer.ok) {
    throw new Error(json.error);
  }
  return json;
}

export const get = (name) => ask("GET", name);
export const put = (name, body) => ask("PUT", name, body);
export const post = (name, body) => ask("POST", name, body);
export const remove = (name) => ask("DELETE", name);

/**
 * Runs a command and calls `received` for each of its lines, waiting for it before the next one, so that a page that is
 * busy slows the connector down. Returns how it ended: null, or the failure as text.
 */
export async function run(type, input, signal, received) {
  let failure = null;
  try {
    const answer = await fetch("/console/api/run", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ type, input }),
      signal,
    });
    if (!answer.ok) {
      return (await answer.json()).error;
    }
    for await (const line of linesOf(answer.body)) {
      const json = JSON.parse(line);
      if (json.type === "error") {
        failure = `${json.data.type} error: ${json.data.message}`;
      }
      await received(json, line);
    }
  } catch (broken) {
    return signal.aborted ? "cancelled" : `the answer broke off: ${broken.message}`;
  }
  return failure;
}
