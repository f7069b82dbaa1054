//! How long the command takes on its example, as a whole process.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

const RUNS: usize = 20;

/// Builds the command in release, runs it on the example folder, and says the shortest, the middle and the longest time.
///
/// # Errors
///
/// If the command does not build or does not run.
pub fn run(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    cargo(top, &["build", "--release", "--locked", "--package", "compose-paper"])?;
    let mut times = Vec::new();
    for turn in 0..=RUNS {
        let time = once(top)?;
        // The first run warms the caches and is not counted.
        if turn > 0 {
            times.push(time);
        }
    }
    times.sort_unstable();
    let at = |index: usize| times.get(index).map_or(0, Duration::as_millis);
    say(&format!(
        "compose-paper check docs/examples/west-midlands-2014, {RUNS} runs: {} ms at the least, {} ms in the middle, {} ms at the most",
        at(0),
        at(RUNS / 2),
        at(RUNS - 1)
    ));
    say("target: under 1,000 ms");
    Ok(())
}

fn once(top: &Path) -> Result<Duration, String> {
    let start = Instant::now();
    let done = Command::new(top.join("target/release/compose-paper"))
        .args(["check", "docs/examples/west-midlands-2014", "--as-at", "2014-07-01"])
        .current_dir(top)
        .stdout(Stdio::null())
        .status()
        .map_err(|error| error.to_string())?;
    if done.success() {
        Ok(start.elapsed())
    } else {
        Err("compose-paper found errors in its own example".to_owned())
    }
}

fn cargo(top: &Path, arguments: &[&str]) -> Result<(), String> {
    match Command::new("cargo").args(arguments).current_dir(top).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("cargo {} failed", arguments.join(" "))),
        Err(error) => Err(error.to_string()),
    }
}
