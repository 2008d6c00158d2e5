// @ts-check
// What happens to a member over the years: it is added, its papers change, its capital moves; and
// the lists of both.

import { call } from "../api/client.js";
import { html, nothing } from "../lib/dom.js";
import { isZero, money } from "../lib/format.js";
import { to } from "../lib/route.js";
import { renewBook, session } from "../lib/session.js";
import { words } from "../lib/text.js";
import { askForm, orNull, today } from "./ask-form.js";
import { askReason } from "./ask-reason.js";
import { madeLink } from "./made-link.js";
import { sectionHead } from "./page-head.js";
import { notice } from "./status-line.js";
import { dataTable } from "./table.js";

/** @typedef {import("../api/types").MemberView} MemberView */
/** @typedef {import("../api/types").MemberKindView} MemberKindView */
/** @typedef {import("../api/types").ShareMoveRow} ShareMoveRow */
/** @typedef {import("../api/types").ShareMoveInput} ShareMoveInput */
/** @typedef {Record<string, string>} Typed */

const of = (/** @type {readonly string[]} */ kinds) => (/** @type {Typed} */ { kind = "" }) =>
  kinds.includes(kind);

/** The fields that were filled in. */
function filled(/** @type {Record<string, string | undefined>} */ fields) {
  const given = Object.entries(fields).map(([name, text]) => [name, orNull(text)]);
  return Object.fromEntries(given.filter(([, text]) => text !== null));
}

function villageChoices() {
  const villages = session.villages.map(({ code, name }) => ({ code, name: `${code} ${name}` }));
  return [{ code: "", name: words().membership.noVillage }, ...villages];
}

/**
 * Adds a member.
 * @param {string} coop
 * @param {(code: string) => void} done
 */
export function askMember(coop, done) {
  const t = words().membership;
  askForm({
    id: "member", title: t.add, doing: t.adding, button: t.keep, note: t.addNote,
    fields: [
      { name: "code", label: t.code, hint: t.codeHint },
      { name: "name", label: t.name },
      { name: "kind", label: t.kind, choices: Object.entries(words().kind)
        .map(([code, name]) => ({ code, name })) },
      { name: "village", label: t.village, choices: villageChoices() },
      { name: "joined", label: t.joined },
      { name: "id_number", label: t.idNumber },
      { name: "bank_account", label: t.bankAccount },
    ],
    typed: { kind: "household", joined: today() },
    run: ({ code = "", name = "", kind, ...rest }) => call("member_add", { coop, input: {
      code, name, kind: /** @type {MemberKindView} */ (kind), ...filled(rest),
    } }),
    done: ({ code, name }) => {
      notice(words().membership.added(`${code} ${name}`));
      done(code);
    },
  });
}

/**
 * Changes what the register says of a member. Numbers are shown masked, so they stay unless typed.
 * @param {MemberView} view
 * @param {() => void} done
 */
export function askChange(view, done) {
  const t = words().membership;
  const { row } = view;
  askForm({
    id: "change", title: t.changeTitle(row.name), doing: t.changing, button: t.keep,
    note: t.changeNote,
    fields: [
      { name: "name", label: t.name },
      { name: "head", label: t.head },
      { name: "village", label: t.village, choices: villageChoices() },
      { name: "joined_on", label: t.joined },
      { name: "id_number", label: t.idNumber, hint: view.id_number ?? t.unchanged },
      { name: "bank_account", label: t.bankAccount, hint: view.bank_account ?? t.unchanged },
      { name: "bank_name", label: t.bankName },
      { name: "address", label: t.address },
      { name: "extra_votes", label: t.extraVotes, hint: "0" },
      { name: "on", label: t.on },
      { name: "reason", label: t.reason, hint: t.reasonHint },
    ],
    typed: {
      name: row.name, head: view.head ?? "", village: row.village?.code ?? "",
      joined_on: row.joined ?? "", bank_name: view.bank_name ?? "", address: view.address ?? "",
      extra_votes: view.extra_votes === 0 ? "" : String(view.extra_votes), on: today(),
    },
    run: ({ on = "", reason = "", id_number, bank_account, ...plain }) => call("member_change", {
      coop: view.cooperative.code, code: row.code,
      input: { on, reason, ...plain, ...filled({ id_number, bank_account }) },
    }),
    done: () => {
      notice(words().membership.changed);
      done();
    },
  });
}

