// @ts-check
// What stands beside the list of vouchers: a sheet that is typed in, a paper that is looked at, or
// the records that vouchers can be made from. What can be done with each is done here.

import { call, chooseFile } from "../api/client.js";
import { byId, html, nothing } from "../lib/dom.js";
import { isZero } from "../lib/format.js";
import { to } from "../lib/route.js";
import { session } from "../lib/session.js";
import { say, words } from "../lib/text.js";
import { entryOf, isBlank } from "../lib/voucher-entry.js";
import { attempt } from "../parts/problem-note.js";
import { during, notice, once } from "../parts/status-line.js";
import { ask } from "../parts/voucher-ask.js";
import { VoucherBeside } from "../parts/voucher-beside.js";
import { attachmentList, editorFoot, nextStep, waitingFoot } from "../parts/voucher-foot.js";
import { voucherForm } from "../parts/voucher-form.js";
import { boundTo, paperOf, paperOfDraft, voucherPaper } from "../parts/voucher-paper.js";
import { VoucherEditor } from "./voucher-editor.js";

/** @typedef {import("../api/types").DraftView} DraftView */
/** @typedef {import("../api/types").EntryView} EntryView */
/** @typedef {import("../api/types").VoucherInput} VoucherInput */
/** @typedef {import("../api/types").VoucherView} VoucherView */
/** @typedef {import("../api/client.js").Problem} Problem */

/**
 * @typedef {object} Desk the page around
 * @property {() => void} draw
 * @property {(address: string) => void} go to another voucher, with the list read anew
 * @property {(view: DraftView, first: boolean) => void} saved
 * @property {(given: VoucherInput) => void} begin types a new one, from these lines
 * @property {(number: string) => void} print
 */

/** A draft: typed in, or waiting to be reviewed or posted. */
export class DraftSheet {
  /** @type {Problem | null} */
  problem = null;
  /** @type {{ path: string, problem: Problem | null }} */
  #attaching = { path: "", problem: null };

  /**
   * @param {Desk} desk
   * @param {EntryView} entry
   * @param {DraftView | null} view
   * @param {VoucherInput} given what a new one begins with
   */
  constructor(desk, entry, view, given = {}) {
    this.desk = desk;
    this.entry = entry;
    this.editor = new VoucherEditor(desk, entry, view, given);
    this.beside = new VoucherBeside(entry.coop.code, view, () => desk.draw());
  }

  get view() {
    return this.editor.view;
  }

  get key() {
    return this.view === null ? null : `draft:${this.view.id}`;
  }

  get address() {
    return this.view === null ? to("new", this.entry.coop.code) : to("draft", this.view.id);
  }

  /** Whether it is typed in: what is reviewed, or takes another voucher back, is not. */
  get isOpen() {
    return this.view === null || (this.view.state === "draft" && this.view.reverses === null);
  }

  /** The voucher as it stands, to be kept as a template or copied; nothing while it is blank. */
  get present() {
    return isBlank(this.editor.typed) ? null : entryOf(this.editor.typed, this.entry.coop.code);
  }

  /** @returns {Promise<unknown>} once everything typed is saved */
  leave() {
    return this.editor.settled();
  }

  focus() {
    byId(this.isOpen ? "voucher-date" : "voucher-paper")?.focus();
  }

  template() {
    const { view, editor, entry } = this;
    const doing = {
      save: this.save, next: this.next, fill: this.fill, unreview: this.unreview,
      discard: this.discard,
    };
    const bound = view === null ? nothing : boundTo(entry.coop.code, view);
    if (!this.isOpen && view !== null) {
      return html`${voucherPaper(paperOfDraft(view, entry))}
        ${waitingFoot(view, entry, doing, this.problem)} ${bound} ${this.#attachments()}
        ${this.beside.template()}`;
    }
    return html`${bound} ${voucherForm(editor)} ${editorFoot(editor, doing)}
      ${this.beside.template()} ${this.#attachments()}`;
  }

