//! How capital moves (股金变动): a member puts in, takes out, leaves, or passes its capital on. Each
//! move stands in the register at once and makes a draft of the entry that the rules name for it.

mod entry;
mod refused;
mod views;

use domain::Money;
use domain::cooperative::Cooperative;
use domain::id::{AccountId, CooperativeId, MemberId, ShareMoveId};
use domain::member::Member;
use domain::share::Contribution;
use domain::share_move::{Holding, ShareMove, ShareMoveKind, check_after, rows};
use jiff::civil::Date;
use store::{ContributionRecord, Kept, NewShareMove, Reading, ReserveShare, ShareMoveRecord, Work};

use crate::book::Book;
use crate::failure::unknown;
use crate::import::read_money;
use crate::problem::Problem;
use crate::typed::{filled, optional, wanted};
use crate::view::Text;
use crate::view::draft::DraftView;
use crate::view::share::{ShareMoveInput, ShareMoveMadeView, ShareMovesView};
use crate::voucher::checks::Chart;
use crate::voucher::named;
use crate::{closing, day, draft, register, reserve};
use refused::{
    before_books, drafted, impossible, in_use, no_account, no_amount, refuse_reserve, same_member,
    taken_back, too_late, unknown_move,
};
pub(crate) use views::rows_of;

impl Book {
    /// How capital moved in a cooperative.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn share_moves(&mut self, coop: &str) -> Result<ShareMovesView, Problem> {
        let reading = self.store.read()?;
        let kept = register::cooperative(&reading, coop)?;
        Ok(ShareMovesView { coop: named(&kept), rows: rows_of(&reading, &kept, None)? })
    }

    /// Notes a move of capital and makes a draft of its voucher; where it was before the books
    /// began it makes none, since the opening balances hold it.
    ///
    /// # Errors
    /// A cooperative, member or account that is not known, a field that is missing or cannot be
    /// read, more than the member has on some day, less than all of who leaves, or a book that
    /// cannot be written.
    pub fn add_share_move(
        &mut self,
        coop: &str,
        input: &ShareMoveInput,
    ) -> Result<ShareMoveMadeView, Problem> {
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let asked = Asked::of(&work, &kept, input)?;
        let id = asked.keep(&work)?;
        let record = known(&work, kept.id, id)?;
        let made = match makes_voucher(&kept.what, &asked.what) {
            true => Some(make_draft(&work, &kept, &record)?),
            false => None,
        };
        let mut rows = rows_of(&work, &kept, Some(asked.member))?;
        let at = rows.iter().position(|row| row.id == id.number()).ok_or_else(unknown_move)?;
        let view = ShareMoveMadeView { row: rows.swap_remove(at), draft: made };
        work.commit()?;
        Ok(view)
    }

    /// Makes the draft again of a move that has none, since that was let go or its voucher taken
    /// back.
    ///
    /// # Errors
    /// A cooperative or move that is not known, one that makes no voucher or made one already, or
    /// a book that cannot be written.
    pub fn share_move_draft(&mut self, coop: &str, id: i64) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = standing(&work, kept.id, id)?;
        if record.voucher.is_some() || record.draft.is_some() {
            return Err(drafted(&record));
        }
        if !makes_voucher(&kept.what, &record.what) {
            return Err(before_books(kept.what.starts));
        }
        let view = make_draft(&work, &kept, &record)?;
        work.commit()?;
        Ok(view)
    }

    /// Takes a move back that was noted by mistake (撤回): its rows stand beside it the other way
    /// round.
    ///
    /// # Errors
    /// A cooperative or move that is not known, one that was taken back or whose voucher or draft
    /// stands, capital that was taken out since, no reason, or a book that cannot be written.
    pub fn void_share_move(
        &mut self,
        coop: &str,
        id: i64,
        reason: &str,
    ) -> Result<ShareMovesView, Problem> {
        let reason = closing::read_reason(reason, "撤回", "Taking it back")?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = standing(&work, kept.id, id)?;
        if record.voucher.is_some() || record.draft.is_some() {
            return Err(in_use(&record));
        }
        let taken = match record.what.kind {
            ShareMoveKind::PutIn => Some(record.member),
            ShareMoveKind::Passed => record.to,
            ShareMoveKind::TakenOut | ShareMoveKind::Left => None,
        };
        if let Some(member) = taken {
            let register = Holder::of(&work, kept.id, member)?;
            let change = -record.what.capital;
            check_after(&register.contributions, record.what.on, change)
                .map_err(|error| impossible(&register.name, record.what.kind, &error))?;
        }
        let back = work.reverse_share_move(&record, &reason)?;
        reserve_goes_along(&work, back, (record.member, record.to), &record.what, -1)?;
        work.commit()?;
        self.share_moves(coop)
    }
}

