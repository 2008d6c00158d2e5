// @ts-check
// Finding accounts, members and words while a voucher is typed: by code, by name, by the initials
// of the name in pinyin. What begins with what was typed comes first.

import { isZero, money } from "./format.js";

/** @typedef {import("../api/types").EntryView} EntryView */
/** @typedef {{ code: string, name: string, initials: string }} Known */

/**
 * @typedef {object} Choice
 * @property {string} value what the field gets
 * @property {string} [code]
 * @property {string} name
 * @property {string} [hint] stands at the right: a balance
 */

/** So many lines a list under a field has, and so many where all were called for. */
const LISTED = 8;
const CALLED = 400;

/**
 * @template {Known} Entry
 * @param {readonly Entry[]} entries in the order that they stand in
 * @param {string} typed
 * @param {number} limit
 * @returns {Entry[]}
 */
export function found(entries, typed, limit) {
  const wanted = plain(typed);
  if (wanted === "") {
    return entries.slice(0, limit);
  }
  const ranked = entries.flatMap((entry) => {
    const rank = rankOf(entry, wanted);
    return rank === null ? [] : [{ entry, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ entry }) => entry);
}

/**
 * How near an entry is to what was typed, nearest 0; nothing where it is not meant.
 * @param {Known} entry
 * @param {string} wanted
 * @returns {number | null}
 */
function rankOf(entry, wanted) {
  const code = plain(entry.code);
  const name = plain(entry.name);
  const initials = plain(entry.initials);
  const ranks = [
    code === wanted, code.startsWith(wanted), initials === wanted, initials.startsWith(wanted),
    name.startsWith(wanted), name.includes(wanted), initials.includes(wanted),
  ];
  const rank = ranks.indexOf(true);
  return rank === -1 ? null : rank;
}

/**
 * What can be chosen for a field of a line.
 * @param {EntryView} entry
 * @param {string} field
 * @param {string} typed
 * @param {boolean} all whether everything is offered, also before anything was typed
 * @returns {Choice[]}
 */
export function choicesOf(entry, field, typed, all) {
  const limit = all ? CALLED : LISTED;
  switch (field) {
    case "account":
      return found(entry.accounts, typed, limit).map(({ code, name, balance }) => ({
        value: code, code, name, hint: isZero(balance) ? "" : money(balance),
      }));
    case "member":
      return found(entry.members, typed, limit).map(({ code, name, initials }) => ({
        value: code, code, name, hint: initials,
      }));
    case "summary":
      return foundWords(entry.summaries, typed, all);
    case "counterparty":
      return foundWords(entry.counterparties, typed, all);
    case "project":
      return foundWords(entry.projects, typed, all);
    default:
      return [];
  }
}

/**
 * Words used before, the most used first; the same words again are no help.
 * @param {EntryView["summaries"]} words
 * @param {string} typed
 * @param {boolean} all
 * @returns {Choice[]}
 */
function foundWords(words, typed, all) {
  if (plain(typed) === "" && !all) {
    return [];
  }
  const entries = words.map(({ text, initials }) => ({ code: "", name: text, initials }));
  const others = entries.filter(({ name }) => name !== typed.trim());
  return found(others, typed, all ? CALLED : LISTED).map(({ name }) => ({ value: name, name }));
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s·・.,，。、—-]/g, "");
}
