//! What is charged off for the assets each month (计提折旧、摊销): from the month after they came into
//! use, in equal parts or by what they put out, one voucher for each kind.

use std::collections::BTreeMap;

use domain::asset::{AssetKind, Life, PartLeft};
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId};
use domain::voucher::{Entry, Line, Voucher};
use domain::{Money, Month, Quantity};
use store::{AssetRecord, Kept, NewCharge, NewVoucher, Reading, Work};

use super::part;
use super::refused::{charged_later, nothing_to_charge, units_missing, unknown_card};
use crate::book::Book;
use crate::closing::Closer;
use crate::import::read_quantity;
use crate::month::{self, refuse_before_books};
use crate::problem::Problem;
use crate::view::Text;
use crate::view::asset::{ChargeView, ChargedCard, UnitsInput};
use crate::view::closing::ProposedVoucher;
use crate::voucher::checks::{Chart, not_open, voucher_text};
use crate::voucher::named;
use crate::{register, voucher};

impl Book {
    /// What a month's charges would be, card by card. Nothing is saved.
    ///
    /// # Errors
    /// As [`Book::charge_assets`], but for what was put out and is not typed yet.
    pub fn check_charges(
        &mut self,
        coop: &str,
        month: &str,
        units: &[UnitsInput],
    ) -> Result<ChargeView, Problem> {
        let month = month::read(month)?;
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        let closer = Closer::new(&reading, &coop)?;
        let cards = charged(&reading, &closer, month, units, false)?;
        let vouchers = vouchers(&cards, month)?;
        Ok(view(&closer, month, &cards, vouchers.iter().map(|made| &made.voucher), Vec::new()))
    }

    /// Charges off a month: one voucher for each kind of asset, linked with its cards.
    ///
    /// # Errors
    /// A cooperative or card that is not known, a month that is closed or lies before the books
    /// begin, cards charged for a later month already, a card charged by units of which nothing is
    /// said, nothing to charge, or a book that cannot be written.
    pub fn charge_assets(
        &mut self,
        coop: &str,
        month: &str,
        units: &[UnitsInput],
    ) -> Result<ChargeView, Problem> {
        let month = month::read(month)?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        refuse_before_books(&coop.what, month, "month")?;
        let closer = Closer::new(&work, &coop)?;
        if let Some(said) = not_open(month.last_day(), &closer.books.chart) {
            let text = Text::new(
                format!("折旧凭证{}。", said.zh),
                format!("The voucher would be {}.", said.en),
            );
            return Err(Problem::refused("asset.month", text).about("month"));
        }
        let cards = charged(&work, &closer, month, units, true)?;
        if cards.is_empty() {
            return Err(nothing_to_charge(month));
        }
        let made = vouchers(&cards, month)?;
        let mut numbers = Vec::new();
        for one in &made {
            numbers.push(post(&work, &closer, one)?);
        }
        for card in cards.iter().filter(|card| card.amount == Money::ZERO) {
            let new = NewCharge { asset: card.record.id, amount: Money::ZERO, units: card.units };
            work.add_empty_charge(month, &new)?;
        }
        work.commit()?;
        let vouchers = made.iter().map(|one| &one.voucher);
        Ok(view(&closer, month, &cards, vouchers, numbers))
    }
}

/// The cards that a month should charge and has not, each in a line.
pub(crate) fn due(
    reading: &Reading<'_>,
    coop: CooperativeId,
    chart: &Chart,
    month: Month,
) -> Result<Vec<Text>, Problem> {
    let mut due = Vec::new();
    for record in reading.assets(coop)? {
        let worth = &record.card.worth;
        let is_done = record.charged_through.is_some_and(|through| through >= month);
        if is_done || !worth.is_charged_in(month) {
            continue;
        }
        let left = match part::left(reading, (coop, chart), &record, month.last_day()) {
            Ok(left) => left,
            // Its voucher is not posted yet: that is what is due.
            Err(problem) if problem.code == part::NOT_POSTED => {
                due.push(problem.message);
                continue;
            }
            Err(problem) => return Err(problem),
        };
        if part::is_done(&record, left) {
            continue;
        }
        let (code, name) = (&record.card.code, &record.card.name);
        let told = match &worth.life {
            Life::Months(_) => {
                let amount = part::charge(&record, month, Quantity::ZERO, left).grouped();
                Text::new(
                    format!("{code} {name} 应提 {amount}"),
                    format!("{code} {name}: {amount} to be charged"),
                )
            }
            Life::Units { unit, .. } => Text::new(
                format!("{code} {name} 要填本月的产量（{unit}）"),
                format!("{code} {name}: what it put out ({unit}) is to be typed"),
            ),
        };
        due.push(told);
    }
    Ok(due)
}

