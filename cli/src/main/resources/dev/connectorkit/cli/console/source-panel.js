import { element, pretty } from "./dom.js";
import { textOf } from "./columns.js";

function storedTable(stored, before) {
  const names = Object.keys(stored).sort();
  if (names.length === 0) {
    return element("p", { class: "hint" }, "Nothing is stored in connectorAttributes.");
  }
  return element(
    "dl",
    { class: "pairs" },
    names.flatMap((name) => {
      const changed = JSON.stringify(before?.[name]) !== JSON.stringify(stored[name]);
      return [
        element("dt", {}, name),
        element("dd", { class: changed ? "changed" : null }, element("code", {}, textOf(stored[name]))),
      ];
    }),
  );
}

function patchEntry(patch) {
  if (patch.refused !== null) {
    return element("li", { class: "refused" }, patch.refused);
  }
  return patch.operations.map((operation) =>
    element(
      "li",
      {},
      element("span", { class: `tag ${operation.op}` }, operation.op),
      " ",
      element("code", {}, operation.path),
      "value" in operation ? [" = ", element("code", {}, JSON.stringify(operation.value))] : null,
    ),
  );
}

/** Shows what a connector stored in the source: values, state, and the patches that led there. */
export function sourcePanel(store) {
  const stored = element("div");
  const state = element("div");
  const patches = element("div");
  const forget = element(
    "button",
    { type: "button", class: "quiet", onclick: () => store.forget() },
    "Forget all",
  );
  const show = () => {
    stored.replaceChildren(storedTable(store.source.stored, store.before?.stored));
    state.replaceChildren(
      store.source.state === null
        ? element("p", { class: "hint" }, "No state was saved.")
        : element("pre", { tabindex: "0" }, pretty(store.source.state)),
    );
    patches.replaceChildren(
      store.patches.length === 0
        ? element("p", { class: "hint" }, "No patch arrived yet.")
        : element("ol", { class: "patches" }, store.patches.slice(0, 50).flatMap(patchEntry)),
    );
  };
  store.addEventListener("change", show);
  show();
  return element(
    "section",
    { class: "card kept", "aria-label": "What the source keeps" },
    element("header", { class: "row" }, element("h2", {}, "What the source keeps"), forget),
    element(
      "div",
      { class: "thirds" },
      element("div", {}, element("h3", {}, "Stored values"), stored),
      element("div", {}, element("h3", {}, "State"), state),
      element("div", {}, element("h3", {}, "Patches, newest first"), patches),
    ),
  );
}
