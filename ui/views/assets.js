// @ts-check
// Assets: the cards with what is left of each, a month's depreciation shown before it is posted,
// and the vouchers that come again each month.

import { call } from "../api/client.js";
import { html, live, nothing, render } from "../lib/dom.js";
import { isZero, money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { presentCoop, renewBook, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { askForm, orNull, today } from "../parts/ask-form.js";
import { askReason } from "../parts/ask-reason.js";
import { emptyPage } from "../parts/empty-page.js";
import { factList } from "../parts/facts.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { proposedVouchers } from "../parts/proposed.js";
import { during, notice, once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";

/** @typedef {import("../api/types").AssetsView} AssetsView */
/** @typedef {import("../api/types").AssetRow} AssetRow */
/** @typedef {import("../api/types").ChargeView} ChargeView */
/** @typedef {import("../api/types").RecurringView} RecurringView */
/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, card
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().making.assets.title);
  }
  const { answer, problem } = await attempt(call("assets", { coop }));
  if (problem !== null) {
    return emptyPage(page, words().making.assets.title, problem);
  }
  session.coop = coop;
  const view = new AssetsPage(page, answer, args[1] ?? null);
  await view.look();
  return view;
}

class AssetsPage {
  /** @type {ChargeView | null} */
  #charge = null;
  /** @type {RecurringView | null} */
  #recurring = null;
  /** @type {Problem | null} */
  #problem = null;

  /**
   * @param {HTMLElement} page
   * @param {AssetsView} view
   * @param {string | null} code
   */
  constructor(page, view, code) {
    this.page = page;
    this.view = view;
    const there = view.rows.find((row) => row.gone_on === null);
    /** @type {string | null} the card that is chosen */
    this.code = code ?? (there ?? view.rows[0])?.code ?? null;
    this.month = view.next;
    /** @type {Record<string, string>} what cards put out, by code */
    this.units = {};
  }

  /** Looks the month over: its charges and its recurring vouchers. */
  async look() {
    const asked = { coop: this.view.coop.code, month: this.month };
    const units = Object.entries(this.units)
      .filter(([, typed]) => typed.trim() !== "")
      .map(([code, typed]) => ({ code, units: typed }));
    const [charge, recurring] = await Promise.all([
      attempt(call("charges_check", { ...asked, units })), attempt(call("recurring", asked)),
    ]);
    this.#charge = charge.answer;
    this.#recurring = recurring.answer;
    this.#problem = charge.problem;
    this.draw();
  }

