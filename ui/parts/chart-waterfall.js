// @ts-check
// The chart of the dividend: from the year's surplus, by what is set aside, to the pools, and on
// to villages and others. What was not taken stays as a short line with 0.00. A dashed outline
// is the saved plan beside a trial.

import { isZero, lengthOf, money, taken } from "../lib/format.js";
import { to } from "../lib/route.js";
import { words } from "../lib/text.js";
import { rect } from "./chart-villages.js";

/** @typedef {import("../api/types").DividendView} DividendView */
/** @typedef {import("./chart.js").Area} Area */
/** @typedef {{ coord: (point: number[]) => [number, number] }} Api */

/**
 * @typedef {object} Step
 * @property {string} key
 * @property {string} name
 * @property {string} amount as it is written over the bar
 * @property {"total" | "taken" | "pool"} kind
 * @property {number} low
 * @property {number} high
 * @property {[number, number] | null} plan where the plan's bar lies, if it is another
 * @property {string} leads the step of the page that it belongs to
 */

/** How wide a figure of an amount is, on average, in bold. */
const FIGURE_WIDTH = 6.8;

/**
 * @param {DividendView} view
 * @param {string} leads address of the page, without its step
 * @returns {import("./chart.js").Plot}
 */
export function waterfallPlot(view, leads) {
  const steps = stepsOf(view);
  return {
    option: (area) => option(steps, area),
    marks(area) {
      const { step } = layout(steps, area);
      return steps.map((item, index) => ({
        key: item.key,
        label: words().dividend.bar(item.name, item.amount),
        address: item.key === "surplus"
          ? to("cooperative", view.cooperative.code, view.year)
          : `${leads}/${item.leads}`,
        x: index * step + 2,
        y: 0,
        width: step - 4,
        height: area.height,
      }));
    },
  };
}

/**
 * The bars in order. Lengths are for drawing only; the figures over them are the view's own.
 * @param {DividendView} view
 * @returns {Step[]}
 */
export function stepsOf(view) {
  return [...untilDistributable(view), ...pools(view), ...receivers(view)];
}

/**
 * @param {DividendView} view
 * @returns {Step[]}
 */
function untilDistributable(view) {
  const t = words().dividend;
  const steps = [total("surplus", t.chart.surplus, view.surplus, null, "1")];
  let level = lengthOf(view.surplus);
  /** @type {(key: string, name: string, amount: string) => void} */
  const take = (key, name, amount) => {
    const high = level;
    level -= lengthOf(amount);
    steps.push({
      key, name, amount: taken(amount), kind: "taken", low: level, high, plan: null, leads: "2",
    });
  };
  take("losses", t.chart.losses, view.losses_made_up);
  view.appropriations.forEach(({ fund, amount }, index) =>
    take(`fund-${index}`, t.chart.fund(fund), amount),
  );
  if (!isZero(view.opening_undistributed)) {
    const low = level;
    level += lengthOf(view.opening_undistributed);
    steps.push({
      key: "opening", name: t.chart.opening, amount: `+${money(view.opening_undistributed)}`,
      kind: "taken", low, high: level, plan: null, leads: "2",
    });
  }
  const plan = view.plan;
  steps.push(
    total("distributable", t.chart.distributable, view.distributable,
      plan && [0, lengthOf(plan.distributable)], "2"),
  );
  if (!isZero(view.retained)) {
    level = lengthOf(view.distributable);
    take("retained", t.chart.retained, view.retained);
  }
  return steps;
}

/**
 * @param {DividendView} view
 * @returns {Step[]}
 */
