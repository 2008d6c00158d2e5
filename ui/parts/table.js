// @ts-check
// A table as on a printed statement. Where rows can be chosen it is a grid: the arrows move, the
// chosen row is washed, Enter opens it.

import { html, nothing, repeat } from "../lib/dom.js";
import { nextIndex } from "../lib/keys.js";

/** @typedef {import("../lib/dom.js").Content} Content */

/**
 * @template Row
 * @typedef {object} Column
 * @property {string} id
 * @property {Content} head
 * @property {(row: Row) => Content} cell
 * @property {string} [kind] words for the cell's class: `figure`, `strong`, `second`, `context`
 * @property {(row: Row) => string} [mark] further words for the class of one row's cell
 */

/**
 * @template Row
 * @typedef {object} Table
 * @property {string} id
 * @property {string} label what a screen reader calls it
 * @property {readonly Column<Row>[]} columns
 * @property {readonly Row[]} rows
 * @property {(row: Row) => string} key
 * @property {Record<string, Content>} [totals] the sum row, by column
 * @property {string | null} [chosen] the key of the chosen row
 * @property {(key: string) => void} [choose] rows can be chosen if this is given
 * @property {(key: string) => void} [open] what Enter and a double click do
 * @property {Content} [empty] stands where the rows would be
 * @property {boolean} [leads] whether something beside the table is about the chosen row: then
 *   it is washed even while the focus is elsewhere
 */

/**
 * @template Row
 * @param {Table<Row>} table
 */
export function dataTable(table) {
  const grid = table.choose !== undefined;
  const first = table.rows[0];
  const here = table.rows.some((row) => table.key(row) === table.chosen)
    ? table.chosen
    : first && table.key(first);
  return html`<table
    id=${table.id}
    class=${table.leads === true ? "table leads" : "table"}
    role=${grid ? "grid" : "table"}
    aria-label=${table.label}
    @keydown=${grid ? (/** @type {KeyboardEvent} */ event) => onKey(table, event) : nothing}
    @focusin=${grid ? (/** @type {Event} */ event) => choose(table, event) : nothing}
    @click=${grid ? onClick : nothing}
    @dblclick=${grid ? (/** @type {Event} */ event) => open(table, event) : nothing}
  >
    <thead>
      <tr>
        ${table.columns.map(
          (column) => html`<th scope="col" class=${column.kind ?? ""}>${column.head}</th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${repeat(table.rows, table.key, (row) => bodyRow(table, row, here, grid))}
      ${table.rows.length === 0 ? emptyRow(table) : nothing}
    </tbody>
    ${table.totals === undefined || table.rows.length === 0 ? nothing : totalRow(table)}
  </table>`;
}

/**
 * @template Row
 * @param {Table<Row>} table
 * @param {Row} row
 * @param {string | null | undefined} here
 * @param {boolean} grid
 */
function bodyRow(table, row, here, grid) {
  const key = table.key(row);
  return html`<tr
    data-row=${key}
    tabindex=${grid ? (key === here ? 0 : -1) : nothing}
    aria-selected=${grid ? String(key === table.chosen) : nothing}
  >
    ${table.columns.map(
      (column) => html`<td data-column=${column.id} class=${classOf(column, row)}>
        ${column.cell(row)}
      </td>`,
    )}
  </tr>`;
}

/**
 * @template Row
 * @param {Column<Row>} column
 * @param {Row} row
 */
function classOf(column, row) {
  return `${column.kind ?? ""} ${column.mark?.(row) ?? ""}`.trim();
}

/**
 * @template Row
 * @param {Table<Row>} table
 */
function totalRow(table) {
  return html`<tfoot>
    <tr data-total>
      ${table.columns.map(
        (column) => html`<td data-column=${column.id} class=${column.kind ?? ""}>
          ${table.totals?.[column.id] ?? nothing}
        </td>`,
      )}
    </tr>
  </tfoot>`;
}

/**
 * @template Row
 * @param {Table<Row>} table
 */
function emptyRow(table) {
  return html`<tr class="empty">
    <td colspan=${table.columns.length}>${table.empty ?? nothing}</td>
  </tr>`;
}

/**
 * @param {Event} event
 * @returns {HTMLTableRowElement | null}
 */
function rowOf(event) {
  return event.target instanceof Element
    ? event.target.closest("tr[data-row]")
    : null;
}

/**
 * @template Row
 * @param {Table<Row>} table
 * @param {Event} event
 */
function choose(table, event) {
  const key = rowOf(event)?.dataset.row;
  if (key !== undefined && key !== table.chosen) {
    table.choose?.(key);
  }
}

/**
 * A click anywhere in a row gives it the focus, except on a button or link of its own.
 * @param {Event} event
 */
function onClick(event) {
  if (event.target instanceof Element && event.target.closest("a, button") === null) {
    rowOf(event)?.focus();
  }
}

/**
 * @template Row
 * @param {Table<Row>} table
 * @param {Event} event
 */
function open(table, event) {
  const key = rowOf(event)?.dataset.row;
  if (key !== undefined) {
    table.open?.(key);
  }
}

/**
 * @template Row
 * @param {Table<Row>} table
 * @param {KeyboardEvent} event
 */
function onKey(table, event) {
  const row = rowOf(event);
  if (row === null || event.altKey || event.ctrlKey || event.target !== row) {
    return;
  }
  if (event.key === "Enter") {
    event.preventDefault();
    open(table, event);
    return;
  }
  const rows = [...(row.parentElement?.querySelectorAll("tr[data-row]") ?? [])];
  const next = nextIndex(event.key, rows.indexOf(row), rows.length, rowsInView(row));
  if (next !== null) {
    event.preventDefault();
    /** @type {HTMLElement | undefined} */ (rows[next])?.focus();
  }
}

/** @param {HTMLElement} row */
function rowsInView(row) {
  const box = row.closest(".scroll");
  return box === null ? 10 : Math.max(1, Math.floor(box.clientHeight / row.offsetHeight) - 2);
}

/**
 * Gives the focus to a row that has just been drawn.
 * @param {string} table
 * @param {string} key
 */
export function focusRow(table, key) {
  const row = document.querySelector(`#${table} tr[data-row="${CSS.escape(key)}"]`);
  if (row instanceof HTMLElement) {
    row.focus();
  }
}
