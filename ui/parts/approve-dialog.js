// @ts-check
// The question before a distribution is frozen. It cannot be taken back, so the focus starts on
// no, and the number and day of the resolution are asked for here.

import { call } from "../api/client.js";
import { html, live, nothing } from "../lib/dom.js";
import { count, money } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { attempt, fieldNote, problemNote } from "./problem-note.js";
import { during, once } from "./status-line.js";

/** @typedef {import("../api/types").DividendView} DividendView */

/** @typedef {"resolution" | "on"} Field */

/**
 * @param {DividendView} view
 * @param {(approved: DividendView) => void} done
 */
export function askApproval(view, done) {
  new Approval(view, done).open();
}

class Approval {
  #typed = { resolution: "", on: "" };
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;
  /** @type {import("./dialog.js").Dialog | undefined} */
  #dialog;

  /**
   * @param {DividendView} view
   * @param {(approved: DividendView) => void} done
   */
  constructor(view, done) {
    this.view = view;
    this.done = done;
  }

  open() {
    this.#dialog = openDialog({
      id: "approve",
      label: words().dividend.approval.question(this.view.year, null),
      body: (dialog) => this.#template(dialog),
    });
  }

  /**
   * The field that the refusal is about, if it is about one.
   * @returns {Field | null}
   */
  get #refusedField() {
    const field = this.#problem?.field ?? null;
    return field === "resolution" || field === "on" ? field : null;
  }

  /** @param {import("./dialog.js").Dialog} dialog */
  #template(dialog) {
    const t = words().dividend.approval;
    const { cooperative, year, members, pool } = this.view;
    return html`<form method="dialog" @submit=${this.#submit}>
      <h2 id="approve-question">${t.question(year, this.#day)}</h2>
      <p>${t.facts(cooperative.name, count(members.length), money(pool))}</p>
      <div class="form">
        ${this.#field("resolution", t.resolution, t.resolutionHint)}
        ${this.#field("on", t.on, t.onHint)}
      </div>
      ${this.#open()}
      ${this.#refusedField === null ? problemNote(this.#problem) : nothing}
      <div class="buttons">
        <button type="button" data-first id="approve-no" @click=${dialog.close}>
          ${t.no} <kbd>Esc</kbd>
        </button>
        <button type="submit" class="filled" id="approve-yes">${t.yes}</button>
      </div>
    </form>`;
  }

  /** The day of the meeting as it was typed, once it is a day. */
  get #day() {
    const on = this.#typed.on.trim();
    return /^\d{4}\D\d{1,2}\D\d{1,2}\D?$|^\d{8}$/.test(on) ? on : null;
  }

  /** What law or charter does not allow, once more before it is frozen. */
  #open() {
    const grave = this.view.findings.filter(({ severity }) => severity === "error");
    return grave.length === 0 ? nothing : html`<div class="findings" id="approve-findings">
      <p class="lead">${words().dividend.approval.open(grave.length)}</p>
      <ul>
        ${grave.map(({ rule, article, message }) => html`<li data-rule=${rule}>
          <span class="state error">${words().findings.error}</span> <b>${say(article)}</b>
          <p>${say(message)}</p>
        </li>`)}
      </ul>
    </div>`;
  }

  /**
   * @param {Field} name
   * @param {string} label
   * @param {string} hint
   */
  #field(name, label, hint) {
    const id = `approve-${name}`;
    const refused = this.#refusedField === name ? this.#problem : null;
    const onInput = (/** @type {Event} */ event) => {
      this.#typed[name] = /** @type {HTMLInputElement} */ (event.target).value;
      this.#dialog?.draw();
    };
    return html`<div class="row">
        <label for=${id}>${label}</label>
        <input
          id=${id} type="text" autocomplete="off" placeholder=${hint}
          aria-invalid=${refused === null ? nothing : "true"}
          aria-describedby=${refused === null ? nothing : `${id}-problem`}
          .value=${live(this.#typed[name])}
          @input=${onInput}
        />
      </div>
      ${fieldNote(id, refused)}`;
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void once("dividend_approve", () => this.#approve());
  };

  async #approve() {
    const result = await attempt(
      during(words().dividend.approving, call("dividend_approve", {
        coop: this.view.cooperative.code,
        year: this.view.year,
        resolution: this.#typed.resolution.trim(),
        on: this.#typed.on.trim(),
      })),
    );
    if (result.problem === null) {
      this.#dialog?.close();
      this.done(result.answer);
      return;
    }
    this.#problem = result.problem;
    this.#dialog?.draw();
    if (this.#refusedField !== null) {
      document.getElementById(`approve-${this.#refusedField}`)?.focus();
    }
  }
}
