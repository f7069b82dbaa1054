//! Names say what is inside.

use super::Tree;

const SAYS_NOTHING: [&str; 8] = ["util", "utils", "helpers", "common", "misc", "types", "manager", "engine"];

/// What stands at the top. A `rust-toolchain.toml` does not: it would fetch a toolchain.
const TOP: [&str; 15] = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "NOTICE",
    "README.md",
    "bins",
    "clippy.toml",
    "crates",
    "deny.toml",
    "docs",
    "rustfmt.toml",
    "tests",
];

/// Files whose name says nothing, sources without a first sentence, and what does not belong at the top.
#[must_use]
pub fn names_say_what_is_inside(tree: &Tree) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in tree {
        let first = path.split('/').next().unwrap_or_default();
        if !TOP.contains(&first) {
            wrong.push(format!("{path}: `{first}` does not belong at the top of the repository"));
        }
        let Some(stem) = path.strip_suffix(".rs").and_then(|path| path.rsplit('/').next()) else { continue };
        if SAYS_NOTHING.contains(&stem) || stem == "mod" {
            wrong.push(format!("{path}: the name `{stem}` says nothing of what is inside"));
        }
        if !text.starts_with("//! ") {
            wrong.push(format!("{path}: does not start with a sentence that says what it is (`//! …`)"));
        }
        let lines = text.lines().count();
        if lines > 500 {
            wrong.push(format!("{path}: {lines} lines; past 500 it is two ideas"));
        }
    }
    wrong
}
