//! Asset cards (资产卡片), what is charged off for them each month (计提折旧、摊销), and assets that
//! are gone.

mod part;

use std::collections::BTreeMap;

use domain::account::Account;
use domain::asset::{AssetKind, Life, PartLeft, Worth, WorthError};
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId};
use domain::voucher::{Entry, Line, Voucher};
use domain::{Money, Month, Quantity};
use jiff::civil::Date;
use store::{
    AssetRecord, ChargeRecord, Kept, NewAsset, NewCharge, NewDraft, NewVoucher, Origin, Reading,
    Voided, Work,
};

use crate::book::Book;
use crate::closing::Closer;
use crate::day;
use crate::failure::number_text;
use crate::import::read_quantity;
use crate::month::{self, refuse_before_books};
use crate::problem::Problem;
use crate::view::asset::{
    AssetInput, AssetKindView, AssetRow, AssetTotals, AssetsView, ChargeRow, ChargeView,
    ChargedCard, UnitsInput,
};
use crate::view::closing::ProposedVoucher;
use crate::view::draft::DraftView;
use crate::view::voucher::{VoucherInput, VoucherLineInput};
use crate::view::{Named, QuantityText, Text};
use crate::voucher::checks::{Chart, not_open, unknown_account, voucher_text};
use crate::voucher::named;
use crate::{draft, register, voucher};

