//! A sheet with one table.

use std::collections::BTreeSet;

use rust_xlsxwriter::{ProtectionOptions, Table, TableColumn, TableStyle, Worksheet, XlsxError};

use super::{
    Cell, Entry, Holds, SheetColumn, TableSheet, WorkbookError,
    lists::Lists,
    looks::{self, Looks},
    sheet_names,
    validation::{self, length},
};

/// How long the text of a cell may be.
pub(super) const LONGEST: usize = 32_767;
/// The number by which Excel knows the paper.
pub(super) const A4: u8 = 9;
/// Excel keeps 15 digits of a number.
const MOST_DIGITS: u64 = 999_999_999_999_999;

pub(super) fn check(sheet: &TableSheet) -> Result<(), WorkbookError> {
    if sheet.columns.is_empty() {
        return Err(WorkbookError::NoColumns { sheet: sheet.name.clone() });
    }
    let mut headers = BTreeSet::new();
    for column in &sheet.columns {
        if column.header.trim().is_empty() || !headers.insert(column.header.to_lowercase()) {
            return Err(WorkbookError::Header { sheet: sheet.name.clone(), header: column.header.clone() });
        }
        check_length(&sheet.name, &column.header, &column.header, validation::LONGEST)?;
        check_length(&sheet.name, &column.header, &column.help, validation::LONGEST)?;
    }
    check_length(&sheet.name, "caption", &sheet.caption, LONGEST)?;
    for (at, row) in sheet.rows.iter().enumerate() {
        if row.len() != sheet.columns.len() {
            return Err(WorkbookError::RaggedRow {
                sheet: sheet.name.clone(),
                row: at + 1,
                cells: row.len(),
                columns: sheet.columns.len(),
            });
        }
        for (column, cell) in sheet.columns.iter().zip(row) {
            match cell {
                Cell::Text(text) => check_length(&sheet.name, &column.header, text, LONGEST)?,
                Cell::Empty | Cell::Count(_) | Cell::Number { .. } | Cell::Day(_) | Cell::Moment(_) => {}
            }
        }
    }
    Ok(())
}

/// Refuses a text that Excel would not take whole.
pub(super) fn check_length(sheet: &str, column: &str, text: &str, most: usize) -> Result<(), WorkbookError> {
    match length(text) {
        length if length > most => {
            Err(WorkbookError::LongText { sheet: sheet.to_owned(), column: column.to_owned(), length, most })
        }
        _ => Ok(()),
    }
}

/// The text without what a terminal or a printer would obey.
pub(super) fn shown(text: &str) -> String {
    text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\t'), "\u{FFFD}")
}

pub(super) fn write(
    page: &mut Worksheet,
    number: usize,
    sheet: &TableSheet,
    looks: &Looks,
    lists: &mut Lists,
) -> Result<(), WorkbookError> {
    let above = above(sheet);
    for (row, line) in (0_u32..).zip(&above) {
        let look = if row == 0 { looks.title.clone() } else { rust_xlsxwriter::Format::new() };
        page.write_string_with_format(row, 0, shown(line), &look)?;
    }
    let header = u32::try_from(above.len()).unwrap_or_default();
    let first = header + 1;
    // A table has a row, and be it a blank one.
    let last = header + u32::try_from(sheet.rows.len().max(1)).unwrap_or(u32::MAX);
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        page.set_column_width(at, column.width)?;
        if column.entry == Entry::Fill {
            page.add_data_validation(first, at, last, at, &validation::of(column, lists)?)?;
        }
    }
    for (row, cells) in (first..).zip(&sheet.rows) {
        for ((at, column), cell) in (0_u16..).zip(&sheet.columns).zip(cells) {
            write_cell(page, row, at, column, cell)?;
        }
    }
    if sheet.rows.is_empty() {
        for (at, column) in (0_u16..).zip(&sheet.columns) {
            page.write_blank(first, at, &blank(column))?;
        }
    }
    let columns: Vec<TableColumn> = sheet
        .columns
        .iter()
        .map(|column| TableColumn::new().set_header(shown(&column.header)).set_header_format(&looks.header))
        .collect();
    let table = Table::new()
        .set_name(sheet_names::of_table(&page.name(), number))
        .set_style(TableStyle::Light1)
        .set_banded_rows(false)
        .set_alt_text_title(&sheet.caption)
        .set_alt_text(format!("{} rows and {} columns.", sheet.rows.len(), sheet.columns.len()))
        .set_columns(&columns);
    let last_column = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX) - 1;
    page.add_table(header, 0, last, last_column, &table)?;
    page.set_freeze_panes(first, 0)?.set_selection(0, 0, 0, 0)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(header, header)?.set_footer("&L&A&RPage &P of &N");
    if sheet.columns.iter().any(|column| column.entry == Entry::Locked) && to_fill(sheet).is_some() {
        page.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        });
    }
    Ok(())
}

