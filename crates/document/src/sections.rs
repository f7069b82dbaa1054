//! Parts of a page that reports share: plain functions from figures and rules to tables, charts and sections.
//!
//! A question gives values, and only those that may be seen by whoever reads the page; here they are laid out. Nothing is computed from them but
//! places.

mod breakdown;
mod figures;
mod findings;
mod paragraphs;
mod rates;

pub use {
    breakdown::{capital, grouped, summary},
    figures::{counts_table, figures_section, notes_on_intervals},
    findings::findings_section,
    paragraphs::Paragraphs,
    rates::rates_chart,
};

/// What a table or a chart is called.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Its anchor.
    pub id: &'a str,
    /// Its title, without a number.
    pub title: &'a str,
}

/// What a report says of itself in place of a marking, which is for the force to give: below `threshold` counts are left out.
#[must_use]
pub const fn without_people(threshold: u64) -> &'static str {
    match threshold {
        0 | 1 => "No case and no record; small counts are not left out",
        _ => "No case and no record; small counts are left out",
    }
}
