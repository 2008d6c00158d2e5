// @ts-check
// The question why: before something closed is opened again, or a year is closed without a
// distribution. What is answered stays in the log.

import { html, live, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { attempt, fieldNote, problemNote } from "./problem-note.js";
import { during, once } from "./status-line.js";

/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @template Answer
 * @param {{ title: string, doing: string, run: (reason: string) => Promise<Answer>,
 *   done: (answer: Answer) => void }} options
 */
export function askReason({ title, doing, run, done }) {
  const state = { typed: "", problem: /** @type {Problem | null} */ (null) };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    void once("reason", async () => {
      const { answer, problem } = await attempt(during(() => doing, run(state.typed)));
      if (problem === null) {
        dialog.close();
        done(answer);
        return;
      }
      state.problem = problem;
      dialog.draw();
      document.getElementById("reason-text")?.focus();
    });
  };
  const body = (/** @type {import("./dialog.js").Dialog} */ own) => {
    const t = words().closing;
    const { problem } = state;
    const ofField = problem?.field === "reason" ? problem : null;
    return html`<form method="dialog" @submit=${submit}>
      <h2>${title}</h2>
      <div class="form">
        <div class="row">
          <label for="reason-text">${t.reason}</label>
          <input
            id="reason-text" type="text" autocomplete="off" placeholder=${t.reasonHint}
            data-first
            aria-invalid=${ofField === null ? nothing : "true"}
            aria-describedby=${ofField === null ? nothing : "reason-text-problem"}
            .value=${live(state.typed)}
            @input=${(/** @type {Event} */ event) => {
              state.typed = /** @type {HTMLInputElement} */ (event.target).value;
            }}
          />
        </div>
        ${fieldNote("reason-text", ofField)}
      </div>
      ${ofField === null ? problemNote(problem) : nothing}
      <div class="buttons">
        <button type="button" id="reason-no" @click=${own.close}>
          ${t.cancel} <kbd>Esc</kbd>
        </button>
        <button type="submit" class="filled" id="reason-yes">${title}</button>
      </div>
    </form>`;
  };
  const dialog = openDialog({ id: "reason", label: title, body });
}
