//! Findings that somebody has answered for.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rulebook::Finding;
use serde::Deserialize;
use table::{ReadError, Row, Rows, Source};

use crate::{compare::layouts::WAIVERS, rules::waiver_in_date};

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
    #[serde(deserialize_with = "table::day")]
    pub expires: NaiveDate,
}

/// The waivers of a run.
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
        let mut rows: Rows<Waiver> = table::read(&WAIVERS, source)?;
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

    /// Those that were not among `used`: what they waive was not found.
    pub fn unused<'a>(&'a self, used: &'a BTreeSet<(String, String)>) -> impl Iterator<Item = &'a Waiver> {
        self.by_finding.iter().filter(|(key, _)| !used.contains(*key)).map(|(_, waiver)| waiver)
    }
}
