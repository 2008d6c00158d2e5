// @ts-check
// The words of the pages in Chinese. Short, with the figures and the way on; 您 only where the
// program asks something.

import { count, money, percentOf, shortName } from "../format.js";

/** @typedef {import("../../api/types").BookView} BookView */
/** @typedef {import("../../api/types").CheckView} CheckView */
/** @typedef {import("../../api/types").DividendView} DividendView */
/** @typedef {import("../../api/types").OverviewView} OverviewView */
/** @typedef {import("../../api/types").PrintView} PrintView */
/** @typedef {import("../../api/types").StructureRow} StructureRow */
/** @typedef {import("../../api/types").VillageBar} VillageBar */

/**
 * @param {DividendView} view
 * @returns {string}
 */
function others(view) {
  const enterprises = view.members.some(({ kind }) => kind === "enterprise");
  return enterprises ? `其他 ${count(view.other_count)} 名` : `${count(view.other_count)} 户`;
}

/**
 * The year, where no row of years says it.
 * @param {DividendView} view
 * @returns {string}
 */
function yearWord({ year, years }) {
  return years.length < 2 ? `${year} 年度，` : "";
}

export const pages = {
  overview: {
    title: (/** @type {number} */ year) => `${year} 年度一览`,
    context: (/** @type {OverviewView} */ view) =>
      `${view.townships} 个乡镇 ${view.village_count} 村，${view.cooperative_count} 家合作社；` +
      `目标每村 ${money(view.target)} 元`,
    reached: "达标",
    reachedNote: (/** @type {OverviewView} */ { reached_before }) =>
      reached_before === null ? "村" : `村，上年 ${reached_before} 村`,
    missed: "未达标",
    missedIn: (/** @type {OverviewView} */ { missed, missed_townships }) =>
      missed === 0 ? "村" : `村，分在 ${missed_townships} 个乡镇`,
    shortfall: "尚差合计",
    income: "集体收入合计",
    before: (/** @type {OverviewView} */ { income_before }) => `上年 ${money(income_before)}`,
    dividend: "其中抱团分红",
    part: (/** @type {string} */ percent) => `占 ${percent}%`,
    chartTitle: "各村集体收入与目标",
    chartNote: "由高到低，点柱开该村",
    legendDividend: "抱团分红",
    legendOther: "其他计入收入",
    legendShortfall: "距目标尚差",
    targetLine: (/** @type {string} */ target) => `目标 ${target}`,
    groupOf: (/** @type {string} */ name, /** @type {number} */ villages) =>
      `${shortName(name)} ${villages} 村`,
    groupMissed: (/** @type {number} */ villages) => `未达标 ${villages} 村`,
    bar: (/** @type {VillageBar} */ { name, dividend, other, income, shortfall, reached }) =>
      `${name} ${money(income)} 元：分红 ${money(dividend)}，其他 ${money(other)}；` +
      (reached ? "达标" : `尚差 ${money(shortfall)}`),
    village: "村",
    township: "乡镇",
    incomeOf: "本年收入",
    shortfallOf: "差额",
    cooperatives: "合作社本年盈余",
    cooperativesNote: (/** @type {number} */ number) => `盈余高的在前，${number} 家；分给各村：已通过的分红；单位：元`,
    cooperative: "合作社",
    line: "行业",
    villages: "村",
    surplus: "本年盈余",
    toVillages: "分给各村",
    status: "分红",
    missedTitle: "未达标的村",
    missedNote: (/** @type {number} */ missed) => `差额大的在前，${missed} 村`,
    missedAll: (/** @type {number} */ missed) => `合计 ${missed} 村`,
    allTargets: "目标与奖励",
    allReached: "各村都已达标。",
  },

  cooperatives: {
    title: "合作社",
    context: (/** @type {number} */ number, /** @type {string} */ members) =>
      `${number} 家，成员 ${members} 名`,
    list: "名册",
    note: (/** @type {number} */ shown, /** @type {number} */ all) =>
      `按编号，${shown} / ${all} 家，单位：元`,
    search: "编号、名称、拼音首字母",
    code: "编号",
    name: "名称",
    alliance: "联盟基地",
    line: "行业",
    villages: "村",
    households: "农户",
    members: "成员",
    capital: "股金",
    surplus: "本年盈余",
    status: "分红",
    nothing: (/** @type {string} */ typed) => `没有找到“${typed}”。按 Esc 清空。`,
  },

  cooperative: {
    title: "合作社",
    context: (
      /** @type {number} */ year, /** @type {{ members: number }} */ row,
      /** @type {string} */ capital,
    ) => `${year} 年，成员 ${count(row.members)} 名，股金 ${capital} 元`,
    toMembers: "成员名册",
    toDividend: "分红",
    registration: "登记",
    code: "编号",
    creditCode: "信用代码",
    alliance: "联盟基地",
    line: "行业",
    starts: "建账月份",
    structure: "成员与股金构成",
    byCapital: "股金",
    byMembers: "成员",
    part: (/** @type {string} */ kind, /** @type {StructureRow} */ row) =>
      `${kind} ${count(row.members)} 名，占 ${row.members_percent}%；` +
      `股金 ${money(row.capital)}，占 ${row.capital_percent}%`,
    legend: (/** @type {string} */ kind, /** @type {StructureRow} */ row) =>
      `${kind} 人数占 ${row.members_percent}%，股金占 ${row.capital_percent}%`,
    kindHead: "成员类别",
    part100: "占比",
    surplusHead: (/** @type {number} */ year) => `${year} 年盈余由来`,
    account: "科目",
    name: "名称",
    amount: "金额",
    surplus: "本年盈余",
    noVouchers: "这一年还没有损益凭证。",
    distributions: "历年分红",
    year: "年度",
    pool: "分配池",
    resolution: "决议",
    status: "状态",
    noDistributions: "还没有编过分红方案。",
    villages: "成员村",
    villagesNote: (/** @type {number} */ number) => `股金大的在前，${number} 村`,
    village: "村",
    township: "乡镇",
    capital: "股金",
    noVillages: "没有村集体成员。",
    yields: "产量",
    deliveries: "成员交易",
    product: "产品",
    quantity: "数量",
    records: "笔数",
    noYields: "这一年没有产量记录。",
    noDeliveries: "这一年没有成员交易。",
  },

  members: {
    title: "成员",
    context: (
      /** @type {number} */ year, /** @type {string} */ members, /** @type {string} */ capital,
    ) => `${year} 年度，${members} 名，股金 ${capital} 元`,
    register: "成员名册",
    note: (/** @type {number} */ shown, /** @type {number} */ all) =>
      `按名册，${shown} / ${all} 名，单位：元。`,
    dividendIs: "分红",
    search: "编号、姓名、拼音首字母",
    code: "编号",
    name: "成员",
    kind: "类别",
    village: "所在村",
    joined: "入社",
    capital: "股金",
    deliveries: "交易额",
    refund: "盈余返还（按交易量）",
    dividend: "保底与剩余盈余",
    total: "本年应得",
    all: (/** @type {string} */ members) => `合计 ${members} 名`,
    none: (/** @type {number} */ year) =>
      `${year} 年没有成员。按“登记成员”，或在导入页整批导入。`,
    nothing: (/** @type {string} */ typed) => `没有找到“${typed}”。按 Esc 清空。`,
  },

  member: {
    register: "回名册",
    capital: (/** @type {number | null} */ year) => `${year ?? ""} 年末股金`,
    deliveries: (/** @type {number | null} */ year) => `${year ?? ""} 年交易额`,
    refund: (/** @type {number | null} */ year) => `${year ?? ""} 年盈余返还（按交易量）`,
    dividend: (/** @type {number | null} */ year) => `${year ?? ""} 年保底与剩余盈余`,
    total: (/** @type {number | null} */ year) => `${year ?? ""} 年应得`,
    registration: "登记",
    code: "编号",
    kind: "类别",
    village: "所在村",
    joined: "入社",
    idNumber: "证件号码",
    bankAccount: "银行账号",
    notes: "提醒",
    byYear: "历年应得",
    year: "年度",
    refundHead: "盈余返还（按交易量）",
    guaranteedHead: "保底",
    residualHead: "剩余盈余",
    totalHead: "合计",
    status: "状态",
    noDistributions: "还没有分红。",
    contributions: "出资",
    on: "日期",
    form: "出资方式",
    class: "股份类别",
    amount: "金额",
    capitalAfter: "股金余额",
    noContributions: "没有出资记录。",
    deliveriesHead: "交易",
    product: "产品",
    quantity: "数量",
    records: "笔数",
    noDeliveries: "没有交易记录。",
  },

  dividend: {
    title: "分红",
    context: (/** @type {DividendView} */ view) =>
      `${yearWord(view)}${count(view.village_count)} 村，${others(view)}，` +
      `股金 ${money(view.totals.all.capital)} 元`,
    others,
    showWorking: "查看算式",
    print: "打印分红单",
    saveFirst: "先存草案，再表决",
    saving: (/** @type {number} */ seconds) => `正在存草案，${seconds} 秒`,
    saved: (/** @type {string} */ pool) => `草案已存，分配 ${pool} 元。`,
    approving: (/** @type {number} */ seconds) => `正在定案，${seconds} 秒`,
    approved: (/** @type {string} */ resolution) => `方案已通过，决议 ${resolution}。`,
    scheme: "方案",
    schemeArea: "方案与核对",
    settled: "已通过，不能再改",
    tabDefault: "甲 默认",
    tabPlan: "甲 已存",
    tabTrial: "乙 试算",
    trialName: "乙",
    planName: "甲",
    chartTitle: "从盈余到各村",
    chartNote: "点任一段，到那一步",
    dashed: "虚框：方案甲",
    bar: (/** @type {string} */ name, /** @type {string} */ amount) => `${name} ${amount} 元`,
    members: "各成员应得",
    noMembers: "还没有成员，没有人可分。",
    noWorking: (/** @type {string} */ name) => `${name} 不参加任何一项分配。`,
    othersNote: (/** @type {DividendView} */ view) =>
      `${others(view)}，合计 ${money(view.to_others)} 元`,
    allMembers: (/** @type {number} */ members) => `合计 ${count(members)} 名`,
    open: "展开",
    close: "收起",
    steps: {
      label: "五步",
      surplus: "账上盈余",
      aside: "弥补与提取",
      pools: "分配池",
      members: "各成员",
      exact: (/** @type {string} */ members) => `${members} 名，分毫不差`,
      meeting: "表决",
      state: (/** @type {DividendView} */ { status, resolution, presented_on }) =>
        status === "approved"
          ? `已通过 ${resolution ?? ""}`
          : status === "presented" ? `已提交 ${presented_on ?? ""}` : "未表决",
    },
    chart: {
      surplus: "本年盈余",
      losses: "弥补亏损",
      fund: (/** @type {string} */ fund) => `提${fund}`,
      opening: "年初未分配盈余",
      distributable: "可分配盈余",
      retained: "留存下年",
      patronage: "盈余返还（按交易量）",
      guaranteed: (/** @type {string | null} */ rate) =>
        rate === null ? "保底" : `保底 ${percentOf(rate)}%`,
      account: "剩余盈余",
      villages: (/** @type {number} */ villages) => `${villages} 个村`,
    },
    form: {
      label: "分配方案",
      surplus: "本年盈余",
      surplusNote: "收入减支出",
      losses: "弥补以前年度亏损",
      opening: "年初未分配盈余",
      fund: (/** @type {string} */ fund) => `提取${fund}`,
      addFund: "加一项提取",
      fundName: "名称",
      fundHint: "如 公益金",
      fundTake: "比例或金额",
      unit: "单位",
      remove: "去掉",
      removeOf: (/** @type {string} */ fund) => `去掉 ${fund}`.trim(),
      noRate: (/** @type {string} */ typed) => `“${typed}”不是数字。比例写成数字，例如 10。`,
      preset: "样板",
      presets: {
        law: "六成按交易量", shares: "全部按份额", guaranteed: "保底加二次", own: "自定",
      },
      retained: "留存下年",
      yuan: "元",
      patronage: "盈余返还（按交易量）",
      noPatronage: "无交易",
      guaranteed: "保底",
      noGuaranteed: "不设",
      weighting: "股金计算",
      year_end: "按年末数",
      days_held: "按天数",
      rest: "剩余盈余",
      restBy: "按成员账户份额",
    },
    columns: {
      member: "成员",
      patronage: "交易额",
      refund: "盈余返还（按交易量）",
      base: "基数",
      share: "占比",
      guaranteed: "保底",
      residual: "剩余盈余",
      fen: "尾差（分）",
      total: "合计",
      totalOf: (/** @type {string} */ scheme) => `${scheme} 合计`,
      difference: (/** @type {{ shown: string, plan: string }} */ { shown, plan }) =>
        `${shown}比${plan}`,
      step: "项目",
      amount: "金额",
    },
    working: {
      title: (/** @type {string} */ name) => `${name} 的算式`,
      patronage: "盈余返还（按交易量）",
      guaranteed: "保底",
      account: "剩余盈余",
      base: "基数：",
      yuanDays: "元·天",
      remainder: (/** @type {string} */ fen, /** @type {boolean} */ moved) =>
        moved ? `余 ${fen} 分，补 1 分` : `余 ${fen} 分`,
    },
    stateTrial: "方案乙 · 试算",
    statePlan: {
      none: "方案甲 · 未存", draft: "方案甲 · 草案", presented: "已提交成员大会",
      approved: "已通过",
    },
    presentedNote: (/** @type {DividendView} */ { presented_on, meeting_on }) =>
      `${presented_on ?? ""} 起备查${meeting_on === null ? "" : `，${meeting_on} 开会`}。` +
      "数字不能再改；要改，先撤回。",
    present: "提交成员大会",
    presentNote: "数字就此定住，供成员查阅；应在开会 15 天以前。要改再撤回。",
    presenting: "正在提交…",
    presentOn: "提交日期",
    meetingOn: "开会日期",
    meetingHint: "还没定就空着",
    presented: "方案已提交成员大会",
    planPaper: "存方案表",
    planFile: (/** @type {number} */ year) => `${year}年盈余分配方案`,
    planWritten: (/** @type {string} */ path) => `方案表已存：${path}`,
    withdraw: "撤回方案",
    withdrawing: "正在撤回…",
    withdrawn: "方案已撤回，可以再改",
    reverse: "冲销分配",
    reverseNote: "它的凭证一次全部红字冲销，原来的记录留着；然后可以重新做这一年的分配。",
    reversing: "正在冲销…",
    reverseOn: "冲销日期",
    reason: "原因",
    reversedDone: "分配已冲销，可以重新做方案",
    reversedHead: "冲销过的分配",
    reversedRun: (
      /** @type {import("../../api/types").ReversedRunView} */
      { run, resolution, approved_on, reversed_on, reason, pool },
    ) =>
      `第 ${run} 次：决议 ${resolution}（${approved_on}）分配 ${money(pool)} 元，` +
      `${reversed_on} 冲销：${reason}`,
    sums: (/** @type {DividendView} */ view) =>
      `合计 ${money(view.totals.all.total)}，等于分配池；` +
      (view.totals.all.fen_moved === 0
        ? "没有尾差。"
        : `${count(view.totals.all.fen_moved)} 分尾差按余数大小补给。`),
    lastGood: "有一处没填对，表中还是上次算得的数。",
    settledTitle: "已通过",
    settledNote: (/** @type {DividendView} */ { resolution, approved_on }) =>
      `决议 ${resolution ?? ""}，${approved_on ?? ""}。数字不能再改。`,
    drop: "采用方案甲",
    save: "存草案",
    approve: "表决通过",
    approval: {
      question: (/** @type {number} */ year, /** @type {string | null} */ day) =>
        `${year} 年分红方案，${day === null ? "" : `${day} 的`}成员大会通过了？`,
      open: (/** @type {number} */ open) => `还有 ${open} 处不符：`,
      facts: (
        /** @type {string} */ name, /** @type {string} */ members, /** @type {string} */ pool,
      ) => `${name}，${members} 名成员，合计 ${pool} 元。通过后数字不能再改。`,
      resolution: "决议编号",
      resolutionHint: "如 鹅社〔2026〕1号",
      on: "表决日期",
      onHint: "如 2026-01-18",
      no: "还没有",
      yes: "通过",
    },
  },

  findings: {
    title: "核对",
    source: "法律与章程",
    error: "不符",
    warning: "提醒",
    note: "说明",
    ok: "相符",
    none: "没有要核对的。",
  },

  targets: {
    title: "目标与奖励",
    context: (/** @type {import("../../api/types").TargetsView} */ view) =>
      `每村 ${money(view.target)} 元；达标 ${view.reached} 村，未达标 ${view.missed} 村，尚差 `,
    beside: "乡镇与扣减，或所选的村",
    villages: "各村",
    villagesNote: (/** @type {number} */ shown, /** @type {number} */ all) =>
      `差额大的在前，${shown} / ${all}，按 Enter 看收入来源`,
    search: "村名、编号、拼音首字母",
    village: "村",
    township: "乡镇",
    before: "上年",
    income: "本年",
    completion: "完成",
    state: "状态",
    reached: "达标",
    missed: "未达标",
    shortfall: "差额",
    cut: "扣减",
    payCut: "扣绩效",
    townships: "乡镇",
    townshipsNote: (/** @type {string} */ percent) => `达标村满 ${percent}%，才能评“好”`,
    reachedHead: "达标",
    rating: "评“好”",
    missedVillages: "未达标村",
    villagesCount: (/** @type {number} */ number) => `${number} 村`,
    tierVillages: "村数",
    tiers: "扣减档次",
    tiersNote: (/** @type {string} */ total) => `扣书记绩效，合计 ${total} 元`,
    completionOf: "完成率",
    tier: (/** @type {string | null} */ from, /** @type {string} */ below) =>
      from === null ? `不足 ${below}%` : `${from}% 以上，不足 ${below}%`,
    amount: "金额",
    noTiers: "没有设扣减档次。",
    nothing: (/** @type {string} */ typed) => `没有找到“${typed}”。按 Esc 清空。`,
  },

  awards: {
    title: "奖励",
    note: (/** @type {readonly unknown[]} */ lists, /** @type {string} */ total) =>
      `${lists.length} 项，合计 ${total} 元；下附所选名次的算式`,
    prize: (/** @type {string} */ prize, /** @type {string} */ team) =>
      team === "0.00" ? `每村 ${prize}` : `每村 ${prize}，班子 ${team}`,
    rank: "名次",
    village: "村",
    industry: "产业收入",
    before: "上年",
    income: "本年",
    growth: "增额",
    growthRate: "增速",
    fromNothing: "上年为 0",
    beforeEveryRate: (/** @type {string} */ name, /** @type {string} */ growth) =>
      `${name} 上年为 0，列在各增速之前；增额 ${growth}`,
    tied: "并列",
    byIndustry: (/** @type {string} */ name, /** @type {string} */ industry) =>
      `${name} 分红与抱团工资租金 ${industry}`,
    none: "没有合条件的村。",
  },

  village: {
    close: "关闭",
    reached: (
      /** @type {string} */ income, /** @type {string} */ target, /** @type {string} */ percent,
    ) => `本年收入 ${income}，目标 ${target}，完成 ${percent}%。达标。`,
    missed: (
      /** @type {string} */ income, /** @type {string} */ target, /** @type {string} */ percent,
    ) => `本年收入 ${income}，目标 ${target}，完成 ${percent}%。差额 `,
    payCut: (/** @type {string} */ cut, /** @type {string} */ amount) =>
      `，书记绩效扣 ${cut}%，${amount} 元。`,
    sources: (/** @type {number} */ year) => `${year} 年收入来源`,
    notCounted: "不计入",
    counted: "计入合计",
    noIncome: "这一年没有收入记录。",
    amount: "金额",
    years: "历年收入",
    year: "年度",
    income: "计入收入",
    target: "目标",
  },

  print: {
    title: "打印",
    notYet: "分红单",
    context: (/** @type {PrintView} */ { year, slips, pages }) =>
      `${year} 年度分红单 ${count(slips)} 张，A4 纸 ${count(pages)} 页，每页三张`,
    notApproved: (/** @type {string} */ name, /** @type {number} */ year) =>
      `${name} ${year} 年的分红方案还没有通过，不能打印分红单。先在分红页表决。`,
    toDividend: "去分红页",
    which: "打印哪些",
    whichNote: "村集体与本村农户",
    all: "全部成员",
    village: "村",
    township: "乡镇",
    slips: "张数",
    total: "金额",
    allGlyphs: "字库核对：所选分红单上的字都印得出。",
    checkingGlyphs: "字库核对：还没有排版。",
    file: "文件",
    path: "存到",
    save: "存为 PDF",
    open: "打开打印",
    preview: "预览",
    page: (/** @type {number} */ page, /** @type {number} */ pages) => `第 ${page} / ${pages} 页`,
    before: "上页",
    after: "下页",
    whole: "整页",
    wide: "放大",
    drawing: (/** @type {number} */ seconds) => `正在排版，${seconds} 秒`,
    saving: (/** @type {number} */ seconds) => `正在写文件，${seconds} 秒`,
    opening: (/** @type {number} */ seconds) => `正在打开，${seconds} 秒`,
    saved: (
      /** @type {string} */ file, /** @type {{ slips: number, pages: number }} */ printed,
    ) => `已存 ${file}，${printed.slips} 张 ${printed.pages} 页。`,
    replaced: (
      /** @type {string} */ file, /** @type {{ slips: number, pages: number }} */ printed,
    ) => `已替换 ${file}，${printed.slips} 张 ${printed.pages} 页。`,
    whose: (
      /** @type {string} */ coop, /** @type {number} */ year, /** @type {string} */ part,
    ) => `${coop} ${year} 年，${part}`,
    replace: {
      question: (/** @type {string} */ file) => `替换 ${file}？`,
      facts: (/** @type {string} */ there, /** @type {string} */ whose) =>
        `这个文件里是刚才存的分红单：${there}。现在要存的是：${whose}。替换后前一份就没有了。`,
      no: "不替换",
      yes: "替换",
    },
    opened: (/** @type {{ slips: number, pages: number }} */ printed) =>
      `已在系统看图程序打开，${printed.slips} 张 ${printed.pages} 页。`,
    fileName: (
      /** @type {string} */ coop, /** @type {number} */ year, /** @type {string | null} */ village,
    ) => `${shortName(coop)}${year}年分红单${village === null ? "" : `-${village}`}.pdf`,
  },

  start: {
    title: "抱团账",
    titleBook: "账套",
    context: "村级合作社的账、分红与目标",
    newFile: "新账套.baotuan",
    demoFile: "示范区.baotuan",
    recent: "最近的账套",
    recentNote: "按 Enter 打开",
    book: "账套",
    villages: "村",
    townships: "乡镇",
    cooperatives: "合作社",
    members: "成员",
    vouchers: "凭证",
    lastVoucher: "末张凭证",
    lastBackup: "上次备份",
    never: "没有",
    restore: "从备份恢复…",
    restoredFile: "恢复.baotuan",
    gone: "，文件不在了",
    noRecent: "还没有账套。先建示范账套看看，或新建一个。",
    demo: "示范账套",
    demoNote: "72 个村、32 家合作社、三年收入，一看就会用。人名地名都是虚构的。",
    demoMake: "建示范账套",
    open: "打开账套",
    openIt: "打开",
    file: "文件",
    new: "新建账套",
    newMake: "新建",
    name: "区县或乡镇",
    nameHint: "如 东河镇",
    place: "存到",
    check: "核对全部",
    code: "纸面校验码",
    codeHint: "可不填；填上就核对这本账是不是印那张纸的账",
    close: "关闭账套",
    opening: (/** @type {number} */ seconds) => `正在打开账套，${seconds} 秒`,
    making: (/** @type {number} */ seconds) => `正在新建账套，${seconds} 秒`,
    makingDemo: (/** @type {number} */ seconds) => `正在建示范账套，${seconds} 秒`,
    checking: (/** @type {number} */ seconds) => `正在核对，${seconds} 秒`,
    doing: { open: "正在打开…", new: "正在新建…", demo: "正在建…", check: "正在核对…" },
    opened: (/** @type {BookView} */ book) =>
      `${book.name} 已打开，${count(book.vouchers)} 张凭证。`,
  },

  check: {
    holds: (/** @type {CheckView} */ { vouchers, lines, distributions }) =>
      `核对无误：凭证 ${count(vouchers)} 张、分录 ${count(lines)} 行、` +
      `分红 ${count(distributions)} 份，逐笔重算相符。`,
    faults: (/** @type {CheckView} */ { faults }) => `有 ${faults.length} 处不符：`,
    code: (/** @type {string} */ code) => `现在的校验码：${code}。抄下来，或看印出的单子。`,
  },
};
