// @ts-check
// The line at the foot: the book, what is being done, what was just done, and the two keys that
// lead everywhere.

import { setLanguage, setTheme, isDark } from "../lib/appearance.js";
import { html, nothing, render } from "../lib/dom.js";
import { count, fileName } from "../lib/format.js";
import { session } from "../lib/session.js";
import { language, words } from "../lib/text.js";
import { openPalette } from "./palette.js";
import { openShortcuts } from "./shortcuts.js";

const NOTICE_MS = 6000;
/** Work that is over sooner says nothing. */
const PATIENCE_MS = 300;

/** @type {{ done: string, doing: string, redraw: () => void }} */
const line = { done: "", doing: "", redraw: () => {} };
/** @type {number | undefined} */
let fading;

/** @param {() => void} redraw draws the whole window again */
export function startStatusLine(redraw) {
  line.redraw = redraw;
}

export function drawStatusLine() {
  const foot = document.getElementById("status");
  if (foot !== null) {
    render(template(), foot);
  }
}

function template() {
  const t = words().status;
  const { book } = session;
  return html`
    ${book === null
      ? nothing
      : html`<span id="status-book" title=${book.path}>
            ${t.book} <b>${fileName(book.path)}</b>
          </span>
          <span class="hide-narrow">${t.vouchers} <b>${count(book.vouchers)}</b></span>
          <span>${t.lastVoucher} <b>${book.last_voucher ?? t.none}</b></span>`}
    <span id="notice" role="status" class="done">${line.doing || line.done}</span>
    <span class="push"></span>
    <button type="button" id="switch-language" lang=${t.otherLanguageCode} @click=${turnLanguage}>
      ${t.otherLanguage}
    </button>
    <button type="button" id="switch-theme" @click=${turnTheme}>
      ${isDark() ? t.light : t.dark}
    </button>
    <button type="button" id="open-palette" @click=${() => openPalette()}>
      <kbd>Ctrl+K</kbd> ${t.palette}
    </button>
    <button type="button" id="open-shortcuts" @click=${() => openShortcuts()}>
      <kbd>?</kbd> ${t.shortcuts}
    </button>
  `;
}

export function turnLanguage() {
  setLanguage(language() === "zh" ? "en" : "zh");
  line.redraw();
}

export function turnTheme() {
  setTheme(isDark() ? "light" : "dark");
  line.redraw();
}

/**
 * Says for six seconds what was done.
 * @param {string} sentence
 */
export function notice(sentence) {
  line.done = sentence;
  drawStatusLine();
  clearTimeout(fading);
  fading = setTimeout(() => {
    line.done = "";
    drawStatusLine();
  }, NOTICE_MS);
}

/**
 * Says what is being done, with the seconds it has taken, for as long as it takes.
 * @template Answer
 * @param {(seconds: number) => string} sentence
 * @param {Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
export async function during(sentence, work) {
  let seconds = 0;
  const tell = () => {
    line.doing = sentence(seconds);
    drawStatusLine();
  };
  const patience = setTimeout(tell, PATIENCE_MS);
  const counting = setInterval(() => {
    seconds += 1;
    tell();
  }, 1000);
  try {
    return await work;
  } finally {
    clearTimeout(patience);
    clearInterval(counting);
    line.doing = "";
    drawStatusLine();
  }
}

/** @type {Set<string>} */
const running = new Set();

/**
 * Does something once, however often its button is pressed meanwhile.
 * @param {string} name
 * @param {() => Promise<unknown>} work
 */
export async function once(name, work) {
  if (running.has(name)) {
    return;
  }
  running.add(name);
  try {
    await work();
  } finally {
    running.delete(name);
  }
}
