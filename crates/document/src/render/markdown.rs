//! One file of Markdown.
//!
//! GitHub's flavour: tables and footnotes. No text of the document can become markup.

use std::collections::BTreeMap;

use super::plain;
use crate::{Align, Block, Chart, Document, Inline, Table, numbers};

/// The document as Markdown, ending with a line break.
///
/// A figure is printed and nothing more; a chart is its title, its description and its data. Anchors have no place in
/// Markdown, so a reference is its words.
#[must_use]
pub fn text(document: &Document) -> String {
    let names = numbers(document);
    let mut out: Vec<String> = Vec::new();
    let marking = opening(&document.marking.0);
    let marked = |out: &mut Vec<String>| {
        if !marking.is_empty() {
            out.push(format!("**{marking}**"));
        }
    };
    marked(&mut out);
    out.push(format!("# {}", opening(&document.title)));
    out.push(
        [
            ("Board", Some(escaped(&document.board)).filter(|board| !board.is_empty())),
            ("Meeting", document.meeting.map(plain::long_day)),
            ("Author", Some(escaped(&document.author))),
            ("Computed as at", Some(plain::long_day(document.as_at))),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("- {name}: {}", value?)))
        .collect::<Vec<_>>()
        .join("\n"),
    );
    if !document.notice.is_empty() {
        out.push(format!("> **Please note:** {}", escaped(&document.notice)));
    }
    for section in &document.sections {
        out.push(format!("## {}", opening(&section.heading)));
        for block in &section.blocks {
            push(&mut out, block, &names);
        }
    }
    if !document.footnotes.is_empty() {
        out.push("## Notes".to_owned());
    }
    for note in &document.footnotes {
        out.push(format!("[^{}]: {}", note.number, guarded(&words(&note.text))));
    }
    marked(&mut out);
    out.join("\n\n") + "\n"
}

fn push(out: &mut Vec<String>, block: &Block, names: &BTreeMap<String, String>) {
    let name = |id: &str| names.get(id).map_or("", String::as_str).to_owned();
    match block {
        Block::Subheading { text, .. } => out.push(format!("### {}", opening(text))),
        Block::Paragraph { number, text, .. } => out.push(format!("**{number}.** {}", words(text))),
        Block::List(items) => {
            let items: Vec<String> =
                items.iter().map(|item| format!("- {}", guarded(&words(item)))).collect();
            out.push(items.join("\n"));
        }
        Block::Table(table) => push_table(out, table, &name(&table.id)),
        Block::Chart(chart) => push_chart(out, chart, &name(&chart.id)),
    }
}

fn push_chart(out: &mut Vec<String>, chart: &Chart, name: &str) {
    out.push(format!("**{name}: {}**", escaped(&chart.title)));
    out.push(opening(&chart.description));
    push_table(out, &chart.table, &format!("{name} as a table"));
}

fn push_table(out: &mut Vec<String>, table: &Table, name: &str) {
    out.push(format!("**{name}: {}**", escaped(&table.caption)));
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![
        line(table.head.iter().map(|head| escaped(&head.text)).collect()),
        line(
            table
                .head
                .iter()
                .map(|head| match head.align {
                    Align::Words => "---".to_owned(),
                    Align::Numbers => "---:".to_owned(),
                })
                .collect(),
        ),
    ];
    lines.extend(table.rows.iter().map(|row| line(row.cells.iter().map(|cell| words(&cell.0)).collect())));
    out.push(lines.join("\n"));
    out.extend(table.notes.iter().map(|note| guarded(&words(note))));
}

fn words(inlines: &[Inline]) -> String {
    // Two escaped pieces can meet and make what neither is; so text is joined before it is escaped.
    let (mut out, mut text) = (String::new(), String::new());
    for inline in inlines {
        let piece = match inline {
            Inline::Strong(inner) => wrapped("**", &words(inner)),
            Inline::Emphasis(inner) => wrapped("*", &words(inner)),
            Inline::Footnote(number) => format!("[^{number}]"),
            Inline::Link { url, text } if plain::may_be_linked(url) => {
                format!("[{}](<{}>)", escaped(text), escaped(url))
            }
            Inline::AsPrinted(quoted) => {
                text.extend(["‘", quoted, "’"]);
                continue;
            }
            Inline::Text(more)
            | Inline::Reference { text: more, .. }
            | Inline::Figure { printed: more, .. }
            | Inline::Link { text: more, .. } => {
                text.push_str(more);
                continue;
            }
        };
        out.push_str(&spaced(&std::mem::take(&mut text)));
        out.push_str(&piece);
    }
    out.push_str(&spaced(&text));
    out
}

/// Weight or stress around words, with the space around them kept outside, where Markdown wants it.
fn wrapped(mark: &str, inner: &str) -> String {
    let core = inner.trim();
    if core.is_empty() {
        return inner.to_owned();
    }
    let before = if inner.starts_with(' ') { " " } else { "" };
    let after = if inner.ends_with(' ') { " " } else { "" };
    format!("{before}{mark}{core}{mark}{after}")
}

