//! 成员权益变动表, 会农社03表, and what the vouchers that touch equity did to it.

use crate::money::Money;
use crate::sheet::Label;

/// A column of the form, in its order; the last is the sum of the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EquityColumn {
    /// 股金, 301.
    Capital,
    /// 专项基金, 311.
    Fund,
    /// 资本公积, 321.
    Premium,
    /// 盈余公积, 322.
    Reserve,
    /// 未分配盈余, 331 and 332.
    Undistributed,
    /// 合计.
    Total,
}

impl EquityColumn {
    /// Every column.
    pub const ALL: [EquityColumn; 6] = [
        EquityColumn::Capital,
        EquityColumn::Fund,
        EquityColumn::Premium,
        EquityColumn::Reserve,
        EquityColumn::Undistributed,
        EquityColumn::Total,
    ];

    /// What stands above it.
    #[must_use]
    pub fn name(self) -> Label {
        match self {
            EquityColumn::Capital => Label::new("股金", "Share capital"),
            EquityColumn::Fund => Label::new("专项基金", "Special fund"),
            EquityColumn::Premium => Label::new("资本公积", "Capital surplus"),
            EquityColumn::Reserve => Label::new("盈余公积", "Surplus reserve"),
            EquityColumn::Undistributed => Label::new("未分配盈余", "Undistributed"),
            EquityColumn::Total => Label::new("合计", "Total"),
        }
    }
}

/// A posted voucher that touches equity, seen by its accounts. Vouchers that carry income and cost
/// to 331 are none of these.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touching {
    /// Whether it takes another one back in red.
    pub red: bool,
    /// Credit less debit of each account: code, the name of the account with those above it, what
    /// the line is about, amount.
    pub lines: Vec<(String, String, Money)>,
}

/// What the vouchers of a year did to equity, by the parts that the forms name; each is what the
/// form prints, so that decreases are above zero.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EquityChange {
    /// 股金: 资本公积转增.
    pub premium_to_capital: Money,
    /// 股金: 盈余公积转增.
    pub reserve_to_capital: Money,
    /// 股金: 成员增加出资, from outside.
    pub contributed: Money,
    /// 股金: 成员减少出资.
    pub withdrawn: Money,
    /// 专项基金: 接受国家财政直接补助形成.
    pub subsidised: Money,
    /// 专项基金: 接受他人捐赠形成.
    pub donated: Money,
    /// 专项基金: taken off; the form has no row for it.
    pub fund_off: Money,
    /// 资本公积: 股金溢价.
    pub premium: Money,
    /// 资本公积: 资产评估增值.
    pub appraised: Money,
    /// 资本公积: 弥补亏损.
    pub premium_for_loss: Money,
    /// 资本公积: taken off otherwise.
    pub premium_off: Money,
    /// 盈余公积: 从盈余中提取, and form 02 line 15.
    pub to_reserve: Money,
    /// 盈余公积: added otherwise.
    pub reserve_on: Money,
    /// 盈余公积: covers a loss.
    pub reserve_for_loss: Money,
    /// 盈余公积: taken off otherwise, such as a share paid to a member who leaves.
    pub reserve_off: Money,
    /// 未分配盈余: 其他转入, form 02 line 14: from the reserve, from what a leaving member bears.
    pub transferred_in: Money,
    /// 盈余返还, form 02 line 17.
    pub patronage: Money,
    /// 剩余盈余分配, form 02 line 18.
    pub residual: Money,
    /// 转为成员出资, form 02 line 19.
    pub to_capital: Money,
    /// What went off 331 and 332 to accounts that no line of the form names; added where below
    /// zero.
    pub unnamed: Money,
}

