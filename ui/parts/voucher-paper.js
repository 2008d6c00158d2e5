// @ts-check
// A voucher as it looks on paper: ruled columns for the digits of every amount, who signed it, and
// the vouchers it is bound to. Nothing on it can be changed.

import { html, nothing } from "../lib/dom.js";
import { isNegative, money, quantity } from "../lib/format.js";
import { to } from "../lib/route.js";
import { say, words } from "../lib/text.js";
import { ruled } from "../lib/voucher-digits.js";
import { yuanOf } from "../lib/voucher-entry.js";

/** @typedef {import("../lib/dom.js").Content} Content */

/**
 * @typedef {object} PaperLine
 * @property {string} summary
 * @property {string} account
 * @property {string} name
 * @property {string} detail member, other party, project, quantity and price
 * @property {string} debit
 * @property {string} credit
 */

/**
 * @typedef {object} Paper
 * @property {string} coop
 * @property {string | null} number month, word and number; nothing while it has none
 * @property {string} date
 * @property {number} papers
 * @property {PaperLine[]} lines
 * @property {string} debit
 * @property {string} credit
 * @property {string} preparer
 * @property {string | null} reviewer
 * @property {string | null} poster
 * @property {boolean} red
 */

/** @param {Paper} paper */
export function voucherPaper(paper) {
  const t = words().vouchers;
  return html`<article
    class="voucher sheet-of-paper ${paper.red ? "red" : ""}" id="voucher-paper"
    aria-label=${`${t.paper} ${paper.number ?? t.noNumber}`} tabindex="-1"
  >
    <div class="paper-head">
      <p class="entity">${t.entity}${paper.coop}</p>
      <h2 class="paper-title">${t.paper}</h2>
      <p class="number">${numberOf(paper.number)}</p>
    </div>
    <p class="paper-fields">
      <span>${t.date} <b>${paper.date}</b></span>
      <span>${t.papers} <b>${paper.papers}</b> ${t.papersUnit}</span>
      <span class="unit">${words().unit}</span>
    </p>
    <table class="ruled read" aria-label=${t.paper}>
      <thead>
        <tr>
          <th scope="col" class="line-number">${t.lineNumber}</th>
          <th scope="col" class="summary">${t.summary}</th>
          <th scope="col">${t.account}</th>
          <th scope="col" class="digits">${t.debit}${digitHeads()}</th>
          <th scope="col" class="digits">${t.credit}${digitHeads()}</th>
        </tr>
      </thead>
      <tbody>
        ${withRoom(paper.lines).map(lineRow)}
      </tbody>
      <tfoot>
        <tr>
          <td colspan="3"><b>${words().total}</b></td>
          <td class="digits" data-side="debit">${digits(paper.debit, "¥")}</td>
          <td class="digits" data-side="credit">${digits(paper.credit, "¥")}</td>
        </tr>
      </tfoot>
    </table>
    <p class="signatures">
      <span>${t.preparer} <b>${paper.preparer}</b></span>
      <span>${t.reviewer} <b>${paper.reviewer ?? nothing}</b></span>
      <span>${t.poster} <b>${paper.poster ?? nothing}</b></span>
    </p>
  </article>`;
}

/**
 * The word and number of a voucher stand apart from its month.
 * @param {string | null} number such as `2025-03 记-031`
 */
function numberOf(number) {
  const t = words().vouchers;
  if (number === null) {
    return html`<b class="waiting">${t.noNumber}</b>`;
  }
  const [month = "", named = ""] = number.split(" ");
  return html`<span class="second">${month}</span> <b id="voucher-number">${named}</b>`;
}

/**
 * A form of paper has at least five lines, filled or not.
 * @param {PaperLine[]} lines
 * @returns {(PaperLine | null)[]}
 */
function withRoom(lines) {
  return [...lines, ...Array(Math.max(0, 5 - lines.length)).fill(null)];
}

/**
 * @param {PaperLine | null} line
 * @param {number} index
 */
function lineRow(line, index) {
  return html`<tr data-line=${index}>
    <td class="line-number">${line === null ? nothing : index + 1}</td>
    <td class="summary">${line?.summary ?? nothing}</td>
    <td>
      ${line === null
        ? nothing
        : html`<span class="account-code">${line.account}</span> ${line.name}
            ${line.detail === "" ? nothing : html`<span class="of">${line.detail}</span>`}`}
    </td>
    <td class="digits" data-side="debit">${line === null ? digits("0.00") : digits(line.debit)}</td>
    <td class="digits" data-side="credit">
      ${line === null ? digits("0.00") : digits(line.credit)}
    </td>
  </tr>`;
}

function digitHeads() {
  const names = [...words().vouchers.places()];
  return names.length === 0
    ? nothing
    : html`<span class="places heads" aria-hidden="true">
        ${names.map((name) => html`<i>${name}</i>`)}
      </span>`;
}

/**
 * @param {string} amount
 * @param {"¥" | ""} [sign]
 */
