// @ts-check
// The words of the pages in English: the same keys as zh-pages.js, which the type holds.

import { count, money, percentOf, shortName } from "../format.js";

/**
 * @param {number} number
 * @param {string} one
 * @param {string} [many]
 * @returns {string}
 */
function number(number, one, many = `${one}s`) {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/**
 * @param {import("../../api/types").DividendView} view
 * @returns {string}
 */
function others(view) {
  const enterprises = view.members.some(({ kind }) => kind === "enterprise");
  return number(view.other_count, enterprises ? "other" : "household");
}

/**
 * The year, where no row of years says it.
 * @param {import("../../api/types").DividendView} view
 * @returns {string}
 */
function yearWord({ year, years }) {
  return years.length < 2 ? `${year}, ` : "";
}

/** The funds that the law and most charters name. */
const FUNDS = new Map([
  ["盈余公积", "Surplus reserve"],
  ["公益金", "Welfare fund"],
  ["风险金", "Risk fund"],
  ["风险准备金", "Risk fund"],
]);

/**
 * @param {string} fund
 * @returns {string}
 */
function fundName(fund) {
  return FUNDS.get(fund) ?? fund;
}

/** @type {typeof import("./zh-pages.js").pages} */
export const pages = {
  overview: {
    title: (year) => `The year ${year}`,
    context: (view) =>
      `${view.village_count} villages in ${number(view.townships, "township")}, ` +
      `${number(view.cooperative_count, "cooperative")}; target ${money(view.target)} each`,
    reached: "Target met",
    reachedNote: ({ reached_before }) =>
      reached_before === null ? "villages" : `villages, ${reached_before} last year`,
    missed: "Target missed",
    missedIn: ({ missed, missed_townships }) =>
      missed === 0 ? "villages" : `in ${number(missed_townships, "township")}`,
    shortfall: "Shortfall in all",
    income: "Collective income",
    before: ({ income_before }) => `last year ${money(income_before)}`,
    dividend: "Of it, dividends",
    part: (percent) => `${percent}%`,
    chartTitle: "Villages against the target",
    chartNote: "highest first; a bar opens its village",
    legendDividend: "Dividends",
    legendOther: "Other counted",
    legendShortfall: "Shortfall",
    targetLine: (target) => `Target ${target}`,
    groupOf: (name, villages) => `${shortName(name)}, ${villages}`,
    groupMissed: (villages) => `${villages} missed`,
    bar: ({ name, dividend, other, income, shortfall, reached }) =>
      `${name} ${money(income)}: dividends ${money(dividend)}, other ${money(other)}; ` +
      (reached ? "target met" : `short by ${money(shortfall)}`),
    village: "Village",
    township: "Township",
    incomeOf: "Income",
    shortfallOf: "Short by",
    cooperatives: "Surplus of the cooperatives",
    cooperativesNote: (all) => `highest first, ${all} in all, in yuan; to villages: approved only`,
    cooperative: "Cooperative",
    line: "Business",
    villages: "Vill.",
    surplus: "Surplus",
    toVillages: "To villages",
    status: "Dividend",
    missedTitle: "Target missed",
    missedNote: (missed) => `largest shortfall first, ${number(missed, "village")}`,
    missedAll: (missed) => `Total, ${number(missed, "village")}`,
    allTargets: "Targets, awards",
    allReached: "Every village has met the target.",
  },

  cooperatives: {
    title: "Cooperatives",
    context: (all, members) => `${all} cooperatives, ${members} members`,
    list: "Register",
    note: (shown, all) => `by code, ${shown} / ${all}, in yuan`,
    search: "Code, name or pinyin initials",
    code: "Code",
    name: "Name",
    alliance: "Alliance",
    line: "Business",
    villages: "Villages",
    households: "Households",
    members: "Members",
    capital: "Capital",
    surplus: "Surplus",
    status: "Dividend",
    nothing: (typed) => `Nothing found for "${typed}". Esc clears it.`,
  },

  cooperative: {
    title: "Cooperative",
    context: (year, row, capital) =>
      `${year}, ${number(row.members, "member")}, capital ${capital}`,
    toMembers: "Members",
    toDividend: "Dividend",
    registration: "Registration",
    code: "Code",
    creditCode: "Credit code",
    alliance: "Alliance",
    line: "Business",
    starts: "Books since",
    structure: "Members and capital",
    byCapital: "Capital",
    byMembers: "Members",
    part: (kind, row) =>
      `${kind}: ${number(row.members, "member")}, ${row.members_percent}%; ` +
      `capital ${money(row.capital)}, ${row.capital_percent}%`,
    legend: (kind, row) =>
      `${kind}: ${row.members_percent}% of members, ${row.capital_percent}% of capital`,
    kindHead: "Kind of member",
    part100: "Share",
    surplusHead: (year) => `Where the surplus of ${year} comes from`,
    account: "Account",
    name: "Name",
    amount: "Amount",
    surplus: "Surplus",
    noVouchers: "No vouchers of income or cost in this year yet.",
    distributions: "Distributions",
    year: "Year",
    pool: "Shared out",
    resolution: "Resolution",
    status: "State",
    noDistributions: "No distribution has been drafted yet.",
    villages: "Member villages",
    villagesNote: (all) => `largest capital first, ${all}`,
    village: "Village",
    township: "Township",
    capital: "Capital",
    noVillages: "No village collective is a member.",
    yields: "Yields",
    deliveries: "Deliveries of members",
    product: "Product",
    quantity: "Quantity",
    records: "Records",
    noYields: "No yields in this year.",
    noDeliveries: "No deliveries in this year.",
  },

  members: {
    title: "Members",
    context: (year, members, capital) => `${year}, ${members} members, capital ${capital}`,
    register: "Register",
    note: (shown, all) => `in order of the register, ${shown} / ${all}, in yuan.`,
    dividendIs: "Dividend",
    search: "Code, name or pinyin initials",
    code: "Code",
    name: "Member",
    kind: "Kind",
    village: "Village",
    joined: "Joined",
    capital: "Capital",
    deliveries: "Patronage",
    refund: "Patronage refund",
    dividend: "Guaranteed, residual",
    total: "In all",
    all: (members) => `Total, ${members} members`,
    none: (year) =>
      `No members in ${year}. Choose another year, or add one, or import a list.`,
    nothing: (typed) => `Nothing found for "${typed}". Esc clears it.`,
  },

  member: {
    register: "To the register",
    capital: (year) => `Capital at the end of ${year ?? ""}`,
    deliveries: (year) => `Patronage ${year ?? ""}`,
    refund: (year) => `Patronage refund ${year ?? ""}`,
    dividend: (year) => `Guaranteed, residual ${year ?? ""}`,
    total: (year) => `In all ${year ?? ""}`,
    registration: "Registration",
    code: "Code",
    kind: "Kind",
    village: "Village",
    joined: "Joined",
    idNumber: "ID number",
    bankAccount: "Bank account",
    notes: "Notes",
    byYear: "Year by year",
    year: "Year",
    refundHead: "Patronage refund",
    guaranteedHead: "Guaranteed",
    residualHead: "Residual",
    totalHead: "Total",
    status: "State",
    noDistributions: "No distribution yet.",
    contributions: "Contributions",
    on: "Date",
    form: "Form",
    class: "Share class",
    amount: "Amount",
    capitalAfter: "Capital after it",
    noContributions: "No contributions.",
    deliveriesHead: "Deliveries",
    product: "Product",
    quantity: "Quantity",
    records: "Records",
    noDeliveries: "No deliveries.",
  },

  dividend: {
    title: "Dividend",
    context: (view) =>
      `${yearWord(view)}${number(view.village_count, "village")}, ${others(view)}, ` +
      `capital ${money(view.totals.all.capital)}`,
    others,
    showWorking: "Working",
    print: "Print slips",
    saveFirst: "save the draft first",
    saving: (seconds) => `Saving the draft, ${seconds} s`,
    saved: (pool) => `Draft saved, ${pool} yuan to share out.`,
    approving: (seconds) => `Approving, ${seconds} s`,
    approved: (resolution) => `Approved by resolution ${resolution}.`,
    scheme: "Scheme",
    schemeArea: "Scheme and checks",
    settled: "approved, frozen",
    tabDefault: "A default",
    tabPlan: "A saved",
    tabTrial: "B trial",
    trialName: "B",
    planName: "A",
    chartTitle: "From surplus to slips",
    chartNote: "a bar leads to its step",
    dashed: "Dashed: scheme A",
    bar: (name, amount) => `${name} ${amount}`,
    members: "What each member gets",
    noMembers: "No members yet: nobody to share with.",
    noWorking: (name) => `${name} takes part in no pool.`,
    othersNote: (view) => `${others(view)}, ${money(view.to_others)} in all`,
    allMembers: (members) => `Total, ${count(members)}`,
    open: "unfold",
    close: "fold",
    steps: {
      label: "Five steps",
      surplus: "Surplus of the books",
      aside: "Losses, set aside",
      pools: "To share out",
      members: "Members",
      exact: (members) => `${members}, exact to the fen`,
      meeting: "Resolution",
      state: ({ status, resolution, presented_on }) =>
        status === "approved"
          ? `approved ${resolution ?? ""}`
          : status === "presented" ? `laid open ${presented_on ?? ""}` : "not yet",
    },
    chart: {
      surplus: "Surplus",
      losses: "Losses",
      fund: fundName,
      opening: "Brought forward",
      distributable: "To distribute",
      retained: "Retained",
      patronage: "Patronage refund",
      guaranteed: (rate) => (rate === null ? "Guaranteed" : `Guaranteed ${percentOf(rate)}%`),
      account: "Residual",
      villages: (villages) => number(villages, "village"),
    },
    form: {
      label: "Scheme",
      surplus: "Surplus",
      surplusNote: "income less cost",
      losses: "Losses made up",
      opening: "Brought forward",
      fund: fundName,
      addFund: "Set aside for another fund",
      fundName: "Name",
      fundHint: "Welfare fund",
      fundTake: "Rate or amount",
      unit: "Unit",
      remove: "Remove",
      removeOf: (fund) => `Remove ${fund}`.trim(),
      noRate: (typed) => `"${typed}" is no number. Write the rate as a number, such as 10.`,
      preset: "Begin with",
      presets: {
        law: "60 % by patronage", shares: "by shares only", guaranteed: "guaranteed first",
        own: "own",
      },
      retained: "Retained",
      yuan: "¥",
      patronage: "Patronage refund",
      noPatronage: "no dealings",
      guaranteed: "Guaranteed",
      noGuaranteed: "none",
      weighting: "Capital counts",
      year_end: "at year end",
      days_held: "by days held",
      rest: "Residual",
      restBy: "by member accounts",
    },
    columns: {
      member: "Member",
      patronage: "Patronage",
      refund: "Patronage refund",
      base: "Base",
      share: "Share",
      guaranteed: "Guaranteed",
      residual: "Residual",
      fen: "Fen moved",
      total: "Total",
      totalOf: (scheme) => `${scheme} total`,
      difference: ({ shown, plan }) => `${shown} less ${plan}`,
      step: "Item",
      amount: "Amount",
    },
    working: {
      title: (name) => `Working of ${name}`,
      patronage: "Patronage refund",
      guaranteed: "Guaranteed",
      account: "Residual",
      base: "Base:",
      yuanDays: "yuan-days",
      remainder: (fen, moved) =>
        moved ? `remainder ${fen} fen, 1 fen added` : `remainder ${fen} fen`,
    },
    stateTrial: "Scheme B, trial",
    statePlan: {
      none: "Scheme A, not saved", draft: "Scheme A, draft", presented: "Before the meeting",
      approved: "Approved",
    },
    presentedNote: ({ presented_on, meeting_on }) =>
      `Open to the members from ${presented_on ?? ""} on` +
      `${meeting_on === null ? "" : `, the meeting on ${meeting_on}`}. Take it back to change it.`,
    present: "Put before the meeting",
    presentNote: "The figures stay from then on and lie open for 15 days; take it back to change.",
    presenting: "Saving…",
    presentOn: "From",
    meetingOn: "Meeting on",
    meetingHint: "empty where it is not known",
    presented: "The plan is before the meeting",
    planPaper: "Save plan",
    planFile: (year) => `plan of ${year}`,
    planWritten: (path) => `Written: ${path}`,
    withdraw: "Take the plan back",
    withdrawing: "Taking back…",
    withdrawn: "The plan is a draft again",
    reverse: "Reverse",
    reverseNote: "All its vouchers are reversed in red; what was approved stays on record. Then " +
      "the year can be run anew.",
    reversing: "Reversing…",
    reverseOn: "On",
    reason: "Reason",
    reversedDone: "The distribution is reversed; make another plan",
    reversedHead: "Reversed",
    reversedRun: ({ run, resolution, approved_on, reversed_on, reason, pool }) =>
      `Run ${run}: resolution ${resolution} of ${approved_on} shared out ${money(pool)}; ` +
      `reversed on ${reversed_on}: ${reason}`,
    sums: (view) =>
      `Total ${money(view.totals.all.total)}, equal to what is shared out` +
      (view.totals.all.fen_moved === 0
        ? "."
        : `; ${count(view.totals.all.fen_moved)} fen moved to the largest remainders.`),
    lastGood: "One field is not right; the table shows the figures before it.",
    settledTitle: "Approved",
    settledNote: ({ resolution, approved_on }) =>
      `Resolution ${resolution ?? ""} of ${approved_on ?? ""}. The figures are frozen.`,
    drop: "Back to A",
    save: "Save draft",
    approve: "Approve",
    approval: {
      question: (year, day) =>
        `Has the meeting${day === null ? "" : ` of ${day}`} passed the dividend of ${year}?`,
      open: (open) => `${number(open, "check")} that ${open === 1 ? "fails" : "fail"}:`,
      facts: (name, members, pool) =>
        `${name}, ${members} members, ${pool} yuan in all. The figures are frozen from then on.`,
      resolution: "Resolution no.",
      resolutionHint: "such as 鹅社〔2026〕1号",
      on: "Date",
      onHint: "such as 2026-01-18",
      no: "Not yet",
      yes: "Approve",
    },
  },

  findings: {
    title: "Checks",
    source: "law and charter",
    error: "Fails",
    warning: "Decide",
    note: "Note",
    ok: "Holds",
    none: "Nothing to check.",
  },

  targets: {
    title: "Targets and awards",
    context: (view) =>
      `Target ${money(view.target)}; ${view.reached} met it, ${view.missed} missed it, short by `,
    beside: "Townships and pay cuts, or the chosen village",
    villages: "Villages",
    villagesNote: (shown, all) => `largest shortfall first, ${shown} / ${all}, Enter opens`,
    search: "Name, code or initials",
    village: "Village",
    township: "Township",
    before: "Last year",
    income: "This year",
    completion: "Done",
    state: "Target",
    reached: "met",
    missed: "missed",
    shortfall: "Short by",
    cut: "Cut",
    payCut: "Pay cut",
    townships: "Townships",
    townshipsNote: (percent) => `rated good when ${percent}% of the villages met it`,
    reachedHead: "Met",
    rating: "Good",
    missedVillages: "Missed it",
    villagesCount: (all) => number(all, "village"),
    tierVillages: "Villages",
    tiers: "Steps of the pay cut",
    tiersNote: (total) => `pay of the secretaries, ${total} in all`,
    completionOf: "Done",
    tier: (from, below) => (from === null ? `below ${below}%` : `${from}% to below ${below}%`),
    amount: "Amount",
    noTiers: "No pay cut is set.",
    nothing: (typed) => `Nothing found for "${typed}". Esc clears it.`,
  },

  awards: {
    title: "Awards",
    note: (lists, total) =>
      `${number(lists.length, "list")}, ${total} in all; below, the working of the chosen place`,
    prize: (prize, team) => (team === "0.00" ? `${prize} each` : `${prize} each, team ${team}`),
    rank: "Place",
    village: "Village",
    industry: "Industry income",
    before: "Last year",
    income: "This year",
    growth: "Growth",
    growthRate: "Growth",
    fromNothing: "from 0",
    beforeEveryRate: (name, growth) => `${name}: from 0, before every rate; growth ${growth}`,
    tied: "tied",
    byIndustry: (name, industry) => `${name}: joint industry ${industry}`,
    none: "No village qualifies.",
  },

  village: {
    close: "Close",
    reached: (income, target, percent) =>
      `Income ${income}, target ${target}, ${percent}% done. Met.`,
    missed: (income, target, percent) =>
      `Income ${income}, target ${target}, ${percent}% done. Short by `,
    payCut: (cut, amount) => `; the secretary's pay is cut by ${cut}%, ${amount}.`,
    sources: (year) => `Income of ${year}`,
    notCounted: "not counted",
    counted: "Counted",
    noIncome: "No income noted for this year.",
    amount: "Amount",
    years: "Year by year",
    year: "Year",
    income: "Counted income",
    target: "Target",
  },

  print: {
    title: "Print",
    notYet: "dividend slips",
    context: ({ year, slips, pages }) =>
      `${number(slips, "slip")} of ${year} on ${number(pages, "A4 page")}, three to a page`,
    notApproved: (name, year) =>
      `The dividend of ${year} of ${name} is not approved yet, so there are no slips to print. ` +
      "Approve it under Dividend first.",
    toDividend: "Go to Dividend",
    which: "Which slips",
    whichNote: "the village and its households",
    all: "All members",
    village: "Village",
    township: "Township",
    slips: "Slips",
    total: "Amount",
    allGlyphs: "Fonts checked: everything on these slips can be printed.",
    checkingGlyphs: "Fonts not checked yet: the slips are not laid out.",
    file: "File",
    path: "Save to",
    save: "Save PDF",
    open: "Open to print",
    preview: "Preview",
    page: (page, pages) => `Page ${page} of ${pages}`,
    before: "Previous",
    after: "Next",
    whole: "whole page",
    wide: "larger",
    drawing: (seconds) => `Laying out, ${seconds} s`,
    saving: (seconds) => `Writing the file, ${seconds} s`,
    opening: (seconds) => `Opening, ${seconds} s`,
    saved: (file, printed) =>
      `${file} saved, ${number(printed.slips, "slip")} on ${number(printed.pages, "page")}.`,
    replaced: (file, printed) =>
      `${file} replaced, ${number(printed.slips, "slip")} on ${number(printed.pages, "page")}.`,
    whose: (coop, year, part) => `${coop} ${year}, ${part}`,
    replace: {
      question: (file) => `Replace ${file}?`,
      facts: (there, whose) =>
        `It holds the slips saved just now: ${there}. To be saved: ${whose}. ` +
        "What is in the file now is lost then.",
      no: "Keep it",
      yes: "Replace",
    },
    opened: (printed) =>
      `Open in the system's viewer, ${number(printed.slips, "slip")} on ` +
      `${number(printed.pages, "page")}.`,
    fileName: (coop, year, village) =>
      `${shortName(coop)}${year}年分红单${village === null ? "" : `-${village}`}.pdf`,
  },

  start: {
    title: "Baotuan",
    titleBook: "Book",
    context: "books, dividends and targets of village cooperatives",
    newFile: "new.baotuan",
    demoFile: "demo.baotuan",
    recent: "Recent books",
    recentNote: "Enter opens",
    book: "Book",
    villages: "Villages",
    townships: "Townships",
    cooperatives: "Cooperatives",
    members: "Members",
    vouchers: "Vouchers",
    lastVoucher: "Last voucher",
    lastBackup: "Last copy",
    never: "none",
    restore: "Go back to a copy…",
    restoredFile: "restored.baotuan",
    gone: ", the file is gone",
    noRecent: "No books yet. Make the demo book to look around, or a new one.",
    demo: "Demo book",
    demoNote:
      "72 villages, 32 cooperatives, three years of income: the whole work at a glance. " +
      "People and places are made up.",
    demoMake: "Make the demo book",
    open: "Open a book",
    openIt: "Open",
    file: "File",
    new: "New book",
    newMake: "Make it",
    name: "District or township",
    nameHint: "such as 东河镇",
    place: "Save to",
    check: "Check everything",
    code: "Code on a paper",
    codeHint: "may be left empty; compares this book with the paper",
    close: "Close the book",
    opening: (seconds) => `Opening the book, ${seconds} s`,
    making: (seconds) => `Making the book, ${seconds} s`,
    makingDemo: (seconds) => `Making the demo book, ${seconds} s`,
    checking: (seconds) => `Checking, ${seconds} s`,
    doing: { open: "Opening…", new: "Making…", demo: "Making…", check: "Checking…" },
    opened: (book) => `${book.name} is open, ${number(book.vouchers, "voucher")}.`,
  },

  check: {
    holds: ({ vouchers, lines, distributions }) =>
      `Everything holds: ${number(vouchers, "voucher")}, ${number(lines, "line")} and ` +
      `${number(distributions, "distribution")} counted again.`,
    faults: ({ faults }) => `${number(faults.length, "fault")}:`,
    code: (code) => `Check code now: ${code}. Note it down, or keep a printed slip.`,
  },
};
