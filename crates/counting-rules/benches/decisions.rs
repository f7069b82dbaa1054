//! Decisions a second on one core, on a generated mix of reports in which every fact is held: with and without the trace, and from JSON to
//! JSON as a command does it. `cargo bench -p counting-rules`

use counting_rules::{Rulings, Working, account, decide, from_json};
use crime::Incident;
use divan::{Bencher, counter::ItemsCount};
use synthetic::{Held, reports};

fn main() {
    divan::main();
}

/// As many as make the mix a mix, and fit into a cache no better than a stream would.
const REPORTS: u64 = 10_000;

fn lines() -> Vec<String> {
    reports(26, REPORTS, Held::Everything).collect()
}

#[expect(clippy::panic, reason = "a bench of reports that cannot be read would time nothing")]
fn read(line: &str) -> Incident {
    match from_json(line) {
        Ok(incident) => incident,
        Err(faults) => panic!("{faults:?}"),
    }
}

fn each(bencher: Bencher<'_, '_>, working: Working) {
    let incidents: Vec<Incident> = lines().iter().map(|line| read(line)).collect();
    let rulings = Rulings::default();
    bencher.counter(ItemsCount::new(incidents.len())).bench_local(|| {
        for incident in &incidents {
            divan::black_box(decide(divan::black_box(incident), &rulings, working));
        }
    });
}

#[divan::bench]
fn decide_without_trace(bencher: Bencher<'_, '_>) {
    each(bencher, Working::Left);
}

#[divan::bench]
fn decide_with_trace(bencher: Bencher<'_, '_>) {
    each(bencher, Working::Shown);
}

#[divan::bench]
fn read_a_report(bencher: Bencher<'_, '_>) {
    let lines = lines();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        for line in &lines {
            divan::black_box(read(line));
        }
    });
}

#[divan::bench]
fn from_json_to_json(bencher: Bencher<'_, '_>) {
    let lines = lines();
    let rulings = Rulings::default();
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        for line in &lines {
            let decision = decide(&read(line), &rulings, Working::Left);
            divan::black_box(serde_json::to_vec(&decision).unwrap_or_default());
        }
    });
}

#[divan::bench]
fn account_in_words(bencher: Bencher<'_, '_>) {
    let incidents: Vec<Incident> = lines().iter().take(1000).map(|line| read(line)).collect();
    let rulings = Rulings::default();
    bencher.counter(ItemsCount::new(incidents.len())).bench_local(|| {
        for incident in &incidents {
            divan::black_box(account(incident, &decide(incident, &rulings, Working::Shown)));
        }
    });
}
