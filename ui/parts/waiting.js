// @ts-check
// What waits for the accountant, in one line: each leads to where it is done, or to the list of the
// cooperatives in which it waits.

import { html, nothing } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { say, words } from "../lib/text.js";
import { openDialog } from "./dialog.js";

/** @typedef {import("../api/types").WaitingView} WaitingView */
/** @typedef {import("../api/types").WaitingRow} WaitingRow */
/** @typedef {import("../api/types").WaitingItem} WaitingItem */

/** @param {WaitingView} view */
export function waitingLine(view) {
  const t = words().making;
  if (view.rows.length === 0) {
    return html`<p class="waiting second" id="waiting">${t.nothingWaits}</p>`;
  }
  return html`<div class="waiting" id="waiting" role="group" aria-label=${t.waits}>
    <b>${t.waits}</b>
    ${view.rows.map((row) => row.items.length > 1
      ? html`<button
          type="button" class="plain" data-kind=${row.kind} @click=${() => list(row)}
        >${say(row.text)}</button>`
      : html`<a href=${address(row.kind, row.items[0] ?? null)} data-kind=${row.kind}>
          ${say(row.text)}</a>`)}
  </div>`;
}

/**
 * @param {WaitingRow["kind"]} kind
 * @param {WaitingItem | null} item
 */
function address(kind, item) {
  const coop = item?.coop.code ?? null;
  const year = item?.year ?? null;
  switch (kind) {
    case "drafts": return to("vouchers", coop);
    case "months": return to("closing", coop, year);
    case "distributions": return to("dividend", coop, year);
    case "backup": return to("backup");
  }
}

/** @param {WaitingRow} row */
function list(row) {
  const label = say(row.text);
  const dialog = openDialog({
    id: "waiting-list", label, look: "list",
    body: () => html`<h2>${label}</h2>
      <div class="scroll long-list" tabindex="0" role="region" aria-label=${label}>
        <table class="table" aria-label=${label}>
          <tbody>
            ${row.items.map((item, at) => html`<tr>
              <td>
                <a
                  href=${address(row.kind, item)} data-first=${at === 0 ? "" : nothing}
                  @click=${() => dialog.close()}
                >${item.coop.name}</a>
              </td>
              <td>${say(item.text)}</td>
              <td class="figure">${item.count}</td>
            </tr>`)}
          </tbody>
        </table>
      </div>`,
  });
}
