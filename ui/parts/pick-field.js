// @ts-check
// A field that finds one of many by code, any part of the name or pinyin initials: the list below
// it shows what fits, the arrows move, Enter takes.

import { html, live, nothing } from "../lib/dom.js";
import { finds } from "../lib/session.js";

/**
 * @typedef {{ code: string, name: string, initials: string, bare?: boolean }} Choice `bare` where
 *   the code is for the machine and only the name is shown
 */

/** How many choices are shown at once. */
const MOST = 12;

export class PickField {
  #typed = "";
  #open = false;
  #at = 0;

  /**
   * @param {string} id
   * @param {() => void} draw draws the page again
   * @param {(code: string) => void} take
   */
  constructor(id, draw, take) {
    this.id = id;
    this.draw = draw;
    this.take = take;
  }

  /**
   * @param {{ label: string, hint: string, choices: readonly Choice[], chosen: string | null }} of
   */
  template({ label, hint, choices, chosen }) {
    const { id } = this;
    const known = choices.find(({ code }) => code === chosen);
    const found = this.#open ? this.#found(choices) : [];
    const value = this.#open ? this.#typed : known ? shown(known) : "";
    return html`<div class="pick">
      <label for=${id}>${label}</label>
      <input
        id=${id} type="text" role="combobox" autocomplete="off" spellcheck="false"
        placeholder=${hint} aria-expanded=${String(found.length > 0)} aria-controls="${id}-list"
        aria-activedescendant=${found.length > 0 ? `${id}-${this.#at}` : nothing}
        .value=${live(value)}
        @focus=${(/** @type {Event} */ event) => {
          this.#typed = "";
          this.#open = true;
          this.#at = 0;
          this.draw();
          /** @type {HTMLInputElement} */ (event.target).select();
        }}
        @blur=${() => { this.#open = false; this.draw(); }}
        @input=${(/** @type {Event} */ event) => {
          this.#typed = /** @type {HTMLInputElement} */ (event.target).value;
          this.#open = true;
          this.#at = 0;
          this.draw();
        }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => this.#key(event, found)}
      />
      <ul id="${id}-list" role="listbox" aria-label=${label} ?hidden=${found.length === 0}>
        ${found.map((choice, place) => html`<li
          id="${id}-${place}" role="option" aria-selected=${String(place === this.#at)}
          @mousedown=${(/** @type {Event} */ event) => {
            event.preventDefault();
            this.#choose(choice.code);
          }}
        >${shown(choice)}</li>`)}
      </ul>
    </div>`;
  }

  /** @param {readonly Choice[]} choices */
  #found(choices) {
    return choices.filter((choice) => finds(choice, this.#typed)).slice(0, MOST);
  }

  /** @param {string} code */
  #choose(code) {
    this.take(code);
    this.#close();
  }

  #close() {
    this.#open = false;
    document.getElementById(this.id)?.blur();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {readonly Choice[]} found
   */
  #key(event, found) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      this.#at = (this.#at + step + found.length) % found.length;
      this.draw();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const choice = found[this.#at];
      if (choice !== undefined) {
        this.#choose(choice.code);
      }
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.#close();
    }
  }
}

/**
 * @param {Choice} choice
 * @returns {string}
 */
function shown({ code, name, bare = false }) {
  return bare ? name : `${code} ${name}`.trim();
}
