//! How `audit-recording compare` does on an invented force of five million crimes, beside a plain join by `DuckDB` in the same run.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead as _, BufReader, BufWriter, Write as _},
    path::Path,
    thread,
};

use synthetic::{Clean, ForceTruth, force};

use crate::timed::{self, Done};

/// The seed of every force that is measured.
const SEED: u64 = 5;

/// So many reports have about five million crimes due.
const INCIDENTS: u64 = 3_000_000;

/// Each is run so often; the shortest time is told, since others use the machine too.
const RUNS: usize = 3;

/// Makes a force of five million crimes, compares it sorted and shuffled, and joins it with `DuckDB`, if Python has it (`pip install duckdb`;
/// `PYTHON` names another interpreter). What is made is removed at the end.
///
/// # Errors
///
/// If the command does not build or does not run, or the disk is full.
pub fn run(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    timed::built(top, "audit-recording")?;
    let folder = top.join("target/bench/compare");
    let done = measured(top, &folder, &mut say);
    let _ = fs::remove_dir_all(&folder);
    done
}

/// Compares a force of a million reports and the same as people type it, and holds what is found against the truth.
///
/// # Errors
///
/// If the command does not build or does not run, or of the clean force anything is missed or found in addition.
pub fn truth(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    timed::built(top, "audit-recording")?;
    let folder = top.join("target/bench/truth");
    let mut wrong = 0;
    for (clean, name) in [(Clean::Wholly, "clean"), (Clean::AsTyped, "as people type it")] {
        let truth = made(&folder, 1_000_000, clean)?;
        once(top, &folder, "due.csv", "crimes.csv")?;
        let found = found(&folder.join("audit/findings.csv"))?;
        say(&format!("a million reports, {name}: {} crimes due, {} recorded", truth.due, truth.recorded));
        let missed = held_against(&truth, &found, &mut say);
        if clean == Clean::Wholly {
            wrong = missed;
        }
    }
    let _ = fs::remove_dir_all(&folder);
    if wrong == 0 { Ok(()) } else { Err(format!("{wrong} findings of the clean force are wrong")) }
}

fn measured(top: &Path, folder: &Path, say: &mut impl FnMut(&str)) -> Result<(), String> {
    let truth = made(folder, INCIDENTS, Clean::Wholly)?;
    let megabytes = ["due.csv", "crimes.csv"]
        .iter()
        .map(|name| fs::metadata(folder.join(name)).map_or(0, |about| about.len() / 1_000_000))
        .sum::<u64>();
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    say(&format!(
        "{} reports, {} crimes due, {} crimes recorded, {} faults: {megabytes} MB on {cores} cores",
        truth.incidents,
        truth.due,
        truth.recorded,
        truth.planted.len()
    ));
    for name in ["due.csv", "crimes.csv"] {
        shuffle(&folder.join(name), &folder.join(format!("shuffled-{name}")))?;
    }
    // In turn, so that a slow hour of the machine is slow for all.
    let (mut sorted, mut unsorted, mut joined) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        joined.extend(duckdb(folder));
        sorted.push(once(top, folder, "due.csv", "crimes.csv")?);
        unsorted.push(once(top, folder, "shuffled-due.csv", "shuffled-crimes.csv")?);
    }
    say(&timed::told("compare, sorted", &sorted));
    say(&timed::told("compare, shuffled", &unsorted));
    if joined.is_empty() {
        say(timed::NO_DUCKDB);
    } else {
        say(&timed::told("DuckDB, a full outer join and group by", &joined));
        let ratio = |runs: &[Done]| timed::least(runs) / timed::least(&joined);
        say(&format!(
            "beside DuckDB: sorted {:.2} times as long (aim: 1), shuffled {:.2} times (aim: 2)",
            ratio(&sorted),
            ratio(&unsorted)
        ));
    }
    Ok(())
}

fn made(folder: &Path, incidents: u64, clean: Clean) -> Result<ForceTruth, String> {
    let told = |error: io::Error| error.to_string();
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(told)?;
    let open = |name: &str| File::create(folder.join(name)).map(BufWriter::new).map_err(told);
    let (mut due, mut recorded) = (open("due.csv")?, open("crimes.csv")?);
    let truth = force(SEED, incidents, clean, &mut due, &mut recorded).map_err(told)?;
    due.flush().and_then(|()| recorded.flush()).map_err(told)?;
    Ok(truth)
}

/// The rows of a table in another order: dealt out to many piles, which are put one on the other.
fn shuffle(from: &Path, to: &Path) -> Result<(), String> {
    let told = |error: io::Error| error.to_string();
    let mut lines = BufReader::new(File::open(from).map_err(told)?).lines();
    let header = lines.next().transpose().map_err(told)?.unwrap_or_default();
    let mut piles: Vec<Vec<u8>> = vec![Vec::new(); 4093];
    let mut at: usize = 1;
    for line in lines {
        at = (at * 1_664_525 + 1_013_904_223) % 4_294_967_296;
        let number = at % piles.len();
        if let Some(pile) = piles.get_mut(number) {
            pile.extend(line.map_err(told)?.as_bytes());
            pile.push(b'\n');
        }
    }
    let mut out = BufWriter::new(File::create(to).map_err(told)?);
    writeln!(out, "{header}").map_err(told)?;
    for pile in piles.iter().rev() {
        out.write_all(pile).map_err(told)?;
    }
    out.flush().map_err(told)
}

fn once(top: &Path, folder: &Path, due: &str, recorded: &str) -> Result<Done, String> {
    let extracts = ["compare", "--due", due, "--recorded", recorded, "--out", "audit", "--force"];
    let words = [&extracts[..], &["--as-at", "2026-12-31", "--fail-on", "never"]].concat();
    timed::command(top, "audit-recording", folder, &words)
}

/// The join; nothing, if Python has no `DuckDB`.
fn duckdb(folder: &Path) -> Option<Done> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bench_compare.py");
    timed::python(folder, script, &["due.csv", "crimes.csv"])
}

type Counts = BTreeMap<String, BTreeMap<String, u64>>;

fn found(path: &Path) -> Result<Counts, String> {
    let mut counts = Counts::new();
    let mut reader = csv::Reader::from_path(path).map_err(|error| error.to_string())?;
    for row in reader.records() {
        let row = row.map_err(|error| error.to_string())?;
        let cell = |at: usize| row.get(at).unwrap_or_default().to_owned();
        *counts.entry(cell(2)).or_default().entry(cell(3)).or_default() += 1;
    }
    Ok(counts)
}

/// Says of each rule how many faults were planted, found, missed, and found in addition; how many are wrong in all.
fn held_against(truth: &ForceTruth, found: &Counts, say: &mut impl FnMut(&str)) -> u64 {
    let mut planted = Counts::new();
    for fault in &truth.planted {
        *planted.entry(fault.rule.to_owned()).or_default().entry(fault.record.clone()).or_default() += 1;
    }
    let mut wrong = 0;
    for rule in planted.keys().chain(found.keys().filter(|rule| !planted.contains_key(*rule))) {
        let of = |counts: &Counts| counts.get(rule).cloned().unwrap_or_default();
        let (here, there) = (of(&planted), of(found));
        let (all, told): (u64, u64) = (here.values().sum(), there.values().sum());
        let hits: u64 =
            here.iter().map(|(record, n)| (*n).min(there.get(record).copied().unwrap_or_default())).sum();
        say(&format!(
            "  {rule}: {all} planted, {hits} found, {} missed, {} in addition",
            all - hits,
            told - hits
        ));
        wrong += all - hits + told - hits;
    }
    wrong
}
