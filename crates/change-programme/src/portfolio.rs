//! The change portfolio: what is declared of it, its items, their dates, priorities and facts.

use std::{fmt, str::FromStr};

use calendar::Window;
use chrono::NaiveDate;
use rulebook::{Known, Qualifier};
use serde::Deserialize;
use table::{Column, Layout};

use crate::cells::{name, qualifier, whole, whole_if_told};

/// What a paper declares of its portfolio in numbers: `change/portfolio.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Portfolio {
    /// How many programmes there are said to be.
    #[serde(deserialize_with = "whole")]
    pub programmes_declared: u64,
    /// How many projects outside the programmes there are said to be.
    #[serde(deserialize_with = "whole")]
    pub projects_declared: u64,
    /// How many people support them; none: not supplied.
    #[serde(default, deserialize_with = "whole_if_told")]
    pub team: Option<u64>,
    /// How firmly the size of the team may be read.
    #[serde(default, deserialize_with = "qualifier")]
    pub team_is: Qualifier,
    /// The paragraph of the source.
    #[serde(default)]
    pub paragraph: String,
    /// Where the numbers come from.
    pub source: String,
}

/// The layout of `change/items.csv`.
pub static ITEMS: Layout = Layout {
    name: "items",
    what: "one row a programme or project of the change portfolio",
    columns: &[
        Column::required("item", "its name"),
        Column::required("kind", "one of: programme, project, not known"),
        Column::required("placeholder", "yes (the source counts it without naming it) or no"),
        Column::optional("owner", "the post that owns it, `not known` or empty"),
        Column::optional("state", "where it stands, `not known` or empty"),
        Column::optional("note", "a remark, or empty"),
    ],
};

/// A programme or project.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Item {
    /// Its name; a neutral one for a placeholder.
    #[serde(rename = "item", deserialize_with = "name")]
    pub name: String,
    /// Programme or project.
    pub kind: Known<ItemKind>,
    /// Whether the source names it.
    pub placeholder: Naming,
    /// The post that owns it.
    #[serde(default)]
    pub owner: Known<String>,
    /// Where it stands.
    #[serde(default)]
    pub state: Known<String>,
    /// A remark.
    #[serde(default)]
    pub note: String,
}

/// What an item of a portfolio is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// It holds several projects.
    Programme,
    /// It stands alone.
    Project,
}

/// A word that is no kind of item.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is neither programme nor project")]
pub struct UnknownItemKind(String);

impl FromStr for ItemKind {
    type Err = UnknownItemKind;

    fn from_str(text: &str) -> Result<Self, UnknownItemKind> {
        [Self::Programme, Self::Project]
            .into_iter()
            .find(|kind| kind.to_string().eq_ignore_ascii_case(text.trim()))
            .ok_or_else(|| UnknownItemKind(text.to_owned()))
    }
}

impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Programme => "programme",
            Self::Project => "project",
        })
    }
}

/// Whether the source names an item or only counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Naming {
    /// The source names it.
    #[serde(rename = "no")]
    Named,
    /// The source only counts it; its name here is a neutral one of ours.
    #[serde(rename = "yes")]
    Placeholder,
}

/// The layout of `change/key_dates.csv`.
pub static KEY_DATES: Layout = Layout {
    name: "key-dates",
    what: "one row a key date of an item; a single day stands in both day columns",
    columns: &[
        Column::required("item", "an item of change/items.csv"),
        Column::required("what", "what happens"),
        Column::required("first_day", "a day, `not known` or empty"),
        Column::required("last_day", "a day, `not known` or empty"),
        Column::optional("as_printed", "the words of the source, `not known` or empty"),
        Column::optional("reading", "how words without days were read, or empty"),
        Column::optional("state", "where it stands, `not known` or empty"),
    ],
};

/// A key date of an item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct KeyDate {
    /// The item.
    #[serde(deserialize_with = "name")]
    pub item: String,
    /// What happens.
    #[serde(deserialize_with = "name")]
    pub what: String,
    /// The first day on which it may happen, or on which it begins.
    #[serde(deserialize_with = "table::known_day")]
    pub first_day: Known<NaiveDate>,
    /// The last day.
    #[serde(deserialize_with = "table::known_day")]
    pub last_day: Known<NaiveDate>,
    /// The words of the source: `late summer 2014`.
    #[serde(default)]
    pub as_printed: Known<String>,
    /// How those words were read as days.
    #[serde(default)]
    pub reading: String,
    /// Where it stands.
    #[serde(default)]
    pub state: Known<String>,
}

impl KeyDate {
    /// The days to draw: from the first to the last; the one day that is known if only one is; none if neither is.
    #[must_use]
    pub fn window(&self) -> Option<Window> {
        match (self.first_day.value(), self.last_day.value()) {
            (Some(first), Some(last)) => Window::new(*first, *last).ok(),
            (Some(day), None) | (None, Some(day)) => Some(Window::day(*day)),
            (None, None) => None,
        }
    }
}

/// The layout of `change/priorities.csv`.
pub static PRIORITIES: Layout = Layout {
    name: "priorities",
    what: "one row a priority of the coming months",
    columns: &[
        Column::required("priority", "what is to be done"),
        Column::required("item", "the item of change/items.csv it belongs to, `not known` or empty"),
        Column::optional("with", "with whom, `not known` or empty"),
    ],
};

/// A priority of the coming months.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Priority {
    /// What is to be done.
    #[serde(deserialize_with = "name")]
    pub priority: String,
    /// The item it belongs to.
    pub item: Known<String>,
    /// With whom.
    #[serde(default)]
    pub with: Known<String>,
}

/// The layout of `change/facts.csv`.
pub static ITEM_FACTS: Layout = Layout {
    name: "item-facts",
    what: "one row a fact about an item",
    columns: &[
        Column::required("item", "an item of change/items.csv"),
        Column::required("fact", "the fact, in words"),
        Column::required("day", "a day, `not known` or empty"),
        Column::optional("as_printed", "when, in the words of the source, `not known` or empty"),
        Column::required("source", "where it comes from"),
    ],
};

/// A fact about an item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ItemFact {
    /// The item.
    #[serde(deserialize_with = "name")]
    pub item: String,
    /// The fact, in words.
    #[serde(deserialize_with = "name")]
    pub fact: String,
    /// The day on which it came about or will.
    #[serde(deserialize_with = "table::known_day")]
    pub day: Known<NaiveDate>,
    /// When, in the words of the source.
    #[serde(default)]
    pub as_printed: Known<String>,
    /// Where it comes from.
    pub source: String,
}
