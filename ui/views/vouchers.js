// @ts-check
// Vouchers: the list at the left, and beside it the one that is typed or looked at. Drafts stand in
// the list with the posted ones; a voucher gets its number when it is posted.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { to } from "../lib/route.js";
import { renewBook, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { ALL, listAsked, placeAsked } from "../lib/voucher-asked.js";
import { emptyPage, refusedPage } from "../parts/empty-page.js";
import { headKeys, pageHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { searchKey } from "../parts/search.js";
import { drawStatusLine, notice, once } from "../parts/status-line.js";
import { focusRow } from "../parts/table.js";
import { LIST, voucherList } from "../parts/voucher-list.js";
import { openPrint } from "../parts/voucher-print.js";
import { openSettings } from "../parts/voucher-settings.js";
import { KINDS, sourcesPanel } from "../parts/voucher-sources.js";
import { openTemplates } from "../parts/voucher-templates.js";
import { DraftSheet, PostedSheet } from "./voucher-right.js";

/** @typedef {import("../api/types").EntryView} EntryView */
/** @typedef {import("../api/types").VouchersView} VouchersView */
/** @typedef {import("../api/types").SourceKind} SourceKind */
/** @typedef {import("../api/types").VoucherInput} VoucherInput */
/** @typedef {import("../lib/voucher-asked.js").Wanted} Wanted */

/** So long nothing may be typed before the list is searched. */
const SEARCH_MS = 40;

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args as `stay` takes them
 * @param {string} name `vouchers`, `voucher`, `draft` or `new`
 */
export async function show(page, args, name) {
  const place = await placeAsked(args, name);
  if (place.coop === null) {
    return emptyPage(page, words().vouchers.title);
  }
  const { coop, year } = place;
  const { answer, problem } = await attempt(Promise.all([
    call("vouchers", listAsked(coop, year, ALL, null)), call("voucher_entry", { coop }),
  ]));
  if (problem !== null) {
    return refusedPage(page, "vouchers", coop, year, problem);
  }
  const shown = new VouchersPage(page, ...answer);
  await shown.goTo(args, name);
  return shown;
}

class VouchersPage {
  /** @type {Wanted} */
  #wanted = { ...ALL };
  /** @type {string | null} the row of the list that is chosen */
  #chosen = null;
  /** @type {DraftSheet | PostedSheet | null} */
  #sheet = null;
  /** @type {{ kind: SourceKind, view: import("../api/types").SourcesView | null,
   *   problem: import("../api/client.js").Problem | null, chosen: string | null } | null} */
  #sources = null;
  /** @type {import("../api/client.js").Problem | null} */
  #problem = null;
  /** The numbers of the last questions: an answer to an earlier one is stale. */
  #asked = { list: 0, sheet: 0 };
  /** @type {number | undefined} */
  #quiet;
  #drawing = false;
  #again = false;
  /** Whether another page is shown: what is saved late changes nothing here. */
  #left = false;
  /** The name of the address that was gone to last. */
  #arrived = "vouchers";
  #leave = () => void this.#sheet?.leave();

  /**
   * @param {HTMLElement} page
   * @param {VouchersView} list
   * @param {EntryView} entry
   */
  constructor(page, list, entry) {
    this.page = page;
    this.list = list;
    this.entry = entry;
    session.coop = list.coop.code;
    session.year = list.year;
    window.addEventListener("pagehide", this.#leave);
  }

  get #coop() {
    return this.list.coop.code;
  }

  /**
   * Draws the page. A field that goes loses the focus while it is drawn, and leaving it draws:
   * that waits for its turn.
   */
  draw = () => {
    this.#again = true;
    if (this.#drawing) {
      return;
    }
    this.#drawing = true;
    try {
      while (this.#again) {
        this.#again = false;
        render(this.#template(), this.page);
      }
    } finally {
      this.#drawing = false;
    }
  };

  // ---- what stands beside the list

  /**
   * Goes to an address: a voucher, a draft, a new one, or the first of the list.
   * @param {readonly string[]} args
   * @param {string} name
   */
  async goTo(args, name) {
    this.page.className = `page page-vouchers page-${name}`;
    this.#arrived = name;
    this.#problem = null;
    const [, , part, kind] = args;
    const isSources = name === "vouchers" && part === "sources";
    await this.#sheet?.leave();
    this.#sources = isSources
      ? { kind: KINDS.find((each) => each === kind) ?? "contribution", view: null,
          problem: null, chosen: null }
      : null;
    if (isSources) {
      await this.#readSources();
    } else if (name === "new") {
      this.#put(new DraftSheet(this, this.entry, null));
    } else if (name === "voucher" || name === "draft") {
      await this.#read(name === "voucher" ? args.slice(1).join("/") : `draft:${args[0]}`);
    } else {
      this.#sheet = null;
      const first = this.list.rows[0];
      await (first === undefined ? this.draw() : this.#read(first.key));
    }
  }

  /** @param {DraftSheet | PostedSheet} sheet */
  #put(sheet) {
    this.#sheet = sheet;
    this.#chosen = sheet.key;
    this.draw();
  }

  /**
   * Reads what a row of the list stands for and puts it beside the list.
   * @param {string} key
   */
  async #read(key) {
    this.#asked.sheet += 1;
    const mine = this.#asked.sheet;
    const draft = /^draft:(\d+)$/.exec(key)?.[1];
    await this.#sheet?.leave();
    const { answer, problem } = await attempt(
      draft === undefined ? this.#readPosted(key) : this.#readDraft(Number(draft)),
    );
    if (mine !== this.#asked.sheet) {
      return;
    }
    this.#problem = problem;
    if (answer !== null) {
      this.#put(answer);
    } else {
      this.#sheet = null;
      this.draw();
    }
  }

  /**
   * @param {string} number
   * @returns {Promise<DraftSheet | PostedSheet>}
   */
  async #readPosted(number) {
    return new PostedSheet(this, await call("voucher", { coop: this.#coop, number }));
  }

  /**
   * @param {number} id
   * @returns {Promise<DraftSheet | PostedSheet>}
   */
  async #readDraft(id) {
    return new DraftSheet(this, this.entry, await call("draft", { id }));
  }

  /** @param {string} key the row that the keyboard is on */
  #choose = (key) => {
    if (key !== this.#chosen) {
      this.#chosen = key;
      this.#sources = null;
      this.draw();
      void this.#read(key).then(() => this.#keepAddress());
    }
  };

  /** The address follows the row without a step of its own. */
  #keepAddress() {
    if (this.#sheet !== null) {
      history.replaceState(null, "", this.#sheet.address);
      const [, name = ""] = this.#sheet.address.split("/");
      this.page.className = `page page-vouchers page-${name}`;
    }
  }

  /** Enter on a row, or a second click: the hands go to the sheet. */
  #open = async (/** @type {string} */ key) => {
    if (this.#sheet?.key !== key) {
      await this.#read(key);
      this.#keepAddress();
    }
    this.#sheet?.focus();
  };

  /**
   * Another voucher, with the list read anew.
   * @param {string} address
   */
  go = async (address) => {
    await Promise.all([this.readList(), attempt(renewBook())]);
    drawStatusLine();
    if (location.hash === address) {
      const [, name = "", ...args] = address.split("/").map(decodeURIComponent);
      await this.goTo(args, name);
    } else {
      location.hash = address;
    }
  };

  /** The draft beside the list was saved: its row says the same. */
  saved = (/** @type {import("../api/types").DraftView} */ view, /** @type {boolean} */ first) => {
    if (this.#left) {
      return;
    }
    this.#chosen = `draft:${view.id}`;
    if (first && this.#sheet !== null) {
      this.#keepAddress();
    }
    void this.readList();
  };

  /** A new voucher that begins with these lines. */
  begin = (/** @type {VoucherInput} */ given) => {
    void once("voucher_new", async () => {
      await this.#sheet?.leave();
      this.#sources = null;
      const { answer } = await attempt(call("voucher_entry", { coop: this.#coop }));
      this.entry = answer ?? this.entry;
      const sheet = new DraftSheet(this, this.entry, null, given);
      this.#problem = null;
      this.#put(sheet);
      this.#keepAddress();
      sheet.focus();
    });
  };

  #new = () => this.begin({});

  // ---- the list

  /** @param {Partial<Wanted>} change */
  #want = (change) => {
    this.#wanted = { ...this.#wanted, ...change };
    this.draw();
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => void this.readList(), "text" in change ? SEARCH_MS : 0);
  };

  /** Reads the list as it is wanted now. */
  async readList() {
    this.#asked.list += 1;
    const mine = this.#asked.list;
    const { year } = this.list;
    const asks = listAsked(this.#coop, year, this.#wanted, null);
    const { answer, problem } = await attempt(call("vouchers", asks));
    if (mine !== this.#asked.list) {
      return;
    }
    if (problem === null) {
      this.list = answer;
    } else {
      this.#problem = problem;
    }
    this.draw();
  }

  #older = () => once("vouchers_older", async () => {
    this.#asked.list += 1;
    const mine = this.#asked.list;
    const last = this.list.rows.at(-1)?.key ?? null;
    const asks = listAsked(this.#coop, this.list.year, this.#wanted, last);
    const { answer } = await attempt(call("vouchers", asks));
    if (answer !== null && mine === this.#asked.list) {
      const first = answer.rows[0]?.key;
      this.list = { ...answer, rows: [...this.list.rows, ...answer.rows] };
      this.draw();
      if (first !== undefined) {
        focusRow(LIST, first);
      }
    }
  });

  // ---- records that vouchers are made from

  async #readSources() {
    const sources = this.#sources;
    if (sources !== null) {
      const { year } = this.list;
      const asks = { coop: this.#coop, year, kind: sources.kind };
      const { answer, problem } = await attempt(call("sources", asks));
      sources.view = answer;
      sources.problem = problem;
      this.draw();
    }
  }

  /** @param {import("../api/types").SourceRow} row */
  #make = (row) => once("source_draft", async () => {
    const asks = { coop: this.#coop, kind: row.kind, id: row.id };
    const { answer, problem } = await attempt(call("source_draft", asks));
    if (this.#sources !== null && problem !== null) {
      this.#sources.problem = problem;
      this.draw();
    } else if (answer !== null) {
      notice(words().vouchers.sources.made);
      await this.go(to("draft", answer.id));
    }
  });

  // ---- what the head does

  #templates = () => {
    const present = this.#sheet?.present ?? null;
    openTemplates({
      coop: this.#coop, templates: this.entry.templates, present,
      changed: (templates) => {
        this.entry = { ...this.entry, templates };
      },
      use: this.begin,
    });
  };

  #settings = () => {
    openSettings(this.entry, async () => {
      const { answer } = await attempt(call("voucher_entry", { coop: this.#coop }));
      this.entry = answer ?? this.entry;
      if (this.#sheet instanceof DraftSheet) {
        this.#sheet.entry = this.entry;
        this.#sheet.editor.entry = this.entry;
      }
      this.draw();
    });
  };

  print = (/** @type {string} */ number) => {
    void once("voucher_print", () => openPrint(this.list.coop, number));
  };

  #head() {
    const t = words().vouchers;
    const { coop, year, years, counts } = this.list;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("vouchers", code, year)),
      },
      context: t.context(year, counts),
      years: {
        all: years, now: year,
        address: (/** @type {number} */ other) => to("vouchers", coop.code, other),
      },
      actions: [
        { id: "voucher-sources-open", key: "Ctrl+R", label: t.sources.open,
          run: () => (location.hash = to("vouchers", coop.code, year, "sources")) },
        { id: "voucher-templates-open", key: "Ctrl+M", label: t.templates.open,
          run: this.#templates },
        { id: "voucher-new", key: "Ctrl+N", label: t.new, run: this.#new },
      ],
    };
  }

  #template() {
    return html`${pageHead(this.#head())}
      <div class="vouchers">
        ${voucherList({
          view: this.list, wanted: this.#wanted, chosen: this.#chosen, want: this.#want,
          choose: this.#choose, open: this.#open, older: this.#older, roles: this.entry,
          settings: this.#settings,
        })}
        <div class="voucher-desk">
          ${problemNote(this.#problem)} ${this.#beside()}
        </div>
      </div>`;
  }

  #beside() {
    if (this.#sources !== null) {
      const sources = this.#sources;
      return sourcesPanel({
        coop: this.#coop, year: this.list.year, ...sources, make: this.#make,
        choose: (key) => {
          sources.chosen = key;
          this.draw();
        },
      });
    }
    return this.#sheet?.template() ??
      html`<p class="second">${
        this.list.rows.length === 0 ? nothing : words().vouchers.nothingShown}</p>`;
  }

  keys() {
    const t = words().vouchers.keys;
    return [
      ...(this.#sheet?.keys() ?? []),
      { key: "F2", says: "", run: this.#new },
      searchKey(),
      { key: "F6", says: words().vouchers.settings.title, run: this.#settings },
      { key: "Esc", says: t.toList, run: this.#toList },
      ...headKeys(this.#head()),
    ];
  }

  /** Esc: from the sheet or the records back to the list. */
  #toList = () => {
    if (this.#sources !== null) {
      location.hash = to("vouchers", this.#coop, this.list.year);
    } else {
      const { rows } = this.list;
      const row = rows.find(({ key }) => key === this.#chosen) ?? rows[0];
      if (row !== undefined) {
        focusRow(LIST, row.key);
      }
    }
  };

  /**
   * @param {readonly string[]} args cooperative and year, or number, or draft
   * @param {string} name
   */
  stay(args, name) {
    const [coop, year] = args;
    const isHere = name === "draft" ||
      (coop === this.#coop && (name !== "vouchers" || Number(year) === this.list.year) &&
        (name !== "voucher" || year?.slice(0, 4) === String(this.list.year)));
    if (isHere && (name !== "draft" || this.#hasDraft(args[0]))) {
      void this.goTo(args, name).then(() => this.#sheet?.focus());
      return true;
    }
    return false;
  }

  /** @param {string | undefined} id */
  #hasDraft(id) {
    return this.list.rows.some(({ key }) => key === `draft:${id}`);
  }

  /** The hands begin at the sheet that was asked for, else in the list. */
  focus() {
    if (this.#sheet !== null && this.#arrived !== "vouchers") {
      this.#sheet.focus();
    } else if (this.#chosen !== null) {
      focusRow(LIST, this.#chosen);
    }
  }

  leave() {
    clearTimeout(this.#quiet);
    this.#left = true;
    window.removeEventListener("pagehide", this.#leave);
    void this.#sheet?.leave();
  }
}
