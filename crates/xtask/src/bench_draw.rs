//! How `audit-recording plan` and `sample` do on an invented frame of ten million records, beside the same draw by `DuckDB` in the same run.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::Path,
};

use crate::timed::{self, Done};

const RECORDS: u64 = 10_000_000;

/// Of each of the 48 strata.
const SIZE: &str = "240";

/// Each is run so often; the shortest time is told, since others use the machine too.
const RUNS: usize = 3;

/// Makes the frame, plans and draws, and draws by `DuckDB`, if Python has it. What is made is removed at the end.
///
/// # Errors
///
/// If the command does not build or does not run, or the disk is full.
pub fn run(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    timed::built(top, "audit-recording")?;
    let folder = top.join("target/bench/draw");
    let done = measured(top, &folder, &mut say);
    let _ = fs::remove_dir_all(&folder);
    done
}

fn measured(top: &Path, folder: &Path, say: &mut impl FnMut(&str)) -> Result<(), String> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder)
        .and_then(|()| frame(&folder.join("frame.csv")))
        .map_err(|error| error.to_string())?;
    let megabytes = fs::metadata(folder.join("frame.csv")).map_or(0, |about| about.len() / 1_000_000);
    say(&format!("{RECORDS} synthetic records, {megabytes} MB, 48 strata, {SIZE} of each"));
    let plan = [
        "plan",
        "frame.csv",
        "--strata",
        "route,month",
        "--each",
        "--size",
        SIZE,
        "--reserve",
        "0",
        "--out",
        "plan",
        "--force",
        "--as-at",
        "2026-12-31",
    ];
    let sample = [
        "sample",
        "frame.csv",
        "--plan",
        "plan/plan.toml",
        "--seed",
        "a seed",
        "--auditors",
        "A",
        "--lines",
        "1",
        "--out",
        "sample",
        "--force",
        "--as-at",
        "2026-12-31",
    ];
    let (mut planned, mut drawn, mut peer): (Vec<Done>, Vec<Done>, Vec<Done>) = Default::default();
    for _ in 0..RUNS {
        peer.extend(timed::python(
            folder,
            concat!(env!("CARGO_MANIFEST_DIR"), "/src/bench_draw.py"),
            &["frame.csv", SIZE],
        ));
        planned.push(timed::command(top, "audit-recording", folder, &plan)?);
        drawn.push(timed::command(top, "audit-recording", folder, &sample)?);
    }
    say(&timed::told("plan", &planned));
    say(&timed::told("sample", &drawn));
    if peer.is_empty() {
        say(timed::NO_DUCKDB);
    } else {
        say(&timed::told("DuckDB, the first of each stratum by a hash", &peer));
        say(&format!(
            "beside DuckDB: sample {:.2} times as long",
            timed::least(&drawn) / timed::least(&peer)
        ));
    }
    Ok(())
}

/// Records of four routes over the months of a year, in no order of either.
fn frame(path: &Path) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    writeln!(out, "record,day,route,unit")?;
    let mut state: u64 = 1;
    for number in 0..RECORDS {
        state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
        let route = ["telephone", "counter", "partner", "online"]
            .get((state >> 20) as usize % 4)
            .unwrap_or(&"online");
        let (month, day) = (1 + (state >> 8) % 12, 1 + (state >> 14) % 28);
        writeln!(out, "SYN{number:09},2026-{month:02}-{day:02},{route},unit {}", state % 40)?;
    }
    out.flush()
}
