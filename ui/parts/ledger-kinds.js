// @ts-check
// The row of ledgers, with the chart of accounts at its end: one press leads from each to each.

import { html, nothing } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";

/** @typedef {import("../api/types").LedgerKind} LedgerKind */

/** @type {readonly LedgerKind[]} */
export const KINDS = [
  "trial_balance", "general", "detailed", "multi_column", "quantity", "day_book", "member",
  "project", "counterparty",
];

/**
 * @param {string} coop
 * @param {LedgerKind | null} now nothing where the chart is looked at
 * @param {(kind: LedgerKind) => string} address
 */
export function ledgerKinds(coop, now, address) {
  const t = words().ledgers;
  return html`<nav class="kinds" aria-label=${t.kindsLabel} id="ledger-kinds">
    ${KINDS.map((kind) => html`<a
      href=${address(kind)} data-kind=${kind} aria-current=${kind === now ? "true" : nothing}
    >${t.kinds[kind]}</a>`)}
    <a
      href=${to("accounts", coop)} data-kind="accounts" class="apart"
      aria-current=${now === null ? "true" : nothing}
    >${words().accounts.title}</a>
  </nav>`;
}
