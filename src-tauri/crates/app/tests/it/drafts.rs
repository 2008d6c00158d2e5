//! Vouchers before they are posted, as an accountant and whoever looks them over work with them:
//! typed and kept, reviewed by somebody else, posted, put right.

use app::view::Text;
use app::view::draft::{DraftFault, DraftView, VoucherState};
use app::view::voucher::{VoucherInput, VoucherLineInput, VoucherView};
use app::{Book, Problem};
use expect_test::expect;
use proptest::prelude::*;
use store::{FinalKind, Hold, Store};

use crate::kit::Trial;

/// A sale of eggs, whole.
pub fn sale() -> VoucherInput {
    entry("2025-03-31", "收蛋款", &[("102", "1200.00", ""), ("501", "", "1200.00")])
}

/// A voucher of lines with account, debit and credit.
pub fn entry(date: &str, summary: &str, lines: &[(&str, &str, &str)]) -> VoucherInput {
    let filled = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let lines = lines.iter().map(|(account, debit, credit)| VoucherLineInput {
        account: filled(account),
        debit: filled(debit),
        credit: filled(credit),
        ..VoucherLineInput::default()
    });
    VoucherInput {
        date: filled(date),
        summary: filled(summary),
        lines: Some(lines.collect()),
        ..VoucherInput::default()
    }
}

/// The book with this person at it.
pub fn as_operator(trial: &Trial, name: &str) -> Book {
    let mut book = trial.book();
    book.act_as(name).unwrap();
    book
}

fn faults(view: &DraftView) -> String {
    let lines = view.faults.iter().map(|fault| {
        let Text { zh, en } = &fault.text;
        format!("{}: {zh}\n{en}\n", fault.about.as_deref().unwrap_or_default())
    });
    lines.collect()
}

#[track_caller]
fn refused<T: std::fmt::Debug>(answer: Result<T, Problem>, code: &str) -> Problem {
    let problem = answer.unwrap_err();
    assert_eq!(problem.code, code, "{problem:#?}");
    problem
}

#[test]
fn typing_cash_below_zero_warns_and_bars_nothing() {
    let trial = Trial::small();
    let mut book = trial.book();
    let paid = entry("2025-03-31", "付饲料", &[("521", "300.00", ""), ("101", "", "300.00")]);
    let view = book.save_draft("C1", None, &paid).unwrap();
    let [note] = view.notes.as_slice() else { panic!("{:?}", view.notes) };
    assert!(note.zh.contains("101 库存现金 2025-03-31 日终为 −300.00"), "{}", note.zh);
    book.post_draft(view.id).unwrap();
    let got = entry("2025-03-01", "提现", &[("101", "500.00", ""), ("102", "", "500.00")]);
    let view = book.save_draft("C1", None, &got).unwrap();
    assert!(view.notes[0].zh.contains("102 银行存款 2025-03-01 日终为 −500.00"));
    assert_eq!(view.notes.len(), 1);
}

