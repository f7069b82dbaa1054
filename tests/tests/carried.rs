//! Figures that `audit-recording score` computed, carried into the paper of 2014.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use acceptance::command::{Scratch, built, run};

/// The folder of 2014 with its own audit scored from its own counts, and declared.
fn folder(scratch: &Scratch, change: impl Fn(&str) -> String) -> PathBuf {
    let folder = scratch.copy_of("west-midlands-2014").unwrap();
    let done = Command::new(built("audit-recording"))
        .current_dir(&folder)
        .args(["score", "--counts", "audit/strata.csv", "--decisions", "audit/no_crime_decisions.csv"])
        .args(["--out", "../scored", "--as-at", "2014-07-01"])
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    let figures = fs::read_to_string(scratch.path().join("scored/figures.csv")).unwrap();
    fs::write(folder.join("audit/figures.csv"), change(&figures)).unwrap();
    let settings = fs::read_to_string(folder.join("paper.toml")).unwrap();
    let input = "\n[[input]]\nfile = \"audit/figures.csv\"\nkind = \"published\"\nsource = \"audit-recording score\"\n";
    fs::write(folder.join("paper.toml"), settings + input).unwrap();
    folder
}

/// What the paper finds about carried figures, and its text.
fn composed(folder: &Path, out: &Path) -> (Vec<String>, String) {
    let arguments = [folder.to_str().unwrap(), "--as-at", "2014-07-01", "--out", out.to_str().unwrap()];
    let done = run(&arguments);
    assert!(out.join("paper.md").exists(), "{}", String::from_utf8_lossy(&done.stderr));
    let findings = fs::read_to_string(out.join("findings.csv")).unwrap();
    let carried =
        findings.lines().filter(|line| line.contains("carried-figure-agrees")).map(str::to_owned).collect();
    (carried, fs::read_to_string(out.join("paper.md")).unwrap())
}

#[test]
fn the_audit_of_2014_is_what_score_makes_of_its_counts() {
    let scratch = Scratch::new().unwrap();
    let folder = folder(&scratch, str::to_owned);
    let (carried, paper) = composed(&folder, &scratch.path().join("paper"));
    assert_eq!(carried, [""; 0]);
    assert!(paper.contains("98.8%"));
    let figures = fs::read_to_string(scratch.path().join("paper/figures.csv")).unwrap();
    let all = figures.lines().find(|line| line.starts_with("audit.all.compliance,")).unwrap();
    // Of one stratum, the dip samples, nobody gives counts: so nothing is said of all, and the paper carries that too.
    assert!(all.contains(",not known,"), "{all}");
    assert!(all.contains("audit/figures.csv, line "), "{all}");
}

#[test]
fn a_carried_figure_that_says_otherwise_is_found_and_not_printed() {
    let scratch = Scratch::new().unwrap();
    let folder = folder(&scratch, |figures| {
        figures
            .lines()
            .map(|line| if line.starts_with("audit.incidents.due,") { line.replace(",332,332,", ",342,342,") } else { line.to_owned() } + "\n")
            .collect()
    });
    let (carried, paper) = composed(&folder, &scratch.path().join("paper"));
    assert_eq!(carried.len(), 1, "{carried:?}");
    assert!(
        carried[0].contains("`audit.incidents.due` is carried as 342, and the tables of the folder give 332"),
        "{carried:?}"
    );
    assert!(paper.contains("332") && !paper.contains("342 crimes"));
}

#[test]
fn figures_of_judged_removals_are_carried_and_named_in_the_prose() {
    let scratch = Scratch::new().unwrap();
    let folder = scratch.copy_of("west-midlands-2014").unwrap();
    // 24 of 30, with the limits that Wilson's formula gives.
    let figures = "id,label,printed,exact,unit,qualifier,rounding,n,interval,interval_method,interval_meaning,origin,working,rule,printed_in\n\
        no-crime.validity,removals that stand of those that could be judged,80.0%,0.80,,exact,\"to the nearest, 1 decimal place\",30,\
        62.7% to 90.5%,\"Wilson, 95%\",all were looked at,,24 of 30,,\n";
    fs::write(folder.join("audit/removals-figures.csv"), figures).unwrap();
    let settings = fs::read_to_string(folder.join("paper.toml")).unwrap();
    let input = "\n[[input]]\nfile = \"audit/removals-figures.csv\"\nkind = \"published\"\nsource = \"removals judged\"\n";
    fs::write(folder.join("paper.toml"), settings + input).unwrap();
    let prose = folder.join("narrative/no-crime-comparison.md");
    let before = fs::read_to_string(&prose).unwrap();
    fs::write(&prose, before + "\nOf the removals {figure:no-crime.validity} stand.\n").unwrap();
    let (carried, paper) = composed(&folder, &scratch.path().join("paper"));
    assert_eq!(carried, [""; 0]);
    assert!(paper.contains("Of the removals 80.0%"), "{paper}");
    let figures = fs::read_to_string(scratch.path().join("paper/figures.csv")).unwrap();
    let carried = figures.lines().find(|line| line.starts_with("no-crime.validity,")).unwrap();
    assert!(carried.contains(",30,62.7% to 90.5%,"), "{carried}");
}
