//! Decisions that a recorded crime was no crime, as an audit judged them.

use rulebook::{FigureId, Known};
use rust_decimal::Decimal;
use serde::Deserialize;
use table::{Column, Layout, Rows};

use crate::rules::correct_within_examined;

/// The layout of `audit/no_crime_decisions.csv`.
pub static DECISIONS: Layout = Layout {
    name: "no-crime-decisions",
    what: "one row an offence: how many \"no crime\" decisions were examined, and how many were correct",
    columns: &[
        Column::required("offence", "its name"),
        Column::required("examined", "a whole number, 0 or more"),
        Column::required("correct", "a whole number, 0 or more"),
        Column::optional("printed_percent", "the rate as printed, such as 80% or 80.6%, or empty"),
        Column::optional("paragraph", "where it is printed"),
    ],
};

/// The "no crime" decisions of one offence.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Decision {
    /// The offence that had been recorded.
    #[serde(deserialize_with = "crate::name::name")]
    pub offence: String,
    /// How many decisions were looked at.
    #[serde(deserialize_with = "table::count")]
    pub examined: u64,
    /// How many were correct.
    #[serde(deserialize_with = "table::count")]
    pub correct: u64,
    /// The share of correct ones as somebody printed it, in percent.
    #[serde(default, deserialize_with = "table::percent")]
    pub printed_percent: Known<Decimal>,
    /// The paragraph in which it is printed.
    #[serde(default)]
    pub paragraph: Known<String>,
}

impl Decision {
    /// The rows without those that contradict themselves or an earlier one.
    pub(crate) fn checked(mut rows: Rows<Self>) -> Rows<Self> {
        rows.reject(correct_within_examined::check);
        rows.reject_repeated("offence", |row: &Self| FigureId::of(&[&row.offence]).to_string());
        rows
    }
}