impl EquityChange {
    /// What these vouchers did.
    #[must_use]
    pub fn of<'a>(vouchers: impl IntoIterator<Item = &'a Touching>) -> Self {
        let mut change = EquityChange::default();
        for voucher in vouchers {
            change.add(voucher);
        }
        change
    }

    /// A red voucher is its original below zero: what that added is taken off its own part again.
    fn add(&mut self, voucher: &Touching) {
        let sign = |amount: Money| if voucher.red { -amount } else { amount };
        let on = |codes: &[&str]| -> Money {
            let within = voucher
                .lines
                .iter()
                .filter(|(account, ..)| codes.iter().any(|code| account.starts_with(code)));
            sign(within.map(|(.., amount)| *amount).sum())
        };
        let capital = on(&["301"]);
        let (premium, reserve, fund) = (on(&["321"]), on(&["322"]), on(&["311"]));
        let undistributed = on(&["331", "332"]);
        let (refunds, dividends) = (on(&["221"]), on(&["222"]));

        // 332 with each account that it goes to or comes from.
        let mut open = undistributed;
        let reserved = taken(&mut open, reserve);
        let refunded = taken(&mut open, refunds);
        let shared = taken(&mut open, dividends);
        let turned = taken(&mut open, capital);
        // 资本公积 covers a loss, as the form prints it.
        let by_premium = taken(&mut open, premium);

        // 301 with 321 and 322.
        let mut capital_open = capital - turned;
        let of_premium = taken(&mut capital_open, premium - by_premium).or_zero_below(capital);
        let of_reserve = taken(&mut capital_open, reserve - reserved).or_zero_below(capital);

        let to = |part: &mut Money, amount: Money| *part += sign(amount);
        to(&mut self.to_reserve, reserved.or_zero());
        to(&mut self.reserve_for_loss, (-reserved).or_zero());
        to(&mut self.patronage, refunded);
        to(&mut self.residual, shared);
        to(&mut self.to_capital, turned.or_zero());
        let back = (-reserved).or_zero() + (-turned).or_zero() + (-by_premium).or_zero();
        to(&mut self.transferred_in, back);
        to(&mut self.premium_for_loss, (-by_premium).or_zero());
        to(&mut self.unnamed, by_premium.or_zero() - open);

        to(&mut self.premium_to_capital, -of_premium);
        to(&mut self.reserve_to_capital, -of_reserve);
        let outside = capital + of_premium + of_reserve;
        to(&mut self.contributed, outside.or_zero());
        to(&mut self.withdrawn, (-outside).or_zero());

        let premium_left = premium - by_premium - of_premium;
        let is_share = capital > Money::ZERO;
        let added = premium_left.or_zero();
        to(&mut self.premium, if is_share { added } else { Money::ZERO });
        to(&mut self.appraised, if is_share { Money::ZERO } else { added });
        to(&mut self.premium_off, (-premium_left).or_zero() - by_premium.or_zero());

        let reserve_left = reserve - reserved - of_reserve;
        to(&mut self.reserve_on, reserve_left.or_zero());
        to(&mut self.reserve_off, (-reserve_left).or_zero());

        let from_state = is_from_state(voucher);
        let added = fund.or_zero();
        to(&mut self.subsidised, if from_state { added } else { Money::ZERO });
        to(&mut self.donated, if from_state { Money::ZERO } else { added });
        to(&mut self.fund_off, (-fund).or_zero());
    }
}

/// What of `open` goes to or comes from an account that moved the other way; `open` keeps the rest.
/// The amount is that of the account: above zero where it was added to.
fn taken(open: &mut Money, other: Money) -> Money {
    let opposite = (*open < Money::ZERO) != (other < Money::ZERO);
    if !opposite || *open == Money::ZERO || other == Money::ZERO {
        return Money::ZERO;
    }
    let amount = open.abs().min(other.abs());
    let amount = if other < Money::ZERO { -amount } else { amount };
    *open += amount;
    amount
}

trait OrZeroBelow {
    /// The amount where capital was added; capital that is paid back fills no reserve.
    fn or_zero_below(self, capital: Money) -> Money;
}

impl OrZeroBelow for Money {
    fn or_zero_below(self, capital: Money) -> Money {
        if capital > Money::ZERO { self } else { Money::ZERO }
    }
}

/// Whether what came to 311 came from the state: out of 235 专项应付款, or so named.
fn is_from_state(voucher: &Touching) -> bool {
    let of_fund = voucher.lines.iter().filter(|(account, ..)| account.starts_with("311"));
    let mut names = of_fund.map(|(_, name, _)| name);
    let spent = voucher.lines.iter().any(|(account, ..)| account.starts_with("235"));
    spent || names.any(|name| ["补助", "财政", "国家"].iter().any(|word| name.contains(word)))
}

/// What a row of the form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EquityRow {
    /// 年初余额.
    Opening,
    /// 本年增加数.
    Increase,
    /// A part of the increase.
    IncreasePart,
    /// 本年减少数.
    Decrease,
    /// A part of the decrease.
    DecreasePart,
    /// 年末余额.
    Closing,
}

/// A row of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquityLine {
    /// What it is.
    pub row: EquityRow,
    /// Its name.
    pub name: Label,
    /// Its figures by column; nothing where the form has no place for one.
    pub figures: [Option<Money>; 6],
}

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EquityTable {
    /// Its rows, from the top.
    pub lines: Vec<EquityLine>,
}

/// The parts of one column's increase or decrease: name, and how much.
type Parts<'a> = Vec<(&'a str, &'a str, Money, bool)>;

