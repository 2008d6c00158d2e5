// Written from the views of the app; renew it with UPDATE_EXPECT=1.

export type Text = { 
/**
 * In Chinese.
 */
zh: string, 
/**
 * In English.
 */
en: string, };

export type Yuan = string;

export type RateText = string;

export type QuantityText = string;

export type Named = { 
/**
 * The code that commands and files use.
 */
code: string, 
/**
 * The name that people read.
 */
name: string, };

export type Problem = { 
/**
 * Stable, such as `voucher.unbalanced`.
 */
code: string, 
/**
 * One sentence in both languages.
 */
message: Text, 
/**
 * The input that it is about, where there is one.
 */
field: string | null, 
/**
 * Further sentences: every faulty row of an import.
 */
details: Array<Text>, 
/**
 * Whether the books say no (exit 1), or the input cannot be read (exit 2).
 */
kind: ProblemKind, };

export type ProblemKind = "refused" | "input" | "failed";

export type BookView = { 
/**
 * Where the file lies.
 */
path: string, 
/**
 * The name of the district or township that it is kept for.
 */
name: string, 
/**
 * How many townships, villages, cooperatives, members and posted vouchers it holds.
 */
townships: number, 
/**
 * Villages.
 */
villages: number, 
/**
 * Cooperatives.
 */
cooperatives: number, 
/**
 * Members of all cooperatives.
 */
members: number, 
/**
 * Posted vouchers of all cooperatives.
 */
vouchers: number, 
/**
 * The day of the last posted voucher, if there is one.
 */
last_voucher: string | null, 
/**
 * The years that have vouchers or incomes, earliest first.
 */
years: Array<number>, 
/**
 * The version of the file's schema.
 */
schema_version: number, 
/**
 * The check code of the book as it is.
 */
code: string | null, 
/**
 * When the last copy was made of it, by the clock of this machine.
 */
last_backup: string | null, };

export type RecentBook = { 
/**
 * Where the file lay.
 */
path: string, 
/**
 * Its name then.
 */
name: string, 
/**
 * Villages then.
 */
villages: number, 
/**
 * Cooperatives then.
 */
cooperatives: number, 
/**
 * The day of its last voucher then, if there was one.
 */
last_voucher: string | null, 
/**
 * When the last copy had been made of it then.
 */
last_backup: string | null, 
/**
 * Whether the file is still there.
 */
exists: boolean, };

export type StartView = { 
/**
 * Books that were open lately, the latest first.
 */
recent: Array<RecentBook>, 
/**
 * The book that the program was started with or has open now.
 */
open: BookView | null, 
/**
 * The folder that new books are put into unless another is chosen.
 */
folder: string, 
/**
 * The program's version.
 */
version: string, };

export type CheckView = { 
/**
 * Whether everything holds.
 */
holds: boolean, 
/**
 * How many vouchers, lines and distributions were recounted.
 */
vouchers: number, 
/**
 * Lines of these vouchers.
 */
lines: number, 
/**
 * Distributions recounted.
 */
distributions: number, 
/**
 * The check code of the book as it is.
 */
code: string | null, 
/**
 * What does not hold, with the figures.
 */
faults: Array<Text>, };

export type BackupView = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many bytes.
 */
bytes: number, 
/**
 * How many posted vouchers it holds.
 */
vouchers: number, 
/**
 * How many cooperatives.
 */
cooperatives: number, 
/**
 * The check code that it has.
 */
code: string | null, };

export type BackupsView = { 
/**
 * The copies, the latest first.
 */
rows: Array<BackupRow>, 
/**
 * How much became final since the last one.
 */
changes: number, 
/**
 * Whether it is time for another.
 */
due: boolean, };

export type BackupRow = { 
/**
 * Where it was put.
 */
path: string, 
/**
 * When, by the clock of this machine.
 */
made_at: string, 
/**
 * Whether the file is still there.
 */
exists: boolean, };

export type BackupFile = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many bytes.
 */
bytes: number, 
/**
 * When it was last written.
 */
made_at: string, };

export type RestoreView = { 
/**
 * The new book.
 */
path: string, 
/**
 * The copy that it was made of.
 */
from: string, 
/**
 * Whom it is kept for.
 */
name: string, 
/**
 * How many cooperatives it holds.
 */
cooperatives: number, 
/**
 * How many posted vouchers.
 */
vouchers: number, 
/**
 * The day of the last one.
 */
last_voucher: string | null, 
/**
 * Its check code.
 */
code: string | null, };

export type LogView = { 
/**
 * The entries.
 */
rows: Array<LogRow>, 
/**
 * The place before which older ones follow; nothing at the beginning.
 */
before: number | null, };

export type LogRow = { 
/**
 * Its place in the chain.
 */
seq: number, 
/**
 * When, by the clock of this machine.
 */
at: string, 
/**
 * Who; nobody where the program did it.
 */
operator: string | null, 
/**
 * What became final.
 */
what: Text, 
/**
 * Its row.
 */
subject: number, };

export type OverviewView = { 
/**
 * The year shown.
 */
year: number, 
/**
 * The years that have incomes or vouchers, earliest first.
 */
years: Array<number>, 
/**
 * How many townships, villages and cooperatives there are.
 */
townships: number, 
/**
 * Villages.
 */
village_count: number, 
/**
 * Cooperatives.
 */
cooperative_count: number, 
/**
 * What each village must reach.
 */
target: Yuan, 
/**
 * How many villages reached it, this year and the year before.
 */
reached: number, 
/**
 * The year before; nothing where that year has no incomes.
 */
reached_before: number | null, 
/**
 * How many villages missed it.
 */
missed: number, 
/**
 * In how many townships those lie.
 */
missed_townships: number, 
/**
 * What all of them lack together.
 */
shortfall: Yuan, 
/**
 * The counted income of all villages.
 */
income: Yuan, 
/**
 * The year before.
 */
income_before: Yuan, 
/**
 * How much of the income are dividends of cooperatives.
 */
dividend: Yuan, 
/**
 * That part in per cent with one place: `"53.2"`.
 */
dividend_percent: string, 
/**
 * Every village, highest income first.
 */
villages: Array<VillageBar>, 
/**
 * Every cooperative, highest surplus first.
 */
cooperatives: Array<CooperativeYear>, 
/**
 * The sum of all surpluses.
 */
surplus_total: Yuan, 
/**
 * The sum of what goes to villages.
 */
to_villages_total: Yuan, };

export type VillageBar = { 
/**
 * The village's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its township.
 */
township: string, 
/**
 * Counted income of the year.
 */
income: Yuan, 
/**
 * Of that, dividends of cooperatives.
 */
dividend: Yuan, 
/**
 * Of that, everything else.
 */
other: Yuan, 
/**
 * What it lacks to the target; zero where it is reached.
 */
shortfall: Yuan, 
/**
 * Whether the target is reached.
 */
reached: boolean, 
/**
 * The codes of the cooperatives that the village is a member of.
 */
cooperatives: Array<string>, 
/**
 * The initials of its name in pinyin, to find it by.
 */
initials: string, };

export type CooperativeYear = { 
/**
 * The cooperative's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its line of business.
 */
line: string, 
/**
 * How many villages are members.
 */
villages: number, 
/**
 * The year's surplus from the books; a loss is negative.
 */
surplus: Yuan, 
/**
 * What the year's approved distribution gives to villages.
 */
to_villages: Yuan, 
/**
 * How far the year's distribution is: `none`, `draft`, `approved` …
 */
status: DistributionStatus, 
/**
 * The initials of its name in pinyin, to find it by.
 */
initials: string, };

export type DistributionStatus = "none" | "draft" | "presented" | "approved";

export type TargetsView = { 
/**
 * The year shown.
 */
year: number, 
/**
 * The years that can be shown, earliest first.
 */
years: Array<number>, 
/**
 * What each village must reach.
 */
target: Yuan, 
/**
 * How many villages reached it.
 */
reached: number, 
/**
 * How many missed it.
 */
missed: number, 
/**
 * What those lack together.
 */
shortfall: Yuan, 
/**
 * The sum of all pay cuts.
 */
pay_cut_total: Yuan, 
/**
 * Every village, the largest shortfall first, then the lowest income.
 */
villages: Array<VillageTarget>, 
/**
 * Every township, in the order of the register.
 */
townships: Array<TownshipTarget>, 
/**
 * What share of its villages must reach the target for a township to be rated good.
 */
township_share: RateText, 
/**
 * The steps of the pay cut, mildest first.
 */
tiers: Array<TierRow>, 
/**
 * The three lists: model industry, benchmark, late riser.
 */
awards: Array<AwardList>, 
/**
 * The sum of all prizes awarded.
 */
prize_total: Yuan, };

export type VillageTarget = { 
/**
 * The village's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its township.
 */
township: string, 
/**
 * Its initials in pinyin.
 */
initials: string, 
/**
 * The counted income of the year and the two before, earliest first.
 */
history: Array<YearIncome>, 
/**
 * Counted income of the year before.
 */
before: Yuan, 
/**
 * Counted income of the year.
 */
income: Yuan, 
/**
 * Income over target in per cent with one place, cut off and not rounded up: `"99.9"`.
 */
completion: string, 
/**
 * Whether the target is reached.
 */
reached: boolean, 
/**
 * What it lacks; zero where it is reached.
 */
shortfall: Yuan, 
/**
 * The step of the pay cut that applies, if one does.
 */
cut: RateText | null, 
/**
 * The pay cut of its secretary.
 */
pay_cut: Yuan, 
/**
 * What the income is made of, counted kinds first.
 */
sources: Array<IncomeSource>, };

export type YearIncome = { 
/**
 * The year.
 */
year: number, 
/**
 * The counted income.
 */
income: Yuan, 
/**
 * Whether that year's target was reached.
 */
reached: boolean, };

export type IncomeSource = { 
/**
 * The kind of income, in both languages.
 */
kind: Text, 
/**
 * Where it comes from: the cooperative's name, or the evidence that was noted.
 */
origin: string, 
/**
 * The amount.
 */
amount: Yuan, 
/**
 * Whether the kind counts towards the target.
 */
counts: boolean, };

export type TownshipTarget = { 
/**
 * The township's name.
 */
name: string, 
/**
 * How many villages it has.
 */
villages: number, 
/**
 * How many reached the target.
 */
reached: number, 
/**
 * What the others lack together.
 */
shortfall: Yuan, 
/**
 * Whether it may be rated good.
 */
eligible: boolean, 
/**
 * The names of the villages that missed the target.
 */
missed: Array<string>, };

