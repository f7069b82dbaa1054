//! A sheet of a workbook as plain CSV, for readers that go through a table once, however long it is.

use std::{borrow::Cow, io::Write, ops::ControlFlow};

use rulebook::{Finding, Place, Severity};

use crate::{
    ConversionError, Layout, ReadError, Source, TableMap,
    book::Book,
    lines::Lines,
    rules,
    sheet::{Found, Taken},
};

/// What was written as plain CSV.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainCsv {
    /// The sheet that was read, of a workbook.
    pub sheet: Option<String>,
    /// How many rows below the header were written.
    pub rows: u64,
    /// A finding for each row that was left out, because errors stand in it in place of values. Its line is blank.
    pub rejected: Vec<Finding>,
    /// What else is worth saying: where the table was found, and what was passed over.
    pub notes: Vec<Finding>,
}

/// Whether these bytes begin a workbook (XLSX, ODS, or one that is locked), and not text. Eight bytes are enough to tell.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

/// Whether these bytes begin a Parquet file. Four bytes are enough to tell.
#[must_use]
pub fn is_parquet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PAR1")
}

/// Writes a sheet of a workbook as CSV, one line a row: line n is row n of the sheet, so that a finding on a line points at the row. A Parquet
/// file is written alike, if the feature `parquet` is built in (`parquet_csv`).
///
/// The table is found as [`crate::read_mapped`] finds it. The header becomes line 1, by the names of the layout; lines of rows that stand above the
/// table or hold nothing are blank. A line break inside a cell becomes a space, and a note says so. Not more than one row is held.
///
/// ```
/// use table::{Column, Layout, Source, workbook::{Cell, Entry, Holds, Sheet, SheetColumn, TableSheet, Workbook}};
///
/// static UNITS: Layout = Layout { name: "units", what: "one row a unit", columns: &[Column::required("unit", "its name")] };
/// let column = SheetColumn { header: "Unit".into(), width: 9, holds: Holds::Text, entry: Entry::Locked, help: String::new() };
/// let workbook = Workbook {
///     title: "Units".into(),
///     author: "Analysis".into(),
///     created: chrono::NaiveDate::from_ymd_opt(2026, 6, 1).ok_or("no day")?,
///     sheets: vec![Sheet::Table(TableSheet {
///         name: "Units".into(),
///         caption: "Units of the force".into(),
///         columns: vec![column],
///         rows: vec![vec![Cell::Text("Dudley,\nnorth".into())]],
///     })],
/// };
/// let mut csv = Vec::new();
/// let plain = table::plain_csv(&UNITS, Source::new("units.xlsx", &workbook.bytes()?), None, &mut csv)?;
/// assert_eq!((plain.rows, String::from_utf8(csv)?.as_str()), (1, "unit\n\n\"Dudley, north\"\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`ConversionError::Read`] if there is no such table in the workbook, or it is no workbook; [`ConversionError::Output`] if `out` fails.
pub fn plain_csv(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
    out: impl Write,
) -> Result<PlainCsv, ConversionError> {
    if is_parquet(source.bytes) {
        return parquet(layout, source, map, out);
    }
    if !Book::is_one(source.bytes) {
        // What is neither is named by this.
        source.text()?;
        return Err(ReadError::NoWorkbook { place: Place::file(source.file) }.into());
    }
    let found = Found::new(layout, source, map)?;
    let mut lines = Lines::new(out);
    let mut breaks = Breaks::default();
    let mut plain = PlainCsv {
        sheet: Some(found.sheet.clone()),
        rows: 0,
        rejected: Vec::new(),
        notes: found.notes.clone(),
    };
    lines
        .record(1, found.columns.names.iter().map(|name| breaks.one_line(name)))
        .map_err(ConversionError::Output)?;
    let mut failed = None;
    let beside = found.each(|columns, place, taken| {
        match taken {
            Taken::Record(record) => {
                let record = columns.mapped(record);
                let cells = record.iter().map(|cell| breaks.one_line(cell));
                if let Err(error) = lines.record(place.row.unwrap_or_default(), cells) {
                    failed = Some(error);
                    return ControlFlow::Break(());
                }
                plain.rows += 1;
            }
            Taken::Broken(findings) => {
                let mut findings = findings.into_iter();
                plain.rejected.extend(findings.next());
                plain.notes.extend(findings);
            }
        }
        ControlFlow::Continue(())
    })?;
    if let Some(error) = failed {
        return Err(ConversionError::Output(error));
    }
    lines.finish().map_err(ConversionError::Output)?;
    plain.notes.extend(beside);
    plain.notes.extend(breaks.note(Place { sheet: plain.sheet.clone(), ..Place::file(source.file) }));
    Ok(plain)
}

