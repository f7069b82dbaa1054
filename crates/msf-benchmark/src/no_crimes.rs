//! The table of "no crimes" by force, as it is printed.

use crime::Force;
use rulebook::Known;
use rust_decimal::Decimal;
use serde::Deserialize;
use table::{Column, Layout, Row, Rows};

use crate::rules::force_recognised;

/// The layout of a table of "no crimes" by force.
pub static NO_CRIMES: Layout = Layout {
    name: "no-crimes",
    what: "one row a force: its \"no crimes\" of a year, as printed",
    columns: &[
        Column::required("force", "a police force of England and Wales, by name or code"),
        Column::required("initially_recorded", "a whole number, 0 or more"),
        Column::required("no_crimes", "a whole number, 0 or more"),
        Column::required("recorded", "a whole number, 0 or more"),
        Column::optional("printed_percent", "the rate as printed, such as 2% or 2.4%, or empty"),
    ],
};

/// A row as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct PrintedRow {
    /// The force, as the table writes it.
    pub force: String,
    /// Crimes recorded before any was struck out.
    #[serde(deserialize_with = "table::count")]
    pub initially_recorded: u64,
    /// Crimes struck out as "no crime".
    #[serde(deserialize_with = "table::count")]
    pub no_crimes: u64,
    /// Crimes that remain.
    #[serde(deserialize_with = "table::count")]
    pub recorded: u64,
    /// "No crimes" as a percentage of crimes initially recorded.
    #[serde(default, deserialize_with = "table::percent")]
    pub printed_percent: Known<Decimal>,
}

/// The counts of a force, as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForceCounts {
    /// The force.
    pub force: Force,
    /// Crimes recorded before any was struck out.
    pub initially_recorded: u64,
    /// Crimes struck out as "no crime".
    pub no_crimes: u64,
    /// Crimes that remain.
    pub recorded: u64,
    /// "No crimes" as a percentage of crimes initially recorded.
    pub printed_percent: Known<Decimal>,
}

impl ForceCounts {
    /// The rows whose force is recognised and stands in the table for the first time.
    pub(crate) fn checked(mut printed: Rows<PrintedRow>) -> Rows<Self> {
        printed.reject(force_recognised::check);
        // By the force that is meant, so that two spellings of one force are two rows of one force.
        let name = |row: &PrintedRow| {
            row.force.parse().map_or_else(|_| row.force.clone(), |force: Force| force.to_string())
        };
        printed.reject_repeated("force", name);
        let Rows { file, good, rejected, notes } = printed;
        let good = good.into_iter().filter_map(|row| {
            let PrintedRow { force, initially_recorded, no_crimes, recorded, printed_percent } = row.value;
            let force = force.parse().ok()?;
            Some(Row {
                place: row.place,
                value: Self { force, initially_recorded, no_crimes, recorded, printed_percent },
            })
        });
        Rows { file, good: good.collect(), rejected, notes }
    }
}
