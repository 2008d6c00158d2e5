// @ts-check
// Every word of the window in Chinese: here what frames the pages, in zh-pages.js the pages.

import { accounts, ledgers } from "./zh-ledgers.js";
import { backups, closing, statements } from "./zh-closing.js";
import { imports } from "./zh-imports.js";
import { making, payments } from "./zh-making.js";
import { membership } from "./zh-members.js";
import { pages } from "./zh-pages.js";
import { vouchers } from "./zh-vouchers.js";

/** @typedef {import("../../api/types").BookView} BookView */

export const zh = {
  total: "合计",
  unit: "单位：元",
  comma: "、",
  stop: "。",
  yes: "可",
  no: "否",
  choose: "选择…",
  notNoted: "未登记",

  nav: {
    label: "主导航",
    overview: "首页",
    cooperatives: "合作社",
    members: "成员",
    ledgers: "账簿",
    statements: "报表",
    closing: "结账",
    vouchers: "凭证",
    yields: "产量与交易",
    assets: "资产与周期",
    bank: "银行与现金",
    dividend: "分红",
    targets: "目标与奖励",
    print: "打印",
    import: "导入",
    backup: "备份与日志",
    start: "账套",
    noBook: "没有打开账套",
    book: (/** @type {BookView} */ { name, villages, cooperatives }) =>
      `${name} · ${villages}\u00a0村\u00a0${cooperatives}\u00a0社`,
    initials: {
      overview: "sy", cooperatives: "hzs", members: "cy", vouchers: "pz", ledgers: "zb",
      dividend: "fh", targets: "mbyjl", print: "dy", import: "dr", start: "zt",
      statements: "bb", closing: "jz", backup: "bfyrz", yields: "clyjy", assets: "zcyzq",
      bank: "yhyxj",
    },
  },

  head: {
    years: "年度",
    yearKeys: "Alt+PgUp / PgDn",
    changeCoop: "换合作社",
  },

  status: {
    book: "账套",
    vouchers: "凭证",
    lastVoucher: "末张凭证",
    none: "无",
    otherLanguage: "English",
    otherLanguageCode: "en",
    light: "浅色",
    dark: "深色",
    palette: "查找与命令",
    shortcuts: "快捷键",
    reading: (/** @type {number} */ seconds) => `正在读取，${seconds} 秒`,
  },

  distribution: {
    none: "未编", draft: "草案", presented: "已提交大会", approved: "已通过",
  },

  kind: { village_collective: "村集体", household: "农户", enterprise: "企业等单位" },

  chart: { asTable: "看表格", asChart: "看图" },

  axis: (/** @type {number} */ yuan) => (yuan === 0 ? "0" : `${yuan / 10_000} 万`),

  empty: {
    villages: "还没有村。先在“导入”页导入，或在“账套”页建示范账套。",
    cooperatives: "还没有合作社。先在“导入”页导入，或在“账套”页建示范账套。",
    toImport: "去导入页",
    toStart: "去账套页",
    year: (/** @type {number} */ year) => `${year} 年度`,
  },

  palette: {
    title: "查找与命令",
    hint: "页面、合作社、村：名称、编号或拼音首字母",
    chooseCoop: "换合作社",
    coopHint: "名称、编号或拼音首字母",
    page: "页面",
    cooperative: "合作社",
    village: "村",
    command: "命令",
    nothing: (/** @type {string} */ typed) => `没有找到“${typed}”。`,
    move: "选",
    open: "打开",
    close: "关闭",
    language: "Switch to English",
    theme: "换深浅色",
    larger: "放大文字",
    smaller: "缩小文字",
  },

  shortcuts: {
    title: "快捷键",
    page: "这一页",
    window: "处处可用",
    tables: "表格与图",
    tableKeys: [
      ["↑ ↓", "上下移动"],
      ["Enter", "打开所选"],
      ["PgUp PgDn", "翻页"],
      ["Home End", "首行、末行"],
    ],
    close: "关闭",
  },

  keys: {
    coop: "换合作社",
    yearBefore: "上一年",
    yearAfter: "下一年",
    table: "图与表格互换",
    search: "查找",
    saveDraft: "存草案",
    approve: "表决通过",
    dropTrial: "采用方案甲",
    turnScheme: "换方案",
    closePanel: "关闭所选的村",
    toList: "回名册",
    savePdf: "存为 PDF",
    openPdf: "在系统看图程序打开",
    pageBefore: "上页",
    pageAfter: "下页",
    zoom: "整页与放大互换",
    palette: "查找与命令",
    shortcuts: "快捷键",
    larger: "放大文字",
    smaller: "缩小文字",
    usualSize: "文字还原",
  },

  accounts,
  backups,
  closing,
  ledgers,
  making,
  membership,
  statements,
  payments,
  ...pages,
  ...imports,
  vouchers,
};
