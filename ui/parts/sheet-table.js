// @ts-check
// Any sheet of the core as a table: grouped heads, figures to the right, every voucher and every
// account leads on.

import { html, nothing } from "../lib/dom.js";
import { isNegative, money, quantity } from "../lib/format.js";
import { say, words } from "../lib/text.js";

/** @typedef {import("../api/types").SheetView} SheetView */
/** @typedef {import("../api/types").SheetRow} SheetRow */
/** @typedef {import("../api/types").CellView} CellView */

/** How many rows are drawn before one asks for more: a year may have thousands. */
export const PAGE = 500;

/**
 * @param {{ view: SheetView, label: string, shown: number, more: () => void, empty: string,
 *   voucher: (number: string) => string, account: (row: SheetRow) => string }} options
 */
export function sheetTable(options) {
  const { view, label, shown, more, empty } = options;
  const rows = view.rows.slice(0, shown);
  const rest = view.rows.length - rows.length;
  return html`<table id="sheet" class="table sheet" aria-label=${label}>
      <thead>
        ${heads(view)}
      </thead>
      <tbody>
        ${rows.map((row) => bodyRow(options, row))}
        ${view.rows.length === 0
          ? html`<tr class="empty"><td colspan=${view.columns.length}>${empty}</td></tr>`
          : nothing}
      </tbody>
    </table>
    ${rest === 0
      ? nothing
      : html`<p class="more">
          <button type="button" id="sheet-more" @click=${more}>
            ${words().ledgers.more(rows.length, view.rows.length)}
          </button>
        </p>`}`;
}

/** @param {SheetView} view */
function heads({ columns }) {
  const grouped = columns.some(({ group }) => group !== null);
  if (!grouped) {
    return html`<tr>${columns.map((column) => head(column, 1))}</tr>`;
  }
  /** @type {{ group: string, count: number, column: SheetView["columns"][number] }[]} */
  const runs = [];
  for (const column of columns) {
    const group = column.group === null ? "" : say(column.group);
    const last = runs.at(-1);
    if (group !== "" && last?.group === group) {
      last.count += 1;
    } else {
      runs.push({ group, count: 1, column });
    }
  }
  return html`<tr>
      ${runs.map(({ group, count, column }) =>
        group === ""
          ? head(column, 2)
          : html`<th scope="colgroup" class="group" colspan=${count}>${group}</th>`)}
    </tr>
    <tr>
      ${columns.filter(({ group }) => group !== null).map((column) => head(column, 1))}
    </tr>`;
}

/**
 * @param {SheetView["columns"][number]} column
 * @param {number} rows
 */
function head(column, rows) {
  return html`<th scope="col" rowspan=${rows} class=${kindOf(column.content)}>
    ${say(column.heading)}
  </th>`;
}

/** @param {SheetView["columns"][number]["content"]} content */
function kindOf(content) {
  return content === "money" || content === "quantity" ? "figure" : content;
}

/**
 * @param {Parameters<typeof sheetTable>[0]} options
 * @param {SheetRow} row
 */
function bodyRow(options, row) {
  const { columns } = options.view;
  let led = row.account === null;
  return html`<tr data-kind=${row.kind}>
    ${row.cells.map((cell, place) => {
      const column = columns[place];
      const content = column?.content ?? "text";
      const red = cell !== null && "money" in cell && isNegative(cell.money) ? "below" : "";
      const first = !led && cell !== null && !("money" in cell);
      led ||= first;
      const below = content === "text" && row.level > 0 ? `level-${Math.min(row.level, 4)}` : "";
      return html`<td class=${`${kindOf(content)} ${red} ${below}`.trim()}>
        ${first
          ? html`<a href=${options.account(row)}>${said(cell, options)}</a>`
          : said(cell, options)}
      </td>`;
    })}
  </tr>`;
}

/**
 * What a cell says.
 * @param {CellView | null} cell
 * @param {Parameters<typeof sheetTable>[0]} options
 */
function said(cell, options) {
  if (cell === null) {
    return nothing;
  }
  if ("money" in cell) {
    return money(cell.money);
  }
  if ("quantity" in cell) {
    return quantity(cell.quantity);
  }
  if ("voucher" in cell) {
    return html`<a href=${options.voucher(cell.voucher)}>${cell.voucher.slice(8)}</a>`;
  }
  if ("label" in cell) {
    return say(cell.label);
  }
  return "day" in cell ? cell.day : cell.text;
}
