//! Text made harmless: what no reader of XML would take, and what would be taken for a mark.

use chrono::NaiveDate;

/// Characters that neither XML nor a reader can make sense of become the replacement character.
pub(super) fn legal(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => char::REPLACEMENT_CHARACTER,
        // The last two characters of each plane are no characters.
        _ if u32::from(c) & 0xfffe == 0xfffe => char::REPLACEMENT_CHARACTER,
        _ => c,
    }
}

/// The text as it may stand between tags or inside a quoted attribute, in HTML and in XML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().map(legal) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// The text as the inside of a CSS string that may itself stand in a `style` element: everything but ASCII letters,
/// digits and spaces is written as a number, so nothing in it can end the string, the rule or the element.
pub(super) fn css(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    text.chars()
        .map(legal)
        .map(|c| if plain(c) { c.to_string() } else { format!("\\{:06x}", u32::from(c)) })
        .collect()
}

/// The same words with one space between each two, as they will be printed.
pub(super) fn one_line(text: &str) -> String {
    let legal: String = text.chars().map(legal).collect();
    legal.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a link may lead there: to the web or to a mailbox, never to a script or a file.
pub(super) fn may_be_linked(url: &str) -> bool {
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str()))
        && !url.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// `1 July 2014`.
pub(super) fn long_day(day: NaiveDate) -> String {
    day.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_control_characters_are_made_harmless() {
        assert_eq!(escaped("<a b=\"'\">&]]>"), "&lt;a b=&quot;&#39;&quot;&gt;&amp;]]&gt;");
        assert_eq!(escaped("a\u{0}b\u{b}c\u{ffff}d\te"), "a\u{fffd}b\u{fffd}c\u{fffd}d\te");
        assert_eq!(css("A'}</style>"), "A\\000027\\00007d\\00003c\\00002fstyle\\00003e");
    }

    #[test]
    fn only_the_web_and_mailboxes_are_linked() {
        for good in ["https://example.org/a?b=c", "HTTP://example.org", "mailto:registrar@example.org"] {
            assert!(may_be_linked(good), "{good}");
        }
        for bad in
            ["javascript:alert(1)", " https://x", "https://x y", "data:text/html,x", "//x", "", "file:///x"]
        {
            assert!(!may_be_linked(bad), "{bad}");
        }
    }
}