export type TierRow = { 
/**
 * From this completion on (included); nothing for the lowest step.
 */
from: RateText | null, 
/**
 * Below this completion.
 */
below: RateText, 
/**
 * The cut.
 */
cut: RateText, 
/**
 * How many villages it meets.
 */
villages: number, 
/**
 * What it comes to.
 */
amount: Yuan, };

export type AwardList = { 
/**
 * `model_industry`, `benchmark` or `late_riser`.
 */
award: AwardKind, 
/**
 * The award's name.
 */
name: Text, 
/**
 * How many places there are.
 */
places: number, 
/**
 * The prize of one place.
 */
prize: Yuan, 
/**
 * What of it the village's team gets.
 */
team: Yuan, 
/**
 * By what the list is ranked.
 */
ranking: Ranking, 
/**
 * The winners in order.
 */
rows: Array<AwardRow>, };

export type AwardKind = "model_industry" | "benchmark" | "late_riser";

export type Ranking = "industry" | "amount" | "rate";

export type AwardRow = { 
/**
 * The place, from 1.
 */
rank: number, 
/**
 * The village's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its township.
 */
township: string, 
/**
 * Counted income of the year before.
 */
before: Yuan, 
/**
 * Counted income of the year.
 */
income: Yuan, 
/**
 * Growth in yuan.
 */
growth: Yuan, 
/**
 * Growth in per cent with one place; nothing where there was no income the year before.
 */
growth_percent: string | null, 
/**
 * Income from joint industry: dividends, and wages and rents of joint projects.
 */
industry_income: Yuan, 
/**
 * Whether another village has the same figure and only the register's order decides.
 */
tied: boolean, 
/**
 * The prize.
 */
prize: Yuan, 
/**
 * What the village's team gets of it.
 */
team: Yuan, 
/**
 * What the village gets of it.
 */
village: Yuan, };

export type VillageRow = { 
/**
 * The village's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its township.
 */
township: string, 
/**
 * The secretary's performance pay of a year.
 */
performance_pay: Yuan, 
/**
 * Whether the village works in a joint project (抱团).
 */
joint: boolean, };

export type CooperativeRow = { 
/**
 * The cooperative's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its unified social credit code (统一社会信用代码), if noted.
 */
credit_code: string | null, 
/**
 * Its alliance (联盟基地), if it is in one.
 */
alliance: string | null, 
/**
 * Its line of business, if noted.
 */
line: string | null, 
/**
 * The month from which its books are kept, `2025-01`.
 */
starts: string, 
/**
 * How many members, and of them villages and households, it has.
 */
members: number, 
/**
 * Village collectives.
 */
villages: number, 
/**
 * Households.
 */
households: number, 
/**
 * The members' capital at the end of the year shown.
 */
capital: Yuan, 
/**
 * The surplus of the year shown.
 */
surplus: Yuan, 
/**
 * How far the distribution of the year shown is.
 */
status: DistributionStatus, 
/**
 * The initials of its name in pinyin.
 */
initials: string, };

export type CooperativesView = { 
/**
 * The year shown.
 */
year: number, 
/**
 * The years that can be shown.
 */
years: Array<number>, 
/**
 * Every cooperative in the order of its code.
 */
rows: Array<CooperativeRow>, 
/**
 * Sums over all rows.
 */
members_total: number, 
/**
 * Capital of all.
 */
capital_total: Yuan, 
/**
 * Surplus of all.
 */
surplus_total: Yuan, };

export type CooperativeView = { 
/**
 * The year shown.
 */
year: number, 
/**
 * Its row of the list.
 */
row: CooperativeRow, 
/**
 * Who holds the capital, by kind of member.
 */
structure: Array<StructureRow>, 
/**
 * The member villages, largest capital first.
 */
villages: Array<HolderRow>, 
/**
 * Checks on the make-up of the membership, with those that hold.
 */
findings: Array<FindingView>, 
/**
 * What was produced in the year, by product and unit.
 */
yields: Array<ProductSum>, 
/**
 * What members delivered in the year, by product and unit.
 */
deliveries: Array<ProductSum>, 
/**
 * Income less cost in the year, by account.
 */
surplus_accounts: Array<AccountSum>, 
/**
 * Its distributions by year.
 */
distributions: Array<DistributionRow>, };

export type StructureRow = { 
/**
 * `village_collective`, `household` or `enterprise`.
 */
kind: MemberKindView, 
/**
 * How many members of that kind there are.
 */
members: number, 
/**
 * In per cent of all members, with two places.
 */
members_percent: string, 
/**
 * Their capital.
 */
capital: Yuan, 
/**
 * In per cent of the whole capital, with two places.
 */
capital_percent: string, };

export type HolderRow = { 
/**
 * The member's code.
 */
code: string, 
/**
 * The member's name.
 */
name: string, 
/**
 * The village's township.
 */
township: string, 
/**
 * Its capital.
 */
capital: Yuan, 
/**
 * In per cent of the whole capital, with two places.
 */
capital_percent: string, };

export type MemberKindView = "village_collective" | "household" | "enterprise";

export type ProductSum = { 
/**
 * The product's name.
 */
product: string, 
/**
 * The unit, as it was recorded.
 */
unit: string, 
/**
 * The quantity.
 */
quantity: QuantityText, 
/**
 * The amount, where there is one (deliveries).
 */
amount: Yuan | null, 
/**
 * How many records it is summed from.
 */
records: number, };

export type AccountSum = { 
/**
 * The account's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Income is positive, cost negative.
 */
amount: Yuan, };

export type DistributionRow = { 
/**
 * The fiscal year.
 */
year: number, 
/**
 * How far it is.
 */
status: DistributionStatus, 
/**
 * What was or will be shared out.
 */
pool: Yuan, 
/**
 * The resolution's number, once approved.
 */
resolution: string | null, 
/**
 * The resolution's day, once approved.
 */
approved_on: string | null, };

export type MemberRow = { 
/**
 * The member's code in its cooperative.
 */
code: string, 
/**
 * The member's name.
 */
name: string, 
/**
 * What kind of member it is.
 */
kind: MemberKindView, 
/**
 * The village that it is, or lives in.
 */
village: Named | null, 
/**
 * The day on which it joined, if noted.
 */
joined: string | null, 
/**
 * The day on which it left, unless it came again since.
 */
left: string | null, 
/**
 * Capital at the end of the year shown.
 */
capital: Yuan, 
/**
 * Deliveries of the year shown.
 */
deliveries: Yuan, 
/**
 * Refund by patronage of the year shown.
 */
patronage_refund: Yuan, 
/**
 * Guaranteed part and residual dividend of the year shown.
 */
dividend: Yuan, 
/**
 * All of it.
 */
total: Yuan, 
/**
 * The initials of its name in pinyin.
 */
initials: string, };

export type MembersView = { 
/**
 * The year shown.
 */
year: number, 
/**
 * The years that can be shown.
 */
years: Array<number>, 
/**
 * The cooperative.
 */
cooperative: Named, 
/**
 * How far the year's distribution is; drafts are shown as planned.
 */
status: DistributionStatus, 
/**
 * Every member in the order of the register.
 */
rows: Array<MemberRow>, 
/**
 * Sums over all rows.
 */
totals: MemberTotals, };

export type MemberTotals = { 
/**
 * How many members there are.
 */
members: number, 
/**
 * Capital.
 */
capital: Yuan, 
/**
 * Deliveries.
 */
deliveries: Yuan, 
/**
 * Refunds by patronage.
 */
patronage_refund: Yuan, 
/**
 * Guaranteed parts and residual dividends.
 */
dividend: Yuan, 
/**
 * All of it.
 */
total: Yuan, };

export type MemberView = { 
/**
 * The cooperative.
 */
cooperative: Named, 
/**
 * The member's row of the register.
 */
row: MemberRow, 
/**
 * ID number, masked; nothing where none is noted.
 */
id_number: string | null, 
/**
 * Bank account, masked; nothing where none is noted.
 */
bank_account: string | null, 
/**
 * The bank and branch, if noted.
 */
bank_name: string | null, 
/**
 * The head of the household, if noted.
 */
head: string | null, 
/**
 * The address, if noted.
 */
address: string | null, 
/**
 * Votes beyond the first.
 */
extra_votes: number, 
/**
 * What changed in the register, the latest first.
 */
changes: Array<MemberChangeRow>, 
/**
 * How its capital moved, the latest first.
 */
moves: Array<ShareMoveRow>, 
/**
 * What it has of the reserve.
 */
reserve: Yuan, 
/**
 * How that came about, the latest first.
 */
reserve_changes: Array<ReserveChangeRow>, 
/**
 * The share classes that are in use, to choose from.
 */
classes: Array<string>, 
/**
 * The members that capital may pass to.
 */
others: Array<Named>, 
/**
 * What was put in and taken out, in order of date, with the capital after each.
 */
contributions: Array<ContributionRow>, 
/**
 * What was delivered, by year, product and unit.
 */
deliveries: Array<DeliverySum>, 
/**
 * What the member got, by year.
 */
distributions: Array<MemberYear>, 
/**
 * What is odd about the member's papers.
 */
notes: Array<Text>, };

export type ContributionRow = { 
/**
 * The day.
 */
on: string, 
/**
 * The amount; a withdrawal is negative.
 */
amount: Yuan, 
/**
 * In what it was made, such as 货币.
 */
form: string | null, 
/**
 * The share class, such as 集体股.
 */
class: string | null, 
/**
 * The capital after it.
 */
capital: Yuan, };

export type DeliverySum = { 
/**
 * The year.
 */
year: number, 
/**
 * The product, unit, quantity, amount and number of records.
 */
product: ProductSum, };

export type MemberYear = { 
/**
 * The fiscal year.
 */
year: number, 
/**
 * How far the distribution is.
 */
status: DistributionStatus, 
/**
 * Refund by patronage.
 */
patronage_refund: Yuan, 
/**
 * Guaranteed part.
 */
guaranteed: Yuan, 
/**
 * Residual dividend.
 */
residual_dividend: Yuan, 
/**
 * All of it.
 */
total: Yuan, };

export type MemberInput = { 
/**
 * The member's code in the cooperative.
 */
code: string, 
/**
 * The member's name.
 */
name: string, 
/**
 * What kind of member it is.
 */
kind: MemberKindView, 
/**
 * The code of the village that it is, or lives in.
 */
village?: string, 
/**
 * The day on which it joined, `2025-03-31`.
 */
joined?: string, 
/**
 * Resident ID number.
 */
id_number?: string, 
/**
 * Bank account.
 */
bank_account?: string, };

