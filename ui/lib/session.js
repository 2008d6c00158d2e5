// @ts-check
// What holds from page to page: the open book, the year and the cooperative looked at last, and
// the names that the palette finds. All of it is what the core last answered.

import { call } from "../api/client.js";

/** @typedef {import("../api/types").BookView} BookView */
/** @typedef {{ code: string, name: string, initials: string, hint: string }} Entry */
/** @typedef {{ typed: import("./scheme.js").Typed, shown: boolean }} KeptTrial */

/**
 * @type {{ book: BookView | null, year: number | null, coop: string | null,
 *   villages: Entry[], cooperatives: Entry[],
 *   trials: Map<string, KeptTrial>, papers: Map<string, string>,
 *   refused: import("../api/client.js").Problem | null }} `trials` is what was typed beside a
 *   plan and not saved, by the address of its page; `papers` is whose slips were written to a
 *   path; `refused` is why the book that the program was started with could not be opened
 */
export const session = {
  book: null, year: null, coop: null, villages: [], cooperatives: [],
  trials: new Map(), papers: new Map(), refused: null,
};

/**
 * Takes an opened book and reads the names in it.
 * @param {BookView} book
 */
export async function enter(book) {
  session.book = book;
  session.year = null;
  session.coop = null;
  session.trials.clear();
  session.year = await readNames();
}

/** Reads the names in the book, and gives the year that it shows first. */
async function readNames() {
  const overview = await call("overview", { year: null });
  session.villages = overview.villages.map((village) => ({
    code: village.code,
    name: village.name,
    initials: village.initials,
    hint: village.township,
  }));
  session.cooperatives = overview.cooperatives.map((cooperative) => ({
    code: cooperative.code,
    name: cooperative.name,
    initials: cooperative.initials,
    hint: cooperative.line,
  }));
  return overview.year;
}

/** Reads anew what the book holds: something was posted. */
export async function renewBook() {
  const { open } = await call("start", {});
  session.book = open ?? session.book;
}

/** Reads anew what the book holds and the names in it: something was imported or taken back. */
export async function renewNames() {
  await renewBook();
  await readNames();
}

/** Forgets the book, which the caller has closed. */
export function leave() {
  Object.assign(session, { book: null, year: null, coop: null, villages: [], cooperatives: [] });
  session.trials.clear();
}

/** The year looked at last, or the last one that the book has. */
export function presentYear() {
  return session.year ?? session.book?.years.at(-1) ?? new Date().getFullYear();
}

/** The cooperative looked at last, or the one with the highest surplus. */
export function presentCoop() {
  return session.coop ?? session.cooperatives[0]?.code ?? null;
}

/**
 * Whether what was typed finds this entry: by code, by any part of the name, by initials.
 * @param {{ code: string, name: string, initials: string }} entry
 * @param {string} typed
 * @returns {boolean}
 */
export function finds(entry, typed) {
  const wanted = typed.normalize("NFKC").trim().toLowerCase();
  return (
    entry.name.toLowerCase().includes(wanted) ||
    entry.code.toLowerCase().startsWith(wanted) ||
    entry.initials.toLowerCase().includes(wanted)
  );
}