/// What stands above a table: its caption, and how to fill it in.
fn above(sheet: &TableSheet) -> Vec<String> {
    let mut lines = vec![sheet.caption.clone()];
    if let Some(columns) = to_fill(sheet) {
        lines.push(format!("Columns to fill in: {columns}."));
        if sheet.columns.iter().any(|column| column.entry == Entry::Locked) {
            lines.push(
                "The other columns are locked against slips, without a password: Review, Unprotect Sheet opens them."
                    .to_owned(),
            );
        }
    }
    lines
}

/// The columns that are to be filled in, if there are any.
fn to_fill(sheet: &TableSheet) -> Option<String> {
    let columns = sheet.columns.iter().filter(|column| column.entry == Entry::Fill);
    let columns: Vec<&str> = columns.map(|column| column.header.as_str()).collect();
    (!columns.is_empty()).then(|| columns.join(", "))
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    at: u16,
    column: &SheetColumn,
    cell: &Cell,
) -> Result<(), XlsxError> {
    let look = Looks::cell(cell, column.entry);
    match cell {
        Cell::Empty => page.write_blank(row, at, &blank(column))?,
        Cell::Text(text) if text.is_empty() => page.write_blank(row, at, &blank(column))?,
        Cell::Text(text) => page.write_string_with_format(row, at, shown(text), &look)?,
        Cell::Count(count) if *count > MOST_DIGITS => write_text(page, row, at, column, count.to_string())?,
        #[expect(clippy::cast_precision_loss, reason = "it has 15 digits at most")]
        Cell::Count(count) => page.write_number_with_format(row, at, *count as f64, &look)?,
        Cell::Number { value, .. } if !value.is_finite() => {
            write_text(page, row, at, column, value.to_string())?
        }
        Cell::Number { value, .. } => page.write_number_with_format(row, at, *value, &look)?,
        Cell::Day(day) => match validation::day(*day) {
            Ok(serial) => page.write_datetime_with_format(row, at, &serial, &look)?,
            Err(_) => write_text(page, row, at, column, day.to_string())?,
        },
        Cell::Moment(moment) => match validation::moment(*moment) {
            Ok(serial) => page.write_datetime_with_format(row, at, &serial, &look)?,
            Err(_) => write_text(page, row, at, column, moment.format("%Y-%m-%dT%H:%M:%S").to_string())?,
        },
    };
    Ok(())
}

/// Writes a text for what a spreadsheet has no number for.
fn write_text<'p>(
    page: &'p mut Worksheet,
    row: u32,
    at: u16,
    column: &SheetColumn,
    text: String,
) -> Result<&'p mut Worksheet, XlsxError> {
    page.write_string_with_format(row, at, text, &Looks::column(column.entry))
}

/// How an empty cell looks: what is written into it later takes this look.
fn blank(column: &SheetColumn) -> rust_xlsxwriter::Format {
    let look = Looks::column(column.entry);
    match column.holds {
        Holds::Day { .. } => look.set_num_format(looks::DAY),
        Holds::Moment { .. } => look.set_num_format(looks::MOMENT),
        Holds::WholeNumber { .. } => look.set_num_format("0"),
        // `@` is text: what looks like a number or a formula stays what was written.
        Holds::Text => look.set_num_format("@"),
        Holds::List(_) => look,
    }
}
