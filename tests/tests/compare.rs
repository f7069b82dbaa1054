//! `audit-recording compare`, on an invented force whose faults are known, and on input that is torn, unsorted or hostile.

#![expect(clippy::unwrap_used, reason = "a test: the exceptions of clippy.toml do not reach its helpers")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    os::unix::fs::PermissionsExt as _,
    path::PathBuf,
    process::Command,
    sync::LazyLock,
};

use acceptance::command::{Scratch, built};
use synthetic::{Clean, ForceTruth, force};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("audit-recording"));

struct Said {
    out: String,
    told: String,
    code: Option<i32>,
}

fn compare(scratch: &Scratch, more: &[&str]) -> Said {
    let done = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["compare", "--due", "due.csv", "--recorded", "crimes.csv", "--as-at", "2026-12-31"])
        .args(more)
        .output()
        .unwrap();
    Said {
        out: String::from_utf8(done.stdout).unwrap(),
        told: String::from_utf8(done.stderr).unwrap(),
        code: done.status.code(),
    }
}

fn scratch(due: impl AsRef<[u8]>, recorded: impl AsRef<[u8]>) -> Scratch {
    let scratch = Scratch::new().unwrap();
    fs::write(scratch.path().join("due.csv"), due).unwrap();
    fs::write(scratch.path().join("crimes.csv"), recorded).unwrap();
    scratch
}

fn made(incidents: u64, clean: Clean) -> (Vec<u8>, Vec<u8>, ForceTruth) {
    let (mut due, mut recorded) = (Vec::new(), Vec::new());
    let truth = force(11, incidents, clean, &mut due, &mut recorded).unwrap();
    (due, recorded, truth)
}

fn cell(row: &csv::StringRecord, at: usize) -> String {
    row.get(at).unwrap_or_default().to_owned()
}

