//! Drafts, approvals and slips on the demo district.

use std::fs;

use serde_json::json;

use crate::kit::{Place, keys};

#[test]
fn a_distribution_prints_the_keys_of_the_calculator_and_whose_it_is() {
    let place = Place::with_demo();
    let view = place.demo_json("distribution show --coop C02 --year 2025");
    let expected = [
        "losses_made_up",
        "deficit_carried",
        "appropriations",
        "distributable",
        "retained",
        "patronage_pool",
        "residual_pool",
        "members",
        "findings",
        "coop",
        "year",
        "status",
        "resolution",
    ];
    for key in expected {
        assert!(view.get(key).is_some(), "{key} is missing");
    }
    let known = (&view["coop"], &view["status"], &view["resolution"]);
    assert_eq!(known, (&json!("C02"), &json!("approved"), &json!("羊社〔2026〕1号")));
    let fund = json!([{ "fund": "盈余公积", "amount": "92606.95" }]);
    assert_eq!(view["appropriations"], fund);
    let member = &view["members"][0];
    let expected = [
        "code",
        "guaranteed",
        "id",
        "name",
        "patronage_refund",
        "residual_dividend",
        "total",
        "working",
    ];
    assert_eq!(keys(member), expected);
    assert_eq!((&member["id"], &member["total"]), (&json!("A01"), &json!("41393.72")));
}

#[test]
fn findings_are_those_of_the_calculator() {
    let place = Place::with_demo();
    let view = place.demo_json("distribution show --coop C22 --year 2025");
    let findings = view["findings"].as_array().unwrap();
    for finding in findings {
        assert_eq!(keys(finding), ["message", "rule", "severity"]);
        let severity = finding["severity"].as_str().unwrap();
        assert!(["error", "warning", "note"].contains(&severity), "{severity}");
        assert!(finding["message"].is_string());
    }
    let floor = findings.iter().find(|finding| finding["rule"] == "law.art44.patronage_floor");
    assert!(floor.is_some(), "{findings:#?}");
    let shown = place.demo("distribution show --coop C22 --year 2025 --brief").done();
    assert!(shown.contains("第四十四条"), "{shown}");
}

#[test]
fn a_draft_takes_the_whole_scheme() {
    let place = Place::with_demo();
    let draft = "distribution draft --coop C03 --year 2025 --patronage-share 0.65 \
                 --reserve-rate 0.1 --appropriation 风险金=0.05 --appropriation 公益金=1000.00元 \
                 --guaranteed-rate 0.05 --retained 100.01 --capital-weighting days_held";
    let view = place.demo_json(draft);
    assert_eq!(view["status"], json!("draft"));
    let funds = view["appropriations"].as_array().unwrap();
    let names: Vec<_> = funds.iter().map(|fund| fund["fund"].as_str().unwrap()).collect();
    assert_eq!(names, ["盈余公积", "风险金", "公益金"]);
    assert_eq!(funds[2]["amount"], json!("1000.00"));
    assert_eq!(view["retained"], json!("100.01"));
    assert_eq!(place.demo_json("distribution show --coop C03 --year 2025"), view);
    let said =
        place.demo("distribution draft --coop C03 --year 2025 --reserve-rate 1.1").refused(2);
    assert!(said.contains("比例应在 0 到 100 % 之间"), "{said}");
    let wrong = "distribution draft --coop C03 --year 2025 --appropriation 风险金";
    assert!(place.demo(wrong).refused(2).contains("风险金=0.05"));
}

#[test]
fn a_draft_begins_with_a_preset_and_what_is_given_changes_it() {
    let place = Place::with_demo();
    let pool = |preset: &str, name: &str| {
        let view = place.demo_json(&format!("distribution draft --coop C03 --year 2025 {preset}"));
        view[name].as_str().unwrap().to_owned()
    };
    assert_eq!(pool("--preset shares", "patronage_pool"), "0.00");
    let law = pool("--preset law", "patronage_pool");
    assert_eq!(law, pool("", "patronage_pool"), "the law's is the usual one");
    assert_eq!(law, pool("--preset guaranteed", "patronage_pool"));
    let members = place.demo_json("distribution show --coop C03 --year 2025");
    assert_ne!(members["members"][0]["guaranteed"], json!("0.00"));
    assert_ne!(law, pool("--preset law --patronage-share 0.7", "patronage_pool"));
}

