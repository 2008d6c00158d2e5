// @ts-check
// The statements of one cooperative: the statutory forms with their lines, the checks between
// them, and the file to print or to keep.

import { call, choosePlace } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { inFolder, money, plainName } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, presentYear, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { emptyPage } from "../parts/empty-page.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { pathField } from "../parts/path-field.js";
import { PickField } from "../parts/pick-field.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { PAGE, sheetTable } from "../parts/sheet-table.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/types").StatementKind} StatementKind */
/** @typedef {import("../api/types").StatementChoices} StatementChoices */
/** @typedef {import("../api/types").StatementView} StatementView */
/** @typedef {import("../api/client.js").Problem} Problem */

/** @type {readonly StatementKind[]} */
const KINDS = [
  "balance_sheet", "surplus", "equity", "member_account", "trial_balance", "income_detail",
];

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, kind, year, month, member
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().statements.title);
  }
  const [choices, { folder }] = await Promise.all([
    attempt(call("statement_choices", { coop })), call("start", {}),
  ]);
  if (choices.problem !== null) {
    return emptyPage(page, words().statements.title, choices.problem);
  }
  session.coop = coop;
  const view = new StatementsPage(page, choices.answer, folder, asked(choices.answer, args));
  await view.read();
  return view;
}

/** @typedef {{ kind: StatementKind, year: number, month: string, member: string }} Asked */

/**
 * @param {StatementChoices} choices
 * @param {readonly string[]} args
 * @returns {Asked}
 */
function asked(choices, args) {
  const [, kind, year, month, member] = args;
  const last = choices.years.at(-1) ?? presentYear();
  const near = Math.min(Math.max(presentYear(), choices.years[0] ?? last), last);
  const of = yearOf(year) ?? near;
  return {
    kind: KINDS.find((one) => one === kind) ?? "balance_sheet",
    year: of,
    month: month?.startsWith(`${of}-`) ? month : `${of}-12`,
    member: member ?? choices.members[0]?.code ?? "",
  };
}

class StatementsPage {
  /** @type {StatementView | null} */
  #view = null;
  /** @type {Problem | null} */
  #problem = null;
  /** @type {Problem | null} */
  #saving = null;
  #busy = false;
  #shown = PAGE;
  #turn = 0;

