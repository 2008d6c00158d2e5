// @ts-check
// One village beside the table: what its income is made of, counted or not, and what follows.

import { html, nothing } from "../lib/dom.js";
import { isZero, money, percentOf } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").TargetsView} TargetsView */
/** @typedef {import("../api/types").VillageTarget} VillageTarget */

/**
 * @param {TargetsView} view
 * @param {VillageTarget} village
 * @param {() => void} close
 */
export function villagePanel(view, village, close) {
  const t = words().village;
  return html`<section class="panel" id="village-panel" aria-labelledby="village-panel-head">
    ${sectionHead("village-panel-head", village.name, `${village.township} ${village.code}`,
      html`<button type="button" class="plain" id="village-panel-close" @click=${close}>
        <kbd>Esc</kbd> ${t.close}
      </button>`)}
    <p class="verdict">${verdict(view, village)}</p>
    ${sources(view, village)} ${history(view, village)}
  </section>`;
}

/**
 * @param {TargetsView} view
 * @param {VillageTarget} village
 */
function verdict(view, village) {
  const t = words().village;
  const income = money(village.income);
  const target = money(view.target);
  if (village.reached) {
    return t.reached(income, target, village.completion);
  }
  return html`${t.missed(income, target, village.completion)}
    <b class="short">${money(`-${village.shortfall}`)}</b>${
    village.cut === null || isZero(village.pay_cut)
      ? words().stop
      : t.payCut(percentOf(village.cut), money(village.pay_cut))}`;
}

/**
 * @param {TargetsView} view
 * @param {VillageTarget} village
 */
function sources(view, village) {
  const t = words().village;
  return dataTable({
    id: "village-sources",
    label: t.sources(view.year),
    columns: [
      { id: "kind", head: t.sources(view.year), kind: "wrap", cell: ({ kind, origin, counts }) =>
        html`${say(kind)} <span class="second">${origin}</span>
          ${counts ? nothing : html`<span class="state note">${t.notCounted}</span>`}` },
      { id: "amount", head: t.amount, kind: "figure", cell: ({ amount }) => money(amount),
        mark: ({ counts }) => (counts ? "" : "second") },
    ],
    rows: village.sources,
    key: ({ kind, origin, amount }) => `${kind.zh} ${origin} ${amount}`,
    totals: { kind: t.counted, amount: money(village.income) },
    empty: t.noIncome,
  });
}

/**
 * @param {TargetsView} view
 * @param {VillageTarget} village
 */
function history(view, village) {
  const t = words().village;
  return dataTable({
    id: "village-years",
    label: t.years,
    columns: [
      { id: "year", head: t.year, cell: ({ year }) => year },
      { id: "income", head: t.income, kind: "figure", cell: ({ income }) => money(income),
        mark: ({ year }) => (year === view.year ? "strong" : "second") },
      { id: "reached", head: t.target, cell: ({ reached }) =>
        (reached ? words().targets.reached : words().targets.missed),
        mark: ({ reached }) => (reached ? "" : "short") },
    ],
    rows: village.history,
    key: ({ year }) => String(year),
  });
}
