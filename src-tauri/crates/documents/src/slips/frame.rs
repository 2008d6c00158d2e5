//! What all slips have in common: rules, heads, labels and the places for signatures and seals.
//!
//! There are two frames. A unit signs with its seal, a household with a fingerprint.

use domain::member::MemberKind;

use super::{LABEL, NOTE};
use crate::fit;
use crate::page::{Anchor, Drawing, Form, Ink, Pen, Style, at};

/// What the paper is called.
pub(super) const TITLE: &str = "盈余分红单";

/// The width of a slip's content.
pub(super) const WIDTH: i32 = 1820;

/// The baseline of the check code.
pub(super) const CODE: i32 = 110;
/// The baseline of the line of resolution and dates.
pub(super) const META: i32 = 151;
/// Where the box begins, with the row that names the recipient.
pub(super) const RECIPIENT: i32 = 177;
/// Where the head of the table begins.
pub(super) const TABLE: i32 = 244;
/// Where the rows begin.
pub(super) const ROWS: i32 = 302;
/// Where the row of the total begins.
pub(super) const TOTAL: i32 = 563;
/// Where the box ends.
pub(super) const BOX_END: i32 = 650;
/// The baseline of the foot.
pub(super) const FOOT: i32 = 845;
const HEIGHT: i32 = 850;

/// Where the working begins, after the name of the pool.
pub(super) const WORKING: i32 = 300;
/// Where the fractions of a fen begin.
pub(super) const FRACTION: i32 = 1330;
/// Where the amounts begin.
pub(super) const AMOUNT: i32 = 1508;

/// Where the figures of each column end: pool, member's base, all bases, share.
pub(super) const POOL_END: i32 = 562;
pub(super) const BASE_END: i32 = 812;
pub(super) const TOTAL_BASE_END: i32 = 1076;
pub(super) const SHARE_END: i32 = 1316;
pub(super) const REMAINDER_END: i32 = 1422;
pub(super) const MOVED_END: i32 = 1494;
pub(super) const AMOUNT_END: i32 = WIDTH - 18;
/// Where the signs of the working stand, between the columns.
pub(super) const TIMES: i32 = 582;
pub(super) const DIVIDED: i32 = 832;
pub(super) const EQUALS: i32 = 1096;

/// How whole fen come about, for those who check the sum by hand.
const FEN: &str =
    "份额舍去不足 1 分的余分；尾差按余分由大到小各补 1 分，相同的按名册先后。保底四舍五入到分。";

const BORDER: Pen = Pen::new(35, Ink::Black);
const LINE: Pen = Pen::new(15, Ink::Black);
const HEAD: Style = Style::new(80, Ink::Black).bold();

/// Who signs a slip, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signs {
    /// A village collective or an enterprise: with its seal.
    Unit,
    /// A household: by hand, with a fingerprint.
    Household,
}

/// The frames, in the order of their numbers.
pub(super) const FORMS: [Signs; 2] = [Signs::Unit, Signs::Household];

/// The number of the frame for a member of this kind.
pub(super) const fn form_number(kind: MemberKind) -> usize {
    match kind {
        MemberKind::VillageCollective | MemberKind::Enterprise => 0,
        MemberKind::Household => 1,
    }
}

/// What a member of this kind is called before its name.
pub(super) const fn member_label(kind: MemberKind) -> &'static str {
    match kind {
        MemberKind::VillageCollective | MemberKind::Enterprise => "成员单位：",
        MemberKind::Household => "户主：",
    }
}

/// The kind in the paper's words.
pub(super) const fn kind(kind: MemberKind) -> &'static str {
    match kind {
        MemberKind::VillageCollective => "村集体",
        MemberKind::Household => "农户",
        MemberKind::Enterprise => "单位",
    }
}

/// The frame of slips that are signed in this way.
pub(super) fn form(signs: Signs) -> Form {
    let mut drawing = Drawing::default();
    title(&mut drawing);
    table(&mut drawing);
    signatures(&mut drawing, signs);
    Form { width: WIDTH, height: HEIGHT, drawing }
}

