// @ts-check
// What a new sub-account is called: its name, and a code where the next free one will not do.

import { call } from "../api/client.js";
import { html, live, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { attempt, fieldNote, problemNote } from "./problem-note.js";
import { during, once } from "./status-line.js";

/** @typedef {import("../api/types").AccountRow} AccountRow */
/** @typedef {"name" | "code"} Field */

/**
 * @param {string} coop
 * @param {AccountRow} above
 * @param {(added: AccountRow) => void} done
 */
export function askAccount(coop, above, done) {
  new NewAccount(coop, above, done).open();
}

class NewAccount {
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;
  /** @type {import("./dialog.js").Dialog | undefined} */
  #dialog;

  /**
   * @param {string} coop
   * @param {AccountRow} above
   * @param {(added: AccountRow) => void} done
   */
  constructor(coop, above, done) {
    this.coop = coop;
    this.above = above;
    this.done = done;
    /** @type {Record<Field, string>} */
    this.typed = { name: "", code: above.next };
  }

  get #question() {
    return words().accounts.below(this.above.account, this.above.name);
  }

  open() {
    this.#dialog = openDialog({
      id: "account-new",
      label: this.#question,
      body: (dialog) => this.#template(dialog),
    });
  }

  /**
   * The field that the refusal is about, if it is about one of these.
   * @returns {Field | null}
   */
  get #refusedField() {
    const field = this.#problem?.field ?? null;
    return field === "name" || field === "code" ? field : null;
  }

  /** @param {import("./dialog.js").Dialog} dialog */
  #template(dialog) {
    const t = words().accounts;
    return html`<form method="dialog" @submit=${this.#submit}>
      <h2>${this.#question}</h2>
      <div class="form">
        ${this.#field("name", t.name, t.nameHint)} ${this.#field("code", t.code, this.above.next)}
      </div>
      ${this.#refusedField === null ? problemNote(this.#problem) : nothing}
      <div class="buttons">
        <button type="button" id="account-no" @click=${dialog.close}>
          ${t.cancel} <kbd>Esc</kbd>
        </button>
        <button type="submit" class="filled" id="account-yes">${t.add}</button>
      </div>
    </form>`;
  }

  /**
   * @param {Field} name
   * @param {string} label
   * @param {string} hint
   */
  #field(name, label, hint) {
    const id = `account-${name}`;
    const refused = this.#refusedField === name ? this.#problem : null;
    const onInput = (/** @type {Event} */ event) => {
      this.typed[name] = /** @type {HTMLInputElement} */ (event.target).value;
      this.#dialog?.draw();
    };
    return html`<div class="row">
        <label for=${id}>${label}</label>
        <input
          id=${id} type="text" autocomplete="off" placeholder=${hint}
          ?data-first=${name === "name"}
          aria-invalid=${refused === null ? nothing : "true"}
          aria-describedby=${refused === null ? nothing : `${id}-problem`}
          .value=${live(this.typed[name])}
          @input=${onInput}
        />
      </div>
      ${fieldNote(id, refused)}`;
  }

  #submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void once("account_add", () => this.#add());
  };

  async #add() {
    const { coop, above, typed } = this;
    const adding = call("account_add", {
      coop, parent: above.account, name: typed.name.trim(), code: typed.code.trim() || null,
    });
    const waiting = during(() => words().accounts.adding, adding);
    const { answer, problem } = await attempt(waiting);
    if (answer !== null) {
      this.#dialog?.close();
      this.done(answer);
      return;
    }
    this.#problem = problem;
    this.#dialog?.draw();
    document.getElementById(`account-${this.#refusedField ?? "name"}`)?.focus();
  }
}
