// What is written beside a word is what the key sends.

import assert from "node:assert/strict";
import { test } from "node:test";

import { nameOf, nextIndex, written } from "../lib/keys.js";

const pressed = (key, code, held = {}) =>
  nameOf({
    key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held,
  });

test("a key as it is written is the key that is pressed", () => {
  assert.equal(pressed("s", "KeyS", { ctrlKey: true }), written("Ctrl+S"));
  assert.equal(pressed("t", "KeyT"), written("T"));
  assert.equal(pressed("T", "KeyT", { shiftKey: true }), written("T"));
  assert.equal(pressed("F8", "F8"), written("F8"));
  assert.equal(pressed("?", "Slash", { shiftKey: true }), written("?"));
  assert.equal(pressed("ArrowLeft", "ArrowLeft", { altKey: true }), written("Alt+←"));
  assert.equal(pressed("PageUp", "PageUp", { altKey: true }), written("Alt+PgUp"));
  assert.equal(pressed("Escape", "Escape"), written("Esc"));
  assert.equal(pressed("=", "Equal", { ctrlKey: true }), written("Ctrl+="));
  assert.equal(pressed("+", "Equal", { ctrlKey: true, shiftKey: true }), written("Ctrl++"));
  assert.equal(pressed("-", "Minus", { ctrlKey: true }), written("Ctrl+-"));
});

test("Alt and a digit is the digit, whatever the layout makes of it", () => {
  assert.equal(pressed("¡", "Digit1", { altKey: true }), written("Alt+1"));
  assert.equal(pressed("0", "Numpad0", { altKey: true }), written("Alt+0"));
});

test("the arrows stay inside the list", () => {
  assert.equal(nextIndex("ArrowDown", 0, 3, 10), 1);
  assert.equal(nextIndex("ArrowDown", 2, 3, 10), 2);
  assert.equal(nextIndex("ArrowUp", 0, 3, 10), 0);
  assert.equal(nextIndex("PageDown", 1, 100, 10), 11);
  assert.equal(nextIndex("PageDown", 95, 100, 10), 99);
  assert.equal(nextIndex("Home", 7, 100, 10), 0);
  assert.equal(nextIndex("End", 7, 100, 10), 99);
  assert.equal(nextIndex("a", 7, 100, 10), null);
});
