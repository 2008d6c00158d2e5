// @ts-check
// A voucher that is being typed. Everything typed is saved as a draft when the hands rest, so that
// nothing is lost; what stands in the way of posting comes back from the core with each saving.

import { call } from "../api/client.js";
import { byId } from "../lib/dom.js";
import { isZero } from "../lib/format.js";
import {
  asksToRepeat, detailsOf, emptyLine, entryOf, faultsBeside, fieldId, figure, filling, fullDate,
  isBlank, nextField, placeOf, repeated, today, typedOf, withRoom,
} from "../lib/voucher-entry.js";
import { Saver } from "../lib/voucher-saver.js";
import { attempt } from "../parts/problem-note.js";
import { once } from "../parts/status-line.js";
import { VoucherFinder } from "./voucher-finder.js";

/** @typedef {import("../api/types").DraftView} DraftView */
/** @typedef {import("../api/types").EntryView} EntryView */
/** @typedef {import("../lib/voucher-entry.js").Line} Line */
/** @typedef {import("../lib/voucher-entry.js").LineField} LineField */

/** So long nothing may be typed before the draft is saved. */
const QUIET_MS = 400;

/** @typedef {"debit" | "credit"} Side */

/**
 * @typedef {object} Host the page that the voucher is typed on
 * @property {() => void} draw
 * @property {(view: DraftView, first: boolean) => void} saved
 */

export class VoucherEditor {
  /** @type {DraftView | null} */
  view = null;
  /** The line that is being typed. */
  line = -1;
  /** @type {import("../api/client.js").Problem | null} */
  problem = null;
  /** Whether posting or review was asked for: then empty fields are faults as well. */
  asked = false;
  /** The id of the field that has the focus. */
  focused = "";
  #saver = new Saver(() => this.#send(), QUIET_MS);
  /** @type {Promise<void>} the last filling of a difference */
  #filled = Promise.resolve();

  /**
   * @param {Host} host
   * @param {EntryView} entry what can be chosen from
   * @param {DraftView | null} view the draft that is taken up again
   * @param {import("../api/types").VoucherInput} given what a new one begins with
   */
  constructor(host, entry, view, given) {
    this.host = host;
    this.entry = entry;
    this.view = view;
    this.typed = typedOf(view?.entry ?? given);
    this.finder = new VoucherFinder(this);
    if (view === null) {
      this.typed.date ||= entry.last_date ?? today();
      this.typed.word ||= entry.words[0] ?? "";
    }
  }

  get id() {
    return this.view?.id ?? null;
  }

  /** The faults by field, as they stand now. The field that is being typed in has none yet. */
  get beside() {
    const beside = faultsBeside(this.view?.faults ?? [], this.typed, this.asked);
    if (!this.asked) {
      beside.fields.delete(this.focused);
    }
    return beside;
  }

  /** @returns {"nothing" | "saved" | "saving" | "refused"} */
  get keeping() {
    if (this.problem !== null) {
      return "refused";
    }
    return this.#saver.unsaved ? "saving" : this.view === null ? "nothing" : "saved";
  }

  /** @param {Line} line */
  accountOf(line) {
    return this.entry.accounts.find(({ code }) => code === line.account);
  }

  /**
   * What a field shows: while it is looked for, what was typed; else the name with the code, or
   * the amount as it is written.
   * @param {number} index
   * @param {LineField} field
   * @returns {string}
   */
  shown(index, field) {
    const id = fieldId(index, field);
    const value = this.typed.lines[index]?.[field] ?? "";
    const looked = this.finder.shown(id);
    if (looked !== null) {
      return looked;
    }
    if (field === "account" || field === "member") {
      const known = this.finder.known(field).find(({ code }) => code === value);
      return known === undefined ? value : `${known.code} ${known.name}`;
    }
    const isAmount = field === "debit" || field === "credit";
    return isAmount && this.focused !== id ? figure(value) : value;
  }

  /** Saves what is not saved; whether everything is. */
  flush() {
    return this.#saver.flush();
  }

