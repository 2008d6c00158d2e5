//! What makes vouchers by itself: links both ways, what happens when a voucher is taken back, what
//! is voided, and what is refused with the figures.

use app::view::asset::{
    AssetInput, AssetKindView, EggCostView, FlockInput, MoveInput, MoveKindView, PurposeView,
    RecurringInput,
};
use app::view::bank::{CashInput, PieceInput};
use app::view::draft::OriginKind;
use app::view::voucher::{VoucherInput, VoucherLineInput};
use app::view::waiting::WaitingKind;
use app::{Book, Problem};

use crate::kit::Trial;

fn batch(book: &mut Book, purpose: PurposeView) {
    let name = "春一批".to_owned();
    let flock = FlockInput { name, purpose, egg_cost: EggCostView::Cost, note: None };
    book.add_flock("C1", &flock).unwrap();
}

fn happened(on: &str, kind: MoveKindView, birds: &str, amount: &str) -> MoveInput {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let (birds, amount) = (filled(birds), filled(amount));
    MoveInput { on: on.to_owned(), kind, birds, weight: None, amount, note: None }
}

fn note(book: &mut Book, new: &MoveInput) -> Result<i64, Problem> {
    let made = book.add_flock_move("C1", "春一批", new)?;
    Ok(made.draft.map_or(0, |draft| draft.id))
}

fn bought(book: &mut Book) -> i64 {
    note(book, &happened("2025-01-05", MoveKindView::Bought, "100", "1200")).unwrap()
}

/// The card of the layers of 春一批.
fn layers(code: &str) -> AssetInput {
    AssetInput {
        code: code.to_owned(),
        name: "产蛋鹅".to_owned(),
        kind: AssetKindView::Biological,
        account: None,
        charged: "401".to_owned(),
        project: Some("春一批".to_owned()),
        in_use_on: "2025-01-31".to_owned(),
        cost: "1200".to_owned(),
        salvage: None,
        before: None,
        before_through: None,
        months: Some("12".to_owned()),
        units: None,
        unit: None,
        nominal: false,
        relief: false,
        note: None,
    }
}

#[test]
fn a_happening_and_its_voucher_lead_to_each_other() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Meat);
    let draft = bought(&mut book);
    let view = book.draft(draft).unwrap();
    let [origin] = view.origins.as_slice() else { panic!("{:?}", view.origins) };
    assert_eq!((origin.kind, origin.code.as_str()), (OriginKind::Flock, "春一批"));
    assert_eq!(origin.text.zh, "2025-01-05 春一批 购入 100 只");
    assert_eq!(book.flocks("C1").unwrap().rows[0].moves[0].draft, Some(draft));

    let posted = book.post_draft(draft).unwrap();
    assert_eq!(posted.origins, view.origins);
    let row = &book.flocks("C1").unwrap().rows[0].moves[0];
    assert_eq!((row.voucher.as_deref(), row.draft), (Some(posted.number.as_str()), None));
}

