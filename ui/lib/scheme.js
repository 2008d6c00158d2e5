// @ts-check
// A scheme as it stands in the fields of the dividend page: per cent where the books have rates,
// and whatever was typed, however wrong, until it is put right.

import { isZero, percentOf, plainNumber, rateOf } from "./format.js";

/** @typedef {import("../api/types").SchemeInput} SchemeInput */

/**
 * @typedef {object} TypedFund
 * @property {string} fund
 * @property {"rate" | "amount"} unit
 * @property {string} value
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
    return sent === undefined ? null : fundField(typed, typed.funds.indexOf(sent));
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
  const reserve = typed.funds.findIndex(({ fund }) => fund === RESERVE);
  return index === reserve ? "dividend-reserve-rate" : `dividend-fund-${index}`;
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
