//! Sheets of every kind are read, and every row is accounted for.

use super::*;
use crate::score::{
    Settings,
    examples::{HEADER, scored},
};
use proptest::prelude::*;

fn read(text: &str) -> Sheets {
    let mut sheets = Sheets::default();
    sheets.add_judgements(Source::new("sheet.csv", text.as_bytes())).unwrap();
    sheets
}

#[test]
fn rows_that_nobody_filled_in_are_passed_over_and_the_first_of_a_case_is_not() {
    let text = format!(
        "{HEADER}C1,1,Ann,,,,,,,,,\nC1,2,Ann,,,,,,,,,\n,,Ann,,,,,,,,,\nC2,,Ann,,Recorded,8n,,,,YES,,\n"
    );
    let sheets = read(&text);
    assert_eq!(sheets.rows(), [4, 2, 0, 2]);
    assert!(sheets.said[0].line.is_none());
    let line = sheets.said[1].line.as_ref().unwrap();
    assert_eq!((line.line, line.judgement, line.class_due.as_str()), (1, Judgement::Recorded, "8N"));
    assert_eq!(line.victim_told, VictimTold::Yes);
}

#[test]
fn a_cell_that_holds_something_else_is_named() {
    for (row, column) in [
        ("C1,0,Ann,,recorded,,,,,,,", "line"),
        ("C1,1,Ann,,maybe,,,,,,,", "judgement"),
        ("C1,2,Ann,,,8N,,,,,,", "judgement"),
        ("C1,1,Ann,,recorded,8N8,,,,,,", "class_due"),
        // A subcode is no class.
        ("C1,1,Ann,,recorded,8N,008/06,,,,,", "class_recorded"),
        ("C1,1,Ann,,recorded,,,yesterday,,,,", "received"),
        ("C1,1,Ann,,recorded,,,,2026-02-30T10:00,,,", "recorded"),
        ("C1,1,Ann,,recorded,,,,,perhaps,,", "victim_told"),
        ("C1,1,Ann,,recorded,,,,,,no,", "no_crime"),
        (",1,Ann,,recorded,,,,,,,", "case"),
    ] {
        let sheets = read(&format!("{HEADER}{row}\n"));
        let place = sheets.rejected.first().and_then(|rejected| rejected.finding.place.clone()).unwrap();
        assert_eq!(place.column.as_deref(), Some(column), "{row}");
    }
}

proptest! {
    #[test]
    fn any_cells_at_all_are_scored_and_every_row_is_told_of(
        rows in prop::collection::vec(
            (
                prop::sample::select(vec!["C1", "C3", "C5", "C8", "C9", "", "=1+1"]),
                prop::sample::select(vec!["", "1", "2", "18446744073709551615", "-1"]),
                prop::sample::select(vec!["Ann", "Bob", ""]),
                prop::sample::select(vec!["recorded", "not recorded", "no crime due", "cannot be judged", "", "x"]),
                prop::sample::select(vec!["8N", "", "zz", "not known"]),
                prop::sample::select(vec!["2026-05-02T10:00", "2999-12-31T23:59", "1800-01-01", "", "0000-00-00"]),
                "[^\",\r\n\\x00]{0,4}",
            ),
            0..12,
        ),
    ) {
        let lines: Vec<String> = rows
            .into_iter()
            .map(|(case, line, by, judgement, class, at, note)| {
                format!("{case},{line},{by},,{judgement},{class},{class},{at},{at},,,{note}")
            })
            .collect();
        let sheets = read(&format!("{HEADER}{}\n", lines.join("\n")));
        let [rows, used, rejected, empty] = sheets.rows();
        prop_assert_eq!(rows, used + rejected + empty);
        let answer = scored(&lines, &Settings::new(rulebook::day(2026, 6, 1)));
        prop_assert_eq!(answer.for_others(5).figures.len(), answer.figures.len());
    }
}
