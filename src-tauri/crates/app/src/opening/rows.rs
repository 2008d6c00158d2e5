//! The rows of opening balances, from a file or from the sheet, and the voucher that they make.

use std::collections::{HashMap, HashSet};

use domain::Month;
use domain::account::AccountClass;
use domain::id::{AccountId, MemberId};
use domain::voucher::{Entry, Line, Voucher, VoucherError};

use crate::import::read_money;
use crate::view::Text;
use crate::voucher::checks::{Chart, Side, side_filled, unprintable, voucher_text};

/// What that voucher is for.
const SUMMARY: &str = "期初余额";

/// A balance as it was written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TypedBalance<'a> {
    pub account: &'a str,
    pub debit: Option<&'a str>,
    pub credit: Option<&'a str>,
    pub member: Option<&'a str>,
    pub counterparty: Option<&'a str>,
}

/// Why a balance cannot stand.
#[derive(Debug)]
pub(crate) struct BalanceRefusal {
    /// The column that is to blame.
    pub field: &'static str,
    /// Half a sentence with what to do.
    pub text: Text,
    /// Whether it cannot be read, rather than that the books say no.
    pub unreadable: bool,
}

/// The row of an account, and that of a member.
pub(crate) type Place = (AccountId, Option<MemberId>);

/// The balances read so far.
#[derive(Debug, Default)]
pub(crate) struct OpeningRows {
    lines: Vec<Line>,
    places: Vec<Place>,
    seen: HashSet<(Place, Option<String>)>,
}

impl OpeningRows {
    /// Reads one balance. A zero that is written out is a balance of nothing and makes no line.
    ///
    /// # Errors
    /// An account that is not known, has sub-accounts, is switched off or is one of income or
    /// cost; a member that is not known or missing; an amount that cannot be read, on both sides
    /// or on none; the same balance twice.
    pub fn add(
        &mut self,
        typed: &TypedBalance<'_>,
        chart: &Chart,
        members: &HashMap<String, MemberId>,
    ) -> Result<(), BalanceRefusal> {
        let refused = |field, text| BalanceRefusal { field, text, unreadable: false };
        let unreadable = |field, text| BalanceRefusal { field, text, unreadable: true };
        if AccountClass::of_code(typed.account) == Some(AccountClass::ProfitLoss)
            && chart.accounts.contains_key(typed.account)
        {
            return Err(refused("account", result_account(typed.account)));
        }
        if is_nothing(typed) {
            return Ok(());
        }
        let member_of = |code: &str| members.get(code).copied();
        let place = chart.place(member_of, typed.account, typed.member);
        let place = place.map_err(|refusal| refused(refusal.field, refusal.text))?;
        let side = side_filled(typed.debit, typed.credit);
        let side = side.map_err(|text| unreadable("debit", text))?;
        let amount = |field, text: Option<&str>| {
            read_money(text.unwrap_or_default()).map_err(|text| unreadable(field, text))
        };
        let entry = match side {
            Side::Debit => Entry::Debit(amount("debit", typed.debit)?),
            Side::Credit => Entry::Credit(amount("credit", typed.credit)?),
        };
        if let Some(text) = typed.counterparty.and_then(unprintable) {
            return Err(unreadable("counterparty", text));
        }
        let counterparty = typed.counterparty.map(str::to_owned);
        if !self.seen.insert((place, counterparty.clone())) {
            return Err(refused("account", twice(typed)));
        }
        self.lines.push(Line {
            summary: None,
            account: typed.account.to_owned(),
            entry,
            member: typed.member.map(str::to_owned),
            counterparty,
            project: None,
            quantity: None,
            price: None,
        });
        self.places.push(place);
        Ok(())
    }

    /// Keeps a line that was posted.
    pub fn keep(&mut self, line: Line, place: Place) {
        self.lines.push(line);
        self.places.push(place);
    }

    /// The sides of all balances.
    pub fn entries(&self) -> impl Iterator<Item = Entry> {
        self.lines.iter().map(|line| line.entry)
    }

    /// The sides of the balances of one account.
    pub fn of_account(&self, code: &str) -> impl Iterator<Item = Entry> {
        self.lines.iter().filter(move |line| line.account == code).map(|line| line.entry)
    }

    /// The voucher of the day before the books begin.
    ///
    /// # Errors
    /// Sides that differ or hold too much, or fewer than two balances: the sentence.
    pub fn voucher(self, starts: Month) -> Result<(Voucher, Vec<Place>), Text> {
        let day = starts.first_day().yesterday().unwrap_or(starts.first_day());
        let made =
            Voucher::new(day, Voucher::OPENING_WORD.to_owned(), SUMMARY.to_owned(), self.lines);
        match made {
            Ok(voucher) => Ok((voucher, self.places)),
            Err(error) => Err(no_voucher(&error)),
        }
    }
}

/// Both sides say zero, and one of them in so many digits: old programs list such accounts too.
fn is_nothing(typed: &TypedBalance<'_>) -> bool {
    let zero = |text: Option<&str>| text.is_none_or(|t| matches!(t, "0" | "0.0" | "0.00"));
    let written = typed.debit.is_some() || typed.credit.is_some();
    written && zero(typed.debit) && zero(typed.credit)
}

fn result_account(code: &str) -> Text {
    Text::new(
        format!("期初余额不能有损益类科目“{code}”，把它的余额结转到 331 本年盈余"),
        format!(
            "opening balances have no income or cost such as “{code}”; carry it to 331, the \
             surplus of the year"
        ),
    )
}

fn twice(typed: &TypedBalance<'_>) -> Text {
    let TypedBalance { account, member, counterparty, .. } = typed;
    let named = [*member, *counterparty].into_iter().flatten();
    let zh = named.clone().map(|name| format!("“{name}”")).collect::<String>();
    let en = named.map(|name| format!(", “{name}”")).collect::<String>();
    Text::new(
        format!("科目“{account}”{zh}的余额写了两次，合成一行"),
        format!("the balance of “{account}”{en} stands twice; make it one row"),
    )
}

fn no_voucher(error: &VoucherError) -> Text {
    match error {
        VoucherError::TooFewLines => Text::new(
            "期初余额至少要有一个借方余额和一个贷方余额",
            "opening balances need at least one debit and one credit",
        ),
        VoucherError::Unbalanced { .. } => {
            let text = voucher_text(error);
            Text::new(
                format!("期初余额不平：{}", text.zh),
                format!("the opening balances differ: {}", text.en),
            )
        }
        VoucherError::TooLarge | VoucherError::ZeroLine { .. } => voucher_text(error),
    }
}
