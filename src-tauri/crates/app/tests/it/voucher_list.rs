//! The list of vouchers: what stands in it, in which order, and how one is found in it.

use app::view::draft::{VoucherState, VouchersAsked, VouchersView};
use app::view::voucher::VoucherInput;

use crate::drafts::entry;
use crate::kit::Trial;

/// Six sales of the year's first months, feed bought from somebody, share capital, and a draft.
fn trial() -> Trial {
    let trial = Trial::small();
    for month in 1..=6 {
        let amount = format!("{month}00.50");
        let date = format!("2025-{month:02}-10");
        post(&trial, &entry(&date, "收鹅蛋款", &[("102", &amount, ""), ("501", "", &amount)]));
    }
    let mut feed = entry("2025-03-20", "购饲料玉米", &[("521", "76.00", ""), ("211", "", "76.00")]);
    feed.lines.as_mut().unwrap()[1].counterparty = Some("县粮站".to_owned());
    post(&trial, &feed);
    let mut capital = entry("2025-03-21", "收股金", &[("102", "5", ""), ("301", "", "5")]);
    capital.lines.as_mut().unwrap()[1].member = Some("A1".to_owned());
    post(&trial, &capital);
    let mut undated = entry("", "想买饲料", &[("521", "9.00", "")]);
    trial.book().save_draft("C1", None, &undated).unwrap();
    undated.date = Some("2025-02-01".to_owned());
    trial.book().save_draft("C1", None, &undated).unwrap();
    trial
}

fn post(trial: &Trial, typed: &VoucherInput) {
    let typed = VoucherInput { coop: Some("C1".to_owned()), ..typed.clone() };
    trial.book().post_voucher(&typed).unwrap();
}

fn list(trial: &Trial, asked: VouchersAsked) -> VouchersView {
    trial.book().vouchers("C1", 2025, &asked).unwrap()
}

fn keys(view: &VouchersView) -> Vec<&str> {
    view.rows.iter().map(|row| row.key.as_str()).collect()
}

fn found(trial: &Trial, text: &str) -> Vec<String> {
    let view =
        list(trial, VouchersAsked { text: Some(text.to_owned()), ..VouchersAsked::default() });
    view.rows.into_iter().map(|row| row.key).collect()
}

#[test]
fn drafts_stand_first_then_the_latest_voucher() {
    let trial = trial();
    let view = list(&trial, VouchersAsked::default());
    assert_eq!(keys(&view)[..4], ["draft:2", "draft:1", "2025-06 记-001", "2025-05 记-001"]);
    assert_eq!((view.counts.draft, view.counts.reviewed, view.counts.posted), (2, 0, 8));
    assert!(!view.more && view.years.contains(&2025) && view.starts == "2025-01");
    let capital = view.rows.iter().find(|row| row.summary == "收股金").unwrap();
    assert_eq!(capital.accounts, "银行存款 / 股金");
    assert_eq!((capital.member.as_deref(), capital.preparer.as_str()), (Some("甲村"), "会计"));
    let march = VouchersAsked { month: Some("2025-03".to_owned()), ..VouchersAsked::default() };
    let march = list(&trial, march);
    assert_eq!(keys(&march), ["2025-03 记-003", "2025-03 记-002", "2025-03 记-001"]);
    assert_eq!((march.counts.draft, march.counts.posted), (0, 3));
    let drafts = VouchersAsked { state: Some(VoucherState::Draft), ..VouchersAsked::default() };
    let drafts = list(&trial, drafts);
    assert_eq!(
        (drafts.rows[1].date.as_deref(), drafts.rows[1].accounts.as_str()),
        (None, "经营支出")
    );
    assert_eq!((drafts.rows.len(), drafts.counts.posted), (2, 8));
}

#[test]
fn pages_follow_one_another_without_a_row_lost_or_shown_twice() {
    let trial = trial();
    let whole = list(&trial, VouchersAsked::default());
    let mut shown: Vec<String> = Vec::new();
    loop {
        let asked = VouchersAsked {
            limit: Some(3),
            before: shown.last().cloned(),
            ..VouchersAsked::default()
        };
        let page = list(&trial, asked);
        shown.extend(keys(&page).into_iter().map(str::to_owned));
        if !page.more {
            break;
        }
        assert_eq!(page.rows.len(), 3);
    }
    assert_eq!(shown, keys(&whole));
}

