//! Arrows point down only, never between neighbours.

use super::{Tree, crates};

/// What each crate may depend on when it is built. A crate that is not here may not exist; an arrow that is not here
/// needs a page in `docs/decisions/` and a line here.
const ALLOWED: [(&str, &[&str]); 22] = [
    // foundation
    ("rulebook", &[]),
    // ground floor: tools that know no policing
    ("calendar", &[]),
    ("casebook", &[]),
    ("document", &["rulebook"]),
    ("statistics", &["rulebook"]),
    ("synthetic", &[]),
    ("table", &["rulebook"]),
    // first floor: the nouns of the trade
    ("crime", &["calendar", "rulebook", "table"]),
    // second floor: one crate for each question; neighbours do not know each other
    ("change-programme", &["calendar", "crime", "rulebook", "statistics", "table"]),
    ("communications", &["calendar", "crime", "rulebook", "statistics", "table"]),
    ("counting-rules", &["calendar", "crime", "rulebook", "statistics", "table"]),
    ("legal-matters", &["calendar", "crime", "rulebook", "statistics", "table"]),
    ("msf-benchmark", &["calendar", "crime", "rulebook", "statistics", "table"]),
    ("no-crime", &["calendar", "crime", "rulebook", "statistics", "table"]),
    ("recording-audit", &["calendar", "crime", "rulebook", "statistics", "table"]),
    // top floor
    (
        "board-paper",
        &[
            "calendar",
            "change-programme",
            "communications",
            "crime",
            "document",
            "legal-matters",
            "msf-benchmark",
            "no-crime",
            "recording-audit",
            "rulebook",
            "statistics",
            "table",
        ],
    ),
    // the porch
    ("batch", &["rulebook", "table"]),
    ("xtask", &["*"]),
    // commands
    (
        "benchmark-forces",
        &["batch", "calendar", "crime", "document", "msf-benchmark", "rulebook", "statistics", "table"],
    ),
    (
        "audit-recording",
        &[
            "batch",
            "counting-rules",
            "crime",
            "document",
            "recording-audit",
            "rulebook",
            "statistics",
            "table",
        ],
    ),
    ("check-no-crimes", &["batch", "crime", "document", "no-crime", "rulebook", "statistics", "table"]),
    ("compose-paper", &["batch", "board-paper", "rulebook", "table"]),
];

/// Only these may open files, read the clock or parse a command line.
const OUTSIDE: [&str; 7] = [
    "acceptance",
    "audit-recording",
    "batch",
    "benchmark-forces",
    "check-no-crimes",
    "compose-paper",
    "xtask",
];

/// Packages that stand beside the house, each a workspace of its own: a peer for a benchmark brings an engine with many
/// dependencies, which nobody who builds the project should have to compile, so no floor has a room for it.
const BESIDE: [&str; 1] = ["tests/peers"];

/// Every arrow that points up or sideways, every crate nobody placed, and every library with a door.
#[must_use]
pub fn arrows_point_down(tree: &Tree) -> Vec<String> {
    let crates = crates(tree);
    let mut wrong = Vec::new();
    for (name, folder) in &crates {
        let manifest = tree.get(&format!("{folder}/Cargo.toml")).map_or("", String::as_str);
        let parsed: toml::Table = match manifest.parse() {
            Ok(parsed) => parsed,
            Err(error) => {
                wrong.push(format!("{folder}/Cargo.toml does not parse: {error}"));
                continue;
            }
        };
        if BESIDE.contains(folder) {
            if !parsed.contains_key("workspace") {
                wrong.push(format!(
                    "{folder}/Cargo.toml stands beside the house and is no workspace of its own"
                ));
            }
            continue;
        }
        let dependencies: Vec<&str> = parsed
            .get("dependencies")
            .and_then(toml::Value::as_table)
            .map(|table| table.keys().map(String::as_str).collect())
            .unwrap_or_default();
        if *folder != "tests" {
            let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| known == name) else {
                wrong.push(format!(
                    "{folder}: the house has no such room; place it in tests/src/house/layers.rs"
                ));
                continue;
            };
            for dependency in &dependencies {
                let ours = crates.iter().any(|(other, _)| other == dependency);
                if ours && !allowed.contains(dependency) && !allowed.contains(&"*") {
                    wrong.push(format!(
                        "{name} may not depend on {dependency}: arrows point down, never to a neighbour"
                    ));
                }
            }
        }
        for door in ["clap", "rustix"] {
            let own_door = if door == "clap" { folder.starts_with("bins/") } else { OUTSIDE.contains(name) };
            if dependencies.contains(&door) && !own_door {
                wrong.push(format!("{name} may not depend on {door}: it has no door to the world"));
            }
        }
        if parsed.get("lints").and_then(|lints| lints.get("workspace")).is_none() {
            wrong.push(format!("{folder}/Cargo.toml does not take the lints of the workspace"));
        }
    }
    wrong
}
