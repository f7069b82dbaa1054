//! A table read from a sheet of a workbook: which sheet, which row is its header, and what people do to tables in spreadsheets.

use std::ops::ControlFlow;

use rulebook::{Finding, Place, Severity};
use serde::de::DeserializeOwned;

use crate::{
    Layout, ReadError, Rows, Source, TableMap,
    book::{Book, Cell, CellKind, Sheet, SheetRow},
    columns::{self, Columns, Fit},
    rules,
};

/// A row that may be the header.
struct Header {
    row: u64,
    written: csv::StringRecord,
    names: csv::StringRecord,
    fit: Fit,
}

/// A table that was found in a workbook.
pub(crate) struct Found<'a, 'm> {
    file: &'a str,
    book: Book<'a>,
    /// Which sheet of the book.
    at: usize,
    /// The name of the sheet.
    pub(crate) sheet: String,
    /// The row of the header.
    header: u64,
    pub(crate) columns: Columns<'m>,
    /// What has to be said of where it was found.
    pub(crate) notes: Vec<Finding>,
}

/// What a row of a sheet is.
pub(crate) enum Taken {
    /// A record with a cell for each column, where one cell at least is not empty.
    Record(csv::StringRecord),
    /// A row in which errors stand in place of values that we use: a finding each.
    Broken(Vec<Finding>),
}

/// Reads the one sheet that has the needed columns, or the one that the source names.
pub(crate) fn read<T: DeserializeOwned>(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
) -> Result<Rows<T>, ReadError> {
    let found = Found::new(layout, source, map)?;
    let mut rows = Rows::none(source.file);
    rows.notes.clone_from(&found.notes);
    let notes = found.each(|columns, place, taken| {
        match taken {
            Taken::Record(record) => columns.take(&mut rows, place, &record),
            Taken::Broken(findings) => {
                // One rejection a row, so that rows in are good and rejected.
                let mut findings = findings.into_iter();
                rows.rejected.extend(findings.next());
                rows.notes.extend(findings);
            }
        }
        ControlFlow::Continue(())
    })?;
    rows.notes.extend(notes);
    Ok(rows)
}

impl<'a, 'm> Found<'a, 'm> {
    /// Opens a workbook and finds the table in it.
    pub(crate) fn new(
        layout: &'static Layout,
        source: Source<'a>,
        map: Option<&'m TableMap>,
    ) -> Result<Self, ReadError> {
        let book = Book::open(source)?;
        let (at, header) = choose(layout, source, map, &book)?;
        let sheet = book.sheets.get(at).map(|sheet| sheet.name.clone()).unwrap_or_default();
        let mut notes = notes(source.file, &book, at, &header);
        let row = header.row;
        let place = Place { sheet: Some(sheet.clone()), ..Place::row(source.file, row) };
        let columns = Columns::new(layout, place, header.written, header.names, map)?;
        notes.extend(columns.unknown());
        Ok(Self { file: source.file, book, at, sheet, header: row, columns, notes })
    }

