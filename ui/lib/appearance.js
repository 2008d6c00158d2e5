// @ts-check
// Language, light or dark, and the size of the text: kept on this machine, not in the book.
// first-paint.js reads the same three before anything is drawn.

import { speak } from "./text.js";

/** @typedef {"light" | "dark" | "system"} Theme */

const SIZES = ["100", "112", "125", "150"];
const systemDark = window.matchMedia("(prefers-color-scheme: dark)");

/** @returns {Theme} */
export function theme() {
  const kept = localStorage.getItem("theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** Whether dark is shown now. */
export function isDark() {
  return theme() === "dark" || (theme() === "system" && systemDark.matches);
}

/** @param {Theme} chosen */
export function setTheme(chosen) {
  localStorage.setItem("theme", chosen);
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

/** @param {import("./text.js").Language} chosen */
export function setLanguage(chosen) {
  localStorage.setItem("language", chosen);
  speak(chosen);
}

/** Sets what was kept, or what the system says. */
export function setWhatWasKept() {
  speak(localStorage.getItem("language") === "en" ? "en" : "zh");
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
}

/** @param {() => void} changed called when the system turns light or dark */
export function onSystemTheme(changed) {
  systemDark.addEventListener("change", () => {
    setTheme(theme());
    changed();
  });
}

/**
 * Makes the text larger or smaller, or as it was at first.
 * @param {1 | -1 | 0} step
 */
export function stepTextSize(step) {
  const now = SIZES.indexOf(document.documentElement.dataset.text ?? "100");
  const next = step === 0 ? 0 : Math.min(SIZES.length - 1, Math.max(0, now + step));
  const size = SIZES[next] ?? "100";
  localStorage.setItem("text", size);
  document.documentElement.dataset.text = size;
}
