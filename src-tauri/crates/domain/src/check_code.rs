//! The check code (校验码): a short name for the state of a book, printed on its papers.
//!
//! It says how many entries the chain had and begins the hash of the last one. Whoever changes,
//! removes or reorders what was final before that moment cannot make the book say the same code.

use std::fmt;

/// The digits of a code: no I, L, O and U, which are misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many digits stand for the hash: 60 bits of it.
const LENGTH: usize = 12;

/// The place in the chain and the beginning of its hash there: `1284-7F3K-9Q2M-TX4D`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CheckCode {
    /// Which entry of the chain, from 1.
    pub seq: i64,
    /// The first 60 bits of its hash.
    bits: u64,
}

impl CheckCode {
    /// The code of an entry.
    #[must_use]
    pub fn new(seq: i64, hash: &[u8; 20]) -> Self {
        let [first, ..] = hash.as_chunks::<8>().0 else { return CheckCode { seq, bits: 0 } };
        CheckCode { seq, bits: u64::from_be_bytes(*first) >> 4 }
    }

    /// Reads a code as it is printed; small letters, blanks and missing hyphens do not matter, and
    /// O is read as 0, I and L as 1. Nothing where it is none.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (seq, rest) = text.trim().split_once('-')?;
        let seq: i64 = seq.trim().parse().ok().filter(|&seq| seq > 0)?;
        let mut bits = 0;
        let mut digits = 0;
        for c in rest.chars().filter(|c| !matches!(c, '-' | ' ')) {
            let plain = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = DIGITS.iter().position(|&digit| char::from(digit) == plain)?;
            bits = bits << 5 | u64::try_from(value).ok()?;
            digits += 1;
        }
        (digits == LENGTH).then_some(CheckCode { seq, bits })
    }

    /// Whether an entry with this hash has this code.
    #[must_use]
    pub fn is_of(self, hash: &[u8; 20]) -> bool {
        CheckCode::new(self.seq, hash) == self
    }
}

impl fmt::Display for CheckCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.seq)?;
        for place in 0..LENGTH {
            if place % 4 == 0 {
                f.write_str("-")?;
            }
            let value = self.bits >> (5 * (LENGTH - 1 - place)) & 31;
            let digit = usize::try_from(value).ok().and_then(|value| DIGITS.get(value));
            write!(f, "{}", digit.map_or('0', |&digit| char::from(digit)))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_printed_and_as_people_type_it() {
        let mut hash = [0; 20];
        hash[..8].copy_from_slice(&0x3be7_34dc_57d3_a48d_u64.to_be_bytes());
        let code = CheckCode::new(1284, &hash);
        assert_eq!(code.to_string(), "1284-7FKK-9Q2Q-TEJ8");
        for text in ["1284-7FKK-9Q2Q-TEJ8", " 1284-7fkk9q2qtej8 ", "1284-7FKK 9Q2Q TEJ8"] {
            assert_eq!(CheckCode::read(text), Some(code), "{text}");
        }
        for text in ["", "1284", "0-7FKK-9Q2Q-TEJ8", "1284-7FKK-9Q2Q-TEJ", "1284-7FKK-9Q2Q-TEJU"] {
            assert_eq!(CheckCode::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_code_comes_back(seq in 1..i64::MAX, hash in any::<[u8; 20]>()) {
            let code = CheckCode::new(seq, &hash);
            prop_assert_eq!(CheckCode::read(&code.to_string()), Some(code));
            prop_assert!(code.is_of(&hash));
        }
    }
}
