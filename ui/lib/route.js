// @ts-check
// Addresses of pages: `#/dividend/C01/2025`.

/**
 * @param {string} page
 * @param {...(string | number | null)} args those after the first missing one are left out
 * @returns {string}
 */
export function to(page, ...args) {
  const end = args.indexOf(null);
  const given = end === -1 ? args : args.slice(0, end);
  return ["#", page, ...given.map((arg) => encodeURIComponent(String(arg)))].join("/");
}

/**
 * @param {string} hash
 * @returns {{ page: string, args: string[] }}
 */
export function parse(hash) {
  const [page = "", ...args] = hash.replace(/^#\/?/, "").split("/");
  return { page, args: args.map(decodeURIComponent) };
}

/**
 * A year in an address, or nothing where there is none.
 * @param {string | undefined} arg
 * @returns {number | null}
 */
export function yearOf(arg) {
  return arg !== undefined && /^\d{4}$/.test(arg) ? Number(arg) : null;
}
