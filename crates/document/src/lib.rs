//! A report as data, and one renderer for each output.
//!
//! Start at [`Document`]: sections of numbered paragraphs, tables and charts. A number stands in it as
//! [`Inline::Figure`], never as text, so that every output prints the same digits and can say where they come from.
//! [`render`] turns a document into one page of HTML or one file of Markdown.
//!
//! This crate opens no file and fetches nothing; what it renders needs no network to read.

mod chart;
mod model;
pub mod render;

pub use {
    chart::{Bar, Chart, ChartKind, Lane, Mark, Span, SpanKind, WithInterval},
    model::{Align, Block, Cell, Document, Footnote, Head, Inline, Marking, Row, Section, Table},
};
