// @ts-check
// The scheme as a form: what comes from the books is plain text, only what may be changed has a
// frame, and what does not apply stays and says why.

import { html, live, nothing } from "../lib/dom.js";
import { isZero, money, percentOf, taken } from "../lib/format.js";
import { fundField } from "../lib/scheme.js";
import { words } from "../lib/text.js";
import { fieldNote } from "./problem-note.js";

/** @typedef {import("../api/types").DividendView} DividendView */
/** @typedef {import("../lib/scheme.js").Typed} Typed */
/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @typedef {object} Form
 * @property {DividendView} view what is saved
 * @property {DividendView} shown what the fields gave last
 * @property {Typed} typed
 * @property {{ field: string, problem: Problem } | null} refused
 * @property {(change: (typed: Typed) => void) => void} type
 */

/** @type {readonly import("../api/types").CapitalWeightingView[]} */
const WEIGHTINGS = ["year_end", "days_held"];

/** @param {Form} form */
export function schemeForm(form) {
  const t = words().dividend.form;
  const { view, shown, typed } = form;
  return html`<div class="form" role="group" aria-label=${t.label}>
    ${plainRow(t.surplus, money(view.surplus), t.surplusNote)}
    ${plainRow(t.losses, taken(shown.losses_made_up))}
    ${isZero(view.opening_undistributed)
      ? nothing
      : plainRow(t.opening, money(view.opening_undistributed))}
    ${view.status === "approved" ? settled(view) : fields(form, typed)}
    ${plainRow(t.rest, t.restBy)}
  </div>`;
}

/**
 * @param {string} label
 * @param {string} value
 * @param {string} [note]
 */
function plainRow(label, value, note) {
  return html`<div class="row">
    <span class="label">${label} ${note === undefined ? nothing : html`<i>${note}</i>`}</span>
    <span class="value">${value}</span>
  </div>`;
}

/**
 * The scheme of an approved distribution: text, since nothing can be changed.
 * @param {DividendView} view
 */
function settled(view) {
  const t = words().dividend.form;
  const { scheme } = view;
  return html`${scheme.appropriations.map(({ fund, rate, amount }) =>
      plainRow(t.fund(fund), rate === null ? money(amount ?? "0.00") : `${percentOf(rate)}%`))}
    ${plainRow(t.retained, money(view.retained))}
    ${plainRow(
      t.patronage,
      view.has_patronage ? `${percentOf(scheme.patronage_share)}%` : t.noPatronage,
    )}
    ${plainRow(
      t.guaranteed,
      scheme.guaranteed_rate === null ? t.noGuaranteed : `${percentOf(scheme.guaranteed_rate)}%`,
    )}
    ${plainRow(t.weighting, t[scheme.capital_weighting])}`;
}

/**
 * @param {Form} form
 * @param {Typed} typed
 */
function fields(form, typed) {
  const t = words().dividend.form;
  return html`${typed.funds.map((_, index) => fundRow(form, index))}
    ${field(form, {
      id: "dividend-retained", label: t.retained, value: typed.retained, unit: t.yuan,
      set: (to, value) => (to.retained = value),
    })}
    ${form.view.has_patronage
      ? field(form, {
          id: "dividend-patronage-share", label: t.patronage, value: typed.patronage, unit: "%",
          set: (to, value) => (to.patronage = value),
        })
      : html`<div class="row">
          <span class="label">${t.patronage}</span>
          <span class="absent">${t.noPatronage}</span><span class="unit"></span>
        </div>`}
    ${field(form, {
      id: "dividend-guaranteed-rate", label: t.guaranteed, value: typed.guaranteed, unit: "%",
      hint: t.noGuaranteed, set: (to, value) => (to.guaranteed = value),
    })}
    ${weightingRow(form, typed)}`;
}

/**
 * @param {Form} form
 * @param {number} index
 */
function fundRow(form, index) {
  const t = words().dividend.form;
  const fund = form.typed.funds[index];
  if (fund === undefined) {
    return nothing;
  }
  const set = (/** @type {Typed} */ to, /** @type {string} */ value) => {
    const entry = to.funds[index];
    if (entry !== undefined) {
      entry.value = value;
    }
  };
  return field(form, {
    id: fundField(form.typed, index), label: t.fund(fund.fund), value: fund.value,
    unit: fund.unit === "rate" ? "%" : t.yuan, set,
  });
}

/**
 * @param {Form} form
 * @param {{ id: string, label: string, value: string, unit: string, hint?: string,
 *   set: (typed: Typed, value: string) => void }} options
 */
function field({ refused, type }, { id, label, value, unit, hint, set }) {
  const problem = refused?.field === id ? refused.problem : null;
  const onInput = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    type((typed) => set(typed, input.value));
  };
  return html`<div class="row">
      <label for=${id}>${label}</label>
      <input
        id=${id} type="text" inputmode="decimal" autocomplete="off" class="figure"
        placeholder=${hint ?? ""}
        aria-invalid=${problem === null ? nothing : "true"}
        aria-describedby=${problem === null ? nothing : `${id}-problem`}
        .value=${live(value)}
        @input=${onInput}
        @focus=${(/** @type {FocusEvent} */ event) =>
          /** @type {HTMLInputElement} */ (event.target).select()}
        @keydown=${nextField}
      />
      <span class="unit">${unit}</span>
    </div>
    ${fieldNote(id, problem)}`;
}

/**
 * @param {Form} form
 * @param {Typed} typed
 */
function weightingRow({ type }, typed) {
  const t = words().dividend.form;
  const onChange = (/** @type {Event} */ event) => {
    const choice = /** @type {HTMLSelectElement} */ (event.target).value;
    type((to) => (to.weighting = choice === "days_held" ? "days_held" : "year_end"));
  };
  return html`<div class="row">
    <label for="dividend-weighting">${t.weighting}</label>
    <span class="choice">
      <select
        id="dividend-weighting" @change=${onChange} @keydown=${nextField}
        .value=${live(typed.weighting)}
      >
        ${WEIGHTINGS.map(
          (way) => html`<option value=${way} ?selected=${typed.weighting === way}>
            ${t[way]}
          </option>`,
        )}
      </select>
    </span>
  </div>`;
}

/**
 * Enter goes to the next field, and from the last one to the members.
 * @param {KeyboardEvent} event
 */
function nextField(event) {
  const plain = event.key === "Enter" && !event.ctrlKey && !event.isComposing;
  if (!plain || !(event.target instanceof HTMLElement)) {
    return;
  }
  event.preventDefault();
  const list = [...(event.target.closest(".form")?.querySelectorAll("input, select") ?? [])];
  const next = list[list.indexOf(event.target) + 1]
    ?? document.querySelector("#dividend-members tr[tabindex='0']");
  /** @type {HTMLElement | null} */ (next)?.focus();
}
