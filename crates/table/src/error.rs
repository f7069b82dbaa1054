//! Why a file could not be read.

use rulebook::Place;

/// Why a file could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes are not UTF-8 text.
    #[error("{place}: not UTF-8 text (byte 0x{byte:02X}); in a spreadsheet choose `CSV UTF-8` when saving")]
    NotText {
        /// The first byte that is not text.
        place: Place,
        /// That byte.
        byte: u8,
    },
    /// A PDF, an old workbook or another known kind of file where text was expected; settings are text, and no workbook will do.
    #[error("{place}: this is {kind}, not text; save it as `CSV UTF-8`")]
    OtherKind {
        /// The file.
        place: Place,
        /// What its first bytes say it is.
        kind: &'static str,
    },
    /// A quoted cell is opened and never closed: the file is torn, or a quotation mark is missing.
    #[error("{place}: a quoted cell is opened here and never closed; the file may be torn")]
    OpenQuote {
        /// Where it is opened.
        place: Place,
    },
    /// There is no header line.
    #[error("{place}: the file is empty; expected a header line `{header}`")]
    Empty {
        /// The file.
        place: Place,
        /// The header it should have.
        header: String,
    },
    /// The cells are separated by something else than commas.
    #[error(
        "{place}: the cells are separated by {separator}, expected commas; save the table as `CSV UTF-8` with commas"
    )]
    Separator {
        /// The header line.
        place: Place,
        /// What separates them: `semicolons` or `tabs`.
        separator: &'static str,
    },
    /// A needed column is missing.
    #[error("{place}: no column `{column}` ({holds}); the columns are: {found}")]
    MissingColumn {
        /// The header line.
        place: Place,
        /// The column that is needed.
        column: &'static str,
        /// What it holds.
        holds: &'static str,
        /// The columns that are there.
        found: String,
    },
    /// Two columns have the same name.
    #[error("{place}: two columns are called `{column}`")]
    DuplicateColumn {
        /// The header line.
        place: Place,
        /// The name they share.
        column: String,
    },
    /// No sheet of a workbook has the needed columns.
    #[error("{place}: none of the sheets has every needed column: {sheets}")]
    NoSheet {
        /// The workbook.
        place: Place,
        /// The sheets, and what each lacks.
        sheets: String,
    },
    /// Several sheets of a workbook have the needed columns, and nobody said which is meant.
    #[error("{place}: several sheets have the needed columns: {sheets}; name the one that is meant")]
    SeveralSheets {
        /// The workbook.
        place: Place,
        /// Their names.
        sheets: String,
    },
    /// The sheet that was named is not there.
    #[error("{place}: no sheet `{sheet}`; the sheets are: {sheets}")]
    UnknownSheet {
        /// The workbook.
        place: Place,
        /// The name that was asked for.
        sheet: String,
        /// The names that are there.
        sheets: String,
    },
    /// A workbook is damaged, or no spreadsheet program wrote it.
    #[error(
        "{place}: the workbook cannot be read ({part}: {reason}); open it in a spreadsheet and save it again"
    )]
    TornWorkbook {
        /// The workbook, and the sheet if one is to blame.
        place: Place,
        /// The part of it that is at fault.
        part: String,
        /// What is wrong with the part.
        reason: String,
    },
    /// A workbook would take more memory than a workbook of its size should.
    #[error(
        "{place}: {what} is larger than is read from a workbook of this size; save the table as `CSV UTF-8`"
    )]
    TooLarge {
        /// The workbook, and the sheet if one is to blame.
        place: Place,
        /// What is too large.
        what: String,
    },
    /// A Parquet file, where the feature that reads them was not built in.
    #[error(
        "{place}: this is a Parquet file; build the command with `--features parquet`, or save the table as `CSV UTF-8`"
    )]
    ParquetNotBuilt {
        /// The file.
        place: Place,
    },
    /// A Parquet file is damaged, or is none.
    #[error("{place}: the Parquet file cannot be read ({reason}); write it again")]
    TornParquet {
        /// The file.
        place: Place,
        /// What is wrong, in the words of the library that reads it.
        reason: String,
    },
    /// A column of a Parquet file holds lists or records.
    #[error("{place}: the column `{column}` holds more than one value a row; write a table of plain columns")]
    NestedColumn {
        /// The file.
        place: Place,
        /// The column, with its parts.
        column: String,
    },
    /// A text where only a workbook will do.
    #[error("{place}: this is text, and no workbook")]
    NoWorkbook {
        /// The file.
        place: Place,
    },
    /// A workbook can only be opened with a password.
    #[error("{place}: the workbook is locked with a password; save a copy without one")]
    Locked {
        /// The workbook.
        place: Place,
    },
    /// A mapping contradicts itself, our tables, or the file that it maps.
    #[error("{place}: {fault}")]
    Mapping {
        /// The file of settings; or the header that it does not fit.
        place: Place,
        /// What is wrong.
        fault: crate::MappingFault,
    },
    /// A settings file does not say what it should.
    #[error("{place}: {message}")]
    Settings {
        /// Where the fault is.
        place: Place,
        /// What is wrong, in the words of the parser.
        message: String,
    },
}

impl ReadError {
    /// Where the file could not be read.
    #[must_use]
    pub const fn place(&self) -> &Place {
        match self {
            Self::NotText { place, .. }
            | Self::OtherKind { place, .. }
            | Self::OpenQuote { place }
            | Self::Empty { place, .. }
            | Self::Separator { place, .. }
            | Self::MissingColumn { place, .. }
            | Self::DuplicateColumn { place, .. }
            | Self::NoSheet { place, .. }
            | Self::SeveralSheets { place, .. }
            | Self::UnknownSheet { place, .. }
            | Self::TornWorkbook { place, .. }
            | Self::TooLarge { place, .. }
            | Self::ParquetNotBuilt { place }
            | Self::TornParquet { place, .. }
            | Self::NestedColumn { place, .. }
            | Self::NoWorkbook { place }
            | Self::Mapping { place, .. }
            | Self::Locked { place }
            | Self::Settings { place, .. } => place,
        }
    }
}
