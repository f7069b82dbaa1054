//! What a run amounts to, told at its end.

use std::{collections::BTreeMap, io};

use batch::{
    exit::{Exit, FailOn},
    stderr::say,
};
use chrono::NaiveDate;
use rulebook::{Finding, Severity};

use crate::answer::Answered;

/// What a run amounts to.
pub struct Tally {
    fail_on: FailOn,
    fails: bool,
    answered: u64,
    rejected: u64,
    not_yet: u64,
    whole: u64,
    crimes: u64,
    missing: BTreeMap<String, u64>,
    found: BTreeMap<Severity, u64>,
}

impl Tally {
    pub fn new(fail_on: FailOn) -> Self {
        Self {
            fail_on,
            fails: false,
            answered: 0,
            rejected: 0,
            not_yet: 0,
            whole: 0,
            crimes: 0,
            missing: BTreeMap::new(),
            found: BTreeMap::new(),
        }
    }

    /// Adds what came of some reports, and tells what was found.
    pub fn take(&mut self, answered: Answered) -> io::Result<()> {
        self.answered += answered.answers;
        self.rejected += answered.rejected;
        self.not_yet += answered.not_yet;
        self.whole += answered.whole;
        self.crimes += answered.crimes;
        for missing in answered.missing {
            *self.missing.entry(missing).or_default() += 1;
        }
        self.found(&answered.findings)
    }

    /// Tells what was found.
    #[expect(clippy::unnecessary_wraps, reason = "taken where the output may fail")]
    pub fn found(&mut self, findings: &[Finding]) -> io::Result<()> {
        for finding in findings {
            *self.found.entry(finding.severity).or_default() += 1;
            say(&format!("{finding}\n    {}", finding.rule.mend));
        }
        self.fails |= Exit::after(findings, self.fail_on) == Exit::Found;
        Ok(())
    }

    /// The whole, in a few lines.
    pub fn tell(&self, as_at: NaiveDate, declared: &[String]) {
        let reports = self.answered + self.rejected + self.not_yet;
        say(&format!(
            "{reports} reports in = {} answered + {} rejected + {} received after {as_at}",
            self.answered, self.rejected, self.not_yet
        ));
        for declared in declared {
            say(&format!("  declared for every report that does not say: {declared}"));
        }
        say(&format!("  crimes due: {}", self.crimes));
        say(&format!("  reports decided in every part: {}{}", self.whole, share(self.whole, self.answered)));
        let mut missing: Vec<(&String, &u64)> = self.missing.iter().collect();
        missing.sort_by_key(|(what, n)| (std::cmp::Reverse(**n), what.as_str()));
        if !missing.is_empty() {
            say("  what is missing, and in how many reports:");
        }
        for (what, n) in missing {
            say(&format!("    {n:>9}  {what}"));
        }
        let findings: Vec<String> = Severity::ALL
            .iter()
            .map(|severity| format!("{} {severity}s", self.found.get(severity).copied().unwrap_or_default()))
            .collect();
        say(&format!("  findings: {}", findings.join(", ")));
    }

    /// How the run ends.
    pub fn exit(&self) -> Exit {
        if self.fails { Exit::Found } else { Exit::Done }
    }
}

fn share(part: u64, whole: u64) -> String {
    if whole == 0 {
        return String::new();
    }
    // Tenths of a percent, cut off: a share of everything is never rounded up to.
    let tenths = u128::from(part) * 1000 / u128::from(whole);
    format!(" ({}.{}% of those answered)", tenths / 10, tenths % 10)
}
