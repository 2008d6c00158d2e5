// @ts-check
// What the page of vouchers is asked for: whose vouchers of which year an address is about, and
// which of them the list shows.

import { call } from "../api/client.js";
import { yearOf } from "./route.js";
import { presentCoop, presentYear } from "./session.js";

/**
 * @typedef {object} Wanted which vouchers of the year are listed
 * @property {import("../api/types").VoucherState | null} state
 * @property {string | null} month such as `2025-03`
 * @property {string} text what is searched for
 */

/**
 * Every voucher of the year.
 * @type {Readonly<Wanted>}
 */
export const ALL = { state: null, month: null, text: "" };

/** So many vouchers are listed at once. */
const PAGE = 60;

/**
 * The cooperative and year that an address is about.
 * @param {readonly string[]} args
 * @param {string} name `vouchers`, `voucher`, `draft` or `new`
 * @returns {Promise<{ coop: string | null, year: number }>}
 */
export async function placeAsked(args, name) {
  if (name === "draft") {
    const { coop, entry } = await call("draft", { id: Number(args[0]) });
    return { coop: coop.code, year: yearOf(entry.date?.slice(0, 4)) ?? presentYear() };
  }
  const year = name === "voucher" ? yearOf(args[1]?.slice(0, 4)) : yearOf(args[1]);
  return { coop: args[0] ?? presentCoop(), year: year ?? presentYear() };
}

/**
 * The question for a page of the list.
 * @param {string} coop
 * @param {number} year
 * @param {Readonly<Wanted>} wanted
 * @param {string | null} before the key of the last one listed
 */
export function listAsked(coop, year, { state, month, text }, before) {
  return { coop, year, state, month, text: text.trim() || null, limit: PAGE, before };
}
