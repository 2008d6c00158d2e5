// @ts-check
// The only file that talks to the shell. What fails comes back as a Problem, whatever it was.

/** @typedef {import("./commands").Commands} Commands */
/** @typedef {import("./types").Text} Text */

/** A refusal or failure, with a sentence in both languages. */
export class Problem {
  /** @param {import("./types").Problem} facts */
  constructor(facts) {
    this.code = facts.code;
    this.message = facts.message;
    this.field = facts.field;
    this.details = facts.details;
    this.kind = facts.kind;
  }
}

/**
 * Asks the shell for something and waits for the answer.
 * @template {import("./commands").CommandName} Name
 * @param {Name} command
 * @param {Commands[Name]["asks"]} asks
 * @returns {Promise<Commands[Name]["answers"]>}
 */
export async function call(command, asks) {
  try {
    const answer = await window.__TAURI__.core.invoke(command, asks);
    return /** @type {Commands[Name]["answers"]} */ (answer);
  } catch (failure) {
    throw asProblem(failure);
  }
}

/**
 * Whatever was thrown, as a Problem: the shell's own come as they are, anything else is a fault
 * of the program and says so with the words that came.
 * @param {unknown} failure
 * @returns {Problem}
 */
export function asProblem(failure) {
  if (failure instanceof Problem) {
    return failure;
  }
  if (isProblem(failure)) {
    return new Problem(failure);
  }
  const said = failure instanceof Error ? failure.message : String(failure);
  return new Problem({
    code: "program.failed",
    message: {
      zh: `程序出错，账套没有改动：${said}`,
      en: `The program failed; the book is unchanged: ${said}`,
    },
    field: null,
    details: [],
    kind: "failed",
  });
}

/**
 * @param {unknown} value
 * @returns {value is import("./types").Problem}
 */
function isProblem(value) {
  return (
    typeof value === "object" && value !== null && "code" in value && "message" in value &&
    typeof value.message === "object"
  );
}

/**
 * Lets the user choose an existing book.
 * @param {string} folder
 * @returns {Promise<string | null>}
 */
export function chooseBook(folder) {
  return window.__TAURI__.dialog.open({ defaultPath: folder, filters: [BOOKS], multiple: false });
}

/**
 * Lets the user choose a table to import.
 * @returns {Promise<string | null>}
 */
export function chooseTable() {
  return window.__TAURI__.dialog.open({ filters: [TABLES], multiple: false });
}

/**
 * Lets the user choose any file, such as one that proves a voucher.
 * @returns {Promise<string | null>}
 */
export function chooseFile() {
  return window.__TAURI__.dialog.open({ multiple: false });
}

/**
 * Lets the user choose a folder, such as that of a USB stick.
 * @returns {Promise<string | null>}
 */
export function chooseFolder() {
  return window.__TAURI__.dialog.open({ directory: true, multiple: false });
}

/**
 * Lets the user choose where a new file goes.
 * @param {string} path what is proposed
 * @param {"book" | "pdf" | "sheet" | "bank"} kind
 * @returns {Promise<string | null>}
 */
export function choosePlace(path, kind) {
  return window.__TAURI__.dialog.save({
    defaultPath: path,
    filters: [FILTERS[kind]],
  });
}

const BOOKS = { name: "抱团账 Baotuan", extensions: ["baotuan"] };
const FILTERS = {
  book: BOOKS,
  pdf: { name: "PDF", extensions: ["pdf"] },
  bank: { name: "Excel, csv", extensions: ["xlsx", "csv"] },
  sheet: { name: "PDF, Excel", extensions: ["pdf", "xlsx"] },
};
const TABLES = { name: "csv, xlsx, xls", extensions: ["csv", "txt", "xlsx", "xlsm", "xls"] };
