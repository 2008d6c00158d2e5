//! The registers as they are looked at and added to one by one: villages, cooperatives, members.

pub(crate) mod change;
mod views;

use std::collections::HashMap;

use domain::cooperative::Cooperative;
use domain::id::{CooperativeId, MemberId, VillageId};
use domain::member::{Member, MemberKind, id_number_holds};
use domain::share::Contribution;
use domain::village::Village;
use domain::{Money, Month};
use store::{Kept, Reading};
pub(crate) use views::cooperative_year;

use crate::book::Book;
use crate::chart;
use crate::failure::{number_text, unknown};
use crate::import::wrong_credit_code;
use crate::problem::Problem;
use crate::typed::optional;
use crate::view::register::{
    CooperativeInput, MemberInput, MemberKindView, VillageInput, VillageRow,
};
use crate::view::{Named, Text};

/// The cooperative with this code.
pub(crate) fn cooperative(
    reading: &Reading<'_>,
    code: &str,
) -> Result<Kept<CooperativeId, Cooperative>, Problem> {
    let found = reading.cooperatives()?.into_iter().find(|coop| coop.what.code == code);
    found.ok_or_else(|| unknown(Text::new("合作社", "cooperative"), code).about("coop"))
}

/// The month from which a cooperative's books are kept.
pub(crate) fn starts(reading: &Reading<'_>, id: CooperativeId) -> Result<Month, Problem> {
    let found = reading.cooperatives()?.into_iter().find(|coop| coop.id == id);
    let found = found.ok_or_else(|| unknown(Text::new("合作社", "cooperative"), "?"))?;
    Ok(found.what.starts)
}

/// All villages by their row.
/// What each member put in or took out, by date; who never did is not among them.
pub(crate) fn contributions_by_member(
    reading: &Reading<'_>,
    coop: CooperativeId,
) -> Result<HashMap<MemberId, Vec<Contribution>>, Problem> {
    let mut by_member: HashMap<MemberId, Vec<Contribution>> = HashMap::new();
    for record in reading.contributions(coop)? {
        by_member.entry(record.member).or_default().push(record.contribution);
    }
    Ok(by_member)
}

pub(crate) fn villages(reading: &Reading<'_>) -> Result<HashMap<VillageId, Village>, Problem> {
    let villages = reading.villages()?.into_iter();
    Ok(villages.map(|village| (village.id, village.what)).collect())
}

impl Book {
    /// Every village in the order of the register.
    ///
    /// # Errors
    /// The book is damaged.
    pub fn villages(&mut self) -> Result<Vec<VillageRow>, Problem> {
        let villages = self.store.read()?.villages()?.into_iter();
        Ok(villages.map(|village| views::village_row(village.what)).collect())
    }

    /// Adds a village.
    ///
    /// # Errors
    /// An empty name, a wrong amount, a code that exists, or a book that cannot be written.
    pub fn add_village(&mut self, input: VillageInput) -> Result<Named, Problem> {
        let village = Village {
            code: filled("code", &input.code)?,
            name: filled("name", &input.name)?,
            township: filled("township", &input.township)?,
            performance_pay: read_amount("performance_pay", &input.performance_pay)?,
            joint: input.joint,
        };
        let work = self.store.begin()?;
        if work.villages()?.iter().any(|known| known.what.code == village.code) {
            return Err(code_exists(&village.code));
        }
        work.add_village(&village, None)?;
        work.commit()?;
        Ok(Named { code: village.code, name: village.name })
    }

    /// Adds a cooperative with the standard chart of accounts; a credit code that fails its check
    /// is a warning beside it.
    ///
    /// # Errors
    /// An empty name, a wrong month, a code that exists, or a book that cannot be written.
    pub fn add_cooperative(
        &mut self,
        input: CooperativeInput,
    ) -> Result<(Named, Option<Text>), Problem> {
        let cooperative = Cooperative {
            code: filled("code", &input.code)?,
            name: filled("name", &input.name)?,
            credit_code: optional(input.credit_code.as_deref()),
            alliance: optional(input.alliance.as_deref()),
            line: optional(input.line.as_deref()),
            starts: Month::read(&input.starts).map_err(|e| Problem::from(e).about("starts"))?,
        };
        let work = self.store.begin()?;
        if work.cooperatives()?.iter().any(|known| known.what.code == cooperative.code) {
            return Err(code_exists(&cooperative.code));
        }
        let id = work.add_cooperative(&cooperative, None)?;
        chart::add_standard(&work, id, None)?;
        work.commit()?;
        let warning = wrong_credit_code(&cooperative);
        Ok((Named { code: cooperative.code, name: cooperative.name }, warning))
    }

