//! Vouchers before they are posted: kept as they are typed, looked over, posted, let go. A draft is
//! in the book from the first save, so that neither a closed window nor a killed program loses it.

mod entry_form;
mod judged;
mod overdrawn;
pub(crate) mod waiting;

use domain::Month;
use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, DraftId};
use store::{
    DraftRecord, Kept, NewDraft, NewVoucher, Origin, Reading, StoreError, VoucherRole, Work,
};

use crate::book::Book;
use crate::problem::Problem;
use crate::view::Text;
use crate::view::draft::{DiscardedView, DraftFault, DraftView, ReviewView, VoucherState};
use crate::view::voucher::{VoucherInput, VoucherView};
use crate::voucher::judge::{Fault, Sums, read_date, read_papers};
use crate::voucher::{named, post, written};
use crate::{attachment, origin, register, source, voucher};
pub(crate) use entry_form::full_name;
pub(crate) use judged::judged;

impl Book {
    /// Keeps what was typed, whole or not: as a new draft, or in place of what a draft said.
    ///
    /// # Errors
    /// A cooperative or draft that is not known, a draft that is reviewed, or a book that cannot be
    /// written.
    pub fn save_draft(
        &mut self,
        coop: &str,
        id: Option<i64>,
        entry: &VoucherInput,
    ) -> Result<DraftView, Problem> {
        if coop.trim().is_empty() {
            return Err(voucher::no_cooperative());
        }
        let work = self.store.begin()?;
        let coop = register::cooperative(&work, coop)?;
        let entry = VoucherInput { coop: Some(coop.what.code.clone()), ..entry.clone() };
        let said = json(&entry);
        let id = match id {
            None => {
                work.add_draft(coop.id, &NewDraft { entry: &said, reverses: None, corrects: None })?
            }
            Some(number) => {
                let draft = known(&work, number)?;
                if draft.cooperative != coop.id {
                    return Err(of_another(number, &coop.what.code));
                }
                if draft.entry != said {
                    refuse_reviewed(&draft)?;
                    work.change_draft(draft.id, &said)?;
                }
                draft.id
            }
        };
        let view = shown(&work, id)?;
        work.commit()?;
        Ok(view)
    }

    /// One draft, with everything that stands in the way of posting it.
    ///
    /// # Errors
    /// A draft that is not known, or a damaged book.
    pub fn draft(&mut self, id: i64) -> Result<DraftView, Problem> {
        shown(&self.store.read()?, DraftId::new(id))
    }

    /// Lets a draft go, with its attachments.
    ///
    /// # Errors
    /// A draft that is not known or is reviewed, or a book that cannot be written.
    pub fn discard_draft(&mut self, id: i64) -> Result<DiscardedView, Problem> {
        let work = self.store.begin()?;
        let draft = known(&work, id)?;
        refuse_reviewed(&draft)?;
        work.drop_draft(draft.id)?;
        work.commit()?;
        Ok(DiscardedView { discarded: id })
    }

    /// Who works on the book has looked a draft over. Nothing happens to one that is reviewed.
    ///
    /// # Errors
    /// A draft that is not known, something that stands in its way, a draft of one's own where
    /// somebody else reviews, or a book that cannot be written.
    pub fn review_draft(&mut self, id: i64) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let draft = known(&work, id)?;
        if draft.reviewer_id.is_none() {
            let coop = cooperative(&work, draft.cooperative)?;
            let faults = judged(&work, &coop, &draft, &entry(&draft)?)?.faults;
            if !faults.is_empty() {
                return Err(not_reviewed(&faults));
            }
            if work.reviewed_by_another()? && work.operator()? == draft.preparer_id {
                return Err(own_review(&draft));
            }
            work.review_draft(draft.id)?;
        }
        let view = shown(&work, draft.id)?;
        work.commit()?;
        Ok(view)
    }

    /// Takes a review back, so that the draft can be changed again.
    ///
    /// # Errors
    /// A draft that is not known, or a book that cannot be written.
    pub fn unreview_draft(&mut self, id: i64) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let draft = known(&work, id)?;
        if draft.reviewer_id.is_some() {
            work.unreview_draft(draft.id)?;
        }
        let view = shown(&work, draft.id)?;
        work.commit()?;
        Ok(view)
    }

    /// Posts a draft: it gets its number, and takes its attachments and what it was made of along.
    ///
    /// # Errors
    /// A draft that is not known, something that stands in its way, one that somebody else has to
    /// review first, or a book that cannot be written.
    pub fn post_draft(&mut self, id: i64) -> Result<VoucherView, Problem> {
        let work = self.store.begin()?;
        let draft = known(&work, id)?;
        let coop = cooperative(&work, draft.cooperative)?;
        let judged = judged(&work, &coop, &draft, &entry(&draft)?)?;
        let sound = judged.sound.ok_or_else(|| voucher::judge::not_posted(&judged.faults))?;
        if work.reviewed_by_another()? {
            refuse_unreviewed(&draft)?;
        }
        let role = match (draft.reverses, draft.corrects) {
            (Some(original), _) => VoucherRole::Reverses(original),
            (None, Some(wrong)) => VoucherRole::Corrects(wrong),
            (None, None) => VoucherRole::Ordinary,
        };
        let new = NewVoucher {
            papers: sound.papers,
            role,
            preparer: Some(draft.preparer_id),
            reviewer: draft.reviewer_id,
            draft: Some(draft.id),
            ..NewVoucher::plain(&sound.voucher, &sound.places)
        };
        let number = post(&work, coop.id, &new)?;
        let view = voucher::shown(&work, &coop, &number)?;
        work.commit()?;
        Ok(view)
    }

    /// From now on somebody else reviews, or need not review, a voucher before it is posted.
    ///
    /// # Errors
    /// A book that cannot be written.
    pub fn set_review(&mut self, on: bool) -> Result<ReviewView, Problem> {
        let work = self.store.begin()?;
        if work.reviewed_by_another()? != on {
            work.review_by_another(on)?;
            work.commit()?;
        }
        Ok(ReviewView { review: on })
    }
}

