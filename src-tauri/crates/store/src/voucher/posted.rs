//! Posted vouchers as they are looked up: one with its lines, links and signatures.

use domain::Money;
use domain::id::{AccountId, CooperativeId, MemberId, VoucherId};
use domain::voucher::{Entry, Line, Voucher, VoucherNumber};
use jiff::civil::Date;
use rusqlite::{OptionalExtension, Row, named_params};

use crate::{Reading, StoreError, row};

/// A posted voucher without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherHead {
    /// Its row.
    pub id: VoucherId,
    /// Month, word and number.
    pub number: VoucherNumber,
    /// The day that it is dated.
    pub date: Date,
    /// What it is for.
    pub summary: String,
    /// Whether it is the sheet of opening balances.
    pub opening: bool,
    /// The sum of its debit side; below zero of a red voucher.
    pub amount: Money,
    /// The name of the first account on the debit side.
    pub debited: Option<String>,
    /// The name of the first account on the credit side.
    pub credited: Option<String>,
    /// The name of the first member that it concerns.
    pub member: Option<String>,
    /// How many papers belong to it.
    pub papers: u32,
    /// How many files are kept with it.
    pub attachments: u32,
    /// Who prepared it.
    pub preparer: String,
    /// Who reviewed it.
    pub reviewer: Option<String>,
    /// The voucher that it takes back.
    pub reverses: Option<VoucherNumber>,
    /// Why it takes that back.
    pub reason: Option<String>,
    /// The red voucher that takes it back.
    pub reversed_by: Option<VoucherNumber>,
    /// The voucher that it puts right.
    pub corrects: Option<VoucherNumber>,
    /// The voucher that puts it right.
    pub corrected_by: Option<VoucherNumber>,
}

/// When and by whom a voucher was posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedBy {
    /// Its place in the chain.
    pub seq: i64,
    /// When, in seconds since 1970.
    pub made_at: i64,
    /// Who.
    pub operator: Option<String>,
}

/// A line of a posted voucher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostedLine {
    /// What it says.
    pub line: Line,
    /// The row of its account.
    pub account: AccountId,
    /// The account's name.
    pub account_name: String,
    /// The row of its member.
    pub member: Option<MemberId>,
    /// The member's name.
    pub member_name: Option<String>,
}

/// A posted voucher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherRecord {
    /// Its number, day, summary and links.
    pub head: VoucherHead,
    /// Its lines, in order.
    pub lines: Vec<PostedLine>,
}

impl VoucherRecord {
    /// The voucher as the domain knows it.
    ///
    /// # Errors
    /// What stands in the file makes no voucher: it was changed from outside.
    pub fn voucher(&self) -> Result<Voucher, StoreError> {
        let head = &self.head;
        let lines = self.lines.iter().map(|posted| posted.line.clone()).collect();
        let word = head.number.word.clone();
        let voucher = Voucher::new(head.date, word, head.summary.clone(), lines)
            .map_err(|error| row::bad("voucher_line", &error.to_string()))?;
        Ok(match &head.reason {
            Some(reason) => voucher.made_for(reason.clone()),
            None => voucher,
        })
    }
}

