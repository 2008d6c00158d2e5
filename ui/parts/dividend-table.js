// @ts-check
// What each member gets. Villages stand by themselves; all others are folded to one row with
// their sum until someone opens it.

import { html, nothing } from "../lib/dom.js";
import { isZero, money, moved, part } from "../lib/format.js";
import { words } from "../lib/text.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").DividendView} DividendView */
/** @typedef {import("../api/types").DividendMember} DividendMember */
/** @typedef {import("../api/types").DividendSum} DividendSum */
/** @typedef {import("../lib/dom.js").Content} Content */
/** @typedef {{ key: string, name: Content, sum: DividendMember | DividendSum }} Row */

export const FOLD = "others";
/** So few rows are not worth folding. */
const FOLD_FROM = 6;

/** @param {DividendView} view */
function folds(view) {
  return view.other_count >= FOLD_FROM;
}

/**
 * @param {DividendView} view
 * @param {{ chosen: string, choose: (key: string) => void, open: boolean, fold: () => void,
 *   schemes: { shown: string, plan: string } }} state
 */
export function dividendTable(view, state) {
  return dataTable({
    id: "dividend-members",
    label: words().dividend.members,
    columns: columns(view, state.schemes),
    rows: rowsOf(view, state.open, state.fold),
    key: ({ key }) => key,
    chosen: state.chosen,
    choose: state.choose,
    leads: true,
    open: (key) => (key === FOLD ? state.fold() : undefined),
    totals: totals(view, state.schemes),
    empty: words().dividend.noMembers,
  });
}

/**
 * @param {DividendView} view
 * @param {boolean} open
 * @param {() => void} fold
 * @returns {Row[]}
 */
function rowsOf(view, open, fold) {
  const row = (/** @type {DividendMember} */ member) => ({
    key: member.code, name: member.name, sum: member,
  });
  const villages = view.members.filter(({ kind }) => kind === "village_collective");
  const others = view.members.filter(({ kind }) => kind !== "village_collective");
  if (!folds(view)) {
    return [...villages, ...others].map(row);
  }
  const t = words().dividend;
  const name = html`${t.others(view)}
    <button
      type="button" class="link" id="dividend-fold" tabindex="-1"
      aria-expanded=${String(open)} @click=${fold}
    >
      ${open ? t.close : t.open}
    </button>`;
  return [
    ...villages.map(row),
    { key: FOLD, name, sum: view.totals.others },
    ...(open ? others.map(row) : []),
  ];
}

/**
 * Which columns the view needs: those of pools that nothing goes through are left out.
 * @param {DividendView} view
 * @param {{ shown: string, plan: string }} schemes
 * @returns {import("./table.js").Column<Row>[]}
 */
function columns(view, schemes) {
  const t = words().dividend.columns;
  /** @type {import("./table.js").Column<Row>[]} */
  const list = [{ id: "name", head: t.member, cell: ({ name }) => name }];
  /** @type {(id: string, head: unknown, cell: (sum: DividendSum | DividendMember) => string,
   *   kind?: string) => void} */
  const figure = (id, head, cell, kind = "") =>
    list.push({
      id, head: /** @type {string} */ (head), kind: `figure ${kind}`,
      cell: ({ sum }) => cell(sum),
    });
  const guaranteed = !isZero(view.guaranteed_pool);
  if (view.has_patronage) {
    figure("patronage", t.patronage, (sum) => money(sum.patronage), "context");
    figure("refund", t.refund, (sum) => money(sum.patronage_refund));
  }
  const many = view.has_patronage || (guaranteed && view.trial);
  // Beside a plan there is no room for what the working says anyway.
  if (!(view.has_patronage && view.trial)) {
    figure("base", t.base, (sum) => money(sum.base), many ? "context" : "");
  }
  if (!view.trial) {
    figure("share", t.share, (sum) => part(sum.base_percent), "second context");
  }
  if (guaranteed) {
    figure("guaranteed", t.guaranteed, (sum) => money(sum.guaranteed));
  }
  figure("residual", t.residual, (sum) => money(sum.residual_dividend));
  if (!view.trial) {
    figure("fen", t.fen, (sum) => moved(sum.fen_moved), "second context");
  }
  const total = view.trial ? t.totalOf(schemes.shown) : t.total;
  figure("total", total, (sum) => money(sum.total), "strong");
  if (view.trial && view.totals.all.planned !== null) {
    figure("planned", schemes.plan, (sum) => moneyOr(sum.planned), "second");
    figure("difference", t.difference(schemes), (sum) => moneyOr(sum.difference), "second");
  }
  return list;
}

/** @param {string | null} amount */
function moneyOr(amount) {
  return amount === null ? "" : money(amount);
}

/**
 * @param {DividendView} view
 * @param {{ shown: string, plan: string }} schemes
 * @returns {Record<string, import("./table.js").Content>}
 */
function totals(view, schemes) {
  const all = { key: "", name: "", sum: view.totals.all };
  return Object.fromEntries(
    columns(view, schemes).map(({ id, cell }) => [
      id,
      id === "name" ? words().dividend.allMembers(view.totals.all.members) : cell(all) ?? nothing,
    ]),
  );
}
