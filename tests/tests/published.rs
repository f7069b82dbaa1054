//! The published worked cases, put to the rules. Prints how many pass: all, fraud and the rest apart, examples and statements apart.

use std::collections::BTreeSet;

use acceptance::house;
use xtask::published::{self, Judged};

#[expect(clippy::unwrap_used, reason = "a test without its cases must fail")]
fn results() -> Vec<Judged> {
    let tree = house::tree();
    published::run_tree(|path| tree.get(path).map(String::as_str)).unwrap()
}

#[test]
fn every_file_of_cases_is_run() {
    let tree = house::tree();
    let known = published::FILES.iter().chain([&published::PRESUMED, &published::SECOND]);
    let known: BTreeSet<String> = known.map(|name| format!("{}/{name}", published::FOLDER)).collect();
    let held: BTreeSet<String> =
        tree.keys().filter(|path| path.starts_with(published::FOLDER)).cloned().collect();
    assert_eq!(held, known);
}

#[test]
fn two_readers_agree_or_say_why_not() {
    let tree = house::tree();
    let compared = published::compare(|path| tree.get(path).map(String::as_str), &results()).unwrap();
    let agree = compared.iter().filter(|one| one.agree()).count();
    println!("{agree} of {} cases come to the same verdict as two readers wrote the facts", compared.len());
    let silent: Vec<String> = compared
        .iter()
        .filter(|one| one.agree() == one.reading.differs.is_some())
        .map(|one| format!("{}: {}", one.reading.id, one.wrong.join("; ")))
        .collect();
    assert!(
        silent.is_empty(),
        "these differ without a reason, or have one and agree:\n{}",
        silent.join("\n")
    );
}

#[test]
fn every_case_passes_or_says_why_not() {
    let results = results();
    println!("{}", published::told(&results));
    let wrong: Vec<String> = results
        .iter()
        .filter(|result| !result.passes() && result.case.not_yet.is_none())
        .map(|result| format!("{} ({}): {}", result.case.id, result.case.name, result.wrong.join("; ")))
        .collect();
    assert!(wrong.is_empty(), "{} cases are wrong and say nothing of it:\n{}", wrong.len(), wrong.join("\n"));
    let stale: Vec<&str> = results
        .iter()
        .filter(|result| result.passes() && result.case.not_yet.is_some())
        .map(|result| result.case.id.as_str())
        .collect();
    assert!(stale.is_empty(), "pass, and say that they do not yet: {stale:?}");
}
