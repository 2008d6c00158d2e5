// @ts-check
// A file as it would be taken: its columns as ours, its rows, and what is to be mended beside each.

import { html, nothing, repeat } from "../lib/dom.js";
import { asHeading } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";

/** @typedef {import("../api/types").ImportPreviewView} ImportPreviewView */
/** @typedef {import("../api/types").ImportFault} ImportFault */

/**
 * @typedef {object} Preview
 * @property {ImportPreviewView} preview
 * @property {(place: number, name: string | null) => void} map says what a column is
 * @property {() => void} take
 * @property {() => void} leave
 */

/** @param {Preview} options */
export function importPreview(options) {
  const { preview, take, leave } = options;
  const t = words().import;
  const stopped = preview.fault_count > 0 || preview.taken_before !== null;
  const counts = t.counts(preview) + t.shown(preview.rows.length, preview.row_count);
  const right = html`
    <button type="button" class="plain" id="import-leave" @click=${leave}>
      <kbd>Esc</kbd> ${t.toHistory}
    </button>`;
  return html`<section class="fill" aria-labelledby="preview-head">
    ${sectionHead("preview-head", t.preview(preview.file_name), counts, right)}
    ${findings(preview)}
    <div class="scroll">${table(options)}</div>
    <div class="buttons foot">
      ${stopped ? html`<span class="note" id="import-reason">${reason(preview)}</span>` : nothing}
      <button
        type="button" id="import-take" class=${stopped ? "" : "filled"}
        aria-disabled=${stopped ? "true" : nothing}
        aria-describedby=${stopped ? "import-reason" : nothing}
        @click=${take}
      >
        ${t.take} <kbd>Ctrl+Enter</kbd>
      </button>
    </div>
  </section>`;
}

/** @param {ImportPreviewView} preview */
function reason({ taken_before, fault_count }) {
  const t = words().import;
  return taken_before === null ? t.takeReason(fault_count) : t.before(taken_before);
}

/** @param {ImportPreviewView} preview */
function findings({ faults, fault_count, warnings, taken_before }) {
  const t = words().import;
  return html`
    ${taken_before === null
      ? nothing
      : html`<div class="notice" role="alert"><p>${t.beforeNote(taken_before)}</p></div>`}
    ${fault_count === 0
      ? nothing
      : html`<div class="notice faults" role="alert" id="import-faults">
          <p><b>${t.faults(fault_count)}</b> ${t.faultsShown(faults.length, fault_count)}</p>
          <ul tabindex="0" aria-label=${t.faults(fault_count)}>
            ${faults.map((fault) => html`<li>${faultText(fault)}</li>`)}
          </ul>
        </div>`}
    ${warnings.length === 0
      ? nothing
      : html`<div class="notice faults" id="import-warnings">
          <p><b>${t.warnings(warnings.length)}</b></p>
          <ul tabindex="0" aria-label=${t.warnings(warnings.length)}>
            ${warnings.map((warning) => html`<li>${say(warning)}</li>`)}
          </ul>
        </div>`}`;
}

/** @param {ImportFault} fault */
function faultText({ row, text }) {
  return row === null ? say(text) : html`${words().import.row(row)} ${say(text)}`;
}

/** @param {Preview} options */
function table(options) {
  const { preview } = options;
  const t = words().import;
  return html`<table
    class="table import-rows" id="import-rows" aria-label=${t.preview(preview.file_name)}
  >
    <thead>
      <tr>
        <th scope="col" class="figure">${t.rowHead}</th>
        ${preview.headers.map((header, place) => headCell(options, header, place))}
      </tr>
    </thead>
    <tbody>
      ${repeat(preview.rows, ({ number }) => number, (row) => bodyRow(preview, row))}
    </tbody>
  </table>`;
}

/**
 * @param {Preview} options
 * @param {string} header
 * @param {number} place
 */
function headCell({ preview, map }, header, place) {
  const t = words().import;
  const chosen = preview.mapping[place] ?? "";
  const name = header === "" ? t.noHeader : header;
  return html`<th scope="col" class=${kindOf(chosen)}>
    <span class="of-file">${name}</span>
    <span class="choice"><select
      id="map-${place}"
      aria-label=${t.column(name)}
      @change=${(/** @type {Event} */ event) => {
        const { value } = /** @type {HTMLSelectElement} */ (event.target);
        map(place, value === "" ? null : value);
      }}
    >
      <option value="" ?selected=${chosen === ""}>${t.leftOut}</option>
      ${preview.columns.map(({ name: ours, label }) => html`<option
        value=${ours} ?selected=${ours === chosen}>${asHeading(say(label))}</option>`)}
    </select></span>
  </th>`;
}

const FIGURES = new Set(["debit", "credit", "amount", "quantity", "price", "performance_pay"]);

/** @param {string} column */
function kindOf(column) {
  return column === "" ? "left-out" : FIGURES.has(column) ? "figure" : "";
}

/**
 * @param {ImportPreviewView} preview
 * @param {ImportPreviewView["rows"][number]} row
 */
function bodyRow(preview, { number, cells, faults }) {
  const wrong = new Set(faults.map(({ place }) => place));
  return html`<tr data-row=${number} class=${faults.length > 0 ? "faulty" : ""}>
    <td class="figure second">${number}</td>
    ${preview.headers.map((_, place) => html`<td
      class="${kindOf(preview.mapping[place] ?? "")} ${wrong.has(place) ? "wrong" : ""}"
    >${cells[place] ?? ""}</td>`)}
  </tr>
  ${faults.length === 0
    ? nothing
    : html`<tr class="fault">
        <td></td>
        <td colspan=${preview.headers.length}>
          ${faults.map(({ text }) => html`<span>${say(text)}</span>`)}
        </td>
      </tr>`}`;
}