#[cfg(feature = "parquet")]
fn parquet(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
    out: impl Write,
) -> Result<PlainCsv, ConversionError> {
    let bytes = bytes::Bytes::copy_from_slice(source.bytes);
    crate::parquet_csv(layout, source.file, bytes, map, out)
}

#[cfg(not(feature = "parquet"))]
fn parquet(
    _: &'static Layout,
    source: Source<'_>,
    _: Option<&TableMap>,
    _: impl Write,
) -> Result<PlainCsv, ConversionError> {
    Err(ReadError::ParquetNotBuilt { place: Place::file(source.file) }.into())
}

/// Cells that had several lines, counted.
#[derive(Debug, Default)]
pub(crate) struct Breaks {
    cells: u64,
}

impl Breaks {
    /// The cell on one line, without what a terminal would obey.
    pub(crate) fn one_line<'c>(&mut self, cell: &'c str) -> Cow<'c, str> {
        if !cell.contains(char::is_control) {
            return Cow::Borrowed(cell);
        }
        self.cells += u64::from(cell.contains(['\n', '\r']));
        let cell = cell.replace("\r\n", " ").replace(['\n', '\r'], " ");
        Cow::Owned(cell.replace(|c: char| c.is_control() && c != '\t', "\u{FFFD}"))
    }

    /// The note on them, if there were any.
    pub(crate) fn note(&self, place: Place) -> Option<Finding> {
        let sentence = format!("cells of several lines, read as one line each: {}", self.cells);
        let file = place.file.clone();
        let note = Finding::new(&rules::FOUND_IN_WORKBOOK, Severity::Note, file, Some(place), sentence);
        (self.cells > 0).then_some(note)
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::{Column, made};

    static LAYOUT: Layout = Layout {
        name: "units",
        what: "one row a unit",
        columns: &[Column::required("unit", "its name"), Column::optional("officers", "a number")],
    };

    fn plain(rows: &str) -> (String, PlainCsv) {
        let mut csv = Vec::new();
        let bytes = made::xlsx(&[("Units", rows)], &[]);
        let plain = plain_csv(&LAYOUT, Source::new("units.xlsx", &bytes), None, &mut csv).unwrap();
        (String::from_utf8(csv).unwrap(), plain)
    }

    #[test]
    fn a_line_is_a_row() {
        let rows = made::row(2, &["Return"])
            + &made::row(3, &["Unit", "Officers", "other"])
            + &made::row(5, &["A\nB", "", "\"x\", y"])
            + &made::row(6, &["C", "#REF!"])
            + &made::row(9, &["D", "4", "", "beside"]);
        let (csv, plain) = plain(&rows);
        assert_eq!(csv, "unit,officers,other\n\n\n\nA B,,\"\"\"x\"\", y\"\n\n\n\nD,4,\n");
        assert_eq!((plain.rows, plain.rejected.len()), (2, 1));
        let notes: Vec<&str> = plain.notes.iter().map(|note| note.sentence.as_str()).collect();
        assert_eq!(
            notes,
            [
                "row 3 is read as the header; what stands above it is not used",
                "columns read by another spelling: `Unit` as `unit`, `Officers` as `officers`",
                "columns not used here: other",
                "1 cell stands in a column without a name and is not used: D9",
                "cells of several lines, read as one line each: 1",
            ]
        );
    }

    #[test]
    fn text_is_no_workbook() {
        let error = plain_csv(&LAYOUT, Source::new("a.csv", b"unit\nA\n"), None, Vec::new()).unwrap_err();
        assert_eq!(error.to_string(), "a.csv: this is text, and no workbook");
        assert!(is_workbook(&made::xlsx(&[], &[])) && !is_workbook(b"unit\n"));
    }

    #[test]
    #[cfg(not(feature = "parquet"))]
    fn a_parquet_file_says_how_to_get_what_reads_it() {
        let source = Source::new("a.parquet", b"PAR1....PAR1");
        let says = "a.parquet: this is a Parquet file; build the command with `--features parquet`, or save the table as `CSV UTF-8`";
        assert_eq!(plain_csv(&LAYOUT, source, None, Vec::new()).unwrap_err().to_string(), says);
        assert_eq!(crate::read::<Vec<String>>(&LAYOUT, source).unwrap_err().to_string(), says);
    }

    /// Takes nothing.
    struct Full;

    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_full_disk_is_an_error() {
        let bytes = made::xlsx(&[("Units", &made::row(1, &["unit"]))], &[]);
        let error = plain_csv(&LAYOUT, Source::new("units.xlsx", &bytes), None, Full).unwrap_err();
        assert!(matches!(error, ConversionError::Output(_)), "{error}");
    }
}
