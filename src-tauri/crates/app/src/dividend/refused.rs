//! What is refused of the life of a distribution, with the figures and a way on.

use domain::{FiscalYear, Money};
use jiff::civil::Date;
use store::{DistributionState, Presentation, Resolution};

use crate::problem::Problem;
use crate::view::Text;

/// What was put before the meeting or approved is not worked out again.
pub(super) fn refuse_frozen(
    state: Option<&DistributionState>,
    year: FiscalYear,
) -> Result<(), Problem> {
    let text = match state {
        None | Some(DistributionState::Draft) => return Ok(()),
        Some(DistributionState::Presented(Presentation { on, .. })) => Text::new(
            format!("{year} 年的方案 {on} 已提交成员大会，数字不能再改。要改，先撤回。"),
            format!("The plan of {year} was put before the meeting on {on}. Take it back first."),
        ),
        Some(DistributionState::Approved(Resolution { number, on })) => Text::new(
            format!("{year} 年的分配已由 {number}（{on}）通过，数字不能再改。"),
            format!("The distribution of {year} was approved by {number} on {on} and is frozen."),
        ),
    };
    Err(Problem::refused("distribution.approved", text))
}

pub(super) fn no_draft(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年还没有分配草案。先存草案，再提交或通过。"),
        format!("There is no draft for {year}. Save a draft first."),
    );
    Problem::refused("distribution.no_draft", text)
}

pub(super) fn not_presented(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年的方案没有提交成员大会，不用撤回。"),
        format!("The plan of {year} is not before the meeting."),
    );
    Problem::refused("distribution.not_presented", text)
}

pub(super) fn not_approved(year: FiscalYear) -> Problem {
    let text = Text::new(
        format!("{year} 年的分配没有通过，不用冲销。草案直接改，提交的先撤回。"),
        format!("The distribution of {year} is not approved; change its draft instead."),
    );
    Problem::refused("distribution.not_approved", text)
}

pub(super) fn no_number() -> Problem {
    let text = Text::new(
        "决议要有文号，例如“鹅社〔2026〕1号”。填上文号再通过。",
        "The resolution needs its number. Fill it in, then approve.",
    );
    Problem::input("distribution.resolution", text).about("resolution")
}

/// A plan is put before the meeting, or resolved, after the year's end.
pub(super) fn within_year(year: FiscalYear, on: Date, is_resolution: bool) -> Problem {
    let end = year.last_day();
    let text = if is_resolution {
        Text::new(
            format!("决议日期 {on} 不晚于年末 {end}：年度结束后才能表决。改成开会的日期。"),
            format!(
                "The resolution of {on} lies before the year's end on {end}: a year is resolved on \
                 after it has ended. Enter the day of the meeting."
            ),
        )
    } else {
        Text::new(
            format!("提交日期 {on} 不晚于年末 {end}：年度结束后才有方案。改成提交的日期。"),
            format!("{on} is not after the year's end on {end}; enter the day it is laid open."),
        )
    };
    let code = if is_resolution {
        "distribution.resolution_too_early"
    } else {
        "distribution.presented_too_early"
    };
    Problem::refused(code, text).about("on")
}

pub(super) fn years_later(year: FiscalYear, on: Date) -> Problem {
    let text = Text::new(
        format!("日期 {on} 离 {year} 年太远，多半是年份写错了。定了就不能再改，核对。"),
        format!(
            "{on} lies years after {year}; the year is most likely mistyped. It cannot be changed \
             afterwards: look it up."
        ),
    );
    Problem::refused("distribution.resolution_too_late", text).about("on")
}

pub(super) fn before_presentation(on: Date, presented_on: Date) -> Problem {
    let text = Text::new(
        format!("决议日期 {on} 早于方案提交的 {presented_on}。改成开会的日期。"),
        format!(
            "{on} is before the plan was laid open on {presented_on}. Enter the meeting's day."
        ),
    );
    Problem::refused("distribution.before_presentation", text).about("on")
}

pub(super) fn meeting_before(meeting_on: Date, on: Date) -> Problem {
    let text = Text::new(
        format!("开会日期 {meeting_on} 早于提交日期 {on}。改成以后的日期，还没定就空着。"),
        format!(
            "The meeting of {meeting_on} is before {on}. Choose a later day, or leave it empty."
        ),
    );
    Problem::refused("distribution.meeting_before", text).about("meeting")
}

/// The books moved since the plan was put before the meeting.
pub(super) fn books_changed(year: FiscalYear, then: Money, now: Money) -> Problem {
    let (then, now) = (then.grouped(), now.grouped());
    let text = Text::new(
        format!(
            "{year} 年的盈余提交时是 {then}，账上现在是 {now}，没有通过。查清后面记的凭证；\
             要按新的数，撤回方案再提交。"
        ),
        format!(
            "The surplus of {year} was {then} when the plan was laid open and is {now} now. Look \
             the later vouchers up; to take the new figure, take the plan back and lay it open \
             again."
        ),
    );
    Problem::refused("distribution.books_changed", text)
}

/// What was brought forward moved since the plan was put before the meeting.
pub(super) fn opening_changed(year: FiscalYear, then: Money, now: Money) -> Problem {
    let (then, now) = (then.grouped(), now.grouped());
    let text = Text::new(
        format!(
            "{year} 年年初未分配盈余提交时是 {then}，账上现在是 {now}，没有通过：以前年度的账或\
             分配变了。要按新的数，撤回方案再提交。"
        ),
        format!(
            "What was brought forward to {year} was {then} when the plan was laid open and is \
             {now} now: the books or a distribution of earlier years changed. To take the new \
             figure, take the plan back and lay it open again."
        ),
    );
    Problem::refused("distribution.books_changed", text)
}

/// What members get by the books is not what the meeting was shown.
pub(super) fn shares_changed(whom: &str, members: usize, then: Money, now: Money) -> Problem {
    let (then, now) = (then.grouped(), now.grouped());
    let text = Text::new(
        format!(
            "{whom} 提交时分得 {then}，按现在的出资和交易额是 {now}（共 {members} 名成员不同），\
             没有通过。查清后面登记的出资、交易；要按新的数，撤回方案再提交。"
        ),
        format!(
            "{whom} got {then} when the plan was laid open and gets {now} by the capital and \
             deliveries that stand now (members that differ: {members}). Look up what was entered \
             since; to take the new figures, take the plan back and lay it open again."
        ),
    );
    Problem::refused("distribution.books_changed", text)
}

/// What members were paid, or are being paid, is taken back first.
pub(super) fn paid_before(year: FiscalYear, paid: Money, drafted: Money) -> Problem {
    let (paid, drafted) = (paid.grouped(), drafted.grouped());
    let text = Text::new(
        format!(
            "{year} 年的分配已发放 {paid}，草稿里还有 {drafted}，没有冲销。先冲销发放的凭证、\
             放弃发放的草稿。"
        ),
        format!(
            "{paid} of the distribution of {year} is paid, and {drafted} stands in drafts. Reverse \
             the payments and drop the drafts first."
        ),
    );
    Problem::refused("distribution.paid", text)
}

pub(super) fn wants_review(year: FiscalYear, numbers: &[String]) -> Problem {
    let (zh, en) = (numbers.join("、"), numbers.join(", "));
    let text = Text::new(
        format!(
            "这本账由另一人审核凭证。先逐张冲销 {year} 年分配的凭证 {zh}，红字审核记账后，再冲销分配。"
        ),
        format!(
            "In this book somebody else reviews vouchers. Reverse {en} of {year} one by one and \
             have the red ones posted; then reverse the distribution."
        ),
    );
    Problem::refused("distribution.wants_review", text)
}
