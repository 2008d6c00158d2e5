// How figures are written: amounts stay texts, only signs, separators and points move.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  asHeading, barName, daysIn, fileName, inFolder, isNegative, isZero, money, moved, part, percentOf,
  plainName, plainNumber, rateOf, shortName, taken,
} from "../lib/format.js";

test("an amount has separators and a true minus", () => {
  assert.equal(money("1600000.00"), "1,600,000.00");
  assert.equal(money("-160000.00"), "\u2212160,000.00");
  assert.equal(money("100.00"), "100.00");
  assert.equal(money("0.05"), "0.05");
  assert.equal(money("9000000000000.00"), "9,000,000,000,000.00");
  assert.equal(money("-0.00"), "0.00");
});

test("a quantity keeps the places it has", () => {
  assert.equal(money("12600.5"), "12,600.5");
  assert.equal(money("50000"), "50,000");
});

test("what is taken has its minus, and nothing taken has none", () => {
  assert.equal(taken("160000.00"), "\u2212160,000.00");
  assert.equal(taken("0.00"), "0.00");
  assert.equal(moved(64), "+64");
  assert.equal(moved(0), "0");
});

test("a rate is shown in per cent and read back the same", () => {
  for (const [rate, percent] of [
    ["0.1", "10"], ["0.065", "6.5"], ["1", "100"], ["0", "0"], ["0.123456", "12.3456"],
    ["0.000001", "0.0001"],
  ]) {
    assert.equal(percentOf(rate), percent);
    assert.equal(rateOf(percent), rate);
  }
});

test("per cent are typed in many ways", () => {
  assert.equal(rateOf("6.50"), "0.065");
  assert.equal(rateOf("10%"), "0.1");
  assert.equal(rateOf("１０％"), "0.1");
  assert.equal(rateOf(" 5 "), "0.05");
  assert.equal(rateOf("5."), "0.05");
  assert.equal(rateOf(".5"), "0.005");
  assert.equal(rateOf("-1"), "-0.01");
});

test("what is no number stays as typed, to be refused in the words of the books", () => {
  assert.equal(rateOf("十"), "十");
  assert.equal(rateOf("1e3"), "1e3");
  assert.equal(rateOf("."), ".");
});

test("separators and full-width forms are no part of a number", () => {
  assert.equal(plainNumber("1,000.00"), "1000.00");
  assert.equal(plainNumber("１，０００"), "1000");
  assert.equal(plainNumber("\u2212200"), "-200");
});

test("zero is zero however it is written", () => {
  assert.ok(isZero("0.00") && isZero("0") && isZero("-0.00"));
  assert.ok(!isZero("0.01") && !isZero("-0.01") && !isZero("x"));
  assert.ok(isNegative("-0.01") && !isNegative("-0.00"));
  assert.equal(part("100.0000"), "100%");
  assert.equal(part("12.3128"), "12.3128%");
});

test("a leap year has a day more", () => {
  assert.deepEqual([2024, 2025, 2100, 2000].map(daysIn), [366, 365, 365, 366]);
});

test("names and paths are shortened where they stand in a narrow place", () => {
  assert.equal(barName("夏楼村"), "夏楼");
  assert.equal(barName("甲村"), "甲村");
  assert.equal(shortName("幸福鹅养殖专业合作社"), "幸福鹅养殖");
  assert.equal(shortName("专业合作社"), "专业合作社");
  assert.equal(fileName("C:\\账套\\东河镇.baotuan"), "东河镇.baotuan");
  assert.equal(plainName('甲村/乙村: "2024" <表>.pdf'), "甲村乙村 2024 表.pdf");
  assert.equal(inFolder("/home/a/", "b.pdf"), "/home/a/b.pdf");
  assert.equal(inFolder("C:\\账套", "b.pdf"), "C:\\账套\\b.pdf");
});

test("a word stands in a head with a capital, and Chinese as it is", () => {
  assert.equal(asHeading("sub-accounts"), "Sub-accounts");
  assert.equal(asHeading("凭证"), "凭证");
});
