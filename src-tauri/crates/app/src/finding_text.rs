//! What was found about a distribution or a membership, as one sentence with the figures, in both
//! languages, beside the article that it comes from.

use domain::finding::{Finding, Floor, OPEN_DAYS, Severity as Grave};
use domain::{Money, Rate, ratio};
use jiff::civil::Date;

use crate::view::Text;
use crate::view::dividend::{FindingView, Severity};

/// A finding as screens and commands show it.
pub fn view(finding: &Finding) -> FindingView {
    FindingView {
        rule: finding.rule().to_owned(),
        severity: match finding.severity() {
            Grave::Error => Severity::Error,
            Grave::Warning => Severity::Warning,
            Grave::Note => Severity::Note,
            Grave::Ok => Severity::Ok,
        },
        article: article(finding),
        message: message(finding),
    }
}

fn article(finding: &Finding) -> Text {
    match finding {
        Finding::PatronageFloor { .. }
        | Finding::NoPatronage { .. }
        | Finding::LossYear { .. }
        | Finding::NoSurplus
        | Finding::LossesMadeUp { .. }
        | Finding::BroughtForward { .. } => Text::new("法第四十四条", "art. 44"),
        Finding::AppropriationCut { .. } | Finding::AllAppropriated { .. } => {
            Text::new("法第四十二条", "art. 42")
        }
        Finding::RetainedCut { .. } | Finding::GuaranteeShort { .. } => {
            Text::new("章程", "charter")
        }
        Finding::MemberCount { .. } => Text::new("法第十二条", "art. 12"),
        Finding::FarmerShare { .. } | Finding::UnitMembers { .. } | Finding::UnitsAlone { .. } => {
            Text::new("法第二十条", "art. 20")
        }
        Finding::PlanOpen { .. } => Text::new("法第四十条", "art. 40"),
        Finding::OpenMonths { .. } => Text::new("账", "books"),
        Finding::NoAccount { .. } => Text::new("名册", "register"),
    }
}

fn message(finding: &Finding) -> Text {
    match *finding {
        Finding::PatronageFloor { share, refund, retained, of_year, of_distributable } => {
            patronage_floor(
                finding.severity(),
                share,
                [refund, retained],
                of_year,
                of_distributable,
            )
        }
        Finding::NoPatronage { .. } => Text::new(
            "当年无成员交易量，六成返还没有基数，须由大会决定按份额分。",
            "No dealings by members this year, so the 60 % refund has no base; the meeting must \
             decide to divide by shares.",
        ),
        Finding::LossYear { loss, pool, deficit_carried } => loss_year(loss, pool, deficit_carried),
        Finding::NoSurplus => {
            Text::new("本年没有盈余，没有可分的。", "No surplus this year, nothing to share out.")
        }
        Finding::LossesMadeUp { made_up, deficit_carried } => {
            losses_made_up(made_up, deficit_carried)
        }
        Finding::BroughtForward { opening, left_of_year, distributable } => {
            brought_forward(opening, left_of_year, distributable)
        }
        Finding::AppropriationCut { ref fund, wanted, taken } => {
            appropriation_cut(fund, wanted, taken)
        }
        Finding::AllAppropriated { base } => all_appropriated(base),
        Finding::RetainedCut { wanted, retained } => retained_cut(wanted, retained),
        Finding::GuaranteeShort { rate, promised, pool } => guarantee_short(rate, promised, pool),
        Finding::MemberCount { members } => member_count(finding.severity(), members),
        Finding::FarmerShare { farmers, members } => {
            farmer_share(finding.severity(), farmers, members)
        }
        Finding::UnitMembers { units, members } => unit_members(finding.severity(), units, members),
        Finding::UnitsAlone { units } => units_alone(units),
        Finding::PlanOpen { presented_on, meeting_on, days } => {
            plan_open(presented_on, meeting_on, days)
        }
        Finding::OpenMonths { first, months } => Text::new(
            format!("本年还有 {months} 个月没有结账（从 {first} 起），盈余还会变。先结账再表决。"),
            format!(
                "Months of the year that are not closed: {months}, from {first} on. The surplus \
                 may still change; close them before the meeting."
            ),
        ),
        Finding::NoAccount { members } => Text::new(
            format!("应得的成员里 {members} 名没有银行账号，批量代发不含他们。在成员页补登。"),
            format!(
                "Members that get something and have no bank account: {members}. The bank's file \
                 leaves them out; add it on the member's page."
            ),
        ),
    }
}