function pools(view) {
  const t = words().dividend;
  const plan = view.plan;
  const account = lengthOf(view.account_pool);
  const guaranteed = account + lengthOf(view.guaranteed_pool);
  const planAccount = lengthOf(plan?.account_pool ?? "0");
  const planGuaranteed = planAccount + lengthOf(plan?.guaranteed_pool ?? "0");
  /** @type {(key: string, name: string, amount: string, low: number, high: number,
   *   plan: [number, number] | null) => Step} */
  const pool = (key, name, amount, low, high, outline) => ({
    key, name, amount: money(amount), kind: "pool", low, high, plan: outline, leads: "3",
  });
  const steps = [
    pool("patronage", t.chart.patronage, view.patronage_pool, guaranteed, lengthOf(view.pool),
      plan && [planGuaranteed, lengthOf(plan.pool)]),
  ];
  if (view.scheme.guaranteed_rate !== null || (plan && !isZero(plan.guaranteed_pool))) {
    const name = t.chart.guaranteed(view.scheme.guaranteed_rate);
    steps.push(
      pool("guaranteed", name, view.guaranteed_pool, account, guaranteed,
        plan && [planAccount, planGuaranteed]),
    );
  }
  steps.push(
    pool("account", t.chart.account, view.account_pool, 0, account, plan && [0, planAccount]),
  );
  return steps;
}

/**
 * @param {DividendView} view
 * @returns {Step[]}
 */
function receivers(view) {
  const t = words().dividend;
  const plan = view.plan;
  const others = lengthOf(view.to_others);
  const planOthers = lengthOf(plan?.to_others ?? "0");
  return [
    {
      key: "villages", name: t.chart.villages(view.village_count),
      amount: money(view.to_villages), kind: "total",
      low: others, high: others + lengthOf(view.to_villages),
      plan: plan && [planOthers, planOthers + lengthOf(plan.to_villages)], leads: "4",
    },
    total("others", t.others(view), view.to_others, plan && [0, planOthers], "4"),
  ];
}

/**
 * @param {string} key
 * @param {string} name
 * @param {string} amount
 * @param {[number, number] | null} plan
 * @param {string} leads
 * @returns {Step}
 */
function total(key, name, amount, plan, leads) {
  const value = lengthOf(amount);
  return {
    key, name, amount: money(amount), kind: "total",
    low: Math.min(0, value), high: Math.max(0, value), plan, leads,
  };
}

/**
 * How wide a name is at the size of names.
 * @param {string} name
 */
function nameWidth(name) {
  return [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 12 : 6.5), 0);
}

/**
 * @param {readonly Step[]} steps
 * @param {Area} area
 */
function layout(steps, { width, scale }) {
  const step = width / steps.length;
  const broken = steps.some(({ name }) => nameWidth(name) * scale > step);
  const longest = Math.max(0, ...steps.map(({ amount }) => amount.length));
  // Where the amounts would touch each other, every other one stands a line higher.
  const crowded = longest * FIGURE_WIDTH * scale > step;
  return {
    step,
    bar: Math.round(Math.min(step - 16 * scale, 64 * scale)),
    crowded,
    broken,
    bottom: (crowded || broken ? 36 : 24) * scale,
    top: (crowded ? 34 : 20) * scale,
    nameSize: (crowded ? 11 : 12) * scale,
  };
}

/**
 * @param {readonly Step[]} steps
 * @param {Area} area
 */
function option(steps, area) {
  const { colours, scale, font } = area;
  const { step, top, bottom, nameSize, broken } = layout(steps, area);
  const values = steps.flatMap(({ low, high, plan }) => [low, high, ...(plan ?? [])]);
  return {
    grid: { left: 0, right: 0, top, bottom, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      // What stands in brackets goes to a line of its own before a word is broken.
      data: steps.map(({ name }) => (broken ? name.replace("（", "\n（") : name)),
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: colours.ink2, width: 2 } },
      axisLabel: {
        interval: 0, margin: 6 * scale, fontFamily: font, fontSize: nameSize,
        lineHeight: 14 * scale, color: colours.ink2, width: step, overflow: "break",
      },
    },
    yAxis: {
      type: "value", show: false,
      min: Math.min(0, ...values), max: Math.max(1, ...values),
    },
    series: [
      {
        type: "custom",
        data: steps.map((_, index) => [index, 0]),
        renderItem: (/** @type {{ dataIndex: number }} */ at, /** @type {Api} */ api) =>
          drawStep(steps, at.dataIndex, area, api),
      },
    ],
  };
}

