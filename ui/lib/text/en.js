// @ts-check
// Every word of the window in English: the same keys as zh.js, which the type holds.

import { accounts, ledgers } from "./en-ledgers.js";
import { backups, closing, statements } from "./en-closing.js";
import { imports } from "./en-imports.js";
import { making, payments } from "./en-making.js";
import { membership } from "./en-members.js";
import { pages } from "./en-pages.js";
import { vouchers } from "./en-vouchers.js";

/** @type {typeof import("./zh.js").zh} */
export const en = {
  total: "Total",
  unit: "in yuan",
  comma: ", ",
  stop: ".",
  yes: "yes",
  no: "no",
  choose: "Choose…",
  notNoted: "not noted",

  nav: {
    label: "Main navigation",
    overview: "Overview",
    cooperatives: "Cooperatives",
    members: "Members",
    ledgers: "Ledgers",
    vouchers: "Vouchers",
    yields: "Yields",
    assets: "Assets, recurring",
    bank: "Bank and cash",
    dividend: "Dividend",
    targets: "Targets, awards",
    print: "Print",
    import: "Import",
    statements: "Statements",
    closing: "Closing",
    backup: "Backup, log",
    start: "Book",
    noBook: "No book is open",
    book: ({ villages, cooperatives }) => `${villages}\u00a0villages, ${cooperatives}\u00a0co-ops`,
    initials: {
      overview: "sy", cooperatives: "hzs", members: "cy", vouchers: "pz", ledgers: "zb",
      dividend: "fh", targets: "mbyjl", print: "dy", import: "dr", start: "zt",
      statements: "bb", closing: "jz", backup: "bfyrz", yields: "clyjy", assets: "zcyzq",
      bank: "yhyxj",
    },
  },

  head: {
    years: "Year",
    yearKeys: "Alt+PgUp / PgDn",
    changeCoop: "change the cooperative",
  },

  status: {
    book: "Book",
    vouchers: "Vouchers",
    lastVoucher: "Last voucher",
    none: "none",
    otherLanguage: "中文",
    otherLanguageCode: "zh-CN",
    light: "Light",
    dark: "Dark",
    palette: "Find, commands",
    shortcuts: "Shortcuts",
    reading: (seconds) => `Reading, ${seconds} s`,
  },

  distribution: {
    none: "none", draft: "Draft", presented: "Before the meeting", approved: "Approved",
  },

  kind: {
    village_collective: "Village collective",
    household: "Household",
    enterprise: "Enterprise",
  },

  chart: { asTable: "as a table", asChart: "as a chart" },

  axis: (yuan) => (yuan === 0 ? "0" : `${yuan / 1000}k`),

  empty: {
    villages: "No villages yet. Import them, or make the demo book under Book.",
    cooperatives: "No cooperatives yet. Import them, or make the demo book under Book.",
    toImport: "Go to the Import page",
    toStart: "Go to Book",
    year: (year) => `The year ${year}`,
  },

  palette: {
    title: "Find, commands",
    hint: "Page, cooperative or village: name, code or pinyin initials",
    chooseCoop: "Change the cooperative",
    coopHint: "Name, code or pinyin initials",
    page: "Page",
    cooperative: "Cooperative",
    village: "Village",
    command: "Command",
    nothing: (typed) => `Nothing found for "${typed}".`,
    move: "choose",
    open: "open",
    close: "close",
    language: "换成中文",
    theme: "Light or dark",
    larger: "Larger text",
    smaller: "Smaller text",
  },

  shortcuts: {
    title: "Shortcuts",
    page: "On this page",
    window: "Everywhere",
    tables: "Tables and charts",
    tableKeys: [
      ["↑ ↓", "up and down"],
      ["Enter", "open what is chosen"],
      ["PgUp PgDn", "a page up or down"],
      ["Home End", "first and last row"],
    ],
    close: "Close",
  },

  keys: {
    coop: "change the cooperative",
    yearBefore: "the year before",
    yearAfter: "the year after",
    table: "chart or table",
    search: "search",
    saveDraft: "save the draft",
    approve: "approve",
    dropTrial: "back to scheme A",
    turnScheme: "other scheme",
    closePanel: "close the village",
    toList: "to the register",
    savePdf: "save the PDF",
    openPdf: "open in the system's viewer",
    pageBefore: "previous page",
    pageAfter: "next page",
    zoom: "whole page or larger",
    palette: "find and commands",
    shortcuts: "shortcuts",
    larger: "larger text",
    smaller: "smaller text",
    usualSize: "usual size of text",
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