/// How long the plan lay open before the meeting.
fn plan_open(presented_on: Option<Date>, meeting_on: Date, days: i32) -> Text {
    match presented_on {
        Some(on) if days >= OPEN_DAYS => Text::new(
            format!("方案 {on} 提交，{meeting_on} 开会，备查 {days} 天。"),
            format!("Laid open on {on}, the meeting on {meeting_on}: {days} days."),
        ),
        Some(on) => Text::new(
            format!(
                "方案 {on} 提交，{meeting_on} 开会，只备查 {days} 天，应在会前 {OPEN_DAYS} 天置备。"
            ),
            format!(
                "Laid open on {on}, the meeting on {meeting_on}: {days} days, and {OPEN_DAYS} are \
                 wanted."
            ),
        ),
        None => Text::new(
            format!(
                "没有提交成员大会的记录，{meeting_on} 表决。应在会前 {OPEN_DAYS} 天置备，供成员查阅。"
            ),
            format!(
                "Not on record as put before the meeting of {meeting_on}; {OPEN_DAYS} days before \
                 it the plan is to lie open to the members."
            ),
        ),
    }
}

/// What was refunded, both bases with their 60 %, and what to do.
fn patronage_floor(
    severity: Grave,
    share: Rate,
    [refund, retained]: [Money; 2],
    of_year: Floor,
    of_distributable: Floor,
) -> Text {
    let (percent, refund, retained) = (share.percent(), refund.grouped(), retained.grouped());
    let bases = both_bases(of_year, of_distributable);
    let (zh, en) = (&bases.zh, &bases.en);
    match (severity, share < Rate::LEGAL_PATRONAGE) {
        (Grave::Error, _) => Text::new(
            format!(
                "按交易量返还 {refund} 元（{percent}%），不到六成：{zh}。返还比例至少定为 60%。"
            ),
            format!(
                "Refund by patronage {refund} ({percent} %), below the legal 60 %: {en}. Set the \
                 share to 60 % or more."
            ),
        ),
        (Grave::Warning | Grave::Note, true) => Text::new(
            format!(
                "按交易量返还 {refund} 元（{percent}%），按本年盈余已满六成，按全部可分配盈余不到：\
                 {zh}。以哪个为基数，由大会决定。"
            ),
            format!(
                "Refund by patronage {refund} ({percent} %), 60 % of this year's surplus but not \
                 of all that can be distributed: {en}. The meeting decides which base is meant."
            ),
        ),
        (Grave::Warning | Grave::Note, false) => Text::new(
            format!(
                "按交易量返还 {refund} 元，因为结转下年 {retained} 元，不到六成：{zh}。少结转，或由\
                 大会说明理由。"
            ),
            format!(
                "Refund by patronage {refund}, below the legal 60 % because {retained} are \
                 carried to next year: {en}. Carry less, or have the meeting say why."
            ),
        ),
        (Grave::Ok, _) => Text::new(
            format!("按交易量返还 {refund} 元，已满六成：{zh}。"),
            format!("Refund by patronage {refund}, at least the legal 60 %: {en}."),
        ),
    }
}

