//! Vouchers made with one click of what the registers have: contributions, what members hand in,
//! what is produced.

use app::import::ImportKind;
use app::view::draft::{DraftView, SourceKind, SourcesView};

use crate::drafts::{as_operator, entry};
use crate::kit::Trial;

fn list(trial: &Trial, kind: SourceKind) -> SourcesView {
    trial.book().sources("C1", 2025, kind).unwrap()
}

/// The lines of a draft, each as account, member, debit, credit, quantity and price.
fn lines(view: &DraftView) -> Vec<String> {
    let lines = view.entry.lines.as_deref().unwrap().iter().map(|line| {
        let fields =
            [&line.account, &line.member, &line.debit, &line.credit, &line.quantity, &line.price];
        let fields = fields.map(|text| text.as_deref().unwrap_or("-"));
        format!("{}{}", fields.join(" "), line.project.as_deref().unwrap_or(""))
    });
    lines.collect()
}

fn make(trial: &Trial, kind: SourceKind, id: i64) -> DraftView {
    trial.book().source_draft("C1", kind, id).unwrap()
}

#[test]
fn a_contribution_becomes_a_voucher_with_links_both_ways() {
    let trial = Trial::small();
    let kind = SourceKind::Contribution;
    let view = list(&trial, kind);
    assert_eq!((view.count, view.open), (2, 2));
    let row = view.rows.iter().find(|row| row.text.zh == "甲村 出资").unwrap();
    assert_eq!(
        (row.date.as_str(), row.amount.unwrap().0.to_string()),
        ("2025-01-02", "300.00".into())
    );
    let draft = make(&trial, kind, row.id);
    assert_eq!(draft.entry.summary.as_deref(), Some("收甲村股金"));
    assert_eq!(lines(&draft), ["102 - 300.00 - - -", "301 A1 - 300.00 - -"]);
    assert_eq!(draft.sources[0].text.zh, "2025-01-02 甲村 出资 300.00");
    assert_eq!(draft.faults, []);
    let again = trial.book().source_draft("C1", kind, row.id).unwrap_err();
    assert_eq!(again.code, "source.used");
    assert!(again.message.zh.contains(&format!("草稿 {}", draft.id)), "{again:#?}");
    let posted = trial.book().post_draft(draft.id).unwrap();
    assert_eq!(posted.sources[0].id, row.id);
    let view = list(&trial, kind);
    assert_eq!(view.open, 1);
    assert_eq!(view.rows[1].voucher.as_deref(), Some(posted.number.as_str()));
    let again = trial.book().source_draft("C1", kind, row.id).unwrap_err();
    assert!(again.message.zh.contains(&posted.number), "{again:#?}");
    assert!(trial.book().check(None).unwrap().holds);
}

#[test]
fn a_contribution_is_free_again_once_its_draft_is_let_go_or_its_voucher_taken_back() {
    let trial = Trial::small();
    let kind = SourceKind::Contribution;
    let id = list(&trial, kind).rows[0].id;
    let draft = make(&trial, kind, id);
    trial.book().discard_draft(draft.id).unwrap();
    let draft = make(&trial, kind, id);
    let posted = trial.book().post_draft(draft.id).unwrap();
    trial.book().reverse_voucher("C1", &posted.number, "2025-02-01", "重复").unwrap();
    assert_eq!(list(&trial, kind).open, 2);
    make(&trial, kind, id);
}

#[test]
fn a_correction_takes_what_the_voucher_was_made_of_along() {
    let trial = Trial::small();
    let kind = SourceKind::Contribution;
    let id = list(&trial, kind).rows[0].id;
    let posted = trial.book().post_draft(make(&trial, kind, id).id).unwrap();
    let view = trial.book().correct_voucher("C1", &posted.number, "2025-02-01", "日期错").unwrap();
    assert_eq!(view.draft.sources[0].id, id);
    let right = trial.book().post_draft(view.draft.id).unwrap();
    assert_eq!(right.sources[0].id, id);

    // Where somebody else reviews, it moves when the red voucher is posted.
    trial.book().set_review(true).unwrap();
    let view = trial.book().correct_voucher("C1", &right.number, "2025-03-01", "又错").unwrap();
    assert_eq!(view.draft.sources, []);
    let red = view.red_draft.unwrap().id;
    as_operator(&trial, "理事长").review_draft(red).unwrap();
    trial.book().post_draft(red).unwrap();
    assert_eq!(trial.book().draft(view.draft.id).unwrap().sources[0].id, id);
    assert!(trial.book().check(None).unwrap().holds);
}

#[test]
fn a_withdrawal_goes_the_other_way() {
    let mut trial = Trial::small();
    let csv = "coop,member,date,amount\nC1,A1,2025-06-01,-100.00\n";
    trial.take(ImportKind::Contributions, csv);
    let kind = SourceKind::Contribution;
    let row = list(&trial, kind).rows[0].clone();
    assert_eq!(row.text.zh, "甲村 退股");
    let draft = make(&trial, kind, row.id);
    assert_eq!(draft.entry.summary.as_deref(), Some("退甲村股金"));
    assert_eq!(lines(&draft), ["301 A1 100.00 - - -", "102 - - 100.00 - -"]);
}

