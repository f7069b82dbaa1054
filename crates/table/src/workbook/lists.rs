//! Lists that are too long for a cell, on a sheet of their own.

use rust_xlsxwriter::{Formula, Table, TableColumn, Worksheet};

use super::{WorkbookError, looks::Looks, sheet_names};

/// The lists of a workbook, each once.
pub(super) struct Lists {
    sheet: String,
    lists: Vec<(String, Vec<String>)>,
}

impl Lists {
    pub(super) const fn new(sheet: String) -> Self {
        Self { sheet, lists: Vec::new() }
    }

    /// Where the list will stand. Columns with the same values share one.
    pub(super) fn range(&mut self, header: &str, values: &[String]) -> Formula {
        let at = self.lists.iter().position(|(_, known)| known == values).unwrap_or_else(|| {
            let same = self.lists.iter().filter(|(known, _)| known.starts_with(header)).count();
            let header = if same == 0 { header.to_owned() } else { format!("{header} ({})", same + 1) };
            self.lists.push((header, values.to_vec()));
            self.lists.len() - 1
        });
        let column = crate::sheet::letters(at * 2);
        let sheet = self.sheet.replace('\'', "''");
        Formula::new(format!(
            "='{sheet}'!${column}${}:${column}${}",
            FIRST + 1,
            FIRST as usize + values.len()
        ))
    }

    /// Writes the sheet, if there is anything to put on it: each list a table, with a column between, since two tables must not touch.
    pub(super) fn write(
        &self,
        made: &mut rust_xlsxwriter::Workbook,
        looks: &Looks,
    ) -> Result<(), WorkbookError> {
        if self.lists.is_empty() {
            return Ok(());
        }
        let mut page = Worksheet::new();
        page.set_name(&self.sheet)?;
        page.write_string_with_format(
            0,
            0,
            "Lists from which cells of this workbook offer values",
            &looks.title,
        )?;
        for (at, (header, values)) in self.lists.iter().enumerate() {
            let column = u16::try_from(at * 2).unwrap_or(u16::MAX);
            let last = FIRST + u32::try_from(values.len()).unwrap_or(u32::MAX) - 1;
            let width = values.iter().map(|value| value.chars().count()).max().unwrap_or(0).clamp(12, 60);
            page.set_column_width(column, u16::try_from(width).unwrap_or(60) + 4)?;
            for (row, value) in (FIRST..).zip(values) {
                page.write_string(row, column, value)?;
            }
            let table = Table::new()
                .set_name(sheet_names::of_table(header, at + 1).replacen("table", "list", 1))
                .set_alt_text_title(header)
                .set_alt_text(format!("The values that may be written into cells called {header}."))
                .set_autofilter(false)
                .set_columns(&[TableColumn::new().set_header(header).set_header_format(&looks.header)]);
            page.add_table(FIRST - 1, column, last, column, &table)?;
        }
        page.protect();
        made.push_worksheet(page);
        Ok(())
    }
}

/// The row of the first value, counted from 0.
const FIRST: u32 = 2;
