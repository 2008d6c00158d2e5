//! Vouchers one by one: what an accountant posts, what is refused, what red ink takes back, and the
//! register of an account.

use app::import::ImportKind;
use app::view::draft::VoucherState;
use app::view::voucher::{RegisterView, VoucherInput, VoucherView};
use app::{Problem, ProblemKind};
use domain::Money;
use expect_test::{Expect, expect};
use proptest::prelude::*;

use crate::kit::Trial;

const SALE: &str = r#"{"coop": "C1", "date": "2025-03-31", "word": "记", "summary": "收蛋款",
    "lines": [{"account": "102", "debit": "1200.00"}, {"account": "501", "credit": "1200.00"}]}"#;

fn try_posting(trial: &Trial, json: &str) -> Result<VoucherView, Problem> {
    VoucherInput::read(json.as_bytes()).and_then(|input| trial.book().post_voucher(&input))
}

#[track_caller]
fn post(trial: &Trial, json: &str) -> VoucherView {
    try_posting(trial, json).unwrap_or_else(|problem| panic!("{problem:#?}"))
}

/// A voucher of two lines between two accounts.
fn between(date: &str, debit: &str, credit: &str, amount: &str) -> String {
    format!(
        r#"{{"coop": "C1", "date": "{date}", "summary": "收支", "lines": [
            {{"account": "{debit}", "debit": "{amount}"}},
            {{"account": "{credit}", "credit": "{amount}"}}]}}"#
    )
}

fn said(problem: &Problem) -> String {
    let exit = if problem.kind == ProblemKind::Input { 2 } else { 1 };
    let field = problem.field.as_deref().unwrap_or_default();
    let Problem { code, message, .. } = problem;
    let (zh, en) = (message.zh.replace('。', "。\n"), message.en.replace(". ", ".\n"));
    format!("{exit} {code} {field}\n{zh}{en}\n")
}

/// That it is refused with this sentence, and that the book is afterwards what it was.
#[track_caller]
fn refused(trial: &Trial, json: &str, expected: Expect) {
    let before = trial.bytes();
    let problem = try_posting(trial, json).unwrap_err();
    expected.assert_eq(&said(&problem));
    assert!(trial.bytes() == before, "the book was touched");
}

/// The balances of all accounts that do not stand at zero.
fn balances(trial: &Trial) -> Vec<(String, String)> {
    let view = trial.book().trial_balance("C1", "2025-12-31", None, false).unwrap();
    let standing = view.rows.into_iter().filter(|row| row.closing.0 != Money::ZERO);
    standing.map(|row| (row.account, row.closing.0.to_string())).collect()
}

fn shown(view: &RegisterView) -> String {
    let mut text = format!("{} {}\n", view.account.name, view.opening.0);
    for row in &view.rows {
        let against: Vec<String> =
            row.counter.iter().map(|line| format!("{} {}", line.account, line.amount.0)).collect();
        let (debit, credit, balance) = (row.debit.0, row.credit.0, row.balance.0);
        let (voucher, summary, code) = (&row.voucher, &row.summary, &row.account.code);
        text += &format!(
            "{} {voucher} {summary} {code} | {} | {debit} {credit} {balance}\n",
            row.date,
            against.join(", ")
        );
    }
    text + &format!("{} {} {}\n", view.debit.0, view.credit.0, view.closing.0)
}

#[test]
fn egg_money_is_posted_and_looks_the_same_when_it_is_shown() {
    let trial = Trial::small();
    let posted = post(&trial, SALE);
    assert_eq!(posted.number, "2025-03 记-001");
    assert_eq!((posted.debit.0, posted.credit.0), (posted.lines[0].debit.0, posted.debit.0));
    assert_eq!(
        (posted.lines[0].name.as_str(), posted.lines[1].account.as_str()),
        ("银行存款", "501")
    );
    assert_eq!(posted.lines[1].summary, "收蛋款");
    for number in ["2025-03 记-001", "2025-03/记-1", "2025-03/1"] {
        assert_eq!(trial.book().voucher("C1", number).unwrap(), posted);
    }
    assert!(trial.book().check(None).unwrap().holds);
}

