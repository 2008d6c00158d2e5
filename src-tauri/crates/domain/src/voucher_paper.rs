//! What a printed voucher (记账凭证) says: the paper that is signed, bound by the month and shown to
//! the auditor.
//!
//! Data only, as with a slip: how it looks is decided where papers are made. One surprising thing:
//! a printed voucher keeps no totals and no capitals of its own. They follow from its lines, so
//! that the paper cannot contradict itself.

use jiff::civil::Date;

use crate::capitals::capitals;
use crate::money::Money;
use crate::voucher::{Entry, VoucherNumber};

/// One voucher as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoucherPaper {
    /// Whose voucher it is: the cooperative's name.
    pub entity: String,
    /// Month, word and number.
    pub number: VoucherNumber,
    /// The day that it is dated.
    pub date: Date,
    /// Its lines, in order.
    pub lines: Vec<PaperLine>,
    /// How many sheets are attached to it (附件).
    pub attachments: u32,
    /// The voucher that it takes back, where it is a red one.
    pub takes_back: Option<TakenBack>,
    /// The red voucher that takes it back.
    pub taken_back_by: Option<VoucherNumber>,
    /// Who has done what.
    pub signatures: Signatures,
    /// The code by which the paper is compared with the book, as the caller writes it.
    pub check_code: Option<String>,
}

impl VoucherPaper {
    /// The sum of the debit side; below zero on a red voucher.
    #[must_use]
    pub fn debit(&self) -> Money {
        self.lines.iter().map(|line| line.entry.debit()).sum()
    }

    /// The sum of the credit side; below zero on a red voucher.
    #[must_use]
    pub fn credit(&self) -> Money {
        self.lines.iter().map(|line| line.entry.credit()).sum()
    }

    /// The sum in capitals.
    #[must_use]
    pub fn capitals(&self) -> String {
        capitals(self.debit())
    }
}

/// A line of a printed voucher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperLine {
    /// What it is for; the voucher's own summary where the line has none.
    pub summary: String,
    /// The code of the account.
    pub account: String,
    /// The account's name, with those of the accounts above it where the caller wants them.
    pub account_name: String,
    /// The detail below the account: a member, another party, a project.
    pub detail: Option<String>,
    /// On which side, how much.
    pub entry: Entry,
}

/// What a red voucher takes back, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenBack {
    /// The voucher taken back.
    pub number: VoucherNumber,
    /// The reason.
    pub reason: String,
}

/// Whose names stand at the foot; where there is none, there is room to sign.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signatures {
    /// 制单: who entered the voucher.
    pub prepared_by: Option<String>,
    /// 审核: who checked it.
    pub reviewed_by: Option<String>,
    /// 记账: who posted it.
    pub posted_by: Option<String>,
    /// 出纳: who paid or took the money.
    pub cashier: Option<String>,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::period::Month;

    fn line(entry: Entry) -> PaperLine {
        PaperLine {
            summary: "收蛋款".to_owned(),
            account: "102".to_owned(),
            account_name: "银行存款".to_owned(),
            detail: None,
            entry,
        }
    }

    #[test]
    fn a_red_voucher_adds_up_below_zero_on_both_sides() {
        let fen = Money::from_fen;
        let paper = VoucherPaper {
            entity: "一号合作社".to_owned(),
            number: VoucherNumber {
                month: Month::of(date(2025, 3, 31)),
                word: "记".to_owned(),
                number: 31,
            },
            date: date(2025, 3, 31),
            lines: vec![
                line(Entry::Debit(fen(-140_000))),
                line(Entry::Debit(fen(-950))),
                line(Entry::Credit(fen(-140_950))),
            ],
            attachments: 1,
            takes_back: None,
            taken_back_by: None,
            signatures: Signatures::default(),
            check_code: None,
        };
        assert_eq!((paper.debit(), paper.credit()), (fen(-140_950), fen(-140_950)));
        assert_eq!(paper.capitals(), "负壹仟肆佰零玖元伍角");
    }
}
