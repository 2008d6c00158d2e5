// @ts-check
// Small bars inside a table cell: the length of a figure beside its row, and three years beside
// each other. They say nothing that the figures do not.

import { html, svg } from "../lib/dom.js";
import { lengthOf } from "../lib/format.js";

/**
 * A bar of a part of its cell's width.
 * @param {number} part 0 to 1; a loss has no bar
 */
export function barLength(part) {
  const width = Math.max(0, Math.round(part * 170));
  return html`<svg
    class="bar-length" viewBox="0 0 170 8" preserveAspectRatio="none" aria-hidden="true"
  >
    ${svg`<rect width=${width} height="8"></rect>`}
  </svg>`;
}

/** Sizes of the three years' bars, in the units of their own drawing. */
const HIGH = 18;
const WIDE = 54;

/**
 * The years' incomes against the target. A year above the target fills the height.
 * @param {readonly import("../api/types").YearIncome[]} years
 * @param {string} target
 */
export function yearBars(years, target) {
  const full = lengthOf(target);
  return html`<svg class="year-bars" viewBox="0 0 ${WIDE} 20" aria-hidden="true">
    ${years.map(({ income, reached }, index) => {
      const height = Math.round(Math.min(1, Math.max(0, lengthOf(income) / full)) * HIGH);
      const last = index === years.length - 1;
      const kind = !last ? "before" : reached ? "now" : "short";
      return svg`<rect
        class=${kind} x=${5 + index * 16} y=${20 - height} width="11" height=${height}
      ></rect>`;
    })}
    ${svg`<path d="M0 1.5H${WIDE}"></path>`}
  </svg>`;
}
