// @ts-check
// A page that has nothing to show yet: one sentence, and the way on.

import { html, nothing, render } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { headKeys, pageHead } from "./page-head.js";
import { problemNote } from "./problem-note.js";

/**
 * @param {HTMLElement} page
 * @param {string} title
 * @param {import("../api/client.js").Problem | null} [problem] what stood in the way
 */
export function emptyPage(page, title, problem = null) {
  const view = {
    draw: () =>
      render(
        html`${pageHead({ title })}
          ${problem === null
            ? html`<p class="empty-page">${words().empty.cooperatives}</p>`
            : problemNote(problem)}
          ${problem === null
            ? html`<p>
                <a id="empty-import" href=${to("import")}>${words().empty.toImport}</a>
                &ensp;<a id="empty-start" href=${to("start")}>${words().empty.toStart}</a>
              </p>`
            : nothing}`,
        page,
      ),
  };
  view.draw();
  return view;
}

/**
 * A page that cannot be shown for this cooperative and year: the sentence stands where the rows
 * would be, and the head leads to other years and cooperatives.
 * @param {HTMLElement} page
 * @param {"dividend" | "members" | "print" | "vouchers"} name
 * @param {string} coop
 * @param {number | null} year
 * @param {import("../api/client.js").Problem} problem what stood in the way
 */
export function refusedPage(page, name, coop, year, problem) {
  const known = session.cooperatives.find(({ code }) => code === coop);
  if (known !== undefined) {
    session.coop = coop;
    session.year = year ?? session.year;
  }
  const now = year ?? session.year ?? 0;
  const head = () => ({
    title: words()[name].title,
    coop: {
      name: known?.name ?? coop,
      change: (/** @type {string} */ other) => (location.hash = to(name, other, year)),
    },
    context: words().empty.year(now),
    years: {
      all: [...new Set([...(session.book?.years ?? []), now])].sort((a, b) => a - b), now,
      address: (/** @type {number} */ other) => to(name, coop, other),
    },
  });
  const view = {
    draw: () => render(html`${pageHead(head())} ${problemNote(problem)}`, page),
    keys: () => headKeys(head()),
  };
  view.draw();
  return view;
}