    /// Gives each row below the header that is not blank to `each`, until it has enough; and says what stands beside the table.
    pub(crate) fn each(
        mut self,
        mut each: impl FnMut(&Columns<'m>, Place, Taken) -> ControlFlow<()>,
    ) -> Result<Option<Finding>, ReadError> {
        let mut beside = Beside::default();
        let in_row = |row| Place { sheet: Some(self.sheet.clone()), ..Place::row(self.file, row) };
        self.book.rows(self.at, |row| {
            if row.number <= self.header {
                return ControlFlow::Continue(());
            }
            beside.count(&self.columns, &row);
            let place = in_row(row.number);
            let record = dense(&row.cells, self.columns.width());
            let broken = broken(&self.columns, &place, &row, &record);
            if !broken.is_empty() {
                return each(&self.columns, place, Taken::Broken(broken));
            }
            if record.iter().all(str::is_empty) {
                return ControlFlow::Continue(());
            }
            each(&self.columns, place, Taken::Record(record))
        })?;
        Ok(beside.note(Place { sheet: Some(self.sheet), ..Place::file(self.file) }))
    }
}

/// The sheet that is meant, and its header.
fn choose(
    layout: &'static Layout,
    source: Source<'_>,
    map: Option<&TableMap>,
    book: &Book<'_>,
) -> Result<(usize, Header), ReadError> {
    let names = |sheets: &mut dyn Iterator<Item = &Sheet>| {
        sheets.map(|sheet| format!("`{}`", sheet.name)).collect::<Vec<_>>().join(", ")
    };
    if let Some(wanted) = source.sheet {
        let same = |sheet: &Sheet| sheet.name.trim().to_lowercase() == wanted.trim().to_lowercase();
        let exact = book.sheets.iter().position(|sheet| sheet.name == wanted);
        let Some((at, sheet)) = exact
            .or_else(|| book.sheets.iter().position(same))
            .and_then(|at| book.sheets.get(at).map(|sheet| (at, sheet)))
        else {
            return Err(ReadError::UnknownSheet {
                place: Place::file(source.file),
                sheet: wanted.to_owned(),
                sheets: names(&mut book.sheets.iter()),
            });
        };
        let empty = || ReadError::Empty {
            place: Place { sheet: Some(sheet.name.clone()), ..Place::file(source.file) },
            header: layout.template().trim().to_owned(),
        };
        return Ok((at, header(layout, map, sheet).ok_or_else(empty)?));
    }
    let mut found: Vec<(usize, &Sheet, Header)> = Vec::new();
    for (at, sheet) in book.sheets.iter().enumerate() {
        found.extend(header(layout, map, sheet).map(|header| (at, sheet, header)));
    }
    let fitting = found.iter().filter(|(_, _, header)| header.fit.is_whole());
    if fitting.clone().count() > 1 {
        let sheets = names(&mut fitting.map(|(_, sheet, _)| *sheet));
        return Err(ReadError::SeveralSheets { place: Place::file(source.file), sheets });
    }
    if let Some(fits) = found.iter().position(|(_, _, header)| header.fit.is_whole()) {
        let (at, _, header) = found.swap_remove(fits);
        return Ok((at, header));
    }
    let lacks: Vec<String> = found.iter().map(|(_, sheet, header)| header.lacks(&sheet.name)).collect();
    match (found.pop(), lacks.len()) {
        (None, _) => Err(columns::none(layout, source.file)),
        // Of an only sheet it can be said more exactly what is wrong.
        (Some((at, _, header)), 1) => Ok((at, header)),
        (Some(_), _) => Err(ReadError::NoSheet { place: Place::file(source.file), sheets: lacks.join("; ") }),
    }
}

impl Header {
    fn lacks(&self, sheet: &str) -> String {
        let missing: Vec<String> = self.fit.missing.iter().map(|name| format!("`{name}`")).collect();
        format!("`{sheet}` (no column {})", missing.join(", "))
    }
}

/// The first of the first rows that has every needed column; else the one that has most of ours.
fn header(layout: &'static Layout, map: Option<&TableMap>, sheet: &Sheet) -> Option<Header> {
    let mut best: Option<Header> = None;
    for row in &sheet.head {
        let width = row.cells.last().map_or(0, |cell| cell.column + 1);
        let written = dense(&row.cells, width);
        let names: csv::StringRecord = written.iter().map(|cell| ours(layout, cell)).collect();
        let fit = Fit::of(layout, map, &written, &names);
        let header = Header { row: row.number, written, names, fit };
        if header.fit.is_whole() {
            return Some(header);
        }
        if best.as_ref().is_none_or(|best| best.fit.known < header.fit.known) {
            best = Some(header);
        }
    }
    best
}

/// Our name of a column; its own if it is none of ours.
fn ours<'a>(layout: &'static Layout, written: &'a str) -> &'a str {
    let plain = columns::plain(written);
    layout.columns.iter().find(|column| column.name == plain).map_or(written, |column| column.name)
}

/// The cells of a row from the first column to the last that has a place in the header, without spaces around them.
fn dense(cells: &[Cell], width: usize) -> csv::StringRecord {
    let mut record = csv::StringRecord::new();
    let mut cells = cells.iter().peekable();
    for column in 0..width {
        let here = cells.next_if(|cell| cell.column == column);
        record.push_field(here.map_or("", |cell| cell.text.trim()));
    }
    record
}

/// A finding for each cell that we use and that holds an error in place of a value.
fn broken(columns: &Columns<'_>, place: &Place, row: &SheetRow, record: &csv::StringRecord) -> Vec<Finding> {
    let broken =
        row.cells.iter().filter(|cell| cell.kind == CellKind::Broken && columns.is_used(cell.column));
    let name = columns.record(record);
    let finding = |cell: &Cell| {
        let place = place.at(columns.written(cell.column));
        let sentence = format!("`{}` stands where a value should", cell.text);
        Finding::new(&rules::CELL_WITHOUT_ERROR, Severity::Error, name, Some(place), sentence)
            .with(columns.written(cell.column), &cell.text)
    };
    broken.map(finding).collect()
}

/// What has to be said of where the table was found.
fn notes(file: &str, book: &Book<'_>, at: usize, header: &Header) -> Vec<Finding> {
    let name = book.sheets.get(at).map(|sheet| sheet.name.clone()).unwrap_or_default();
    let place = Place { sheet: Some(name.clone()), ..Place::row(file, header.row) };
    let note = |sentence| {
        Finding::new(&rules::FOUND_IN_WORKBOOK, Severity::Note, file, Some(place.clone()), sentence)
    };
    let mut notes = Vec::new();
    let others = book.sheets.iter().enumerate().filter(|(other, _)| *other != at);
    let others: Vec<String> = others.map(|(_, sheet)| format!("`{}`", sheet.name)).collect();
    if !others.is_empty() {
        notes.push(note(format!("sheet `{name}` is read; not read: {}", others.join(", "))));
    }
    if header.row > 1 {
        notes.push(note(format!(
            "row {} is read as the header; what stands above it is not used",
            header.row
        )));
    }
    let pairs = header.written.iter().zip(&header.names);
    let other_spelling: Vec<String> = pairs
        .filter(|(written, name)| written != name)
        .map(|(written, name)| format!("`{}` as `{name}`", written.replace(['\n', '\r'], " ")))
        .collect();
    if !other_spelling.is_empty() {
        notes.push(note(format!("columns read by another spelling: {}", other_spelling.join(", "))));
    }
    notes
}

/// Cells beside the table, or in columns without a name.
#[derive(Default)]
struct Beside {
    cells: u64,
    first: Option<(usize, u64)>,
}

impl Beside {
    fn count(&mut self, columns: &Columns<'_>, row: &SheetRow) {
        let unnamed = |cell: &&Cell| columns.written(cell.column).is_empty() && !cell.text.trim().is_empty();
        for cell in row.cells.iter().filter(unnamed) {
            self.cells += 1;
            self.first.get_or_insert((cell.column, row.number));
        }
    }

    fn note(&self, place: Place) -> Option<Finding> {
        let (column, row) = self.first?;
        let first = format!("{}{row}", letters(column));
        let sentence = match self.cells {
            1 => format!("1 cell stands in a column without a name and is not used: {first}"),
            cells => {
                format!(
                    "{cells} cells stand in columns without a name and are not used, the first in {first}"
                )
            }
        };
        let file = place.file.clone();
        Some(Finding::new(&rules::FOUND_IN_WORKBOOK, Severity::Note, file, Some(place), sentence))
    }
}

/// The letters of a column that is counted from 0, as a spreadsheet shows them: `A`, `Z`, `AA`.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default());
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests;
