// @ts-check
// All cooperatives of the book, with the year's figures.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, lengthOf, money } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { finds, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { searchField, searchKey } from "../parts/search.js";
import { stateWord } from "../parts/state.js";
import { dataTable } from "../parts/table.js";
import { barLength } from "../parts/table-bars.js";

/** @typedef {import("../api/types").CooperativesView} CooperativesView */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args year
 */
export async function show(page, args) {
  const view = await call("cooperatives", { year: yearOf(args[0]) ?? session.year });
  session.year = view.year;
  return new CooperativesPage(page, view);
}

class CooperativesPage {
  #typed = "";

  /**
   * @param {HTMLElement} page
   * @param {CooperativesView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.chosen = session.coop ?? view.rows[0]?.code ?? null;
    this.draw();
  }

  draw() {
    render(this.#template(), this.page);
  }

  #head() {
    const { view } = this;
    return {
      title: words().cooperatives.title,
      context: words().cooperatives.context(view.rows.length, count(view.members_total)),
      years: {
        all: view.years, now: view.year,
        address: (/** @type {number} */ year) => to("cooperatives", year),
      },
    };
  }

  #template() {
    const t = words().cooperatives;
    const rows = this.view.rows.filter((row) => finds(row, this.#typed));
    const search = searchField({
      label: t.search, typed: this.#typed, table: "cooperatives",
      type: (typed) => { this.#typed = typed; this.draw(); },
    });
    return html`${pageHead(this.#head())}
      <section class="fill" aria-labelledby="cooperatives-head">
        ${sectionHead("cooperatives-head", t.list, t.note(rows.length, this.view.rows.length),
          search)}
        <div class="scroll">${this.#table(rows)}</div>
      </section>`;
  }

  /** @param {CooperativesView["rows"]} rows */
  #table(rows) {
    const t = words().cooperatives;
    const { view } = this;
    const open = (/** @type {string} */ code) =>
      (location.hash = to("cooperative", code, view.year));
    const longest = Math.max(1, ...view.rows.map(({ surplus }) => lengthOf(surplus)));
    const all = rows.length === view.rows.length;
    return dataTable({
      id: "cooperatives",
      label: t.title,
      columns: [
        { id: "code", head: t.code, kind: "second", cell: ({ code }) => code },
        { id: "name", head: t.name, cell: ({ code, name }) =>
          html`<a href=${to("cooperative", code, view.year)} tabindex="-1">${name}</a>` },
        { id: "alliance", head: t.alliance, kind: "second context",
          cell: ({ alliance }) => alliance ?? nothing },
        { id: "line", head: t.line, kind: "second", cell: ({ line }) => line ?? nothing },
        { id: "villages", head: t.villages, kind: "figure", cell: (row) => count(row.villages) },
        { id: "households", head: t.households, kind: "figure",
          cell: (row) => count(row.households) },
        { id: "members", head: t.members, kind: "figure", cell: (row) => count(row.members) },
        { id: "capital", head: t.capital, kind: "figure", cell: (row) => money(row.capital) },
        { id: "bar", head: html`<span class="unseen">${t.surplus}</span>`, kind: "bar context",
          cell: ({ surplus }) => barLength(lengthOf(surplus) / longest) },
        { id: "surplus", head: t.surplus, kind: "figure strong",
          cell: (row) => money(row.surplus) },
        { id: "status", head: t.status, cell: ({ status }) => stateWord(status) },
      ],
      rows,
      key: ({ code }) => code,
      chosen: this.chosen,
      choose: (code) => { this.chosen = code; this.draw(); },
      open,
      totals: all
        ? {
            name: words().total, members: count(view.members_total),
            capital: money(view.capital_total), surplus: money(view.surplus_total),
          }
        : undefined,
      empty: view.rows.length === 0 ? words().empty.cooperatives : t.nothing(this.#typed),
    });
  }

  keys() {
    return [searchKey(), ...headKeys(this.#head())];
  }
}