export type MemberChangeInput = { 
/**
 * The day from which it holds.
 */
on: string, 
/**
 * Why, such as a marriage, an inheritance, a slip of the pen.
 */
reason: string, 
/**
 * The name.
 */
name?: string, 
/**
 * The head of the household.
 */
head?: string, 
/**
 * The code of the village.
 */
village?: string, 
/**
 * The day on which it joined.
 */
joined_on?: string, 
/**
 * Resident ID number.
 */
id_number?: string, 
/**
 * Bank account.
 */
bank_account?: string, 
/**
 * The bank and branch.
 */
bank_name?: string, 
/**
 * The address.
 */
address?: string, 
/**
 * Votes beyond the first.
 */
extra_votes?: string, };

export type MemberFieldView = "name" | "head" | "village" | "joined_on" | "id_number" | "bank_account" | "bank_name" | "address" | "extra_votes";

export type MemberChangeRow = { 
/**
 * The day from which it holds.
 */
on: string, 
/**
 * What changed.
 */
field: MemberFieldView, 
/**
 * What it was.
 */
before: string | null, 
/**
 * What it is since.
 */
after: string | null, 
/**
 * Why.
 */
reason: string, };

export type ShareMoveKindView = "put_in" | "taken_out" | "left" | "passed";

export type ShareMoveInput = { 
/**
 * How capital moves.
 */
kind: ShareMoveKindView, 
/**
 * Who puts in, takes out, leaves or passes on, by code.
 */
member: string, 
/**
 * To whom it passes, by code.
 */
to?: string, 
/**
 * The day.
 */
on: string, 
/**
 * How much capital; all of it where somebody leaves and nothing is given.
 */
amount?: string, 
/**
 * What was paid beyond the share.
 */
premium?: string, 
/**
 * The share of the reserve that is paid back to who leaves or passes along; all of it where
 * all of the capital goes, by default.
 */
reserve?: string, 
/**
 * The loss that who leaves bears.
 */
loss?: string, 
/**
 * In what it is put in; money by default.
 */
form?: string, 
/**
 * The share class; of what moves out all classes by default.
 */
share_class?: string, 
/**
 * The account that the money comes to or goes from; the bank by default.
 */
account?: string, 
/**
 * By what things or land were valued.
 */
evaluation?: string, 
/**
 * Why.
 */
reason?: string, };

export type ShareMoveRow = { 
/**
 * Its row.
 */
id: number, 
/**
 * How capital moved.
 */
kind: ShareMoveKindView, 
/**
 * The day.
 */
on: string, 
/**
 * Who put in, took out, left or passed on.
 */
member: Named, 
/**
 * To whom it passed.
 */
to: Named | null, 
/**
 * How much capital.
 */
capital: Yuan, 
/**
 * What was paid beyond the share.
 */
premium: Yuan, 
/**
 * The share of the reserve that was paid back.
 */
reserve: Yuan, 
/**
 * The loss that was kept back.
 */
loss: Yuan, 
/**
 * What was paid in or out.
 */
paid: Yuan, 
/**
 * By what it was valued.
 */
evaluation: string | null, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Its voucher.
 */
voucher: string | null, 
/**
 * Its draft.
 */
draft: number | null, 
/**
 * Whether it takes another one back.
 */
takes_back: boolean, 
/**
 * Whether it was taken back.
 */
taken_back: boolean, 
/**
 * Whether it makes a voucher: it does not where it was before the books began.
 */
makes_voucher: boolean, };

export type ShareMovesView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The moves, the latest first.
 */
rows: Array<ShareMoveRow>, };

export type ShareMoveMadeView = { 
/**
 * The move.
 */
row: ShareMoveRow, 
/**
 * The draft of its voucher; nothing where it was before the books began.
 */
draft: DraftView | null, };

export type ReserveByView = "capital" | "patronage" | "equal";

export type ReserveInput = { 
/**
 * The year whose capital or deliveries it is split by.
 */
year: number, 
/**
 * The day from which it stands in the accounts.
 */
on: string, 
/**
 * By what.
 */
by: ReserveByView, 
/**
 * How much; all that no member has a share of by default.
 */
amount?: string, };

export type ReserveView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The year.
 */
year: number, 
/**
 * The day.
 */
on: string, 
/**
 * What stands on 322 at the end of that month.
 */
standing: Yuan, 
/**
 * What members had of it before.
 */
quantified: Yuan, 
/**
 * What is split now.
 */
amount: Yuan, 
/**
 * The members that get or give something.
 */
rows: Array<ReserveRow>, };

export type ReserveRow = { 
/**
 * The member.
 */
member: Named, 
/**
 * What it had.
 */
before: Yuan, 
/**
 * What it gets; below zero what it gives.
 */
amount: Yuan, 
/**
 * What it has then.
 */
after: Yuan, };

export type ReserveChangeRow = { 
/**
 * The day.
 */
on: string, 
/**
 * How much.
 */
amount: Yuan, 
/**
 * What it has then.
 */
reserve: Yuan, 
/**
 * Why.
 */
reason: string, };

export type SchemeInput = { 
/**
 * What is set aside, in order.
 */
appropriations: Array<AppropriationInput>, 
/**
 * What is carried to the next year, in yuan.
 */
retained: string, 
/**
 * The part that goes by patronage, 0 to 1.
 */
patronage_share: string, 
/**
 * The guaranteed rate on capital, 0 to 1; nothing where there is none.
 */
guaranteed_rate: string | null, 
/**
 * How capital counts.
 */
capital_weighting: CapitalWeightingView, };

export type AppropriationInput = { 
/**
 * The fund's name, such as 盈余公积.
 */
fund: string, 
/**
 * A rate from 0 to 1.
 */
rate: string | null, 
/**
 * An amount in yuan.
 */
amount: string | null, };

export type CapitalWeightingView = "year_end" | "days_held";

export type DividendView = { 
/**
 * The cooperative.
 */
cooperative: Named, 
/**
 * The fiscal year.
 */
year: number, 
/**
 * The years that have vouchers, earliest first.
 */
years: Array<number>, 
/**
 * How far the saved distribution is.
 */
status: DistributionStatus, 
/**
 * The numbers of its vouchers that stand, once it is posted.
 */
posted: Array<string>, 
/**
 * What of it is paid, once it is posted.
 */
paid: Yuan | null, 
/**
 * What of it is still to be paid, once it is posted.
 */
unpaid: Yuan | null, 
/**
 * Whether what is shown is a trial that differs from what is saved.
 */
trial: boolean, 
/**
 * The scheme that it is computed by.
 */
scheme: SchemeInput, 
/**
 * From when on it lies open to the members, once it was put before the meeting.
 */
presented_on: string | null, 
/**
 * The day of the meeting, where it is known.
 */
meeting_on: string | null, 
/**
 * The runs of the year that were reversed.
 */
reversed: Array<ReversedRunView>, 
/**
 * The schemes to begin with.
 */
presets: Array<PresetView>, 
/**
 * The resolution's number, once approved.
 */
resolution: string | null, 
/**
 * The resolution's day, once approved.
 */
approved_on: string | null, 
/**
 * Income less cost of the year's posted vouchers.
 */
surplus: Yuan, 
/**
 * Loss brought forward.
 */
opening_deficit: Yuan, 
/**
 * Undistributed surplus brought forward.
 */
opening_undistributed: Yuan, 
/**
 * Loss made up out of the surplus.
 */
losses_made_up: Yuan, 
/**
 * Loss carried to the next year.
 */
deficit_carried: Yuan, 
/**
 * What each fund takes, in order.
 */
appropriations: Array<AppropriationView>, 
/**
 * All funds together.
 */
appropriated: Yuan, 
/**
 * What can be distributed.
 */
distributable: Yuan, 
/**
 * What is carried to the next year.
 */
retained: Yuan, 
/**
 * What is shared out: distributable less retained.
 */
pool: Yuan, 
/**
 * Shared out by patronage.
 */
patronage_pool: Yuan, 
/**
 * The rest, before any guaranteed part.
 */
residual_pool: Yuan, 
/**
 * Of the rest, the guaranteed part on capital.
 */
guaranteed_pool: Yuan, 
/**
 * Of the rest, what goes by the member accounts.
 */
account_pool: Yuan, 
/**
 * Whether any member has patronage in the year.
 */
has_patronage: boolean, 
/**
 * What all village collectives and what all others get.
 */
to_villages: Yuan, 
/**
 * What households and enterprises get.
 */
to_others: Yuan, 
/**
 * How many members of each kind there are.
 */
village_count: number, 
/**
 * Households and enterprises.
 */
other_count: number, 
/**
 * Every member in the order of the register.
 */
members: Array<DividendMember>, 
/**
 * Sums over village collectives, over all others, and over all.
 */
totals: DividendTotals, 
/**
 * The saved plan's figures to compare a trial with; nothing when `trial` is false.
 */
plan: PlanView | null, 
/**
 * Checks against the law, the grave ones first, those that hold last.
 */
findings: Array<FindingView>, };

export type ReversedRunView = { 
/**
 * Which run of the year it was.
 */
run: number, 
/**
 * By what it had been approved.
 */
resolution: string, 
/**
 * When.
 */
approved_on: string, 
/**
 * When it was reversed.
 */
reversed_on: string, 
/**
 * Why.
 */
reason: string, 
/**
 * What it had shared out.
 */
pool: Yuan, };

export type PresetView = { 
/**
 * Which one.
 */
preset: PresetWord, 
/**
 * What it shares out by.
 */
scheme: SchemeInput, };

export type PresetWord = "law" | "shares" | "guaranteed";

export type AppropriationView = { 
/**
 * The fund's name.
 */
fund: string, 
/**
 * What it takes.
 */
amount: Yuan, };

export type DividendMember = { 
/**
 * The member's code.
 */
code: string, 
/**
 * The member's name.
 */
name: string, 
/**
 * What kind of member it is.
 */
kind: MemberKindView, 
/**
 * The village that it is, or lives in.
 */
village: string | null, 
/**
 * Capital at the end of the year.
 */
capital: Yuan, 
/**
 * What goes by the member account is shared by this base (capital, reserve, subsidy,
 * donation).
 */
base: Yuan, 
/**
 * That base in per cent of all bases, with four places.
 */
base_percent: string, 
/**
 * Business done with the cooperative in the year.
 */
patronage: Yuan, 
/**
 * Refund by patronage.
 */
patronage_refund: Yuan, 
/**
 * Guaranteed part.
 */
guaranteed: Yuan, 
/**
 * Residual dividend.
 */
residual_dividend: Yuan, 
/**
 * How many fen left over were moved here.
 */
fen_moved: number, 
/**
 * All of it.
 */
total: Yuan, 
/**
 * What the plan gives, in a trial.
 */
planned: Yuan | null, 
/**
 * Total less planned, in a trial.
 */
difference: Yuan | null, 
/**
 * The working of each pool that the member takes part in.
 */
working: Array<WorkingView>, };

