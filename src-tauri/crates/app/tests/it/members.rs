//! Members over the years: what changed stays on record, capital comes, goes and passes on, each
//! move with its voucher.

use app::import::ImportKind;
use app::view::dividend::DividendMember;
use app::view::register::{MemberInput, MemberKindView};
use app::view::share::{
    MemberChangeInput, MemberFieldView, ReserveByView, ReserveInput, ShareMoveInput,
    ShareMoveKindView,
};
use app::view::statement::{StatementKind, StatementQuery};

use crate::kit::Trial;

fn moved(kind: ShareMoveKindView, member: &str, on: &str, amount: Option<&str>) -> ShareMoveInput {
    ShareMoveInput {
        kind,
        member: member.to_owned(),
        to: None,
        on: on.to_owned(),
        amount: amount.map(str::to_owned),
        premium: None,
        reserve: None,
        loss: None,
        form: None,
        share_class: None,
        account: None,
        evaluation: None,
        reason: Some("成员大会决议".to_owned()),
    }
}

/// What a draft says, a line for each of its own: account, member, debit, credit.
fn lines(trial: &Trial, draft: i64) -> String {
    let view = trial.book().draft(draft).unwrap();
    let lines = view.entry.lines.unwrap_or_default().into_iter().map(|line| {
        let text = |field: Option<String>| field.unwrap_or_else(|| "-".to_owned());
        [text(line.account), text(line.member), text(line.debit), text(line.credit)].join(" ")
    });
    lines.collect::<Vec<_>>().join("; ")
}

fn household(code: &str) -> MemberInput {
    MemberInput {
        code: code.to_owned(),
        name: format!("村民{code}"),
        kind: MemberKindView::Household,
        village: None,
        joined: None,
        id_number: None,
        bank_account: None,
    }
}

fn changed(on: &str) -> MemberChangeInput {
    MemberChangeInput {
        on: on.to_owned(),
        reason: "户口簿变更".to_owned(),
        ..MemberChangeInput::default()
    }
}

