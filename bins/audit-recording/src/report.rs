//! Parts of a page that reports of this command share: plain functions from what a room gives to tables, charts and sections.
//!
//! A room gives values, and only those that may leave the force; here they are laid out. Nothing is computed from them but places.

pub use {
    charts::{Rated, interval_head, lateness_chart, rates_chart},
    classes::{class_rows, wrong_class},
    figures::{counts_table, figures_section, meanings, notes_on_intervals},
    findings::{OfRule, findings_section},
    paragraphs::Paragraphs,
    tables::{capital, grouped, summary},
};

mod charts;
mod classes;
mod figures;
mod findings;
mod heat_map;
mod paragraphs;
mod tables;
pub mod workbook;

/// What a report says of itself in place of a marking, which is for the force to give: below `threshold` counts are left out.
pub const fn without_people(threshold: u64) -> &'static str {
    match threshold {
        0 | 1 => "No case and no record; small counts are not left out",
        _ => "No case and no record; small counts are left out",
    }
}

/// What a table or a chart is called.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Its anchor.
    pub id: &'a str,
    /// Its title, without a number.
    pub title: &'a str,
}
