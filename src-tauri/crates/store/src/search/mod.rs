//! Finding vouchers as somebody types: by any characters that stand together in what they say, from
//! the first one on, and by their amounts.
//!
//! Each voucher is kept under every one, two and three characters that stand together in it, so
//! that one look-up answers whatever was typed; SQLite's own tokenizers need three or whole words.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::Money;
use domain::id::{CooperativeId, VoucherId};
use domain::voucher::Voucher;
use rusqlite::params;

use crate::{Reading, StoreError, Work};

/// How many characters stand together at most.
const LONGEST: usize = 3;

impl Work<'_> {
    /// Makes a voucher found by what it says.
    pub(crate) fn make_found(
        &self,
        cooperative: CooperativeId,
        id: VoucherId,
        voucher: &Voucher,
    ) -> Result<(), StoreError> {
        let grams = grams_of(cooperative, voucher);
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        self.kept(statement.execute(params![id.number(), grams]))?;
        Ok(())
    }
}

impl Work<'_> {
    /// Lets the search forget a voucher that goes.
    pub(crate) fn forget(
        &self,
        cooperative: CooperativeId,
        id: VoucherId,
        voucher: &Voucher,
    ) -> Result<(), StoreError> {
        let grams = grams_of(cooperative, voucher);
        let mut statement = self.db.prepare_cached(include_str!("forget.sql"))?;
        self.kept(statement.execute(params![id.number(), grams]))?;
        Ok(())
    }
}

impl Reading<'_> {
    /// The vouchers of a cooperative that say `text`, or have an amount of it, the latest first;
    /// at most `most`. Of a text longer than three characters they have all its parts, which the
    /// caller compares with the text itself.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn found(
        &self,
        cooperative: CooperativeId,
        text: &str,
        most: usize,
    ) -> Result<Vec<VoucherId>, StoreError> {
        let Some(asked) = asked(cooperative, text) else { return Ok(Vec::new()) };
        let mut statement = self.db.prepare_cached(include_str!("find.sql"))?;
        let found = statement.query_map([asked], |row| row.get("voucher_id"))?;
        found.take(most).map(|id| Ok(VoucherId::new(id?))).collect()
    }
}

/// The characters of a text that are searched: letters and digits, small ones.
fn searched(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Everything that a voucher is found by.
fn grams_of(cooperative: CooperativeId, voucher: &Voucher) -> String {
    let mut grams = BTreeSet::new();
    let mut says = |text: &str| {
        let text = searched(text);
        for length in 1..=LONGEST {
            for part in text.windows(length) {
                grams.insert(part.iter().collect::<String>());
            }
        }
    };
    says(voucher.summary());
    for line in voucher.lines() {
        let texts = [&line.summary, &line.counterparty, &line.project];
        texts.into_iter().flatten().for_each(|text| says(text));
    }
    let amounts = voucher.lines().iter().map(|line| line.entry.debit() + line.entry.credit());
    grams.extend(amounts.map(amount_gram));
    let mut written = String::new();
    for gram in grams {
        write_gram(&mut written, cooperative, &gram);
    }
    written
}

/// An amount is one word: digits and a letter that no text can have beside them.
fn amount_gram(amount: Money) -> String {
    format!("{}y", amount.fen().unsigned_abs())
}

/// Every gram stands after the number of its cooperative, so that no other one's are looked at.
fn write_gram(written: &mut String, cooperative: CooperativeId, gram: &str) {
    let separator = if written.is_empty() { "" } else { " " };
    // Writing into a text cannot fail.
    let _ = write!(written, "{separator}{}x{gram}", cooperative.number());
}

/// What is asked for: all parts of the text, or an amount of it. Nothing where nothing can be
/// searched.
fn asked(cooperative: CooperativeId, text: &str) -> Option<String> {
    let characters = searched(text);
    if characters.is_empty() {
        return None;
    }
    let length = characters.len().min(LONGEST);
    let word = |gram: &str| format!("\"{}x{gram}\"", cooperative.number());
    let parts: Vec<String> =
        characters.windows(length).map(|part| word(&part.iter().collect::<String>())).collect();
    let mut asked = format!("({})", parts.join(" AND "));
    let plain = text.trim().trim_start_matches(['¥', '￥']).replace(',', "");
    if let Ok(amount) = Money::read(&plain) {
        // Writing into a text cannot fail.
        let _ = write!(asked, " OR {}", word(&amount_gram(amount)));
    }
    Some(asked)
}
