// @ts-check
// The list of vouchers at the left: search as you type, how far each one is, red ones in red, the
// newest first.

import { html, nothing } from "../lib/dom.js";
import { count, money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";
import { searchField } from "./search.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").VouchersView} VouchersView */
/** @typedef {import("../api/types").VoucherListRow} VoucherListRow */
/** @typedef {import("../api/types").VoucherState} VoucherState */

/** @typedef {import("../lib/voucher-asked.js").Wanted} Wanted */

/**
 * @typedef {object} ListOptions
 * @property {VouchersView} view
 * @property {Wanted} wanted
 * @property {string | null} chosen
 * @property {(change: Partial<Wanted>) => void} want
 * @property {(key: string) => void} choose
 * @property {(key: string) => void} open
 * @property {() => void} older
 * @property {{ operator: string, review: boolean }} roles
 * @property {() => void} settings
 */

export const LIST = "voucher-list";

/** @param {ListOptions} options */
export function voucherList(options) {
  const { view, wanted, want } = options;
  const t = words().vouchers.list;
  return html`<section class="voucher-list" aria-label=${t.title}>
    <div class="voucher-search">
      ${searchField({
        label: t.search, typed: wanted.text, table: LIST,
        type: (text) => want({ text }),
      })}
      ${monthChoice(view, wanted, want)}
    </div>
    <div role="group" aria-label=${t.states} class="voucher-states">
      ${stateButton(options, null, t.all, all(view))}
      ${stateButton(options, "draft", t.state.draft, view.counts.draft)}
      ${stateButton(options, "reviewed", t.state.reviewed, view.counts.reviewed)}
      ${stateButton(options, "posted", t.state.posted, view.counts.posted)}
    </div>
    <div class="scroll" id="voucher-scroll">
      ${dataTable({
        id: LIST,
        label: t.title,
        columns: [
          { id: "date", head: words().vouchers.date, cell: dayOf },
          { id: "what", head: words().vouchers.summary, cell: (row) => what(row, view.coop.code),
            mark: redMark },
          { id: "amount", head: t.amount, kind: "figure",
            cell: ({ amount }) => money(amount), mark: redMark },
        ],
        rows: view.rows,
        key: ({ key }) => key,
        chosen: options.chosen,
        choose: options.choose,
        open: options.open,
        leads: true,
        empty: empty(options),
      })}
      ${view.more
        ? html`<button type="button" class="plain" id="voucher-older" @click=${options.older}>
            ${t.older}
          </button>`
        : nothing}
    </div>
    <p class="list-foot">
      <button type="button" class="plain" id="voucher-settings-open" @click=${options.settings}>
        ${words().vouchers.settings.open(options.roles.operator)} <kbd>F6</kbd>
      </button>
      <span>${words().vouchers.settings.rule(options.roles.review)}</span>
    </p>
  </section>`;
}

/** @param {VouchersView} view */
function all({ counts }) {
  return counts.draft + counts.reviewed + counts.posted;
}

/**
 * @param {ListOptions} options
 * @param {VoucherState | null} state
 * @param {string} says
 * @param {number} number
 */
function stateButton({ wanted, want }, state, says, number) {
  return html`<button
    type="button" data-state=${state ?? "all"} aria-pressed=${String(wanted.state === state)}
    @click=${() => want({ state })}
  >
    ${says} ${count(number)}
  </button>`;
}

/**
 * @param {VouchersView} view
 * @param {Wanted} wanted
 * @param {ListOptions["want"]} want
 */
function monthChoice({ year }, { month }, want) {
  const t = words().vouchers.list;
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const changed = (/** @type {Event} */ event) =>
    want({ month: /** @type {HTMLSelectElement} */ (event.target).value || null });
  return html`<span class="choice">
    <select id="voucher-month" aria-label=${t.month} @change=${changed}>
      <option value="" ?selected=${month === null}>${t.everyMonth}</option>
      ${months.map((number) => {
        const value = `${year}-${String(number).padStart(2, "0")}`;
        return html`<option value=${value} ?selected=${month === value}>
          ${t.monthName(number)}
        </option>`;
      })}
    </select>
  </span>`;
}

/** @param {VoucherListRow} row */
function dayOf({ date }) {
  return date === null ? words().vouchers.list.noDate : date.slice(5);
}

/** @param {VoucherListRow} row */
function redMark({ red }) {
  return red ? "red" : "";
}

/**
 * @param {VoucherListRow} row
 * @param {string} coop
 */
function what(row, coop) {
  const t = words().vouchers;
  const number = row.number?.split(" ")[1] ?? t.noNumber;
  return html`<span class="said">${row.summary || t.list.noSummary}</span>
    <span class="under">
      <span>${number}</span> <span class="how ${row.state}">${t.list.state[row.state]}</span>
      ${link(row.reverses, t.list.reverses, coop)} ${link(row.reversed_by, t.list.reversedBy, coop)}
      ${link(row.corrects, t.list.corrects, coop)}
      ${link(row.corrected_by, t.list.correctedBy, coop)}
      ${row.attachments === 0
        ? nothing
        : html`<span>${t.list.attachments(row.attachments)}</span>`}
    </span>`;
}

/**
 * The way to a voucher that this one is bound to. The arrows lead through the rows, so it is no
 * stop of its own; on the sheet it is.
 * @param {string | null} number
 * @param {(number: string) => string} says
 * @param {string} coop
 */
function link(number, says, coop) {
  return number === null
    ? nothing
    : html`<a tabindex="-1" href=${to("voucher", coop, number)}>${says(shortNumber(number))}</a>`;
}

/**
 * A number without its month, where the month is not what matters.
 * @param {string} number
 */
function shortNumber(number) {
  return number.split(" ")[1] ?? number;
}

/** @param {ListOptions} options */
function empty({ view, wanted }) {
  const t = words().vouchers.list;
  if (wanted.text !== "") {
    return t.notFound(wanted.text);
  }
  if (wanted.state !== null || wanted.month !== null) {
    return t.noneOfThese;
  }
  const coop = view.coop.code;
  return html`<p>${t.none(view.year)}</p>
    <p class="ways">
      <a id="first-voucher" href=${to("new", coop)}>${t.first}</a> <kbd>Ctrl+N</kbd>
    </p>
    <p class="ways"><a href=${to("import")}>${t.import}</a></p>
    <p class="ways"><a href=${to("opening", coop)}>${t.opening}</a></p>`;
}
