// @ts-check
// Bank and cash: the bank's statement beside the books at a month's end, and the count of the cash
// box at a day's end.

import { call, choosePlace, chooseTable } from "../api/client.js";
import { html, live, nothing, render } from "../lib/dom.js";
import { money, plainName } from "../lib/format.js";
import { to } from "../lib/route.js";
import { presentCoop, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { orNull } from "../parts/ask-form.js";
import { askReason } from "../parts/ask-reason.js";
import { bankParts } from "../parts/bank-parts.js";
import { CashPage } from "../parts/cash-page.js";
import { emptyPage } from "../parts/empty-page.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { pathField } from "../parts/path-field.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/types").BankView} BankView */
/** @typedef {import("../api/types").BankRow} BankRow */
/** @typedef {import("../api/types").BookRow} BookRow */
/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, `bank` or `cash`, account, month
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  const title = words().making.bank.title;
  if (coop === null) {
    return emptyPage(page, title);
  }
  session.coop = coop;
  if (args[1] === "cash") {
    const { answer, problem } = await attempt(call("cash", { coop }));
    return problem === null ? new CashPage(page, answer) : emptyPage(page, title, problem);
  }
  const asked = { coop, account: args[2] ?? null, month: args[3] ?? null };
  const { answer, problem } = await attempt(call("bank", asked));
  return problem === null ? new BankPage(page, answer) : emptyPage(page, title, problem);
}

class BankPage {
  /** @type {{ of: "take" | "match" | "reconcile" | "save", problem: Problem } | null} */
  #refused = null;
  /** @type {{ bank: Set<string>, book: Set<string> }} */
  #ticked = { bank: new Set(), book: new Set() };

