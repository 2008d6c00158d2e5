// @ts-check
// Closing: the months as tiles with the checklist of the one that is chosen, and the year step by
// step, every voucher shown before it is made.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { money } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, renewBook, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { askReason } from "../parts/ask-reason.js";
import { emptyPage } from "../parts/empty-page.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, fieldNote, problemNote } from "../parts/problem-note.js";
import { proposedVouchers } from "../parts/proposed.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/types").ClosingView} ClosingView */
/** @typedef {import("../api/types").MonthCheckView} MonthCheckView */
/** @typedef {import("../api/types").MonthTile} MonthTile */
/** @typedef {import("../api/types").PostingDateView} PostingDateView */
/** @typedef {import("../api/types").ProposedVoucher} ProposedVoucher */
/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, year, month
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().closing.title);
  }
  const asked = { coop, year: yearOf(args[1]) };
  const { answer, problem } = await attempt(call("closing", asked));
  if (problem !== null) {
    return emptyPage(page, words().closing.title, problem);
  }
  session.coop = coop;
  const view = new ClosingPage(page, answer, args[2]);
  await view.look();
  return view;
}

class ClosingPage {
  /** @type {MonthCheckView | null} */
  #check = null;
  /** @type {{ of: "month" | "year" | "posting", problem: Problem } | null} */
  #refused = null;
  /** @type {readonly ProposedVoucher[]} what the year or the distribution would make */
  #previewed = [];
  #turn = 0;

  /**
   * @param {HTMLElement} page
   * @param {ClosingView} view
   * @param {string | undefined} month
   */
  constructor(page, view, month) {
    this.page = page;
    this.view = view;
    /** @type {{ way: PostingDateView, cover: string, on: string }} */
    this.typed = { way: view.posting_date ?? "year_end", cover: "", on: "" };
    const known = view.months.some((tile) => tile.month === month);
    this.month = known && month !== undefined ? month : this.#first();
  }

