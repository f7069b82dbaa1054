//! A CSV file of any length, rewritten to our columns.

use std::io::{self, Read, Write};

use rulebook::{Finding, Place, Severity};

use super::{
    TableMap,
    records::{Next, Raw, Records, cells},
};
use crate::{ReadError, Source, columns::Columns, lines::Lines, read::check_separator, rules};

/// What was rewritten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Converted {
    /// How many rows below the header.
    pub rows: u64,
    /// What is worth saying of the file: columns that are not used, a last line that is not ended.
    pub notes: Vec<Finding>,
}

/// Why a table could not be rewritten.
#[derive(Debug, thiserror::Error)]
pub enum ConversionError {
    /// It could not be read as a table.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The bytes of it could not be read.
    #[error("the table could not be read: {0}")]
    Input(io::Error),
    /// The table that was made of it could not be written.
    #[error("the table could not be written: {0}")]
    Output(io::Error),
}

impl TableMap {
    /// Rewrites a CSV file, which `file` names in messages, to our columns: theirs get our names, days and codes become ours, constants are added.
    /// Other columns stay as they are. Every record begins on the line on which it began, so that a finding on a line points at the row of the
    /// file; a record with too few or too many cells keeps a wrong number of them, so that it is found. Not more than one record is held.
    ///
    /// # Errors
    ///
    /// [`ConversionError`] if the file is no table, a column that the mapping names is not there, or reading or writing fails.
    pub fn convert(
        &self,
        file: &str,
        input: impl Read,
        output: impl Write,
    ) -> Result<Converted, ConversionError> {
        let mut records = Records::new(input);
        let mut lines = Lines::new(output);
        let (columns, mut ended) = match records.next().map_err(ConversionError::Input)? {
            Next::Record(raw) => {
                let header = text(file, &raw)?;
                let place = Place::row(file, raw.line);
                check_separator(&place, &header)?;
                let names = header.clone();
                (Columns::new(self.layout, place, header, names, Some(self))?, raw.ended)
            }
            Next::OpenQuote(line) => return Err(open_quote(file, line)),
            Next::End => return Err(crate::columns::none(self.layout, file).into()),
        };
        lines.record(1, columns.names.iter()).map_err(ConversionError::Output)?;
        let mut rows = 0;
        loop {
            let raw = match records.next().map_err(ConversionError::Input)? {
                Next::Record(raw) => raw,
                Next::OpenQuote(line) => return Err(open_quote(file, line)),
                Next::End => break,
            };
            ended = raw.ended;
            let mut record = text(file, &raw)?;
            if record.iter().all(str::is_empty) {
                // A constant would make a row of it.
                continue;
            }
            if record.len() == columns.width() {
                record = columns.mapped(record);
            } else if record.len() == columns.names.len() {
                // It has as many cells as ours have with the constants, by chance: it must not be taken for whole.
                record.push_field("");
            }
            lines.record(raw.line, record.iter()).map_err(ConversionError::Output)?;
            rows += 1;
        }
        lines.finish().map_err(ConversionError::Output)?;
        let mut notes: Vec<Finding> = columns.unknown().into_iter().collect();
        if !ended {
            notes.push(not_ended(file));
        }
        Ok(Converted { rows, notes })
    }
}

/// The note on a file whose last line has no end.
pub(crate) fn not_ended(file: &str) -> Finding {
    let place = Some(Place::file(file));
    let sentence = "the last line has no end: the file may be torn";
    Finding::new(&rules::WHOLE_FILE, Severity::Warning, file, place, sentence)
}

fn open_quote(file: &str, line: u64) -> ConversionError {
    ReadError::OpenQuote { place: Place::row(file, line) }.into()
}

/// The cells of a record; an error if it is no text.
fn text(file: &str, raw: &Raw<'_>) -> Result<csv::StringRecord, ReadError> {
    let source = Source::new(file, raw.bytes);
    // Only at its beginning does a file say of which kind it is.
    let text = if raw.line == 1 { source.text() } else { source.utf8() };
    text.map(cells).map_err(|error| {
        let mut error = error;
        if let ReadError::NotText { place, .. } = &mut error {
            // It was counted from the first line of the record.
            place.row = place.row.map(|row| row + raw.line - 1);
        }
        error
    })
}