export type WorkingView = { 
/**
 * Which pool it is.
 */
pool: PoolKind, 
/**
 * What is shared out.
 */
pool_amount: Yuan, 
/**
 * This member's base, grouped, with its unit where it is no amount.
 */
base: string, 
/**
 * What the base is made of.
 */
base_parts: Array<BasePart>, 
/**
 * All bases together, grouped.
 */
base_sum: string, 
/**
 * The exact share cut down to whole fen.
 */
whole: Yuan, 
/**
 * What the exact share has beyond whole fen, in fen with three places: `"0.453"`.
 */
remainder: string, 
/**
 * Whether a fen left over was moved here.
 */
fen_moved: boolean, 
/**
 * What the member gets.
 */
amount: Yuan, 
/**
 * The rate, where the part is capital × rate and no share of a pool.
 */
rate: string | null, };

export type BasePart = { 
/**
 * What it is, such as capital.
 */
name: Text, 
/**
 * How much, grouped, in the measure of the base.
 */
amount: string, };

export type PoolKind = "patronage" | "guaranteed" | "account";

export type DividendTotals = { 
/**
 * Village collectives.
 */
villages: DividendSum, 
/**
 * Households and enterprises.
 */
others: DividendSum, 
/**
 * All members.
 */
all: DividendSum, };

export type DividendSum = { 
/**
 * How many members.
 */
members: number, 
/**
 * Capital at the end of the year.
 */
capital: Yuan, 
/**
 * Bases of the member accounts.
 */
base: Yuan, 
/**
 * In per cent of all, with four places.
 */
base_percent: string, 
/**
 * Business done.
 */
patronage: Yuan, 
/**
 * Refunds by patronage.
 */
patronage_refund: Yuan, 
/**
 * Guaranteed parts.
 */
guaranteed: Yuan, 
/**
 * Residual dividends.
 */
residual_dividend: Yuan, 
/**
 * Fen moved.
 */
fen_moved: number, 
/**
 * All of it.
 */
total: Yuan, 
/**
 * What the plan gives, in a trial.
 */
planned: Yuan | null, 
/**
 * Total less planned, in a trial.
 */
difference: Yuan | null, };

export type PlanView = { 
/**
 * Its scheme.
 */
scheme: SchemeInput, 
/**
 * All funds together.
 */
appropriated: Yuan, 
/**
 * What can be distributed.
 */
distributable: Yuan, 
/**
 * What is shared out.
 */
pool: Yuan, 
/**
 * Shared out by patronage.
 */
patronage_pool: Yuan, 
/**
 * Guaranteed part.
 */
guaranteed_pool: Yuan, 
/**
 * By the member accounts.
 */
account_pool: Yuan, 
/**
 * To village collectives.
 */
to_villages: Yuan, 
/**
 * To all others.
 */
to_others: Yuan, };

export type PaymentsView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The year of the distribution.
 */
year: number, 
/**
 * The years whose distributions are posted.
 */
years: Array<number>, 
/**
 * The accounts that can be paid from.
 */
accounts: Array<Named>, 
/**
 * The day of the posting, before which nothing is paid.
 */
posted_on: string, 
/**
 * Every member, in the order of the distribution.
 */
rows: Array<PaymentRow>, 
/**
 * The sums.
 */
totals: PaymentSums, };

export type PaymentRow = { 
/**
 * The member.
 */
member: Named, 
/**
 * Whether a bank account is noted.
 */
has_account: boolean, 
/**
 * The patronage refund.
 */
refund: Yuan, 
/**
 * The residual dividend, with any guaranteed part.
 */
dividend: Yuan, 
/**
 * Paid of both.
 */
paid: Yuan, 
/**
 * In drafts that are not posted yet.
 */
drafted: Yuan, 
/**
 * Still to be paid, without what is in drafts.
 */
left: Yuan, 
/**
 * Of it, from years before.
 */
earlier: Yuan, };

export type PaymentSums = { 
/**
 * The patronage refund.
 */
refund: Yuan, 
/**
 * The residual dividend, with any guaranteed part.
 */
dividend: Yuan, 
/**
 * Paid of both.
 */
paid: Yuan, 
/**
 * In drafts that are not posted yet.
 */
drafted: Yuan, 
/**
 * Still to be paid, without what is in drafts.
 */
left: Yuan, 
/**
 * Of it, from years before.
 */
earlier: Yuan, };

export type PaymentInput = { 
/**
 * The day.
 */
on: string, 
/**
 * The codes of the members; all to whom something is owed where empty.
 */
members: Array<string>, 
/**
 * How much, in yuan, of one member; all that is owed where empty.
 */
amount?: string, 
/**
 * The account that is paid from; the first of 102 where empty.
 */
account?: string, };

export type PaidView = { 
/**
 * What is paid and left with it.
 */
payments: PaymentsView, 
/**
 * How many members were paid.
 */
members: number, 
/**
 * How much.
 */
amount: Yuan, 
/**
 * The number of the voucher.
 */
voucher: string | null, 
/**
 * Its draft, where somebody else has to review it.
 */
draft: DraftView | null, };

export type BankFileView = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many payments it orders.
 */
payments: number, 
/**
 * What they come to.
 */
amount: Yuan, 
/**
 * The members to whom something is owed and of whom no bank account is noted.
 */
without_account: Array<Named>, };

export type FindingView = { 
/**
 * A stable code, such as `law.art44.patronage_floor`.
 */
rule: string, 
/**
 * How grave it is.
 */
severity: Severity, 
/**
 * The article that it comes from.
 */
article: Text, 
/**
 * One sentence with the figures.
 */
message: Text, };

export type Severity = "error" | "warning" | "note" | "ok";

export type LedgerKind = "trial_balance" | "general" | "detailed" | "multi_column" | "quantity" | "day_book" | "member" | "project" | "counterparty";

export type LedgerQuery = { 
/**
 * The first month, `2025-01`.
 */
from: string, 
/**
 * The last month.
 */
to: string, 
/**
 * The account's code.
 */
account: string | null, 
/**
 * The member's code.
 */
member: string | null, 
/**
 * The project; empty for lines that name none.
 */
project: string | null, 
/**
 * The other party; empty for lines that name none.
 */
counterparty: string | null, };

export type LedgerChoices = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * Its chart, in order.
 */
accounts: Array<LedgerAccount>, 
/**
 * Its members.
 */
members: Array<LedgerMember>, 
/**
 * Projects that lines name.
 */
projects: Array<string>, 
/**
 * Other parties that lines name.
 */
counterparties: Array<string>, 
/**
 * The first month with vouchers.
 */
first: string, 
/**
 * The last one.
 */
last: string, 
/**
 * The years from the first month through the last.
 */
years: Array<number>, };

export type LedgerAccount = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The initials of its name in pinyin.
 */
initials: string, 
/**
 * How many accounts stand above it.
 */
level: number, 
/**
 * Whether none stands below it.
 */
leaf: boolean, };

export type LedgerMember = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The initials of its name in pinyin.
 */
initials: string, };

export type SavedView = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How large it is.
 */
bytes: number, };

export type SheetView = { 
/**
 * What it is.
 */
title: Text, 
/**
 * The number of a statutory form.
 */
form: Text | null, 
/**
 * Whose books.
 */
entity: string, 
/**
 * The months.
 */
period: Text, 
/**
 * What else stands above the columns.
 */
facts: Array<SheetFact>, 
/**
 * The columns.
 */
columns: Array<SheetColumn>, 
/**
 * The rows.
 */
rows: Array<SheetRow>, 
/**
 * What is said below the table.
 */
notes: Array<Text>, };

export type SheetFact = { 
/**
 * What it names.
 */
name: Text, 
/**
 * What it says.
 */
value: Text, };

export type SheetColumn = { 
/**
 * What stands above several side by side.
 */
group: Text | null, 
/**
 * What stands above this one.
 */
heading: Text, 
/**
 * What its cells hold.
 */
content: ContentView, };

export type ContentView = "text" | "code" | "day" | "voucher" | "money" | "quantity";

export type SheetRow = { 
/**
 * What it is.
 */
kind: RowKindView, 
/**
 * How deep below the account above it.
 */
level: number, 
/**
 * One cell for each column; nothing where it is empty.
 */
cells: Array<CellView | null>, 
/**
 * The account whose ledger it opens.
 */
account: string | null, 
/**
 * The member's code, project or other party whose ledger it opens; empty for lines that name
 * none.
 */
detail: string | null, };

export type RowKindView = "opening" | "line" | "subtotal" | "total";

export type CellView = { "text": string } | { "label": Text } | { "day": string } | { "voucher": string } | { "money": Yuan } | { "quantity": string };

export type ChartView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The year of the last voucher: the ledgers of this year end with the balances shown.
 */
year: number, 
/**
 * Every account, each above those below it.
 */
accounts: Array<AccountRow>, };

export type AccountRow = { 
/**
 * Its code.
 */
account: string, 
/**
 * Its name.
 */
name: string, 
/**
 * The initials of its name in pinyin, to find it by.
 */
initials: string, 
/**
 * The code of the account above it.
 */
parent: string | null, 
/**
 * `debit`, `credit` or `both`: the side on which it usually stands.
 */
side: "debit" | "credit" | "both", 
/**
 * By what its lines are told apart (明细核算).
 */
detail: DetailKind | null, 
/**
 * Whether it takes new lines; off (停用) it does not.
 */
active: boolean, 
/**
 * How many accounts stand above it.
 */
level: number, 
/**
 * What stands on it and below it after the last voucher; credit is negative.
 */
balance: Yuan, 
/**
 * The code that the next sub-account below it gets.
 */
next: string, 
/**
 * Why it can have no sub-account; nothing where it can.
 */
none_below: Text | null, };

export type DetailKind = "member" | "counterparty" | "project" | "bank" | "lender" | "staff_group" | "tax" | "source" | "use" | "other";

