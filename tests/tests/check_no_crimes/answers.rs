//! What other tables, and the order of the rows, change of an answer.

use synthetic::removals::year;

use crate::case::{Case, UNTRAINED, duplicate_of, row, table, verdicts};

const CRIMES: &str = "crime,status,incident,class,recorded\n";

#[test]
fn all_crimes_overrule_what_the_column_says() {
    let dead = [duplicate_of("L2").as_slice(), &[("other_record_live", "no")]].concat();
    let case = Case::of(table(&[
        row("20/1", &duplicate_of("L1")),
        row("20/2", &dead),
        row("20/3", &duplicate_of("L3")),
    ]));
    case.check_file("removals.csv", "trusted", &[]);
    let trusted = [("20/1", "stands"), ("20/2", "does not stand"), ("20/3", "stands")];
    assert_eq!(case.verdicts_in("trusted"), verdicts(&trusted));
    // The first is cancelled, the second live after all, the third not there.
    case.file("crimes.csv", format!("{CRIMES}L1,cancelled,I1,8N,2026-04-01\nL2,recorded,I2,8N,2026-04-01\n"));
    let said = case.check(&["--crimes", "crimes.csv"]);
    assert!(said.out.contains("  all crimes: 2 rows in = 2 used + 0 rejected\n"), "{}", said.out);
    let looked_up = [("20/1", "does not stand"), ("20/2", "stands"), ("20/3", "does not stand")];
    assert_eq!(case.verdicts(), verdicts(&looked_up));
}

#[test]
fn a_crime_in_a_row_that_cannot_be_read_is_not_said_to_be_missing() {
    let case = Case::of(table(&[row("20/1", &duplicate_of("L1")), row("20/2", &duplicate_of("L2"))]));
    case.file("crimes.csv", format!("{CRIMES}L1,alive,I1,8N,2026-04-01\nL2,recorded,I2,8N,2026-04-01\n"));
    let said = case.check(&["--crimes", "crimes.csv"]);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("all crimes: 2 rows in = 1 used + 1 rejected"), "{}", said.out);
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "cannot be told"), ("20/2", "stands")]));
    assert_eq!(case.found()[0], "error | readable-row | L1 | 2 | status");
    assert_eq!(case.rows("checked/findings.csv")[0]["file"], "crimes.csv");
}

#[test]
fn a_table_of_crimes_without_rows_is_told() {
    let case = Case::of(table(&[row("20/1", &duplicate_of("L1"))]));
    case.file("crimes.csv", CRIMES);
    let said = case.check(&["--crimes", "crimes.csv"]);
    assert!(said.out.contains("all crimes: 0 rows in = 0 used + 0 rejected"), "{}", said.out);
}

#[test]
fn crimes_that_contradict_each_other_are_not_live_in_either_order() {
    let case = Case::of(table(&[row("20/1", &duplicate_of("L1"))]));
    let (live, dead) = ("L1,recorded,I1,8N,2026-04-01\n", "L1,cancelled,I1,8N,2026-04-01\n");
    for (out, rows) in [("one", [live, dead]), ("other", [dead, live])] {
        case.file("crimes.csv", format!("{CRIMES}{}", rows.concat()));
        case.check_file("removals.csv", out, &["--crimes", "crimes.csv"]);
        assert_eq!(case.verdicts_in(out), verdicts(&[("20/1", "does not stand")]));
    }
}

