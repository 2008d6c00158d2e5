// @ts-check
// The chart of accounts of one cooperative: what stands on each, a sub-account more, an account
// off or on.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { isNegative, isZero, money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { finds, presentCoop, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { askAccount } from "../parts/account-add.js";
import { emptyPage } from "../parts/empty-page.js";
import { ledgerKinds } from "../parts/ledger-kinds.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { searchField, searchKey } from "../parts/search.js";
import { during, notice, once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").ChartView} ChartView */
/** @typedef {import("../api/types").AccountRow} AccountRow */
/** @typedef {import("../api/types").LedgerKind} LedgerKind */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, account to choose first
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().accounts.title);
  }
  const { answer, problem } = await attempt(call("accounts", { coop }));
  if (problem !== null) {
    return emptyPage(page, words().accounts.title, problem);
  }
  session.coop = coop;
  return new AccountsPage(page, answer, args[1]);
}

class AccountsPage {
  #typed = "";
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;

  /**
   * @param {HTMLElement} page
   * @param {ChartView} view
   * @param {string | undefined} chosen
   */
  constructor(page, view, chosen) {
    this.page = page;
    this.view = view;
    this.chosen = chosen ?? view.accounts[0]?.account ?? null;
    this.draw();
  }

  draw() {
    render(this.#template(), this.page);
  }

  /** Reads the chart again and chooses an account. */
  async #read(/** @type {string} */ account) {
    const { answer, problem } = await attempt(call("accounts", { coop: this.view.coop.code }));
    this.view = answer ?? this.view;
    this.#problem = problem;
    this.chosen = account;
    this.draw();
    /** @type {HTMLElement | null} */ (
      this.page.querySelector(`tr[data-row="${CSS.escape(account)}"]`)
    )?.focus();
  }

  /** The accounts that what was typed finds. */
  get #rows() {
    return this.view.accounts.filter(({ account, name, initials }) =>
      finds({ code: account, name, initials }, this.#typed));
  }

  /**
   * What the buttons act on is always among what is seen.
   * @param {string} typed
   */
  #search(typed) {
    this.#typed = typed;
    this.#problem = null;
    const rows = this.#rows;
    if (!rows.some(({ account }) => account === this.chosen)) {
      this.chosen = rows[0]?.account ?? null;
    }
    this.draw();
  }

  /** @returns {AccountRow | undefined} */
  get #row() {
    return this.view.accounts.find(({ account }) => account === this.chosen);
  }

  #head() {
    const t = words().accounts;
    return {
      title: words().ledgers.title,
      coop: {
        name: this.view.coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("accounts", code)),
      },
      context: t.context(this.view.year),
      actions: [{ id: "account-add", label: t.add, key: "Ctrl+N", run: this.add }],
    };
  }

  /**
   * @param {LedgerKind} kind
   * @param {string} [account]
   */
  #ledger(kind, account = "-") {
    const { coop, year } = this.view;
    return to("ledgers", coop.code, kind, `${year}-01`, `${year}-12`, account);
  }

  #template() {
    const t = words().accounts;
    const { accounts, coop } = this.view;
    const rows = this.#rows;
    const search = searchField({
      label: t.search, typed: this.#typed, table: "accounts",
      type: (typed) => this.#search(typed),
    });
    const note = t.note(rows.length, accounts.length);
    return html`${pageHead(this.#head())}
      ${ledgerKinds(coop.code, null, (kind) => this.#ledger(kind))}
      <section class="fill" aria-labelledby="accounts-head">
        ${sectionHead("accounts-head", t.list, note, html`${this.#switch()} ${search}`)}
        ${problemNote(this.#problem, "accounts-problem")}
        <div class="scroll">${this.#table(rows)}</div>
      </section>`;
  }

  #switch() {
    const row = this.#row;
    if (row === undefined) {
      return nothing;
    }
    const t = words().accounts;
    return html`<button type="button" id="account-switch" @click=${this.switch}>
      ${row.active ? t.switchOff(row.account) : t.switchOn(row.account)}
    </button>`;
  }

  /** @param {AccountRow[]} rows */
  #table(rows) {
    const t = words().accounts;
    const mark = (/** @type {AccountRow} */ { level, active }) =>
      `${level > 0 ? `level-${Math.min(level, 4)}` : ""} ${active ? "" : "off"}`.trim();
    return dataTable({
      id: "accounts",
      label: t.list,
      columns: [
        { id: "code", head: t.code, kind: "second", cell: ({ account }) => account },
        { id: "name", head: t.name, mark, cell: ({ account, name }) => html`<a
          href=${this.#ledger("detailed", account)} tabindex="-1">${name}</a>` },
        { id: "detail", head: t.detail, kind: "second", cell: ({ detail }) =>
          detail === null ? nothing : t.details[detail] },
        { id: "side", head: t.side, kind: "second", cell: ({ side }) => t.sides[side] },
        { id: "standing", head: t.stands, kind: "standing", cell: ({ balance }) =>
          isZero(balance) ? nothing : t.standing[isNegative(balance) ? "credit" : "debit"] },
        { id: "balance", head: t.balance, kind: "figure", cell: ({ balance }) =>
          isZero(balance) ? nothing : money(balance.replace(/^-/, "")) },
        { id: "state", head: t.state, kind: "second", cell: ({ active }) =>
          active ? nothing : t.off },
      ],
      rows,
      key: ({ account }) => account,
      chosen: this.chosen,
      choose: (account) => { this.chosen = account; this.#problem = null; this.draw(); },
      open: (account) => (location.hash = this.#ledger("detailed", account)),
      empty: t.nothing(this.#typed),
    });
  }

  /** Asks for a sub-account below the chosen one. */
  add = () => {
    const row = this.#row;
    if (row === undefined) {
      return;
    }
    if (row.none_below !== null) {
      this.#problem = {
        kind: "refused", code: "account.none_below", message: row.none_below, details: [],
        field: null,
      };
      this.draw();
      return;
    }
    askAccount(this.view.coop.code, row, (added) => {
      notice(words().accounts.added(added.account, added.name));
      this.#typed = "";
      void this.#read(added.account);
    });
  };

  /** Switches the chosen account off, or on again. */
  switch = () =>
    once("account_switch", async () => {
      const row = this.#row;
      if (row === undefined) {
        return;
      }
      const t = words().accounts;
      const switching = call("account_switch", {
        coop: this.view.coop.code, account: row.account, active: !row.active,
      });
      const { answer, problem } = await attempt(during(() => t.switching, switching));
      if (answer === null) {
        this.#problem = problem;
        this.draw();
        return;
      }
      const said = answer.active ? t.switchedOn : t.switchedOff;
      notice(said(answer.account, answer.name));
      await this.#read(answer.account);
    });

  keys() {
    return [searchKey(), ...headKeys(this.#head())];
  }
}
