//! Asset cards (资产卡片), what is charged off for them each month (计提折旧、摊销), and assets that
//! are gone.

mod card;
mod charge;
mod part;
mod refused;

use domain::account::Account;
use domain::asset::{AssetKind, Life, PartLeft};
use domain::id::CooperativeId;
use domain::{Money, Month};
use jiff::civil::Date;
use store::{AssetRecord, ChargeRecord, Origin, Reading, Voided};

use crate::book::Book;
use crate::closing::Closer;
use crate::made_line::{credit, debit, on};
use crate::problem::Problem;
use crate::view::asset::{AssetInput, AssetKindView, AssetRow, AssetTotals, AssetsView, ChargeRow};
use crate::view::draft::DraftView;
use crate::view::voucher::VoucherInput;
use crate::view::{Named, QuantityText, Text};
use crate::voucher::named;
use crate::{closing, day, draft, register};
use card::read_card;
pub(crate) use charge::due;
use charge::next_due;
use refused::{
    before_use, card_in_use, code_voided, gone_already, refuse_batch, refuse_second,
    refuse_to_keep, refuse_uncharged, unknown_card,
};

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
            // Before its layers are posted nothing of a card stands in the books.
            let left = match part::left(&reading, (coop.id, chart), &record, Date::MAX) {
                Err(problem) if problem.code == part::NOT_POSTED => None,
                left => left?,
            };
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
        if work.asset_code_used(coop.id, &new.code)? {
            return Err(code_voided(&new.code));
        }
        refuse_second(&cards, new.kind, new.project.as_deref(), &work.flocks(coop.id)?)?;
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
        let why = closing::read_reason(why, "作废", "Voiding")?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = known(&work, kept.id, code)?;
        if record.charged_through.is_some() || record.card.worth.gone_on.is_some() {
            return Err(card_in_use(&record));
        }
        work.void(Voided::Asset(record.id), &why)?;
        work.commit()?;
        self.assets(coop)
    }

    /// An asset is gone (处置): a draft takes its cost and what was charged off for it out of the
    /// books, a fixed asset by way of 154 固定资产清理.
    ///
    /// # Errors
    /// A cooperative or card that is not known, an asset that is gone already, a day that cannot be
    /// read or lies before it came, a month that is not charged yet, no reason, or a book that
    /// cannot be written.
    pub fn dispose_asset(
        &mut self,
        coop: &str,
        code: &str,
        on: &str,
        why: &str,
    ) -> Result<DraftView, Problem> {
        let on = day::read(on).map_err(|error| Problem::from(error).about("on"))?;
        let why = closing::read_reason(why, "资产减少", "An asset that is gone")?;
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let record = known(&work, coop.id, code)?;
        refuse_batch(&record, &work.flocks(coop.id)?)?;
        let (name, worth) = (&record.card.name, &record.card.worth);
        if let Some(gone) = worth.gone_on {
            return Err(gone_already(code, name, gone));
        }
        if on < worth.in_use_on {
            return Err(before_use(on, worth.in_use_on));
        }
        refuse_uncharged(&record, Month::of(on))?;
        let closer = Closer::new(&work, &coop)?;
        let entry = disposal(&closer, &record, on, &why)?;
        work.asset_is_gone(record.id, on, &why)?;
        let made = draft::made_of(&work, coop.id, &entry, Origin::Asset(record.id))?;
        let view = draft::shown(&work, made)?;
        work.commit()?;
        Ok(view)
    }

    /// An asset that was said to be gone by mistake is there again (撤回减少).
    ///
    /// # Errors
    /// A cooperative or card that is not known, an asset that is there, one whose draft or voucher
    /// stands, layers of a batch, or a book that cannot be written.
    pub fn keep_asset(&mut self, coop: &str, code: &str) -> Result<AssetsView, Problem> {
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = known(&work, kept.id, code)?;
        refuse_to_keep(&record, &work.flocks(kept.id)?)?;
        work.asset_is_there(record.id)?;
        work.commit()?;
        self.assets(coop)
    }
}

/// The card of this code.
fn known(reading: &Reading<'_>, coop: CooperativeId, code: &str) -> Result<AssetRecord, Problem> {
    let found = reading.assets(coop)?.into_iter().find(|record| record.card.code == code);
    found.ok_or_else(|| unknown_card(code))
}

/// What takes an asset out of the books: a fixed one by way of 154, others to what came in or was
/// lost, which the accountant fills in.
fn disposal(
    closer: &Closer<'_>,
    record: &AssetRecord,
    day: Date,
    why: &str,
) -> Result<VoucherInput, Problem> {
    let (worth, [account, gathered, _]) = (&record.card.worth, &record.accounts);
    let net = worth.cost - record.gathered();
    let line = |account: Option<String>| on(account, record.card.project.as_deref());
    let rest = match record.card.kind {
        AssetKind::Fixed => closer.leaf("154").ok(),
        AssetKind::Biological | AssetKind::Intangible => closer.leaf("529").ok(),
    };
    let mut lines = Vec::new();
    if net != Money::ZERO {
        lines.push(debit(line(rest), net));
    }
    if record.gathered() != Money::ZERO {
        lines.push(debit(line(Some(gathered.clone())), record.gathered()));
    }
    lines.push(credit(line(Some(account.clone())), worth.cost));
    Ok(VoucherInput {
        coop: Some(closer.coop.what.code.clone()),
        date: Some(day.to_string()),
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
        gone_by: record.gone_by.map(|number| number.to_string()),
        gone_draft: record.gone_draft.map(|draft| draft.number()),
        charges: charges.into_iter().map(charge).collect(),
    }
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
