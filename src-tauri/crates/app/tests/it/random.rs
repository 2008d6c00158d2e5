//! Two cooperatives worked on at random: vouchers posted, drafted, taken back and put right, files
//! imported and taken back, months closed and reopened, accounts switched off. After each step,
//! whether it was done or refused, the book is as books have to be.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use app::import::ImportKind;
use app::view::draft::VouchersAsked;
use app::{Book, Problem};
use domain::id::CooperativeId;
use domain::voucher::PostedVoucher;
use domain::{Money, Month};
use proptest::prelude::*;
use store::{Hold, Store};

use crate::drafts::entry;
use crate::kit::Trial;

const COOPS: [&str; 2] = ["C1", "C2"];
const ACCOUNTS: [&str; 5] = ["101", "102", "211", "501", "521"];
const MONTHS: [&str; 3] = ["2025-01", "2025-02", "2025-03"];

/// A place in a list that may be shorter than it: counted round.
type Place = usize;

#[derive(Debug, Clone)]
enum Step {
    /// The day, the accounts on both sides and the fen, which may be none.
    Post(Place, String, [Place; 2], i64),
    Draft(Place, String, [Place; 2], i64),
    PostDraft(Place),
    Discard(Place),
    Reverse(Place, String),
    Correct(Place, String),
    /// Vouchers of a file, each with its day and fen.
    Import(Place, Vec<(String, i64)>),
    /// A file of opening balances.
    Open(Place, i64),
    Undo(Place),
    Close(Place, Place),
    Reopen(Place, Place),
    Switch(Place, Place, bool),
}

fn step() -> impl Strategy<Value = Step> {
    let place = || any::<prop::sample::Index>().prop_map(|index| index.index(1 << 16));
    let day =
        || (0..3_usize, 1..=28_u8).prop_map(|(month, day)| format!("{}-{day:02}", MONTHS[month]));
    let voucher = || (place(), day(), [place(), place()], -500..50_000_i64);
    let rows = prop::collection::vec((day(), 1..50_000_i64), 1..4);
    prop_oneof![
        4 => voucher().prop_map(|(coop, day, sides, fen)| Step::Post(coop, day, sides, fen)),
        2 => voucher().prop_map(|(coop, day, sides, fen)| Step::Draft(coop, day, sides, fen)),
        2 => place().prop_map(Step::PostDraft),
        1 => place().prop_map(Step::Discard),
        2 => (place(), day()).prop_map(|(which, on)| Step::Reverse(which, on)),
        1 => (place(), day()).prop_map(|(which, on)| Step::Correct(which, on)),
        3 => (place(), rows).prop_map(|(coop, rows)| Step::Import(coop, rows)),
        1 => (place(), 1..50_000_i64).prop_map(|(coop, fen)| Step::Open(coop, fen)),
        3 => place().prop_map(Step::Undo),
        2 => (place(), place()).prop_map(|(coop, month)| Step::Close(coop, month)),
        1 => (place(), place()).prop_map(|(coop, month)| Step::Reopen(coop, month)),
        1 => (place(), place(), any::<bool>())
            .prop_map(|(coop, account, on)| Step::Switch(coop, account, on)),
    ]
}

/// What the book says, as far as a step must not touch it.
#[derive(Debug, Clone, PartialEq)]
struct State {
    content: [u8; 32],
    /// How long the chain is, and what its end is called.
    chain: (i64, String),
    vouchers: [Vec<PostedVoucher>; 2],
    closed: [BTreeSet<Month>; 2],
}

/// A file that was imported: its batch, and the content of the book before and after.
struct Imported {
    batch: i64,
    before: [u8; 32],
    after: [u8; 32],
}

/// The book with what a test remembers of it.
struct Worked {
    trial: Trial,
    coops: [CooperativeId; 2],
    drafts: Vec<i64>,
    imports: Vec<Imported>,
}

impl Worked {
    fn new() -> Self {
        let trial = Trial::small();
        let mut store = Store::open(&trial.path(), Hold::Brief).unwrap();
        let coops = store.read().unwrap().cooperatives().unwrap();
        let coops = [coops[0].id, coops[1].id];
        Worked { trial, coops, drafts: Vec::new(), imports: Vec::new() }
    }

    fn store(&self) -> Store {
        Store::open(&self.trial.path(), Hold::Brief).unwrap()
    }

