//! A folder with one thing broken: what is said, which code is given, and what becomes of a paper that stands already.
//!
//! Each test breaks one thing in a copy of the example folder, beside which a paper stands that was written before.
//! `case` holds what is common to all of them; here stands what gives no paper at all, in `rows` what gives one
//! without the totals, in `command` what is asked of the command line, and in `known_defects` what does not hold yet.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test: the exceptions of clippy.toml do not reach its helpers"
)]

use std::{fs, io::Write as _};

use crate::case::{Case, DECISIONS, FORCES, PROSE_OF_AUDIT, PURPOSE, STRATA, UNITS};

mod case;
mod command;
mod mended;
mod rows;

// Files that cannot be used: no paper, code 2.

#[test]
fn input_that_is_missing_is_named() {
    let case = Case::new();
    fs::remove_file(case.path(STRATA)).unwrap();
    case.refused(&[
        "audit/strata.csv: paper.toml names this file (as an input), but it is not in the folder",
    ]);
}

#[test]
fn section_without_its_prose_is_named() {
    let case = Case::new();
    case.replace("paper.toml", "id = \"purpose\"", "id = \"porpoise\"");
    case.refused(&[
        "narrative/porpoise.md: paper.toml names this file (section `porpoise`), but it is not in the folder",
    ]);
}

#[test]
fn folder_without_paper_toml_is_refused() {
    let case = Case::new();
    fs::remove_file(case.path("paper.toml")).unwrap();
    case.refused(&["paper.toml: there is no such file in the folder; it says what the paper is (see \
                    `compose-paper template paper`)"]);
}

#[test]
fn torn_table_is_refused_at_the_quote_that_tears_it() {
    let case = Case::new();
    case.replace(DECISIONS, "Robbery", "\"Robbery");
    case.refused(&[
        "audit/no_crime_decisions.csv, line 3: a quoted cell is opened here and never closed; the file may be torn",
    ]);
}

#[test]
fn column_that_is_missing_is_named_with_those_that_are_there() {
    let case = Case::new();
    case.replace(DECISIONS, "examined,correct", "examined,corect");
    case.refused(&[
        "audit/no_crime_decisions.csv, line 1: no column `correct` (a whole number, 0 or more); the \
                    columns are: offence, examined, corect, printed_percent, paragraph",
    ]);
}

#[test]
fn file_of_200_megabytes_of_one_line_is_refused_before_it_is_read() {
    let case = Case::new();
    let mut file = fs::File::create(case.path(STRATA)).unwrap();
    file.write_all(b"stratum,records_examined").unwrap();
    file.set_len(200 << 20).unwrap();
    // A reader that met the limit while reading would know no size but the limit's.
    case.refused(&["`audit/strata.csv` has 209,715,200 bytes, and one file may have 16,777,216"]);
}

#[test]
fn binary_in_a_table_is_located() {
    let case = Case::new();
    fs::write(case.path(STRATA), b"stratum\n\x7FELF\x02\x01\x00\x00\xC3\x28\n").unwrap();
    case.refused(&[
        "audit/strata.csv, line 2, column 9: not UTF-8 text (byte 0xC3); in a spreadsheet choose `CSV UTF-8` when \
         saving",
    ]);
    fs::write(case.path(STRATA), b"PK\x03\x04\x14\x00\x06\x00").unwrap();
    case.refused(&[
        "audit/strata.csv: the workbook cannot be read (the zipped file: invalid Zip archive: Could not find EOCD); open it in a spreadsheet and save it again",
    ]);
}

#[test]
fn pound_sign_of_latin_1_is_located_in_a_table_and_in_prose() {
    let case = Case::new();
    for file in [UNITS, PURPOSE] {
        let lines = fs::read_to_string(case.path(file)).unwrap().lines().count();
        fs::write(case.path(file), [fs::read(case.path(file)).unwrap(), b"cost \xA350\n".to_vec()].concat())
            .unwrap();
        case.refused(&[&format!(
            "{file}, line {}, column 6: not UTF-8 text (byte 0xA3); in a spreadsheet choose `CSV UTF-8` when saving",
            lines + 1
        )]);
        case.restore(file);
    }
}

// Settings and prose that cannot be used: no paper, code 2.

#[test]
fn unknown_figure_in_the_prose_is_located_and_the_nearest_is_named() {
    let case = Case::new();
    case.replace(PURPOSE, "", "It is {figure:audit.incidents.dew}.\n\n");
    case.refused(&["narrative/purpose.md, line 1, column 7: no figure `audit.incidents.dew`; did you mean \
                    `audit.incidents.due`?"]);
}

