// @ts-check
// Targets and awards: every village with what it lacks, townships, pay cuts, and the three lists
// with the working behind each place.

import { call } from "../api/client.js";
import { html, render } from "../lib/dom.js";
import { isZero, money, percentOf } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { finds, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { awardSection } from "../parts/awards.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { searchField, searchKey } from "../parts/search.js";
import { dataTable, focusRow } from "../parts/table.js";
import { yearBars } from "../parts/table-bars.js";
import { tierTable, townshipTable } from "../parts/townships.js";
import { villagePanel } from "../parts/village-panel.js";

/** @typedef {import("../api/types").TargetsView} TargetsView */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args year, village to open
 */
export async function show(page, args) {
  const view = await call("targets", { year: yearOf(args[0]) ?? session.year });
  session.year = view.year;
  return new TargetsPage(page, view, args[1] ?? null);
}

class TargetsPage {
  #typed = "";

  /**
   * @param {HTMLElement} page
   * @param {TargetsView} view
   * @param {string | null} village
   */
  constructor(page, view, village) {
    this.page = page;
    this.view = view;
    this.opened = view.villages.some(({ code }) => code === village) ? village : null;
    this.chosen = this.opened ?? view.villages[0]?.code ?? null;
    /** @type {Record<string, string | null>} */
    this.winners = Object.fromEntries(
      view.awards.map(({ award, rows }) => [award, rows[0]?.code ?? null]),
    );
    this.draw();
  }

  /** What has the focus when the page opens: the village it was opened for. */
  focus() {
    if (this.opened !== null) {
      focusRow("targets-villages", this.opened);
    }
  }

  draw() {
    render(this.#template(), this.page);
  }

  /** @param {string} code */
  open = (code) => {
    this.opened = code;
    this.chosen = code;
    this.draw();
  };

  close = () => {
    this.opened = null;
    this.draw();
    if (this.chosen !== null) {
      focusRow("targets-villages", this.chosen);
    }
  };

  #head() {
    const { view } = this;
    return {
      title: words().targets.title,
      context: html`${words().targets.context(view)}<b
        class=${isZero(view.shortfall) ? "" : "short"} id="targets-shortfall"
        >${money(view.shortfall)}</b>`,
      years: {
        all: view.years, now: view.year,
        address: (/** @type {number} */ year) =>
          this.opened === null ? to("targets", year) : to("targets", year, this.opened),
      },
    };
  }

  #template() {
    return html`${pageHead(this.#head())}
      <div class="targets">
        <section class="villages" aria-labelledby="targets-villages-head">
          ${this.#villages()}
        </section>
        <div
          class="beside" tabindex="0" role="region" aria-label=${words().targets.beside}
        >
          ${this.#beside()}
        </div>
        ${awardSection(this.view, this.winners, (award, code) => {
          this.winners[award] = code;
          this.draw();
        })}
      </div>`;
  }

  #beside() {
    const village = this.view.villages.find(({ code }) => code === this.opened);
    return village === undefined
      ? html`${townshipTable(this.view)} ${tierTable(this.view)}`
      : villagePanel(this.view, village, this.close);
  }

  #villages() {
    const t = words().targets;
    const { view } = this;
    const rows = view.villages.filter((village) => finds(village, this.#typed));
    const search = searchField({
      label: t.search, typed: this.#typed, table: "targets-villages",
      type: (typed) => { this.#typed = typed; this.draw(); },
    });
    return html`${sectionHead("targets-villages-head", t.villages,
        t.villagesNote(rows.length, view.villages.length), search)}
      <div class="scroll">${this.#table(rows)}</div>`;
  }

  /** @param {TargetsView["villages"]} rows */
  #table(rows) {
    const t = words().targets;
    const { view } = this;
    const first = view.villages[0]?.history[0]?.year ?? view.year;
    return dataTable({
      id: "targets-villages",
      label: t.villages,
      columns: [
        { id: "name", head: t.village, cell: ({ name }) => name },
        { id: "township", head: t.township, kind: "second", cell: ({ township }) => township },
        { id: "history", head: `${first}–${String(view.year).slice(2)}`, kind: "context",
          cell: ({ history }) => yearBars(history, view.target) },
        { id: "before", head: t.before, kind: "figure second context",
          cell: ({ before }) => money(before) },
        { id: "income", head: t.income, kind: "figure", cell: ({ income }) => money(income) },
        { id: "completion", head: t.completion, kind: "figure",
          cell: ({ completion }) => `${completion}%` },
        { id: "state", head: t.state, cell: ({ reached }) => (reached ? t.reached : t.missed),
          mark: ({ reached }) => (reached ? "" : "short") },
        { id: "shortfall", head: t.shortfall, kind: "figure",
          cell: ({ shortfall }) => money(isZero(shortfall) ? shortfall : `-${shortfall}`),
          mark: ({ reached }) => (reached ? "second" : "short") },
        { id: "cut", head: t.cut, kind: "figure second",
          cell: ({ cut }) => (cut === null ? "—" : `${percentOf(cut)}%`) },
        { id: "pay-cut", head: t.payCut, kind: "figure",
          cell: (village) => money(village.pay_cut) },
      ],
      rows,
      key: ({ code }) => code,
      chosen: this.chosen,
      choose: (code) => {
        this.chosen = code;
        this.opened = this.opened === null ? null : code;
        this.draw();
      },
      open: this.open,
      leads: this.opened !== null,
      empty: view.villages.length === 0 ? words().empty.villages : t.nothing(this.#typed),
    });
  }

  keys() {
    const close = { key: "Esc", says: words().keys.closePanel, run: this.close };
    return [...(this.opened === null ? [] : [close]), searchKey(), ...headKeys(this.#head())];
  }

  /**
   * A village of the same year opens beside the table, without asking again.
   * @param {readonly string[]} args
   */
  stay([year, village]) {
    const here = this.view.villages.some(({ code }) => code === village);
    if (year === String(this.view.year) && here && village !== undefined) {
      this.#typed = "";
      this.open(village);
      focusRow("targets-villages", village);
      return true;
    }
    return false;
  }

}
