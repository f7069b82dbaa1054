//! Both tables walked in the order of their reports, in one pass and in memory that does not grow.

use std::{cmp::Ordering, io, mem};

use rulebook::Finding;
use table::extract::{Record, Records};

use crate::compare::{
    judge::{Judge, Left},
    layouts::{due, recorded},
};

/// What gives rows, one after the other: a stream, or rows that were sorted before.
pub trait Source {
    /// Reads the next row into `into`; `false` at the end.
    ///
    /// # Errors
    ///
    /// What the input says when it cannot be read.
    fn next(&mut self, into: &mut Record) -> io::Result<bool>;
}

impl<R: io::Read> Source for Records<R> {
    fn next(&mut self, into: &mut Record) -> io::Result<bool> {
        self.read(into)
    }
}

/// As many rows may name one report.
const MOST_ROWS: usize = 100_000;

/// Why the walk stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// A table is not sorted by its incidents, as bytes are compared.
    #[error(
        "`{file}` is not sorted by incident: line {line} has `{found}`, and `{before}` stands on the wrong side of it"
    )]
    Unsorted {
        /// The file.
        file: String,
        /// The line that stands too low.
        line: u64,
        /// Its incident.
        found: String,
        /// An incident that stands before it and is higher, or after it and lower.
        before: String,
    },
    /// So many rows name one report that it cannot be one.
    #[error(
        "more than {MOST_ROWS} rows name the report `{incident}`: a word that stands for many reports is written `not known`"
    )]
    TooMany {
        /// The reference.
        incident: String,
    },
    /// The input or the output failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Which reports a walk is about: those from one reference on, and below another. All of them by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The first; empty for the first of all.
    pub from: String,
    /// The first that is not among them.
    pub below: Option<String>,
}

/// A source with its next row.
struct Ahead<'a, S> {
    source: &'a mut S,
    next: Record,
    last: String,
    column: usize,
    there: bool,
    /// Whether the next row is of the same report as the one before.
    same: bool,
    below: Option<String>,
}

impl<'a, S: Source> Ahead<'a, S> {
    fn new(source: &'a mut S, column: usize, span: &Span) -> Self {
        Self {
            source,
            next: Record::default(),
            last: span.from.clone(),
            column,
            there: true,
            same: false,
            below: span.below.clone(),
        }
    }

    /// Reads on; what cannot be used, and what names no report, is given to `alone` at once.
    fn advance(&mut self, files: &[String], mut alone: impl FnMut(&Record)) -> Result<(), MergeError> {
        loop {
            self.there = self.source.next(&mut self.next)?;
            if !self.there {
                return Ok(());
            }
            let incident = self.next.get(self.column);
            if self.next.fault.is_some() || calendar::moment::missing(incident) {
                alone(&self.next);
                continue;
            }
            let beyond = self.below.as_deref().is_some_and(|below| incident >= below);
            let order = incident.cmp(self.last.as_str());
            if order == Ordering::Less || beyond {
                return Err(MergeError::Unsorted {
                    file: files.get(usize::from(self.next.source)).cloned().unwrap_or_default(),
                    line: self.next.line,
                    found: incident.to_owned(),
                    before: if beyond { self.below.clone().unwrap_or_default() } else { self.last.clone() },
                });
            }
            self.same = order == Ordering::Equal;
            if !self.same {
                self.last.clear();
                self.last.push_str(incident);
            }
            return Ok(());
        }
    }
}

/// The rows of one report; their memory is used again.
#[derive(Default)]
struct Gathered {
    rows: Vec<Record>,
    n: usize,
}

impl Gathered {
    fn take(&mut self, row: &mut Record, incident: &str) -> Result<(), MergeError> {
        if self.n == MOST_ROWS {
            return Err(MergeError::TooMany { incident: incident.to_owned() });
        }
        if self.n == self.rows.len() {
            self.rows.push(Record::default());
        }
        if let Some(place) = self.rows.get_mut(self.n) {
            mem::swap(place, row);
            self.n += 1;
        }
        Ok(())
    }

    fn rows(&self) -> &[Record] {
        self.rows.get(..self.n).unwrap_or_default()
    }
}

/// Walks the files of the due table and the recorded table, all sorted by incident, and judges report by report. `take` gets what was found
/// and what was left over, often.
///
/// # Errors
///
/// [`MergeError`] if a table is not sorted, or the input or output fails. What was taken before is then not the whole.
pub fn merge<D: Source, R: Source>(
    due_files: &mut [D],
    recorded_file: &mut R,
    span: &Span,
    judge: &mut Judge<'_>,
    mut take: impl FnMut(&mut Vec<Finding>, &mut Vec<Left>) -> io::Result<()>,
) -> Result<(), MergeError> {
    let settings = judge.settings;
    let files = settings.files.as_slice();
    let mut dues = Vec::new();
    for source in due_files {
        let mut one = Ahead::new(source, due::INCIDENT, span);
        one.advance(files, |row| judge.report(std::slice::from_ref(row), &[]))?;
        dues.push(one);
    }
    let mut crimes = Ahead::new(recorded_file, recorded::INCIDENT, span);
    crimes.advance(files, |row| judge.report(&[], std::slice::from_ref(row)))?;

    let (mut due_rows, mut crime_rows) = (Gathered::default(), Gathered::default());
    let mut incident = String::new();
    loop {
        let least = dues
            .iter()
            .filter(|due| due.there)
            .map(|due| due.last.as_str())
            .chain(crimes.there.then_some(crimes.last.as_str()))
            .min();
        let Some(least) = least else { break };
        incident.clear();
        incident.push_str(least);
        due_rows.n = 0;
        crime_rows.n = 0;
        for one in &mut dues {
            let mut more = one.there && one.last == incident;
            while more {
                due_rows.take(&mut one.next, &incident)?;
                one.advance(files, |row| judge.report(std::slice::from_ref(row), &[]))?;
                more = one.there && one.same;
            }
        }
        let mut more = crimes.there && crimes.last == incident;
        while more {
            crime_rows.take(&mut crimes.next, &incident)?;
            crimes.advance(files, |row| judge.report(&[], std::slice::from_ref(row)))?;
            more = crimes.there && crimes.same;
        }
        judge.report(due_rows.rows(), crime_rows.rows());
        if judge.findings.len() + judge.left.len() > 100 {
            take(&mut judge.findings, &mut judge.left)?;
        }
    }
    Ok(take(&mut judge.findings, &mut judge.left)?)
}
