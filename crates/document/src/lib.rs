//! A report as data, and one renderer for each output.
//!
//! Start at [`Document`]: sections of numbered paragraphs, tables and charts. A number stands in it as
//! [`Inline::Figure`], never as text, so that every output prints the same digits and can say where they come from.
//! [`render`] turns a document into one page of HTML or one file of Markdown; [`sections`] are parts that reports share.
//!
//! ```
//! use document::{Block, Document, Inline, Marking, Section, render};
//! use rulebook::{Figure, FigureId, Value, day};
//!
//! let share = Value::Share { part: 45, whole: 60 };
//! let kept = Figure::new(FigureId::of(&["audit", "kept"]), "reports recorded as they should be", share);
//! let paragraph = Block::Paragraph {
//!     number: 1,
//!     id: "paragraph-1".into(),
//!     text: vec![Inline::figure(&kept), Inline::text(" of the reports were recorded as they should be.")],
//! };
//! let document = Document {
//!     title: "Recording in Northshire".into(),
//!     board: "Police and Crime Board".into(),
//!     meeting: Some(day(2021, 3, 9)),
//!     author: "Deputy Chief Constable".into(),
//!     marking: Marking("OFFICIAL".into()),
//!     as_at: day(2021, 3, 1),
//!     notice: String::new(),
//!     sections: vec![Section { id: "audit".into(), heading: "Audit".into(), blocks: vec![paragraph] }],
//!     footnotes: vec![],
//! };
//! let page = render::html::page(&document)?;
//! assert!(page.contains(r#"<data value="0.75" data-figure="audit.kept">75%</data> of the reports"#));
//! let text = render::markdown::text(&document);
//! assert!(text.contains("**1.** 75% of the reports were recorded as they should be."));
//! # Ok::<(), render::RenderError>(())
//! ```
//!
//! This crate opens no file and fetches nothing; what it renders needs no network to read.

mod chart;
mod model;
mod numbers;
pub mod render;
pub mod sections;

pub use {
    chart::{
        Bar, Beside, Break, CentreLine, Chart, ChartKind, Control, ControlLimits, ControlPoint, DrawnAs,
        Funnel, FunnelPoint, Heat, HeatCell, Lane, Limits, Mark, Position, Ranked, RankedRow, Reach, Segment,
        Signal, Spacing, Span, SpanKind, Standing, WithInterval, beginning,
    },
    model::{Align, Block, Cell, Document, Footnote, Head, Inline, Marking, Row, Section, Table},
    numbers::numbers,
};
