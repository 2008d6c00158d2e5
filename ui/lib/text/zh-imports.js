// @ts-check
// The words of imports and opening balances in Chinese.

import { count, money } from "../format.js";

/** @typedef {import("../../api/types").BatchView} BatchView */
/** @typedef {import("../../api/types").ImportPreviewView} ImportPreviewView */
/** @typedef {import("../../api/types").ImportView} ImportView */
/** @typedef {import("../../api/types").OpeningView} OpeningView */

export const imports = {
  import: {
    title: "导入",
    context: "一个文件整个导入；有一处要改，就一行也不导入；导入后可以整批撤销",
    what: "导入什么",
    kind: "内容",
    coop: "合作社",
    byColumn: "看文件里的“合作社”列",
    chooseCoop: "选一家",
    from: "从哪里来",
    file: "文件",
    paste: "粘贴",
    path: "csv、xlsx 或 xls 文件",
    text: "从 Excel 复制，连列名一起，粘贴在这里",
    pasted: "粘贴的表格",
    look: "预览",
    looking: (/** @type {number} */ seconds) => `正在读取，${seconds} 秒`,
    nothingToLook: "先选文件，或粘贴表格。",
    noCoop: "先选合作社。",
    columns: "列名",
    columnsNote: "有“可缺”的可以没有；列的先后不限",
    optional: "可缺",
    toSheet: "不用文件，在表里填",
    preview: (/** @type {string} */ file) => `预览：${file}`,
    counts: (/** @type {ImportPreviewView} */ { row_count, vouchers }) =>
      `${count(row_count)} 行${vouchers === null ? "" : `，${count(vouchers)} 张凭证`}`,
    shown: (/** @type {number} */ rows, /** @type {number} */ all) =>
      rows < all ? `，列出前 ${count(rows)} 行` : "",
    take: "导入",
    taking: (/** @type {number} */ seconds) => `正在导入，${seconds} 秒`,
    takeReason: (/** @type {number} */ faults) => `${count(faults)} 处要改，改好才能导入`,
    before: (/** @type {number} */ batch) => `已作为第 ${batch} 批导入过`,
    beforeNote: (/** @type {number} */ batch) =>
      `同样的内容已经作为第 ${batch} 批导入过。要重新导入，先撤销第 ${batch} 批。`,
    faults: (/** @type {number} */ faults) => `${count(faults)} 处要改`,
    faultsShown: (/** @type {number} */ shown, /** @type {number} */ all) =>
      shown < all ? `列出前 ${count(shown)} 处` : "",
    row: (/** @type {number} */ row) => `第 ${count(row)} 行`,
    warnings: (/** @type {number} */ warnings) => `${count(warnings)} 处提醒，可以导入`,
    rowHead: "行",
    column: (/** @type {string} */ header) => `“${header}”列作为`,
    leftOut: "不导入",
    noHeader: "（无列名）",
    toHistory: "历次导入",
    taken: (/** @type {ImportView} */ { batch, rows, vouchers }) =>
      `第 ${batch} 批：导入 ${count(rows)} 行` +
      `${vouchers === null ? "" : `，${count(vouchers)} 张凭证`}。`,
    history: "历次导入",
    historyNote: (/** @type {number} */ batches) => `${count(batches)} 批，新的在前`,
    none: "还没有导入过。在左边选内容，再选文件或粘贴。",
    batch: "批次",
    content: "内容",
    fileHead: "文件",
    coopHead: "合作社",
    rows: "行",
    vouchers: "凭证",
    who: "操作员",
    when: "时间",
    state: "状态",
    undone: (/** @type {string} */ who, /** @type {string} */ when) => `${when} 由${who}撤销`,
    undo: "撤销",
    undoOf: (/** @type {number} */ batch) => `撤销第 ${batch} 批`,
    undoing: (/** @type {number} */ seconds) => `正在撤销，${seconds} 秒`,
    undoneNow: (/** @type {number} */ batch) => `第 ${batch} 批已撤销。`,
    ask: {
      question: (/** @type {number} */ batch) => `撤销第 ${batch} 批？`,
      facts: (/** @type {BatchView} */ { name, file, rows, vouchers }) =>
        `${name.zh}，${file}，${count(rows)} 行` +
        `${vouchers === null ? "" : `，${count(vouchers)} 张凭证`}。` +
        "撤销后账里没有它们，批次号留着；同一个文件可以再导入。",
      no: "不撤销",
      yes: "撤销",
    },
  },

  opening: {
    title: "期初余额",
    context: (/** @type {OpeningView} */ { starts, day }) => `${starts} 起记账，填 ${day} 的余额`,
    sheet: "各科目余额",
    note: "单位：元；可从 Excel 粘贴：科目编码、借方、贷方，按成员记的再加成员编号",
    code: "科目",
    name: "名称",
    debit: "借方",
    credit: "贷方",
    debitOf: (/** @type {string} */ name) => `${name} 借方`,
    creditOf: (/** @type {string} */ name) => `${name} 贷方`,
    byMember: (/** @type {number} */ members) => `按成员，${count(members)} 名`,
    byLines: (/** @type {number} */ lines) => `${count(lines)} 笔`,
    heading: "填在明细科目",
    unfold: "展开",
    fold: "收起",
    noMembers: "还没有成员。先导入成员。",
    sums: "合计",
    difference: "差额",
    level: "借贷相等",
    debitMore: "借方多",
    creditMore: "贷方多",
    saved: "填写的随时存好",
    saving: "正在存",
    faults: (/** @type {number} */ faults) => `${count(faults)} 处要改`,
    confirm: "确认",
    cannot: {
      empty: "还没有余额",
      faults: (/** @type {number} */ faults) => `${count(faults)} 处要改`,
      difference: (/** @type {string} */ difference) => `还差 ${money(difference)}`,
    },
    confirmed: (/** @type {string} */ number) => `已确认，凭证 ${number}`,
    done: (/** @type {string} */ number) => `期初余额已确认，记为 ${number}。`,
    locks: "确认后记成一张凭证，不能再改；以后要调整，另记凭证。",
    pasteUnknown: (/** @type {string} */ cell) => `没有粘贴：不认识“${cell}”。第一列写科目编码。`,
    pasted: (/** @type {number} */ rows) => `粘贴了 ${count(rows)} 行。`,
    keys: [
      ["Enter ↓", "下一行"],
      ["↑", "上一行"],
      ["Ctrl+V", "粘贴表格"],
    ],
    ask: {
      question: "确认期初余额？",
      facts: (/** @type {OpeningView} */ { debit, credit, day }) =>
        `借方 ${money(debit)}，贷方 ${money(credit)}，日期 ${day}。确认后记成一张凭证，不能再改。`,
      no: "不确认",
      yes: "确认",
    },
  },
};
