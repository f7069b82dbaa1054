//! How many findings each rule made, without the record that a finding is about.

use std::collections::BTreeMap;

use rulebook::{Figure, FigureId, Finding, Place, Rule, Value};

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The rule.
    pub rule: &'static Rule,
    /// How many findings it made: `audit.all.findings.<rule>`.
    pub findings: Figure,
}

/// The rules that found something, by their ids. A count above nought and below `threshold` is left out; no total of them is told, so nothing
/// tells it again. A threshold of 0 leaves out none.
///
/// ```
/// use recording_audit::score::{Settings, findings_by_rule, read_counts, score_counts};
/// let counts = "stratum,records_examined,crimes_due,crimes_recorded,sampling\nCalls,40,44,33,dip sample\n";
/// let rows = read_counts(table::Source::new("counts.csv", counts.as_bytes()))?;
/// let answer = score_counts(&rows, None, &Settings::new(rulebook::day(2031, 4, 1)));
/// let found = findings_by_rule(&answer.findings, 0);
/// let told: Vec<(&str, String)> = found.iter().map(|one| (one.rule.id.0, one.findings.printed())).collect();
/// assert_eq!(told, [("crimes-are-not-trials", "1".to_owned()), ("sample-is-not-random", "1".to_owned())]);
/// assert_eq!(findings_by_rule(&answer.findings, 5)[0].findings.printed(), "suppressed");
/// # Ok::<(), table::ReadError>(())
/// ```
#[must_use]
pub fn findings_by_rule(findings: &[Finding], threshold: u64) -> Vec<Found> {
    let mut counts: BTreeMap<&str, (&'static Rule, u64, Vec<Place>)> = BTreeMap::new();
    for finding in findings {
        let (_, count, files) = counts.entry(finding.rule.id.0).or_insert((finding.rule, 0, Vec::new()));
        *count += 1;
        let file = finding.place.as_ref().map(|place| Place::file(&place.file));
        files.extend(file.filter(|file| !files.contains(file)));
    }
    let found = counts.into_values().map(|(rule, count, files)| {
        let hidden = 0 < count && count < threshold;
        let value = if hidden { Value::Suppressed } else { Value::Count(count) };
        let id = FigureId::of(&["audit", "all", "findings", rule.id.0]);
        // In which file they are would tell as much as how many.
        let files = if threshold > 0 { Vec::new() } else { files };
        let findings = Figure::new(id, format!("findings of the rule {}", rule.id), value)
            .unit("findings")
            .by(rule)
            .from_cells(files);
        Found { rule, findings }
    });
    found.collect()
}
