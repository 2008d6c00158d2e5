// @ts-check
// The words of the vouchers page in Chinese.

import { count, money } from "../format.js";

/** @typedef {import("../../api/types").VoucherCounts} VoucherCounts */

const details = {
  member: "成员", counterparty: "往来", project: "项目", quantity: "数量", price: "单价",
};

/** @type {Record<string, string>} */
const fields = { summary: "摘要", account: "会计科目", debit: "借方金额", credit: "贷方金额", ...details };

export const vouchers = {
  title: "凭证",
  context: (/** @type {number} */ year, /** @type {VoucherCounts} */ { draft, reviewed, posted }) =>
    `${year} 年，已记账 ${count(posted)} 张` +
    (draft + reviewed === 0 ? "" : `，未记账 ${count(draft + reviewed)} 张`),
  new: "新凭证",
  nothingShown: "在左边选一张凭证，或按 Ctrl+N 记一张。",
  noNumber: "待编号",

  paper: "记账凭证",
  entity: "核算单位：",
  date: "日期",
  word: "字",
  papers: "附件",
  papersUnit: "张",
  lineNumber: "行",
  summary: "摘要",
  account: "会计科目",
  debit: "借方金额",
  credit: "贷方金额",
  places: () => "亿千百十万千百十元角分",
  preparer: "制单",
  reviewer: "审核",
  poster: "记账",
  details,
  fieldOf: (/** @type {number} */ line, /** @type {string} */ field) =>
    `第 ${line} 行${fields[field]}`,

  pick: { list: "可选的", nothing: "没有找到。", move: "选", take: "取", close: "关" },

  list: {
    title: "凭证列表",
    search: "摘要、金额、科目、成员、字号",
    states: "按状态",
    all: "全部",
    month: "月份",
    everyMonth: "全年",
    monthName: (/** @type {number} */ month) => `${month} 月`,
    amount: "金额",
    state: { draft: "草稿", reviewed: "已审核", posted: "已记账" },
    noDate: "未填",
    noSummary: "（未写摘要）",
    reverses: (/** @type {string} */ number) => `红字，冲 ${number}`,
    reversedBy: (/** @type {string} */ number) => `被 ${number} 冲`,
    corrects: (/** @type {string} */ number) => `更正 ${number}`,
    correctedBy: (/** @type {string} */ number) => `改为 ${number}`,
    attachments: (/** @type {number} */ files) => `文件 ${files}`,
    older: "更早的凭证",
    notFound: (/** @type {string} */ text) => `没有找到“${text}”。按 Esc 清空。`,
    noneOfThese: "没有这样的凭证。选“全部”和“全年”看所有的。",
    none: (/** @type {number} */ year) => `${year} 年还没有凭证。`,
    first: "记第一张",
    import: "从 Excel 导入",
    opening: "先录期初余额",
  },

  foot: {
    debit: "借方",
    credit: "贷方",
    difference: "差",
    fill: "填入差额",
    save: "存草稿",
    post: "记账",
    review: "审核",
    unreview: "取消审核",
    discard: "作废草稿",
    mustBalance: "差额为零才能记账；草稿随时保存",
    otherReviews: (/** @type {string} */ preparer) =>
      `${preparer} 制单，由另一人审核；按 F6 换操作员`,
    keeping: {
      nothing: "输入即存为草稿", saved: "草稿已存", saving: "正在存草稿…", refused: "草稿没有存上",
    },
    savedDraft: "草稿已存。",
    reviewed: "已审核，可以记账。",
    unreviewed: "已取消审核，可以再改。",
    posting: (/** @type {number} */ seconds) => `正在记账，${seconds} 秒`,
    posted: (/** @type {string} */ number) => `${number} 已记账。`,
    keys: [
      ["Enter", "下一格"], ["..", "同上行"], ["=", "填差额"], ["空格", "换借贷"],
      ["F3", "往来与数量"], ["F4", "选科目"], ["Ctrl+I", "插行"], ["Ctrl+D", "删行"],
    ],
  },

  attached: {
    title: "附件文件",
    note: (/** @type {number} */ files) => (files === 0 ? "还没有" : `${files} 个`),
    size: (/** @type {number} */ bytes) => `${count(Math.ceil(bytes / 1024))} KB`,
    path: "文件路径",
    add: "添加",
    adding: (/** @type {number} */ seconds) => `正在读入文件，${seconds} 秒`,
    drop: "去掉",
    dropNamed: (/** @type {string} */ name) => `去掉 ${name}`,
    opened: "已交给系统看图程序。",
  },

  beside: {
    title: (/** @type {string} */ number) => `对照：${number}`,
    note: (
      /** @type {string} */ date, /** @type {string} */ preparer,
      /** @type {string | null} */ reviewer,
    ) => `${date}，${preparer} 制单${reviewer === null ? "" : `，${reviewer} 审核`}`,
    open: "打开",
  },

  bound: {
    reverses: "冲销",
    reversedBy: "已被冲销，红字",
    corrects: "更正",
    correctedBy: "更正凭证",
    reason: (/** @type {string} */ reason) => `原因：${reason}`,
    source: "来自",
  },

  posted: {
    at: (/** @type {string} */ poster, /** @type {string} */ at) => `${poster} ${at} 记账`,
    chain: (/** @type {number} */ place) => `校验链第 ${count(place)} 条`,
    print: "打印",
    copy: "复制",
    correct: "更正",
    reverse: "红字冲销",
  },

  takeBack: {
    reverse: {
      question: (/** @type {string} */ number) => `用红字冲销 ${number}？`,
      facts: (/** @type {string} */ amount) =>
        `记一张同样分录的红字凭证，合计 −${money(amount)} 元。红字凭证不能再改。`,
      yes: "冲销",
    },
    correct: {
      question: (/** @type {string} */ number) => `更正 ${number}？`,
      facts: (/** @type {string} */ amount) =>
        `先用红字冲销 −${money(amount)} 元，再打开同样分录的草稿，改对后记账。`,
      yes: "冲销并更正",
    },
    on: "日期",
    reason: "原因",
    reasonHint: "如 单价误记 2.20，应为 2.13",
    no: "不冲销",
    reversed: (/** @type {string} */ number, /** @type {string} */ red) =>
      `${number} 已由红字 ${red} 冲销。`,
    waits: "红字凭证已拟好，等另一人审核。",
  },

  discard: {
    question: "作废这张草稿？",
    facts: (/** @type {string} */ summary, /** @type {string} */ amount) =>
      `${summary === "" ? "未写摘要" : summary}，借方 ${money(amount)} 元。作废后找不回来。`,
    no: "留着",
    yes: "作废",
    done: "草稿已作废。",
  },

  settings: {
    open: (/** @type {string} */ operator) => `操作员 ${operator}`,
    /** @type {(review: boolean) => string} */
    rule: (review) => (review ? "须由另一人审核" : "不须审核"),
    title: "操作员与审核",
    operator: "操作员",
    review: "记账前须由另一人审核",
    note: "操作员记在每张凭证上；审核的规定写进账套，改了留痕。",
    no: "不改",
    yes: "存",
    saved: (/** @type {string} */ name) => `操作员 ${name}。`,
  },

  templates: {
    open: "模板",
    title: "模板",
    none: "还没有模板。打开一张凭证，在这里起名存下。",
    keep: "把现在这张存为",
    save: "存模板",
    drop: "删去",
    dropNamed: (/** @type {string} */ name) => `删去模板 ${name}`,
    saved: (/** @type {string} */ name) => `模板“${name}”已存。`,
    close: "关闭",
  },

  sources: {
    open: "由业务生成",
    title: "由业务生成凭证",
    note: (/** @type {number} */ waiting, /** @type {number} */ all) =>
      `${count(all)} 笔，未做凭证 ${count(waiting)} 笔`,
    back: "回凭证",
    kinds: "业务种类",
    kind: { contribution: "出资", delivery: "交易", yield: "产量" },
    what: "业务",
    voucher: "凭证",
    make: "生成",
    made: "已按业务拟好草稿，核对后记账。",
    none: {
      contribution: "这一年没有出资或退资。", delivery: "这一年没有成员交易。",
      yield: "这一年没有产量记录。",
    },
  },

  print: {
    title: "打印凭证",
    which: "打印哪些",
    month: (/** @type {string} */ month, /** @type {number} */ vouchers) =>
      `${month} 全月 ${count(vouchers)} 张`,
    before: "上页",
    after: "下页",
    preview: "预览",
    path: "存到",
    no: "不存",
    save: "存为 PDF",
    drawing: (/** @type {number} */ seconds) => `正在排版，${seconds} 秒`,
    saved: (/** @type {string} */ file, /** @type {number} */ pages) =>
      pages === 0 ? `${file} 已存。` : `${file} 已存，${pages} 页。`,
    fileName: (/** @type {string} */ coop, /** @type {string} */ which) =>
      `${coop} 凭证 ${which}.pdf`,
  },

  keys: {
    next: "记账或审核",
    save: "存草稿",
    pick: "从列表中选",
    details: "往来、项目、数量、单价",
    fill: "填入差额",
    insert: "插入一行",
    drop: "删去一行",
    discard: "作废草稿",
    toList: "回列表",
  },
};
