//! The standard chart of accounts (财会〔2021〕37号) that every new cooperative starts with, from the
//! readable file in assets/charts.

use std::collections::HashMap;
use std::sync::LazyLock;

use domain::account::{Account, AccountSide};
use domain::id::{AccountId, BatchId, CooperativeId};
use store::Work;

use crate::problem::Problem;

static STANDARD: LazyLock<Vec<Account>> =
    LazyLock::new(|| read(include_str!("../../../../assets/charts/standard.csv")));

/// Gives a cooperative the standard chart.
pub(crate) fn add_standard(
    work: &Work<'_>,
    cooperative: CooperativeId,
    batch: Option<BatchId>,
) -> Result<(), Problem> {
    let mut ids: HashMap<&str, AccountId> = HashMap::new();
    for account in STANDARD.iter() {
        let parent = account.parent.as_deref().and_then(|code| ids.get(code)).copied();
        ids.insert(&account.code, work.add_account(cooperative, account, parent, batch)?);
    }
    Ok(())
}

/// Reads the file; a mistake in it is a mistake of ours, found by the test below.
#[expect(clippy::expect_used, reason = "the file is part of the program and tested")]
fn read(file: &str) -> Vec<Account> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let headers = reader.headers().expect("the chart has a header").clone();
    let column = |name: &str| {
        headers.iter().position(|header| header == name).expect("the chart has its columns")
    };
    let (code, name, side) = (column("code"), column("name"), column("side"));
    let (detail, parent) = (column("detail"), column("parent"));
    let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let accounts = reader.records().map(|record| {
        let record = record.expect("a line of the chart is complete");
        Account {
            code: record[code].to_owned(),
            name: record[name].to_owned(),
            parent: filled(&record[parent]),
            side: AccountSide::of_word(&record[side]).expect("a side of the chart"),
            detail: filled(&record[detail]),
            active: true,
        }
    });
    accounts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_chart_has_the_48_accounts_and_two_optional_ones() {
        let top: Vec<_> = STANDARD.iter().filter(|account| account.parent.is_none()).collect();
        assert_eq!(top.len(), 50);
        let members: Vec<_> = STANDARD
            .iter()
            .filter(|account| account.detail.as_deref() == Some("member"))
            .map(|account| account.code.as_str())
            .collect();
        assert_eq!(members, ["114", "221", "222", "301"]);
        for account in STANDARD.iter() {
            let parent = account.parent.as_deref();
            assert!(parent.is_none_or(|code| STANDARD.iter().any(|above| above.code == code)));
        }
    }
}
