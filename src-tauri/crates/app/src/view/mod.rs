//! What the window and the command line get to see: plain data, written down once.
//!
//! Amounts are strings in yuan with two decimals, dates are `2025-03-31`, rates decimals from 0 to
//! 1. Nothing below this module can be serialised.

pub mod account;
pub mod asset;
pub mod bank;
pub mod book;
pub mod books;
pub mod closing;
pub mod district;
pub mod dividend;
pub mod draft;
pub mod import;
pub mod ledger;
pub mod opening;
pub mod paper;
pub mod payment;
pub mod register;
pub mod share;
pub mod statement;
pub mod voucher;
pub mod waiting;
pub mod yields;

use domain::{Money, Quantity, Rate};
use serde::{Serialize, Serializer};
use ts_rs::TS;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Text {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// Both sentences.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Text { zh: zh.into(), en: en.into() }
    }
}

/// An amount in yuan with two decimals, as a string: `"1600000.00"`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct Yuan(pub Money);

impl Serialize for Yuan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl From<Money> for Yuan {
    fn from(money: Money) -> Self {
        Yuan(money)
    }
}

/// A rate from 0 to 1, as a string: `"0.6"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct RateText(pub Rate);

impl Serialize for RateText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A quantity, as a string with no more places than it needs: `"12600.5"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct QuantityText(pub Quantity);

impl Serialize for QuantityText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A code with its name, as lists and choices show it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    /// The code that commands and files use.
    pub code: String,
    /// The name that people read.
    pub name: String,
}

/// A list as the command line prints it: `{"rows": [...]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rows<T> {
    /// The rows, in the order of the list.
    pub rows: Vec<T>,
}

#[cfg(test)]
mod contract;
