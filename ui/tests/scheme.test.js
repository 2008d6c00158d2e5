// A scheme goes into the fields of the dividend page and comes back the same.

import assert from "node:assert/strict";
import { test } from "node:test";

import { fieldOf, schemeOf, typedOf } from "../lib/scheme.js";

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
