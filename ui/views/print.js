// @ts-check
// Printing the slips of one cooperative and year: choose villages, look at the pages, save the
// file or open it in the system's viewer. Nothing in the book changes.

import { call, choosePlace } from "../api/client.js";
import { html, render } from "../lib/dom.js";
import { count, fileName, inFolder, money } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, presentYear, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { emptyPage } from "../parts/empty-page.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { pathField } from "../parts/path-field.js";
import { PdfPreview } from "../parts/pdf-preview.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").PrintView} PrintView */

/** The row that stands for every member. */
const ALL = "all";

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, year, village
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().print.title);
  }
  const year = yearOf(args[1]) ?? presentYear();
  const [view, { folder }] = await Promise.all([
    call("print_choices", { coop, year }),
    call("start", {}),
  ]);
  session.coop = view.cooperative.code;
  session.year = view.year;
  return new PrintPage(page, view, folder, args[2] ?? ALL);
}

class PrintPage {
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;
  /** @type {import("../api/client.js").Problem | null} */
  #saving = null;
  /** @type {"save" | "open" | null} */
  #busy = null;
  /** The number of the last preview asked for. */
  #asked = 0;

  /**
   * @param {HTMLElement} page
   * @param {PrintView} view
   * @param {string} folder
   * @param {string} village
   */
  constructor(page, view, folder, village) {
    this.page = page;
    this.view = view;
    this.folder = folder;
    this.village = view.villages.some(({ code }) => code === village) ? village : ALL;
    this.path = inFolder(folder, this.#fileName());
    this.preview = new PdfPreview(() => this.#drawPage());
    this.#drawPage();
    void this.#load();
  }

  /** Nothing can be printed before the distribution is approved. */
  get ready() {
    return this.view.status === "approved";
  }

  draw() {
    this.#drawPage();
    this.preview.draw();
  }

  #drawPage() {
    render(this.#template(), this.page);
    this.preview.attach(this.page.querySelector("#preview-canvas"));
  }

  #asks() {
    const village = this.village === ALL ? null : this.village;
    return { coop: this.view.cooperative.code, year: this.view.year, village };
  }

  #fileName() {
    const { cooperative, year, villages } = this.view;
    const village = villages.find(({ code }) => code === this.village);
    return words().print.fileName(cooperative.name, year, village?.name ?? null);
  }

  async #load() {
    if (!this.ready) {
      return;
    }
    this.#asked += 1;
    const mine = this.#asked;
    const result = await attempt(during(words().print.drawing, call("slips_pdf", this.#asks())));
    if (mine !== this.#asked) {
      return;
    }
    this.#problem = result.problem;
    if (result.problem === null) {
      await this.preview.load(result.answer);
    }
    this.#drawPage();
  }

  /** @param {string} key */
  choose = (key) => {
    const own = this.path === inFolder(this.folder, this.#fileName());
    this.village = key;
    this.path = own ? inFolder(this.folder, this.#fileName()) : this.path;
    this.#drawPage();
    void this.#load();
  };

  save = () => {
    const asks = { ...this.#asks(), path: this.path };
    return this.#write("save", words().print.saving, () => call("slips_save", asks), (printed) =>
      words().print.saved(fileName(printed.path), printed));
  };

  openInViewer = () =>
    this.#write("open", words().print.opening, () => call("slips_open", this.#asks()), (printed) =>
      words().print.opened(printed));

  /**
   * Writes the slips once, however often it is asked meanwhile, and says what came of it.
   * @param {"save" | "open"} way
   * @param {(seconds: number) => string} sentence
   * @param {() => Promise<import("../api/types").PrintedView>} work
   * @param {(printed: import("../api/types").PrintedView) => string} done
   */
  #write(way, sentence, work, done) {
    return once("slips", async () => {
      this.#busy = way;
      this.#drawPage();
      const result = await attempt(during(sentence, work()));
      this.#busy = null;
      this.#saving = result.problem;
      if (result.problem === null) {
        notice(done(result.answer));
      }
      this.#drawPage();
    });
  }

  #head() {
    const t = words().print;
    const { cooperative, year, years } = this.view;
    return {
      title: t.title,
      coop: {
        name: cooperative.name,
        change: (/** @type {string} */ code) => (location.hash = to("print", code, year)),
      },
      context: this.ready ? t.context(this.view) : t.notYet,
      years: {
        all: years, now: year,
        address: (/** @type {number} */ other) => to("print", cooperative.code, other),
      },
    };
  }

  #template() {
    return html`${pageHead(this.#head())}
      ${this.ready ? this.#choices() : this.#notApproved()}`;
  }

