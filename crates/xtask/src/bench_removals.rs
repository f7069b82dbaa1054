//! How `check-no-crimes check` does on a million invented removals, beside column expressions in `Polars` in the same run.

use std::{fs, path::Path, thread};

use crate::{
    synthetic_removals,
    timed::{self, Done},
};

/// So many removals, where nothing else is said.
pub const ROWS: u64 = 1_000_000;

/// Each is run so often, in turn; the time in the middle is told.
const RUNS: usize = 5;

/// Makes the removals if they are not there, judges them, and has `Polars` find what breaks the one-record rules, if Python has it
/// (`pip install polars`; `PYTHON` names another interpreter). What is made is kept for the next run.
///
/// # Errors
///
/// If the command does not build or does not run, or the disk is full.
pub fn run(top: &Path, rows: u64, mut say: impl FnMut(&str)) -> Result<(), String> {
    let folder = top.join(format!("target/bench/removals/{rows}"));
    // It gets its name when it is whole.
    if !folder.exists() {
        let making = folder.with_extension("part");
        synthetic_removals::run(&making, &["--stress", &rows.to_string()])?;
        fs::rename(&making, &folder).map_err(|error| error.to_string())?;
    }
    let megabytes = fs::metadata(folder.join("removals.csv")).map_or(0, |about| about.len() / 1_000_000);
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    say(&format!("{rows} synthetic removals, {megabytes} MB, on {cores} cores, {RUNS} runs of each in turn"));
    timed::built(top, "check-no-crimes")?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bench_removals.py");
    let words = ["check", "removals.csv", "--out", "checked", "--as-at", "2027-03-31"];
    let words = [&words[..], &["--fail-on", "never"]].concat();
    let (mut ours, mut peer): (Vec<Done>, Vec<Done>) = Default::default();
    // In turn, so that a slow hour of the machine is slow for both.
    for _ in 0..RUNS {
        // Replacing earlier outputs costs their digests: a run into a free folder is timed.
        drop(fs::remove_dir_all(folder.join("checked")));
        peer.extend(timed::python(&folder, script, &["removals.csv", "failing.csv"]));
        ours.push(timed::command(top, "check-no-crimes", &folder, &words)?);
    }
    say(&timed::told("check-no-crimes check: every rule, verdicts and findings", &ours));
    say(&format!("  in the middle {:.2} s", timed::median(&ours)));
    if peer.is_empty() {
        say("Polars is not there: `pip install polars`, or name an interpreter that has it with PYTHON");
        return Ok(());
    }
    say(&timed::told("Polars: 24 one-record rules as expressions, what is broken only", &peer));
    say(&format!("  in the middle {:.2} s", timed::median(&peer)));
    say(&format!("beside Polars: {:.2} times as long", timed::median(&ours) / timed::median(&peer)));
    Ok(())
}
