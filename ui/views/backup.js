// @ts-check
// The book's safety: copies made and gone back to, and the log of who settled what.

import { call, chooseBook, chooseFolder, choosePlace } from "../api/client.js";
import { html, live, nothing, render } from "../lib/dom.js";
import { count, fileName } from "../lib/format.js";
import { enter, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, fieldNote, problemNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/types").BackupsView} BackupsView */
/** @typedef {import("../api/types").BackupFile} BackupFile */
/** @typedef {import("../api/types").LogRow} LogRow */
/** @typedef {import("../api/client.js").Problem} Problem */

/** How many entries of the log are read in one go. */
const MOST = 50;

/** @param {HTMLElement} page */
export async function show(page) {
  const [backups, own, log] = await Promise.all([
    call("book_backups", {}), attempt(call("own_backups", {})),
    call("book_log", { before: null, most: MOST }),
  ]);
  return new BookPage(page, backups, own.answer ?? [], log);
}

class BookPage {
  /** @type {{ of: "backup" | "restore", problem: Problem } | null} */
  #refused = null;
  /** @type {string | null} */
  #restored = null;

  /**
   * @param {HTMLElement} page
   * @param {BackupsView} backups
   * @param {readonly BackupFile[]} own
   * @param {import("../api/types").LogView} log
   */
  constructor(page, backups, own, log) {
    this.page = page;
    this.backups = backups;
    this.own = own;
    /** @type {LogRow[]} */
    this.log = log.rows;
    this.before = log.before;
    this.typed = { folder: "", from: "", to: "" };
    this.draw();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #template() {
    const { title } = words().backups;
    return html`${pageHead({ title, context: session.book?.path ?? nothing })}
      <div class="two-columns">
        <div>${this.#backup()} ${this.#restore()}</div>
        <div>${this.#log()}</div>
      </div>`;
  }

  #backup() {
    const t = words().backups;
    const { changes, due, rows } = this.backups;
    const note = html`<span class=${due ? "short" : ""}>${t.note(changes, due)}</span>`;
    return html`<section aria-labelledby="backup-head">
      ${sectionHead("backup-head", t.backup, note)}
      ${this.#path("folder", "backup-folder", t.folder, t.folderHint, async () => {
        this.typed.folder = (await chooseFolder()) ?? this.typed.folder;
      })}
      <div class="buttons left">
        <button type="button" id="backup-make" class="filled" @click=${this.make}>
          ${t.make} <kbd>Ctrl+S</kbd>
        </button>
      </div>
      ${this.#refusal("backup")}
      ${this.#files("backup-list", t.list, t.none, rows.map(({ path, made_at: at, exists }) =>
        ({ path, at, gone: !exists })))}
      ${this.#files("own-list", t.own, t.noneOwn, this.own.map(({ path, made_at: at }) =>
        ({ path, at, gone: false })))}
    </section>`;
  }

  /**
   * @param {"folder" | "from" | "to"} name
   * @param {string} id
   * @param {string} label
   * @param {string} hint
   * @param {() => Promise<void>} choose
   */
  #path(name, id, label, hint, choose) {
    const field = { folder: "folder", from: "from", to: "file" }[name];
    const problem = this.#refused?.problem.field === field ? this.#refused.problem : null;
    return html`<div class="path">
      <label for=${id}>${label}</label>
      <div>
        <input
          id=${id} type="text" autocomplete="off" spellcheck="false" placeholder=${hint}
          aria-invalid=${problem === null ? nothing : "true"}
          aria-describedby=${problem === null ? nothing : `${id}-problem`}
          .value=${live(this.typed[name])}
          @input=${(/** @type {Event} */ event) => {
            this.typed[name] = /** @type {HTMLInputElement} */ (event.target).value;
          }}
        />
        <button
          type="button" id="${id}-choose" aria-label=${`${words().choose} ${label}`}
          @click=${async () => { await choose(); this.draw(); }}
        >
          ${words().choose}
        </button>
      </div>
      ${fieldNote(id, problem)}
    </div>`;
  }

  /** @param {"backup" | "restore"} of */
  #refusal(of) {
    const refused = this.#refused?.of === of ? this.#refused.problem : null;
    const atField = ["folder", "from", "file"].includes(refused?.field ?? "");
    return atField ? nothing : problemNote(refused, `${of}-problem`);
  }

  /**
   * @param {string} id
   * @param {string} title
   * @param {string} none
   * @param {readonly { path: string, at: string, gone: boolean }[]} files
   */
  #files(id, title, none, files) {
    const t = words().backups;
    return html`<h3 class="under" id="${id}-head">${title}</h3>
      ${files.length === 0
        ? html`<p class="second">${none}</p>`
        : html`<div class="scroll short-list" tabindex="0" role="region"
            aria-labelledby="${id}-head">
            <table class="table" id=${id} aria-labelledby="${id}-head">
              <thead>
                <tr><th scope="col">${t.time}</th><th scope="col">${t.place}</th></tr>
              </thead>
              <tbody>
                ${files.map(({ path, at, gone }) => html`<tr>
                  <td>${at}</td>
                  <td class="wrap" title=${path}>
                    <button
                      type="button" class="link" ?disabled=${gone}
                      @click=${() => this.#take(path)}
                    >${fileName(path)}</button>
                    ${gone ? html`<span class="second">${t.gone}</span>` : nothing}
                  </td>
                </tr>`)}
              </tbody>
            </table>
          </div>`}`;
  }

  /** A copy that is pressed is the one to go back to. */
  #take(/** @type {string} */ path) {
    this.typed.from = path;
    this.draw();
    document.getElementById("restore-to")?.focus();
  }

  make = () =>
    once("book", async () => {
      const work = call("book_backup", { folder: this.typed.folder.trim() });
      const { answer, problem } = await attempt(during(() => words().backups.making, work));
      this.#refused = problem && { of: "backup", problem };
      if (answer !== null) {
        notice(words().backups.made(answer.path));
        this.backups = await call("book_backups", {});
      }
      this.draw();
    });

  #restore() {
    const t = words().backups;
    return html`<section aria-labelledby="restore-head">
      ${sectionHead("restore-head", t.restore, t.restoreNote)}
      ${this.#path("from", "restore-from", t.from, "", async () => {
        this.typed.from = (await chooseBook(this.typed.from)) ?? this.typed.from;
      })}
      ${this.#path("to", "restore-to", t.to, "", async () => {
        this.typed.to = (await choosePlace(this.typed.to, "book")) ?? this.typed.to;
      })}
      <div class="buttons left">
        <button type="button" id="restore-do" @click=${this.restore}>${t.doRestore}</button>
        ${this.#restored === null
          ? nothing
          : html`<button type="button" id="restore-open" @click=${this.open}>${t.openIt}</button>`}
      </div>
      ${this.#refusal("restore")}
    </section>`;
  }

  restore = () =>
    once("book", async () => {
      const { from, to } = this.typed;
      const work = call("book_restore", { from: from.trim(), file: to.trim() });
      const { answer, problem } = await attempt(during(() => words().backups.restoring, work));
      this.#refused = problem && { of: "restore", problem };
      this.#restored = answer?.path ?? null;
      if (answer !== null) {
        notice(words().backups.restored(answer.path));
      }
      this.draw();
    });

  open = () =>
    once("book", async () => {
      const path = this.#restored;
      if (path === null) {
        return;
      }
      const { answer, problem } = await attempt(call("book_open", { path }));
      if (answer === null) {
        this.#refused = problem && { of: "restore", problem };
        this.draw();
        return;
      }
      await enter(answer);
      location.hash = "#/overview";
    });

  #log() {
    const t = words().backups;
    return html`<section>
      ${sectionHead("log-head", t.log, t.logNote)}
      <div class="scroll long-list" tabindex="0" role="region" aria-labelledby="log-head">
        <table class="table" id="log" aria-labelledby="log-head">
          <thead>
            <tr>
              <th scope="col" class="figure">${t.seq}</th>
              <th scope="col">${t.time}</th>
              <th scope="col">${t.operator}</th>
              <th scope="col">${t.what}</th>
            </tr>
          </thead>
          <tbody>
            ${this.log.map((row) => html`<tr>
              <td class="figure">${count(row.seq)}</td>
              <td>${row.at}</td>
              <td>${row.operator ?? html`<span class="second">${t.program}</span>`}</td>
              <td>${say(row.what)} <span class="second">${row.subject}</span></td>
            </tr>`)}
          </tbody>
        </table>
      </div>
      ${this.before === null
        ? nothing
        : html`<p class="more">
            <button type="button" id="log-older" @click=${this.older}>${t.older}</button>
          </p>`}
    </section>`;
  }

  older = () =>
    once("book", async () => {
      const { answer } = await attempt(call("book_log", { before: this.before, most: MOST }));
      this.log = [...this.log, ...(answer?.rows ?? [])];
      this.before = answer?.before ?? null;
      this.draw();
    });

  keys() {
    return [{ key: "Ctrl+S", says: words().backups.make, run: this.make }];
  }
}