/// Keeps an entry that the program made as a draft.
pub(crate) fn made(
    work: &Work<'_>,
    coop: CooperativeId,
    entry: &VoucherInput,
) -> Result<DraftId, StoreError> {
    work.add_draft(coop, &NewDraft { entry: &json(entry), reverses: None, corrects: None })
}

/// Keeps an entry as a draft that is linked with what it was made of.
pub(crate) fn made_of(
    work: &Work<'_>,
    coop: CooperativeId,
    entry: &VoucherInput,
    origin: Origin,
) -> Result<DraftId, StoreError> {
    let id = made(work, coop, entry)?;
    work.add_origin(id, origin)?;
    Ok(id)
}

/// What was typed, as the book keeps it.
#[expect(clippy::expect_used, reason = "texts in lists always become JSON")]
pub(crate) fn json(entry: &VoucherInput) -> String {
    serde_json::to_string(entry).expect("texts become JSON")
}

/// What a draft says.
pub(crate) fn entry(draft: &DraftRecord) -> Result<VoucherInput, StoreError> {
    read_entry(&draft.entry)
}

/// What the book keeps as typed.
pub(crate) fn read_entry(json: &str) -> Result<VoucherInput, StoreError> {
    serde_json::from_str(json)
        .map_err(|error| StoreError::BadValue { column: "entry", value: error.to_string() })
}

/// A draft that is there.
pub(crate) fn known(reading: &Reading<'_>, id: i64) -> Result<DraftRecord, Problem> {
    reading.draft(DraftId::new(id))?.ok_or_else(|| {
        let text = Text::new(
            format!("没有草稿 {id}：它已经记账，或已经放弃。回到凭证列表看看。"),
            format!("There is no draft {id}: it was posted or let go. Look at the vouchers."),
        );
        Problem::refused("draft.unknown", text).about("id")
    })
}

/// The month that each draft of a cooperative is dated in, as far as that can be read.
pub(crate) fn months(reading: &Reading<'_>, coop: CooperativeId) -> Result<Vec<Month>, StoreError> {
    let mut months = Vec::new();
    for record in reading.drafts(coop)? {
        let day = read_date(&entry(&record)?, &mut Vec::new());
        months.extend(day.map(Month::of));
    }
    Ok(months)
}

/// What drafts of a month are there, each in a line: once it is closed they could not be posted.
pub(crate) fn left_in(
    reading: &Reading<'_>,
    coop: CooperativeId,
    month: Month,
) -> Result<Vec<Text>, StoreError> {
    let mut left = Vec::new();
    for record in reading.drafts(coop)? {
        let entry = entry(&record)?;
        if let Some(day) = read_date(&entry, &mut Vec::new()).filter(|day| Month::of(*day) == month)
        {
            let (id, by) = (record.id.number(), &record.preparer);
            let summary = entry.summary.as_deref().unwrap_or_default();
            left.push(Text::new(
                format!("草稿 {id}　{day}　{summary}　制单 {by}"),
                format!("draft {id}, {day}, {summary}, prepared by {by}"),
            ));
        }
    }
    Ok(left)
}