  #attachments() {
    const { path, problem } = this.#attaching;
    const attachments = this.view?.attachments ?? [];
    if (!this.isOpen) {
      return attachmentList({ attachments, open: openAttachment });
    }
    return attachmentList({
      attachments, path, problem, open: openAttachment,
      drop: (id) => void once("attachment_drop", () => this.#drop(id)),
      add: () => void once("attachment_add", () => this.#attach()),
      type: (typed) => {
        this.#attaching = { path: typed, problem: null };
        this.desk.draw();
      },
      choose: () => void this.#chooseAttachment(),
    });
  }

  save = async () => {
    this.editor.asked = false;
    if (this.present !== null && await this.editor.settled()) {
      notice(words().vouchers.foot.savedDraft);
    }
  };

  fill = () => {
    const { lines } = this.editor.typed;
    const last = lines.findLastIndex(({ account }) => account !== "");
    this.editor.fill(this.editor.line >= 0 ? this.editor.line : Math.max(last, 0));
  };

  /** Ctrl+Enter: posts, or reviews where another person must have looked first. */
  next = () => once("draft_next", async () => {
    const saved = await this.editor.settled();
    const { view, entry } = this;
    if (!saved || view === null) {
      byId("voucher-0-summary")?.focus();
      return;
    }
    const { next, reason } = nextStep(view, entry);
    if (view.faults.length > 0) {
      this.editor.asked = true;
      this.desk.draw();
      this.editor.goToFault();
    } else if (reason !== null) {
      notice(words().vouchers.foot.otherReviews(view.preparer));
    } else if (next === "post") {
      await this.#post(view.id);
    } else {
      await this.#took(call("draft_review", { id: view.id }), words().vouchers.foot.reviewed);
    }
  });

  /** @param {number} id */
  async #post(id) {
    const work = during(words().vouchers.foot.posting, call("draft_post", { id }));
    const result = await attempt(work);
    if (result.problem !== null) {
      this.#refused(result.problem);
      return;
    }
    await this.editor.stop();
    const { coop, number } = result.answer;
    notice(words().vouchers.foot.posted(number));
    this.desk.go(to("voucher", coop.code, number));
  }

  unreview = () => once("draft_unreview", async () => {
    if (this.view !== null) {
      const work = call("draft_unreview", { id: this.view.id });
      await this.#took(work, words().vouchers.foot.unreviewed);
    }
  });

  /**
   * @param {Promise<DraftView>} work
   * @param {string} says
   */
  async #took(work, says) {
    const result = await attempt(work);
    if (result.problem === null) {
      this.problem = null;
      notice(says);
      this.editor.takeUp(result.answer);
      this.desk.saved(result.answer, false);
    } else {
      this.#refused(result.problem);
    }
  }

  /** @param {Problem} problem */
  #refused(problem) {
    this.problem = problem;
    this.editor.problem = problem;
    this.desk.draw();
  }

  discard = () => {
    const { view } = this;
    const t = words().vouchers.discard;
    if (view !== null) {
      const { summary } = view.entry;
      ask({
        id: "discard", title: t.question, facts: t.facts(summary ?? "", view.debit), fields: [],
        no: t.no, yes: t.yes,
        answer: async () => {
          const { problem } = await attempt(call("draft_discard", { id: view.id }));
          if (problem === null) {
            await this.editor.stop();
            notice(t.done);
            this.desk.go(to("vouchers", this.entry.coop.code, session.year));
          }
          return problem;
        },
      });
    }
  };

  async #chooseAttachment() {
    const chosen = await chooseFile();
    if (chosen !== null) {
      this.#attaching = { path: chosen, problem: null };
      this.desk.draw();
    }
  }

  async #attach() {
    if (!(await this.editor.saveAnyway()) || this.view === null) {
      return;
    }
    const path = this.#attaching.path.trim();
    const work = call("attachment_add", { draft: this.view.id, path });
    const { answer, problem } = await attempt(during(words().vouchers.attached.adding, work));
    this.#attaching = { path: problem === null ? "" : path, problem };
    if (answer !== null) {
      this.editor.takeUp(answer);
      this.desk.saved(answer, false);
    }
    this.desk.draw();
  }

  /** @param {number} id */
  async #drop(id) {
    const { answer, problem } = await attempt(call("attachment_drop", { id }));
    this.#attaching = { ...this.#attaching, problem };
    if (answer !== null) {
      this.editor.takeUp(answer);
      this.desk.saved(answer, false);
    }
    this.desk.draw();
  }

  keys() {
    const t = words().vouchers.keys;
    const { editor } = this;
    const next = [
      { key: "Ctrl+Enter", says: t.next, run: this.next },
      { key: "F9", says: "", run: this.next },
    ];
    return this.isOpen
      ? [
          ...next,
          { key: "Ctrl+S", says: t.save, run: this.save },
          { key: "F8", says: "", run: this.save },
          { key: "F4", says: t.pick, run: editor.finder.open },
          { key: "F3", says: t.details, run: editor.openDetails },
          { key: "Ctrl+F7", says: t.fill, run: editor.fillHere },
          { key: "Ctrl+I", says: t.insert, run: editor.insertLine },
          { key: "Ctrl+D", says: t.drop, run: editor.dropLine },
          { key: "Ctrl+Shift+Delete", says: t.discard, run: this.discard },
        ]
      : next;
  }
}

/** A posted voucher: looked at, printed, taken back, copied; never changed. */
export class PostedSheet {
  /**
   * @param {Desk} desk
   * @param {VoucherView} view
   */
  constructor(desk, view) {
    this.desk = desk;
    this.view = view;
    this.beside = new VoucherBeside(view.coop.code, view, () => desk.draw());
  }