    fn state(&self) -> State {
        let mut store = self.store();
        let reading = store.read().unwrap();
        let last = reading.log(i64::MAX, 1).unwrap();
        State {
            content: reading.content_hash().unwrap(),
            chain: (last[0].seq, reading.check_code().unwrap().unwrap().to_string()),
            vouchers: self.coops.map(|coop| reading.vouchers(coop).unwrap()),
            closed: self.coops.map(|coop| reading.closed_months(coop).unwrap()),
        }
    }

    /// One of the posted vouchers, with its cooperative.
    fn posted(&self, which: Place) -> Option<(&'static str, String)> {
        let state = self.state();
        let all: Vec<_> = COOPS.iter().zip(&state.vouchers).collect();
        let all =
            all.into_iter().flat_map(|(coop, posted)| posted.iter().map(move |one| (coop, one)));
        let all: Vec<_> = all.collect();
        let (coop, one) = all.get(which % all.len().max(1))?;
        let voucher = &one.voucher;
        let month = Month::of(voucher.date());
        Some((coop, format!("{month} {}-{}", voucher.word(), one.number)))
    }

    /// Does a step. A refusal is as good an answer as any.
    fn take(&mut self, step: &Step, before: &State) -> Result<(), Problem> {
        let mut book = self.trial.book();
        match step {
            Step::Post(coop, day, sides, fen) => {
                let mut input = typed(day, *sides, *fen);
                input.coop = Some(COOPS[coop % 2].to_owned());
                input.word = Some(["记", "收", "转"][coop / 2 % 3].to_owned());
                book.post_voucher(&input)?;
            }
            Step::Draft(coop, day, sides, fen) => {
                let input = typed(day, *sides, *fen);
                self.drafts.push(book.save_draft(COOPS[coop % 2], None, &input)?.id);
            }
            Step::PostDraft(which) => {
                let Some(&id) = self.drafts.get(which % self.drafts.len().max(1)) else {
                    return Ok(());
                };
                book.post_draft(id)?;
                self.drafts.retain(|draft| *draft != id);
            }
            Step::Discard(which) => {
                let Some(&id) = self.drafts.get(which % self.drafts.len().max(1)) else {
                    return Ok(());
                };
                book.discard_draft(id)?;
                self.drafts.retain(|draft| *draft != id);
            }
            Step::Reverse(which, on) => {
                if let Some((coop, number)) = self.posted(*which) {
                    book.reverse_voucher(coop, &number, on, "记错")?;
                }
            }
            Step::Correct(which, on) => {
                if let Some((coop, number)) = self.posted(*which) {
                    self.drafts.push(book.correct_voucher(coop, &number, on, "记错")?.draft.id);
                }
            }
            Step::Import(coop, rows) => {
                self.import(ImportKind::Vouchers, &vouchers(COOPS[coop % 2], rows), before)?;
            }
            Step::Open(coop, fen) => {
                let amount = Money::from_fen(*fen);
                let coop = COOPS[coop % 2];
                let csv = format!(
                    "coop,account,debit,credit\n{coop},102,{amount},\n{coop},211,,{amount}\n"
                );
                self.import(ImportKind::OpeningBalances, &csv, before)?;
            }
            Step::Undo(which) => self.undo(*which, before)?,
            Step::Close(coop, month) => {
                book.close_month(COOPS[coop % 2], MONTHS[month % 3])?;
            }
            Step::Reopen(coop, month) => {
                book.reopen_month(COOPS[coop % 2], MONTHS[month % 3], "补记")?;
            }
            Step::Switch(coop, account, on) => {
                self.switch(self.coops[coop % 2], ACCOUNTS[account % 5], *on)?;
            }
        }
        Ok(())
    }

    fn import(&mut self, kind: ImportKind, csv: &str, before: &State) -> Result<(), Problem> {
        let taken = self.trial.import(kind, "file.csv", csv.as_bytes())?;
        let after = self.state().content;
        self.imports.push(Imported { batch: taken.batch.unwrap(), before: before.content, after });
        Ok(())
    }

