//! What is the same for a whole comparison.

use chrono::NaiveDate;
use rulebook::Place;
use table::extract::Record;

use crate::compare::classes::Classes;

/// What is the same for a whole comparison.
#[derive(Debug)]
pub struct Settings {
    /// The day that is today: what became known later is not used.
    pub as_at: NaiveDate,
    /// Our force: crimes that are due elsewhere are counted apart. Without it every crime due is taken for ours.
    pub force: Option<String>,
    /// The files, by the number that their rows carry: those of the due table, then the one of the recorded table.
    pub files: Vec<String>,
    /// The sheet of each file, in the same order; nothing for a file that is no workbook.
    pub sheets: Vec<Option<String>>,
    /// The store that each file of the due table comes from, where its rows do not say; empty if nobody says.
    pub stores: Vec<String>,
    pub(crate) classes: Classes,
}

impl Settings {
    /// Settings for these files, without a force and without stores.
    #[must_use]
    pub fn new(as_at: NaiveDate, due: &[&str], recorded: &str) -> Self {
        Self {
            as_at,
            force: None,
            files: due.iter().chain([&recorded]).map(|file| (*file).to_owned()).collect(),
            sheets: vec![None; due.len() + 1],
            stores: vec![String::new(); due.len()],
            classes: Classes::listed(),
        }
    }

    /// Where a row was read.
    pub(crate) fn place(&self, record: &Record) -> Place {
        let number = usize::from(record.source);
        let file = self.files.get(number).map_or("", String::as_str);
        Place { sheet: self.sheets.get(number).cloned().flatten(), ..Place::row(file, record.line) }
    }
}
