//! Extracts as records systems give them: workbooks, and tables with columns, days and codes of their own.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{fs, path::PathBuf, process::Command, sync::LazyLock};

use acceptance::{
    books::xlsx_of,
    command::{Scratch, built, example},
};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

fn run(scratch: &Scratch, words: &[&str]) -> (String, String, Option<i32>) {
    let done = Command::new(&*COMMAND).current_dir(scratch.path()).args(words).output().unwrap();
    (String::from_utf8(done.stdout).unwrap(), String::from_utf8(done.stderr).unwrap(), done.status.code())
}

/// A table of the synthetic audit.
fn csv_of(file: &str) -> String {
    fs::read_to_string(example("synthetic-audit").join(file)).unwrap()
}

fn folder(files: &[(&str, Vec<u8>)]) -> Scratch {
    let scratch = Scratch::new().unwrap();
    for (name, bytes) in files {
        fs::write(scratch.path().join(name), bytes).unwrap();
    }
    scratch
}

/// Rule, record, row, column and sentence of every finding.
fn findings(scratch: &Scratch, out: &str) -> Vec<[String; 5]> {
    let text = fs::read_to_string(scratch.path().join(out).join("findings.csv")).unwrap();
    let rows =
        csv::Reader::from_reader(text.as_bytes()).into_records().map(|row| row.unwrap()).collect::<Vec<_>>();
    let mut found: Vec<_> = rows.iter().map(|row| [2, 3, 6, 7, 9].map(|at| row[at].to_owned())).collect();
    found.sort();
    found
}

const COMPARE: [&str; 3] = ["compare", "--as-at", "2026-06-01"];

#[test]
fn a_workbook_is_compared_like_the_table_in_it() {
    let (due, crimes) = (csv_of("due.csv"), csv_of("crimes.csv"));
    let scratch = folder(&[
        ("due.csv", due.clone().into_bytes()),
        ("crimes.csv", crimes.clone().into_bytes()),
        ("due.xlsx", xlsx_of(&due).unwrap()),
        ("crimes.xlsx", xlsx_of(&crimes).unwrap()),
    ]);
    let plain = [&COMPARE[..], &["--due", "due.csv", "--recorded", "crimes.csv", "--out", "plain"]].concat();
    let books =
        [&COMPARE[..], &["--due", "due.xlsx", "--recorded", "crimes.xlsx", "--out", "books"]].concat();
    let (one, other) = (run(&scratch, &plain), run(&scratch, &books));
    assert_eq!((one.2, other.2), (Some(0), Some(0)), "{}{}", one.1, other.1);
    let (plain, books) = (findings(&scratch, "plain"), findings(&scratch, "books"));
    assert_eq!(plain.len(), books.len());
    // A caption stands above the table of a workbook, so its rows lie two lower; all else is the same.
    for (one, other) in plain.iter().zip(&books) {
        assert_eq!((&one[0], &one[1], &one[3]), (&other[0], &other[1], &other[3]));
    }
    let text = fs::read_to_string(scratch.path().join("books/findings.csv")).unwrap();
    assert!(text.contains(",crimes.xlsx,Extract,"), "{text}");
    // What was made of the workbooks is gone, and the digests are those of the workbooks.
    let manifest = fs::read_to_string(scratch.path().join("books/manifest.json")).unwrap();
    let bytes = fs::read(scratch.path().join("due.xlsx")).unwrap();
    assert!(manifest.contains(&batch::manifest::InputFile::of("due.xlsx", &bytes).sha256), "{manifest}");
    assert!(!scratch.path().join("books/.scratch").exists());
}

