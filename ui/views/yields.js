// @ts-check
// Yields: batches of birds from goslings to sale, what was produced, what members handed in; with
// the vouchers made of them, and a grid that takes what is pasted from a spreadsheet.

import { call } from "../api/client.js";
import { html, nothing, render } from "../lib/dom.js";
import { isZero, money, quantity } from "../lib/format.js";
import { to, yearOf } from "../lib/route.js";
import { presentCoop, renewBook, session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { askForm, orNull, today } from "../parts/ask-form.js";
import { askReason } from "../parts/ask-reason.js";
import { emptyPage } from "../parts/empty-page.js";
import { factList } from "../parts/facts.js";
import { madeLink } from "../parts/made-link.js";
import { headKeys, pageHead, sectionHead } from "../parts/page-head.js";
import { attempt, problemNote } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";
import { dataTable } from "../parts/table.js";
import { YieldGrid } from "../parts/yield-grid.js";

/** @typedef {import("../api/types").FlocksView} FlocksView */
/** @typedef {import("../api/types").FlockRow} FlockRow */
/** @typedef {import("../api/types").MoveRow} MoveRow */
/** @typedef {import("../api/types").MoveKindView} MoveKind */
/** @typedef {import("../api/types").YieldsView} YieldsView */
/** @typedef {import("../api/client.js").Problem} Problem */
/** @typedef {"flocks" | "yield" | "delivery"} Part */

/** @type {readonly Part[]} */
const PARTS = ["flocks", "yield", "delivery"];

/** @type {readonly MoveKind[]} */
const WITH_BIRDS = ["bought", "died", "matured", "culled", "sold"];
/** @type {readonly MoveKind[]} */
const WITH_AMOUNT = ["bought", "fed", "spent", "sold"];
/** @type {readonly MoveKind[]} */
const WITH_WEIGHT = ["fed", "sold", "laid"];

/**
 * @param {HTMLElement} page
 * @param {readonly string[]} args cooperative, part, year or batch
 */
export async function show(page, args) {
  const coop = args[0] ?? presentCoop();
  const title = words().making.yields.title;
  if (coop === null) {
    return emptyPage(page, title);
  }
  const part = PARTS.find((known) => known === args[1]) ?? "flocks";
  session.coop = coop;
  if (part === "flocks") {
    const { answer, problem } = await attempt(call("flocks", { coop }));
    return problem === null
      ? new FlocksPage(page, answer, args[2] ?? null)
      : emptyPage(page, title, problem);
  }
  const asked = { coop, year: yearOf(args[2]), kind: part };
  const { answer, problem } = await attempt(call("yields", asked));
  return problem === null ? new YieldsPage(page, answer, part) : emptyPage(page, title, problem);
}

/**
 * @param {string} coop
 * @param {Part} part
 */
function parts(coop, part) {
  const t = words().making.yields;
  return html`<nav class="kinds" aria-label=${t.partsLabel} id="yield-parts">
    ${PARTS.map((each) => html`<a
      href=${to("yields", coop, each)} data-kind=${each}
      aria-current=${each === part ? "true" : nothing}
    >${t.parts[each]}</a>`)}
  </nav>`;
}

class FlocksPage {
  /** @type {Problem | null} */
  #problem = null;

  /**
   * @param {HTMLElement} page
   * @param {FlocksView} view
   * @param {string | null} name
   */
  constructor(page, view, name) {
    this.page = page;
    this.view = view;
    const living = view.rows.findLast((row) => row.living > 0);
    this.name = name ?? (living ?? view.rows.at(-1))?.name ?? null;
    this.draw();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().making.yields;
    const { coop } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("yields", code, "flocks")),
      },
      actions: [
        { id: "flock-begin", label: t.begin, key: "Alt+N", run: this.begin },
        { id: "flock-note", label: t.note, key: "Alt+M", run: this.note },
      ],
    };
  }

  #template() {
    const t = words().making.yields;
    const { coop, rows } = this.view;
    const row = rows.find(({ name }) => name === this.name);
    return html`${pageHead(this.#head())} ${parts(coop.code, "flocks")}
      <section aria-labelledby="flocks-head">
        ${sectionHead("flocks-head", t.flocks, t.flocksNote)}
        <div class="scroll">${this.#flocks()}</div>
      </section>
      ${problemNote(this.#problem, "flock-problem")}
      ${row === undefined
        ? nothing
        : html`<div class="closing-columns under-table">
            <section>
              ${sectionHead("moves-head", t.moves(row.name), row.note ?? nothing)}
              <div class="scroll long-list" tabindex="0" role="region"
                aria-labelledby="moves-head">${this.#moves(row)}</div>
            </section>
            ${this.#facts(row)}
          </div>`}`;
  }

  #flocks() {
    const t = words().making.yields;
    const birds = (/** @type {number} */ number) => (number === 0 ? nothing : money(`${number}`));
    const weight = (/** @type {string} */ number) =>
      (isZero(number) ? nothing : quantity(number));
    return dataTable({
      id: "flocks",
      label: t.flocks,
      columns: [
        { id: "name", head: t.flock, kind: "wrap", cell: ({ name, purpose }) =>
          html`${name} <span class="second">${t.purposes[purpose]}</span>` },
        { id: "bought", head: t.bought, kind: "figure", cell: ({ bought }) => birds(bought) },
        { id: "died", head: t.died, kind: "figure", cell: ({ died }) => birds(died) },
        { id: "culled", head: t.culled, kind: "figure", cell: ({ culled }) => birds(culled) },
        { id: "sold", head: t.sold, kind: "figure", cell: ({ sold }) => birds(sold) },
        { id: "living", head: t.living, kind: "figure strong", cell: ({ living }) =>
          money(`${living}`) },
        { id: "feed", head: t.feed, kind: "figure", cell: ({ feed }) => weight(feed) },
        { id: "eggs", head: t.eggs, kind: "figure", cell: ({ eggs }) => weight(eggs) },
        { id: "standing", head: t.standing, kind: "figure", cell: ({ standing }) =>
          money(standing) },
        { id: "per-bird", head: t.perBird, kind: "figure", cell: ({ cost_per_bird: cost }) =>
          cost ?? nothing },
        { id: "per-egg", head: t.perEgg, kind: "figure", cell: ({ cost_per_egg: cost }) =>
          cost ?? nothing },
      ],
      rows: this.view.rows,
      key: ({ name }) => name,
      chosen: this.name,
      leads: true,
      choose: (name) => { this.name = name; this.draw(); },
      empty: t.noFlocks,
    });
  }

  #moves(/** @type {FlockRow} */ row) {
    const t = words().making.yields;
    const coop = this.view.coop.code;
    return html`<table class="table" id="moves" aria-labelledby="moves-head">
      <thead><tr>
        <th scope="col">${t.date}</th><th scope="col">${t.what}</th>
        <th scope="col" class="figure">${t.amount}</th><th scope="col">${t.voucher}</th>
        <th scope="col"><span class="unseen">${words().making.void}</span></th>
      </tr></thead>
      <tbody>
        ${row.moves.map((one) => html`<tr data-row=${one.id}>
          <td>${one.on}</td>
          <td class="wrap">${say(one.text)}</td>
          <td class="figure">${one.amount === null ? nothing : money(one.amount)}</td>
          <td>${one.no_voucher && one.voucher === null && one.draft === null
            ? html`<span class="second">${t.countedOnly}</span>`
            : madeLink(coop, one, { what: say(one.text), make: () => this.makeDraft(one.id) })}
          </td>
          <td>${one.voucher === null && one.draft === null
            ? html`<button type="button" class="plain" @click=${() => this.void(one)}>
                ${words().making.void}<span class="unseen"> ${say(one.text)}</span>
              </button>`
            : nothing}</td>
        </tr>`)}
      </tbody>
    </table>`;
  }

  #facts(/** @type {FlockRow} */ row) {
    const t = words().making.yields;
    const wantsCard = row.grown_since !== null && row.card === null && row.living > 0;
    return html`<section aria-labelledby="flock-facts-head">
      ${sectionHead("flock-facts-head", t.cost, nothing, wantsCard
        ? html`<a href=${to("assets", this.view.coop.code)} id="flock-card">${t.wantsCard}</a>`
        : nothing)}
      ${factList([
        [t.raised, money(row.raised)],
        [t.laying, money(row.laying)],
        [t.standing, money(row.standing)],
        [t.grown, row.grown_since === null
          ? t.young
          : t.grownSince(row.grown_since, money(row.grown_cost), money(row.gathered))],
        [t.takenIn, t.sales(money(row.taken_in), quantity(row.sold_weight))],
        [t.policy, t.policies[row.egg_cost]],
        [t.card, row.card],
      ])}
    </section>`;
  }

  begin = () => {
    const t = words().making.yields;
    const coop = this.view.coop.code;
    const choices = (/** @type {Record<string, string>} */ all) =>
      Object.entries(all).map(([code, name]) => ({ code, name }));
    askForm({
      id: "flock", title: t.begin, doing: t.saving, button: t.keep,
      fields: [
        { name: "name", label: t.flock, hint: t.flockHint },
        { name: "purpose", label: t.purpose, choices: choices(t.purposes) },
        { name: "egg_cost", label: t.policy, choices: choices(t.policies),
          when: ({ purpose }) => purpose === "layer" },
        { name: "note", label: t.remark },
      ],
      typed: { purpose: "meat", egg_cost: "cost" },
      run: (typed) => call("flock_begin", { coop, input: {
        name: typed["name"] ?? "",
        purpose: typed["purpose"] === "layer" ? "layer" : "meat",
        egg_cost: typed["egg_cost"] === "expense" ? "expense" : "cost",
        note: orNull(typed["note"]),
      } }),
      done: (view) => {
        this.view = view;
        this.name = view.rows.at(-1)?.name ?? null;
        this.draw();
      },
    });
  };

  note = () => {
    const t = words().making.yields;
    const { coop, rows } = this.view;
    if (rows.length === 0) {
      this.begin();
      return;
    }
    const row = rows.find(({ name }) => name === this.name);
    const kinds = Object.entries(t.moveKinds).map(([code, name]) => ({ code, name }));
    const asks = (/** @type {readonly string[]} */ of) =>
      (/** @type {Record<string, string>} */ { kind = "" }) => of.includes(kind);
    askForm({
      id: "move", title: t.note, doing: t.saving, button: t.keep, note: t.noteNote,
      fields: [
        { name: "flock", label: t.flock, choices: rows.map(({ name }) => ({ code: name, name })) },
        { name: "kind", label: t.what, choices: kinds },
        { name: "on", label: t.date },
        { name: "birds", label: t.birds, when: asks(WITH_BIRDS) },
        { name: "weight", label: t.weight, when: asks(WITH_WEIGHT) },
        { name: "amount", label: t.amount, when: asks(WITH_AMOUNT) },
        { name: "note", label: t.remark, hint: t.remarkHint },
      ],
      typed: { flock: this.name ?? "", kind: row?.bought === 0 ? "bought" : "fed", on: today() },
      run: (typed) => call("flock_note", {
        coop: coop.code, flock: typed["flock"] ?? "", input: moveOf(typed),
      }),
      done: ({ flocks, draft }) => {
        this.view = flocks;
        this.#problem = null;
        notice(draft === null ? t.noted : t.drafted(draft.id));
        this.draw();
      },
    });
  };

  makeDraft = (/** @type {number} */ id) =>
    once("making", async () => {
      const asked = { coop: this.view.coop.code, id };
      const { answer, problem } = await attempt(call("flock_draft", asked));
      this.#problem = problem;
      if (answer !== null) {
        location.hash = to("draft", answer.id);
        return;
      }
      this.draw();
    });

  void = (/** @type {MoveRow} */ { id, text }) => {
    const t = words().making;
    askReason({
      title: `${t.void} ${say(text)}`, doing: t.voiding,
      run: (reason) => call("flock_void", { coop: this.view.coop.code, id, reason }),
      done: (view) => { this.view = view; this.draw(); },
    });
  };

  keys() {
    return headKeys(this.#head());
  }
}

