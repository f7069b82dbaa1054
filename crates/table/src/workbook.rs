//! Workbooks (XLSX) that people read, and fill in: plain records of what stands in them, and their bytes.
//!
//! They keep to what the analysis function of the government asks of accessible spreadsheets: a cover sheet first, one table a sheet, marked as
//! a table and with a name, a header row, no merged cells, no blank rows or columns, nothing told by colour alone. Text is text: a cell that looks
//! like a formula is none.
//!
//! ```
//! use table::workbook::{Cell, Entry, Holds, Line, Sheet, SheetColumn, TableSheet, TextSheet, Workbook};
//!
//! let column = |header: &str, entry, holds, help: &str| SheetColumn {
//!     header: header.to_owned(),
//!     width: 20,
//!     holds,
//!     entry,
//!     help: help.to_owned(),
//! };
//! let workbook = Workbook {
//!     title: "Judgements of May 2026".to_owned(),
//!     author: "Force Crime Registrar".to_owned(),
//!     created: chrono::NaiveDate::from_ymd_opt(2026, 6, 1).ok_or("no day")?,
//!     sheets: vec![
//!         Sheet::Text(TextSheet {
//!             name: "Cover".to_owned(),
//!             lines: vec![
//!                 Line::Heading("Judgements of May 2026".to_owned()),
//!                 Line::Paragraph("One row a report. Fill in the verdict.".to_owned()),
//!             ],
//!         }),
//!         Sheet::Table(TableSheet {
//!             name: "Judgements".to_owned(),
//!             caption: "Reports to be judged".to_owned(),
//!             columns: vec![
//!                 column("report", Entry::Locked, Holds::Text, ""),
//!                 column("verdict", Entry::Fill, Holds::List(vec!["crime".to_owned(), "no crime".to_owned()]), "What is due?"),
//!             ],
//!             rows: vec![vec![Cell::Text("R1".to_owned()), Cell::Empty]],
//!         }),
//!     ],
//! };
//! let bytes = workbook.bytes()?;
//! assert!(bytes.starts_with(b"PK") && bytes == workbook.bytes()?);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod lists;
mod looks;
mod sheet_names;
pub mod sheets;
mod table_sheet;
#[cfg(test)]
mod tests;
mod text_sheet;
mod validation;

use std::collections::BTreeSet;

use chrono::{Datelike as _, NaiveDate, NaiveDateTime};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use {lists::Lists, looks::Looks};

/// How many cells the tables of a workbook may have together. A workbook is held in memory until it is written: this many cells take about half a
/// gigabyte. What is larger belongs into CSV.
pub const MOST_CELLS: u64 = 2_000_000;

/// A workbook.
#[derive(Debug, Clone, PartialEq)]
pub struct Workbook {
    /// Its title, which a screen reader says first.
    pub title: String,
    /// The post that answers for it, not the person.
    pub author: String,
    /// The day on which it says it was made; the same day gives the same bytes.
    pub created: NaiveDate,
    /// Its sheets in order: a cover first.
    pub sheets: Vec<Sheet>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Lines of text.
    Text(TextSheet),
    /// One table.
    Table(TableSheet),
}

/// A cover, or notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextSheet {
    /// Its name, as [`TableSheet::name`].
    pub name: String,
    /// What it says, a line a row.
    pub lines: Vec<Line>,
}

/// A line of a text sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The heading of what follows. The first of a sheet is its title.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
}

/// A sheet with one table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableSheet {
    /// Its name. Excel takes 31 characters and no `[]:*?/\`: a longer name is shortened, and those signs become `-`.
    pub name: String,
    /// What the table shows; it stands above it.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// One column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetColumn {
    /// Its header; no two columns of a table have the same.
    pub header: String,
    /// How wide it is, in characters.
    pub width: u16,
    /// What may be written into its cells.
    pub holds: Holds,
    /// Whether they are to be filled in.
    pub entry: Entry,
    /// What is said to a person who stands on a cell that is to be filled in: up to 255 characters, or nothing.
    pub help: String,
}

/// Whether the cells of a column are to be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// They are.
    Fill,
    /// They are locked, without a password: it keeps from slips and not from people.
    Locked,
}

