//! Break-downs as tables of a page.

use rulebook::{Figure, FigureId, Value, left_out};

use super::{Named, Paragraphs};
use crate::{Block, Cell, Head, Row, Table};

/// A break-down that a room gives as rows of words, the first of them the header: its table, or as a paragraph why it is left out or that there is
/// none of anything. The first `words` columns are names, the others counts.
pub fn summary(
    paragraphs: &mut Paragraphs,
    named: Named<'_>,
    words: usize,
    rows: &[Vec<String>],
) -> Option<Block> {
    let (header, rows) = rows.split_first()?;
    if let Some(why) = left_out(header, rows, words) {
        return Some(paragraphs.say(format!("{}: {why}.", named.title)));
    }
    if rows.iter().all(|row| row.iter().skip(words).all(|count| count == "0")) {
        let columns: Vec<&str> = header.iter().skip(words).map(String::as_str).collect();
        let columns = columns.join("; ");
        return Some(
            paragraphs.say(format!("{}: none in any column that is shown ({columns}).", named.title)),
        );
    }
    let head = header.iter().enumerate();
    let head = head
        .map(|(at, name)| {
            let name = capital(&name.replace('_', " "));
            if at < words { Head::words(name) } else { Head::numbers(name) }
        })
        .collect();
    let cell = |(at, cell): (usize, &String)| {
        if at < words { Cell::from(cell.as_str()) } else { Cell::from(printed(cell)) }
    };
    Some(Block::Table(Table {
        id: named.id.to_owned(),
        caption: named.title.to_owned(),
        head,
        rows: rows.iter().map(|row| Row::new(row.iter().enumerate().map(cell))).collect(),
        notes: Vec::new(),
    }))
}

/// A count with its thousands apart; words stay as they are.
fn printed(cell: &str) -> String {
    match cell.parse() {
        Ok(count) => grouped(count),
        Err(_) => cell.to_owned(),
    }
}

/// A count as figures print it.
///
/// ```
/// assert_eq!(document::sections::grouped(12_345), "12,345");
/// ```
#[must_use]
pub fn grouped(count: u64) -> String {
    Figure::new(FigureId::of(&["count"]), "", Value::Count(count)).printed()
}

/// With a capital letter in front.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(rows: &[&[&str]]) -> Option<Block> {
        let rows: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
        let named = Named { id: "by-unit", title: "By unit" };
        summary(&mut Paragraphs::default(), named, 1, &rows)
    }

    #[test]
    fn counts_are_grouped_and_names_are_not() {
        let Some(Block::Table(table)) =
            block(&[&["policing_unit", "late"], &["2026", "12345"], &["B", "suppressed"]])
        else {
            panic!("a table");
        };
        assert_eq!(table.head[0].text, "Policing unit");
        assert_eq!(table.rows[0].cells, ["2026".into(), "12,345".into()]);
        assert_eq!(table.rows[1].cells[1], "suppressed".into());
    }

    #[test]
    fn what_is_left_out_says_why() {
        let Some(Block::Paragraph { text, .. }) =
            block(&[&["unit", "late"], &["left out: too few are late"]])
        else {
            panic!("a paragraph");
        };
        assert_eq!(text, [crate::Inline::text("By unit: left out: too few are late.")]);
        let Some(Block::Paragraph { text, .. }) = block(&[&["unit"], &["left out: too few"]]) else {
            panic!("a paragraph");
        };
        assert_eq!(text, [crate::Inline::text("By unit: left out: too few.")]);
    }

    #[test]
    fn a_table_of_noughts_is_said_in_a_sentence() {
        let Some(Block::Paragraph { text, .. }) = block(&[&["unit", "late", "total"], &["A", "0", "0"]])
        else {
            panic!("a paragraph");
        };
        assert_eq!(text, [crate::Inline::text("By unit: none in any column that is shown (late; total).")]);
    }
}
