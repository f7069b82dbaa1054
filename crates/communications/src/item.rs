//! What is planned to be said, and on which days.

use std::{fmt, str::FromStr};

use calendar::{InvertedWindow, Window};
use chrono::NaiveDate;
use rulebook::Known;
use serde::Deserialize;
use table::{Column, Layout, Rows};

/// The layout of a communications plan.
pub static PLAN: Layout = Layout {
    name: "plan",
    what: "one row a message, campaign or launch that is planned",
    columns: &[
        Column::required("item", "its name"),
        Column::required("desk", "the name of a desk, `not known` or empty"),
        Column::required("first_day", "a day, `not known` or empty"),
        Column::required("last_day", "a day, `not known` or empty"),
        Column::required("as_printed", "when, in the words of the source, `not known` or empty"),
        Column::required(
            "reading",
            "how those words were read as days; empty where the source prints the days",
        ),
        Column::required(
            "matter",
            "the short name of the legal matter it speaks of, `none`, `not known` or empty",
        ),
        Column::required("purpose", "what it is for"),
    ],
};

/// A message, campaign or launch that is planned.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Cells")]
pub struct Item {
    /// Its name.
    pub name: String,
    /// The desk that speaks.
    pub desk: Known<String>,
    /// When it is to be said.
    pub days: Days,
    /// When, in the words of the source.
    pub as_printed: Known<String>,
    /// How those words were read as days. Empty: the source prints the days themselves.
    pub reading: String,
    /// The legal matter it speaks of.
    pub matter: Known<Matter>,
    /// What it is for.
    pub purpose: String,
}

/// When an item is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Days {
    /// From a first to a last day.
    Between(Window),
    /// From this day; no last day is given.
    From(NaiveDate),
    /// Until this day; no first day is given.
    Until(NaiveDate),
    /// Somebody asked, and no day is known.
    NotKnown,
    /// Nobody gave a day.
    NotSupplied,
}

/// What the days of an item and a window have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Meets {
    /// These days, at the least.
    Share(Window),
    /// Perhaps some: the item has no day at that end.
    MayShare,
    /// None.
    Apart,
    /// It cannot be told: the item has no day.
    Undated,
}

/// The legal matter of which an item speaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// It is known to speak of none.
    None,
    /// The one of this short name.
    Named(String),
}

impl FromStr for Matter {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.trim();
        Ok(if name.eq_ignore_ascii_case("none") { Self::None } else { Self::Named(name.to_owned()) })
    }
}

impl fmt::Display for Matter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => f.pad("none"),
            Self::Named(name) => f.pad(name),
        }
    }
}

impl Days {
    fn of(first: Known<NaiveDate>, last: Known<NaiveDate>) -> Result<Self, InvertedWindow> {
        Ok(match (first, last) {
            (Known::Is(first), Known::Is(last)) => Self::Between(Window::new(first, last)?),
            (Known::Is(first), Known::NotKnown | Known::NotSupplied) => Self::From(first),
            (Known::NotKnown | Known::NotSupplied, Known::Is(last)) => Self::Until(last),
            (Known::NotSupplied, Known::NotSupplied) => Self::NotSupplied,
            (Known::NotKnown, Known::NotKnown | Known::NotSupplied)
            | (Known::NotSupplied, Known::NotKnown) => Self::NotKnown,
        })
    }

    /// Whether at least one day is given.
    #[must_use]
    pub const fn is_dated(self) -> bool {
        match self {
            Self::Between(_) | Self::From(_) | Self::Until(_) => true,
            Self::NotKnown | Self::NotSupplied => false,
        }
    }

    /// Which of its days lie in `window`.
    #[must_use]
    pub fn meets(self, window: Window) -> Meets {
        match self {
            Self::Between(days) => days.overlap(window).map_or(Meets::Apart, Meets::Share),
            Self::From(day) | Self::Until(day) if window.contains(day) => Meets::Share(Window::day(day)),
            Self::From(first) if first < window.first() => Meets::MayShare,
            Self::Until(last) if last > window.last() => Meets::MayShare,
            Self::From(_) | Self::Until(_) => Meets::Apart,
            Self::NotKnown | Self::NotSupplied => Meets::Undated,
        }
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Between(window) => window.fmt(f),
            Self::From(first) => write!(f, "{} on (no last day given)", Window::day(*first)),
            Self::Until(last) => write!(f, "the days up to {} (no first day given)", Window::day(*last)),
            Self::NotKnown => f.pad("not known"),
            Self::NotSupplied => f.pad("not supplied"),
        }
    }
}

