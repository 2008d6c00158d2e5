// @ts-check
// The dividend of one cooperative and year: five steps on one page, from the surplus of the books
// to what each member gets. Moving a rate recomputes at once, as a trial beside the saved plan.

import { Problem, call, choosePlace } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { money, plainName } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { fieldOf, schemeOf, typedOf, unreadRate } from "../lib/scheme.js";
import { presentCoop, presentYear, session } from "../lib/session.js";
import { inBoth, words } from "../lib/text.js";
import { askApproval } from "../parts/approve-dialog.js";
import { askForm, orNull, today } from "../parts/ask-form.js";
import { askReason } from "../parts/ask-reason.js";
import { mountChart } from "../parts/chart.js";
import { waterfallPlot } from "../parts/chart-waterfall.js";
import {
  actionBar, isFrozen, reversedRuns, schemeTabs, stepLine, stepTable,
} from "../parts/dividend-parts.js";
import { dividendTable, FOLD } from "../parts/dividend-table.js";
import { emptyPage, refusedPage } from "../parts/empty-page.js";
import { findingList } from "../parts/findings.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { schemeForm } from "../parts/scheme-form.js";
import { during, notice, once } from "../parts/status-line.js";
import { focusRow } from "../parts/table.js";
import { workingBlock, workingLine } from "../parts/working.js";

/** @typedef {import("../api/types").DividendView} DividendView */

/** So long nothing may be typed before a trial is worked out. */
const QUIET_MS = 200;

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, year, step
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  if (coop === null) {
    return emptyPage(page, words().dividend.title);
  }
  const year = yearOf(args[1]) ?? presentYear();
  const { answer: saved, problem } = await attempt(call("dividend", { coop, year }));
  if (problem !== null) {
    return refusedPage(page, "dividend", coop, year, problem);
  }
  session.coop = saved.cooperative.code;
  session.year = saved.year;
  const shown = new DividendPage(page, saved, args[2]);
  await shown.takeUp();
  return shown;
}

class DividendPage {
  /** @type {DividendView | null} */
  #trial = null;
  #trialShown = false;
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;
  #working = false;
  #asTable = false;
  /** The number of the last question: an answer to an earlier one is stale. */
  #asked = 0;
  /** @type {number | undefined} */
  #quiet;
  /** @type {ReturnType<typeof mountChart> | undefined} */
  #chart;

  /**
   * @param {HTMLElement} page
   * @param {DividendView} saved
   * @param {string | undefined} step
   */
  constructor(page, saved, step) {
    this.page = page;
    this.saved = saved;
    this.typed = typedOf(saved.scheme);
    this.chosen = saved.members[0]?.code ?? FOLD;
    this.open = saved.village_count === 0;
    this.step = step ?? (saved.status === "approved" ? "5" : "4");
    this.draw();
  }

  /** Takes up the trial that was left, if one was: the books may have moved on since. */
  async takeUp() {
    const kept = session.trials.get(this.address);
    if (kept !== undefined && !isFrozen(this.saved)) {
      this.typed = kept.typed;
      this.#trialShown = kept.shown;
      await this.#tryOut(this.#asked);
    }
  }

