// @ts-check
// Keys and what they do. One list is live at a time: the page's own keys before those of the
// whole window, and none of them while a dialog is open. The webview's own keys are off.

/**
 * @typedef {object} Key
 * @property {string} key as it is written beside its word, such as `Ctrl+S`
 * @property {string} says what it does, for the sheet of shortcuts
 * @property {(event: KeyboardEvent) => void} run
 */

/** Reload, find, caret browsing and the like would leave the page or hide it. */
const WEBVIEW_KEYS = new Set([
  "F3", "F5", "F7", "F12", "Alt+ARROWLEFT", "Alt+ARROWRIGHT", "BROWSERBACK", "BROWSERFORWARD",
  "Ctrl+D", "Ctrl+F", "Ctrl+G", "Ctrl+H", "Ctrl+J", "Ctrl+L", "Ctrl+N", "Ctrl+O", "Ctrl+P",
  "Ctrl+R", "Ctrl+S", "Ctrl+T", "Ctrl+U", "Ctrl+W",
  "Ctrl+Shift+G", "Ctrl+Shift+N", "Ctrl+Shift+R", "Ctrl+F5",
]);

const NAMES = new Map([
  ["←", "ARROWLEFT"],
  ["→", "ARROWRIGHT"],
  ["PgUp", "PAGEUP"],
  ["PgDn", "PAGEDOWN"],
  ["Esc", "ESCAPE"],
  ["Enter", "ENTER"],
  ["PLUS", "+"],
]);

/** @type {() => readonly Key[]} */
let ofWindow = () => [];
/** @type {() => readonly Key[]} */
let ofPage = () => [];

/**
 * Listens from now on.
 * @param {() => readonly Key[]} keys those of the whole window
 */
export function listen(keys) {
  ofWindow = keys;
  document.addEventListener("keydown", answer);
  document.addEventListener("contextmenu", (event) => {
    if (!isTyping()) {
      event.preventDefault();
    }
  });
}

/** @param {() => readonly Key[]} keys those of the page that is shown */
export function listenOnPage(keys) {
  ofPage = keys;
}

/** The keys that work now, the page's own first. */
export function liveKeys() {
  return { page: ofPage(), window: ofWindow() };
}

/** @param {KeyboardEvent} event */
function answer(event) {
  if (event.isComposing || event.defaultPrevented) {
    return;
  }
  const pressed = nameOf(event);
  const found = document.querySelector("dialog[open]") === null && find(pressed);
  if (found) {
    event.preventDefault();
    found.run(event);
  } else if (WEBVIEW_KEYS.has(pressed)) {
    event.preventDefault();
  }
}

/**
 * @param {string} pressed
 * @returns {Key | undefined}
 */
function find(pressed) {
  if (isTyping() && /^(Shift\+)?.$|^ENTER$/u.test(pressed)) {
    return undefined;
  }
  return [...ofPage(), ...ofWindow()].find(({ key }) => written(key) === pressed);
}

/**
 * A key as it is written beside a word, in the form that an event gives.
 * @param {string} key
 * @returns {string}
 */
export function written(key) {
  const parts = key.replace(/\+\+$/, "+PLUS").split("+");
  const last = parts.pop() ?? "";
  return [...parts, NAMES.get(last) ?? last.toUpperCase()].join("+");
}

/**
 * What was pressed, such as `Ctrl+S`, `Alt+1`, `?` or `PAGEUP`.
 * @param {{ key: string, code: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean,
 *   shiftKey: boolean }} event
 * @returns {string}
 */
export function nameOf(event) {
  const letter = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1];
  // With Alt or Ctrl some layouts give another character than the one printed on the key.
  const held = event.ctrlKey || event.metaKey || event.altKey;
  const key = held && letter !== undefined ? letter : event.key.toUpperCase();
  const named = key.length > 1 || (held && letter !== undefined);
  const shift = event.shiftKey && named ? "Shift+" : "";
  const ctrl = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  return ctrl + (event.altKey ? "Alt+" : "") + shift + key;
}

/**
 * Where a key leads in a list, or nothing if it leads nowhere.
 * @param {string} key
 * @param {number} at
 * @param {number} length
 * @param {number} page how far a page key moves
 * @returns {number | null}
 */
export function nextIndex(key, at, length, page) {
  const last = length - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, last);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "PageDown":
      return Math.min(at + page, last);
    case "PageUp":
      return Math.max(at - page, 0);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** Whether single letters belong to what has the focus and not to the page. */
function isTyping() {
  const focus = document.activeElement;
  return focus instanceof HTMLElement && focus.matches("input, select, textarea");
}
