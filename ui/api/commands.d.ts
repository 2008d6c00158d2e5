// What the window may ask, and what comes back. The shell has one command for each name.

import type * as view from "./types";

type Nothing = Record<string, never>;
type OfYear = { year: number | null };
type OfCooperative = { coop: string; year: number | null };
type OfBooksYear = { coop: string; year: number };
type OfMonth = { coop: string; month: string };
type OfBank = { coop: string; account: string; month: string };
type OfNumber = { coop: string; number: string };
type OfDraft = { id: number };
type OfVouchers = {
  coop: string;
  year: number;
  state: view.VoucherState | null;
  month: string | null;
  text: string | null;
  limit: number | null;
  before: string | null;
};
type OfSlips = { coop: string; year: number; village: string | null };

export interface Commands {
  start: { asks: Nothing; answers: view.StartView };
  book_open: { asks: { path: string }; answers: view.BookView };
  book_new: { asks: { path: string; name: string }; answers: view.BookView };
  book_close: { asks: Nothing; answers: view.StartView };
  book_check: { asks: { against: string | null }; answers: view.CheckView };
  book_backup: { asks: { folder: string }; answers: view.BackupView };
  book_backups: { asks: Nothing; answers: view.BackupsView };
  own_backups: { asks: Nothing; answers: view.BackupFile[] };
  book_restore: { asks: { from: string; file: string }; answers: view.RestoreView };
  book_log: { asks: { before: number | null; most: number }; answers: view.LogView };
  closing: { asks: OfCooperative; answers: view.ClosingView };
  month_check: { asks: OfMonth; answers: view.MonthCheckView };
  month_clear: { asks: OfMonth; answers: view.DraftsMadeView };
  month_close: { asks: OfMonth; answers: view.MonthView };
  month_reopen: { asks: OfMonth & { reason: string }; answers: view.MonthView };
  year_check: { asks: OfBooksYear & { input: view.YearCloseInput }; answers: view.YearView };
  year_close: { asks: OfBooksYear & { input: view.YearCloseInput }; answers: view.YearView };
  year_waive: { asks: OfBooksYear & { reason: string }; answers: view.YearView };
  year_reopen: { asks: OfBooksYear & { reason: string }; answers: view.YearView };
  dividend_post_check: { asks: OfBooksYear & { on: string | null }; answers: view.PostingView };
  dividend_post: { asks: OfBooksYear & { on: string | null }; answers: view.PostingView };
  payments: { asks: OfCooperative; answers: view.PaymentsView };
  payment_make: {
    asks: OfBooksYear & { input: view.PaymentInput };
    answers: view.PaidView;
  };
  payment_sheet: { asks: OfBooksYear & { path: string }; answers: view.SavedView };
  payment_file: { asks: OfBooksYear & { path: string }; answers: view.BankFileView };
  statement: {
    asks: { coop: string; kind: view.StatementKind; query: view.StatementQuery };
    answers: view.StatementView;
  };
  statement_choices: { asks: { coop: string }; answers: view.StatementChoices };
  statement_save: {
    asks: { coop: string; kind: view.StatementKind; query: view.StatementQuery; path: string };
    answers: view.SavedView;
  };
  demo_make: { asks: { path: string }; answers: view.BookView };
  overview: { asks: OfYear; answers: view.OverviewView };
  cooperatives: { asks: OfYear; answers: view.CooperativesView };
  cooperative: { asks: { code: string; year: number | null }; answers: view.CooperativeView };
  members: { asks: OfCooperative; answers: view.MembersView };
  member: { asks: OfCooperative & { code: string }; answers: view.MemberView };
  dividend: { asks: { coop: string; year: number }; answers: view.DividendView };
  dividend_try: {
    asks: { coop: string; year: number; scheme: view.SchemeInput };
    answers: view.DividendView;
  };
  dividend_save: {
    asks: { coop: string; year: number; scheme: view.SchemeInput };
    answers: view.DividendView;
  };
  dividend_approve: {
    asks: { coop: string; year: number; resolution: string; on: string };
    answers: view.DividendView;
  };
  dividend_plan: {
    asks: { coop: string; year: number; path: string };
    answers: view.SavedView;
  };
  dividend_present: {
    asks: { coop: string; year: number; on: string; meeting: string | null };
    answers: view.DividendView;
  };
  dividend_withdraw: {
    asks: { coop: string; year: number; reason: string };
    answers: view.DividendView;
  };
  dividend_reverse: {
    asks: { coop: string; year: number; on: string; reason: string };
    answers: view.DividendView;
  };
  targets: { asks: OfYear; answers: view.TargetsView };
  ledger: {
    asks: { coop: string; kind: view.LedgerKind; query: view.LedgerQuery };
    answers: view.SheetView;
  };
  ledger_choices: { asks: { coop: string }; answers: view.LedgerChoices };
  ledger_save: {
    asks: { coop: string; kind: view.LedgerKind; query: view.LedgerQuery; path: string };
    answers: view.SavedView;
  };
  accounts: { asks: { coop: string }; answers: view.ChartView };
  account_add: {
    asks: { coop: string; parent: string; name: string; code: string | null };
    answers: view.AccountRow;
  };
  account_switch: {
    asks: { coop: string; account: string; active: boolean };
    answers: view.AccountRow;
  };
  print_choices: { asks: { coop: string; year: number }; answers: view.PrintView };
  slips_pdf: { asks: OfSlips; answers: ArrayBuffer };
  slips_save: { asks: OfSlips & { path: string }; answers: view.PrintedView };
  slips_open: { asks: OfSlips; answers: view.PrintedView };
  import_kinds: { asks: Nothing; answers: view.ImportKindsView };
  import_preview: { asks: { input: view.ImportInput }; answers: view.ImportPreviewView };
  import_take: { asks: { input: view.ImportInput }; answers: view.ImportView };
  imports: { asks: Nothing; answers: view.ImportsView };
  import_undo: { asks: { batch: number }; answers: view.BatchView };
  opening: { asks: { coop: string }; answers: view.OpeningView };
  opening_save: {
    asks: { coop: string; rows: view.OpeningRowInput[] };
    answers: view.OpeningView;
  };
  opening_confirm: { asks: { coop: string }; answers: view.OpeningView };
  vouchers: { asks: OfVouchers; answers: view.VouchersView };
  voucher: { asks: OfNumber; answers: view.VoucherView };
  voucher_entry: { asks: { coop: string }; answers: view.EntryView };
  draft: { asks: OfDraft; answers: view.DraftView };
  draft_save: {
    asks: { coop: string; id: number | null; entry: view.VoucherInput };
    answers: view.DraftView;
  };
  draft_discard: { asks: OfDraft; answers: view.DiscardedView };
  draft_review: { asks: OfDraft; answers: view.DraftView };
  draft_unreview: { asks: OfDraft; answers: view.DraftView };
  draft_post: { asks: OfDraft; answers: view.VoucherView };
  voucher_reverse: {
    asks: OfNumber & { on: string; reason: string };
    answers: view.ReversedView;
  };
  voucher_correct: {
    asks: OfNumber & { on: string; reason: string };
    answers: view.CorrectedView;
  };
  template_save: {
    asks: { coop: string; name: string; entry: view.VoucherInput };
    answers: view.TemplateView[];
  };
  template_drop: { asks: { id: number }; answers: view.TemplateView[] };
  attachment_add: { asks: { draft: number; path: string }; answers: view.DraftView };
  attachment_drop: { asks: { id: number }; answers: view.DraftView };
  attachment_open: { asks: { id: number }; answers: view.OpenedView };
  sources: {
    asks: { coop: string; year: number; kind: view.SourceKind };
    answers: view.SourcesView;
  };
  source_draft: {
    asks: { coop: string; kind: view.SourceKind; id: number };
    answers: view.DraftView;
  };
  member_add: { asks: { coop: string; input: view.MemberInput }; answers: view.Named };
  member_change: {
    asks: { coop: string; code: string; input: view.MemberChangeInput };
    answers: view.MemberView;
  };
  reserve_quantify: {
    asks: { coop: string; input: view.ReserveInput };
    answers: view.ReserveView;
  };
  share_move: {
    asks: { coop: string; input: view.ShareMoveInput };
    answers: view.ShareMoveMadeView;
  };
  share_move_draft: { asks: { coop: string; id: number }; answers: view.DraftView };
  share_move_undo: {
    asks: { coop: string; id: number; reason: string };
    answers: view.ShareMovesView;
  };
  assets: { asks: { coop: string }; answers: view.AssetsView };
  asset_add: { asks: { coop: string; input: view.AssetInput }; answers: view.AssetRow };
  asset_void: {
    asks: { coop: string; code: string; reason: string };
    answers: view.AssetsView;
  };
  asset_gone: {
    asks: { coop: string; code: string; on: string; reason: string };
    answers: view.DraftView;
  };
  asset_back: { asks: { coop: string; code: string }; answers: view.AssetsView };
  charges_check: { asks: OfMonth & { units: view.UnitsInput[] }; answers: view.ChargeView };
  charges_make: { asks: OfMonth & { units: view.UnitsInput[] }; answers: view.ChargeView };
  recurring: { asks: OfMonth; answers: view.RecurringView };
  recurring_add: {
    asks: { coop: string; input: view.RecurringInput };
    answers: view.RecurringView;
  };
  recurring_end: {
    asks: { coop: string; name: string; last: string };
    answers: view.RecurringView;
  };
  recurring_make: { asks: OfMonth; answers: view.DraftsMadeView };
  flocks: { asks: { coop: string }; answers: view.FlocksView };
  flock_begin: { asks: { coop: string; input: view.FlockInput }; answers: view.FlocksView };
  flock_note: {
    asks: { coop: string; flock: string; input: view.MoveInput };
    answers: view.MoveMadeView;
  };
  flock_draft: { asks: { coop: string; id: number }; answers: view.DraftView };
  flock_void: {
    asks: { coop: string; id: number; reason: string };
    answers: view.FlocksView;
  };
  yields: {
    asks: OfCooperative & { kind: view.SourceKind };
    answers: view.YieldsView;
  };
  bank: {
    asks: { coop: string; account: string | null; month: string | null };
    answers: view.BankView;
  };
  bank_take: {
    asks: { coop: string; account: string; path: string };
    answers: view.BankTakenView;
  };
  bank_match: { asks: OfBank & { bank: string[]; book: string[] }; answers: view.BankView };
  bank_unmatch: { asks: OfBank & { group: number }; answers: view.BankView };
  bank_reconcile: { asks: OfBank & { balance: string | null }; answers: view.BankView };
  bank_void: {
    asks: { coop: string; account: string; id: number; reason: string };
    answers: view.BankView;
  };
  bank_save: {
    asks: OfBank & { balance: string | null; path: string };
    answers: view.SavedView;
  };
  cash: { asks: { coop: string }; answers: view.CashView };
  cash_count: { asks: { coop: string; input: view.CashInput }; answers: view.CashMadeView };
  cash_draft: { asks: { coop: string; id: number }; answers: view.DraftView };
  waiting: { asks: Nothing; answers: view.WaitingView };
  operator_set: { asks: { name: string }; answers: view.OperatorView };
  review_set: { asks: { on: boolean }; answers: view.ReviewView };
  vouchers_pdf: { asks: { coop: string; numbers: string[] }; answers: ArrayBuffer };
  vouchers_save: {
    asks: { coop: string; from: null; to: null; numbers: string[]; path: string };
    answers: view.VouchersPrintedView;
  };
}

export type CommandName = keyof Commands;