/// A draft as it is looked at.
pub(crate) fn shown(reading: &Reading<'_>, id: DraftId) -> Result<DraftView, Problem> {
    let draft = known(reading, id.number())?;
    let coop = cooperative(reading, draft.cooperative)?;
    let entry = entry(&draft)?;
    let faults = judged(reading, &coop, &draft, &entry)?.faults;
    let sums = Sums::of(&entry);
    let number = |id| -> Result<Option<String>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        Ok(written(Some(reading.voucher_head(id)?.number)))
    };
    let attachments = reading.attachments_of_draft(draft.id)?;
    Ok(DraftView {
        id: draft.id.number(),
        coop: named(&coop),
        state: state(&draft),
        debit: sums.debit.into(),
        credit: sums.credit.into(),
        difference: (sums.debit - sums.credit).into(),
        balanced: sums.balanced(&entry),
        reverses: number(draft.reverses)?,
        corrects: number(draft.corrects)?,
        papers: read_papers(&entry, &mut Vec::new()).unwrap_or_default(),
        attachments: attachments.into_iter().map(attachment::row).collect(),
        sources: source::links(reading, coop.id, &reading.sources_of_draft(draft.id)?)?,
        origins: origin::of_draft(reading, coop.id, draft.id)?,
        faults: faults.iter().map(fault_view).collect(),
        notes: overdrawn::notes(reading, coop.id, &entry)?,
        preparer: draft.preparer,
        reviewer: draft.reviewer,
        reason: draft.reason,
        entry,
    })
}

/// How far a draft has come.
pub(crate) fn state(draft: &DraftRecord) -> VoucherState {
    match draft.reviewer_id {
        None => VoucherState::Draft,
        Some(_) => VoucherState::Reviewed,
    }
}

fn fault_view(fault: &Fault) -> DraftFault {
    DraftFault { about: Some(fault.about()), text: fault.sentence() }
}

/// The cooperative of this row.
pub(crate) fn cooperative(
    reading: &Reading<'_>,
    id: CooperativeId,
) -> Result<Kept<CooperativeId, Cooperative>, StoreError> {
    let found = reading.cooperatives()?.into_iter().find(|coop| coop.id == id);
    found.ok_or_else(|| StoreError::BadValue {
        column: "cooperative_id",
        value: id.number().to_string(),
    })
}

/// What was reviewed stays as it was looked over until that is taken back.
pub(crate) fn refuse_reviewed(draft: &DraftRecord) -> Result<(), Problem> {
    let Some(reviewer) = &draft.reviewer else { return Ok(()) };
    let id = draft.id.number();
    let text = Text::new(
        format!("草稿 {id} 已由{reviewer}审核，没有改动。先取消审核，再改。"),
        format!(
            "Draft {id} was reviewed by {reviewer} and not changed. Take the review back first."
        ),
    );
    Err(Problem::refused("draft.reviewed", text).about("id"))
}

fn refuse_unreviewed(draft: &DraftRecord) -> Result<(), Problem> {
    let (id, preparer) = (draft.id.number(), &draft.preparer);
    let text = match draft.reviewer_id {
        None => Text::new(
            format!("草稿 {id} 由{preparer}制单，还没有审核。由另一人审核后再记账。"),
            format!("Draft {id} by {preparer} is not reviewed. Let somebody else review it first."),
        ),
        Some(reviewer) if reviewer == draft.preparer_id => Text::new(
            format!("草稿 {id} 由{preparer}制单，也由{preparer}审核。取消审核，由另一人审核。"),
            format!(
                "Draft {id} was prepared and reviewed by {preparer}. Take the review back and let \
                 somebody else review it."
            ),
        ),
        Some(_) => return Ok(()),
    };
    Err(Problem::refused("draft.not_reviewed", text).about("id"))
}

fn not_reviewed(faults: &[Fault]) -> Problem {
    let count = faults.len();
    let text = Text::new(
        format!("凭证有 {count} 处不对，没有审核。改好再审核。"),
        format!("{count} faults; not reviewed. Mend them and review it again."),
    );
    let details = faults.iter().map(Fault::sentence).collect();
    Problem::refused("draft.faults", text).with_details(details)
}

fn own_review(draft: &DraftRecord) -> Problem {
    let (id, preparer) = (draft.id.number(), &draft.preparer);
    let text = Text::new(
        format!("草稿 {id} 由{preparer}制单，要由另一人审核。换操作员再审核。"),
        format!(
            "Draft {id} was prepared by {preparer}; somebody else reviews it. Change operator."
        ),
    );
    Problem::refused("draft.own_review", text).about("id")
}

fn of_another(id: i64, coop: &str) -> Problem {
    let text = Text::new(
        format!("草稿 {id} 不是合作社 {coop} 的，没有改动。回到凭证列表重新打开。"),
        format!("Draft {id} is not of {coop} and was not changed. Open it from the list again."),
    );
    Problem::refused("draft.of_another", text).about("id")
}
