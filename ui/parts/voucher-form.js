// @ts-check
// The sheet on which a voucher is typed: date, word and papers at the head, then lines with
// summary, account, what the account asks for, debit and credit. Its columns are those of paper.

import { html, live, nothing } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { detailsOf, fieldId, isEmpty, summaryOf } from "../lib/voucher-entry.js";
import { pickList, pickState } from "./voucher-pick.js";

/** @typedef {import("../lib/voucher-entry.js").Line} Line */
/** @typedef {import("../lib/voucher-entry.js").LineField} LineField */
/** @typedef {import("../views/voucher-editor.js").VoucherEditor} VoucherEditor */

/** @param {VoucherEditor} editor */
export function voucherForm(editor) {
  const t = words().vouchers;
  return html`<form
    class="voucher sheet-of-paper" id="voucher-form" aria-label=${t.paper} autocomplete="off"
    @submit=${(/** @type {Event} */ event) => event.preventDefault()}
    @keydown=${editor.onKey}
    @focusin=${editor.onFocus}
    @focusout=${editor.onLeave}
    @input=${editor.onInput}
  >
    ${head(editor)}
    <table class="ruled" aria-label=${t.paper}>
      <thead>
        <tr>
          <th class="line-number">${t.lineNumber}</th>
          <th class="summary">${t.summary}</th>
          <th>${t.account}</th>
          <th class="figure amount">${t.debit}</th>
          <th class="figure amount">${t.credit}</th>
        </tr>
      </thead>
      <tbody>
        ${editor.typed.lines.map((line, index) => lineRow(editor, line, index))}
      </tbody>
      <tfoot>
        <tr>
          <td colspan="3"><b>${words().total}</b></td>
          <td class="figure" id="voucher-debit">${money(editor.view?.debit ?? "0.00")}</td>
          <td class="figure" id="voucher-credit">${money(editor.view?.credit ?? "0.00")}</td>
        </tr>
      </tfoot>
    </table>
    <p class="signatures">
      <span>${t.preparer} <b>${editor.view?.preparer ?? editor.entry.operator}</b></span>
      <span>${t.reviewer} <b>${editor.view?.reviewer ?? nothing}</b></span>
      <span>${t.poster} <b></b></span>
    </p>
  </form>`;
}

/** @param {VoucherEditor} editor */
function head(editor) {
  const t = words().vouchers;
  const { date, word, papers } = editor.typed;
  return html`<div class="paper-head">
      <p class="entity">${t.entity}${editor.entry.coop.name}</p>
      <h2 class="paper-title">${t.paper}</h2>
      <p class="number"><b class="waiting">${t.noNumber}</b></p>
    </div>
    <div class="paper-fields">
      <label for="voucher-date">${t.date}</label>
      ${headField(editor, "date", date, "date")}
      <label for="voucher-word">${t.word}</label>
      ${headField(editor, "word", word, "word")}
      <label for="voucher-papers">${t.papers}</label>
      ${headField(editor, "papers", papers, "papers")}
      <span>${t.papersUnit}</span>
      <span class="unit">${words().unit}</span>
    </div>
    ${["date", "word", "papers"].map((name) => fault(editor, `voucher-${name}`))}`;
}

/**
 * @param {VoucherEditor} editor
 * @param {string} name
 * @param {string} value
 * @param {string} look
 */
function headField(editor, name, value, look) {
  const id = `voucher-${name}`;
  const refused = editor.beside.fields.has(id);
  return html`<input
    id=${id} class=${look} type="text" spellcheck="false" .value=${live(value)}
    aria-invalid=${refused ? "true" : nothing}
    aria-describedby=${refused ? `${id}-problem` : nothing}
  />`;
}

/**
 * @param {VoucherEditor} editor
 * @param {Line} line
 * @param {number} index
 */
function lineRow(editor, line, index) {
  const { summary, account } = { summary: line.summary, account: editor.shown(index, "account") };
  const details = detailsOf(line, editor.accountOf(line));
  const above = isEmpty(line) && editor.line !== index ? "" : summaryOf(editor.typed, index);
  return html`<tr class=${editor.line === index ? "here" : ""} data-line=${index}>
    <td class="line-number">${index + 1}</td>
    <td>${listField(editor, index, "summary", summary, above)}
      ${fault(editor, fieldId(index, "summary"))}</td>
    <td>
      ${listField(editor, index, "account", account, "")}
      ${fault(editor, fieldId(index, "account"))}
      ${details.length === 0
        ? nothing
        : html`<div class="details">
            ${details.map((field) => detail(editor, index, field))}
          </div>
          ${details.map((field) => fault(editor, fieldId(index, field)))}`}
    </td>
    <td class="amount">${amountField(editor, index, "debit")}</td>
    <td class="amount">${amountField(editor, index, "credit")}</td>
  </tr>`;
}

/**
 * A field with a list under it.
 * @param {VoucherEditor} editor
 * @param {number} index
 * @param {LineField} field
 * @param {string} value
 * @param {string} above what stands above and holds here too, in grey
 */
function listField(editor, index, field, value, above) {
  const id = fieldId(index, field);
  const state = pickState(editor.finder.pick, id);
  const refused = editor.beside.fields.has(id);
  return html`<div class="picked">
    <input
      id=${id} type="text" role="combobox" spellcheck="false" class=${field}
      aria-label=${words().vouchers.fieldOf(index + 1, field)}
      aria-expanded=${state.expanded} aria-controls=${state.list}
      aria-activedescendant=${state.active} aria-autocomplete="list"
      aria-invalid=${refused ? "true" : nothing}
      aria-describedby=${refused ? `${id}-problem` : nothing}
      placeholder=${above} .value=${live(value)}
    />
    ${pickList(editor.finder.pick, id, editor.finder.take)}
  </div>`;
}

/**
 * @param {VoucherEditor} editor
 * @param {number} index
 * @param {import("../lib/voucher-entry.js").Detail} field
 */
function detail(editor, index, field) {
  const id = fieldId(index, field);
  const value = editor.shown(index, field);
  return html`<label class="detail ${field}" for=${id}>
    <span>${words().vouchers.details[field]}</span>
    ${field === "quantity" || field === "price"
      ? plainField(editor, index, field, value)
      : listField(editor, index, field, value, "")}
  </label>`;
}

/**
 * @param {VoucherEditor} editor
 * @param {number} index
 * @param {LineField} field
 */
function amountField(editor, index, field) {
  return html`${plainField(editor, index, field, editor.shown(index, field))}
    ${fault(editor, fieldId(index, field))}`;
}

/**
 * @param {VoucherEditor} editor
 * @param {number} index
 * @param {LineField} field
 * @param {string} value
 */
function plainField(editor, index, field, value) {
  const id = fieldId(index, field);
  const refused = editor.beside.fields.has(id);
  const red = /^[-\u2212]/.test(value) ? "red" : "";
  return html`<input
    id=${id} type="text" inputmode="decimal" spellcheck="false" class="figure ${field} ${red}"
    aria-label=${words().vouchers.fieldOf(index + 1, field)}
    aria-invalid=${refused ? "true" : nothing}
    aria-describedby=${refused ? `${id}-problem` : nothing}
    .value=${live(value)}
  />`;
}

/**
 * What stands in the way, right under its field.
 * @param {VoucherEditor} editor
 * @param {string} id
 */
function fault(editor, id) {
  const text = editor.beside.fields.get(id);
  return text === undefined
    ? nothing
    : html`<p class="fault" id="${id}-problem" role="status">${say(text)}</p>`;
}
