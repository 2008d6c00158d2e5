//! What waits for the accountant (待办): drafts, months that are not closed, distributions that are
//! not approved or not posted, a copy of the book that is due.

use domain::closing::YearState;
use domain::cooperative::Cooperative;
use domain::id::CooperativeId;
use domain::{FiscalYear, Month};
use store::{DistributionState, Kept, Reading};

use crate::book::{Book, today};
use crate::paper::count;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::waiting::{WaitingItem, WaitingKind, WaitingRow, WaitingView};

use crate::voucher::named;

impl Book {
    /// What waits in all cooperatives.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn waiting(&mut self) -> Result<WaitingView, Problem> {
        let backups = self.backups()?;
        let reading = self.store.read()?;
        let (mut drafts, mut months, mut distributions) = (Vec::new(), Vec::new(), Vec::new());
        for coop in reading.cooperatives()? {
            drafts.extend(of_drafts(&reading, &coop)?);
            months.extend(of_months(&reading, &coop)?);
            distributions.extend(of_distributions(&reading, &coop)?);
        }
        let of = |kind, items: Vec<WaitingItem>| (!items.is_empty()).then(|| row(kind, items));
        let mut rows: Vec<WaitingRow> = [
            of(WaitingKind::Drafts, drafts),
            of(WaitingKind::Months, months),
            of(WaitingKind::Distributions, distributions),
        ]
        .into_iter()
        .flatten()
        .collect();
        if backups.due {
            let changes = backups.changes;
            let text = Text::new(
                format!("有 {changes} 项新记录还没有备份"),
                format!("{changes} new entries have no copy yet"),
            );
            let kind = WaitingKind::Backup;
            rows.push(WaitingRow { kind, count: changes, text, items: Vec::new() });
        }
        Ok(WaitingView { rows })
    }
}

fn row(kind: WaitingKind, items: Vec<WaitingItem>) -> WaitingRow {
    let (coops, sum) = (items.len(), items.iter().map(|item| item.count).sum::<u32>());
    let text = match kind {
        WaitingKind::Drafts => Text::new(
            format!("{sum} 张凭证草稿，{coops} 家合作社"),
            format!("{sum} voucher drafts of {coops} cooperatives"),
        ),
        WaitingKind::Months => Text::new(
            format!("{sum} 个月没有结账，{coops} 家合作社"),
            format!("{sum} months to close in {coops} cooperatives"),
        ),
        WaitingKind::Distributions | WaitingKind::Backup => {
            Text::new(format!("{sum} 个分配方案要办"), format!("{sum} distributions to go on with"))
        }
    };
    WaitingRow { kind, count: sum, text, items }
}

fn of_drafts(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
) -> Result<Option<WaitingItem>, Problem> {
    let drafts = reading.drafts(coop.id)?.len();
    let text = Text::new(format!("{drafts} 张"), format!("{drafts}"));
    Ok((drafts > 0).then(|| WaitingItem {
        coop: named(coop),
        count: count(drafts),
        year: None,
        text,
    }))
}

/// Months that are over, have vouchers in them or after them, and are not closed.
fn of_months(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
) -> Result<Option<WaitingItem>, Problem> {
    let Some((_, last)) = reading.months_with_vouchers(coop.id)? else { return Ok(None) };
    let closed = reading.closed_months(coop.id)?;
    let (now, mut open) = (Month::of(today()), Vec::new());
    let mut at = Some(coop.what.starts);
    while let Some(month) = at.filter(|month| *month <= last && *month < now) {
        if !closed.contains(&month) {
            open.push(month);
        }
        at = month.next();
    }
    let Some(first) = open.first() else { return Ok(None) };
    Ok(Some(WaitingItem {
        coop: named(coop),
        count: count(open.len()),
        year: Some(first.year().number()),
        text: Text::new(format!("从 {first} 起"), format!("from {first} on")),
    }))
}

fn of_distributions(
    reading: &Reading<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
) -> Result<Vec<WaitingItem>, Problem> {
    let mut items = Vec::new();
    let mut add = |year: FiscalYear, zh: &str, en: &str| {
        let text = Text::new(format!("{year} 年：{zh}"), format!("{year}: {en}"));
        let year = Some(year.number());
        items.push(WaitingItem { coop: named(coop), count: 1, year, text });
    };
    let years = reading.closed_years(coop.id)?;
    let is_closing = |year: FiscalYear| {
        years.iter().any(|known| known.year == year && known.state == YearState::Closing)
    };
    for number in reading.distribution_years(coop.id)? {
        let year = FiscalYear::new(number.into())?;
        let Some(saved) = reading.distribution(coop.id, year)? else { continue };
        match saved.state {
            DistributionState::Draft => add(year, "草案待提交", "to be put before the meeting"),
            DistributionState::Presented(_) => add(year, "方案待表决", "to be resolved"),
            DistributionState::Approved(_) if is_closing(year) => {
                add(year, "已通过，待记账", "approved, to be posted");
            }
            DistributionState::Approved(_) => {}
        }
    }
    for known in years.iter().filter(|known| known.state == YearState::Closing) {
        if reading.distribution(coop.id, known.year)?.is_none() {
            add(known.year, "已年结，待定方案", "closing, a distribution is wanted");
        }
    }
    Ok(items)
}
