//! What a source says of many claims, and who contributes to their costs, when no register is held.

use rulebook::{Finding, Known, Qualifier, Severity};
use rust_decimal::Decimal;
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

use crate::cell::{self, key};

/// The layout of `legal/multiple_claims.csv`.
pub static MULTIPLE_CLAIMS: Layout = Layout {
    name: "multiple-claims",
    what: "one row a quantity that a source gives about many claims",
    columns: &[
        Column::required("matter", "the short name of the matter"),
        Column::required("quantity", "of what: `claims`, `duplicate claims`, `claims out of time`"),
        Column::required("value", "a whole number, 0 or more, `not known` or empty"),
        Column::required(
            "value_is",
            "one of: exact, about, fewer than, more than, as reported; or empty for exact",
        ),
        Column::required("as_printed", "the words of the source, `not known` or empty"),
        Column::required("paragraph", "where the source says so"),
    ],
};

/// The layout of `legal/contributors.csv`.
pub static CONTRIBUTORS: Layout = Layout {
    name: "contributors",
    what: "one row a body that contributes to the costs of a matter",
    columns: &[
        Column::required("matter", "the short name of the matter"),
        Column::required("force", "the name of a force, or words for one that is not named"),
        Column::required("share", "a percentage, `not known` or empty"),
        Column::required("amount", "pounds and pence, `not known` or empty"),
        Column::required("state", "one of: agreed, invoiced, received; `not known` or empty"),
    ],
};

/// A quantity about many claims, as a source gives it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Quantity {
    /// The short name of the matter.
    pub matter: String,
    /// Of what.
    #[serde(deserialize_with = "cell::name")]
    pub quantity: String,
    /// How many.
    #[serde(deserialize_with = "table::known_count")]
    pub value: Known<u64>,
    /// How firmly the number may be read. Not supplied: exactly.
    pub value_is: Known<Qualifier>,
    /// The words of the source.
    pub as_printed: Known<String>,
    /// Where the source says so.
    pub paragraph: String,
}

/// A body that contributes to the costs of a matter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Contributor {
    /// The short name of the matter.
    pub matter: String,
    /// The force, or words for one that is not named.
    #[serde(deserialize_with = "cell::name")]
    pub force: String,
    /// Its part of the whole, in percent.
    #[serde(deserialize_with = "table::percent")]
    pub share: Known<Decimal>,
    /// Its part in pounds.
    #[serde(deserialize_with = "table::money")]
    pub amount: Known<Decimal>,
    /// How far the contribution has come.
    pub state: Known<ContributionState>,
}

/// How far a contribution has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContributionState {
    /// Agreed to.
    Agreed,
    /// Asked for by an invoice.
    Invoiced,
    /// Paid.
    Received,
}

impl std::fmt::Display for ContributionState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Agreed => "agreed",
            Self::Invoiced => "invoiced",
            Self::Received => "received",
        })
    }
}

/// A word that is no state of a contribution.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is none of: agreed, invoiced, received")]
pub struct UnknownContributionState(String);

impl std::str::FromStr for ContributionState {
    type Err = UnknownContributionState;

    fn from_str(text: &str) -> Result<Self, UnknownContributionState> {
        [Self::Agreed, Self::Invoiced, Self::Received]
            .into_iter()
            .find(|state| state.to_string() == text)
            .ok_or_else(|| UnknownContributionState(text.to_owned()))
    }
}

/// What the figures of a matter are called that do not come from this table.
const RESERVED: [&str; 8] = [
    "state",
    "lead",
    "next-step",
    "next",
    "parties",
    "proceedings",
    "contributors",
    "contributors-without-amount",
];

impl Quantity {
    /// Reads a table of quantities; a quantity stands once in a matter.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows: Rows<Self> = table::read(&MULTIPLE_CLAIMS, source)?;
        rows.reject(|row| {
            let name = &row.value.quantity;
            RESERVED.contains(&key(name).as_str()).then(|| {
                let sentence = format!("`{name}` is the name of a figure that is read or counted elsewhere; name the quantity otherwise");
                let place = Some(row.place.at("quantity"));
                Finding::new(&table::rules::READABLE_ROW, Severity::Error, name, place, sentence).with("quantity", name)
            })
        });
        rows.reject_repeated("quantity", |row: &Self| {
            format!("{}: {}", key(&row.matter), key(&row.quantity))
        });
        Ok(rows)
    }
}

impl Contributor {
    /// Reads a table of contributors; a force stands once in a matter.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&CONTRIBUTORS, source)?;
        rows.reject_repeated("force", |row: &Self| format!("{}: {}", key(&row.matter), key(&row.force)));
        Ok(rows)
    }
}
