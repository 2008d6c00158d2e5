// @ts-check
// The year at a glance: every village against the target, the cooperatives' surpluses, and the
// villages that lack most.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { isZero, lengthOf, money } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { mountChart } from "../parts/chart.js";
import { villagesPlot } from "../parts/chart-villages.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { stateWord } from "../parts/state.js";
import { dataTable } from "../parts/table.js";
import { barLength } from "../parts/table-bars.js";
import { waitingLine } from "../parts/waiting.js";

/** @typedef {import("../api/types").OverviewView} OverviewView */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args year
 */
export async function show(page, args) {
  const view = await call("overview", { year: yearOf(args[0]) ?? session.year });
  session.year = view.year;
  return new OverviewPage(page, view, await call("waiting", {}));
}

class OverviewPage {
  #asTable = false;
  /** @type {string | null} */
  #read = null;
  /** @type {ReturnType<typeof mountChart> | undefined} */
  #chart;

  /**
   * @param {HTMLElement} page
   * @param {OverviewView} view
   * @param {import("../api/types").WaitingView} waiting
   */
  constructor(page, view, waiting) {
    this.page = page;
    this.view = view;
    this.waiting = waiting;
    this.coop = view.cooperatives[0]?.code ?? null;
    this.missed = view.villages.filter(({ reached }) => !reached).reverse();
    this.village = this.missed[0]?.code ?? null;
    this.draw();
  }

  draw() {
    this.#drawPage();
    this.#chart ??= mountChart(this.page, "#overview-chart");
    this.#chart.update(villagesPlot(this.view, this.read));
  }

  #drawPage() {
    render(this.#template(), this.page);
  }

  /** @param {string | null} key the village that is pointed at */
  read = (key) => {
    this.#read = key;
    this.#drawPage();
  };

  toggleTable = () => {
    this.#asTable = !this.#asTable;
    this.draw();
  };

