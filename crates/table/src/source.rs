//! Bytes with the name of the file they came from.

use rulebook::Place;

use crate::ReadError;

/// The bytes of one input file. What they are is found out from their content, not from the name.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// The file, relative to the folder, with `/` between folders.
    pub file: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
    /// The sheet that is meant, if it is a workbook of several; else the one sheet that has the needed columns.
    pub sheet: Option<&'a str>,
}

impl<'a> Source<'a> {
    /// The bytes of `file`.
    #[must_use]
    pub const fn new(file: &'a str, bytes: &'a [u8]) -> Self {
        Self { file, bytes, sheet: None }
    }

    /// The same workbook, and which of its sheets is meant. A file of text has none, and the name says nothing of it.
    #[must_use]
    pub const fn sheet(self, name: &'a str) -> Self {
        Self { sheet: Some(name), ..self }
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
        Self { bytes, ..self }.utf8()
    }

    /// The bytes as text, whatever they begin with.
    pub(crate) fn utf8(self) -> Result<&'a str, ReadError> {
        let bytes = self.bytes;
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
