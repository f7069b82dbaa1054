//! The findings of a run, written as they come.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write as _},
};

use batch::{
    exit::{Exit, FailOn},
    output::{Draft, DraftFile, WriteError},
};
use rulebook::{Finding, Severity};
use table::findings::{FINDINGS_HEADER, append_csv, append_json};

use crate::ROOM;

/// `findings.csv` and `findings.jsonl`, and how many there are.
pub struct Findings {
    csv: DraftFile,
    json: DraftFile,
    row: Vec<u8>,
    counts: BTreeMap<(&'static str, Severity), u64>,
}

impl Findings {
    /// Begins both files; only their owner may read them.
    pub fn new(draft: &Draft) -> Result<Self, WriteError> {
        let mut csv = draft.file("findings.csv", true)?;
        // A full disk shows when the file is kept.
        let _ = writeln!(csv, "{}", FINDINGS_HEADER.join(","));
        let json = draft.file("findings.jsonl", true)?;
        Ok(Self { csv, json, row: Vec::new(), counts: BTreeMap::new() })
    }

    pub fn add(&mut self, finding: &Finding) -> io::Result<()> {
        self.row.clear();
        append_csv(ROOM, finding, None, &mut self.row);
        self.csv.write_all(&self.row)?;
        self.row.clear();
        append_json(ROOM, finding, None, &mut self.row);
        self.json.write_all(&self.row)?;
        *self.counts.entry((finding.rule.id.0, finding.severity)).or_default() += 1;
        Ok(())
    }

    /// Keeps both files, and gives what they came to.
    pub fn keep(self, draft: &mut Draft) -> Result<Found, WriteError> {
        draft.keep(self.csv)?;
        draft.keep(self.json)?;
        Ok(Found(self.counts))
    }
}

/// How many findings there were, by rule and severity.
pub struct Found(BTreeMap<(&'static str, Severity), u64>);

impl Found {
    /// One line a rule.
    pub fn told(&self) -> String {
        let mut text = String::new();
        for ((rule, severity), count) in &self.0 {
            // Into memory: it cannot fail.
            let _ = writeln!(text, "  {count:>9}  {rule} ({severity})");
        }
        if text.is_empty() { "no findings\n".to_owned() } else { format!("findings by rule\n{text}") }
    }

    /// How the run ends.
    pub fn exit(&self, fail_on: FailOn) -> Exit {
        match fail_on {
            FailOn::At(least) if self.0.keys().any(|(_, severity)| *severity >= least) => Exit::Found,
            FailOn::Never | FailOn::At(_) => Exit::Done,
        }
    }
}
