// @ts-check
// The sheet of opening balances: debit and credit of every account, member by member where the
// account is kept so. Enter and the arrows go down and up a column, as in a spreadsheet.

import { html, live, nothing, repeat } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { keyOf } from "../lib/opening-sheet.js";
import { words } from "../lib/text.js";

/** @typedef {import("../api/types").OpeningView} OpeningView */
/** @typedef {import("../api/types").OpeningAccount} OpeningAccount */
/** @typedef {import("../lib/opening-sheet.js").Typed} Typed */
/** @typedef {"debit" | "credit"} Side */

/**
 * @typedef {object} Sheet
 * @property {OpeningView} view
 * @property {Map<string, Typed>} typed
 * @property {Set<string>} unfolded the accounts whose members or lines are shown
 * @property {(account: string) => void} fold
 * @property {(account: string, member: string | null, side: Side, text: string) => void} type
 */

/** @param {Sheet} sheet */
export function openingTable(sheet) {
  const t = words().opening;
  return html`<table
    class="table opening-sheet" id="opening" aria-label=${t.sheet} @keydown=${onKey}
  >
    <thead>
      <tr>
        <th scope="col">${t.code}</th>
        <th scope="col">${t.name}</th>
        <th scope="col" class="figure">${t.debit}</th>
        <th scope="col" class="figure">${t.credit}</th>
      </tr>
    </thead>
    <tbody>
      ${repeat(shown(sheet.view), ({ code }) => code, (account) => accountRows(sheet, account))}
    </tbody>
    <tfoot>
      <tr data-total>
        <td></td>
        <td>${t.sums}</td>
        <td class="figure" data-column="debit">${money(sheet.view.debit)}</td>
        <td class="figure" data-column="credit">${money(sheet.view.credit)}</td>
      </tr>
    </tfoot>
  </table>`;
}

/**
 * All accounts while they can be typed; those with balances once they cannot.
 * @param {OpeningView} view
 */
function shown({ accounts, locked }) {
  return locked === null ? accounts : accounts.filter(({ lines }) => lines.length > 0);
}

/**
 * @param {Sheet} sheet
 * @param {OpeningAccount} account
 */
function accountRows(sheet, account) {
  const { code, name, below } = account;
  const open = sheet.unfolded.has(code);
  const inner = open ? innerRows(sheet, account) : nothing;
  return html`<tr data-row=${code} class=${account.heading ? "heading" : ""}>
      <td class="second">${code}</td>
      <td class=${below ? "under" : ""}>${name} ${foldButton(sheet, account, open)}</td>
      ${sides(sheet, account)}
    </tr>
    ${inner}`;
}

/**
 * Whether an account has rows of its own below it: members, or lines of a confirmed sheet.
 * @param {Sheet} sheet
 * @param {OpeningAccount} account
 */
function hasInner({ view }, account) {
  return view.locked === null
    ? account.by_member
    : account.by_member || account.lines.length > 1 || account.lines[0]?.counterparty !== null;
}

/**
 * @param {Sheet} sheet
 * @param {OpeningAccount} account
 * @param {boolean} open
 */
function foldButton(sheet, account, open) {
  if (!hasInner(sheet, account)) {
    return nothing;
  }
  const t = words().opening;
  const { members, locked } = sheet.view;
  const count = locked === null ? t.byMember(members.length) : t.byLines(account.lines.length);
  return html`<span class="second small">${count}</span>
    <button
      type="button" class="link small" id="fold-${account.code}" aria-expanded=${String(open)}
      aria-label=${`${open ? t.fold : t.unfold} ${account.name}`}
      @click=${() => sheet.fold(account.code)}
    >${open ? t.fold : t.unfold}</button>`;
}

/**
 * @param {Sheet} sheet
 * @param {OpeningAccount} account
 */
function sides(sheet, account) {
  if (account.heading) {
    return html`<td colspan="2" class="figure second">${words().opening.heading}</td>`;
  }
  if (account.by_member || sheet.view.locked !== null) {
    return html`<td class="figure" data-column="debit">${sum(account.debit)}</td>
      <td class="figure" data-column="credit">${sum(account.credit)}</td>`;
  }
  return cells(sheet, account.code, null, `${account.code} ${account.name}`);
}

/** @param {string} amount */
function sum(amount) {
  return /[1-9]/.test(amount) ? money(amount) : "";
}

/**
 * @param {Sheet} sheet
 * @param {OpeningAccount} account
 */
function innerRows(sheet, account) {
  const { members, locked } = sheet.view;
  if (locked !== null) {
    return account.lines.map((line) => html`<tr class="inner">
      <td class="second">${line.member ?? ""}</td>
      <td class="under">${nameOf(sheet.view, line.member) ?? line.counterparty ?? ""}</td>
      <td class="figure">${sum(line.debit)}</td>
      <td class="figure">${sum(line.credit)}</td>
    </tr>`);
  }
  if (members.length === 0) {
    return html`<tr class="inner">
      <td></td><td class="second" colspan="3">${words().opening.noMembers}</td>
    </tr>`;
  }
  return repeat(members, ({ code }) => code, ({ code, name }) => html`<tr
    class="inner" data-row=${keyOf(account.code, code)}
  >
    <td class="second">${code}</td>
    <td class="under">${name}</td>
    ${cells(sheet, account.code, code, `${account.name} ${name}`)}
  </tr>`);
}

/**
 * @param {OpeningView} view
 * @param {string | null} member
 */
function nameOf({ members }, member) {
  return members.find(({ code }) => code === member)?.name ?? null;
}

/**
 * @param {Sheet} sheet
 * @param {string} account
 * @param {string | null} member
 * @param {string} name
 */
function cells(sheet, account, member, name) {
  const t = words().opening;
  return html`${cell(sheet, account, member, "debit", t.debitOf(name))}
    ${cell(sheet, account, member, "credit", t.creditOf(name))}`;
}

/**
 * @param {Sheet} sheet
 * @param {string} account
 * @param {string | null} member
 * @param {Side} side
 * @param {string} label
 */
function cell(sheet, account, member, side, label) {
  const text = sheet.typed.get(keyOf(account, member))?.[side] ?? "";
  const wrong = sheet.view.faults.some((fault) =>
    fault.account === account && fault.member === member);
  return html`<td class="figure typed">
    <input
      class="figure" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
      aria-label=${label} data-side=${side}
      aria-invalid=${wrong && text !== "" ? "true" : nothing}
      .value=${live(text)}
      @input=${(/** @type {Event} */ event) =>
        sheet.type(account, member, side, /** @type {HTMLInputElement} */ (event.target).value)}
    />
  </td>`;
}

/**
 * Down and up the column; the whole cell is selected, so that typing replaces it.
 * @param {KeyboardEvent} event
 */
function onKey(event) {
  const { target, key } = event;
  const step = key === "Enter" || key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (!(target instanceof HTMLInputElement) || step === 0 || event.ctrlKey || event.altKey) {
    return;
  }
  event.preventDefault();
  const column = [...(target.closest("table")?.querySelectorAll("input") ?? [])]
    .filter((input) => input.dataset.side === target.dataset.side);
  const next = column[column.indexOf(target) + step];
  next?.focus();
  next?.select();
}
