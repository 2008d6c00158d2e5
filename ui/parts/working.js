// @ts-check
// The arithmetic of one member's share, in full figures, as the books give it.

import { html, nothing } from "../lib/dom.js";
import { daysIn, isZero, money, percentOf } from "../lib/format.js";
import { say, words } from "../lib/text.js";

/** @typedef {import("../api/types").DividendMember} DividendMember */
/** @typedef {import("../api/types").WorkingView} WorkingView */

/**
 * The working of the part that matters most, on one line: what goes by the accounts, or by
 * patronage where nothing goes by the accounts.
 * @param {DividendMember} member
 * @param {number} year
 */
export function workingLine(member, year) {
  const shares = member.working.filter(({ pool_amount }) => !isZero(pool_amount));
  const main = shares.find(({ pool }) => pool === "account") ?? shares[0];
  return main === undefined
    ? words().dividend.noWorking(member.name)
    : html`<b>${member.name}</b> ${formula(main, year)}`;
}

/** The unit of a base that is counted by the days on which it stood. */
const YUAN_DAYS = "元·天";

/**
 * @param {WorkingView} working
 * @param {number} year
 */
function formula(working, year) {
  const t = words().dividend.working;
  const base = inWords(working.base);
  if (working.rate !== null) {
    const days = working.base.includes(YUAN_DAYS) ? ` ÷ ${daysIn(year)}` : "";
    return html`${base}${days} × ${percentOf(working.rate)}% = ${money(working.amount)}`;
  }
  return html`${money(working.pool_amount)} × ${base} ÷ ${inWords(working.base_sum)} =
    ${money(working.whole)} ${t.remainder(working.remainder, working.fen_moved)}`;
}

/**
 * A base with its unit in the language that speaks now.
 * @param {string} base
 */
function inWords(base) {
  return base.replace(YUAN_DAYS, words().dividend.working.yuanDays);
}

/**
 * All of a member's working, one line for each pool, with what the base is made of.
 * @param {DividendMember} member
 * @param {number} year
 */
export function workingBlock(member, year) {
  const t = words().dividend.working;
  return html`<section class="working" id="working" aria-label=${t.title(member.name)}>
    <h3>${t.title(member.name)}</h3>
    <dl>
      ${member.working.map(
        (working) => html`<div data-pool=${working.pool}>
          <dt>${t[working.pool]}</dt>
          <dd>
            ${formula(working, year)}${working.rate === null
              ? html`<b> → ${money(working.amount)}</b>`
              : nothing}
            ${working.base_parts.length < 2
              ? nothing
              : html`<span class="parts">
                  ${t.base}
                  ${working.base_parts.map(
                    (part) => html`<span>${say(part.name)} ${inWords(money(part.amount))}</span>`,
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
