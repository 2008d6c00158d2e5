// What is pasted into the sheet of opening balances, and what of it is kept.

import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsOf, keyOf, readPasted, rowsOf, typedIn } from "../lib/opening-sheet.js";

const account = (code, by_member = false, lines = []) => ({
  code, name: code, heading: false, below: false, by_member, lines, debit: "0.00", credit: "0.00",
});
const VIEW = { accounts: [account("101"), account("102"), account("301", true)] };

test("a table from a spreadsheet is read by account code, its head passed over", () => {
  const text = "科目\t借方\t贷方\t成员\r\n102\t880.00\t\t\r\n\r\n301\t\t1,000.00\tA1\r\n";
  assert.deepEqual(readPasted(text, VIEW), {
    rows: [
      { account: "102", member: null, debit: "880.00", credit: "" },
      { account: "301", member: "A1", debit: "", credit: "1,000.00" },
    ],
    unknown: null,
  });
});

test("an account that is not there stops the paste and is named", () => {
  assert.deepEqual(readPasted("102\t1\n999\t2", VIEW), { rows: null, unknown: "999" });
});

test("a member beside an account that is not kept by members is left out", () => {
  const { rows } = readPasted("101\t5\t\tA1", VIEW);
  assert.deepEqual(rows, [{ account: "101", member: null, debit: "5", credit: "" }]);
});

test("rows in which nothing stands are not kept", () => {
  const lines = [{ member: "A1", counterparty: null, debit: "", credit: "7" }];
  const typed = typedIn({ accounts: [account("301", true, lines)] });
  typed.set(keyOf("102", null), { account: "102", member: null, debit: " ", credit: "" });
  assert.deepEqual(rowsOf(typed), [
    { account: "301", member: "A1", counterparty: null, debit: "", credit: "7" },
  ]);
});

test("cells end where the spreadsheet ends them", () => {
  assert.deepEqual(cellsOf("a\t b \n\tc\n"), [["a", "b"], ["", "c"]]);
});
