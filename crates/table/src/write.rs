//! A table written out, safe to open in a spreadsheet.

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
#[error("row {row} has {cells} cells, the header has {columns}")]
pub struct WriteError {
    /// The row, counted from 1 without the header.
    pub row: usize,
    /// How many cells it has.
    pub cells: usize,
    /// How many it should have.
    pub columns: usize,
}

/// A CSV table with a header. Cells that would start a formula in a spreadsheet are neutralised.
///
/// # Errors
///
/// [`WriteError`] if a row has more or fewer cells than the header.
pub fn write(header: &[&str], rows: &[Vec<String>]) -> Result<Vec<u8>, WriteError> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    // Writing to memory cannot fail; were it to, the bytes would be missing and the manifest's hash would say so.
    let _ = writer.write_record(header);
    for (index, row) in rows.iter().enumerate() {
        if row.len() != header.len() {
            return Err(WriteError { row: index + 1, cells: row.len(), columns: header.len() });
        }
        let _ = writer.write_record(row.iter().map(|cell| neutral(cell)));
    }
    Ok(writer.into_inner().unwrap_or_default())
}

/// The cell, with an apostrophe before it if a spreadsheet would take it for a formula (a plain number is none), and with
/// U+FFFD for every control character but line ends and tabs, since a terminal would obey them.
#[must_use]
pub fn neutral(cell: &str) -> String {
    let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let cell = &cell.replace(obeyed, "\u{FFFD}");
    let formula = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']);
    if formula && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_text_and_a_number_stays() {
        for formula in ["=1+1", "+SUM(A1)", "-2+3", "@x", "\t=1", "  =1"] {
            assert_eq!(neutral(formula), format!("'{formula}"));
        }
        for plain in ["-3", "-2.5", "+4", "", "a=b", "98%"] {
            assert_eq!(neutral(plain), plain);
        }
    }

    #[test]
    fn what_a_terminal_would_obey_is_taken_out() {
        assert_eq!(neutral("a\u{1b}[31mb\u{7}\nc"), "a\u{FFFD}[31mb\u{FFFD}\nc");
    }

    #[test]
    fn a_ragged_row_is_refused() {
        let error = write(&["a", "b"], &[vec!["1".into()]]).unwrap_err();
        assert_eq!(error.to_string(), "row 1 has 1 cells, the header has 2");
    }
}
