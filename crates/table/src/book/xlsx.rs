//! XLSX: the parts of ECMA-376 that hold values.

mod parts;
mod text;

use std::{borrow::Cow, collections::BTreeSet, ops::ControlFlow};

use super::{
    COLUMNS, Cell, CellKind, Fault, ROWS, SHEETS, SheetRow,
    value::{self, Epoch, Shown},
    xml::{Token, Xml, Zip, attribute},
};
use {
    parts::{Strings, formats, joined, relationships, required, sheet_ids, strings},
    text::{decoded, plain_text, rich_text},
};

/// What one has to know of a workbook to read its sheets.
#[derive(Debug)]
pub(crate) struct Parts {
    /// Name and part of each sheet.
    sheets: Vec<(String, String)>,
    epoch: Epoch,
    strings: Strings,
    /// How each cell format shows a number.
    formats: Vec<Shown>,
}

/// Texts and formats are kept, sheets pass by: so these parts have a narrower limit.
const KEPT: u64 = 256 << 20;

impl Parts {
    /// Reads everything but the sheets.
    pub(crate) fn read(zip: &mut Zip<'_>, limit: u64) -> Result<Self, Fault> {
        let limit = limit.min(KEPT);
        let other = Fault::Other { kind: "an Office file, and no XLSX workbook" };
        let of_package = relationships(zip, "_rels/.rels", limit)?;
        let Some(workbook) = of_package.into_values().find(|to| to.kind.ends_with("/officeDocument")) else {
            return Err(other);
        };
        let workbook = joined("", &workbook.target);
        if !workbook.ends_with(".xml") {
            return Err(other);
        }
        let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        let prefix = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let related = relationships(zip, &format!("{prefix}_rels/{file}.rels"), limit)?;
        let (epoch, ids) = sheet_ids(zip, &workbook, limit)?.ok_or(other)?;
        let mut sheets = Vec::new();
        for (name, id) in ids {
            // Charts are sheets too, of another kind.
            match related.get(&id) {
                Some(to) if to.kind.ends_with("/worksheet") => {
                    sheets.push((name, joined(folder, &to.target)));
                }
                Some(_) | None => {}
            }
        }
        if sheets.len() > SHEETS {
            return Err(Fault::TooLarge { what: format!("the list of sheets, of which {SHEETS} are read,") });
        }
        // A sheet that is there a thousand times costs nothing to write.
        let mut parts = BTreeSet::new();
        if let Some((_, part)) = sheets.iter().find(|(_, part)| !parts.insert(part.as_str())) {
            return Err(Fault::torn(part, "two sheets are one"));
        }
        let part = |kind: &str| {
            let found = related.values().find(|to| to.kind.ends_with(kind));
            found.map(|to| joined(folder, &to.target))
        };
        let strings = match part("/sharedStrings") {
            Some(name) => strings(zip, &name, limit)?,
            None => Strings::default(),
        };
        let formats = match part("/styles") {
            Some(name) => formats(zip, &name, limit)?,
            None => Vec::new(),
        };
        Ok(Self { sheets, epoch, strings, formats })
    }

    /// The names of the sheets in order.
    pub(crate) fn sheet_names(&self) -> impl Iterator<Item = &str> {
        self.sheets.iter().map(|(name, _)| name.as_str())
    }

    /// Gives each row of a sheet that holds something to `each`, until it has enough.
    pub(crate) fn rows(
        &self,
        zip: &mut Zip<'_>,
        at: usize,
        limit: u64,
        each: &mut impl FnMut(SheetRow) -> Result<ControlFlow<()>, Fault>,
    ) -> Result<(), Fault> {
        let Some((_, part)) = self.sheets.get(at) else { return Ok(()) };
        let mut xml = required(zip, part, limit)?;
        let mut before = 0;
        loop {
            let number = match xml.next()? {
                Token::Open(element) if element.local_name().as_ref() == "row" => {
                    attribute(&element, "r").map(|number| number.parse::<u64>().unwrap_or(0))
                }
                Token::Close(name) if name == "sheetData" => return Ok(()),
                Token::Open(_) | Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
                Token::End => return Err(xml.cut_short()),
            };
            let number = number.unwrap_or(before + 1);
            if number <= before || number > ROWS {
                return Err(xml.fault(format!("row {number} after row {before}")));
            }
            before = number;
            let cells = self.cells(&mut xml, number)?;
            if !cells.is_empty() && each(SheetRow { number, cells })?.is_break() {
                return Ok(());
            }
        }
    }

