// @ts-check
// A page that has nothing to show yet: one sentence, and the way on.

import { html, nothing, render } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";
import { pageHead } from "./page-head.js";
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
            ? html`<p><a id="empty-start" href=${to("start")}>${words().empty.toStart}</a></p>`
            : nothing}`,
        page,
      ),
  };
  view.draw();
  return view;
}
