// @ts-check
// What the check of the whole book found.

import { html, nothing } from "../lib/dom.js";
import { say, words } from "../lib/text.js";

/** @param {import("../api/types").CheckView | null} check */
export function checkResult(check) {
  if (check === null) {
    return nothing;
  }
  const t = words().check;
  return html`<div class="notice" id="check-result" role="status" data-holds=${String(check.holds)}>
    <p>${check.holds ? t.holds(check) : t.faults(check)}</p>
    ${check.code === null ? nothing : html`<p>${t.code(check.code)}</p>`}
    ${check.faults.length === 0
      ? nothing
      : html`<ul>${check.faults.map((fault) => html`<li>${say(fault)}</li>`)}</ul>`}
  </div>`;
}
