//! The places of a document that a link can lead to, checked before anything is rendered.

use std::collections::BTreeSet;

use rulebook::FigureId;

use super::RenderError;
use crate::{Block, Document, Inline, Table};

/// Ids that the page needs for itself.
const OWN: [&str; 3] = ["page-main", "page-contents", "page-notes"];
/// What the page appends to the id of a chart, for its parts.
const OF_A_CHART: [&str; 7] = ["-caption", "-title", "-description", "-hatch", "-dots", "-plot", "-picture"];

/// Every anchor of a document.
pub(super) struct Anchors(BTreeSet<String>);

impl Anchors {
    /// Collects the anchors and checks that every reference, footnote and row can be rendered.
    pub(super) fn of(document: &Document) -> Result<Self, RenderError> {
        let mut anchors = Self(OWN.iter().map(|id| (*id).to_owned()).collect());
        for section in &document.sections {
            anchors.add(&section.id)?;
            for block in &section.blocks {
                match block {
                    Block::Subheading { id, .. } | Block::Paragraph { id, .. } => anchors.add(id)?,
                    Block::List(_) => {}
                    Block::Table(table) => anchors.add_table(table)?,
                    Block::Chart(chart) => {
                        anchors.add(&chart.id)?;
                        OF_A_CHART.iter().try_for_each(|part| anchors.add(&format!("{}{part}", chart.id)))?;
                        anchors.add_table(&chart.table)?;
                    }
                }
            }
        }
        let mut numbers = BTreeSet::new();
        for footnote in &document.footnotes {
            anchors.add(&note(footnote.number))?;
            numbers.insert(footnote.number);
        }
        let mut mentions = BTreeSet::new();
        let mut wrong = None;
        each(document, &mut |inline| {
            let problem = match inline {
                Inline::Reference { target, .. } if !anchors.0.contains(target) => {
                    Some(RenderError::NoSuchAnchor { target: target.clone() })
                }
                Inline::Footnote(number) if !numbers.contains(number) => {
                    Some(RenderError::NoSuchFootnote { number: *number })
                }
                Inline::Footnote(number) => {
                    mentions.insert(*number);
                    None
                }
                Inline::Text(_)
                | Inline::Strong(_)
                | Inline::Emphasis(_)
                | Inline::Figure { .. }
                | Inline::AsPrinted(_)
                | Inline::Reference { .. }
                | Inline::Link { .. } => None,
            };
            if wrong.is_none() {
                wrong = problem;
            }
        });
        mentions.into_iter().try_for_each(|number| anchors.add(&mention(number, 1)))?;
        wrong.map_or(Ok(anchors), Err)
    }

    /// Whether there is a place from which a reader can follow this figure further.
    pub(super) fn lead_to(&self, figure: &FigureId) -> bool {
        self.0.contains(&of_figure(figure))
    }

    fn add(&mut self, id: &str) -> Result<(), RenderError> {
        let well_formed = id.starts_with(|c: char| c.is_ascii_alphabetic())
            && id.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
        if !well_formed {
            return Err(RenderError::NotAnAnchor { id: id.to_owned() });
        }
        if self.0.insert(id.to_owned()) {
            Ok(())
        } else {
            Err(RenderError::RepeatedAnchor { id: id.to_owned() })
        }
    }

    fn add_table(&mut self, table: &Table) -> Result<(), RenderError> {
        self.add(&table.id)?;
        self.add(&format!("{}-caption", table.id))?;
        for (position, row) in table.rows.iter().enumerate() {
            if row.cells.len() != table.head.len() {
                return Err(RenderError::RaggedRow {
                    table: table.id.clone(),
                    row: position + 1,
                    cells: row.cells.len(),
                    head: table.head.len(),
                });
            }
            row.id.as_deref().map_or(Ok(()), |id| self.add(id))?;
        }
        Ok(())
    }
}

/// The anchor of a footnote.
pub(super) fn note(number: u32) -> String {
    format!("note-{number}")
}

/// The anchor of a mention of a footnote; `time` counts from 1.
pub(super) fn mention(number: u32, time: u32) -> String {
    if time == 1 { format!("mention-{number}") } else { format!("mention-{number}.{time}") }
}

/// The anchor of the row that says where a figure comes from.
pub(super) fn of_figure(figure: &FigureId) -> String {
    format!("figure-{figure}")
}

/// Shows every piece of running text of a document, also those inside others.
pub(super) fn each<'a>(document: &'a Document, look: &mut impl FnMut(&'a Inline)) {
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Subheading { .. } => {}
            Block::Paragraph { text, .. } => each_of(text, look),
            Block::List(items) => items.iter().for_each(|item| each_of(item, look)),
            Block::Table(table) => each_of_table(table, look),
            Block::Chart(chart) => each_of_table(&chart.table, look),
        }
    }
    document.footnotes.iter().for_each(|footnote| each_of(&footnote.text, look));
}

fn each_of_table<'a>(table: &'a Table, look: &mut impl FnMut(&'a Inline)) {
    table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| each_of(&cell.0, look));
    table.notes.iter().for_each(|note| each_of(note, look));
}

fn each_of<'a>(text: &'a [Inline], look: &mut impl FnMut(&'a Inline)) {
    for inline in text {
        look(inline);
        if let Inline::Strong(inner) | Inline::Emphasis(inner) = inline {
            each_of(inner, look);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Footnote, Head, Row, Section, render::fixture};

    fn problem(change: impl FnOnce(&mut Document)) -> String {
        let mut document = fixture::rich();
        change(&mut document);
        Anchors::of(&document).err().map(|error| error.to_string()).unwrap_or_default()
    }

    fn say(inline: Inline) -> Block {
        Block::Paragraph { number: 99, id: "paragraph-99".into(), text: vec![Inline::Strong(vec![inline])] }
    }

    #[test]
    fn the_rich_document_is_whole() {
        assert_eq!(problem(|_| {}), "");
    }

    #[test]
    fn what_contradicts_itself_is_refused() {
        let section = |id: &str| Section { id: id.into(), heading: "x".into(), blocks: vec![] };
        let said = problem(|document| document.sections.push(section("audit")));
        assert_eq!(said, "the anchor `audit` is used twice");
        let said = problem(|document| document.sections.push(section("chart-rates-title")));
        assert_eq!(said, "the anchor `chart-rates-title` is used twice");
        let said = problem(|document| document.sections.push(section("two words")));
        assert!(said.starts_with("`two words` is no anchor"), "{said}");
        let said = problem(|document| {
            let reference = Inline::Reference { target: "nowhere".into(), text: "Table 9".into() };
            document.sections[0].blocks.push(say(reference));
        });
        assert_eq!(said, "a reference leads to `nowhere`, and no place has that anchor");
        let said = problem(|document| document.sections[0].blocks.push(say(Inline::Footnote(77))));
        assert_eq!(said, "footnote 77 is mentioned, and there is none of that number");
        let said = problem(|document| document.footnotes.push(Footnote { number: 1, text: vec![] }));
        assert_eq!(said, "the anchor `note-1` is used twice");
        let said = problem(|document| {
            document.sections[0].blocks.push(Block::Table(Table {
                id: "torn".into(),
                caption: "torn".into(),
                head: vec![Head::words("a"), Head::words("b")],
                rows: vec![Row::new(["x".into(), "y".into()]), Row::new(["x".into()])],
                notes: vec![],
            }));
        });
        assert_eq!(said, "row 2 of table `torn` has 1 cells under a header of 2");
    }
}