/// What may be written into a cell. A spreadsheet refuses anything else, and says what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holds {
    /// Anything.
    Text,
    /// One of these, which the cell offers. A list that is too long for a cell stands on a sheet of its own.
    List(Vec<String>),
    /// A day from the first to the last, both included.
    Day {
        /// The first day, 1900 or later.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A day and a time from the first to the last, both included.
    Moment {
        /// The first moment, 1900 or later.
        from: NaiveDateTime,
        /// The last moment.
        to: NaiveDateTime,
    },
    /// A whole number from the least to the greatest, both included.
    WholeNumber {
        /// The least.
        from: i32,
        /// The greatest.
        to: i32,
    },
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, up to 32,767 characters.
    Text(String),
    /// A count. One of more than 15 digits is written as text, because a spreadsheet would round it.
    Count(u64),
    /// A number.
    Number {
        /// Its value.
        value: f64,
        /// How many digits are shown after the point.
        digits: u8,
    },
    /// A day; one before 1900 is written as text.
    Day(NaiveDate),
    /// A day and a time; one before 1900 is written as text.
    Moment(NaiveDateTime),
}

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WorkbookError {
    /// There are no sheets.
    #[error("a workbook without a sheet")]
    NoSheets,
    /// A table has no columns.
    #[error("sheet `{sheet}` has a table without columns")]
    NoColumns {
        /// The sheet.
        sheet: String,
    },
    /// Two columns have one header, or one has none.
    #[error("sheet `{sheet}`: the header `{header}` is empty or stands twice")]
    Header {
        /// The sheet.
        sheet: String,
        /// The header.
        header: String,
    },
    /// A row has more or fewer cells than there are columns.
    #[error("sheet `{sheet}`: row {row} has {cells} cells, the table has {columns} columns")]
    RaggedRow {
        /// The sheet.
        sheet: String,
        /// The row, counted from 1 without the header.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many it should have.
        columns: usize,
    },
    /// A text is longer than a cell, or a message of help longer than 255 characters.
    #[error("sheet `{sheet}`, column `{column}`: a text of {length} characters, where Excel takes {most}")]
    LongText {
        /// The sheet.
        sheet: String,
        /// The header of the column; in a text sheet the line.
        column: String,
        /// How long it is.
        length: usize,
        /// How long it may be.
        most: usize,
    },
    /// There are more cells than [`MOST_CELLS`], or more rows than a sheet has.
    #[error(
        "{cells} cells are more than a workbook takes here ({MOST_CELLS}, in at most 1,048,000 rows a sheet); write CSV"
    )]
    TooManyCells {
        /// How many there are.
        cells: u64,
    },
    /// The library that writes workbooks refuses one.
    #[error("the workbook could not be written: {0}")]
    Refused(#[from] XlsxError),
}

impl Workbook {
    /// The workbook as the bytes of an XLSX file: the same for the same workbook.
    ///
    /// # Errors
    ///
    /// [`WorkbookError`] if a sheet cannot be written whole; nothing is left out to make it fit.
    pub fn bytes(&self) -> Result<Vec<u8>, WorkbookError> {
        self.check()?;
        let mut names = BTreeSet::new();
        let mut made = rust_xlsxwriter::Workbook::new();
        let created = ExcelDateTime::from_ymd(
            u16::try_from(self.created.year()).unwrap_or_default(),
            u8::try_from(self.created.month()).unwrap_or_default(),
            u8::try_from(self.created.day()).unwrap_or_default(),
        )?;
        let properties = DocProperties::new()
            .set_title(&self.title)
            .set_author(&self.author)
            .set_creation_datetime(&created)
            .set_custom_property("Language", "en-GB");
        made.set_properties(&properties);
        let looks = Looks::new();
        // The sheet of lists comes last, so the names of the others are given first.
        let sheets: Vec<(String, &Sheet)> =
            self.sheets.iter().map(|sheet| (sheet_names::given(sheet.name(), &mut names), sheet)).collect();
        let mut lists = Lists::new(sheet_names::given("Lists", &mut names));
        for (number, (name, sheet)) in (1..).zip(&sheets) {
            let page = made.add_worksheet();
            page.set_name(name)?;
            match sheet {
                Sheet::Text(text) => text_sheet::write(page, text, &looks)?,
                Sheet::Table(table) => table_sheet::write(page, number, table, &looks, &mut lists)?,
            }
        }
        lists.write(&mut made, &looks)?;
        Ok(made.save_to_buffer()?)
    }

    fn check(&self) -> Result<(), WorkbookError> {
        if self.sheets.is_empty() {
            return Err(WorkbookError::NoSheets);
        }
        let mut all = 0_u64;
        for sheet in &self.sheets {
            match sheet {
                Sheet::Text(text) => text_sheet::check(text)?,
                Sheet::Table(table) => {
                    table_sheet::check(table)?;
                    let cells = table.columns.len() as u64 * table.rows.len() as u64;
                    all = all.saturating_add(cells);
                    if table.rows.len() > 1_048_000 || all > MOST_CELLS {
                        return Err(WorkbookError::TooManyCells { cells: all });
                    }
                }
            }
        }
        Ok(())
    }
}

impl Sheet {
    fn name(&self) -> &str {
        match self {
            Self::Text(text) => &text.name,
            Self::Table(table) => &table.name,
        }
    }
}
