// @ts-check
// How figures are written. Amounts come as texts in yuan with two decimals and stay texts:
// nothing here adds, and only a chart may turn one into a number.

const MINUS = "\u2212";

/**
 * An amount with thousands separators: `"-1600000.00"` → `−1,600,000.00`.
 * @param {string} amount
 * @returns {string}
 */
export function money(amount) {
  const digits = amount.replace(/^-/, "");
  const [whole = "0", part] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = amount.startsWith("-") && !isZero(amount) ? MINUS : "";
  return sign + grouped + (part === undefined ? "" : `.${part}`);
}

/**
 * What is taken away, with its minus: `"160000.00"` → `−160,000.00`; nothing taken has no sign.
 * @param {string} amount
 * @returns {string}
 */
export function taken(amount) {
  return isZero(amount) ? money(amount) : MINUS + money(amount);
}

/**
 * A count of fen moved, with its plus: `1` → `+1`.
 * @param {number} fen
 * @returns {string}
 */
export function moved(fen) {
  return fen === 0 ? "0" : `+${count(fen)}`;
}

/**
 * A whole number with thousands separators.
 * @param {number} number
 * @returns {string}
 */
export function count(number) {
  return money(String(number));
}

/**
 * A quantity with thousands separators and the places it has.
 * @param {string} quantity
 * @returns {string}
 */
export function quantity(quantity) {
  return money(quantity);
}

/**
 * A part of the whole in per cent; the whole itself needs no places: `"100.0000"` → `100%`.
 * @param {string} percent
 * @returns {string}
 */
export function part(percent) {
  return `${percent.replace(/^100\.0+$/, "100")}%`;
}

/**
 * @param {string} amount
 * @returns {boolean}
 */
export function isZero(amount) {
  return /^-?0*(\.0*)?$/.test(amount);
}

/**
 * @param {string} amount
 * @returns {boolean}
 */
export function isNegative(amount) {
  return amount.startsWith("-") && !isZero(amount);
}

/**
 * A rate in per cent: `"0.065"` → `6.5`. Only the point moves.
 * @param {string} rate
 * @returns {string}
 */
export function percentOf(rate) {
  return movePoint(rate, 2);
}

/**
 * What was typed as per cent, as a rate: `"6.5"` → `0.065`. What is no number stays as typed,
 * so that it is refused in the words of the books.
 * @param {string} typed
 * @returns {string}
 */
export function rateOf(typed) {
  const number = plainNumber(typed).replace(/%$/, "");
  return isNumber(number) ? movePoint(number, -2) : number;
}

/**
 * Whether what was typed as per cent is a number at all.
 * @param {string} typed
 * @returns {boolean}
 */
export function isPercent(typed) {
  return isNumber(plainNumber(typed).replace(/%$/, ""));
}

/** @param {string} plain */
function isNumber(plain) {
  return /^-?\d*\.?\d*$/.test(plain) && /\d/.test(plain);
}

/**
 * A typed number without what people put into numbers: separators, blanks, full-width forms.
 * @param {string} typed
 * @returns {string}
 */
export function plainNumber(typed) {
  return typed.normalize("NFKC").replace(/[,，\s]/g, "").replace(MINUS, "-");
}

/**
 * Moves the decimal point to the right (or left, with a negative number of places).
 * @param {string} decimal
 * @param {number} places
 * @returns {string}
 */
function movePoint(decimal, places) {
  const sign = decimal.startsWith("-") ? "-" : "";
  const [whole = "", part = ""] = decimal.replace(/^-/, "").split(".");
  const padding = "0".repeat(Math.abs(places));
  const digits = places < 0 ? padding + whole + part : whole + part + padding;
  const point = places < 0 ? whole.length : whole.length + places;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, "") || "0";
  const after = digits.slice(point).replace(/0+$/, "");
  return sign + before + (after === "" ? "" : `.${after}`);
}

/**
 * How many days a year has, for a base that is counted in days.
 * @param {number} year
 * @returns {number}
 */
export function daysIn(year) {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1 ? 366 : 365;
}

/**
 * An amount as a number, for the length of a bar and for nothing else.
 * @param {string} amount
 * @returns {number}
 */
export function lengthOf(amount) {
  return Number(amount);
}

/**
 * A village's name as it stands under a bar: without the word that all of them end in.
 * @param {string} name
 * @returns {string}
 */
export function barName(name) {
  return name.length > 2 ? name.replace(/村$/, "") : name;
}

/**
 * A cooperative's name without its legal form.
 * @param {string} name
 * @returns {string}
 */
export function shortName(name) {
  return name.replace(/(农民)?专业合作社(联合社)?$/, "") || name;
}

/**
 * The last part of a path.
 * @param {string} path
 * @returns {string}
 */
export function fileName(path) {
  return path.split(/[/\\]/).pop() ?? path;
}

/**
 * A file in a folder, with the separator that the folder uses.
 * @param {string} folder
 * @param {string} name
 * @returns {string}
 */
export function inFolder(folder, name) {
  const separator = folder.includes("\\") ? "\\" : "/";
  return folder.replace(/[/\\]$/, "") + separator + name;
}

/**
 * A word as it stands in a list or head: `vouchers` → `Vouchers`; Chinese stays as it is.
 * @param {string} word
 * @returns {string}
 */
export function asHeading(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * A name a file may carry everywhere: without the signs Windows forbids in names.
 * @param {string} name
 * @returns {string}
 */
export function plainName(name) {
  return name.replace(/[\\/:*?"<>|]/g, "");
}
