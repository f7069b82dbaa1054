//! XLSX: the parts of ECMA-376 that hold values.

use std::{borrow::Cow, collections::BTreeMap, ops::ControlFlow};

use super::{
    COLUMNS, Cell, CellKind, Fault, ROWS, SheetRow,
    value::{self, Epoch, Shown},
    xml::{self, Token, Xml, Zip, attribute, attribute_by_local_name},
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

/// The texts that cells refer to by number, in one piece.
#[derive(Debug, Default)]
struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    fn get(&self, at: usize) -> Option<&str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }
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

/// Where a relationship of one part with another leads.
struct To {
    kind: String,
    target: String,
}

fn relationships(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<BTreeMap<String, To>, Fault> {
    let mut found = BTreeMap::new();
    let mut xml = required(zip, part, limit)?;
    loop {
        match xml.next()? {
            Token::Open(element) if element.local_name().as_ref() == "Relationship" => {
                let said = |name: &str| attribute(&element, name).map(Cow::into_owned).unwrap_or_default();
                found.insert(said("Id"), To { kind: said("Type"), target: said("Target") });
            }
            Token::Open(_) | Token::Close(_) | Token::Text(_) | Token::Nothing => {}
            Token::End => return Ok(found),
        }
    }
}

/// The part that `target` names, seen from `folder`.
fn joined(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut steps: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split(['/', '\\'])) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Names of sheets, each with its relationship.
type Named = Vec<(String, String)>;

/// The epoch, and name and relationship of each sheet; `None` if this is no workbook.
fn sheet_ids(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<Option<(Epoch, Named)>, Fault> {
    let mut xml = required(zip, part, limit)?;
    let (mut epoch, mut sheets, mut workbook) = (Epoch::Of1900, Vec::new(), false);
    loop {
        match xml.next()? {
            Token::Open(element) => match element.local_name().as_ref() {
                "workbook" => workbook = true,
                "workbookPr"
                    if attribute(&element, "date1904").is_some_and(|on| on == "1" || on == "true") =>
                {
                    epoch = Epoch::Of1904;
                }
                "sheet" => {
                    let name = attribute(&element, "name").map(Cow::into_owned).unwrap_or_default();
                    let id = attribute_by_local_name(&element, "id").map(Cow::into_owned).unwrap_or_default();
                    sheets.push((name, id));
                }
                _ => {}
            },
            Token::Close(_) | Token::Text(_) | Token::Nothing => {}
            Token::End => return Ok(workbook.then_some((epoch, sheets))),
        }
    }
}

fn strings(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<Strings, Fault> {
    let mut strings = Strings::default();
    let mut xml = required(zip, part, limit)?;
    loop {
        match xml.next()? {
            Token::Open(element) if element.local_name().as_ref() == "si" => {
                let text = rich_text(&mut xml, "si")?;
                strings.text.push_str(&decoded(text));
                strings.ends.push(strings.text.len());
            }
            Token::Open(_) | Token::Close(_) | Token::Text(_) | Token::Nothing => {}
            Token::End => return Ok(strings),
        }
    }
}

fn formats(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<Vec<Shown>, Fault> {
    let (mut own, mut formats, mut in_cell_formats) = (BTreeMap::new(), Vec::new(), false);
    let mut xml = required(zip, part, limit)?;
    loop {
        match xml.next()? {
            Token::Open(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    let id = attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok());
                    if let (Some(id), Some(code)) = (id, attribute(&element, "formatCode")) {
                        own.insert(id, Shown::by(&code));
                    }
                }
                "cellXfs" => in_cell_formats = true,
                "xf" if in_cell_formats => {
                    let id =
                        attribute(&element, "numFmtId").and_then(|id| id.parse::<u32>().ok()).unwrap_or(0);
                    formats.push(own.get(&id).copied().unwrap_or(Shown::built_in(id)));
                }
                _ => {}
            },
            Token::Close(name) if name == "cellXfs" => in_cell_formats = false,
            Token::Close(_) | Token::Text(_) | Token::Nothing => {}
            Token::End => return Ok(formats),
        }
    }
}

fn required<'z, 'a>(zip: &'z mut Zip<'a>, part: &str, limit: u64) -> Result<Xml<'z, 'a>, Fault> {
    xml::part(zip, part, limit)?.ok_or_else(|| Fault::torn(part, "the part is missing"))
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

/// The text up to the end of the element that was just opened.
fn plain_text(xml: &mut Xml<'_, '_>) -> Result<String, Fault> {
    let mut said = String::new();
    loop {
        match xml.next()? {
            Token::Text(text) => said.push_str(&text),
            Token::Close(_) => return Ok(said),
            Token::Open(_) => xml.skip()?,
            Token::Nothing => {}
            Token::End => return Err(xml.cut_short()),
        }
    }
}

/// The text of an item that may be in several runs of different looks, up to the end of `element`. How it is pronounced is passed over.
fn rich_text(xml: &mut Xml<'_, '_>, element: &str) -> Result<String, Fault> {
    let mut said = String::new();
    loop {
        let text = match xml.next()? {
            Token::Open(inner) => match inner.local_name().as_ref() {
                "t" => true,
                "r" => continue,
                _ => false,
            },
            Token::Close(name) if name == element => return Ok(said),
            Token::Close(_) | Token::Text(_) | Token::Nothing => continue,
            Token::End => return Err(xml.cut_short()),
        };
        if text { said.push_str(&plain_text(xml)?) } else { xml.skip()? }
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

/// The text with what XML cannot hold put back: `_x000D_` is a carriage return, `_x005F_` an underscore.
fn decoded(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut meant = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        meant.push_str(before);
        let escape = after.get(..5).and_then(|code| code.strip_suffix('_'));
        let letter = escape.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        rest = after;
        if let (Some(letter), Some(after)) = (letter, after.get(5..)) {
            meant.push(letter);
            rest = after;
        } else {
            meant.push_str("_x");
        }
    }
    meant + rest
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

    #[test]
    fn what_xml_cannot_hold_is_put_back() {
        assert_eq!(decoded("a_x000D_b".to_owned()), "a\rb");
        assert_eq!(decoded("_x005F_x000D_".to_owned()), "_x000D_");
        assert_eq!(decoded("max_xyz".to_owned()), "max_xyz");
        assert_eq!(decoded("_x00é".to_owned()), "_x00é");
        assert_eq!(decoded("_xD83D_".to_owned()), "_xD83D_");
    }

    #[test]
    fn parts_are_found_from_their_folder() {
        assert_eq!(joined("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(joined("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(joined("xl", "../a\\b.xml"), "a/b.xml");
        assert_eq!(joined("", "../../a"), "a");
    }
}
