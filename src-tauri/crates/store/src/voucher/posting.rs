//! Posting: the one way in which a voucher gets into the books.
//!
//! An import posts a hundred thousand of them, so the statements are held from one to the next, and
//! what the chain is told of a voucher is put together from what was just written.

use domain::Month;
use domain::id::{AccountId, CooperativeId, DraftId, MemberId, OperatorId, VoucherId};
use domain::voucher::{Line, Voucher};
use rusqlite::{CachedStatement, named_params, params};

use super::{NewVoucher, VoucherRole};
use crate::chain::{Appender, FinalKind, Said};
use crate::{StoreError, Work, row};

/// What numbers run within: cooperative, month and word.
type Series = (CooperativeId, Month, String);

/// Posts vouchers one after the other. The row of a voucher comes after its lines: with it the book
/// looks at all of them, and from then on nothing of it changes.
pub struct Posting<'w> {
    work: &'w Work<'w>,
    /// The row of the next voucher.
    next: i64,
    /// The number of the last one: an import's follow one another.
    last: Option<(Series, u32)>,
    line: CachedStatement<'w>,
    number: CachedStatement<'w>,
    voucher: CachedStatement<'w>,
    chain: Appender<'w>,
}

impl Work<'_> {
    /// Posts a voucher: gives it the next number of its cooperative, month and word, keeps the
    /// month balances, makes it found by the search and notes it in the chain.
    ///
    /// # Errors
    /// The book refuses it by one of its rules, or cannot be written.
    pub fn post_voucher(
        &self,
        cooperative: CooperativeId,
        new: &NewVoucher<'_>,
    ) -> Result<(VoucherId, u32), StoreError> {
        self.posting()?.post(cooperative, new)
    }

    /// Makes ready to post one or many vouchers.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn posting(&self) -> Result<Posting<'_>, StoreError> {
        Ok(Posting {
            work: self,
            last: None,
            next: self.db.query_row(include_str!("next_id.sql"), [], |row| row.get("id"))?,
            line: self.db.prepare_cached(include_str!("add_line.sql"))?,
            number: self.db.prepare_cached(include_str!("next_number.sql"))?,
            voucher: self.db.prepare_cached(include_str!("add.sql"))?,
            chain: self.appender()?,
        })
    }

    /// Gives a draft's attachments and what it was made of to the voucher that becomes of it, and
    /// lets the draft go; returns the rows that are final with the voucher.
    fn take_over(&self, draft: DraftId, voucher: VoucherId) -> Result<Vec<i64>, StoreError> {
        for sql in [include_str!("take_attachments.sql"), include_str!("take_sources.sql")] {
            let mut statement = self.db.prepare_cached(sql)?;
            let values =
                named_params! { ":draft_id": draft.number(), ":voucher_id": voucher.number() };
            self.kept(statement.execute(values))?;
        }
        let origins = self.take_origins(draft, voucher)?;
        self.drop_draft(draft)?;
        Ok(origins)
    }
}

