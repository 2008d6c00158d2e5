// @ts-check
// The list that opens under a field of a voucher: accounts, members, words used before. What is
// typed narrows it, the arrows move, Enter takes.

import { html, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";

/** @typedef {import("../lib/voucher-find.js").Choice} Choice */

/**
 * @typedef {object} Pick
 * @property {string} field the id of the field that it opened under
 * @property {readonly Choice[]} choices
 * @property {number} at the chosen one, or -1 where none is chosen beforehand
 */

/**
 * @param {Pick | null} pick
 * @param {string} field
 * @param {(choice: Choice) => void} take
 */
export function pickList(pick, field, take) {
  if (pick === null || pick.field !== field) {
    return nothing;
  }
  const t = words().vouchers.pick;
  return html`<div class="pick-list">
    <ul id="${field}-list" role="listbox" aria-label=${t.list}>
      ${pick.choices.map((choice, index) => option(choice, index, pick, take))}
    </ul>
    ${pick.choices.length === 0 ? html`<p role="status">${t.nothing}</p>` : nothing}
    <p class="keys" aria-hidden="true">
      <span><kbd>↑↓</kbd> ${t.move}</span> <span><kbd>Enter</kbd> ${t.take}</span>
      <span><kbd>Esc</kbd> ${t.close}</span>
    </p>
  </div>`;
}

/**
 * @param {Choice} choice
 * @param {number} index
 * @param {Pick} pick
 * @param {(choice: Choice) => void} take
 */
function option(choice, index, pick, take) {
  // The field keeps the focus: a press on a line is no leaving of the field.
  const press = (/** @type {Event} */ event) => {
    event.preventDefault();
    take(choice);
  };
  return html`<li
    id="${pick.field}-${index}" role="option" data-code=${choice.code ?? nothing}
    aria-selected=${String(index === pick.at)} @mousedown=${press}
  >
    ${choice.code === undefined ? nothing : html`<span class="code">${choice.code}</span>`}
    <span class="name">${choice.name}</span>
    ${choice.hint === undefined ? nothing : html`<span class="hint">${choice.hint}</span>`}
  </li>`;
}

/**
 * The attributes of a field that such a list opens under, for a reader of the screen.
 * @param {Pick | null} pick
 * @param {string} field
 */
export function pickState(pick, field) {
  const open = pick !== null && pick.field === field;
  return {
    expanded: String(open),
    list: open ? `${field}-list` : nothing,
    active: open && pick.at >= 0 && pick.choices.length > 0 ? `${field}-${pick.at}` : nothing,
  };
}
