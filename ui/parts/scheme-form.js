// @ts-check
// The scheme as a form: what comes from the books is plain text, only what may be changed has a
// frame, and what does not apply stays and says why.

import { byId, html, live, nothing } from "../lib/dom.js";
import { isZero, money, percentOf, taken } from "../lib/format.js";
import { canRemove, fundField, typedOf } from "../lib/scheme.js";
import { words } from "../lib/text.js";
import { isFrozen } from "./dividend-parts.js";
import { fieldNote } from "./problem-note.js";

/** @typedef {import("../api/types").DividendView} DividendView */
/** @typedef {import("../lib/dom.js").Content} Content */
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
    ${isFrozen(view) ? settled(view) : fields(form, typed)}
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
 * The scheme of a frozen distribution: text, since nothing can be changed.
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
  return html`${presetRow(form, typed)} ${typed.funds.map((_, index) => fundRow(form, index))}
    <div class="row">
      <button type="button" class="link" id="dividend-add-fund" @click=${() => addFund(form)}>
        ${t.addFund}
      </button>
    </div>
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
 * The schemes that most charters come down to: one that is chosen fills the two rates, and what
 * is set aside and retained stays as it was typed.
 * @param {Form} form
 * @param {Typed} typed
 */
function presetRow({ view, type }, typed) {
  const t = words().dividend.form;
  const rates = (/** @type {Typed} */ { patronage, guaranteed }) => `${patronage} ${guaranteed}`;
  const presets = view.presets.map(({ preset, scheme }) => ({ preset, typed: typedOf(scheme) }));
  const now = presets.find((one) => rates(one.typed) === rates(typed))?.preset ?? "";
  const choose = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    const chosen = presets.find(({ preset }) => preset === value);
    if (chosen !== undefined) {
      type((to) => {
        to.patronage = chosen.typed.patronage;
        to.guaranteed = chosen.typed.guaranteed;
      });
    }
  };
  return html`<div class="row">
    <label for="dividend-preset">${t.preset}</label>
    <span class="choice"><select
      id="dividend-preset" @change=${choose} @keydown=${nextField} .value=${live(now)}
    >
      ${now === "" ? html`<option value="" selected>${t.presets.own}</option>` : nothing}
      ${presets.map(({ preset }) => html`<option value=${preset} ?selected=${preset === now}>
        ${t.presets[preset]}
      </option>`)}
    </select></span>
  </div>`;
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
  const id = fundField(form.typed, index);
  const value = {
    id, label: fund.added ? t.fundTake : t.fund(fund.fund), value: fund.value,
    set: changeFund(index, (entry, text) => (entry.value = text)),
  };
  if (fund.added) {
    return html`${fundName(form, index, id, fund.fund)}
      ${field(form, { ...value, unit: unitChoice(form, index, id, fund.unit) })}`;
  }
  const note = canRemove(form.typed, index) ? removeButton(form, index, id, fund.fund) : nothing;
  return field(form, { ...value, note, unit: fund.unit === "rate" ? "%" : t.yuan });
}

/**
 * @param {number} index
 * @param {(fund: import("../lib/scheme.js").TypedFund, value: string) => void} change
 * @returns {(typed: Typed, value: string) => void}
 */
function changeFund(index, change) {
  return (typed, value) => {
    const fund = typed.funds[index];
    if (fund !== undefined) {
      change(fund, value);
    }
  };
}

/**
 * Another fund, such as the charter has it: its name is asked for first.
 * @param {Form} form
 */
function addFund({ type }) {
  let name = "";
  type((to) => {
    to.funds.push({ fund: "", unit: "rate", value: "", added: true });
    name = `${fundField(to, to.funds.length - 1)}-name`;
  });
  byId(name)?.focus();
}

/**
 * @param {Form} form
 * @param {number} index
 * @param {string} id of the field of its value
 * @param {string} name
 */
function fundName(form, index, id, name) {
  const t = words().dividend.form;
  return field(form, {
    id: `${id}-name`, label: t.fundName, value: name, hint: t.fundHint, look: "name",
    set: changeFund(index, (fund, text) => (fund.fund = text)),
    unit: removeButton(form, index, id, name),
  });
}

/**
 * @param {Form} form
 * @param {number} index
 * @param {string} id
 * @param {string} name
 */
function removeButton({ type }, index, id, name) {
  const t = words().dividend.form;
  const remove = () => {
    type((to) => to.funds.splice(index, 1));
    byId("dividend-add-fund")?.focus();
  };
  return html`<button
    type="button" class="link" id="${id}-remove" aria-label=${t.removeOf(name)} @click=${remove}
  >${t.remove}</button>`;
}

/**
 * @param {Form} form
 * @param {number} index
 * @param {string} id
 * @param {"rate" | "amount"} unit
 */
function unitChoice({ type }, index, id, unit) {
  const t = words().dividend.form;
  const set = changeFund(index, (fund, value) => {
    fund.unit = value === "rate" ? "rate" : "amount";
  });
  return html`<select
    id="${id}-unit" class="unit" aria-label=${t.unit} .value=${live(unit)} @keydown=${nextField}
    @change=${(/** @type {Event} */ event) =>
      type((to) => set(to, /** @type {HTMLSelectElement} */ (event.target).value))}
  >
    <option value="rate" ?selected=${unit === "rate"}>%</option>
    <option value="amount" ?selected=${unit === "amount"}>${t.yuan}</option>
  </select>`;
}

/**
 * @param {Form} form
 * @param {{ id: string, label: string, value: string, unit: Content, hint?: string,
 *   note?: Content, look?: "figure" | "name", set: (typed: Typed, value: string) => void }} options
 */
function field({ refused, type }, options) {
  const { id, label, value, unit, hint, set, note = nothing, look = "figure" } = options;
  const problem = refused?.field === id ? refused.problem : null;
  const onInput = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    type((typed) => set(typed, input.value));
  };
  return html`<div class="row">
      <label for=${id}>${label}</label> ${note}
      <input
        id=${id} type="text" autocomplete="off" class=${look}
        inputmode=${look === "figure" ? "decimal" : "text"}
        placeholder=${hint ?? ""}
        aria-invalid=${problem === null ? nothing : "true"}
        aria-describedby=${problem === null ? nothing : `${id}-problem`}
        .value=${live(value)}
        @input=${onInput}
        @focus=${(/** @type {FocusEvent} */ event) =>
          /** @type {HTMLInputElement} */ (event.target).select()}
        @keydown=${nextField}
      />
      ${typeof unit === "string" ? html`<span class="unit">${unit}</span>` : unit}
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