/// A move as it was typed, with what it rests on.
struct Asked {
    member: MemberId,
    to: Option<MemberId>,
    what: ShareMove,
    account: Option<AccountId>,
    rows: Vec<ContributionRecord>,
}

impl Asked {
    fn of(
        work: &Work<'_>,
        coop: &Kept<CooperativeId, Cooperative>,
        input: &ShareMoveInput,
    ) -> Result<Self, Problem> {
        let kind = ShareMoveKind::from(input.kind);
        let members = work.members(coop.id)?;
        let member = member_of(&members, &input.member, "member")?;
        let to = match (kind, filled(input.to.as_deref())) {
            (ShareMoveKind::Passed, code) => {
                let code = wanted(code, "to", ("转给谁", "To whom it passes"))?;
                Some(member_of(&members, &code, "to")?)
            }
            _ => None,
        };
        if to.is_some_and(|to| to.id == member.id) {
            return Err(same_member(&member.what.name));
        }
        let holder = Holder::of(work, coop.id, member.id)?;
        let what = read(kind, input, &holder)?;
        refuse_reserve(&member.what.name, &what, holder.reserve)?;
        let chart = Chart::of(work, coop.id)?;
        if what.on.year() > chart.last_year {
            return Err(too_late(what.on));
        }
        let account = account(&chart, input, kind)?;
        let refused = |error| impossible(&member.what.name, kind, &error);
        let put_in = Holding {
            class: optional(input.share_class.as_deref()),
            form: optional(input.form.as_deref()).or_else(|| Some("货币".to_owned())),
            capital: Money::ZERO,
        };
        let class = filled(input.share_class.as_deref());
        let moved = rows(&what, &holder.holdings, &put_in, class).map_err(refused)?;
        if kind != ShareMoveKind::PutIn {
            check_after(&holder.contributions, what.on, -what.capital).map_err(refused)?;
        }
        let sign = if kind == ShareMoveKind::PutIn { 1 } else { -1 };
        let row = |member, holding: &Holding, sign: i64| ContributionRecord {
            member,
            contribution: Contribution {
                made_on: what.on,
                amount: Money::from_fen(sign * holding.capital.fen()),
            },
            form: holding.form.clone(),
            share_class: holding.class.clone(),
        };
        let own = moved.iter().map(|holding| row(member.id, holding, sign));
        let passed = to.into_iter().flat_map(|to| moved.iter().map(move |one| (to.id, one)));
        let rows = own.chain(passed.map(|(to, holding)| row(to, holding, 1))).collect();
        let (member, to) = (member.id, to.map(|to| to.id));
        Ok(Asked { member, to, what, account, rows })
    }

    fn keep(&self, work: &Work<'_>) -> Result<ShareMoveId, Problem> {
        let new = NewShareMove {
            member: self.member,
            to: self.to,
            what: &self.what,
            account: self.account,
            reverses: None,
        };
        let id = work.add_share_move(&new, &self.rows)?;
        reserve_goes_along(work, id, (self.member, self.to), &self.what, 1)?;
        Ok(id)
    }
}

