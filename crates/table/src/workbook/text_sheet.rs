//! Covers and notes.

use rust_xlsxwriter::Worksheet;

use super::{Line, TextSheet, WorkbookError, looks::Looks, table_sheet};

/// How wide the one column is, in characters: a line that is read without moving the head.
const WIDTH: u16 = 90;

pub(super) fn check(sheet: &TextSheet) -> Result<(), WorkbookError> {
    for (at, line) in sheet.lines.iter().enumerate() {
        let (Line::Heading(text) | Line::Paragraph(text)) = line;
        table_sheet::check_length(&sheet.name, &format!("line {}", at + 1), text, table_sheet::LONGEST)?;
    }
    Ok(())
}

pub(super) fn write(page: &mut Worksheet, sheet: &TextSheet, looks: &Looks) -> Result<(), WorkbookError> {
    page.set_column_width(0, WIDTH)?;
    for (row, line) in (0_u32..).zip(&sheet.lines) {
        let (text, look) = match line {
            Line::Heading(text) if row == 0 => (text, &looks.title),
            Line::Heading(text) => (text, &looks.heading),
            Line::Paragraph(text) => (text, &looks.paragraph),
        };
        page.write_string_with_format(row, 0, table_sheet::shown(text), look)?;
    }
    page.set_paper_size(table_sheet::A4).set_print_fit_to_pages(1, 0);
    Ok(())
}