    /// The cells of the row that was just opened.
    fn cells(&self, xml: &mut Xml<'_, '_>, row: u64) -> Result<Vec<Cell>, Fault> {
        let mut cells: Vec<Cell> = Vec::new();
        let mut next = 0;
        loop {
            let (place, kind, format) = match xml.next()? {
                Token::Open(element) if element.local_name().as_ref() == "c" => (
                    attribute(&element, "r").map(Cow::into_owned),
                    attribute(&element, "t").map(Cow::into_owned).unwrap_or_default(),
                    attribute(&element, "s").and_then(|format| format.parse::<usize>().ok()),
                ),
                Token::Close(name) if name == "row" => return Ok(cells),
                Token::Open(_) | Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
                Token::End => return Err(xml.cut_short()),
            };
            let column = match &place {
                None => next,
                Some(place) => match position(place) {
                    Some((column, of_row)) if of_row == row && column >= next => column,
                    _ => return Err(xml.fault(format!("cell `{place}` out of its order in row {row}"))),
                },
            };
            if column >= COLUMNS {
                return Err(xml.fault(format!("a cell in column {}, and a sheet has {COLUMNS}", column + 1)));
            }
            next = column + 1;
            let (text, kind) = match value_of(xml)? {
                Value::Saved(raw) => self.meant(xml, raw, &kind, format)?,
                // A formula may give an empty text, and says then that it is one.
                Value::NotSaved if kind == "str" => continue,
                Value::NotSaved => ("a formula whose value was not saved".to_owned(), CellKind::Broken),
            };
            if !text.is_empty() {
                cells.push(Cell { column, text, kind });
            }
        }
    }

    /// What a cell says whose type is `kind` and whose value is written as `raw`.
    fn meant(
        &self,
        xml: &Xml<'_, '_>,
        raw: String,
        kind: &str,
        format: Option<usize>,
    ) -> Result<(String, CellKind), Fault> {
        let text = match kind {
            "e" => return Ok((raw, CellKind::Broken)),
            "s" if !raw.is_empty() => {
                let text = raw.trim().parse().ok().and_then(|at| self.strings.get(at));
                let no_text = || xml.fault(format!("a cell refers to text {raw}, which is not there"));
                text.ok_or_else(no_text)?.to_owned()
            }
            "b" => value::truth(raw.trim()),
            "d" => value::iso(raw.trim(), ""),
            "str" | "inlineStr" => decoded(raw),
            _ => match raw.trim().parse::<f64>() {
                Ok(number) if number.is_finite() => {
                    let shown = format.and_then(|at| self.formats.get(at)).copied().unwrap_or_default();
                    shown.text(number, self.epoch)
                }
                Ok(_) | Err(_) => raw,
            },
        };
        Ok((text, CellKind::Value))
    }
}

/// The value of a cell as it is written.
enum Value {
    Saved(String),
    /// There is a formula and no value: the program that wrote it does not calculate.
    NotSaved,
}

/// The value of the cell that was just opened. Formulas are passed over: what they gave last is written beside them.
fn value_of(xml: &mut Xml<'_, '_>) -> Result<Value, Fault> {
    let (mut value, mut formula) = (String::new(), false);
    loop {
        let element = match xml.next()? {
            Token::Open(element) => element.local_name().as_ref().to_owned(),
            Token::Close(name) if name == "c" => {
                return Ok(if formula && value.is_empty() { Value::NotSaved } else { Value::Saved(value) });
            }
            Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
            Token::End => return Err(xml.cut_short()),
        };
        match element.as_str() {
            "v" => value = plain_text(xml)?,
            "is" => value = rich_text(xml, "is")?,
            _ => {
                formula |= element == "f";
                xml.skip()?;
            }
        }
    }
}

/// Column, counted from 0, and row of `B7`.
fn position(place: &str) -> Option<(usize, u64)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = place.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    Some((column - 1, row.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_by_their_letters() {
        for (place, found) in [
            ("A1", Some((0, 1))),
            ("b7", Some((1, 7))),
            ("AA10", Some((26, 10))),
            ("XFD1048576", Some((16_383, 1_048_576))),
            ("1", None),
            ("A", None),
            ("A0x", None),
            ("AAAA1", None),
            ("é1", None),
            ("A99999999999999999999999", None),
        ] {
            assert_eq!(position(place), found, "{place}");
        }
    }
}
