//! Whole commands timed, with the most memory they held.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// One run of a command.
pub(crate) struct Done {
    /// From its start to its end.
    pub seconds: f64,
    /// The most memory it held at once.
    pub peak_mib: u64,
}

/// What to do where the peer is missing.
pub(crate) const NO_DUCKDB: &str =
    "DuckDB is not there: `pip install duckdb`, or name an interpreter that has it with PYTHON";

/// Builds a command in release.
pub(crate) fn built(top: &Path, package: &str) -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["build", "--release", "--locked", "--package", package])
        .current_dir(top)
        .status();
    if status.is_ok_and(|status| status.success()) {
        Ok(())
    } else {
        Err(format!("{package} does not build"))
    }
}

/// Waits until what earlier runs wrote is on the disk: it would be written during the next one, and be counted with it.
fn settled() {
    // Where there is no such command, the run is timed all the same.
    let _ = Command::new("sync").status();
}

/// Runs a command that was built in a folder.
pub(crate) fn command(top: &Path, package: &str, folder: &Path, words: &[&str]) -> Result<Done, String> {
    settled();
    let begin = Instant::now();
    let mut child = Command::new(top.join("target/release").join(package))
        .args(words)
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let about = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak_kib = 0;
    let time: Duration = loop {
        let status = fs::read_to_string(&about).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
        peak_kib = line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(peak_kib);
        if child.try_wait().map_err(|error| error.to_string())?.is_some() {
            break begin.elapsed();
        }
        thread::sleep(Duration::from_millis(5));
    };
    let done = child.wait_with_output().map_err(|error| error.to_string())?;
    if !done.status.success() {
        return Err(String::from_utf8_lossy(&done.stderr).trim_end().to_owned());
    }
    Ok(Done { seconds: time.as_secs_f64(), peak_mib: peak_kib >> 10 })
}

/// Runs a script of Python that prints its time and its most memory in MiB; nothing, if it cannot run.
pub(crate) fn python(folder: &Path, script: &str, words: &[&str]) -> Option<Done> {
    let python = std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned());
    settled();
    let begin = Instant::now();
    let done = Command::new(python).arg(script).args(words).current_dir(folder).output();
    // The whole process, as ours is timed.
    let seconds = begin.elapsed().as_secs_f64();
    let done = done.ok()?;
    let told = String::from_utf8_lossy(&done.stdout);
    let peak_mib = told.split_whitespace().nth(1)?.parse().ok()?;
    Some(Done { seconds, peak_mib })
}

/// Runs in words.
pub(crate) fn told(name: &str, runs: &[Done]) -> String {
    let times: Vec<String> = runs.iter().map(|done| format!("{:.2}", done.seconds)).collect();
    let peak = runs.iter().map(|done| done.peak_mib).max().unwrap_or_default();
    format!("{name}: {} s, at most {peak} MiB of memory", times.join(", "))
}

/// The shortest time.
pub(crate) fn least(runs: &[Done]) -> f64 {
    runs.iter().map(|done| done.seconds).fold(f64::INFINITY, f64::min)
}

/// The time in the middle; of an even number of runs the longer of the two.
pub(crate) fn median(runs: &[Done]) -> f64 {
    let mut times: Vec<f64> = runs.iter().map(|done| done.seconds).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
