//! The parts of an XLSX workbook that say what its sheets are and what its cells refer to.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    Fault,
    text::{decoded, rich_text},
};
use crate::book::{
    value::{Epoch, Shown},
    xml::{self, Token, Xml, Zip, attribute, attribute_by_local_name},
};

/// The texts that cells refer to by number, in one piece.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let start = if at == 0 { 0 } else { *self.ends.get(at - 1)? };
        self.text.get(start..*self.ends.get(at)?)
    }
}

/// Where a relationship of one part with another leads.
pub(super) struct To {
    pub(super) kind: String,
    pub(super) target: String,
}

pub(super) fn relationships(
    zip: &mut Zip<'_>,
    part: &str,
    limit: u64,
) -> Result<BTreeMap<String, To>, Fault> {
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
pub(super) fn joined(folder: &str, target: &str) -> String {
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
pub(super) type Named = Vec<(String, String)>;

/// The epoch, and name and relationship of each sheet; `None` if this is no workbook.
pub(super) fn sheet_ids(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<Option<(Epoch, Named)>, Fault> {
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

pub(super) fn strings(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<Strings, Fault> {
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

pub(super) fn formats(zip: &mut Zip<'_>, part: &str, limit: u64) -> Result<Vec<Shown>, Fault> {
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

pub(super) fn required<'z, 'a>(zip: &'z mut Zip<'a>, part: &str, limit: u64) -> Result<Xml<'z, 'a>, Fault> {
    xml::part(zip, part, limit)?.ok_or_else(|| Fault::torn(part, "the part is missing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_from_their_folder() {
        assert_eq!(joined("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(joined("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(joined("xl", "../a\\b.xml"), "a/b.xml");
        assert_eq!(joined("", "../../a"), "a");
    }
}
