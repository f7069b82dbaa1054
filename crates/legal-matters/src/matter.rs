//! A matter that the legal department has in hand, and who takes part in it.

use chrono::NaiveDate;
use rulebook::Known;
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

use crate::cell::{self, key};

/// The layout of `legal/matters.csv`.
pub static MATTERS: Layout = Layout {
    name: "matters",
    what: "one row a legal matter",
    columns: &[
        Column::required("matter", "a short name that other tables use"),
        Column::required("title", "its title"),
        Column::required("state", "how it stands in a few words, `not known` or empty"),
        Column::required("lead", "the post that leads it, `not known` or empty"),
        Column::required("next_step", "what comes next, `not known` or empty"),
        Column::required("next_day", "a day, `not known` or empty"),
        Column::required("next_as_printed", "when, in the words of the source, `not known` or empty"),
        Column::required("paragraph", "where the source says so"),
    ],
};

/// The layout of `legal/parties.csv`.
pub static PARTIES: Layout = Layout {
    name: "parties",
    what: "one row a party to a matter",
    columns: &[
        Column::required("matter", "the short name of the matter"),
        Column::required("party", "its name; a body or a post, not a person"),
        Column::required("role", "its part in the matter"),
    ],
};

/// A legal matter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Matter {
    /// The short name that other tables use.
    #[serde(rename = "matter", deserialize_with = "cell::name")]
    pub name: String,
    /// Its title.
    #[serde(deserialize_with = "cell::name")]
    pub title: String,
    /// How it stands.
    pub state: Known<String>,
    /// The post that leads it.
    pub lead: Known<String>,
    /// What comes next.
    pub next_step: Known<String>,
    /// The day of the next step.
    #[serde(deserialize_with = "table::known_day")]
    pub next_day: Known<NaiveDate>,
    /// When, in the words of the source.
    pub next_as_printed: Known<String>,
    /// Where the source says so.
    pub paragraph: String,
}

/// A party to a matter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Party {
    /// The short name of the matter.
    pub matter: String,
    /// Its name.
    #[serde(rename = "party", deserialize_with = "cell::name")]
    pub name: String,
    /// Its part in the matter.
    pub role: String,
}

impl Matter {
    /// Reads a table of matters. Two names that differ only in case or punctuation are one name, and the second is
    /// rejected.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&MATTERS, source)?;
        rows.reject_repeated("matter", |matter: &Self| key(&matter.name));
        Ok(rows)
    }
}

impl Party {
    /// Reads a table of parties; a party stands once in a matter.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&PARTIES, source)?;
        rows.reject_repeated("party", |row: &Self| format!("{}: {}", key(&row.matter), key(&row.name)));
        Ok(rows)
    }
}
