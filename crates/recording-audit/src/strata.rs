//! The strata of an audit: where records came from, and how many crimes they made.

use rulebook::{FigureId, Known};
use rust_decimal::Decimal;
use serde::Deserialize;
use table::{Column, Layout, Rows};

use crate::rules::recorded_within_due;

/// The layout of `audit/strata.csv`.
pub static STRATA: Layout = Layout {
    name: "strata",
    what: "one row a stratum of the audit: a source of records, and how many crimes they made",
    columns: &[
        Column::required("stratum", "its name"),
        Column::required("records_examined", "a whole number, 0 or more"),
        Column::required("crimes_due", "a whole number, 0 or more, `not known` or empty"),
        Column::required("crimes_recorded", "a whole number, 0 or more, `not known` or empty"),
        Column::optional("printed_percent", "the compliance as printed, such as 98% or 98.8%, or empty"),
        Column::optional("paragraph", "where it is printed"),
    ],
};

/// A stratum of the audit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Stratum {
    /// Its name.
    #[serde(deserialize_with = "table::name")]
    pub stratum: String,
    /// How many records (incidents, reports) were looked at.
    #[serde(deserialize_with = "table::count")]
    pub records_examined: u64,
    /// How many crimes should have been recorded from them.
    #[serde(deserialize_with = "table::known_count")]
    pub crimes_due: Known<u64>,
    /// How many of those were recorded.
    #[serde(deserialize_with = "table::known_count")]
    pub crimes_recorded: Known<u64>,
    /// The compliance as somebody printed it, in percent.
    #[serde(default, deserialize_with = "table::percent")]
    pub printed_percent: Known<Decimal>,
    /// The paragraph in which it is printed.
    #[serde(default)]
    pub paragraph: Known<String>,
}

impl Stratum {
    /// Crimes recorded and crimes due, if both are known.
    #[must_use]
    pub fn recorded_of_due(&self) -> Option<(u64, u64)> {
        Some((*self.crimes_recorded.value()?, *self.crimes_due.value()?))
    }

    /// The rows without those that contradict themselves or an earlier one.
    pub(crate) fn checked(mut rows: Rows<Self>) -> Rows<Self> {
        rows.reject(recorded_within_due::check);
        // Compared as figures are named, so that no two strata share a figure.
        rows.reject_repeated("stratum", |row: &Self| FigureId::of(&[&row.stratum]).to_string());
        rows
    }
}
