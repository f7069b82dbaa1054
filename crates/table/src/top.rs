//! Where the table of a CSV file begins: at the first line, or below a title that a spreadsheet saved above it.

use rulebook::{Finding, Place, Severity};

use crate::{columns::Fit, read::first_line, rules};

/// The header must stand on one of so many lines.
const LINES: u64 = 20;

/// The header of a CSV file.
pub(crate) struct Top {
    pub(crate) header: csv::StringRecord,
    /// The line on which it stands, from 1.
    pub(crate) line: u64,
    /// How many records come before the first row of the table.
    pub(crate) records: usize,
}

/// A reader of cells without blanks around them, from the first line on.
pub(crate) fn reader(text: &str) -> csv::Reader<&[u8]> {
    let mut builder = csv::ReaderBuilder::new();
    builder.has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes())
}

/// The first of the first lines that has every needed column; else the one that has most of ours. Nothing, if all are empty.
pub(crate) fn of(text: &str, fit: impl Fn(&csv::StringRecord) -> Fit) -> Option<Top> {
    let mut best: Option<(usize, Top)> = None;
    // Text in memory can be read; what cannot is no header.
    for (at, record) in reader(text).into_records().map_while(Result::ok).enumerate() {
        let line = record.position().map_or(1, |position| first_line(text, position));
        if line > LINES {
            break;
        }
        if record.iter().all(str::is_empty) {
            continue;
        }
        let fit = fit(&record);
        let top = Top { header: record, line, records: at + 1 };
        if fit.is_whole() {
            return Some(top);
        }
        if best.as_ref().is_none_or(|(known, _)| *known < fit.known) {
            best = Some((fit.known, top));
        }
    }
    best.map(|(_, top)| top)
}

impl Top {
    /// What has to be said of where it was found.
    pub(crate) fn note(&self, file: &str) -> Option<Finding> {
        let sentence = format!("line {} is read as the header; what stands above it is not used", self.line);
        let place = Place::row(file, self.line);
        (self.records > 1)
            .then(|| Finding::new(&rules::FOUND_IN_WORKBOOK, Severity::Note, file, Some(place), sentence))
    }
}