export type PrintView = { 
/**
 * The cooperative.
 */
cooperative: Named, 
/**
 * The fiscal year.
 */
year: number, 
/**
 * The years that have vouchers, earliest first.
 */
years: Array<number>, 
/**
 * How far the distribution is; slips are printed once it is approved.
 */
status: DistributionStatus, 
/**
 * How many slips, and pages, all members make.
 */
slips: number, 
/**
 * A4 pages, three slips to a page.
 */
pages: number, 
/**
 * What all slips come to.
 */
total: Yuan, 
/**
 * The villages to choose from: village collectives with the households that live there.
 */
villages: Array<PrintVillage>, 
/**
 * Characters that no bundled font has, and in whose names they stand.
 */
missing: Array<MissingGlyph>, };

export type PrintVillage = { 
/**
 * The village's code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Its township, which tells villages of one name apart.
 */
township: string, 
/**
 * How many slips there are for it and its households.
 */
slips: number, 
/**
 * What they come to.
 */
total: Yuan, };

export type MissingGlyph = { 
/**
 * The character.
 */
character: string, 
/**
 * The names in which it stands.
 */
names: Array<string>, };

export type PrintedView = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many slips it holds.
 */
slips: number, 
/**
 * On how many pages.
 */
pages: number, 
/**
 * How many bytes.
 */
bytes: number, };

export type VouchersPrintedView = { 
/**
 * Where it lies.
 */
path: string, 
/**
 * How many vouchers it holds.
 */
vouchers: number, 
/**
 * On how many pages; a workbook has none.
 */
pages: number, 
/**
 * How many bytes.
 */
bytes: number, };

export type MonthView = { 
/**
 * The cooperative's code.
 */
coop: string, 
/**
 * The month, `2025-03`.
 */
month: string, 
/**
 * Whether nothing is posted in it.
 */
closed: boolean, 
/**
 * What is worth knowing of it: lines without the detail that their account wants.
 */
notes: Array<Text>, 
/**
 * The numbers of the vouchers that closing it made.
 */
vouchers: Array<string>, 
/**
 * Where the copy lies that was made then, or why there is none; nothing where none is made.
 */
backup: Text | null, };

export type YearStateView = "open" | "closing" | "closed";

export type PostingDateView = "year_end" | "resolution";

export type ClosingView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The year.
 */
year: number, 
/**
 * The years from the first with books through the last with vouchers.
 */
years: Array<number>, 
/**
 * How far the year is.
 */
state: YearStateView, 
/**
 * When its distribution is dated, once that is settled.
 */
posting_date: PostingDateView | null, 
/**
 * Its twelve months.
 */
months: Array<MonthTile>, 
/**
 * The month that is closed next, in whatever year it lies.
 */
next: string | null, 
/**
 * How far the year's distribution is.
 */
distribution: DistributionStatus, 
/**
 * Whether its vouchers are in the books.
 */
posted: boolean, 
/**
 * The vouchers of closing that are dated in the year.
 */
vouchers: Array<ClosingStepRow>, };

export type MonthTile = { 
/**
 * The month, `2025-03`.
 */
month: string, 
/**
 * Whether nothing is posted in it.
 */
closed: boolean, 
/**
 * Whether it lies before the books begin.
 */
before: boolean, 
/**
 * How many vouchers are posted in it.
 */
vouchers: number, 
/**
 * How many drafts are dated in it.
 */
drafts: number, };

export type ClosingStepRow = { 
/**
 * Which step it is.
 */
step: Text, 
/**
 * Its number.
 */
voucher: string, 
/**
 * Its day.
 */
date: string, 
/**
 * How much it moves.
 */
amount: Yuan, 
/**
 * Whether it was taken back in red.
 */
taken_back: boolean, };

export type CheckState = "ok" | "note" | "bar";

export type CheckItem = { 
/**
 * A stable code, such as `drafts`.
 */
code: string, 
/**
 * How it stands.
 */
state: CheckState, 
/**
 * What was looked at and found, with the way on where it does not hold.
 */
text: Text, 
/**
 * What it is about, line by line.
 */
details: Array<Text>, };

export type ProposedVoucher = { 
/**
 * What it is for, as a step.
 */
step: Text, 
/**
 * Its day.
 */
date: string, 
/**
 * Its summary.
 */
summary: string, 
/**
 * Its lines.
 */
lines: Array<VoucherLineView>, 
/**
 * The sum of its debit side.
 */
amount: Yuan, };

export type MonthCheckView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The month.
 */
month: string, 
/**
 * Whether it is closed already.
 */
closed: boolean, 
/**
 * Whether nothing stands in the way.
 */
may_close: boolean, 
/**
 * The checklist.
 */
items: Array<CheckItem>, 
/**
 * The vouchers that closing makes.
 */
vouchers: Array<ProposedVoucher>, };

export type YearCloseInput = { 
/**
 * When the distribution is dated.
 */
posting_date: PostingDateView, 
/**
 * How much of a loss the reserve covers, in yuan; nothing where empty.
 */
cover: string | null, };

export type YearView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The year.
 */
year: number, 
/**
 * How far it is, or would be.
 */
state: YearStateView, 
/**
 * When its distribution is dated.
 */
posting_date: PostingDateView | null, 
/**
 * The vouchers, in order.
 */
vouchers: Array<ProposedVoucher>, 
/**
 * The numbers that they got; empty of a year that was only looked over.
 */
numbers: Array<string>, 
/**
 * What is undistributed after it: 332-未分配盈余, a loss below zero.
 */
undistributed: Yuan, 
/**
 * What the reserve holds, which could cover a loss.
 */
reserve: Yuan, 
/**
 * What comes next.
 */
next: Text, };

export type PostingView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The year.
 */
year: number, 
/**
 * How far the year is then.
 */
state: YearStateView, 
/**
 * The day of the vouchers.
 */
date: string, 
/**
 * The vouchers, in order.
 */
vouchers: Array<ProposedVoucher>, 
/**
 * The numbers that they got; empty where it was only looked over.
 */
numbers: Array<string>, };

export type StatementKind = "balance_sheet" | "surplus" | "equity" | "member_account" | "trial_balance" | "income_detail";

export type StatementQuery = { 
/**
 * The year.
 */
year: number, 
/**
 * The last month, `2025-06`, of an interim statement; December where empty.
 */
month?: string, 
/**
 * The member's code, for a member account; on paper all members where empty.
 */
member?: string, };

export type StatementView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * Which one.
 */
kind: StatementKind, 
/**
 * The year.
 */
year: number, 
/**
 * The last day of it.
 */
at: string, 
/**
 * The statement.
 */
sheet: SheetView, 
/**
 * The checks between forms.
 */
checks: Array<FormCheckView>, 
/**
 * What is worth knowing of it.
 */
notes: Array<Text>, };

export type FormCheckView = { 
/**
 * What is compared.
 */
what: Text, 
/**
 * Whether both are the same.
 */
holds: boolean, 
/**
 * One figure.
 */
one: Yuan, 
/**
 * The other.
 */
other: Yuan, 
/**
 * By how much they differ.
 */
difference: Yuan, };

export type StatementChoices = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The years with books.
 */
years: Array<number>, 
/**
 * The first month with books.
 */
first: string, 
/**
 * The last month with vouchers.
 */
last: string, 
/**
 * The members.
 */
members: Array<Named>, };

export type AssetKindView = "fixed" | "biological" | "intangible";

export type AssetInput = { 
/**
 * Its code, one for each cooperative.
 */
code: string, 
/**
 * What it is.
 */
name: string, 
/**
 * Its kind.
 */
kind: AssetKindView, 
/**
 * Where its cost stands; the first account of the kind where empty.
 */
account?: string, 
/**
 * What the charge is a cost of: 401, 521, 523 or 529, or an account below one of them.
 */
charged: string, 
/**
 * The project or batch that the charge names.
 */
project?: string, 
/**
 * The day from which it was in use.
 */
in_use_on: string, 
/**
 * What it cost, in yuan.
 */
cost: string, 
/**
 * What will be left at the end, in yuan; nothing where empty.
 */
salvage?: string, 
/**
 * What was charged off before, in yuan; nothing where empty.
 */
before?: string, 
/**
 * The last month charged in `before`.
 */
before_through?: string, 
/**
 * Months of use, for charging in a straight line.
 */
months?: string, 
/**
 * All that it will put out, for charging by units.
 */
units?: string, 
/**
 * What is counted then.
 */
unit?: string, 
/**
 * Kept at 1 元 for want of evidence.
 */
nominal: boolean, 
/**
 * From a poverty-relief project.
 */
relief: boolean, 
/**
 * What else there is to say.
 */
note?: string, };

export type AssetsView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The cards, by code.
 */
rows: Array<AssetRow>, 
/**
 * What cards can stand on, by kind, and what they can be a cost of.
 */
accounts: Array<Named>, 
/**
 * The month that is charged next.
 */
next: string, 
/**
 * The sums of the cards that are still there.
 */
totals: AssetTotals, };

export type AssetTotals = { 
/**
 * What they cost.
 */
cost: Yuan, 
/**
 * What was charged off.
 */
gathered: Yuan, 
/**
 * What is left (净值).
 */
net: Yuan, };

export type AssetRow = { 
/**
 * Its code.
 */
code: string, 
/**
 * What it is.
 */
name: string, 
/**
 * Its kind.
 */
kind: AssetKindView, 
/**
 * Where its cost stands.
 */
account: string, 
/**
 * Where what was charged off is gathered.
 */
gathered_account: string, 
/**
 * What it is a cost of.
 */
charged_account: string, 
/**
 * The project or batch.
 */
project: string | null, 
/**
 * The day from which it was in use.
 */
in_use_on: string, 
/**
 * What it cost.
 */
cost: Yuan, 
/**
 * What will be left at the end.
 */
salvage: Yuan, 
/**
 * What was charged off so far.
 */
gathered: Yuan, 
/**
 * What is left (净值).
 */
net: Yuan, 
/**
 * How it is charged off: `240 个月`, `200000 斤`.
 */
life: Text, 
/**
 * Whether it is charged by what it puts out, in which unit.
 */
unit: string | null, 
/**
 * The last month that was charged.
 */
charged_through: string | null, 
/**
 * Kept at 1 元 for want of evidence.
 */
nominal: boolean, 
/**
 * From a poverty-relief project.
 */
relief: boolean, 
/**
 * What else there is to say.
 */
note: string | null, 
/**
 * The day on which it was gone.
 */
gone_on: string | null, 
/**
 * Why.
 */
gone_for: string | null, 
/**
 * The voucher by which it left.
 */
gone_by: string | null, 
/**
 * The draft of that.
 */
gone_draft: number | null, 
/**
 * What was charged, month by month, with the vouchers.
 */
charges: Array<ChargeRow>, };