  async #renew() {
    const { answer } = await attempt(call("assets", { coop: this.view.coop.code }));
    this.view = answer ?? this.view;
    this.month = this.view.next;
    await renewBook();
    await this.look();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().making.assets;
    const { coop } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("assets", code)),
      },
      actions: [
        { id: "asset-add", label: t.add, key: "Alt+N", run: this.add },
        { id: "recurring-add", label: t.addRecurring, run: this.addRecurring },
      ],
    };
  }

  #template() {
    const t = words().making.assets;
    return html`${pageHead(this.#head())}
      <section aria-labelledby="cards-head">
        ${sectionHead("cards-head", t.cards, t.note(this.view.rows.length))}
        <div class="scroll">${this.#cards()}</div>
      </section>
      <div class="closing-columns under-table">
        <div>${this.#month()}</div>
        <div>${this.#card()} ${this.#recurringList()}</div>
      </div>`;
  }

  #cards() {
    const t = words().making.assets;
    const { rows, totals } = this.view;
    return dataTable({
      id: "assets",
      label: t.cards,
      columns: [
        { id: "code", head: t.code, cell: ({ code }) => code },
        { id: "name", head: t.name, kind: "wrap", cell: ({ name, project }) =>
          html`${name} <span class="second">${project ?? ""}</span>` },
        { id: "kind", head: t.kind, kind: "second", cell: ({ kind }) => t.kinds[kind] },
        { id: "in-use", head: t.inUse, cell: ({ in_use_on: day }) => day },
        { id: "life", head: t.life, kind: "figure", cell: ({ life }) => say(life) },
        { id: "cost", head: t.cost, kind: "figure", cell: ({ cost }) => money(cost) },
        { id: "gathered", head: t.gathered, kind: "figure",
          cell: ({ gathered }) => money(gathered) },
        { id: "net", head: t.net, kind: "figure strong", cell: ({ net, gone_on: gone }) =>
          (gone === null ? money(net) : nothing) },
        { id: "through", head: t.through, cell: ({ charged_through: month }) => month ?? "" },
        { id: "state", head: t.state, cell: ({ gone_on: gone }) =>
          (gone === null ? t.there : t.gone(gone)) },
      ],
      rows,
      key: ({ code }) => code,
      chosen: this.code,
      leads: true,
      choose: (code) => { this.code = code; this.draw(); },
      totals: {
        name: words().total, cost: money(totals.cost), gathered: money(totals.gathered),
        net: money(totals.net),
      },
      empty: t.none,
    });
  }

  #month() {
    const t = words().making.assets;
    const charge = this.#charge;
    const posts = (charge?.vouchers.length ?? 0) > 0;
    return html`<section aria-labelledby="charge-head">
      ${sectionHead("charge-head", t.charge, t.chargeNote)}
      <div class="asked">
        <div class="month">
          <label for="charge-month">${t.month}</label>
          <input
            id="charge-month" type="text" autocomplete="off" .value=${live(this.month)}
            @change=${(/** @type {Event} */ event) => {
              this.month = /** @type {HTMLInputElement} */ (event.target).value.trim();
              void this.look();
            }}
          />
        </div>
        <button
          type="button" id="charge-make" class="filled" ?disabled=${!posts}
          @click=${this.charge}
        >${t.chargeMake} <kbd>Ctrl+Enter</kbd></button>
      </div>
      ${problemNote(this.#problem, "charge-problem")}
      ${charge === null || charge.cards.length === 0
        ? html`<p class="second">${charge === null ? "" : t.nothingDue(this.month)}</p>`
        : this.#charged(charge)}
      ${charge === null ? nothing : proposedVouchers(charge.vouchers)}
    </section>`;
  }

  #charged(/** @type {ChargeView} */ charge) {
    const t = words().making.assets;
    return dataTable({
      id: "charges",
      label: t.charge,
      columns: [
        { id: "code", head: t.code, cell: ({ code }) => code },
        { id: "name", head: t.name, kind: "wrap", cell: ({ name, working }) =>
          html`${name}<br /><span class="second">${say(working)}</span>` },
        { id: "units", head: t.units, cell: (card) => this.#unitsOf(card) },
        { id: "amount", head: t.amount, kind: "figure strong",
          cell: ({ amount }) => money(amount) },
      ],
      rows: charge.cards,
      key: ({ code }) => code,
      totals: { name: words().total, amount: money(charge.total) },
    });
  }

  #unitsOf(/** @type {import("../api/types").ChargedCard} */ { code, wants_units: unit }) {
    if (unit === null && this.units[code] === undefined) {
      return nothing;
    }
    return html`<input
      type="text" class="units" aria-label=${words().making.assets.unitsOf(code)}
      placeholder=${unit ?? ""} .value=${live(this.units[code] ?? "")}
      @change=${(/** @type {Event} */ event) => {
        this.units[code] = /** @type {HTMLInputElement} */ (event.target).value;
        void this.look();
      }}
    />`;
  }

  charge = () =>
    once("making", async () => {
      const units = Object.entries(this.units)
        .filter(([, typed]) => typed.trim() !== "")
        .map(([code, typed]) => ({ code, units: typed }));
      const work = call("charges_make", { coop: this.view.coop.code, month: this.month, units });
      const { answer, problem } = await attempt(
        during(() => words().making.assets.charging, work),
      );
      if (answer === null) {
        this.#problem = problem;
        this.draw();
        return;
      }
      notice(words().making.assets.charged(answer.numbers.join(words().comma)));
      this.units = {};
      await this.#renew();
    });

  #card() {
    const t = words().making.assets;
    const row = this.view.rows.find(({ code }) => code === this.code);
    if (row === undefined) {
      return nothing;
    }
    const isThere = row.gone_on === null;
    const isBack = !isThere && row.gone_by === null && row.gone_draft === null;
    const buttons = html`${isBack
      ? html`<button type="button" id="asset-back" @click=${() => this.back(row)}>
          ${t.backButton}
        </button>`
      : nothing}
    ${isThere
      ? html`<button type="button" id="asset-gone" @click=${() => this.gone(row)}>
          ${t.goneButton}
        </button>`
      : nothing}
    ${isThere && row.charged_through === null
      ? html`<button type="button" id="asset-void" @click=${() => this.void(row)}>
          ${words().making.void}
        </button>`
      : nothing}`;
    /** @type {readonly (readonly [string, unknown])[]} */
    const left = isThere ? [] : [[t.goneBy, this.#goneBy(row)]];
    return html`<section>
      ${sectionHead("card-head", `${row.code} ${row.name}`, nothing, buttons)}
      ${factList([
        [t.accounts, `${row.account} / ${row.gathered_account} / ${row.charged_account}`],
        [t.salvage, money(row.salvage)],
        [t.marks, [row.nominal ? t.nominal : "", row.relief ? t.relief : "", row.note ?? "",
          row.gone_for ?? ""].filter((mark) => mark !== "").join(words().comma) || null],
        ...left,
      ])}
      ${row.charges.length === 0
        ? html`<p class="second">${t.neverCharged}</p>`
        : html`<div class="scroll short-list" tabindex="0" role="region"
            aria-labelledby="card-head">${this.#charges(row)}</div>`}
    </section>`;
  }

  /** The voucher by which an asset left, or the draft of it. */
  #goneBy(/** @type {AssetRow} */ { gone_by: voucher, gone_draft: draft }) {
    const coop = this.view.coop.code;
    if (voucher !== null) {
      return html`<a href=${to("voucher", coop, voucher)}>${voucher}</a>`;
    }
    return draft === null
      ? null
      : html`<a href=${to("draft", draft)}>${words().making.assets.goneDraft(draft)}</a>`;
  }

  #charges(/** @type {AssetRow} */ row) {
    const t = words().making.assets;
    return html`<table class="table" aria-labelledby="card-head">
      <thead><tr>
        <th scope="col">${t.month}</th><th scope="col" class="figure">${t.amount}</th>
        <th scope="col">${t.voucher}</th>
      </tr></thead>
      <tbody>
        ${row.charges.map((charge) => html`<tr>
          <td>${charge.month}</td>
          <td class="figure">${isZero(charge.amount) ? nothing : money(charge.amount)}</td>
          <td>${charge.voucher === null
            ? nothing
            : html`<a href=${to("voucher", this.view.coop.code, charge.voucher)}>
                ${charge.voucher}</a>`}
            ${charge.taken_back ? html`<span class="second">${t.takenBack}</span>` : nothing}
          </td>
        </tr>`)}
      </tbody>
    </table>`;
  }

  #recurringList() {
    const t = words().making.assets;
    const rows = this.#recurring?.rows ?? [];
    const due = rows.some((row) => row.due && !row.made);
    const button = html`<button
      type="button" id="recurring-make" ?disabled=${!due} @click=${this.makeRecurring}
    >${t.makeRecurring(this.month)}</button>`;
    return html`<section aria-labelledby="recurring-head">
      ${sectionHead("recurring-head", t.recurring, nothing, button)}
      ${rows.length === 0
        ? html`<p class="second">${t.noRecurring}</p>`
        : html`<table class="table" id="recurring" aria-labelledby="recurring-head">
            <thead><tr>
              <th scope="col">${t.recurringName}</th><th scope="col">${t.span}</th>
              <th scope="col">${this.month}</th>
              <th scope="col"><span class="unseen">${t.end}</span></th>
            </tr></thead>
            <tbody>${rows.map((row) => this.#recurringRow(row))}</tbody>
          </table>`}
    </section>`;
  }

  #recurringRow(/** @type {import("../api/types").RecurringRow} */ row) {
    const t = words().making.assets;
    const state = row.made ? t.made : row.due ? t.due : "";
    return html`<tr data-row=${row.name}>
      <td class="wrap">${row.name}</td>
      <td>${t.from(row.first, row.last, row.every, row.on_day)}</td>
      <td>${state}</td>
      <td>
        ${row.last === null
          ? html`<button type="button" class="plain" @click=${() => this.endRecurring(row.name)}>
              ${t.end}<span class="unseen"> ${row.name}</span>
            </button>`
          : nothing}
      </td>
    </tr>`;
  }

  makeRecurring = () =>
    once("making", async () => {
      const asked = { coop: this.view.coop.code, month: this.month };
      const { answer, problem } = await attempt(call("recurring_make", asked));
      this.#problem = problem;
      if (answer !== null) {
        notice(words().making.assets.draftsMade(answer.drafts.length));
      }
      await this.look();
    });

  endRecurring = (/** @type {string} */ name) => {
    const t = words().making.assets;
    const coop = this.view.coop.code;
    askForm({
      id: "end", title: t.endTitle(name), doing: t.saving, button: t.end,
      fields: [{ name: "last", label: t.lastMonth }],
      typed: { last: this.month },
      run: ({ last = "" }) => call("recurring_end", { coop, name, last }),
      done: () => { void this.look(); },
    });
  };

  add = () => {
    const t = words().making.assets;
    const coop = this.view.coop.code;
    const tops = ["401", "521", "523", "529"];
    const costs = this.view.accounts.filter(({ code }) =>
      tops.some((top) => code.startsWith(top)));
    const byMonths = (/** @type {Record<string, string>} */ { way }) => way === "months";
    askForm({
      id: "asset", title: t.add, doing: t.saving, button: t.keep, note: t.addNote,
      fields: [
        { name: "code", label: t.code, hint: "G01" },
        { name: "name", label: t.name },
        { name: "kind", label: t.kind, choices: Object.entries(t.kinds)
          .map(([code, name]) => ({ code, name })) },
        { name: "charged", label: t.chargedOn,
          choices: costs.map(({ code, name }) => ({ code, name: `${code} ${name}` })) },
        { name: "project", label: t.project, hint: t.projectHint },
        { name: "in_use_on", label: t.inUse, hint: "2025-03-31" },
        { name: "cost", label: t.cost },
        { name: "salvage", label: t.salvage, hint: "0.00" },
        { name: "way", label: t.way, choices: [
          { code: "months", name: t.ways.months }, { code: "units", name: t.ways.units },
        ] },
        { name: "months", label: t.months, hint: t.monthsHint, when: byMonths },
        { name: "units", label: t.wholeUnits, when: (typed) => !byMonths(typed) },
        { name: "unit", label: t.unit, hint: t.unitHint, when: (typed) => !byMonths(typed) },
        { name: "before", label: t.before, hint: t.beforeHint },
        { name: "before_through", label: t.beforeThrough, hint: t.beforeHint },
        { name: "nominal", label: t.nominal, tick: true },
        { name: "relief", label: t.relief, tick: true },
        { name: "note", label: t.noteLabel },
      ],
      typed: {
        kind: "fixed", way: "months", in_use_on: today(),
        charged: costs.find(({ code }) => code.startsWith("523"))?.code ?? costs[0]?.code ?? "",
      },
      run: (typed) => call("asset_add", { coop, input: cardOf(typed) }),
      done: (row) => {
        this.code = row.code;
        notice(words().making.assets.added(row.code));
        void this.#renew();
      },
    });
  };

  gone = (/** @type {AssetRow} */ { code, name }) => {
    const t = words().making.assets;
    const coop = this.view.coop.code;
    askForm({
      id: "gone", title: t.goneTitle(`${code} ${name}`), doing: t.saving, button: t.goneButton,
      note: t.goneNote,
      fields: [{ name: "on", label: t.goneOn }, { name: "reason", label: t.why, hint: t.whyHint }],
      typed: { on: today() },
      run: ({ on = "", reason = "" }) => call("asset_gone", { coop, code, on, reason }),
      done: (draft) => { location.hash = to("draft", draft.id); },
    });
  };

  back = (/** @type {AssetRow} */ { code }) =>
    once("making", async () => {
      const { answer, problem } = await attempt(
        call("asset_back", { coop: this.view.coop.code, code }),
      );
      if (answer === null) {
        this.#problem = problem;
        this.draw();
        return;
      }
      notice(words().making.assets.isBack(code));
      await this.#renew();
    });

  void = (/** @type {AssetRow} */ { code, name }) => {
    const t = words().making;
    const coop = this.view.coop.code;
    askReason({
      title: `${t.void} ${code} ${name}`, doing: t.voiding,
      run: (reason) => call("asset_void", { coop, code, reason }),
      done: () => {
        this.code = this.view.rows.find((row) => row.code !== code)?.code ?? null;
        void this.#renew();
      },
    });
  };

  addRecurring = () =>
    once("making", async () => {
      const t = words().making.assets;
      const coop = this.view.coop.code;
      const { answer } = await attempt(call("voucher_entry", { coop }));
      const templates = answer?.templates ?? [];
      if (templates.length === 0) {
        notice(t.needsTemplate);
        return;
      }
      askForm({
        id: "recurring-new", title: t.addRecurring, doing: t.saving, button: t.keep,
        note: t.recurringNote,
        fields: [
          { name: "template", label: t.template,
            choices: templates.map(({ id, name }) => ({ code: String(id), name })) },
          { name: "name", label: t.recurringName },
          { name: "first", label: t.firstMonth },
          { name: "last", label: t.lastMonth, hint: t.openEnd },
          { name: "every", label: t.every, hint: "1" },
          { name: "on_day", label: t.onDay, hint: t.lastDay },
        ],
        typed: { template: String(templates[0]?.id), name: templates[0]?.name ?? "",
          first: this.month },
        run: (typed) => {
          const entry = templates.find(({ id }) => String(id) === typed["template"])?.entry ?? {};
          return call("recurring_add", { coop, input: {
            name: typed["name"] ?? "", entry, first: typed["first"] ?? "",
            last: orNull(typed["last"]), every: orNull(typed["every"]),
            on_day: orNull(typed["on_day"]),
          } });
        },
        done: () => { void this.look(); },
      });
    });

  keys() {
    const t = words().making.assets;
    return [
      ...headKeys(this.#head()),
      { key: "Ctrl+Enter", says: t.chargeMake, run: () => this.charge() },
    ];
  }
}

/** @returns {import("../api/types").AssetInput} */
function cardOf(/** @type {Record<string, string>} */ typed) {
  const kept = (/** @type {string} */ name) => orNull(typed[name]) ?? undefined;
  const given = {
    project: kept("project"), salvage: kept("salvage"), before: kept("before"),
    before_through: kept("before_through"), months: kept("months"), units: kept("units"),
    unit: kept("unit"), note: kept("note"),
  };
  const filled = Object.entries(given).filter(([, value]) => value !== undefined);
  return /** @type {import("../api/types").AssetInput} */ ({
    code: typed["code"] ?? "", name: typed["name"] ?? "", kind: typed["kind"] ?? "fixed",
    charged: typed["charged"] ?? "", in_use_on: typed["in_use_on"] ?? "",
    cost: typed["cost"] ?? "", nominal: typed["nominal"] === "1", relief: typed["relief"] === "1",
    ...Object.fromEntries(filled),
  });
}
