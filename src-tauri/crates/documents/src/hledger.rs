//! A cooperative's books as a journal that hledger and ledger read.
//!
//! Both programs give meaning to characters that an accountant may type. They are replaced, always
//! in the same way, by what looks alike and means nothing:
//!
//! - runs of blanks, tabs and line breaks, and other control characters, become one blank: two
//!   blanks end the name of an account;
//! - `;` begins a comment and becomes `；`;
//! - in a code, `(` and `)` become `（` and `）`; in the two parts of an account's name, `:` would
//!   begin another part and becomes `：`;
//! - in what a tag says, `,` `[` `]` become `，` `［` `］`: a comma ends the tag, so that another
//!   can begin, and a day in brackets moves the line to that day.
//!
//! Accounts, tags and the commodity are declared, so that the strict checks of both programs hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write};

use domain::Money;
use domain::voucher::{Line, PostedVoucher};

/// The tags of a line, each on a line of its own.
const TAGS: [&str; 6] = ["summary", "member", "counterparty", "project", "quantity", "price"];

/// What stands behind the codes in the vouchers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// Whose books these are, for the first line.
    pub cooperative: String,
    /// The names of the accounts by their codes.
    pub accounts: BTreeMap<String, String>,
    /// The names of the members by their codes.
    pub members: BTreeMap<String, String>,
}

/// The journal of these vouchers, in their order: debits above zero, credits below, red amounts
/// the other way round. Accounts are named `code:name`, sub-accounts by their own code and name.
#[must_use]
pub fn text(names: &Names, vouchers: &[PostedVoucher]) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _: fmt::Result = write_books(&mut out, names, vouchers);
    out
}

fn write_books(out: &mut String, names: &Names, vouchers: &[PostedVoucher]) -> fmt::Result {
    writeln!(out, "; {}", plain(&names.cooperative))?;
    writeln!(out, "\ncommodity CNY\n    format 1000.00 CNY\n")?;
    for tag in TAGS {
        writeln!(out, "tag {tag}")?;
    }
    let lines = vouchers.iter().flat_map(|posted| posted.voucher.lines());
    let used: BTreeSet<&str> = lines.map(|line| line.account.as_str()).collect();
    let accounts: BTreeMap<&str, String> =
        used.into_iter().map(|code| (code, account(names, code))).collect();
    if !accounts.is_empty() {
        writeln!(out)?;
    }
    for name in accounts.values() {
        writeln!(out, "account {name}")?;
    }
    for PostedVoucher { number, voucher } in vouchers {
        let (date, summary) = (voucher.date(), plain(voucher.summary()));
        let word = plain(voucher.word()).replace('(', "（").replace(')', "）");
        writeln!(out, "\n{}", format!("{date} ({word}-{number:03}) {summary}").trim_end())?;
        for line in voucher.lines() {
            let name = accounts.get(line.account.as_str()).map_or("", String::as_str);
            write_line(out, name, line, names)?;
        }
    }
    Ok(())
}

fn write_line(out: &mut String, account: &str, line: &Line, names: &Names) -> fmt::Result {
    writeln!(out, "    {account}  {} CNY", signed(line))?;
    let member = line.member.as_ref().map(|code| {
        let name = names.members.get(code).map_or("", String::as_str);
        format!("{code} {name}")
    });
    let said = [
        line.summary.clone(),
        member,
        line.counterparty.clone(),
        line.project.clone(),
        line.quantity.map(|quantity| quantity.to_string()),
        line.price.map(|price| price.to_string()),
    ];
    for (tag, said) in TAGS.into_iter().zip(said) {
        if let Some(said) = said {
            writeln!(out, "    ; {tag}: {}", tagged(&said))?;
        }
    }
    Ok(())
}

/// The amount as both programs count: a credit is below zero.
fn signed(line: &Line) -> Money {
    let (debit, credit) = (line.entry.debit(), line.entry.credit());
    Money::from_fen(debit.fen() - credit.fen())
}

fn account(names: &Names, code: &str) -> String {
    let name = names.accounts.get(code).map_or("", String::as_str);
    let parts = [part(code), part(name)];
    let filled: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    filled.join(":")
}

/// A code or name within the name of an account.
fn part(text: &str) -> String {
    plain(text).replace(':', "：")
}

/// What a tag says.
fn tagged(text: &str) -> String {
    let alike = |c: char| match c {
        ',' => '，',
        '[' => '［',
        ']' => '］',
        other => other,
    };
    plain(text).chars().map(alike).collect()
}

/// Text in which no program finds a comment, two blanks or the end of the line.
fn plain(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(';', "；")
}

#[cfg(test)]
mod tests {
    use domain::voucher::{Entry, Voucher};
    use expect_test::expect;

    use super::*;

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

    fn names(accounts: &[(&str, &str)]) -> Names {
        let owned = |(code, name): &(&str, &str)| ((*code).to_owned(), (*name).to_owned());
        Names {
            cooperative: "C1 一号合作社".to_owned(),
            accounts: accounts.iter().map(owned).collect(),
            members: [owned(&("H1", "村民001"))].into(),
        }
    }

    #[test]
    fn what_means_something_to_other_programs_is_replaced_by_what_looks_alike() {
        let names = names(&[("102", "银行　　存款: (活期);\t基本户"), ("501-01", "鹅蛋")]);
        let red = Entry::Credit(Money::from_fen(-120_050));
        let lines = vec![
            line("102", Entry::Debit(Money::from_fen(-120_050))),
            Line {
                summary: Some("冲  date: [2025-02-30], 第 1 批".to_owned()),
                member: Some("H1".to_owned()),
                project: Some("a;b".to_owned()),
                ..line("501-01", red)
            },
        ];
        let date = jiff::civil::date(2025, 1, 31);
        let summary = " (红字) \"冲\";\n两  行".to_owned();
        let voucher = Voucher::new(date, "记(补)".to_owned(), summary, lines).unwrap();
        expect![[r#"
            ; C1 一号合作社

            commodity CNY
                format 1000.00 CNY

            tag summary
            tag member
            tag counterparty
            tag project
            tag quantity
            tag price

            account 102:银行 存款： (活期)； 基本户
            account 501-01:鹅蛋

            2025-01-31 (记（补）-007) (红字) "冲"； 两 行
                102:银行 存款： (活期)； 基本户  -1200.50 CNY
                501-01:鹅蛋  1200.50 CNY
                ; summary: 冲 date: ［2025-02-30］， 第 1 批
                ; member: H1 村民001
                ; project: a；b
        "#]]
        .assert_eq(&text(&names, &[PostedVoucher { number: 7, voucher }]));
    }

    #[test]
    fn books_without_vouchers_are_a_journal_without_entries() {
        let empty = text(&names(&[("102", "银行存款")]), &[]);
        assert!(empty.ends_with("tag price\n") && !empty.contains("account "), "{empty}");
    }
}
