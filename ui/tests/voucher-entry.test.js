// A voucher goes into the fields of its sheet and comes back the same; Enter goes where the hand
// goes on paper; a fault stands at the field that it is about.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  asksToRepeat, detailsOf, entryOf, faultsBeside, figure, filling, fullDate, isBlank, nextField,
  repeated, sentLines, summaryOf, typedOf, yuanOf,
} from "../lib/voucher-entry.js";

const EGGS = {
  coop: "C01",
  date: "2026-01-21",
  word: "记",
  summary: "收鹅蛋款",
  papers: "2",
  lines: [
    { account: "102", debit: "48600" },
    { account: "113", debit: "11880", counterparty: "南关食品厂" },
    { summary: "售蛋 12,600 斤", account: "50101", credit: "60480", quantity: "12600", price: "4.8" },
  ],
};

/** Without what is undefined, as it is sent. */
const sent = (entry) => JSON.parse(JSON.stringify(entry));

test("untouched fields give the voucher back", () => {
  assert.deepEqual(sent(entryOf(typedOf(EGGS), "C01")), EGGS);
});

test("a new voucher has five lines and nothing that would be worth keeping", () => {
  const typed = typedOf({ date: "2026-01-21" });
  assert.equal(typed.lines.length, 5);
  assert.equal(isBlank(typed), true);
  assert.deepEqual(entryOf(typed, "C01").lines, []);
  typed.lines[0].summary = "收";
  assert.equal(isBlank(typed), false);
});

test("a full sheet gets another line", () => {
  const lines = Array.from({ length: 7 }, () => ({ account: "102", debit: "1" }));
  assert.equal(typedOf({ lines }).lines.length, 8);
});

test("a line without words has those of the line above", () => {
  const typed = typedOf(EGGS);
  assert.deepEqual([0, 1, 2, 3].map((line) => summaryOf(typed, line)), [
    "收鹅蛋款", "收鹅蛋款", "售蛋 12,600 斤", "售蛋 12,600 斤",
  ]);
  typed.lines[3].account = "521";
  assert.equal(entryOf(typed, "C01").lines[3].summary, "售蛋 12,600 斤");
});

test("amounts are sent as plain numbers, however they were typed", () => {
  const typed = typedOf(EGGS);
  typed.lines[0].debit = " 48，600.00 ";
  typed.lines[1].debit = "１１,880";
  const [first, second] = entryOf(typed, "C01").lines;
  assert.equal(first.debit, "48600.00");
  assert.equal(second.debit, "11880");
});

const none = () => [];

test("Enter goes on in a line and passes by the credit of one that has a debit", () => {
  const typed = typedOf(EGGS);
  const way = ["voucher-date"];
  for (let step = 0; step < 8; step += 1) {
    way.push(nextField(typed, way.at(-1), none));
  }
  assert.deepEqual(way.slice(1), [
    "voucher-0-summary", "voucher-0-account", "voucher-0-debit",
    "voucher-1-summary", "voucher-1-account", "voucher-1-debit",
    "voucher-2-summary", "voucher-2-account",
  ]);
  assert.equal(nextField(typed, "voucher-2-debit", none), "voucher-2-credit");
  assert.equal(nextField(typed, "voucher-2-credit", none), "voucher-3-summary");
});

test("what the account asks for comes between account and amount", () => {
  const typed = typedOf({ lines: [{ account: "301" }] });
  const details = (line) => detailsOf(line, { detail: "member" });
  assert.equal(nextField(typed, "voucher-0-account", details), "voucher-0-member");
  assert.equal(nextField(typed, "voucher-0-member", details), "voucher-0-debit");
});

test("a line shows the details that are asked for or filled, or all of them on demand", () => {
  const [bank, firm] = typedOf(EGGS).lines;
  assert.deepEqual(detailsOf(bank, { detail: null }), []);
  assert.deepEqual(detailsOf(firm, { detail: "counterparty" }), ["counterparty"]);
  bank.open = true;
  assert.equal(detailsOf(bank, undefined).length, 5);
});

test("two dots repeat the words above, or the account with what belongs to it", () => {
  const typed = typedOf(EGGS);
  assert.equal(asksToRepeat(".."), true);
  assert.equal(asksToRepeat("。。"), true);
  assert.equal(asksToRepeat("..."), false);
  assert.deepEqual(repeated(typed, 3, "summary"), { summary: "售蛋 12,600 斤" });
  assert.equal(repeated(typed, 2, "account").counterparty, "南关食品厂");
  assert.equal(repeated(typed, 0, "summary"), null);
});

test("the difference goes to the side that lacks it", () => {
  assert.deepEqual(filling("60480.00"), { side: "credit", amount: "60480.00" });
  assert.deepEqual(filling("-0.05"), { side: "debit", amount: "0.05" });
});

test("a day may be typed in short", () => {
  const days = ["21", "3-21", "0321", "321", "20250321", "2025-3-1", "2025年3月1日", "２１"];
  assert.deepEqual(days.map((day) => fullDate(day, "2026-01-20")), [
    "2026-01-21", "2026-03-21", "2026-03-21", "2026-03-21", "2025-03-21", "2025-03-01",
    "2025-03-01", "2026-01-21",
  ]);
  for (const none of ["", "月底", "2025", "99", "2025-13-01"]) {
    assert.equal(fullDate(none, "2026-01-20"), none);
  }
});

test("an amount is written with separators and two places, whatever else was typed stays", () => {
  assert.deepEqual(["48600", "1,234.5", "-0.05", "", "壹佰", "1.234"].map(figure), [
    "48,600.00", "1,234.50", "\u22120.05", "", "壹佰", "1.234",
  ]);
  assert.equal(yuanOf("４８，６００"), "48600.00");
  assert.equal(yuanOf("壹佰"), null);
});

const text = (zh) => ({ zh, en: zh });

test("a fault stands at its field; those of empty fields wait until posting is asked for", () => {
  const typed = typedOf(EGGS);
  typed.lines.splice(1, 0, { ...typed.lines[4] });
  typed.lines[2].account = "";
  const faults = [
    { about: "date", text: text("已结账") },
    { about: "lines[1].account", text: text("没有科目") },
    { about: "lines[2].quantity", text: text("不是数") },
    { about: "lines", text: text("差 1.00") },
  ];
  assert.deepEqual(sentLines(typed), [0, 2, 3]);
  const before = faultsBeside(faults, typed, false);
  assert.deepEqual([...before.fields.keys()], ["voucher-date", "voucher-3-quantity"]);
  assert.deepEqual(before.whole, []);
  const after = faultsBeside(faults, typed, true);
  assert.equal(after.fields.get("voucher-2-account").zh, "没有科目");
  assert.deepEqual(after.whole, [text("差 1.00")]);
});

test("every fault is said somewhere once posting is asked for", () => {
  const typed = typedOf(EGGS);
  const abouts = [
    null, "date", "date", "word", "papers", "summary", "lines", "lines[0]", "lines[9].debit",
    "lines[1].nothing", "coop",
  ];
  const faults = abouts.map((about, index) => ({ about, text: text(String(index)) }));
  const { fields, whole } = faultsBeside(faults, typed, true);
  assert.equal(fields.size + whole.length, faults.length);
});
