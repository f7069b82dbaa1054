//! The other verbs: the account of a record, rules, grounds, an empty table and the schema.

use crate::case::{Case, UNTRAINED, duplicate_of, row, table};

const AS_AT: [&str; 2] = ["--as-at", "2027-03-31"];

fn why(case: &Case, record: &str) -> crate::case::Said {
    case.run(&[&["why", record, "removals.csv"][..], &AS_AT].concat())
}

#[test]
fn why_says_which_rule_is_broken_what_it_read_and_what_mends_it() {
    let case =
        Case::of(table(&[row("20/1", &[]), row("20/2", &[UNTRAINED]), row("20/3", &duplicate_of("L1"))]));
    let said = why(&case, "20/2");
    assert_eq!(said.code, Some(0), "{}", said.err);
    for words in [
        "removals.csv, line 3",
        "20/2, of class 8N, removed as additional verifiable information (C2): does not stand",
        "[decider-trained]\n   broken: ",
        "trained: no",
        "to be mended by",
    ] {
        assert!(said.out.contains(words), "{words}: {}", said.out);
    }
    // Each rule of its account says what `explain` says, and only one is broken.
    assert_eq!(said.out.matches("\n   broken: ").count(), 1);
    assert!(why(&case, "20/1").out.contains("): stands\n"));
    assert!(why(&case, "20/3").out.contains("[duplicate-record-live]"));
}

#[test]
fn why_of_a_record_that_is_not_there_or_cannot_be_read_says_so() {
    let text = table(&[
        row("20/1", &[("ground", "C9")]),
        row("20/2", &[]),
        row("20/2", &[UNTRAINED]),
        row("20/3", &[]),
    ])
    .replacen("20/3", "20/3,more", 1);
    let case = Case::of(text);
    let said = why(&case, "20/9");
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(said.err.contains("removals.csv holds no record `20/9`"), "{}", said.err);
    assert!(why(&case, "20/1").out.contains("`C9` is not the ground"));
    let twice = why(&case, "20/2").out;
    assert!(
        twice.contains("line 3") && twice.contains("The number stands once more") && twice.contains("line 4"),
        "{twice}"
    );
    // `check` judges the first of the two, and so does this.
    assert_eq!((twice.matches("): stands\n").count(), twice.matches("does not stand").count()), (1, 0));
    // A row that `check` rejects is not judged.
    let said = why(&case, "20/3");
    assert!(said.out.contains("line 5: the row has 28 cells, the header has 27"), "{}{}", said.out, said.err);
    assert!(!said.out.contains("stands"), "{}", said.out);
    let said = case.run(&["why", "20/1", "nowhere.csv"]);
    assert!(said.code == Some(2) && said.err.contains("nowhere.csv: No such file"), "{}", said.err);
}

#[test]
fn why_comes_to_the_verdict_of_check_whatever_other_records_say() {
    // 106 kinds of fault, some of which only other records tell.
    let year = synthetic::removals::year(3, 900);
    let case = Case::of(&year.removals_csv);
    case.file("crimes.csv", &year.crimes_csv);
    case.check(&["--crimes", "crimes.csv"]);
    let across = ["duplicate-", "transfer-in-a-circle", "recorded-again"];
    let mut found: Vec<String> = case
        .rows("checked/findings.csv")
        .into_iter()
        .filter(|finding| across.iter().any(|rule| finding["rule"].starts_with(rule)))
        .map(|finding| finding["record"].clone())
        .collect();
    found.sort();
    found.dedup();
    assert!(found.len() >= 10, "{found:?}");
    let verdicts = case.verdicts();
    for record in found {
        let (_, verdict) = verdicts.iter().find(|(other, _)| *other == record).unwrap();
        let asked = ["why", &record, "removals.csv", "--crimes", "crimes.csv"];
        let said = case.run(&[&asked[..], &AS_AT].concat());
        let first = said.out.lines().nth(2).unwrap_or_default();
        assert!(first.ends_with(&format!(": {verdict}")), "{record}: {first}");
    }
    // What several records tell stands below.
    let case = Case::of(table(&[row("20/1", &duplicate_of("20/2")), row("20/2", &duplicate_of("20/1"))]));
    let said = why(&case, "20/1").out;
    assert!(said.contains("Beside other records:") && said.contains("[duplicate-in-a-circle]"), "{said}");
    assert!(said.contains("): does not stand\n"), "{said}");
}

#[test]
fn every_rule_that_is_listed_is_explained_and_a_wrong_one_has_a_neighbour() {
    let case = Case::of("");
    let rules = case.run(&["rules"]);
    let ids: Vec<&str> = rules.out.lines().map(|line| line.split_whitespace().next().unwrap()).collect();
    assert!(ids.contains(&"removal-authority") && ids.contains(&"readable-row"));
    for id in ids {
        let said = case.run(&["explain", id]);
        assert_eq!(said.code, Some(0), "{id}: {}", said.err);
        for line in ["who says so", "what breaks it", "what mends it"] {
            assert!(said.out.contains(line), "{id} does not say {line}");
        }
        let page = format!("docs/rules/{id}.md");
        assert!(said.out.contains(&page) && acceptance::house::top().join(&page).exists(), "{page}");
    }
    let said = case.run(&["explain", "removal-autority"]);
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""));
    assert!(
        said.err.contains("no rule `removal-autority`; did you mean `removal-authority`?"),
        "{}",
        said.err
    );
    assert_eq!(case.run(&["explain", "=1+1"]).code, Some(2));
}

#[test]
fn grounds_lists_the_five_and_what_they_were_called() {
    let said = Case::of("").run(&["grounds"]);
    assert_eq!(said.code, Some(0));
    // The five of the Crime Recording Rules 2026/27, page 25.
    for ground in [
        "C1 transferred to another force",
        "C2 additional verifiable information",
        "C3 duplicate, or part of a crime already recorded",
        "C4 recorded in error",
        "C5 self-defence",
    ] {
        assert!(said.out.lines().any(|line| line.starts_with(ground)), "{ground}: {}", said.out);
    }
    assert!(said.out.contains("`C2` among cancelled and transferred crimes: from 2026-04-01, until still"));
}

#[test]
fn an_empty_table_is_one_that_can_be_checked() {
    let case = Case::of("");
    for table in ["removals", "crimes", "waivers"] {
        let said = case.run(&["template", table]);
        assert_eq!(said.code, Some(0));
        case.file(&format!("{table}.csv"), &said.out);
    }
    let said = case.check(&["--crimes", "crimes.csv", "--waivers", "waivers.csv", "--fail-on", "note"]);
    assert_eq!((said.code, said.counts), (Some(0), (0, 0, 0)), "{}{}", said.out, said.err);
    assert!(case.run(&["template", "removal"]).err.contains("possible values: removals, crimes, waivers"));
}

#[test]
fn the_schema_asks_for_the_columns_of_the_table() {
    let case = Case::of("");
    let schema: serde_json::Value = serde_json::from_str(&case.run(&["schema", "removal"]).out).unwrap();
    let mut keys: Vec<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let template = case.run(&["template", "removals"]).out;
    let mut columns: Vec<&str> = template.lines().next().unwrap().split(',').collect();
    keys.sort_unstable();
    columns.sort_unstable();
    assert_eq!(keys, columns);
}
