//! A small table of removals, and what the command says of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    process::Command,
    sync::LazyLock,
};

use acceptance::command::{Scratch, built};

static COMMAND: LazyLock<PathBuf> = LazyLock::new(|| built("check-no-crimes"));

/// A cancellation under C2 that keeps every rule: each fact that a rule asks of it is there, and in order.
const SOUND: [(&str, &str); 27] = [
    ("record", ""),
    ("class", "8N"),
    ("subcode", "008/06"),
    ("policing_unit", "North"),
    ("recorded", "2026-05-01T10:00"),
    ("removed", "2026-06-01T10:00"),
    ("ground", "C2"),
    ("decided_by", "D1"),
    ("role", "designated-decision-maker"),
    ("independent", "yes"),
    ("investigator", "P1"),
    ("trained", "yes"),
    ("audit_trail", "yes"),
    ("rests_on", "cctv"),
    ("information_available", "2026-05-10T10:00"),
    ("known_when_recorded", "no"),
    ("origin_checkable", "yes"),
    ("reliability_checkable", "yes"),
    ("relevant", "yes"),
    ("shows_no_crime", "yes"),
    ("compelling", "yes"),
    ("summarised", "yes"),
    ("notes", ""),
    ("victim_told", "yes"),
    ("victim_told_at", "2026-05-30T10:00"),
    ("victim_told_recorded", "yes"),
    ("victim_withdrew", "no"),
];

/// What is broken in a record that breaks one rule, `decider-trained`.
pub const UNTRAINED: (&str, &str) = ("trained", "no");

/// A cancellation as a duplicate of `other` that keeps every rule, if the other is live.
pub fn duplicate_of(other: &str) -> [(&str, &str); 4] {
    [("ground", "C3"), ("other_record", other), ("other_record_live", "yes"), ("same_crime", "yes")]
}

/// A row: sound, but for these cells. A column that the sound record does not have stands behind the others.
#[derive(Clone)]
pub struct Row(Vec<(String, String)>);

pub fn row(record: &str, but: &[(&str, &str)]) -> Row {
    let mut cells: Vec<(String, String)> =
        SOUND.iter().map(|(column, cell)| ((*column).to_owned(), (*cell).to_owned())).collect();
    for (column, cell) in [("record", record)].iter().chain(but) {
        match cells.iter_mut().find(|(name, _)| name == column) {
            Some((_, old)) => (*cell).clone_into(old),
            None => cells.push(((*column).to_owned(), (*cell).to_owned())),
        }
    }
    Row(cells)
}

/// The table of these rows.
pub fn table(rows: &[Row]) -> String {
    let mut columns: Vec<&str> = SOUND.iter().map(|(column, _)| *column).collect();
    let mut seen: BTreeSet<&str> = columns.iter().copied().collect();
    for (column, _) in rows.iter().flat_map(|row| &row.0) {
        if seen.insert(column) {
            columns.push(column);
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&columns).unwrap();
    for Row(cells) in rows {
        let cell = |column: &&str| {
            cells.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell.as_str())
        };
        writer.write_record(columns.iter().map(cell)).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

/// A row of a table that was written, by column.
pub type Written = BTreeMap<String, String>;

/// What the command said.
pub struct Said {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
    /// Rows in, verdicts and rejected, as it counts them.
    pub counts: (u64, u64, u64),
}

/// A folder with `removals.csv`, and more if need be.
pub struct Case(pub Scratch);

impl Case {
    pub fn of(removals: impl AsRef<[u8]>) -> Self {
        let case = Self(Scratch::new().unwrap());
        case.file("removals.csv", removals);
        case
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the command with these words.
    pub fn run(&self, words: &[&str]) -> Said {
        let done = Command::new(&*COMMAND).current_dir(self.0.path()).args(words).output().unwrap();
        Said {
            code: done.status.code(),
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
            counts: (0, 0, 0),
        }
    }

    /// Checks `removals.csv` into `checked`.
    pub fn check(&self, more: &[&str]) -> Said {
        self.check_file("removals.csv", "checked", more)
    }

    /// Checks a file into a folder. Whatever the file, rows in are verdicts and rejected, or nothing is written.
    pub fn check_file(&self, removals: &str, out: &str, more: &[&str]) -> Said {
        let before = self.path(out).exists();
        let words = [&["check", removals, "--out", out], more].concat();
        let as_at: &[&str] = if more.contains(&"--as-at") { &[] } else { &["--as-at", "2027-03-31"] };
        let mut said = self.run(&[&words, as_at].concat());
        if said.code == Some(2) {
            assert_eq!(said.out, "");
            assert!(before || !self.path(out).exists(), "it could not, and wrote all the same");
            return said;
        }
        let line = said.out.lines().next().unwrap();
        let numbers: Vec<u64> = line
            .split_once(": ")
            .unwrap()
            .1
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|word| word.parse().ok())
            .collect();
        let [rows, verdicts, rejected] = numbers.try_into().unwrap();
        assert!(line.ends_with(&format!("{rows} rows in = {verdicts} verdicts + {rejected} rejected")));
        assert_eq!(rows, verdicts + rejected);
        assert_eq!(self.rows(&format!("{out}/verdicts.csv")).len() as u64, verdicts);
        said.counts = (rows, verdicts, rejected);
        said
    }

    /// Checks `removals.csv`, which cannot be: nothing is written, and this is said.
    pub fn refused(&self, more: &[&str], says: &[&str]) {
        let said = self.check(more);
        assert_eq!(said.code, Some(2), "{}", said.out);
        for words in says {
            assert!(said.err.contains(words), "`{words}` is not in: {}", said.err);
        }
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The rows of a table.
    pub fn rows(&self, name: &str) -> Vec<Written> {
        let text = self.read(name);
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
    }

    /// Record and verdict of each row that was judged in `checked`, in order.
    pub fn verdicts(&self) -> Vec<(String, String)> {
        self.verdicts_in("checked")
    }

    pub fn verdicts_in(&self, out: &str) -> Vec<(String, String)> {
        let rows = self.rows(&format!("{out}/verdicts.csv"));
        rows.iter().map(|row| (row["record"].clone(), row["verdict"].clone())).collect()
    }

    /// Rule, record, row and column of each finding in `checked`, in order.
    pub fn found(&self) -> Vec<String> {
        self.found_in("checked")
    }

    pub fn found_in(&self, out: &str) -> Vec<String> {
        let cells = ["severity", "rule", "record", "row", "column"];
        self.rows(&format!("{out}/findings.csv"))
            .iter()
            .map(|row| cells.map(|cell| row[cell].as_str()).join(" | "))
            .collect()
    }
}

/// As [`Case::verdicts`] gives them.
pub fn verdicts(of: &[(&str, &str)]) -> Vec<(String, String)> {
    of.iter().map(|(record, verdict)| ((*record).to_owned(), (*verdict).to_owned())).collect()
}
