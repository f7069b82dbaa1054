//! `check-no-crimes`, asked by somebody who does not wish it well: small tables with one thing wrong in each.
//!
//! `case` makes the table, runs the command and holds in every run that the rows in are the verdicts and the rejected. Here stand files that
//! cannot be used at all; in `rows` one row that cannot, in `columns` what else a table may hold, in `forms` the same table in another
//! form, in `answers` what other tables change, in `outputs` what is written, and in `words` the other verbs.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: the exceptions of clippy.toml do not reach its helpers"
)]

use std::fs;

use crate::case::{Case, row, table};

mod answers;
mod case;
mod columns;
mod forms;
mod outputs;
mod rows;
mod words;

fn sound() -> String {
    table(&[row("20/1", &[]), row("20/2", &[])])
}

#[test]
fn a_needed_column_that_is_missing_is_named_with_the_file() {
    Case::of(sound().replacen("ground", "grund", 1)).refused(
        &[],
        &["removals.csv, line 1: no column `ground`", "the columns are: record, class,", "grund"],
    );
    let case = Case::of(sound());
    case.file("crimes.csv", "crime,state\nL1,recorded\n");
    case.refused(&["--crimes", "crimes.csv"], &["crimes.csv, line 1: no column `status`"]);
    case.file("waivers.csv", "rule,record\n");
    case.refused(&["--waivers", "waivers.csv"], &["waivers.csv, line 1: no column `owner`"]);
}

#[test]
fn an_empty_file_is_refused_and_a_header_alone_is_a_table_without_rows() {
    for empty in ["", "\n\n", "\u{feff}"] {
        Case::of(empty).refused(&[], &["removals.csv: the file is empty"]);
    }
    let case = Case::of(table(&[]));
    let said = case.check(&[]);
    assert_eq!((said.code, said.counts), (Some(0), (0, 0, 0)), "{}", said.err);
    assert_eq!(case.found(), Vec::<String>::new());
}

#[test]
fn a_quoted_cell_that_is_never_closed_stops_the_run_at_its_line() {
    let torn = sound().replacen("20/2", "\"20/2", 1);
    Case::of(torn).refused(&[], &["removals.csv, line 3: a quoted cell is opened here and never closed"]);
}

#[test]
fn a_file_whose_last_line_has_no_end_may_be_torn() {
    let case = Case::of(sound().trim_end());
    let said = case.check(&["--fail-on", "warning"]);
    assert_eq!((said.code, said.counts), (Some(1), (2, 2, 0)));
    assert_eq!(case.found(), ["warning | whole-file | removals.csv |  | "]);
}

#[test]
fn what_is_no_table_of_commas_is_said_to_be_what_it_is() {
    let utf16: Vec<u8> = sound().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [&[0xFF, 0xFE][..], &utf16].concat();
    Case::of(utf16).refused(&[], &["removals.csv", "UTF-16"]);
    Case::of(sound().replace(',', ";")).refused(&[], &["removals.csv, line 1", "semicolons"]);
    Case::of([0, 1, 2].repeat(1_000)).refused(&[], &["removals.csv", "not UTF-8"]);
    Case::of("PK\u{3}\u{4}torn").refused(&[], &["removals.csv: the workbook cannot be read"]);
    Case::of(sound().replacen("notes", "class", 1)).refused(&[], &["two columns are called `class`"]);
    let case = Case::of(sound());
    fs::remove_file(case.path("removals.csv")).unwrap();
    case.refused(&[], &["removals.csv: No such file"]);
    fs::create_dir(case.path("removals.csv")).unwrap();
    case.refused(&[], &["removals.csv: Is a directory"]);
}

#[test]
fn a_header_longer_than_is_read_is_refused_whatever_stands_before_it() {
    let long = "x".repeat(70_000);
    for before in ["", "\n\n", "\u{feff}"] {
        let text = format!("{before}{}", table(&[row("20/1", &[(&long, "1")])]));
        Case::of(text).refused(&[], &["removals.csv, line 1: the header is longer than 64 KiB"]);
    }
}

#[test]
fn a_mark_of_the_byte_order_and_other_line_ends_change_nothing() {
    let text =
        table(&[row("20/1", &[]), row("20/2", &[("trained", "no"), ("notes", "two\nlines, and \"more\"")])]);
    let plain = Case::of(&text);
    plain.check(&[]);
    let other = Case::of(format!("\u{feff}{}", text.replace('\n', "\r\n")));
    let said = other.check(&[]);
    assert_eq!((said.code, said.counts), (Some(0), (2, 2, 0)), "{}", said.err);
    assert_eq!(other.verdicts(), plain.verdicts());
    assert_eq!(other.found(), plain.found());
}
