// @ts-check
// The window: which page the address asks for, and the keys that work everywhere.

import { asProblem, call } from "./api/client.js";
import { onSystemTheme, setWhatWasKept, stepTextSize } from "./lib/appearance.js";
import { listen, listenOnPage } from "./lib/keys.js";
import { parse, to } from "./lib/route.js";
import { enter, session } from "./lib/session.js";
import { say, words } from "./lib/text.js";
import { emptyPage } from "./parts/empty-page.js";
import { drawNav, openPages } from "./parts/nav.js";
import { offerInPalette, openPalette } from "./parts/palette.js";
import { attempt } from "./parts/problem-note.js";
import { openShortcuts } from "./parts/shortcuts.js";
import {
  drawStatusLine, during, notice, startStatusLine, turnLanguage, turnTheme,
} from "./parts/status-line.js";
import * as accounts from "./views/accounts.js";
import * as assets from "./views/assets.js";
import * as backup from "./views/backup.js";
import * as bank from "./views/bank.js";
import * as closing from "./views/closing.js";
import * as cooperative from "./views/cooperative.js";
import * as cooperatives from "./views/cooperatives.js";
import * as dividend from "./views/dividend.js";
import * as ledgers from "./views/ledgers.js";
import * as imports from "./views/import.js";
import * as member from "./views/member.js";
import * as members from "./views/members.js";
import * as opening from "./views/opening.js";
import * as overview from "./views/overview.js";
import * as payments from "./views/payments.js";
import * as print from "./views/print.js";
import * as start from "./views/start.js";
import * as statements from "./views/statements.js";
import * as targets from "./views/targets.js";
import * as vouchers from "./views/vouchers.js";
import * as yields from "./views/yields.js";

/**
 * @typedef {object} View what a page gives back when it is shown
 * @property {() => void} draw draws it again: another language, another light
 * @property {() => readonly import("./lib/keys.js").Key[]} [keys]
 * @property {(args: readonly string[], page: string) => boolean} [stay] whether it shows that
 *   address itself
 * @property {() => void} [focus] takes the focus once it is in the window
 * @property {() => void} [leave]
 */

/**
 * @typedef {(page: HTMLElement, args: string[], name: string) => Promise<View>} Show
 * @type {Record<string, { show: Show }>}
 */
const VIEWS = {
  accounts, assets, backup, bank, closing, cooperative, cooperatives, dividend, import: imports,
  ledgers, member, members, opening, overview, payments, print, start, statements, targets,
  vouchers, voucher: vouchers, draft: vouchers, new: vouchers, yields,
};

/** @type {{ name: string, view: View | null, turn: number }} */
const shown = { name: "", view: null, turn: 0 };

async function follow() {
  const { page: name, args } = parse(location.hash);
  const known = name in VIEWS && (session.book !== null || name === "start");
  const page = known ? name : session.book === null ? "start" : "overview";
  if (VIEWS[page] === VIEWS[shown.name] && shown.view?.stay?.(args, page)) {
    shown.name = page;
    return;
  }
  shown.turn += 1;
  const turn = shown.turn;
  const element = document.createElement("div");
  element.className = `page page-${page}`;
  const asked = VIEWS[page]?.show(element, known ? args : [], page);
  if (asked === undefined) {
    return;
  }
  const result = await attempt(during(words().status.reading, asked));
  if (turn !== shown.turn) {
    result.answer?.leave?.();
    return;
  }
  shown.view?.leave?.();
  shown.name = page;
  shown.view = result.answer ?? emptyPage(element, titleOf(page), result.problem);
  put(element);
}

/** @param {HTMLElement} element the page that has just been drawn */
function put(element) {
  const main = document.getElementById("main");
  main?.replaceChildren(element);
  main?.scrollTo(0, 0);
  drawNav(shown.name);
  drawStatusLine();
  document.title = `${titleOf(shown.name)} · 抱团账`;
  if (document.querySelector("dialog[open]") === null) {
    main?.focus({ preventScroll: true });
    shown.view?.focus?.();
  }
}

/** @param {string} page */
function titleOf(page) {
  const entry = openPages()
    .flat()
    .find((item) => item.page === page || item.within.includes(page));
  return entry === undefined ? "" : words().nav[entry.page];
}

function redraw() {
  drawNav(shown.name);
  drawStatusLine();
  shown.view?.draw();
  document.title = `${titleOf(shown.name)} · 抱团账`;
}

function windowKeys() {
  const t = words().keys;
  const pages = openPages().flat().flatMap(({ page, digit }) =>
    digit === null
      ? []
      : [{
          key: `Alt+${digit}`, says: words().nav[page], run: () => (location.hash = to(page)),
        }],
  );
  return [
    ...pages,
    { key: "Ctrl+K", says: t.palette, run: () => openPalette() },
    { key: "?", says: t.shortcuts, run: () => openShortcuts() },
    { key: "Ctrl+=", says: t.larger, run: () => resize(1) },
    { key: "Ctrl++", says: "", run: () => resize(1) },
    { key: "Ctrl+-", says: t.smaller, run: () => resize(-1) },
    { key: "Ctrl+0", says: t.usualSize, run: () => resize(0) },
  ];
}

/** @param {1 | -1 | 0} step */
function resize(step) {
  stepTextSize(step);
  redraw();
}

function commands() {
  const t = words().palette;
  return [
    { name: t.language, initials: "yy", run: turnLanguage },
    { name: t.theme, initials: "ss", run: turnTheme },
    { name: t.larger, initials: "fd", run: () => resize(1) },
    { name: t.smaller, initials: "sx", run: () => resize(-1) },
  ].map((item) => ({ ...item, code: "", hint: t.command }));
}

async function begin() {
  setWhatWasKept();
  listen(windowKeys);
  listenOnPage(() => shown.view?.keys?.() ?? []);
  offerInPalette(commands);
  startStatusLine(redraw);
  onSystemTheme(redraw);
  window.addEventListener("hashchange", () => void follow());
  window.addEventListener("unhandledrejection", ({ reason }) =>
    notice(say(asProblem(reason).message)),
  );
  drawNav("");
  drawStatusLine();
  const { answer, problem } = await attempt(call("start", {}));
  session.refused = problem;
  if (answer?.open) {
    await attempt(enter(answer.open));
  }
  await follow();
  document.documentElement.dataset.ready = "true";
}

void begin();
