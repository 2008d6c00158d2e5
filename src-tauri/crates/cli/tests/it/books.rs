//! New books, the demo, what a book holds, and its check.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::Command;

use serde_json::json;

use crate::kit::{PROGRAM, Place, keys};

#[test]
fn the_demo_says_what_it_made_and_is_one_file() {
    let place = Place::new();
    let view = place.run("demo 示范区.baotuan --json").json();
    let counts = ["townships", "villages", "cooperatives", "members", "vouchers"];
    let counts: Vec<u64> = counts.iter().map(|key| view[key].as_u64().unwrap()).collect();
    assert_eq!(counts, [4, 72, 32, 1300, 1155]);
    assert_eq!(place.files(), ["示范区.baotuan"]);
}

#[test]
fn the_demo_refuses_a_file_that_exists() {
    let place = Place::new();
    place.write("重要.baotuan", "重要的东西");
    let said = place.run("demo 重要.baotuan").refused(1);
    assert!(said.contains("重要.baotuan 已经存在，没有覆盖"), "{said}");
    assert_eq!(fs::read_to_string(place.path("重要.baotuan")).unwrap(), "重要的东西");
    assert_eq!(place.files(), ["重要.baotuan"]);
}

#[test]
fn info_has_the_same_figures_for_people_and_programs() {
    let place = Place::with_demo();
    let view = place.demo_json("book info");
    let expected = [
        "code",
        "cooperatives",
        "last_backup",
        "last_voucher",
        "members",
        "name",
        "path",
        "schema_version",
        "townships",
        "villages",
        "vouchers",
        "years",
    ];
    assert_eq!(keys(&view), expected);
    assert_eq!(view["years"], json!([2023, 2024, 2025]));
    let shown = place.demo("book info").done();
    assert!(shown.contains("72 村") && shown.contains("2025-12-31"), "{shown}");
    let english = place.demo("book info --lang en").done();
    assert!(english.contains("72 villages, 32 cooperatives"), "{english}");
}

#[test]
fn a_check_of_a_book_that_holds_is_exit_0() {
    let place = Place::with_demo();
    let view = place.demo_json("book check");
    assert_eq!(keys(&view), ["code", "distributions", "faults", "holds", "lines", "vouchers"]);
    assert_eq!((&view["holds"], &view["faults"]), (&json!(true), &json!([])));
    assert!(place.demo("book check").done().starts_with("相符：1155 张凭证"));
    assert!(place.demo("book check --lang en").done().starts_with("All holds: 1155 vouchers"));
}

#[test]
fn a_check_that_finds_something_is_exit_1_and_says_what() {
    let place = Place::with_demo();
    let path = place.path("示范区.baotuan");
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 4096 / 2 * 4096;
    bytes[middle..middle + 4096].fill(0xa5);
    fs::write(&path, &bytes).unwrap();
    let answer = place.demo("book check");
    assert_eq!((answer.exit, answer.out.as_str()), (Some(1), ""));
    assert!(answer.err.contains("损坏"), "{}", answer.err);
    let answer = place.demo("book check --json");
    assert_eq!(answer.exit, Some(1));
    let view: serde_json::Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(view["holds"], json!(false));
    assert!(keys(&view["faults"][0]) == ["en", "zh"]);
    assert!(fs::read(&path).unwrap() == bytes, "the check touched the file");
    assert_eq!(place.files(), ["示范区.baotuan"]);
}

#[test]
fn a_new_book_is_empty_and_refuses_what_is_there() {
    let place = Place::new();
    let view = place.run("book new 新.baotuan --name 东河区 --json").json();
    assert_eq!((&view["name"], &view["villages"]), (&json!("东河区"), &json!(0)));
    let said = place.run("book new 新.baotuan --name 西岭区").refused(1);
    assert!(said.contains("已经存在"), "{said}");
    let said = place.run("book new 没有/新.baotuan --name 东河区").refused(1);
    assert!(said.contains("没有/新.baotuan") && !said.contains(".making"), "{said}");
    assert_eq!(place.files(), ["新.baotuan"]);
}

#[test]
fn what_is_no_book_is_said_in_one_sentence_and_left_alone() {
    let place = Place::new();
    place.write("名册.baotuan", "村,乡镇\n甲子村,东河镇\n");
    let said = place.run("book info --book 名册.baotuan").refused(1);
    assert!(said.contains("名册.baotuan 不是抱团账的账套，没有改动它"), "{said}");
    let said = place.run("book info --book 没有.baotuan --lang en").refused(1);
    assert!(said.contains("没有.baotuan is not there"), "{said}");
    let said = place.run("book info --book .").refused(1);
    assert!(said.contains("不是抱团账的账套"), "{said}");
    assert_eq!(place.files(), ["名册.baotuan"]);
}

/// Runs the program as somebody who may not write: an ordinary user where the tests run as root.
fn without_rights(place: &Place, arguments: &[&str]) -> (Option<i32>, String) {
    let program = place.path("baotuan");
    let mut command = if fs::write(place.path("试"), "").is_ok() {
        let mut command = Command::new(&program);
        command.uid(65534).gid(65534);
        command
    } else {
        Command::new(&program)
    };
    let output = command.args(arguments).current_dir(place.path("")).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_book_on_a_write_protected_stick_is_read_and_not_written() {
    let place = Place::with_demo();
    fs::copy(PROGRAM, place.path("baotuan")).unwrap();
    let mode = |path, mode| {
        fs::set_permissions(place.path(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("示范区.baotuan", 0o444);
    mode("", 0o555);
    let book = ["--book", "示范区.baotuan"];
    let check = without_rights(&place, &[&book[..], &["book", "check"]].concat());
    let draft = ["distribution", "draft", "--coop", "C03", "--year", "2025"];
    let draft = without_rights(&place, &[&book[..], &draft].concat());
    let new = without_rights(&place, &["book", "new", "新.baotuan", "--name", "新"]);
    let slips = ["print", "slips", "--coop", "C01", "--year", "2025", "--out", "单.pdf"];
    let slips = without_rights(&place, &[&book[..], &slips].concat());
    mode("", 0o755);
    assert_eq!(check, (Some(0), String::new()));
    for (exit, said) in [draft, new, slips] {
        assert_eq!(exit, Some(1), "{said}");
        assert!(said.contains("不能写入"), "{said}");
    }
}
