import assert from "node:assert/strict";
import { test } from "node:test";
import { isVisible } from "../../main/resources/dev/connectorkit/cli/console/conditions.js";

const signIn = { key: "signIn", type: "radio" };
const token = { key: "token", type: "secret", parentKey: "signIn", parentValue: "token" };
const scope = { key: "scope", type: "text", parentKey: "token", parentValue: "wide" };
const items = [signIn, token, scope];

test("an item without a condition is always shown", () => {
  assert.equal(isVisible(signIn, items, {}), true);
});

test("an item is shown while its parent has the value", () => {
  assert.equal(isVisible(token, items, { signIn: "token" }), true);
  assert.equal(isVisible(token, items, { signIn: "key" }), false);
});

test("an item is hidden with its parent, whatever value that one still has", () => {
  assert.equal(isVisible(scope, items, { signIn: "token", token: "wide" }), true);
  assert.equal(isVisible(scope, items, { signIn: "key", token: "wide" }), false);
});

test("a box that nobody ticked is off", () => {
  const off = { key: "why", parentKey: "box", parentValue: "false" };
  const on = { key: "how", parentKey: "box", parentValue: "true" };
  const all = [{ key: "box", type: "checkbox" }, off, on];
  assert.equal(isVisible(off, all, {}), true);
  assert.equal(isVisible(on, all, {}), false);
  assert.equal(isVisible(on, all, { box: true }), true);
});

test("a circle of conditions ends", () => {
  const a = { key: "a", parentKey: "b", parentValue: "1" };
  const b = { key: "b", parentKey: "a", parentValue: "1" };
  assert.equal(isVisible(a, [a, b], { a: "1", b: "1" }), true);
  assert.equal(isVisible(a, [a, b], { a: "2", b: "1" }), false);
});
