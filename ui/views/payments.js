// @ts-check
// Payments: what a posted distribution gave each member, what of it is paid, and what is still to
// be paid, one by one, some, or all at once.

import { call, choosePlace } from "../api/client.js";
import { html, live, nothing, render } from "../lib/dom.js";
import { count, isZero, money, plainName } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, renewBook, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { orNull, today } from "../parts/ask-form.js";
import { emptyPage } from "../parts/empty-page.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, fieldNote, problemNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/types").PaymentsView} PaymentsView */
/** @typedef {import("../api/types").PaymentRow} PaymentRow */
/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, year
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  const { title } = words().payments;
  if (coop === null) {
    return emptyPage(page, title);
  }
  session.coop = coop;
  const { answer, problem } = await attempt(call("payments", { coop, year: yearOf(args[1]) }));
  return problem === null ? new PaymentsPage(page, answer) : emptyPage(page, title, problem);
}

class PaymentsPage {
  /** @type {Problem | null} */
  #problem = null;
  /** @type {Set<string>} the members that are ticked */
  #ticked = new Set();

  /**
   * @param {HTMLElement} page
   * @param {PaymentsView} view
   */
  constructor(page, view) {
    this.page = page;
    this.view = view;
    this.typed = { on: today(), amount: "", account: view.accounts[0]?.code ?? "" };
    this.draw();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().payments;
    const { coop, years, year } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("payments", code)),
      },
      context: html`<a href=${to("dividend", coop.code, year)}>${t.toDividend}</a>`,
      years: {
        all: years, now: year,
        address: (/** @type {number} */ other) => to("payments", coop.code, other),
      },
    };
  }

  #template() {
    const t = words().payments;
    return html`${pageHead(this.#head())}
      <section aria-labelledby="pay-head">
        ${sectionHead("pay-head", t.pay, t.payNote(this.view.posted_on))} ${this.#form()}
      </section>
      <section class="under-table">
        ${sectionHead("owed-head", t.owed, t.owedNote)}
        <div class="scroll owed-list" tabindex="0" role="region" aria-labelledby="owed-head">
          ${this.#table()}
        </div>
      </section>`;
  }

  #form() {
    const t = words().payments;
    const problem = this.#problem;
    const field = (
      /** @type {"on" | "amount"} */ name, /** @type {string} */ label, /** @type {string} */ hint,
    ) => html`<div class="month">
      <label for="pay-${name}">${label}</label>
      <input
        id="pay-${name}" type="text" autocomplete="off" placeholder=${hint}
        aria-invalid=${problem?.field === name ? "true" : nothing}
        aria-describedby=${problem?.field === name ? `pay-${name}-problem` : nothing}
        .value=${live(this.typed[name])}
        @input=${(/** @type {Event} */ event) => {
          this.typed[name] = /** @type {HTMLInputElement} */ (event.target).value;
        }}
      />
    </div>`;
    const beside = problem?.field === "on" || problem?.field === "amount";
    return html`<div class="asked">
        ${field("on", t.on, "")}
        <div class="month">
          <label for="pay-account">${t.account}</label>
          <span class="choice"><select
            id="pay-account"
            @change=${(/** @type {Event} */ event) => {
              this.typed.account = /** @type {HTMLSelectElement} */ (event.target).value;
            }}
          >
            ${this.view.accounts.map(({ code, name }) => html`<option
              value=${code} ?selected=${code === this.typed.account}>${code} ${name}</option>`)}
          </select></span>
        </div>
        ${field("amount", t.amount, t.amountHint)}
        <button
          type="button" id="pay-make" class="filled" ?disabled=${isZero(this.view.totals.left)}
          @click=${this.pay}
        >${this.#ticked.size === 0 ? t.all : t.chosen(this.#ticked.size)}
          <kbd>Ctrl+Enter</kbd></button>
        <button type="button" id="pay-file" @click=${this.file}>${t.file}</button>
        <button type="button" id="pay-sheet" @click=${this.sheet}>${t.sheet}</button>
      </div>
      ${beside ? fieldNote(`pay-${problem?.field ?? ""}`, problem) : problemNote(problem)}`;
  }

  #table() {
    const t = words().payments;
    const { rows, totals } = this.view;
    const figure = (/** @type {string} */ amount) => (isZero(amount) ? nothing : money(amount));
    return html`<table class="table" id="owed" aria-labelledby="owed-head">
      <thead><tr>
        <th scope="col"><span class="unseen">${t.tick}</span></th>
        <th scope="col">${t.member}</th>
        <th scope="col" class="figure">${t.refund}</th>
        <th scope="col" class="figure">${t.dividend}</th>
        <th scope="col" class="figure">${t.paid}</th>
        <th scope="col" class="figure">${t.drafted}</th>
        <th scope="col" class="figure">${t.earlier}</th>
        <th scope="col" class="figure">${t.left}</th>
        <th scope="col">${t.bank}</th>
      </tr></thead>
      <tbody>
        ${rows.map((row) => html`<tr data-row=${row.member.code}>
          <td>${this.#tick(row)}</td>
          <td>${row.member.code} ${row.member.name}</td>
          <td class="figure">${figure(row.refund)}</td>
          <td class="figure">${figure(row.dividend)}</td>
          <td class="figure">${figure(row.paid)}</td>
          <td class="figure">${figure(row.drafted)}</td>
          <td class="figure">${figure(row.earlier)}</td>
          <td class="figure strong">${figure(row.left)}</td>
          <td class="second">${row.has_account ? t.noted : ""}</td>
        </tr>`)}
      </tbody>
      <tfoot><tr>
        <td></td><td>${words().total} ${count(rows.length)}</td>
        <td class="figure">${money(totals.refund)}</td>
        <td class="figure">${money(totals.dividend)}</td>
        <td class="figure">${money(totals.paid)}</td>
        <td class="figure">${money(totals.drafted)}</td>
        <td class="figure">${money(totals.earlier)}</td>
        <td class="figure strong">${money(totals.left)}</td>
        <td></td>
      </tr></tfoot>
    </table>`;
  }

  #tick(/** @type {PaymentRow} */ { member, left }) {
    if (isZero(left)) {
      return nothing;
    }
    return html`<input
      type="checkbox" aria-label=${`${member.code} ${member.name}`}
      .checked=${live(this.#ticked.has(member.code))}
      @change=${() => {
        if (!this.#ticked.delete(member.code)) {
          this.#ticked.add(member.code);
        }
        this.draw();
      }}
    />`;
  }

  pay = () =>
    once("payments", async () => {
      const t = words().payments;
      const { coop, year } = this.view;
      const amount = orNull(this.typed.amount);
      const input = {
        on: this.typed.on.trim(), members: [...this.#ticked], account: this.typed.account,
        ...(amount === null ? {} : { amount }),
      };
      const work = call("payment_make", { coop: coop.code, year, input });
      const { answer, problem } = await attempt(during(() => t.paying, work));
      this.#problem = problem;
      if (answer !== null) {
        this.view = answer.payments;
        this.#ticked.clear();
        this.typed.amount = "";
        notice(answer.voucher === null
          ? t.draftMade(answer.draft?.id ?? 0)
          : t.made(answer.members, money(answer.amount), answer.voucher));
        await renewBook();
      }
      this.draw();
    });

  file = () =>
    once("payments", async () => {
      const t = words().payments;
      const { coop, year } = this.view;
      const name = plainName(`${coop.name} ${t.fileName(year)}.xlsx`);
      const path = await choosePlace(name, "bank");
      if (path === null) {
        return;
      }
      const work = call("payment_file", { coop: coop.code, year, path });
      const { answer, problem } = await attempt(work);
      this.#problem = problem;
      if (answer !== null) {
        notice(t.written(answer.payments, money(answer.amount), answer.without_account.length));
      }
      this.draw();
    });

  sheet = () =>
    once("payments", async () => {
      const t = words().payments;
      const { coop, year } = this.view;
      const name = plainName(`${coop.name} ${t.sheetName(year)}.pdf`);
      const path = await choosePlace(name, "sheet");
      if (path === null) {
        return;
      }
      const asked = { coop: coop.code, year, path };
      const { answer, problem } = await attempt(call("payment_sheet", asked));
      this.#problem = problem;
      if (answer !== null) {
        notice(t.sheetWritten(answer.path));
      }
      this.draw();
    });

  keys() {
    return [
      ...headKeys(this.#head()),
      { key: "Ctrl+Enter", says: words().payments.pay, run: () => this.pay() },
    ];
  }
}
