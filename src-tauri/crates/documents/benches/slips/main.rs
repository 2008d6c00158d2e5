//! How long slips take, how large they are and how much memory they need, beside a bare pdf-writer
//! program that draws the same marks: the limit that our way of writing is measured by.
//!
//! `cargo bench -p baotuan-documents --bench slips` prints the figures and fails where a goal is
//! missed: 24 slips in 100 ms, 10,000 in 2 s and 100 MB, at most 1.3 times the bare program's time
//! and size. Memory is the peak of a process of its own, which only Linux tells.

mod bare;

use std::process::Command;
use std::time::{Duration, Instant};

use documents::slips::{self, SlipOptions};
use domain::member::MemberKind;
use domain::slip::{
    Base, BaseItem, BasePart, Issuer, Measure, Pool, Recipient, Resolution, Row, Slip, Working,
};
use domain::{FiscalYear, Money, Rate};
use jiff::civil::date;

/// The largest ratio to the bare program, in hundredths.
const MOST: u128 = 130;

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let [_, command, way, count] = words.as_slice()
        && command == "--once"
    {
        let slips = made_up(count.parse().unwrap_or(0));
        let bytes = if way == "ours" { ours(&slips) } else { bare::pdf(&slips) };
        println!("{} {}", bytes.len(), peak_kilobytes());
        return;
    }
    if !words.iter().any(|word| word == "--bench") {
        println!("to be measured by cargo bench");
        return;
    }
    let met = [measured(24, Duration::from_millis(100)), measured(10_000, Duration::from_secs(2))];
    if met.contains(&false) {
        println!("a goal was missed");
        std::process::exit(1);
    }
}

fn ours(slips: &[Slip]) -> Vec<u8> {
    slips::pdf(slips, &SlipOptions::default()).unwrap_or_default()
}

/// Prints the figures for `count` slips; whether all goals were met.
fn measured(count: u64, goal: Duration) -> bool {
    let slips = made_up(count);
    // Both ways in turn, so that what disturbs the machine disturbs both; the best run counts.
    let mut best = [Duration::MAX; 2];
    let mut sizes = [0; 2];
    for _ in 0..7 {
        for (index, way) in [ours, bare::pdf].into_iter().enumerate() {
            let start = Instant::now();
            sizes[index] = way(&slips).len();
            best[index] = best[index].min(start.elapsed());
        }
    }
    let first = first_run(count);
    let time = hundredths(best[0].as_nanos(), best[1].as_nanos());
    let size = hundredths(sizes[0] as u128, sizes[1] as u128);
    let per_second = u128::from(count) * 1_000_000_000 / best[0].as_nanos().max(1);
    println!("{count} slips, {per_second} a second");
    println!("  time    ours {:>9.1?}   bare {:>9.1?}   ratio {}", best[0], best[1], shown(time));
    println!("  bytes   ours {:>9}   bare {:>9}   ratio {}", sizes[0], sizes[1], shown(size));
    println!("  a process of its own: {:.1?} with its start, peak {} kB", first.0, first.1);
    let within_memory = first.1 < 100_000;
    time <= MOST && size <= MOST && best[0] < goal && first.0 < goal && within_memory
}

/// Time and peak memory, in kB, of a process that prints `count` slips once.
fn first_run(count: u64) -> (Duration, u64) {
    let Ok(program) = std::env::current_exe() else { return (Duration::ZERO, 0) };
    let start = Instant::now();
    let output = Command::new(program).args(["--once", "ours", &count.to_string()]).output();
    let took = start.elapsed();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let peak = text.unwrap_or_default().split_whitespace().nth(1).and_then(|n| n.parse().ok());
    (took, peak.unwrap_or(0))
}

fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

fn hundredths(ours: u128, bare: u128) -> u128 {
    ours * 100 / bare.max(1)
}

fn shown(hundredths: u128) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// Slips of a made-up cooperative: every other one takes part in all three pools.
fn made_up(count: u64) -> Vec<Slip> {
    (0..count).map(one).collect()
}

fn one(number: u64) -> Slip {
    const NAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    let names: Vec<char> = NAMES.chars().collect();
    let name = |step: u64| names[(number * step % names.len() as u64) as usize];
    let of_village = number.is_multiple_of(20);
    let member = Recipient {
        name: if of_village {
            format!("东河镇{}家村股份经济合作社", name(1))
        } else {
            format!("{}{}{}", name(1), name(7), name(11))
        },
        code: format!("{number:05}"),
        kind: if of_village { MemberKind::VillageCollective } else { MemberKind::Household },
        village: Some(format!("{}家村", name(3))),
        township: Some("东河镇".to_owned()),
    };
    Slip {
        serial_number: format!("E-2025-{number:05}"),
        cooperative: Issuer {
            name: "东河镇幸福鹅养殖农民专业合作社".to_owned(),
            credit_code: Some("93000000MA00000000".to_owned()),
            alliance: Some("幸福鹅联盟基地".to_owned()),
        },
        member,
        year: FiscalYear::of(date(2025, 12, 31)),
        resolution: Resolution {
            number: "幸鹅〔2026〕1 号".to_owned(),
            passed_on: date(2026, 1, 20),
        },
        issued_on: Some(date(2026, 1, 28)),
        rows: rows(number),
    }
}

fn rows(number: u64) -> Vec<Row> {
    let capital = u128::from(number % 1250 + 1) * 10_000;
    let part = |of, amount| BasePart { of, amount };
    let own = part(BaseItem::Capital { class: None }, capital);
    let jin = Measure::Quantity { unit: "斤".to_owned() };
    let eggs = part(BaseItem::Deliveries { product: Some("鹅蛋".to_owned()) }, capital * 31_000);
    let guaranteed = Row {
        pool: Pool::Guaranteed,
        base: Base { measure: Measure::Fen, parts: vec![own.clone()] },
        working: Working::ByRate { rate: Rate::from_millionths(60_000).unwrap_or_default() },
    };
    let account = vec![own, part(BaseItem::Reserve, capital / 7), part(BaseItem::Subsidy, 12_345)];
    if number.is_multiple_of(2) {
        return vec![shared(Pool::Residual, Measure::Fen, account)];
    }
    vec![
        shared(Pool::Patronage, jin, vec![eggs]),
        guaranteed,
        shared(Pool::Residual, Measure::Fen, account),
    ]
}

fn shared(from: Pool, measure: Measure, parts: Vec<BasePart>) -> Row {
    let base = Base { measure, parts };
    let pool = Money::from_fen(160_000_000);
    let others = base.total() * 937 + 1;
    let parts = domain::money::apportion(pool, &[base.total(), others]).unwrap_or_default();
    let working = Working::Shared { pool, total_base: base.total() + others, part: parts[0] };
    Row { pool: from, base, working }
}
