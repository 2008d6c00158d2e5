// @ts-check
// The register of one cooperative: every member with capital, deliveries and what the year gives.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, money } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { finds, presentCoop, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { emptyPage, refusedPage } from "../parts/empty-page.js";
import { askMember, askReserve } from "../parts/member-moves.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt } from "../parts/problem-note.js";
import { searchField, searchKey } from "../parts/search.js";
import { stateWord } from "../parts/state.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").MembersView} MembersView */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, year, member to choose first
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().members.title);
  }
  const year = yearOf(args[1]) ?? session.year;
  const { answer: view, problem } = await attempt(call("members", { coop, year }));
  if (problem !== null) {
    return refusedPage(page, "members", coop, year, problem);
  }
  session.coop = view.cooperative.code;
  session.year = view.year;
  return new MembersPage(page, view, args[2]);
}

class MembersPage {
  #typed = "";

  /**
   * @param {HTMLElement} page
   * @param {MembersView} view
   * @param {string | undefined} chosen
   */
  constructor(page, view, chosen) {
    this.page = page;
    this.view = view;
    this.chosen = chosen ?? view.rows[0]?.code ?? null;
    this.draw();
  }

  draw() {
    render(this.#template(), this.page);
  }

  #head() {
    const { view } = this;
    const { code, name } = view.cooperative;
    return {
      title: words().members.title,
      coop: {
        name,
        change: (/** @type {string} */ other) => (location.hash = to("members", other, view.year)),
      },
      context: words().members.context(view.year, count(view.totals.members),
        money(view.totals.capital)),
      years: {
        all: view.years, now: view.year,
        address: (/** @type {number} */ year) => to("members", code, year),
      },
      actions: [
        { id: "member-add", key: "Alt+N", label: words().membership.add, run: this.add },
        { id: "reserve-quantify", label: words().membership.quantify, run: this.quantify },
      ],
    };
  }

  add = () => {
    const { code } = this.view.cooperative;
    askMember(code, (member) => { location.hash = to("member", code, member, this.view.year); });
  };

  quantify = () => {
    const coop = this.view.cooperative.code;
    askReserve({ coop, year: this.view.year }, () => {});
  };

  #template() {
    const t = words().members;
    const { view } = this;
    const rows = view.rows.filter((row) => finds(row, this.#typed));
    const search = searchField({
      label: t.search, typed: this.#typed, table: "members",
      type: (typed) => { this.#typed = typed; this.draw(); },
    });
    const note = html`${t.note(rows.length, view.rows.length)} ${t.dividendIs}
      ${stateWord(view.status)}`;
    return html`${pageHead(this.#head())}
      <section class="fill" aria-labelledby="members-head">
        ${sectionHead("members-head", t.register, note, search)}
        <div class="scroll">${this.#table(rows)}</div>
      </section>`;
  }

  /** @param {MembersView["rows"]} rows */
  #table(rows) {
    const t = words().members;
    const { view } = this;
    const address = (/** @type {string} */ code) =>
      to("member", view.cooperative.code, code, view.year);
    return dataTable({
      id: "members",
      label: t.register,
      columns: [
        { id: "code", head: t.code, kind: "second", cell: ({ code }) => code },
        { id: "name", head: t.name, cell: ({ code, name }) =>
          html`<a href=${address(code)} tabindex="-1">${name}</a>` },
        { id: "kind", head: t.kind, kind: "second", cell: ({ kind }) => words().kind[kind] },
        { id: "village", head: t.village, kind: "second", cell: (row) =>
          row.village?.name ?? nothing },
        { id: "joined", head: t.joined, kind: "second context", cell: (row) =>
          (row.left === null ? row.joined ?? nothing : words().membership.left(row.left)) },
        { id: "capital", head: t.capital, kind: "figure", cell: (row) => money(row.capital) },
        { id: "deliveries", head: t.deliveries, kind: "figure context",
          cell: (row) => money(row.deliveries) },
        { id: "refund", head: t.refund, kind: "figure",
          cell: (row) => money(row.patronage_refund) },
        { id: "dividend", head: t.dividend, kind: "figure", cell: (row) => money(row.dividend) },
        { id: "total", head: t.total, kind: "figure strong", cell: (row) => money(row.total) },
      ],
      rows,
      key: ({ code }) => code,
      chosen: this.chosen,
      choose: (code) => { this.chosen = code; this.draw(); },
      open: (code) => (location.hash = address(code)),
      totals: rows.length === view.rows.length ? this.#totals() : undefined,
      empty: view.rows.length === 0 ? t.none(view.year) : t.nothing(this.#typed),
    });
  }

  #totals() {
    const { totals } = this.view;
    return {
      name: words().members.all(count(totals.members)),
      capital: money(totals.capital),
      deliveries: money(totals.deliveries),
      refund: money(totals.patronage_refund),
      dividend: money(totals.dividend),
      total: money(totals.total),
    };
  }

  keys() {
    return [searchKey(), ...headKeys(this.#head())];
  }
}