function digits(amount, sign = "") {
  const places = ruled(amount, sign);
  const written = money(amount);
  const red = isNegative(amount) ? "red" : "";
  if (places === null) {
    return html`<span class="whole ${red}">${sign}${written}</span>`;
  }
  const isEmpty = places.every((place) => place === "");
  return html`<span class="unseen">${isEmpty ? nothing : written}</span>
    <span class="places ${red}" aria-hidden="true">
      ${places.map((place) => html`<i>${place}</i>`)}
    </span>`;
}

/**
 * The paper of a posted voucher.
 * @param {import("../api/types").VoucherView} view
 * @returns {Paper}
 */
export function paperOf(view) {
  return {
    coop: view.coop.name, number: view.number, date: view.date,
    papers: view.papers || view.attachments.length,
    lines: view.lines.map((line) => ({
      summary: line.summary, account: line.account, name: line.name, debit: line.debit,
      credit: line.credit,
      detail: detailText([
        line.member?.name, line.counterparty, line.project,
        measured(line.quantity, line.price),
      ]),
    })),
    debit: view.debit, credit: view.credit, preparer: view.preparer, reviewer: view.reviewer,
    poster: view.poster, red: view.reverses !== null,
  };
}

/**
 * The paper of a draft that can no longer be typed in.
 * @param {import("../api/types").DraftView} view
 * @param {import("../api/types").EntryView} entry what the codes in it mean
 * @returns {Paper}
 */
export function paperOfDraft(view, entry) {
  const lines = view.entry.lines ?? [];
  return {
    coop: entry.coop.name, number: null, date: view.entry.date ?? "",
    papers: view.papers || view.attachments.length,
    lines: lines.map((line) => ({
      summary: line.summary ?? view.entry.summary ?? "",
      account: line.account ?? "",
      name: entry.accounts.find(({ code }) => code === line.account)?.name ?? "",
      debit: yuanOf(line.debit ?? "") ?? "0.00", credit: yuanOf(line.credit ?? "") ?? "0.00",
      detail: detailText([
        entry.members.find(({ code }) => code === line.member)?.name ?? line.member,
        line.counterparty, line.project, measured(line.quantity, line.price),
      ]),
    })),
    debit: view.debit, credit: view.credit, preparer: view.preparer, reviewer: view.reviewer,
    poster: null, red: view.reverses !== null,
  };
}

/** @param {readonly (string | null | undefined)[]} parts */
function detailText(parts) {
  return parts.filter((part) => part !== null && part !== undefined && part !== "").join(" ");
}

/**
 * @param {string | null | undefined} amount
 * @param {string | null | undefined} price
 */
function measured(amount, price) {
  return amount ? quantity(amount) + (price ? ` × ${money(price)}` : "") : null;
}

/**
 * The vouchers that one is bound to, both ways, and what it was made from.
 * @param {string} coop
 * @param {{ reverses: string | null, reversed_by?: string | null, corrects: string | null,
 *   corrected_by?: string | null, reason?: string | null,
 *   sources: readonly import("../api/types").SourceLink[],
 *   origins: readonly import("../api/types").OriginLink[] }} bound
 */
export function boundTo(coop, bound) {
  const t = words().vouchers.bound;
  const links = [
    { says: t.reverses, number: bound.reverses, red: false },
    { says: t.reversedBy, number: bound.reversed_by ?? null, red: true },
    { says: t.corrects, number: bound.corrects, red: false },
    { says: t.correctedBy, number: bound.corrected_by ?? null, red: false },
  ].filter(({ number }) => number !== null);
  if (links.length + bound.sources.length + bound.origins.length === 0) {
    return nothing;
  }
  return html`<p class="bound" id="voucher-bound">
    ${links.map(({ says, number, red }) => html`<span>
      <span class=${red ? "red" : ""}>${says}</span>
      <a href=${to("voucher", coop, number)}>${number}</a>
    </span>`)}
    ${bound.reason ? html`<span class="second">${t.reason(bound.reason)}</span>` : nothing}
    ${bound.sources.map(({ kind, text }) => html`<span data-source=${kind}>
      <span class="second">${t.source}</span> ${say(text)}
    </span>`)}
    ${bound.origins.map((origin) => html`<span data-origin=${origin.kind}>
      <span class="second">${words().making.origins}</span>
      <a href=${madeBy(coop, origin)}>${say(origin.text)}</a>
    </span>`)}
  </p>`;
}

/**
 * Where what made a voucher by itself is looked at.
 * @param {string} coop
 * @param {import("../api/types").OriginLink} origin
 */
function madeBy(coop, { kind, code }) {
  switch (kind) {
    case "closing": return to("closing", coop);
    case "asset": return to("assets", coop, code);
    case "recurring": return to("assets", coop);
    case "flock": return to("yields", coop, "flocks", code);
    case "cash_count": return to("bank", coop, "cash");
  }
}