#[test]
fn a_line_keeps_its_own_summary_member_party_project_quantity_and_price() {
    let trial = Trial::small();
    let posted = post(
        &trial,
        r#"{"coop": "C1", "date": "2025/3/1", "word": "收", "summary": "收股金和蛋款", "lines": [
            {"account": "102", "debit": "￥1,500.00"},
            {"account": "301", "credit": "300", "member": "A1", "summary": "收甲村股金"},
            {"account": "501", "credit": "1200.00", "counterparty": "县超市", "project": "春批",
             "quantity": "240.5", "price": "4.99"}]}"#,
    );
    assert_eq!((posted.number.as_str(), posted.date.as_str()), ("2025-03 收-001", "2025-03-01"));
    let [_, share, eggs] = posted.lines.as_slice() else { panic!("{posted:#?}") };
    assert_eq!(share.summary, "收甲村股金");
    assert_eq!(share.member.as_ref().map(|member| member.name.as_str()), Some("甲村"));
    assert_eq!(
        (eggs.counterparty.as_deref(), eggs.project.as_deref()),
        (Some("县超市"), Some("春批"))
    );
    let quantity = (eggs.quantity.unwrap().0.to_string(), eggs.price.unwrap().0.to_string());
    assert_eq!(quantity, ("240.5".to_owned(), "4.99".to_owned()));
}

#[test]
fn numbers_run_on_by_month_and_word_after_what_was_imported() {
    let mut trial = Trial::small();
    trial.earn("C1", "2025-03-02", "5.00");
    assert_eq!(post(&trial, SALE).number, "2025-03 记-002");
    assert_eq!(post(&trial, &SALE.replace("\"记\"", "\"转\"")).number, "2025-03 转-001");
    assert_eq!(post(&trial, &SALE.replace("03-31", "04-01")).number, "2025-04 记-001");
    let of = |from, to| -> Vec<String> {
        let posted = VoucherState::Posted;
        let rows = trial.book().vouchers_between("C1", (from, to), posted, None).unwrap();
        rows.into_iter().filter_map(|row| row.number).collect()
    };
    assert_eq!(of(None, None).len(), 4);
    assert_eq!(of(Some("2025-03-03"), Some("2025-03-31")), ["2025-03 记-002", "2025-03 转-001"]);
    let of = |coop, days| trial.book().vouchers_between(coop, days, VoucherState::Posted, None);
    let problem = of("C1", (Some("2025-04-01"), Some("2025-03-01"))).unwrap_err();
    assert_eq!(problem.code, "voucher.span");
    assert!(of("C2", (None, None)).unwrap().is_empty());
}

