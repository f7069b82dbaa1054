//! Findings that somebody has answered for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rulebook::Finding;
use serde::Deserialize;

use crate::{Column, Layout, ReadError, Row, Rows, Source, rules::waiver_in_date};

/// Findings that somebody has answered for, until a day.
pub static WAIVERS: Layout = Layout {
    name: "waivers",
    what: "one row a finding that somebody has answered for, until a day",
    columns: &[
        Column::required("rule", "the rule of the finding, by its slug"),
        Column::required(
            "record",
            "the record of the finding: the crime number, or the report where a crime is missing",
        ),
        Column::required("owner", "the post that answers for it"),
        Column::required("reason", "why it may stand"),
        Column::required("expires", "its last day, as `2026-12-31`"),
    ],
};

/// A finding that somebody has answered for, until a day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Waiver {
    /// The rule of the finding.
    pub rule: String,
    /// The record of the finding.
    pub record: String,
    /// The post that answers for it.
    pub owner: String,
    /// Why it may stand.
    pub reason: String,
    /// Its last day.
    #[serde(deserialize_with = "crate::day")]
    pub expires: NaiveDate,
}

/// The waivers of a run.
///
/// ```
/// use rulebook::{Finding, Severity, day};
/// use table::{Source, rules::KEY_ONCE, waivers::Waivers};
///
/// let text = b"rule,record,owner,reason,expires\nkey-once,C1,Head of Crime,two systems,2026-12-31\n";
/// let waivers = Waivers::read(Source::new("waivers.csv", text), day(2026, 6, 1))?;
/// let finding = |record: &str| Finding::new(&KEY_ONCE, Severity::Error, record, None, "it stands twice");
/// assert_eq!(waivers.of(&finding("C1")).unwrap().owner, "Head of Crime");
/// assert_eq!(waivers.of(&finding("C2")), None);
/// # Ok::<(), table::ReadError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Waivers {
    by_finding: BTreeMap<(String, String), Waiver>,
    /// What is to be said of them: rows that could not be used, and those that have expired.
    pub findings: Vec<Finding>,
    /// How many rows the file has.
    pub rows: usize,
}

impl Waivers {
    /// Reads a file of waivers. Those that have expired by `as_at` are findings, and waive nothing.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file cannot be read as a table at all.
    pub fn read(source: Source<'_>, as_at: NaiveDate) -> Result<Self, ReadError> {
        let mut rows: Rows<Waiver> = crate::read(&WAIVERS, source)?;
        rows.reject(waiver_in_date::whole);
        let mut waivers = Self { rows: rows.rows_in(), ..Self::default() };
        waivers.findings.extend(rows.findings().cloned());
        for row in rows.good {
            let Row { value, .. } = &row;
            match waiver_in_date::check(&row, as_at) {
                Some(expired) => waivers.findings.push(expired),
                None => {
                    waivers.by_finding.insert((value.rule.clone(), value.record.clone()), value.clone());
                }
            }
        }
        Ok(waivers)
    }

    /// The waiver of a finding, if there is one.
    #[must_use]
    pub fn of(&self, finding: &Finding) -> Option<&Waiver> {
        if self.by_finding.is_empty() {
            return None;
        }
        self.by_finding.get(&(finding.rule.id.0.to_owned(), finding.record.clone()))
    }

    /// Those that were not among `used`, each a rule and a record: what they waive was not found.
    pub fn unused<'a>(&'a self, used: &'a BTreeSet<(String, String)>) -> impl Iterator<Item = &'a Waiver> {
        self.by_finding.iter().filter(|(key, _)| !used.contains(*key)).map(|(_, waiver)| waiver)
    }
}
