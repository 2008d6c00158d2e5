// @ts-check
// The ledgers of one cooperative: which one, for which months, of what. What is looked at stands in
// the address, so that going back leads to where one came from.

import { call, choosePlace } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { inFolder, plainName } from "../lib/format.js";
import { to } from "../lib/route.js";
import { presentCoop, presentYear, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { emptyPage } from "../parts/empty-page.js";
import { KINDS, ledgerKinds } from "../parts/ledger-kinds.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { pathField } from "../parts/path-field.js";
import { PickField } from "../parts/pick-field.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { PAGE, sheetTable } from "../parts/sheet-table.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/types").LedgerKind} LedgerKind */
/** @typedef {import("../api/types").LedgerQuery} LedgerQuery */
/** @typedef {import("../api/types").LedgerChoices} LedgerChoices */
/** @typedef {import("../api/types").SheetView} SheetView */
/** @typedef {import("../api/client.js").Problem} Problem */

/** Ledgers of one account, which has to be chosen. */
const OF_ACCOUNT = new Set(["general", "detailed", "multi_column", "quantity", "day_book"]);
/** The account that is looked at first. */
const FIRST = "102";
/** Stands in an address for what was not chosen. */
const ALL = "-";
/** Stands in an address for lines without the detail. */
const UNNAMED = "~";

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, kind, first month, last month, account, detail
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().ledgers.title);
  }
  const [choices, { folder }] = await Promise.all([
    attempt(call("ledger_choices", { coop })), call("start", {}),
  ]);
  if (choices.problem !== null) {
    return emptyPage(page, words().ledgers.title, choices.problem);
  }
  session.coop = coop;
  const view = new LedgersPage(page, choices.answer, folder, asked(choices.answer, args));
  await view.read();
  return view;
}

/**
 * @typedef {{ kind: LedgerKind, from: string, to: string, account: string, detail: string }} Asked
 */

/**
 * What an address asks for; where it leaves something open, the year looked at last.
 * @param {LedgerChoices} choices
 * @param {readonly string[]} args
 * @returns {Asked}
 */
function asked(choices, args) {
  const year = Math.min(
    Math.max(presentYear(), choices.years[0] ?? 0), choices.years.at(-1) ?? presentYear(),
  );
  const [, kind, from, until, account = ALL, detail = ALL] = args;
  const known = KINDS.find((one) => one === kind) ?? "trial_balance";
  return {
    kind: known,
    from: from ?? `${year}-01`,
    to: until ?? `${year}-12`,
    account: account === ALL && OF_ACCOUNT.has(known) && known !== "day_book" ? FIRST : account,
    detail,
  };
}

class LedgersPage {
  /** @type {SheetView | null} */
  #sheet = null;
  /** @type {Problem | null} */
  #problem = null;
  /** @type {Problem | null} */
  #saving = null;
  #busy = false;
  #shown = PAGE;
  #turn = 0;

  /**
   * @param {HTMLElement} page
   * @param {LedgerChoices} choices
   * @param {string} folder
   * @param {Asked} of
   */
  constructor(page, choices, folder, of) {
    this.page = page;
    this.choices = choices;
    this.folder = folder;
    this.of = of;
    /** @type {string | null} */
    this.path = null;
    this.account =
      new PickField("ledger-account", this.draw, (code) => this.#go({ account: code }));
    this.detail =
      new PickField("ledger-detail", this.draw, (code) => this.#go({ detail: code }));
  }

  /** @param {readonly string[]} args */
  stay = (args) => {
    if (args[0] !== this.choices.coop.code) {
      return false;
    }
    this.of = asked(this.choices, args);
    void this.read();
    return true;
  };

  /** Asks the core for what the address asks. */
  async read() {
    this.#turn += 1;
    const turn = this.#turn;
    const { answer, problem } = await attempt(call("ledger", this.#asks()));
    if (turn !== this.#turn) {
      return;
    }
    this.#sheet = answer;
    this.#problem = problem;
    this.#saving = null;
    this.#shown = PAGE;
    this.path = null;
    this.draw();
  }

  /** @returns {{ coop: string, kind: LedgerKind, query: LedgerQuery }} */
  #asks() {
    const { kind, from, to: until, account, detail } = this.of;
    const name = detail === ALL ? null : detail === UNNAMED ? "" : detail;
    return {
      coop: this.choices.coop.code,
      kind,
      query: {
        from,
        to: until,
        account: account === ALL ? null : account,
        member: kind === "member" ? name : null,
        project: kind === "project" ? name : null,
        counterparty: kind === "counterparty" ? name : null,
      },
    };
  }

  /** @param {Partial<Asked>} change */
  #address(change) {
    const { kind, from, to: until, account, detail } = { ...this.of, ...change };
    return to("ledgers", this.choices.coop.code, kind, from, until, account, detail);
  }

  /** @param {Partial<Asked>} change */
  #go(change) {
    location.hash = this.#address(change);
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().ledgers;
    return {
      title: t.title,
      coop: {
        name: this.choices.coop.name,
        change: (/** @type {string} */ code) =>
          (location.hash = to("ledgers", code, this.of.kind, this.of.from, this.of.to)),
      },
      context: this.#sheet === null ? nothing : t.context(say(this.#sheet.period)),
      years: {
        all: this.choices.years,
        now: Number(this.of.to.slice(0, 4)),
        address: (/** @type {number} */ year) =>
          this.#address({ from: `${year}-01`, to: `${year}-12` }),
      },
    };
  }

  #template() {
    return html`${pageHead(this.#head())}
      ${ledgerKinds(this.choices.coop.code, this.of.kind, (kind) =>
        this.#address({ kind, detail: ALL, account: this.#kept(kind) }))}
      <div class="asked">${this.#months()} ${this.#accounts()} ${this.#details()}</div>
      <div class="fill">
        ${this.#sheetHead()} ${problemNote(this.#problem, "ledger-problem")}
        <div class="scroll" tabindex="0" role="region" aria-labelledby="sheet-head">
          ${this.#table()}
        </div>
      </div>
      ${this.#file()}`;
  }

