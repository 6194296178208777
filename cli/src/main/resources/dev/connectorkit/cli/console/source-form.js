import { element, newId, notice, pretty, whenQuiet } from "./dom.js";
import { drawItems } from "./form.js";
import { itemsOf, menusOf } from "./form-shape.js";
import { sourcePanel } from "./source-panel.js";

const SAVE_AFTER = 300;

function sectionHead(section) {
  return [
    section.sectionTitle ? element("h3", {}, section.sectionTitle) : null,
    section.sectionHelpMessage ? element("p", { class: "hint" }, section.sectionHelpMessage) : null,
    section.docLink
      ? element(
          "p",
          {},
          element("a", { href: section.docLink, target: "_blank", rel: "noreferrer" }, section.docLinkLabel ?? section.docLink),
        )
      : null,
  ];
}

/** Edits the settings that no item of the form is for, such as `filterString`, as JSON. */
function otherSettings(others, changed) {
  const id = newId("field");
  const wrong = element("p", { class: "hint error-text", role: "status" });
  const area = element("textarea", {
    id,
    rows: "5",
    spellcheck: "false",
    class: "code",
    value: pretty(others),
    oninput: () => {
      try {
        const json = JSON.parse(area.value || "{}");
        const isObject = json !== null && typeof json === "object" && !Array.isArray(json);
        wrong.textContent = isObject ? "" : "This must be a JSON object.";
        if (isObject) {
          changed(json);
        }
      } catch (mistake) {
        wrong.textContent = `This is no JSON yet: ${mistake.message}`;
      }
    },
  });
  return {
    node: element(
      "section",
      { class: "card" },
      element("h2", {}, element("label", { for: id }, "Other settings")),
      element("p", { class: "hint" }, "Members of the config that the form has no item for, such as ", element("code", {}, "filterString"), "."),
      area,
      wrong,
    ),
    show(json) {
      area.value = pretty(json);
      wrong.textContent = "";
    },
  };
}

/** The form of the spec's `sourceConfig`, saved as it is filled in. */
export function sourceView(connector, store) {
  const menus = menusOf(connector.spec.sourceConfig);
  const all = itemsOf(menus);
  const keys = new Set(all.map((item) => item.key));
  const values = structuredClone(store.source.settings);
  const othersOf = (settings) => Object.fromEntries(Object.entries(settings).filter(([key]) => !keys.has(key)));
  let others = othersOf(values);

  const status = element("p", { class: "status", role: "status" }, "Saved as you type");
  const problems = element("div");
  const showProblems = () => {
    const found = store.source.problems;
    problems.replaceChildren(
      found.length === 0
        ? notice("good", "The configuration has all that the form asks for.")
        : element("div", { class: "notice warning" }, element("strong", {}, "The configuration cannot work yet"), element("ul", {}, found.map((problem) => element("li", {}, problem)))),
    );
  };
  let saving = false;
  const save = whenQuiet(SAVE_AFTER, async () => {
    const own = Object.entries(values).filter(([key]) => keys.has(key));
    try {
      await store.configure({ ...others, ...Object.fromEntries(own) });
      status.textContent = "Saved";
    } catch (failure) {
      status.textContent = `Not saved: ${failure.message}`;
    }
    saving = false;
  });
  const changed = () => {
    saving = true;
    status.textContent = "Saving…";
    parts.forEach((part) => part.refresh(all));
    save();
  };
  const parts = [];
  const draw = (section) => {
    const items = drawItems(section.items, values, changed);
    parts.push(items);
    return element("div", { class: "section" }, sectionHead(section), items.nodes);
  };
  const otherFields = otherSettings(others, (json) => {
    others = json;
    changed();
  });
  // Another view may have set one, the filter for example.
  store.addEventListener("change", () => {
    const now = othersOf(store.source.settings);
    if (!saving && JSON.stringify(now) !== JSON.stringify(others)) {
      others = now;
      otherFields.show(now);
    }
  });
  const form = element(
    "form",
    { autocomplete: "off", onsubmit: (event) => event.preventDefault() },
    menus.map((menu) =>
      element("section", { class: "card" }, menu.label ? element("h2", {}, menu.label) : null, menu.sections.map(draw)),
    ),
    otherFields.node,
  );
  if (all.length === 0) {
    form.prepend(notice("", "The spec's sourceConfig has no items."));
  }
  parts.forEach((part) => part.refresh(all));
  store.addEventListener("change", showProblems);
  showProblems();

  const config = element("pre", { tabindex: "0" });
  const showConfig = () => {
    config.textContent = pretty({ ...store.source.settings, ...store.source.stored, connectorAttributes: store.source.stored });
  };
  store.addEventListener("change", showConfig);
  showConfig();
  return element(
    "div",
    { class: "columns" },
    element("div", {}, element("div", { class: "row" }, element("h2", { class: "lead" }, "Source configuration"), status), form),
    element(
      "div",
      { class: "aside" },
      problems,
      element(
        "section",
        { class: "card", "aria-label": "The config as commands get it" },
        element("h2", {}, "The config as commands get it"),
        config,
        element("p", { class: "hint" }, "Secrets stay in the server; the page only has masks of them."),
      ),
      sourcePanel(store),
    ),
  );
}
