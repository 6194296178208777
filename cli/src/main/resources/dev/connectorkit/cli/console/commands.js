import { run } from "./api.js";
import { announce, element, newId, notice, pretty } from "./dom.js";
import { resultsPanel } from "./results.js";
import { sourcePanel } from "./source-panel.js";

const EMPTY_INPUT = "The input may stay empty.";

function commandSelect(commands, id, onchange) {
  const groups = new Map();
  for (const command of commands) {
    const [family, group] = command.split(":");
    const name = family !== "std" ? "custom" : command.split(":").length > 2 ? group : "source";
    groups.set(name, [...(groups.get(name) ?? []), command]);
  }
  return element(
    "select",
    { id, onchange },
    [...groups].map(([name, members]) =>
      element("optgroup", { label: name }, members.map((command) => element("option", { value: command }, command))),
    ),
  );
}

/** Runs commands with inputs that can be edited, and shows what they send while it comes. */
export function commandsView(connector, store) {
  const selectId = newId("command");
  const inputId = newId("input");
  let edited = false;
  let running = null;

  const select = commandSelect(connector.commands, selectId, () => fill());
  const wrong = element("p", { class: "hint error-text", role: "status" });
  const empty = element("p", { class: "hint" });
  const input = element("textarea", {
    id: inputId,
    class: "code",
    rows: "10",
    spellcheck: "false",
    "aria-keyshortcuts": "Control+Enter",
    oninput: () => {
      edited = true;
      check();
    },
    onkeydown: (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        start();
      }
    },
  });
  const parsed = () => {
    const json = JSON.parse(input.value || "{}");
    if (json === null || typeof json !== "object" || Array.isArray(json)) {
      throw new Error("an input is a JSON object");
    }
    return json;
  };
  const check = () => {
    try {
      empty.textContent = Object.keys(parsed()).length === 0 && !edited ? EMPTY_INPUT : "";
      wrong.textContent = "";
      return true;
    } catch (mistake) {
      empty.textContent = "";
      wrong.textContent = mistake.message;
      return false;
    }
  };
  const fill = () => {
    edited = false;
    input.value = pretty(store.inputs[select.value] ?? {});
    check();
  };
  store.addEventListener("inputs", () => {
    if (!edited) {
      fill();
    }
  });
  if (connector.commands.includes("std:account:list")) {
    select.value = "std:account:list";
  }
  fill();

  const choose = (output) => {
    const kind = select.value.startsWith("std:entitlement:") ? "entitlement" : "account";
    store.choose(kind, output);
    announce(`${output.identity} is named in the inputs now`);
    chosen.textContent = `Inputs name ${output.identity}.`;
  };
  const chosen = element("p", { class: "hint" });
  const results = resultsPanel(connector.secretKeys, choose);
  const runButton = element("button", { type: "button", class: "primary", onclick: () => start() }, "Run");
  const stopButton = element("button", { type: "button", class: "quiet", disabled: true, onclick: () => running?.abort() }, "Stop");
  const status = element("p", { class: "status", role: "status" });
  const ending = element("div");

  const received = async (json, line, since) => {
    if (json.type === "config") {
      store.patched(json.data, json.refused);
    }
    if (json.type === "config" || json.type === "state") {
      store.follow();
    }
    const pause = results.take(json, line);
    if (pause !== null) {
      status.textContent = counted(since);
      await pause;
    }
  };
  const counted = (since) => {
    const seconds = (performance.now() - since) / 1000;
    const of = (count, one) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;
    return `${of(results.objects(), "object")}, ${of(results.lines(), "line")}, ${seconds.toFixed(2)} s`;
  };
  const start = async () => {
    if (running !== null || !check()) {
      input.focus();
      return;
    }
    running = new AbortController();
    runButton.disabled = true;
    stopButton.disabled = false;
    ending.replaceChildren();
    results.clear();
    status.textContent = "Running…";
    const since = performance.now();
    const failure = await run(select.value, parsed(), running.signal, (json, line) => received(json, line, since));
    await store.load();
    running = null;
    runButton.disabled = false;
    stopButton.disabled = true;
    status.textContent = counted(since);
    results.ended(failure === null ? "The command succeeded and sent no object." : "No object was sent.");
    ending.replaceChildren(
      failure === null
        ? notice("good", "The command succeeded.")
        : notice("error", element("strong", {}, failure === "cancelled" ? "The command was stopped." : "The command failed."), element("pre", {}, failure === "cancelled" ? "" : failure)),
    );
    if (failure === null) {
      announce(`Succeeded: ${counted(since)}`);
    }
  };

  return element(
    "div",
    {},
    element(
      "div",
      { class: "columns commands-columns" },
      element(
        "section",
        { class: "card", "aria-label": "The command" },
        element("h2", {}, element("label", { for: selectId }, "Command")),
        select,
        element(
          "div",
          { class: "row" },
          element("h3", {}, element("label", { for: inputId }, "Input")),
          element("button", { type: "button", class: "quiet", onclick: () => fill() }, "Reset to the example"),
        ),
        input,
        wrong,
        empty,
        chosen,
        element("div", { class: "row end" }, element("span", { class: "hint" }, "Ctrl + Enter runs it"), stopButton, runButton),
      ),
      element(
        "section",
        { class: "card results", "aria-label": "The answer" },
        element("header", { class: "row" }, results.tabs, status),
        ending,
        results.panels,
      ),
    ),
    sourcePanel(store),
  );
}
