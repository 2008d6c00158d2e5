//! Finding vouchers as somebody types: by any characters that stand together in what they say, from
//! the first one on, and by their amounts.
//!
//! Each voucher is kept under every one, two and three characters that stand together in it, so
//! that one look-up answers whatever was typed; SQLite's own tokenizers need three or whole words.

use domain::id::{CooperativeId, VoucherId};
use domain::voucher::{Entry, Line, Voucher};
use domain::{Money, Month};
use rusqlite::params;

use crate::{Reading, StoreError, Work};

/// How many vouchers are added to the index at once.
const TOGETHER: usize = 50_000;

/// How many characters stand together at most.
const LONGEST: usize = 3;

impl Work<'_> {
    /// Makes a voucher found by what it says, from the moment on that this work is saved.
    pub(crate) fn make_found(
        &self,
        cooperative: CooperativeId,
        id: VoucherId,
        voucher: &Voucher,
    ) -> Result<(), StoreError> {
        let grams = grams_of(cooperative, voucher);
        self.to_be_found.borrow_mut().push((id, grams));
        if self.to_be_found.borrow().len() >= TOGETHER { self.add_found() } else { Ok(()) }
    }

    /// Adds to the index what waits to be found. All of it at once: whatever else is written in
    /// between makes SQLite bring the index to the disk each time.
    pub(crate) fn add_found(&self) -> Result<(), StoreError> {
        let mut statement = self.db.prepare_cached(include_str!("add.sql"))?;
        for (id, grams) in self.to_be_found.take() {
            self.kept(statement.execute(params![id.number(), grams]))?;
        }
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
        self.add_found()?;
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

impl Reading<'_> {
    /// Whether a voucher really says what is sought, or has an amount of it.
    ///
    /// # Errors
    /// There is no such voucher, or the book is damaged.
    pub fn says(&self, voucher: VoucherId, sought: &Sought) -> Result<bool, StoreError> {
        let (_, voucher) = self.stored_voucher(voucher)?;
        let texts = |line: &Line| {
            let texts = [&line.summary, &line.counterparty, &line.project];
            texts.into_iter().flatten().any(|text| sought.is_in(text))
        };
        let has = |line: &Line| sought.is_amount(line.entry.debit() + line.entry.credit());
        let mut lines = voucher.lines().iter();
        Ok(sought.is_in(voucher.summary()) || lines.any(|line| texts(line) || has(line)))
    }
}

/// What is looked for in vouchers, posted ones and drafts alike: characters that stand together in
/// a text, whatever signs and blanks are between them, or an amount on either side, red or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    characters: Vec<char>,
    amount: Option<Money>,
}

impl Sought {
    /// What a text that was typed looks for.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let amount = amount_of(text).map(Money::abs);
        Sought { characters: searched(text).collect(), amount }
    }

    /// Whether a text says it.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let text: Vec<char> = searched(text).collect();
        text.windows(self.characters.len().max(1)).any(|part| part == self.characters)
    }

    /// Whether an amount is it.
    #[must_use]
    pub fn is_amount(&self, amount: Money) -> bool {
        self.amount == Some(amount.abs())
    }
}

impl Reading<'_> {
    /// As [`Reading::found`], all of them among the vouchers whose rows lie from those of one month
    /// through those of another.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn found_between(
        &self,
        cooperative: CooperativeId,
        text: &str,
        (first, last): (Month, Month),
    ) -> Result<Vec<VoucherId>, StoreError> {
        let Some(asked) = asked(cooperative, text) else { return Ok(Vec::new()) };
        let mut ids = self.db.prepare_cached(include_str!("../voucher/ids_between.sql"))?;
        let values = params![cooperative.number(), first.number(), last.number()];
        let ids: (Option<i64>, Option<i64>) =
            ids.query_row(values, |row| Ok((row.get("first_id")?, row.get("last_id")?)))?;
        let mut statement = self.db.prepare_cached(include_str!("find_between.sql"))?;
        let found = statement.query_map(params![asked, ids.0, ids.1], |row| row.get(0))?;
        found.map(|id| Ok(VoucherId::new(id?))).collect()
    }
}

