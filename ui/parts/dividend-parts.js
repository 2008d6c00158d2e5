// @ts-check
// The pieces round the table of the dividend page: steps, tabs, the steps as a table, the bar at
// the foot. They only draw; the page says what happens.

import { html, nothing } from "../lib/dom.js";
import { count, isZero, money, taken } from "../lib/format.js";
import { words } from "../lib/text.js";
import { stepsOf } from "./chart-waterfall.js";
import { sectionHead } from "./page-head.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").DividendView} DividendView */

/**
 * Whether its figures stay: it is before the meeting, or approved.
 * @param {DividendView} view
 */
export function isFrozen({ status }) {
  return status === "approved" || status === "presented";
}

const NUMERALS = ["一", "二", "三", "四", "五"];

/**
 * The five steps in one line, each with the figure that it yields.
 * @param {DividendView} view
 * @param {string} step the present one
 * @param {(step: string) => void} goTo
 */
export function stepLine(view, step, goTo) {
  const t = words().dividend.steps;
  const aside = isZero(view.losses_made_up)
    ? taken(view.appropriated)
    : `${taken(view.losses_made_up)} ${taken(view.appropriated)}`;
  const figures = [
    [t.surplus, money(view.surplus)],
    [t.aside, aside],
    [t.pools, money(view.pool)],
    [t.members, t.exact(count(view.members.length))],
    [t.meeting, t.state(view)],
  ];
  return html`<ol class="steps" aria-label=${t.label}>
    ${figures.map(([name, figure], index) => {
      const number = String(index + 1);
      const later = number > step && view.status !== "approved";
      return html`<li class=${number === step ? "here" : later ? "later" : ""}>
        <button
          type="button" id="step-${number}"
          aria-current=${number === step ? "step" : nothing}
          @click=${() => goTo(number)}
        >
          <span class="numeral" aria-hidden="true">${NUMERALS[index]}</span>
          <span class="name">${name}</span> <b>${figure}</b>
        </button>
      </li>`;
    })}
  </ol>`;
}

/**
 * The two schemes: the saved plan, and the trial beside it.
 * @param {DividendView} saved
 * @param {{ trialShown: boolean, hasTrial: boolean, turn: () => void }} state
 */
export function schemeTabs(saved, { trialShown, hasTrial, turn }) {
  const t = words().dividend;
  if (isFrozen(saved)) {
    return sectionHead("dividend-scheme", t.scheme,
      saved.status === "approved" ? t.settled : t.statePlan.presented);
  }
  const tab = (/** @type {boolean} */ trial, /** @type {string} */ name) => html`<button
    type="button"
    role="tab"
    id=${trial ? "scheme-trial" : "scheme-plan"}
    aria-selected=${String(trialShown === trial)}
    aria-disabled=${trial && !hasTrial ? "true" : nothing}
    tabindex=${trialShown === trial ? 0 : -1}
    @click=${trialShown === trial ? nothing : turn}
  >
    ${name}
  </button>`;
  return html`${sectionHead("dividend-scheme", t.scheme, nothing, html`<kbd>Alt+← →</kbd>`)}
    <div class="tabs" role="tablist" aria-labelledby="dividend-scheme">
      ${tab(false, saved.status === "none" ? t.tabDefault : t.tabPlan)} ${tab(true, t.tabTrial)}
    </div>`;
}

/**
 * The chart's steps as a table.
 * @param {DividendView} view
 */
export function stepTable(view) {
  const t = words().dividend;
  return html`<div
    class="scroll chart-instead" tabindex="0" role="region" aria-label=${t.chartTitle}
  >
    ${dataTable({
      id: "dividend-steps",
      label: t.chartTitle,
      columns: [
        { id: "name", head: t.columns.step, cell: ({ name }) => name },
        { id: "amount", head: t.columns.amount, kind: "figure", cell: ({ amount }) => amount },
      ],
      rows: stepsOf(view),
      key: ({ key }) => key,
    })}
  </div>`;
}

/**
 * The bar at the foot: what stands here, and the one step that is next.
 * @param {{ saved: DividendView, view: DividendView, trial: boolean, refused: boolean,
 *   reason: string | null, drop: () => void, save: () => void, approve: () => void,
 *   present: () => void, withdraw: () => void, reverse: () => void }} state
 */
export function actionBar({ saved, view, trial, refused, reason, ...run }) {
  const t = words().dividend;
  const { drop, save, approve } = run;
  if (isFrozen(saved)) {
    return frozenBar(saved, run);
  }
  return html`<div class="action-bar">
    <p id="dividend-state">
      <b>${trial ? t.stateTrial : t.statePlan[saved.status]}</b>
      ${refused ? t.lastGood : t.sums(view)}
    </p>
    ${trial
      ? html`<button type="button" id="dividend-drop" @click=${drop}>
          ${t.drop} <kbd>F9</kbd>
        </button>`
      : nothing}
    ${reason === null
      ? html`<button type="button" id="dividend-present" @click=${run.present}>
          ${t.present}
        </button>`
      : html`<span class="reason">${reason}</span>`}
    <button
      type="button"
      id="dividend-approve"
      class=${reason === null ? "filled" : ""}
      aria-disabled=${reason === null ? nothing : "true"}
      @click=${approve}
    >
      ${t.approve} <kbd>Ctrl+Enter</kbd>
    </button>
    ${reason === null
      ? nothing
      : html`<button type="button" id="dividend-save" class="filled" @click=${save}>
          ${t.save} <kbd>Ctrl+S</kbd>
        </button>`}
  </div>`;
}

/**
 * The bar of what stays: taken back or approved while it is before the meeting, reversed later.
 * @param {DividendView} saved
 * @param {{ approve: () => void, withdraw: () => void, reverse: () => void }} run
 */
function frozenBar(saved, { approve, withdraw, reverse }) {
  const t = words().dividend;
  if (saved.status === "presented") {
    return html`<div class="action-bar">
      <p id="dividend-state"><b>${t.statePlan.presented}</b> ${t.presentedNote(saved)}</p>
      <button type="button" id="dividend-withdraw" @click=${withdraw}>${t.withdraw}</button>
      <button type="button" id="dividend-approve" class="filled" @click=${approve}>
        ${t.approve} <kbd>Ctrl+Enter</kbd>
      </button>
    </div>`;
  }
  return html`<div class="action-bar">
    <p id="dividend-state"><b>${t.settledTitle}</b> ${t.settledNote(saved)}</p>
    <button type="button" id="dividend-reverse" @click=${reverse}>${t.reverse}</button>
  </div>`;
}

/**
 * The runs of the year that were reversed.
 * @param {DividendView} view
 */
export function reversedRuns({ reversed }) {
  const t = words().dividend;
  if (reversed.length === 0) {
    return nothing;
  }
  return html`<section aria-labelledby="dividend-reversed-head">
    ${sectionHead("dividend-reversed-head", t.reversedHead)}
    ${reversed.map((run) => html`<p class="second" data-run=${run.run}>${t.reversedRun(run)}</p>`)}
  </section>`;
}
