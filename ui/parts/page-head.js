// @ts-check
// The head of a page: serif title, cooperative, one line of context, the years, the actions, and
// the thick-and-thin rule below.

import { html, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { chooseCooperative } from "./palette.js";

/** @typedef {import("../lib/dom.js").Content} Content */
/** @typedef {import("../lib/keys.js").Key} Key */

/**
 * @typedef {object} Action
 * @property {string} id
 * @property {string} label
 * @property {string} [key] as it is written beside the word
 * @property {() => void} run
 */

/**
 * @typedef {object} Head
 * @property {string} title
 * @property {Content} [context]
 * @property {{ name: string, change: (code: string) => void }} [coop]
 * @property {{ all: readonly number[], now: number, address: (year: number) => string }} [years]
 * @property {readonly Action[]} [actions]
 */

/** @param {Head} head */
export function pageHead(head) {
  return html`<header class="page-head">
    <h1>${head.title}</h1>
    ${head.coop === undefined ? nothing : coopButton(head.coop)}
    <p class="context" id="page-context">${head.context ?? nothing}</p>
    ${head.years === undefined ? nothing : yearRow(head.years)}
    ${(head.actions ?? []).map(actionButton)}
  </header>`;
}

/** @param {NonNullable<Head["coop"]>} coop */
function coopButton(coop) {
  return html`<button
    type="button"
    id="change-cooperative"
    @click=${() => chooseCooperative(coop.change)}
  >
    ${coop.name} <span class="unseen">${words().head.changeCoop}</span> <kbd>F7</kbd>
  </button>`;
}

/** @param {NonNullable<Head["years"]>} years */
function yearRow({ all, now, address }) {
  if (all.length < 2) {
    return nothing;
  }
  return html`<span class="years-keys" aria-hidden="true">${words().head.yearKeys}</span>
    <div class="years" role="group" aria-label=${words().head.years} id="years">
      ${all.map(
        (year) => html`<a
          href=${address(year)}
          data-year=${year}
          aria-current=${year === now ? "true" : nothing}
          >${year}</a
        >`,
      )}
    </div>`;
}

/** @param {Action} action */
function actionButton(action) {
  return html`<button type="button" id=${action.id} @click=${action.run}>
    ${action.label} ${action.key === undefined ? nothing : html`<kbd>${action.key}</kbd>`}
  </button>`;
}

/**
 * The keys that a head brings: F7, and the years before and after.
 * @param {Head} head
 * @returns {Key[]}
 */
export function headKeys(head) {
  const { coop, years } = head;
  /** @type {Key[]} */
  const keys = (head.actions ?? []).flatMap((action) =>
    action.key === undefined ? [] : [{ key: action.key, says: action.label, run: action.run }],
  );
  if (coop !== undefined) {
    keys.push({
      key: "F7",
      says: words().keys.coop,
      run: () => chooseCooperative(coop.change),
    });
  }
  if (years !== undefined && years.all.length > 1) {
    keys.push(
      { key: "Alt+PgUp", says: words().keys.yearBefore, run: () => turn(years, -1) },
      { key: "Alt+PgDn", says: words().keys.yearAfter, run: () => turn(years, 1) },
    );
  }
  return keys;
}

/**
 * @param {NonNullable<Head["years"]>} years
 * @param {number} step
 */
function turn({ all, now, address }, step) {
  const year = all[all.indexOf(now) + step];
  if (year !== undefined) {
    location.hash = address(year);
  }
}

/**
 * The head of a section: its name, a note, and at the right what acts on it.
 * @param {string} id of the heading, for `aria-labelledby`
 * @param {string} title
 * @param {Content} [note]
 * @param {Content} [right]
 */
export function sectionHead(id, title, note = nothing, right = nothing) {
  return html`<div class="section-head">
    <h2 id=${id}>${title}</h2>
    <p class="note">${note}</p>
    <div class="right">${right}</div>
  </div>`;
}
