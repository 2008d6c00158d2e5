// @ts-check
// The two parts of the page for bank and cash.

import { html, nothing } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";

/**
 * @param {string} coop
 * @param {"bank" | "cash"} part
 */
export function bankParts(coop, part) {
  const t = words().making.bank;
  return html`<nav class="kinds" aria-label=${t.partsLabel} id="bank-parts">
    ${/** @type {const} */ (["bank", "cash"]).map((each) => html`<a
      href=${to("bank", coop, each)} data-kind=${each}
      aria-current=${each === part ? "true" : nothing}
    >${t.parts[each]}</a>`)}
  </nav>`;
}
