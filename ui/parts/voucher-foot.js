// @ts-check
// What stands under the sheet: the sums as the core gave them, what can be done next and why not,
// what is attached, and the keys of the hand.

import { html, nothing } from "../lib/dom.js";
import { isZero, money } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { pathField } from "./path-field.js";
import { problemNote } from "./problem-note.js";

/** @typedef {import("../api/types").DraftView} DraftView */
/** @typedef {import("../views/voucher-editor.js").VoucherEditor} VoucherEditor */

/**
 * What may be done with a draft now, and what keeps the rest from being done.
 * @param {{ state: "draft" | "reviewed" | "posted", preparer: string }} draft
 * @param {{ review: boolean, operator: string }} entry
 * @returns {{ next: "post" | "review", reason: "other" | null }}
 */
export function nextStep({ state, preparer }, { review, operator }) {
  if (!review || state === "reviewed") {
    return { next: "post", reason: null };
  }
  return { next: "review", reason: preparer === operator ? "other" : null };
}

/**
 * @typedef {object} Doing what the buttons do
 * @property {() => void} save
 * @property {() => void} fill
 * @property {() => void} next posts or reviews, whichever comes now
 * @property {() => void} unreview
 * @property {() => void} discard
 */

/**
 * @param {VoucherEditor} editor
 * @param {Doing} doing
 */
export function editorFoot(editor, doing) {
  const t = words().vouchers.foot;
  const { debit, credit, difference } = editor.sums;
  const preparer = editor.view?.preparer ?? editor.entry.operator;
  const step = nextStep({ state: "draft", preparer }, editor.entry);
  const waits = editor.view === null || !isZero(difference) || step.reason !== null;
  const beside = editor.beside;
  return html`${beside.whole.length === 0 && editor.problem === null
      ? nothing
      : html`<div class="notice" role="alert" id="voucher-faults">
          ${editor.problem === null ? nothing : html`<p>${say(editor.problem.message)}</p>`}
          ${beside.whole.map((text) => html`<p>${say(text)}</p>`)}
        </div>`}
    ${(editor.view?.notes ?? []).map((note) => html`<p
      class="second" role="status" data-note="cash">${say(note)}</p>`)}
    <div class="voucher-sums">
      <p id="voucher-sums" aria-live="polite">
        <span>${t.debit} <b>${money(debit)}</b></span>
        <span>${t.credit} <b>${money(credit)}</b></span>
        <span>${t.difference} <b id="voucher-difference">${money(difference)}</b>
          ${isZero(difference)
            ? nothing
            : html`<button type="button" class="plain" id="voucher-fill" @click=${doing.fill}>
                <kbd>=</kbd> ${t.fill}
              </button>`}</span>
      </p>
      <button type="button" id="voucher-save" @click=${doing.save}>
        ${t.save} <kbd>Ctrl+S</kbd>
      </button>
      <button
        type="button" id="voucher-filled" class=${waits ? "" : "filled"}
        aria-disabled=${waits ? "true" : nothing} @click=${doing.next}
        aria-describedby="voucher-reason"
      >
        ${t[step.next]} <kbd>Ctrl+Enter</kbd>
      </button>
    </div>
    <div class="voucher-state">
      <p id="voucher-keeping" role="status" data-keeping=${editor.keeping}>
        ${t.keeping[editor.keeping]}
      </p>
      ${editor.view === null
        ? nothing
        : html`<button type="button" class="plain" id="voucher-discard" @click=${doing.discard}>
            ${t.discard}
          </button>`}
      <span class="push"></span>
      <p id="voucher-reason">
        ${step.reason === "other" ? t.otherReviews(preparer) : waits ? t.mustBalance : nothing}
      </p>
    </div>
    <p class="voucher-keys" aria-hidden="true">
      ${t.keys.map(([key, says]) => html`<span><kbd>${key}</kbd> ${says}</span>`)}
    </p>`;
}

/**
 * The foot of a draft that waits, reviewed or red, and is not typed in.
 * @param {DraftView} view
 * @param {{ review: boolean, operator: string }} entry
 * @param {Doing} doing
 * @param {import("../api/client.js").Problem | null} problem
 */
export function waitingFoot(view, entry, doing, problem) {
  const t = words().vouchers.foot;
  const step = nextStep(view, entry);
  return html`${problemNote(problem)}
    <div class="voucher-sums">
      <p>
        <span>${t.debit} <b>${money(view.debit)}</b></span>
        <span>${t.credit} <b>${money(view.credit)}</b></span>
      </p>
      ${view.state === "reviewed"
        ? html`<button type="button" id="voucher-unreview" @click=${doing.unreview}>
            ${t.unreview}
          </button>`
        : html`<button type="button" class="plain" id="voucher-discard" @click=${doing.discard}>
            ${t.discard}
          </button>`}
      <button
        type="button" id="voucher-filled" class=${step.reason === null ? "filled" : ""}
        aria-disabled=${step.reason === null ? nothing : "true"} @click=${doing.next}
      >
        ${t[step.next]} <kbd>Ctrl+Enter</kbd>
      </button>
    </div>
    ${step.reason === null
      ? nothing
      : html`<p class="note" id="voucher-reason">${t.otherReviews(view.preparer)}</p>`}`;
}

/**
 * The files that prove a voucher. To a posted one none can be added.
 * @param {{ attachments: readonly import("../api/types").AttachmentRow[], path: string,
 *   problem: import("../api/client.js").Problem | null,
 *   open: (id: number) => void, drop: (id: number) => void, add: () => void,
 *   type: (path: string) => void, choose: () => void } | { attachments: readonly
 *   import("../api/types").AttachmentRow[], open: (id: number) => void }} options
 */
export function attachmentList(options) {
  const t = words().vouchers.attached;
  const { attachments, open } = options;
  const may = "add" in options ? options : null;
  if (may === null && attachments.length === 0) {
    return nothing;
  }
  return html`<section class="attachments" aria-labelledby="attachments-head">
    ${sectionHead("attachments-head", t.title, t.note(attachments.length))}
    <ul class="rows">
      ${attachments.map(({ id, name, size }) => html`<li data-attachment=${id}>
        <button type="button" class="link" @click=${() => open(id)}>${name}</button>
        <span class="second">${t.size(size)}</span>
        ${may === null
          ? nothing
          : html`<button
              type="button" class="plain" aria-label=${t.dropNamed(name)}
              @click=${() => may.drop(id)}
            >
              ${t.drop}
            </button>`}
      </li>`)}
    </ul>
    ${may === null ? nothing : adding(may)}
  </section>`;
}

/**
 * @param {{ path: string, problem: import("../api/client.js").Problem | null, add: () => void,
 *   type: (path: string) => void, choose: () => void }} may
 */
function adding({ path, problem, add, type, choose }) {
  const t = words().vouchers.attached;
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    add();
  };
  return html`<form class="attach" @submit=${submit}>
    ${pathField({ id: "attachment-path", label: t.path, value: path, problem, type, choose })}
    <button type="submit" id="attachment-add" ?disabled=${path.trim() === ""}>${t.add}</button>
  </form>`;
}
