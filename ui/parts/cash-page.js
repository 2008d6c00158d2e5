// @ts-check
// The count of the cash box: notes and coins, what they come to, and what the books say.

import { call } from "../api/client.js";
import { html, live, nothing, render } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";
import { orNull, today } from "./ask-form.js";
import { bankParts } from "./bank-parts.js";
import { madeLink } from "./made-link.js";
import { headKeys, pageHead, sectionHead } from "./page-head.js";
import { attempt, fieldNote, problemNote } from "./problem-note.js";
import { during, notice, once } from "./status-line.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").CashView} CashView */
/** @typedef {import("../api/client.js").Problem} Problem */

const WORTHS = ["100", "50", "20", "10", "5", "1", "0.5", "0.1"];

export class CashPage {
  /** @type {Problem | null} */
  #problem = null;

  /**
   * @param {HTMLElement} page
   * @param {CashView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    /** @type {Record<string, string>} */
    this.typed = { on: today(), account: view.accounts[0]?.code ?? "" };
    this.draw();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().making.bank;
    const { coop } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("bank", code, "cash")),
      },
    };
  }

  #template() {
    const t = words().making.bank;
    return html`${pageHead(this.#head())} ${bankParts(this.view.coop.code, "cash")}
      <div class="closing-columns">
        <section aria-labelledby="counts-head">
          ${sectionHead("counts-head", t.counts, t.countsNote)}
          <div class="scroll">${this.#counts()}</div>
        </section>
        <section aria-labelledby="count-head">
          ${sectionHead("count-head", t.count, t.countNote)}
          ${this.#form()}
        </section>
      </div>`;
  }

  #counts() {
    const t = words().making.bank;
    const coop = this.view.coop.code;
    return dataTable({
      id: "cash-counts",
      label: t.counts,
      columns: [
        { id: "date", head: t.date, cell: ({ on }) => on },
        { id: "account", head: t.account, cell: ({ account }) => account },
        { id: "counted", head: t.counted, kind: "figure", cell: ({ counted }) => money(counted) },
        { id: "book", head: t.ofBook, kind: "figure", cell: ({ book }) => money(book) },
        { id: "difference", head: t.difference, kind: "figure strong",
          cell: ({ difference }) => money(difference) },
        { id: "pieces", head: t.pieces, kind: "wrap", cell: ({ pieces, note }) =>
          html`${pieces ?? ""} <span class="second">${note ?? ""}</span>` },
        { id: "voucher", head: t.voucher, cell: (row) =>
          madeLink(coop, row, /^-?0+\.0+$/.test(row.difference)
            ? null
            : { what: row.on, make: () => this.makeDraft(row.id) }) },
      ],
      rows: this.view.rows,
      key: ({ id }) => String(id),
      empty: t.noCounts,
    });
  }

  #form() {
    const t = words().making.bank;
    const field = (/** @type {string} */ name, /** @type {string} */ label, hint = "") => {
      const wrong = this.#problem?.field === name;
      return html`<div class="row">
          <label for="cash-${name}">${label}</label>
          <input
            id="cash-${name}" type="text" autocomplete="off" placeholder=${hint}
            aria-invalid=${wrong ? "true" : nothing}
            aria-describedby=${wrong ? `cash-${name}-problem` : nothing}
            .value=${live(this.typed[name] ?? "")}
            @input=${(/** @type {Event} */ event) => {
              this.typed[name] = /** @type {HTMLInputElement} */ (event.target).value;
            }}
          />
        </div>
        ${fieldNote(`cash-${name}`, wrong ? this.#problem : null)}`;
    };
    const beside = ["on", "counted", "note"].includes(this.#problem?.field ?? "");
    return html`<div class="form">
        ${field("on", t.date)}
        <div class="row">
          <label for="cash-account">${t.account}</label>
          <span class="choice"><select
            id="cash-account"
            @change=${(/** @type {Event} */ event) => {
              this.typed["account"] = /** @type {HTMLSelectElement} */ (event.target).value;
            }}
          >
            ${this.view.accounts.map(({ code, name, balance }) => html`<option value=${code}>
              ${code} ${name} ${money(balance)}</option>`)}
          </select></span>
        </div>
        ${field("counted", t.countedInAll, t.orPieces)}
        <div class="row pieces" role="group" aria-label=${t.pieces}>
          ${WORTHS.map((worth) => html`<span>
            <label for="piece-${worth}">${t.worth(worth)}</label>
            <input
              id="piece-${worth}" type="text" inputmode="numeric" autocomplete="off"
              .value=${live(this.typed[`piece ${worth}`] ?? "")}
              @input=${(/** @type {Event} */ event) => {
                const { value } = /** @type {HTMLInputElement} */ (event.target);
                this.typed[`piece ${worth}`] = value;
              }}
            />
          </span>`)}
        </div>
        ${field("note", t.remark)}
      </div>
      ${beside ? nothing : problemNote(this.#problem, "cash-problem")}
      <div class="buttons left">
        <button type="button" id="cash-count" class="filled" @click=${this.count}>
          ${t.keepCount} <kbd>Ctrl+Enter</kbd>
        </button>
      </div>`;
  }

  count = () =>
    once("cash", async () => {
      const t = words().making.bank;
      const pieces = WORTHS.map((worth) => ({
        worth, count: (this.typed[`piece ${worth}`] ?? "").trim(),
      })).filter(({ count }) => count !== "");
      const counted = orNull(this.typed["counted"]);
      const note = orNull(this.typed["note"]);
      const input = {
        on: this.typed["on"] ?? "", account: this.typed["account"] ?? "", pieces,
        ...(counted === null ? {} : { counted }), ...(note === null ? {} : { note }),
      };
      const work = call("cash_count", { coop: this.view.coop.code, input });
      const { answer, problem } = await attempt(during(() => t.counting, work));
      this.#problem = problem;
      if (answer !== null) {
        this.view = answer.cash;
        this.typed = { on: today(), account: this.typed["account"] ?? "" };
        notice(answer.draft === null ? t.agrees : t.countDrafted(answer.draft.id));
      }
      this.draw();
    });

  makeDraft = (/** @type {number} */ id) =>
    once("cash", async () => {
      const asked = { coop: this.view.coop.code, id };
      const { answer, problem } = await attempt(call("cash_draft", asked));
      this.#problem = problem;
      if (answer !== null) {
        location.hash = to("draft", answer.id);
        return;
      }
      this.draw();
    });

  keys() {
    return [
      ...headKeys(this.#head()),
      { key: "Ctrl+Enter", says: words().making.bank.keepCount, run: () => this.count() },
    ];
  }
}
