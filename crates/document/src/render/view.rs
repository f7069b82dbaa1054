//! What the page template sees: the document with every name, number and link already decided.

use std::collections::BTreeMap;

use rulebook::FigureId;
use serde::Serialize;

use super::{
    RenderError,
    anchors::{self, Anchors},
    plain, svg,
};
use crate::{Align, Block, Chart, Document, Inline, Table, numbers};

/// The page.
#[derive(Serialize)]
pub(super) struct Page<'a> {
    title: &'a str,
    board: &'a str,
    meeting: Option<Day>,
    author: &'a str,
    as_at: Day,
    marking: &'a str,
    marking_css: String,
    notice: &'a str,
    quotes: bool,
    figures: bool,
    sections: Vec<SectionView<'a>>,
    notes: Vec<NoteView<'a>>,
}

/// A day for readers and for machines.
#[derive(Serialize)]
struct Day {
    long: String,
    iso: String,
}

impl From<chrono::NaiveDate> for Day {
    fn from(day: chrono::NaiveDate) -> Self {
        Self { long: plain::long_day(day), iso: day.to_string() }
    }
}

#[derive(Serialize)]
struct SectionView<'a> {
    id: &'a str,
    heading: &'a str,
    blocks: Vec<BlockView<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum BlockView<'a> {
    Subheading { id: &'a str, text: &'a str },
    Paragraph { number: u32, id: &'a str, text: Vec<InlineView<'a>> },
    List { items: Vec<Vec<InlineView<'a>>> },
    Table { table: TableView<'a> },
    Chart { id: &'a str, name: String, title: &'a str, svg: minijinja::Value, table: TableView<'a> },
}

#[derive(Serialize)]
struct TableView<'a> {
    id: &'a str,
    name: String,
    caption: &'a str,
    head: Vec<HeadView<'a>>,
    rows: Vec<RowView<'a>>,
    notes: Vec<Vec<InlineView<'a>>>,
}

#[derive(Serialize)]
struct HeadView<'a> {
    text: &'a str,
    numeric: bool,
}

#[derive(Serialize)]
struct RowView<'a> {
    id: Option<&'a str>,
    cells: Vec<CellView<'a>>,
}

