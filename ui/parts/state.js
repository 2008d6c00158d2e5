// @ts-check
// How far a distribution is, as a word in a frame.

import { html } from "../lib/dom.js";
import { words } from "../lib/text.js";

/** @param {import("../api/types").DistributionStatus} status */
export function stateWord(status) {
  return html`<span class="state ${status}" data-status=${status}>
    ${words().distribution[status]}
  </span>`;
}
