// @ts-check
// Vouchers as they would be made: step, day, lines.

import { html, nothing } from "../lib/dom.js";
import { isZero, money } from "../lib/format.js";
import { say, words } from "../lib/text.js";

/** @typedef {import("../api/types").ProposedVoucher} ProposedVoucher */

/** How many lines are drawn: a distribution has one for each member. */
const MOST = 30;

/** @param {readonly ProposedVoucher[]} vouchers */
export function proposedVouchers(vouchers) {
  return vouchers.map(proposedVoucher);
}

/** @param {ProposedVoucher} voucher */
function proposedVoucher(voucher) {
  const t = words().closing;
  const lines = voucher.lines.slice(0, MOST);
  const rest = voucher.lines.length - lines.length;
  return html`<table class="table proposed" aria-label=${say(voucher.step)}>
    <caption>
      <b>${say(voucher.step)}</b> ${voucher.date} <span>${money(voucher.amount)}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${t.account}</th>
        <th scope="col" class="figure">${t.debit}</th>
        <th scope="col" class="figure">${t.credit}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map((line) => html`<tr>
        <td class="wrap">
          ${line.account} ${line.name}
          <span class="second">${line.member?.name ?? line.project ?? ""}</span>
        </td>
        <td class="figure">${isZero(line.debit) ? nothing : money(line.debit)}</td>
        <td class="figure">${isZero(line.credit) ? nothing : money(line.credit)}</td>
      </tr>`)}
      ${rest === 0
        ? nothing
        : html`<tr><td class="second" colspan="3">${t.moreLines(rest)}</td></tr>`}
    </tbody>
  </table>`;
}
