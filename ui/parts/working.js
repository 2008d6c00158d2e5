// @ts-check
// The arithmetic of one member's share, in full figures, as the books give it.

import { html, nothing } from "../lib/dom.js";
import { isZero, money, percentOf } from "../lib/format.js";
import { say, words } from "../lib/text.js";

/** @typedef {import("../api/types").DividendMember} DividendMember */
/** @typedef {import("../api/types").WorkingView} WorkingView */

/**
 * The working of the part that matters most, on one line: what goes by the accounts, or by
 * patronage where nothing goes by the accounts.
 * @param {DividendMember} member
 */
export function workingLine(member) {
  const shares = member.working.filter(({ pool_amount }) => !isZero(pool_amount));
  const main = shares.find(({ pool }) => pool === "account") ?? shares[0];
  return main === undefined
    ? words().dividend.noWorking(member.name)
    : html`<b>${member.name}</b> ${formula(main)}`;
}

/** @param {WorkingView} working */
function formula(working) {
  const t = words().dividend.working;
  if (working.rate !== null) {
    return html`${working.base} × ${percentOf(working.rate)}% = ${money(working.amount)}`;
  }
  return html`${money(working.pool_amount)} × ${working.base} ÷ ${working.base_sum} =
    ${money(working.whole)} ${t.remainder(working.remainder, working.fen_moved)}`;
}

/**
 * All of a member's working, one line for each pool, with what the base is made of.
 * @param {DividendMember} member
 */
export function workingBlock(member) {
  const t = words().dividend.working;
  return html`<section class="working" id="working" aria-label=${t.title(member.name)}>
    <h3>${t.title(member.name)}</h3>
    <dl>
      ${member.working.map(
        (working) => html`<div data-pool=${working.pool}>
          <dt>${t[working.pool]}</dt>
          <dd>
            ${formula(working)}${working.rate === null
              ? html`<b> → ${money(working.amount)}</b>`
              : nothing}
            ${working.base_parts.length < 2
              ? nothing
              : html`<span class="parts">
                  ${t.base}
                  ${working.base_parts.map(
                    (part) => html`<span>${say(part.name)} ${money(part.amount)}</span>`,
                  )}
                </span>`}
          </dd>
        </div>`,
      )}
      ${member.working.length === 0
        ? html`<div><dd>${words().dividend.noWorking(member.name)}</dd></div>`
        : nothing}
    </dl>
  </section>`;
}
