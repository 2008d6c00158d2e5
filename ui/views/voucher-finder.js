// @ts-check
// Finding an account, a member or words used before while a voucher is typed: what was typed to
// find it, and the list that it has opened. Only what is taken, or left standing, gets into a line.

import { byId } from "../lib/dom.js";
import { emptyLine, placeOf } from "../lib/voucher-entry.js";
import { choicesOf } from "../lib/voucher-find.js";

/** @typedef {import("../lib/voucher-entry.js").LineField} LineField */
/** @typedef {import("../lib/voucher-find.js").Choice} Choice */

export class VoucherFinder {
  /** @type {import("../parts/voucher-pick.js").Pick | null} */
  pick = null;
  /** What is typed to find an account or member, and in which field. */
  #query = { field: "", text: "" };

  /** @param {import("./voucher-editor.js").VoucherEditor} editor */
  constructor(editor) {
    this.editor = editor;
  }

  /** @param {"account" | "member"} field */
  known(field) {
    return field === "account" ? this.editor.entry.accounts : this.editor.entry.members;
  }

  /**
   * What stands in a field while something is looked for in it.
   * @param {string} id
   */
  shown(id) {
    return this.#query.field === id ? this.#query.text : null;
  }

  /**
   * Looks for what was typed and opens the list under its field.
   * @param {string} id
   * @param {LineField} field
   * @param {string} text
   */
  look(id, field, text) {
    const mustChoose = field === "account" || field === "member";
    if (mustChoose) {
      this.#query = { field: id, text };
    }
    const choices = choicesOf(this.editor.entry, field, text, false);
    const none = choices.length === 0 && (!mustChoose || text.trim() === "");
    this.pick = none ? null : { field: id, choices, at: mustChoose ? 0 : -1 };
  }

  /** F4: the list of the field that has the focus, whatever stands in it. */
  open = () => {
    const { focused, entry, host, typed } = this.editor;
    const place = placeOf(focused);
    if (place !== null) {
      const choices = choicesOf(entry, place.field, this.shown(focused) ?? "", true);
      const { [place.field]: value } = typed.lines[place.line] ?? emptyLine();
      const at = Math.max(choices.findIndex((choice) => choice.value === value), 0);
      this.pick = choices.length === 0 ? null : { field: focused, choices, at };
      host.draw();
      this.reveal();
    }
  };

  /** Scrolls the chosen line of the list to where it is seen. */
  reveal() {
    byId(`${this.pick?.field}-${this.pick?.at}`)?.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.#query = { field: "", text: "" };
    this.pick = null;
  }

  /**
   * Closes a list that is open under another field.
   * @param {string} id
   */
  stayAt(id) {
    this.pick = this.pick?.field === id ? this.pick : null;
  }

  /** Takes a line of the list into the field above it, and goes on. */
  take = (/** @type {Choice} */ choice) => {
    const field = this.pick?.field ?? "";
    this.#put(field, choice.value);
    this.editor.goOn(field);
  };

  /**
   * @param {string} id
   * @param {string} value
   */
  #put(id, value) {
    const place = placeOf(id);
    const line = place === null ? undefined : this.editor.typed.lines[place.line];
    if (place !== null && line !== undefined) {
      line[place.field] = value;
      this.close();
      this.editor.touch();
    }
  }

  /** What was typed to find something stays: as the code that it names, or as it is. */
  commit() {
    const { field, text } = this.#query;
    const place = placeOf(field);
    if (place !== null && (place.field === "account" || place.field === "member")) {
      const typed = text.trim();
      const known = this.known(place.field).find(
        ({ code, name }) => code === typed || name === typed || `${code} ${name}` === typed,
      );
      this.#put(field, known?.code ?? typed);
    }
  }

  /**
   * @param {string} key
   * @param {string} id
   * @returns {boolean} whether the list under the field has taken the key
   */
  onKey(key, id) {
    const { pick } = this;
    if (pick === null || pick.field !== id) {
      return false;
    }
    const choice = pick.choices[pick.at];
    const last = pick.choices.length - 1;
    if (key === "ArrowDown" || key === "ArrowUp") {
      const at = key === "ArrowDown" ? Math.min(pick.at + 1, last) : Math.max(pick.at - 1, 0);
      this.pick = { ...pick, at };
    } else if (key === "Escape") {
      this.pick = null;
    } else if (key === "Enter" && choice !== undefined && this.#means(id)) {
      this.take(choice);
    } else if (key === "Tab" && choice !== undefined && this.#means(id)) {
      this.#put(id, choice.value);
      return false;
    } else {
      return false;
    }
    this.editor.host.draw();
    this.reveal();
    return true;
  }

  /**
   * Whether the chosen line of the list is meant: something was typed, or it was called for.
   * @param {string} id
   */
  #means(id) {
    return this.shown(id)?.trim() !== "";
  }
}