#[test]
fn an_approval_freezes_and_is_not_repeated() {
    let place = Place::with_demo();
    let approve = "distribution approve --coop C03 --year 2025 --resolution 果社〔2026〕1号";
    let said = place.demo(&format!("{approve} --on 2025-12-30")).refused(1);
    assert!(said.contains("2025-12-31"), "{said}");
    let said = place.demo(&format!("{approve} --on 2026-02-30")).refused(2);
    assert!(said.contains("2026-02-30"), "{said}");
    let view = place.demo_json(&format!("{approve} --on 2026-02-01"));
    assert_eq!(view["status"], json!("approved"));
    let said = place.demo(&format!("{approve} --on 2026-02-01")).refused(1);
    assert!(said.contains("已由 果社〔2026〕1号（2026-02-01）通过"), "{said}");
    let said = place.demo("distribution draft --coop C03 --year 2025 --lang en").refused(1);
    assert!(said.contains("was approved by 果社〔2026〕1号 on 2026-02-01"), "{said}");
    let none = "distribution approve --coop C18 --year 2025 --resolution 1号 --on 2026-02-01";
    assert!(place.demo(none).refused(1).contains("还没有分配草案"));
}

#[test]
fn slips_are_printed_once_approved_and_their_bytes_repeat() {
    let place = Place::with_demo();
    let before = fs::read(place.path("示范区.baotuan")).unwrap();
    let print = "print slips --coop C01 --year 2025 --out";
    let view = place.demo_json(&format!("{print} 一.pdf"));
    assert_eq!(keys(&view), ["bytes", "pages", "path", "slips"]);
    assert_eq!((&view["slips"], &view["pages"]), (&json!(160), &json!(54)));
    let shown = place.demo(&format!("{print} 二.pdf")).done();
    assert!(shown.starts_with("分红单 160 张，54 页"), "{shown}");
    let (one, other) = (fs::read(place.path("一.pdf")), fs::read(place.path("二.pdf")));
    assert!(one.unwrap() == other.unwrap());
    let village = place.demo_json(&format!("{print} 三.pdf --village V03"));
    assert!(village["slips"].as_u64().unwrap() > 1);
    assert!(fs::read(place.path("示范区.baotuan")).unwrap() == before);

    let draft = place.demo("print slips --coop C03 --year 2025 --out 四.pdf").refused(1);
    assert!(draft.contains("还没有通过"), "{draft}");
    let book = place.demo("print slips --coop C01 --year 2025 --out 示范区.baotuan").refused(2);
    assert!(book.contains("是账套文件"), "{book}");
    assert_eq!(place.files(), ["一.pdf", "三.pdf", "二.pdf", "示范区.baotuan"]);
}

#[test]
fn a_plan_goes_before_the_meeting_and_what_was_approved_is_reversed() {
    let place = Place::with_demo();
    let which = "--coop C03 --year 2025";
    let present = format!("distribution present {which} --on 2026-01-08");
    let view = place.demo_json(&format!("{present} --meeting 2026-01-23"));
    assert_eq!(
        (&view["status"], &view["presented_on"]),
        (&json!("presented"), &json!("2026-01-08"))
    );
    let said = place.demo(&format!("distribution draft {which}")).refused(1);
    assert!(said.contains("先撤回"), "{said}");
    let back = place.demo(&format!("distribution withdraw {which} --reason 改保底")).done();
    assert!(back.contains("草案"), "{back}");
    place.demo(&present).done();
    let plan = place.demo(&format!("print plan {which} --out 方案.pdf")).done();
    assert!(plan.contains("方案.pdf") && place.path("方案.pdf").is_file(), "{plan}");
    let resolution = "--resolution 果社〔2026〕1号 --on 2026-01-23";
    place.demo(&format!("distribution approve {which} {resolution}")).done();
    let reverse = format!("distribution reverse {which} --on 2026-01-30 --reason");
    let shown = place.demo(&format!("{reverse} 大会撤销决议")).done();
    assert!(shown.contains("第 1 次：果社〔2026〕1号（2026-01-23）分配 523,193.96"), "{shown}");
    let view = place.demo_json(&format!("distribution show {which}"));
    assert_eq!(view["status"], json!("none"));
    assert_eq!(view["reversed"][0]["reason"], json!("大会撤销决议"));
    let said = place.demo(&format!("{reverse} 再来 --lang en")).refused(1);
    assert!(said.contains("not approved"), "{said}");
}
