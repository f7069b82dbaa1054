//! What a report is made of.

use chrono::NaiveDate;
use rulebook::{Figure, FigureId};

use crate::Chart;

/// A whole report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its title.
    pub title: String,
    /// The body it is written for. Empty for none.
    pub board: String,
    /// The day on which that body meets, if there is one.
    pub meeting: Option<NaiveDate>,
    /// The post of its author; posts, never names of people.
    pub author: String,
    /// How it may be handled.
    pub marking: Marking,
    /// The day as at which it was computed: what became known later is not in it.
    pub as_at: NaiveDate,
    /// A sentence that stands above everything else: what is synthetic says so here. Empty for none.
    pub notice: String,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The footnotes, numbered from 1 in the order of their first mention.
    pub footnotes: Vec<Footnote>,
}

/// A classification marking, printed as it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marking(pub String);

/// A section with a heading of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its anchor, a slug, unique in the document.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What it holds, in order.
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading below that of the section.
    Subheading {
        /// Its anchor.
        id: String,
        /// Its words.
        text: String,
    },
    /// A paragraph with its number in the paper.
    Paragraph {
        /// Counted through the whole paper from 1.
        number: u32,
        /// Its anchor: `paragraph-1`.
        id: String,
        /// What it says.
        text: Vec<Inline>,
    },
    /// A list that belongs to the paragraph above it.
    List(Vec<Vec<Inline>>),
    /// A table.
    Table(Table),
    /// A picture with its table.
    Chart(Chart),
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that weigh more.
    Strong(Vec<Inline>),
    /// Words that are stressed.
    Emphasis(Vec<Inline>),
    /// A figure, as printed.
    Figure {
        /// Which one.
        id: FigureId,
        /// The digits the reader sees.
        printed: String,
        /// The value in full, for machines.
        exact: String,
    },
    /// Somebody else's printed number, quoted.
    AsPrinted(String),
    /// A reference to another place of the document.
    Reference {
        /// The anchor it leads to.
        target: String,
        /// The words that carry it: `paragraph 7`.
        text: String,
    },
    /// A mention of a footnote, by its number.
    Footnote(u32),
    /// A link out of the document. Only `http`, `https` and `mailto` are rendered as links.
    Link {
        /// Where it leads.
        url: String,
        /// The words that carry it.
        text: String,
    },
}

impl Inline {
    /// Plain words.
    #[must_use]
    pub fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    /// A figure as it is printed.
    #[must_use]
    pub fn figure(figure: &Figure) -> Self {
        Self::Figure { id: figure.id.clone(), printed: figure.printed(), exact: figure.exact() }
    }
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// Its number in the document.
    pub number: u32,
    /// What it says.
    pub text: Vec<Inline>,
}

/// A table with a caption and a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its anchor, a slug, unique in the document.
    pub id: String,
    /// Its caption, without a number.
    pub caption: String,
    /// The header cells. The first column names the row.
    pub head: Vec<Head>,
    /// The rows, each as long as the header.
    pub rows: Vec<Row>,
    /// Remarks below the table, among them where its figures come from.
    pub notes: Vec<Vec<Inline>>,
}

/// A header cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its words.
    pub text: String,
    /// How its column stands.
    pub align: Align,
}

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words: left.
    Words,
    /// Numbers: right.
    Numbers,
}

impl Head {
    /// A column of words.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::Words }
    }

    /// A column of numbers.
    #[must_use]
    pub fn numbers(text: impl Into<String>) -> Self {
        Self { text: text.into(), align: Align::Numbers }
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its anchor, where something leads to it.
    pub id: Option<String>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row to which nothing leads.
    #[must_use]
    pub fn new(cells: impl IntoIterator<Item = Cell>) -> Self {
        Self { id: None, cells: cells.into_iter().collect() }
    }
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell(pub Vec<Inline>);

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self(vec![Inline::text(words)])
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self(vec![Inline::Text(words)])
    }
}

impl From<&Figure> for Cell {
    fn from(figure: &Figure) -> Self {
        Self(vec![Inline::figure(figure)])
    }
}