    /// Adds a member to a cooperative; an ID number that fails its check is a warning beside it.
    ///
    /// # Errors
    /// A cooperative or village that is not known, a village collective without its village or in
    /// the cooperative already, a wrong day, a code that exists, or a book that cannot be written.
    pub fn add_member(
        &mut self,
        coop: &str,
        input: MemberInput,
    ) -> Result<(Named, Option<Text>), Problem> {
        let member = read_member(input)?;
        let work = self.store.begin()?;
        let cooperative = cooperative(&work, coop)?.id;
        let members = work.members(cooperative)?;
        if members.iter().any(|known| known.what.code == member.code) {
            return Err(code_exists(&member.code));
        }
        let village = match &member.village {
            None => None,
            Some(code) => {
                let found = work.villages()?.into_iter().find(|known| known.what.code == *code);
                let not_known = || unknown(Text::new("村", "village"), code).about("village");
                Some(found.ok_or_else(not_known)?.id)
            }
        };
        refuse_second_village(&member, &members)?;
        work.add_member(cooperative, &member, village, None)?;
        work.commit()?;
        let wrong = member.id_number.as_deref().is_some_and(|number| !id_number_holds(number));
        let warning = wrong.then(|| wrong_id_number(&member.name));
        Ok((Named { code: member.code, name: member.name }, warning))
    }
}

fn read_member(input: MemberInput) -> Result<Member, Problem> {
    let joined_on = input.joined.as_deref().map(crate::day::read).transpose();
    Ok(Member {
        code: filled("code", &input.code)?,
        name: filled("name", &input.name)?,
        kind: match input.kind {
            MemberKindView::VillageCollective => MemberKind::VillageCollective,
            MemberKindView::Household => MemberKind::Household,
            MemberKindView::Enterprise => MemberKind::Enterprise,
        },
        village: optional(input.village.as_deref()),
        joined_on: joined_on.map_err(|error| Problem::from(error).about("joined"))?,
        id_number: optional(input.id_number.as_deref()),
        bank_account: optional(input.bank_account.as_deref()),
    })
}

/// A village's collective is one member of a cooperative, and says which village it is.
fn refuse_second_village(
    member: &Member,
    members: &[Kept<MemberId, Member>],
) -> Result<(), Problem> {
    if member.kind != MemberKind::VillageCollective {
        return Ok(());
    }
    let Some(code) = &member.village else { return Err(village_missing(&member.name)) };
    let is_it = |known: &Kept<MemberId, Member>| {
        known.what.kind == MemberKind::VillageCollective
            && known.what.village.as_ref() == Some(code)
    };
    if members.iter().any(is_it) { Err(village_joined(code)) } else { Ok(()) }
}

fn read_amount(field: &str, text: &str) -> Result<Money, Problem> {
    Money::read_unsigned(text).map_err(|error| {
        let text = number_text(&error);
        let text = Text::new(text.zh + "。", text.en + ".");
        Problem::input("register.amount", text).about(field)
    })
}

/// What must be typed, as an import takes it.
fn filled(field: &str, text: &str) -> Result<String, Problem> {
    if let Some(text) = optional(Some(text)) {
        return Ok(text);
    }
    let text = Text::new(format!("{field} 没有填写。"), format!("{field} is empty."));
    Err(Problem::input("register.empty", text).about(field))
}

fn code_exists(code: &str) -> Problem {
    let text = Text::new(
        format!("编号 {code} 已经有了，没有登记。换一个编号。"),
        format!("The code {code} exists already; nothing was added. Choose another code."),
    );
    Problem::refused("register.code_exists", text).about("code")
}

fn village_missing(name: &str) -> Problem {
    let text = Text::new(
        format!("村集体“{name}”要写明是哪个村：填村的编号。"),
        format!("The village collective “{name}” needs its village: give the village's code."),
    );
    Problem::input("register.village_missing", text).about("village")
}

fn village_joined(code: &str) -> Problem {
    let text = Text::new(
        format!("村 {code} 在这家合作社里已是成员，不能再登记一次。"),
        format!("The village {code} is a member of this cooperative already."),
    );
    Problem::refused("register.village_joined", text).about("village")
}

pub(crate) fn wrong_id_number(name: &str) -> Text {
    Text::new(
        format!("“{name}”的身份证号校验不符，已照录，核对证件"),
        format!("the ID number of “{name}” fails its check; taken as it is, look it up"),
    )
}

/// Words of the trade in which a character is read otherwise than alone, with their initials.
const READ_OTHERWISE: &[(&str, &str)] = &[
    ("银行", "yh"),
    ("商行", "sh"),
    ("支行", "zh"),
    ("分行", "fh"),
    ("长期", "cq"),
    ("会计", "kj"),
    ("重复", "cf"),
    ("重新", "cx"),
    ("重庆", "cq"),
];

/// The initials of a name in pinyin, to find it by: 幸福鹅 is `xfe`. What has no pinyin stays.
pub(crate) fn initials(name: &str) -> String {
    use pinyin::ToPinyin;
    let mut initials = String::new();
    let mut rest = name;
    while let Some(character) = rest.chars().next() {
        let word = READ_OTHERWISE.iter().find(|(word, _)| rest.starts_with(word));
        if let Some((word, letters)) = word {
            initials.push_str(letters);
            rest = &rest[word.len()..];
            continue;
        }
        let letter = character.to_pinyin().and_then(|pinyin| pinyin.plain().chars().next());
        initials.push(letter.unwrap_or(character.to_ascii_lowercase()));
        rest = &rest[character.len_utf8()..];
    }
    initials
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_their_initials() {
        assert_eq!(initials("幸福鹅"), "xfe");
        assert_eq!(initials("村民𠮷"), "cm𠮷");
        assert_eq!(initials("A村"), "ac");
        // 行 and 长 alone are xing and zhang.
        assert_eq!(initials("银行存款"), "yhck");
        assert_eq!(initials("长期借款"), "cqjk");
    }
}
