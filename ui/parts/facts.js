// @ts-check
// What is noted about someone, as label and value; what is not noted says so.

import { html } from "../lib/dom.js";
import { words } from "../lib/text.js";

/** @param {readonly (readonly [string, unknown])[]} facts text, a link, or null */
export function factList(facts) {
  return html`<dl class="facts">
    ${facts.map(
      ([label, value]) => html`<div>
        <dt>${label}</dt>
        <dd class=${value === null ? "second" : ""}>${value ?? words().notNoted}</dd>
      </div>`,
    )}
  </dl>`;
}