/// Whether a voucher is made of it: the opening balances hold what was before the books began.
fn makes_voucher(coop: &Cooperative, what: &ShareMove) -> bool {
    what.on >= coop.starts.first_day()
}

fn member_of<'a>(
    members: &'a [Kept<MemberId, Member>],
    code: &str,
    field: &str,
) -> Result<&'a Kept<MemberId, Member>, Problem> {
    let found = members.iter().find(|member| member.what.code == code.trim());
    found.ok_or_else(|| unknown(Text::new("成员", "member"), code.trim()).about(field))
}

/// What a member has put in, by day, and what stands of it by share class and form.
struct Holder {
    name: String,
    /// Its share of the reserve.
    reserve: Money,
    contributions: Vec<Contribution>,
    holdings: Vec<Holding>,
}

impl Holder {
    fn of(reading: &Reading<'_>, coop: CooperativeId, member: MemberId) -> Result<Self, Problem> {
        let held = reserve::held(reading, coop, Date::MAX)?;
        let mut holder = Holder {
            name: String::new(),
            reserve: held.get(&member).copied().unwrap_or_default(),
            contributions: Vec::new(),
            holdings: Vec::new(),
        };
        for kept in reading.members(coop)?.into_iter().filter(|kept| kept.id == member) {
            holder.name = kept.what.name;
        }
        let own = reading.contributions(coop)?.into_iter().filter(|one| one.member == member);
        for record in own {
            holder.contributions.push(record.contribution);
            let same = |holding: &&mut Holding| {
                holding.class == record.share_class && holding.form == record.form
            };
            match holder.holdings.iter_mut().find(same) {
                Some(holding) => holding.capital += record.contribution.amount,
                None => holder.holdings.push(Holding {
                    class: record.share_class,
                    form: record.form,
                    capital: record.contribution.amount,
                }),
            }
        }
        holder.settle();
        Ok(holder)
    }

    /// A withdrawal that named no class or form has come from the others, in their order.
    fn settle(&mut self) {
        let mut owed: Money =
            self.holdings.iter().map(|holding| holding.capital.min(Money::ZERO)).sum();
        for holding in &mut self.holdings {
            if holding.capital <= Money::ZERO {
                holding.capital = Money::ZERO;
                continue;
            }
            let taken = holding.capital.min(-owed);
            holding.capital -= taken;
            owed += taken;
        }
    }

    fn capital(&self) -> Money {
        self.holdings.iter().map(|holding| holding.capital).sum()
    }
}

/// What goes along of the reserve: from who leaves or passes on, to whom it passes; taken back the
/// other way round.
fn reserve_goes_along(
    work: &Work<'_>,
    id: ShareMoveId,
    (member, to): (MemberId, Option<MemberId>),
    what: &ShareMove,
    sign: i64,
) -> Result<(), Problem> {
    let amount = Money::from_fen(sign * what.reserve.fen());
    let reason = match (what.kind, sign < 0) {
        (ShareMoveKind::Left, false) => "退社退还",
        (ShareMoveKind::Left, true) => "撤回退社",
        (_, false) => "随股金转让",
        (_, true) => "撤回转让",
    };
    let mut changes = vec![(Some(member), -amount), (to, amount)];
    // What comes in stands before what goes out.
    changes.sort_by_key(|(_, amount)| std::cmp::Reverse(*amount));
    for (member, amount) in changes {
        let Some(member) = member.filter(|_| amount != Money::ZERO) else { continue };
        let share = ReserveShare { member, on: what.on, amount, reason: reason.to_owned() };
        work.add_reserve_share(&share, Some(id))?;
    }
    Ok(())
}

