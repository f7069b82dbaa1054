//! Changes one thing at a time in the rules and sees whether a test notices.

use std::{fs, path::Path, process::Command};

/// What is changed.
const RULES: &str = "crates/counting-rules/src/rules/*.rs";

/// Runs `cargo mutants` over the rules and says what survived. `shard` is a part of them, as `3/16`; nothing, for all.
///
/// # Errors
///
/// If `cargo mutants` is not installed or could not begin, or a change survived.
pub fn run(top: &Path, shard: Option<&str>, say: impl Fn(&str)) -> Result<(), String> {
    let output = top.join("target/mutants");
    fs::create_dir_all(&output).map_err(|error| error.to_string())?;
    let mut command = Command::new("cargo");
    command.current_dir(top).args([
        "mutants",
        "--package",
        "counting-rules",
        "--file",
        RULES,
        "--no-shuffle",
    ]);
    command.args(["--baseline", "run", "--jobs", "2", "--output"]).arg(&output);
    if let Some(shard) = shard {
        command.args(["--shard", shard]);
    }
    // The rules' own cases: what they do not notice is what this is about. Given to every call of cargo, so that nothing else is built either.
    command.arg("--cargo-arg=--lib").env("CARGO_PROFILE_DEV_DEBUG", "none");
    let ended =
        command.status().map_err(|error| format!("cargo mutants (cargo install cargo-mutants): {error}"))?;
    let read = |name: &str| fs::read_to_string(output.join("mutants.out").join(name)).unwrap_or_default();
    let (missed, caught) = (read("missed.txt"), read("caught.txt"));
    say(&format!(
        "{} noticed, {} not noticed, {} could not be built, {} ran too long",
        caught.lines().count(),
        missed.lines().count(),
        read("unviable.txt").lines().count(),
        read("timeout.txt").lines().count()
    ));
    missed.lines().for_each(say);
    // 2: some survived; 3: some ran too long. All else is no result.
    match ended.code() {
        Some(0) => Ok(()),
        Some(2 | 3) => {
            Err("some changes were not noticed: add a case, or write the reason in docs/mutants.md".into())
        }
        _ => Err("cargo mutants gave no result".into()),
    }
}