/** @returns {import("../api/types").MoveInput} */
function moveOf(/** @type {Record<string, string>} */ typed) {
  const given = Object.entries(typed)
    .filter(([name, value]) => name !== "flock" && value.trim() !== "")
    .map(([name, value]) => [name, value.trim()]);
  const { on = "", kind = "fed", ...rest } = Object.fromEntries(given);
  return { on, kind, ...rest };
}

class YieldsPage {
  /** @type {Problem | null} */
  #problem = null;

  /**
   * @param {HTMLElement} page
   * @param {YieldsView} view
   * @param {"yield" | "delivery"} part
   */
  constructor(page, view, part) {
    this.page = page;
    this.view = view;
    this.part = part;
    this.grid = new YieldGrid(part, view.coop.code, () => this.draw(), () => this.#renew());
    this.draw();
  }

  async #renew() {
    const asked = { coop: this.view.coop.code, year: this.view.year, kind: this.part };
    const { answer } = await attempt(call("yields", asked));
    this.view = answer ?? this.view;
    await renewBook();
    this.draw();
  }

  draw = () => {
    render(this.#template(), this.page);
  };

  #head() {
    const t = words().making.yields;
    const { coop, years, year } = this.view;
    return {
      title: t.title,
      coop: {
        name: coop.name,
        change: (/** @type {string} */ code) => (location.hash = to("yields", code, this.part)),
      },
      context: t.context(this.view.count, this.view.open),
      years: {
        all: years, now: year,
        address: (/** @type {number} */ other) => to("yields", coop.code, this.part, other),
      },
    };
  }

