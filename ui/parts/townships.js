// @ts-check
// Beside the villages: the townships, and the steps of the pay cut.

import { html } from "../lib/dom.js";
import { barName, isZero, money, percentOf } from "../lib/format.js";
import { words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").TargetsView} TargetsView */

/** @param {string} shortfall */
function lacking(shortfall) {
  return money(isZero(shortfall) ? shortfall : `-${shortfall}`);
}

/** @param {TargetsView} view */
export function townshipTable(view) {
  const t = words().targets;
  return html`<section aria-labelledby="targets-townships-head">
    ${sectionHead("targets-townships-head", t.townships,
      t.townshipsNote(percentOf(view.township_share)))}
    ${dataTable({
      id: "targets-townships",
      label: t.townships,
      columns: [
        { id: "name", head: t.township, cell: ({ name }) => name },
        { id: "reached", head: t.reachedHead, kind: "figure",
          cell: ({ reached, villages }) => `${reached} / ${villages}` },
        { id: "shortfall", head: t.shortfall, kind: "figure",
          cell: ({ shortfall }) => lacking(shortfall),
          mark: ({ shortfall }) => (isZero(shortfall) ? "second" : "short") },
        { id: "eligible", head: t.rating, cell: ({ eligible }) =>
          (eligible ? words().yes : words().no) },
        { id: "missed", head: t.missedVillages, kind: "wrap", cell: ({ missed }) =>
          missed.map(barName).join(words().comma) },
      ],
      rows: view.townships,
      key: ({ name }) => name,
      totals: {
        name: words().total,
        reached: `${view.reached} / ${view.villages.length}`,
        shortfall: html`<span class=${isZero(view.shortfall) ? "" : "short"}>${
          lacking(view.shortfall)}</span>`,
        missed: t.villagesCount(view.missed),
      },
      empty: words().empty.villages,
    })}
  </section>`;
}

/** @param {TargetsView} view */
export function tierTable(view) {
  const t = words().targets;
  return html`<section aria-labelledby="targets-tiers-head">
    ${sectionHead("targets-tiers-head", t.tiers, t.tiersNote(money(view.pay_cut_total)))}
    ${dataTable({
      id: "targets-tiers",
      label: t.tiers,
      columns: [
        { id: "completion", head: t.completionOf, cell: ({ from, below }) =>
          t.tier(from === null ? null : percentOf(from), percentOf(below)) },
        { id: "cut", head: t.cut, kind: "figure", cell: ({ cut }) => `${percentOf(cut)}%` },
        { id: "villages", head: t.tierVillages, kind: "figure", cell: ({ villages }) => villages },
        { id: "amount", head: t.amount, kind: "figure", cell: ({ amount }) => money(amount) },
      ],
      rows: view.tiers,
      key: ({ below }) => below,
      empty: t.noTiers,
    })}
  </section>`;
}
