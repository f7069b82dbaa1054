//! ODS: the tables of an `OpenDocument` spreadsheet.

use std::{borrow::Cow, ops::ControlFlow};

use quick_xml::events::BytesStart;

use super::{
    Budget, COLUMNS, Cell, CellKind, Fault, HEAD, ROWS, SHEETS, Sheet, SheetRow, value,
    xml::{self, Token, Xml, Zip, attribute},
};

/// A text that is repeated along a row may come to this many bytes.
const REPEATED: usize = 1 << 20;

/// Every sheet with its first rows.
pub(crate) fn sheets(zip: &mut Zip<'_>, limit: u64, budget: &mut Budget) -> Result<Vec<Sheet>, Fault> {
    check_kind(zip, limit)?;
    let mut xml = content(zip, limit)?;
    let mut sheets = Vec::new();
    while let Some(name) = next_sheet(&mut xml)? {
        let mut head = Vec::new();
        sheet_rows(&mut xml, &mut |row| {
            if row.number <= HEAD {
                budget.spend(&row)?;
                head.push(row);
                Ok(ControlFlow::Continue(()))
            } else {
                Ok(ControlFlow::Break(()))
            }
        })?;
        sheets.push(Sheet { name, head });
        if sheets.len() > SHEETS {
            return Err(Fault::TooLarge { what: format!("the list of sheets, of which {SHEETS} are read,") });
        }
    }
    Ok(sheets)
}

/// Gives each row of the sheet `at` that holds something to `each`, until it has enough.
pub(crate) fn rows(
    zip: &mut Zip<'_>,
    at: usize,
    limit: u64,
    each: &mut impl FnMut(SheetRow) -> Result<ControlFlow<()>, Fault>,
) -> Result<(), Fault> {
    let mut xml = content(zip, limit)?;
    let mut passed = 0;
    while next_sheet(&mut xml)?.is_some() {
        if passed == at {
            return sheet_rows(&mut xml, each);
        }
        sheet_rows(&mut xml, &mut |_| Ok(ControlFlow::Break(())))?;
        passed += 1;
    }
    Ok(())
}

fn content<'z, 'a>(zip: &'z mut Zip<'a>, limit: u64) -> Result<Xml<'z, 'a>, Fault> {
    xml::part(zip, "content.xml", limit)?.ok_or_else(|| Fault::torn("content.xml", "the part is missing"))
}

fn check_kind(zip: &mut Zip<'_>, limit: u64) -> Result<(), Fault> {
    let mut kind = String::new();
    if let Some(mut xml) = xml::part(zip, "mimetype", limit)? {
        // Its one line is text to an XML reader too.
        if let Token::Text(text) = xml.next()? {
            kind.push_str(text.trim());
        }
    }
    if !kind.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        return Err(Fault::Other { kind: "a zipped file that holds no workbook" });
    }
    let Some(mut manifest) = xml::part(zip, "META-INF/manifest.xml", limit)? else { return Ok(()) };
    loop {
        match manifest.next()? {
            Token::Open(element) if element.local_name().as_ref() == "encryption-data" => {
                return Err(Fault::Locked);
            }
            Token::Open(_) | Token::Close(_) | Token::Text(_) | Token::Nothing => {}
            Token::End => return Ok(()),
        }
    }
}

/// Goes to the next sheet and gives its name. What was kept of other files, for formulas that refer to them, is no sheet.
fn next_sheet(xml: &mut Xml<'_, '_>) -> Result<Option<String>, Fault> {
    loop {
        let name = match xml.next()? {
            Token::Open(element) => match element.name().as_ref() {
                "table:table" => {
                    Some(attribute(&element, "table:name").map(Cow::into_owned).unwrap_or_default())
                }
                "table:tracked-changes" | "table:dde-links" => None,
                _ => continue,
            },
            Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
            Token::End => return Ok(None),
        };
        match name {
            Some(name) if !name.starts_with("'file:") => return Ok(Some(name)),
            Some(_) | None => xml.skip()?,
        }
    }
}

/// Reads to the end of the sheet that was just opened.
fn sheet_rows(
    xml: &mut Xml<'_, '_>,
    each: &mut impl FnMut(SheetRow) -> Result<ControlFlow<()>, Fault>,
) -> Result<(), Fault> {
    let mut number = 0_u64;
    let mut flow = ControlFlow::Continue(());
    loop {
        let repeated = match xml.next()? {
            Token::Open(element) => match element.name().as_ref() {
                "table:table-row" => repeated(&element, "table:number-rows-repeated"),
                // Groups of rows, and rows that are printed on every page.
                "table:table-row-group" | "table:table-header-rows" | "table:table-rows" => continue,
                _ => 0,
            },
            Token::Close(name) if name == "table" => return Ok(()),
            Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
            Token::End => return Err(xml.cut_short()),
        };
        if repeated == 0 || flow.is_break() {
            xml.skip()?;
            continue;
        }
        let cells = cells(xml)?;
        let first = number + 1;
        number = number.saturating_add(repeated);
        if cells.is_empty() {
            continue;
        }
        if number > ROWS {
            return Err(xml.fault(format!("rows down to {number}, and a sheet has {ROWS}")));
        }
        for number in first..=number {
            flow = each(SheetRow { number, cells: cells.clone() })?;
            if flow.is_break() {
                break;
            }
        }
    }
}