  /** Keeps the trial for as long as the book is open. */
  #keep() {
    session.trials.set(this.address, { typed: this.typed, shown: this.#trialShown });
  }

  /** What is shown: the trial while there is one in front, else what is saved. */
  get view() {
    return this.#trialShown && this.#trial !== null ? this.#trial : this.saved;
  }

  get isTrial() {
    return this.#trialShown && (this.#trial?.trial === true || this.#problem !== null);
  }

  get address() {
    return to("dividend", this.saved.cooperative.code, this.saved.year);
  }

  /** Why approving has to wait, or nothing if it need not. */
  get reason() {
    const unsaved = this.saved.status === "none" || this.isTrial;
    return unsaved ? words().dividend.saveFirst : null;
  }

  /** The refusal with the field that it is about, if it is about one. */
  get refusal() {
    const problem = this.#problem;
    const path = problem?.field ?? null;
    const field = path === null ? null : fieldOf(path, this.typed, this.saved.scheme);
    return problem === null || field === null ? null : { field, problem };
  }

  /** Draws everything, the chart too. */
  draw() {
    this.#drawPage();
    const plot = waterfallPlot(this.view, this.address);
    this.#chart ??= mountChart(this.page, "#dividend-chart");
    this.#chart.update(plot);
  }

  #drawPage() {
    render(this.#template(), this.page);
  }

  /**
   * What was typed is worked out when the hands rest; what stands in the fields stays.
   * @param {(typed: import("../lib/scheme.js").Typed) => void} change
   */
  type = (change) => {
    if (!this.#trialShown) {
      this.typed = typedOf(this.saved.scheme);
      this.#trialShown = true;
    }
    change(this.typed);
    this.#keep();
    this.#asked += 1;
    const mine = this.#asked;
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#tryOut(mine), QUIET_MS);
    this.#drawPage();
  };

  /** @param {number} mine */
  async #tryOut(mine) {
    const unread = this.#unread();
    const result = unread === null
      ? await attempt(call("dividend_try", this.#asks()))
      : { answer: null, problem: unread };
    if (mine === this.#asked) {
      this.#problem = result.problem;
      this.#trial = result.answer ?? this.#trial;
      this.draw();
    }
  }

  /** The refusal of a rate that is no number: what is said of amounts does not fit it. */
  #unread() {
    const unread = unreadRate(this.typed, this.saved.scheme);
    return unread === null ? null : new Problem({
      code: "scheme.number",
      message: inBoth(({ dividend }) => dividend.form.noRate(unread.value.trim())),
      field: unread.path, details: [], kind: "input",
    });
  }

  #asks() {
    const scheme = schemeOf(this.typed, this.saved.scheme);
    return { coop: this.saved.cooperative.code, year: this.saved.year, scheme };
  }