/// Escaped, with a space at either end kept if there was any.
fn spaced(text: &str) -> String {
    let core = escaped(text);
    if core.is_empty() {
        return if text.is_empty() { core } else { " ".to_owned() };
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{core}{after}")
}

/// Text on one line, in which nothing is markup.
fn escaped(text: &str) -> String {
    let text = plain::one_line(text);
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match plain::legal(c) {
            // A bar ends a cell before anything else is read; as an entity it is only a bar.
            '|' => out.push_str("&#124;"),
            c @ ('\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '~' | '&' | '$' | '^' | '#'
            | '@') => {
                out.push('\\');
                out.push(c);
            }
            // Bare addresses become links by themselves.
            ':' if rest.starts_with("//") => out.push_str("\\:"),
            '.' if out.to_ascii_lowercase().ends_with("www") => out.push_str("\\."),
            c => out.push(c),
        }
    }
    out
}

/// Text at the start of a line.
fn opening(text: &str) -> String {
    guarded(&escaped(text))
}

/// Escaped text whose beginning is not taken for a list, a heading or a rule.
fn guarded(text: &str) -> String {
    let text = text.trim_start();
    if text.starts_with(['-', '+', '=', ':']) {
        return format!("\\{text}");
    }
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits).unwrap_or(("", text));
    if digits > 0 && rest.starts_with(['.', ')']) { format!("{number}\\{rest}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::render::fixture::{self, HOSTILE};

    /// What a reader of Markdown sees of a text: the markup it found, and the words.
    #[expect(clippy::wildcard_enum_match_arm, reason = "whatever else the parser finds is markup")]
    fn read(markdown: &str) -> (Vec<String>, String) {
        let (mut markup, mut said) = (Vec::new(), String::new());
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => said.push_str(&text),
                Event::End(_) => {}
                Event::SoftBreak => said.push(' '),
                Event::Start(Tag::Paragraph) => markup.push("paragraph".to_owned()),
                other => markup.push(format!("{other:?}")),
            }
        }
        (markup, said)
    }

    #[test]
    fn the_rich_document_holds_everything() {
        let text = text(&fixture::rich());
        for part in [
            "# Crime recording, change and communications: quarterly report\n",
            "- Meeting: 9 March 2021\n",
            "> **Please note:** Everything in this paper is invented",
            "**1.** Of the calls examined, 93% led to the record that was due[^1]. The inspection printed ‘94%’; see \
             Table 1 and paragraph 2.\n",
            "**Table 1: Crimes that should have been recorded, and crimes recorded**\n\n| Source of the report | \
             Examined | Due | Recorded | Share recorded |\n| --- | ---: | ---: | ---: | ---: |\n| Calls from the \
             public | 1,204 | 1,180 | 1,097 | 93% |\n",
            "is **the lowest of the four known**. It",
            "- late records of reports by other agencies; and\n",
            "**Figure 1: Cancelled crimes of all crimes first recorded, four forces**\n\nNorthshire cancelled",
            "| Westvale | not known |\n",
            "**Figure 4: Crimes per 1,000 people against the size of the force**\n\nNorthshire lies above",
            "| Force | Rate |\n| --- | ---: |\n| Northshire | 101.2 |\n",
            "[the board's own site](<https\\://example.org/?a=1\\&b=2>)",
            "and never at this place.",
            "\n[^2]: Dates were given by the programme office.[^1]\n",
        ] {
            assert!(text.contains(part), "{part:?} is not in:\n{text}");
        }
        assert!(text.starts_with("**OFFICIAL") && text.ends_with("not for use**\n"));
    }

    #[test]
    fn tables_and_footnotes_are_read_back() {
        let text = text(&fixture::filled_with("a | b"));
        let (markup, _) = read(&text);
        let count = |start: &str| markup.iter().filter(|found| found.starts_with(start)).count();
        assert_eq!(count("Start(Table("), 8);
        assert_eq!(count("Start(TableRow"), 13);
        assert_eq!(count("FootnoteReference"), 4);
        assert_eq!(count("Start(Link"), 0, "the words are no address");
    }

    #[test]
    fn hostile_words_stay_words() {
        let more = [
            "# a",
            "- a",
            "1. a",
            "12) a",
            "+ a",
            "= a",
            "> a",
            "www.example.org",
            "https://example.org",
            "`a`",
            "![a](b)",
            "a\n\nb\n---",
            "&amp;",
            "[^1]",
            "a\\|b",
            "~~a~~",
            "**a**",
            ": a",
            "$a$",
            "    a",
        ];
        for hostile in HOSTILE.iter().chain(&more) {
            says_only(hostile);
        }
    }

    fn says_only(words: &str) {
        let shown: String = plain::one_line(words).chars().map(plain::legal).collect();
        let (markup, said) = read(&opening(words));
        assert!(markup.iter().all(|found| found == "paragraph"), "{words:?}: {markup:?}");
        assert_eq!(said, shown, "{words:?}");
        let cell = format!("| a |\n| --- |\n| {} |", escaped(words));
        let (_, said) = read(&cell);
        assert_eq!(said, format!("a{shown}"), "{words:?}");
    }

    proptest! {
        #[test]
        fn no_text_becomes_markup(words in "[ -~\\n]{0,40}|.{0,40}") {
            says_only(&words);
        }
    }
}
