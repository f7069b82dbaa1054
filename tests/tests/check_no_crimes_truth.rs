//! `check-no-crimes check` on an invented year of removals, held against the faults that were planted in it.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
    process::Command,
};

use acceptance::command::{Scratch, built};
use synthetic::removals::{A_YEAR, Fault, Year, stress, year};

/// A row of a table by the names of its columns.
type Row = BTreeMap<String, String>;

fn rows(table: &str) -> Vec<Row> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn read(folder: &Path, name: &str) -> Vec<Row> {
    rows(&fs::read_to_string(folder.join(name)).unwrap())
}

/// What the command said of a year: its standard output, verdicts and findings.
struct Said {
    out: String,
    verdicts: Vec<Row>,
    findings: Vec<Row>,
}

fn checked(year: &Year) -> Said {
    let scratch = Scratch::new().unwrap();
    let folder = scratch.path();
    fs::write(folder.join("removals.csv"), &year.removals_csv).unwrap();
    fs::write(folder.join("crimes.csv"), &year.crimes_csv).unwrap();
    let done = Command::new(built("check-no-crimes"))
        .current_dir(folder)
        .args(["check", "removals.csv", "--crimes", "crimes.csv", "--out", "checked"])
        .args(["--as-at", "2027-03-31", "--fail-on", "never"])
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let out = folder.join("checked");
    Said {
        out: String::from_utf8(done.stdout).unwrap(),
        verdicts: read(&out, "verdicts.csv"),
        findings: read(&out, "findings.csv"),
    }
}

/// What is not as it was planted, a sentence each.
fn held_against(truth: &[Row], said: &Said) -> Vec<String> {
    let verdicts: BTreeMap<&str, (&str, &str)> = said
        .verdicts
        .iter()
        .map(|row| (row["record"].as_str(), (row["verdict"].as_str(), row["other_reading"].as_str())))
        .collect();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut objected: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for finding in &said.findings {
        let (record, rule) = (finding["record"].as_str(), finding["rule"].as_str());
        found.entry(record).or_default().insert(rule);
        if finding["severity"] != "note" {
            objected.entry(record).or_default().insert(rule);
        }
    }
    let none = BTreeSet::new();
    let mut wrong = Vec::new();
    for row in truth {
        let (record, fault, rule) = (row["record"].as_str(), &row["fault"], row["rule"].as_str());
        let found = found.get(record).unwrap_or(&none);
        if !rule.is_empty() && !found.contains(rule) {
            wrong.push(format!("{record}, {fault}: not found by {rule}, but by {found:?}"));
        }
        if let Some(rules) = objected.get(record).filter(|_| rule.is_empty()) {
            wrong.push(format!("{record}, {fault}: there is nothing wrong with it, but {rules:?}"));
        }
        // The unit with one decider has no verdict.
        let expected = (row["verdict"].as_str(), row["other_reading"].as_str());
        if !expected.0.is_empty() && verdicts.get(record) != Some(&expected) {
            wrong.push(format!(
                "{record}, {fault}: expected {expected:?}, said {:?}, by {found:?}",
                verdicts.get(record)
            ));
        }
    }
    let known: BTreeSet<&str> = truth.iter().map(|row| row["record"].as_str()).collect();
    for (record, rules) in objected.iter().filter(|(record, _)| !known.contains(*record)) {
        wrong.push(format!("{record}: nobody planted anything there, but {rules:?}"));
    }
    wrong
}

#[test]
fn every_planted_fault_is_found_under_its_rule_and_nothing_else() {
    let year = year(11, A_YEAR);
    let truth = rows(&year.truth_csv);
    let planted: BTreeSet<&str> = truth.iter().map(|row| row["fault"].as_str()).collect();
    assert!(Fault::all().all(|fault| planted.contains(fault.name)));
    let said = checked(&year);
    assert_eq!(held_against(&truth, &said), Vec::<String>::new());
    // Each record that stands in two rows is judged once, and its second row is rejected.
    let twice = truth.iter().filter(|row| row["fault"] == "named-twice").count() as u64;
    assert_eq!(said.verdicts.len() as u64, A_YEAR - twice);
    let rows = format!("{A_YEAR} rows in = {} verdicts + {twice} rejected", A_YEAR - twice);
    assert!(said.out.contains(&rows), "{}", said.out);
}

#[test]
fn what_is_missed_or_said_in_addition_is_noticed() {
    let truth = rows(
        "synthetic,record,fault,rule,verdict,other_reading\n\
         yes,SYN1,sound,,stands,\n\
         yes,SYN2,not-trained,decider-trained,does not stand,\n",
    );
    let said = |verdicts: &str, findings: &str| Said {
        out: String::new(),
        verdicts: rows(&format!("record,verdict,other_reading\n{verdicts}")),
        findings: rows(&format!("severity,rule,record\n{findings}")),
    };
    let verdicts = "SYN1,stands,\nSYN2,does not stand,\n";
    let wrong = |verdicts: &str, findings: &str| held_against(&truth, &said(verdicts, findings)).len();
    assert_eq!(wrong(verdicts, "warning,decider-trained,SYN2\n"), 0);
    // Under another rule; of a sound record; of a record that nobody planted; with another verdict; without one.
    assert_eq!(wrong(verdicts, "warning,removal-order,SYN2\n"), 1);
    assert_eq!(wrong(verdicts, "warning,decider-trained,SYN2\nerror,removal-order,SYN1\n"), 1);
    assert_eq!(wrong(verdicts, "warning,decider-trained,SYN2\nwarning,removal-order,SYN3\n"), 1);
    assert_eq!(wrong("SYN1,stands,\nSYN2,stands,\n", "warning,decider-trained,SYN2\n"), 1);
    assert_eq!(wrong("SYN1,stands,\n", "warning,decider-trained,SYN2\n"), 1);
}

#[test]
fn every_rule_that_judges_or_warns_has_a_planted_fault() {
    let planted: BTreeSet<&str> = Fault::all().map(|fault| fault.rule).collect();
    // One person for a unit is planted in the unit; these speak of a table, or of a day after that of the run.
    let elsewhere = ["decider-of-nearly-all", "vocabulary-changes", "removal-is-planned"];
    let rooms = xtask::rooms::rules();
    let rules: BTreeSet<&str> =
        rooms.iter().filter(|(room, _)| *room == "no-crime").map(|(_, rule)| rule.id.0).collect();
    let missing: Vec<&&str> =
        rules.iter().filter(|rule| !planted.contains(**rule) && !elsewhere.contains(*rule)).collect();
    assert_eq!(missing, Vec::<&&str>::new());
    let unknown: Vec<&&str> = planted.iter().filter(|rule| !rules.contains(**rule)).collect();
    assert_eq!(unknown, Vec::<&&str>::new());
}

#[test]
fn many_rows_are_judged_as_few_are() {
    let (mut removals, mut crimes, mut truth) = (Vec::new(), Vec::new(), Vec::new());
    stress(12, 60_000, &mut removals, &mut crimes, &mut truth).unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let year = Year { removals_csv: text(removals), crimes_csv: text(crimes), truth_csv: text(truth) };
    let said = checked(&year);
    assert_eq!(held_against(&rows(&year.truth_csv), &said), Vec::<String>::new());
}