/// The findings as rule and record, sorted.
fn found(scratch: &Scratch, folder: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(scratch.path().join(folder).join("findings.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut found: Vec<(String, String)> =
        reader.records().map(|row| row.unwrap()).map(|row| (cell(&row, 2), cell(&row, 3))).collect();
    found.sort();
    found
}

fn planted(truth: &ForceTruth) -> Vec<(String, String)> {
    let mut planted: Vec<(String, String)> =
        truth.planted.iter().map(|fault| (fault.rule.to_owned(), fault.record.clone())).collect();
    planted.sort();
    planted
}

/// The lines of a table behind its header, in another order that is always the same.
fn shuffled(table: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(table).unwrap();
    let (header, rows) = text.split_once('\n').unwrap();
    let mut rows: Vec<&str> = rows.lines().collect();
    rows.sort_by_key(|row| {
        row.bytes().rev().map(u64::from).fold(7, |sum, byte| (sum * 31 + byte) % 1_000_003)
    });
    format!("{header}\n{}\n", rows.join("\n")).into_bytes()
}

#[test]
fn every_planted_fault_is_found_and_nothing_else_sorted_or_not() {
    let (due, recorded, truth) = made(30_000, Clean::Wholly);
    let expected = planted(&truth);
    let rules: BTreeSet<&str> = expected.iter().map(|(rule, _)| rule.as_str()).collect();
    assert_eq!(rules.len(), synthetic::Fault::ALL.len());
    let in_order = scratch(&due, &recorded);
    let said = compare(&in_order, &["--out", "audit"]);
    // Numbers that stand twice are errors; the rest are warnings.
    assert_eq!(said.code, Some(1), "{}", said.told);
    assert_eq!(found(&in_order, "audit"), expected);
    let (rows_due, rows_recorded) = (due.split(|b| *b == b'\n').count() - 2, truth.recorded);
    assert!(
        said.out.contains(&format!("due: {rows_due} rows in = {} crimes due + ", truth.due)),
        "{}",
        said.out
    );
    let used =
        format!("recorded: {rows_recorded} rows in = {rows_recorded} used + 0 rejected + 0 not yet known");
    assert!(said.out.contains(&used), "{}", said.out);

    let out_of_order = scratch(shuffled(&due), shuffled(&recorded));
    let said = compare(&out_of_order, &["--out", "audit"]);
    assert!(said.told.contains("is not sorted by incident"), "{}", said.told);
    assert_eq!(found(&out_of_order, "audit"), expected);
    // Figures and tables do not depend on the order of the rows.
    for entry in fs::read_dir(in_order.path().join("audit")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name == "figures.csv" || name.starts_with("summary-") {
            let read = |scratch: &Scratch| fs::read(scratch.path().join("audit").join(&name)).unwrap();
            assert!(read(&in_order) == read(&out_of_order), "{name}");
        }
    }
}

#[test]
fn slips_of_the_hand_hide_some_and_the_misses_are_counted() {
    let (due, recorded, truth) = made(30_000, Clean::AsTyped);
    let scratch = scratch(due, recorded);
    let said = compare(&scratch, &["--out", "audit"]);
    assert_eq!(said.code, Some(1), "{}", said.told);
    let (expected, found) = (planted(&truth), found(&scratch, "audit"));
    let count = |all: &[(String, String)]| {
        let mut by_rule: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
        for (rule, record) in all {
            *by_rule.entry(rule.clone()).or_default().entry(record.clone()).or_default() += 1;
        }
        by_rule
    };
    let (expected, found) = (count(&expected), count(&found));
    let (mut planted, mut met) = (0, 0);
    for (rule, records) in &expected {
        let empty = BTreeMap::new();
        let told = found.get(rule).unwrap_or(&empty);
        let here: u64 = records.values().sum();
        let hits: u64 =
            records.iter().map(|(record, n)| (*n).min(told.get(record).copied().unwrap_or_default())).sum();
        let all: u64 = told.values().sum();
        println!("{rule}: {here} planted, {hits} found, {} missed, {} more said", here - hits, all - hits);
        planted += here;
        met += hits;
    }
    // One row in twenty has a slip, and some faults stand two to a report: nine of ten must be found all the same.
    assert!(met * 10 >= planted * 9, "{met} of {planted}");
}

#[test]
fn outputs_about_people_are_for_their_owner_and_small_counts_stay_in_them() {
    let (due, recorded, _) = made(2_000, Clean::Wholly);
    let scratch = scratch(due, recorded);
    let said = compare(&scratch, &["--out", "audit", "--fail-on", "never"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    let audit = scratch.path().join("audit");
    for name in ["findings.csv", "findings.jsonl"] {
        assert_eq!(fs::metadata(audit.join(name)).unwrap().permissions().mode() & 0o777, 0o600);
    }
    let mut open = 0;
    for entry in fs::read_dir(&audit).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if !name.starts_with("summary-") {
            continue;
        }
        open += 1;
        for row in csv::ReaderBuilder::new().flexible(true).from_path(&path).unwrap().records() {
            for cell in row.unwrap().iter().skip(1) {
                let small = cell.parse::<u64>().is_ok_and(|count| (1..5).contains(&count));
                assert!(!small, "{name}: {cell}");
            }
        }
    }
    assert_eq!(open, 17);
    let again = compare(&scratch, &["--out", "audit"]);
    assert_eq!(again.code, Some(2));
    assert!(again.told.contains("say --force to replace them"), "{}", again.told);
}

#[test]
fn waived_findings_are_counted_apart_and_expired_waivers_are_findings() {
    let due = "incident,class,victims\nI1,8N,v1\nI2,8N,v2\n";
    let scratch = scratch(due, "crime,incident,class\n");
    let waivers = "rule,record,owner,reason,expires\ndue-crime-recorded,I1,Head of Crime,known,2026-12-31\n\
                   due-crime-recorded,I2,Head of Crime,known,2026-12-30\nrecorded-once,C9,Head of Crime,known,2027-01-31\n";
    fs::write(scratch.path().join("waivers.csv"), waivers).unwrap();
    let said = compare(&scratch, &["--out", "audit", "--waivers", "waivers.csv", "--fail-on", "warning"]);
    assert_eq!(said.code, Some(1), "{}", said.told);
    assert!(said.out.contains("2  due-crime-recorded (1)"), "{}", said.out);
    assert!(said.out.contains("1  waiver-in-date (0)"), "{}", said.out);
    assert!(said.out.contains("the waiver of recorded-once for C9 waived nothing"), "{}", said.out);
    let findings = fs::read_to_string(scratch.path().join("audit/findings.jsonl")).unwrap();
    assert!(findings.contains("\"waived_by\":\"Head of Crime\""), "{findings}");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = fs::read_to_string(acceptance::house::top().join("README.md")).unwrap();
    let block = readme.split("```console\n").find(|block| block.starts_with("$ cat due.csv")).unwrap();
    let block = block.split("```").next().unwrap();
    let parts: Vec<&str> = block.split("$ ").skip(1).collect();
    let [due, crimes, shown] = parts.try_into().unwrap();
    let scratch = scratch(due.split_once('\n').unwrap().1, crimes.split_once('\n').unwrap().1);
    let (command, printed) = shown.split_once('\n').unwrap();
    assert_eq!(
        command,
        "audit-recording compare --due 'command and control=due.csv' --recorded crimes.csv --out audit --as-at 2026-06-01"
    );
    let done = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["compare", "--due", "command and control=due.csv", "--recorded", "crimes.csv"])
        .args(["--out", "audit", "--as-at", "2026-06-01"])
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    let (said, written) = said.split_once("written: ").unwrap();
    assert_eq!(said, printed);
    assert!(written.starts_with("audit (findings.csv, findings.jsonl, figures.csv, "));
}

#[test]
fn stores_are_named_and_each_says_what_it_hides() {
    let scratch =
        scratch("incident,class,victims\nI1,8N,v1\n", "crime,incident,class,victims\nC1,I1,8N,v1\n");
    fs::write(scratch.path().join("ppu.csv"), "incident,class,victims\nP1,8N,v3\nP2,8N,v4\n").unwrap();
    let said = compare(&scratch, &["--due", "protection units=ppu.csv", "--out", "audit"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    assert!(said.out.contains("2         2         0  protection units"), "{}", said.out);
    assert!(said.out.contains("1         0         0  not supplied"), "{}", said.out);
}

#[test]
fn an_extract_that_is_named_twice_is_refused_unless_it_is_empty() {
    let due = "incident,class,victims\nI1,8N,v1\n";
    let scratch = scratch(due, "crime,incident,class,victims\nC1,I1,8N,v1\n");
    fs::write(scratch.path().join("copy.csv"), due).unwrap();
    let said = compare(&scratch, &["--due", "again=copy.csv", "--out", "audit"]);
    assert_eq!(said.code, Some(2), "{}", said.told);
    assert!(
        said.told.contains("copy.csv holds the same as due.csv: every crime due in it would count twice"),
        "{}",
        said.told
    );
    assert!(!scratch.path().join("audit").exists());
    for name in ["none.csv", "nobody.csv"] {
        fs::write(scratch.path().join(name), "incident,class\n").unwrap();
    }
    let said = compare(&scratch, &["--due", "a=none.csv", "--due", "b=nobody.csv", "--out", "audit"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
}

#[test]
fn what_decide_writes_is_read_as_it_is() {
    let report = r#"{"id":"R1","received":"2026-05-01T14:30:00","setting":"elsewhere","handled_by":"this-force","reporter":{"who":"victim","impaired":"no"},"victims":[{"id":"v1","serving":"neither"}],"offenders":[{"id":"o1","police":"no"}],"acts":[{"id":"a1","by":"o1","against":["v1"],"contrary_evidence":"no","location":{"suspect_at":"West Midlands"},"what":{"violence":{"intent":"less","injury":"less-than-serious","strangled":"no","aggravated":"no"}}}]}"#;
    let scratch = scratch("", "crime,incident,class,victims,recorded\nC1,R1,8N,v1,2026-05-02T15:00\n");
    fs::write(scratch.path().join("reports.jsonl"), report).unwrap();
    let decided = Command::new(&*COMMAND)
        .current_dir(scratch.path())
        .args(["decide", "reports.jsonl", "--as-at", "2026-12-31", "--format", "csv"])
        .output()
        .unwrap();
    fs::write(scratch.path().join("due.csv"), decided.stdout).unwrap();
    let said = compare(&scratch, &["--out", "audit"]);
    assert_eq!(said.code, Some(0), "{}", said.told);
    assert_eq!(found(&scratch, "audit")[1..], [("recorded-in-time".to_owned(), "C1".to_owned())]);
    let findings = fs::read_to_string(scratch.path().join("audit/findings.csv")).unwrap();
    assert!(findings.contains("recorded 0 h 30 min after its deadline"), "{findings}");
}

#[test]
fn torn_and_hostile_extracts_are_named_and_nothing_is_written() {
    let crimes = "crime,incident,class\nC1,I1,8N\n";
    for (due, told) in [
        ("incident,class\nI1,\"8N\n", "due.csv, line 2: a quoted cell is opened here and never closed"),
        ("incident\nI1\n", "due.csv, line 1: no column `class`"),
        ("", "due.csv: the file is empty"),
        ("PK\u{3}\u{4}x", "due.csv: the workbook cannot be read"),
    ] {
        let scratch = scratch(due, crimes);
        let said = compare(&scratch, &["--out", "audit"]);
        assert_eq!(said.code, Some(2), "{due}");
        assert!(said.told.contains(told), "{}", said.told);
        assert!(!scratch.path().join("audit").exists());
    }
    // One reference for very many reports.
    let many: String =
        std::iter::once("incident,class\n").chain((0..100_001).map(|_| "UNKNOWN,8N\n")).collect();
    let said = compare(&scratch(many, crimes), &["--out", "audit"]);
    assert_eq!(said.code, Some(2));
    assert!(said.told.contains("more than 100000 rows name the report `UNKNOWN`"), "{}", said.told);
    // Rows that cannot be read are findings, and the totals are withheld.
    let scratch = scratch(b"incident,class\nI1,8N,more\nI\xff,8N\nI3,8N\n".as_slice(), crimes);
    let said = compare(&scratch, &["--out", "audit"]);
    assert_eq!(said.code, Some(1), "{}", said.told);
    assert!(said.out.contains("due: 3 rows in = 1 crimes due + 0 without + 2 rejected"), "{}", said.out);
    let figures = fs::read_to_string(scratch.path().join("audit/figures.csv")).unwrap();
    assert!(figures.contains("withheld (2 of 3 rows of crimes due"), "{figures}");
}
