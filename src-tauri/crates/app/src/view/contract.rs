//! Keeps `ui/api/types.d.ts` in step with the views: the window's types are written from them.

use expect_test::expect_file;
use ts_rs::{Config, TS};

use super::{
    Named, QuantityText, RateText, Text, Yuan, account, asset, bank, book, books, closing,
    district, dividend, draft, import, ledger, opening, paper, payment, register, share, statement,
    voucher, waiting, yields,
};
use crate::problem::{Problem, ProblemKind};

macro_rules! declarations {
    ($($view:ty),* $(,)?) => { vec![$(<$view as TS>::decl(&Config::default())),*] };
}

fn of_books_and_district() -> Vec<String> {
    declarations![
        Text,
        Yuan,
        RateText,
        QuantityText,
        Named,
        Problem,
        ProblemKind,
        book::BookView,
        book::RecentBook,
        book::StartView,
        book::CheckView,
        book::BackupView,
        book::BackupsView,
        book::BackupRow,
        book::BackupFile,
        book::RestoreView,
        book::LogView,
        book::LogRow,
        district::OverviewView,
        district::VillageBar,
        district::CooperativeYear,
        district::DistributionStatus,
        district::TargetsView,
        district::VillageTarget,
        district::YearIncome,
        district::IncomeSource,
        district::TownshipTarget,
        district::TierRow,
        district::AwardList,
        district::AwardKind,
        district::Ranking,
        district::AwardRow,
    ]
}

fn of_registers_and_dividend() -> Vec<String> {
    declarations![
        register::VillageRow,
        register::CooperativeRow,
        register::CooperativesView,
        register::CooperativeView,
        register::StructureRow,
        register::HolderRow,
        register::MemberKindView,
        register::ProductSum,
        register::AccountSum,
        register::DistributionRow,
        register::MemberRow,
        register::MembersView,
        register::MemberTotals,
        register::MemberView,
        register::ContributionRow,
        register::DeliverySum,
        register::MemberYear,
        register::MemberInput,
        share::MemberChangeInput,
        share::MemberFieldView,
        share::MemberChangeRow,
        share::ShareMoveKindView,
        share::ShareMoveInput,
        share::ShareMoveRow,
        share::ShareMovesView,
        share::ShareMoveMadeView,
        share::ReserveByView,
        share::ReserveInput,
        share::ReserveView,
        share::ReserveRow,
        share::ReserveChangeRow,
        dividend::SchemeInput,
        dividend::AppropriationInput,
        dividend::CapitalWeightingView,
        dividend::DividendView,
        dividend::ReversedRunView,
        dividend::PresetView,
        dividend::PresetWord,
        dividend::AppropriationView,
        dividend::DividendMember,
        dividend::WorkingView,
        dividend::BasePart,
        dividend::PoolKind,
        dividend::DividendTotals,
        dividend::DividendSum,
        dividend::PlanView,
        payment::PaymentsView,
        payment::PaymentRow,
        payment::PaymentSums,
        payment::PaymentInput,
        payment::PaidView,
        payment::BankFileView,
        dividend::FindingView,
        dividend::Severity,
    ]
}

fn of_ledgers_and_papers() -> Vec<String> {
    declarations![
        ledger::LedgerKind,
        ledger::LedgerQuery,
        ledger::LedgerChoices,
        ledger::LedgerAccount,
        ledger::LedgerMember,
        ledger::SavedView,
        ledger::SheetView,
        ledger::SheetFact,
        ledger::SheetColumn,
        ledger::ContentView,
        ledger::SheetRow,
        ledger::RowKindView,
        ledger::CellView,
        account::ChartView,
        account::AccountRow,
        account::DetailKind,
        paper::PrintView,
        paper::PrintVillage,
        paper::MissingGlyph,
        paper::PrintedView,
        paper::VouchersPrintedView,
    ]
}

