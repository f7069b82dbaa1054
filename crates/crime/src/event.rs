//! A dated event: what draws on officers, or restricts what may be said.

use calendar::{InvertedWindow, Window};
use chrono::NaiveDate;
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

/// The layout of a table of events.
pub static EVENTS: Layout = Layout {
    name: "events",
    what: "one row an event or period that draws on officers or restricts what may be said",
    columns: &[
        Column::required("id", "a short name that other tables use"),
        Column::required("event", "its name"),
        Column::required("kind", "one of: draws on officers, restricts messages, season"),
        Column::required("first_day", "a day"),
        Column::required("last_day", "a day"),
        Column::required("first_day_is", "one of: exact, at the latest"),
        Column::required("known_from", "the day from which it was publicly known"),
        Column::required("confidence", "one of: high, medium, low"),
        Column::required("source", "where the days come from"),
    ],
};

/// A dated event or period.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Cells")]
pub struct Event {
    /// The short name that other tables use.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it does to a force.
    pub kind: EventKind,
    /// From its first to its last day.
    pub window: Window,
    /// How firmly the first day is known.
    pub first_day_is: FirstDay,
    /// The day from which it was publicly known. On an earlier day it is not used.
    pub known_from: NaiveDate,
    /// How sure the source is.
    pub confidence: Confidence,
    /// Where the days come from.
    pub source: String,
}

/// What an event does to a force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum EventKind {
    /// It needs officers who would otherwise do other work.
    #[serde(rename = "draws on officers")]
    DrawsOnOfficers,
    /// It restricts what public bodies may say.
    #[serde(rename = "restricts messages")]
    RestrictsMessages,
    /// A season in which people are away or behave otherwise.
    #[serde(rename = "season")]
    Season,
}

/// How firmly a first day is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum FirstDay {
    /// It is this day.
    #[serde(rename = "exact")]
    Exact,
    /// It is this day or an earlier one.
    #[serde(rename = "at the latest")]
    AtTheLatest,
}

/// How sure a source is. What is not high is never printed as certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Seen only in part, or general knowledge.
    Low,
    /// Second hand.
    Medium,
    /// Read in the primary source.
    High,
}

impl std::fmt::Display for Confidence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        })
    }
}

#[derive(Deserialize)]
struct Cells {
    id: String,
    event: String,
    kind: EventKind,
    #[serde(deserialize_with = "table::day")]
    first_day: NaiveDate,
    #[serde(deserialize_with = "table::day")]
    last_day: NaiveDate,
    first_day_is: FirstDay,
    #[serde(deserialize_with = "table::day")]
    known_from: NaiveDate,
    confidence: Confidence,
    source: String,
}

impl TryFrom<Cells> for Event {
    type Error = InvertedWindow;

    fn try_from(cells: Cells) -> Result<Self, InvertedWindow> {
        Ok(Self {
            window: Window::new(cells.first_day, cells.last_day)?,
            id: cells.id,
            name: cells.event,
            kind: cells.kind,
            first_day_is: cells.first_day_is,
            known_from: cells.known_from,
            confidence: cells.confidence,
            source: cells.source,
        })
    }
}

impl Event {
    /// Reads a table of events.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&EVENTS, source)?;
        rows.reject_repeated("id", |event: &Self| event.id.clone());
        Ok(rows)
    }

    /// Whether it was publicly known on `day`.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> bool {
        self.known_from <= day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "id,event,kind,first_day,last_day,first_day_is,known_from,confidence,source\n\
        regatta,Regatta,draws on officers,2031-06-01,2031-06-03,exact,2031-01-05,high,invented\n\
        poll,By-election,restricts messages,2031-07-01,2031-06-01,at the latest,2031-05-01,low,invented\n";

    #[test]
    fn an_event_is_not_known_before_it_is_known() {
        let rows = Event::read(Source::new("events.csv", TABLE.as_bytes())).unwrap();
        let regatta = &rows.good[0].value;
        assert!(!regatta.known_on(rulebook::day(2031, 1, 4)));
        assert!(regatta.known_on(rulebook::day(2031, 1, 5)));
    }

    #[test]
    fn an_event_that_ends_before_it_begins_is_rejected() {
        let rows = Event::read(Source::new("events.csv", TABLE.as_bytes())).unwrap();
        assert_eq!(
            rows.rejected[0].to_string(),
            "events.csv, line 3: error [readable-row]: the window ends on 2031-06-01, before it begins on 2031-07-01"
        );
    }
}