#[test]
fn unknown_table_in_the_prose_is_located_with_those_that_there_are() {
    let case = Case::new();
    case.append(PURPOSE, "\n{table:audit-stratum}\n");
    let line = case.text(PURPOSE).lines().count();
    let said = case.run(&case.fresh(), &[]);
    let told = said.errors();
    let start = format!("narrative/purpose.md, line {line}, column 1: no table `audit-stratum`; there are: ");
    assert!(told[0].starts_with(&start) && told[0].contains(" audit-strata,"), "{told:?}");
    case.refused(&[told[0]]);
}

#[test]
fn html_in_a_narrative_is_refused() {
    let case = Case::new();
    case.replace(PURPOSE, "", "Not <b>bold</b>.\n\n");
    case.refused(&[
        "narrative/purpose.md, line 1, column 5: HTML is not used in a narrative; write plain Markdown",
        "narrative/purpose.md, line 1, column 12: HTML is not used in a narrative; write plain Markdown",
    ]);
}

#[test]
fn what_is_asked_for_twice_is_refused_at_the_second_place() {
    for (asked, name) in [
        ("{table:audit-strata}", "audit-strata"),
        ("{chart:audit-compliance}", "audit-compliance"),
        ("{findings:audit}", "findings-audit"),
    ] {
        let case = Case::new();
        let line_of_first = case.text(PROSE_OF_AUDIT).lines().position(|line| line == asked).unwrap() + 1;
        case.append(PROSE_OF_AUDIT, &format!("\n{asked}\n"));
        let line = case.text(PROSE_OF_AUDIT).lines().count();
        case.refused(&[&format!(
            "{PROSE_OF_AUDIT}, line {line}, column 1: `{name}` stands already ({PROSE_OF_AUDIT}, line \
             {line_of_first}, column 1); refer to it with {{ref:…}}"
        )]);
    }
}

#[test]
fn unknown_key_in_paper_toml_is_located() {
    let case = Case::new();
    case.replace("paper.toml", "places = 1\n", "places = 1\nplaecs = 2\n");
    case.refused(&["paper.toml, line 12, column 1: unknown field `plaecs`, expected `method` or `places`"]);
}

#[test]
fn impossible_date_in_paper_toml_is_located() {
    let case = Case::new();
    case.replace("paper.toml", "meeting = \"2014-07-01\"", "meeting = \"2014-02-30\"");
    let said = case.run(&case.fresh(), &[]);
    assert!(said.err.starts_with("error: paper.toml, line 3, column 11: "), "{}", said.err);
    case.refused(&[said.errors()[0]]);
}

#[test]
fn faults_of_paper_toml_are_told_together() {
    let case = Case::new();
    case.replace("paper.toml", "id = \"organisation\"", "id = \"purpose\"");
    case.replace("paper.toml", "places = 1\n", "places = 7\n");
    case.append(
        "paper.toml",
        "\n[[input]]\nfile = \"audit/strata.csv\"\nkind = \"published\"\nsource = \"again\"\n",
    );
    let text = case.text("paper.toml");
    let second = |words: &str| text.lines().zip(1..).filter(|(line, _)| *line == words).nth(1).unwrap().1;
    let (section, input) = (second("id = \"purpose\""), second("file = \"audit/strata.csv\""));
    case.refused(&[
        &format!("paper.toml, line {section}: two sections are called `purpose`"),
        &format!("paper.toml, line {input}: input `audit/strata.csv` is declared twice"),
        "paper.toml: rounding to 7 places: at most 6",
    ]);
}

#[test]
fn every_problem_is_told_and_not_only_the_first() {
    let case = Case::new();
    case.replace(DECISIONS, "Robbery", "\"Robbery");
    fs::write(case.path(FORCES), b"force\n\xA3\n").unwrap();
    fs::remove_file(case.path(UNITS)).unwrap();
    fs::remove_file(case.path("narrative/legal-implications.md")).unwrap();
    case.replace(PURPOSE, "", "Not <b> {figure:no.such} {tabel:x}.\n\n");
    let said = case.run(&case.fresh(), &[]);
    for told in [
        "audit/no_crime_decisions.csv, line 3: a quoted cell is opened here",
        "benchmark/no_crimes_2012_13.csv, line 2, column 1: not UTF-8 text",
        "change/units.csv: paper.toml names this file (as an input)",
        "narrative/legal-implications.md: paper.toml names this file (section `legal-implications`)",
        "narrative/purpose.md, line 1, column 5: HTML is not used",
        "narrative/purpose.md, line 1, column 9: no figure `no.such`",
        "narrative/purpose.md, line 1, column 26: `{tabel:x}` is no placeholder",
    ] {
        assert!(said.errors().iter().any(|line| line.starts_with(told)), "{told}\n{}", said.err);
    }
    case.refused(&[said.errors()[0]]);
}
