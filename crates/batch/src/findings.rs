//! The findings of a run, written as they come: for runs that find more than memory holds.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{self, Write as _},
};

use rulebook::{Finding, Severity};
use table::findings::{FINDINGS_HEADER, append_csv, append_json};

use crate::{
    exit::{Exit, FailOn},
    output::{Draft, DraftFile, WriteError},
};

/// `findings.csv` and `findings.jsonl`, and how many there are.
///
/// ```
/// use batch::{exit::{Exit, FailOn}, findings::Findings, output::{Draft, Replace}};
/// use rulebook::{Finding, Severity};
/// # let home = std::env::temp_dir().join(format!("registrar-findings-{}", std::process::id()));
/// # std::fs::create_dir_all(&home)?;
/// let mut draft = Draft::begin(&home.join("audit"), "audit-recording", Replace::Never)?;
/// let mut findings = Findings::new(&draft, "recording-audit")?;
/// findings.add(&Finding::new(&table::rules::KEY_ONCE, Severity::Warning, "C1", None, "it stands twice"))?;
/// let found = findings.keep(&mut draft)?;
/// assert_eq!(found.told(), "findings by rule\n          1  key-once (warning)\n");
/// assert_eq!(found.exit(FailOn::default()), Exit::Done);
/// # drop(draft);
/// # std::fs::remove_dir_all(home)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Findings {
    room: &'static str,
    csv: DraftFile,
    json: DraftFile,
    row: Vec<u8>,
    counts: BTreeMap<(&'static str, Severity), u64>,
}

impl Findings {
    /// Begins both files; only their owner may read them. `room` is the crate whose findings they are.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn new(draft: &Draft, room: &'static str) -> Result<Self, WriteError> {
        let mut csv = draft.file("findings.csv", true)?;
        // A full disk shows when the file is kept.
        let _ = writeln!(csv, "{}", FINDINGS_HEADER.join(","));
        let json = draft.file("findings.jsonl", true)?;
        Ok(Self { room, csv, json, row: Vec::new(), counts: BTreeMap::new() })
    }

    /// Adds a finding.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn add(&mut self, finding: &Finding) -> io::Result<()> {
        self.row.clear();
        append_csv(self.room, finding, None, &mut self.row);
        self.csv.write_all(&self.row)?;
        self.row.clear();
        append_json(self.room, finding, None, &mut self.row);
        self.json.write_all(&self.row)?;
        *self.counts.entry((finding.rule.id.0, finding.severity)).or_default() += 1;
        Ok(())
    }

    /// Keeps both files, and gives what they came to.
    ///
    /// # Errors
    ///
    /// What the system says.
    pub fn keep(self, draft: &mut Draft) -> Result<Found, WriteError> {
        draft.keep(self.csv)?;
        draft.keep(self.json)?;
        Ok(Found(self.counts))
    }
}

/// How many findings there were, by rule and severity.
#[derive(Debug, Clone)]
pub struct Found(BTreeMap<(&'static str, Severity), u64>);

impl Found {
    /// One line a rule.
    #[must_use]
    pub fn told(&self) -> String {
        let mut text = String::new();
        for ((rule, severity), count) in &self.0 {
            // Into memory: it cannot fail.
            let _ = writeln!(text, "  {count:>9}  {rule} ({severity})");
        }
        if text.is_empty() { "no findings\n".to_owned() } else { format!("findings by rule\n{text}") }
    }

    /// How the run ends.
    #[must_use]
    pub fn exit(&self, fail_on: FailOn) -> Exit {
        match fail_on {
            FailOn::At(least) if self.0.keys().any(|(_, severity)| *severity >= least) => Exit::Found,
            FailOn::Never | FailOn::At(_) => Exit::Done,
        }
    }
}
