// @ts-check
// The chart of the overview: every village's counted income, highest first, against the target.
// Dividend below, everything else above, and in red hatch what is short of the target.

import { barName, lengthOf, money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";
import { hatch } from "./chart.js";

/** @typedef {import("../api/types").OverviewView} OverviewView */
/** @typedef {import("../api/types").VillageBar} VillageBar */
/** @typedef {import("./chart.js").Area} Area */
/** @typedef {{ coord: (point: number[]) => [number, number] }} Api */
/** @typedef {{ from: number, to: number, text: string, short: boolean }} Bracket */

/** Names need this much room each; with more villages than that, they are read in the table. */
const NAME_STEP = 11;

/**
 * @param {OverviewView} view
 * @param {(key: string | null) => void} read
 * @returns {import("./chart.js").Plot}
 */
export function villagesPlot(view, read) {
  return {
    read,
    option: (area) => option(view, area),
    marks(area, toPixel) {
      const { left, top, step, names } = layout(view, area);
      const [, base] = toPixel([0, 0]);
      return view.villages.map((village, index) => ({
        key: village.code,
        label: words().overview.bar(village),
        address: to("targets", view.year, village.code),
        x: left + index * step,
        y: top,
        width: step,
        height: base - top + names + 6 * area.scale,
      }));
    },
  };
}

/**
 * @param {OverviewView} view
 * @param {Area} area
 */
function layout(view, area) {
  const { scale } = area;
  const left = 46 * scale;
  // The target may be the highest line: its amount stands above it.
  const top = 22 * scale;
  const step = (area.width - left) / Math.max(1, view.villages.length);
  const named = step >= NAME_STEP * scale;
  const longest = Math.max(1, ...view.villages.map(({ name }) => [...barName(name)].length));
  const names = named ? longest * 12 * scale : 0;
  const bottom = names + 34 * scale;
  return { left, top, step, named, names, bottom };
}

/**
 * @param {OverviewView} view
 * @param {Area} area
 */
function option(view, area) {
  const { colours, scale, font } = area;
  const { left, top, named, bottom } = layout(view, area);
  const target = lengthOf(view.target);
  const text = { fontFamily: font, fontSize: 12 * scale, color: colours.ink2 };
  return {
    grid: { left, right: 0, top, bottom, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: view.villages.map(({ name }) => [...barName(name)].join("\n")),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.ink2 } },
      axisLabel: {
        ...text,
        show: named,
        interval: 0,
        fontSize: 11 * scale,
        lineHeight: 12 * scale,
        margin: 6 * scale,
        color: (/** @type {string} */ _, /** @type {number} */ index) =>
          view.villages[index]?.reached === false ? colours.red : colours.ink2,
      },
    },
    yAxis: {
      type: "value",
      splitNumber: 6,
      splitLine: { lineStyle: { color: colours.hairline } },
      axisLabel: {
        ...text,
        formatter: (/** @type {number} */ value) =>
          value === target ? `{target|${words().axis(value)}}` : words().axis(value),
        rich: { target: { ...text, fontWeight: 700, color: colours.ink } },
      },
    },
    series: [bars(view, area), frame(view, area)],
  };
}

/**
 * @param {OverviewView} view
 * @param {Area} area
 */
