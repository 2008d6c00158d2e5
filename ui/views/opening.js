// @ts-check
// Opening balances: the sheet, kept at every change as it is typed. Sums and the difference are
// what the core last answered; the window adds nothing.

import { call } from "../api/client.js";
import { render, html } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { keyOf, readPasted, rowsOf, typedIn } from "../lib/opening-sheet.js";
import { to } from "../lib/route.js";
import { presentCoop, renewBook, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { emptyPage } from "../parts/empty-page.js";
import { askConfirm, openingSide } from "../parts/opening-side.js";
import { openingTable } from "../parts/opening-table.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt } from "../parts/problem-note.js";
import { notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/client.js").Problem} Problem */
/** @typedef {import("../api/types").OpeningView} OpeningView */

/** How long the hands rest before what they typed is kept. */
const REST_MS = 250;

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args the cooperative
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().opening.title);
  }
  const { answer: view, problem } = await attempt(call("opening", { coop }));
  if (problem !== null) {
    return emptyPage(page, words().opening.title, problem);
  }
  session.coop = view.coop.code;
  return new OpeningPage(page, view);
}

class OpeningPage {
  /** @type {Problem | null} */
  #problem = null;
  /** @type {number | undefined} */
  #resting;
  /** @type {Promise<void>} */
  #keeping = Promise.resolve();
  #unsaved = false;
  /** @type {Set<string>} */
  #unfolded = new Set();

  /**
   * @param {HTMLElement} page
   * @param {OpeningView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.typed = typedIn(view);
    this.draw();
  }

  get locked() {
    return this.view.locked !== null;
  }

  #head() {
    const { view } = this;
    const t = words().opening;
    return {
      title: t.title,
      context: t.context(view),
      coop: {
        name: view.coop.name,
        change: (/** @type {string} */ other) => (location.hash = to("opening", other)),
      },
    };
  }

  draw() {
    const t = words().opening;
    render(
      html`${pageHead(this.#head())}
        <div class="opening">
          <section class="fill" aria-labelledby="sheet-head">
            ${sectionHead("sheet-head", t.sheet, this.locked ? "" : t.note)}
            <div class="scroll" @paste=${this.paste}>
              ${openingTable({
                view: this.view,
                typed: this.typed,
                unfolded: this.#unfolded,
                fold: this.fold,
                type: this.type,
              })}
            </div>
          </section>
          ${openingSide({
            view: this.view,
            problem: this.#problem,
            unsaved: this.#unsaved,
            confirm: this.ask,
          })}
        </div>`,
      this.page,
    );
  }

  /** @param {string} account */
  fold = (account) => {
    if (!this.#unfolded.delete(account)) {
      this.#unfolded.add(account);
    }
    this.draw();
  };

  /**
   * @param {string} account
   * @param {string | null} member
   * @param {"debit" | "credit"} side
   * @param {string} text
   */
  type = (account, member, side, text) => {
    const key = keyOf(account, member);
    const row = this.typed.get(key) ?? { account, member, debit: "", credit: "" };
    this.typed.set(key, { ...row, [side]: text });
    this.#keepSoon();
  };

  #keepSoon() {
    this.#unsaved = true;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.keep(), REST_MS);
  }

  /** Keeps what was typed, one after the other, and shows what it adds up to. */
  keep() {
    clearTimeout(this.#resting);
    this.#keeping = this.#keeping.then(async () => {
      if (!this.#unsaved) {
        return;
      }
      this.#unsaved = false;
      const asks = { coop: this.view.coop.code, rows: rowsOf(this.typed) };
      const { answer, problem } = await attempt(call("opening_save", asks));
      this.view = answer ?? this.view;
      this.#problem = problem;
      this.#unsaved ||= problem !== null;
      if (this.page.isConnected) {
        this.draw();
      }
    });
    return this.#keeping;
  }

  /** @param {ClipboardEvent} event */
  paste = (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (this.locked || !/[\t\n]/.test(text.trim())) {
      return;
    }
    event.preventDefault();
    const t = words().opening;
    const { rows, unknown } = readPasted(text, this.view);
    if (rows === null) {
      notice(t.pasteUnknown(unknown));
      return;
    }
    for (const row of rows) {
      this.typed.set(keyOf(row.account, row.member), row);
      if (row.member !== null) {
        this.#unfolded.add(row.account);
      }
    }
    notice(t.pasted(rows.length));
    this.#keepSoon();
    this.draw();
  };

  ask = async () => {
    await this.keep();
    if (!this.locked && this.view.balances && !this.#unsaved) {
      askConfirm(this.view, () => void this.confirm());
    }
  };

  confirm = () =>
    once("opening", async () => {
      const asks = { coop: this.view.coop.code };
      const { answer, problem } = await attempt(call("opening_confirm", asks));
      this.#problem = problem;
      if (answer !== null) {
        this.view = answer;
        this.typed = typedIn(answer);
        await renewBook();
        notice(words().opening.done(answer.voucher ?? money(answer.debit)));
      }
      this.draw();
    });

  leave() {
    void this.keep();
  }

  keys() {
    const says = words().opening.confirm;
    const confirm = { key: "Ctrl+Enter", says, run: () => void this.ask() };
    return [...(this.locked ? [] : [confirm]), ...headKeys(this.#head())];
  }
}
