// @ts-check
// The words of the vouchers page in English: the same keys as zh-vouchers.js.

import { count, money } from "../format.js";

const details = {
  member: "Member", counterparty: "Party", project: "Project", quantity: "Quantity",
  price: "Price",
};

/** @type {Record<string, string>} */
const fields = {
  summary: "summary", account: "account", debit: "debit", credit: "credit", member: "member",
  counterparty: "other party", project: "project", quantity: "quantity", price: "unit price",
};

const MONTHS = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/** @type {typeof import("./zh-vouchers.js").vouchers} */
export const vouchers = {
  title: "Vouchers",
  context: (year, { draft, reviewed, posted }) =>
    `${year}: ${count(posted)} posted` +
    (draft + reviewed === 0 ? "" : `, ${count(draft + reviewed)} not yet`),
  new: "New",
  nothingShown: "Choose a voucher at the left, or press Ctrl+N to type one.",
  noNumber: "no number yet",

  paper: "Voucher",
  entity: "Books of ",
  date: "Date",
  word: "Word",
  papers: "Papers",
  papersUnit: "attached",
  lineNumber: "No.",
  summary: "Summary",
  account: "Account",
  debit: "Debit",
  credit: "Credit",
  places: () => "",
  preparer: "Prepared",
  reviewer: "Reviewed",
  poster: "Posted",
  details,
  fieldOf: (line, field) => `Line ${line}, ${fields[field]}`,

  pick: { list: "Choices", nothing: "Nothing found.", move: "move", take: "take", close: "close" },

  list: {
    title: "List of vouchers",
    search: "Summary, amount, account, number",
    states: "By state",
    all: "All",
    month: "Month",
    everyMonth: "Year",
    monthName: (month) => MONTHS[month - 1] ?? "",
    amount: "Amount",
    state: { draft: "draft", reviewed: "reviewed", posted: "posted" },
    noDate: "none",
    noSummary: "(no summary)",
    reverses: (number) => `red, reverses ${number}`,
    reversedBy: (number) => `reversed by ${number}`,
    corrects: (number) => `corrects ${number}`,
    correctedBy: (number) => `corrected by ${number}`,
    attachments: (files) => `${files} ${files === 1 ? "file" : "files"}`,
    older: "Older vouchers",
    notFound: (text) => `Nothing found for “${text}”. Esc clears it.`,
    noneOfThese: "No such vouchers. Choose All and Year to see every one.",
    none: (year) => `No vouchers in ${year} yet.`,
    first: "Type the first one",
    import: "Import from Excel",
    opening: "Enter opening balances first",
  },

  foot: {
    debit: "Debit",
    credit: "Credit",
    difference: "Difference",
    fill: "fill it in",
    save: "Save draft",
    post: "Post",
    review: "Review",
    unreview: "Take review back",
    discard: "Discard draft",
    mustBalance: "Posting needs a difference of zero; the draft is kept meanwhile",
    otherReviews: (preparer) =>
      `Prepared by ${preparer}; another person reviews it. F6 changes the operator`,
    keeping: {
      nothing: "Kept as a draft while you type", saved: "Draft saved",
      saving: "Saving the draft…", refused: "The draft could not be saved",
    },
    savedDraft: "Draft saved.",
    reviewed: "Reviewed; it can be posted.",
    unreviewed: "Review taken back; it can be changed again.",
    posting: (seconds) => `Posting, ${seconds} s`,
    posted: (number) => `${number} posted.`,
    keys: [
      ["Enter", "next field"], ["..", "as above"], ["=", "difference"], ["Space", "other side"],
      ["F3", "details"], ["F4", "choose"], ["Ctrl+I", "insert"], ["Ctrl+D", "delete line"],
    ],
  },

  attached: {
    title: "Files attached",
    note: (files) => (files === 0 ? "none yet" : String(files)),
    size: (bytes) => `${count(Math.ceil(bytes / 1024))} KB`,
    path: "Path of a file",
    add: "Attach",
    adding: (seconds) => `Reading the file, ${seconds} s`,
    drop: "remove",
    dropNamed: (name) => `Remove ${name}`,
    opened: "Handed to the system's viewer.",
  },

  beside: {
    title: (number) => `Beside it: ${number}`,
    note: (date, preparer, reviewer) =>
      `${date}, prepared by ${preparer}${reviewer === null ? "" : `, reviewed by ${reviewer}`}`,
    open: "Open",
  },

  bound: {
    reverses: "Reverses",
    reversedBy: "Reversed by red",
    corrects: "Corrects",
    correctedBy: "Corrected by",
    reason: (reason) => `Reason: ${reason}`,
    source: "From",
  },

  posted: {
    at: (poster, at) => `Posted by ${poster}, ${at}`,
    chain: (place) => `Entry ${count(place)} of the chain`,
    print: "Print",
    copy: "Copy",
    correct: "Correct",
    reverse: "Reverse in red",
  },

  takeBack: {
    reverse: {
      question: (number) => `Reverse ${number} in red?`,
      facts: (amount) =>
        `A red voucher with the same lines is posted, −${money(amount)} yuan in all. ` +
        "It cannot be changed.",
      yes: "Reverse",
    },
    correct: {
      question: (number) => `Correct ${number}?`,
      facts: (amount) =>
        `It is reversed in red, −${money(amount)} yuan, and a draft with the same lines opens ` +
        "to be put right and posted.",
      yes: "Reverse and correct",
    },
    on: "Date",
    reason: "Reason",
    reasonHint: "such as: price 2.13, not 2.20",
    no: "No",
    reversed: (number, red) => `${number} reversed by red ${red}.`,
    waits: "The red voucher waits for another person's review.",
  },

  discard: {
    question: "Discard this draft?",
    facts: (summary, amount) =>
      `${summary === "" ? "No summary" : summary}, debit ${money(amount)} yuan. ` +
      "It cannot be brought back.",
    no: "Keep it",
    yes: "Discard",
    done: "Draft discarded.",
  },

  settings: {
    open: (operator) => `Operator ${operator}`,
    rule: (review) => (review ? "reviewed by another" : "no review needed"),
    title: "Operator and review",
    operator: "Operator",
    review: "Another person reviews before posting",
    note: "The operator stands on every voucher; the rule of review is kept in the book, and " +
      "each change of it is recorded.",
    no: "No change",
    yes: "Save",
    saved: (name) => `Operator ${name}.`,
  },

  templates: {
    open: "Templates",
    title: "Templates",
    none: "No templates yet. Open a voucher, and keep it here under a name.",
    keep: "Keep this one as",
    save: "Keep",
    drop: "drop",
    dropNamed: (name) => `Drop the template ${name}`,
    saved: (name) => `Template “${name}” kept.`,
    close: "Close",
  },

  sources: {
    open: "From records",
    title: "Vouchers from records",
    note: (waiting, all) => `${count(all)} records, ${count(waiting)} without a voucher`,
    back: "Back to the vouchers",
    kinds: "Kinds of records",
    kind: { contribution: "Contributions", delivery: "Deliveries", yield: "Yields" },
    what: "Record",
    voucher: "Voucher",
    make: "make one",
    made: "Draft made from the record; look it over and post it.",
    none: {
      contribution: "No contributions or withdrawals in this year.",
      delivery: "No deliveries in this year.", yield: "No yields in this year.",
    },
  },

  print: {
    title: "Print vouchers",
    which: "Which ones",
    month: (month, vouchers) => `All ${count(vouchers)} of ${month}`,
    before: "before",
    after: "after",
    preview: "Preview",
    path: "Save to",
    no: "No",
    save: "Save as PDF",
    drawing: (seconds) => `Laying out, ${seconds} s`,
    saved: (file, pages) =>
      pages === 0 ? `${file} saved.` : `${file} saved, ${pages} ${pages === 1 ? "page" : "pages"}.`,
    fileName: (coop, which) => `${coop} vouchers ${which}.pdf`,
  },

  keys: {
    next: "Post or review",
    save: "Save the draft",
    pick: "Choose from the list",
    details: "Party, project, quantity, price",
    fill: "Fill in the difference",
    insert: "Insert a line",
    drop: "Delete a line",
    discard: "Discard the draft",
    toList: "Back to the list",
  },
};
