//! Members over the years: what changed stays on record, capital comes, goes and passes on, each
//! move with its voucher.

use app::view::share::{MemberChangeInput, MemberFieldView, ShareMoveInput, ShareMoveKindView};

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

#[test]
fn who_leaves_gets_all_back_but_the_loss() {
    let trial = Trial::small();
    let mut book = trial.book();
    let input = ShareMoveInput {
        reserve: Some("20".to_owned()),
        loss: Some("35.50".to_owned()),
        ..moved(ShareMoveKindView::Left, "A2", "2025-06-30", None)
    };
    let made = book.add_share_move("C1", &input).unwrap();
    assert_eq!(made.row.paid.0.to_string(), "84.50");
    let draft = made.draft.unwrap().id;
    assert_eq!(
        lines(&trial, draft),
        "301 A2 100.00 -; 322 - 20.00 -; 102 - - 84.50; 332-02 - - 35.50"
    );
    let row = book.member("C1", "A2", Some(2025)).unwrap().row;
    assert_eq!(
        (row.left.as_deref(), row.capital.0.to_string().as_str()),
        (Some("2025-06-30"), "0.00")
    );
    // It comes again.
    let again = moved(ShareMoveKindView::PutIn, "A2", "2025-09-01", Some("10"));
    book.add_share_move("C1", &again).unwrap();
    assert_eq!(book.member("C1", "A2", Some(2025)).unwrap().row.left, None);
}

#[test]
fn when_villages_merge_capital_passes_by_class_and_none_is_lost() {
    let mut trial = Trial::small();
    let csv = "coop,member,date,amount,form,class\n\
               C1,A1,2025-02-02,50.00,货币,集体股\nC1,A1,2025-02-02,70.00,实物,土地股\n";
    trial.take(app::import::ImportKind::Contributions, csv);
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
