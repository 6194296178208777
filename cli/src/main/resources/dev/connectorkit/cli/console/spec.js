import * as api from "./api.js";
import { element, notice } from "./dom.js";

function schemaTable(title, schema) {
  const roles = (attribute) =>
    [
      attribute.name === schema.identityAttribute ? "identity" : null,
      attribute.name === schema.displayAttribute ? "display" : null,
      attribute.name === schema.groupAttribute ? "group" : null,
      ...["multi", "entitlement", "managed", "required"].filter((trait) => attribute[trait] === true),
    ].filter((role) => role !== null);
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
    element(
      "table",
      {},
      element("caption", {}, title),
      element("thead", {}, element("tr", {}, ["Attribute", "Type", "Roles", "Description"].map((name) => element("th", { scope: "col" }, name)))),
      element(
        "tbody",
        {},
        (schema.attributes ?? []).map((attribute) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, attribute.name),
            element("td", {}, attribute.type ?? ""),
            element("td", {}, roles(attribute).map((role) => [element("span", { class: "tag" }, role), " "])),
            element("td", {}, attribute.description ?? ""),
          ),
        ),
      ),
    ),
  );
}

/** Numbers the spec's lines, and puts each finding below its line. */
function numbered(text, findings) {
  return text.split("\n").flatMap((line, i) => {
    const found = findings.filter((finding) => finding.line === i + 1);
    return [
      element("li", { id: `line-${i + 1}`, class: found.length > 0 ? "found" : null, tabindex: found.length > 0 ? "-1" : null }, line === "" ? " " : line),
      ...found.map((finding) => element("li", { class: `remark ${finding.severity}` }, finding.message)),
    ];
  });
}

function findingItem(finding) {
  const toLine = (event) => {
    event.preventDefault();
    const line = document.getElementById(`line-${finding.line}`);
    line.closest("details").open = true;
    line.scrollIntoView({ block: "center" });
    line.focus();
  };
  return element(
    "li",
    { class: finding.severity },
    element("span", { class: `tag ${finding.severity}` }, finding.severity),
    " ",
    finding.message,
    finding.suggestion ? `; ${finding.suggestion}` : "",
    " ",
    element("a", { href: "#spec", onclick: toLine }, `line ${finding.line}`),
    " ",
    element("code", { class: "hint" }, finding.code),
  );
}

/** The spec: what the linter says of it, its schemas, and its text. */
export function specView(connector) {
  const lint = element("div", { role: "status" }, element("p", { class: "hint" }, "Checking…"));
  const text = element("ol", { class: "source-text" });
  api
    .get("lint")
    .then(({ text: json, report }) => {
      text.replaceChildren(...numbered(json, report.findings));
      lint.replaceChildren(
        report.findings.length === 0
          ? notice("good", "The linter finds nothing to complain about.")
          : element("ul", { class: "issues" }, report.findings.map(findingItem)),
      );
    })
    .catch((failure) => lint.replaceChildren(notice("error", failure.message)));
  const { spec } = connector;
  return element(
    "div",
    {},
    element("section", { class: "card" }, element("h2", {}, "Findings"), lint),
    element(
      "section",
      { class: "card" },
      element("h2", {}, "Schemas"),
      spec.accountSchema ? schemaTable("Accounts", spec.accountSchema) : null,
      (spec.entitlementSchemas ?? []).map((schema) => schemaTable(`Entitlements of type ${schema.type}`, schema)),
    ),
    element(
      "section",
      { class: "card" },
      element("details", {}, element("summary", {}, element("h2", {}, "connector-spec.json")), text),
    ),
  );
}
