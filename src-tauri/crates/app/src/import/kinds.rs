//! What can be imported, by which columns, and for which of it a cooperative is named.

use super::fields::Column;
use super::{ImportKind, books, opening, registers};
use crate::problem::Problem;
use crate::view::Text;
use crate::view::import::{ImportColumn, ImportCoop, ImportKindView, ImportKindsView};

/// Every kind of import with its columns.
#[must_use]
pub fn kinds() -> ImportKindsView {
    let kinds = ImportKind::ALL.into_iter().map(|kind| ImportKindView {
        word: kind.word(),
        name: kind.name(),
        coop: coop_of(kind),
        columns: column_views(kind),
    });
    ImportKindsView { kinds: kinds.collect() }
}

impl ImportKind {
    /// What people call it.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            ImportKind::Villages => Text::new("村", "villages"),
            ImportKind::Cooperatives => Text::new("合作社", "cooperatives"),
            ImportKind::Members => Text::new("成员", "members"),
            ImportKind::Contributions => Text::new("出资", "contributions"),
            ImportKind::Yields => Text::new("产量", "yields"),
            ImportKind::Deliveries => Text::new("交易", "deliveries"),
            ImportKind::Incomes => Text::new("各村收入", "incomes"),
            ImportKind::Accounts => Text::new("明细科目", "sub-accounts"),
            ImportKind::OpeningBalances => Text::new("期初余额", "opening balances"),
            ImportKind::Vouchers => Text::new("凭证", "vouchers"),
        }
    }
}

/// The columns of a kind, as its file has them.
pub(super) fn columns_of(kind: ImportKind) -> &'static [Column] {
    match kind {
        ImportKind::Villages => registers::VILLAGES,
        ImportKind::Cooperatives => registers::COOPERATIVES,
        ImportKind::Members => registers::MEMBERS,
        ImportKind::Contributions => registers::CONTRIBUTIONS,
        ImportKind::Yields => registers::YIELDS,
        ImportKind::Deliveries => registers::DELIVERIES,
        ImportKind::Incomes => registers::INCOMES,
        ImportKind::Accounts => books::ACCOUNTS,
        ImportKind::OpeningBalances => opening::COLUMNS,
        ImportKind::Vouchers => books::VOUCHERS,
    }
}

/// The columns of a kind for people, those that must be there first.
pub(super) fn column_views(kind: ImportKind) -> Vec<ImportColumn> {
    let mut columns: Vec<ImportColumn> = columns_of(kind).iter().map(column_view).collect();
    columns.sort_by_key(|column| !column.required);
    columns
}

fn column_view(column: &Column) -> ImportColumn {
    let chinese = column.chinese.first().copied().unwrap_or(column.name);
    let english = match column.name {
        "coop" => "cooperative".to_owned(),
        name => name.replace('_', " "),
    };
    ImportColumn {
        name: column.name,
        label: Text::new(chinese, english),
        required: column.required,
    }
}

const fn coop_of(kind: ImportKind) -> ImportCoop {
    match kind {
        ImportKind::Villages | ImportKind::Cooperatives | ImportKind::Incomes => ImportCoop::None,
        ImportKind::Members
        | ImportKind::Contributions
        | ImportKind::Yields
        | ImportKind::Deliveries
        | ImportKind::Accounts
        | ImportKind::Vouchers => ImportCoop::Optional,
        ImportKind::OpeningBalances => ImportCoop::Required,
    }
}

/// Villages, cooperatives and incomes belong to no cooperative; opening balances to the one that
/// is named.
pub(super) fn check_cooperative(kind: ImportKind, named: Option<&str>) -> Result<(), Problem> {
    let (word, name) = (kind.word(), kind.name());
    match (coop_of(kind), named) {
        (ImportCoop::None, Some(code)) => {
            let text = Text::new(
                format!("{}不分合作社，不要指定合作社 {code}。", name.zh),
                format!("{word} belong to no cooperative; leave out {code}."),
            );
            Err(Problem::input("import.needless_cooperative", text).about("coop"))
        }
        (ImportCoop::Required, None) => {
            let text = Text::new(
                format!("{}要写明是哪一家合作社的。选好合作社再导入。", name.zh),
                format!("Say which cooperative the {} are of, and import again.", name.en),
            );
            Err(Problem::input("import.no_cooperative", text).about("coop"))
        }
        (ImportCoop::None, None) | (ImportCoop::Optional, _) | (ImportCoop::Required, Some(_)) => {
            Ok(())
        }
    }
}
