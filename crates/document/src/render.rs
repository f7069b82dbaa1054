//! One file for each output.
//!
//! [`html::page`] makes one page that needs no network; [`markdown::text`] says the same in plain text. Both print a
//! number only where the document holds one.

mod anchors;
#[cfg(test)]
pub(crate) mod fixture;
pub mod html;
pub mod markdown;
mod plain;
mod svg;
mod view;

/// Why a document could not be rendered: it contradicts itself.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RenderError {
    /// An anchor holds something that a link cannot name.
    #[error("`{id}` is no anchor: expected a letter, then letters, digits, hyphens, underscores or dots")]
    NotAnAnchor {
        /// The anchor as it was given.
        id: String,
    },
    /// Two places have the same anchor, or one has an anchor that the page makes for another.
    #[error("the anchor `{id}` is used twice")]
    RepeatedAnchor {
        /// The anchor.
        id: String,
    },
    /// A reference leads nowhere.
    #[error("a reference leads to `{target}`, and no place has that anchor")]
    NoSuchAnchor {
        /// Where it should have led.
        target: String,
    },
    /// A footnote is mentioned and not given.
    #[error("footnote {number} is mentioned, and there is none of that number")]
    NoSuchFootnote {
        /// Its number.
        number: u32,
    },
    /// A row is longer or shorter than the header above it.
    #[error("row {row} of table `{table}` has {cells} cells under a header of {head}")]
    RaggedRow {
        /// The anchor of the table.
        table: String,
        /// The row, counted from 1 below the header.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many cells the header has.
        head: usize,
    },
    /// A template of ours asks for something that it is not given: a fault of this crate, not of the document.
    #[error("a template of this crate could not be filled")]
    Template(#[from] minijinja::Error),
}
