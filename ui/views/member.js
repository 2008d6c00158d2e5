// @ts-check
// One member: who it is, what was put in, what was delivered, and what came back, by year.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, money, quantity } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { factList } from "../parts/facts.js";
import {
  askChange, askMove, memberChanges, memberMoves, memberReserve,
} from "../parts/member-moves.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { stateWord } from "../parts/state.js";
import { once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").MemberView} MemberView */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, member, year
 */
export async function show(page, args) {
  const [coop = "", code = ""] = args;
  const year = yearOf(args[2]) ?? session.year;
  const view = await call("member", { coop, code, year });
  session.coop = view.cooperative.code;
  return new MemberPage(page, view, year);
}

class MemberPage {
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;

  /**
   * @param {HTMLElement} page
   * @param {MemberView} view
   * @param {number | null} year
   */
  constructor(page, view, year) {
    this.page = page;
    this.view = view;
    this.year = year;
    this.draw();
  }

  draw() {
    render(this.#template(), this.page);
  }

  #head() {
    const t = words().member;
    const { cooperative, row } = this.view;
    return {
      title: row.name,
      context: html`${cooperative.name} · ${row.code}${row.left === null
        ? nothing
        : html` · ${words().membership.left(row.left)}`}`,
      actions: [
        { id: "member-move", key: "Alt+N", label: words().membership.move, run: this.move },
        { id: "member-change", label: words().membership.change, run: this.change },
        {
          id: "member-register", key: "Esc", label: t.register,
          run: () => (location.hash = to("members", cooperative.code, this.year, row.code)),
        },
      ],
    };
  }

  #template() {
    const t = words().member;
    const { row } = this.view;
    return html`${pageHead(this.#head())}
      <dl class="figures">
        <div><dt>${t.capital(this.year)}</dt><dd><b>${money(row.capital)}</b></dd></div>
        <div>
          <dt>${words().membership.reserve}</dt>
          <dd id="member-reserve-share"><b>${money(this.view.reserve)}</b></dd>
        </div>
        <div><dt>${t.deliveries(this.year)}</dt><dd><b>${money(row.deliveries)}</b></dd></div>
        <div><dt>${t.refund(this.year)}</dt><dd><b>${money(row.patronage_refund)}</b></dd></div>
        <div><dt>${t.dividend(this.year)}</dt><dd><b>${money(row.dividend)}</b></dd></div>
        <div>
          <dt>${t.total(this.year)}</dt><dd id="member-total"><b>${money(row.total)}</b></dd>
        </div>
      </dl>
      <div class="side-and-main">
        <div>${this.#registration()}</div>
        <div>
          ${this.#distributions()} ${this.#contributions()}
          ${problemNote(this.#problem)}
          ${memberMoves(this.view, { make: this.makeDraft, undone: this.renew })}
          ${memberReserve(this.view)} ${this.#deliveries()} ${memberChanges(this.view)}
        </div>
      </div>`;
  }

  renew = async () => {
    const { cooperative, row } = this.view;
    const asked = { coop: cooperative.code, code: row.code, year: this.year };
    const { answer, problem } = await attempt(call("member", asked));
    this.view = answer ?? this.view;
    this.#problem = problem;
    this.draw();
  };

  change = () => askChange(this.view, this.renew);

  move = () => askMove(this.view, this.renew);

  makeDraft = (/** @type {number} */ id) =>
    once("making", async () => {
      const asked = { coop: this.view.cooperative.code, id };
      const { answer, problem } = await attempt(call("share_move_draft", asked));
      if (answer !== null) {
        location.hash = to("draft", answer.id);
        return;
      }
      this.#problem = problem;
      this.draw();
    });

  #registration() {
    const t = words().member;
    const { row, id_number, bank_account, bank_name, head, address, notes } = this.view;
    const { extra_votes: votes } = this.view;
    const more = words().membership;
    return html`<section aria-labelledby="member-registration">
        ${sectionHead("member-registration", t.registration)}
        ${factList([
          [t.code, row.code],
          [t.kind, words().kind[row.kind]],
          [t.village, row.village?.name ?? null],
          [more.head, head],
          [t.joined, row.joined],
          [t.idNumber, id_number],
          [t.bankAccount, bank_account],
          [more.bankName, bank_name],
          [more.address, address],
          [more.extraVotes, votes === 0 ? null : String(votes)],
        ])}
      </section>
      ${notes.length === 0
        ? nothing
        : html`<section aria-labelledby="member-notes">
            ${sectionHead("member-notes", t.notes)}
            ${notes.map((note) => html`<p class="notice">${say(note)}</p>`)}
          </section>`}`;
  }

  #distributions() {
    const t = words().member;
    const { cooperative, distributions } = this.view;
    return html`<section aria-labelledby="member-years-head">
      ${sectionHead("member-years-head", t.byYear, words().unit)}
      ${dataTable({
        id: "member-years",
        label: t.byYear,
        columns: [
          { id: "year", head: t.year, cell: ({ year }) =>
            html`<a href=${to("dividend", cooperative.code, year)}>${year}</a>` },
          { id: "refund", head: t.refundHead, kind: "figure",
            cell: (year) => money(year.patronage_refund) },
          { id: "guaranteed", head: t.guaranteedHead, kind: "figure",
            cell: ({ guaranteed }) => money(guaranteed) },
          { id: "residual", head: t.residualHead, kind: "figure",
            cell: (year) => money(year.residual_dividend) },
          { id: "total", head: t.totalHead, kind: "figure strong",
            cell: ({ total }) => money(total) },
          { id: "status", head: t.status, cell: ({ status }) => stateWord(status) },
        ],
        rows: distributions,
        key: ({ year }) => String(year),
        empty: t.noDistributions,
      })}
    </section>`;
  }

  #contributions() {
    const t = words().member;
    return html`<section aria-labelledby="member-contributions-head">
      ${sectionHead("member-contributions-head", t.contributions, words().unit)}
      ${dataTable({
        id: "member-contributions",
        label: t.contributions,
        columns: [
          { id: "on", head: t.on, cell: ({ on }) => on },
          { id: "form", head: t.form, kind: "second", cell: ({ form }) => form ?? nothing },
          { id: "class", head: t.class, kind: "second", cell: (row) => row.class ?? nothing },
          { id: "amount", head: t.amount, kind: "figure", cell: ({ amount }) => money(amount) },
          { id: "capital", head: t.capitalAfter, kind: "figure strong",
            cell: ({ capital }) => money(capital) },
        ],
        rows: this.view.contributions,
        key: (row) => `${row.on} ${row.amount} ${row.capital} ${row.class}`,
        empty: t.noContributions,
      })}
    </section>`;
  }

  #deliveries() {
    const t = words().member;
    return html`<section aria-labelledby="member-deliveries-head">
      ${sectionHead("member-deliveries-head", t.deliveriesHead, words().unit)}
      ${dataTable({
        id: "member-deliveries",
        label: t.deliveriesHead,
        columns: [
          { id: "year", head: t.year, cell: ({ year }) => year },
          { id: "product", head: t.product, cell: ({ product }) => product.product },
          { id: "quantity", head: t.quantity, kind: "figure",
            cell: ({ product }) => `${quantity(product.quantity)} ${product.unit}` },
          { id: "records", head: t.records, kind: "figure second",
            cell: ({ product }) => count(product.records) },
          { id: "amount", head: t.amount, kind: "figure strong",
            cell: ({ product }) => (product.amount === null ? nothing : money(product.amount)) },
        ],
        rows: this.view.deliveries,
        key: ({ year, product }) => `${year} ${product.product} ${product.unit}`,
        empty: t.noDeliveries,
      })}
    </section>`;
  }

  keys() {
    return headKeys(this.#head());
  }
}
