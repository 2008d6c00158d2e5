// @ts-check
// The sheet of shortcuts (`?`): the keys that work now, those of the page first.

import { html, nothing } from "../lib/dom.js";
import { liveKeys } from "../lib/keys.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";

/** @typedef {import("../lib/keys.js").Key} Key */

export function openShortcuts() {
  const t = words().shortcuts;
  const { page, window } = liveKeys();
  openDialog({
    id: "shortcuts",
    label: t.title,
    look: "list sheet",
    body: (dialog) => html`
      <h2>${t.title}</h2>
      <div class="columns">
        <section>
          <h3>${t.page}</h3>
          ${keyList(page.filter(({ says }) => says !== ""))}
        </section>
        <section>
          <h3>${t.window}</h3>
          ${keyList(window.filter(({ says }) => says !== ""))}
          <h3>${t.tables}</h3>
          ${keyList(t.tableKeys.map(([key, says]) => ({ key, says, run: () => {} })))}
        </section>
      </div>
      <div class="buttons">
        <button type="button" data-first id="shortcuts-close" @click=${dialog.close}>
          ${t.close} <kbd>Esc</kbd>
        </button>
      </div>
    `,
  });
}

/** @param {readonly Key[]} keys */
function keyList(keys) {
  if (keys.length === 0) {
    return nothing;
  }
  return html`<dl class="keys">
    ${keys.map(
      ({ key, says }) => html`<div>
        <dt><kbd>${key}</kbd></dt>
        <dd>${says}</dd>
      </div>`,
    )}
  </dl>`;
}
