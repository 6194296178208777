import assert from "node:assert/strict";
import { test } from "node:test";
import { cellsOf, textOf } from "../../main/resources/dev/connectorkit/cli/console/columns.js";

const names = (output) => [...cellsOf(output).keys()];

test("an account's row starts with its identity, then flags, then attributes", () => {
  const account = { attributes: { name: "Ada", identity: "x" }, identity: "ada", disabled: true, locked: true, key: {} };
  assert.deepEqual(names(account), ["identity", "flags", "name", "attributes.identity"]);
  assert.equal(cellsOf(account).get("flags"), "disabled, locked");
});

test("without an identity the key names the object", () => {
  assert.equal(cellsOf({ key: { simple: { id: "1" } } }).get("key"), "1");
  assert.equal(cellsOf({ key: { compound: { lookupId: "a", uniqueId: "b" } } }).get("key"), "b");
});

test("whatever else is sent has a column too", () => {
  assert.deepEqual(names({ key: "k", label: "L" }), ["key", "label"]);
  assert.deepEqual(names("text"), ["value"]);
  assert.deepEqual(names([1]), ["value"]);
  assert.deepEqual(names(null), ["value"]);
});

test("values are texts", () => {
  assert.equal(textOf(null), "");
  assert.equal(textOf(["a", 1, null]), "a, 1, ");
  assert.equal(textOf({ a: 1 }), '{"a":1}');
  assert.equal(textOf(false), "false");
});
