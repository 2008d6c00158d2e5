// @ts-check
// What all charts share. ECharts draws on whole pixels; over the drawing lie real links, one for
// each bar, so that a bar has a name, takes the focus, and opens what it is made of.

import { html, render, textScale } from "../lib/dom.js";
import { nextIndex } from "../lib/keys.js";

/**
 * @typedef {object} Colours
 * @property {string} ink
 * @property {string} ink2
 * @property {string} sheet
 * @property {string} rule
 * @property {string} hairline
 * @property {string} series1
 * @property {string} series2
 * @property {string} neutral
 * @property {string} red
 * @property {string} redWash
 */

/**
 * @typedef {object} Area
 * @property {number} width in pixels
 * @property {number} height in pixels
 * @property {number} scale how large the text is: 1, or 1.25 at 125 %
 * @property {Colours} colours
 * @property {string} font
 */

/**
 * @typedef {object} Mark
 * @property {string} key
 * @property {string} label what a screen reader says, figures and all
 * @property {string} address where it leads
 * @property {number} x
 * @property {number} y
 * @property {number} width
 * @property {number} height
 */

/** @typedef {(point: [number | string, number]) => [number, number]} ToPixel */

/**
 * @typedef {object} Plot
 * @property {(area: Area) => object} option what ECharts draws
 * @property {(area: Area, toPixel: ToPixel) => Mark[]} marks what lies over it
 * @property {(key: string | null) => void} [read] called when a mark is pointed at or focused
 */

/**
 * @typedef {object} EChart
 * @property {(option: object, how: object) => void} setOption
 * @property {(finder: object, value: unknown) => [number, number]} convertToPixel
 * @property {(size: object) => void} resize
 * @property {() => void} dispose
 */

const LIBRARY = new URL("../vendor/echarts/echarts.esm.min.mjs", import.meta.url).href;

/** @type {Promise<{ init: (host: Element, theme: null, how: object) => EChart }> | undefined} */
let loading;

/**
 * Puts a chart into the element of a page that the selector finds. The plot is asked again
 * whenever it is drawn.
 * @param {HTMLElement} page
 * @param {string} selector
 */
export function mountChart(page, selector) {
  const host = page.querySelector(selector);
  if (!(host instanceof HTMLElement)) {
    throw new TypeError(`no place for a chart: ${selector}`);
  }
  const drawing = document.createElement("div");
  const marks = document.createElement("div");
  drawing.className = "chart-drawing";
  drawing.setAttribute("aria-hidden", "true");
  marks.className = "chart-marks";
  marks.addEventListener("keydown", onKey);
  host.replaceChildren(drawing, marks);

  /** @type {EChart | undefined} */
  let chart;
  /** @type {Plot | undefined} */
  let plot;
  let gone = false;

  const draw = async () => {
    loading ??= import(LIBRARY);
    const { init } = await loading;
    const width = host.clientWidth;
    const height = host.clientHeight;
    if (gone || plot === undefined || width === 0 || height === 0) {
      return;
    }
    const size = { width, height, renderer: "svg" };
    chart ??= init(drawing, null, size);
    chart.resize(size);
    const area = { width, height, scale: textScale(), colours: colours(), font: font() };
    chart.setOption({ animation: false, ...plot.option(area) }, { notMerge: true });
    const { convertToPixel } = chart;
    const place = convertToPixel.bind(chart, { xAxisIndex: 0, yAxisIndex: 0 });
    drawMarks(marks, plot.marks(area, place), plot.read);
  };

  const watch = new ResizeObserver(draw);
  watch.observe(host);
  return {
    /** @param {Plot} next */
    update(next) {
      plot = next;
      void draw();
    },
    remove() {
      gone = true;
      watch.disconnect();
      chart?.dispose();
    },
  };
}

/**
 * @param {HTMLElement} host
 * @param {Mark[]} marks
 * @param {Plot["read"]} read
 */
function drawMarks(host, marks, read) {
  const focused = host.querySelector(":focus");
  const at = Math.max(0, marks.findIndex(({ key }) => key === keyOf(focused)));
  render(
    html`${marks.map(
      (mark, index) => html`<a
        class="mark"
        href=${mark.address}
        data-mark=${mark.key}
        aria-label=${mark.label}
        tabindex=${index === at ? 0 : -1}
        @focus=${() => read?.(mark.key)}
        @blur=${() => read?.(null)}
        @mouseenter=${() => read?.(mark.key)}
        @mouseleave=${() => read?.(null)}
      ></a>`,
    )}`,
    host,
  );
  // Style attributes are refused by the content policy, properties are not.
  host.querySelectorAll("a").forEach((link, index) => {
    const { x = 0, y = 0, width = 0, height = 0 } = marks[index] ?? {};
    Object.assign(link.style, {
      left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px`,
    });
  });
}

/** @param {Element | null} link */
function keyOf(link) {
  return link instanceof HTMLElement ? link.dataset.mark : undefined;
}

/**
 * The arrows go from bar to bar; only one of them is a stop of the Tab key.
 * @param {KeyboardEvent} event
 */
function onKey(event) {
  if (event.altKey || event.ctrlKey || !(event.currentTarget instanceof HTMLElement)) {
    return;
  }
  const links = [...event.currentTarget.querySelectorAll("a")];
  const at = links.findIndex((link) => link === document.activeElement);
  const key = event.key.replace("Right", "Down").replace("Left", "Up");
  const next = nextIndex(key, at, links.length, 10);
  const link = next === null ? undefined : links[next];
  if (link !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    links.forEach((other) => (other.tabIndex = other === link ? 0 : -1));
    link.focus();
  }
}

/** @returns {Colours} */
function colours() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const token = (name) => style.getPropertyValue(name).trim();
  return {
    ink: token("--ink"),
    ink2: token("--ink-2"),
    sheet: token("--sheet"),
    rule: token("--rule"),
    hairline: token("--hairline"),
    series1: token("--accent"),
    series2: token("--series-2"),
    neutral: token("--neutral"),
    red: token("--red"),
    redWash: token("--red-wash"),
  };
}

function font() {
  return getComputedStyle(document.body).fontFamily;
}

/**
 * The lines of a 45° hatch inside a box, as the data of a path.
 * @param {{ x: number, y: number, width: number, height: number }} box
 * @param {number} gap
 * @returns {string}
 */
export function hatch({ x, y, width, height }, gap) {
  const lines = [];
  const right = x + width;
  const bottom = y + height;
  const first = Math.ceil((x + y) / gap) * gap;
  for (let sum = first; sum < right + bottom; sum += gap) {
    const x1 = Math.max(x, sum - bottom);
    const x2 = Math.min(right, sum - y);
    if (x1 < x2) {
      lines.push(`M${x1} ${sum - x1}L${x2} ${sum - x2}`);
    }
  }
  return lines.join("");
}
