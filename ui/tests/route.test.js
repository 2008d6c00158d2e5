// Addresses lead where they say, also with names that have signs of their own.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parse, to, yearOf } from "../lib/route.js";

test("an address is read as it was written", () => {
  assert.equal(to("dividend", "C01", 2025), "#/dividend/C01/2025");
  assert.deepEqual(parse(to("member", "A/B", "社 1", 2025)), {
    page: "member", args: ["A/B", "社 1", "2025"],
  });
  assert.deepEqual(parse(""), { page: "", args: [] });
});

test("an address ends before what is missing", () => {
  assert.equal(to("members", "C01", null, "M001"), "#/members/C01");
});

test("a year has four digits", () => {
  assert.equal(yearOf("2025"), 2025);
  assert.equal(yearOf("25"), null);
  assert.equal(yearOf(undefined), null);
});
