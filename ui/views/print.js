// @ts-check
// Printing the slips of one cooperative and year: choose villages, look at the pages, save the
// file or open it in the system's viewer. Nothing in the book changes.

import { call, choosePlace } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, fileName, inFolder, money } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, presentYear, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { emptyPage, refusedPage } from "../parts/empty-page.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { pathField } from "../parts/path-field.js";
import { PdfPreview } from "../parts/pdf-preview.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { askReplace } from "../parts/replace-dialog.js";
import { during, notice, once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").PrintView} PrintView */

/** The refusal of names that have characters which no font has. */
const MISSING = "document.missing_glyphs";
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
  const [{ answer: view, problem }, { folder }] = await Promise.all([
    attempt(call("print_choices", { coop, year })),
    call("start", {}),
  ]);
  if (problem !== null) {
    return refusedPage(page, "print", coop, year, problem);
  }
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
  /** Whether the slips that are chosen were laid out, or refused. */
  #laidOut = false;

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
    const place = village === undefined ? null : village.code + village.name;
    return words().print.fileName(cooperative.name, year, place);
  }

  async #load() {
    if (!this.ready) {
      return;
    }
    this.#asked += 1;
    const mine = this.#asked;
    this.#laidOut = false;
    const result = await attempt(during(words().print.drawing, call("slips_pdf", this.#asks())));
    if (mine !== this.#asked) {
      return;
    }
    this.#problem = result.problem;
    this.#laidOut = true;
    if (result.problem === null) {
      await this.preview.load(result.answer);
    }
    this.#drawPage();
  }

  /** The refusal for characters that no font has, said once for preview, file and viewer. */
  get #glyphs() {
    return [this.#problem, this.#saving].find((problem) => problem?.code === MISSING) ?? null;
  }

  /** @param {string} key */
  choose = (key) => {
    const own = this.path === inFolder(this.folder, this.#fileName());
    this.village = key;
    this.#saving = null;
    this.path = own ? inFolder(this.folder, this.#fileName()) : this.path;
    this.#drawPage();
    void this.#load();
  };

  /** Whose slips these are, in words that tell them from all others of this program. */
  #whose() {
    const { cooperative, year, villages } = this.view;
    const village = villages.find(({ code }) => code === this.village);
    const part = village === undefined ? words().print.all : `${village.code} ${village.name}`;
    return words().print.whose(`${cooperative.code} ${cooperative.name}`, year, part);
  }

  /** Writes the file; one that holds other slips written just now is asked about first. */
  save = () => {
    const path = this.path.trim();
    const whose = this.#whose();
    const there = session.papers.get(path);
    if (there === undefined || there === whose) {
      return this.#save(path, whose, there !== undefined);
    }
    askReplace({ file: fileName(path), there, whose }, () => this.#save(path, whose, true));
    return Promise.resolve();
  };

  /**
   * @param {string} path
   * @param {string} whose
   * @param {boolean} again whether it was written before
   */
  #save(path, whose, again) {
    const t = words().print;
    const asks = { ...this.#asks(), path };
    return this.#write("save", t.saving, () => call("slips_save", asks), (printed) => {
      session.papers.set(path, whose);
      return (again ? t.replaced : t.saved)(fileName(printed.path), printed);
    });
  }

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
      } else if (result.problem.code === MISSING) {
        notice(say(result.problem.message));
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
      <div class="choices">${this.#villages()} ${this.#glyphNote()} ${this.#file()}</div>
      <div class="preview">${this.#preview()}</div>
    </div>`;
  }

  #villages() {
    const t = words().print;
    const { view } = this;
    const all = { code: ALL, name: t.all, township: "", slips: view.slips, total: view.total };
    const rows = [all, ...view.villages];
    return html`<section class="fill" aria-labelledby="print-villages-head">
      ${sectionHead("print-villages-head", t.which, t.whichNote)}
      <div class="scroll">
        ${dataTable({
          id: "print-villages",
          label: t.which,
          columns: [
            { id: "name", head: t.village, cell: ({ name }) => name },
            { id: "township", head: t.township, kind: "second", cell: ({ township }) => township },
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

  #glyphNote() {
    const glyphs = this.#glyphs;
    if (glyphs !== null) {
      return problemNote(glyphs, "print-glyphs");
    }
    const sure = this.view.missing.length === 0 || (this.#laidOut && this.#problem === null);
    return html`<p class="note" id="print-glyphs">${
      sure ? words().print.allGlyphs : words().print.checkingGlyphs}</p>`;
  }

  #file() {
    const t = words().print;
    return html`<section class="file" aria-labelledby="print-file-head">
      ${sectionHead("print-file-head", t.file)}
      ${pathField({
        id: "print-path", label: t.path, value: this.path,
        problem: this.#saving?.code === MISSING ? null : this.#saving,
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
    const refused = this.#problem !== null;
    const { page, whole } = this.preview;
    const pages = refused ? 0 : this.preview.pages;
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
        html`<span id="preview-page">${refused ? nothing : t.page(page, pages)}</span>`, right)}
      ${problemNote(this.#problem?.code === MISSING ? null : this.#problem)}
      <div
        class="desk scroll" id="preview" tabindex="0" role="region" aria-labelledby="preview-head"
      >
        <canvas
          id="preview-canvas" role="img" ?hidden=${refused} aria-label=${t.page(page, pages)}
        ></canvas>
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
