// @ts-check
// Every import that there was, and the question before one is taken back.

import { html, nothing } from "../lib/dom.js";
import { asHeading, count } from "../lib/format.js";
import { say, words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { sectionHead } from "./page-head.js";
import { problemNote } from "./problem-note.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").BatchView} BatchView */

/**
 * @param {{ rows: readonly BatchView[], problem: import("../api/client.js").Problem | null,
 *   undo: (batch: BatchView) => void }} options
 */
export function importHistory({ rows, problem, undo }) {
  const t = words().import;
  return html`<section class="fill" aria-labelledby="history-head">
    ${sectionHead("history-head", t.history, t.historyNote(rows.length))}
    ${problemNote(problem, "undo-problem")}
    <div class="scroll">
      ${dataTable({
        id: "imports",
        label: t.history,
        columns: [
          { id: "batch", head: t.batch, kind: "figure", cell: ({ batch }) => count(batch) },
          { id: "content", head: t.content, cell: ({ name }) => asHeading(say(name)) },
          { id: "file", head: t.fileHead, kind: "wrap", cell: ({ file }) => file },
          { id: "coop", head: t.coopHead, kind: "second context", cell: (row) =>
            row.coop ?? nothing },
          { id: "rows", head: t.rows, kind: "figure", cell: (row) => count(row.rows) },
          { id: "vouchers", head: t.vouchers, kind: "figure", cell: (row) =>
            row.vouchers === null ? nothing : count(row.vouchers) },
          { id: "who", head: t.who, kind: "second", cell: ({ who }) => who },
          { id: "when", head: t.when, kind: "second", cell: ({ when }) => when },
          { id: "state", head: t.state, kind: "second wrap", cell: (row) => state(row, undo) },
        ],
        rows,
        key: ({ batch }) => String(batch),
        empty: t.none,
      })}
    </div>
  </section>`;
}

/**
 * @param {BatchView} row
 * @param {(batch: BatchView) => void} undo
 */
function state(row, undo) {
  const t = words().import;
  if (row.undone !== null) {
    return t.undone(row.undone.who, row.undone.when);
  }
  return html`<button
    type="button" class="link" id="undo-${row.batch}" aria-label=${t.undoOf(row.batch)}
    @click=${() => undo(row)}
  >${t.undo}</button>`;
}

/**
 * The question before an import is taken back: the focus starts on no.
 * @param {BatchView} batch
 * @param {() => void} undo
 */
export function askUndo(batch, undo) {
  const { ask } = words().import;
  openDialog({
    id: "undo",
    label: ask.question(batch.batch),
    body: (dialog) => html`<h2>${ask.question(batch.batch)}</h2>
      <p>${ask.facts(batch)}</p>
      <div class="buttons">
        <button type="button" data-first id="undo-no" @click=${dialog.close}>
          ${ask.no} <kbd>Esc</kbd>
        </button>
        <button
          type="button" class="filled" id="undo-yes"
          @click=${() => {
            dialog.close();
            undo();
          }}
        >
          ${ask.yes}
        </button>
      </div>`,
  });
}