#[test]
fn a_voucher_is_found_by_what_one_remembers_of_it() {
    let trial = trial();
    let (feed, capital) = ("2025-03 记-002", "2025-03 记-003");
    // By any characters that stand together, more than three as well; drafts too.
    assert_eq!(found(&trial, "饲料"), ["draft:2", "draft:1", feed]);
    assert_eq!(found(&trial, "购饲料玉"), [feed]);
    assert_eq!(found(&trial, "购饲料麦"), [] as [&str; 0]);
    // By amount, as it is shown or typed.
    assert_eq!(found(&trial, "300.50"), ["2025-03 记-001"]);
    assert_eq!(found(&trial, "76"), [feed]);
    assert_eq!(found(&trial, "9"), ["draft:2", "draft:1"]);
    // By the other party, by member, by account: code, name, initials.
    assert_eq!(found(&trial, "粮站"), [feed]);
    assert_eq!(found(&trial, "甲村"), [capital]);
    assert_eq!(found(&trial, "a1"), [capital]);
    assert_eq!(found(&trial, "301"), [capital]);
    assert_eq!(found(&trial, "经营支出"), ["draft:2", "draft:1", feed]);
    assert_eq!(found(&trial, "yfk"), [feed]);
    // By number.
    assert_eq!(found(&trial, "2025-03 记-002"), [feed]);
    assert_eq!(found(&trial, "记-3"), [capital]);
    assert_eq!(found(&trial, "记003"), [capital]);
    assert_eq!(found(&trial, "100%"), [] as [&str; 0]);
}

#[test]
fn a_draft_is_found_by_what_finds_it_once_it_is_posted() {
    let trial = Trial::small();
    let mut typed = entry(
        "2025-03-10",
        "收 鹅蛋（大）",
        &[("102", "1200.50", "0.00"), ("501", "0", "1200.50")],
    );
    typed.lines.as_mut().unwrap()[1].project = Some("C2-春批".to_owned());
    let id = trial.book().save_draft("C1", None, &typed).unwrap().id;
    let looked_for =
        ["收鹅蛋", "鹅蛋大", "c2春", "1,200.50", "￥1200.5", "-1200.50", "1200.51", "小"];
    let drafted: Vec<usize> = looked_for.iter().map(|text| found(&trial, text).len()).collect();
    assert_eq!(list(&trial, VouchersAsked::default()).rows[0].accounts, "银行存款 / 经营收入");
    trial.book().post_draft(id).unwrap();
    let posted: Vec<usize> = looked_for.iter().map(|text| found(&trial, text).len()).collect();
    assert_eq!(drafted, posted);
    assert_eq!(posted, [1, 1, 1, 1, 1, 1, 0, 0]);
}

#[test]
fn red_vouchers_and_their_links_are_seen_in_the_list() {
    let trial = trial();
    trial.book().correct_voucher("C1", "2025-03/2", "2025-06-30", "记错").unwrap();
    let view = list(&trial, VouchersAsked::default());
    let row = |key: &str| view.rows.iter().find(|row| row.key == key).unwrap();
    let (red, right, wrong) = (row("2025-06 记-002"), row("draft:3"), row("2025-03 记-002"));
    assert!(red.red && !right.red && !wrong.red);
    assert_eq!(red.amount.0.to_string(), "-76.00");
    assert_eq!(red.reverses.as_deref(), Some("2025-03 记-002"));
    assert_eq!(right.corrects.as_deref(), Some("2025-03 记-002"));
    assert_eq!(wrong.reversed_by.as_deref(), Some("2025-06 记-002"));
}

#[test]
fn a_key_or_month_that_is_none_is_said() {
    let trial = trial();
    for (asked, code) in [
        (VouchersAsked { before: Some("x".into()), ..VouchersAsked::default() }, "voucher.number"),
        (VouchersAsked { month: Some("三月".into()), ..VouchersAsked::default() }, "period"),
    ] {
        assert_eq!(trial.book().vouchers("C1", 2025, &asked).unwrap_err().code, code);
    }
    let answer = trial.book().vouchers("C9", 2025, &VouchersAsked::default());
    assert_eq!(answer.unwrap_err().code, "register.unknown");
}
