// @ts-check
// Beside the sheet of opening balances: what it adds up to, what is wrong, and its confirmation.

import { html, nothing } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { sectionHead } from "./page-head.js";
import { problemNote } from "./problem-note.js";

/** @typedef {import("../api/types").OpeningView} OpeningView */

/**
 * @param {{ view: OpeningView, problem: import("../api/client.js").Problem | null,
 *   unsaved: boolean, confirm: () => void }} options
 */
export function openingSide({ view, problem, unsaved, confirm }) {
  const t = words().opening;
  const kept = view.locked !== null ? "" : unsaved ? t.saving : t.saved;
  return html`<aside class="opening-side">
    <section aria-labelledby="sums-head">
      ${sectionHead("sums-head", t.sums, kept)}
      <dl class="facts" aria-live="polite">
        <div><dt>${t.debit}</dt><dd>${money(view.debit)}</dd></div>
        <div><dt>${t.credit}</dt><dd>${money(view.credit)}</dd></div>
        <div id="opening-difference">
          <dt>${t.difference}</dt>
          <dd><b>${difference(view)}</b> <span class="second">${whichSide(view)}</span></dd>
        </div>
      </dl>
    </section>
    ${problem === null ? nothing : problemNote(problem)}
    ${faults(view)}
    ${view.locked === null
      ? action(view, confirm)
      : html`<div class="notice" id="opening-locked">
          ${view.voucher === null ? nothing : html`<p><b>${t.confirmed(view.voucher)}</b></p>`}
          <p>${say(view.locked)}</p>
        </div>`}
  </aside>`;
}

/** @param {OpeningView} view */
function difference(view) {
  return money(view.difference.replace("-", ""));
}

/** @param {OpeningView} view */
function whichSide({ difference }) {
  const t = words().opening;
  if (!/[1-9]/.test(difference)) {
    return t.level;
  }
  return difference.startsWith("-") ? t.creditMore : t.debitMore;
}

/** @param {OpeningView} view */
function faults({ faults }) {
  const t = words().opening;
  return faults.length === 0
    ? nothing
    : html`<div class="notice faults" role="alert" id="opening-faults">
        <p><b>${t.faults(faults.length)}</b></p>
        <ul tabindex="0" aria-label=${t.faults(faults.length)}>
          ${faults.map(({ text }) => html`<li>${say(text)}</li>`)}
        </ul>
      </div>`;
}

/**
 * Why it cannot be confirmed; nothing where it can.
 * @param {OpeningView} view
 */
function reason({ faults, difference, balances }) {
  const t = words().opening.cannot;
  if (balances) {
    return null;
  }
  return faults.length > 0
    ? t.faults(faults.length)
    : /[1-9]/.test(difference) ? t.difference(difference.replace("-", "")) : t.empty;
}

/**
 * @param {OpeningView} view
 * @param {() => void} confirm
 */
function action(view, confirm) {
  const t = words().opening;
  const why = reason(view);
  return html`<section>
    <div class="buttons">
      ${why === null ? nothing : html`<span class="note" id="opening-reason">${why}</span>`}
      <button
        type="button" id="opening-confirm" class=${why === null ? "filled" : ""}
        aria-disabled=${why === null ? nothing : "true"}
        aria-describedby=${why === null ? nothing : "opening-reason"}
        @click=${confirm}
      >
        ${t.confirm} <kbd>Ctrl+Enter</kbd>
      </button>
    </div>
    <p class="note">${t.locks}</p>
    <p class="note keys">
      ${t.keys.map(([key, what]) => html`<span><kbd>${key}</kbd> ${what}</span> `)}
    </p>
  </section>`;
}

/**
 * The question before the sheet is locked: the focus starts on no.
 * @param {OpeningView} view
 * @param {() => void} confirm
 */
export function askConfirm(view, confirm) {
  const { ask } = words().opening;
  openDialog({
    id: "confirm-opening",
    label: ask.question,
    body: (dialog) => html`<h2>${ask.question}</h2>
      <p>${ask.facts(view)}</p>
      <div class="buttons">
        <button type="button" data-first id="opening-no" @click=${dialog.close}>
          ${ask.no} <kbd>Esc</kbd>
        </button>
        <button
          type="button" class="filled" id="opening-yes"
          @click=${() => {
            dialog.close();
            confirm();
          }}
        >
          ${ask.yes}
        </button>
      </div>`,
  });
}