#[test]
fn what_the_register_said_before_stays_on_record() {
    let trial = Trial::small();
    let mut book = trial.book();
    let first = MemberChangeInput {
        name: Some("村民壹".to_owned()),
        head: Some("王五".to_owned()),
        id_number: Some("11010519491231002X".to_owned()),
        joined_on: Some("2025/1/2".to_owned()),
        ..changed("2025-03-01")
    };
    let view = book.change_member("C1", "H1", &first).unwrap();
    assert_eq!((view.row.name.as_str(), view.head.as_deref()), ("村民壹", Some("王五")));
    assert_eq!(view.row.joined.as_deref(), Some("2025-01-02"));
    let second = MemberChangeInput { head: Some("王六".to_owned()), ..changed("2025-06-01") };
    let view = book.change_member("C1", "H1", &second).unwrap();
    let told: Vec<_> = view
        .changes
        .iter()
        .map(|row| (row.field, row.before.as_deref(), row.after.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (MemberFieldView::Head, Some("王五"), Some("王六")),
            (MemberFieldView::IdNumber, None, Some("1101**********002X")),
            (MemberFieldView::JoinedOn, None, Some("2025-01-02")),
            (MemberFieldView::Head, None, Some("王五")),
            (MemberFieldView::Name, Some("村民001"), Some("村民壹")),
        ]
    );
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn a_change_that_cannot_be_is_refused_and_changes_nothing() {
    let trial = Trial::small();
    let mut book = trial.book();
    let before = trial.bytes();
    let refused = [
        (changed("2025-03-01"), "member.nothing_changes"),
        (MemberChangeInput { name: Some(" ".into()), ..changed("2025-03-01") }, "input.missing"),
        (
            MemberChangeInput { village: Some("V9".into()), ..changed("2025-03-01") },
            "register.unknown",
        ),
        (
            MemberChangeInput { extra_votes: Some("1".into()), ..changed("2025-03-01") },
            "member.too_many_votes",
        ),
        (
            MemberChangeInput { extra_votes: Some("一".into()), ..changed("2025-03-01") },
            "member.votes",
        ),
        (
            MemberChangeInput {
                head: Some("王五".into()),
                reason: " ".into(),
                ..changed("2025-03-01")
            },
            "closing.reason",
        ),
    ];
    for (input, code) in refused {
        let problem = book.change_member("C1", "H1", &input).unwrap_err();
        assert_eq!(problem.code, code, "{}", problem.message.zh);
    }
    let joined = MemberChangeInput { village: Some("V2".into()), ..changed("2025-03-01") };
    let problem = book.change_member("C1", "A1", &joined).unwrap_err();
    assert_eq!(problem.code, "register.village_joined");
    assert_eq!(trial.bytes(), before);
}

#[test]
fn who_has_left_has_no_vote_and_gives_none_to_count() {
    let trial = Trial::small();
    let mut book = trial.book();
    for code in ["H2", "H3"] {
        book.add_member("C1", household(code)).unwrap();
    }
    let put_in = moved(ShareMoveKindView::PutIn, "H2", "2025-02-01", Some("100"));
    book.add_share_move("C1", &put_in).unwrap();
    book.add_share_move("C1", &moved(ShareMoveKindView::Left, "H2", "2025-06-30", None)).unwrap();
    let votes = |on: &str| MemberChangeInput { extra_votes: Some("1".to_owned()), ..changed(on) };
    let problem = book.change_member("C1", "H1", &votes("2025-06-30")).unwrap_err();
    assert_eq!(problem.code, "member.too_many_votes");
    assert!(problem.message.zh.contains("基本表决权 4 票"), "{}", problem.message.zh);
    let before = votes("2025-06-29");
    assert_eq!(book.change_member("C1", "H2", &before).unwrap().extra_votes, 1);
    let problem = book.change_member("C1", "H1", &before).unwrap_err();
    assert!(problem.message.zh.contains("其他成员已有 1 票"), "{}", problem.message.zh);
    book.add_member("C1", household("H4")).unwrap();
    assert_eq!(book.change_member("C1", "H1", &votes("2025-06-30")).unwrap().extra_votes, 1);
}

#[test]
fn what_is_put_in_stands_on_301_and_beyond_the_share_on_321() {
    let trial = Trial::small();
    let mut book = trial.book();
    let input = ShareMoveInput {
        premium: Some("50".to_owned()),
        share_class: Some("个人股".to_owned()),
        ..moved(ShareMoveKindView::PutIn, "H1", "2025-02-01", Some("1000"))
    };
    let made = book.add_share_move("C1", &input).unwrap();
    let draft = made.draft.unwrap().id;
    assert_eq!(lines(&trial, draft), "102 - 1050.00 -; 301 H1 - 1000.00; 321 - - 50.00");
    assert_eq!(book.member("C1", "H1", Some(2025)).unwrap().row.capital.0.to_string(), "1000.00");
    let number = book.post_draft(draft).unwrap().number;
    let row = &book.share_moves("C1").unwrap().rows[0];
    assert_eq!((row.voucher.as_ref(), row.paid.0.to_string().as_str()), (Some(&number), "1050.00"));
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn what_is_brought_in_kind_waits_for_its_account() {
    let trial = Trial::small();
    let mut book = trial.book();
    let land = ShareMoveInput {
        form: Some("土地经营权".to_owned()),
        evaluation: Some("村民代表会议评估".to_owned()),
        ..moved(ShareMoveKindView::PutIn, "H1", "2025-02-01", Some("1000"))
    };
    let made = book.add_share_move("C1", &land).unwrap();
    assert_eq!(lines(&trial, made.draft.unwrap().id), "- - 1000.00 -; 301 H1 - 1000.00");
    let known = ShareMoveInput { account: Some("161".to_owned()), ..land };
    let made = book.add_share_move("C1", &known).unwrap();
    assert_eq!(lines(&trial, made.draft.unwrap().id), "161 - 1000.00 -; 301 H1 - 1000.00");
}

/// A reserve of 80.00 on 322, set aside on the last day of 2025.
fn with_reserve() -> Trial {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Vouchers,
        "coop,voucher,date,summary,account,debit,credit,member\n\
         C1,1,2025-01-02,收股金,102,400.00,,\nC1,1,2025-01-02,收股金,301,,300.00,A1\n\
         C1,1,2025-01-02,收股金,301,,100.00,A2\nC1,2,2025-12-31,提取公积金,332-01,80.00,,\n\
         C1,2,2025-12-31,提取公积金,322,,80.00,\n",
    );
    trial
}

fn split(on: &str, amount: Option<&str>) -> ReserveInput {
    ReserveInput {
        year: 2025,
        on: on.to_owned(),
        by: ReserveByView::Capital,
        amount: amount.map(str::to_owned),
    }
}

#[test]
fn the_reserve_is_split_by_capital_and_counts_for_the_next_dividend() {
    let trial = with_reserve();
    let mut book = trial.book();
    let before = trial.bytes();
    let shown = book.check_reserve("C1", &split("2026-02-01", None)).unwrap();
    assert_eq!(trial.bytes(), before);
    let view = book.quantify_reserve("C1", &split("2026-02-01", None)).unwrap();
    assert_eq!(shown, view);
    let parts: Vec<_> = view.rows.iter().map(|row| row.amount.0.to_string()).collect();
    assert_eq!(parts, ["60.00", "20.00"]);
    assert_eq!(book.member("C1", "A1", Some(2025)).unwrap().reserve.0.to_string(), "60.00");
    // All of it is with the members now.
    let twice = book.quantify_reserve("C1", &split("2026-02-01", None)).unwrap_err();
    assert_eq!(twice.code, "reserve.nothing");
    // The record date of 2025 lies before it, that of 2026 after it.
    let parts_of = |book: &mut app::Book, year| {
        let view = book.dividend("C1", year).unwrap();
        let beside = |member: &DividendMember| (member.base.0 - member.capital.0).to_string();
        view.members.iter().map(beside).collect::<Vec<_>>()
    };
    assert_eq!(parts_of(&mut book, 2025), ["0.00", "0.00", "0.00"]);
    assert_eq!(parts_of(&mut book, 2026), ["60.00", "20.00", "0.00"]);
    // What was used up, or split the wrong way, is taken of each by what it has.
    let used = book.quantify_reserve("C1", &split("2026-03-01", Some("-40"))).unwrap();
    let taken: Vec<_> = used.rows.iter().map(|row| row.amount.0.to_string()).collect();
    assert_eq!(taken, ["-30.00", "-10.00"]);
    let more = book.quantify_reserve("C1", &split("2026-03-01", Some("-40.01"))).unwrap_err();
    assert_eq!(more.code, "reserve.impossible");
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn a_split_that_cannot_be_is_refused_and_changes_nothing() {
    let trial = with_reserve();
    let mut book = trial.book();
    let before = trial.bytes();
    let by = |by, amount| ReserveInput { by, ..split("2026-02-01", amount) };
    let refused = [
        (split("2025-12-30", None), "reserve.before_year_end"),
        (split("2026-02-01", Some("80.01")), "reserve.beyond"),
        (split("2026-02-01", Some("八十")), "reserve.amount"),
        (split("2026-02-01", Some("0")), "reserve.nothing"),
        (by(ReserveByView::Patronage, None), "reserve.impossible"),
        (ReserveInput { year: 20, ..split("2026-02-01", None) }, "period"),
    ];
    for (input, code) in refused {
        let problem = book.quantify_reserve("C1", &input).unwrap_err();
        assert_eq!(problem.code, code, "{}", problem.message.zh);
    }
    assert_eq!(trial.bytes(), before);
    let equal = book.check_reserve("C1", &by(ReserveByView::Equal, None)).unwrap();
    let parts: Vec<_> = equal.rows.iter().map(|row| row.amount.0.to_string()).collect();
    assert_eq!(parts, ["40.00", "40.00"]);
}

#[test]
fn who_has_left_gets_nothing_of_a_reserve_that_is_split_later() {
    let trial = with_reserve();
    let mut book = trial.book();
    let left = moved(ShareMoveKindView::Left, "A2", "2026-01-10", None);
    book.add_share_move("C1", &left).unwrap();
    let view = book.quantify_reserve("C1", &split("2026-02-01", None)).unwrap();
    let got: Vec<_> =
        view.rows.iter().map(|row| (row.member.code.as_str(), row.amount.0.to_string())).collect();
    assert_eq!(got, [("A1", "80.00".to_owned())]);
}

#[test]
fn the_members_accounts_add_up_to_the_books() {
    let trial = with_reserve();
    let mut book = trial.book();
    let query = |year| StatementQuery { year, month: None, member: Some("A1".to_owned()) };
    let account = |book: &mut app::Book, year| {
        book.statement("C1", StatementKind::MemberAccount, &query(year)).unwrap()
    };
    let differs: Vec<_> =
        account(&mut book, 2025).checks.into_iter().map(|one| one.holds).collect();
    assert_eq!(differs, [true, false, true]);
    book.quantify_reserve("C1", &split("2025-12-31", None)).unwrap();
    assert!(account(&mut book, 2025).checks.iter().all(|check| check.holds));
    // The year after opens with it.
    assert!(account(&mut book, 2026).checks.iter().all(|check| check.holds));
}

#[test]
fn who_leaves_gets_all_back_but_the_loss() {
    let trial = with_reserve();
    let mut book = trial.book();
    book.quantify_reserve("C1", &split("2025-12-31", None)).unwrap();
    let input = ShareMoveInput {
        loss: Some("35.50".to_owned()),
        ..moved(ShareMoveKindView::Left, "A2", "2026-06-30", None)
    };
    let more = ShareMoveInput { reserve: Some("20.01".to_owned()), ..input.clone() };
    let refused = book.add_share_move("C1", &more).unwrap_err();
    assert_eq!(refused.code, "share.reserve");
    assert!(refused.message.zh.contains("只有 20.00"), "{}", refused.message.zh);
    let made = book.add_share_move("C1", &input).unwrap();
    assert_eq!(made.row.paid.0.to_string(), "84.50");
    let draft = made.draft.unwrap().id;
    assert_eq!(
        lines(&trial, draft),
        "301 A2 100.00 -; 322 - 20.00 -; 102 - - 84.50; 332-02 - - 35.50"
    );
    let view = book.member("C1", "A2", Some(2026)).unwrap();
    assert_eq!(
        (view.row.left.as_deref(), view.row.capital.0.to_string().as_str()),
        (Some("2026-06-30"), "0.00")
    );
    assert_eq!(view.reserve.0.to_string(), "0.00");
    // Taken back, the account has it again.
    book.discard_draft(draft).unwrap();
    book.void_share_move("C1", made.row.id, "没有退").unwrap();
    let view = book.member("C1", "A2", Some(2026)).unwrap();
    assert_eq!((view.row.left, view.reserve.0.to_string().as_str()), (None, "20.00"));
    // It leaves, and comes again.
    book.add_share_move("C1", &input).unwrap();
    let again = moved(ShareMoveKindView::PutIn, "A2", "2026-09-01", Some("10"));
    book.add_share_move("C1", &again).unwrap();
    assert_eq!(book.member("C1", "A2", Some(2026)).unwrap().row.left, None);
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn the_share_of_the_reserve_passes_along_with_all_of_the_capital() {
    let trial = with_reserve();
    let mut book = trial.book();
    book.quantify_reserve("C1", &split("2025-12-31", None)).unwrap();
    let passed = |amount| ShareMoveInput {
        to: Some("H1".to_owned()),
        ..moved(ShareMoveKindView::Passed, "A1", "2026-03-01", Some(amount))
    };
    book.add_share_move("C1", &passed("100")).unwrap();
    let has = |book: &mut app::Book, code| {
        book.member("C1", code, Some(2026)).unwrap().reserve.0.to_string()
    };
    assert_eq!((has(&mut book, "A1"), has(&mut book, "H1")), ("60.00".into(), "0.00".into()));
    let made = book.add_share_move("C1", &passed("200")).unwrap();
    assert_eq!((has(&mut book, "A1"), has(&mut book, "H1")), ("0.00".into(), "60.00".into()));
    book.discard_draft(made.draft.unwrap().id).unwrap();
    book.void_share_move("C1", made.row.id, "记错").unwrap();
    assert_eq!((has(&mut book, "A1"), has(&mut book, "H1")), ("60.00".into(), "0.00".into()));
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn when_villages_merge_capital_passes_by_class_and_none_is_lost() {
    let mut trial = Trial::small();
    let csv = "coop,member,date,amount,form,class\n\
               C1,A1,2025-02-02,50.00,货币,集体股\nC1,A1,2025-02-02,70.00,实物,土地股\n";
    trial.take(ImportKind::Contributions, csv);
    let mut book = trial.book();
    let before = book.members("C1", Some(2025)).unwrap().totals.capital;
    let input = ShareMoveInput {
        to: Some("A2".to_owned()),
        reason: Some("甲村并入乙村".to_owned()),
        ..moved(ShareMoveKindView::Passed, "A1", "2025-07-01", Some("420"))
    };
    let made = book.add_share_move("C1", &input).unwrap();
    assert_eq!(lines(&trial, made.draft.unwrap().id), "301 A1 420.00 -; 301 A2 - 420.00");
    assert_eq!(book.members("C1", Some(2025)).unwrap().totals.capital, before);
    let view = book.member("C1", "A2", Some(2025)).unwrap();
    assert_eq!(view.row.capital.0.to_string(), "520.00");
    let classes: Vec<_> = view.contributions.iter().filter_map(|row| row.class.clone()).collect();
    assert_eq!(classes, ["集体股", "土地股"]);
    // It stands on both pages.
    assert_eq!(book.member("C1", "A1", Some(2025)).unwrap().moves, view.moves);
}

#[test]
fn a_move_that_cannot_be_is_refused_with_its_figures_and_changes_nothing() {
    let trial = Trial::small();
    let mut book = trial.book();
    let before = trial.bytes();
    let out = |amount| moved(ShareMoveKindView::TakenOut, "A1", "2025-06-01", Some(amount));
    let passed = moved(ShareMoveKindView::Passed, "A1", "2025-06-01", Some("1"));
    let refused = [
        (out("300.01"), "share.impossible", "只有 300.00"),
        (out("0"), "share.nothing", "大于 0"),
        (out("-5"), "share.amount", "不是金额"),
        (ShareMoveInput { on: "2025-01-01".into(), ..out("5") }, "share.impossible", "-5.00"),
        (ShareMoveInput { on: "2099-01-01".into(), ..out("5") }, "share.too_late", "2099"),
        (
            ShareMoveInput { share_class: Some("土地股".into()), ..out("5") },
            "share.impossible",
            "0.00",
        ),
        (ShareMoveInput { account: Some("998".into()), ..out("5") }, "share.account", "998"),
        (
            moved(ShareMoveKindView::Left, "A1", "2025-06-01", Some("299")),
            "share.impossible",
            "300.00",
        ),
        (moved(ShareMoveKindView::Left, "H1", "2025-06-01", None), "share.nothing", "没有可退"),
        (passed.clone(), "input.missing", "转给谁"),
        (ShareMoveInput { to: Some("A1".into()), ..passed.clone() }, "share.same_member", "自己"),
        (ShareMoveInput { to: Some("X".into()), ..passed.clone() }, "register.unknown", "X"),
        (ShareMoveInput { to: Some("A2".into()), reason: None, ..passed }, "input.missing", "原因"),
    ];
    for (input, code, figure) in refused {
        let problem = book.add_share_move("C1", &input).unwrap_err();
        assert_eq!(problem.code, code, "{}", problem.message.zh);
        let said = problem.message.zh.replace('−', "-");
        assert!(said.contains(figure), "{said}");
    }
    assert_eq!(trial.bytes(), before);
}

#[test]
fn a_move_noted_by_mistake_is_taken_back_once_its_draft_is_gone() {
    let trial = Trial::small();
    let mut book = trial.book();
    let input = moved(ShareMoveKindView::PutIn, "H1", "2025-02-01", Some("1000"));
    let made = book.add_share_move("C1", &input).unwrap();
    let (id, draft) = (made.row.id, made.draft.unwrap().id);
    let stands = book.void_share_move("C1", id, "记错").unwrap_err();
    assert_eq!(stands.code, "share.in_use");
    assert!(stands.message.zh.contains(&format!("草稿 {draft}")), "{}", stands.message.zh);
    book.discard_draft(draft).unwrap();
    // The draft can be made again, from the member or from the list of sources.
    let again = book.share_move_draft("C1", id).unwrap().id;
    assert_eq!(book.share_move_draft("C1", id).unwrap_err().code, "share.drafted");
    book.discard_draft(again).unwrap();
    let rows = book.void_share_move("C1", id, "记错").unwrap().rows;
    assert!(rows[0].takes_back && rows[1].taken_back);
    assert_eq!(book.member("C1", "H1", Some(2025)).unwrap().row.capital.0.to_string(), "0.00");
    assert_eq!(book.void_share_move("C1", id, "记错").unwrap_err().code, "share.taken_back");
    assert_eq!(book.share_move_draft("C1", id).unwrap_err().code, "share.taken_back");
    let sources = book.sources("C1", 2025, app::view::draft::SourceKind::Contribution).unwrap();
    assert_eq!(sources.rows.len(), 2, "nothing of it is offered: {:?}", sources.rows);
    assert!(book.check(None).unwrap().holds);
}

#[test]
fn what_was_taken_out_since_bars_taking_back() {
    let trial = Trial::small();
    let mut book = trial.book();
    let input = moved(ShareMoveKindView::PutIn, "H1", "2025-02-01", Some("1000"));
    let made = book.add_share_move("C1", &input).unwrap();
    book.discard_draft(made.draft.unwrap().id).unwrap();
    let out = moved(ShareMoveKindView::TakenOut, "H1", "2025-03-01", Some("400"));
    book.add_share_move("C1", &out).unwrap();
    let before = trial.bytes();
    let refused = book.void_share_move("C1", made.row.id, "记错").unwrap_err();
    assert!(refused.message.zh.contains("2025-03-01"), "{}", refused.message.zh);
    assert_eq!(trial.bytes(), before);
}

#[test]
fn what_was_put_in_before_the_books_began_makes_no_voucher() {
    let trial = Trial::small();
    let mut book = trial.book();
    let early = moved(ShareMoveKindView::PutIn, "H1", "2024-05-01", Some("1000"));
    let made = book.add_share_move("C1", &early).unwrap();
    assert!(made.draft.is_none() && !made.row.makes_voucher);
    assert_eq!(book.share_move_draft("C1", made.row.id).unwrap_err().code, "share.before_books");
    assert_eq!(book.member("C1", "H1", Some(2025)).unwrap().row.capital.0.to_string(), "1000.00");
}

#[test]
fn the_list_of_sources_makes_the_whole_voucher_of_a_move() {
    let trial = Trial::small();
    let mut book = trial.book();
    let input = ShareMoveInput {
        to: Some("A2".to_owned()),
        ..moved(ShareMoveKindView::Passed, "A1", "2025-07-01", Some("300"))
    };
    let made = book.add_share_move("C1", &input).unwrap();
    book.discard_draft(made.draft.unwrap().id).unwrap();
    let kind = app::view::draft::SourceKind::Contribution;
    let sources = book.sources("C1", 2025, kind).unwrap();
    let source = sources.rows.iter().find(|row| row.date == "2025-07-01").unwrap().id;
    let draft = book.source_draft("C1", kind, source).unwrap();
    assert_eq!(lines(&trial, draft.id), "301 A1 300.00 -; 301 A2 - 300.00");
    let rest = book.sources("C1", 2025, kind).unwrap().rows;
    let waiting = rest.iter().filter(|row| row.date == "2025-07-01" && row.draft.is_none());
    assert_eq!(waiting.count(), 0);
}

#[test]
fn closing_says_whose_capital_differs_from_the_books() {
    let trial = Trial::small();
    let mut book = trial.book();
    let told = |book: &mut app::Book| {
        let check = book.check_month("C1", "2025-01").unwrap();
        let item = check.items.into_iter().find(|item| item.code == "capital").unwrap();
        item.details.into_iter().map(|text| text.zh).collect::<Vec<_>>()
    };
    // Imported contributions, of which no voucher was posted.
    assert_eq!(
        told(&mut book),
        ["A1 出资登记 300.00，301 账上 0.00", "A2 出资登记 100.00，301 账上 0.00"]
    );
    let kind = app::view::draft::SourceKind::Contribution;
    for row in book.sources("C1", 2025, kind).unwrap().rows {
        let draft = book.source_draft("C1", kind, row.id).unwrap();
        book.post_draft(draft.id).unwrap();
    }
    assert!(told(&mut book).is_empty());
    // What is put in later is none of that month.
    let later = moved(ShareMoveKindView::PutIn, "H1", "2025-02-01", Some("5"));
    book.add_share_move("C1", &later).unwrap();
    assert!(told(&mut book).is_empty());
}
