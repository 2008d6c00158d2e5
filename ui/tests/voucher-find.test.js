// Accounts, members and words are found as hands type them; digits stand in their ruled columns.

import assert from "node:assert/strict";
import { test } from "node:test";

import { ruled } from "../lib/voucher-digits.js";
import { choicesOf, found } from "../lib/voucher-find.js";

const ACCOUNTS = [
  { code: "101", name: "库存现金", initials: "kcxj", balance: "0.00" },
  { code: "102", name: "银行存款", initials: "yhck", balance: "1268400.00" },
  { code: "10201", name: "银行存款·农商行", initials: "yhcknsh", balance: "0.00" },
  { code: "50101", name: "经营收入·鹅蛋", initials: "jysr ed", balance: "0.00" },
];
const ENTRY = {
  accounts: ACCOUNTS,
  members: [{ code: "A01", name: "榆树湾村", initials: "ysw" }],
  summaries: [{ text: "支付务工费", initials: "zfwgf" }, { text: "鹅舍电费", initials: "esdf" }],
  counterparties: [],
  projects: [],
};

const codes = (typed) => found(ACCOUNTS, typed, 8).map(({ code }) => code);

test("an account is found by digits, by name and by initials, the nearest first", () => {
  assert.deepEqual(codes("102"), ["102", "10201"]);
  assert.deepEqual(codes("yhck"), ["102", "10201"]);
  assert.deepEqual(codes("农商"), ["10201"]);
  assert.deepEqual(codes("JYSRED"), ["50101"]);
  assert.deepEqual(codes("１０２"), ["102", "10201"]);
  assert.deepEqual(codes("501-01"), ["50101"]);
  assert.deepEqual(codes("zzz"), []);
  assert.equal(codes("").length, 4);
});

test("an account says what it stands at, where that is not nothing", () => {
  const [first, second] = choicesOf(ENTRY, "account", "10", false);
  assert.deepEqual([first.code, first.hint], ["101", ""]);
  assert.equal(second.hint, "1,268,400.00");
});

test("words used before are offered once something is typed, or all are called for", () => {
  const said = (typed, all) => choicesOf(ENTRY, "summary", typed, all).map(({ value }) => value);
  assert.deepEqual(said("", false), []);
  assert.deepEqual(said("", true), ["支付务工费", "鹅舍电费"]);
  assert.deepEqual(said("esdf", false), ["鹅舍电费"]);
  assert.deepEqual(said("鹅舍电费", false), []);
});

test("an amount stands in its columns, with its sign before the first digit", () => {
  const written = (amount, sign) => ruled(amount, sign)?.map((place) => place || " ").join("");
  assert.equal(written("60480.00"), "    6048000");
  assert.equal(written("-17600.00"), "   \u22121760000");
  assert.equal(written("60480.00", "¥"), "   ¥6048000");
  assert.equal(written("0.05"), "          5");
  assert.equal(written("0.00"), "           ");
  assert.equal(written("0.00", "¥"), "       ¥000");
  assert.equal(written("123456789.01"), "12345678901");
  assert.equal(ruled("1234567890.12"), null);
});
