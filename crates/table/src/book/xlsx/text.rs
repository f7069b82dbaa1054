//! The text of cells in XLSX.

use super::Fault;
use crate::book::xml::{Token, Xml};

/// The text up to the end of the element that was just opened.
pub(super) fn plain_text(xml: &mut Xml<'_, '_>) -> Result<String, Fault> {
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
pub(super) fn rich_text(xml: &mut Xml<'_, '_>, element: &str) -> Result<String, Fault> {
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

/// The text with what XML cannot hold put back: `_x000D_` is a carriage return, `_x005F_` an underscore.
pub(super) fn decoded(text: String) -> String {
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
    fn what_xml_cannot_hold_is_put_back() {
        assert_eq!(decoded("a_x000D_b".to_owned()), "a\rb");
        assert_eq!(decoded("_x005F_x000D_".to_owned()), "_x000D_");
        assert_eq!(decoded("max_xyz".to_owned()), "max_xyz");
        assert_eq!(decoded("_x00é".to_owned()), "_x00é");
        assert_eq!(decoded("_xD83D_".to_owned()), "_xD83D_");
    }
}