impl EquityTable {
    /// The form of a year: what each column opened with, this year's surplus (02 line 12), and what
    /// the vouchers did. A row that the ministry's form does not have is there only where it has an
    /// amount.
    #[must_use]
    pub fn of(opening: [Money; 5], surplus: Money, change: &EquityChange) -> Self {
        let increases = increases(change, surplus);
        let decreases = decreases(change);
        let sum = |parts: &Parts<'_>| -> Money { parts.iter().map(|part| part.2).sum() };
        let whole = |of: [Money; 5]| -> [Option<Money>; 6] {
            let total: Money = of.iter().copied().sum();
            let [a, b, c, d, e] = of;
            [a, b, c, d, e, total].map(Some)
        };
        let up = [0, 1, 2, 3, 4].map(|column: usize| sum(&increases[column]));
        let down = [0, 1, 2, 3, 4].map(|column: usize| sum(&decreases[column]));
        let end = [0, 1, 2, 3, 4].map(|column: usize| opening[column] + up[column] - down[column]);
        let mut lines = vec![line(EquityRow::Opening, "年初余额", "Opening", whole(opening))];
        lines.push(line(EquityRow::Increase, "本年增加数", "Increase", whole(up)));
        lines.extend(part_rows(EquityRow::IncreasePart, &increases));
        lines.push(line(EquityRow::Decrease, "本年减少数", "Decrease", whole(down)));
        lines.extend(part_rows(EquityRow::DecreasePart, &decreases));
        lines.push(line(EquityRow::Closing, "年末余额", "Closing", whole(end)));
        EquityTable { lines }
    }

    /// What a column stands at at the end.
    #[must_use]
    pub fn closing(&self, column: EquityColumn) -> Money {
        let last = self.lines.last().and_then(|line| line.figures.get(column as usize).copied());
        last.flatten().unwrap_or_default()
    }
}

fn line(row: EquityRow, zh: &str, en: &str, figures: [Option<Money>; 6]) -> EquityLine {
    EquityLine { row, name: Label::new(zh, en), figures }
}