#[test]
fn a_voucher_that_is_put_right_hands_its_origin_on() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Meat);
    let draft = bought(&mut book);
    let number = book.post_draft(draft).unwrap().number;
    let corrected = book.correct_voucher("C1", &number, "2025-01-06", "金额错了").unwrap();
    assert_eq!(corrected.draft.origins[0].code, "春一批");
    let right = book.post_draft(corrected.draft.id).unwrap();
    let row = &book.flocks("C1").unwrap().rows[0].moves[0];
    assert_eq!(row.voucher, Some(right.number));
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn what_was_taken_back_may_make_another_voucher() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Meat);
    let draft = bought(&mut book);
    let id = book.flocks("C1").unwrap().rows[0].moves[0].id;
    let twice = book.flock_move_draft("C1", id).unwrap_err();
    assert_eq!(twice.code, "flock.drafted");
    let number = book.post_draft(draft).unwrap().number;
    assert_eq!(book.flock_move_draft("C1", id).unwrap_err().code, "flock.drafted");
    book.reverse_voucher("C1", &number, "2025-01-06", "记错").unwrap();
    let again = book.flock_move_draft("C1", id).unwrap();
    // The first one counts no more.
    assert_eq!(again.debit.0.to_string(), "1200.00");
    book.discard_draft(again.id).unwrap();
    book.void_flock_move("C1", id, "没有这一批").unwrap();
    assert!(book.flocks("C1").unwrap().rows[0].moves.is_empty());
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn more_birds_than_live_are_refused_and_nothing_changes() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Meat);
    bought(&mut book);
    let before = trial.bytes();
    let died = happened("2025-01-09", MoveKindView::Died, "101", "");
    let problem = note(&mut book, &died).unwrap_err();
    assert_eq!(problem.field.as_deref(), Some("birds"));
    assert!(problem.message.zh.contains("存栏只有 100 只"), "{}", problem.message.zh);
    assert!(problem.message.zh.contains("多了 1 只"), "{}", problem.message.zh);
    let refused = [
        (happened("2025-01-09", MoveKindView::Died, "", ""), "input.missing"),
        (happened("2025-01-09", MoveKindView::Died, "一百", ""), "flock.birds"),
        (happened("2025-01-09", MoveKindView::Fed, "", "-5"), "flock.number"),
        (happened("2024-12-31", MoveKindView::Bought, "1", "5"), "flock.before_books"),
        (happened("2025-01-09", MoveKindView::Laid, "", ""), "input.missing"),
        (happened("2025-01-09", MoveKindView::Matured, "100", ""), "flock.impossible"),
    ];
    for (new, code) in refused {
        assert_eq!(note(&mut book, &new).unwrap_err().code, code, "{new:?}");
    }
    assert_eq!(trial.bytes(), before);
}

#[test]
fn layers_whose_voucher_waits_are_due_and_bar_the_month() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Layer);
    let draft = bought(&mut book);
    book.post_draft(draft).unwrap();
    let grown = note(&mut book, &happened("2025-01-31", MoveKindView::Matured, "100", "")).unwrap();
    book.add_asset("C1", &layers("B1")).unwrap();
    assert_eq!(book.add_asset("C1", &layers("B2")).unwrap_err().code, "asset.batch_has_card");
    let check = book.check_month("C1", "2025-02").unwrap();
    let charges = check.items.iter().find(|item| item.code == "charges").unwrap();
    assert!(charges.details[0].zh.contains("转为产蛋的凭证还没有记账"), "{charges:?}");
    let refused = book.charge_assets("C1", "2025-02", &[]).unwrap_err();
    assert_eq!(refused.code, "asset.batch_not_posted");
    book.post_draft(grown).unwrap();
    assert_eq!(book.charge_assets("C1", "2025-02", &[]).unwrap().total.0.to_string(), "100.00");
    let gone = book.dispose_asset("C1", "B1", "2025-03-01", "淘汰").unwrap_err();
    assert_eq!(gone.code, "asset.is_batch");
}