function bars(view, area) {
  const { colours, scale } = area;
  const { left, step } = layout(view, area);
  const width = Math.max(1, Math.round(step * 0.72));
  const target = lengthOf(view.target);
  return {
    type: "custom",
    encode: { x: 0, y: [1, 2] },
    data: view.villages.map((village, index) => [index, lengthOf(village.income), target]),
    renderItem: (/** @type {{ dataIndex: number }} */ at, /** @type {Api} */ api) => {
      const village = view.villages[at.dataIndex];
      if (village === undefined) {
        return undefined;
      }
      const y = (/** @type {number} */ value) => Math.round(api.coord([at.dataIndex, value])[1]);
      const x = Math.round(left + at.dataIndex * step + (step - width) / 2);
      const dividend = y(lengthOf(village.dividend));
      const income = y(lengthOf(village.income));
      const children = [
        rect(x, dividend, width, y(0) - dividend, colours.series1),
        // A pixel of sheet stands between the two parts.
        rect(x, income, width, dividend - income - 1, colours.series2),
      ];
      if (!village.reached) {
        children.push(...shortfall(x, y(target), width, income - y(target) - 1, colours, scale));
      }
      return { type: "group", children };
    },
  };
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {string} fill
 * @returns {object}
 */
export function rect(x, y, width, height, fill) {
  return {
    type: "rect",
    shape: { x, y, width, height: Math.max(0, height) },
    style: { fill },
  };
}

/**
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {import("./chart.js").Colours} colours
 * @param {number} scale
 */
function shortfall(x, y, width, height, colours, scale) {
  // The outline lies on the middle of its pixels.
  const box = { x: x + 0.5, y: y + 0.5, width: width - 1, height: Math.max(1, height - 1) };
  return [
    { type: "rect", shape: box, style: { fill: colours.redWash, stroke: colours.red } },
    {
      type: "path",
      shape: { pathData: hatch(box, Math.round(4 * scale)) },
      style: { fill: "none", stroke: colours.red, lineWidth: 1 },
    },
  ];
}

/**
 * What is drawn once: the target line with its amount, and the brackets under the names.
 * @param {OverviewView} view
 * @param {Area} area
 */
function frame(view, area) {
  const { colours, scale, font } = area;
  const { left, step, names } = layout(view, area);
  const target = lengthOf(view.target);
  return {
    type: "custom",
    silent: true,
    z: 3,
    data: view.villages.length === 0 ? [] : [[0, 0]],
    renderItem: (/** @type {unknown} */ _, /** @type {Api} */ api) => {
      const y = Math.round(api.coord([0, target])[1]);
      const base = Math.round(api.coord([0, 0])[1]);
      const under = base + names + 13 * scale;
      return {
        type: "group",
        children: [
          rect(left, y - 2, area.width - left, 4, colours.sheet),
          rect(left, y - 1, area.width - left, 2, colours.ink),
          {
            type: "text",
            style: {
              text: words().overview.targetLine(money(view.target)),
              x: area.width, y: y - 5 * scale,
              align: "right", verticalAlign: "bottom",
              fontFamily: font, fontSize: 12 * scale, fontWeight: 700,
              fill: colours.ink, stroke: colours.sheet, lineWidth: 3,
            },
          },
          ...brackets(view).flatMap((group) => bracket(group, under, left, step, area)),
        ],
      };
    },
  };
}

/**
 * The groups that are marked under the names: the villages of the cooperative that has the
 * highest surplus, where they stand side by side, and those that missed the target.
 * @param {OverviewView} view
 * @returns {Bracket[]}
 */
export function brackets(view) {
  const found = [];
  const leader = view.cooperatives[0];
  const members = leader === undefined ? null : run(view, ({ cooperatives }) =>
    cooperatives.includes(leader.code));
  const missed = run(view, ({ reached }) => !reached);
  if (leader !== undefined && members !== null && members.to - members.from >= 2) {
    const text = words().overview.groupOf(leader.name, members.to - members.from + 1);
    found.push({ ...members, text, short: false });
  }
  if (missed !== null) {
    found.push({ ...missed, text: words().overview.groupMissed(view.missed), short: true });
  }
  return found;
}

/**
 * Where the villages that hold stand, if they stand side by side.
 * @param {OverviewView} view
 * @param {(village: VillageBar) => boolean} holds
 */
function run(view, holds) {
  const places = view.villages.flatMap((village, index) => (holds(village) ? [index] : []));
  const from = places[0];
  const last = places[places.length - 1];
  return from === undefined || last === undefined || last - from !== places.length - 1
    ? null
    : { from, to: last };
}

/**
 * @param {Bracket} group
 * @param {number} y
 * @param {number} left
 * @param {number} step
 * @param {Area} area
 */
function bracket(group, y, left, step, { colours, scale, font, width }) {
  const x1 = Math.round(left + group.from * step) + 1.5;
  const x2 = Math.round(left + (group.to + 1) * step) - 1.5;
  const top = Math.round(y) + 0.5;
  const bottom = top + Math.round(5 * scale);
  const middle = (x1 + x2) / 2;
  const fits = textFits(group, x2 - x1, scale);
  const atEnd = middle > width / 2;
  return [
    {
      type: "polyline",
      shape: { points: [[x1, top], [x1, bottom], [x2, bottom], [x2, top]] },
      style: { fill: "none", stroke: colours.ink2, lineWidth: 1 },
    },
    {
      type: "text",
      style: {
        text: group.text,
        // The bracket is interrupted by its own words, or they stand below it.
        x: fits ? middle : atEnd ? width : left,
        y: fits ? bottom : bottom + 2,
        align: fits ? "center" : atEnd ? "right" : "left",
        verticalAlign: fits ? "middle" : "top",
        fontFamily: font, fontSize: 12 * scale,
        fill: group.short ? colours.red : colours.ink,
        backgroundColor: colours.sheet, padding: [0, 4 * scale],
      },
    },
  ];
}

/**
 * @param {Bracket} group
 * @param {number} room
 * @param {number} scale
 */
function textFits(group, room, scale) {
  const widths = [...group.text].map((letter) => (letter > "\u2e80" ? 12 : 6.5));
  return widths.reduce((sum, width) => sum + width, 8) * scale < room;
}
