// @ts-check
// Search in a table, as you type: by code, by any part of a name, by initials in pinyin.

import { byId, html, live } from "../lib/dom.js";
import { words } from "../lib/text.js";

/**
 * @param {{ label: string, typed: string, table: string, type: (typed: string) => void }} options
 *   `table` is the id of the table that is searched: Enter and the down arrow go there
 */
export function searchField({ label, typed, table, type }) {
  const onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) {
      return;
    }
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      const row = document.querySelector(`#${table} tr[tabindex="0"]`);
      /** @type {HTMLElement | null} */ (row)?.focus();
    } else if (event.key === "Escape" && typed !== "") {
      event.preventDefault();
      type("");
    }
  };
  return html`<div class="search">
    <input
      id="search" type="text" role="searchbox" autocomplete="off" spellcheck="false"
      aria-label=${label} placeholder=${label}
      .value=${live(typed)}
      @input=${(/** @type {Event} */ event) =>
        type(/** @type {HTMLInputElement} */ (event.target).value)}
      @keydown=${onKey}
    />
    <kbd aria-hidden="true">/</kbd>
  </div>`;
}

/** The key that leads into the search field. */
export function searchKey() {
  return { key: "/", says: words().keys.search, run: () => byId("search")?.focus() };
}
