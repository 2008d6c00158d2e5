// @ts-check
// The words of imports and opening balances in English: the same keys as zh-imports.js.

import { asHeading, count, money } from "../format.js";

/**
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 */
function number(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** @type {typeof import("./zh-imports.js").imports} */
export const imports = {
  import: {
    title: "Import",
    context:
      "A file is taken whole; with one fault not a row is taken; an import can be taken back",
    what: "What to import",
    kind: "Content",
    coop: "Cooperative",
    byColumn: "By a column of the file",
    chooseCoop: "Choose one",
    from: "Where from",
    file: "File",
    paste: "Paste",
    path: "A csv, xlsx or xls file",
    text: "Copy in Excel, column names too, and paste here",
    pasted: "Pasted table",
    look: "Preview",
    looking: (seconds) => `Reading, ${seconds} s`,
    nothingToLook: "Choose a file or paste a table first.",
    noCoop: "Choose the cooperative first.",
    columns: "Column names",
    columnsNote: "Optional ones may be missing; any order",
    optional: "optional",
    toSheet: "Without a file: type them into a sheet",
    preview: (file) => `Preview: ${file}`,
    counts: ({ row_count, vouchers }) =>
      number(row_count, "row") + (vouchers === null ? "" : `, ${number(vouchers, "voucher")}`),
    shown: (rows, all) => (rows < all ? `, the first ${count(rows)} shown` : ""),
    take: "Import",
    taking: (seconds) => `Importing, ${seconds} s`,
    takeReason: (faults) => `${number(faults, "fault")} to mend first`,
    before: (batch) => `Imported before, as batch ${batch}`,
    beforeNote: (batch) =>
      `The same rows were imported as batch ${batch}. To import them anew, take batch ${batch} ` +
      "back first.",
    faults: (faults) => `${number(faults, "fault")} to mend`,
    faultsShown: (shown, all) => (shown < all ? `the first ${count(shown)} shown` : ""),
    row: (row) => `Row ${count(row)}`,
    warnings: (warnings) => `${number(warnings, "note")}, can be imported`,
    rowHead: "Row",
    column: (header) => `Column “${header}” as`,
    leftOut: "left out",
    noHeader: "(no name)",
    toHistory: "All imports",
    taken: ({ batch, rows, vouchers }) =>
      `Batch ${batch} imported: ${number(rows, "row")}` +
      `${vouchers === null ? "" : `, ${number(vouchers, "voucher")}`}.`,
    history: "All imports",
    historyNote: (batches) => `${number(batches, "batch", "batches")}, latest first`,
    none: "Nothing was imported yet. Choose the content at the left, then a file, or paste.",
    batch: "Batch",
    content: "Content",
    fileHead: "File",
    coopHead: "Coop",
    rows: "Rows",
    vouchers: "Vouchers",
    who: "By",
    when: "At",
    state: "State",
    undone: (who, when) => `taken back ${when} by ${who}`,
    undo: "Take back",
    undoOf: (batch) => `Take back batch ${batch}`,
    undoing: (seconds) => `Taking back, ${seconds} s`,
    undoneNow: (batch) => `Batch ${batch} was taken back.`,
    ask: {
      question: (batch) => `Take back batch ${batch}?`,
      facts: ({ name, file, rows, vouchers }) =>
        `${asHeading(name.en)}, ${file}, ${number(rows, "row")}` +
        `${vouchers === null ? "" : `, ${number(vouchers, "voucher")}`}. ` +
        "They leave the books; the number stays taken, and the same file can be imported again.",
      no: "No",
      yes: "Take back",
    },
  },

  opening: {
    title: "Opening balances",
    context: ({ starts, day }) => `Books from ${starts}: the balances of ${day}`,
    sheet: "Balances by account",
    note:
      "Yuan; paste from Excel: account code, debit, credit, and the member's code where kept " +
      "by members",
    code: "Account",
    name: "Name",
    debit: "Debit",
    credit: "Credit",
    debitOf: (name) => `${name}, debit`,
    creditOf: (name) => `${name}, credit`,
    byMember: (members) => `by member, ${count(members)}`,
    byLines: (lines) => number(lines, "line"),
    heading: "type it into the sub-accounts",
    unfold: "Unfold",
    fold: "Fold",
    noMembers: "No members yet. Import them first.",
    sums: "Totals",
    difference: "Difference",
    level: "both sides equal",
    debitMore: "more debit",
    creditMore: "more credit",
    saved: "Kept as you type",
    saving: "Saving",
    faults: (faults) => `${number(faults, "fault")} to mend`,
    confirm: "Confirm",
    cannot: {
      empty: "No balances yet",
      faults: (faults) => `${number(faults, "fault")} to mend`,
      difference: (difference) => `Short by ${money(difference)}`,
    },
    confirmed: (number) => `Confirmed as voucher ${number}`,
    done: (number) => `Opening balances confirmed as ${number}.`,
    locks: "Confirming makes them one voucher that never changes; later changes are vouchers.",
    pasteUnknown: (cell) => `Not pasted: “${cell}” is no account. The first column has the codes.`,
    pasted: (rows) => `${number(rows, "row")} pasted.`,
    keys: [
      ["Enter ↓", "next row"],
      ["↑", "row above"],
      ["Ctrl+V", "paste a table"],
    ],
    ask: {
      question: "Confirm the opening balances?",
      facts: ({ debit, credit, day }) =>
        `Debit ${money(debit)}, credit ${money(credit)}, dated ${day}. They become one voucher ` +
        "that never changes.",
      no: "No",
      yes: "Confirm",
    },
  },
};
