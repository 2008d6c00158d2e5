// @ts-check
// Imports: what and where from at the left; at the right the preview, or every import that there
// was. What was chosen and typed stays, whatever is refused.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { renewNames, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { askUndo, importHistory } from "../parts/import-history.js";
import { importPreview } from "../parts/import-preview.js";
import { importSource } from "../parts/import-source.js";
import { pageHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";

/** @typedef {import("../api/client.js").Problem} Problem */
/** @typedef {import("../api/types").ImportKindView} ImportKindView */
/** @typedef {import("../api/types").ImportPreviewView} ImportPreviewView */

/**
 * What was chosen and typed, by the path of the book: it stays when the page is left.
 * @typedef {{ kind: string, coop: string, from: "file" | "paste", path: string, text: string,
 *   mapping: (string | null)[] | null }} Chosen
 */

/** @type {Map<string, Chosen>} */
const kept = new Map();

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args what to import, and for which cooperative
 */
export async function show(page, args) {
  const { kinds } = await call("import_kinds", {});
  const { rows } = await call("imports", {});
  const book = session.book?.path ?? "";
  const chosen = kept.get(book) ?? {
    kind: nextKind(rows, kinds), coop: "", from: "paste", path: "", text: "", mapping: null,
  };
  kept.set(book, chosen);
  const [kind, coop] = args;
  if (kind !== undefined && kinds.some(({ word }) => word === kind)) {
    Object.assign(chosen, { kind, mapping: null, coop: coop ?? chosen.coop });
  }
  return new ImportPage(page, kinds, rows, chosen);
}

/**
 * The first kind that was not imported yet, in the order in which a book is filled.
 * @param {readonly import("../api/types").BatchView[]} rows
 * @param {readonly ImportKindView[]} kinds
 */
function nextKind(rows, kinds) {
  const there = new Set(rows.filter(({ undone }) => undone === null).map(({ kind }) => kind));
  return kinds.find(({ word }) => !there.has(word) && word !== "opening-balances")?.word
    ?? "vouchers";
}

/** How long the hands rest before what they typed is looked at. */
const REST_MS = 400;

/**
 * The first line of a table, which names its columns.
 * @param {string} text
 */
function namesIn(text) {
  return text.trimStart().split("\n", 1)[0];
}

class ImportPage {
  /** @type {ImportPreviewView | null} */
  #preview = null;
  /** Whether something was typed since it was looked at. */
  #stale = false;
  /** @type {number | undefined} */
  #resting;
  /** @type {{ at: "look" | "take" | "history", problem: Problem } | null} */
  #refused = null;

  /**
   * @param {HTMLElement} page
   * @param {readonly ImportKindView[]} kinds
   * @param {import("../api/types").BatchView[]} rows
   * @param {Chosen} chosen
   */
  constructor(page, kinds, rows, chosen) {
    this.page = page;
    this.kinds = kinds;
    this.rows = rows;
    this.chosen = chosen;
    this.draw();
  }

  draw() {
    const t = words().import;
    render(
      html`${pageHead({ title: t.title, context: t.context })}
        <div class="imports">
          <div class="choose">${importSource(this.#source())}</div>
          <div class="result">${this.#right()}</div>
        </div>`,
      this.page,
    );
  }

  get kind() {
    const found = this.kinds.find(({ word }) => word === this.chosen.kind);
    return /** @type {ImportKindView} */ (found ?? this.kinds[0]);
  }

  #source() {
    return {
      kinds: this.kinds,
      kind: this.kind,
      chosen: this.chosen,
      looked: this.#preview !== null,
      problem: this.#refused?.at === "look" ? this.#refused.problem : null,
      change: (/** @type {Partial<Chosen>} */ change) => {
        Object.assign(this.chosen, { mapping: null }, change);
        this.#preview = null;
        this.#refused = null;
        this.draw();
      },
      type: (/** @type {Partial<Chosen>} */ change) => this.type(change),
      look: () => void this.look(),
    };
  }

  /**
   * Keeps what was typed; what is shown of it follows once the hands rest.
   * @param {Partial<Chosen>} change
   */
  type(change) {
    const { path, text } = { ...this.chosen, ...change };
    // The columns are what they were as long as their names are.
    const same = path === this.chosen.path && namesIn(text) === namesIn(this.chosen.text);
    Object.assign(this.chosen, change, same ? {} : { mapping: null });
    this.#stale = true;
    clearTimeout(this.#resting);
    if (this.#preview !== null) {
      this.#resting = setTimeout(() => void this.look(), REST_MS);
    }
  }

  #right() {
    if (this.#preview === null) {
      return importHistory({
        rows: this.rows,
        problem: this.#refused?.at === "history" ? this.#refused.problem : null,
        undo: (batch) => askUndo(batch, () => void this.undo(batch.batch)),
      });
    }
    return html`${this.#refused?.at === "take" ? problemNote(this.#refused.problem) : nothing}
      ${importPreview({
        preview: this.#preview,
        map: (place, name) => {
          const mapping = [...(this.#preview?.mapping ?? [])];
          mapping[place] = name;
          this.chosen.mapping = mapping;
          void this.look();
        },
        take: () => void this.take(),
        leave: () => this.leavePreview(),
      })}`;
  }

  #input() {
    const { kind, coop, from, path, text, mapping } = this.chosen;
    const source = from === "file" ? { path } : { name: words().import.pasted, text };
    return { kind, coop: this.kind.coop === "none" || coop === "" ? null : coop, source, mapping };
  }

  /** Why nothing can be looked at yet. */
  #missing() {
    const { from, path, text, coop } = this.chosen;
    const t = words().import;
    if (this.kind.coop === "required" && coop === "") {
      return t.noCoop;
    }
    return (from === "file" ? path : text).trim() === "" ? t.nothingToLook : null;
  }

  look = () => once("import", () => this.#look());

  async #look() {
    clearTimeout(this.#resting);
    const missing = this.#missing();
    if (missing !== null) {
      notice(missing);
      return;
    }
    this.#stale = false;
    const work = call("import_preview", { input: this.#input() });
    const { answer, problem } = await attempt(during(words().import.looking, work));
    this.#preview = answer;
    this.#refused = problem && { at: "look", problem };
    this.draw();
  }

  take = () =>
    once("import", async () => {
      if (this.#stale) {
        await this.#look();
      }
      if (this.#preview === null || this.#preview.fault_count > 0 ||
          this.#preview.taken_before !== null) {
        return;
      }
      const work = call("import_take", { input: this.#input() });
      const { answer, problem } = await attempt(during(words().import.taking, work));
      this.#refused = problem && { at: "take", problem };
      if (answer !== null) {
        this.#preview = null;
        Object.assign(this.chosen, { path: "", text: "", mapping: null });
        await this.#renew();
        notice(words().import.taken(answer));
      }
      this.draw();
    });

  /** @param {number} batch */
  undo = (batch) =>
    once("import", async () => {
      const work = call("import_undo", { batch });
      const { problem } = await attempt(during(words().import.undoing, work));
      this.#refused = problem && { at: "history", problem };
      if (problem === null) {
        await this.#renew();
        notice(words().import.undoneNow(batch));
      }
      this.draw();
    });

  async #renew() {
    this.rows = (await call("imports", {})).rows;
    await renewNames();
  }

  leave() {
    clearTimeout(this.#resting);
  }

  leavePreview() {
    clearTimeout(this.#resting);
    this.#preview = null;
    this.#refused = null;
    this.draw();
  }

  keys() {
    const t = words().import;
    return [
      this.#preview === null
        ? { key: "Ctrl+Enter", says: t.look, run: () => void this.look() }
        : { key: "Ctrl+Enter", says: t.take, run: () => void this.take() },
      ...(this.#preview === null
        ? []
        : [{ key: "Esc", says: t.toHistory, run: () => this.leavePreview() }]),
    ];
  }
}
