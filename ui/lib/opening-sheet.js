// @ts-check
// The sheet of opening balances as it is typed: one cell for each account or member and side. What
// it adds up to is the core's to say.

/** @typedef {import("../api/types").OpeningView} OpeningView */
/** @typedef {import("../api/types").OpeningRowInput} OpeningRowInput */
/** @typedef {{ account: string, member: string | null, debit: string, credit: string }} Typed */

/**
 * The key of a row: the account, and the member where it is kept by members.
 * @param {string} account
 * @param {string | null} member
 */
export function keyOf(account, member) {
  return member === null ? account : `${account}|${member}`;
}

/**
 * What the core keeps, by row. Rows of members that are no more are kept as they are.
 * @param {OpeningView} view
 * @returns {Map<string, Typed>}
 */
export function typedIn(view) {
  const rows = view.accounts.flatMap(({ code, lines }) =>
    lines.map(({ member, debit, credit }) => ({ account: code, member, debit, credit })));
  return new Map(rows.map((row) => [keyOf(row.account, row.member), row]));
}

/**
 * The rows to be kept: those in which something stands.
 * @param {Map<string, Typed>} typed
 * @returns {OpeningRowInput[]}
 */
export function rowsOf(typed) {
  return [...typed.values()]
    .filter(({ debit, credit }) => debit.trim() !== "" || credit.trim() !== "")
    .map((row) => ({ ...row, counterparty: null }));
}

/**
 * What was copied from a spreadsheet, as cells.
 * @param {string} text
 * @returns {string[][]}
 */
export function cellsOf(text) {
  return text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n")
    .map((line) => line.split("\t").map((cell) => cell.trim()));
}

/**
 * Reads a pasted table: account, debit, credit and perhaps member in each row. A first row without
 * any digit names the columns and is passed over, and so are empty rows.
 * @param {string} text
 * @param {OpeningView} view
 * @returns {{ rows: Typed[], unknown: null } | { rows: null, unknown: string }}
 */
export function readPasted(text, view) {
  const known = new Map(view.accounts.map((account) => [account.code, account]));
  const cells = cellsOf(text).filter((row) => row.some((cell) => cell !== ""));
  const [first] = cells;
  const body = first !== undefined && !/\d/.test(first.join("")) ? cells.slice(1) : cells;
  /** @type {Typed[]} */
  const rows = [];
  for (const [code = "", debit = "", credit = "", member = ""] of body) {
    const account = known.get(code);
    if (account === undefined) {
      return { rows: null, unknown: code };
    }
    rows.push({
      account: code, member: account.by_member && member !== "" ? member : null, debit, credit,
    });
  }
  return { rows, unknown: null };
}
