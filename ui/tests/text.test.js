// Both languages say everything: the same keys, the same kinds of words, nothing empty.

import assert from "node:assert/strict";
import { test } from "node:test";

import { en } from "../lib/text/en.js";
import { zh } from "../lib/text/zh.js";

/** Every word with its path: `overview.title`. */
function flat(words, path = "") {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "object" ? flat(value, `${path}${key}.`) : [[`${path}${key}`, value]],
  );
}

test("Chinese and English have the same words", () => {
  const keys = (words) => flat(words).map(([key]) => key).sort();
  assert.deepEqual(keys(en), keys(zh));
});

test("a word that takes figures takes them in both languages", () => {
  const english = new Map(flat(en));
  for (const [key, word] of flat(zh)) {
    assert.equal(typeof english.get(key), typeof word, key);
  }
});

test("no word is empty", () => {
  for (const [key, word] of [...flat(zh), ...flat(en)]) {
    assert.notEqual(word, "", key);
  }
});

test("English stays free of Chinese, but for examples and what the register offers", () => {
  const chinese = flat(en).filter(([key, word]) =>
    // What is offered to be written into the register is Chinese, as the papers are.
    !/^membership\.(forms|shareClasses)\./.test(key) && /[\u4e00-\u9fff]/.test(String(word)));
  assert.deepEqual(chinese.map(([key]) => key).sort(), [
    "dividend.approval.resolutionHint", "palette.language", "print.fileName",
    "start.nameHint", "status.otherLanguage",
  ]);
});