#[derive(Deserialize)]
struct Cells {
    #[serde(deserialize_with = "crate::cell::filled")]
    item: String,
    desk: Known<String>,
    #[serde(deserialize_with = "table::known_day")]
    first_day: Known<NaiveDate>,
    #[serde(deserialize_with = "table::known_day")]
    last_day: Known<NaiveDate>,
    as_printed: Known<String>,
    reading: String,
    matter: Known<Matter>,
    purpose: String,
}

impl TryFrom<Cells> for Item {
    type Error = InvertedWindow;

    fn try_from(cells: Cells) -> Result<Self, InvertedWindow> {
        Ok(Self {
            days: Days::of(cells.first_day, cells.last_day)?,
            name: cells.item,
            desk: cells.desk,
            as_printed: cells.as_printed,
            reading: cells.reading,
            matter: cells.matter,
            purpose: cells.purpose,
        })
    }
}

impl Item {
    /// Rejects a second item of one name.
    pub(crate) fn once(rows: &mut Rows<Self>) {
        rows.reject_repeated("item", |item| item.name.clone());
    }

    /// Whether the days are somebody's reading of vaguer words, not days that the source prints.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        !self.reading.is_empty()
    }

    /// Its days, and the reading on which they rest if they rest on one.
    #[must_use]
    pub fn days_with_reading(&self) -> String {
        if !self.is_reading() {
            return self.days.to_string();
        }
        match &self.as_printed {
            Known::Is(words) => format!("{} (`{words}`, read as: {})", self.days, self.reading),
            Known::NotKnown | Known::NotSupplied => format!("{} (a reading: {})", self.days, self.reading),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use rulebook::day;

    #[test]
    fn not_known_and_not_supplied_stay_apart() {
        let rows = given::plan(
            "a,,,,,,,\nb,,not known,,,,,\nc,,2031-05-01,not known,,,none,\nd,,,2031-05-02,,,fire,\n",
        );
        let days: Vec<Days> = rows.good.iter().map(|row| row.value.days).collect();
        assert_eq!(
            days,
            [Days::NotSupplied, Days::NotKnown, Days::From(day(2031, 5, 1)), Days::Until(day(2031, 5, 2))]
        );
        let matters: Vec<String> = rows.good.iter().map(|row| row.value.matter.to_string()).collect();
        assert_eq!(matters, ["not supplied", "not supplied", "none", "fire"]);
    }

    #[test]
    fn an_item_that_ends_before_it_begins_is_rejected() {
        let rows = given::plan("a,,2031-05-02,2031-05-01,,,,\n");
        assert_eq!(
            rows.rejected[0].sentence,
            "the window ends on 2031-05-01, before it begins on 2031-05-02"
        );
    }

    #[test]
    fn a_missing_end_may_reach_a_window_but_only_on_its_side() {
        let window = Window::new(day(2031, 5, 10), day(2031, 5, 20)).unwrap();
        for (days, meets) in [
            (Days::From(day(2031, 5, 9)), Meets::MayShare),
            (Days::From(day(2031, 5, 20)), Meets::Share(Window::day(day(2031, 5, 20)))),
            (Days::From(day(2031, 5, 21)), Meets::Apart),
            (Days::Until(day(2031, 5, 9)), Meets::Apart),
            (Days::Until(day(2031, 5, 10)), Meets::Share(Window::day(day(2031, 5, 10)))),
            (Days::Until(day(2031, 5, 21)), Meets::MayShare),
            (Days::NotSupplied, Meets::Undated),
        ] {
            assert_eq!(days.meets(window), meets, "{days}");
        }
    }
}