  /**
   * @param {HTMLElement} page
   * @param {StatementChoices} choices
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
    this.member =
      new PickField("statement-member", this.draw, (member) => this.#go({ member }));
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

  async read() {
    this.#turn += 1;
    const turn = this.#turn;
    const { answer, problem } = await attempt(call("statement", this.#asks()));
    if (turn !== this.#turn) {
      return;
    }
    this.#view = answer;
    this.#problem = problem;
    this.#saving = null;
    this.#shown = PAGE;
    this.path = null;
    this.draw();
  }

  #asks() {
    const { kind, year, month, member } = this.of;
    /** @type {import("../api/types").StatementQuery} */
    const query = kind === "member_account" && member !== ""
      ? { year, month, member } : { year, month };
    return { coop: this.choices.coop.code, kind, query };
  }

  /** @param {Partial<Asked>} change */
  #address(change) {
    const { kind, year, month, member } = { ...this.of, ...change };
    return to("statements", this.choices.coop.code, kind, year, month, member);
  }

  /** @param {Partial<Asked>} change */
  #go(change) {
    location.hash = this.#address(change);
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().statements;
    const { coop, years } = this.choices;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) =>
          (location.hash = to("statements", code, this.of.kind, this.of.year, this.of.month)),
      },
      context: this.#view === null ? nothing : t.context(this.#view.at),
      years: {
        all: years, now: this.of.year,
        address: (/** @type {number} */ year) => this.#address({ year, month: `${year}-12` }),
      },
    };
  }

  #template() {
    const t = words().statements;
    return html`${pageHead(this.#head())}
      <nav class="kinds" aria-label=${t.kindsLabel} id="statement-kinds">
        ${KINDS.map((kind) => html`<a
          href=${this.#address({ kind })} data-kind=${kind}
          aria-current=${kind === this.of.kind ? "true" : nothing}>${t.kinds[kind]}</a>`)}
      </nav>
      <div class="asked">${this.#month()} ${this.#member()}</div>
      <div class="fill">
        ${this.#sheetHead()} ${problemNote(this.#problem, "statement-problem")}
        <div class="scroll" tabindex="0" role="region" aria-labelledby="sheet-head">
          ${this.#table()} ${this.#checks()}
        </div>
      </div>
      ${this.#file()}`;
  }

  #month() {
    const t = words().statements;
    const { first } = this.choices;
    const months = Array.from({ length: 12 }, (_, at) =>
      `${this.of.year}-${String(at + 1).padStart(2, "0")}`).filter((month) => month >= first);
    return html`<div class="month">
      <label for="statement-month">${t.through}</label>
      <span class="choice"><select
        id="statement-month"
        @change=${(/** @type {Event} */ event) =>
          this.#go({ month: /** @type {HTMLSelectElement} */ (event.target).value })}
      >
        ${months.map((month) => html`<option
          value=${month} ?selected=${month === this.of.month}>${month}</option>`)}
      </select></span>
    </div>`;
  }

  #member() {
    const t = words().statements;
    if (this.of.kind !== "member_account") {
      return nothing;
    }
    const choices = this.choices.members.map((member) => ({ ...member, initials: "" }));
    return this.member.template({
      label: t.member, hint: t.memberHint, choices, chosen: this.of.member,
    });
  }

  #sheetHead() {
    const sheet = this.#view?.sheet ?? null;
    const title = sheet === null ? words().statements.kinds[this.of.kind] : say(sheet.title);
    const form = sheet?.form ? html`<span class="fact">${say(sheet.form)}</span>` : nothing;
    const facts = (sheet?.facts ?? []).map(({ name, value }) => html`<span class="fact">
      ${say(name)} <b>${say(value)}</b>
    </span>`);
    return sectionHead("sheet-head", title, html`${form}${facts}`, this.#verdict());
  }

  /** Whether the checks between forms hold, beside the head. */
  #verdict() {
    const checks = this.#view?.checks ?? [];
    if (checks.length === 0) {
      return nothing;
    }
    const t = words().statements;
    const failed = checks.filter(({ holds }) => !holds).length;
    return html`<span class="state ${failed === 0 ? "ok" : "error"}" id="statement-verdict">
      ${t.checks} ${failed === 0 ? t.allHold(checks.length) : t.failed(failed, checks.length)}
    </span>`;
  }

  #table() {
    const view = this.#view;
    if (view === null) {
      return nothing;
    }
    const { coop } = this.choices;
    return sheetTable({
      view: view.sheet,
      label: say(view.sheet.title),
      shown: this.#shown,
      more: () => { this.#shown += PAGE; this.draw(); },
      empty: words().statements.none,
      voucher: (number) => to("voucher", coop.code, number),
      account: ({ account }) =>
        to("ledgers", coop.code, "detailed", `${this.of.year}-01`, this.of.month, account),
    });
  }

  #checks() {
    const t = words().statements;
    const { checks = [], notes = [] } = this.#view ?? {};
    if (checks.length === 0 && notes.length === 0) {
      return nothing;
    }
    return html`<ul class="checklist" id="form-checks" aria-label=${t.checks}>
      ${notes.map((note) => html`<li data-state="note">
        <span class="state note">${words().closing.states.note}</span><p>${say(note)}</p>
      </li>`)}
      ${checks.map(({ what, holds, difference }) => html`<li data-state=${holds ? "ok" : "bar"}>
        <span class="state ${holds ? "ok" : "error"}">
          ${holds ? t.holds : t.differs(money(difference))}
        </span>
        <p>${say(what)}</p>
      </li>`)}
    </ul>`;
  }

  #place() {
    const sheet = this.#view?.sheet;
    const said = sheet === undefined ? [] : [say(sheet.title), say(sheet.period)];
    const whose = this.of.kind === "member_account" ? [this.of.member] : [];
    const name = plainName([this.choices.coop.name, ...said, ...whose].join(" "));
    return this.path ?? inFolder(this.folder, `${name}.pdf`);
  }

  #file() {
    const t = words().statements;
    return html`<div class="file row">
      ${pathField({
        id: "statement-path", label: t.path, value: this.#place(), problem: this.#saving,
        type: (value) => { this.path = value; },
        choose: async () => {
          this.path = (await choosePlace(this.#place(), "sheet")) ?? this.path;
          this.draw();
        },
      })}
      ${this.of.kind === "member_account"
        ? html`<button type="button" id="statement-all" @click=${() => this.save(true)}>
            ${t.saveAll}
          </button>`
        : nothing}
      <button
        type="button" id="statement-save" aria-busy=${String(this.#busy)}
        @click=${() => this.save(false)}
      >
        ${this.#busy ? t.saving : t.save} <kbd>Ctrl+S</kbd>
      </button>
    </div>`;
  }

  /** @param {boolean} all whether the accounts of all members */
  save = (all) =>
    once("statement", async () => {
      if (this.#view === null) {
        return;
      }
      const { coop, kind, query } = this.#asks();
      const { year, month } = this.of;
      const path = this.#place();
      this.#busy = true;
      this.draw();
      const saving = call("statement_save", {
        coop, kind, query: all ? { year, month } : query, path,
      });
      const { answer, problem } = await attempt(during(() => words().statements.saving, saving));
      this.#busy = false;
      this.#saving = problem;
      if (answer !== null) {
        notice(words().statements.saved(answer.path));
      }
      this.draw();
    });

  keys() {
    const t = words().statements;
    return [
      { key: "Ctrl+S", says: t.keysSave, run: () => this.save(false) },
      ...headKeys(this.#head()),
    ];
  }
}