#[derive(Serialize)]
struct CellView<'a> {
    text: Vec<InlineView<'a>>,
    numeric: bool,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum InlineView<'a> {
    Text { text: &'a str },
    Strong { content: Vec<InlineView<'a>> },
    Emphasis { content: Vec<InlineView<'a>> },
    Figure { id: &'a str, target: Option<String>, printed: &'a str, exact: &'a str },
    AsPrinted { text: &'a str },
    Reference { target: &'a str, text: &'a str },
    Footnote { number: u32, id: String, target: String },
    Link { url: &'a str, text: &'a str, named: bool },
}

#[derive(Serialize)]
struct NoteView<'a> {
    id: String,
    number: u32,
    text: Vec<InlineView<'a>>,
    back: Vec<BackView>,
}

#[derive(Serialize)]
struct BackView {
    target: String,
    name: String,
}

/// Whether a figure leads to the place that explains it. A table is crowded: its figures do not.
#[derive(Clone, Copy)]
enum Figures {
    Lead,
    Stand,
}

impl<'a> Page<'a> {
    /// The page of a document whose anchors have been checked.
    pub(super) fn of(
        document: &'a Document,
        anchors: &Anchors,
        templates: &minijinja::Environment<'_>,
    ) -> Result<Self, RenderError> {
        let mut builder = Builder { anchors, templates, names: numbers(document), mentions: BTreeMap::new() };
        let sections = document
            .sections
            .iter()
            .map(|section| {
                let blocks =
                    section.blocks.iter().map(|block| builder.block(block)).collect::<Result<_, _>>()?;
                Ok(SectionView { id: &section.id, heading: &section.heading, blocks })
            })
            .collect::<Result<Vec<_>, RenderError>>()?;
        let texts: Vec<_> =
            document.footnotes.iter().map(|note| builder.words(&note.text, Figures::Lead)).collect();
        // Only now every mention has been seen, also those inside other footnotes.
        let notes = document
            .footnotes
            .iter()
            .zip(texts)
            .map(|(note, text)| NoteView {
                id: anchors::note(note.number),
                number: note.number,
                text,
                back: builder.back(note.number),
            })
            .collect();
        let (mut quotes, mut figures) = (false, false);
        anchors::each(document, &mut |inline| {
            quotes |= matches!(inline, Inline::AsPrinted(_));
            figures |= matches!(inline, Inline::Figure { id, .. } if anchors.lead_to(id));
        });
        Ok(Self {
            title: &document.title,
            board: &document.board,
            meeting: document.meeting.map(Into::into),
            author: &document.author,
            as_at: document.as_at.into(),
            marking: &document.marking.0,
            marking_css: plain::css(&document.marking.0),
            notice: &document.notice,
            quotes,
            figures,
            sections,
            notes,
        })
    }
}

/// What is known while the page is built.
struct Builder<'b> {
    anchors: &'b Anchors,
    templates: &'b minijinja::Environment<'b>,
    names: BTreeMap<String, String>,
    mentions: BTreeMap<u32, u32>,
}

impl Builder<'_> {
    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_default()
    }

    fn block<'a>(&mut self, block: &'a Block) -> Result<BlockView<'a>, RenderError> {
        Ok(match block {
            Block::Subheading { id, text } => BlockView::Subheading { id, text },
            Block::Paragraph { number, id, text } => {
                BlockView::Paragraph { number: *number, id, text: self.words(text, Figures::Lead) }
            }
            Block::List(items) => {
                BlockView::List { items: items.iter().map(|item| self.words(item, Figures::Lead)).collect() }
            }
            Block::Table(table) => {
                let name = self.name(&table.id);
                BlockView::Table { table: self.table(table, name) }
            }
            Block::Chart(chart) => self.chart(chart)?,
        })
    }

    fn chart<'a>(&mut self, chart: &'a Chart) -> Result<BlockView<'a>, RenderError> {
        let name = self.name(&chart.id);
        let svg = minijinja::Value::from_safe_string(svg::chart(chart, self.templates)?);
        let table = self.table(&chart.table, format!("{name} as a table"));
        Ok(BlockView::Chart { id: &chart.id, name, title: &chart.title, svg, table })
    }

    fn table<'a>(&mut self, table: &'a Table, name: String) -> TableView<'a> {
        let numeric = |align: Align| matches!(align, Align::Numbers);
        TableView {
            id: &table.id,
            name,
            caption: &table.caption,
            head: table.head.iter().map(|h| HeadView { text: &h.text, numeric: numeric(h.align) }).collect(),
            rows: table
                .rows
                .iter()
                .map(|row| RowView {
                    id: row.id.as_deref(),
                    cells: row
                        .cells
                        .iter()
                        .zip(&table.head)
                        .map(|(cell, head)| CellView {
                            text: self.words(&cell.0, Figures::Stand),
                            numeric: numeric(head.align),
                        })
                        .collect(),
                })
                .collect(),
            notes: table.notes.iter().map(|note| self.words(note, Figures::Lead)).collect(),
        }
    }

    fn words<'a>(&mut self, text: &'a [Inline], figures: Figures) -> Vec<InlineView<'a>> {
        text.iter().map(|inline| self.inline(inline, figures)).collect()
    }

    fn inline<'a>(&mut self, inline: &'a Inline, figures: Figures) -> InlineView<'a> {
        match inline {
            Inline::Strong(inner) => InlineView::Strong { content: self.words(inner, figures) },
            Inline::Emphasis(inner) => InlineView::Emphasis { content: self.words(inner, figures) },
            Inline::Figure { id, printed, exact } => {
                InlineView::Figure { id: id.as_str(), target: self.target(id, figures), printed, exact }
            }
            Inline::AsPrinted(text) => InlineView::AsPrinted { text },
            Inline::Reference { target, text } => InlineView::Reference { target, text },
            Inline::Footnote(number) => {
                let time = self.mentions.entry(*number).or_default();
                *time += 1;
                InlineView::Footnote {
                    number: *number,
                    id: anchors::mention(*number, *time),
                    target: anchors::note(*number),
                }
            }
            Inline::Link { url, text } if plain::may_be_linked(url) => {
                InlineView::Link { url, text, named: text != url }
            }
            Inline::Text(text) | Inline::Link { text, .. } => InlineView::Text { text },
        }
    }

    fn target(&self, id: &FigureId, figures: Figures) -> Option<String> {
        match figures {
            Figures::Lead => self.anchors.lead_to(id).then(|| anchors::of_figure(id)),
            Figures::Stand => None,
        }
    }

    fn back(&self, number: u32) -> Vec<BackView> {
        let times = self.mentions.get(&number).copied().unwrap_or_default();
        (1..=times)
            .map(|time| BackView {
                target: anchors::mention(number, time),
                name: if times == 1 {
                    format!("Back to where note {number} is mentioned")
                } else {
                    format!("Back to mention {time} of note {number}")
                },
            })
            .collect()
    }
}
