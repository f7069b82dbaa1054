//! Placeholders in prose: `{figure:…}` and the others.

/// A piece of a text: words, or a placeholder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece<'a> {
    /// Words as they stand, and where they begin.
    Words { at: usize, text: &'a str },
    /// `{figure:id}`: a figure as it is printed.
    Figure { at: usize, id: &'a str },
    /// `{as-printed:98%}`: somebody else's printed number.
    AsPrinted { text: &'a str },
    /// `{name:Operation Sentinel 2}`: a name that holds a number.
    Name { text: &'a str },
    /// `{label:name}`: a name for the paragraph.
    Label { at: usize, name: &'a str },
    /// `{ref:name}`: the number of a paragraph, table or chart.
    Reference { at: usize, name: &'a str },
    /// `{table:id}`, `{chart:id}`, `{findings:room}`: something that stands on a line of its own.
    Block { at: usize, kind: BlockKind, id: &'a str },
    /// A brace that opens nothing we know.
    Unknown { at: usize, text: &'a str },
}

/// What can stand on a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A table.
    Table,
    /// A chart.
    Chart,
    /// What a room found.
    Findings,
}

/// The pieces of a text, in order; together they are the whole text.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let (words, from_brace) = rest.split_at(open);
        if !words.is_empty() {
            pieces.push(Piece::Words { at, text: words });
        }
        at += open;
        let length = from_brace.find('}').map_or(from_brace.len(), |close| close + 1);
        let (placeholder, after) = from_brace.split_at(length);
        pieces.push(placeholder_piece(at, placeholder));
        at += length;
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words { at, text: rest });
    }
    pieces
}

fn placeholder_piece(at: usize, whole: &str) -> Piece<'_> {
    let parts = whole
        .strip_prefix('{')
        .and_then(|inner| inner.strip_suffix('}'))
        .and_then(|inner| inner.split_once(':'));
    let Some((kind, value)) = parts else { return Piece::Unknown { at, text: whole } };
    let value = value.trim();
    match kind.trim() {
        _ if value.is_empty() => Piece::Unknown { at, text: whole },
        "figure" => Piece::Figure { at, id: value },
        "as-printed" => Piece::AsPrinted { text: value },
        "name" => Piece::Name { text: value },
        "label" => Piece::Label { at, name: value },
        "ref" => Piece::Reference { at, name: value },
        "table" => Piece::Block { at, kind: BlockKind::Table, id: value },
        "chart" => Piece::Block { at, kind: BlockKind::Chart, id: value },
        "findings" => Piece::Block { at, kind: BlockKind::Findings, id: value },
        _ => Piece::Unknown { at, text: whole },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_placeholders_alternate() {
        assert_eq!(
            pieces("Of {figure:a.due} crimes"),
            [
                Piece::Words { at: 0, text: "Of " },
                Piece::Figure { at: 3, id: "a.due" },
                Piece::Words { at: 17, text: " crimes" }
            ]
        );
    }

    #[test]
    fn a_brace_that_opens_nothing_is_not_passed_over() {
        for text in ["{", "{figure}", "{figre:a}", "{figure:}", "{figure:a"] {
            assert_eq!(pieces(text), [Piece::Unknown { at: 0, text }], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_byte_is_lost_before_the_last_piece(text in "[a-z{}:é ]{0,40}") {
            let mut covered = 0;
            for piece in pieces(&text) {
                if let Piece::Words { at, text: words } = piece {
                    proptest::prop_assert!(at >= covered && text[at..].starts_with(words));
                    covered = at + words.len();
                }
            }
        }
    }
}
