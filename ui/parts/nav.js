// @ts-check
// The navigation: words only, grouped by hairlines, and only what works.

import { html, nothing, render } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { session } from "../lib/session.js";
import { words } from "../lib/text.js";

/**
 * The pages, grouped. The digits are those that the page will always have, so that hands can
 * learn them before every page is there.
 * @type {readonly (readonly { page: "overview" | "cooperatives" | "members" | "yields" |
 *   "vouchers" | "assets" | "bank" | "ledgers" | "statements" | "closing" | "dividend" |
 *   "targets" | "print" | "import" | "backup" | "start", digit: string | null,
 *   within: readonly string[] }[])[]}
 */
export const GROUPS = [
  [
    { page: "overview", digit: "1", within: [] },
    { page: "cooperatives", digit: "2", within: ["cooperative"] },
    { page: "members", digit: "3", within: ["member"] },
    { page: "yields", digit: "4", within: [] },
  ],
  [
    { page: "vouchers", digit: "5", within: ["voucher", "draft", "new"] },
    { page: "assets", digit: null, within: [] },
    { page: "bank", digit: null, within: [] },
    { page: "ledgers", digit: "6", within: ["accounts"] },
    { page: "statements", digit: "7", within: [] },
    { page: "closing", digit: "8", within: [] },
  ],
  [
    { page: "dividend", digit: "9", within: ["payments"] },
    { page: "targets", digit: "0", within: [] },
  ],
  [
    { page: "print", digit: null, within: [] },
    { page: "import", digit: null, within: ["opening"] },
    { page: "backup", digit: null, within: [] },
    { page: "start", digit: null, within: [] },
  ],
];

/** The pages that work now: without a book there is only the start. */
export function openPages() {
  return GROUPS.map((group) =>
    group.filter(({ page }) => page === "start" || session.book !== null),
  ).filter((group) => group.length > 0);
}

/** @param {string} current the page that is shown */
export function drawNav(current) {
  const nav = document.getElementById("nav");
  if (nav === null) {
    return;
  }
  const t = words();
  nav.setAttribute("aria-label", t.nav.label);
  render(
    html`<p class="brand" lang="zh-CN">抱团账</p>
      <p class="brand-note">${brandNote()}</p>
      ${openPages().map(
        (group) => html`<ul>
          ${group.map((item) => entry(item, current))}
        </ul>`,
      )}`,
    nav,
  );
}

function brandNote() {
  const { book } = session;
  return book === null ? words().nav.noBook : words().nav.book(book);
}

/**
 * @param {(typeof GROUPS)[number][number]} item
 * @param {string} current
 */
function entry({ page, digit, within }, current) {
  const here = page === current || within.includes(current);
  return html`<li>
    <a href=${to(page)} data-page=${page} aria-current=${here ? "page" : nothing}>
      <span>${words().nav[page]}</span>
      ${digit === null ? nothing : html`<kbd>Alt ${digit}</kbd>`}
    </a>
  </li>`;
}