  /** The month that is closed next, or the last one of the year. */
  #first() {
    const { months, next } = this.view;
    return months.find(({ month }) => month === next)?.month ?? months.at(-1)?.month ?? "";
  }

  /** Looks the chosen month over. */
  async look() {
    this.#turn += 1;
    const turn = this.#turn;
    const tile = this.view.months.find(({ month }) => month === this.month);
    const asked = { coop: this.view.coop.code, month: this.month };
    const { answer, problem } = tile === undefined || tile.before
      ? { answer: null, problem: null }
      : await attempt(call("month_check", asked));
    if (turn !== this.#turn) {
      return;
    }
    this.#check = answer;
    this.#refused = problem && { of: "month", problem };
    this.draw();
  }

  /** Reads everything again: something was closed, opened or posted. */
  async #renew() {
    const asked = { coop: this.view.coop.code, year: this.view.year };
    const { answer } = await attempt(call("closing", asked));
    this.view = answer ?? this.view;
    this.#previewed = [];
    this.#refused = null;
    await renewBook();
    await this.look();
    document.getElementById(`month-${this.month}`)?.focus();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().closing;
    const { coop, years, year, next } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("closing", code, year)),
      },
      context: t.context(next),
      years: {
        all: years, now: year,
        address: (/** @type {number} */ other) => to("closing", coop.code, other),
      },
    };
  }

  #template() {
    return html`${pageHead(this.#head())}
      <div class="closing-columns">
        <div>${this.#tiles()} ${this.#checklist()}</div>
        <div>${this.#year()} ${this.#distribution()} ${this.#steps()}</div>
      </div>`;
  }

  #tiles() {
    const t = words().closing;
    return html`<section aria-labelledby="months-head">
      ${sectionHead("months-head", t.months, t.monthsNote)}
      <div class="month-tiles" role="group" aria-labelledby="months-head">
        ${this.view.months.map((tile) => this.#tile(tile))}
      </div>
    </section>`;
  }

  /** @param {MonthTile} tile */
  #tile(tile) {
    const t = words().closing;
    const state = tile.before ? "before" : tile.closed ? "closed" : "open";
    return html`<button
      type="button" id="month-${tile.month}" class="month-tile" data-state=${state}
      aria-pressed=${String(tile.month === this.month)}
      @click=${() => { this.month = tile.month; void this.look(); }}
    >
      <b>${tile.month}</b>
      <span>${t[state]}</span>
      <span class="second">
        ${tile.drafts > 0 ? t.drafts(tile.drafts) : t.vouchers(tile.vouchers)}
      </span>
    </button>`;
  }

  #checklist() {
    const t = words().closing;
    const check = this.#check;
    const problem = this.#refused?.of === "month" ? this.#refused.problem : null;
    if (check === null) {
      return problemNote(problem);
    }
    return html`<section aria-labelledby="checklist-head">
      ${sectionHead("checklist-head", t.checklist(check.month), nothing, this.#monthButton(check))}
      ${problemNote(problem, "month-problem")}
      <ul class="checklist" id="checklist">
        ${check.items.map((item) => html`<li data-code=${item.code} data-state=${item.state}>
          <span class="state ${{ ok: "ok", note: "note", bar: "error" }[item.state]}">
            ${t.states[item.state]}
          </span>
          <div>
            <p>${say(item.text)}</p>
            ${item.details.length === 0
              ? nothing
              : html`<ul>${item.details.map((detail) => html`<li>${say(detail)}</li>`)}</ul>`}
            ${item.code === "pending" && item.state === "bar" && !check.closed
              ? html`<button type="button" id="month-clear" @click=${this.clear}>
                  ${t.clearPending}
                </button>`
              : nothing}
          </div>
        </li>`)}
      </ul>
      ${check.closed
        ? nothing
        : html`<h3 class="under">${t.proposed} <span class="second">${t.madeNote}</span></h3>
            ${check.vouchers.length === 0
              ? html`<p class="second">${t.proposedNone}</p>`
              : proposedVouchers(check.vouchers)}`}
    </section>`;
  }

  /** @param {MonthCheckView} check */
  #monthButton({ month, closed, may_close: may }) {
    const t = words().closing;
    return closed
      ? html`<button type="button" id="month-reopen" @click=${this.reopen}>
          ${t.reopen(month)}
        </button>`
      : html`<button
          type="button" id="month-close" class="filled" aria-disabled=${may ? nothing : "true"}
          @click=${this.close}
        >
          ${t.close(month)} <kbd>Ctrl+Enter</kbd>
        </button>`;
  }

  close = () =>
    once("closing", async () => {
      const check = this.#check;
      if (check === null || check.closed) {
        return;
      }
      const asked = { coop: this.view.coop.code, month: check.month };
      const work = call("month_close", asked);
      const { answer, problem } = await attempt(during(() => words().closing.closing, work));
      if (answer === null) {
        this.#refused = problem && { of: "month", problem };
        this.draw();
        return;
      }
      const backup = answer.backup === null ? "" : say(answer.backup);
      notice(`${words().closing.isClosed(answer.month)}　${backup}`);
      const at = this.view.months.findIndex(({ month }) => month === answer.month);
      this.month = this.view.months[at + 1]?.month ?? answer.month;
      await this.#renew();
    });

  /** Drafts that clear 181; the first one is gone on with. */
  clear = () =>
    once("closing", async () => {
      const asked = { coop: this.view.coop.code, month: this.month };
      const { answer, problem } = await attempt(call("month_clear", asked));
      if (answer === null) {
        this.#refused = problem && { of: "month", problem };
        this.draw();
        return;
      }
      location.hash = to("draft", answer.drafts[0] ?? null);
    });

  reopen = () => {
    const { month } = this;
    askReason({
      title: words().closing.reopen(month),
      doing: words().closing.reopening,
      run: (reason) => call("month_reopen", { coop: this.view.coop.code, month, reason }),
      done: () => {
        notice(words().closing.isOpen(month));
        void this.#renew();
      },
    });
  };

  #year() {
    const t = words().closing;
    const { year, state } = this.view;
    const problem = this.#refused?.of === "year" ? this.#refused.problem : null;
    const word = html`<span class="state ${state === "closed" ? "ok" : "note"}"
      data-year-state=${state}>${t.yearState[state]}</span>`;
    return html`<section aria-labelledby="year-head">
      ${sectionHead("year-head", t.year(year), word)}
      <p>${t.yearNote[state]}</p>
      ${state === "open" ? this.#yearForm(problem) : nothing}
      ${problem === null || problem.field === "cover" ? nothing : problemNote(problem, "year-no")}
      <div class="buttons left">
        ${state === "open"
          ? html`<button type="button" id="year-check" @click=${this.checkYear}>
                ${t.yearCheck}
              </button>
              <button type="button" id="year-close" class="filled" @click=${this.closeYear}>
                ${t.yearClose(year)}
              </button>`
          : html`<button type="button" id="year-reopen" @click=${this.reopenYear}>
              ${t.yearReopen(year)}
            </button>`}
        ${state === "closing"
          ? html`<button type="button" id="year-waive" @click=${this.waive}>${t.waive}</button>`
          : nothing}
      </div>
      ${proposedVouchers(this.#previewed)}
    </section>`;
  }

  /** @param {Problem | null} problem */
  #yearForm(problem) {
    const t = words().closing;
    /** @type {readonly PostingDateView[]} */
    const ways = ["year_end", "resolution"];
    const ofCover = problem?.field === "cover" ? problem : null;
    return html`<div class="form">
      <div class="row">
        <label for="year-way">${t.postingDate}</label>
        <span class="choice"><select
          id="year-way"
          @change=${(/** @type {Event} */ event) => {
            const { value } = /** @type {HTMLSelectElement} */ (event.target);
            this.typed.way = value === "resolution" ? "resolution" : "year_end";
            this.#previewed = [];
            this.draw();
          }}
        >
          ${ways.map((way) => html`<option value=${way} ?selected=${way === this.typed.way}>
            ${t.postingDates[way]}
          </option>`)}
        </select></span>
      </div>
      <div class="row">
        <label for="year-cover">${t.cover}</label>
        <input
          id="year-cover" type="text" class="figure" autocomplete="off" placeholder=${t.coverHint}
          aria-invalid=${ofCover === null ? nothing : "true"}
          .value=${this.typed.cover}
          @input=${(/** @type {Event} */ event) => {
            this.typed.cover = /** @type {HTMLInputElement} */ (event.target).value;
          }}
        />
      </div>
      ${fieldNote("year-cover", ofCover)}
    </div>`;
  }

  get #yearAsked() {
    const { coop, year } = this.view;
    const cover = this.typed.cover.trim() || null;
    return { coop: coop.code, year, input: { posting_date: this.typed.way, cover } };
  }

  checkYear = () =>
    once("closing", async () => {
      const work = call("year_check", this.#yearAsked);
      const { answer, problem } = await attempt(during(() => words().closing.yearClosing, work));
      this.#previewed = answer?.vouchers ?? [];
      this.#refused = problem && { of: "year", problem };
      this.draw();
    });

  closeYear = () =>
    once("closing", async () => {
      const work = call("year_close", this.#yearAsked);
      const { answer, problem } = await attempt(during(() => words().closing.yearClosing, work));
      if (answer === null) {
        this.#refused = problem && { of: "year", problem };
        this.draw();
        return;
      }
      notice(say(answer.next));
      await this.#renew();
    });

  reopenYear = () => {
    const { coop, year } = this.view;
    askReason({
      title: words().closing.yearReopen(year),
      doing: words().closing.reopening,
      run: (reason) => call("year_reopen", { coop: coop.code, year, reason }),
      done: (answer) => {
        notice(say(answer.next));
        void this.#renew();
      },
    });
  };

  waive = () => {
    const { coop, year } = this.view;
    askReason({
      title: words().closing.waive,
      doing: words().closing.waiving,
      run: (reason) => call("year_waive", { coop: coop.code, year, reason }),
      done: (answer) => {
        notice(say(answer.next));
        void this.#renew();
      },
    });
  };

  #distribution() {
    const t = words().closing;
    const { coop, year, distribution, posted, state } = this.view;
    const problem = this.#refused?.of === "posting" ? this.#refused.problem : null;
    const stage = posted ? "posted" : distribution;
    const ready = distribution === "approved" && !posted && state !== "open";
    return html`<section aria-labelledby="distribution-head">
      ${sectionHead("distribution-head", t.distribution, t.distributionStates[stage], html`<a
        href=${to("dividend", coop.code, year)}>${t.toDividend}</a>`)}
      ${ready && state === "closed"
        ? html`<div class="form"><div class="row">
            <label for="posting-on">${t.on}</label>
            <input
              id="posting-on" type="text" autocomplete="off" placeholder=${t.onHint}
              .value=${this.typed.on}
              @input=${(/** @type {Event} */ event) => {
                this.typed.on = /** @type {HTMLInputElement} */ (event.target).value;
              }}
            />
          </div></div>`
        : nothing}
      ${problemNote(problem, "posting-problem")}
      ${ready
        ? html`<div class="buttons left">
            <button type="button" id="posting-check" @click=${this.checkPosting}>
              ${t.postCheck}
            </button>
            <button type="button" id="posting-post" class="filled" @click=${this.post}>
              ${t.post}
            </button>
          </div>`
        : nothing}
    </section>`;
  }

  get #postingAsked() {
    const { coop, year } = this.view;
    return { coop: coop.code, year, on: this.typed.on.trim() || null };
  }

  checkPosting = () =>
    once("closing", async () => {
      const work = call("dividend_post_check", this.#postingAsked);
      const { answer, problem } = await attempt(during(() => words().closing.posting, work));
      this.#previewed = answer?.vouchers ?? [];
      this.#refused = problem && { of: "posting", problem };
      this.draw();
    });

  post = () =>
    once("closing", async () => {
      const work = call("dividend_post", this.#postingAsked);
      const { answer, problem } = await attempt(during(() => words().closing.posting, work));
      if (answer === null) {
        this.#refused = problem && { of: "posting", problem };
        this.draw();
        return;
      }
      notice(words().closing.posted(answer.numbers.join(words().comma)));
      await this.#renew();
    });

  #steps() {
    const t = words().closing;
    const { coop, vouchers } = this.view;
    return html`<section aria-labelledby="steps-head">
      ${sectionHead("steps-head", t.steps)}
      ${vouchers.length === 0
        ? html`<p class="second">${t.noSteps}</p>`
        : html`<table class="table" id="closing-steps" aria-labelledby="steps-head">
            <thead>
              <tr>
                <th scope="col">${t.step}</th>
                <th scope="col">${t.date}</th>
                <th scope="col">${t.voucher}</th>
                <th scope="col" class="figure">${t.amount}</th>
              </tr>
            </thead>
            <tbody>
              ${vouchers.map((row) => html`<tr>
                <td>${say(row.step)} ${row.taken_back
                  ? html`<span class="second">${t.takenBack}</span>` : nothing}</td>
                <td>${row.date}</td>
                <td>
                  <a href=${to("voucher", coop.code, row.voucher)}>${row.voucher.slice(8)}</a>
                </td>
                <td class="figure">${money(row.amount)}</td>
              </tr>`)}
            </tbody>
          </table>`}
    </section>`;
  }

  keys() {
    const t = words().closing;
    return [
      { key: "Ctrl+Enter", says: t.close(this.month), run: this.close },
      ...headKeys(this.#head()),
    ];
  }
}
