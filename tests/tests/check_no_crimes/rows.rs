//! One row that cannot be used: it is told with its line and column, and the others are judged.

use crate::case::{Case, UNTRAINED, row, table, verdicts};

/// A file of which one row is rejected while its sound neighbours are judged.
fn rejected(case: &Case, finding: &str, says: &str) {
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(1), (3, 2, 1)), "{}", said.err);
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "stands"), ("20/3", "stands")]));
    assert_eq!(case.found(), [finding]);
    let sentence = &case.rows("checked/findings.csv")[0]["finding"];
    assert!(sentence.contains(says), "{sentence}");
}

#[test]
fn a_word_that_is_none_of_those_asked_for_is_named_with_line_and_column() {
    for (column, cell, says) in [
        ("ground", "C9", "`C9` is not the ground: C1 to C5"),
        ("role", "caretaker", "it is one of force-crime-registrar, designated-decision-maker"),
        ("rests_on", "cctv; rumour", "it is one of cctv, other-video"),
        ("trained", "perhaps", "`perhaps` is not `yes` or `no`"),
        ("recorded", "2026-02-30", "`2026-02-30` is not the moment"),
        ("removed", "last week", "`last week` is not the moment"),
    ] {
        let case = Case::of(table(&[row("20/1", &[]), row("20/2", &[(column, cell)]), row("20/3", &[])]));
        rejected(&case, &format!("error | readable-row | 20/2 | 3 | {column}"), says);
    }
}

#[test]
fn a_row_without_a_number_is_named_by_its_line() {
    let case = Case::of(table(&[row("20/1", &[]), row("", &[]), row("20/3", &[])]));
    rejected(&case, "error | readable-row | (no number) | 3 | record", "is not the crime number");
}

#[test]
fn a_row_with_too_many_cells_or_too_few_is_not_shifted() {
    for (from, to, cells) in [("20/2", "20/2,more", 28), ("20/2,8N", "20/2", 26)] {
        let text = table(&[row("20/1", &[]), row("20/2", &[]), row("20/3", &[])]).replacen(from, to, 1);
        let says = format!("the row has {cells} cells, the header has 27");
        rejected(&Case::of(text), "error | readable-row | 20/2 | 3 | ", &says);
    }
}

#[test]
fn a_row_that_is_not_utf_8_hides_no_other() {
    let text = table(&[row("20/1", &[]), row("20/2", &[("policing_unit", "N?rth")]), row("20/3", &[])]);
    let latin: Vec<u8> = text.bytes().map(|byte| if byte == b'?' { 0xF6 } else { byte }).collect();
    rejected(&Case::of(latin), "error | readable-row | (no number) | 3 | ", "the row is not UTF-8 text");
}

#[test]
fn a_row_above_the_limit_is_left_out_and_a_long_note_below_it_is_not() {
    // A row may have 1,048,576 bytes.
    let long = "n".repeat(1_100_000);
    let case = Case::of(table(&[row("20/1", &[]), row("20/2", &[("notes", &long)]), row("20/3", &[])]));
    rejected(&case, "error | readable-row | (no number) | 3 | ", "the row is longer than 1024 KiB");

    let note = "n".repeat(1_000_000);
    let case = Case::of(table(&[row("20/1", &[UNTRAINED, ("notes", &note)]), row("20/2", &[])]));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(0), (2, 2, 0)), "{}", said.err);
    // It is given back whole, and judged by nothing.
    assert_eq!(case.rows("checked/work-list.csv")[0]["notes"], note);
    assert_eq!(case.found(), ["warning | decider-trained | 20/1 | 2 | trained"]);
    for name in ["findings.csv", "findings.jsonl", "figures.csv", "report.html"] {
        assert!(!case.read(&format!("checked/{name}")).contains("nnnnnnnnnn"), "{name}");
    }
}

#[test]
fn a_number_that_stands_again_is_judged_once() {
    let rows = [row("20/1", &[]), row("20/1", &[UNTRAINED]), row("20/2", &[]), row("20/1", &[])];
    let case = Case::of(table(&rows));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(1), (4, 2, 2)));
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "stands"), ("20/2", "stands")]));
    let again = |line| format!("error | removal-named-once | 20/1 | {line} | record");
    assert_eq!(case.found(), [again(3), again(5)]);
}

#[test]
fn a_row_that_cannot_be_read_takes_its_number_from_no_other() {
    let case = Case::of(table(&[row("20/1", &[("ground", "C9")]), row("20/1", &[])]));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(1), (2, 1, 1)));
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "stands")]));
}

#[test]
fn blank_rows_are_none() {
    let text = table(&[row("20/1", &[]), row("20/2", &[])]).replacen("\n20/2", "\n\n,,,\n \n20/2", 1);
    let case = Case::of(text);
    assert_eq!(case.check(&[]).counts, (2, 2, 0));
    // The line is still that of the file: header, 20/1, three blank ones.
    assert_eq!(case.rows("checked/verdicts.csv")[1]["row"], "6");
}

#[test]
fn days_out_of_order_are_found_and_the_row_is_judged() {
    let case = Case::of(table(&[
        row("20/1", &[]),
        // Removed before it was recorded; told of it after it was removed.
        row("20/2", &[("recorded", "2026-06-02T10:00"), ("information_available", "2026-06-02T11:00")]),
        row("20/3", &[("victim_told_at", "2026-06-02")]),
    ]));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(0), (3, 3, 0)));
    let expected = [("20/1", "stands"), ("20/2", "does not stand"), ("20/3", "does not stand")];
    assert_eq!(case.verdicts(), verdicts(&expected));
    let found = case.found();
    for finding in
        ["warning | removal-order | 20/2 | 3 | removed", "warning | victim-told | 20/3 | 4 | victim_told_at"]
    {
        assert!(found.iter().any(|one| one == finding), "{finding}: {found:?}");
    }
}

#[test]
fn a_removal_that_lies_ahead_is_a_plan_and_after_the_edition_it_is_not_covered() {
    // The rules that are held end on 31 March 2027.
    let later = [("removed", "2027-04-01"), ("victim_told_at", "2027-03-30")];
    let case = Case::of(table(&[row("20/1", &[]), row("20/2", &later)]));
    let said = case.check(&["--as-at", "2026-05-31"]);
    assert_eq!((said.code, said.counts), (Some(0), (2, 2, 0)));
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "stands"), ("20/2", "not covered")]));
    let planned = |record: &str, line| format!("note | removal-is-planned | {record} | {line} | removed");
    let found = case.found();
    assert!(found.contains(&planned("20/1", 2)) && found.contains(&planned("20/2", 3)), "{found:?}");
    // A day later the first is no plan.
    case.check_file("removals.csv", "later", &["--as-at", "2026-06-01"]);
    assert!(!case.found_in("later").contains(&planned("20/1", 2)));
}

#[test]
fn a_crime_that_is_recorded_in_the_future_is_a_slip() {
    let ahead = [
        ("recorded", "2026-08-01"),
        ("information_available", "2026-08-02"),
        ("victim_told_at", "2026-08-03"),
        ("removed", "2026-08-04"),
    ];
    let case = Case::of(table(&[row("20/1", &ahead)]));
    case.check(&["--as-at", "2026-07-01"]);
    assert!(
        case.found().iter().any(|found| found.contains("removal-order | 20/1 | 2 |")),
        "{:?}",
        case.found()
    );
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "does not stand")]));
}
