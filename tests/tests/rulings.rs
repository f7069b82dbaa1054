//! The register of rulings: what no rule would apply is refused, and every question that a rule asks can be answered.

use std::{collections::BTreeSet, process::Command};

use acceptance::{
    command::{Scratch, built},
    house,
};
use counting_rules::QUESTIONS;

#[test]
fn a_ruling_that_would_never_be_applied_is_refused() {
    let scratch = Scratch::new().unwrap();
    let command = built("audit-recording");
    std::fs::write(scratch.path().join("in.jsonl"), r#"{"id":"R1","received":"2026-05-01T14:30:00"}"#)
        .unwrap();
    let with = |on: &str, answer: &str| {
        let register = format!(
            "[[ruling]]\nid = \"F1\"\non = \"{on}\"\nfrom = \"2026-04-01\"\nanswer = \"{answer}\"\nregistrar = \"FCR\"\nreason = \"x\"\n"
        );
        std::fs::write(scratch.path().join("r.toml"), register).unwrap();
        let done = Command::new(&command)
            .current_dir(scratch.path())
            .args(["decide", "in.jsonl", "--rulings", "r.toml"])
            .output()
            .unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    assert_eq!(with("prison-crime", "do not record").0, Some(0));
    assert!(with("prison-crime", "perhaps").1.contains("`perhaps` is none of record, do not record"));
    assert!(with("prison-crimes", "record").1.contains("no rule asks that"));
    assert_eq!(with("prison-crimes", "record").0, Some(2));
}

#[test]
fn every_ruling_that_a_rule_asks_for_or_a_case_gives_is_known() {
    let tree = house::tree();
    let mut asked = BTreeSet::new();
    for (path, text) in tree.iter().filter(|(path, _)| path.starts_with("crates/counting-rules/")) {
        let begin: &[&str] = if path.ends_with(".toml") {
            &[", on = \""]
        } else {
            &[".ruling(\"", "const QUESTION: &str = \""]
        };
        for begin in begin {
            asked.extend(
                text.split(begin).skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned),
            );
        }
    }
    let known: BTreeSet<String> = QUESTIONS.iter().map(|(question, _)| (*question).to_owned()).collect();
    assert!(asked.len() >= 10, "{asked:?}");
    assert!(asked.is_subset(&known), "{:?}", asked.difference(&known).collect::<Vec<_>>());
}