export type ChargeRow = { 
/**
 * The month.
 */
month: string, 
/**
 * How much.
 */
amount: Yuan, 
/**
 * What was put out.
 */
units: QuantityText | null, 
/**
 * Its voucher.
 */
voucher: string | null, 
/**
 * Whether that was taken back.
 */
taken_back: boolean, };

export type UnitsInput = { 
/**
 * The card's code.
 */
code: string, 
/**
 * How much.
 */
units: string, };

export type ChargeView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The month.
 */
month: string, 
/**
 * What is charged, card by card, with its working.
 */
cards: Array<ChargedCard>, 
/**
 * The vouchers, one for each kind of asset.
 */
vouchers: Array<ProposedVoucher>, 
/**
 * The numbers that they got; empty where it was only looked over.
 */
numbers: Array<string>, 
/**
 * All of it.
 */
total: Yuan, };

export type ChargedCard = { 
/**
 * The card's code.
 */
code: string, 
/**
 * What it is.
 */
name: string, 
/**
 * How much.
 */
amount: Yuan, 
/**
 * How that comes about.
 */
working: Text, 
/**
 * Whether what it put out has still to be typed, in which unit.
 */
wants_units: string | null, };

export type RecurringInput = { 
/**
 * Its name.
 */
name: string, 
/**
 * What is typed each time.
 */
entry: VoucherInput, 
/**
 * The first month.
 */
first: string, 
/**
 * The last one, where it ends.
 */
last: string | null, 
/**
 * Every so many months; 1 where empty.
 */
every: string | null, 
/**
 * On which day; the last of the month where empty.
 */
on_day: string | null, };

export type RecurringView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The month that was looked at.
 */
month: string, 
/**
 * The recurring vouchers, by name.
 */
rows: Array<RecurringRow>, };

export type RecurringRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * What is typed each time.
 */
entry: VoucherInput, 
/**
 * The first month.
 */
first: string, 
/**
 * The last one.
 */
last: string | null, 
/**
 * Every so many months.
 */
every: number, 
/**
 * On which day.
 */
on_day: number, 
/**
 * Whether it comes in the month that was looked at.
 */
due: boolean, 
/**
 * Whether a draft or a voucher that stands was made for it.
 */
made: boolean, };

export type DraftsMadeView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The month.
 */
month: string, 
/**
 * The drafts, in order.
 */
drafts: number[], };

export type FlockInput = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is kept for.
 */
purpose: PurposeView, 
/**
 * Where what grown layers cost goes.
 */
egg_cost: EggCostView, 
/**
 * What else there is to say.
 */
note: string | null, };

export type PurposeView = "meat" | "layer";

export type EggCostView = "cost" | "expense";

export type MoveKindView = "bought" | "fed" | "spent" | "died" | "matured" | "culled" | "sold" | "laid";

export type MoveInput = { 
/**
 * The day.
 */
on: string, 
/**
 * What happened.
 */
kind: MoveKindView, 
/**
 * To how many birds.
 */
birds?: string, 
/**
 * 斤 of feed, of birds sold or of eggs.
 */
weight?: string, 
/**
 * What was paid, spent or taken in, in yuan.
 */
amount?: string, 
/**
 * What else there is to say.
 */
note?: string, };

export type FlocksView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The month in which the books begin.
 */
starts: string, 
/**
 * The batches, in the order in which they were begun.
 */
rows: Array<FlockRow>, };

export type MoveMadeView = { 
/**
 * The batches with it.
 */
flocks: FlocksView, 
/**
 * The draft of its voucher; nothing where it makes none.
 */
draft: DraftView | null, };

export type FlockRow = { 
/**
 * Its name.
 */
name: string, 
/**
 * What it is kept for.
 */
purpose: PurposeView, 
/**
 * Where what grown layers cost goes.
 */
egg_cost: EggCostView, 
/**
 * What else there is to say.
 */
note: string | null, 
/**
 * Birds bought.
 */
bought: number, 
/**
 * Birds that died.
 */
died: number, 
/**
 * Birds sold.
 */
sold: number, 
/**
 * Layers that went to the meat flock.
 */
culled: number, 
/**
 * Birds that live.
 */
living: number, 
/**
 * 斤 of feed.
 */
feed: QuantityText, 
/**
 * 斤 of eggs.
 */
eggs: QuantityText, 
/**
 * 斤 of birds sold.
 */
sold_weight: QuantityText, 
/**
 * What sales brought in.
 */
taken_in: Yuan, 
/**
 * Since when they are layers.
 */
grown_since: string | null, 
/**
 * What stands in the books for it now: 141 and 142 less 143.
 */
standing: Yuan, 
/**
 * What raising it cost so far: goslings, feed and wages on 141.
 */
raised: Yuan, 
/**
 * What laying cost so far: on 401, or on 521 where that is the policy.
 */
laying: Yuan, 
/**
 * What the layers that are there cost, on 142.
 */
grown_cost: Yuan, 
/**
 * What was charged off for them, on 143.
 */
gathered: Yuan, 
/**
 * What a living bird costs now; shown and never reckoned with.
 */
cost_per_bird: QuantityText | null, 
/**
 * What a 斤 of eggs cost so far.
 */
cost_per_egg: QuantityText | null, 
/**
 * The asset card of its layers.
 */
card: string | null, 
/**
 * What happened, by day.
 */
moves: Array<MoveRow>, };

export type MoveRow = { 
/**
 * Its row.
 */
id: number, 
/**
 * The day.
 */
on: string, 
/**
 * What happened.
 */
kind: MoveKindView, 
/**
 * To how many birds; 0 where it is about none.
 */
birds: number, 
/**
 * 斤 of feed, of birds sold or of eggs.
 */
weight: QuantityText | null, 
/**
 * What was paid, spent or taken in.
 */
amount: Yuan | null, 
/**
 * What it says, without the day: `死亡 320 只`.
 */
text: Text, 
/**
 * What else there is to say.
 */
note: string | null, 
/**
 * The number of the voucher that was made of it and stands.
 */
voucher: string | null, 
/**
 * The draft that was made of it.
 */
draft: number | null, 
/**
 * Whether it makes no voucher.
 */
no_voucher: boolean, };

export type BankView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The accounts of banks and the like.
 */
accounts: Array<Named>, 
/**
 * The one that is looked at.
 */
account: Named, 
/**
 * The month.
 */
month: string, 
/**
 * The month in which the books begin.
 */
starts: string, 
/**
 * The months that are reconciled.
 */
reconciled: Array<string>, 
/**
 * The bank's statements that were taken.
 */
statements: Array<BankStatementRow>, 
/**
 * Lines of the bank that are not in the books by the month's end.
 */
bank_open: Array<BankRow>, 
/**
 * Lines of the books that the bank does not have by the month's end.
 */
book_open: Array<BookRow>, 
/**
 * Lines of the month that are found on both sides.
 */
matched: Array<MatchedRow>, 
/**
 * The two balances and what is open between them.
 */
reconciliation: ReconciliationView, 
/**
 * The reconciliation that was made of the month, where one was.
 */
made: ReconciliationView | null, };

export type BankStatementRow = { 
/**
 * Its row.
 */
id: number, 
/**
 * The file that it came from.
 */
file: string, 
/**
 * How many lines it has.
 */
lines: number, 
/**
 * The day of its first line.
 */
first: string, 
/**
 * The day of its last line.
 */
last: string, 
/**
 * How many of its lines are found in the books.
 */
matched: number, };

export type BankRow = { 
/**
 * Where it stands: the statement and the line.
 */
key: string, 
/**
 * The day.
 */
date: string, 
/**
 * How much: into the account above zero.
 */
amount: Yuan, 
/**
 * What the bank says of it.
 */
summary: string, };

export type BookRow = { 
/**
 * Where it stands: the voucher and the line.
 */
key: string, 
/**
 * The day.
 */
date: string, 
/**
 * How much: into the account above zero.
 */
amount: Yuan, 
/**
 * The number of its voucher.
 */
voucher: string, 
/**
 * What it is for.
 */
summary: string, };

export type MatchedRow = { 
/**
 * What the group is called by.
 */
group: number, 
/**
 * Those of the bank.
 */
bank: Array<BankRow>, 
/**
 * Those of the books.
 */
book: Array<BookRow>, };

export type ReconciliationView = { 
/**
 * What the bank says; nothing where no statement reaches that far.
 */
bank: Yuan | null, 
/**
 * What the books say.
 */
book: Yuan, 
/**
 * In the books and not at the bank yet: in.
 */
book_in: Yuan, 
/**
 * Out.
 */
book_out: Yuan, 
/**
 * At the bank and not in the books yet: in.
 */
bank_in: Yuan, 
/**
 * Out.
 */
bank_out: Yuan, 
/**
 * What the bank would say with what is on its way.
 */
bank_adjusted: Yuan | null, 
/**
 * What the books would say with what only the bank knows.
 */
book_adjusted: Yuan, 
/**
 * What is left unexplained.
 */
difference: Yuan | null, };

export type BankTakenView = { 
/**
 * The account.
 */
account: Named, 
/**
 * How many lines were taken.
 */
lines: number, 
/**
 * How many lines were there already and were passed over.
 */
known: number, 
/**
 * How many lines were found in the books by themselves.
 */
matched: number, 
/**
 * What came in.
 */
came_in: Yuan, 
/**
 * What went out.
 */
went_out: Yuan, 
/**
 * What the account stood at after the last line.
 */
balance: Yuan | null, 
/**
 * The months that it reaches into.
 */
months: Array<string>, 
/**
 * What is worth a look, such as balances that do not follow from each other.
 */
warnings: Array<Text>, };

export type CashView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The accounts of cash boxes, with what they stand at.
 */
accounts: Array<CashAccount>, 
/**
 * The counts, the latest first.
 */
rows: Array<CashRow>, };

export type CashAccount = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What the books say of it now.
 */
balance: Yuan, };

export type CashRow = { 
/**
 * Its row.
 */
id: number, 
/**
 * At the end of which day.
 */
on: string, 
/**
 * The account of the cash box.
 */
account: string, 
/**
 * What was counted.
 */
counted: Yuan, 
/**
 * What the books said.
 */
book: Yuan, 
/**
 * Counted less books: above zero there is more than there should be.
 */
difference: Yuan, 
/**
 * How many notes and coins of each kind.
 */
pieces: string | null, 
/**
 * What else there is to say.
 */
note: string | null, 
/**
 * The voucher of the difference that stands.
 */
voucher: string | null, 
/**
 * The draft of it.
 */
draft: number | null, };

