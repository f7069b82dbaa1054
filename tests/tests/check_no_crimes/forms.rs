//! The same table as a workbook, and as another system writes it.

use acceptance::books::{ods_of, xlsx_of};

use crate::case::{Case, Row, UNTRAINED, duplicate_of, row, table, verdicts};

fn rows() -> Vec<Row> {
    vec![
        row("20/1", &[]),
        row("20/2", &[UNTRAINED, ("notes", "one & <two>"), ("ward", "W1")]),
        row("20/3", &[("relevant", "")]),
        row("20/4", &duplicate_of("20/1")),
    ]
}

#[test]
fn a_workbook_is_judged_like_the_table_in_it() {
    let text = table(&rows());
    let case = Case::of(&text);
    case.file("removals.xlsx", xlsx_of(&text).unwrap());
    // By its content: the name says nothing.
    case.file("removals.dat", ods_of(&text).unwrap());
    let plain = case.check(&[]);
    assert_eq!((plain.code, plain.counts), (Some(0), (4, 4, 0)), "{}", plain.err);
    let expected = verdicts(&[
        ("20/1", "stands"),
        ("20/2", "does not stand"),
        ("20/3", "cannot be told"),
        // The record that it repeats is itself removed.
        ("20/4", "does not stand"),
    ]);
    assert_eq!(case.verdicts(), expected);
    for (file, out) in [("removals.xlsx", "xlsx"), ("removals.dat", "ods")] {
        let said = case.check_file(file, out, &[]);
        assert_eq!((said.code, said.counts), (Some(0), (4, 4, 0)), "{}", said.err);
        assert_eq!(case.verdicts_in(out), expected);
        assert_eq!(case.read(&format!("{out}/work-list.csv")), case.read("checked/work-list.csv"));
        let findings = case.rows(&format!("{out}/findings.csv"));
        let sheets = findings.iter().filter(|found| found["rule"] == "decider-trained");
        assert!(sheets.map(|found| found["sheet"].as_str()).eq(["Extract"]));
        // The digest is that of the workbook, and what was made of it is gone.
        let bytes = std::fs::read(case.path(file)).unwrap();
        let digest = batch::manifest::InputFile::of(file, &bytes).sha256;
        assert!(case.read(&format!("{out}/manifest.json")).contains(&digest));
        let left = std::fs::read_dir(case.path(out)).unwrap().map(|entry| entry.unwrap().path());
        assert!(left.into_iter().all(|path| path.is_file()));
    }
}

#[test]
fn all_crimes_may_stand_in_a_workbook_too() {
    let case = Case::of(table(&[row("20/1", &duplicate_of("L1"))]));
    case.file("crimes.xlsx", xlsx_of("crime,status\nL1,cancelled\n").unwrap());
    let said = case.check(&["--crimes", "crimes.xlsx"]);
    assert!(said.out.contains("all crimes: 1 rows in = 1 used + 0 rejected"), "{}{}", said.out, said.err);
    assert_eq!(case.verdicts(), verdicts(&[("20/1", "does not stand")]));
}

#[test]
fn columns_days_and_codes_of_another_system_are_mapped() {
    let plain = Case::of(table(&rows()));
    plain.check(&[]);
    let theirs = table(&rows())
        .replacen("record,class", "Crime Ref,HO Class", 1)
        .replacen(",ground,", ",Cat,", 1)
        .replace(",C2,", ",NC-AVI,")
        .replace(",C3,", ",NC-DUP,")
        .replace("2026-06-01T10:00", "01.06.2026 at 10:00");
    let case = Case::of(theirs);
    case.file(
        "map.toml",
        "[removals]\n\
         columns = { record = 'Crime Ref', class = 'HO Class', ground = 'Cat' }\n\
         formats = { removed = '%d.%m.%Y at %H:%M' }\n\
         values = { ground = { 'NC-AVI' = 'C2', 'NC-DUP' = 'C3' } }\n",
    );
    let said = case.check(&["--map", "map.toml"]);
    assert_eq!((said.code, said.counts), (Some(0), (4, 4, 0)), "{}", said.err);
    assert_eq!(case.verdicts(), plain.verdicts());
    assert_eq!(case.found(), plain.found());
    // `why` reads it alike.
    let why = case.run(&["why", "20/2", "removals.csv", "--map", "map.toml", "--as-at", "2027-03-31"]);
    assert!(why.code == Some(0) && why.out.contains("does not stand"), "{}", why.err);
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_with_its_place() {
    let case = Case::of(table(&rows()));
    case.file("map.toml", "[removals]\ncolumns = { record = 'Crime Reff' }\n");
    case.refused(&["--map", "map.toml"], &["Crime Reff"]);
    case.file("map.toml", "[removal]\ncolumns = { record = 'Crime Ref' }\n");
    case.refused(&["--map", "map.toml"], &["map.toml", "removal"]);
    case.file("map.toml", "[removals\n");
    case.refused(&["--map", "map.toml"], &["map.toml"]);
}