fn of_closing_and_statements() -> Vec<String> {
    declarations![
        books::MonthView,
        closing::YearStateView,
        closing::PostingDateView,
        closing::ClosingView,
        closing::MonthTile,
        closing::ClosingStepRow,
        closing::CheckState,
        closing::CheckItem,
        closing::ProposedVoucher,
        closing::MonthCheckView,
        closing::YearCloseInput,
        closing::YearView,
        closing::PostingView,
        statement::StatementKind,
        statement::StatementQuery,
        statement::StatementView,
        statement::FormCheckView,
        statement::StatementChoices,
    ]
}

fn of_what_makes_vouchers() -> Vec<String> {
    declarations![
        asset::AssetKindView,
        asset::AssetInput,
        asset::AssetsView,
        asset::AssetTotals,
        asset::AssetRow,
        asset::ChargeRow,
        asset::UnitsInput,
        asset::ChargeView,
        asset::ChargedCard,
        asset::RecurringInput,
        asset::RecurringView,
        asset::RecurringRow,
        asset::DraftsMadeView,
        asset::FlockInput,
        asset::PurposeView,
        asset::EggCostView,
        asset::MoveKindView,
        asset::MoveInput,
        asset::FlocksView,
        asset::MoveMadeView,
        asset::FlockRow,
        asset::MoveRow,
        bank::BankView,
        bank::BankStatementRow,
        bank::BankRow,
        bank::BookRow,
        bank::MatchedRow,
        bank::ReconciliationView,
        bank::BankTakenView,
        bank::CashView,
        bank::CashAccount,
        bank::CashRow,
        bank::CashInput,
        bank::PieceInput,
        bank::CashMadeView,
        yields::YieldsView,
        yields::ProductYear,
        yields::MemberSum,
        waiting::WaitingView,
        waiting::WaitingKind,
        waiting::WaitingRow,
        waiting::WaitingItem,
    ]
}

fn of_vouchers() -> Vec<String> {
    declarations![
        voucher::VoucherInput,
        voucher::VoucherLineInput,
        voucher::VoucherView,
        voucher::VoucherLineView,
        draft::VoucherState,
        draft::VouchersView,
        draft::VoucherCounts,
        draft::VoucherListRow,
        draft::EntryView,
        draft::EntryAccount,
        draft::AccountDetailView,
        draft::EntryMember,
        draft::Suggestion,
        draft::TemplateView,
        draft::DraftView,
        draft::DraftFault,
        draft::AttachmentRow,
        draft::SourceLink,
        draft::OriginLink,
        draft::OriginKind,
        draft::SourceKind,
        draft::SourcesView,
        draft::SourceRow,
        draft::ReversedView,
        draft::CorrectedView,
        draft::DiscardedView,
        draft::OpenedView,
        draft::OperatorView,
        draft::ReviewView,
    ]
}

fn of_imports() -> Vec<String> {
    declarations![
        import::ImportKindsView,
        import::ImportKindView,
        import::ImportCoop,
        import::ImportColumn,
        import::ImportSource,
        import::ImportInput,
        import::ImportPreviewView,
        import::ImportRow,
        import::ImportFault,
        import::ImportView,
        import::ImportsView,
        import::BatchView,
        import::UndoneView,
        opening::OpeningRowInput,
        opening::OpeningView,
        opening::OpeningAccount,
        opening::OpeningLine,
        opening::OpeningFault,
    ]
}

#[test]
fn the_types_of_the_window_are_those_of_the_views() {
    let declarations = [
        of_books_and_district(),
        of_registers_and_dividend(),
        of_ledgers_and_papers(),
        of_closing_and_statements(),
        of_what_makes_vouchers(),
        of_vouchers(),
        of_imports(),
    ];
    let mut text =
        "// Written from the views of the app; renew it with UPDATE_EXPECT=1.\n".to_owned();
    for declaration in declarations.concat() {
        text += &format!("\nexport {declaration}\n");
    }
    expect_file!["../../../../../ui/api/types.d.ts"].assert_eq(&text);
}
