// @ts-check
// What is imported and where it comes from: a file, or a table pasted from a spreadsheet.

import { chooseTable } from "../api/client.js";
import { html, live, nothing } from "../lib/dom.js";
import { asHeading } from "../lib/format.js";
import { to } from "../lib/route.js";
import { session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { sectionHead } from "./page-head.js";
import { pathField } from "./path-field.js";
import { problemNote } from "./problem-note.js";

/** @typedef {import("../views/import.js").Chosen} Chosen */
/** @typedef {import("../api/types").ImportKindView} ImportKindView */

/**
 * @typedef {object} Source
 * @property {readonly ImportKindView[]} kinds
 * @property {ImportKindView} kind
 * @property {Chosen} chosen
 * @property {boolean} looked whether a preview is shown: then the key is its own
 * @property {import("../api/client.js").Problem | null} problem why it cannot be looked at
 * @property {(change: Partial<Chosen>) => void} change what was looked at is gone then
 * @property {(change: Partial<Chosen>) => void} type only keeps what was typed
 * @property {() => void} look
 */

/** @param {Source} source */
export function importSource(source) {
  const t = words().import;
  return html`<section aria-labelledby="what-head">
      ${sectionHead("what-head", t.what)}
      <div class="form">${kindRow(source)} ${coopRow(source)}</div>
      ${source.kind.word === "opening-balances" && source.chosen.coop !== ""
        ? html`<p><a id="to-opening" href=${to("opening", source.chosen.coop)}>${t.toSheet}</a></p>`
        : nothing}
    </section>
    <section aria-labelledby="from-head">
      ${sectionHead("from-head", t.from)} ${tabs(source)}
      ${source.chosen.from === "file" ? file(source) : paste(source)}
      ${source.chosen.from === "paste" && source.problem !== null
        ? problemNote(source.problem) : nothing}
      <div class="buttons">
        <button type="button" id="import-look" @click=${source.look}>
          ${t.look} ${source.looked ? nothing : html`<kbd>Ctrl+Enter</kbd>`}
        </button>
      </div>
    </section>
    ${columns(source.kind)}`;
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @param {Source} source */
function kindRow({ kinds, kind, change }) {
  const t = words().import;
  return html`<div class="row">
    <label for="import-kind">${t.kind}</label>
    <span class="choice"><select
      id="import-kind"
      .value=${live(kind.word)}
      @change=${(/** @type {Event} */ event) => change({ kind: valueOf(event) })}
    >
      ${kinds.map(({ word, name }) => html`<option
        value=${word} ?selected=${word === kind.word}>${asHeading(say(name))}</option>`)}
    </select></span>
  </div>`;
}

/** @param {Source} source */
function coopRow({ kind, chosen, change }) {
  if (kind.coop === "none") {
    return nothing;
  }
  const t = words().import;
  const none = kind.coop === "required" ? t.chooseCoop : t.byColumn;
  return html`<div class="row">
    <label for="import-coop">${t.coop}</label>
    <span class="choice"><select
      id="import-coop"
      .value=${live(chosen.coop)}
      @change=${(/** @type {Event} */ event) => change({ coop: valueOf(event) })}
    >
      <option value="" ?selected=${chosen.coop === ""}>${none}</option>
      ${session.cooperatives.map(({ code, name }) => html`<option
        value=${code} ?selected=${code === chosen.coop}>${code} ${name}</option>`)}
    </select></span>
  </div>`;
}

/** @param {Source} source */
function tabs({ chosen, change }) {
  const t = words().import;
  /** @type {readonly ["paste" | "file", string][]} */
  const ways = [["paste", t.paste], ["file", t.file]];
  return html`<div class="tabs" role="group" aria-label=${t.from}>
    ${ways.map(([from, label]) => html`<button
      type="button" id="from-${from}" aria-pressed=${String(chosen.from === from)}
      @click=${() => change({ from })}>${label}</button>`)}
  </div>`;
}

/** @param {Source} source */
function file({ chosen, problem, change, type }) {
  return pathField({
    id: "import-path", label: words().import.path, value: chosen.path, problem,
    type: (path) => type({ path }),
    choose: async () => {
      const path = await chooseTable();
      if (path !== null) {
        change({ path });
      }
    },
  });
}

/** @param {Source} source */
function paste({ chosen, type, look }) {
  return html`<label class="second small" for="import-text">${words().import.text}</label>
    <textarea
      id="import-text" spellcheck="false" rows="9" wrap="off"
      .value=${live(chosen.text)}
      @input=${(/** @type {InputEvent} */ event) => {
        type({ text: valueOf(event) });
        // What is pasted is looked at right away; what is typed, on request.
        if (event.inputType === "insertFromPaste") {
          look();
        }
      }}
    ></textarea>`;
}

/** @param {ImportKindView} kind */
function columns({ columns }) {
  const t = words().import;
  return html`<section aria-labelledby="columns-head">
    ${sectionHead("columns-head", t.columns, t.columnsNote)}
    <ul class="column-names">
      ${columns.map(({ label, required }) => html`<li>
        ${asHeading(say(label))}${required ? nothing : html` <i class="second">${t.optional}</i>`}
      </li>`)}
    </ul>
  </section>`;
}