fn repeated(element: &BytesStart<'_>, attribute_name: &str) -> u64 {
    attribute(element, attribute_name).map_or(1, |times| times.parse().unwrap_or(1).max(1))
}

/// The cells of the row that was just opened.
fn cells(xml: &mut Xml<'_, '_>) -> Result<Vec<Cell>, Fault> {
    let mut cells = Vec::new();
    let mut column = 0_usize;
    loop {
        let written = match xml.next()? {
            Token::Open(element) => match element.name().as_ref() {
                "table:table-cell" | "table:covered-table-cell" => Some(Written::of(&element)),
                _ => None,
            },
            Token::Close(name) if name == "table-row" => return Ok(cells),
            Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
            Token::End => return Err(xml.cut_short()),
        };
        let Some(written) = written else {
            xml.skip()?;
            continue;
        };
        let shown = shown(xml)?;
        let end = column.saturating_add(usize::try_from(written.repeated).unwrap_or(usize::MAX));
        let (text, kind) = written.meant(shown);
        if !text.is_empty() {
            if end > COLUMNS {
                return Err(xml.fault(format!("a cell in column {end}, and a sheet has {COLUMNS}")));
            }
            if end - column > 1 && text.len().saturating_mul(end - column) > REPEATED {
                return Err(Fault::TooLarge { what: "one cell with its repetitions".to_owned() });
            }
            cells.extend((column..end).map(|column| Cell { column, text: text.clone(), kind }));
        }
        column = end;
    }
}

/// What is written of a cell beside what it shows.
struct Written {
    repeated: u64,
    kind: String,
    value: Option<String>,
    formula: bool,
    error: bool,
}

impl Written {
    fn of(element: &BytesStart<'_>) -> Self {
        let said = |name: &str| attribute(element, name).map(Cow::into_owned);
        let kind = said("office:value-type").unwrap_or_default();
        let value = said(match kind.as_str() {
            "date" => "office:date-value",
            "time" => "office:time-value",
            "boolean" => "office:boolean-value",
            "string" => "office:string-value",
            _ => "office:value",
        });
        Self {
            repeated: repeated(element, "table:number-columns-repeated"),
            kind,
            value,
            formula: said("table:formula").is_some(),
            error: said("calcext:value-type").is_some_and(|kind| kind == "error"),
        }
    }

    fn meant(self, shown: String) -> (String, CellKind) {
        // Older programs write an error as a number that shows one.
        let shows_error = self.formula && (shown.starts_with('#') || shown.starts_with("Err:"));
        if self.error || (shows_error && self.kind != "string") {
            return (if shown.is_empty() { "an error".to_owned() } else { shown }, CellKind::Broken);
        }
        let Some(value) = self.value else { return (shown, CellKind::Value) };
        let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
        let text = match (self.kind.as_str(), number) {
            // LibreOffice writes a truth value that a formula gave as a number that is shown as one.
            ("float", _) if shown == "TRUE" || shown == "FALSE" => value::truth(&shown),
            ("float" | "currency", Some(number)) => value::plain(number),
            ("percentage", Some(number)) => value::plain(number * 100.0) + "%",
            ("date", _) => value::iso(&value, &shown),
            ("time", _) => value::iso_time(&value),
            ("boolean", _) => value::truth(&value),
            ("string", _) => value,
            _ => shown,
        };
        (text, CellKind::Value)
    }
}

/// What the cell that was just opened shows: its paragraphs, without notes and drawings.
fn shown(xml: &mut Xml<'_, '_>) -> Result<String, Fault> {
    let mut said = String::new();
    let mut in_paragraph = 0_u32;
    let mut paragraphs = 0_u32;
    loop {
        match xml.next()? {
            Token::Open(element) => match element.name().as_ref() {
                "text:p" => {
                    if paragraphs > 0 {
                        said.push('\n');
                    }
                    paragraphs += 1;
                    in_paragraph += 1;
                }
                "text:span" | "text:a" => in_paragraph += 1,
                "text:s" => {
                    let spaces = attribute(&element, "text:c").and_then(|count| count.parse().ok());
                    said.extend(std::iter::repeat_n(' ', spaces.unwrap_or(1_usize).min(1_000)));
                    xml.skip()?;
                }
                "text:tab" => {
                    said.push('\t');
                    xml.skip()?;
                }
                "text:line-break" => {
                    said.push('\n');
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Token::Close(name) if name == "table-cell" || name == "covered-table-cell" => return Ok(said),
            Token::Close(_) => in_paragraph = in_paragraph.saturating_sub(1),
            Token::Text(text) if in_paragraph > 0 => said.push_str(&text),
            Token::Text(_) | Token::Nothing => {}
            Token::End => return Err(xml.cut_short()),
        }
    }
}