/**
 * Notes how a member's capital moves, and opens the draft of it.
 * @param {MemberView} view
 * @param {() => void} done where no draft is made
 */
export function askMove(view, done) {
  const t = words().membership;
  const { row, others } = view;
  const held = view.contributions.at(-1)?.capital ?? "0.00";
  const kinds = Object.entries(t.moveKinds).map(([code, name]) => ({ code, name }))
    .filter(({ code }) => code === "put_in" || !isZero(held));
  const offers = [...new Set([...view.classes, ...t.shareClasses])];
  askForm({
    id: "share", title: t.moveTitle(row.name), doing: t.moving, button: t.keep, note: t.moveNote,
    fields: [
      { name: "kind", label: t.moveKind, choices: kinds },
      { name: "on", label: t.on },
      { name: "amount", label: t.amount, when: of(["put_in", "taken_out", "passed"]) },
      { name: "amount", label: t.amount, hint: t.all, when: of(["left"]) },
      { name: "to", label: t.to, when: of(["passed"]),
        choices: others.map(({ code, name }) => ({ code, name: `${code} ${name}` })) },
      { name: "premium", label: t.premium, hint: t.premiumHint, when: of(["put_in"]) },
      { name: "reserve", label: t.goesAlong, hint: t.goesAlongHint, when: of(["left", "passed"]) },
      { name: "loss", label: t.loss, hint: t.lossHint, when: of(["left"]) },
      { name: "form", label: t.form, offers: t.forms, when: of(["put_in"]) },
      { name: "share_class", label: t.shareClass, offers, when: of(["put_in"]) },
      { name: "share_class", label: t.shareClass, offers, hint: t.classHint,
        when: of(["taken_out", "passed"]) },
      { name: "account", label: t.account, hint: t.accountHint,
        when: of(["put_in", "taken_out", "left"]) },
      { name: "evaluation", label: t.evaluation, when: of(["put_in"]) },
      { name: "reason", label: t.reason, hint: t.whyHint },
    ],
    typed: { kind: "put_in", on: today(), to: others[0]?.code ?? "", form: "货币" },
    run: ({ kind, on = "", ...rest }) => call("share_move", {
      coop: view.cooperative.code,
      input: {
        kind: /** @type {ShareMoveInput["kind"]} */ (kind), member: row.code, on, ...filled(rest),
      },
    }),
    done: ({ row: made, draft }) => {
      void renewBook();
      if (draft !== null) {
        location.hash = to("draft", draft.id);
        return;
      }
      notice(words().membership.moved(made.on));
      done();
    },
  });
}

/**
 * Splits the reserve among the members.
 * @param {{ coop: string, year: number }} of
 * @param {() => void} done
 */
export function askReserve({ coop, year }, done) {
  const t = words().membership;
  askForm({
    id: "reserve", title: t.quantify, doing: t.quantifying, button: t.quantify,
    note: t.quantifyNote,
    fields: [
      { name: "year", label: t.quantifyYear },
      { name: "by", label: t.by, choices: Object.entries(t.bys)
        .map(([code, name]) => ({ code, name })) },
      { name: "on", label: t.on },
      { name: "amount", label: t.amount, hint: t.allOpen },
    ],
    typed: { year: String(year), by: "capital", on: today() },
    run: ({ year: typed = "", by, on = "", amount }) => call("reserve_quantify", { coop, input: {
      year: Number(typed.trim()) || 0,
      by: /** @type {import("../api/types").ReserveByView} */ (by), on, ...filled({ amount }),
    } }),
    done: ({ amount, rows }) => {
      notice(words().membership.quantified(money(amount), rows.length));
      done();
    },
  });
}