fn title(drawing: &mut Drawing) {
    let style = Style::new(200, Ink::Black).bold();
    drawing.text(at(WIDTH / 2, 76), Anchor::Middle, style, TITLE);
    drawing.across(WIDTH / 2 - 280, 100, 560, Pen::new(50, Ink::Red));
    drawing.across(WIDTH / 2 - 280, 108, 560, Pen::new(20, Ink::Red));
}

fn table(drawing: &mut Drawing) {
    drawing.ground(at(0, TABLE), WIDTH, ROWS - TABLE, Ink::Tint);
    drawing.ground(at(0, TOTAL), WORKING, BOX_END - TOTAL, Ink::Tint);
    for y in [TABLE, ROWS, TOTAL] {
        drawing.across(0, y, WIDTH, LINE);
    }
    for x in [WORKING, AMOUNT] {
        drawing.down(x, TABLE, BOX_END - TABLE, LINE);
    }
    drawing.down(FRACTION, TABLE, TOTAL - TABLE, LINE);
    drawing.frame(at(0, RECIPIENT), WIDTH, BOX_END - RECIPIENT, BORDER);

    let baseline = HEAD.baseline(TABLE, ROWS);
    let heads = [
        (POOL_END, "分配总额"),
        (BASE_END, "本成员基数"),
        (TOTAL_BASE_END, "全体成员基数"),
        (SHARE_END, "应得份额"),
        (REMAINDER_END, "余分"),
        (MOVED_END, "补分"),
        (AMOUNT_END, "分得金额（元）"),
    ];
    drawing.text(at(WORKING / 2, baseline), Anchor::Middle, HEAD, "分配项目");
    for (end, head) in heads {
        drawing.text(at(end, baseline), Anchor::Right, HEAD, head);
    }
    for (middle, sign) in [(TIMES, "×"), (DIVIDED, "÷"), (EQUALS, "＝")] {
        drawing.text(at(middle, baseline), Anchor::Middle, HEAD, sign);
    }
    let style = Style::new(95, Ink::Black).bold();
    let baseline = style.baseline(TOTAL, BOX_END);
    drawing.text(at(WORKING / 2, baseline), Anchor::Middle, style, "合计（大写）");
}

fn signatures(drawing: &mut Drawing, signs: Signs) {
    let (first, second) = (708, 780);
    let (signer, dated) = match signs {
        Signs::Unit => ("收款经手人：", "收款日期："),
        Signs::Household => ("领款人签字：", "领款日期："),
    };
    signature(drawing, 0, first, signer, 330);
    drawing.text(at(0, second), Anchor::Left, LABEL, dated);
    for (x, part) in [(290, "年"), (400, "月"), (510, "日")] {
        drawing.text(at(x, second), Anchor::Left, LABEL, part);
    }
    match signs {
        Signs::Unit => seal(drawing, 690, "收款单位"),
        Signs::Household => {
            drawing.frame(at(610, 668), 150, 140, Pen::new(15, Ink::Grey));
            drawing.text(at(685, 798), Anchor::Middle, NOTE, "领款人指印");
        }
    }
    signature(drawing, 860, first, "经办人：", 300);
    signature(drawing, 860, second, "审核人：", 300);
    seal(drawing, 1640, "合作社");
    drawing.text(at(0, FOOT), Anchor::Left, NOTE, FEN);
}

/// A label and a line to write on.
fn signature(drawing: &mut Drawing, x: i32, y: i32, label: &'static str, line: i32) {
    drawing.text(at(x, y), Anchor::Left, LABEL, label);
    let indent = fit::width(label, LABEL.size);
    drawing.across(x + indent, y + 8, line, Pen::new(15, Ink::Black));
}

fn seal(drawing: &mut Drawing, x: i32, whose: &'static str) {
    let style = Style::new(70, Ink::Red);
    drawing.ring(at(x, 738), 72, Pen::new(20, Ink::Red).dashed(16, 10));
    drawing.text(at(x, 733), Anchor::Middle, style, whose);
    drawing.text(at(x, 763), Anchor::Middle, style, "（盖章）");
}
