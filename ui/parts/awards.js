// @ts-check
// The three lists of awards, each with the arithmetic behind the chosen place.

import { html, nothing } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").TargetsView} TargetsView */
/** @typedef {import("../api/types").AwardList} AwardList */
/** @typedef {import("../api/types").AwardRow} AwardRow */

/**
 * @param {TargetsView} view
 * @param {Record<string, string | null>} chosen the chosen village of each list
 * @param {(award: string, code: string) => void} choose
 */
export function awardSection(view, chosen, choose) {
  const t = words().awards;
  return html`<section class="awards" aria-labelledby="awards-head">
    ${sectionHead("awards-head", t.title, t.note(view.awards, money(view.prize_total)))}
    <div class="award-lists">
      ${view.awards.map((list) => awardList(list, chosen[list.award] ?? null, choose))}
    </div>
  </section>`;
}

/**
 * @param {AwardList} list
 * @param {string | null} chosen
 * @param {(award: string, code: string) => void} choose
 */
function awardList(list, chosen, choose) {
  const t = words().awards;
  const winner = list.rows.find(({ code }) => code === chosen);
  return html`<section class="award" data-award=${list.award}
    aria-labelledby="award-${list.award}"
  >
    <div class="section-head">
      <h3 id="award-${list.award}">${say(list.name)}</h3>
      <p class="note">${t.prize(money(list.prize), money(list.team))}</p>
    </div>
    <div class="scroll">
      ${dataTable({
        id: `award-${list.award}-table`,
        label: say(list.name),
        columns: [
          { id: "rank", head: t.rank, cell: ({ rank }) => rank },
          { id: "name", head: t.village, cell: ({ name, tied }) =>
            html`${name} ${tied ? html`<span class="second">${t.tied}</span>` : nothing}` },
          ...figures(list),
        ],
        rows: list.rows,
        key: ({ code }) => code,
        chosen,
        choose: (code) => choose(list.award, code),
        leads: true,
        empty: t.none,
      })}
    </div>
    <p class="note working-note">${winner === undefined ? nothing : workingOf(list, winner)}</p>
  </section>`;
}

/**
 * @param {AwardList} list
 * @returns {import("./table.js").Column<AwardRow>[]}
 */
function figures(list) {
  const t = words().awards;
  if (list.ranking === "industry") {
    return [
      { id: "industry", head: t.industry, kind: "figure strong",
        cell: (row) => money(row.industry_income) },
    ];
  }
  const amount = list.ranking === "amount";
  return [
    { id: "before", head: t.before, kind: "figure second context",
      cell: ({ before }) => money(before) },
    { id: "income", head: t.income, kind: "figure second context",
      cell: ({ income }) => money(income) },
    { id: "growth", head: amount ? t.growth : t.growthRate, kind: "figure strong",
      cell: (row) => (amount ? money(row.growth) : rate(row)) },
  ];
}

/** @param {AwardRow} row */
function rate(row) {
  return row.growth_percent === null ? words().awards.fromNothing : `${row.growth_percent}%`;
}

/**
 * @param {AwardList} list
 * @param {AwardRow} row
 */
function workingOf(list, row) {
  const t = words().awards;
  const before = money(row.before);
  const income = money(row.income);
  switch (list.ranking) {
    case "industry":
      return t.byIndustry(row.name, money(row.industry_income));
    case "amount":
      return `${row.name} ${income} − ${before} = ${money(row.growth)}`;
    case "rate":
      if (row.growth_percent === null) {
        return t.beforeEveryRate(row.name, money(row.growth));
      }
      return `${row.name} (${income} − ${before}) ÷ ${before} = ${rate(row)}`;
    default:
      return nothing;
  }
}