#[test]
fn half_a_voucher_is_kept_and_everything_that_it_lacks_is_said_at_once() {
    let trial = Trial::small();
    let mut half = entry("", "", &[("301", "5", ""), ("999", "", "1.005"), ("", "", "")]);
    half.papers = Some("两张".to_owned());
    let id = trial.book().save_draft("C1", None, &half).unwrap().id;
    // The book was closed, or the program killed: the draft is in it.
    let kept = trial.book().draft(id).unwrap();
    assert_eq!(kept.entry, VoucherInput { coop: Some("C1".to_owned()), ..half });
    assert_eq!((kept.state, kept.balanced), (VoucherState::Draft, false));
    assert_eq!(
        (kept.debit.0.to_string(), kept.credit.0.to_string()),
        ("5.00".into(), "0.00".into())
    );
    expect![[r#"
        date: 日期没有填写。
        The date is missing.
        summary: 摘要没有填写。
        The summary is missing.
        papers: 附件张数“两张”不是 0 到 100000 的整数。
        The papers “两张” are no whole number from 0 to 100000.
        lines[0].member: 第 1 行：科目“301”要写明成员。
        Line 1: the account “301” demands a member.
        lines[1].account: 第 2 行：没有科目“999”。
        Line 2: there is no account “999”.
        lines[1].credit: 第 2 行：贷方“1.005”的小数超过 2 位。
        Line 2: credit “1.005” has more than 2 places after the point.
    "#]]
    .assert_eq(&faults(&kept));
    let problem = refused(trial.book().post_draft(id), "voucher.input");
    assert_eq!(problem.details.len(), 6);
    assert!(problem.message.zh.starts_with("凭证有 6 处不对，没有记账"), "{problem:#?}");
    assert!(trial.book().check(None).unwrap().holds);
}

#[test]
fn a_draft_is_filled_step_by_step_and_posted_with_the_next_number() {
    let trial = Trial::small();
    trial.book().post_voucher(&VoucherInput { coop: Some("C1".to_owned()), ..sale() }).unwrap();
    let mut typed = entry("2025-03-31", "收蛋款", &[("102", "1,200", "")]);
    let first = trial.book().save_draft("C1", None, &typed).unwrap();
    assert_eq!(first.difference.0.to_string(), "1200.00");
    typed.lines.as_mut().unwrap().extend(sale().lines.unwrap().pop());
    typed.papers = Some("2".to_owned());
    let whole = trial.book().save_draft("C1", Some(first.id), &typed).unwrap();
    assert_eq!((whole.id, whole.balanced, whole.papers), (first.id, true, 2));
    assert_eq!(whole.faults, []);
    let posted = as_operator(&trial, "出纳").post_draft(first.id).unwrap();
    assert_eq!((posted.number.as_str(), posted.papers), ("2025-03 记-002", 2));
    assert_eq!((posted.preparer.as_str(), posted.poster.as_str()), ("会计", "出纳"));
    assert_eq!(posted.reviewer, None);
    // A button pressed twice.
    let again = refused(trial.book().post_draft(first.id), "draft.unknown");
    assert!(again.message.zh.contains("已经记账"), "{again:#?}");
    assert!(trial.book().check(None).unwrap().holds);
}

#[test]
fn every_faulty_line_of_a_voucher_that_is_posted_at_once_is_named() {
    let trial = Trial::small();
    let wrong =
        entry("2025-03-31", "收款", &[("999", "1", ""), ("301", "", "1"), ("501", "", "x")]);
    let before = trial.bytes();
    let wrong = VoucherInput { coop: Some("C1".to_owned()), ..wrong };
    let problem = trial.book().post_voucher(&wrong).unwrap_err();
    let details: Vec<_> = problem.details.iter().map(|detail| detail.zh.as_str()).collect();
    expect![[r#"
        [
            "第 1 行：没有科目“999”。",
            "第 2 行：科目“301”要写明成员。",
            "第 3 行：贷方“x”不是数字，应写成 1200.50 的样子。",
        ]
    "#]]
    .assert_debug_eq(&details);
    assert!(trial.bytes() == before, "the book was touched");
}

#[test]
fn a_reviewed_draft_stays_as_it_was_looked_over() {
    let trial = Trial::small();
    let id = trial.book().save_draft("C1", None, &sale()).unwrap().id;
    let reviewed = as_operator(&trial, "理事长").review_draft(id).unwrap();
    assert_eq!(reviewed.state, VoucherState::Reviewed);
    assert_eq!(reviewed.reviewer.as_deref(), Some("理事长"));
    // Typed once more without a change, as a form does that saves when it is left.
    assert_eq!(trial.book().save_draft("C1", Some(id), &reviewed.entry).unwrap(), reviewed);
    let other = entry("2025-03-30", "收蛋款", &[]);
    let problem = refused(trial.book().save_draft("C1", Some(id), &other), "draft.reviewed");
    assert!(problem.message.zh.contains("已由理事长审核"), "{problem:#?}");
    refused(trial.book().discard_draft(id), "draft.reviewed");
    std::fs::write(trial.beside("收据.pdf"), "%PDF").unwrap();
    refused(trial.book().add_attachment(id, &trial.beside("收据.pdf")), "draft.reviewed");
    assert_eq!(trial.book().unreview_draft(id).unwrap().reviewer, None);
    assert_eq!(trial.book().discard_draft(id).unwrap().discarded, id);
    refused(trial.book().draft(id), "draft.unknown");
}

#[test]
fn what_cannot_be_printed_or_dated_is_said_while_it_is_typed() {
    let trial = Trial::small();
    let mut sale = sale();
    sale.date = Some("2999-03-31".to_owned());
    sale.word = Some("期初".to_owned());
    sale.summary = Some("收蛋款😀".to_owned());
    sale.lines.as_mut().unwrap()[1].project = Some("春鹅🦢".to_owned());
    let view = trial.book().save_draft("C1", None, &sale).unwrap();
    let last = jiff::Zoned::now().year() + 1;
    let chinese = |fault: &DraftFault| {
        format!("{}: {}\n", fault.about.as_deref().unwrap_or_default(), fault.text.zh)
    };
    let said: String = view.faults.iter().map(chinese).collect();
    expect![[r#"
        date: 凭证的日期 2999-03-31 太远，最晚到 LAST 年底，看看年份是否写错。
        word: 凭证字“期初”不合适，用 1 到 4 个字，例如 记、收、付、转；期初只用于期初余额。
        summary: 摘要里的“😀”（U+1F600）打印不出来，换一个字或删去。
        lines[1].project: 第 2 行：项目里的“🦢”（U+1F9A2）打印不出来，换一个字或删去。
    "#]]
    .assert_eq(&said.replace(&last.to_string(), "LAST"));
}

#[test]
fn a_reason_that_cannot_be_printed_takes_nothing_back() {
    let trial = Trial::small();
    let mut book = trial.book();
    let posted =
        book.post_voucher(&VoucherInput { coop: Some("C1".to_owned()), ..sale() }).unwrap();
    let answer = book.reverse_voucher("C1", &posted.number, "2025-03-31", "记错😀");
    let problem = refused(answer, "voucher.reason");
    assert_eq!(problem.field.as_deref(), Some("reason"));
    let answer = book.reverse_voucher("C1", &posted.number, "2025-03-31", "记\t错").unwrap();
    assert_eq!(answer.voucher.unwrap().reason.as_deref(), Some("记 错"));
}

#[test]
fn a_month_with_drafts_is_not_closed_and_each_of_them_is_named() {
    let trial = Trial::small();
    let mut book = trial.book();
    let left = book.save_draft("C1", None, &sale()).unwrap();
    book.save_draft("C1", None, &VoucherInput { date: None, ..sale() }).unwrap();
    for month in ["2025-01", "2025-02"] {
        book.close_month("C1", month).unwrap();
    }
    let problem = refused(book.close_month("C1", "2025-03"), "month.drafts");
    assert_eq!(problem.details.len(), 1, "{problem:#?}");
    let named = format!("草稿 {}　2025-03-31　收蛋款", left.id);
    assert!(problem.details[0].zh.starts_with(&named), "{problem:#?}");
    book.discard_draft(left.id).unwrap();
    book.close_month("C1", "2025-03").unwrap();
}

#[test]
fn what_has_faults_is_not_reviewed() {
    let trial = Trial::small();
    let typed = entry("2024-12-31", "早了", &[("102", "1", ""), ("501", "", "2")]);
    let id = trial.book().save_draft("C1", None, &typed).unwrap().id;
    let problem = refused(trial.book().review_draft(id), "draft.faults");
    let details: Vec<_> = problem.details.iter().map(|detail| detail.zh.as_str()).collect();
    assert_eq!(
        details,
        ["凭证的日期 2024-12-31 早于建账月份 2025-01。", "凭证借方 1.00，贷方 2.00，差 1.00。"]
    );
}

#[test]
fn where_somebody_else_reviews_two_people_see_every_voucher() {
    let trial = Trial::small();
    as_operator(&trial, "理事长").set_review(true).unwrap();
    let coop = VoucherInput { coop: Some("C1".to_owned()), ..sale() };
    refused(trial.book().post_voucher(&coop), "voucher.review_first");
    let id = trial.book().save_draft("C1", None, &sale()).unwrap().id;
    assert!(trial.book().voucher_entry("C1").unwrap().review);
    refused(trial.book().post_draft(id), "draft.not_reviewed");
    let problem = refused(trial.book().review_draft(id), "draft.own_review");
    assert!(problem.message.zh.contains("由会计制单"), "{problem:#?}");
    as_operator(&trial, "理事长").review_draft(id).unwrap();
    let posted = trial.book().post_draft(id).unwrap();
    assert_eq!(posted.reviewer.as_deref(), Some("理事长"));

    // Whoever changes a draft has prepared what it says now.
    let id = trial.book().save_draft("C1", None, &sale()).unwrap().id;
    let other = entry("2025-03-30", "收鹅款", &[("102", "7", ""), ("501", "", "7")]);
    let changed = as_operator(&trial, "理事长").save_draft("C1", Some(id), &other).unwrap();
    assert_eq!(changed.preparer, "理事长");
    refused(as_operator(&trial, "理事长").review_draft(id), "draft.own_review");
    trial.book().review_draft(id).unwrap();
    trial.book().post_draft(id).unwrap();
    assert!(trial.book().check(None).unwrap().holds);
    // Who changed the rule stands in the chain.
    let mut store = Store::open(&trial.path(), Hold::Brief).unwrap();
    let log = store.read().unwrap().log(i64::MAX, 1000).unwrap();
    let book = log.iter().find(|entry| entry.kind == FinalKind::Book).unwrap();
    assert_eq!(book.operator.as_deref(), Some("理事长"));
}

#[test]
fn a_review_of_ones_own_from_before_does_not_count_once_somebody_else_has_to() {
    let trial = Trial::small();
    let id = trial.book().save_draft("C1", None, &sale()).unwrap().id;
    trial.book().review_draft(id).unwrap();
    trial.book().set_review(true).unwrap();
    let problem = refused(trial.book().post_draft(id), "draft.not_reviewed");
    assert!(problem.message.zh.contains("也由会计审核"), "{problem:#?}");
}

fn corrected(trial: &Trial, right: &str) -> (VoucherView, VoucherView) {
    let wrong = entry("2025-03-08", "买饲料", &[("523", "176.00", ""), ("102", "", "176.00")]);
    let wrong = VoucherInput { coop: Some("C1".to_owned()), ..wrong };
    let wrong = trial.book().post_voucher(&wrong).unwrap();
    let mut view =
        trial.book().correct_voucher("C1", &wrong.number, "2025-04-02", "科目记错").unwrap();
    let red = view.red.unwrap();
    assert_eq!(red.reverses.as_deref(), Some("2025-03 记-001"));
    assert_eq!(
        (view.draft.corrects.as_deref(), view.draft.faults.len()),
        (Some("2025-03 记-001"), 0)
    );
    assert_eq!(view.draft.entry.date.as_deref(), Some("2025-04-02"));
    view.draft.entry.lines.as_mut().unwrap()[0].account = Some(right.to_owned());
    let id = view.draft.id;
    trial.book().save_draft("C1", Some(id), &view.draft.entry).unwrap();
    (red, trial.book().post_draft(id).unwrap())
}

#[test]
fn a_wrong_account_is_put_right_by_a_red_voucher_and_a_new_one_with_links_both_ways() {
    let trial = Trial::small();
    let (red, right) = corrected(&trial, "521");
    assert_eq!((red.number.as_str(), right.number.as_str()), ("2025-04 记-001", "2025-04 记-002"));
    assert_eq!(right.corrects.as_deref(), Some("2025-03 记-001"));
    assert_eq!(right.lines[0].account, "521");
    let wrong = trial.book().voucher("C1", "2025-03/1").unwrap();
    assert_eq!(wrong.reversed_by.as_deref(), Some("2025-04 记-001"));
    assert_eq!(wrong.corrected_by.as_deref(), Some("2025-04 记-002"));
    let mut book = trial.book();
    let again = book.correct_voucher("C1", "2025-03/1", "2025-05-02", "再错");
    assert!(refused(again, "voucher.corrected_already").message.zh.contains("2025-04 记-002"));
    let red = book.correct_voucher("C1", "2025-04/1", "2025-05-02", "反悔");
    refused(red, "voucher.is_reversal");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn where_somebody_else_reviews_the_red_voucher_is_a_draft_and_goes_first() {
    let trial = Trial::small();
    let sale = VoucherInput { coop: Some("C1".to_owned()), ..sale() };
    trial.book().post_voucher(&sale).unwrap();
    trial.book().set_review(true).unwrap();
    let view = trial.book().correct_voucher("C1", "2025-03/1", "2025-04-02", "金额记错").unwrap();
    let (red, right) = (view.red_draft.unwrap(), view.draft);
    assert_eq!(
        (red.reverses.as_deref(), red.reason.as_deref()),
        (Some("2025-03 记-001"), Some("金额记错"))
    );
    assert_eq!(red.faults, []);
    assert_eq!(right.faults.len(), 1, "{right:#?}");
    assert!(right.faults[0].text.zh.contains("2025-03 记-001 还没有冲销"), "{right:#?}");
    let mut chief = as_operator(&trial, "理事长");
    refused(chief.review_draft(right.id), "draft.faults");
    let again = chief.reverse_voucher("C1", "2025-03/1", "2025-04-02", "重复");
    refused(again, "voucher.reversal_drafted");
    chief.review_draft(red.id).unwrap();
    chief.post_draft(red.id).unwrap();
    chief.review_draft(right.id).unwrap();
    let posted = chief.post_draft(right.id).unwrap();
    assert_eq!(posted.corrects.as_deref(), Some("2025-03 记-001"));
    assert!(chief.check(None).unwrap().holds);
}

#[test]
fn a_red_draft_says_what_it_takes_back_and_only_its_day_may_change() {
    let trial = Trial::small();
    let sale = VoucherInput { coop: Some("C1".to_owned()), ..sale() };
    trial.book().post_voucher(&sale).unwrap();
    trial.book().set_review(true).unwrap();
    let view = trial.book().reverse_voucher("C1", "2025-03/1", "2025-04-02", "重复").unwrap();
    let red = view.draft.unwrap();
    let save = |change: &dyn Fn(&mut VoucherInput)| {
        let mut typed = red.entry.clone();
        change(&mut typed);
        faults(&trial.book().save_draft("C1", Some(red.id), &typed).unwrap())
    };
    assert_eq!(save(&|typed| typed.date = Some("2025-05-01".to_owned())), "");
    assert_eq!(save(&|typed| typed.lines.as_mut().unwrap()[0].debit = Some("-1,200".into())), "");
    let early = save(&|typed| typed.date = Some("2025-03-01".to_owned()));
    assert!(early.starts_with("date: 冲销日期 2025-03-01 早于"), "{early}");
    let less = save(&|typed| typed.lines.as_mut().unwrap()[0].debit = Some("-1".into()));
    assert!(less.contains("是 2025-03 记-001 的红字冲销，要逐行照它"), "{less}");
}

#[test]
fn the_opening_balances_are_no_voucher_to_take_back() {
    let trial = Trial::small();
    let store = Store::open(&trial.path(), Hold::Brief).unwrap();
    let opening = "
        BEGIN;
        INSERT INTO voucher_line (
            voucher_id, line, account_id, dated_on, debit_fen, credit_fen
        )
        SELECT 1, 1, id, 20241231, 0, 500 FROM account WHERE code = '211' AND cooperative_id = 1
        UNION ALL
        SELECT 1, 2, id, 20241231, 500, 0 FROM account WHERE code = '102' AND cooperative_id = 1;
        INSERT INTO voucher (
            id, cooperative_id, dated_on, word, number, summary, opening, preparer_id
        )
        SELECT 1, 1, 20241231, '期初', 1, '期初余额', 1, min(id) FROM operator;
        COMMIT;";
    store.plain_sql().execute_batch(opening).unwrap();
    drop(store);
    Store::open(&trial.path(), Hold::Brief).unwrap().chain_plain_sql().unwrap();
    let answer = trial.book().reverse_voucher("C1", "2024-12 期初-1", "2025-01-05", "错");
    refused(answer, "voucher.reverses_opening");
}

#[test]
fn a_template_is_filled_again_without_its_day() {
    let trial = Trial::small();
    let typed = VoucherInput { papers: Some("1".to_owned()), ..sale() };
    let saved = trial.book().save_template("C1", " 卖蛋 ", &typed).unwrap();
    assert_eq!((saved.len(), saved[0].name.as_str()), (1, "卖蛋"));
    assert_eq!((&saved[0].entry.date, &saved[0].entry.papers), (&None, &None));
    assert_eq!(saved[0].entry.lines, sale().lines);
    // Saved once more under its name, it takes the place of the first.
    trial.book().save_template("C1", "卖蛋", &entry("", "卖鹅蛋", &[])).unwrap();
    let offered = trial.book().voucher_entry("C1").unwrap().templates;
    assert_eq!(offered[0].entry.summary.as_deref(), Some("卖鹅蛋"));
    assert!(trial.book().voucher_entry("C2").unwrap().templates.is_empty());
    refused(trial.book().save_template("C1", " ", &typed), "template.name");
    assert_eq!(trial.book().drop_template(offered[0].id).unwrap(), []);
    refused(trial.book().drop_template(offered[0].id), "template.unknown");
}

#[test]
fn the_form_offers_accounts_members_and_what_was_typed_before() {
    let trial = Trial::small();
    let mut typed = sale();
    let lines = typed.lines.as_mut().unwrap();
    lines[1].counterparty = Some("县超市".to_owned());
    lines[1].project = Some("春批".to_owned());
    typed.word = Some("收".to_owned());
    for _ in 0..2 {
        let id = trial.book().save_draft("C1", None, &typed).unwrap().id;
        trial.book().post_draft(id).unwrap();
    }
    let view = trial.book().voucher_entry("C1").unwrap();
    let bank = view.accounts.iter().find(|account| account.code == "102").unwrap();
    assert_eq!((bank.name.as_str(), bank.initials.as_str()), ("银行存款", "yhck"));
    assert_eq!(bank.balance.0.to_string(), "2400.00");
    let loss = view.accounts.iter().find(|account| account.code == "181-01").unwrap();
    assert_eq!(loss.name, "待处理财产损溢—待处理流动资产损溢");
    assert!(loss.initials.starts_with("dclccsydcl"), "{}", loss.initials);
    assert!(!view.accounts.iter().any(|account| account.code == "181"));
    assert_eq!(view.members[2].initials, "cm001");
    assert_eq!(view.words, ["收", "记", "付", "转"]);
    let first = |list: &[app::view::draft::Suggestion]| list[0].text.clone();
    assert_eq!(first(&view.summaries), "收蛋款");
    assert_eq!(
        (first(&view.counterparties), first(&view.projects)),
        ("县超市".into(), "春批".into())
    );
    assert_eq!(view.last_date.as_deref(), Some("2025-03-31"));
    assert_eq!((view.operator.as_str(), view.review), ("会计", false));
}

/// What somebody does with one of the drafts.
#[derive(Debug, Clone, Copy)]
enum Step {
    Save { fen: i64, month: u8, whole: bool },
    Change { which: usize, fen: i64, whole: bool },
    Review { which: usize },
    Unreview { which: usize },
    Discard { which: usize },
    Post { which: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let which = 0..6_usize;
    let fen = 1..=9_999_i64;
    prop_oneof![
        (fen.clone(), 1..=3_u8, any::<bool>()).prop_map(|(fen, month, whole)| Step::Save {
            fen,
            month,
            whole
        }),
        (which.clone(), fen, any::<bool>()).prop_map(|(which, fen, whole)| Step::Change {
            which,
            fen,
            whole
        }),
        which.clone().prop_map(|which| Step::Review { which }),
        which.clone().prop_map(|which| Step::Unreview { which }),
        which.clone().prop_map(|which| Step::Discard { which }),
        which.prop_map(|which| Step::Post { which }),
    ]
}

fn typed(fen: i64, month: u8, whole: bool) -> VoucherInput {
    let amount = domain::Money::from_fen(fen).to_string();
    let other = if whole { amount.as_str() } else { "" };
    entry(&format!("2025-{month:02}-15"), "收支", &[("102", &amount, ""), ("501", "", other)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_with_drafts_none_is_lost_and_numbers_have_no_gaps(
        steps in prop::collection::vec(step(), 1..25)
    ) {
        let trial = Trial::small();
        let mut book = trial.book();
        let mut alive: Vec<i64> = Vec::new();
        let mut posted = 0;
        for step in steps {
            let chosen = |which: usize| alive.get(which % alive.len().max(1)).copied();
            match step {
                Step::Save { fen, month, whole } => {
                    alive.push(book.save_draft("C1", None, &typed(fen, month, whole)).unwrap().id);
                }
                Step::Change { which, fen, whole } => if let Some(id) = chosen(which) {
                    let reviewed = book.draft(id).unwrap().state == VoucherState::Reviewed;
                    let before = book.draft(id).unwrap();
                    let typed = VoucherInput { coop: Some("C1".into()), ..typed(fen, 1, whole) };
                    let saved = book.save_draft("C1", Some(id), &typed);
                    let same = before.entry == typed;
                    prop_assert_eq!(saved.is_ok(), !reviewed || same);
                },
                Step::Review { which } => if let Some(id) = chosen(which) {
                    let view = book.draft(id).unwrap();
                    prop_assert_eq!(book.review_draft(id).is_ok(), view.faults.is_empty());
                },
                Step::Unreview { which } => if let Some(id) = chosen(which) {
                    prop_assert_eq!(book.unreview_draft(id).unwrap().state, VoucherState::Draft);
                },
                Step::Discard { which } => if let Some(id) = chosen(which) {
                    let reviewed = book.draft(id).unwrap().state == VoucherState::Reviewed;
                    prop_assert_eq!(book.discard_draft(id).is_ok(), !reviewed);
                    if !reviewed { alive.retain(|&other| other != id); }
                },
                Step::Post { which } => if let Some(id) = chosen(which) {
                    let sound = book.draft(id).unwrap().faults.is_empty();
                    prop_assert_eq!(book.post_draft(id).is_ok(), sound);
                    if sound {
                        posted += 1;
                        alive.retain(|&other| other != id);
                    }
                },
            }
        }
        let view = book.vouchers("C1", 2025, &app::view::draft::VouchersAsked::default()).unwrap();
        let mut drafts: Vec<i64> = view.rows.iter().filter_map(|row| row.draft).collect();
        drafts.sort_unstable();
        prop_assert_eq!(&drafts, &alive);
        prop_assert_eq!(view.counts.posted, posted);
        let unposted = view.counts.draft + view.counts.reviewed;
        prop_assert_eq!(unposted, u32::try_from(alive.len()).unwrap());
        // The check finds numbers that are left out.
        prop_assert!(book.check(None).unwrap().holds);
    }
}
