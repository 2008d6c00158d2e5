// @ts-check
// The voucher that one is bound to, line by line under its sheet (对照): what is taken back or put
// right is before the eyes while it is typed, reviewed or looked at.

import { call } from "../api/client.js";
import { html, nothing } from "../lib/dom.js";
import { isNegative, isZero, money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { attempt } from "./problem-note.js";
import { dataTable } from "./table.js";
import { paperOf } from "./voucher-paper.js";

export class VoucherBeside {
  /** @type {import("../api/types").VoucherView | null} */
  #view = null;

  /**
   * @param {string} coop
   * @param {{ corrects: string | null, reverses: string | null } | null} bound
   * @param {() => void} draw
   */
  constructor(coop, bound, draw) {
    const number = bound?.corrects ?? bound?.reverses ?? null;
    if (number !== null) {
      void this.#read(coop, number, draw);
    }
  }

  /**
   * @param {string} coop
   * @param {string} number
   * @param {() => void} draw
   */
  async #read(coop, number, draw) {
    const { answer } = await attempt(call("voucher", { coop, number }));
    this.#view = answer;
    draw();
  }

  template() {
    const view = this.#view;
    if (view === null) {
      return nothing;
    }
    const t = words().vouchers;
    const open = html`<a href=${to("voucher", view.coop.code, view.number)}>${t.beside.open}</a>`;
    const note = t.beside.note(view.date, view.preparer, view.reviewer);
    return html`<section class="beside" aria-labelledby="voucher-beside-head">
      ${sectionHead("voucher-beside-head", t.beside.title(view.number), note, open)}
      ${this.#table(view)}
    </section>`;
  }

  /** @param {import("../api/types").VoucherView} view */
  #table(view) {
    const t = words().vouchers;
    const lines = paperOf(view).lines.map((line, index) => ({ ...line, index }));
    const amount = (/** @type {string} */ yuan) => (isZero(yuan) ? nothing : money(yuan));
    /** @param {"debit" | "credit"} side */
    const figures = (side) => ({
      id: side, head: t[side], kind: "figure",
      mark: (/** @type {typeof lines[number]} */ line) => (isNegative(line[side]) ? "red" : ""),
      cell: (/** @type {typeof lines[number]} */ line) => amount(line[side]),
    });
    return dataTable({
      id: "voucher-beside",
      label: t.beside.title(view.number),
      columns: [
        { id: "summary", head: t.summary, cell: ({ summary }) => summary },
        { id: "account", head: t.account, cell: ({ account, name, detail }) =>
          html`${account} ${name} <span class="second">${detail}</span>` },
        figures("debit"),
        figures("credit"),
      ],
      rows: lines,
      key: ({ index }) => String(index),
      totals: { summary: words().total, debit: money(view.debit), credit: money(view.credit) },
    });
  }
}
