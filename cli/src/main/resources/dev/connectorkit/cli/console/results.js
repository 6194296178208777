import { cellsOf, textOf } from "./columns.js";
import { element, newId } from "./dom.js";

const ROWS_SHOWN = 500;
const LINES_SHOWN = 2000;

/** Tabs in which the arrow keys move, as assistive technology expects them. */
function tabs(label, panels) {
  const buttons = panels.map(({ title, panel }, i) => {
    panel.id = newId("panel");
    panel.setAttribute("role", "tabpanel");
    panel.tabIndex = 0;
    const button = element("button", { type: "button", role: "tab", id: newId("tab"), "aria-controls": panel.id, onclick: () => select(i) }, title);
    panel.setAttribute("aria-labelledby", button.id);
    return button;
  });
  const select = (chosen) => {
    buttons.forEach((button, i) => {
      button.setAttribute("aria-selected", String(i === chosen));
      button.tabIndex = i === chosen ? 0 : -1;
      panels[i].panel.hidden = i !== chosen;
    });
  };
  const step = (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move !== undefined) {
      const next = (buttons.indexOf(document.activeElement) + move + buttons.length) % buttons.length;
      select(next);
      buttons[next].focus();
    }
  };
  select(0);
  return element("div", { class: "tabs", role: "tablist", "aria-label": label, onkeydown: step }, buttons);
}

/** Shows an answer while it comes: objects as a table, lines as they are. Draws once a frame, however many lines come. */
export function resultsPanel(secretKeys, choose) {
  const head = element("tr");
  const body = element("tbody");
  const table = element("table", {}, element("caption", { class: "unseen" }, "The objects sent"), element("thead", {}, head), body);
  const more = element("p", { class: "hint" });
  const raw = element("pre", { class: "raw", "aria-label": "The lines as they came" });
  const moreRaw = element("p", { class: "hint" });
  const empty = element("p", { class: "empty" }, "Run a command to see what it sends.");
  const tablePanel = element("div", { class: "scroll" }, empty, table, more);
  const rawPanel = element("div", { class: "scroll" }, raw, moreRaw);
  let columns = [];
  let pending = { rows: [], lines: [] };
  let objects = 0;
  let lines = 0;
  let waiting = null;

  const withColumn = (name) => {
    columns.push(name);
    head.append(element("th", { scope: "col" }, name));
  };
  const row = (output) => {
    const cells = cellsOf(output);
    [...cells.keys()].filter((name) => !columns.includes(name)).forEach(withColumn);
    const tr = element("tr", {}, columns.map((name) => cellOf(cells.get(name))));
    if (choose !== null && output?.identity !== undefined) {
      tr.firstChild.append(
        " ",
        element(
          "button",
          { type: "button", class: "use", title: "Name it in the inputs of other commands", "aria-label": `Use ${output.identity} in inputs`, onclick: () => choose(output) },
          "use",
        ),
      );
    }
    return tr;
  };
  const cellOf = (value) => {
    const text = textOf(value);
    return element("td", { class: typeof value === "number" ? "number" : null, title: text.length > 40 ? text : null }, element("span", {}, text));
  };
  const draw = () => {
    body.append(...pending.rows.map(row));
    raw.append(pending.lines.map((line) => `${line}\n`).join(""));
    pending = { rows: [], lines: [] };
    empty.hidden = objects > 0;
    table.hidden = objects === 0;
    more.textContent = objects > ROWS_SHOWN ? `The first ${ROWS_SHOWN} of ${objects.toLocaleString("en")} objects.` : "";
    moreRaw.textContent = lines > LINES_SHOWN ? `The first ${LINES_SHOWN} of ${lines.toLocaleString("en")} lines.` : "";
  };
  const nextFrame = () => {
    waiting ??= new Promise((resolve) => {
      // A tab in the background has no frames, but its answers should still come to an end.
      const go = () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
        waiting = null;
        draw();
        resolve();
      };
      const frame = requestAnimationFrame(go);
      const timer = setTimeout(go, 200);
    });
    return waiting;
  };
  const masked = (json, line) =>
    secretKeys.some((key) => line.includes(JSON.stringify(key)))
      ? JSON.stringify(json, (name, value) => (secretKeys.includes(name) && typeof value === "string" ? "•••" : value))
      : line;
  draw();

  return {
    tabs: tabs("The answer", [
      { title: "Table", panel: tablePanel },
      { title: "Raw lines", panel: rawPanel },
    ]),
    panels: [tablePanel, rawPanel],
    clear() {
      columns = [];
      pending = { rows: [], lines: [] };
      objects = 0;
      lines = 0;
      head.replaceChildren();
      body.replaceChildren();
      raw.replaceChildren();
      empty.textContent = "Nothing was sent yet.";
      draw();
    },
    /** Takes a line, and returns a promise that is kept when it is time for the next one. */
    take(json, line) {
      lines += 1;
      if (lines <= LINES_SHOWN) {
        pending.lines.push(masked(json, line));
      }
      if (json.type === "output") {
        objects += 1;
        if (objects <= ROWS_SHOWN) {
          pending.rows.push(json.data);
        }
      }
      const frame = nextFrame();
      return pending.rows.length + pending.lines.length > LINES_SHOWN ? frame : null;
    },
    ended(text) {
      empty.textContent = text;
      draw();
    },
    objects: () => objects,
    lines: () => lines,
  };
}