export type CashInput = { 
/**
 * The day.
 */
on: string, 
/**
 * The account; the first one of 101 where empty.
 */
account?: string, 
/**
 * What was counted, in yuan.
 */
counted?: string, 
/**
 * How many of each note and coin.
 */
pieces: Array<PieceInput>, 
/**
 * What else there is to say.
 */
note?: string, };

export type PieceInput = { 
/**
 * What one is worth, in yuan.
 */
worth: string, 
/**
 * How many.
 */
count: string, };

export type CashMadeView = { 
/**
 * The counts with it.
 */
cash: CashView, 
/**
 * The draft of the difference; nothing where there is none.
 */
draft: DraftView | null, };

export type YieldsView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * All cooperatives of the book.
 */
cooperatives: Array<Named>, 
/**
 * The year.
 */
year: number, 
/**
 * The years that can be looked at.
 */
years: Array<number>, 
/**
 * Yields or deliveries.
 */
kind: SourceKind, 
/**
 * How many entries there are.
 */
count: number, 
/**
 * How many have neither voucher nor draft.
 */
open: number, 
/**
 * Sums by product and unit, with the quantity of each month.
 */
products: Array<ProductYear>, 
/**
 * Sums of deliveries by member, product and unit.
 */
members: Array<MemberSum>, 
/**
 * The entries: those without a voucher first, the latest first; the first 500.
 */
rows: Array<SourceRow>, };

export type ProductYear = { 
/**
 * The product.
 */
product: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * How much in all.
 */
quantity: QuantityText, 
/**
 * What it was settled at; zero for what was produced.
 */
amount: Yuan, 
/**
 * How much in each month, from January.
 */
months: Array<QuantityText>, };

export type MemberSum = { 
/**
 * The member.
 */
member: Named, 
/**
 * The product.
 */
product: string, 
/**
 * Its unit.
 */
unit: string, 
/**
 * How much.
 */
quantity: QuantityText, 
/**
 * What it was settled at.
 */
amount: Yuan, };

export type WaitingView = { 
/**
 * The kinds of which something waits.
 */
rows: Array<WaitingRow>, };

export type WaitingKind = "drafts" | "months" | "distributions" | "backup";

export type WaitingRow = { 
/**
 * The kind.
 */
kind: WaitingKind, 
/**
 * How many in all.
 */
count: number, 
/**
 * The same in words.
 */
text: Text, 
/**
 * Cooperative by cooperative.
 */
items: Array<WaitingItem>, };

export type WaitingItem = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * How many.
 */
count: number, 
/**
 * Of which year.
 */
year: number | null, 
/**
 * The same in words.
 */
text: Text, };

export type VoucherInput = { 
/**
 * The cooperative's code.
 */
coop?: string, 
/**
 * The day, `2025-03-31`.
 */
date?: string, 
/**
 * The word before the number; 记 where it is missing.
 */
word?: string, 
/**
 * What it is for.
 */
summary?: string, 
/**
 * How many papers belong to it (附件张数).
 */
papers?: string, 
/**
 * Its lines, in order.
 */
lines?: Array<VoucherLineInput>, };

export type VoucherLineInput = { 
/**
 * What the line is for, where that is not what the voucher is for.
 */
summary?: string, 
/**
 * The account's code.
 */
account?: string, 
/**
 * The amount on the debit side, in yuan; one of the two sides is filled.
 */
debit?: string, 
/**
 * The amount on the credit side.
 */
credit?: string, 
/**
 * The member's code.
 */
member?: string, 
/**
 * Another party.
 */
counterparty?: string, 
/**
 * A project or batch.
 */
project?: string, 
/**
 * How much.
 */
quantity?: string, 
/**
 * The unit price.
 */
price?: string, };

export type VoucherView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * Month, word and number, `2025-03 记-031`.
 */
number: string, 
/**
 * The day.
 */
date: string, 
/**
 * What it is for.
 */
summary: string, 
/**
 * Its lines, in order.
 */
lines: Array<VoucherLineView>, 
/**
 * The sum of the debit side.
 */
debit: Yuan, 
/**
 * The sum of the credit side, the same.
 */
credit: Yuan, 
/**
 * The number of the voucher that it takes back.
 */
reverses: string | null, 
/**
 * Why it takes that back.
 */
reason: string | null, 
/**
 * The number of the red voucher that takes it back.
 */
reversed_by: string | null, 
/**
 * The number of the voucher that it puts right, which was taken back.
 */
corrects: string | null, 
/**
 * The number of the voucher that puts it right.
 */
corrected_by: string | null, 
/**
 * Always `posted`.
 */
state: VoucherState, 
/**
 * Who prepared it (制单).
 */
preparer: string, 
/**
 * Who reviewed it (审核).
 */
reviewer: string | null, 
/**
 * Who posted it (记账).
 */
poster: string, 
/**
 * When it was posted, by the clock of this machine: `2025-03-31 16:20`.
 */
posted_at: string, 
/**
 * Its place in the chain.
 */
seq: number, 
/**
 * How many papers belong to it.
 */
papers: number, 
/**
 * The files that prove it.
 */
attachments: Array<AttachmentRow>, 
/**
 * What it was made of.
 */
sources: Array<SourceLink>, 
/**
 * What made it by itself.
 */
origins: Array<OriginLink>, };

export type VoucherLineView = { 
/**
 * What the line is for.
 */
summary: string, 
/**
 * The account's code.
 */
account: string, 
/**
 * The account's name.
 */
name: string, 
/**
 * The debit; below zero in red.
 */
debit: Yuan, 
/**
 * The credit; below zero in red.
 */
credit: Yuan, 
/**
 * The member that it concerns.
 */
member: Named | null, 
/**
 * Another party.
 */
counterparty: string | null, 
/**
 * A project or batch.
 */
project: string | null, 
/**
 * How much.
 */
quantity: QuantityText | null, 
/**
 * The unit price.
 */
price: QuantityText | null, };

export type VoucherState = "draft" | "reviewed" | "posted";

export type VouchersView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The year.
 */
year: number, 
/**
 * The years that can be looked at, earliest first.
 */
years: Array<number>, 
/**
 * The month in which the books begin, `2025-01`.
 */
starts: string, 
/**
 * The months that are closed.
 */
closed: Array<string>, 
/**
 * The vouchers.
 */
rows: Array<VoucherListRow>, 
/**
 * Whether older ones follow.
 */
more: boolean, 
/**
 * How many there are of each state in the year and month, whatever else was asked.
 */
counts: VoucherCounts, };

export type VoucherCounts = { 
/**
 * Drafts that nobody reviewed yet.
 */
draft: number, 
/**
 * Reviewed drafts.
 */
reviewed: number, 
/**
 * Posted ones.
 */
posted: number, };

export type VoucherListRow = { 
/**
 * What names it: `draft:12`, or its number.
 */
key: string, 
/**
 * How far it has come.
 */
state: VoucherState, 
/**
 * Month, word and number of a posted one, `2025-03 记-031`.
 */
number: string | null, 
/**
 * The id of a draft.
 */
draft: number | null, 
/**
 * The day; nothing in a draft that has none yet.
 */
date: string | null, 
/**
 * The word before the number.
 */
word: string, 
/**
 * What it is for.
 */
summary: string, 
/**
 * The sum of the debit side; below zero in red. Of a draft as far as it can be read.
 */
amount: Yuan, 
/**
 * The names of the first account on each side: `银行存款 / 经营收入`.
 */
accounts: string, 
/**
 * The first member that it concerns.
 */
member: string | null, 
/**
 * How many papers belong to it.
 */
papers: number, 
/**
 * How many files are kept with it.
 */
attachments: number, 
/**
 * Who prepared it.
 */
preparer: string, 
/**
 * Who reviewed it.
 */
reviewer: string | null, 
/**
 * The number of the voucher that it takes back.
 */
reverses: string | null, 
/**
 * The number of the red voucher that takes it back.
 */
reversed_by: string | null, 
/**
 * The number of the voucher that it puts right.
 */
corrects: string | null, 
/**
 * The number of the voucher that puts it right.
 */
corrected_by: string | null, 
/**
 * Whether it takes another one back in red.
 */
red: boolean, };

export type EntryView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The month in which the books begin.
 */
starts: string, 
/**
 * The months that are closed.
 */
closed: Array<string>, 
/**
 * Who works at this window.
 */
operator: string, 
/**
 * Whether somebody else reviews a voucher before it is posted.
 */
review: boolean, 
/**
 * The accounts that take lines: switched on and with none below them, by code.
 */
accounts: Array<EntryAccount>, 
/**
 * The members, in the order of the register.
 */
members: Array<EntryMember>, 
/**
 * The words before the number, those in use first.
 */
words: Array<string>, 
/**
 * What vouchers and lines are for, the most used first.
 */
summaries: Array<Suggestion>, 
/**
 * Other parties, the most used first.
 */
counterparties: Array<Suggestion>, 
/**
 * Projects and batches, the most used first.
 */
projects: Array<Suggestion>, 
/**
 * What is kept to be filled again, by name.
 */
templates: Array<TemplateView>, 
/**
 * The day of the last posted voucher.
 */
last_date: string | null, };

export type EntryAccount = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name, after that of the account above it: `待处理财产损溢—流动资产`.
 */
name: string, 
/**
 * The initials of its name in pinyin: `yhck`.
 */
initials: string, 
/**
 * What its lines name besides the amount.
 */
detail: AccountDetailView | null, 
/**
 * What it stands at; credit is negative.
 */
balance: Yuan, };

export type AccountDetailView = "member" | "counterparty" | "project" | "other";

export type EntryMember = { 
/**
 * The member's code.
 */
code: string, 
/**
 * The member's name.
 */
name: string, 
/**
 * The initials of the name in pinyin.
 */
initials: string, };

export type Suggestion = { 
/**
 * What was typed.
 */
text: string, 
/**
 * Its initials in pinyin.
 */
initials: string, };

export type TemplateView = { 
/**
 * What it is called by.
 */
id: number, 
/**
 * Its name.
 */
name: string, 
/**
 * What it fills in.
 */
entry: VoucherInput, };

