// @ts-check
// A form in a dialog: a few fields, a refusal beside the one that it is about, and what was typed
// stays.

import { html, live, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { attempt, fieldNote, problemNote } from "./problem-note.js";
import { during, once } from "./status-line.js";

/** @typedef {import("../api/client.js").Problem} Problem */
/** @typedef {Record<string, string>} Typed */

/**
 * @typedef {object} Field
 * @property {string} name as the refusals name it
 * @property {string} label
 * @property {string} [hint]
 * @property {readonly { code: string, name: string }[]} [choices] what can be chosen
 * @property {readonly string[]} [offers] what may be typed, among others
 * @property {(typed: Typed) => boolean} [when] whether it is asked
 * @property {boolean} [tick] a yes or no: "1" or ""
 * @property {(typed: Typed) => Promise<string | null>} [choose] the system's dialog for a path
 */

/**
 * @template Answer
 * @param {{ id: string, title: string, doing: string, button: string, note?: string,
 *   fields: readonly Field[], typed: Typed, run: (typed: Typed) => Promise<Answer>,
 *   done: (answer: Answer) => void }} options
 */
export function askForm({ id, title, doing, button, note, fields, typed, run, done }) {
  const state = { typed: { ...typed }, problem: /** @type {Problem | null} */ (null) };
  const asked = () => fields.filter(({ when }) => when?.(state.typed) ?? true);
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void once(id, async () => {
      const given = Object.fromEntries(asked().map(({ name }) => [name, state.typed[name] ?? ""]));
      const { answer, problem } = await attempt(during(() => doing, run(given)));
      if (problem === null) {
        dialog.close();
        done(answer);
        return;
      }
      state.problem = problem;
      dialog.draw();
      document.getElementById(`${id}-${problem.field ?? ""}`)?.focus();
    });
  };
  const type = (/** @type {string} */ name, /** @type {string} */ value) => {
    state.typed[name] = value;
    dialog.draw();
  };
  const body = (/** @type {import("./dialog.js").Dialog} */ own) => {
    const { problem } = state;
    const beside = asked().some(({ name }) => name === problem?.field);
    return html`<form method="dialog" @submit=${submit}>
      <h2>${title}</h2>
      ${note === undefined ? nothing : html`<p class="second">${note}</p>`}
      <div class="form wide">
        ${asked().map((field, at) => html`<div class=${field.tick ? "row ticked" : "row"}>
            <label for="${id}-${field.name}">${field.label}</label>
            ${control(id, field, state, type, at === 0)}
          </div>
          ${fieldNote(`${id}-${field.name}`, problem?.field === field.name ? problem : null)}`)}
      </div>
      ${beside ? nothing : problemNote(problem)}
      <div class="buttons">
        <button type="button" id="${id}-no" @click=${own.close}>
          ${words().making.cancel} <kbd>Esc</kbd>
        </button>
        <button type="submit" class="filled" id="${id}-yes">${button}</button>
      </div>
    </form>`;
  };
  const dialog = openDialog({ id, label: title, body });
}

/**
 * @param {string} id
 * @param {Field} field
 * @param {{ typed: Typed, problem: Problem | null }} state
 * @param {(name: string, value: string) => void} type
 * @param {boolean} first
 */
function control(id, field, state, type, first) {
  const value = state.typed[field.name] ?? "";
  const wrong = state.problem?.field === field.name;
  const own = `${id}-${field.name}`;
  if (field.choices !== undefined) {
    return html`<span class="choice"><select
      id=${own} ?data-first=${first}
      @change=${(/** @type {Event} */ event) =>
        type(field.name, /** @type {HTMLSelectElement} */ (event.target).value)}
    >
      ${field.choices.map(({ code, name }) => html`<option
        value=${code} ?selected=${code === value}>${name}</option>`)}
    </select></span>`;
  }
  if (field.tick) {
    return html`<input
      id=${own} type="checkbox" class="tick" .checked=${live(value === "1")}
      @change=${(/** @type {Event} */ event) =>
        type(field.name, /** @type {HTMLInputElement} */ (event.target).checked ? "1" : "")}
    />`;
  }
  return html`<input
      id=${own} type="text" autocomplete="off" spellcheck="false" ?data-first=${first}
      placeholder=${field.hint ?? ""} list=${field.offers === undefined ? nothing : `${own}-list`}
      aria-invalid=${wrong ? "true" : nothing}
      aria-describedby=${wrong ? `${own}-problem` : nothing}
      .value=${live(value)}
      @input=${(/** @type {Event} */ event) => {
        state.typed[field.name] = /** @type {HTMLInputElement} */ (event.target).value;
      }}
    />
    ${field.choose === undefined
      ? nothing
      : html`<button
          type="button" id="${own}-choose" aria-label=${`${words().choose} ${field.label}`}
          @click=${async () => type(field.name, (await field.choose?.(state.typed)) ?? value)}
        >${words().choose}</button>`}
    ${field.offers === undefined
      ? nothing
      : html`<datalist id="${own}-list">
          ${field.offers.map((offer) => html`<option value=${offer}></option>`)}
        </datalist>`}`;
}

/** Nothing instead of an empty text, as the shell wants it. */
export function orNull(/** @type {string | undefined} */ text) {
  const trimmed = (text ?? "").trim();
  return trimmed === "" ? null : trimmed;
}

/** The day of this machine, as days are typed. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
