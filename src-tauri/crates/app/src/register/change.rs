//! Changes of a member in the register (变更登记): a name, the head of a household, papers, the bank,
//! votes. What it was stays on record with the day and the reason.

use std::collections::{HashMap, HashSet};

use domain::id::{MemberId, VillageId};
use domain::member::{Member, MemberField, extra_votes_most, masked};
use domain::share::has_left;
use jiff::civil::Date;
use store::{Kept, MemberChange, Reading};

use super::{contributions_by_member, cooperative, village_joined, village_missing};
use crate::book::Book;
use crate::failure::unknown;
use crate::problem::Problem;
use crate::typed::{optional, wanted};
use crate::view::Text;
use crate::view::register::MemberView;
use crate::view::share::{MemberChangeInput, MemberChangeRow, MemberFieldView};
use crate::{closing, day};

/// What is known of a member beside its row: what was noted last of each field.
#[derive(Debug, Clone, Default)]
pub(crate) struct Beside {
    pub head: Option<String>,
    pub bank_name: Option<String>,
    pub address: Option<String>,
    pub extra_votes: u32,
}

/// What is known of each member beside its row.
pub(crate) fn beside(changes: &[MemberChange]) -> HashMap<MemberId, Beside> {
    let mut all: HashMap<MemberId, Beside> = HashMap::new();
    for change in changes {
        let known = all.entry(change.member).or_default();
        let after = change.after.clone();
        match change.field {
            MemberField::Head => known.head = after,
            MemberField::BankName => known.bank_name = after,
            MemberField::Address => known.address = after,
            MemberField::ExtraVotes => known.extra_votes = votes(after.as_deref()),
            MemberField::Name
            | MemberField::Village
            | MemberField::JoinedOn
            | MemberField::IdNumber
            | MemberField::BankAccount => {}
        }
    }
    all
}