#[test]
fn sides_that_differ_are_said_with_both_and_the_difference() {
    let unbalanced = SALE.replace("\"credit\": \"1200.00\"", "\"credit\": \"60480\"");
    refused(
        &Trial::small(),
        &unbalanced,
        expect![[r#"
            1 voucher.unbalanced lines
            凭证借方 1,200.00，贷方 60,480.00，差 59,280.00。
            没有记账，改好再记。
            Voucher: debit 1,200.00, credit 60,480.00, short by 59,280.00.
            Not posted; mend it and post it again.
        "#]],
    );
}

#[test]
fn each_faulty_line_is_named_with_its_number_and_what_to_do() {
    let trial = Trial::small();
    let second = |line: &str| SALE.replace(r#"{"account": "501", "credit": "1200.00"}"#, line);
    let lines = [
        r#"{"account": "999", "credit": "1200.00"}"#,
        r#"{"account": "181", "credit": "1200.00"}"#,
        r#"{"account": "301", "credit": "1200.00"}"#,
        r#"{"account": "301", "credit": "1200.00", "member": "A9"}"#,
        r#"{"account": "501", "debit": "1.00", "credit": "1200.00"}"#,
        r#"{"account": "501"}"#,
        r#"{"account": "501", "credit": "1200.005"}"#,
        r#"{"account": "501", "credit": "1200.00", "quantity": "-1"}"#,
        r#"{"credit": "1200.00"}"#,
    ];
    let before = trial.bytes();
    let all: String =
        lines.iter().map(|line| said(&try_posting(&trial, &second(line)).unwrap_err())).collect();
    expect![[r#"
        1 voucher.line lines[1].account
        第 2 行：没有科目“999”。
        没有记账，改好再记。
        Line 2: there is no account “999”.
        Not posted; mend it and post it again.
        1 voucher.line lines[1].account
        第 2 行：科目“181”有下级科目，用明细科目，例如 181-01。
        没有记账，改好再记。
        Line 2: the account “181” has sub-accounts; use one of them, such as 181-01.
        Not posted; mend it and post it again.
        1 voucher.line lines[1].member
        第 2 行：科目“301”要写明成员。
        没有记账，改好再记。
        Line 2: the account “301” demands a member.
        Not posted; mend it and post it again.
        1 voucher.line lines[1].member
        第 2 行：没有编号为“A9”的成员。
        没有记账，改好再记。
        Line 2: there is no member with the code “A9”.
        Not posted; mend it and post it again.
        2 voucher.line lines[1].debit
        第 2 行：借方和贷方都填了金额，一行只能填一边。
        没有记账，改好再记。
        Line 2: debit: this side and credit are both filled; a row has one of the two.
        Not posted; mend it and post it again.
        2 voucher.line lines[1].debit
        第 2 行：借方和贷方都没有金额，一行要填一边。
        没有记账，改好再记。
        Line 2: debit: this side and credit are both empty; a row needs one of the two.
        Not posted; mend it and post it again.
        2 voucher.line lines[1].credit
        第 2 行：贷方“1200.005”的小数超过 2 位。
        没有记账，改好再记。
        Line 2: credit “1200.005” has more than 2 places after the point.
        Not posted; mend it and post it again.
        2 voucher.line lines[1].quantity
        第 2 行：数量“-1”不能是负数。
        没有记账，改好再记。
        Line 2: the quantity “-1” may not be negative.
        Not posted; mend it and post it again.
        2 voucher.line lines[1].account
        第 2 行：科目没有填写。
        没有记账，改好再记。
        Line 2: the account is missing.
        Not posted; mend it and post it again.
    "#]]
    .assert_eq(&all);
    assert!(trial.bytes() == before, "the book was touched");
}

#[test]
fn what_is_no_voucher_is_said_by_its_field() {
    let trial = Trial::small();
    let inputs = [
        "nothing".to_owned(),
        SALE.replace("\"summary\"", "\"text\""),
        SALE.replace("\"1200.00\"}, ", "1200.00}, "),
        SALE.replace("\"date\": \"2025-03-31\", ", ""),
        SALE.replace("2025-03-31", "2025-02-30"),
        SALE.replace("2025-03-31", "2024-12-31"),
        SALE.replace("\"C1\"", "\"C9\""),
        r#"{"coop": "C1", "date": "2025-03-31", "summary": "空", "lines": []}"#.to_owned(),
        SALE.replace(r#", {"account": "501", "credit": "1200.00"}"#, ""),
    ];
    let all: String =
        inputs.iter().map(|json| said(&try_posting(&trial, json).unwrap_err())).collect();
    let problem = try_posting(&trial, &SALE.replace("\"debit\"", "\"debet\"")).unwrap_err();
    assert_eq!(problem.field.as_deref(), Some("lines[0].debet"));
    assert!(problem.message.zh.starts_with("lines[0].debet：没有这个字段；这里可以有 `summary`"));
    expect![[r#"
        2 voucher.input input
        文件：第 1 行第 2 列不是 JSON。
        没有保存，改好再试。
        input: no JSON at line 1, column 2: expected ident.
        Nothing was saved; mend it and try again.
        2 voucher.input text
        text：没有这个字段；这里可以有 `coop`, `date`, `word`, `summary`, `papers`, `lines`。
        没有保存，改好再试。
        text: unknown field; `coop`, `date`, `word`, `summary`, `papers`, `lines` may stand here.
        Nothing was saved; mend it and try again.
        2 voucher.input lines[0].debit
        lines[0].debit：应是加引号的文本。
        没有保存，改好再试。
        lines[0].debit: must be a text in quotes.
        Nothing was saved; mend it and try again.
        2 voucher.input date
        日期没有填写。
        没有记账，改好再记。
        The date is missing.
        Not posted; mend it and post it again.
        2 voucher.input date
        “2025-02-30”不是日期，应写成 2025-03-31 的样子。
        没有记账，改好再记。
        “2025-02-30” is no date; write it like 2025-03-31.
        Not posted; mend it and post it again.
        1 voucher.not_open date
        凭证的日期 2024-12-31 早于建账月份 2025-01。
        没有记账，改好再记。
        Voucher: dated 2024-12-31, before the books begin in 2025-01.
        Not posted; mend it and post it again.
        1 register.unknown coop
        没有编号为 C9 的合作社。
        先登记，或改用登记过的编号。
        There is no cooperative with the code C9.
        Add it first, or use one that exists.
        2 voucher.input lines
        分录没有填写。
        没有记账，改好再记。
        The lines are missing.
        Not posted; mend it and post it again.
        1 voucher.lines lines
        凭证只有一行，至少要一借一贷。
        没有记账，改好再记。
        Voucher: only one line, where a debit and a credit are needed.
        Not posted; mend it and post it again.
    "#]]
    .assert_eq(&all);
}

#[test]
fn a_wrong_account_is_taken_back_in_red_with_links_both_ways() {
    let trial = Trial::small();
    let before = balances(&trial);
    let original = post(&trial, &between("2025-03-08", "521", "102", "17600.00"));
    let mut book = trial.book();
    let red = book.reverse_voucher("C1", &original.number, "2025-04-02", "科目记错").unwrap();
    let red = red.voucher.unwrap();
    assert_eq!((red.number.as_str(), red.summary.as_str()), ("2025-04 记-001", "冲销 收支"));
    assert_eq!(red.reverses.as_deref(), Some("2025-03 记-001"));
    assert_eq!(red.reason.as_deref(), Some("科目记错"));
    assert_eq!(red.debit.0.grouped(), "−17,600.00");
    assert_eq!((red.lines[0].account.as_str(), red.lines[1].account.as_str()), ("521", "102"));
    let original = book.voucher("C1", "2025-03/1").unwrap();
    assert_eq!(original.reversed_by.as_deref(), Some("2025-04 记-001"));
    let rows = book.vouchers_between("C1", (None, None), VoucherState::Posted, None).unwrap();
    let links = rows.iter().map(|row| (row.reverses.is_some(), row.reversed_by.is_some()));
    assert_eq!(links.collect::<Vec<_>>(), [(false, true), (true, false)]);
    assert!(book.check(None).unwrap().holds);
    drop(book);
    assert_eq!(balances(&trial), before);
}

#[test]
fn a_reversal_needs_a_voucher_a_reason_and_a_day_and_happens_once() {
    let trial = Trial::small();
    post(&trial, SALE);
    let reverse = |number: &str, on: &str, reason: &str| {
        trial.book().reverse_voucher("C1", number, on, reason)
    };
    let before = trial.bytes();
    let mut all = String::new();
    for (number, on, reason) in [
        ("2025-03 记-001", "2025-03-31", " "),
        ("2025-03 记-001", "2025-03-30", "重复"),
        ("2025-03 记-001", "3 月末", "重复"),
        ("2025-03 记-002", "2025-03-31", "重复"),
        ("第一张", "2025-03-31", "重复"),
    ] {
        all += &said(&reverse(number, on, reason).unwrap_err());
    }
    assert!(trial.bytes() == before, "the book was touched");
    reverse("2025-03/1", "2025-03-31", "重复").unwrap();
    all += &said(&reverse("2025-03/1", "2025-04-30", "再冲").unwrap_err());
    all += &said(&reverse("2025-03/2", "2025-04-30", "反悔").unwrap_err());
    expect![[r#"
        2 voucher.no_reason reason
        冲销 2025-03 记-001 要写理由，例如“科目记错”。
        没有冲销。
        Say why 2025-03 记-001 is reversed, such as “wrong account”.
        Nothing was posted.
        1 voucher.before_original on
        冲销日期 2025-03-30 早于凭证 2025-03 记-001 的日期 2025-03-31。
        改用 2025-03-31 或以后。
        2025-03-30 is before 2025-03-31, the day of 2025-03 记-001.
        Use 2025-03-31 or later.
        2 period on
        “3 月末”不是日期，应写成 2025-03-31 的样子。
        “3 月末” is no date; write it like 2025-03-31.
        1 voucher.unknown number
        这家合作社没有凭证 2025-03 记-002。
        核对月份、字和号。
        This cooperative has no voucher 2025-03 记-002.
        Check month, word and number.
        2 voucher.number number
        “第一张”不是凭证号。
        写成 2025-03 记-031 或 2025-03/记-31 的样子。
        “第一张” is no voucher number.
        Write it like 2025-03 记-031 or 2025-03/记-31.
        1 voucher.reversed_already number
        凭证 2025-03 记-001 已由 2025-03 记-002 冲销，不再冲销。
        要重记的，另记一张凭证。
        Voucher 2025-03 记-001 was reversed by 2025-03 记-002 already.
        To book it anew, post a new one.
        1 voucher.is_reversal number
        凭证 2025-03 记-002 本身是红字冲销（冲销 2025-03 记-001），不能再冲销。
        另记一张凭证。
        Voucher 2025-03 记-002 is itself a reversal, of 2025-03 记-001.
        Post a new voucher instead.
    "#]]
    .assert_eq(&all);
}

#[test]
fn the_bank_s_register_begins_with_last_year_and_ends_with_what_the_trial_balance_says() {
    let trial = Trial::small();
    post(&trial, &between("2025-12-31", "102", "501", "300.00"));
    post(&trial, &between("2026-01-05", "521", "102", "450.50"));
    post(
        &trial,
        r#"{"coop": "C1", "date": "2026-02-01", "summary": "卖蛋，收前欠", "lines": [
            {"account": "102", "debit": "1000.00"},
            {"account": "501", "credit": "700.00"},
            {"account": "113", "credit": "300.00"}]}"#,
    );
    let mut book = trial.book();
    book.reverse_voucher("C1", "2026-01/1", "2026-02-03", "重复").unwrap();
    let view = book.account_register("C1", "102", 2026).unwrap();
    expect![[r#"
        银行存款 300.00
        2026-01-05 2026-01 记-001 收支 102 | 521 450.50 | 0.00 450.50 -150.50
        2026-02-01 2026-02 记-001 卖蛋，收前欠 102 | 501 700.00, 113 300.00 | 1000.00 0.00 849.50
        2026-02-03 2026-02 记-002 冲销 收支 102 | 521 -450.50 | 0.00 -450.50 1300.00
        1000.00 0.00 1300.00
    "#]]
    .assert_eq(&shown(&view));
    let balance = book.trial_balance("C1", "2026-12-31", None, false).unwrap();
    let bank = balance.rows.iter().find(|row| row.account == "102").unwrap();
    let figures = (view.opening, view.debit, view.credit, view.closing);
    assert_eq!(figures, (bank.opening, bank.debit, bank.credit, bank.closing));
}

#[test]
fn an_account_with_sub_accounts_shows_their_lines() {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Accounts,
        "coop,code,name,parent\nC1,501-01,鹅蛋,501\nC1,501-02,肉鹅,501\n",
    );
    post(&trial, &between("2025-03-01", "102", "501-01", "300.00"));
    post(&trial, &between("2025-03-02", "102", "501-02", "50.00"));
    let mut book = trial.book();
    let above = book.account_register("C1", "501", 2025).unwrap();
    let codes: Vec<&str> = above.rows.iter().map(|row| row.account.code.as_str()).collect();
    assert_eq!(codes, ["501-01", "501-02"]);
    assert_eq!(above.closing.0.to_string(), "-350.00");
    assert_eq!(
        book.account_register("C1", "501-02", 2025).unwrap().closing.0.to_string(),
        "-50.00"
    );
    let problem = book.account_register("C1", "501-03", 2025).unwrap_err();
    assert_eq!((problem.code, problem.field.as_deref()), ("report.account", Some("account")));
    assert!(problem.message.zh.contains("没有科目“501-03”"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_posted_and_taken_back_registers_agree_with_the_trial_balance(
        drawn in prop::collection::vec(
            (1..=12_u8, 0..4_usize, 1..4_usize, 1..=9_999_999_i64, any::<bool>()),
            1..12,
        )
    ) {
        let accounts = ["102", "113", "501", "521"];
        let trial = Trial::small();
        let mut book = trial.book();
        let mut left = vec![Money::ZERO; 4];
        for (month, debit, step, fen, take_back) in drawn {
            let credit = (debit + step) % 4;
            let amount = Money::from_fen(fen);
            let date = format!("2025-{month:02}-15");
            let json = between(&date, accounts[debit], accounts[credit], &amount.to_string());
            let posted = book.post_voucher(&VoucherInput::read(json.as_bytes()).unwrap()).unwrap();
            if take_back {
                book.reverse_voucher("C1", &posted.number, "2025-12-31", "错").unwrap();
            } else {
                left[debit] += amount;
                left[credit] -= amount;
            }
        }
        let balance = book.trial_balance("C1", "2025-12-31", None, false).unwrap();
        for (account, left) in accounts.into_iter().zip(left) {
            let register = book.account_register("C1", account, 2025).unwrap();
            prop_assert_eq!(register.closing.0, left);
            let last = register.rows.last().map_or(register.opening, |row| row.balance);
            prop_assert_eq!(last, register.closing);
            if let Some(row) = balance.rows.iter().find(|row| row.account == account) {
                prop_assert_eq!((row.debit, row.credit), (register.debit, register.credit));
                prop_assert_eq!(row.closing, register.closing);
            }
        }
        prop_assert!(book.check(None).unwrap().holds);
    }
}
