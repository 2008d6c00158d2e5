// @ts-check
// The voucher or draft that was made of something, or the button that makes one.

import { html, nothing } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";

/**
 * @param {string} coop
 * @param {{ voucher: string | null, draft: number | null }} made
 * @param {{ what: string, make: () => void } | null} otherwise what makes one, where one can be
 */
export function madeLink(coop, { voucher, draft }, otherwise) {
  if (voucher !== null) {
    return html`<a href=${to("voucher", coop, voucher)}>${voucher}</a>`;
  }
  if (draft !== null) {
    return html`<a href=${to("draft", draft)}>${words().making.draft}</a>`;
  }
  if (otherwise === null) {
    return nothing;
  }
  return html`<button type="button" class="plain" @click=${otherwise.make}>
    ${words().making.makeVoucher}<span class="unseen"> ${otherwise.what}</span>
  </button>`;
}
