// @ts-check
// A voucher as it is being typed: what stands in its fields, which field Enter goes to, what is
// sent of it, and which field a fault is about. Amounts stay texts: the core adds them.

import { money, plainNumber } from "./format.js";

/** @typedef {import("../api/types").VoucherInput} VoucherInput */
/** @typedef {import("../api/types").DraftFault} DraftFault */
/** @typedef {import("../api/types").Text} Text */

/** @typedef {"member" | "counterparty" | "project" | "quantity" | "price"} Detail */
/** @typedef {"summary" | "account" | "debit" | "credit" | Detail} LineField */

/**
 * @typedef {Record<LineField, string> & { open: boolean }} Line what stands in a line; `open`
 *   says that its details were asked for
 */

/**
 * @typedef {object} Typed
 * @property {string} date
 * @property {string} word
 * @property {string} papers
 * @property {Line[]} lines
 */

/** @type {readonly Detail[]} */
export const DETAILS = ["member", "counterparty", "project", "quantity", "price"];
/** @type {readonly LineField[]} */
const FIELDS = ["summary", "account", ...DETAILS, "debit", "credit"];
const NUMBERS = new Set(["debit", "credit", "quantity", "price"]);

/** A sheet of paper has at least so many lines. */
const LEAST_LINES = 5;

/** @returns {Line} */
export function emptyLine() {
  return {
    summary: "", account: "", member: "", counterparty: "", project: "", quantity: "", price: "",
    debit: "", credit: "", open: false,
  };
}

/**
 * The fields for a voucher, with empty lines below the last as on paper.
 * @param {VoucherInput} entry
 * @returns {Typed}
 */
export function typedOf(entry) {
  const lines = (entry.lines ?? []).map((line) => {
    const typed = emptyLine();
    for (const field of FIELDS) {
      typed[field] = line[field] ?? "";
    }
    return typed;
  });
  const first = lines[0];
  if (first !== undefined && first.summary === "") {
    first.summary = entry.summary ?? "";
  }
  return withRoom({
    date: entry.date ?? "", word: entry.word ?? "", papers: entry.papers ?? "", lines,
  });
}

/**
 * Adds empty lines, so that one more can always be typed.
 * @param {Typed} typed
 * @returns {Typed}
 */
export function withRoom(typed) {
  const last = typed.lines.findLastIndex((line) => !isEmpty(line));
  const wanted = Math.max(LEAST_LINES, last + 2);
  while (typed.lines.length < wanted) {
    typed.lines.push(emptyLine());
  }
  return typed;
}

/** @param {Line} line */
export function isEmpty(line) {
  return FIELDS.every((field) => line[field].trim() === "");
}

/**
 * Whether nothing was typed that would be worth keeping: a date alone is none.
 * @param {Typed} typed
 */
export function isBlank(typed) {
  return typed.lines.every(isEmpty) && typed.papers.trim() === "";
}

/**
 * What a line is for: its own words, or those of the nearest line above that has some.
 * @param {Typed} typed
 * @param {number} index
 * @returns {string}
 */
export function summaryOf(typed, index) {
  const above = typed.lines.slice(0, index + 1).findLast(({ summary }) => summary.trim() !== "");
  return above?.summary.trim() ?? "";
}

/**
 * The lines that are sent, in order: a fault counts them.
 * @param {Typed} typed
 * @returns {number[]} their places among the typed ones
 */
export function sentLines(typed) {
  return typed.lines.flatMap((line, index) => (isEmpty(line) ? [] : [index]));
}

/**
 * The voucher that the fields say. Its summary is the first that was typed; a line that repeats
 * it sends none.
 * @param {Typed} typed
 * @param {string} coop
 * @returns {VoucherInput}
 */
export function entryOf(typed, coop) {
  const summary = typed.lines.find((line) => line.summary.trim() !== "")?.summary.trim() ?? "";
  const lines = sentLines(typed).map((index) => {
    const line = typed.lines[index] ?? emptyLine();
    const own = summaryOf(typed, index);
    return { ...sent(line), summary: own === summary ? undefined : said(own) };
  });
  return {
    coop, date: said(typed.date), word: said(typed.word), papers: said(typed.papers),
    summary: said(summary), lines,
  };
}

/** @param {Line} line */
function sent(line) {
  /** @param {LineField} field */
  const value = (field) => said(NUMBERS.has(field) ? plainNumber(line[field]) : line[field]);
  return {
    summary: value("summary"), account: value("account"), member: value("member"),
    counterparty: value("counterparty"), project: value("project"),
    quantity: value("quantity"), price: value("price"), debit: value("debit"),
    credit: value("credit"),
  };
}

/** @param {string} text */
function said(text) {
  return text.trim() === "" ? undefined : text.trim();
}

/**
 * The details that a line shows: those that its account asks for, those that are filled, and all
 * of them once they were asked for.
 * @param {Line} line
 * @param {import("../api/types").EntryAccount | undefined} account
 * @returns {Detail[]}
 */
export function detailsOf(line, account) {
  return DETAILS.filter(
    (field) => line.open || line[field] !== "" || field === account?.detail,
  );
}

/**
 * The id of a line's field.
 * @param {number} line
 * @param {LineField} field
 */
export function fieldId(line, field) {
  return `voucher-${line}-${field}`;
}

/**
 * The line and field of an id, if it is one.
 * @param {string} id
 * @returns {{ line: number, field: LineField } | null}
 */
export function placeOf(id) {
  const [, line, field] = /^voucher-(\d+)-(\w+)$/.exec(id) ?? [];
  const known = FIELDS.find((name) => name === field);
  return line === undefined || known === undefined ? null : { line: Number(line), field: known };
}

