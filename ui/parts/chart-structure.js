// @ts-check
// Who belongs to a cooperative and who owns it: two bars of a hundred per cent, by kind of member.

import { lengthOf } from "../lib/format.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";

/** @typedef {import("../api/types").CooperativeView} CooperativeView */
/** @typedef {import("../api/types").StructureRow} StructureRow */
/** @typedef {import("./chart.js").Area} Area */

/**
 * @param {CooperativeView} view
 * @returns {import("./chart.js").Plot}
 */
export function structurePlot(view) {
  return {
    option: (area) => option(view, area),
    marks(area, toPixel) {
      const { left, top, row } = layout(area);
      return view.structure
        .filter(({ members }) => members > 0)
        .map((part) => {
          const [before, share] = spans(view.structure, part);
          const x1 = toPixel([before, 0])[0];
          const x2 = toPixel([before + share, 0])[0];
          return {
            key: part.kind,
            label: words().cooperative.part(words().kind[part.kind], part),
            address: to("members", view.row.code, view.year),
            x: Math.max(left, x1),
            y: top,
            width: Math.max(4, x2 - x1),
            height: 2 * row,
          };
        });
    },
  };
}

/** @param {Area} area */
function layout({ height, scale }) {
  const top = 0;
  return { left: 64 * scale, top, row: (height - top) / 2 };
}

/**
 * Where a kind's part of the capital begins, and how long it is.
 * @param {readonly StructureRow[]} structure
 * @param {StructureRow} part
 * @returns {[number, number]}
 */
function spans(structure, part) {
  const before = structure.slice(0, structure.indexOf(part));
  const start = before.reduce((sum, { capital_percent }) => sum + lengthOf(capital_percent), 0);
  return [start, lengthOf(part.capital_percent)];
}

/**
 * @param {CooperativeView} view
 * @param {Area} area
 */
function option(view, area) {
  const { colours, scale, font } = area;
  const t = words().cooperative;
  const text = { fontFamily: font, fontSize: 12 * scale };
  const fills = {
    village_collective: colours.series1,
    household: colours.series2,
    enterprise: colours.neutral,
  };
  return {
    grid: { left: 64 * scale, right: 0, top: 0, bottom: 0, outerBoundsMode: "none" },
    xAxis: { type: "value", max: 100, show: false },
    yAxis: {
      type: "category",
      data: [t.byCapital, t.byMembers],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...text, color: colours.ink2, align: "left", margin: 64 * scale },
    },
    series: view.structure.map((part) => ({
      type: "bar",
      stack: "all",
      barWidth: 22 * scale,
      silent: true,
      data: [lengthOf(part.capital_percent), lengthOf(part.members_percent)],
      itemStyle: { color: fills[part.kind], borderColor: colours.sheet, borderWidth: 1 },
    })),
  };
}
