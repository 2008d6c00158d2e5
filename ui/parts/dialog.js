// @ts-check
// Dialogs, only for what cannot be taken back and for lists that are called by a key. One at a
// time; Esc is no; the focus goes back to where it was.

import { html, render } from "../lib/dom.js";

/** @typedef {import("../lib/dom.js").Content} Content */

/**
 * @typedef {object} Dialog
 * @property {() => void} draw draws it again
 * @property {() => void} close
 */

/**
 * Opens a dialog.
 * @param {{ id: string, label: string, look?: string, body: (dialog: Dialog) => Content,
 *   closed?: () => void }} options
 * @returns {Dialog}
 */
export function openDialog({ id, label, look = "", body, closed }) {
  const host = document.getElementById("dialogs");
  if (host === null || host.querySelector("dialog[open]") !== null) {
    return { draw: () => {}, close: () => {} };
  }
  const before = document.activeElement;
  /** @type {Dialog} */
  const dialog = {
    draw: () => render(template(), host),
    close: () => host.querySelector("dialog")?.close(),
  };
  const gone = () => {
    render(html``, host);
    closed?.();
    if (before instanceof HTMLElement && before.isConnected) {
      before.focus();
    }
  };
  const template = () => html`<dialog
    id=${id}
    class=${look}
    aria-label=${label}
    @close=${gone}
    @click=${outside}
  >
    ${body(dialog)}
  </dialog>`;
  dialog.draw();
  const shown = host.querySelector("dialog");
  shown?.showModal();
  const first = shown?.querySelector("[data-first]");
  if (first instanceof HTMLInputElement) {
    first.select();
  }
  /** @type {HTMLElement | null | undefined} */ (first)?.focus();
  return dialog;
}

/**
 * A click on the dimmed page closes lists; questions are answered by their buttons.
 * @param {MouseEvent} event
 */
function outside(event) {
  if (event.target instanceof HTMLDialogElement && event.target.classList.contains("list")) {
    event.target.close();
  }
}
