// A scheme goes into the fields of the dividend page and comes back the same.

import assert from "node:assert/strict";
import { test } from "node:test";

import { canRemove, fieldOf, schemeOf, typedOf, unreadRate } from "../lib/scheme.js";

const PLAIN = {
  appropriations: [],
  retained: "0.00",
  patronage_share: "0.6",
  guaranteed_rate: null,
  capital_weighting: "year_end",
};
const FULL = {
  appropriations: [
    { fund: "公益金", rate: null, amount: "5000.00" },
    { fund: "盈余公积", rate: "0.065", amount: null },
  ],
  retained: "1000.50",
  patronage_share: "0.7",
  guaranteed_rate: "0.06",
  capital_weighting: "days_held",
};

test("untouched fields give the plan back", () => {
  assert.deepEqual(schemeOf(typedOf(PLAIN), PLAIN), PLAIN);
  assert.deepEqual(schemeOf(typedOf(FULL), FULL), FULL);
});

test("the reserve has a field even where the plan takes none", () => {
  const typed = typedOf(PLAIN);
  assert.deepEqual(typed.funds, [{ fund: "盈余公积", unit: "rate", value: "0" }]);
  typed.funds[0].value = "10";
  assert.deepEqual(schemeOf(typed, PLAIN).appropriations, [
    { fund: "盈余公积", rate: "0.1", amount: null },
  ]);
});

test("an emptied field is nothing, and no guaranteed rate", () => {
  const typed = typedOf(FULL);
  Object.assign(typed, { retained: "", guaranteed: " " });
  typed.funds[1].value = "";
  const scheme = schemeOf(typed, FULL);
  assert.equal(scheme.retained, "0");
  assert.equal(scheme.guaranteed_rate, null);
  assert.equal(scheme.appropriations[1].rate, "0");
});

test("a refusal is shown at the field that it is about", () => {
  const typed = typedOf(PLAIN);
  typed.funds[0].value = "200";
  assert.equal(fieldOf("appropriations[0].rate", typed, PLAIN), "dividend-reserve-rate");
  assert.equal(fieldOf("scheme.retained", typed, PLAIN), "dividend-retained");
  assert.equal(fieldOf("guaranteed_rate", typed, PLAIN), "dividend-guaranteed-rate");
  assert.equal(fieldOf("appropriations[0].amount", typedOf(FULL), FULL), "dividend-fund-0");
  assert.equal(fieldOf("members", typed, PLAIN), null);
});

test("another fund is sent once it has a value, and is gone once it is taken out", () => {
  const typed = typedOf(FULL);
  typed.funds.push({ fund: "风险金", unit: "rate", value: "", added: true });
  assert.deepEqual(schemeOf(typed, FULL), FULL);
  typed.funds[2].value = "2.5";
  assert.deepEqual(schemeOf(typed, FULL).appropriations[2], {
    fund: "风险金", rate: "0.025", amount: null,
  });
  typed.funds.splice(0, 1);
  const left = schemeOf(typed, FULL).appropriations.map(({ fund }) => fund);
  assert.deepEqual(left, ["盈余公积", "风险金"]);
  assert.deepEqual(typed.funds.map((_, index) => canRemove(typed, index)), [false, true]);
});

test("a fund without a name is refused at its name", () => {
  const typed = typedOf(PLAIN);
  typed.funds.push({ fund: "", unit: "amount", value: "5000", added: true });
  assert.equal(fieldOf("appropriations[0].fund", typed, PLAIN), "dividend-fund-1-name");
  assert.equal(fieldOf("appropriations[0].amount", typed, PLAIN), "dividend-fund-1");
});

test("a rate in words is found before it is sent, an amount is not taken for one", () => {
  const typed = typedOf(FULL);
  assert.equal(unreadRate(typed, FULL), null);
  typed.funds[0].value = "五千";
  typed.funds[1].value = "１０％";
  assert.equal(unreadRate(typed, FULL), null);
  typed.funds[1].value = "一成";
  assert.deepEqual(unreadRate(typed, FULL), { path: "appropriations[1].rate", value: "一成" });
  typed.funds[1].value = "";
  typed.guaranteed = "六";
  assert.deepEqual(unreadRate(typed, FULL), { path: "guaranteed_rate", value: "六" });
});
