//! A sum of costs and the weights by which it is shared.

use chrono::NaiveDate;
use rulebook::Known;
use rust_decimal::Decimal;
use serde::Deserialize;
use table::{Column, Layout, ReadError, Rows, Source};

use crate::cell::{self, key};

/// The layout of `legal/shares.csv`.
pub static SHARES: Layout = Layout {
    name: "shares",
    what: "one row a force or body that bears a part of the costs",
    columns: &[
        Column::optional("synthetic", "`yes` where the row is invented, else empty"),
        Column::required("force", "the name of the force or body"),
        Column::required("basis", "what is counted as the weight, in words"),
        Column::required("weight", "a whole number, 0 or more, `not known` or empty"),
    ],
};

/// The weight of one force.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Weight {
    /// The force or body.
    #[serde(deserialize_with = "cell::name")]
    pub force: String,
    /// What is counted, in words.
    pub basis: String,
    /// How many of it.
    #[serde(deserialize_with = "table::known_count")]
    pub weight: Known<u64>,
}

/// What holds of a register as a whole: `legal/claims.toml`. Every key may be missing.
///
/// The pool is written as text (`pool = "250000.00"`), since a bare decimal would pass through a binary fraction.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimSettings {
    /// Who ordered the stay: a post or a body.
    #[serde(default)]
    pub stay_ordered_by: Known<String>,
    /// The day from which it holds. On an earlier day it is not used.
    #[serde(default, deserialize_with = "table::known_day")]
    pub stay_from: Known<NaiveDate>,
    /// What it covers, in words.
    #[serde(default)]
    pub stay_scope: Known<String>,
    /// The sum to be shared, in pounds.
    #[serde(default, deserialize_with = "table::money")]
    pub pool: Known<Decimal>,
}

impl Weight {
    /// Reads a table of weights; a force stands once.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if the file is no such table.
    pub fn read(source: Source<'_>) -> Result<Rows<Self>, ReadError> {
        let mut rows = table::read(&SHARES, source)?;
        rows.reject_repeated("force", |row: &Self| key(&row.force));
        Ok(rows)
    }
}
