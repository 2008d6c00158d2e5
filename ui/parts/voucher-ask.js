// @ts-check
// Questions about a voucher: what is asked, the fields that go with it, and a refusal beside its
// field. What was typed stays after one; the focus starts where the answer is harmless.

import { html, live, nothing } from "../lib/dom.js";
import { openDialog } from "./dialog.js";
import { fieldNote, problemNote } from "./problem-note.js";
import { once } from "./status-line.js";

/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @typedef {object} Question
 * @property {string} id
 * @property {string} title the question
 * @property {string} facts what will be, with the figures
 * @property {readonly { name: string, label: string, hint?: string, value: string }[]} fields
 * @property {string} no
 * @property {string} yes
 * @property {(values: Record<string, string>) => Promise<Problem | null>} answer does it; what
 *   stood in the way, if anything did
 */

/** @param {Question} question */
export function ask(question) {
  new Asked(question).open();
}

class Asked {
  /** @type {Problem | null} */
  #problem = null;
  /** @type {import("./dialog.js").Dialog | undefined} */
  #dialog;

  /** @param {Question} question */
  constructor(question) {
    this.question = question;
    /** @type {Record<string, string>} */
    this.values = Object.fromEntries(question.fields.map(({ name, value }) => [name, value]));
  }

  open() {
    const { id, title } = this.question;
    this.#dialog = openDialog({ id, label: title, body: (dialog) => this.#template(dialog) });
  }

  /** @param {import("./dialog.js").Dialog} dialog */
  #template(dialog) {
    const { id, title, facts, fields, no, yes } = this.question;
    const beside = fields.some(({ name }) => name === this.#problem?.field);
    return html`<form method="dialog" @submit=${this.#submit}>
      <h2>${title}</h2>
      <p>${facts}</p>
      ${fields.length === 0
        ? nothing
        : html`<div class="form">${fields.map((field, index) => this.#field(field, index))}</div>`}
      ${beside ? nothing : problemNote(this.#problem)}
      <div class="buttons">
        <button
          type="button" id="${id}-no" ?data-first=${fields.length === 0} @click=${dialog.close}
        >
          ${no} <kbd>Esc</kbd>
        </button>
        <button type="submit" class="filled" id="${id}-yes">${yes}</button>
      </div>
    </form>`;
  }

  /**
   * @param {Question["fields"][number]} field
   * @param {number} index
   */
  #field({ name, label, hint }, index) {
    const id = `${this.question.id}-${name}`;
    const refused = this.#problem?.field === name ? this.#problem : null;
    const typed = (/** @type {Event} */ event) => {
      this.values[name] = /** @type {HTMLInputElement} */ (event.target).value;
    };
    return html`<div class="row">
        <label for=${id}>${label}</label>
        <input
          id=${id} type="text" autocomplete="off" placeholder=${hint ?? nothing}
          ?data-first=${index === 0}
          aria-invalid=${refused === null ? nothing : "true"}
          aria-describedby=${refused === null ? nothing : `${id}-problem`}
          .value=${live(this.values[name] ?? "")} @input=${typed}
        />
      </div>
      ${fieldNote(id, refused)}`;
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void once(this.question.id, async () => {
      this.#problem = await this.question.answer(this.values);
      if (this.#problem === null) {
        this.#dialog?.close();
        return;
      }
      this.#dialog?.draw();
      document.getElementById(`${this.question.id}-${this.#problem.field}`)?.focus();
    });
  };
}
