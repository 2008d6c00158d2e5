// @ts-check
// Who works in this window, and whether another person must review vouchers before they are
// posted (F6).

import { call } from "../api/client.js";
import { html, live, nothing } from "../lib/dom.js";
import { words } from "../lib/text.js";
import { openDialog } from "./dialog.js";
import { attempt, fieldNote, problemNote } from "./problem-note.js";
import { notice, once } from "./status-line.js";

/**
 * @param {{ operator: string, review: boolean }} now
 * @param {() => void} changed called when either was changed
 */
export function openSettings(now, changed) {
  const typed = { operator: now.operator, review: now.review };
  /** @type {import("../api/client.js").Problem | null} */
  let problem = null;

  const save = async () => {
    const name = typed.operator.trim();
    if (name !== now.operator) {
      ({ problem } = await attempt(call("operator_set", { name })));
    }
    if (problem === null && typed.review !== now.review) {
      ({ problem } = await attempt(call("review_set", { on: typed.review })));
    }
    if (problem === null) {
      dialog.close();
      notice(words().vouchers.settings.saved(name));
      changed();
    } else {
      dialog.draw();
    }
  };
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    problem = null;
    void once("voucher_settings", save);
  };
  const dialog = openDialog({
    id: "voucher-settings",
    label: words().vouchers.settings.title,
    body: (shown) => template(typed, problem, submit, shown),
  });
}

/**
 * @param {{ operator: string, review: boolean }} typed
 * @param {import("../api/client.js").Problem | null} problem
 * @param {(event: Event) => void} submit
 * @param {import("./dialog.js").Dialog} dialog
 */
function template(typed, problem, submit, dialog) {
  const t = words().vouchers.settings;
  const beside = problem?.field === "name";
  return html`<form method="dialog" @submit=${submit}>
    <h2>${t.title}</h2>
    <div class="form">
      <div class="row">
        <label for="settings-operator">${t.operator}</label>
        <input
          id="settings-operator" type="text" autocomplete="off" data-first
          aria-invalid=${beside ? "true" : nothing} .value=${live(typed.operator)}
          @input=${(/** @type {Event} */ event) => {
            typed.operator = /** @type {HTMLInputElement} */ (event.target).value;
          }}
        />
      </div>
      ${fieldNote("settings-operator", beside ? problem : null)}
      <div class="row">
        <label for="settings-review">${t.review}</label>
        <input
          id="settings-review" type="checkbox" class="tick" .checked=${live(typed.review)}
          @change=${(/** @type {Event} */ event) => {
            typed.review = /** @type {HTMLInputElement} */ (event.target).checked;
          }}
        />
      </div>
    </div>
    <p class="note">${t.note}</p>
    ${beside ? nothing : problemNote(problem)}
    <div class="buttons">
      <button type="button" id="settings-no" @click=${dialog.close}>
        ${t.no} <kbd>Esc</kbd>
      </button>
      <button type="submit" class="filled" id="settings-yes">${t.yes}</button>
    </div>
  </form>`;
}