  /**
   * @param {HTMLElement} page
   * @param {BankView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.typed = { path: "", balance: "" };
    this.draw();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #asked() {
    const { coop, account, month } = this.view;
    return { coop: coop.code, account: account.code, month };
  }

  #address(account = this.view.account.code, month = this.view.month) {
    return to("bank", this.view.coop.code, "bank", account, month);
  }

  #head() {
    const t = words().making.bank;
    const { coop, account, month } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("bank", code)),
      },
      context: `${account.code} ${account.name}　${month}`,
    };
  }

  #template() {
    const t = words().making.bank;
    return html`${pageHead(this.#head())}
      ${bankParts(this.view.coop.code, "bank")}
      <div class="asked">
        ${this.#choice("bank-account", t.account, this.view.account.code,
          this.view.accounts.map(({ code, name }) => ({ code, name: `${code} ${name}` })),
          (code) => { location.hash = to("bank", this.view.coop.code, "bank", code); })}
        ${this.#choice("bank-month", t.month, this.view.month, this.#months(),
          (month) => { location.hash = this.#address(undefined, month); })}
      </div>
      <div class="closing-columns">
        <div>${this.#open("bank")} ${this.#open("book")} ${this.#matched()}</div>
        <div>${this.#reconciliation()} ${this.#statements()}</div>
      </div>`;
  }

  /**
   * @param {string} id
   * @param {string} label
   * @param {string} now
   * @param {readonly { code: string, name: string }[]} choices
   * @param {(code: string) => void} choose
   */
  #choice(id, label, now, choices, choose) {
    return html`<div class="month">
      <label for=${id}>${label}</label>
      <span class="choice"><select
        id=${id}
        @change=${(/** @type {Event} */ event) =>
          choose(/** @type {HTMLSelectElement} */ (event.target).value)}
      >
        ${choices.map(({ code, name }) => html`<option value=${code} ?selected=${code === now}>
          ${name}</option>`)}
      </select></span>
    </div>`;
  }

  /** The months around the one that is shown; those that are done say so. */
  #months() {
    const { month, starts, reconciled } = this.view;
    const [year = 0, number = 1] = month.split("-").map(Number);
    const all = [];
    for (let at = -12; at <= 12; at += 1) {
      const index = year * 12 + number - 1 + at;
      const two = String(index % 12 + 1).padStart(2, "0");
      all.push(`${Math.floor(index / 12)}-${two}`);
    }
    return all.filter((each) => each >= starts).map((code) => ({
      code, name: reconciled.includes(code) ? `${code} ${words().making.bank.done}` : code,
    }));
  }

  #open(/** @type {"bank" | "book"} */ side) {
    const t = words().making.bank;
    const rows = side === "bank" ? this.view.bank_open : this.view.book_open;
    const button = side === "bank"
      ? nothing
      : html`<button
          type="button" id="bank-match"
          ?disabled=${this.#ticked.bank.size + this.#ticked.book.size < 2}
          @click=${this.match}
        >${t.match(this.#ticked.bank.size, this.#ticked.book.size)}</button>`;
    return html`<section>
      ${sectionHead(`${side}-open-head`, t.open[side], t.openNote(rows.length), button)}
      ${side === "book" && this.#refused?.of === "match"
        ? problemNote(this.#refused.problem, "match-problem")
        : nothing}
      ${rows.length === 0
        ? html`<p class="second">
            ${side === "bank" && this.view.statements.length === 0
              ? t.noStatement
              : t.noneOpen[side]}
          </p>`
        : html`<div class="scroll open-list" tabindex="0" role="region"
            aria-labelledby="${side}-open-head">
            <table class="table" id="${side}-open" aria-labelledby="${side}-open-head">
              <thead><tr>
                <th scope="col"><span class="unseen">${t.tick}</span></th>
                <th scope="col">${t.date}</th><th scope="col">${t.summary}</th>
                <th scope="col" class="figure">${t.cameIn}</th>
                <th scope="col" class="figure">${t.wentOut}</th>
              </tr></thead>
              <tbody>${rows.map((row) => this.#openRow(side, row))}</tbody>
            </table>
          </div>`}
    </section>`;
  }

  /**
   * @param {"bank" | "book"} side
   * @param {BankRow | BookRow} row
   */
  #openRow(side, row) {
    const ticked = this.#ticked[side];
    return html`<tr>
      <td><input
        type="checkbox" aria-label=${`${row.date} ${row.summary} ${money(row.amount)}`}
        .checked=${live(ticked.has(row.key))}
        @change=${() => {
          if (!ticked.delete(row.key)) {
            ticked.add(row.key);
          }
          this.draw();
        }}
      /></td>
      <td>${row.date}</td>
      <td class="wrap">${row.summary}
        ${"voucher" in row
          ? html`<a href=${to("voucher", this.view.coop.code, row.voucher)}>${row.voucher}</a>`
          : nothing}
      </td>
      ${sides(row.amount)}
    </tr>`;
  }

  match = () =>
    once("bank", async () => {
      const { bank, book } = this.#ticked;
      const work = call("bank_match", { ...this.#asked(), bank: [...bank], book: [...book] });
      const { answer, problem } = await attempt(work);
      this.#refused = problem && { of: "match", problem };
      this.#take(answer);
    });

  /** Shows what came back, if something did. */
  #take(/** @type {BankView | null} */ answer) {
    if (answer !== null) {
      this.view = answer;
      this.#ticked = { bank: new Set(), book: new Set() };
    }
    this.draw();
  }

  #matched() {
    const t = words().making.bank;
    const { matched } = this.view;
    const row = (/** @type {import("../api/types").MatchedRow} */ { group, bank, book }) => {
      const first = bank[0] ?? book[0];
      const vouchers = book.map(({ voucher }) => voucher);
      return html`<tr>
        <td>${first?.date ?? ""}</td>
        <td class="wrap">${first?.summary ?? ""}
          ${vouchers.map((number) =>
            html`<a href=${to("voucher", this.view.coop.code, number)}>${number}</a> `)}
        </td>
        ${first === undefined ? nothing : sides(first.amount)}
        <td><button type="button" class="plain" @click=${() => this.unmatch(group)}>
          ${t.unmatch}<span class="unseen"> ${first?.summary ?? ""}</span>
        </button></td>
      </tr>`;
    };
    return html`<section>
      ${sectionHead("matched-head", t.matched, t.openNote(matched.length))}
      ${matched.length === 0
        ? html`<p class="second">${t.noneMatched}</p>`
        : html`<div class="scroll open-list" tabindex="0" role="region"
            aria-labelledby="matched-head">
            <table class="table" id="matched" aria-labelledby="matched-head">
              <thead><tr>
                <th scope="col">${t.date}</th><th scope="col">${t.summary}</th>
                <th scope="col" class="figure">${t.cameIn}</th>
                <th scope="col" class="figure">${t.wentOut}</th>
                <th scope="col"><span class="unseen">${t.unmatch}</span></th>
              </tr></thead>
              <tbody>${matched.map(row)}</tbody>
            </table>
          </div>`}
    </section>`;
  }

  unmatch = (/** @type {number} */ group) =>
    once("bank", async () => {
      const { answer, problem } = await attempt(call("bank_unmatch", { ...this.#asked(), group }));
      this.#refused = problem && { of: "match", problem };
      this.#take(answer);
    });

  #reconciliation() {
    const t = words().making.bank;
    const { reconciliation: of, made } = this.view;
    const line = (
      /** @type {string} */ label, /** @type {string | null} */ bank, /** @type {string} */ book,
      strong = false,
    ) => html`<tr class=${strong ? "strong" : ""}>
      <th scope="row">${label}</th>
      <td class="figure">${bank === null ? t.unknown : money(bank)}</td>
      <td class="figure">${money(book)}</td>
    </tr>`;
    const state = made !== null ? t.isDone
      : of.difference === null ? t.wantsBalance
        : /^-?0+\.0+$/.test(of.difference) ? t.explained : t.differs(money(of.difference));
    return html`<section aria-labelledby="reconciliation-head">
      ${sectionHead("reconciliation-head", t.reconciliation, state)}
      <table class="table" id="reconciliation" aria-labelledby="reconciliation-head">
        <thead><tr>
          <th scope="col"><span class="unseen">${t.summary}</span></th>
          <th scope="col" class="figure">${t.ofBank}</th>
          <th scope="col" class="figure">${t.ofBook}</th>
        </tr></thead>
        <tbody>
          ${line(t.balance, of.bank, of.book)}
          ${line(t.addIn, of.book_in, of.bank_in)}
          ${line(t.lessOut, of.book_out, of.bank_out)}
          ${line(t.adjusted, of.bank_adjusted, of.book_adjusted, true)}
        </tbody>
      </table>
      <div class="form">
        <div class="row">
          <label for="bank-balance">${t.typedBalance}</label>
          <input
            id="bank-balance" class="wide" type="text" autocomplete="off"
            placeholder=${of.bank === null ? "" : money(of.bank)}
            .value=${live(this.typed.balance)}
            @input=${(/** @type {Event} */ event) => {
              this.typed.balance = /** @type {HTMLInputElement} */ (event.target).value;
            }}
          />
        </div>
      </div>
      ${this.#refused?.of === "reconcile" || this.#refused?.of === "save"
        ? problemNote(this.#refused.problem, "reconcile-problem")
        : nothing}
      <div class="buttons left">
        <button type="button" id="bank-reconcile" class="filled" @click=${this.reconcile}>
          ${t.reconcile} <kbd>Ctrl+Enter</kbd>
        </button>
        <button type="button" id="bank-save" @click=${this.save}>${t.save}</button>
      </div>
    </section>`;
  }

  reconcile = () =>
    once("bank", async () => {
      const t = words().making.bank;
      const work = call("bank_reconcile", {
        ...this.#asked(), balance: orNull(this.typed.balance),
      });
      const { answer, problem } = await attempt(during(() => t.reconciling, work));
      this.#refused = problem && { of: "reconcile", problem };
      if (answer !== null) {
        notice(t.reconciled(answer.month));
      }
      this.#take(answer);
    });

  save = () =>
    once("bank", async () => {
      const t = words().making.bank;
      const { coop, account, month } = this.view;
      const name = `${coop.name} ${t.reconciliation} ${account.code} ${month}.pdf`;
      const path = await choosePlace(plainName(name), "sheet");
      if (path === null) {
        return;
      }
      const work = call("bank_save", {
        ...this.#asked(), balance: orNull(this.typed.balance), path,
      });
      const { answer, problem } = await attempt(work);
      this.#refused = problem && { of: "save", problem };
      if (answer !== null) {
        notice(words().statements.saved(answer.path));
      }
      this.draw();
    });

  #statements() {
    const t = words().making.bank;
    const refused = this.#refused?.of === "take" ? this.#refused.problem : null;
    return html`<section aria-labelledby="taken-head">
      ${sectionHead("taken-head", t.statements, t.statementsNote)}
      ${pathField({
        id: "bank-path", label: t.path, value: this.typed.path,
        problem: refused?.field === "path" ? refused : null,
        type: (value) => { this.typed.path = value; },
        choose: async () => {
          this.typed.path = (await chooseTable()) ?? this.typed.path;
          this.draw();
        },
      })}
      <div class="buttons left">
        <button type="button" id="bank-take" @click=${this.take}>${t.take}</button>
      </div>
      ${refused?.field === "path" ? nothing : problemNote(refused, "take-problem")}
      ${this.view.statements.length === 0
        ? nothing
        : html`<table class="table" id="taken" aria-labelledby="taken-head">
            <thead><tr>
              <th scope="col">${t.file}</th><th scope="col">${t.days}</th>
              <th scope="col" class="figure">${t.lines}</th>
              <th scope="col"><span class="unseen">${words().making.void}</span></th>
            </tr></thead>
            <tbody>
              ${this.view.statements.map((one) => html`<tr>
                <td class="wrap">${one.file}</td>
                <td>${one.first} – ${one.last}</td>
                <td class="figure">${one.matched} / ${one.lines}</td>
                <td>${one.matched === 0
                  ? html`<button type="button" class="plain" @click=${() => this.void(one)}>
                      ${words().making.void}<span class="unseen"> ${one.file}</span>
                    </button>`
                  : nothing}</td>
              </tr>`)}
            </tbody>
          </table>`}
    </section>`;
  }

  take = () =>
    once("bank", async () => {
      const t = words().making.bank;
      const { coop, account } = this.#asked();
      const work = call("bank_take", { coop, account, path: this.typed.path.trim() });
      const { answer, problem } = await attempt(during(() => t.taking, work));
      this.#refused = problem && { of: "take", problem };
      if (answer === null) {
        this.draw();
        return;
      }
      this.typed.path = "";
      notice(t.took(answer.lines, answer.known, answer.matched));
      const month = answer.months.includes(this.view.month)
        ? this.view.month : answer.months[0] ?? this.view.month;
      const shown = await attempt(call("bank", { coop, account, month }));
      this.#take(shown.answer);
    });

  void = (/** @type {import("../api/types").BankStatementRow} */ { id, file }) => {
    const t = words().making;
    const { coop, account } = this.#asked();
    askReason({
      title: `${t.void} ${file}`, doing: t.voiding,
      run: (reason) => call("bank_void", { coop, account, id, reason }),
      done: (view) => this.#take(view),
    });
  };

  keys() {
    return [
      ...headKeys(this.#head()),
      { key: "Ctrl+Enter", says: words().making.bank.reconcile, run: () => this.reconcile() },
    ];
  }
}

/** What came in and what went out, each in its column. */
function sides(/** @type {string} */ amount) {
  const out = amount.startsWith("-");
  return html`<td class="figure">${out ? nothing : money(amount)}</td>
    <td class="figure">${out ? money(amount.slice(1)) : nothing}</td>`;
}
