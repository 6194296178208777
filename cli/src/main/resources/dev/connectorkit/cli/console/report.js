import * as api from "./api.js";
import { element, notice } from "./dom.js";

const ORDER = ["failed", "passed", "bypassed", "skipped"];

function ruleItem(rule) {
  const more = [
    rule.message ? element("p", {}, rule.message) : null,
    rule.failingCase.length > 0 ? [element("h4", {}, "The shortest case that fails"), element("pre", {}, rule.failingCase.join("\n"))] : null,
    rule.exchanges.length > 0 ? [element("h4", {}, "What was sent and came back"), element("pre", { tabindex: "0" }, rule.exchanges.join("\n\n"))] : null,
    rule.notes.map((note) => element("p", { class: "hint" }, note)),
  ].flat(2).filter((part) => part !== null);
  const head = [element("span", { class: `tag ${rule.status}` }, rule.status), " ", element("span", {}, rule.title), " ", element("code", { class: "hint" }, rule.rule)];
  return element("li", {}, more.length === 0 ? head : element("details", { open: rule.status === "failed" }, element("summary", {}, head), more));
}

function shown(report) {
  const rules = [...report.rules].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
  return [
    notice(
      report.passed ? "good" : "error",
      element("strong", {}, report.passed ? "No required rule failed." : "A required rule failed."),
      ` ${report.target}, ${report.origin}, seed ${report.seed}.`,
    ),
    element(
      "ul",
      { class: "counts" },
      ORDER.map((status) => element("li", {}, element("strong", {}, String(report.summary[status] ?? 0)), ` ${status}`)),
    ),
    element("ul", { class: "rules" }, rules.map(ruleItem)),
    report.leftBehind.length > 0 ? notice("warning", `Test accounts left behind: ${report.leftBehind.join(", ")}`) : null,
  ].filter((part) => part !== null);
}

/** The last report of the contract, and the way to make another one. */
export function reportView() {
  const place = element("div", {}, element("p", { class: "hint" }, "Looking for a report…"));
  const status = element("p", { class: "status", role: "status" });
  const show = (report) => place.replaceChildren(...shown(report));
  api
    .get("report")
    .then(show)
    .catch((failure) => place.replaceChildren(notice("", failure.message)));
  const make = async (button, writing) => {
    buttons.forEach((other) => {
      other.disabled = true;
    });
    status.textContent = "Trying the rules…";
    try {
      show(await api.post("report", { writing }));
      status.textContent = "Done";
    } catch (failure) {
      status.textContent = "";
      place.replaceChildren(notice("error", failure.message));
    }
    buttons.forEach((other) => {
      other.disabled = false;
    });
    button.focus();
  };
  const buttons = [
    element("button", { type: "button", class: "primary", onclick: (event) => make(event.currentTarget, false) }, "Try the rules that only read"),
    element(
      "button",
      {
        type: "button",
        class: "quiet",
        onclick: (event) => {
          const button = event.currentTarget;
          if (window.confirm("This creates, changes and deletes test accounts on the source. Go on?")) {
            make(button, true);
          }
        },
      },
      "Try all rules",
    ),
  ];
  return element(
    "section",
    { class: "card" },
    element("div", { class: "row" }, element("h2", {}, "Contract report"), status, buttons),
    place,
  );
}
