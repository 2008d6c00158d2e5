// @ts-check
// Contributions, deliveries and yields of the year, each with the voucher that was made from it or
// the button that makes one.

import { html, nothing } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { problemNote } from "./problem-note.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").SourcesView} SourcesView */
/** @typedef {import("../api/types").SourceKind} SourceKind */
/** @typedef {import("../api/types").SourceRow} SourceRow */

/** @type {readonly SourceKind[]} */
export const KINDS = ["contribution", "delivery", "yield"];

/**
 * @typedef {object} SourcesOptions
 * @property {string} coop
 * @property {number} year
 * @property {SourceKind} kind
 * @property {SourcesView | null} view
 * @property {import("../api/client.js").Problem | null} problem
 * @property {string | null} chosen
 * @property {(key: string) => void} choose
 * @property {(row: SourceRow) => void} make
 */

/** @param {SourcesOptions} options */
export function sourcesPanel(options) {
  const t = words().vouchers.sources;
  const { view, kind } = options;
  const rows = view?.rows ?? [];
  return html`<section class="sources" aria-labelledby="sources-head">
    ${sectionHead("sources-head", t.title, t.note(view?.open ?? 0, view?.count ?? 0),
      html`<a href=${to("vouchers", options.coop, options.year)}>${t.back} <kbd>Esc</kbd></a>`)}
    <nav class="source-kinds" aria-label=${t.kinds}>
      ${KINDS.map((each) => html`<a
        href=${to("vouchers", options.coop, options.year, "sources", each)}
        aria-current=${each === kind ? "true" : nothing} data-kind=${each}
      >${t.kind[each]}</a>`)}
    </nav>
    ${problemNote(options.problem)}
    <div class="scroll">
      ${dataTable({
        id: "voucher-sources",
        label: t.kind[kind],
        columns: [
          { id: "date", head: words().vouchers.date, cell: ({ date }) => date },
          { id: "text", head: t.what, kind: "wrap", cell: ({ text }) => say(text) },
          { id: "amount", head: words().vouchers.list.amount, kind: "figure",
            cell: ({ amount }) => (amount === null ? nothing : money(amount)) },
          { id: "voucher", head: t.voucher, cell: (row) => made(row, options) },
        ],
        rows,
        key: keyOf,
        chosen: options.chosen,
        choose: options.choose,
        open: (key) => {
          const row = rows.find((each) => keyOf(each) === key);
          if (row !== undefined) {
            follow(row, options);
          }
        },
        empty: t.none[kind],
      })}
    </div>
  </section>`;
}

/** @param {SourceRow} row */
export function keyOf({ kind, id }) {
  return `${kind}:${id}`;
}

/**
 * @param {SourceRow} row
 * @param {SourcesOptions} options
 */
function made(row, options) {
  const t = words().vouchers;
  if (row.voucher !== null) {
    return html`<a href=${to("voucher", options.coop, row.voucher)}>${row.voucher}</a>`;
  }
  if (row.draft !== null) {
    return html`<a href=${to("draft", row.draft)}>${t.list.state.draft}</a>`;
  }
  return html`<button type="button" class="plain" @click=${() => options.make(row)}>
    ${t.sources.make}<span class="unseen"> ${say(row.text)}</span>
  </button>`;
}

/**
 * Enter on a row: to its voucher, or one is made.
 * @param {SourceRow} row
 * @param {SourcesOptions} options
 */
function follow(row, options) {
  if (row.voucher !== null) {
    location.hash = to("voucher", options.coop, row.voucher);
  } else if (row.draft !== null) {
    location.hash = to("draft", row.draft);
  } else {
    options.make(row);
  }
}