  get key() {
    return this.view.number;
  }

  get address() {
    return to("voucher", this.view.coop.code, this.view.number);
  }

  get isOpen() {
    return false;
  }

  /** The same lines without their day, for a template or a copy. */
  get present() {
    const { coop, summary, lines, papers } = this.view;
    const amount = (/** @type {string} */ yuan) => (isZero(yuan) ? undefined : yuan);
    return {
      coop: coop.code, summary, papers: papers === 0 ? undefined : String(papers),
      lines: lines.map((line) => ({
        summary: line.summary === summary ? undefined : line.summary, account: line.account,
        debit: amount(line.debit), credit: amount(line.credit),
        member: line.member?.code, counterparty: line.counterparty ?? undefined,
        project: line.project ?? undefined, quantity: line.quantity ?? undefined,
        price: line.price ?? undefined,
      })),
    };
  }

  async leave() {}

  focus() {
    byId("voucher-paper")?.focus();
  }

  /** Whether it can be taken back: not twice, and no red one. */
  get canReverse() {
    return this.view.reversed_by === null && this.view.reverses === null;
  }

  template() {
    const t = words().vouchers;
    const { view } = this;
    return html`${voucherPaper(paperOf(view))}
      <div class="voucher-sums posted">
        <p class="note">
          <span>${t.posted.at(view.poster, view.posted_at)}</span>
          <span>${t.posted.chain(view.seq)}</span>
        </p>
        <button type="button" id="voucher-print-open" @click=${this.print}>
          ${t.posted.print} <kbd>Ctrl+P</kbd>
        </button>
        <button type="button" id="voucher-copy" @click=${this.copy}>
          ${t.posted.copy} <kbd>Ctrl+E</kbd>
        </button>
        ${this.canReverse
          ? html`<button type="button" id="voucher-correct" @click=${this.correct}>
                ${t.posted.correct} <kbd>Ctrl+B</kbd>
              </button>
              <button type="button" class="red-letter" id="voucher-reverse" @click=${this.reverse}>
                ${t.posted.reverse} <kbd>F9</kbd>
              </button>`
          : nothing}
      </div>
      ${boundTo(view.coop.code, view)} ${this.beside.template()}
      ${attachmentList({ attachments: view.attachments, open: openAttachment })}`;
  }

  print = () => this.desk.print(this.view.number);

  copy = () => this.desk.begin(this.present);

  reverse = () => this.#takeBack("reverse");

  correct = () => this.#takeBack("correct");

  /** @param {"reverse" | "correct"} how */
  #takeBack(how) {
    const t = words().vouchers.takeBack;
    const { coop, number, date, debit } = this.view;
    if (this.canReverse) {
      ask({
        id: how, title: t[how].question(number), facts: t[how].facts(debit),
        fields: [
          { name: "on", label: t.on, value: date },
          { name: "reason", label: t.reason, hint: t.reasonHint, value: "" },
        ],
        no: t.no, yes: t[how].yes,
        answer: async ({ on = "", reason = "" }) => {
          const asks = { coop: coop.code, number, on: on.trim(), reason: reason.trim() };
          return how === "reverse" ? this.#reversed(asks) : this.#corrected(asks);
        },
      });
    }
  }

  /** @param {{ coop: string, number: string, on: string, reason: string }} asks */
  async #reversed(asks) {
    const { answer, problem } = await attempt(call("voucher_reverse", asks));
    if (answer?.voucher) {
      notice(words().vouchers.takeBack.reversed(asks.number, answer.voucher.number));
      this.desk.go(to("voucher", asks.coop, answer.voucher.number));
    } else if (answer?.draft) {
      notice(words().vouchers.takeBack.waits);
      this.desk.go(to("draft", answer.draft.id));
    }
    return problem;
  }

  /** @param {{ coop: string, number: string, on: string, reason: string }} asks */
  async #corrected(asks) {
    const { answer, problem } = await attempt(call("voucher_correct", asks));
    if (answer !== null) {
      const t = words().vouchers.takeBack;
      notice(answer.red === null ? t.waits : t.reversed(asks.number, answer.red.number));
      this.desk.go(to("draft", answer.draft.id));
    }
    return problem;
  }

  keys() {
    const t = words().vouchers.posted;
    const back = [
      { key: "F9", says: t.reverse, run: this.reverse },
      { key: "Ctrl+B", says: t.correct, run: this.correct },
    ];
    return [
      ...(this.canReverse ? back : []),
      { key: "Ctrl+E", says: t.copy, run: this.copy },
      { key: "Ctrl+P", says: t.print, run: this.print },
    ];
  }
}

/** @param {number} id */
function openAttachment(id) {
  void once("attachment_open", async () => {
    const { problem } = await attempt(call("attachment_open", { id }));
    notice(problem === null ? words().vouchers.attached.opened : say(problem.message));
  });
}
