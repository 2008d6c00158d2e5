//! Members (成员): village collectives, households and enterprises that take part in a cooperative,
//! and what is said about their papers.

use std::fmt;

use jiff::civil::Date;

/// What kind of member someone is (农民专业合作社法 art. 19 and 20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MemberKind {
    /// A village's collective (村集体): a unit member.
    VillageCollective,
    /// A farming household (农户): counts as a farmer.
    Household,
    /// An enterprise, institution or social organisation: a unit member.
    Enterprise,
}

impl MemberKind {
    /// Every kind, village collectives first.
    pub const ALL: [MemberKind; 3] =
        [MemberKind::VillageCollective, MemberKind::Household, MemberKind::Enterprise];

    /// The word that files and commands use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            MemberKind::VillageCollective => "village_collective",
            MemberKind::Household => "household",
            MemberKind::Enterprise => "enterprise",
        }
    }

    /// The kind of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl fmt::Display for MemberKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A member as the register keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The member's code in its cooperative; ties are decided by the order of the register.
    pub code: String,
    /// The member's name.
    pub name: String,
    /// What kind of member it is.
    pub kind: MemberKind,
    /// The code of the village that it is (a collective) or lives in.
    pub village: Option<String>,
    /// The day on which it joined, if noted.
    pub joined_on: Option<Date>,
    /// Resident ID number, if noted. Shown masked everywhere.
    pub id_number: Option<String>,
    /// Bank account, if noted. Shown masked everywhere.
    pub bank_account: Option<String>,
}

/// What of a member may change over the years and is kept as it was before (变更登记).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MemberField {
    /// The name.
    Name,
    /// The head of the household (户主).
    Head,
    /// The village that it is or lives in, by its code.
    Village,
    /// The day on which it joined.
    JoinedOn,
    /// Resident ID number.
    IdNumber,
    /// Bank account.
    BankAccount,
    /// The bank and branch of that (开户行).
    BankName,
    /// The address (联系地址).
    Address,
    /// Votes beyond the first (附加表决权).
    ExtraVotes,
}

impl MemberField {
    /// Every one, in the order of the register.
    pub const ALL: [MemberField; 9] = [
        MemberField::Name,
        MemberField::Head,
        MemberField::Village,
        MemberField::JoinedOn,
        MemberField::IdNumber,
        MemberField::BankAccount,
        MemberField::BankName,
        MemberField::Address,
        MemberField::ExtraVotes,
    ];

    /// The word that files and commands use.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            MemberField::Name => "name",
            MemberField::Head => "head",
            MemberField::Village => "village",
            MemberField::JoinedOn => "joined_on",
            MemberField::IdNumber => "id_number",
            MemberField::BankAccount => "bank_account",
            MemberField::BankName => "bank_name",
            MemberField::Address => "address",
            MemberField::ExtraVotes => "extra_votes",
        }
    }

    /// The field of this word; nothing where there is none.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }

    /// Whether it is shown masked.
    #[must_use]
    pub const fn is_masked(self) -> bool {
        matches!(self, MemberField::IdNumber | MemberField::BankAccount)
    }
}

/// How many votes beyond each member's first there may be: a fifth of these
/// (农民专业合作社法 art. 22).
#[must_use]
pub const fn extra_votes_most(members: u32) -> u32 {
    members / 5
}

/// Whether a resident ID number (公民身份号码) holds together: 17 digits and a check character by
/// the weights of GB 11643-1999, with a birthday that exists. A wrong one is a warning, never a
/// refusal: old papers carry mistakes that the accountant cannot put right.
#[must_use]
pub fn id_number_holds(number: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = number.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let digit = |index: usize| u32::from(bytes[index] - b'0');
    let sum: u32 = WEIGHTS.iter().enumerate().map(|(index, weight)| weight * digit(index)).sum();
    let number_at = |span: std::ops::Range<usize>| span.fold(0, |n, index| n * 10 + digit(index));
    let small = |value: u32| i8::try_from(value).unwrap_or_default();
    let year = i16::try_from(number_at(6..10)).unwrap_or_default();
    let birthday = Date::new(year, small(number_at(10..12)), small(number_at(12..14)));
    birthday.is_ok() && bytes[17].to_ascii_uppercase() == CHECKS[sum as usize % 11]
}

/// An ID or account number as it may be shown: the first and last four characters, the rest hidden.
#[must_use]
pub fn masked(number: &str) -> String {
    let count = number.chars().count();
    let hidden = |index: usize| count <= 8 || (4..count - 4).contains(&index);
    number.chars().enumerate().map(|(index, c)| if hidden(index) { '*' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_number_needs_its_check_character_and_a_real_birthday() {
        // The example of the standard's own text.
        assert!(id_number_holds("11010519491231002X"));
        assert!(id_number_holds("11010519491231002x"));
        assert!(!id_number_holds("110105194912310021"));
        assert!(!id_number_holds("11010519490231002X"));
        assert!(!id_number_holds("1101051949123100"));
        assert!(!id_number_holds("１10105194912310X"));
    }

    #[test]
    fn numbers_are_masked_but_for_both_ends() {
        assert_eq!(masked("11010519491231002X"), "1101**********002X");
        assert_eq!(masked("12345678"), "********");
        assert_eq!(masked(""), "");
    }
}
