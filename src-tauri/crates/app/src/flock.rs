//! Batches of birds (批次): begun, fed, grown, sold; what happened to one is noted and makes a draft
//! of the entry that the rules name for it.

mod entry;
mod refused;
mod views;

use domain::flock::{self, Move, MoveKind, Purpose};
use domain::id::{CooperativeId, FlockMoveId};
use domain::{Money, Quantity};
use jiff::civil::Date;
use store::{FlockRecord, MoveRecord, NewFlock, Origin, Reading, Voided, Work};

use crate::book::Book;
use crate::import::{read_money, read_quantity};
use crate::problem::Problem;
use crate::typed::{filled, optional, wanted};
use crate::view::Text;
use crate::view::asset::{FlockInput, FlocksView, MoveInput, MoveMadeView};
use crate::view::draft::DraftView;
use crate::{closing, day, draft, register};
use refused::{draft_made, impossible, no_number, no_voucher, taken, unknown_batch, unknown_move};
pub(crate) use views::said;

impl Book {
    /// The batches of a cooperative with what each comes to.
    ///
    /// # Errors
    /// A cooperative that is not known, or a damaged book.
    pub fn flocks(&mut self, coop: &str) -> Result<FlocksView, Problem> {
        let reading = self.store.read()?;
        views::all(&reading, coop)
    }

    /// Begins a batch.
    ///
    /// # Errors
    /// A cooperative that is not known, a name that is missing or taken, or a book that cannot be
    /// written.
    pub fn add_flock(&mut self, coop: &str, input: &FlockInput) -> Result<FlocksView, Problem> {
        let name = wanted(Some(&input.name), "name", ("批次名称", "The name of the batch"))?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        if work.flocks(kept.id)?.iter().any(|known| known.what.name == name) {
            return Err(taken(&name));
        }
        let new = NewFlock {
            name,
            purpose: input.purpose.into(),
            egg_cost: input.egg_cost.into(),
            note: optional(input.note.as_deref()),
        };
        work.add_flock(kept.id, &new)?;
        let view = views::all(&work, coop)?;
        work.commit()?;
        Ok(view)
    }

    /// Notes what happened to a batch and, where the rules name an entry for it, makes a draft of
    /// that; the draft is looked over and posted as any other.
    ///
    /// # Errors
    /// A cooperative or batch that is not known, a field that is missing or cannot be read, more
    /// birds gone than live, eggs of birds that do not lay, or a book that cannot be written.
    pub fn add_flock_move(
        &mut self,
        coop: &str,
        flock: &str,
        input: &MoveInput,
    ) -> Result<MoveMadeView, Problem> {
        let new = read(input)?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let record = batch(&work, kept.id, flock)?;
        let known = moves_of(&work, kept.id, &record)?;
        let happened: Vec<Move> = known.iter().map(|one| one.what.clone()).collect();
        flock::admit(record.what.purpose, &happened, &new)
            .map_err(|error| impossible(&record.what.name, new.kind, &error))?;
        refuse_before_books(kept.what.starts, new.on)?;
        let id = work.add_flock_move(record.id, &new)?;
        let made = MoveRecord { id, flock: record.id, what: new, voucher: None, draft: None };
        let drafted = make_draft(&work, &kept, &record, &made)?;
        cards_go_along(&work, kept.id, &record, &made.what)?;
        let view = MoveMadeView { flocks: views::all(&work, coop)?, draft: drafted };
        work.commit()?;
        Ok(view)
    }

    /// Makes the draft again of something that happened to a batch and has none, since that was let
    /// go or its voucher taken back.
    ///
    /// # Errors
    /// A cooperative or row that is not known, one that made a voucher or draft already or makes
    /// none, or a book that cannot be written.
    pub fn flock_move_draft(&mut self, coop: &str, id: i64) -> Result<DraftView, Problem> {
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let (record, made) = known_move(&work, kept.id, id)?;
        if made.draft.is_some() || made.voucher.is_some() {
            return Err(draft_made(&made));
        }
        let view = make_draft(&work, &kept, &record, &made)?.ok_or_else(no_voucher)?;
        work.commit()?;
        Ok(view)
    }