/// The first month that is not closed.
fn next_open(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
) -> Result<Month, Problem> {
    let closed = reading.closed_months(coop.id)?;
    Ok(closed.last().and_then(|last| last.next()).unwrap_or(coop.what.starts))
}

/// The month to charge next: the first open one in which a card is due, within two years.
pub(super) fn next_due(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    closer: &Closer<'_>,
) -> Result<Month, Problem> {
    const MONTHS: usize = 24;
    let first = next_open(reading, coop)?;
    let mut at = Some(first);
    for _ in 0..MONTHS {
        let Some(month) = at else { break };
        let cards = Problem::unless_refused(charged(reading, closer, month, &[], false))?;
        if cards.is_some_and(|cards| !cards.is_empty()) {
            return Ok(month);
        }
        at = month.next();
    }
    Ok(first)
}

/// A card and what it is charged.
struct Charged {
    record: AssetRecord,
    amount: Money,
    units: Option<Quantity>,
    /// All that was put out, with this month's.
    put_out: Quantity,
    /// Of layers of which some are gone, what is left.
    left: Option<PartLeft>,
    wants_units: Option<String>,
}

fn charged(
    reading: &Reading<'_>,
    closer: &Closer<'_>,
    month: Month,
    units: &[UnitsInput],
    demands_units: bool,
) -> Result<Vec<Charged>, Problem> {
    let records = reading.assets(closer.coop.id)?;
    let mut typed: BTreeMap<&str, Quantity> = BTreeMap::new();
    for one in units {
        if !records.iter().any(|record| record.card.code == one.code) {
            return Err(unknown_card(&one.code));
        }
        typed.insert(&one.code, read_units(&one.code, &one.units)?);
    }
    let mut cards = Vec::new();
    for record in records {
        let worth = &record.card.worth;
        if !worth.is_charged_in(month) {
            continue;
        }
        if let Some(through) = record.charged_through.filter(|through| *through >= month) {
            if through > month {
                return Err(charged_later(&record, month, through));
            }
            continue;
        }
        let here = (closer.coop.id, &closer.books.chart);
        let left = part::left(reading, here, &record, month.last_day())?;
        if part::is_done(&record, left) {
            continue;
        }
        let (units, wants_units) = match &worth.life {
            Life::Months(_) => (None, None),
            Life::Units { unit, .. } => {
                let units = typed.get(record.card.code.as_str()).copied();
                if units.is_none() && demands_units {
                    return Err(units_missing(&record, unit));
                }
                (units, units.is_none().then(|| unit.clone()))
            }
        };
        let put_out = record.units.millionths() + units.unwrap_or_default().millionths();
        let put_out = Quantity::from_millionths(put_out);
        let amount = part::charge(&record, month, put_out, left);
        cards.push(Charged { record, amount, units, put_out, left, wants_units });
    }
    Ok(cards)
}

/// A voucher of charges, with the rows of its lines and what each card is charged.
struct ChargeVoucher {
    voucher: Voucher,
    places: Vec<AccountId>,
    charges: Vec<NewCharge>,
}

