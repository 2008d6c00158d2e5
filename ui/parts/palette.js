// @ts-check
// The command palette (Ctrl+K): pages, cooperatives, villages, and the few commands that have no
// page. F7 opens the same list with cooperatives only.

import { html, nothing } from "../lib/dom.js";
import { nextIndex } from "../lib/keys.js";
import { to } from "../lib/route.js";
import { finds, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { openPages } from "./nav.js";

/**
 * @typedef {object} Item
 * @property {string} code
 * @property {string} name
 * @property {string} initials
 * @property {string} hint
 * @property {() => void} run
 */

const SHOWN = 10;

/** @type {() => readonly Item[]} */
let commands = () => [];

/** @param {() => readonly Item[]} more what the window can do besides opening pages */
export function offerInPalette(more) {
  commands = more;
}

export function openPalette() {
  const t = words();
  const pages = openPages()
    .flat()
    .map(({ page, digit }) => ({
      code: "",
      name: t.nav[page],
      initials: t.nav.initials[page],
      hint: digit === null ? t.palette.page : `${t.palette.page} Alt ${digit}`,
      run: () => go(to(page)),
    }));
  const cooperatives = session.cooperatives.map((entry) => ({
    ...entry,
    hint: `${t.palette.cooperative} ${entry.code}`,
    run: () => go(to("cooperative", entry.code, session.year)),
  }));
  const villages = session.villages.map((entry) => ({
    ...entry,
    hint: `${t.palette.village} ${entry.code} ${entry.hint}`,
    run: () => go(to("targets", session.year, entry.code)),
  }));
  openList(t.palette.title, t.palette.hint, [
    ...pages, ...commands(), ...cooperatives, ...villages,
  ]);
}

/** @param {(code: string) => void} chosen */
export function chooseCooperative(chosen) {
  const t = words().palette;
  const items = session.cooperatives.map((entry) => ({
    ...entry,
    hint: `${entry.hint} ${entry.code}`,
    run: () => chosen(entry.code),
  }));
  openList(t.chooseCoop, t.coopHint, items);
}

/** @param {string} address */
function go(address) {
  location.hash = address;
}

/**
 * What is found, first that which begins with what was typed.
 * @param {readonly Item[]} items
 * @param {string} typed
 * @returns {Item[]}
 */
function ranked(items, typed) {
  const wanted = typed.trim().toLowerCase();
  const begins = (/** @type {Item} */ { code, name, initials }) =>
    [code, name, initials].some((word) => word.toLowerCase().startsWith(wanted));
  const found = items.filter((item) => finds(item, typed));
  return [...found.filter(begins), ...found.filter((item) => !begins(item))];
}

/**
 * @param {string} title
 * @param {string} hint
 * @param {readonly Item[]} items
 */
function openList(title, hint, items) {
  new CommandList(title, hint, items).open();
}

/** A field with a list below it: what is typed narrows the list, Enter takes the chosen line. */
class CommandList {
  #typed = "";
  #at = 0;
  /** @type {import("./dialog.js").Dialog | undefined} */
  #dialog;

  /**
   * @param {string} title
   * @param {string} hint
   * @param {readonly Item[]} items
   */
  constructor(title, hint, items) {
    this.title = title;
    this.hint = hint;
    this.items = items;
  }

  open() {
    this.#dialog = openDialog({
      id: "palette", label: this.title, look: "list", body: () => this.#template(),
    });
  }

  get #found() {
    return ranked(this.items, this.#typed).slice(0, SHOWN);
  }

  #template() {
    const t = words().palette;
    const found = this.#found;
    return html`<input
        id="palette-input" data-first type="text" role="combobox"
        aria-expanded="true" aria-controls="palette-list"
        aria-activedescendant=${found.length === 0 ? nothing : `palette-${this.#at}`}
        aria-label=${this.title} placeholder=${this.hint}
        autocomplete="off" spellcheck="false"
        .value=${this.#typed}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      />
      <ul id="palette-list" role="listbox" aria-label=${this.title}>
        ${found.map((item, index) => this.#option(item, index))}
      </ul>
      ${found.length === 0
        ? html`<p class="none" role="status">${t.nothing(this.#typed)}</p>`
        : nothing}
      <p class="keys">
        <span><kbd>↑↓</kbd> ${t.move}</span> <span><kbd>Enter</kbd> ${t.open}</span>
        <span><kbd>Esc</kbd> ${t.close}</span>
      </p>`;
  }

  /**
   * @param {Item} item
   * @param {number} index
   */
  #option(item, index) {
    return html`<li
      id="palette-${index}"
      role="option"
      data-code=${item.code}
      aria-selected=${String(index === this.#at)}
      @click=${() => this.#take(item)}
    >
      <span>${item.name}</span><span class="hint">${item.hint}</span>
    </li>`;
  }

  #onInput = (/** @type {Event} */ event) => {
    this.#typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.#at = 0;
    this.#dialog?.draw();
  };

  #onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.isComposing) {
      return;
    }
    const found = this.#found;
    const item = found[this.#at];
    if (event.key === "Enter" && item !== undefined) {
      event.preventDefault();
      this.#take(item);
      return;
    }
    const moves = ["ArrowDown", "ArrowUp", "PageDown", "PageUp"].includes(event.key);
    const next = moves ? nextIndex(event.key, this.#at, found.length, SHOWN) : null;
    if (next !== null && found.length > 0) {
      event.preventDefault();
      this.#at = next;
      this.#dialog?.draw();
    }
  };

  /** @param {Item} item */
  #take(item) {
    this.#dialog?.close();
    item.run();
  }
}