#[test]
fn columns_days_and_codes_of_another_system_are_mapped() {
    let (due, crimes) = (csv_of("due.csv"), csv_of("crimes.csv"));
    let theirs: Vec<String> = crimes
        .lines()
        .enumerate()
        .map(|(at, line)| {
            if at == 0 {
                return "Crime Ref,Log No,HO Class,Subcode,Aggrieved,Occurred,Rec Dt,State\n".to_owned();
            }
            let cells: Vec<&str> = line.split(',').collect();
            let (day, time) = cells[6].split_once('T').unwrap();
            let [y, m, d] = day.split('-').collect::<Vec<_>>().try_into().unwrap();
            format!("{},{d}.{m}.{y} at {time},OPEN\n", cells[..6].join(","))
        })
        .collect();
    let map = "[recorded]\n\
        columns = { crime = 'Crime Ref', incident = 'Log No', class = 'HO Class', subcode = 'Subcode', victims = 'Aggrieved', day = 'Occurred', recorded = 'Rec Dt', status = 'State' }\n\
        formats = { recorded = '%d.%m.%Y at %H:%M' }\n\
        values = { status = { 'OPEN' = 'recorded', 'NC' = 'cancelled' } }\n";
    let scratch = folder(&[
        ("due.csv", due.into_bytes()),
        ("crimes.csv", crimes.into_bytes()),
        ("theirs.csv", theirs.concat().into_bytes()),
        ("map.toml", map.as_bytes().to_vec()),
        ("wrong.toml", map.replace("'HO Class'", "'HO Clas'").into_bytes()),
    ]);
    let plain = [&COMPARE[..], &["--due", "due.csv", "--recorded", "crimes.csv", "--out", "plain"]].concat();
    let mapped = ["--due", "due.csv", "--recorded", "theirs.csv", "--map", "map.toml", "--out", "mapped"];
    assert_eq!(run(&scratch, &plain).2, Some(0));
    let said = run(&scratch, &[&COMPARE[..], &mapped].concat());
    assert_eq!(said.2, Some(0), "{}", said.1);
    assert_eq!(findings(&scratch, "plain"), findings(&scratch, "mapped"));

    let wrong = ["--due", "due.csv", "--recorded", "theirs.csv", "--map", "wrong.toml", "--out", "wrong"];
    let (_, told, code) = run(&scratch, &[&COMPARE[..], &wrong].concat());
    assert!(code == Some(2) && told.contains("HO Clas") && !scratch.path().join("wrong").exists(), "{told}");
}

#[test]
fn a_sample_is_drawn_from_a_workbook_and_by_a_mapping_as_from_the_table() {
    let frame = csv_of("reports.csv");
    let theirs = frame.replacen("record,day", "Log No,Date", 1);
    let map = "[frame]\ncolumns = { record = 'Log No', day = 'Date' }\n";
    let scratch = folder(&[
        ("frame.csv", frame.clone().into_bytes()),
        ("frame.xlsx", xlsx_of(&frame).unwrap()),
        ("theirs.csv", theirs.into_bytes()),
        ("map.toml", map.as_bytes().to_vec()),
    ]);
    let records = |file: &str, more: &[&str]| {
        let (plan, out) = (format!("{file}-plan"), format!("{file}-sample"));
        let words =
            ["plan", file, "--strata", "route", "--size", "60", "--out", &plan, "--as-at", "2026-05-04"];
        assert_eq!(run(&scratch, &[&words[..], more].concat()).2, Some(0));
        let plan = format!("{plan}/plan.toml");
        let words = ["sample", file, "--plan", &plan, "--seed", "s", "--auditors", "A", "--out", &out];
        assert_eq!(run(&scratch, &[&words[..], &["--as-at", "2026-05-04"], more].concat()).2, Some(0));
        let manifest = format!("{out}/sample-manifest.json");
        let again = run(&scratch, &[&["redraw", &manifest, file], more].concat());
        assert_eq!(again.2, Some(0), "{}", again.1);
        let text = fs::read_to_string(scratch.path().join(out).join("identity.csv")).unwrap();
        let rows = csv::Reader::from_reader(text.as_bytes())
            .into_records()
            .map(|row| row.unwrap())
            .collect::<Vec<_>>();
        rows.iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect::<Vec<_>>()
    };
    let plain = records("frame.csv", &[]);
    assert_eq!(plain, records("frame.xlsx", &[]));
    assert_eq!(plain, records("theirs.csv", &["--map", "map.toml"]));
}
