//! The checks that stand between a change and the main line, each run once.

use std::process::Command;

/// A check: its name and the arguments of cargo.
type Check = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

const CHECKS: [Check; 4] = [
    ("tests", &["test", "--workspace", "--locked"], &[]),
    ("formatting", &["fmt", "--all", "--check"], &[]),
    ("clippy", &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"], &[]),
    ("documentation", &["doc", "--workspace", "--no-deps", "--locked"], &[("RUSTDOCFLAGS", "-D warnings")]),
];

/// Runs every check and says which failed.
///
/// # Errors
///
/// The names of the checks that failed.
pub fn run(mut say: impl FnMut(&str)) -> Result<(), String> {
    let mut failed = Vec::new();
    for (name, arguments, environment) in CHECKS {
        say(&format!("== {name}: cargo {}", arguments.join(" ")));
        let status = Command::new("cargo").args(arguments).envs(environment.iter().copied()).status();
        if !status.is_ok_and(|status| status.success()) {
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("failed: {}", failed.join(", "))) }
}
