// @ts-check
// A grid for yields and deliveries: typed cell by cell, or pasted from a spreadsheet; taken as one
// import that can be taken back, whole or not at all.

import { call } from "../api/client.js";
import { html, live, nothing } from "../lib/dom.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { attempt, problemNote } from "./problem-note.js";
import { during, notice, once } from "./status-line.js";

/** @typedef {import("../api/types").ImportFault} ImportFault */
/** @typedef {import("../api/client.js").Problem} Problem */

const COLUMNS = {
  yield: ["date", "product", "quantity", "unit", "batch", "note"],
  delivery: ["date", "member", "product", "quantity", "unit", "amount"],
};

const KIND = { yield: "yields", delivery: "deliveries" };

/** How many rows stand there at first. */
const ROWS = 5;

export class YieldGrid {
  /** @type {string[][]} */
  #cells;
  /** @type {readonly ImportFault[]} */
  #faults = [];
  /** @type {Problem | null} */
  #problem = null;

  /**
   * @param {"yield" | "delivery"} part
   * @param {string} coop
   * @param {() => void} draw
   * @param {() => void} taken
   */
  constructor(part, coop, draw, taken) {
    this.part = part;
    this.coop = coop;
    this.draw = draw;
    this.taken = taken;
    this.columns = COLUMNS[part];
    this.#cells = this.#empty();
  }

  #empty() {
    return Array.from({ length: ROWS }, () => this.columns.map(() => ""));
  }

  /** The rows in which something stands. */
  #filled() {
    return this.#cells.filter((row) => row.some((cell) => cell.trim() !== ""));
  }

  template() {
    const t = words().making.yields;
    const filled = this.#filled().length;
    const buttons = html`<button
        type="button" id="grid-clear" ?disabled=${filled === 0} @click=${this.clear}
      >${t.clear}</button>
      <button
        type="button" id="grid-take" class="filled" ?disabled=${filled === 0} @click=${this.take}
      >${t.take(filled)} <kbd>Ctrl+S</kbd></button>`;
    return html`<section aria-labelledby="grid-head">
      ${sectionHead("grid-head", t.grid[this.part], t.gridNote, buttons)}
      ${problemNote(this.#problem, "grid-problem")}
      <table class="table entry-grid" id="yield-grid" aria-labelledby="grid-head"
        @paste=${this.paste}>
        <thead><tr>
          ${this.columns.map((column) => html`<th scope="col">${this.#name(column)}</th>`)}
        </tr></thead>
        <tbody>${this.#cells.map((row, at) => this.#row(row, at))}</tbody>
      </table>
      ${this.#faults.length === 0
        ? nothing
        : html`<ul class="notice" role="alert" id="grid-faults">
            ${this.#faults.slice(0, 20).map(({ row, text }) =>
              html`<li>${row === null ? "" : t.gridRow(row - 1)}${say(text)}</li>`)}
          </ul>`}
    </section>`;
  }

  /** @param {string} column */
  #name(column) {
    return words().making.yields.columns[
      /** @type {keyof ReturnType<typeof words>["making"]["yields"]["columns"]} */ (column)
    ];
  }

  /**
   * @param {readonly string[]} row
   * @param {number} at
   */
  #row(row, at) {
    // The headers are row 1 of what is taken, and only filled rows go along.
    const number = this.#filled().indexOf(/** @type {string[]} */ (row)) + 2;
    const faults = this.#faults.filter((fault) => fault.row === number);
    return html`<tr>
      ${row.map((cell, place) => html`<td>
        <input
          type="text" autocomplete="off" spellcheck="false" data-row=${at} data-place=${place}
          aria-label=${words().making.yields.cell(at + 1, this.#name(this.columns[place] ?? ""))}
          aria-invalid=${faults.some((fault) => fault.place === place) ? "true" : nothing}
          .value=${live(cell)}
          @input=${(/** @type {Event} */ event) => {
            this.#put(at, place, /** @type {HTMLInputElement} */ (event.target).value);
          }}
        />
      </td>`)}
    </tr>`;
  }

  /**
   * @param {number} at
   * @param {number} place
   * @param {string} value
   */
  #put(at, place, value) {
    const row = this.#cells[at];
    const before = this.#filled().length;
    if (row !== undefined) {
      row[place] = value;
    }
    if (at === this.#cells.length - 1) {
      this.#cells.push(this.columns.map(() => ""));
    }
    if (before !== this.#filled().length || at === this.#cells.length - 2) {
      this.draw();
    }
  }

  /** Cells between tabs go into the grid from the field that has the focus on. */
  paste = (/** @type {ClipboardEvent} */ event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const target = event.target;
    if (!(target instanceof HTMLInputElement) || !/[\t\n]/.test(text.trim())) {
      return;
    }
    event.preventDefault();
    const [at, place] = [Number(target.dataset["row"]), Number(target.dataset["place"])];
    const lines = text.replace(/\r/g, "").replace(/\n+$/, "").split("\n");
    lines.forEach((line, down) => {
      while (this.#cells.length <= at + down + 1) {
        this.#cells.push(this.columns.map(() => ""));
      }
      line.split("\t").forEach((cell, right) => {
        const row = this.#cells[at + down];
        if (row !== undefined && place + right < row.length) {
          row[place + right] = cell.trim();
        }
      });
    });
    this.#faults = [];
    this.draw();
  };

  clear = () => {
    this.#cells = this.#empty();
    this.#faults = [];
    this.#problem = null;
    this.draw();
  };

  take = () =>
    once("grid", async () => {
      const t = words().making.yields;
      const rows = this.#filled();
      if (rows.length === 0) {
        return;
      }
      const text = [this.columns, ...rows].map((row) => row.join("\t")).join("\n");
      const input = {
        kind: KIND[this.part], coop: this.coop, mapping: null,
        source: { name: t.grid[this.part], text },
      };
      const tried = await attempt(call("import_preview", { input }));
      this.#faults = tried.answer?.faults ?? [];
      this.#problem = tried.problem;
      if (tried.problem !== null || this.#faults.length > 0) {
        this.draw();
        return;
      }
      const work = during(() => t.saving, call("import_take", { input }));
      const { answer, problem } = await attempt(work);
      this.#problem = problem;
      if (answer !== null) {
        this.#cells = this.#empty();
        notice(t.taken(answer.rows, answer.batch ?? 0));
        this.taken();
      }
      this.draw();
    });

  keys() {
    return [{
      key: "Ctrl+S", says: words().making.yields.keysTake, run: () => void this.take(),
    }];
  }
}