  #notApproved() {
    const t = words().print;
    const { cooperative, year } = this.view;
    return html`<p class="empty-page">${t.notApproved(cooperative.name, year)}</p>
      <p>
        <a id="print-to-dividend" href=${to("dividend", cooperative.code, year)}>
          ${t.toDividend}
        </a>
      </p>`;
  }

  #choices() {
    return html`<div class="print">
      <div class="choices">${this.#villages()} ${this.#missing()} ${this.#file()}</div>
      <div class="preview">${this.#preview()}</div>
    </div>`;
  }

  #villages() {
    const t = words().print;
    const { view } = this;
    const all = { code: ALL, name: t.all, slips: view.slips, total: view.total };
    const rows = [all, ...view.villages];
    return html`<section class="fill" aria-labelledby="print-villages-head">
      ${sectionHead("print-villages-head", t.which, t.whichNote)}
      <div class="scroll">
        ${dataTable({
          id: "print-villages",
          label: t.which,
          columns: [
            { id: "name", head: t.village, cell: ({ name }) => name },
            { id: "slips", head: t.slips, kind: "figure", cell: ({ slips }) => count(slips) },
            { id: "total", head: t.total, kind: "figure",
              cell: ({ total }) => money(total) },
          ],
          rows,
          key: ({ code }) => code,
          chosen: this.village,
          choose: this.choose,
          leads: true,
        })}
      </div>
    </section>`;
  }

  #missing() {
    const { missing } = this.view;
    if (missing.length === 0) {
      return html`<p class="note" id="print-glyphs">${words().print.allGlyphs}</p>`;
    }
    return html`<div class="notice" id="print-glyphs" role="note">
      <p>${words().print.missing(missing.length)}</p>
      <ul>
        ${missing.map(
          ({ character, names }) => html`<li><b>${character}</b> ${names.join(words().comma)}</li>`,
        )}
      </ul>
    </div>`;
  }

  #file() {
    const t = words().print;
    return html`<section class="file" aria-labelledby="print-file-head">
      ${sectionHead("print-file-head", t.file)}
      ${pathField({
        id: "print-path", label: t.path, value: this.path, problem: this.#saving,
        type: (value) => { this.path = value; },
        choose: async () => {
          this.path = (await choosePlace(this.path, "pdf")) ?? this.path;
          this.#drawPage();
        },
      })}
      <div class="buttons">
        <button
          type="button" id="print-save" aria-busy=${this.#busy === "save"} @click=${this.save}
        >
          ${t.save} <kbd>Ctrl+S</kbd>
        </button>
        <button
          type="button" id="print-open" class="filled" aria-busy=${this.#busy === "open"}
          @click=${this.openInViewer}
        >
          ${t.open} <kbd>Ctrl+P</kbd>
        </button>
      </div>
    </section>`;
  }

  #preview() {
    const t = words().print;
    const { page, pages, whole } = this.preview;
    const right = html`<button
        type="button" class="plain" id="preview-before" ?disabled=${page <= 1}
        @click=${() => this.preview.turn(-1)}
      ><kbd>←</kbd> ${t.before}</button>
      <button
        type="button" class="plain" id="preview-after" ?disabled=${page >= pages}
        @click=${() => this.preview.turn(1)}
      >${t.after} <kbd>→</kbd></button>
      <button type="button" class="plain" id="preview-zoom" @click=${this.preview.zoom}>
        <kbd>Z</kbd> ${whole ? t.wide : t.whole}
      </button>`;
    return html`${sectionHead("preview-head", t.preview,
        html`<span id="preview-page">${t.page(page, pages)}</span>`, right)}
      ${problemNote(this.#problem)}
      <div
        class="desk scroll" id="preview" tabindex="0" role="region" aria-labelledby="preview-head"
      >
        <canvas id="preview-canvas" role="img" aria-label=${t.page(page, pages)}></canvas>
      </div>`;
  }

  keys() {
    const t = words().keys;
    const own = this.ready
      ? [
          { key: "Ctrl+S", says: t.savePdf, run: this.save },
          { key: "Ctrl+P", says: t.openPdf, run: this.openInViewer },
          { key: "←", says: t.pageBefore, run: () => this.preview.turn(-1) },
          { key: "→", says: t.pageAfter, run: () => this.preview.turn(1) },
          { key: "Z", says: t.zoom, run: this.preview.zoom },
        ]
      : [];
    return [...own, ...headKeys(this.#head())];
  }

  leave() {
    this.#asked += 1;
    this.preview.close();
  }
}
