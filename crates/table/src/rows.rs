//! The rows of a table: the good ones, and a finding for each bad one.

use std::collections::BTreeMap;

use rulebook::{Finding, Place, Severity};

use crate::rules;

/// A row that was read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<T> {
    /// File and line.
    pub place: Place,
    /// What it says.
    pub value: T,
}

/// All rows of a table: those that can be used and a finding for each that cannot.
#[derive(Debug, Clone)]
pub struct Rows<T> {
    /// The file.
    pub file: String,
    /// The rows that can be used, in the order of the file.
    pub good: Vec<Row<T>>,
    /// One finding for each row that cannot.
    pub rejected: Vec<Finding>,
    /// What else is worth saying of the file.
    pub notes: Vec<Finding>,
}

impl<T> Rows<T> {
    /// A file of which no row has been read yet.
    pub(crate) fn none(file: &str) -> Self {
        Self { file: file.to_owned(), good: Vec::new(), rejected: Vec::new(), notes: Vec::new() }
    }

    /// How many rows the file holds: good and rejected.
    #[must_use]
    pub const fn rows_in(&self) -> usize {
        self.good.len() + self.rejected.len()
    }

    /// Why totals over this table are not to be printed, if they are not.
    #[must_use]
    pub fn withheld(&self) -> Option<String> {
        match self.rejected.len() {
            0 => None,
            1 => Some(format!("1 of {} rows of {} rejected", self.rows_in(), self.file)),
            n => Some(format!("{n} of {} rows of {} rejected", self.rows_in(), self.file)),
        }
    }

    /// Rejects the rows of which `fault` finds fault. The finding takes the row's place if it has none of its own.
    pub fn reject(&mut self, mut fault: impl FnMut(&Row<T>) -> Option<Finding>) {
        let mut kept = Vec::with_capacity(self.good.len());
        for row in self.good.drain(..) {
            match fault(&row) {
                None => kept.push(row),
                Some(mut finding) => {
                    finding.place.get_or_insert(row.place);
                    self.rejected.push(finding);
                }
            }
        }
        self.good = kept;
    }

    /// Rejects every row whose key an earlier row already has. `column` names the column that holds the key.
    pub fn reject_repeated(&mut self, column: &'static str, key: impl Fn(&T) -> String) {
        let mut first: BTreeMap<String, Place> = BTreeMap::new();
        self.reject(|row| {
            let name = key(&row.value);
            let Some(earlier) = first.get(&name) else {
                first.insert(name, row.place.clone());
                return None;
            };
            let line = earlier.row.unwrap_or_default();
            let sentence = format!("`{name}` is named twice: already on line {line}");
            Some(
                Finding::new(&rules::KEY_ONCE, Severity::Error, &name, Some(row.place.at(column)), sentence)
                    .with(column, &name)
                    .with("first line", line),
            )
        });
    }

    /// Every finding about the file, rejections first.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.rejected.iter().chain(&self.notes)
    }
}

/// The usable rows of a table that may not have been supplied: none then.
#[must_use]
pub fn good<T>(rows: Option<&Rows<T>>) -> &[Row<T>] {
    rows.map_or(&[], |rows| &rows.good)
}