/** How what a member has of the reserve came about. */
export function memberReserve(/** @type {MemberView} */ { reserve_changes: rows }) {
  const t = words().membership;
  return html`<section aria-labelledby="member-reserve-head">
    ${sectionHead("member-reserve-head", t.reserveChanges, words().unit)}
    ${dataTable({
      id: "member-reserve",
      label: t.reserveChanges,
      columns: [
        { id: "on", head: t.on, cell: ({ row }) => row.on },
        { id: "reason", head: t.reason, kind: "second wrap", cell: ({ row }) => row.reason },
        { id: "amount", head: t.amount, kind: "figure", cell: ({ row }) => money(row.amount) },
        { id: "reserve", head: t.reserve, kind: "figure strong",
          cell: ({ row }) => money(row.reserve) },
      ],
      rows: rows.map((row, at) => ({ row, at })),
      key: ({ at }) => String(at),
      empty: t.noReserve,
    })}
  </section>`;
}

/**
 * How the capital of a member moved.
 * @param {MemberView} view
 * @param {{ make: (id: number) => void, undone: () => void }} on
 */
export function memberMoves({ cooperative, row: own, moves }, on) {
  const t = words().membership;
  const kind = (/** @type {ShareMoveRow} */ row) => {
    const word = t.moveKinds[row.kind];
    return row.takes_back ? t.takesBack(word) : word;
  };
  const other = (/** @type {ShareMoveRow} */ { member, to: taker }) =>
    (taker === null ? nothing : member.code === own.code ? `→ ${taker.name}` : `← ${member.name}`);
  const undo = (/** @type {ShareMoveRow} */ row) => askReason({
    title: `${t.undo} ${row.on} ${t.moveKinds[row.kind]} ${money(row.capital)}`, doing: t.undoing,
    run: (reason) => call("share_move_undo", { coop: cooperative.code, id: row.id, reason }),
    done: on.undone,
  });
  const state = (/** @type {ShareMoveRow} */ row) => {
    if (row.taken_back) {
      return html`<span class="second">${t.takenBack}</span>`;
    }
    const make = { what: `${row.on} ${kind(row)}`, make: () => on.make(row.id) };
    const isFree = row.voucher === null && row.draft === null && !row.takes_back;
    return html`${madeLink(cooperative.code, row, row.makes_voucher ? make : null)}
      ${isFree
        ? html`<button type="button" class="plain" @click=${() => undo(row)}>
            ${t.undo}<span class="unseen"> ${make.what}</span>
          </button>`
        : nothing}`;
  };
  return html`<section aria-labelledby="member-moves-head">
    ${sectionHead("member-moves-head", t.moves, words().unit)}
    ${dataTable({
      id: "member-moves",
      label: t.moves,
      columns: [
        { id: "on", head: t.on, cell: (row) => row.on },
        { id: "kind", head: t.moveKind, cell: kind },
        { id: "other", head: t.to, kind: "second", cell: other },
        { id: "capital", head: t.amount, kind: "figure strong", cell: (row) => money(row.capital) },
        { id: "paid", head: t.paid, kind: "figure", cell: (row) =>
          (isZero(row.paid) ? nothing : money(row.paid)) },
        { id: "reason", head: t.reason, kind: "second wrap", cell: (row) =>
          [row.reason, row.evaluation].filter((text) => text !== null).join(words().comma) },
        { id: "voucher", head: t.voucher, cell: state },
      ],
      rows: moves,
      key: (row) => String(row.id),
      empty: t.noMoves,
    })}
  </section>`;
}

/** What changed of a member in the register. */
export function memberChanges(/** @type {MemberView} */ { changes }) {
  const t = words().membership;
  return html`<section aria-labelledby="member-changes-head">
    ${sectionHead("member-changes-head", t.changes)}
    ${dataTable({
      id: "member-changes",
      label: t.changes,
      columns: [
        { id: "on", head: t.on, cell: ({ row }) => row.on },
        { id: "field", head: t.field, cell: ({ row }) => t.fields[row.field] },
        { id: "before", head: t.before, kind: "second", cell: ({ row }) => row.before ?? nothing },
        { id: "after", head: t.after, cell: ({ row }) => row.after ?? nothing },
        { id: "reason", head: t.reason, kind: "second wrap", cell: ({ row }) => row.reason },
      ],
      rows: changes.map((row, at) => ({ row, at })),
      key: ({ at }) => String(at),
      empty: t.noChanges,
    })}
  </section>`;
}