  /** What was asked of the core stands, and all that was typed is saved. */
  async settled() {
    this.finder.commit();
    await this.#filled;
    return this.flush();
  }

  /** Saves in any case, as an attachment wants a draft to hang on. */
  saveAnyway() {
    this.#saver.touch();
    return this.settled();
  }

  /** The draft is gone: nothing of it is saved any more. */
  stop() {
    return this.#saver.stop();
  }

  /**
   * Another answer about the same draft: an attachment came, a review was taken back.
   * @param {DraftView} view
   */
  takeUp(view) {
    this.view = view;
    this.host.draw();
  }

  async #send() {
    const coop = this.entry.coop.code;
    const entry = entryOf(this.typed, coop);
    const result = await attempt(call("draft_save", { coop, id: this.id, entry }));
    this.problem = result.problem;
    if (result.problem === null) {
      const first = this.view === null;
      this.view = result.answer;
      this.host.saved(result.answer, first);
    }
    this.host.draw();
    return result.problem === null;
  }

  /** Something was typed: there is room for more, and it is saved when the hands rest. */
  touch() {
    withRoom(this.typed);
    if (this.view !== null || !isBlank(this.typed)) {
      this.#saver.touch();
    }
    this.host.draw();
  }

  // ---- typing

  onInput = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const place = placeOf(input.id);
    if (place === null) {
      const name = /** @type {"date" | "word" | "papers"} */ (input.id.replace("voucher-", ""));
      this.typed[name] = input.value;
    } else {
      this.#type(input.id, place.line, place.field, input.value);
    }
    this.touch();
    this.finder.reveal();
  };

  /**
   * @param {string} id
   * @param {number} index
   * @param {LineField} field
   * @param {string} value
   */
  #type(id, index, field, value) {
    const line = this.typed.lines[index] ?? emptyLine();
    const copied = (field === "summary" || field === "account") && asksToRepeat(value)
      ? repeated(this.typed, index, field)
      : null;
    if (copied !== null) {
      Object.assign(line, copied);
      this.finder.close();
    } else if (field === "account" || field === "member") {
      this.finder.look(id, field, value);
    } else if ((field === "debit" || field === "credit") && /[=＝]/.test(value)) {
      this.fill(index);
    } else {
      line[field] = value;
      this.finder.look(id, field, value);
      this.#oneSide(line, field);
    }
  }

  /**
   * A line has one side: what is typed on one is taken from the other.
   * @param {Line} line
   * @param {LineField} field
   */
  #oneSide(line, field) {
    if (field === "debit" && line.debit.trim() !== "") {
      line.credit = "";
    } else if (field === "credit" && line.credit.trim() !== "") {
      line.debit = "";
    }
  }

  // ---- keys

  onKey = (/** @type {KeyboardEvent} */ event) => {
    const { id } = /** @type {HTMLElement} */ (event.target);
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const done = this.finder.onKey(event.key, id) || this.#onFieldKey(event.key, id);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  /**
   * @param {string} key
   * @param {string} id
   * @returns {boolean}
   */
  #onFieldKey(key, id) {
    const place = placeOf(id);
    const isAmount = place?.field === "debit" || place?.field === "credit";
    if (key === "Enter" && document.activeElement instanceof HTMLInputElement) {
      this.#enter(id);
    } else if (isAmount && (key === "=" || key === "＝")) {
      this.fill(place.line);
    } else if (isAmount && (key === " " || key === "\u3000")) {
      this.#otherSide(place.line, place.field === "debit" ? "credit" : "debit");
    } else if (place !== null && (key === "ArrowDown" || key === "ArrowUp")) {
      byId(fieldId(place.line + (key === "ArrowDown" ? 1 : -1), place.field))?.focus();
    } else {
      return false;
    }
    return true;
  }

  /** @param {string} id */
  #enter(id) {
    const { pick } = this.finder;
    const nothingFound = pick?.field === id && pick.choices.length === 0;
    if (!nothingFound) {
      this.goOn(id);
    }
  }

  /** @param {string} id the field that is left by Enter */
  goOn(id) {
    this.finder.commit();
    byId(nextField(this.typed, id, (line) => detailsOf(line, this.accountOf(line))))?.focus();
  }

  /**
   * @param {number} index
   * @param {Side} side
   */
  #otherSide(index, side) {
    const line = this.typed.lines[index];
    if (line !== undefined) {
      const { debit, credit } = line;
      Object.assign(line, { debit: credit, credit: debit });
      this.touch();
      byId(fieldId(index, side))?.focus();
    }
  }

  // ---- lines

  /**
   * Fills the amount that is missing into a line, on the side where it is missing. The core says
   * how much that is.
   * @param {number} index
   */
  fill(index) {
    this.#filled = this.#filled.then(() => this.#fillNow(index));
  }

  /** Ctrl+F7: the same from wherever the hands are in the line. */
  fillHere = () => {
    if (this.line >= 0) {
      this.fill(this.line);
    }
  };

  /** @param {number} index */
  async #fillNow(index) {
    const line = this.typed.lines[index];
    if (line === undefined) {
      return;
    }
    const { debit, credit } = line;
    Object.assign(line, { debit: "", credit: "" });
    this.touch();
    const saved = await this.flush();
    const difference = this.view?.difference ?? "0.00";
    if (!saved || isZero(difference)) {
      Object.assign(line, { debit, credit });
      this.touch();
      return;
    }
    const { side, amount } = filling(difference);
    line[side] = amount;
    this.touch();
    const here = placeOf(this.focused);
    if (here?.line === index) {
      byId(fieldId(index, side))?.focus();
    }
  }

  insertLine = () => {
    const at = Math.max(this.line, 0);
    this.typed.lines.splice(at, 0, emptyLine());
    this.touch();
    byId(fieldId(at, "summary"))?.focus();
  };

  dropLine = () => {
    if (this.line >= 0) {
      const at = this.line;
      this.typed.lines.splice(at, 1);
      this.finder.close();
      this.touch();
      byId(fieldId(at, "summary"))?.focus();
    }
  };

  /** F3: counterparty, project, quantity and price of the line. */
  openDetails = () => {
    const line = this.typed.lines[this.line];
    if (line !== undefined) {
      line.open = !line.open;
      this.host.draw();
      const [first] = detailsOf(line, this.accountOf(line));
      byId(fieldId(this.line, line.open ? first ?? "account" : "account"))?.focus();
    }
  };

  // ---- coming and going

  onFocus = (/** @type {FocusEvent} */ event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement)) {
      return;
    }
    this.focused = input.id;
    this.line = placeOf(input.id)?.line ?? -1;
    this.finder.stayAt(input.id);
    this.host.draw();
    input.select();
  };

  onLeave = (/** @type {FocusEvent} */ event) => {
    this.finder.commit();
    if (this.focused === "voucher-date") {
      const full = fullDate(this.typed.date, this.entry.last_date ?? today());
      if (full !== this.typed.date) {
        this.typed.date = full;
        this.touch();
      }
    }
    this.focused = "";
    this.finder.stayAt("");
    const to = event.relatedTarget;
    if (!(to instanceof Element) || to.closest("#voucher-form") === null) {
      void this.flush();
    }
    this.host.draw();
  };

  /** Goes to the first fault, once posting was refused. */
  goToFault() {
    const fields = [...this.beside.fields.keys()];
    const first = document.querySelector("#voucher-form [aria-invalid=true]");
    (first instanceof HTMLElement ? first : byId(fields[0] ?? ""))?.focus();
  }

  /** Sums as the core gave them; a voucher that was never saved has none. */
  get sums() {
    const { debit = "0.00", credit = "0.00", difference = "0.00" } = this.view ?? {};
    return { debit, credit, difference };
  }

  /**
   * Does something with the draft once, after everything typed is saved.
   * @param {string} name
   * @param {(id: number) => Promise<void>} work
   */
  withDraft(name, work) {
    return once(name, async () => {
      if (await this.settled() && this.id !== null) {
        await work(this.id);
      }
    });
  }
}
