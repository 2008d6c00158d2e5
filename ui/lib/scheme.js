// @ts-check
// A scheme as it stands in the fields of the dividend page: per cent where the books have rates,
// and whatever was typed, however wrong, until it is put right.

import { isPercent, isZero, percentOf, plainNumber, rateOf } from "./format.js";

/** @typedef {import("../api/types").SchemeInput} SchemeInput */

/**
 * @typedef {object} TypedFund
 * @property {string} fund
 * @property {"rate" | "amount"} unit
 * @property {string} value
 * @property {true} [added] whether it was added here, so that its name and unit are open too
 */

/**
 * @typedef {object} Typed
 * @property {TypedFund[]} funds
 * @property {string} retained
 * @property {string} patronage
 * @property {string} guaranteed
 * @property {import("../api/types").CapitalWeightingView} weighting
 */

/** The fund that the law names; its row is there even where the plan sets nothing aside. */
const RESERVE = "盈余公积";

/**
 * The fields for a scheme.
 * @param {SchemeInput} scheme
 * @returns {Typed}
 */
export function typedOf(scheme) {
  /** @type {TypedFund[]} */
  const funds = scheme.appropriations.map(({ fund, rate, amount }) =>
    rate === null
      ? { fund, unit: "amount", value: amount ?? "" }
      : { fund, unit: "rate", value: percentOf(rate) },
  );
  if (!funds.some(({ fund }) => fund === RESERVE)) {
    funds.unshift({ fund: RESERVE, unit: "rate", value: "0" });
  }
  return {
    funds,
    retained: scheme.retained,
    patronage: percentOf(scheme.patronage_share),
    guaranteed: scheme.guaranteed_rate === null ? "" : percentOf(scheme.guaranteed_rate),
    weighting: scheme.capital_weighting,
  };
}

/**
 * The scheme that the fields say. A fund of nothing that the plan does not have is left out, so
 * that untouched fields give the plan back.
 * @param {Typed} typed
 * @param {SchemeInput} plan
 * @returns {SchemeInput}
 */
export function schemeOf(typed, plan) {
  const guaranteed = typed.guaranteed.trim();
  return {
    appropriations: sentFunds(typed, plan).map(({ fund, unit, value }) => ({
      fund,
      rate: unit === "rate" ? rateOf(orZero(value)) : null,
      amount: unit === "amount" ? plainNumber(orZero(value)) : null,
    })),
    retained: plainNumber(orZero(typed.retained)),
    patronage_share: rateOf(orZero(typed.patronage)),
    guaranteed_rate: guaranteed === "" ? null : rateOf(guaranteed),
    capital_weighting: typed.weighting,
  };
}

/**
 * The funds that are sent, in order: a refusal counts them.
 * @param {Typed} typed
 * @param {SchemeInput} plan
 * @returns {TypedFund[]}
 */
export function sentFunds(typed, plan) {
  const inPlan = new Set(plan.appropriations.map(({ fund }) => fund));
  return typed.funds.filter(
    ({ fund, value }) => inPlan.has(fund) || !isZero(plainNumber(orZero(value))),
  );
}

/**
 * The first rate that is no number, with its path in the scheme and what was typed.
 * @param {Typed} typed
 * @param {SchemeInput} plan
 * @returns {{ path: string, value: string } | null}
 */
export function unreadRate(typed, plan) {
  const funds = sentFunds(typed, plan).map(({ unit, value }, index) => ({
    path: `appropriations[${index}].rate`, value: unit === "rate" ? value : "",
  }));
  const rates = [
    ...funds,
    { path: "patronage_share", value: typed.patronage },
    { path: "guaranteed_rate", value: typed.guaranteed },
  ];
  return rates.find(({ value }) => value.trim() !== "" && !isPercent(value)) ?? null;
}

/**
 * Which field of the page a refusal is about: its path in the scheme as the id of the field.
 * @param {string} path such as `appropriations[0].rate`
 * @param {Typed} typed
 * @param {SchemeInput} plan
 * @returns {string | null}
 */
export function fieldOf(path, typed, plan) {
  const index = /appropriations\[(\d+)\]/.exec(path)?.[1];
  if (index !== undefined) {
    const sent = sentFunds(typed, plan)[Number(index)];
    const field = sent === undefined ? null : fundField(typed, typed.funds.indexOf(sent));
    return field !== null && path.endsWith(".fund") ? `${field}-name` : field;
  }
  return FIELDS.get(path.replace(/^scheme\./, "")) ?? null;
}

/**
 * The id of a fund's field. The reserve of the law has one name wherever it stands.
 * @param {Typed} typed
 * @param {number} index
 * @returns {string}
 */
export function fundField(typed, index) {
  return index === reserveAt(typed) ? "dividend-reserve-rate" : `dividend-fund-${index}`;
}

/** @param {Typed} typed */
function reserveAt(typed) {
  return typed.funds.findIndex(({ fund, added }) => fund === RESERVE && added !== true);
}

/**
 * Whether a fund may be taken out of the scheme: the reserve of the law stays, if with nothing.
 * @param {Typed} typed
 * @param {number} index
 * @returns {boolean}
 */
export function canRemove(typed, index) {
  return index !== reserveAt(typed);
}

const FIELDS = new Map([
  ["retained", "dividend-retained"],
  ["patronage_share", "dividend-patronage-share"],
  ["guaranteed_rate", "dividend-guaranteed-rate"],
  ["capital_weighting", "dividend-weighting"],
]);

/** @param {string} value */
function orZero(value) {
  return value.trim() === "" ? "0" : value;
}
