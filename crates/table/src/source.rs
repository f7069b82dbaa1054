//! Bytes with the name of the file they came from.

use rulebook::Place;

/// The bytes of one input file. What they are is found out from their content, not from the name.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file, relative to the folder, with `/` between folders.
    pub file: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

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
    /// A spreadsheet, a PDF or another known kind of file where text was expected.
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
            | Self::Settings { place, .. } => place,
        }
    }
}

impl<'a> Source<'a> {
    /// The bytes of `file`.
    #[must_use]
    pub const fn new(file: &'a str, bytes: &'a [u8]) -> Self {
        Self { file, bytes }
    }

    /// The content as text, without a byte order mark.
    ///
    /// # Errors
    ///
    /// [`ReadError::OtherKind`] for a spreadsheet or another known kind, [`ReadError::NotText`] at the first byte that
    /// is not UTF-8, or at a zero byte.
    pub fn text(self) -> Result<&'a str, ReadError> {
        let kinds: [(&[u8], &str); 6] = [
            (b"PK\x03\x04", "a zipped file (a workbook, perhaps)"),
            (b"\xD0\xCF\x11\xE0", "an old Office file"),
            (b"%PDF", "a PDF"),
            (b"\xFF\xFE", "UTF-16 text"),
            (b"\xFE\xFF", "UTF-16 text"),
            (b"PAR1", "a Parquet file"),
        ];
        if let Some((_, kind)) = kinds.iter().find(|(start, _)| self.bytes.starts_with(start)) {
            return Err(ReadError::OtherKind { place: Place::file(self.file), kind });
        }
        let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(self.bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => return Err(self.not_text(bytes, error.valid_up_to())),
        };
        match bytes.iter().position(|byte| *byte == 0) {
            Some(at) => Err(self.not_text(bytes, at)),
            None => Ok(text),
        }
    }

    fn not_text(self, bytes: &[u8], at: usize) -> ReadError {
        let before = bytes.get(..at).unwrap_or(bytes);
        let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
        let line = before.split(|byte| *byte == b'\n').count() as u64;
        ReadError::NotText {
            place: Place::row(self.file, line).at((at - line_start + 1).to_string()),
            byte: bytes.get(at).copied().unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_not_content() {
        assert_eq!(Source::new("a.csv", b"\xEF\xBB\xBFunit\n").text(), Ok("unit\n"));
    }

    #[test]
    fn a_pound_sign_of_windows_is_located() {
        let error = Source::new("a.csv", b"item,cost\nrent,\xA350\n").text().unwrap_err();
        assert!(
            error.to_string().starts_with("a.csv, line 2, column 6: not UTF-8 text (byte 0xA3)"),
            "{error}"
        );
    }

    #[test]
    fn a_workbook_is_named_for_what_it_is() {
        let error = Source::new("a.csv", b"PK\x03\x04....").text().unwrap_err();
        assert!(error.to_string().contains("a zipped file"), "{error}");
    }
}
