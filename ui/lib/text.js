// @ts-check
// Every word that the user sees lies in text/zh.js and text/en.js; this says which one speaks.

import { en } from "./text/en.js";
import { zh } from "./text/zh.js";

/** @typedef {"zh" | "en"} Language */
/** @typedef {typeof zh} Words */

const WORDS = { zh, en };

/** @type {Language} */
let speaking = "zh";

/** @returns {Language} */
export function language() {
  return speaking;
}

/** @param {Language} chosen */
export function speak(chosen) {
  speaking = chosen;
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
}

/**
 * The words of the language that speaks now.
 * @returns {Words}
 */
export function words() {
  return WORDS[speaking];
}

/**
 * A sentence of the window's own in both languages, for what outlives a change of language.
 * @param {(words: Words) => string} sentence
 * @returns {import("../api/types").Text}
 */
export function inBoth(sentence) {
  return { zh: sentence(zh), en: sentence(en) };
}

/**
 * The sentence in the language that speaks now.
 * @param {import("../api/types").Text} text
 * @returns {string}
 */
export function say(text) {
  return text[speaking];
}
