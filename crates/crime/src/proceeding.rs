//! A proceeding before a court, a tribunal or a coroner.

use chrono::NaiveDate;
use rulebook::{FigureId, Known};
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

/// The layout of a table of proceedings.
pub static PROCEEDINGS: Layout = Layout {
    name: "proceedings",
    what: "one row a proceeding; one matter may have several",
    columns: &[
        Column::required("matter", "the short name of the matter it belongs to"),
        Column::required("proceeding", "its name"),
        Column::required("kind", "one of: criminal, civil, inquest, investigation"),
        Column::required("forum", "the court, tribunal, coroner or body"),
        Column::required("active_from", "a day, `not known` or empty"),
        Column::required("active_to", "a day, `not known` or empty"),
        Column::required("known_from", "the day from which the force knew of it"),
        Column::required("next_step", "what comes next, `not known` or empty"),
        Column::required("next_as_printed", "when, in the words of the source, `not known` or empty"),
        Column::required("source", "where it comes from"),
    ],
};

/// A proceeding.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Proceeding {
    /// The short name of the matter it belongs to.
    pub matter: String,
    /// Its name.
    #[serde(rename = "proceeding")]
    pub name: String,
    /// What sort it is.
    pub kind: ProceedingKind,
    /// The court, tribunal, coroner or body before which it is.
    pub forum: String,
    /// The day from which it is active in the sense of contempt of court.
    #[serde(deserialize_with = "table::known_day")]
    pub active_from: Known<NaiveDate>,
    /// The last day on which it is active. Not known or not supplied: no end is known.
    #[serde(deserialize_with = "table::known_day")]
    pub active_to: Known<NaiveDate>,
    /// The day from which the force knew of it. On an earlier day it is not used.
    #[serde(deserialize_with = "table::day")]
    pub known_from: NaiveDate,
    /// What comes next.
    pub next_step: Known<String>,
    /// When, in the words of the source.
    pub next_as_printed: Known<String>,
    /// Where it comes from.
    pub source: String,
}

/// What sort of proceeding it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProceedingKind {
    /// Before a criminal court.
    Criminal,
    /// Before a civil court or a tribunal.
    Civil,
    /// Before a coroner.
    Inquest,
    /// An investigation that is not before a court.
    Investigation,
}

impl Proceeding {
    /// Reads a table of proceedings.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&PROCEEDINGS, source)?;
        rows.reject_repeated("proceeding", |proceeding: &Self| proceeding.name.clone());
        Ok(rows)
    }

    /// Whether it belongs to the matter of this name.
    ///
    /// Names are compared as they stand in the ids of figures: their letters and digits in lower case, whatever stands
    /// between the words. `Fire Hall`, `fire-hall` and `fire_hall` are one matter; `Firehall` is another.
    #[must_use]
    pub fn is_of(&self, matter: &str) -> bool {
        FigureId::of(&[&self.matter]) == FigureId::of(&[matter])
    }

    /// Whether it is active on `day`: yes, no, or not known because the day it began is not known.
    #[must_use]
    pub fn active_on(&self, day: NaiveDate) -> Known<bool> {
        if self.active_to.value().is_some_and(|last| day > *last) {
            return Known::Is(false);
        }
        self.active_from.map(|first| day >= first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inquest(from: &str, to: &str) -> Proceeding {
        let text = format!(
            "matter,proceeding,kind,forum,active_from,active_to,known_from,next_step,next_as_printed,source\n\
             fire,Inquest,inquest,Coroner,{from},{to},2031-01-01,,,invented\n"
        );
        Proceeding::read(Source::new("proceedings.csv", text.as_bytes())).unwrap().good.remove(0).value
    }

    #[test]
    fn a_matter_is_one_however_its_words_are_joined() {
        let mut hall = inquest("2031-03-01", "2031-03-31");
        hall.matter = "Fire Hall 2".to_owned();
        for name in ["fire-hall-2", "FIRE HALL 2", " fire_hall  2 ", "Fire Hall, 2"] {
            assert!(hall.is_of(name), "{name}");
        }
        for name in ["fire-hall", "firehall2", "fire-hall-20", "flood"] {
            assert!(!hall.is_of(name), "{name}");
        }
    }

    #[test]
    fn active_from_the_first_day_to_the_last() {
        let fire = inquest("2031-03-01", "2031-03-31");
        for (month, day, active) in [(2, 28, false), (3, 1, true), (3, 31, true), (4, 1, false)] {
            assert_eq!(fire.active_on(rulebook::day(2031, month, day)), Known::Is(active));
        }
    }

    #[test]
    fn without_a_first_day_it_cannot_be_told_before_the_end() {
        let fire = inquest("not known", "2031-03-31");
        assert_eq!(fire.active_on(rulebook::day(2031, 3, 1)), Known::NotKnown);
        assert_eq!(fire.active_on(rulebook::day(2031, 4, 1)), Known::Is(false));
    }
}