#[test]
fn an_asset_that_left_by_mistake_is_there_again() {
    let trial = Trial::small();
    let mut book = trial.book();
    let card = AssetInput {
        name: "鹅舍".to_owned(),
        kind: AssetKindView::Fixed,
        charged: "523".to_owned(),
        project: None,
        ..layers("G1")
    };
    book.add_asset("C1", &card).unwrap();
    assert_eq!(book.keep_asset("C1", "G1").unwrap_err().code, "asset.has_left");
    book.charge_assets("C1", "2025-02", &[]).unwrap();
    // What leaves in a month is charged in it: 1,000.00 is left in March, not 1,100.00.
    let before = trial.bytes();
    let early = book.dispose_asset("C1", "G1", "2025-03-20", "出售").unwrap_err();
    assert_eq!(early.code, "asset.not_charged");
    assert!(early.message.zh.contains("只提到 2025-02"), "{}", early.message.zh);
    assert_eq!(trial.bytes(), before);
    book.charge_assets("C1", "2025-03", &[]).unwrap();
    let draft = book.dispose_asset("C1", "G1", "2025-03-20", "出售").unwrap();
    assert_eq!(draft.debit.0.to_string(), "1200.00");
    assert_eq!(draft.entry.lines.unwrap()[0].debit.as_deref(), Some("1000.00"));

    let waits = book.keep_asset("C1", "G1").unwrap_err();
    assert!(waits.message.zh.contains(&format!("草稿 {}", draft.id)), "{}", waits.message.zh);
    let number = book.post_draft(draft.id).unwrap().number;
    let row = &book.assets("C1").unwrap().rows[0];
    assert_eq!((row.gone_by.as_ref(), row.gone_draft), (Some(&number), None));
    let posted = book.keep_asset("C1", "G1").unwrap_err();
    assert!(posted.message.zh.contains(&number), "{}", posted.message.zh);

    book.reverse_voucher("C1", &number, "2025-03-31", "没有卖成").unwrap();
    let row = &book.keep_asset("C1", "G1").unwrap().rows[0];
    assert_eq!((row.gone_on.as_ref(), row.gone_for.as_ref()), (None, None));
    assert_eq!(book.charge_assets("C1", "2025-04", &[]).unwrap().total.0.to_string(), "100.00");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn the_code_of_a_voided_card_is_not_given_again() {
    let trial = Trial::small();
    let mut book = trial.book();
    let card = AssetInput { project: None, ..layers("W1") };
    book.add_asset("C1", &card).unwrap();
    book.void_asset("C1", "W1", "重复").unwrap();
    let taken = book.add_asset("C1", &card).unwrap_err();
    assert_eq!(taken.code, "asset.taken");
    assert!(taken.message.zh.contains("W1-1"), "{}", taken.message.zh);
}

#[test]
fn the_card_of_a_batch_comes_back_with_its_birds() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Layer);
    let draft = bought(&mut book);
    book.post_draft(draft).unwrap();
    let grown = note(&mut book, &happened("2025-01-31", MoveKindView::Matured, "100", "")).unwrap();
    book.post_draft(grown).unwrap();
    book.add_asset("C1", &layers("B1")).unwrap();
    let died = note(&mut book, &happened("2025-02-03", MoveKindView::Died, "100", "")).unwrap();
    assert_eq!(book.assets("C1").unwrap().rows[0].gone_on.as_deref(), Some("2025-02-03"));
    let refused = book.keep_asset("C1", "B1").unwrap_err();
    assert_eq!(refused.code, "asset.has_left");
    assert!(refused.message.zh.contains("春一批"), "{}", refused.message.zh);
    book.discard_draft(died).unwrap();
    let moves = &book.flocks("C1").unwrap().rows[0].moves;
    let last = moves.iter().find(|one| one.kind == MoveKindView::Died).unwrap().id;
    book.void_flock_move("C1", last, "看错了").unwrap();
    assert_eq!(book.assets("C1").unwrap().rows[0].gone_on, None);
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn a_draft_that_waits_counts_for_what_birds_take_along() {
    let trial = Trial::small();
    let mut book = trial.book();
    batch(&mut book, PurposeView::Meat);
    bought(&mut book);
    let died = note(&mut book, &happened("2025-01-09", MoveKindView::Died, "25", "")).unwrap();
    assert_eq!(book.draft(died).unwrap().debit.0.to_string(), "300.00");
    let sold = note(&mut book, &happened("2025-02-09", MoveKindView::Sold, "75", "2000")).unwrap();
    // The income, and all of the cost that is left.
    assert_eq!(book.draft(sold).unwrap().debit.0.to_string(), "2900.00");
}