/// One voucher for each kind of asset: what is charged by account and project on the debit side,
/// what is gathered by account on the credit side.
fn vouchers(cards: &[Charged], month: Month) -> Result<Vec<ChargeVoucher>, Problem> {
    let mut made = Vec::new();
    for kind in AssetKind::ALL {
        let of_kind =
            cards.iter().filter(|card| card.record.card.kind == kind && card.amount != Money::ZERO);
        let of_kind: Vec<&Charged> = of_kind.collect();
        if of_kind.is_empty() {
            continue;
        }
        let mut debits: BTreeMap<(&str, Option<&str>), (AccountId, Money)> = BTreeMap::new();
        let mut credits: BTreeMap<(&str, Option<&str>), (AccountId, Money)> = BTreeMap::new();
        for card in &of_kind {
            let says = &card.record.card;
            let [_, gathered, charged] = &card.record.accounts;
            let debit = debits.entry((charged, says.project.as_deref()));
            debit.or_insert((says.charged, Money::ZERO)).1 += card.amount;
            // What layers are charged goes out with each bird, so that 143 names their batch too.
            let batch = says.project.as_deref().filter(|_| kind == AssetKind::Biological);
            let credit = credits.entry((gathered, batch));
            credit.or_insert((says.gathered, Money::ZERO)).1 += card.amount;
        }
        let (mut lines, mut places) = (Vec::new(), Vec::new());
        for ((account, project), (id, amount)) in debits {
            let project = project.map(str::to_owned);
            lines.push(Line { project, ..line(account, Entry::Debit(amount)) });
            places.push(id);
        }
        for ((account, project), (id, amount)) in credits {
            let project = project.map(str::to_owned);
            lines.push(Line { project, ..line(account, Entry::Credit(amount)) });
            places.push(id);
        }
        let summary = match kind {
            AssetKind::Fixed => format!("计提固定资产折旧 {month}"),
            AssetKind::Biological => format!("计提生产性生物资产折旧 {month}"),
            AssetKind::Intangible => format!("计提无形资产摊销 {month}"),
        };
        let word = Voucher::WORD.to_owned();
        let voucher = Voucher::new(month.last_day(), word, summary, lines).map_err(|error| {
            let said = voucher_text(&error);
            let text = Text::new(format!("折旧凭证{}。", said.zh), format!("{}.", said.en));
            Problem::refused("asset.voucher", text)
        })?;
        let charge = |card: &&Charged| NewCharge {
            asset: card.record.id,
            amount: card.amount,
            units: card.units,
        };
        let charges = of_kind.iter().map(charge).collect();
        made.push(ChargeVoucher { voucher, places, charges });
    }
    Ok(made)
}

fn post(work: &Work<'_>, closer: &Closer<'_>, made: &ChargeVoucher) -> Result<String, Problem> {
    let places: Vec<_> = made.places.iter().map(|&account| (account, None)).collect();
    let new = NewVoucher { charges: &made.charges, ..NewVoucher::plain(&made.voucher, &places) };
    Ok(voucher::post(work, closer.coop.id, &new)?.to_string())
}

fn line(account: &str, entry: Entry) -> Line {
    Line {
        summary: None,
        account: account.to_owned(),
        entry,
        member: None,
        counterparty: None,
        project: None,
        quantity: None,
        price: None,
    }
}

fn view<'a>(
    closer: &Closer<'_>,
    month: Month,
    cards: &[Charged],
    vouchers: impl Iterator<Item = &'a Voucher>,
    numbers: Vec<String>,
) -> ChargeView {
    let proposed = |voucher: &Voucher| -> ProposedVoucher {
        closer.proposed_of(Text::new(voucher.summary(), voucher.summary()), voucher)
    };
    ChargeView {
        coop: named(closer.coop),
        month: month.to_string(),
        total: cards.iter().map(|card| card.amount).sum::<Money>().into(),
        cards: cards.iter().map(|card| charged_card(card, month)).collect(),
        vouchers: vouchers.map(proposed).collect(),
        numbers,
    }
}

fn charged_card(card: &Charged, month: Month) -> ChargedCard {
    ChargedCard {
        code: card.record.card.code.clone(),
        name: card.record.card.name.clone(),
        amount: card.amount.into(),
        working: match card.left {
            Some(left) => part::working(&card.record, (month, card.put_out), left),
            None => working(card, month),
        },
        wants_units: card.wants_units.clone(),
    }
}

fn working(card: &Charged, month: Month) -> Text {
    let worth = &card.record.card.worth;
    let base = worth.base().grouped();
    let by_now = worth.gathered_by(month, card.put_out).grouped();
    let before = card.record.gathered().grouped();
    let share = match &worth.life {
        Life::Months(life) => {
            Text::new(format!("{base} 分 {life} 个月"), format!("{base} over {life} months"))
        }
        Life::Units { whole, unit } => {
            let put_out = card.put_out;
            Text::new(
                format!("{base} × {put_out} ÷ {whole} {unit}"),
                format!("{base} × {put_out} ÷ {whole} {unit}"),
            )
        }
    };
    Text::new(
        format!("{}，到 {month} 应提足 {by_now}，已提 {before}", share.zh),
        format!("{}: {by_now} by {month}, {before} charged before", share.en),
    )
}

/// What an asset put out, as it is typed.
pub(super) fn read_units(code: &str, text: &str) -> Result<Quantity, Problem> {
    read_quantity(text.trim()).map_err(|said| {
        let text = Text::new(
            format!("{code} 的产量{}。", said.zh),
            format!("The output of {code}: {}.", said.en),
        );
        Problem::input("asset.units", text).about("units")
    })
}
