//! Names with the marks of footnotes glued to them, as published tables print them: `Northumbria7`, `Humberside [note 4]`.

/// The name without the marks of footnotes, and the marks; nothing, where there are no marks or the rest is not known.
///
/// A mark is a run of digits, a superscript, a star or dagger, something in square brackets, a number in round ones, or one small letter
/// that stands apart. They are taken off only where `known` knows what remains, so that no name that ends in a digit is cut short. A mark
/// that stands before a closing bracket is taken off too: `(excluding fraud3)`.
///
/// ```
/// let known = |name: &str| ["ENGLAND AND WALES", "Northumbria", "(excluding fraud)"].contains(&name);
/// assert_eq!(crime::without_footnotes("ENGLAND AND WALES7,8", known), Some(("ENGLAND AND WALES".to_owned(), "7,8".to_owned())));
/// assert_eq!(crime::without_footnotes("Northumbria [note 4]", known), Some(("Northumbria".to_owned(), "[note 4]".to_owned())));
/// assert_eq!(crime::without_footnotes("(excluding fraud3)", known), Some(("(excluding fraud)".to_owned(), "3".to_owned())));
/// assert_eq!(crime::without_footnotes("Ward 7", known), None);
/// ```
#[must_use]
pub fn without_footnotes(text: &str, known: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let text = text.trim();
    if known(text) {
        return None;
    }
    let mut rest = text;
    while let Some(shorter) = without_last_mark(rest) {
        if known(shorter) {
            return Some((shorter.to_owned(), mark(text, shorter)));
        }
        rest = shorter;
    }
    let mut inner = text.strip_suffix(')')?;
    while let Some(shorter) = without_last_mark(inner) {
        let whole = format!("{shorter})");
        if known(&whole) {
            let text = text.strip_suffix(')').unwrap_or(text);
            return Some((whole, mark(text, shorter)));
        }
        inner = shorter;
    }
    None
}

fn mark(text: &str, name: &str) -> String {
    text.strip_prefix(name).unwrap_or_default().trim_matches([' ', ',']).to_owned()
}

/// The text without its last mark, and without the spaces and commas before it.
fn without_last_mark(text: &str) -> Option<&str> {
    let text = text.trim_end_matches([' ', ',', '\u{a0}', '\n']);
    let shorter = if let Some(inside) = text.strip_suffix(']') {
        inside.rsplit_once('[').map(|(before, _)| before)
    } else if let Some(inside) = text.strip_suffix(')') {
        let (before, number) = inside.rsplit_once('(')?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(before)
    } else {
        let sign = text.trim_end_matches(is_sign);
        if sign.len() < text.len() { Some(sign) } else { without_letter(text) }
    }?;
    let shorter = shorter.trim_end_matches([' ', ',', '\u{a0}', '\n']);
    (!shorter.is_empty()).then_some(shorter)
}

fn is_sign(sign: char) -> bool {
    sign.is_ascii_digit()
        || matches!(sign, '*' | '†' | '‡' | '¹' | '²' | '³' | '\u{2070}' | '\u{2074}'..='\u{2079}')
}

/// One small letter that stands apart, behind a space, a comma or a digit.
fn without_letter(text: &str) -> Option<&str> {
    let before = text.strip_suffix(|last: char| last.is_ascii_lowercase())?;
    before.ends_with(|sign: char| matches!(sign, ' ' | ',') || sign.is_ascii_digit()).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_where_the_rest_is_known() {
        let known = |name: &str| ["Kent", "British Transport Police"].contains(&name);
        for (text, mark) in [
            ("Kent7", "7"),
            ("Kent 7, 8", "7, 8"),
            ("Kent7,8,9,10", "7,8,9,10"),
            ("Kent [note 1][note 2]", "[note 1][note 2]"),
            ("Kent¹²", "¹²"),
            ("Kent*", "*"),
            ("Kent a", "a"),
            ("Kent7,a", "7,a"),
            (" Kent 3 ", "3"),
        ] {
            assert_eq!(without_footnotes(text, known), Some(("Kent".to_owned(), mark.to_owned())), "{text}");
        }
        assert_eq!(without_footnotes("British Transport Police(2006)", known).unwrap().1, "(2006)");
        for text in ["Kent", "Kenta", "Kent and Essex", "Essex7", "7", "", "]", "[", "()", ")"] {
            assert_eq!(without_footnotes(text, known), None, "{text}");
        }
    }
}
