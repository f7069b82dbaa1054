//! How cells look. Nothing is told by looks alone: what is to be filled in is said above the table.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::{Cell, Entry};

/// The formats of a workbook.
pub(super) struct Looks {
    /// The title of a sheet.
    pub(super) title: Format,
    /// A heading below the title.
    pub(super) heading: Format,
    /// A paragraph.
    pub(super) paragraph: Format,
    /// The header of a table.
    pub(super) header: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let text = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        Self {
            title: Format::new().set_bold().set_font_size(16),
            heading: text.clone().set_bold().set_font_size(13),
            paragraph: text.clone(),
            header: text.set_bold().set_border_bottom(FormatBorder::Medium),
        }
    }

    /// How `cell` looks in a column that is to be filled in, or is locked.
    pub(super) fn cell(cell: &Cell, entry: Entry) -> Format {
        let format = Self::column(entry);
        match cell {
            Cell::Text(text) if is_like_formula(text) => format.set_quote_prefix(),
            Cell::Empty | Cell::Text(_) => format,
            Cell::Count(_) | Cell::Number { digits: 0, .. } => format.set_num_format("0"),
            Cell::Number { digits, .. } => {
                format.set_num_format(format!("0.{}", "0".repeat(usize::from(*digits))))
            }
            Cell::Day(_) => format.set_num_format(DAY),
            Cell::Moment(moment) if moment.format("%S").to_string() == "00" => format.set_num_format(MOMENT),
            Cell::Moment(_) => format.set_num_format("dd/mm/yyyy hh:mm:ss"),
        }
    }

    /// How a cell of a column looks that has nothing in it.
    pub(super) fn column(entry: Entry) -> Format {
        let format = Format::new().set_align(FormatAlign::Top).set_text_wrap();
        match entry {
            Entry::Locked => format,
            Entry::Fill => format
                .set_unlocked()
                .set_background_color(Color::RGB(0x00FF_F9E5))
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x0080_8080)),
        }
    }
}

/// How days are shown, and what stands in a CSV file that a spreadsheet saves of the table: what [`crate::day`] reads.
pub(super) const DAY: &str = "dd/mm/yyyy";
/// How moments are shown.
pub(super) const MOMENT: &str = "dd/mm/yyyy hh:mm";

/// Whether a spreadsheet would take the text for a formula if it were typed.
fn is_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\''])
}