/// The characters of a text that are searched: letters and digits, small ones.
fn searched(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

/// Up to three characters that stand together, as one number: 21 bits for each.
type Gram = u64;

/// Everything that a voucher is found by, each word after the number of its cooperative, so that no
/// other one's are looked at.
fn grams_of(cooperative: CooperativeId, voucher: &Voucher) -> String {
    let mut grams: Vec<Gram> = Vec::with_capacity(64);
    add_grams(&mut grams, voucher.summary());
    for line in voucher.lines() {
        for text in [&line.summary, &line.counterparty, &line.project].into_iter().flatten() {
            add_grams(&mut grams, text);
        }
    }
    grams.sort_unstable();
    grams.dedup();
    let mut amounts: Vec<u64> = voucher.lines().iter().map(|line| fen(line.entry)).collect();
    amounts.sort_unstable();
    amounts.dedup();
    let before = format!("{}x", cooperative.number());
    let mut written = String::with_capacity((grams.len() + amounts.len()) * (before.len() + 8));
    for gram in grams {
        written.push_str(&before);
        written.extend(characters(gram));
        written.push(' ');
    }
    for amount in amounts {
        written.push_str(&before);
        write_amount(&mut written, amount);
        written.push(' ');
    }
    written
}

/// Adds every one, two and three characters that stand together in a text.
fn add_grams(grams: &mut Vec<Gram>, text: &str) {
    let mut gram: Gram = 0;
    for (count, c) in (1..).zip(searched(text)) {
        gram = (gram << 21 | Gram::from(u32::from(c))) & ((1 << 63) - 1);
        for length in 1..=LONGEST.min(count) {
            grams.push(gram & ((1 << (21 * length)) - 1));
        }
    }
}

/// The characters of a gram.
fn characters(gram: Gram) -> impl Iterator<Item = char> {
    let part = move |shift: u32| u32::try_from(gram >> shift & 0x1f_ffff).unwrap_or_default();
    [42, 21, 0].into_iter().map(part).filter(|&c| c != 0).filter_map(char::from_u32)
}

/// The amount of a line in fen, on whichever side, in red or not.
fn fen(entry: Entry) -> u64 {
    (entry.debit() + entry.credit()).fen().unsigned_abs()
}

/// An amount is one word: a sign that no text has, and its fen in digits of 32, which are shorter.
fn write_amount(written: &mut String, amount: u64) {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    written.push('_');
    let digits = (u64::BITS - amount.leading_zeros()).div_ceil(5);
    for place in (0..digits).rev() {
        let digit = usize::try_from(amount >> (5 * place) & 31).unwrap_or_default();
        written.push(DIGITS.get(digit).copied().map_or('0', char::from));
    }
}

/// What is asked for: all parts of the text, or an amount of it. Nothing where nothing can be
/// searched.
fn asked(cooperative: CooperativeId, text: &str) -> Option<String> {
    let characters: Vec<char> = searched(text).collect();
    if characters.is_empty() {
        return None;
    }
    let length = characters.len().min(LONGEST);
    let word = |gram: &str| format!("\"{}x{gram}\"", cooperative.number());
    let parts: Vec<String> =
        characters.windows(length).map(|part| word(&part.iter().collect::<String>())).collect();
    let mut asked = format!("({})", parts.join(" AND "));
    if let Some(amount) = amount_of(text) {
        let mut gram = String::new();
        write_amount(&mut gram, amount.fen().unsigned_abs());
        asked = format!("{asked} OR {}", word(&gram));
    }
    Some(asked)
}

/// The amount that a text is, as people write it.
fn amount_of(text: &str) -> Option<Money> {
    let plain = text.trim().trim_start_matches(['¥', '￥']).replace(',', "");
    Money::read(&plain).ok()
}