    /// Voids what was noted of a batch by mistake (作废), with a reason.
    ///
    /// # Errors
    /// A cooperative or row that is not known, one of which a voucher or draft was made, fewer
    /// birds than died since, no reason, or a book that cannot be written.
    pub fn void_flock_move(
        &mut self,
        coop: &str,
        id: i64,
        why: &str,
    ) -> Result<FlocksView, Problem> {
        let why = closing::read_reason(why, "作废", "Voiding")?;
        let work = self.store.begin()?;
        let kept = register::cooperative(&work, coop)?;
        let (record, made) = known_move(&work, kept.id, id)?;
        if made.draft.is_some() || made.voucher.is_some() {
            return Err(draft_made(&made));
        }
        let others = moves_of(&work, kept.id, &record)?.into_iter().filter(|one| one.id != made.id);
        refused::refuse_resting(&record, &made, &others.map(|one| one.what).collect::<Vec<_>>())?;
        work.void(Voided::FlockMove(made.id), &why)?;
        card_comes_back(&work, kept.id, &record)?;
        let view = views::all(&work, coop)?;
        work.commit()?;
        Ok(view)
    }
}

type Coop = store::Kept<CooperativeId, domain::cooperative::Cooperative>;

fn make_draft(
    work: &Work<'_>,
    coop: &Coop,
    record: &FlockRecord,
    made: &MoveRecord,
) -> Result<Option<DraftView>, Problem> {
    let Some(entry) = entry::of(work, coop, record, made)? else { return Ok(None) };
    let id = draft::made_of(work, coop.id, &entry, Origin::FlockMove(made.id))?;
    Ok(Some(draft::shown(work, id)?))
}

/// Once the last layer is gone, so is the card of the batch: its cost goes with the birds.
fn cards_go_along(
    work: &Work<'_>,
    coop: CooperativeId,
    record: &FlockRecord,
    new: &Move,
) -> Result<(), Problem> {
    let moves = moves_of(work, coop, record)?;
    let happened = || moves.iter().map(|one| &one.what);
    let is_grown = flock::grown_since(happened()).is_some();
    if !is_grown || new.kind.living(1) >= 0 || flock::living_on(happened(), Date::MAX) > 0 {
        return Ok(());
    }
    let last = moves.iter().map(|one| one.what.on).max().unwrap_or(new.on);
    for card in work.assets(coop)? {
        if is_card_of(&card, &record.what.name) && last >= card.card.worth.in_use_on {
            work.asset_is_gone(card.id, last, "批次出清")?;
        }
    }
    Ok(())
}

/// Where layers that were said to be gone live after all, so does the card of their batch.
fn card_comes_back(
    work: &Work<'_>,
    coop: CooperativeId,
    record: &FlockRecord,
) -> Result<(), Problem> {
    let moves = moves_of(work, coop, record)?;
    if flock::living_on(moves.iter().map(|one| &one.what), Date::MAX) <= 0 {
        return Ok(());
    }
    let cards = work.assets(coop)?;
    let of_batch = || cards.iter().filter(|card| is_layers_of(card, &record.what.name));
    if of_batch().any(|card| card.card.worth.gone_on.is_none()) {
        return Ok(());
    }
    // The one that left with the last bird, should the batch have had more than one.
    match of_batch().max_by_key(|card| (card.card.worth.gone_on, card.id)) {
        Some(card) => Ok(work.asset_is_there(card.id)?),
        None => Ok(()),
    }
}

/// Whether this is the card of the layers of a batch, and they are there.
pub(crate) fn is_card_of(card: &store::AssetRecord, batch: &str) -> bool {
    is_layers_of(card, batch) && card.card.worth.gone_on.is_none()
}

/// Whether this is or was the card of the layers of a batch.
pub(crate) fn is_layers_of(card: &store::AssetRecord, batch: &str) -> bool {
    card.card.kind == domain::asset::AssetKind::Biological
        && card.card.project.as_deref() == Some(batch)
}

