//! Cooperatives (农民专业合作社): each keeps books of its own from a month on.

use crate::period::Month;

/// A farmers' specialised cooperative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cooperative {
    /// The code that files and commands use.
    pub code: String,
    /// Its registered name.
    pub name: String,
    /// Its unified social credit code (统一社会信用代码), where it is noted.
    pub credit_code: Option<String>,
    /// The alliance (联盟基地) that it is in, if any.
    pub alliance: Option<String>,
    /// Its line of business.
    pub line: Option<String>,
    /// The month from which its books are kept; every month from then on is open until closed.
    pub starts: Month,
}

/// Whether a unified social credit code holds together (GB 32100-2015): 18 characters of its
/// alphabet, the last a check by the weights of 3 modulo 31. A wrong one is a warning.
#[must_use]
pub fn credit_code_holds(code: &str) -> bool {
    const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    let values: Option<Vec<usize>> = code.chars().map(|c| ALPHABET.find(c)).collect();
    let Some(values) = values.filter(|values| values.len() == 18) else { return false };
    let mut weight = 1;
    let mut sum = 0;
    for value in &values[..17] {
        sum += value * weight;
        weight = weight * 3 % 31;
    }
    values[17] == (31 - sum % 31) % 31
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credit_code_needs_its_check_character() {
        // Every weight is used: 17 zeros need the check 0, a one in front needs 30.
        assert!(credit_code_holds("000000000000000000"));
        assert!(credit_code_holds("10000000000000000Y"));
        assert!(!credit_code_holds("100000000000000000"));
        assert!(!credit_code_holds("10000000000000000I"));
        assert!(!credit_code_holds("1000000000000000Y"));
    }
}