/// A row for each part; those that the form does not have only with an amount.
fn part_rows(row: EquityRow, parts: &[Parts<'_>; 5]) -> Vec<EquityLine> {
    let mut rows = Vec::new();
    for (column, parts) in parts.iter().enumerate() {
        for &(zh, en, amount, on_form) in parts {
            if on_form || amount != Money::ZERO {
                let mut figures = [None; 6];
                figures[column] = Some(amount);
                figures[EquityColumn::Total as usize] = Some(amount);
                rows.push(line(row, zh, en, figures));
            }
        }
    }
    rows
}

fn increases(change: &EquityChange, surplus: Money) -> [Parts<'static>; 5] {
    [
        vec![
            (
                "资本公积转增",
                "Capital surplus turned into capital",
                change.premium_to_capital,
                true,
            ),
            ("盈余公积转增", "Reserve turned into capital", change.reserve_to_capital, true),
            // A rise out of distributable surplus has no part of its own on the form.
            ("成员增加出资", "Members' contributions", change.contributed, true),
        ],
        vec![
            ("接受国家财政直接补助形成", "State subsidies", change.subsidised, true),
            ("接受他人捐赠形成", "Donations", change.donated, true),
        ],
        vec![
            ("股金溢价", "Premium on shares", change.premium, true),
            ("资产评估增值", "Appraisal of assets", change.appraised, true),
        ],
        vec![
            ("从盈余中提取", "Taken from the surplus", change.to_reserve, true),
            ("其他增加（盈余公积）", "Other increase of the reserve", change.reserve_on, false),
        ],
        vec![
            ("本年盈余", "Surplus of the year", surplus, true),
            ("其他转入", "Transferred in", change.transferred_in, true),
        ],
    ]
}

fn decreases(change: &EquityChange) -> [Parts<'static>; 5] {
    [
        vec![("成员减少出资", "Withdrawals", change.withdrawn, true)],
        vec![("其他减少（专项基金）", "Other decrease of the fund", change.fund_off, false)],
        vec![
            (
                "转为成员出资（资本公积）",
                "Capital surplus turned into capital",
                change.premium_to_capital,
                true,
            ),
            ("弥补亏损", "Covering losses", change.premium_for_loss, true),
            ("其他减少（资本公积）", "Other decrease", change.premium_off, false),
        ],
        vec![
            (
                "转为成员出资（盈余公积）",
                "Reserve turned into capital",
                change.reserve_to_capital,
                true,
            ),
            ("弥补亏损（盈余公积）", "Reserve covering losses", change.reserve_for_loss, false),
            ("其他减少（盈余公积）", "Other decrease of the reserve", change.reserve_off, false),
        ],
        vec![
            ("提取盈余公积", "Taken to the reserve", change.to_reserve, true),
            ("盈余返还", "Patronage refunds", change.patronage, true),
            ("剩余盈余分配", "Residual dividends", change.residual, true),
            ("转为成员出资（盈余）", "Surplus turned into capital", change.to_capital, true),
            ("其他减少（未分配盈余）", "Other decrease of surplus", change.unnamed, false),
        ],
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touching(red: bool, lines: &[(&str, &str, i64)]) -> Touching {
        let line = |&(code, name, fen): &(&str, &str, i64)| {
            (code.to_owned(), name.to_owned(), Money::from_fen(fen))
        };
        Touching { red, lines: lines.iter().map(line).collect() }
    }

    fn change(vouchers: &[Touching]) -> EquityChange {
        EquityChange::of(vouchers)
    }

    #[test]
    fn a_distribution_in_one_voucher_or_in_four_is_the_same() {
        let whole = touching(
            false,
            &[("332-01", "", -100), ("322", "", 10), ("221", "", 54), ("222", "", 36)],
        );
        let steps = [
            touching(false, &[("332-01", "", -10), ("322", "", 10)]),
            touching(false, &[("332-01", "", -54), ("221", "", 54)]),
            touching(false, &[("332-01", "", -36), ("222", "", 36)]),
            touching(false, &[("332-02", "", -100), ("332-01", "", 100)]),
        ];
        assert_eq!(change(&[whole]), change(&steps));
        let told = change(&steps);
        assert_eq!(
            (told.to_reserve.fen(), told.patronage.fen(), told.residual.fen()),
            (10, 54, 36)
        );
        assert_eq!(told.unnamed, Money::ZERO);
    }

    #[test]
    fn what_was_taken_back_in_red_leaves_nothing() {
        let cover = [("322", "", -30), ("332-02", "", 30)];
        let back = [("322", "", 30), ("332-02", "", -30)];
        let told = change(&[touching(false, &cover), touching(true, &back)]);
        assert_eq!(told, EquityChange::default());
        let told = change(&[touching(false, &cover)]);
        assert_eq!((told.transferred_in.fen(), told.reserve_for_loss.fen()), (30, 30));
    }

    #[test]
    fn capital_comes_from_outside_from_reserves_or_from_another_member() {
        let paid_in = touching(false, &[("102", "", -120), ("301", "", 100), ("321", "", 20)]);
        let turned = touching(false, &[("322", "", -40), ("301", "", 40)]);
        let handed_on = touching(false, &[("301", "", -50), ("301", "", 50)]);
        let told = change(&[paid_in, turned, handed_on]);
        assert_eq!((told.contributed.fen(), told.premium.fen()), (100, 20));
        assert_eq!((told.reserve_to_capital.fen(), told.withdrawn.fen()), (40, 0));
    }

    #[test]
    fn a_leaving_member_takes_capital_and_a_share_of_the_reserve_along() {
        let leaves = touching(
            false,
            &[("301", "", -100), ("322", "", -15), ("332-02", "", 25), ("102", "", 90)],
        );
        let told = change(&[leaves]);
        // The loss borne comes back out of the capital and the reserve.
        assert_eq!(told.transferred_in.fen(), 25);
        assert_eq!(told.unnamed, Money::ZERO);
        let table = EquityTable::of([Money::from_fen(1_000); 5], Money::ZERO, &told);
        assert_eq!(table.closing(EquityColumn::Capital).fen(), 900);
        assert_eq!(table.closing(EquityColumn::Reserve).fen(), 985);
        assert_eq!(table.closing(EquityColumn::Undistributed).fen(), 1_025);
        assert_eq!(table.closing(EquityColumn::Total).fen(), 4_910);
    }

    #[test]
    fn a_subsidy_spent_and_a_gift_stand_apart() {
        let spent = touching(false, &[("235", "", -80), ("311", "", 80)]);
        let gift = touching(false, &[("151", "", -5), ("311-02", "捐赠", 5)]);
        let in_kind = touching(false, &[("151", "", -9), ("311-01", "财政补助", 9)]);
        let told = change(&[spent, gift, in_kind]);
        assert_eq!((told.subsidised.fen(), told.donated.fen()), (89, 5));
    }

    #[test]
    fn what_no_line_names_is_said_apart() {
        let told = change(&[touching(false, &[("332-02", "", -70), ("102", "", 70)])]);
        assert_eq!(told.unnamed.fen(), 70);
        let table = EquityTable::of([Money::ZERO; 5], Money::from_fen(100), &told);
        assert_eq!(table.closing(EquityColumn::Undistributed).fen(), 30);
    }
}
