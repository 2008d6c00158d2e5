// @ts-check
// Templates come from lit-html; text is always text.

export { html, nothing, render, svg } from "../vendor/lit-html/lit-html.js";
export { live } from "../vendor/lit-html/directives/live.js";
export { repeat } from "../vendor/lit-html/directives/repeat.js";

/** @typedef {import("../vendor/lit-html/lit-html.js").TemplateResult} Template */
/** @typedef {Template | string | number | symbol | null | readonly unknown[]} Content */

/**
 * The element with this id, which the caller has just drawn.
 * @param {string} id
 * @returns {HTMLElement | null}
 */
export function byId(id) {
  return document.getElementById(id);
}

/** How many pixels 16 pixels of the design are at the present text size. */
export function textScale() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
