//! What a check of the book found, each as one sentence.

use store::{BookFault, ChainFault, FinalKind};

use crate::view::Text;

/// The sentence of a fault.
pub(crate) fn fault_text(fault: &BookFault) -> Text {
    match fault {
        BookFault::Damaged(finding) => Text::new(
            format!("文件损坏：{finding}。用最近的备份恢复。"),
            format!("The file is damaged: {finding}. Restore the latest backup."),
        ),
        BookFault::Schema(name) => Text::new(
            format!("账套的保护规则 {name} 被改动过，可能有人用别的程序改过账。用最近的备份恢复。"),
            format!(
                "The rule {name} that guards the book was changed; another program may have \
                 changed the books. Restore the latest backup."
            ),
        ),
        BookFault::Dangling(table) => Text::new(
            format!("表 {table} 里有指向不存在记录的行。用最近的备份恢复。"),
            format!("Table {table} points to rows that do not exist. Restore the latest backup."),
        ),
        BookFault::Unbalanced { cooperative, voucher, difference_fen } => {
            let difference = domain::Money::from_fen(*difference_fen).grouped();
            Text::new(
                format!("{cooperative} 凭证 {voucher} 借贷不平，差 {difference} 元。"),
                format!(
                    "{cooperative}, voucher {voucher}: debit and credit differ by {difference}."
                ),
            )
        }
        BookFault::NumberGap { cooperative, series, missing } => Text::new(
            format!("{cooperative} {series} 字凭证缺 {missing} 个号。"),
            format!("{cooperative}, {series}: {missing} voucher numbers are missing."),
        ),
        BookFault::KeptBalance { cooperative, account, month } => {
            kept_balance(cooperative.as_deref(), account.as_deref(), *month)
        }
        BookFault::Chain(fault) => chain(fault),
    }
}

fn kept_balance(cooperative: Option<&str>, account: Option<&str>, month: i64) -> Text {
    let (cooperative, account) = (cooperative.unwrap_or("?"), account.unwrap_or("?"));
    let (zh, en) = match month {
        0 => ("期初".to_owned(), "the opening".to_owned()),
        month => {
            let written = format!("{:04}-{:02}", month / 100, month % 100);
            (written.clone(), written)
        }
    };
    Text::new(
        format!("{cooperative} 科目 {account} {zh} 的存数与分录合计不等。用最近的备份恢复。"),
        format!(
            "{cooperative}, account {account}, {en}: the kept balance is not what its lines add \
             up to. Restore the latest backup."
        ),
    )
}

fn chain(fault: &ChainFault) -> Text {
    match fault {
        ChainFault::Broken { seq, kind, subject } => {
            let (zh, en) = kind_text(*kind);
            Text::new(
                format!(
                    "校验链在第 {seq} 项断开：{zh}（行 {subject}）被改动过。用最近的备份恢复。"
                ),
                format!(
                    "The chain breaks at entry {seq}: {en} (row {subject}) was changed. Restore \
                     the latest backup."
                ),
            )
        }
        ChainFault::Gone { seq, kind, subject } => {
            let (zh, en) = kind_text(*kind);
            Text::new(
                format!("校验链第 {seq} 项的{zh}（行 {subject}）被删除了。用最近的备份恢复。"),
                format!(
                    "The chain breaks at entry {seq}: {en} (row {subject}) was deleted. Restore \
                     the latest backup."
                ),
            )
        }
        ChainFault::Missing { seq } => Text::new(
            format!("校验链缺第 {seq} 项。用最近的备份恢复。"),
            format!("Entry {seq} of the chain is missing. Restore the latest backup."),
        ),
        ChainFault::UnknownKind { seq } => Text::new(
            format!("校验链第 {seq} 项被改动过，没有这种记录。用最近的备份恢复。"),
            format!(
                "Entry {seq} of the chain was changed and is of no kind that there is. Restore \
                 the latest backup."
            ),
        ),
        ChainFault::Hidden { seq, kind } => {
            let (zh, en) = kind_text(*kind);
            Text::new(
                format!(
                    "校验链第 {seq} 项的{zh}被当作已撤销，账里没有这次撤销。用最近的备份恢复。"
                ),
                format!(
                    "Entry {seq} of the chain, {en}, is said to be taken back, and nothing in the \
                     book did so. Restore the latest backup."
                ),
            )
        }
        ChainFault::NotInChain { table, found, known } => Text::new(
            format!("表 {table} 有 {found} 行，校验链只认得 {known} 行。用最近的备份恢复。"),
            format!(
                "Table {table} has {found} rows where the chain knows {known}. Restore the latest \
                 backup."
            ),
        ),
        ChainFault::AgainstCode { code, entries } => Text::new(
            format!(
                "这个账套（链上 {entries} 项）不是印出校验码 {code} 的那一本，或此后被截断、重做过。\
                 拿印有该码的纸面和当时的备份核对。"
            ),
            format!(
                "This book ({entries} entries) never had the state of code {code}: it is another \
                 one, or was cut or rebuilt since. Compare it with the paper and a backup of that \
                 day."
            ),
        ),
    }
}

/// What became final, as a noun.
pub(crate) fn kind_text(kind: FinalKind) -> (&'static str, &'static str) {
    match kind {
        FinalKind::Book => ("账套", "the book"),
        FinalKind::SchemaVersion => ("格式版本", "a format version"),
        FinalKind::Operator => ("操作员", "an operator"),
        FinalKind::Township => ("乡镇", "a township"),
        FinalKind::Village => ("村", "a village"),
        FinalKind::Alliance => ("联盟基地", "an alliance"),
        FinalKind::Cooperative => ("合作社", "a cooperative"),
        FinalKind::Account => ("科目", "an account"),
        FinalKind::Member => ("成员", "a member"),
        FinalKind::Contribution => ("出资", "a contribution"),
        FinalKind::Yield => ("产量", "a yield"),
        FinalKind::Delivery => ("交易", "a delivery"),
        FinalKind::VillageIncome => ("村收入", "an income"),
        FinalKind::Policy => ("政策", "a policy"),
        FinalKind::ImportBatch => ("导入批次", "an import"),
        FinalKind::ImportUndo => ("撤销导入", "an import taken back"),
        FinalKind::Voucher => ("凭证", "a voucher"),
        FinalKind::MonthChange => ("结账记录", "a close"),
        FinalKind::Distribution => ("盈余分配", "a distribution"),
        FinalKind::YearChange => ("年结记录", "a close of a year"),
        FinalKind::ClosingStep => ("结账凭证", "a closing voucher"),
        FinalKind::Asset => ("资产卡片", "an asset card"),
        FinalKind::AssetCharge => ("折旧摊销", "a depreciation charge"),
        FinalKind::Recurring => ("周期凭证", "a recurring voucher"),
        FinalKind::Flock => ("批次", "a batch of birds"),
        FinalKind::FlockMove => ("批次变动", "an entry of a batch"),
        FinalKind::BankStatement => ("银行对账单", "a bank statement"),
        FinalKind::BankReconciliation => ("银行余额调节表", "a bank reconciliation"),
        FinalKind::CashCount => ("现金盘点", "a cash count"),
        FinalKind::VoucherOrigin => ("凭证来源", "the origin of a voucher"),
        FinalKind::Voided => ("作废", "a voiding"),
        FinalKind::MemberChange => ("成员变更", "a change of a member"),
        FinalKind::ShareMove => ("股金变动", "a share move"),
        FinalKind::ReserveShare => ("公积金份额", "a share of the reserve"),
        FinalKind::DistributionEvent => ("分配进程", "a step of a distribution"),
    }
}
