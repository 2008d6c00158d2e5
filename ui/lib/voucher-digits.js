// @ts-check
// An amount in the ruled columns of a paper voucher: one digit to a column, from 亿 to 分.

import { isZero } from "./format.js";

/** How many columns there are: from a hundred million to fen. */
export const COLUMNS = 11;

const MINUS = "\u2212";

/**
 * What stands in each column, from the left; an amount of nothing leaves them empty.
 * @param {string} amount in yuan
 * @param {"¥" | ""} [sign] stands before the first digit
 * @returns {string[] | null} nothing where the amount is longer than the columns
 */
export function ruled(amount, sign = "") {
  if (isZero(amount) && sign === "") {
    return Array(COLUMNS).fill("");
  }
  const digits = amount.replace(/[-.]/g, "").replace(/^0+(?=\d{1,}$)/, "");
  const minus = amount.startsWith("-") && !isZero(amount) ? MINUS : "";
  const written = [...`${minus}${sign}`, ...(isZero(amount) ? "000" : digits)];
  const room = COLUMNS - written.length;
  return room < 0 ? null : [...Array(room).fill(""), ...written];
}