impl Posting<'_> {
    /// See [`Work::post_voucher`].
    ///
    /// # Errors
    /// As there.
    pub fn post(
        &mut self,
        cooperative: CooperativeId,
        new: &NewVoucher<'_>,
    ) -> Result<(VoucherId, u32), StoreError> {
        let preparer = new.preparer.map_or_else(|| self.work.operator(), Ok)?;
        let id = VoucherId::new(self.next);
        let day = row::day_number(new.voucher.date());
        for ((number, line), &place) in (1..).zip(new.voucher.lines()).zip(new.places) {
            self.add_line(id, day, number, line, place)?;
        }
        let origins = match new.draft {
            Some(draft) => self.work.take_over(draft, id)?,
            None => Vec::new(),
        };
        if let Some(step) = new.step {
            self.work.add_closing_step(id, step)?;
        }
        let month = Month::of(new.voucher.date());
        let charges = self.work.add_charges(id, month, new.charges)?;
        let series = series(cooperative, new.voucher);
        let number = match &self.last {
            Some((last, number)) if *last == series => number + 1,
            _ => self.next_number(&series)?,
        };
        self.add_voucher(id, cooperative, new, (preparer, number))?;
        self.next += 1;
        self.last = Some((series, number));
        self.work.make_found(cooperative, id, new.voucher)?;
        match new.draft {
            Some(_) => self.work.is_final(FinalKind::Voucher, id.number())?,
            // Attachments and sources come with a draft only: what was written is all there is.
            None => {
                let digest = said(cooperative, new, id, preparer, number)?.digest();
                self.chain.append(FinalKind::Voucher, id.number(), digest)?;
            }
        }
        if new.batch.is_some() {
            self.work.keep_later(new);
        }
        self.work.origins_are_final(&origins)?;
        if new.step.is_some() {
            self.work.is_final(FinalKind::ClosingStep, id.number())?;
        }
        charges.iter().try_for_each(|&row| self.work.is_final(FinalKind::AssetCharge, row))?;
        Ok((id, number))
    }

    /// The next number of its cooperative, month and word.
    fn next_number(&mut self, (cooperative, month, word): &Series) -> Result<u32, StoreError> {
        let values = params![cooperative.number(), month.number(), word];
        Ok(self.number.query_row(values, |row| row.get(0))?)
    }

    /// Adds the voucher itself, whose lines are there.
    fn add_voucher(
        &mut self,
        id: VoucherId,
        cooperative: CooperativeId,
        new: &NewVoucher<'_>,
        (preparer, number): (OperatorId, u32),
    ) -> Result<(), StoreError> {
        let voucher = new.voucher;
        let (reverses, corrects) = links(new.role);
        // By place, in the order of the statement: names would be looked up for each voucher.
        self.work.kept(self.voucher.execute(params![
            id.number(),
            cooperative.number(),
            row::day_number(voucher.date()),
            voucher.word(),
            number,
            voucher.summary(),
            voucher.carries_forward(),
            new.role == VoucherRole::Opening,
            new.papers,
            preparer.number(),
            new.reviewer.map(OperatorId::number),
            reverses,
            voucher.reason(),
            corrects,
            new.batch.map(|batch| batch.number()),
        ]))?;
        Ok(())
    }

    fn add_line(
        &mut self,
        voucher: VoucherId,
        day: i64,
        number: u32,
        line: &Line,
        (account, member): (AccountId, Option<MemberId>),
    ) -> Result<(), StoreError> {
        self.work.kept(self.line.execute(params![
            voucher.number(),
            number,
            account.number(),
            day,
            line.summary,
            line.entry.debit().fen(),
            line.entry.credit().fen(),
            member.map(MemberId::number),
            line.counterparty,
            line.project,
            line.quantity.map(row::quantity_number).transpose()?,
            line.price.map(row::quantity_number).transpose()?,
        ]))?;
        Ok(())
    }
}

fn series(cooperative: CooperativeId, voucher: &Voucher) -> Series {
    (cooperative, Month::of(voucher.date()), voucher.word().to_owned())
}

/// The rows of the vouchers that one of this role takes back, and puts right.
fn links(role: VoucherRole) -> (Option<i64>, Option<i64>) {
    match role {
        VoucherRole::Ordinary | VoucherRole::Opening => (None, None),
        VoucherRole::Reverses(original) => (Some(original.number()), None),
        VoucherRole::Corrects(wrong) => (None, Some(wrong.number())),
    }
}

/// What the chain is told of a voucher without attachments and sources: the columns of
/// `chain/content/voucher.sql` and `voucher_line.sql`, as they will be read. Every walk along the
/// chain reads them, and finds a voucher of which something else was told.
fn said(
    cooperative: CooperativeId,
    new: &NewVoucher<'_>,
    id: VoucherId,
    preparer: OperatorId,
    number: u32,
) -> Result<Said, StoreError> {
    let voucher: &Voucher = new.voucher;
    let (reverses, corrects) = links(new.role);
    let day = row::day_number(voucher.date());
    let mut said = Said::default();
    said.number(id.number());
    said.number(cooperative.number());
    said.number(day);
    said.text(voucher.word());
    said.number(i64::from(number));
    said.text(voucher.summary());
    said.number(i64::from(voucher.carries_forward()));
    said.number(i64::from(new.role == VoucherRole::Opening));
    said.number(i64::from(new.papers));
    said.number(preparer.number());
    said.number_or_none(new.reviewer.map(OperatorId::number));
    said.number_or_none(reverses);
    said.text_or_none(voucher.reason());
    said.number_or_none(corrects);
    said.number_or_none(new.batch.map(|batch| batch.number()));
    said.end_part(1);
    let mut count = 0;
    for ((number, line), &(account, member)) in (1..).zip(voucher.lines()).zip(new.places) {
        said.number(number);
        said.number(account.number());
        said.number(day);
        said.text_or_none(line.summary.as_deref());
        said.number(line.entry.debit().fen());
        said.number(line.entry.credit().fen());
        said.number_or_none(member.map(MemberId::number));
        said.text_or_none(line.counterparty.as_deref());
        said.text_or_none(line.project.as_deref());
        said.number_or_none(line.quantity.map(row::quantity_number).transpose()?);
        said.number_or_none(line.price.map(row::quantity_number).transpose()?);
        count += 1;
    }
    said.end_part(count);
    said.end_part(0);
    said.end_part(0);
    Ok(said)
}
