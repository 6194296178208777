import * as api from "./api.js";
import { element, newId, notice, whenQuiet } from "./dom.js";
import { mended, segmentsOf } from "./segments.js";
import { textOf } from "./columns.js";

const CHECK_AFTER = 150;
const SHOWN_ATTRIBUTES = 3;
const SEVERITIES = { error: "Error", warning: "Warning", info: "Note" };

function explanationTree(explanation) {
  const values = Object.entries(explanation.values ?? {});
  return element(
    "li",
    {},
    element("span", { class: explanation.holds ? "tag true" : "tag false" }, String(explanation.holds)),
    " ",
    element("code", {}, explanation.expression),
    values.map(([name, value]) =>
      element("span", { class: "hint" }, ` ${name} is ${value === null ? "empty" : JSON.stringify(value)}`),
    ),
    explanation.parts.length > 0 ? element("ul", {}, explanation.parts.map(explanationTree)) : null,
  );
}

function nameOf(object) {
  return String(object.identity ?? object.key?.simple?.id ?? object.key?.compound?.uniqueId ?? "(no identity)");
}

function shortOf(object) {
  return Object.entries(object.attributes ?? {})
    .filter(([, value]) => value !== object.identity)
    .slice(0, SHOWN_ATTRIBUTES)
    .map(([name, value]) => `${name}: ${textOf(value)}`)
    .join(" · ");
}

function verdict(object, answer) {
  if (answer === undefined) {
    return element("li", {}, element("span", { class: "verdict" }, element("span", { class: "tag" }, "?"), " ", element("strong", {}, nameOf(object))));
  }
  if (answer.error !== undefined) {
    return element("li", {}, element("span", { class: "tag error" }, "fails"), " ", element("strong", {}, nameOf(object)), element("p", { class: "hint" }, answer.error));
  }
  const tag = element("span", { class: answer.leftOut ? "tag out" : "tag kept" }, answer.leftOut ? "left out" : "kept");
  return element(
    "li",
    {},
    element(
      "details",
      {},
      element("summary", {}, tag, " ", element("strong", {}, nameOf(object)), " ", element("span", { class: "hint" }, shortOf(object))),
      answer.explanation === undefined
        ? element("p", { class: "hint" }, answer.unexplained)
        : element("ul", { class: "tree" }, explanationTree(answer.explanation)),
    ),
  );
}

