// @ts-check
// Printing vouchers (Ctrl+P): the pages as they will be, and a file for them. Nothing in the book
// changes.

import { call, choosePlace } from "../api/client.js";
import { html, nothing } from "../lib/dom.js";
import { fileName, inFolder } from "../lib/format.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { pathField } from "./path-field.js";
import { PdfPreview } from "./pdf-preview.js";
import { attempt, problemNote } from "./problem-note.js";
import { during, notice, once } from "./status-line.js";

/** @typedef {import("../api/client.js").Problem} Problem */

/** More vouchers of a month are not laid out for looking at. */
const MOST = 1000;

/**
 * @param {import("../api/types").Named} coop
 * @param {string} number the voucher that is shown
 */
export async function openPrint(coop, number) {
  const month = number.slice(0, 7);
  /** @type {import("../api/commands").Commands["vouchers"]["asks"]} */
  const asks = {
    coop: coop.code, year: Number(number.slice(0, 4)), month, state: "posted", text: null,
    limit: MOST, before: null,
  };
  const [start, list] = await Promise.all([
    attempt(call("start", {})), attempt(call("vouchers", asks)),
  ]);
  const all = (list.answer?.rows ?? []).flatMap((row) => row.number ?? []).reverse();
  new VoucherPrint({ coop, number, month, all }, start.answer?.folder ?? "").open();
}

class VoucherPrint {
  #all = false;
  #path = "";
  /** @type {{ page: Problem | null, file: Problem | null }} */
  #problems = { page: null, file: null };
  #asked = 0;
  /** @type {import("./dialog.js").Dialog | undefined} */
  #dialog;

  /**
   * @param {{ coop: import("../api/types").Named, number: string, month: string,
   *   all: readonly string[] }} what one voucher, and all of its month
   * @param {string} folder
   */
  constructor(what, folder) {
    this.what = what;
    this.folder = folder;
    this.preview = new PdfPreview(() => this.#draw());
    this.#path = this.#proposed();
  }

  get numbers() {
    return this.#all ? [...this.what.all] : [this.what.number];
  }

  #proposed() {
    const { coop, number, month } = this.what;
    const name = words().vouchers.print.fileName(coop.name, this.#all ? month : number);
    return inFolder(this.folder, name.replace(/[/\\:]/g, "-"));
  }

  open() {
    this.#dialog = openDialog({
      id: "voucher-print",
      label: words().vouchers.print.title,
      look: "wide",
      body: (dialog) => this.#template(dialog),
      closed: () => this.preview.close(),
    });
    this.preview.attach(document.querySelector("#voucher-print canvas"));
    void this.#load();
  }

  #draw() {
    this.#dialog?.draw();
  }

  async #load() {
    this.#asked += 1;
    const mine = this.#asked;
    const asks = { coop: this.what.coop.code, numbers: this.numbers };
    const { drawing } = words().vouchers.print;
    const result = await attempt(during(drawing, call("vouchers_pdf", asks)));
    if (mine === this.#asked) {
      this.#problems.page = result.problem;
      if (result.problem === null) {
        await this.preview.load(result.answer);
      }
      this.#draw();
    }
  }

  /** @param {boolean} all */
  #choose(all) {
    const own = this.#path === this.#proposed();
    this.#all = all;
    this.#path = own ? this.#proposed() : this.#path;
    this.#draw();
    void this.#load();
  }

  /** @param {import("./dialog.js").Dialog} dialog */
  #template(dialog) {
    const t = words().vouchers.print;
    const { page, pages } = this.preview;
    const { number, month, all } = this.what;
    return html`<h2>${t.title}</h2>
      <div class="print-choice" role="group" aria-label=${t.which}>
        ${this.#choice(false, number)}
        ${all.length > 1 ? this.#choice(true, t.month(month, all.length)) : nothing}
        <span class="push"></span>
        ${pages < 2
          ? nothing
          : html`<button type="button" class="plain" @click=${() => this.preview.turn(-1)}>
                ${t.before}
              </button>
              <span>${page} / ${pages}</span>
              <button type="button" class="plain" @click=${() => this.preview.turn(1)}>
                ${t.after}
              </button>`}
      </div>
      ${problemNote(this.#problems.page)}
      <div class="desk scroll" tabindex="0" role="region" aria-label=${t.preview}>
        <canvas role="img" aria-label=${t.preview}></canvas>
      </div>
      ${pathField({
        id: "voucher-path", label: t.path, value: this.#path, problem: this.#problems.file,
        type: (value) => {
          this.#path = value;
          this.#draw();
        },
        choose: () => void this.#choosePlace(),
      })}
      <div class="buttons">
        <button type="button" id="voucher-print-no" @click=${dialog.close}>
          ${t.no} <kbd>Esc</kbd>
        </button>
        <button
          type="button" class="filled" id="voucher-print-save" data-first
          @click=${() => void once("vouchers_save", () => this.#save(dialog))}
        >
          ${t.save}
        </button>
      </div>`;
  }

  /**
   * @param {boolean} all
   * @param {string} says
   */
  #choice(all, says) {
    return html`<button
      type="button" aria-pressed=${String(this.#all === all)} @click=${() => this.#choose(all)}
    >
      ${says}
    </button>`;
  }

  async #choosePlace() {
    const chosen = await choosePlace(this.#path, "sheet");
    if (chosen !== null) {
      this.#path = chosen;
      this.#draw();
    }
  }

  /** @param {import("./dialog.js").Dialog} dialog */
  async #save(dialog) {
    const t = words().vouchers.print;
    const { code: coop } = this.what.coop;
    const asks = { coop, from: null, to: null, numbers: this.numbers, path: this.#path };
    const result = await attempt(during(t.drawing, call("vouchers_save", asks)));
    this.#problems.file = result.problem;
    if (result.problem === null) {
      dialog.close();
      notice(t.saved(fileName(result.answer.path), result.answer.pages));
    } else {
      this.#draw();
    }
  }
}