#[test]
fn a_recurring_voucher_comes_once_a_month_until_it_ends() {
    let trial = Trial::small();
    let mut book = trial.book();
    let line = |account: &str, debit: Option<&str>, credit: Option<&str>| VoucherLineInput {
        account: Some(account.to_owned()),
        debit: debit.map(str::to_owned),
        credit: credit.map(str::to_owned),
        ..VoucherLineInput::default()
    };
    let entry = VoucherInput {
        summary: Some("付房租".to_owned()),
        lines: Some(vec![line("523", Some("800"), None), line("102", None, Some("800"))]),
        ..VoucherInput::default()
    };
    let rent = |name: &str, first: &str| RecurringInput {
        name: name.to_owned(),
        entry: entry.clone(),
        first: first.to_owned(),
        last: None,
        every: None,
        on_day: None,
    };
    book.add_recurring("C1", &rent("房租", "2025-01")).unwrap();
    assert_eq!(
        book.add_recurring("C1", &rent("房租", "2025-01")).unwrap_err().code,
        "recurring.taken"
    );
    assert_eq!(
        book.add_recurring("C1", &rent("水", "正月")).unwrap_err().field.as_deref(),
        Some("first")
    );

    let [draft] = book.make_recurring("C1", "2025-02").unwrap().drafts[..] else { panic!() };
    let view = book.draft(draft).unwrap();
    assert_eq!(view.entry.date.as_deref(), Some("2025-02-28"));
    assert_eq!(view.origins[0].kind, OriginKind::Recurring);
    assert_eq!(book.make_recurring("C1", "2025-02").unwrap_err().code, "recurring.nothing");
    // A draft that was let go leaves its month due.
    book.discard_draft(draft).unwrap();
    let [again] = book.make_recurring("C1", "2025-02").unwrap().drafts[..] else { panic!() };
    book.post_draft(again).unwrap();
    book.end_recurring("C1", "房租", "2025-03").unwrap();
    assert_eq!(book.make_recurring("C1", "2025-03").unwrap().drafts.len(), 1);
    assert_eq!(book.make_recurring("C1", "2025-04").unwrap_err().code, "recurring.nothing");
    assert_eq!(book.end_recurring("C1", "水费", "2025-03").unwrap_err().code, "recurring.unknown");
}

#[test]
fn a_count_by_notes_and_coins_comes_to_what_was_typed() {
    let trial = Trial::small();
    let mut book = trial.book();
    let piece = |worth: &str, count: &str| PieceInput { worth: worth.into(), count: count.into() };
    let input = |counted: Option<&str>, pieces| CashInput {
        on: "2025-01-31".to_owned(),
        account: None,
        counted: counted.map(str::to_owned),
        pieces,
        note: None,
    };
    let pieces = || vec![piece("100", "2"), piece("0.5", "3"), piece("20", "")];
    let problem = book.count_cash("C1", &input(Some("201"), pieces())).unwrap_err();
    assert!(problem.message.zh.contains("各面额合计 201.50"), "{}", problem.message.zh);
    assert_eq!(book.count_cash("C1", &input(None, vec![])).unwrap_err().code, "cash.missing");
    let made = book.count_cash("C1", &input(None, pieces())).unwrap();
    let row = &made.cash.rows[0];
    assert_eq!(row.pieces.as_deref(), Some("100.00×2、0.50×3"));
    assert_eq!(
        (row.counted.0.to_string(), row.difference.0.to_string()),
        ("201.50".into(), "201.50".into())
    );
    let draft = made.draft.unwrap();
    assert_eq!(draft.origins[0].kind, OriginKind::CashCount);
    book.discard_draft(draft.id).unwrap();
    book.cash_draft("C1", row.id).unwrap();
    assert_eq!(book.cash_draft("C1", row.id).unwrap_err().code, "cash.nothing");
}

#[test]
fn what_waits_is_told_by_cooperative_and_goes_when_it_is_done() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-01-31", "100.00");
    let mut book = trial.book();
    batch(&mut book, PurposeView::Meat);
    let draft = bought(&mut book);
    let kinds = |book: &mut Book| -> Vec<(WaitingKind, u32)> {
        book.waiting().unwrap().rows.into_iter().map(|row| (row.kind, row.count)).collect()
    };
    assert_eq!(kinds(&mut book), [(WaitingKind::Drafts, 1), (WaitingKind::Months, 1)]);
    book.discard_draft(draft).unwrap();
    book.close_month("C1", "2025-01").unwrap();
    assert_eq!(kinds(&mut book), []);
}
