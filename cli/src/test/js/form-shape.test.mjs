import assert from "node:assert/strict";
import { test } from "node:test";
import { itemsOf, menusOf } from "../../main/resources/dev/connectorkit/cli/console/form-shape.js";

const text = (key) => ({ type: "text", key });

test("menus have sections of items", () => {
  const menus = menusOf([{ type: "menu", label: "M", items: [{ type: "section", sectionTitle: "S", items: [text("a")] }] }]);
  assert.equal(menus[0].label, "M");
  assert.equal(menus[0].sections[0].sectionTitle, "S");
  assert.deepEqual(itemsOf(menus), [text("a")]);
});

test("sections and items at the root make a menu without a label", () => {
  const menus = menusOf([{ type: "section", items: [text("a")] }, text("b"), text("c")]);
  assert.equal(menus.length, 1);
  assert.deepEqual(menus[0].sections.map((section) => section.items.length), [1, 2]);
});

test("items straight in a menu are kept in their order", () => {
  const menus = menusOf([{ type: "menu", label: "M", items: [text("a"), { type: "section", items: [text("b")] }, text("c")] }]);
  assert.deepEqual(itemsOf(menus).map((item) => item.key), ["a", "b", "c"]);
});

test("no form has no menus", () => {
  assert.deepEqual(menusOf(undefined), []);
});
