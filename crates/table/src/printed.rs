//! Tables as they were printed: every cell where it stands, without a layout, for tables with several header rows and notes below.
//!
//! ```
//! use table::{Source, printed};
//!
//! let text = "A title,,\n,,\nArea,Burglary,Robbery\nKent,\"1,200\",\n";
//! let sheets = printed::sheets(Source::new("table.csv", text.as_bytes()))?;
//! let last = sheets[0].rows.last().ok_or("no row")?;
//! assert_eq!((last.number, last.text(0), last.text(1), last.text(2)), (4, "Kent", "1,200", ""));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::ops::ControlFlow;

use rulebook::Place;

use crate::{ReadError, Source, book::Book, is_workbook, read};

pub use crate::book::{Cell, CellKind, SheetRow as Row};

/// A sheet of a workbook, or the one table of a CSV file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; a CSV file has none.
    pub name: Option<String>,
    /// The rows that hold something, from the top down.
    pub rows: Vec<Row>,
}

/// Every sheet of a workbook, or the one that [`Source::sheet`] names; of a CSV file, all of it. Blank cells and rows are left out.
///
/// # Errors
///
/// [`ReadError`] if the file is damaged, too large when it is unpacked, or no table, or if it has no sheet of that name.
pub fn sheets(source: Source<'_>) -> Result<Vec<Sheet>, ReadError> {
    if !is_workbook(source.bytes) {
        return Ok(vec![csv(source)?]);
    }
    let mut book = Book::open(source)?;
    let names: Vec<String> = book.sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let meant =
        |name: &String| source.sheet.is_none_or(|wanted| wanted.trim().eq_ignore_ascii_case(name.trim()));
    let mut sheets = Vec::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| meant(name)) {
        let mut rows = Vec::new();
        book.rows(at, |row| {
            rows.push(row);
            ControlFlow::Continue(())
        })?;
        sheets.push(Sheet { name: Some(name.clone()), rows });
    }
    match source.sheet {
        Some(wanted) if sheets.is_empty() => Err(ReadError::UnknownSheet {
            place: Place::file(source.file),
            sheet: wanted.to_owned(),
            sheets: names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        }),
        Some(_) | None => Ok(sheets),
    }
}

fn csv(source: Source<'_>) -> Result<Sheet, ReadError> {
    let text = source.text()?;
    if let Some(line) = read::open_quote(text) {
        return Err(ReadError::OpenQuote { place: Place::row(source.file, line) });
    }
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or_default() {
        let number = record.position().map_or(1, |position| read::first_line(text, position));
        let cells: Vec<Cell> = record
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.trim().is_empty())
            .map(|(column, cell)| Cell { column, text: cell.trim().to_owned(), kind: kind(cell.trim()) })
            .collect();
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
    Ok(Sheet { name: None, rows })
}

/// A spreadsheet saves its errors as text.
fn kind(cell: &str) -> CellKind {
    const ERRORS: [&str; 8] = ["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#SPILL!"];
    if ERRORS.contains(&cell) { CellKind::Broken } else { CellKind::Value }
}

impl Row {
    /// The cell in a column, counted from 0, if it holds something.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }

    /// The text in a column, counted from 0; empty, where the cell is.
    #[must_use]
    pub fn text(&self, column: usize) -> &str {
        self.cell(column).map_or("", |cell| cell.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_quoted_cells_are_counted_and_errors_are_told() {
        let text = "\"Area\ncode\",Name\n,\nE1,#REF!\n";
        let sheet = sheets(Source::new("t.csv", text.as_bytes())).unwrap().remove(0);
        assert_eq!(sheet.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 4]);
        assert_eq!(sheet.rows[0].text(0), "Area\ncode");
        assert_eq!(sheet.rows[1].cell(1).unwrap().kind, CellKind::Broken);
        assert!(sheet.rows[1].cell(7).is_none());
    }

    #[test]
    fn a_torn_file_is_refused() {
        assert!(matches!(sheets(Source::new("t.csv", b"a,\"b\nc")), Err(ReadError::OpenQuote { .. })));
    }
}