  #template() {
    const t = words().making.yields;
    return html`${pageHead(this.#head())} ${parts(this.view.coop.code, this.part)}
      ${this.grid.template()}
      <section aria-labelledby="sums-head">
        ${sectionHead("sums-head", t.sums, t.sumsNote)}
        <div class="scroll">${this.#sums()}</div>
      </section>
      <div class=${this.part === "delivery" ? "two-columns under-table" : "under-table"}>
        <section>
          ${sectionHead("entries-head", t.entries, t.entriesNote(this.view.count))}
          ${problemNote(this.#problem, "yields-problem")}
          <div class="scroll long-list" tabindex="0" role="region"
            aria-labelledby="entries-head">${this.#entries()}</div>
        </section>
        ${this.part === "delivery" ? this.#members() : nothing}
      </div>`;
  }

  #sums() {
    const t = words().making.yields;
    const isDelivery = this.part === "delivery";
    const months = Array.from({ length: 12 }, (_, at) => at);
    return dataTable({
      id: "product-sums",
      label: t.sums,
      columns: [
        { id: "product", head: t.product, cell: ({ product, unit }) =>
          html`${product} <span class="second">${unit}</span>` },
        ...months.map((at) => ({
          id: `month-${at + 1}`, head: t.month(at + 1), kind: "figure",
          cell: (/** @type {import("../api/types").ProductYear} */ row) => {
            const sum = row.months[at] ?? "0";
            return isZero(sum) ? nothing : quantity(sum);
          },
        })),
        { id: "quantity", head: words().total, kind: "figure strong",
          cell: ({ quantity: sum }) => quantity(sum) },
        ...(isDelivery
          ? [{ id: "amount", head: t.amount, kind: "figure",
              cell: (/** @type {import("../api/types").ProductYear} */ row) =>
                money(row.amount) }]
          : []),
      ],
      rows: this.view.products,
      key: ({ product, unit }) => `${product} ${unit}`,
      empty: t.noEntries[this.part],
    });
  }

  #members() {
    const t = words().making.yields;
    return html`<section>
      ${sectionHead("by-member-head", t.byMember)}
      <div class="scroll long-list" tabindex="0" role="region" aria-labelledby="by-member-head">
        ${dataTable({
          id: "member-sums",
          label: t.byMember,
          columns: [
            { id: "member", head: t.member, cell: ({ member }) =>
              html`<a href=${to("member", this.view.coop.code, member.code, this.view.year)}>
                ${member.name}</a>` },
            { id: "product", head: t.product, cell: ({ product }) => product },
            { id: "quantity", head: t.quantity, kind: "figure",
              cell: ({ quantity: sum, unit }) => `${quantity(sum)} ${unit}` },
            { id: "amount", head: t.amount, kind: "figure", cell: ({ amount }) => money(amount) },
          ],
          rows: this.view.members,
          key: ({ member, product, unit }) => `${member.code} ${product} ${unit}`,
          empty: nothing,
        })}
      </div>
    </section>`;
  }

  #entries() {
    const t = words().making.yields;
    const coop = this.view.coop.code;
    return dataTable({
      id: "entries",
      label: t.entries,
      columns: [
        { id: "date", head: t.date, cell: ({ date }) => date },
        { id: "text", head: t.what, kind: "wrap", cell: ({ text }) => say(text) },
        { id: "amount", head: t.amount, kind: "figure",
          cell: ({ amount }) => (amount === null ? nothing : money(amount)) },
        { id: "voucher", head: t.voucher, cell: (row) =>
          madeLink(coop, row, { what: say(row.text), make: () => this.makeDraft(row.id) }) },
      ],
      rows: this.view.rows,
      key: ({ id }) => String(id),
      empty: t.noEntries[this.part],
    });
  }

  makeDraft = (/** @type {number} */ id) =>
    once("making", async () => {
      const asked = { coop: this.view.coop.code, kind: this.part, id };
      const work = during(() => words().making.yields.saving, call("source_draft", asked));
      const { answer, problem } = await attempt(work);
      this.#problem = problem;
      if (answer !== null) {
        location.hash = to("draft", answer.id);
        return;
      }
      this.draw();
    });

  keys() {
    return [...headKeys(this.#head()), ...this.grid.keys()];
  }
}