  /**
   * An account that is looked at stays where the other ledger is of one as well.
   * @param {LedgerKind} kind
   */
  #kept(kind) {
    const cash = /^10[129]/.test(this.of.account);
    return OF_ACCOUNT.has(kind) && (kind !== "day_book" || cash) ? this.of.account : ALL;
  }

  #months() {
    const t = words().ledgers;
    const { years } = this.choices;
    const months = years.flatMap((year) =>
      Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`));
    /** @param {"from" | "to"} end */
    const field = (end) => html`<div class="month">
      <label for="ledger-${end}">${t[end]}</label>
      <select
        id="ledger-${end}"
        @change=${(/** @type {Event} */ event) => {
          const month = /** @type {HTMLSelectElement} */ (event.target).value;
          const other = end === "from"
            ? { to: this.of.to < month ? month : this.of.to }
            : { from: this.of.from > month ? month : this.of.from };
          this.#go({ [end]: month, ...other });
        }}
      >
        ${months.map((month) => html`<option
          value=${month} ?selected=${month === this.of[end]}>${month}</option>`)}
      </select>
    </div>`;
    return html`${field("from")} ${field("to")}`;
  }

  #accounts() {
    const t = words().ledgers;
    if (this.of.kind === "trial_balance" || this.of.detail !== ALL) {
      return nothing;
    }
    const all = { code: ALL, name: t.all, initials: "qb", bare: true };
    const choices = OF_ACCOUNT.has(this.of.kind)
      ? this.choices.accounts : [all, ...this.choices.accounts];
    const { account } = this.of;
    return this.account.template({
      label: t.account, hint: t.accountHint, choices, chosen: account,
    });
  }

  #details() {
    const t = words().ledgers;
    const { kind, detail } = this.of;
    if (kind !== "member" && kind !== "project" && kind !== "counterparty") {
      return nothing;
    }
    const all = { code: ALL, name: t.all, initials: "qb", bare: true };
    const named = (/** @type {string} */ name) => ({ code: name, name: "", initials: "" });
    const choices = kind === "member"
      ? this.choices.members
      : [
          { code: UNNAMED, name: t.unnamed, initials: "wfmx", bare: true },
          ...(kind === "project" ? this.choices.projects : this.choices.counterparties).map(named),
        ];
    return this.detail.template({
      label: t[kind], hint: t.memberHint, choices: [all, ...choices], chosen: detail,
    });
  }

  #sheetHead() {
    const sheet = this.#sheet;
    const title = sheet === null ? words().ledgers.kinds[this.of.kind] : say(sheet.title);
    const facts = (sheet?.facts ?? []).map(({ name, value }) => html`<span class="fact">
      ${say(name)} <b>${say(value)}</b>
    </span>`);
    return sectionHead("sheet-head", title, html`${facts}`);
  }

  #table() {
    const t = words().ledgers;
    const sheet = this.#sheet;
    if (sheet === null) {
      return nothing;
    }
    const { coop } = this.choices;
    return sheetTable({
      view: sheet,
      label: say(sheet.title),
      shown: this.#shown,
      more: () => { this.#shown += PAGE; this.draw(); },
      empty: session.book?.vouchers === 0 ? t.noneAtAll : t.none,
      voucher: (number) => to("voucher", coop.code, number),
      account: (row) => this.#opens(row),
    });
  }

  /**
   * A sum by member, project or other party opens their lines; any other those of its account.
   * @param {import("../api/types").SheetRow} row
   */
  #opens({ account, detail }) {
    const code = account ?? ALL;
    return detail === null
      ? this.#address({ kind: "detailed", account: code, detail: ALL })
      : this.#address({ account: code, detail: detail === "" ? UNNAMED : detail });
  }

  #place() {
    const sheet = this.#sheet;
    const said = sheet === null ? [] : [say(sheet.title), say(sheet.period)];
    const name = plainName([this.choices.coop.name, ...said].join(" "));
    return this.path ?? inFolder(this.folder, `${name}.pdf`);
  }

  #file() {
    const t = words().ledgers;
    return html`<div class="file row">
      ${pathField({
        id: "ledger-path", label: t.path, value: this.#place(), problem: this.#saving,
        type: (value) => { this.path = value; },
        choose: async () => {
          this.path = (await choosePlace(this.#place(), "sheet")) ?? this.path;
          this.draw();
        },
      })}
      <button
        type="button" id="ledger-save" aria-busy=${String(this.#busy)} @click=${this.save}
      >
        ${this.#busy ? t.saving : t.save} <kbd>Ctrl+S</kbd>
      </button>
    </div>`;
  }

  save = () =>
    once("ledger", async () => {
      const path = this.#place();
      if (this.#sheet === null) {
        return;
      }
      this.#busy = true;
      this.draw();
      const saving = call("ledger_save", { ...this.#asks(), path });
      const { answer, problem } = await attempt(during(() => words().ledgers.saving, saving));
      this.#busy = false;
      this.#saving = problem;
      if (answer !== null) {
        notice(words().ledgers.saved(answer.path));
      }
      this.draw();
    });

  keys() {
    const t = words().ledgers;
    return [
      { key: "Ctrl+S", says: t.keysSave, run: this.save },
      ...headKeys(this.#head()),
    ];
  }
}
