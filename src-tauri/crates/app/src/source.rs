//! What vouchers are made of: contributions, what was produced, what members handed in. One click
//! makes a draft with the entry that the rules name for it.

mod made_entry;

use domain::id::CooperativeId;
use domain::{FiscalYear, Money};
use store::{Reading, SourceFact, SourceId, SourceRecord};

use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::draft::{DraftView, SourceKind, SourceLink, SourceRow, SourcesView};
use crate::voucher::checks::Chart;
use crate::voucher::{named, written};
use crate::{draft, paper, register, share};

/// How many are listed at most.
const MOST: usize = 1000;

impl Book {
    /// What vouchers of a cooperative can be made of in a year, and which were.
    ///
    /// # Errors
    /// A cooperative that is not known, a wrong year, or a damaged book.
    pub fn sources(
        &mut self,
        coop: &str,
        year: i64,
        kind: SourceKind,
    ) -> Result<SourcesView, Problem> {
        let reading = self.store.read()?;
        let coop = register::cooperative(&reading, coop)?;
        let year = FiscalYear::new(year)?;
        let records = reading.sources(coop.id, kind.into(), year.term())?;
        let is_open = |record: &&SourceRecord| record.voucher.is_none() && record.draft.is_none();
        Ok(SourcesView {
            coop: named(&coop),
            year: year.number(),
            kind,
            count: paper::count(records.len()),
            open: paper::count(records.iter().filter(is_open).count()),
            rows: records.into_iter().take(MOST).map(source_row).collect(),
        })
    }

    /// Makes a draft of something in the registers, with the entry that the rules name for it.
    ///
    /// # Errors
    /// A cooperative or row that is not known, one that made a voucher or draft already, or a book
    /// that cannot be written.
    pub fn source_draft(
        &mut self,
        coop: &str,
        kind: SourceKind,
        id: i64,
    ) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let id = SourceId { kind: kind.into(), number: id };
        let record = work.source(coop.id, id)?.ok_or_else(not_known)?;
        refuse_used(&record)?;
        if let SourceFact::Contribution { .. } = record.fact
            && let Some(view) = share::draft_of(&work, &coop, id.number)?
        {
            work.commit()?;
            return Ok(view);
        }
        let chart = Chart::of(&work, coop.id)?;
        let entry = made_entry::of(&work, &coop, &chart, &record)?;
        let made = draft::made(&work, coop.id, &entry)?;
        work.add_source(made, id)?;
        let view = draft::shown(&work, made)?;
        work.commit()?;
        Ok(view)
    }
}

impl From<store::SourceKind> for SourceKind {
    fn from(kind: store::SourceKind) -> Self {
        match kind {
            store::SourceKind::Contribution => SourceKind::Contribution,
            store::SourceKind::Yield => SourceKind::Yield,
            store::SourceKind::Delivery => SourceKind::Delivery,
        }
    }
}

impl From<SourceKind> for store::SourceKind {
    fn from(kind: SourceKind) -> Self {
        match kind {
            SourceKind::Contribution => store::SourceKind::Contribution,
            SourceKind::Yield => store::SourceKind::Yield,
            SourceKind::Delivery => store::SourceKind::Delivery,
        }
    }
}

/// What a voucher was made of, as it is shown beside it.
pub(crate) fn links(
    reading: &Reading<'_>,
    coop: CooperativeId,
    ids: &[SourceId],
) -> Result<Vec<SourceLink>, Problem> {
    let mut links = Vec::new();
    for &id in ids {
        let Some(record) = reading.source(coop, id)? else { continue };
        let (on, said) = (record.on, said(&record.fact));
        let amount = amount(&record.fact).map(|amount| format!(" {}", amount.grouped()));
        let amount = amount.unwrap_or_default();
        let with = |words: &str| format!("{on} {words}{amount}");
        let text = Text::new(with(&said.zh), with(&said.en));
        links.push(SourceLink { kind: id.kind.into(), id: id.number, text });
    }
    Ok(links)
}

pub(crate) fn source_row(record: SourceRecord) -> SourceRow {
    SourceRow {
        kind: record.id.kind.into(),
        id: record.id.number,
        date: record.on.to_string(),
        text: said(&record.fact),
        amount: amount(&record.fact).map(Into::into),
        voucher: written(record.voucher),
        draft: record.draft.map(|draft| draft.number()),
    }
}

fn amount(fact: &SourceFact) -> Option<Money> {
    match fact {
        SourceFact::Contribution { amount, .. } => Some(*amount),
        SourceFact::Delivery { delivery, .. } => Some(delivery.amount),
        SourceFact::Yield(_) => None,
    }
}

fn not_known() -> Problem {
    let text = Text::new(
        "登记簿里没有这一笔了。重新打开列表。",
        "The register has no such entry any more. Open the list again.",
    );
    Problem::refused("source.unknown", text).about("id")
}

fn refuse_used(record: &SourceRecord) -> Result<(), Problem> {
    let text = match (&record.voucher, record.draft) {
        (None, None) => return Ok(()),
        (Some(number), _) => Text::new(
            format!("这一笔已经做成凭证 {number}。要重做的，先冲销它。"),
            format!("Voucher {number} was made of this. Reverse it to make another."),
        ),
        (None, Some(draft)) => {
            let id = draft.number();
            Text::new(
                format!("这一笔已经有草稿 {id}。接着填它，或放弃它。"),
                format!("Draft {id} was made of this. Go on with it, or drop it."),
            )
        }
    };
    Err(Problem::refused("source.used", text).about("id"))
}

/// What it says, without day and amount.
fn said(fact: &SourceFact) -> Text {
    match fact {
        SourceFact::Contribution { name, amount, form, .. } => {
            let form = form.as_ref().map(|form| format!("（{form}）")).unwrap_or_default();
            if amount.fen() < 0 {
                Text::new(format!("{name} 退股{form}"), format!("{name} withdraws{form}"))
            } else {
                Text::new(format!("{name} 出资{form}"), format!("{name} contributes{form}"))
            }
        }
        SourceFact::Yield(produced) => {
            let (product, quantity, unit) = (&produced.product, produced.quantity, &produced.unit);
            let batch = produced.batch.as_ref().map(|batch| format!("（{batch}）"));
            let text = format!("{product} {quantity} {unit}{}", batch.unwrap_or_default());
            Text::new(text.clone(), text)
        }
        SourceFact::Delivery { name, delivery, .. } => {
            let (product, quantity, unit) = (&delivery.product, delivery.quantity, &delivery.unit);
            Text::new(
                format!("{name} 交 {product} {quantity} {unit}"),
                format!("{name} hands in {product} {quantity} {unit}"),
            )
        }
    }
}