#[test]
fn what_is_brought_in_another_form_than_money_is_not_put_into_the_bank() {
    let mut trial = Trial::small();
    let csv = "coop,member,date,amount,form\nC1,A1,2025-06-01,100.00,土地经营权\n\
               C1,A2,2025-06-02,50.00,货币\n";
    trial.take(ImportKind::Contributions, csv);
    let kind = SourceKind::Contribution;
    let rows = list(&trial, kind).rows;
    let made = |on: &str| {
        let row = rows.iter().find(|row| row.date == on).unwrap();
        let draft = make(&trial, kind, row.id);
        (lines(&draft), draft.faults.len())
    };
    let land = ["- - 100.00 - - -".to_owned(), "301 A1 - 100.00 - -".to_owned()];
    assert_eq!(made("2025-06-01"), (land.to_vec(), 1));
    let money = ["102 - 50.00 - - -".to_owned(), "301 A2 - 50.00 - -".to_owned()];
    assert_eq!(made("2025-06-02"), (money.to_vec(), 0));
}

#[test]
fn what_a_member_hands_in_goes_into_store_on_account() {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Accounts,
        "coop,code,name,parent\nC1,121-01,饲料,121\nC1,121-02,鲜鸡蛋,121\n",
    );
    trial.take(
        ImportKind::Deliveries,
        "coop,member,date,product,quantity,unit,amount\nC1,H1,2025-03-01,鸡蛋,240.5,斤,1200.00\n",
    );
    let row = list(&trial, SourceKind::Delivery).rows[0].clone();
    assert_eq!(row.text.zh, "村民001 交 鸡蛋 240.5 斤");
    let draft = make(&trial, SourceKind::Delivery, row.id);
    assert_eq!(draft.entry.summary.as_deref(), Some("村民001交鸡蛋"));
    assert_eq!(lines(&draft), ["121-02 - 1200.00 - 240.5 4.9896", "114 H1 - 1200.00 - -"]);
    assert_eq!(draft.faults, []);
}

#[test]
fn what_is_produced_goes_into_store_at_the_cost_that_stands() {
    let mut trial = Trial::small();
    trial.take(
        ImportKind::Yields,
        "coop,date,product,quantity,unit,batch\nC1,2025-03-10,鹅蛋,200,斤,春批\n\
         C1,2025-03-20,鹅蛋,100,斤,夏批\n",
    );
    let kind = SourceKind::Yield;
    let rows = list(&trial, kind).rows;
    assert_eq!(rows[1].text.zh, "鹅蛋 200 斤（春批）");
    let spring = rows[1].id;
    // Nothing was spent yet: the amount stays empty, and that is said.
    let empty = make(&trial, kind, spring);
    assert_eq!(lines(&empty), ["121 - - - 200 -", "401 - - - - -"]);
    assert_eq!(empty.faults.len(), 2);
    trial.book().discard_draft(empty.id).unwrap();
    let spend = |date: &str, project: Option<&str>| {
        let mut feed = entry(date, "喂料", &[("401", "90", ""), ("102", "", "90")]);
        feed.coop = Some("C1".to_owned());
        feed.lines.as_mut().unwrap()[0].project = project.map(str::to_owned);
        trial.book().post_voucher(&feed).unwrap();
    };
    spend("2025-03-10", None);
    spend("2025-03-11", None);
    let draft = make(&trial, kind, spring);
    assert_eq!(draft.entry.summary.as_deref(), Some("鹅蛋入库"));
    assert_eq!(lines(&draft), ["121 - 90.00 - 200 0.45", "401 - - 90.00 - -"]);
    // What one draft takes is not there for the next: of 180 spent by the 20th, 90 are left.
    let next = make(&trial, kind, rows[0].id);
    assert_eq!(lines(&next), ["121 - 90.00 - 100 0.9", "401 - - 90.00 - -"]);
    trial.book().discard_draft(next.id).unwrap();
    trial.book().discard_draft(draft.id).unwrap();
    // Once production is kept by batches, only what stands on its own counts.
    spend("2025-03-09", Some("春批"));
    assert_eq!(
        lines(&make(&trial, kind, spring)),
        ["121 - 90.00 - 200 0.45", "401 - - 90.00 - -春批"]
    );
    assert_eq!(lines(&make(&trial, kind, rows[0].id)), ["121 - - - 100 -", "401 - - - - -"]);
}

#[test]
fn a_row_that_is_not_there_is_said() {
    let trial = Trial::small();
    let id = list(&trial, SourceKind::Contribution).rows[0].id;
    for (coop, id) in [("C1", 999), ("C2", id)] {
        let answer = trial.book().source_draft(coop, SourceKind::Contribution, id);
        assert_eq!(answer.unwrap_err().code, "source.unknown");
    }
}
