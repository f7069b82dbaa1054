//! Decisions that a recorded crime was no crime, as an inspection judged them and gives them in counts.
//!
//! Start at [`read`] and [`examine`]. How the inspection chose them is in its own file, which the room that reads it hands over.
//!
//! ```
//! use no_crime::decisions::{Inputs, examine, read};
//! use rulebook::Rounding;
//! use table::Source;
//!
//! let decisions = "offence,examined,correct,printed_percent\nArson,12,9,75%\n";
//! let facts = read(&Inputs { decisions: Some(Source::new("audit/no_crime_decisions.csv", decisions.as_bytes())) })
//!     .map_err(|errors| format!("{errors:?}"))?;
//! let answer = examine(&facts, None, Rounding::nearest(0));
//! let rate = &answer.decisions.first().ok_or("no row")?.rate;
//! assert_eq!(rate.printed(), "75%");
//! // statsmodels 0.15.0, proportion_confint(9, 12, method="wilson"): 0.467695, 0.911058.
//! assert_eq!(rate.interval_printed().as_deref(), Some("46.8% to 91.1%"));
//! # Ok::<(), String>(())
//! ```

use crime::rules::correct_within_examined;
use rulebook::{FigureId, Known};
use rust_decimal::Decimal;
use serde::Deserialize;
use table::{Column, Layout, Row, Rows};

mod examine;
mod figures;
mod read;

pub use {
    examine::{Answer, examine},
    figures::DecisionFigures,
    read::{FILES, Facts, Inputs, LAYOUTS, printed_shares, read},
};

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
    #[serde(deserialize_with = "table::name")]
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
    fn checked(mut rows: Rows<Self>) -> Rows<Self> {
        rows.reject(|row: &Row<Self>| {
            let Self { offence, examined, correct, .. } = &row.value;
            correct_within_examined::check(offence, *examined, *correct, &row.place)
        });
        rows.reject_repeated("offence", |row: &Self| FigureId::of(&[&row.offence]).to_string());
        rows
    }
}