/**
 * Where Enter goes from a field. It passes by the credit of a line that has a debit.
 * @param {Typed} typed
 * @param {string} id
 * @param {(line: Line) => readonly Detail[]} details what a line shows below its account
 * @returns {string} the id of the next field
 */
export function nextField(typed, id, details) {
  const place = placeOf(id);
  const line = place === null ? undefined : typed.lines[place.line];
  if (place === null || line === undefined) {
    return fieldId(0, "summary");
  }
  const order = ["summary", "account", ...details(line), "debit", "credit"];
  const next = order[order.indexOf(place.field) + 1];
  const over = next === undefined || (next === "credit" && line.debit.trim() !== "");
  return over
    ? fieldId(Math.min(place.line + 1, typed.lines.length - 1), "summary")
    : fieldId(place.line, /** @type {LineField} */ (next));
}

/** Two dots repeat what stands above, however the keyboard writes them. */
export function asksToRepeat(/** @type {string} */ text) {
  return /^[.。．]{2}$/.test(text);
}

/**
 * What `..` puts into a field: the words above, or the account above with its details.
 * @param {Typed} typed
 * @param {number} index
 * @param {"summary" | "account"} field
 * @returns {Partial<Line> | null} nothing where no line stands above
 */
export function repeated(typed, index, field) {
  const above = typed.lines[index - 1];
  if (above === undefined) {
    return null;
  }
  const { account, member, counterparty, project } = above;
  return field === "summary"
    ? { summary: summaryOf(typed, index - 1) }
    : { account, member, counterparty, project };
}

/**
 * A line with its amount put where the difference asks for it: what the debit side has too much
 * stands on the credit side.
 * @param {string} difference debit less credit, in yuan
 * @returns {{ side: "debit" | "credit", amount: string }}
 */
export function filling(difference) {
  return difference.startsWith("-")
    ? { side: "debit", amount: difference.slice(1) }
    : { side: "credit", amount: difference };
}

/**
 * A day as it is written in full: `21`, `3-21`, `0321` and `20250321` all say one near the day
 * that is given. What is no day stays as it was typed, so that the core can say so.
 * @param {string} typed
 * @param {string} near such as `2025-03-20`
 * @returns {string}
 */
export function fullDate(typed, near) {
  const text = typed.normalize("NFKC").trim();
  const [nearYear = "", nearMonth = ""] = near.split("-");
  const parts = /^(?:(\d{4})(?=\d{4}$))?(\d{1,2}(?=\d{2}$))?(\d{1,2})$/.exec(text) ??
    /^(?:(\d{4})\D)?(\d{1,2})\D(\d{1,2})\D?$/.exec(text);
  const [, year = nearYear, month = nearMonth, day = ""] = parts ?? [];
  const isDay = parts !== null && Number(month) <= 12 && Number(day) <= 31;
  return isDay ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
}

/**
 * The faults by the field that they stand beside; those of empty fields wait until posting was
 * asked for, and the rest is about the voucher as a whole.
 * @param {readonly DraftFault[]} faults
 * @param {Typed} typed
 * @param {boolean} asked whether posting or review was asked for
 * @returns {{ fields: Map<string, Text>, whole: Text[] }}
 */
export function faultsBeside(faults, typed, asked) {
  const sentAt = sentLines(typed);
  /** @type {Map<string, Text>} */
  const fields = new Map();
  /** @type {Text[]} */
  const whole = [];
  for (const { about, text } of faults) {
    const beside = about === null ? null : fieldAbout(about, sentAt);
    if (beside === null || fields.has(beside)) {
      whole.push(text);
    } else if (asked || valueAt(typed, beside) !== "") {
      fields.set(beside, text);
    }
  }
  return { fields, whole: asked ? whole : [] };
}

/**
 * @param {string} about such as `lines[1].account`, `lines[1]` or `date`
 * @param {readonly number[]} sentAt
 * @returns {string | null}
 */
function fieldAbout(about, sentAt) {
  const [, index, name] = /^lines\[(\d+)\](?:\.(\w+))?$/.exec(about) ?? [];
  if (index !== undefined) {
    const line = sentAt[Number(index)];
    const field = FIELDS.find((known) => known === name) ?? "account";
    return line === undefined ? null : fieldId(line, field);
  }
  return ["date", "word", "papers"].includes(about)
    ? `voucher-${about}`
    : about === "summary" ? fieldId(0, "summary") : null;
}

/**
 * @param {Typed} typed
 * @param {string} id
 */
function valueAt(typed, id) {
  const place = placeOf(id);
  if (place !== null) {
    return typed.lines[place.line]?.[place.field].trim() ?? "";
  }
  const field = /** @type {"date" | "word" | "papers"} */ (id.replace("voucher-", ""));
  return typed[field].trim();
}

/**
 * An amount with separators and two places, if it is one; what is none stays as it was typed.
 * @param {string} typed
 * @returns {string}
 */
export function figure(typed) {
  const yuan = yuanOf(typed);
  return yuan === null ? typed : money(yuan);
}

/**
 * A typed amount with its two places: `48,600` → `48600.00`.
 * @param {string} typed
 * @returns {string | null} nothing where it is no amount
 */
export function yuanOf(typed) {
  const [, whole, part = ""] = /^(-?\d+)(?:\.(\d{0,2}))?$/.exec(plainNumber(typed)) ?? [];
  return whole === undefined ? null : `${whole}.${part.padEnd(2, "0")}`;
}

/** Today, for the first voucher of a book. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