  dropTrial = () => {
    this.#asked += 1;
    clearTimeout(this.#quiet);
    this.#trial = null;
    this.#trialShown = false;
    this.#problem = null;
    this.typed = typedOf(this.saved.scheme);
    session.trials.delete(this.address);
    this.draw();
  };

  /** Whether there is anything beside the plan, if only a rate that was refused. */
  get hasTrial() {
    return this.#trial !== null || this.#problem !== null;
  }

  turnScheme = () => {
    if (this.hasTrial) {
      this.#trialShown = !this.#trialShown;
      this.#keep();
      this.draw();
    }
  };

  save = () =>
    once("dividend_save", async () => {
      this.#asked += 1;
      clearTimeout(this.#quiet);
      const unread = this.#unread();
      const result = unread === null
        ? await attempt(during(words().dividend.saving, call("dividend_save", this.#asks())))
        : { answer: null, problem: unread };
      if (result.problem === null) {
        this.saved = result.answer;
        this.dropTrial();
        notice(words().dividend.saved(money(result.answer.pool)));
      } else {
        this.#problem = result.problem;
        this.#trialShown = true;
        this.draw();
      }
    });

  approve = () => {
    if (this.reason === null) {
      askApproval(this.saved, (approved) => {
        this.saved = approved;
        this.step = "5";
        this.dropTrial();
        notice(words().dividend.approved(approved.resolution ?? ""));
      });
    }
  };

  /** What was answered is what is saved now. */
  #take(/** @type {DividendView} */ answer, /** @type {string} */ said) {
    this.saved = answer;
    this.dropTrial();
    notice(said);
  }

  get #year() {
    return { coop: this.saved.cooperative.code, year: this.saved.year };
  }

  savePlan = () =>
    once("dividend_plan", async () => {
      const t = words().dividend;
      const { cooperative, year } = this.saved;
      const name = plainName(`${cooperative.name} ${t.planFile(year)}.pdf`);
      const path = await choosePlace(name, "sheet");
      if (path === null) {
        return;
      }
      const { answer, problem } = await attempt(call("dividend_plan", { ...this.#year, path }));
      this.#problem = problem;
      if (answer === null) {
        this.draw();
        return;
      }
      notice(t.planWritten(answer.path));
    });

  present = () => {
    const t = words().dividend;
    askForm({
      id: "present", title: t.present, doing: t.presenting, button: t.present, note: t.presentNote,
      fields: [
        { name: "on", label: t.presentOn },
        { name: "meeting", label: t.meetingOn, hint: t.meetingHint },
      ],
      typed: { on: today() },
      run: ({ on = "", meeting }) =>
        call("dividend_present", { ...this.#year, on, meeting: orNull(meeting) }),
      done: (answer) => this.#take(answer, words().dividend.presented),
    });
  };

  withdraw = () => {
    const t = words().dividend;
    askReason({
      title: t.withdraw, doing: t.withdrawing,
      run: (reason) => call("dividend_withdraw", { ...this.#year, reason }),
      done: (answer) => this.#take(answer, words().dividend.withdrawn),
    });
  };

  reverse = () => {
    const t = words().dividend;
    askForm({
      id: "reverse", title: t.reverse, doing: t.reversing, button: t.reverse, note: t.reverseNote,
      fields: [{ name: "on", label: t.reverseOn }, { name: "reason", label: t.reason }],
      typed: { on: today() },
      run: ({ on = "", reason = "" }) => call("dividend_reverse", { ...this.#year, on, reason }),
      done: (answer) => {
        this.step = "4";
        this.#take(answer, words().dividend.reversedDone);
      },
    });
  };

  toggleWorking = () => {
    this.#working = !this.#working;
    this.#drawPage();
  };

  toggleTable = () => {
    this.#asTable = !this.#asTable;
    this.draw();
  };

  fold = () => {
    this.open = !this.open;
    this.#drawPage();
    focusRow("dividend-members", FOLD);
  };

  /** @param {string} key */
  choose = (key) => {
    this.chosen = key;
    this.step = "4";
    this.#drawPage();
  };

  /** @param {string} step */
  goTo = (step) => {
    this.step = step;
    this.#drawPage();
    const place = {
      1: "#dividend-chart a",
      2: "#dividend-reserve-rate",
      3: "#dividend-guaranteed-rate",
      4: "#dividend-members tr[tabindex='0']",
      5: ".action-bar .filled",
    }[step];
    /** @type {HTMLElement | null} */ (place && this.page.querySelector(place))?.focus();
  };

  #head() {
    const t = words().dividend;
    const { cooperative, year, years, status } = this.saved;
    const paper = {
      id: "dividend-print", key: "Ctrl+P", label: t.print,
      run: () => (location.hash = to("print", cooperative.code, year)),
    };
    const plan = { id: "dividend-plan", label: t.planPaper, run: this.savePlan };
    // Approved goes to the books, posted to the members.
    const posted = this.saved.posted.length > 0;
    const next = posted
      ? { id: "dividend-pay", label: words().payments.title,
          run: () => (location.hash = to("payments", cooperative.code, year)) }
      : { id: "dividend-post", label: words().closing.post,
          run: () => (location.hash = to("closing", cooperative.code, year)) };
    return {
      title: t.title,
      coop: {
        name: cooperative.name,
        change: (/** @type {string} */ code) => (location.hash = to("dividend", code, year)),
      },
      context: t.context(this.saved),
      years: {
        all: years, now: year,
        address: (/** @type {number} */ other) => to("dividend", cooperative.code, other),
      },
      actions: [
        { id: "dividend-working", key: "F8", label: t.showWorking, run: this.toggleWorking },
        ...(status === "none" ? [] : [plan]),
        ...(status === "approved" ? [paper, next] : []),
      ],
    };
  }

  #template() {
    const view = this.view;
    return html`${pageHead(this.#head())} ${stepLine(view, this.step, this.goTo)}
      <div class="dividend">
        <div class="scheme" tabindex="0" role="region" aria-label=${words().dividend.schemeArea}>
          ${this.#scheme(view)}
        </div>
        <div class="result">${this.#result(view)}</div>
      </div>
      ${actionBar({
        saved: this.saved, view, trial: this.isTrial, refused: this.#problem !== null,
        reason: this.reason, drop: this.dropTrial, save: this.save, approve: this.approve,
        present: this.present, withdraw: this.withdraw, reverse: this.reverse,
      })}`;
  }

  /** @param {DividendView} view */
  #scheme(view) {
    const refused = this.refusal;
    return html`${schemeTabs(this.saved, {
        trialShown: this.#trialShown, hasTrial: this.hasTrial, turn: this.turnScheme,
      })}
      ${schemeForm({
        view: this.saved, shown: view, refused: this.#trialShown ? refused : null, type: this.type,
        typed: this.#trialShown ? this.typed : typedOf(this.saved.scheme),
      })}
      ${refused === null && this.#trialShown ? problemNote(this.#problem) : nothing}
      ${findingList(view.findings, "dividend-findings")} ${reversedRuns(this.saved)}`;
  }

  /** @param {DividendView} view */
  #result(view) {
    const t = words();
    const member = view.members.find(({ code }) => code === this.chosen);
    const right = html`${view.plan === null ? nothing : html`<span>${t.dividend.dashed}</span>`}
      <button type="button" class="plain" id="chart-table" @click=${this.toggleTable}>
        <kbd>T</kbd> ${this.#asTable ? t.chart.asChart : t.chart.asTable}
      </button>`;
    return html`${sectionHead("dividend-chart-head", t.dividend.chartTitle,
        t.dividend.chartNote, right)}
      <div
        id="dividend-chart" class="chart waterfall" ?hidden=${this.#asTable}
        role="group" aria-labelledby="dividend-chart-head"
      ></div>
      ${this.#asTable ? stepTable(view) : nothing}
      ${sectionHead("dividend-members-head", t.dividend.members,
        member === undefined ? t.dividend.othersNote(view) : workingLine(member, view.year))}
      <div class="scroll" id="dividend-scroll">
        ${dividendTable(view, {
          chosen: this.chosen, choose: this.choose, open: this.open, fold: this.fold,
          schemes: { shown: t.dividend.trialName, plan: t.dividend.planName },
        })}
      </div>
      ${this.#working && member !== undefined ? workingBlock(member, view.year) : nothing}`;
  }

  keys() {
    const t = words().keys;
    const own = isFrozen(this.saved)
      ? this.saved.status === "presented"
        ? [{ key: "Ctrl+Enter", says: t.approve, run: this.approve }]
        : []
      : [
          { key: "Ctrl+S", says: t.saveDraft, run: this.save },
          { key: "Ctrl+Enter", says: t.approve, run: this.approve },
          { key: "F9", says: t.dropTrial, run: this.dropTrial },
          { key: "Alt+←", says: t.turnScheme, run: this.turnScheme },
          { key: "Alt+→", says: "", run: this.turnScheme },
        ];
    return [...own, { key: "T", says: t.table, run: this.toggleTable }, ...headKeys(this.#head())];
  }

  /**
   * A bar of the chart leads to a step of this same page.
   * @param {readonly string[]} args
   */
  stay([coop, year, step]) {
    const same = coop === this.saved.cooperative.code && year === String(this.saved.year);
    if (same && step !== undefined) {
      this.goTo(step);
      return true;
    }
    return false;
  }

  leave() {
    clearTimeout(this.#quiet);
    this.#chart?.remove();
  }
}
