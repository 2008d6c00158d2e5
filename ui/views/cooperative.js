// @ts-check
// One cooperative: registration, who owns it, what it made, and where the surplus comes from.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, money, part, quantity } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { mountChart } from "../parts/chart.js";
import { structurePlot } from "../parts/chart-structure.js";
import { emptyPage } from "../parts/empty-page.js";
import { factList } from "../parts/facts.js";
import { findingList } from "../parts/findings.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { stateWord } from "../parts/state.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").CooperativeView} CooperativeView */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, year
 */
export async function show(page, args) {
  const code = args[0] ?? presentCoop();
  if (code === null) {
    return emptyPage(page, words().cooperatives.title);
  }
  const view = await call("cooperative", { code, year: yearOf(args[1]) ?? session.year });
  session.coop = view.row.code;
  session.year = view.year;
  return new CooperativePage(page, view);
}

class CooperativePage {
  #asTable = false;
  /** @type {ReturnType<typeof mountChart> | undefined} */
  #chart;

  /**
   * @param {HTMLElement} page
   * @param {CooperativeView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.draw();
  }

  draw() {
    render(this.#template(), this.page);
    this.#chart ??= mountChart(this.page, "#cooperative-chart");
    this.#chart.update(structurePlot(this.view));
  }

  toggleTable = () => {
    this.#asTable = !this.#asTable;
    this.draw();
  };

  #head() {
    const t = words().cooperative;
    const { row, year } = this.view;
    const go = (/** @type {string} */ address) => () => (location.hash = address);
    return {
      title: t.title,
      coop: {
        name: row.name,
        change: (/** @type {string} */ code) => (location.hash = to("cooperative", code, year)),
      },
      context: t.context(year, row, money(row.capital)),
      years: {
        all: session.book?.years ?? [], now: year,
        address: (/** @type {number} */ other) => to("cooperative", row.code, other),
      },
      actions: [
        { id: "cooperative-members", label: t.toMembers, run: go(to("members", row.code, year)) },
        { id: "cooperative-dividend", label: t.toDividend,
          run: go(to("dividend", row.code, year)) },
      ],
    };
  }

  #template() {
    const t = words();
    return html`${pageHead(this.#head())}
      <div class="side-and-main">
        <div>
          ${this.#registration()} ${findingList(this.view.findings, "cooperative-findings")}
        </div>
        <div>
          ${sectionHead("cooperative-chart-head", t.cooperative.structure, this.#legend(),
            html`<button type="button" class="plain" id="chart-table" @click=${this.toggleTable}>
              <kbd>T</kbd> ${this.#asTable ? t.chart.asChart : t.chart.asTable}
            </button>`)}
          <div
            id="cooperative-chart" class="chart structure" ?hidden=${this.#asTable}
            role="group" aria-labelledby="cooperative-chart-head"
          ></div>
          ${this.#asTable ? this.#structureTable() : nothing}
          <div class="two-columns even">
            <div>${this.#surplus()} ${this.#yields()}</div>
            <div>${this.#villages()} ${this.#distributions()} ${this.#deliveries()}</div>
          </div>
        </div>
      </div>`;
  }

  #registration() {
    const t = words().cooperative;
    const { row } = this.view;
    return html`<section aria-labelledby="cooperative-registration">
      ${sectionHead("cooperative-registration", t.registration)}
      ${factList([
        [t.code, row.code],
        [t.creditCode, row.credit_code],
        [t.alliance, row.alliance],
        [t.line, row.line],
        [t.starts, row.starts],
      ])}
    </section>`;
  }

  #legend() {
    const t = words();
    const series = {
      village_collective: "series-1", household: "series-2", enterprise: "series-3",
    };
    return this.view.structure
      .filter(({ members }) => members > 0)
      .map((row) => html`<span class="legend ${series[row.kind]}">${
        t.cooperative.legend(t.kind[row.kind], row)}</span>`);
  }

  #structureTable() {
    const t = words().cooperative;
    return dataTable({
      id: "cooperative-structure",
      label: t.structure,
      columns: [
        { id: "kind", head: t.kindHead, cell: ({ kind }) => words().kind[kind] },
        { id: "members", head: t.byMembers, kind: "figure", cell: (row) => count(row.members) },
        { id: "members-percent", head: t.part100, kind: "figure second",
          cell: (row) => part(row.members_percent) },
        { id: "capital", head: t.byCapital, kind: "figure", cell: (row) => money(row.capital) },
        { id: "capital-percent", head: t.part100, kind: "figure second",
          cell: (row) => part(row.capital_percent) },
      ],
      rows: this.view.structure.filter(({ members }) => members > 0),
      key: ({ kind }) => kind,
    });
  }

  #surplus() {
    const t = words().cooperative;
    const { surplus_accounts, row, year } = this.view;
    return html`<section aria-labelledby="cooperative-surplus-head">
      ${sectionHead("cooperative-surplus-head", t.surplusHead(year), words().unit)}
      ${dataTable({
        id: "cooperative-surplus",
        label: t.surplusHead(year),
        columns: [
          { id: "code", head: t.account, kind: "second", cell: ({ code }) => code },
          { id: "name", head: t.name, cell: ({ name }) => name },
          { id: "amount", head: t.amount, kind: "figure", cell: ({ amount }) => money(amount) },
        ],
        rows: surplus_accounts,
        key: ({ code }) => code,
        totals: { name: t.surplus, amount: money(row.surplus) },
        empty: t.noVouchers,
      })}
    </section>`;
  }

  #distributions() {
    const t = words().cooperative;
    const { row, distributions } = this.view;
    return html`<section aria-labelledby="cooperative-distributions-head">
      ${sectionHead("cooperative-distributions-head", t.distributions, words().unit)}
      ${dataTable({
        id: "cooperative-distributions",
        label: t.distributions,
        columns: [
          { id: "year", head: t.year, cell: ({ year }) =>
            html`<a href=${to("dividend", row.code, year)}>${year}</a>` },
          { id: "pool", head: t.pool, kind: "figure", cell: ({ pool }) => money(pool) },
          { id: "resolution", head: t.resolution, kind: "second wrap", cell: (each) =>
            [each.resolution, each.approved_on].filter((part) => part !== null).join("，") },
          { id: "status", head: t.status, cell: ({ status }) => stateWord(status) },
        ],
        rows: distributions,
        key: ({ year }) => String(year),
        empty: t.noDistributions,
      })}
    </section>`;
  }

  #villages() {
    const t = words().cooperative;
    const { row, villages, year } = this.view;
    return html`<section aria-labelledby="cooperative-villages-head">
      ${sectionHead("cooperative-villages-head", t.villages, t.villagesNote(villages.length))}
      ${dataTable({
        id: "cooperative-villages",
        label: t.villages,
        columns: [
          { id: "name", head: t.village, cell: ({ code, name }) =>
            html`<a href=${to("member", row.code, code, year)}>${name}</a>` },
          { id: "township", head: t.township, kind: "second", cell: ({ township }) => township },
          { id: "capital", head: t.capital, kind: "figure", cell: ({ capital }) => money(capital) },
          { id: "part", head: t.part100, kind: "figure second",
            cell: ({ capital_percent }) => part(capital_percent) },
        ],
        rows: villages,
        key: ({ code }) => code,
        empty: t.noVillages,
      })}
    </section>`;
  }

  #yields() {
    const t = words().cooperative;
    return productTable("cooperative-yields", t.yields, t.noYields, this.view.yields, []);
  }

  #deliveries() {
    const t = words().cooperative;
    const { deliveries } = this.view;
    return productTable("cooperative-deliveries", t.deliveries, t.noDeliveries, deliveries, [
      { id: "amount", head: t.amount, kind: "figure", cell: ({ amount }) =>
        (amount === null ? nothing : money(amount)) },
    ]);
  }

  keys() {
    const { row } = this.view;
    return [
      { key: "T", says: words().keys.table, run: this.toggleTable },
      { key: "Esc", says: words().keys.toList,
        run: () => (location.hash = to("cooperatives", this.view.year, row.code)) },
      ...headKeys(this.#head()),
    ];
  }

  leave() {
    this.#chart?.remove();
  }
}

/**
 * Sums by product and unit.
 * @param {string} id
 * @param {string} title
 * @param {string} empty
 * @param {CooperativeView["yields"]} rows
 * @param {import("../parts/table.js").Column<CooperativeView["yields"][number]>[]} more
 */
function productTable(id, title, empty, rows, more) {
  const t = words().cooperative;
  return html`<section aria-labelledby="${id}-head">
    ${sectionHead(`${id}-head`, title)}
    ${dataTable({
      id,
      label: title,
      columns: [
        { id: "product", head: t.product, cell: ({ product }) => product },
        { id: "quantity", head: t.quantity, kind: "figure", cell: (row) =>
          `${quantity(row.quantity)} ${row.unit}` },
        { id: "records", head: t.records, kind: "figure second", cell: ({ records }) =>
          count(records) },
        ...more,
      ],
      rows,
      key: ({ product, unit }) => `${product} ${unit}`,
      empty,
    })}
  </section>`;
}