fn votes(text: Option<&str>) -> u32 {
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

impl Book {
    /// Changes what the register says of a member, with the day and the reason; an ID number that
    /// fails its check is among the notes.
    ///
    /// # Errors
    /// A cooperative, member or village that is not known, no reason, nothing that changes, no
    /// name, a village that is a member already, more extra votes than the law lets, or a book that
    /// cannot be written.
    pub fn change_member(
        &mut self,
        coop: &str,
        code: &str,
        input: &MemberChangeInput,
    ) -> Result<MemberView, Problem> {
        let reason = closing::read_reason(&input.reason, "变更登记", "The change")?;
        let on = day::read(&input.on).map_err(|error| Problem::from(error).about("on"))?;
        let work = self.store.begin()?;
        let kept = cooperative(&work, coop)?;
        let members = work.members(kept.id)?;
        let found = members.iter().find(|member| member.what.code == code);
        let found =
            found.ok_or_else(|| unknown(Text::new("成员", "member"), code).about("code"))?;
        let known = beside(&work.member_changes(kept.id)?);
        let now = read(found, known.get(&found.id), input)?;
        let changes = differences((found, known.get(&found.id)), &now, on, &reason);
        if changes.is_empty() {
            return Err(nothing_changes(&found.what.name));
        }
        let village = village_row(&work, &members, found, &now.member)?;
        let made = contributions_by_member(&work, kept.id)?;
        let there = members
            .iter()
            .map(|member| member.id)
            .filter(|id| *id == found.id || !made.get(id).is_some_and(|made| has_left(made, on)));
        refuse_too_many_votes(&there.collect(), &known, found.id, now.beside.extra_votes)?;
        work.change_member(found.id, &now.member, village, &changes)?;
        work.commit()?;
        self.member(coop, code, None)
    }
}

/// What the register is to say.
struct Now {
    member: Member,
    beside: Beside,
}

fn read(
    found: &Kept<MemberId, Member>,
    known: Option<&Beside>,
    input: &MemberChangeInput,
) -> Result<Now, Problem> {
    let was = &found.what;
    let known = known.cloned().unwrap_or_default();
    let kept = |typed: &Option<String>, was: &Option<String>| match typed {
        None => was.clone(),
        Some(text) => optional(Some(text)),
    };
    let joined_on = match &input.joined_on {
        None => was.joined_on,
        Some(text) => {
            let read = optional(Some(text)).as_deref().map(day::read).transpose();
            read.map_err(|error| Problem::from(error).about("joined_on"))?
        }
    };
    let extra_votes = match input.extra_votes.as_deref().map(str::trim) {
        None => known.extra_votes,
        Some("") => 0,
        Some(text) => text.parse().map_err(|_| no_votes(text))?,
    };
    let name = match &input.name {
        None => was.name.clone(),
        Some(text) => wanted(Some(text), "name", ("名称", "The name"))?,
    };
    Ok(Now {
        member: Member {
            code: was.code.clone(),
            name,
            kind: was.kind,
            village: kept(&input.village, &was.village),
            joined_on,
            id_number: kept(&input.id_number, &was.id_number),
            bank_account: kept(&input.bank_account, &was.bank_account),
        },
        beside: Beside {
            head: kept(&input.head, &known.head),
            bank_name: kept(&input.bank_name, &known.bank_name),
            address: kept(&input.address, &known.address),
            extra_votes,
        },
    })
}

/// What each field says, as it is kept on record.
fn said(member: &Member, beside: &Beside, field: MemberField) -> Option<String> {
    match field {
        MemberField::Name => Some(member.name.clone()),
        MemberField::Head => beside.head.clone(),
        MemberField::Village => member.village.clone(),
        MemberField::JoinedOn => member.joined_on.map(|day| day.strftime("%Y%m%d").to_string()),
        MemberField::IdNumber => member.id_number.clone(),
        MemberField::BankAccount => member.bank_account.clone(),
        MemberField::BankName => beside.bank_name.clone(),
        MemberField::Address => beside.address.clone(),
        MemberField::ExtraVotes => (beside.extra_votes > 0).then(|| beside.extra_votes.to_string()),
    }
}

fn differences(
    (found, known): (&Kept<MemberId, Member>, Option<&Beside>),
    now: &Now,
    on: Date,
    reason: &str,
) -> Vec<MemberChange> {
    let was = known.cloned().unwrap_or_default();
    let changed = MemberField::ALL.into_iter().filter_map(|field| {
        let before = said(&found.what, &was, field);
        let after = said(&now.member, &now.beside, field);
        (before != after).then(|| MemberChange {
            member: found.id,
            on,
            field,
            before,
            after,
            reason: reason.to_owned(),
        })
    });
    changed.collect()
}

fn village_row(
    reading: &Reading<'_>,
    members: &[Kept<MemberId, Member>],
    found: &Kept<MemberId, Member>,
    now: &Member,
) -> Result<Option<VillageId>, Problem> {
    let is_village = now.kind == domain::member::MemberKind::VillageCollective;
    let Some(code) = &now.village else {
        return if is_village { Err(village_missing(&now.name)) } else { Ok(None) };
    };
    let joined = members.iter().any(|other| {
        is_village
            && other.id != found.id
            && other.what.kind == now.kind
            && other.what.village.as_ref() == Some(code)
    });
    if joined {
        return Err(village_joined(code));
    }
    let village = reading.villages()?.into_iter().find(|known| known.what.code == *code);
    let not_known = || unknown(Text::new("村", "village"), code).about("village");
    Ok(Some(village.ok_or_else(not_known)?.id))
}

/// `there` are the members that have a vote: all that have not left, and the one that is changed.
fn refuse_too_many_votes(
    there: &HashSet<MemberId>,
    known: &HashMap<MemberId, Beside>,
    member: MemberId,
    now: u32,
) -> Result<(), Problem> {
    let others = known.iter().filter(|(id, _)| **id != member && there.contains(id));
    let others: u32 = others.map(|(_, beside)| beside.extra_votes).sum();
    let count = u32::try_from(there.len()).unwrap_or(u32::MAX);
    let (most, all) = (extra_votes_most(count), others.saturating_add(now));
    if now == 0 || all <= most {
        return Ok(());
    }
    let text = Text::new(
        format!(
            "附加表决权合计会是 {all} 票，超过基本表决权 {count} 票的 20 %（{most} 票，\
             农民专业合作社法第二十二条）。其他成员已有 {others} 票，改小。"
        ),
        format!(
            "Extra votes would be {all} in all, more than 20 % of the {count} basic votes ({most}, \
             art. 22 of the law). Others have {others}; give fewer."
        ),
    );
    Err(Problem::refused("member.too_many_votes", text).about("extra_votes"))
}

fn no_votes(text: &str) -> Problem {
    let said = Text::new(
        format!("附加表决权“{text}”不是票数，填整数，没有填 0。"),
        format!("“{text}” is no number of votes; write a whole number, 0 for none."),
    );
    Problem::input("member.votes", said).about("extra_votes")
}

fn nothing_changes(name: &str) -> Problem {
    let text = Text::new(
        format!("{name} 的登记没有变化，没有保存。改一项再存。"),
        format!("Nothing of {name} changes. Change something, then save."),
    );
    Problem::input("member.nothing_changes", text)
}

/// The changes of one member as they are shown, the latest first.
pub(super) fn rows(changes: &[MemberChange], member: MemberId) -> Vec<MemberChangeRow> {
    let own = changes.iter().rev().filter(|change| change.member == member);
    let row = |change: &MemberChange| MemberChangeRow {
        on: change.on.to_string(),
        field: change.field.into(),
        before: shown(change.field, change.before.as_deref()),
        after: shown(change.field, change.after.as_deref()),
        reason: change.reason.clone(),
    };
    own.map(row).collect()
}

fn shown(field: MemberField, text: Option<&str>) -> Option<String> {
    let text = text?;
    Some(if field.is_masked() {
        masked(text)
    } else if field == MemberField::JoinedOn {
        day::read(text).map_or_else(|_| text.to_owned(), |day| day.to_string())
    } else {
        text.to_owned()
    })
}

impl From<MemberField> for MemberFieldView {
    fn from(field: MemberField) -> Self {
        match field {
            MemberField::Name => MemberFieldView::Name,
            MemberField::Head => MemberFieldView::Head,
            MemberField::Village => MemberFieldView::Village,
            MemberField::JoinedOn => MemberFieldView::JoinedOn,
            MemberField::IdNumber => MemberFieldView::IdNumber,
            MemberField::BankAccount => MemberFieldView::BankAccount,
            MemberField::BankName => MemberFieldView::BankName,
            MemberField::Address => MemberFieldView::Address,
            MemberField::ExtraVotes => MemberFieldView::ExtraVotes,
        }
    }
}