export type DraftView = { 
/**
 * What it is called by.
 */
id: number, 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * `draft` or `reviewed`.
 */
state: VoucherState, 
/**
 * What was typed.
 */
entry: VoucherInput, 
/**
 * The sum of the debits that can be read.
 */
debit: Yuan, 
/**
 * The sum of the credits that can be read.
 */
credit: Yuan, 
/**
 * Debit less credit.
 */
difference: Yuan, 
/**
 * Whether both sides are equal and not empty.
 */
balanced: boolean, 
/**
 * Who prepared it: who changed it last.
 */
preparer: string, 
/**
 * Who reviewed it.
 */
reviewer: string | null, 
/**
 * The number of the voucher that it takes back in red.
 */
reverses: string | null, 
/**
 * Why it takes that back.
 */
reason: string | null, 
/**
 * The number of the voucher that it puts right.
 */
corrects: string | null, 
/**
 * How many papers belong to it, as far as that can be read.
 */
papers: number, 
/**
 * The files that prove it.
 */
attachments: Array<AttachmentRow>, 
/**
 * What it was made of.
 */
sources: Array<SourceLink>, 
/**
 * What made it by itself.
 */
origins: Array<OriginLink>, 
/**
 * Everything that stands in the way of posting; empty where it can be posted, or reviewed
 * where somebody else has to.
 */
faults: Array<DraftFault>, 
/**
 * What is worth a look and stands in nothing's way, such as cash below zero.
 */
notes: Array<Text>, };

export type DraftFault = { 
/**
 * The field that it is about, such as `date` or `lines[1].account`.
 */
about: string | null, 
/**
 * What is wrong.
 */
text: Text, };

export type AttachmentRow = { 
/**
 * What it is called by.
 */
id: number, 
/**
 * The name of the file.
 */
name: string, 
/**
 * How large it is, in bytes.
 */
size: number, };

export type SourceLink = { 
/**
 * What it is.
 */
kind: SourceKind, 
/**
 * Its row in the register.
 */
id: number, 
/**
 * What it says: `2025-01-02 甲村 出资 300.00`.
 */
text: Text, };

export type OriginLink = { 
/**
 * What it is.
 */
kind: OriginKind, 
/**
 * What it is found by: a name, the code of a card, a day, a step.
 */
code: string, 
/**
 * What it says: `2025-03-09 春一批 死亡 320 只`.
 */
text: Text, };

export type OriginKind = "closing" | "asset" | "recurring" | "flock" | "cash_count";

export type SourceKind = "contribution" | "yield" | "delivery";

export type SourcesView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The year.
 */
year: number, 
/**
 * Which kind.
 */
kind: SourceKind, 
/**
 * The first thousand.
 */
rows: Array<SourceRow>, 
/**
 * How many there are in all.
 */
count: number, 
/**
 * How many have neither voucher nor draft.
 */
open: number, };

export type SourceRow = { 
/**
 * What it is.
 */
kind: SourceKind, 
/**
 * Its row in the register.
 */
id: number, 
/**
 * The day.
 */
date: string, 
/**
 * What it says, without the day.
 */
text: Text, 
/**
 * The amount, where it has one; of a withdrawal below zero.
 */
amount: Yuan | null, 
/**
 * The number of the voucher that was made of it and stands.
 */
voucher: string | null, 
/**
 * The draft that was made of it.
 */
draft: number | null, };

export type ReversedView = { 
/**
 * The red voucher.
 */
voucher: VoucherView | null, 
/**
 * Its draft, which awaits review.
 */
draft: DraftView | null, };

export type CorrectedView = { 
/**
 * The red voucher that takes the wrong one back; nothing where it was taken back before.
 */
red: VoucherView | null, 
/**
 * The draft of the red voucher, where somebody else has to review it.
 */
red_draft: DraftView | null, 
/**
 * The draft that puts it right, with the same lines to begin with.
 */
draft: DraftView, };

export type DiscardedView = { 
/**
 * The draft that there was.
 */
discarded: number, };

export type OpenedView = { 
/**
 * Where it lies.
 */
path: string, };

export type OperatorView = { 
/**
 * The name.
 */
operator: string, };

export type ReviewView = { 
/**
 * Whether that is so.
 */
review: boolean, };

export type ImportKindsView = { 
/**
 * In the order in which a new book is filled.
 */
kinds: Array<ImportKindView>, };

export type ImportKindView = { 
/**
 * The word that commands use.
 */
word: string, 
/**
 * What people call it.
 */
name: Text, 
/**
 * Whether a cooperative is named beside the file.
 */
coop: ImportCoop, 
/**
 * Its columns, those that must be there first.
 */
columns: Array<ImportColumn>, };

export type ImportCoop = "none" | "optional" | "required";

export type ImportColumn = { 
/**
 * The name that files and mappings use.
 */
name: string, 
/**
 * What people call it.
 */
label: Text, 
/**
 * Whether it must be there.
 */
required: boolean, };

export type ImportSource = { 
/**
 * Where it lies.
 */
path: string, } | { 
/**
 * What it is called in the history.
 */
name: string, 
/**
 * The text.
 */
text: string, };

export type ImportInput = { 
/**
 * What the rows bring.
 */
kind: string, 
/**
 * The cooperative, where one is named beside the file.
 */
coop: string | null, 
/**
 * Where the rows come from.
 */
source: ImportSource, 
/**
 * For each column of the file the name of ours, or nothing where it is left out; nothing at
 * all to go by the headers.
 */
mapping: Array<string | null> | null, };

export type ImportPreviewView = { 
/**
 * What the rows bring.
 */
kind: string, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * The cells of its first row.
 */
headers: Array<string>, 
/**
 * For each of them the name of our column, or nothing where it is left out.
 */
mapping: Array<string | null>, 
/**
 * The columns that can be chosen.
 */
columns: Array<ImportColumn>, 
/**
 * The first 500 rows, and after them those with faults.
 */
rows: Array<ImportRow>, 
/**
 * How many rows there are.
 */
row_count: number, 
/**
 * How many vouchers they make, where they are vouchers without faults.
 */
vouchers: number | null, 
/**
 * The first 1000 faults, in the order of the rows.
 */
faults: Array<ImportFault>, 
/**
 * How many there are.
 */
fault_count: number, 
/**
 * What would be taken, but is odd.
 */
warnings: Array<Text>, 
/**
 * The import that took the same rows before.
 */
taken_before: number | null, };

export type ImportRow = { 
/**
 * Its number, as a spreadsheet shows it.
 */
number: number, 
/**
 * Its cells.
 */
cells: Array<string>, 
/**
 * What is wrong with it.
 */
faults: Array<ImportFault>, };

export type ImportFault = { 
/**
 * The row; nothing where it is about the whole file.
 */
row: number | null, 
/**
 * Which of its cells, from 0, where one is to blame.
 */
place: number | null, 
/**
 * What is wrong.
 */
text: Text, };

export type ImportView = { 
/**
 * The number of the batch; nothing for a trial run.
 */
batch: number | null, 
/**
 * What was imported.
 */
kind: string, 
/**
 * How many rows.
 */
rows: number, 
/**
 * How many vouchers they made, where they are vouchers.
 */
vouchers: number | null, 
/**
 * Rows that were taken, but are odd.
 */
warnings: Array<Text>, };

export type ImportsView = { 
/**
 * The imports.
 */
rows: Array<BatchView>, };

export type BatchView = { 
/**
 * Its number.
 */
batch: number, 
/**
 * What it brought.
 */
kind: string, 
/**
 * What people call that.
 */
name: Text, 
/**
 * The file's name.
 */
file: string, 
/**
 * The first 12 digits of the file's SHA-256.
 */
hash: string, 
/**
 * How many rows it had.
 */
rows: number, 
/**
 * How many vouchers they made, where they made any.
 */
vouchers: number | null, 
/**
 * The cooperative that it was read for, where it was read for one.
 */
coop: string | null, 
/**
 * Who took it.
 */
who: string, 
/**
 * When, by the clock of this machine: `2025-03-31 16:20`.
 */
when: string, 
/**
 * Who took it back, where somebody did.
 */
undone: UndoneView | null, };

export type UndoneView = { 
/**
 * Who.
 */
who: string, 
/**
 * When, by the clock of this machine.
 */
when: string, };

export type OpeningRowInput = { 
/**
 * The account's code.
 */
account: string, 
/**
 * The member's code, where the account is kept by members.
 */
member: string | null, 
/**
 * The counterparty, where one is named.
 */
counterparty: string | null, 
/**
 * The debit balance.
 */
debit: string, 
/**
 * The credit balance.
 */
credit: string, };

export type OpeningView = { 
/**
 * The cooperative.
 */
coop: Named, 
/**
 * The day that the balances are of: the one before the books begin.
 */
day: string, 
/**
 * The month from which the books are kept.
 */
starts: string, 
/**
 * Every account that may hold a balance, in chart order.
 */
accounts: Array<OpeningAccount>, 
/**
 * The members, for the accounts that are kept by them.
 */
members: Array<Named>, 
/**
 * The sum of the debit balances that can be read.
 */
debit: Yuan, 
/**
 * The sum of the credit balances that can be read.
 */
credit: Yuan, 
/**
 * Debit less credit.
 */
difference: Yuan, 
/**
 * Whether there are balances, both sides are equal and nothing is wrong with any.
 */
balances: boolean, 
/**
 * What is wrong, in the order of the rows.
 */
faults: Array<OpeningFault>, 
/**
 * The number of the voucher that the sheet became.
 */
voucher: string | null, 
/**
 * Why nothing can be typed any more.
 */
locked: Text | null, };

export type OpeningAccount = { 
/**
 * Its code.
 */
code: string, 
/**
 * Its name.
 */
name: string, 
/**
 * Whether it has sub-accounts, which hold the balances instead.
 */
heading: boolean, 
/**
 * Whether it is a sub-account.
 */
below: boolean, 
/**
 * Whether its balance is typed member by member.
 */
by_member: boolean, 
/**
 * What was typed for it.
 */
lines: Array<OpeningLine>, 
/**
 * The sum of its debit balances that can be read.
 */
debit: Yuan, 
/**
 * The sum of its credit balances that can be read.
 */
credit: Yuan, };

export type OpeningLine = { 
/**
 * The member's code.
 */
member: string | null, 
/**
 * The counterparty.
 */
counterparty: string | null, 
/**
 * The debit balance.
 */
debit: string, 
/**
 * The credit balance.
 */
credit: string, };

export type OpeningFault = { 
/**
 * The account's code, as it was typed.
 */
account: string, 
/**
 * The member's code.
 */
member: string | null, 
/**
 * What is wrong.
 */
text: Text, };