fn both_bases(of_year: Floor, of_distributable: Floor) -> Text {
    let [base, floor] = [of_year.base, of_year.floor].map(Money::grouped);
    let [wide_base, wide_floor] =
        [of_distributable.base, of_distributable.floor].map(Money::grouped);
    if of_year == of_distributable {
        Text::new(
            format!("本年补亏、提取后盈余 {base} 元的六成是 {floor} 元"),
            format!("60 % of this year's {base} after losses and reserve are {floor}"),
        )
    } else {
        Text::new(
            format!(
                "本年补亏、提取后盈余 {base} 元的六成是 {floor} 元，连同年初未分配盈余的可分配盈余 \
                 {wide_base} 元的六成是 {wide_floor} 元"
            ),
            format!(
                "60 % of this year's {base} after losses and reserve are {floor}, of \
                 {wide_base} with what was brought forward {wide_floor}"
            ),
        )
    }
}

fn loss_year(loss: Money, pool: Money, deficit_carried: Money) -> Text {
    let (loss, carried) = (loss.grouped(), deficit_carried.grouped());
    if pool > Money::ZERO {
        let pool = pool.grouped();
        Text::new(
            format!(
                "本年亏损 {loss} 元，分配的 {pool} 元全部来自年初未分配盈余，须由大会专门决定。"
            ),
            format!(
                "A loss of {loss} this year: the {pool} shared out come from what was brought \
                 forward, which the meeting must decide on."
            ),
        )
    } else {
        Text::new(
            format!("本年亏损 {loss} 元，不分配；结转下年的亏损 {carried} 元。"),
            format!(
                "A loss of {loss} this year, nothing is shared out; {carried} of loss carried."
            ),
        )
    }
}

fn losses_made_up(made_up: Money, deficit_carried: Money) -> Text {
    let (made_up, carried) = (made_up.grouped(), deficit_carried.grouped());
    if deficit_carried > Money::ZERO {
        Text::new(
            format!("本年盈余全部用于弥补年初亏损 {made_up} 元，还有 {carried} 元亏损结转下年。"),
            format!(
                "All of the surplus makes up losses brought forward, {made_up}; {carried} of loss \
                 are still carried to next year."
            ),
        )
    } else {
        Text::new(
            format!("先用本年盈余弥补年初亏损 {made_up} 元，再提取和分配。"),
            format!(
                "Losses brought forward, {made_up}, are made up first, then the rest is shared."
            ),
        )
    }
}

fn brought_forward(opening: Money, left_of_year: Money, distributable: Money) -> Text {
    let [opening, left, all] = [opening, left_of_year, distributable].map(Money::grouped);
    Text::new(
        format!(
            "可分配盈余 {all} 元（02 表第 16 行）含年初未分配盈余 {opening} 元；本年补亏、提取后的盈余是 \
             {left} 元。"
        ),
        format!(
            "The distributable {all} (form 02 line 16) count {opening} brought forward; this \
             year's surplus after losses and reserve is {left}."
        ),
    )
}

fn appropriation_cut(fund: &str, wanted: Money, taken: Money) -> Text {
    let [wanted, taken, missing] = [wanted, taken, wanted - taken].map(Money::grouped);
    Text::new(
        format!("{fund}应提 {wanted} 元，只剩 {taken} 元可提，少提 {missing} 元。"),
        format!("{fund}: {wanted} asked for, only {taken} left to take, {missing} short."),
    )
}

fn all_appropriated(base: Money) -> Text {
    let base = base.grouped();
    Text::new(
        format!("补亏后的本年盈余 {base} 元全部提走，本年没有留给成员的。"),
        format!(
            "All of this year's {base} after losses is set aside; nothing is left for members."
        ),
    )
}

fn retained_cut(wanted: Money, retained: Money) -> Text {
    let (wanted, retained) = (wanted.grouped(), retained.grouped());
    Text::new(
        format!("要结转下年 {wanted} 元，可分配盈余只有 {retained} 元，全部结转，没有可分的。"),
        format!(
            "{wanted} were to be carried to next year; only {retained} can be distributed, so all \
             of it is carried and nothing shared out."
        ),
    )
}

fn guarantee_short(rate: Rate, promised: Money, pool: Money) -> Text {
    let (percent, promised, pool) = (rate.percent(), promised.grouped(), pool.grouped());
    Text::new(
        format!("按 {percent}% 保底要 {promised} 元，只有 {pool} 元，按各自应得的比例分。"),
        format!(
            "{percent} % guaranteed on capital would take {promised}; there are only {pool}, \
             shared in proportion to what each would get."
        ),
    )
}

