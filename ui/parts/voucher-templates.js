// @ts-check
// Vouchers that come again and again (Ctrl+M): take one to fill in, keep the present one, drop one.

import { call } from "../api/client.js";
import { html, live, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { attempt, fieldNote } from "./problem-note.js";
import { notice, once } from "./status-line.js";

/** @typedef {import("../api/types").TemplateView} TemplateView */
/** @typedef {import("../api/types").VoucherInput} VoucherInput */

/**
 * @typedef {object} Options
 * @property {string} coop
 * @property {readonly TemplateView[]} templates
 * @property {VoucherInput | null} present the voucher that could be kept
 * @property {(templates: TemplateView[]) => void} changed
 * @property {(entry: VoucherInput) => void} use
 */

/** @param {Options} options */
export function openTemplates(options) {
  new Templates(options).open();
}

class Templates {
  #name = "";
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;
  /** @type {import("./dialog.js").Dialog | undefined} */
  #dialog;

  /** @param {Options} options */
  constructor(options) {
    this.options = options;
    this.templates = options.templates;
    this.#name = options.present?.summary ?? "";
  }

  open() {
    this.#dialog = openDialog({
      id: "voucher-templates",
      label: words().vouchers.templates.title,
      body: (dialog) => this.#template(dialog),
    });
  }

  /** @param {import("./dialog.js").Dialog} dialog */
  #template(dialog) {
    const t = words().vouchers.templates;
    return html`<h2>${t.title}</h2>
      <ul class="rows" aria-label=${t.title}>
        ${this.templates.map((template, index) => this.#row(template, index))}
      </ul>
      ${this.templates.length === 0 ? html`<p class="second">${t.none}</p>` : nothing}
      ${this.options.present === null ? nothing : this.#keep()}
      <div class="buttons">
        <button
          type="button" id="templates-close" ?data-first=${this.templates.length === 0}
          @click=${dialog.close}
        >
          ${t.close} <kbd>Esc</kbd>
        </button>
      </div>`;
  }

  /**
   * @param {TemplateView} template
   * @param {number} index
   */
  #row({ id, name, entry }, index) {
    const t = words().vouchers.templates;
    const use = () => {
      this.#dialog?.close();
      this.options.use(entry);
    };
    return html`<li data-template=${id}>
      <button type="button" class="link" ?data-first=${index === 0} @click=${use}>${name}</button>
      <button
        type="button" class="plain" aria-label=${t.dropNamed(name)}
        @click=${() => void once("template_drop", () => this.#drop(id))}
      >
        ${t.drop}
      </button>
    </li>`;
  }

  #keep() {
    const t = words().vouchers.templates;
    const typed = (/** @type {Event} */ event) => {
      this.#name = /** @type {HTMLInputElement} */ (event.target).value;
    };
    const submit = (/** @type {Event} */ event) => {
      event.preventDefault();
      void once("template_save", () => this.#save());
    };
    return html`<form class="form" @submit=${submit}>
        <div class="row">
          <label for="template-name">${t.keep}</label>
          <input
            id="template-name" type="text" autocomplete="off" .value=${live(this.#name)}
            aria-invalid=${this.#problem === null ? nothing : "true"} @input=${typed}
          />
          <button type="submit" id="template-save">${t.save}</button>
        </div>
      </form>
      ${fieldNote("template-name", this.#problem)}`;
  }

  async #save() {
    const { coop, present } = this.options;
    if (present !== null) {
      const name = this.#name.trim();
      // A template has no day: it is taken on another one.
      const { date: _, ...entry } = present;
      this.#took(await attempt(call("template_save", { coop, name, entry })), name);
    }
  }

  /** @param {number} id */
  async #drop(id) {
    this.#took(await attempt(call("template_drop", { id })), null);
  }

  /**
   * @param {{ answer: TemplateView[] | null,
   *   problem: import("../api/client.js").Problem | null }} result
   * @param {string | null} saved the name under which one was kept
   */
  #took({ answer, problem }, saved) {
    this.#problem = problem;
    if (answer !== null) {
      this.templates = answer;
      this.options.changed(answer);
      if (saved !== null) {
        notice(words().vouchers.templates.saved(saved));
      }
    }
    this.#dialog?.draw();
  }
}
