// @ts-check
// The start: books that were open lately, and the three ways to a book: open, new, demo.

import { call, chooseBook, choosePlace } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, inFolder } from "../lib/format.js";
import { to } from "../lib/route.js";
import { enter, leave, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { askForm } from "../parts/ask-form.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { pathField } from "../parts/path-field.js";
import { attempt, fieldNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";
import { checkResult } from "../parts/check-result.js";

/** @typedef {import("../api/types").StartView} StartView */
/** @typedef {import("../api/types").BookView} BookView */
/** @typedef {"open" | "new" | "demo" | "check"} Way */

/** @param {HTMLElement} page */
export async function show(page) {
  return new StartPage(page, await call("start", {}));
}

class StartPage {
  /** @type {{ way: Way, problem: import("../api/client.js").Problem } | null} */
  #refused = null;
  /** @type {Way | null} */
  #doing = null;
  /** @type {import("../api/types").CheckView | null} */
  #check = null;

  /**
   * @param {HTMLElement} page
   * @param {StartView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.chosen = view.recent[0]?.path ?? null;
    const t = words().start;
    this.typed = {
      open: inFolder(view.folder, ""),
      name: "",
      new: inFolder(view.folder, t.newFile),
      demo: inFolder(view.folder, t.demoFile),
      code: "",
    };
    if (session.refused !== null) {
      this.#refused = { way: "open", problem: session.refused };
      session.refused = null;
    }
    this.draw();
  }

  draw() {
    render(this.#template(), this.page);
  }

  /**
   * Does one of the ways, says how long it takes, and goes on to the book.
   * @param {Way} way
   * @param {(seconds: number) => string} sentence
   * @param {() => Promise<BookView>} work
   */
  #go(way, sentence, work) {
    return once("book", async () => {
      this.#doing = way;
      this.#refused = null;
      this.draw();
      const result = await attempt(during(sentence, work().then(async (book) => {
        await enter(book);
        return book;
      })));
      this.#doing = null;
      if (result.problem === null) {
        notice(words().start.opened(result.answer));
        location.hash = to("overview", session.year);
        return;
      }
      this.#refused = { way, problem: result.problem };
      this.draw();
    });
  }

  /** @param {string} path */
  open = (path) =>
    this.#go("open", words().start.opening, () => call("book_open", { path }));

  make = () =>
    this.#go("new", words().start.making, () =>
      call("book_new", { path: this.typed.new, name: this.typed.name.trim() }));

  demo = () =>
    this.#go("demo", words().start.makingDemo, () =>
      call("demo_make", { path: this.typed.demo }));

  check = () =>
    once("book", async () => {
      this.#doing = "check";
      this.draw();
      const against = this.typed.code.trim() || null;
      const work = call("book_check", { against });
      const result = await attempt(during(words().start.checking, work));
      this.#doing = null;
      this.#check = result.answer;
      this.#refused = result.problem && { way: "check", problem: result.problem };
      this.draw();
    });

  /** Goes back to a copy, into a new file, and opens that. */
  restore = () => {
    const t = words().backups;
    const { folder } = this.view;
    askForm({
      id: "restore", title: words().start.restore, doing: t.restoring, button: t.doRestore,
      note: t.restoreNote,
      fields: [
        { name: "from", label: t.from, choose: ({ from = "" }) => chooseBook(from || folder) },
        { name: "file", label: t.to, choose: ({ file = "" }) => choosePlace(file, "book") },
      ],
      typed: { file: inFolder(folder, words().start.restoredFile) },
      run: ({ from = "", file = "" }) =>
        call("book_restore", { from: from.trim(), file: file.trim() }),
      done: ({ path }) => void this.open(path),
    });
  };

  close = () =>
    once("book", async () => {
      this.view = await call("book_close", {});
      leave();
      this.#check = null;
      // The window without a book has another navigation, so everything is drawn again.
      window.dispatchEvent(new HashChangeEvent("hashchange"));
    });

  #head() {
    const t = words().start;
    return { title: session.book === null ? t.title : t.titleBook, context: t.context };
  }

  #template() {
    return html`${pageHead(this.#head())}
      <div class="two-columns start">
        <div>${this.#present()} ${this.#recent()}</div>
        <div>${this.#demo()} ${this.#open()} ${this.#new()}</div>
      </div>`;
  }

  #present() {
    const { book } = session;
    if (book === null) {
      return nothing;
    }
    const t = words().start;
    const facts = [
      [t.townships, book.townships], [t.villages, book.villages],
      [t.cooperatives, book.cooperatives], [t.members, book.members], [t.vouchers, book.vouchers],
    ];
    return html`<section aria-labelledby="book-head">
      ${sectionHead("book-head", book.name, book.path)}
      <dl class="figures small">
        ${facts.map(([name, value]) => html`<div>
          <dt>${name}</dt><dd><b>${count(Number(value))}</b></dd>
        </div>`)}
        <div><dt>${t.lastVoucher}</dt><dd><b>${book.last_voucher ?? "—"}</b></dd></div>
      </dl>
      <div class="path">
        <label for="check-code">${t.code}</label>
        <input
          id="check-code" type="text" autocomplete="off" spellcheck="false"
          placeholder=${t.codeHint}
          aria-invalid=${this.#refused?.way === "check" ? "true" : nothing}
          .value=${this.typed.code}
          @input=${(/** @type {Event} */ event) => {
            this.typed.code = /** @type {HTMLInputElement} */ (event.target).value;
          }}
        />
      </div>
      <div class="buttons left">
        ${this.#button("book-check", "check", t.check, this.check)}
        <button type="button" id="book-close" @click=${this.close}>${t.close}</button>
      </div>
      ${this.#refusal("check", "book-check")} ${checkResult(this.#check)}
    </section>`;
  }

  #recent() {
    const t = words().start;
    return html`<section aria-labelledby="recent-head">
      ${sectionHead("recent-head", t.recent, t.recentNote)}
      ${dataTable({
        id: "recent",
        label: t.recent,
        columns: [
          { id: "name", head: t.book, kind: "wrap", cell: ({ name, path, exists }) => html`<button
              type="button" class="link" tabindex="-1" ?disabled=${!exists}
              @click=${() => this.open(path)}>${name}</button>
            <span class="second path-text">${path}${exists ? nothing : t.gone}</span>` },
          { id: "villages", head: t.villages, kind: "figure", cell: (row) => count(row.villages) },
          { id: "cooperatives", head: t.cooperatives, kind: "figure",
            cell: (row) => count(row.cooperatives) },
          { id: "last", head: t.lastVoucher, kind: "figure",
            cell: (row) => row.last_voucher ?? "—" },
          { id: "backup", head: t.lastBackup, kind: "figure",
            cell: (row) => row.last_backup?.slice(0, 10) ?? t.never },
        ],
        rows: this.view.recent,
        key: ({ path }) => path,
        chosen: this.chosen,
        choose: (path) => { this.chosen = path; this.draw(); },
        open: (path) => void this.open(path),
        empty: t.noRecent,
      })}
    </section>`;
  }

  #demo() {
    const t = words().start;
    return html`<section aria-labelledby="demo-head">
      ${sectionHead("demo-head", t.demo)}
      <p>${t.demoNote}</p>
      ${this.#path("demo", "demo-path", t.place, "book")}
      <div class="buttons">
        ${this.#button("demo-make", "demo", t.demoMake, this.demo,
          session.book === null && this.view.recent.length === 0)}
      </div>
    </section>`;
  }

  #open() {
    const t = words().start;
    return html`<section aria-labelledby="open-head">
      ${sectionHead("open-head", t.open)}
      ${this.#path("open", "open-path", t.file, "open")}
      <div class="buttons">
        <button type="button" id="book-restore" @click=${this.restore}>${t.restore}</button>
        ${this.#button("book-open", "open", t.openIt, () => this.open(this.typed.open))}
      </div>
    </section>`;
  }

  #new() {
    const t = words().start;
    const problem = this.#refused?.way === "new" && this.#refused.problem.field === "name"
      ? this.#refused.problem : null;
    return html`<section aria-labelledby="new-head">
      ${sectionHead("new-head", t.new)}
      <div class="path">
        <label for="new-name">${t.name}</label>
        <input
          id="new-name" type="text" autocomplete="off" placeholder=${t.nameHint}
          aria-invalid=${problem === null ? nothing : "true"}
          .value=${this.typed.name}
          @input=${(/** @type {Event} */ event) => {
            this.typed.name = /** @type {HTMLInputElement} */ (event.target).value;
          }}
        />
        ${fieldNote("new-name", problem)}
      </div>
      ${this.#path("new", "new-path", t.place, "book")}
      <div class="buttons">${this.#button("book-new", "new", t.newMake, this.make)}</div>
    </section>`;
  }

  /**
   * @param {"open" | "new" | "demo"} way
   * @param {string} id
   * @param {string} label
   * @param {"open" | "book"} kind whether a file is looked for or a place for a new one
   */
  #path(way, id, label, kind) {
    const refused = this.#refused?.way === way && this.#refused.problem.field !== "name"
      ? this.#refused.problem : null;
    return pathField({
      id, label, value: this.typed[way], problem: refused,
      type: (value) => { this.typed[way] = value; },
      choose: async () => {
        const chosen = kind === "open"
          ? await chooseBook(this.view.folder)
          : await choosePlace(this.typed[way], "book");
        this.typed[way] = chosen ?? this.typed[way];
        this.draw();
      },
    });
  }

  /**
   * @param {Way} way
   * @param {string} id
   */
  #refusal(way, id) {
    return fieldNote(id, this.#refused?.way === way ? this.#refused.problem : null);
  }

  /**
   * @param {string} id
   * @param {Way} way
   * @param {string} label
   * @param {() => void} run
   * @param {boolean} filled
   */
  #button(id, way, label, run, filled = false) {
    return html`<button
      type="button" id=${id} class=${filled ? "filled" : ""}
      aria-disabled=${this.#doing === null ? nothing : "true"}
      aria-busy=${this.#doing === way ? "true" : nothing}
      @click=${run}
    >
      ${this.#doing === way ? words().start.doing[way] : label}
    </button>`;
  }

  keys() {
    return headKeys(this.#head());
  }
}