    /// Takes an import back; where nothing happened since, the book says what it said before it.
    fn undo(&mut self, which: Place, before: &State) -> Result<(), Problem> {
        if self.imports.is_empty() {
            return Ok(());
        }
        let place = which % self.imports.len();
        self.trial.book().undo_import(self.imports[place].batch)?;
        let undone = self.imports.remove(place);
        if undone.after == before.content {
            assert_eq!(self.state().content, undone.before, "the import left something behind");
        }
        Ok(())
    }

    fn switch(&self, coop: CooperativeId, code: &str, on: bool) -> Result<(), Problem> {
        let mut store = self.store();
        let work = store.begin()?;
        let chart = work.chart(coop)?;
        let account = chart.iter().find(|account| account.what.code == code).unwrap();
        work.switch_account(account.id, on)?;
        Ok(work.commit()?)
    }
}

/// Sales as a csv.
fn vouchers(coop: &str, rows: &[(String, i64)]) -> String {
    let mut csv = "coop,voucher,date,summary,account,debit,credit\n".to_owned();
    for (number, (day, fen)) in (1..).zip(rows) {
        let amount = Money::from_fen(*fen);
        writeln!(csv, "{coop},{number},{day},收蛋款,102,{amount},").unwrap();
        writeln!(csv, "{coop},{number},{day},收蛋款,501,,{amount}").unwrap();
    }
    csv
}

fn typed(day: &str, sides: [Place; 2], fen: i64) -> app::view::voucher::VoucherInput {
    let amount = Money::from_fen(fen).to_string();
    let [debit, credit] = sides.map(|side| ACCOUNTS[side % 5]);
    entry(day, "收支", &[(debit, &amount, ""), (credit, "", &amount)])
}

/// What holds of every book at every time.
fn assert_sound(book: &mut Book, state: &State) {
    let check = book.check(None).unwrap();
    assert!(check.holds, "{:#?}", check.faults);
    for (coop, posted) in COOPS.iter().zip(&state.vouchers) {
        let mut series: BTreeMap<_, Vec<u32>> = BTreeMap::new();
        for PostedVoucher { number, voucher } in posted {
            let of = (Month::of(voucher.date()), voucher.word());
            series.entry(of).or_default().push(*number);
        }
        for (of, mut numbers) in series {
            numbers.sort_unstable();
            let gapless = numbers.iter().zip(1..).all(|(number, place)| *number == place);
            assert!(gapless, "{coop} {of:?}: {numbers:?}");
        }
        let year = posted.iter().filter(|one| one.voucher.date().year() == 2025).count();
        let counts = book.vouchers(coop, 2025, &VouchersAsked::default()).unwrap().counts;
        assert_eq!(usize::try_from(counts.posted), Ok(year), "{coop}");
        for at in ["2025-01-31", "2025-02-15", "2025-03-31"] {
            let kept = book.trial_balance(coop, at, None, false).unwrap();
            assert_eq!(kept, book.trial_balance(coop, at, None, true).unwrap(), "{coop} {at}");
            assert_eq!(kept.totals.closing.0, Money::ZERO, "{coop} {at}");
        }
    }
}

/// What a step may do to what was there before.
fn assert_step(step: &Step, before: &State, after: &State) {
    assert!(before.chain.0 <= after.chain.0, "the chain became shorter");
    let may_take_away = matches!(step, Step::Undo(_));
    for place in 0..COOPS.len() {
        let (old, new) = (&before.vouchers[place], &after.vouchers[place]);
        if !may_take_away {
            assert!(old.iter().all(|voucher| new.contains(voucher)), "what was posted changed");
        }
        let kept_closed = before.closed[place].intersection(&after.closed[place]);
        for month in kept_closed {
            let in_month = |all: &[PostedVoucher]| -> Vec<PostedVoucher> {
                let there = all.iter().filter(|one| Month::of(one.voucher.date()) == *month);
                there.cloned().collect()
            };
            assert_eq!(in_month(old), in_month(new), "{month} is closed");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_a_book_it_stays_sound(
        steps in prop::collection::vec(step(), 1..24),
    ) {
        let mut worked = Worked::new();
        let mut before = worked.state();
        for step in &steps {
            let done = worked.take(step, &before);
            let after = worked.state();
            match done {
                Ok(()) => assert_step(step, &before, &after),
                Err(problem) => {
                    prop_assert_eq!(&before, &after, "refused, and changed: {:?}", problem);
                }
            }
            assert_sound(&mut worked.trial.book(), &after);
            before = after;
        }
    }
}
