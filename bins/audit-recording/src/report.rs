//! Parts of a page that reports of this command share: plain functions from what a room gives to tables, charts and sections.
//!
//! A room gives values, and only those that may leave the force; here they are laid out. Nothing is computed from them but places.

pub use {
    charts::{Rated, lateness_chart, rates_chart},
    figures::{counts_table, figures_section, meanings},
    findings::{OfRule, findings_section},
    heat_map::{Pair, heat_map},
    paragraphs::Paragraphs,
    tables::summary,
};

mod charts;
mod figures;
mod findings;
mod heat_map;
mod paragraphs;
mod tables;
pub mod workbook;

/// What a table or a chart is called.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// Its anchor.
    pub id: &'a str,
    /// Its title, without a number.
    pub title: &'a str,
}
