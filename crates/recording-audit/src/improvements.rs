//! What an inspection looked at, criticised and praised, and what is done about it.

use std::fmt;

use chrono::NaiveDate;
use rulebook::Known;
use serde::Deserialize;
use table::{Column, Layout, Rows};

/// The layout of `audit/improvements.csv`.
pub static IMPROVEMENTS: Layout = Layout {
    name: "improvements",
    what: "one row a theme, an area of concern or a strength that the inspection named",
    columns: &[
        Column::required("kind", "one of: theme, concern, strength"),
        Column::required("subject", "what it is about"),
        Column::required("owner", "the post that answers for the action, `not known` or empty"),
        Column::required("action", "what is to be done, `not known` or empty"),
        Column::required("due", "a day, `not known` or empty"),
        Column::required("state", "how far it is, `done` when it is over, `not known` or empty"),
    ],
};

/// What an inspection says of a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It asked about it.
    Theme,
    /// It criticised it.
    Concern,
    /// It praised it.
    Strength,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Theme => "theme",
            Self::Concern => "area of concern",
            Self::Strength => "strength",
        })
    }
}

/// A theme, an area of concern or a strength.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Improvement {
    /// What the inspection says of it.
    pub kind: Kind,
    /// What it is about.
    #[serde(deserialize_with = "table::name")]
    pub subject: String,
    /// The post that answers for the action.
    #[serde(default)]
    pub owner: Known<String>,
    /// What is to be done.
    #[serde(default)]
    pub action: Known<String>,
    /// The day by which it is to be done.
    #[serde(default, deserialize_with = "table::known_day")]
    pub due: Known<NaiveDate>,
    /// How far it is; `done` when it is over.
    #[serde(default)]
    pub state: Known<String>,
}

impl Improvement {
    /// Whether its state says that it is done.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.state.value().is_some_and(|state| state.eq_ignore_ascii_case("done"))
    }

    /// The rows without those that contradict themselves or an earlier one.
    pub(crate) fn checked(mut rows: Rows<Self>) -> Rows<Self> {
        rows.reject_repeated("subject", |row: &Self| row.subject.to_lowercase());
        rows
    }
}