fn member_count(severity: Grave, members: usize) -> Text {
    if severity == Grave::Ok {
        Text::new(
            format!("成员 {members} 名，不少于 5 名。"),
            format!("Members: {members}, at least 5."),
        )
    } else {
        Text::new(
            format!("成员 {members} 名，不到 5 名，还差 {} 名。", 5_usize.saturating_sub(members)),
            format!("Members: {members}, {} short of 5.", 5_usize.saturating_sub(members)),
        )
    }
}

fn farmer_share(severity: Grave, farmers: usize, members: usize) -> Text {
    // Cut off, so that 79.999 % is never shown as enough.
    let percent = percent(ratio::percent, farmers, members);
    if severity == Grave::Ok {
        Text::new(
            format!("农民成员 {farmers} 名，占成员 {members} 名的 {percent}%，不少于 80%。"),
            format!("Farmers: {farmers} of {members} members, {percent} %, at least 80 %."),
        )
    } else {
        let needed = (members - farmers) * 4;
        Text::new(
            format!(
                "农民成员 {farmers} 名，占成员 {members} 名的 {percent}%，不到 80%；其他成员不变，\
                 至少要有 {needed} 名农民成员。"
            ),
            format!(
                "Farmers: {farmers} of {members} members, {percent} %, below 80 %; beside the \
                 others there must be at least {needed}."
            ),
        )
    }
}

fn unit_members(severity: Grave, units: usize, members: usize) -> Text {
    // Rounded up, so that what is above 5 % is never shown as 5.00 %.
    let percent = percent(ratio::percent_rounded_up, units, members);
    let small = members <= 20;
    match (severity == Grave::Ok, small) {
        (true, true) => Text::new(
            format!("单位成员 {units} 名，成员 {members} 名，不超过 20 名时可以有 1 名。"),
            format!("Unit members: {units} of {members}; up to 20 members one is allowed."),
        ),
        (true, false) if units * 20 == members => Text::new(
            format!("单位成员 {units} 名，占成员 {members} 名的 {percent}%，正好是 5% 的上限。"),
            format!("Unit members: {units} of {members}, exactly {percent} %, the most allowed."),
        ),
        (true, false) => Text::new(
            format!("单位成员 {units} 名，占成员 {members} 名的 {percent}%，不超过 5%。"),
            format!("Unit members: {units} of {members}, {percent} %, at most 5 %."),
        ),
        (false, _) => {
            let needed = units * 20;
            let rule = if small {
                Text::new("成员不超过 20 名时只能有 1 名", "up to 20 members only one is allowed")
            } else {
                Text::new("超过 5%", "above 5 %")
            };
            Text::new(
                format!(
                    "单位成员 {units} 名，占成员 {members} 名的 {percent}%，{}；{units} 名单位成员\
                     至少要有 {needed} 名成员。",
                    rule.zh
                ),
                format!(
                    "Unit members: {units} of {members}, {percent} %, {}; {units} of them need at \
                     least {needed} members.",
                    rule.en
                ),
            )
        }
    }
}

fn units_alone(units: usize) -> Text {
    let needed = if units == 1 { 5 } else { units * 20 };
    Text::new(
        format!(
            "{units} 名成员全是单位，没有农民成员，不符合专业合作社的成员规定。可以吸收农民成员（共 \
             {needed} 名成员以上），或由各村的合作社组成联合社（至少 3 家）。"
        ),
        format!(
            "None of the {units} members is a farmer, which a specialised cooperative may not \
             have. Take in farmers ({needed} members or more), or join the villages' own \
             cooperatives in a union (at least 3)."
        ),
    )
}

fn percent(shown: fn(u128, u128, u32) -> Option<String>, part: usize, whole: usize) -> String {
    shown(part as u128, whole as u128, 2).unwrap_or_else(|| "0.00".to_owned())
}

#[cfg(test)]
mod tests;
