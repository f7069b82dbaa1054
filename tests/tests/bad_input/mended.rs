//! What once did not hold: each test is of a defect that was found and mended.

use std::fs;

use acceptance::command::Scratch;

use crate::case::{Case, DECISIONS, FORCES, STRATA, ask, figures};

/// The row's own fault must reach the user, in whichever stream; the figures that are missing for it do not explain it.
fn tells(case: &Case, told: &str) {
    let said = case.run(&case.fresh(), &[]);
    assert!(said.out.contains(told) || said.err.contains(told), "not told: {told}\n{}{}", said.out, said.err);
}

#[test]
fn rejected_row_that_the_prose_names_is_told() {
    let case = Case::new();
    case.replace(STRATA, "341,332", "341,-332");
    tells(&case, "audit/strata.csv, line 2, column crimes_due");
    case.restore(STRATA);
    case.replace(DECISIONS, "Robbery,31,25", "Robbery,31,35");
    tells(&case, "audit/no_crime_decisions.csv, line 3, column correct");
    case.restore(DECISIONS);
    case.replace(FORCES, "167890,3371", "167890,-3371");
    tells(&case, "benchmark/no_crimes_2012_13.csv, line 2, column no_crimes");
}

#[test]
fn folder_that_does_not_exist_is_named() {
    let scratch = Scratch::new().unwrap();
    let nowhere = scratch.path().join("nowhere");
    let said = ask(&[nowhere.to_str().unwrap(), "--out", scratch.path().join("out").to_str().unwrap()]);
    assert!(said.err.contains(nowhere.to_str().unwrap()), "{}", said.err);
}

#[test]
fn impossible_date_in_paper_toml_is_quoted() {
    let case = Case::new();
    case.replace("paper.toml", "meeting = \"2014-07-01\"", "meeting = \"2014-02-30\"");
    tells(&case, "2014-02-30");
}

#[test]
fn input_declared_twice_is_located() {
    let case = Case::new();
    case.append(
        "paper.toml",
        "\n[[input]]\nfile = \"audit/strata.csv\"\nkind = \"published\"\nsource = \"x\"\n",
    );
    tells(&case, "paper.toml, line ");
}

#[test]
fn finding_is_told_in_every_format() {
    let case = Case::new();
    case.append(DECISIONS, "Burglary,10,12,not known,13\n");
    for format in ["json", "csv"] {
        let said = case.run(&case.paper(), &["--force", "--format", format]);
        let told = "audit/no_crime_decisions.csv, line 5, column correct";
        assert!(said.out.contains(told) || said.err.contains(told), "{format}: {}{}", said.out, said.err);
    }
}

#[test]
fn withheld_total_is_not_in_its_working() {
    let case = Case::new();
    case.append(STRATA, "Burglaries,10,-4,3,not known,13\n");
    assert_eq!(case.run(&case.fresh(), &[]).code, Some(1));
    let text = fs::read_to_string(case.fresh().join("figures.csv")).unwrap();
    assert!(!text.contains("341 + 100 + 50"));
}

#[test]
fn printed_percentages_of_a_table_with_a_bad_row_are_not_counted() {
    let case = Case::new();
    case.replace(FORCES, "90332", "9o332");
    assert_eq!(case.run(&case.fresh(), &[]).code, Some(1));
    for what in ["printed", "to-the-nearest", "cut-off", "always-up"] {
        let printed = &figures(&case.fresh())[&format!("printed-percentages.paragraph-16.{what}")];
        assert!(printed.starts_with("withheld ("), "{what}: {printed}");
    }
}