fn read(
    kind: ShareMoveKind,
    input: &ShareMoveInput,
    holder: &Holder,
) -> Result<ShareMove, Problem> {
    let held = holder.capital();
    let on = day::read(&input.on).map_err(|error| Problem::from(error).about("on"))?;
    let amount = |text: &Option<String>, field: &str| match filled(text.as_deref()) {
        None => Ok(None),
        Some(text) => match read_money(text) {
            Ok(amount) if amount >= Money::ZERO => Ok(Some(amount)),
            Ok(_) | Err(_) => Err(no_amount(text, field)),
        },
    };
    let capital = match (amount(&input.amount, "amount")?, kind) {
        (Some(capital), _) => capital,
        (None, ShareMoveKind::Left) => held,
        (None, _) => {
            wanted(None, "amount", ("金额", "The amount"))?;
            Money::ZERO
        }
    };
    if capital == Money::ZERO {
        return Err(refused::nothing_moves(kind));
    }
    let only = |own: bool, given: Option<Money>| given.filter(|_| own).unwrap_or_default();
    // With all of the capital goes all that the member has of the reserve, unless it is said.
    let goes_along = match kind {
        ShareMoveKind::Left => true,
        ShareMoveKind::Passed => capital == held,
        ShareMoveKind::PutIn | ShareMoveKind::TakenOut => false,
    };
    let takes = matches!(kind, ShareMoveKind::Left | ShareMoveKind::Passed);
    let own_reserve = if goes_along { holder.reserve } else { Money::ZERO };
    let reserve = amount(&input.reserve, "reserve")?.or(Some(own_reserve));
    let reason = optional(input.reason.as_deref());
    if matches!(kind, ShareMoveKind::Left | ShareMoveKind::Passed) && reason.is_none() {
        wanted(None, "reason", ("原因", "The reason"))?;
    }
    Ok(ShareMove {
        kind,
        on,
        capital,
        premium: only(kind == ShareMoveKind::PutIn, amount(&input.premium, "premium")?),
        reserve: only(takes, reserve),
        loss: only(kind == ShareMoveKind::Left, amount(&input.loss, "loss")?),
        evaluation: optional(input.evaluation.as_deref()),
        reason,
    })
}

fn account(
    chart: &Chart,
    input: &ShareMoveInput,
    kind: ShareMoveKind,
) -> Result<Option<AccountId>, Problem> {
    let typed = filled(input.account.as_deref()).filter(|_| kind != ShareMoveKind::Passed);
    let Some(code) = typed else { return Ok(None) };
    let is_leaf = chart.leaves().any(|account| account.code == code);
    let account = chart.accounts.get(code).filter(|_| is_leaf);
    account.map(|account| Some(account.id)).ok_or_else(|| no_account(code))
}

fn known(
    reading: &Reading<'_>,
    coop: CooperativeId,
    id: ShareMoveId,
) -> Result<ShareMoveRecord, Problem> {
    let found = reading.share_moves(coop)?.into_iter().find(|record| record.id == id);
    found.ok_or_else(unknown_move)
}

/// A move that was not taken back and takes none back.
fn standing(
    reading: &Reading<'_>,
    coop: CooperativeId,
    id: i64,
) -> Result<ShareMoveRecord, Problem> {
    let record = known(reading, coop, ShareMoveId::new(id))?;
    let stands = record.reverses.is_none() && record.reversed_by.is_none();
    if stands { Ok(record) } else { Err(taken_back()) }
}

fn make_draft(
    work: &Work<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    record: &ShareMoveRecord,
) -> Result<DraftView, Problem> {
    let entry = entry::of(work, coop, record)?;
    let made = draft::made(work, coop.id, &entry)?;
    for part in work.share_move_parts(record.id)? {
        work.add_source(made, part.source)?;
    }
    draft::shown(work, made)
}

/// The draft of the move that a row of the register of contributions is of, if it is of one.
pub(crate) fn draft_of(
    work: &Work<'_>,
    coop: &Kept<CooperativeId, Cooperative>,
    contribution: i64,
) -> Result<Option<DraftView>, Problem> {
    let Some(id) = work.share_move_of(contribution)? else { return Ok(None) };
    Ok(Some(make_draft(work, coop, &known(work, coop.id, id)?)?))
}