/**
 * @param {readonly Step[]} steps
 * @param {number} index
 * @param {Area} area
 * @param {Api} api
 */
function drawStep(steps, index, area, api) {
  const item = steps[index];
  if (item === undefined) {
    return undefined;
  }
  const { colours, scale, font, width } = area;
  const { step, bar, crowded } = layout(steps, area);
  const half = (item.amount.length * FIGURE_WIDTH * scale) / 2;
  const raised = crowded && index % 2 === 1 ? 14 * scale : 0;
  const y = (/** @type {number} */ value) => Math.round(api.coord([index, value])[1]);
  const x = Math.round(index * step + (step - bar) / 2);
  const fill = { total: colours.series1, taken: colours.neutral, pool: colours.series2 }[item.kind];
  const top = y(item.high);
  const height = y(item.low) - top;
  const outline = differs(item, y) ? item.plan : null;
  const empty = item.low === item.high;
  const labelAt = Math.min(top, outline === null ? top : y(outline[1]));
  return {
    type: "group",
    children: [
      rect(x, empty ? top - 1 : top, bar, Math.max(2, height), empty ? colours.ink2 : fill),
      ...(outline === null ? [] : [dashed(x, y(outline[1]), bar, y(outline[0]), colours.ink)]),
      ...connector(steps, index, x + bar, y, step - bar, colours.ink2),
      ...(item.key === "villages" ? [divider(Math.round(index * step), area)] : []),
      {
        type: "text",
        style: {
          text: item.amount,
          x: Math.min(width - half, Math.max(half, x + bar / 2)),
          y: labelAt - 4 * scale - raised,
          align: "center", verticalAlign: "bottom", fontFamily: font, fontSize: 12 * scale,
          fontWeight: item.kind === "total" ? 700 : 400, fill: colours.ink,
        },
      },
    ],
  };
}

/**
 * Whether the plan has a bar here, and another one than is drawn.
 * @param {Step} item
 * @param {(value: number) => number} y
 */
function differs({ low, high, plan }, y) {
  return plan !== null && plan[0] !== plan[1] && (y(plan[1]) !== y(high) || y(plan[0]) !== y(low));
}

/**
 * @param {number} x
 * @param {number} top
 * @param {number} width
 * @param {number} bottom
 * @param {string} stroke
 */
function dashed(x, top, width, bottom, stroke) {
  return {
    type: "rect",
    shape: { x: x + 0.5, y: top + 0.5, width: width - 1, height: Math.max(1, bottom - top - 1) },
    style: { fill: "none", stroke, lineWidth: 1, lineDash: [4, 3] },
  };
}

/**
 * The dotted line to the next bar, at the level where this one hands over.
 * @param {readonly Step[]} steps
 * @param {number} index
 * @param {number} x
 * @param {(value: number) => number} y
 * @param {number} width
 * @param {string} stroke
 */
function connector(steps, index, x, y, width, stroke) {
  const item = steps[index];
  const next = steps[index + 1];
  if (item === undefined || next === undefined || next.key === "villages") {
    return [];
  }
  // Levels are compared as they are drawn: sums of lengths are not exact to the fen.
  const ends = [y(next.high), y(next.low)];
  const level = [item.low, item.high].find((value) => ends.includes(y(value)));
  if (level === undefined) {
    return [];
  }
  return [
    {
      type: "line",
      shape: { x1: x, x2: x + width, y1: y(level) + 0.5, y2: y(level) + 0.5 },
      style: { stroke, lineWidth: 1, lineDash: [1, 3] },
    },
  ];
}

/**
 * @param {number} x
 * @param {Area} area
 */
function divider(x, { height, colours }) {
  return {
    type: "line",
    shape: { x1: x + 0.5, x2: x + 0.5, y1: 0, y2: height },
    style: { stroke: colours.rule, lineWidth: 1 },
  };
}