/// The batch of this name.
fn batch(reading: &Reading<'_>, coop: CooperativeId, name: &str) -> Result<FlockRecord, Problem> {
    let found = reading.flocks(coop)?.into_iter().find(|known| known.what.name == name.trim());
    found.ok_or_else(|| unknown_batch(name))
}

/// What happened to a batch, by day.
fn moves_of(
    reading: &Reading<'_>,
    coop: CooperativeId,
    record: &FlockRecord,
) -> Result<Vec<MoveRecord>, Problem> {
    let moves = reading.flock_moves(coop)?.into_iter();
    Ok(moves.filter(|one| one.flock == record.id).collect())
}

fn known_move(
    reading: &Reading<'_>,
    coop: CooperativeId,
    id: i64,
) -> Result<(FlockRecord, MoveRecord), Problem> {
    let found = reading.flock_moves(coop)?.into_iter().find(|one| one.id == FlockMoveId::new(id));
    let made = found.ok_or_else(unknown_move)?;
    let record = reading.flocks(coop)?.into_iter().find(|known| known.id == made.flock);
    Ok((record.ok_or_else(unknown_move)?, made))
}

/// What a voucher says that was made of something that happened to a batch.
pub(crate) fn told(
    reading: &Reading<'_>,
    coop: CooperativeId,
    id: FlockMoveId,
) -> Result<Option<(String, Text)>, Problem> {
    let Ok((record, made)) = known_move(reading, coop, id.number()) else { return Ok(None) };
    let (name, on, what) = (record.what.name, made.what.on, said(&made.what));
    let text = Text::new(format!("{on} {name} {}", what.zh), format!("{on} {name}: {}", what.en));
    Ok(Some((name, text)))
}

fn refuse_before_books(starts: domain::Month, on: Date) -> Result<(), Problem> {
    if on >= starts.first_day() {
        return Ok(());
    }
    let text = Text::new(
        format!("{on} 早于建账月份 {starts}。建账时已有的禽只，记在 {starts} 的购入里。"),
        format!("{on} is before the books begin in {starts}. Note birds of before in {starts}."),
    );
    Err(Problem::refused("flock.before_books", text).about("on"))
}

fn read(input: &MoveInput) -> Result<Move, Problem> {
    let on = day::read(&input.on).map_err(|error| Problem::from(error).about("on"))?;
    let kind = MoveKind::from(input.kind);
    let birds = if kind.has_birds() {
        let text = wanted(input.birds.as_deref(), "birds", ("只数", "How many birds"))?;
        let number = text.parse().ok().filter(|number| (1..=100_000_000).contains(number));
        number.ok_or_else(|| {
            let said = Text::new(
                format!("只数“{text}”不是 1 到 100000000 的整数。"),
                format!("“{text}” is no whole number of birds from 1 to 100000000."),
            );
            Problem::input("flock.birds", said).about("birds")
        })?
    } else {
        0
    };
    let amount = if kind.has_amount() {
        let text = wanted(input.amount.as_deref(), "amount", ("金额", "The amount"))?;
        let amount = read_money(&text).map_err(|said| no_number("amount", "金额", said))?;
        if amount < Money::ZERO {
            let said = Text::new(format!("“{text}”是负数"), format!("“{text}” is below zero"));
            return Err(no_number("amount", "金额", said));
        }
        Some(amount)
    } else {
        None
    };
    let read = |text| read_quantity(text).map_err(|said| no_number("weight", "斤数", said));
    let weight = filled(input.weight.as_deref()).map(read).transpose()?;
    let weight = weight.filter(|weight| *weight > Quantity::ZERO);
    if kind == MoveKind::Laid && weight.is_none() {
        wanted(None, "weight", ("斤数", "How many 斤 of eggs"))?;
    }
    Ok(Move { on, kind, birds, weight, amount, note: optional(input.note.as_deref()) })
}

/// A batch kept for eggs whose birds are grown by a day.
fn is_laying<'a>(
    record: &FlockRecord,
    moves: impl IntoIterator<Item = &'a Move>,
    on: Date,
) -> bool {
    record.what.purpose == Purpose::Layer
        && flock::grown_since(moves).is_some_and(|since| since <= on)
}
