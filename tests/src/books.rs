//! Workbooks made of a table of CSV, as people send them.

use std::io::{Cursor, Write as _};

use table::workbook::{
    Cell, Entry, Holds, Line, Sheet, SheetColumn, TableSheet, TextSheet, Workbook, WorkbookError,
};

/// The table as XLSX on the sheet `Extract`, behind a cover.
///
/// # Errors
///
/// What a workbook cannot hold.
pub fn xlsx_of(table: &str) -> Result<Vec<u8>, WorkbookError> {
    let mut rows = cells_of(table).into_iter();
    let column = |header: String| SheetColumn {
        header,
        width: 12,
        holds: Holds::Text,
        entry: Entry::Locked,
        help: String::new(),
    };
    let columns = rows.next().unwrap_or_default().into_iter().map(column).collect();
    let cell = |text: String| if text.is_empty() { Cell::Empty } else { Cell::Text(text) };
    let rows = rows.map(|row| row.into_iter().map(cell).collect()).collect();
    let cover = TextSheet { name: "Cover".to_owned(), lines: vec![Line::Heading("An extract".to_owned())] };
    let table = TableSheet { name: "Extract".to_owned(), caption: "An extract".to_owned(), columns, rows };
    let workbook = Workbook {
        title: "An extract".to_owned(),
        author: "Analysis".to_owned(),
        created: rulebook::day(2026, 6, 1),
        sheets: vec![Sheet::Text(cover), Sheet::Table(table)],
    };
    workbook.bytes()
}

/// The table as ODS, on a sheet of its own.
///
/// # Errors
///
/// What the archive says.
pub fn ods_of(table: &str) -> zip::result::ZipResult<Vec<u8>> {
    let cell = |text: &String| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &Vec<String>| {
        format!("<table:table-row>{}</table:table-row>", cells.iter().map(cell).collect::<String>())
    };
    let rows: String = cells_of(table).iter().map(row).collect();
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"Extract\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_str())]
    {
        archive.start_file(name, zip::write::SimpleFileOptions::default())?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn cells_of(table: &str) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.as_bytes())
        .records()
        .filter_map(Result::ok)
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}