/** A box for filters: what is wrong is underlined while one types, and each object says why it is kept or left out. */
export function filterView(connector, store) {
  const boxId = newId("filter");
  const typeId = newId("type");
  const issuesId = newId("issues");
  let objects = [];
  let latest = 0;

  const underlines = element("div", { class: "underlines", "aria-hidden": "true" });
  const issues = element("ul", { class: "issues", id: issuesId });
  const live = element("p", { class: "status", role: "status" });
  const box = element("textarea", {
    id: boxId,
    class: "code",
    rows: "4",
    spellcheck: "false",
    placeholder: '( type == "Contractor" )',
    "aria-describedby": issuesId,
    value: store.source.settings.filterString ?? "",
    oninput: () => {
      underline([]);
      check();
    },
    onscroll: () => {
      underlines.scrollTop = box.scrollTop;
    },
  });
  const types = element(
    "select",
    { id: typeId, onchange: () => load() },
    element("option", { value: "" }, "accounts"),
    connector.spec.entitlementSchemas?.map((schema) => element("option", { value: schema.type }, `entitlements of type ${schema.type}`)),
  );
  const list = element("ol", { class: "verdicts" });
  const summary = element("p", { class: "status", role: "status" });

  const underline = (found) => {
    underlines.replaceChildren(
      ...segmentsOf(box.value, found).map((segment) =>
        segment.severity === null ? segment.text : element("mark", { class: segment.severity }, segment.text),
      ),
    );
    box.setAttribute("aria-invalid", String(found.some((issue) => issue.severity === "error")));
  };
  const rewrite = (text) => {
    box.value = text;
    box.focus();
    now();
  };
  const issueItem = (issue) =>
    element(
      "li",
      { class: issue.severity },
      element("span", { class: `tag ${issue.severity}` }, SEVERITIES[issue.severity] ?? issue.severity),
      " ",
      element("span", {}, issue.message),
      element("span", { class: "hint" }, ` at ${issue.line}:${issue.column}`),
      issue.suggestions.length > 0
        ? [
            " ",
            issue.fix.length > 0
              ? element("button", { type: "button", class: "small", onclick: () => rewrite(mended(box.value, issue.fix)) }, `Make it ${issue.suggestions[0]}`)
              : element("span", { class: "hint" }, ` did you mean ${issue.suggestions.join(", ")}?`),
          ]
        : null,
    );
  const showVerdicts = (answers) => {
    list.replaceChildren(...objects.map((object, i) => verdict(object, answers?.[i])));
    if (objects.length === 0) {
      summary.textContent = "";
    } else if (answers !== undefined) {
      const out = answers.filter((answer) => answer.leftOut).length;
      summary.textContent = `${out} of ${objects.length} would be left out`;
    }
  };
  const now = async () => {
    latest += 1;
    const turn = latest;
    const filter = box.value;
    const type = types.value;
    if (filter.trim() === "") {
      underline([]);
      issues.replaceChildren();
      live.textContent = "No filter: everything is kept.";
      showVerdicts(objects.map(() => ({ leftOut: false, unexplained: "There is no filter." })));
      return;
    }
    try {
      const result = await api.post("filter/check", { filter, type });
      if (turn !== latest) {
        return;
      }
      underline(result.issues);
      issues.replaceChildren(...result.issues.map(issueItem));
      live.textContent = result.issues.length === 0 ? "Nothing to complain about." : result.errors ? "The filter does not compile." : "The filter compiles.";
      if (result.errors) {
        list.classList.add("stale");
        summary.textContent = "";
        return;
      }
      list.classList.remove("stale");
      if (objects.length > 0) {
        const explained = await api.post("filter/explain", { filter, type, objects });
        if (turn === latest) {
          showVerdicts(explained.answers);
        }
      }
    } catch (failure) {
      live.textContent = failure.message;
    }
  };
  const check = whenQuiet(CHECK_AFTER, now);
  const sampleState = element("div");
  const load = async () => {
    sampleState.replaceChildren(element("p", { class: "hint" }, "Listing…"));
    try {
      objects = (await api.post("filter/sample", { type: types.value })).objects;
      sampleState.replaceChildren(element("p", { class: "hint" }, objects.length === 0 ? "The connector sent none." : ""));
    } catch (failure) {
      objects = [];
      sampleState.replaceChildren(notice("error", failure.message));
    }
    showVerdicts(undefined);
    now();
  };
  const use = element(
    "button",
    {
      type: "button",
      class: "small",
      onclick: async () => {
        await store.configure({ ...store.source.settings, filterString: box.value });
        live.textContent = "The source's filterString is this filter now.";
      },
    },
    "Use as the source's filterString",
  );
  now();

  return element(
    "div",
    { class: "columns" },
    element(
      "section",
      { class: "card", "aria-label": "The filter" },
      element("div", { class: "row" }, element("h2", {}, element("label", { for: boxId }, "Filter")), element("span", { class: "tag" }, `${connector.dialect} dialect`)),
      element("p", { class: "hint" }, "An object that matches is left out of what the platform gets."),
      element("div", { class: "underlined" }, underlines, box),
      live,
      issues,
      element("div", { class: "row end" }, use),
    ),
    element(
      "section",
      { class: "card", "aria-label": "Objects" },
      element(
        "div",
        { class: "row" },
        element("h2", {}, "Objects"),
        summary,
      ),
      element(
        "div",
        { class: "row" },
        element("label", { for: typeId }, "Hold it against"),
        types,
        element("button", { type: "button", class: "small", onclick: load }, "List the first 100"),
      ),
      sampleState,
      list,
    ),
  );
}