  #head() {
    const { view } = this;
    return {
      title: words().overview.title(view.year),
      context: words().overview.context(view),
      years: {
        all: view.years, now: view.year,
        address: (/** @type {number} */ year) => to("overview", year),
      },
    };
  }

  #template() {
    const t = words().overview;
    const { view } = this;
    return html`${pageHead(this.#head())}
      ${this.#figures()} ${waitingLine(this.waiting)}
      ${sectionHead("overview-chart-head", t.chartTitle, this.#note(), this.#legend())}
      <div
        id="overview-chart" class="chart villages" ?hidden=${this.#asTable}
        role="group" aria-labelledby="overview-chart-head"
      ></div>
      ${view.villages.length === 0 ? html`<p class="empty-page">${words().empty.villages}</p>` : ""}
      ${this.#asTable ? this.#villageTable() : nothing}
      <div class="two-columns overview-foot">
        <section aria-labelledby="overview-cooperatives-head">
          ${sectionHead("overview-cooperatives-head", t.cooperatives,
            t.cooperativesNote(view.cooperatives.length))}
          <div class="scroll">${this.#cooperativeTable()}</div>
        </section>
        <section aria-labelledby="overview-missed-head">
          ${sectionHead("overview-missed-head", t.missedTitle, t.missedNote(view.missed),
            html`<a id="overview-targets" href=${to("targets", view.year)}>${t.allTargets}</a>`)}
          <div class="scroll">${this.#missedTable()}</div>
        </section>
      </div>`;
  }

  #figures() {
    const t = words().overview;
    const { view } = this;
    const figure = (
      /** @type {string} */ id, /** @type {string} */ label, /** @type {string | number} */ value,
      /** @type {string} */ note, short = false,
    ) => html`<div>
      <dt>${label}</dt>
      <dd id=${id}><b class=${short ? "short" : ""}>${value}</b> <span>${note}</span></dd>
    </div>`;
    return html`<dl class="figures">
      ${figure("figure-reached", t.reached, view.reached, t.reachedNote(view))}
      ${figure("figure-missed", t.missed, view.missed, t.missedIn(view), view.missed > 0)}
      ${figure("figure-shortfall", t.shortfall, money(view.shortfall), "",
        !isZero(view.shortfall))}
      ${figure("figure-income", t.income, money(view.income), t.before(view))}
      ${figure("figure-dividend", t.dividend, money(view.dividend), t.part(view.dividend_percent))}
    </dl>`;
  }

  #note() {
    const village = this.view.villages.find(({ code }) => code === this.#read);
    return village === undefined
      ? words().overview.chartNote
      : html`<span class="reading" id="overview-reading">${words().overview.bar(village)}</span>`;
  }

  #legend() {
    const t = words();
    return html`<span class="legend series-1">${t.overview.legendDividend}</span>
      <span class="legend series-2">${t.overview.legendOther}</span>
      <span class="legend hatch">${t.overview.legendShortfall}</span>
      <button type="button" class="plain" id="chart-table" @click=${this.toggleTable}>
        <kbd>T</kbd> ${this.#asTable ? t.chart.asChart : t.chart.asTable}
      </button>`;
  }

  #villageTable() {
    const t = words().overview;
    return html`<div class="scroll chart-instead villages">
      ${dataTable({
        id: "overview-villages",
        label: t.chartTitle,
        columns: [
          { id: "name", head: t.village, cell: ({ name }) => name },
          { id: "township", head: t.township, kind: "second", cell: ({ township }) => township },
          { id: "dividend", head: t.legendDividend, kind: "figure",
            cell: ({ dividend }) => money(dividend) },
          { id: "other", head: t.legendOther, kind: "figure", cell: ({ other }) => money(other) },
          { id: "income", head: t.incomeOf, kind: "figure strong",
            cell: ({ income }) => money(income) },
          { id: "shortfall", head: t.legendShortfall, kind: "figure",
            cell: ({ shortfall }) => money(shortfall),
            mark: ({ reached }) => (reached ? "" : "short") },
        ],
        rows: this.view.villages,
        key: ({ code }) => code,
        chosen: this.village,
        choose: (code) => { this.village = code; this.#drawPage(); },
        open: (code) => (location.hash = to("targets", this.view.year, code)),
      })}
    </div>`;
  }

  #cooperativeTable() {
    const t = words().overview;
    const { view } = this;
    const longest = Math.max(1, ...view.cooperatives.map(({ surplus }) => lengthOf(surplus)));
    return dataTable({
      id: "overview-cooperatives",
      label: t.cooperatives,
      columns: [
        { id: "name", head: t.cooperative, cell: ({ code, name }) =>
          html`<a href=${to("cooperative", code, view.year)} tabindex="-1">${name}</a>` },
        { id: "line", head: t.line, kind: "second context", cell: ({ line }) => line },
        { id: "villages", head: t.villages, kind: "figure", cell: ({ villages }) => villages },
        { id: "bar", head: html`<span class="unseen">${t.surplus}</span>`, kind: "bar context",
          cell: ({ surplus }) => barLength(lengthOf(surplus) / longest) },
        { id: "surplus", head: t.surplus, kind: "figure", cell: ({ surplus }) => money(surplus) },
        { id: "to-villages", head: t.toVillages, kind: "figure",
          cell: ({ to_villages }) => money(to_villages) },
        { id: "status", head: t.status, cell: ({ status }) => stateWord(status) },
      ],
      rows: view.cooperatives,
      key: ({ code }) => code,
      chosen: this.coop,
      choose: (code) => { this.coop = code; this.#drawPage(); },
      open: (code) => (location.hash = to("cooperative", code, view.year)),
      totals: {
        name: words().total, surplus: money(view.surplus_total),
        "to-villages": money(view.to_villages_total),
      },
      empty: words().empty.cooperatives,
    });
  }

  #missedTable() {
    const t = words().overview;
    const { view } = this;
    return dataTable({
      id: "overview-missed",
      label: t.missedTitle,
      columns: [
        { id: "name", head: t.village, cell: ({ code, name }) =>
          html`<a href=${to("targets", view.year, code)} tabindex="-1">${name}</a>` },
        { id: "township", head: t.township, kind: "second context",
          cell: ({ township }) => township },
        { id: "income", head: t.incomeOf, kind: "figure", cell: ({ income }) => money(income) },
        { id: "shortfall", head: t.shortfallOf, kind: "figure short",
          cell: ({ shortfall }) => money(`-${shortfall}`) },
      ],
      rows: this.missed,
      key: ({ code }) => code,
      chosen: this.village,
      choose: (code) => { this.village = code; this.#drawPage(); },
      open: (code) => (location.hash = to("targets", view.year, code)),
      totals: { name: t.missedAll(view.missed), shortfall: money(`-${view.shortfall}`) },
      empty: t.allReached,
    });
  }

  keys() {
    return [
      { key: "T", says: words().keys.table, run: this.toggleTable },
      ...headKeys(this.#head()),
    ];
  }

  leave() {
    this.#chart?.remove();
  }
}
