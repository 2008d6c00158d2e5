// @ts-check
// A path that can be typed or chosen: the system's dialog is for hands on a mouse, the field for
// everyone.

import { html, live, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { fieldNote } from "./problem-note.js";

/**
 * @param {{ id: string, label: string, value: string,
 *   problem: import("../api/client.js").Problem | null, type: (value: string) => void,
 *   choose: () => void }} options
 */
export function pathField({ id, label, value, problem, type, choose }) {
  return html`<div class="path">
    <label for=${id}>${label}</label>
    <div>
      <input
        id=${id} type="text" autocomplete="off" spellcheck="false" title=${value}
        aria-invalid=${problem === null ? nothing : "true"}
        aria-describedby=${problem === null ? nothing : `${id}-problem`}
        .value=${live(value)}
        @input=${(/** @type {Event} */ event) =>
          type(/** @type {HTMLInputElement} */ (event.target).value)}
      />
      <button
        type="button" id="${id}-choose" aria-label=${`${words().choose} ${label}`}
        @click=${choose}
      >
        ${words().choose}
      </button>
    </div>
    ${fieldNote(id, problem)}
  </div>`;
}
