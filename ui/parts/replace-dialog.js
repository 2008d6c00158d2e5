// @ts-check
// The question before a file gets other slips than those that were written to it just now: what
// lay there is gone then, so the focus starts on no.

import { html } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";

/**
 * @param {{ file: string, there: string, whose: string }} paper the file, whose slips are in it,
 *   and whose would take their place
 * @param {() => void} replace
 */
export function askReplace({ file, there, whose }, replace) {
  const t = words().print.replace;
  openDialog({
    id: "replace",
    label: t.question(file),
    body: (dialog) => html`<h2>${t.question(file)}</h2>
      <p>${t.facts(there, whose)}</p>
      <div class="buttons">
        <button type="button" data-first id="replace-no" @click=${dialog.close}>
          ${t.no} <kbd>Esc</kbd>
        </button>
        <button
          type="button" class="filled" id="replace-yes"
          @click=${() => {
            dialog.close();
            replace();
          }}
        >
          ${t.yes}
        </button>
      </div>`,
  });
}