impl Reading<'_> {
    /// The posted voucher of this number, if there is one.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn posted_voucher(
        &self,
        cooperative: CooperativeId,
        number: &VoucherNumber,
    ) -> Result<Option<VoucherRecord>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("find.sql"))?;
        let values = named_params! {
            ":cooperative_id": cooperative.number(),
            ":month": number.month.number(),
            ":word": number.word,
            ":number": number.number,
        };
        let id: Option<i64> = statement.query_row(values, |row| row.get("id")).optional()?;
        id.map(|id| self.voucher_record(VoucherId::new(id))).transpose()
    }

    /// A posted voucher with its lines.
    ///
    /// # Errors
    /// There is none, or the book is damaged.
    pub fn voucher_record(&self, id: VoucherId) -> Result<VoucherRecord, StoreError> {
        Ok(VoucherRecord { head: self.voucher_head(id)?, lines: self.lines(id)? })
    }

    /// A posted voucher without its lines.
    ///
    /// # Errors
    /// There is none, or the book is damaged.
    pub fn voucher_head(&self, id: VoucherId) -> Result<VoucherHead, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("head.sql"))?;
        let found = statement.query_and_then([id.number()], head)?.next();
        found.unwrap_or_else(|| Err(row::bad("voucher_id", &id.number().to_string())))
    }

    /// When and by whom a voucher was posted.
    ///
    /// # Errors
    /// It is not in the chain, or the book is damaged.
    pub fn posted_by(&self, voucher: VoucherId) -> Result<PostedBy, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("posted_by.sql"))?;
        Ok(statement.query_row([voucher.number()], |row| {
            Ok(PostedBy {
                seq: row.get("seq")?,
                made_at: row.get("made_at")?,
                operator: row.get("operator")?,
            })
        })?)
    }

    pub(super) fn lines(&self, voucher: VoucherId) -> Result<Vec<PostedLine>, StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("lines.sql"))?;
        let lines = statement.query_and_then(
            named_params! { ":voucher_id": voucher.number() },
            |row| -> Result<PostedLine, StoreError> {
                let line = Line {
                    summary: row.get("summary")?,
                    account: row.get("account")?,
                    entry: entry(row)?,
                    member: row.get("member")?,
                    counterparty: row.get("counterparty")?,
                    project: row.get("project")?,
                    quantity: row::quantity_or_none(row, "quantity_millionths")?,
                    price: row::quantity_or_none(row, "price_millionths")?,
                };
                Ok(PostedLine {
                    line,
                    account: AccountId::new(row.get("account_id")?),
                    account_name: row.get("account_name")?,
                    member: row.get::<_, Option<i64>>("member_id")?.map(MemberId::new),
                    member_name: row.get("member_name")?,
                })
            },
        )?;
        lines.collect()
    }
}

/// The side that is filled.
fn entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    Ok(entry_of(row::money(row, "debit_fen")?, row::money(row, "credit_fen")?))
}

/// The side that is filled.
pub(crate) fn entry_of(debit: Money, credit: Money) -> Entry {
    if debit == Money::ZERO { Entry::Credit(credit) } else { Entry::Debit(debit) }
}

fn head(row: &Row<'_>) -> Result<VoucherHead, StoreError> {
    Ok(VoucherHead {
        id: VoucherId::new(row.get("id")?),
        number: VoucherNumber {
            month: row::month(row, "month")?,
            word: row.get("word")?,
            number: row.get("number")?,
        },
        date: row::day(row, "dated_on")?,
        summary: row.get("summary")?,
        opening: row.get("opening")?,
        amount: row::money(row, "amount_fen")?,
        debited: row.get("debited")?,
        credited: row.get("credited")?,
        member: row.get("member")?,
        papers: row.get("papers")?,
        attachments: row.get("attachments")?,
        preparer: row.get("preparer")?,
        reviewer: row.get("reviewer")?,
        reverses: number(row, ["reverses_month", "reverses_word", "reverses_number"])?,
        reason: row.get("reason")?,
        reversed_by: number(row, ["reversed_month", "reversed_word", "reversed_number"])?,
        corrects: number(row, ["corrects_month", "corrects_word", "corrects_number"])?,
        corrected_by: number(row, ["corrected_month", "corrected_word", "corrected_number"])?,
    })
}

/// The number of a linked voucher; nothing where there is no link.
fn number(row: &Row<'_>, columns: [&'static str; 3]) -> Result<Option<VoucherNumber>, StoreError> {
    let [month, word, number] = columns;
    let Some(number) = row.get(number)? else { return Ok(None) };
    Ok(Some(VoucherNumber { month: row::month(row, month)?, word: row.get(word)?, number }))
}
