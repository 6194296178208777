import assert from "node:assert/strict";
import { test } from "node:test";
import { mended, segmentsOf } from "../../main/resources/dev/connectorkit/cli/console/segments.js";

const plain = (text, issues) => segmentsOf(text, issues).map(({ text: part, severity }) => [part, severity]);

test("a text without issues is one piece", () => {
  assert.deepEqual(plain("abc", []), [["abc", null]]);
});

test("what an issue covers is a piece of its own", () => {
  assert.deepEqual(plain("rnak == 1", [{ start: 0, end: 4, severity: "warning" }]), [
    ["rnak", "warning"],
    [" == 1", null],
  ]);
});

test("where issues overlap the gravest counts", () => {
  const issues = [
    { start: 0, end: 4, severity: "info" },
    { start: 2, end: 3, severity: "error" },
  ];
  assert.deepEqual(plain("abcd", issues), [
    ["ab", "info"],
    ["c", "error"],
    ["d", "info"],
  ]);
});

test("something missing at the end shows behind the end", () => {
  assert.deepEqual(plain("a ==", [{ start: 4, end: 4, severity: "error" }]), [
    ["a ==", null],
    [" ", "error"],
  ]);
});

test("edits are made where they were meant", () => {
  const edits = [
    { start: 0, end: 4, replacement: "rank" },
    { start: 8, end: 8, replacement: ")" },
  ];
  assert.equal(mended("rnak (1 ", edits), "rank (1 )");
});
