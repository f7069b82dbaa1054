//! A workbook, XLSX or ODS, read row by row: only cells that hold something, in the order of the file.
//!
//! The readers are our own because a workbook from outside is hostile until shown otherwise: sizes are counted while unpacking, repeated
//! cells count each time, no cell that is not written takes memory, and nothing is kept of fonts and colours.

#[cfg(test)]
mod hostile;
mod ods;
pub(crate) mod value;
mod xlsx;
mod xml;

use std::{fmt, io::Cursor, ops::ControlFlow};

use rulebook::Place;

use crate::{ReadError, Source};

/// How far down a sheet its header is looked for.
pub(crate) const HEAD: u64 = 21;

/// Excel's own limits.
const ROWS: u64 = 1_048_576;
const COLUMNS: usize = 16_384;
/// A sheet costs little to write and something to read.
const SHEETS: usize = 1_000;

/// A workbook.
pub(crate) struct Book<'a> {
    file: &'a str,
    bytes: usize,
    zip: xml::Zip<'a>,
    kind: Kind,
    /// The sheets in the order of the workbook, hidden ones too.
    pub(crate) sheets: Vec<Sheet>,
}

/// One sheet, with its first rows.
pub(crate) struct Sheet {
    /// Its name.
    pub(crate) name: String,
    /// The rows among the first [`HEAD`] that hold something.
    pub(crate) head: Vec<SheetRow>,
}

/// A row of a sheet that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// Its number, as the spreadsheet shows it.
    pub number: u64,
    /// Its cells from left to right.
    pub cells: Vec<Cell>,
}

/// A cell that holds something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its column, counted from 0.
    pub column: usize,
    /// What it says.
    pub text: String,
    /// Whether that is a value, or why there is none.
    pub kind: CellKind,
}

/// Whether a cell has a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// The text is its value.
    Value,
    /// The text is the error that a formula gave: `#REF!`.
    Broken,
}

enum Kind {
    Xlsx(Box<xlsx::Parts>),
    Ods,
}

/// Why a workbook cannot be read; a [`ReadError`] without its place.
#[derive(Debug)]
pub(crate) enum Fault {
    Torn { part: String, reason: String },
    TooLarge { what: String },
    Locked,
    Other { kind: &'static str },
}

impl Fault {
    fn torn(part: &str, reason: impl fmt::Display) -> Self {
        Self::Torn { part: part.to_owned(), reason: reason.to_string() }
    }

    fn at(self, place: Place) -> ReadError {
        match self {
            Self::Torn { part, reason } => ReadError::TornWorkbook { place, part, reason },
            Self::TooLarge { what } => ReadError::TooLarge { place, what },
            Self::Locked => ReadError::Locked { place },
            Self::Other { kind } => ReadError::OtherKind { place, kind },
        }
    }
}

/// What the rows of a sheet may still come to. One text that is stored once may stand in a million cells, and one row may be repeated.
pub(super) struct Budget {
    cells: u64,
    bytes: u64,
}

impl Budget {
    const HEADS: Self = Self { cells: 1_000_000, bytes: 64 << 20 };

    /// What a sheet of a file of this many bytes may come to: a cell seldom takes less than a byte, even of a zipped file.
    fn of_sheet(bytes: usize) -> Self {
        let cells = (bytes as u64).saturating_mul(20).clamp(1_000_000, 30_000_000);
        Self { cells, bytes: xml::limit(bytes).saturating_mul(2) }
    }

    fn spend(&mut self, row: &SheetRow) -> Result<(), Fault> {
        let bytes: usize = row.cells.iter().map(|cell| cell.text.len()).sum();
        let left = (self.cells.checked_sub(row.cells.len() as u64), self.bytes.checked_sub(bytes as u64));
        let (Some(cells), Some(bytes)) = left else {
            return Err(Fault::TooLarge { what: "the sheet with every cell written out".to_owned() });
        };
        *self = Self { cells, bytes };
        Ok(())
    }
}

impl<'a> Book<'a> {
    /// Whether these bytes are a zipped file, as XLSX and ODS are, or an Office file that hides one behind a password.
    pub(crate) fn is_one(bytes: &[u8]) -> bool {
        bytes.starts_with(b"PK\x03\x04") || locked(bytes)
    }

    /// Opens a workbook and reads the first rows of every sheet.
    pub(crate) fn open(source: Source<'a>) -> Result<Self, ReadError> {
        let place = || Place::file(source.file);
        if locked(source.bytes) {
            return Err(Fault::Locked.at(place()));
        }
        let zip = zip::ZipArchive::new(Cursor::new(source.bytes));
        let mut zip = zip.map_err(|error| Fault::torn("the zipped file", error).at(place()))?;
        let limit = xml::limit(source.bytes.len());
        let (kind, sheets) = sheets(&mut zip, limit).map_err(|fault| fault.at(place()))?;
        Ok(Self { file: source.file, bytes: source.bytes.len(), zip, kind, sheets })
    }

    /// Gives each row of a sheet to `each` until it has enough. `at` counts [`Book::sheets`] from 0.
    pub(crate) fn rows(
        &mut self,
        at: usize,
        mut each: impl FnMut(SheetRow) -> ControlFlow<()>,
    ) -> Result<(), ReadError> {
        let limit = xml::limit(self.bytes);
        let mut budget = Budget::of_sheet(self.bytes);
        let mut row = |row: SheetRow| {
            budget.spend(&row)?;
            Ok(each(row))
        };
        let read = match &self.kind {
            Kind::Xlsx(parts) => parts.rows(&mut self.zip, at, limit, &mut row),
            Kind::Ods => ods::rows(&mut self.zip, at, limit, &mut row),
        };
        let name = self.sheets.get(at).map(|sheet| sheet.name.clone());
        read.map_err(|fault| fault.at(Place { sheet: name, ..Place::file(self.file) }))
    }
}

fn sheets(zip: &mut xml::Zip<'_>, limit: u64) -> Result<(Kind, Vec<Sheet>), Fault> {
    let mut budget = Budget::HEADS;
    if zip.index_for_name("[Content_Types].xml").is_some() {
        let parts = xlsx::Parts::read(zip, limit)?;
        let mut sheets = Vec::new();
        for (at, name) in parts.sheet_names().enumerate() {
            let mut head = Vec::new();
            parts.rows(zip, at, limit, &mut |row| {
                if row.number > HEAD {
                    return Ok(ControlFlow::Break(()));
                }
                budget.spend(&row)?;
                head.push(row);
                Ok(ControlFlow::Continue(()))
            })?;
            sheets.push(Sheet { name: name.to_owned(), head });
        }
        Ok((Kind::Xlsx(Box::new(parts)), sheets))
    } else if zip.index_for_name("mimetype").is_some() {
        Ok((Kind::Ods, ods::sheets(zip, limit, &mut budget)?))
    } else {
        Err(Fault::Other { kind: "a zipped file that holds no workbook" })
    }
}

/// Office puts a workbook with a password into a file of another kind, with this name inside.
fn locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xD0\xCF\x11\xE0") && bytes.windows(name.len()).any(|window| window == name)
}