impl Book {
    /// The asset cards of a cooperative, with what was charged off for each.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn assets(&mut self, coop: &str) -> Result<AssetsView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        let closer = Closer::new(&reading, &coop)?;
        let mut rows = Vec::new();
        let mut sums = (Money::ZERO, Money::ZERO);
        for record in reading.assets(coop.id)? {
            let chart = &closer.books.chart;
            let left = part::left(&reading, (coop.id, chart), &record, Date::MAX).ok().flatten();
            let stands = stands(&record, left);
            if record.card.worth.gone_on.is_none() {
                sums.0 += stands.cost;
                sums.1 += stands.gathered;
            }
            let charges = reading.charges(record.id)?;
            rows.push(row(record, stands, charges));
        }
        let leaves = closer.books.chart.leaves();
        let fits = |account: &&Account| {
            ["151", "142", "161", "401", "521", "523", "529"]
                .iter()
                .any(|top| account.code.starts_with(top))
        };
        let accounts = leaves.filter(fits).map(|account| Named {
            code: account.code.clone(),
            name: draft::full_name(account, &closer.books.chart),
        });
        Ok(AssetsView {
            accounts: accounts.collect(),
            cooperatives: reading.cooperatives()?.iter().map(named).collect(),
            rows,
            next: next_due(&reading, &coop, &closer)?.to_string(),
            totals: AssetTotals {
                cost: sums.0.into(),
                gathered: sums.1.into(),
                net: (sums.0 - sums.1).into(),
            },
            coop: named(&coop),
        })
    }

    /// Adds an asset card. The asset itself is bought by a voucher.
    ///
    /// # Errors
    /// A cooperative or account that is not known or does not fit, a code that is taken, a field
    /// that is missing or cannot be read, a worth that makes no sense such as a life of zero, or a
    /// book that cannot be written.
    pub fn add_asset(&mut self, coop: &str, input: &AssetInput) -> Result<AssetRow, Problem> {
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let closer = Closer::new(&work, &coop)?;
        let new = read_card(&closer, input)?;
        let cards = work.assets(coop.id)?;
        if let Some(same) = cards.iter().find(|card| card.card.code == new.code) {
            let (code, name) = (&new.code, &same.card.name);
            let text = Text::new(
                format!("卡片编号 {code} 已经有了（{name}）。换一个编号。"),
                format!("There is a card {code} already ({name}). Choose another code."),
            );
            return Err(Problem::refused("asset.taken", text).about("code"));
        }
        part::refuse_second(&cards, new.kind, new.project.as_deref(), &work.flocks(coop.id)?)?;
        let id = work.add_asset(coop.id, &new)?;
        let record = work.assets(coop.id)?.into_iter().find(|record| record.id == id);
        let record = record.ok_or_else(|| unknown_card(&new.code))?;
        work.commit()?;
        let stands = stands(&record, None);
        Ok(row(record, stands, Vec::new()))
    }

    /// Voids a card that was added by mistake (作废), with a reason.
    ///
    /// # Errors
    /// A cooperative or card that is not known, one that was charged or is gone, no reason, or a
    /// book that cannot be written.
    pub fn void_asset(&mut self, coop: &str, code: &str, why: &str) -> Result<AssetsView, Problem> {
        let why = crate::closing::read_reason(why, "作废", "Voiding")?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = work.assets(kept.id)?.into_iter().find(|record| record.card.code == code);
        let record = record.ok_or_else(|| unknown_card(code))?;
        if record.charged_through.is_some() || record.card.worth.gone_on.is_some() {
            return Err(card_in_use(&record));
        }
        work.void(Voided::Asset(record.id), &why)?;
        work.commit()?;
        self.assets(coop)
    }

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

    /// An asset is gone (处置): a draft takes its cost and what was charged off for it out of the
    /// books, a fixed asset by way of 154 固定资产清理.
    ///
    /// # Errors
    /// A cooperative or card that is not known, an asset that is gone already, a day that cannot be
    /// read or lies before it came, no reason, or a book that cannot be written.
    pub fn dispose_asset(
        &mut self,
        coop: &str,
        code: &str,
        on: &str,
        why: &str,
    ) -> Result<DraftView, Problem> {
        let on = day::read(on).map_err(|error| Problem::from(error).about("on"))?;
        let why = crate::closing::read_reason(why, "资产减少", "An asset that is gone")?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let cards = work.assets(coop.id)?;
        let record = cards.into_iter().find(|card| card.card.code == code);
        let record = record.ok_or_else(|| unknown_card(code))?;
        part::refuse_batch(&record, &work.flocks(coop.id)?)?;
        let (name, worth) = (&record.card.name, &record.card.worth);
        if let Some(gone) = worth.gone_on {
            let text = Text::new(
                format!("{code} {name} 已在 {gone} 减少，不能再减少一次。"),
                format!("{code} {name} was gone on {gone} already."),
            );
            return Err(Problem::refused("asset.gone", text).about("code"));
        }
        if on < worth.in_use_on {
            let since = worth.in_use_on;
            let text = Text::new(
                format!("减少日期 {on} 早于启用日期 {since}。改成 {since} 或以后的日期。"),
                format!("{on} is before it came into use on {since}. Choose that day or later."),
            );
            return Err(Problem::refused("asset.before_use", text).about("on"));
        }
        let closer = Closer::new(&work, &coop)?;
        let entry = disposal(&closer, &record, on, &why)?;
        work.asset_is_gone(record.id, on, &why)?;
        let new = NewDraft { entry: &draft::json(&entry), reverses: None, corrects: None };
        let made = work.add_draft(coop.id, &new)?;
        work.add_origin(made, Origin::Asset(record.id))?;
        let view = draft::shown(&work, made)?;
        work.commit()?;
        Ok(view)
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
fn next_due(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    closer: &Closer<'_>,
) -> Result<Month, Problem> {
    const MONTHS: usize = 24;
    let first = next_open(reading, coop)?;
    let mut at = Some(first);
    for _ in 0..MONTHS {
        let Some(month) = at else { break };
        if charged(reading, closer, month, &[], false).is_ok_and(|cards| !cards.is_empty()) {
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
        if let Some(through) = record.charged_through.filter(|through| *through >= month) {
            if through > month {
                return Err(charged_later(&record, month, through));
            }
            continue;
        }
        if !worth.is_charged_in(month) {
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

/// What takes an asset out of the books: a fixed one by way of 154, others to what came in or was
/// lost, which the accountant fills in.
fn disposal(
    closer: &Closer<'_>,
    record: &AssetRecord,
    on: Date,
    why: &str,
) -> Result<VoucherInput, Problem> {
    let (worth, [account, gathered, _]) = (&record.card.worth, &record.accounts);
    let net = worth.cost - record.gathered();
    let typed = |account: Option<String>, debit: Money, credit: Money| VoucherLineInput {
        account,
        debit: (debit != Money::ZERO).then(|| debit.to_string()),
        credit: (credit != Money::ZERO).then(|| credit.to_string()),
        project: record.card.project.clone(),
        ..VoucherLineInput::default()
    };
    let rest = match record.card.kind {
        AssetKind::Fixed => closer.leaf("154").ok(),
        AssetKind::Biological | AssetKind::Intangible => closer.leaf("529").ok(),
    };
    let mut lines = Vec::new();
    if net != Money::ZERO {
        lines.push(typed(rest, net, Money::ZERO));
    }
    if record.gathered() != Money::ZERO {
        lines.push(typed(Some(gathered.clone()), record.gathered(), Money::ZERO));
    }
    lines.push(typed(Some(account.clone()), Money::ZERO, worth.cost));
    Ok(VoucherInput {
        coop: Some(closer.coop.what.code.clone()),
        date: Some(on.to_string()),
        word: None,
        summary: Some(format!("{} {} {why}", record.card.code, record.card.name)),
        papers: None,
        lines: Some(lines),
    })
}

/// What stands in the books of a card: all of it, or what is left of the layers of a batch.
fn stands(record: &AssetRecord, left: Option<PartLeft>) -> PartLeft {
    left.unwrap_or(PartLeft { cost: record.card.worth.cost, gathered: record.gathered() })
}

fn row(record: AssetRecord, stands: PartLeft, charges: Vec<ChargeRecord>) -> AssetRow {
    let gathered = stands.gathered;
    let [account, gathered_account, charged_account] = record.accounts;
    let card = record.card;
    let worth = card.worth;
    let (life, unit) = match &worth.life {
        Life::Months(months) => {
            (Text::new(format!("{months} 个月"), format!("{months} months")), None)
        }
        Life::Units { whole, unit } => {
            let told = format!("{whole} {unit}");
            (Text::new(told.clone(), told), Some(unit.clone()))
        }
    };
    let charge = |charge: ChargeRecord| ChargeRow {
        month: charge.month.to_string(),
        amount: charge.amount.into(),
        units: charge.units.map(QuantityText),
        voucher: charge.voucher.map(|number| number.to_string()),
        taken_back: charge.taken_back,
    };
    AssetRow {
        code: card.code,
        name: card.name,
        kind: card.kind.into(),
        account,
        gathered_account,
        charged_account,
        project: card.project,
        in_use_on: worth.in_use_on.to_string(),
        cost: worth.cost.into(),
        salvage: worth.salvage.into(),
        gathered: gathered.into(),
        net: (stands.cost - gathered).into(),
        life,
        unit,
        charged_through: record.charged_through.map(|month| month.to_string()),
        nominal: card.nominal,
        relief: card.relief,
        note: card.note,
        gone_on: worth.gone_on.map(|day| day.to_string()),
        gone_for: record.gone_for,
        charges: charges.into_iter().map(charge).collect(),
    }
}

fn read_card(closer: &Closer<'_>, input: &AssetInput) -> Result<NewAsset, Problem> {
    let kind = AssetKind::from(input.kind);
    let code = filled(&input.code, "code", "卡片编号", "The card's code")?;
    let name = filled(&input.name, "name", "资产名称", "The asset's name")?;
    let account = match optional(input.account.as_deref()) {
        Some(account) => account,
        None => closer.leaf(kind.account())?,
    };
    let (account_id, account) = of_class(closer, &account, &[kind.account()], "account")?;
    // A sub-account of 151 has its own below 152 where there is one of that name.
    let gathered = gathered_for(closer, kind, &account)?;
    let gathered_id = of_class(closer, &gathered, &[kind.gathered()], "account")?.0;
    let costs = ["401", "521", "523", "529", "141"];
    let charged_id = of_class(closer, input.charged.trim(), &costs, "charged")?.0;
    let in_use_on = day::read(input.in_use_on.trim());
    let in_use_on = in_use_on.map_err(|error| Problem::from(error).about("in_use_on"))?;
    let amount = |text: Option<&str>, field: &str, zh: &str, en: &str| -> Result<Money, Problem> {
        let text = text.map(str::trim).filter(|text| !text.is_empty()).unwrap_or("0");
        Money::read_unsigned(text).map_err(|error| {
            let said = number_text(&error);
            let text = Text::new(format!("{zh}{}。", said.zh), format!("{en} {}.", said.en));
            Problem::input("asset.input", text).about(field)
        })
    };
    let before_through = match optional(input.before_through.as_deref()) {
        Some(text) => {
            Month::read(&text).map_err(|error| Problem::from(error).about("before_through"))?
        }
        None => Month::of(in_use_on),
    };
    let worth = Worth {
        in_use_on,
        cost: amount(Some(&input.cost), "cost", "原值", "The cost")?,
        salvage: amount(input.salvage.as_deref(), "salvage", "预计净残值", "The salvage")?,
        before: amount(input.before.as_deref(), "before", "已提折旧", "What was charged")?,
        before_through,
        life: life(input)?,
        gone_on: None,
    };
    let worth = worth.checked().map_err(|error| worth_problem(&error))?;
    Ok(NewAsset {
        code,
        name,
        kind,
        account: account_id,
        gathered: gathered_id,
        charged: charged_id,
        project: optional(input.project.as_deref()),
        worth,
        nominal: input.nominal,
        relief: input.relief,
        note: optional(input.note.as_deref()),
    })
}

/// The account that gathers what is charged off for one: that with the same ending, else the first.
fn gathered_for(closer: &Closer<'_>, kind: AssetKind, account: &str) -> Result<String, Problem> {
    let ending = account.strip_prefix(kind.account()).unwrap_or_default();
    let twin = format!("{}{ending}", kind.gathered());
    let takes_lines = closer.books.chart.leaves().any(|account| account.code == twin);
    if takes_lines { Ok(twin) } else { closer.leaf(kind.gathered()) }
}

fn life(input: &AssetInput) -> Result<Life, Problem> {
    let months = optional(input.months.as_deref());
    let units = optional(input.units.as_deref());
    match (months, units) {
        (Some(months), None) => {
            let read = months.parse().ok().filter(|&months: &u32| months <= 1200);
            read.map(Life::Months).ok_or_else(|| {
                let text = Text::new(
                    format!("使用月数“{months}”不是 1 到 1200 的整数。例如 20 年填 240。"),
                    format!("“{months}” is no whole number of months from 1 to 1200."),
                );
                Problem::input("asset.input", text).about("months")
            })
        }
        (None, Some(units)) => {
            let whole = read_units(&input.code, &units)?;
            let unit =
                filled(input.unit.as_deref().unwrap_or_default(), "unit", "产量单位", "The unit")?;
            Ok(Life::Units { whole, unit })
        }
        (None, None) | (Some(_), Some(_)) => {
            let text = Text::new(
                "使用月数和总产量填一样：按月平均提折旧填月数，按产量提的填总产量。",
                "Give either months, for charging in a straight line, or the whole output.",
            );
            Err(Problem::input("asset.input", text).about("months"))
        }
    }
}

fn read_units(code: &str, text: &str) -> Result<Quantity, Problem> {
    read_quantity(text.trim()).map_err(|said| {
        let text = Text::new(
            format!("{code} 的产量{}。", said.zh),
            format!("The output of {code}: {}.", said.en),
        );
        Problem::input("asset.units", text).about("units")
    })
}

/// An account that takes lines and stands at or below one of these.
fn of_class(
    closer: &Closer<'_>,
    code: &str,
    tops: &[&str],
    field: &str,
) -> Result<(AccountId, String), Problem> {
    let chart = &closer.books.chart;
    let known = chart.accounts.get(code).ok_or_else(|| {
        let said = unknown_account(code);
        let text = Text::new(
            format!("{}。从科目表里选一个。", said.zh),
            format!("In this chart {}. Choose one of it.", said.en),
        );
        Problem::refused("asset.account", text).about(field)
    })?;
    let fits = tops.iter().any(|top| code.starts_with(top)) && !chart.has_below(code);
    if fits && known.what.active {
        return Ok((known.id, code.to_owned()));
    }
    let wanted = tops.join("、");
    let text = Text::new(
        format!("科目 {code} 不合适：要用 {wanted} 或它们的末级明细。"),
        format!("{code} does not fit: use {wanted}, or a sub-account that takes lines."),
    );
    Err(Problem::refused("asset.account", text).about(field))
}

pub(crate) fn filled(text: &str, field: &str, zh: &str, en: &str) -> Result<String, Problem> {
    let text = text.trim();
    if !text.is_empty() {
        return Ok(text.to_owned());
    }
    let said = Text::new(format!("{zh}没有填。填上再存。"), format!("{en} is missing. Write it."));
    Err(Problem::input("input.missing", said).about(field))
}

pub(crate) fn optional(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn worth_problem(error: &WorthError) -> Problem {
    let (field, text) = match error {
        WorthError::NoLife => (
            "months",
            Text::new(
                "使用月数（或总产量）为 0，折旧提不出来。填大于 0 的数，例如 20 年填 240 个月。",
                "A life of zero charges nothing off. Write how many months (or units), above 0.",
            ),
        ),
        WorthError::NoCost(cost) => {
            let cost = cost.grouped();
            (
                "cost",
                Text::new(
                    format!("原值 {cost} 不对，要大于 0。没有凭据又估不出价的，按名义金额 1.00。"),
                    format!("A cost of {cost} is none. Without evidence use the nominal 1.00."),
                ),
            )
        }
        WorthError::Salvage { cost, salvage } => {
            let (cost, salvage) = (cost.grouped(), salvage.grouped());
            (
                "salvage",
                Text::new(
                    format!("预计净残值 {salvage} 超过原值 {cost}。填 0 到原值之间的数。"),
                    format!("A salvage of {salvage} is above the cost of {cost}."),
                ),
            )
        }
        WorthError::Before { base, before } => {
            let (base, before) = (base.grouped(), before.grouped());
            (
                "before",
                Text::new(
                    format!("已提折旧 {before} 超过应提总额 {base}（原值减残值）。核对后再填。"),
                    format!("{before} was charged of only {base}, cost less salvage."),
                ),
            )
        }
        WorthError::BeforeUse { through, in_use } => (
            "before_through",
            Text::new(
                format!("已提到的月份 {through} 早于启用月份 {in_use}。填 {in_use} 或以后的月份。"),
                format!("It was charged through {through}, before it came into use in {in_use}."),
            ),
        ),
    };
    Problem::refused("asset.worth", text).about(field)
}

fn unknown_card(code: &str) -> Problem {
    let text = Text::new(
        format!("没有编号为 {code} 的资产卡片。核对编号，或先增加卡片。"),
        format!("There is no asset card {code}. Check the code, or add the card first."),
    );
    Problem::refused("asset.unknown", text).about("code")
}

fn card_in_use(record: &AssetRecord) -> Problem {
    let (code, name) = (&record.card.code, &record.card.name);
    let text = match record.charged_through {
        Some(through) => Text::new(
            format!("{code} {name} 已提到 {through}，不能作废。先冲销它的折旧凭证，或记资产减少。"),
            format!("{code} {name} is charged through {through}. Reverse that first."),
        ),
        None => Text::new(
            format!("{code} {name} 已经减少，不能作废。"),
            format!("{code} {name} is gone and is not voided."),
        ),
    };
    Problem::refused("asset.in_use", text).about("code")
}

fn units_missing(record: &AssetRecord, unit: &str) -> Problem {
    let (code, name) = (&record.card.code, &record.card.name);
    let text = Text::new(
        format!("{code} {name} 按产量提折旧，本月产量没有填。填上本月多少{unit}，没有产出填 0。"),
        format!("{code} {name} is charged by output. Say how many {unit} it put out; 0 for none."),
    );
    Problem::input("asset.units", text).about("units")
}

fn charged_later(record: &AssetRecord, month: Month, through: Month) -> Problem {
    let (code, name) = (&record.card.code, &record.card.name);
    let text = Text::new(
        format!(
            "{code} {name} 已提到 {through}，不能再补提 {month}。要改，先冲销 {through} 的折旧凭证。"
        ),
        format!(
            "{code} {name} is charged through {through}; {month} comes before. Reverse the voucher \
             of {through} first."
        ),
    );
    Problem::refused("asset.charged_later", text).about("month")
}

fn nothing_to_charge(month: Month) -> Problem {
    let text = Text::new(
        format!("{month} 没有要计提的资产：都提过了，或者还没到计提的月份。"),
        format!("Nothing is to be charged for {month}: it is done, or not due yet."),
    );
    Problem::refused("asset.nothing", text).about("month")
}

impl From<AssetKind> for AssetKindView {
    fn from(kind: AssetKind) -> Self {
        match kind {
            AssetKind::Fixed => AssetKindView::Fixed,
            AssetKind::Biological => AssetKindView::Biological,
            AssetKind::Intangible => AssetKindView::Intangible,
        }
    }
}

impl From<AssetKindView> for AssetKind {
    fn from(kind: AssetKindView) -> Self {
        match kind {
            AssetKindView::Fixed => AssetKind::Fixed,
            AssetKindView::Biological => AssetKind::Biological,
            AssetKindView::Intangible => AssetKind::Intangible,
        }
    }
}