#[test]
fn a_waiver_is_counted_apart_and_changes_no_verdict() {
    let case = Case::of(table(&[row("20/1", &[UNTRAINED]), row("20/2", &[UNTRAINED]), row("20/3", &[])]));
    case.file(
        "waivers.csv",
        // The last day of the first is that of the run; the second ended the day before; nothing is to be waived of the third.
        "rule,record,owner,reason,expires\n\
         decider-trained,20/1,Head of Crime,course booked,2027-03-31\n\
         decider-trained,20/2,Head of Crime,course booked,2027-03-30\n\
         decider-trained,20/3,Head of Crime,course booked,2027-12-31\n",
    );
    let said = case.check(&["--waivers", "waivers.csv", "--fail-on", "warning"]);
    assert_eq!((said.code, said.counts), (Some(1), (3, 3, 0)), "{}", said.err);
    let expected = [("20/1", "does not stand"), ("20/2", "does not stand"), ("20/3", "stands")];
    assert_eq!(case.verdicts(), verdicts(&expected));
    for line in [
        "2  decider-trained, warning (1)",
        "1  waiver-in-date, warning (0)",
        "the waiver of decider-trained for 20/3 waived nothing",
        "not waived: 0 errors, 2 warnings, 0 notes",
    ] {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    let findings = case.rows("checked/findings.csv");
    let waived: Vec<_> = findings.iter().filter(|found| !found["waived_by"].is_empty()).collect();
    assert_eq!(waived.len(), 1);
    assert_eq!((waived[0]["record"].as_str(), waived[0]["waived_until"].as_str()), ("20/1", "2027-03-31"));
    assert_eq!(findings[0]["rule"], "waiver-in-date");
    assert_eq!((findings[0]["file"].as_str(), findings[0]["row"].as_str()), ("waivers.csv", "3"));
    // What is waived stays on the list of what is to be mended.
    assert_eq!(case.rows("checked/work-list.csv").len(), 2);
}

#[test]
fn when_all_is_waived_nothing_is_left_to_fail_on_and_a_waiver_without_owner_waives_nothing() {
    let case = Case::of(table(&[row("20/1", &[UNTRAINED])]));
    let waiver = |owner| {
        format!("rule,record,owner,reason,expires\ndecider-trained,20/1,{owner},course booked,2027-03-31\n")
    };
    case.file("waivers.csv", waiver("Head of Crime"));
    let asked = ["--waivers", "waivers.csv", "--fail-on", "note"];
    assert_eq!(case.check(&asked).code, Some(0));
    case.file("waivers.csv", waiver(""));
    let said = case.check_file("removals.csv", "again", &asked);
    assert_eq!(said.code, Some(1));
    assert!(said.out.contains("1  decider-trained, warning (0)"), "{}", said.out);
}

#[test]
fn the_code_says_from_which_severity_on_something_was_found() {
    let note = row("20/1", &[("relevant", "")]);
    let (warning, error) = (row("20/2", &[UNTRAINED]), row("20/3", &[("ground", "C9")]));
    let rows = [note, warning, error];
    // What is found in the first rows: a note; a note and a warning; all three.
    for (found, codes) in [(1, [0, 1, 0, 0, 0]), (2, [0, 1, 1, 0, 0]), (3, [0, 1, 1, 1, 1])] {
        let case = Case::of(table(&rows[..found]));
        let asked: [&[&str]; 5] = [
            &["--fail-on", "never"],
            &["--fail-on", "note"],
            &["--fail-on", "warning"],
            &["--fail-on", "error"],
            &[],
        ];
        for (number, (more, code)) in asked.into_iter().zip(codes).enumerate() {
            let said = case.check_file("removals.csv", &format!("out-{number}"), more);
            assert_eq!(said.code, Some(code), "{found} rows, {more:?}: {}", said.err);
        }
    }
    let case = Case::of(table(&rows));
    case.refused(&["--fail-on", "trouble"], &["`trouble` is not known here"]);
    case.refused(&["--sample-of", "1"], &["removals were looked at", "2"]);
    case.refused(&["--recorded", "1"], &["2 crimes are said to be removed of only 1"]);
}

/// The lines behind the header, in another order that is always the same.
fn shuffled(table: &str) -> String {
    let (header, rows) = table.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.sort_by_key(|row| row.bytes().fold(7_u64, |sum, byte| (sum * 31 + u64::from(byte)) % 1_000_003));
    format!("{header}\n{}\n", rows.join("\n"))
}

#[test]
fn the_order_of_the_rows_changes_neither_verdict_nor_figure() {
    let year = year(5, 1_500);
    let case = Case::of(&year.removals_csv);
    case.file("crimes.csv", &year.crimes_csv);
    case.file("shuffled.csv", shuffled(&year.removals_csv));
    case.file("crimes-shuffled.csv", shuffled(&year.crimes_csv));
    let said = case.check(&["--crimes", "crimes.csv", "--changed-on", "2026-10-01", "--recorded", "60000"]);
    assert_eq!(said.code, Some(1), "{}", said.err);
    let other = ["--crimes", "crimes-shuffled.csv", "--changed-on", "2026-10-01", "--recorded", "60000"];
    let again = case.check_file("shuffled.csv", "shuffled", &other);
    assert_eq!((again.code, again.counts), (said.code, said.counts));
    let sorted = |mut rows: Vec<(String, String)>| {
        rows.sort();
        rows
    };
    assert_eq!(sorted(case.verdicts()), sorted(case.verdicts_in("shuffled")));
    // The origin of a figure is the file.
    let figures = case.read("shuffled/figures.csv").replace("shuffled.csv", "removals.csv");
    assert_eq!(figures, case.read("checked/figures.csv"));
    let found = |out: &str| {
        let rows = case.rows(&format!("{out}/findings.csv"));
        let mut found: Vec<_> = rows.iter().map(|row| (row["rule"].clone(), row["record"].clone())).collect();
        found.sort();
        found
    };
    assert_eq!(found("checked"), found("shuffled"));
}
