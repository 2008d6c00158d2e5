//! Copies of the book: made, looked at, gone back to; and those that the program makes by itself.

use std::fs;

use serde_json::json;

use crate::kit::Place;

#[test]
fn a_backup_is_checked_and_gone_back_to_in_a_new_file() {
    let place = Place::with_demo();
    fs::create_dir(place.path("U盘")).unwrap();
    let made = place.demo_json("book backup U盘");
    assert_eq!((&made["cooperatives"], &made["vouchers"]), (&json!(32), &json!(1155)));
    let copy = made["path"].as_str().unwrap();
    place.demo("period close 2025-01 --coop C03").done();
    fs::rename(place.path(copy), place.path("备份.baotuan")).unwrap();
    let back = place.run("book restore 备份.baotuan 恢复.baotuan --json").json();
    assert_eq!((&back["code"], &back["vouchers"]), (&made["code"], &json!(1155)));
    place.run("book check --book 恢复.baotuan").done();
    let said = place.run("book restore 备份.baotuan 示范区.baotuan").refused(1);
    assert!(said.contains("示范区.baotuan") && said.contains("已经存在"), "{said}");
    assert_eq!(place.files(), ["U盘", "备份.baotuan", "恢复.baotuan", "示范区.baotuan"]);
}

#[test]
fn what_is_no_whole_book_is_not_gone_back_to() {
    let place = Place::with_demo();
    place.write("名单.baotuan", "不是账套");
    place.run("book restore 名单.baotuan 恢复.baotuan").refused(1);
    let whole = fs::read(place.path("示范区.baotuan")).unwrap();
    fs::write(place.path("短.baotuan"), &whole[..whole.len() / 2]).unwrap();
    place.run("book restore 短.baotuan 恢复.baotuan").refused(1);
    let mut bent = whole.clone();
    let middle = bent.len() / 2;
    bent[middle..middle + 4096].fill(0x5a);
    fs::write(place.path("坏.baotuan"), &bent).unwrap();
    let answer = place.run("book restore 坏.baotuan 恢复.baotuan");
    assert_eq!(answer.exit, Some(1), "{answer:?}");
    place.run("book restore 没有.baotuan 恢复.baotuan").refused(2);
    let said = place.demo("book backup 没有的文件夹").refused(2);
    assert!(said.contains("没有文件夹 没有的文件夹"), "{said}");
    assert_eq!(place.files(), ["名单.baotuan", "坏.baotuan", "短.baotuan", "示范区.baotuan"]);
}

#[test]
fn a_close_makes_a_copy_by_itself_outside_the_folder() {
    let place = Place::with_demo();
    let view = place.demo_json("period close 2025-01 --coop C03");
    assert!(view["backup"]["zh"].as_str().unwrap().starts_with("已自动备份："), "{view}");
    let made = place.backups();
    assert_eq!(made.len(), 1);
    assert_eq!(place.files(), ["示范区.baotuan"]);
    fs::copy(&made[0], place.path("自动.baotuan")).unwrap();
    place.run("book check --book 自动.baotuan").done();
}

#[test]
fn the_log_says_who_did_what() {
    let place = Place::with_demo();
    place.demo("period close 2025-01 --coop C03 --operator 会计甲").done();
    let log = place.demo_json("book log --limit 3");
    let rows = log["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0]["operator"], "会计甲");
    assert_eq!(rows[0]["what"]["zh"], "结账记录");
    assert_eq!(log["before"], rows[2]["seq"]);
}
