//! The demo district, made from the readable files in assets/demo through the same use cases that
//! the user has, and always the same.

use std::path::Path;

use serde::Deserialize;
use store::Clock;

use crate::book::Book;
use crate::growing;
use crate::import::{ImportKind, table};
use crate::policy;
use crate::problem::Problem;
use crate::view::dividend::{AppropriationInput, CapitalWeightingView, SchemeInput};

/// What the demo book is kept for.
const NAME: &str = "示范区";

/// When it was made, in seconds since 1970: always on 1 March 2026, so that it is always the same.
const MADE_AT: i64 = 1_772_323_200;

macro_rules! demo {
    ($file:literal) => {
        include_str!(concat!("../../../../assets/demo/", $file))
    };
}

/// The files in the order of import.
const FILES: [(ImportKind, &str, &str); 9] = [
    (ImportKind::Villages, "villages.csv", demo!("villages.csv")),
    (ImportKind::Cooperatives, "cooperatives.csv", demo!("cooperatives.csv")),
    (ImportKind::Accounts, "accounts.csv", demo!("accounts.csv")),
    (ImportKind::Members, "members.csv", demo!("members.csv")),
    (ImportKind::Contributions, "contributions.csv", demo!("contributions.csv")),
    (ImportKind::Yields, "yields.csv", demo!("yields.csv")),
    (ImportKind::Deliveries, "deliveries.csv", demo!("deliveries.csv")),
    (ImportKind::Vouchers, "vouchers.csv", demo!("vouchers.csv")),
    (ImportKind::Incomes, "incomes.csv", demo!("incomes.csv")),
];

/// A row of distributions.csv: a draft, or with a resolution an approved distribution.
#[derive(Deserialize)]
struct DemoDistribution {
    coop: String,
    year: i64,
    patronage_share: String,
    reserve_rate: String,
    guaranteed_rate: String,
    capital_weighting: CapitalWeightingView,
    retained: String,
    resolution: String,
    on: String,
}

impl Book {
    /// Makes the demo district at `path`; where it fails, nothing of it stays.
    ///
    /// # Errors
    /// A file that exists, or a place that cannot be written or is full.
    pub fn make_demo(path: &Path) -> Result<(), Problem> {
        growing::grow(path, Self::fill_demo)
    }

    fn fill_demo(path: &Path) -> Result<(), Problem> {
        let mut book = Book::begin(path, NAME, Clock::At(MADE_AT))?;
        for policy in policy::policies(demo!("policy.json")) {
            book.add_policy(&policy)?;
        }
        for (kind, name, text) in FILES {
            let table = table::read_text(name, text)?;
            book.import_table(kind, &table, None, false)?;
        }
        for distribution in distributions() {
            let DemoDistribution { coop, year, resolution, on, .. } = &distribution;
            book.dividend_save(coop, *year, &distribution.scheme())?;
            if !resolution.is_empty() {
                book.dividend_approve(coop, *year, resolution, on)?;
            }
        }
        Ok(())
    }
}

#[expect(clippy::expect_used, reason = "the file is part of the program and tested")]
fn distributions() -> Vec<DemoDistribution> {
    let mut reader = csv::Reader::from_reader(demo!("distributions.csv").as_bytes());
    let rows: Result<_, _> = reader.deserialize().collect();
    rows.expect("the demo's distributions")
}

impl DemoDistribution {
    fn scheme(&self) -> SchemeInput {
        let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let reserve = AppropriationInput {
            fund: "盈余公积".to_owned(),
            rate: Some(self.reserve_rate.clone()),
            amount: None,
        };
        SchemeInput {
            appropriations: vec![reserve],
            retained: self.retained.clone(),
            patronage_share: self.patronage_share.clone(),
            guaranteed_rate: filled(&self.guaranteed_rate),
            capital_weighting: self.capital_weighting,
        }
    }
}
