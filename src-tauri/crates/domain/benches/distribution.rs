//! A million members with capital and patronage: nanoseconds per member, beside a bare loop that
//! only splits the same two pools by the largest remainders in `i128` and keeps no working.

use std::cmp::Reverse;
use std::hint::black_box;
use std::time::{Duration, Instant};

use domain::distribution::{CapitalWeighting, Facts, MemberFacts, Scheme, distribute};
use domain::member::MemberKind;
use domain::share::Contribution;
use domain::{FiscalYear, Money, Quantity, Rate};
use jiff::civil::date;

const MEMBERS: u64 = 1_000_000;
const ROUNDS: usize = 15;

fn main() {
    let facts = facts();
    let days = Scheme { capital_weighting: CapitalWeighting::DaysHeld, ..Scheme::default() };
    let guaranteed = Scheme { guaranteed_rate: Rate::from_millionths(50_000), ..days.clone() };
    let schemes = [
        ("year end", Scheme::default()),
        ("days held", days),
        ("days held, guaranteed", guaranteed),
    ];

    // The best of rounds that take turns: another program on the machine then slows all alike.
    let mut bare_best = Duration::MAX;
    let mut best = [Duration::MAX; 3];
    for _ in 0..ROUNDS {
        bare_best = bare_best.min(time(|| bare(black_box(&facts))));
        for (best, (_, scheme)) in best.iter_mut().zip(&schemes) {
            *best = (*best).min(time(|| distribute(black_box(&facts), scheme)));
        }
    }
    report("bare i128 loop", bare_best, bare_best);
    for (best, (name, _)) in best.into_iter().zip(&schemes) {
        report(name, best, bare_best);
    }
}

fn time<T>(run: impl Fn() -> T) -> Duration {
    let start = Instant::now();
    black_box(run());
    start.elapsed()
}

fn report(name: &str, best: Duration, bare: Duration) {
    let per_member = best.as_nanos() / u128::from(MEMBERS);
    let percent = best.as_nanos() * 100 / bare.as_nanos();
    let (whole, hundredths, all) = (percent / 100, percent % 100, best.as_millis());
    println!("{name:24} {per_member:>5} ns/member {all:>5} ms  {whole}.{hundredths:02} x bare");
}

/// Members with a little of everything, always the same.
fn facts() -> Facts {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let mut money = move |below: u64| Money::from_fen(random(below).cast_signed());
    let members = (0..MEMBERS).map(|index| MemberFacts {
        kind: MemberKind::Household,
        contributions: vec![
            Contribution { made_on: date(2021, 3, 1), amount: money(10_000_000) },
            Contribution { made_on: date(2025, 7, 1), amount: money(1_000_000) },
        ],
        reserve: money(500_000),
        subsidy: Money::from_fen(20_000),
        donation: Money::ZERO,
        patronage: Quantity::from_millionths(u128::from(index % 7_919) * 1_234_567),
    });
    Facts {
        year: FiscalYear::of(date(2025, 12, 31)),
        surplus: Money::from_fen(160_000_000_003),
        opening_deficit: Money::ZERO,
        opening_undistributed: Money::ZERO,
        members: members.collect(),
    }
}

/// The two splits alone.
fn bare(facts: &Facts) -> [Vec<i128>; 2] {
    let pool = i128::from(facts.surplus.fen());
    let patronage_pool = (pool * 6 + 9) / 10;
    let patronage = |member: &MemberFacts| member.patronage.millionths().cast_signed();
    let account = |member: &MemberFacts| {
        let capital = member.contributions.iter().map(|contribution| contribution.amount);
        let account = capital.sum::<Money>() + member.reserve + member.subsidy + member.donation;
        i128::from(account.fen())
    };
    [
        split(patronage_pool, &facts.members.iter().map(patronage).collect::<Vec<_>>()),
        split(pool - patronage_pool, &facts.members.iter().map(account).collect::<Vec<_>>()),
    ]
}

fn split(pool: i128, weights: &[i128]) -> Vec<i128> {
    let sum: i128 = weights.iter().sum();
    let mut parts: Vec<i128> = weights.iter().map(|weight| pool * weight / sum).collect();
    let left_over = usize::try_from(pool - parts.iter().sum::<i128>()).unwrap_or_default();
    let remainder = |(index, weight)| (Reverse(pool * weight % sum), index);
    let mut order: Vec<_> = weights.iter().enumerate().map(remainder).collect();
    if left_over > 0 {
        order.select_nth_unstable(left_over - 1);
    }
    for &(_, index) in &order[..left_over] {
        parts[index] += 1;
    }
    parts
}
