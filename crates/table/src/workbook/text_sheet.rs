//! Covers and notes.

use rust_xlsxwriter::Worksheet;

use super::{Line, TextSheet, WorkbookError, looks::Looks, table_sheet};

/// How wide the one column is, in characters: a line that is read without moving the head.
const WIDTH: u16 = 72;
/// How high a line of it is, in points; a cell with several lines shows them all only if its row is told to be so high.
const HEIGHT: u32 = 16;

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
        page.set_row_height(row, HEIGHT * lines(text))?;
    }
    page.set_paper_size(table_sheet::A4).set_print_fit_to_pages(1, 0);
    Ok(())
}

/// How many lines a text takes, words kept whole; rather one too many than one too few.
fn lines(text: &str) -> u32 {
    let most = usize::from(WIDTH);
    let (mut lines, mut column) = (1, 0);
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            (lines, column) = (lines + 1, 0);
        }
        for word in line.split(' ') {
            let long = word.chars().count();
            if column > 0 && column + long > most {
                (lines, column) = (lines + 1, 0);
            }
            lines += u32::try_from(long / most).unwrap_or_default();
            column += long % most + 1;
        }
    }
    // A row cannot be higher than 409 points.
    lines.min(25)
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn words_are_kept_whole() {
        assert_eq!(lines(""), 1);
        assert_eq!(lines("two\nlines"), 2);
        // Seven words of ten letters and their spaces are 76 of 72 characters.
        assert_eq!(lines(&["abcdefghij"; 6].join(" ")), 1);
        assert_eq!(lines(&["abcdefghij"; 7].join(" ")), 2);
        assert_eq!(lines(&"x".repeat(145)), 3);
    }
}
