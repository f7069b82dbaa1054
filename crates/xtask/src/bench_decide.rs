//! How `audit-recording decide` does on a stream of invented reports: time, memory, and what a realistic extract leaves undecided.

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use synthetic::{Held, reports};

/// The seed of every file that is measured.
const SEED: u64 = 26;

/// Builds the command in release, runs it on a million reports and on a tenth of them, and says time, peak memory and what is decided;
/// then on an extract that holds what records systems hold.
///
/// # Errors
///
/// If the command does not build or does not run, or the reports cannot be written.
pub fn run(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["build", "--release", "--locked", "--package", "audit-recording"])
        .current_dir(top)
        .status();
    if !status.is_ok_and(|status| status.success()) {
        return Err("audit-recording does not build".to_owned());
    }
    let cores = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    for n in [100_000, 1_000_000] {
        let file = written(top, n, Held::Everything)?;
        let megabytes = fs::metadata(&file).map_or(0, |about| about.len() >> 20);
        let done = once(top, &file)?;
        say(&format!(
            "decide, {n} reports ({megabytes} MiB) on {cores} cores: {:.1} s, at most {} MiB of memory",
            done.time.as_secs_f64(),
            done.peak_kib >> 10
        ));
        if n == 1_000_000 {
            say("target: under 10 s on two cores, and no more memory than for a tenth");
            say(&done.told);
        }
        let _ = fs::remove_file(file);
    }
    let file = written(top, 100_000, Held::AsRecordsSystems)?;
    say("an extract that holds what records systems hold (invented; see crates/synthetic/src/reports.rs):");
    say(&once(top, &file)?.told);
    let _ = fs::remove_file(file);
    Ok(())
}

/// Runs the chart in another engine beside ours; it takes minutes to build, and stands outside the workspace for that.
///
/// # Errors
///
/// If it does not build or run.
pub fn peers(top: &Path) -> Result<(), String> {
    let status = Command::new("cargo")
        .args([
            "run",
            "--release",
            "--manifest-path",
            "tests/peers/Cargo.toml",
            "--target-dir",
            "target/peers",
        ])
        .current_dir(top)
        .status();
    if status.is_ok_and(|status| status.success()) { Ok(()) } else { Err("the peers do not run".to_owned()) }
}

fn written(top: &Path, n: u64, held: Held) -> Result<PathBuf, String> {
    let told = |error: std::io::Error| error.to_string();
    let folder = top.join("target/bench");
    fs::create_dir_all(&folder).map_err(told)?;
    let path = folder.join(format!("reports-{n}.jsonl"));
    let mut file = BufWriter::new(File::create(&path).map_err(told)?);
    for line in reports(SEED, n, held) {
        writeln!(file, "{line}").map_err(told)?;
    }
    file.flush().map_err(told)?;
    Ok(path)
}

struct Done {
    time: Duration,
    peak_kib: u64,
    told: String,
}

fn once(top: &Path, file: &Path) -> Result<Done, String> {
    let begin = Instant::now();
    let mut child = Command::new(top.join("target/release/audit-recording"))
        .arg("decide")
        .arg(file)
        .args(["--as-at", "2026-12-31"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let about = format!("/proc/{}/status", child.id());
    let mut peak_kib = 0;
    let time = loop {
        let status = fs::read_to_string(&about).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
        peak_kib = line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(peak_kib);
        if child.try_wait().map_err(|error| error.to_string())?.is_some() {
            break begin.elapsed();
        }
        thread::sleep(Duration::from_millis(5));
    };
    let done = child.wait_with_output().map_err(|error| error.to_string())?;
    let told = String::from_utf8_lossy(&done.stderr).trim_end().to_owned();
    // Every act of the mix can be read and decided or left open: a finding would mean that the mix is out of step with the facts.
    if done.status.success() { Ok(Done { time, peak_kib, told }) } else { Err(told) }
}
