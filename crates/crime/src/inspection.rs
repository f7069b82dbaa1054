//! The inspection itself: who, when, how the records were chosen, and what its own report warns of.

use rulebook::{Known, Place};
use serde::Deserialize;
use table::{ReadError, Source};

mod sampling;

pub use sampling::{Sampling, as_if_random, counted, said_to_be_random, with_clusters};

/// The settings file, by its path in the folder.
pub static INSPECTION_FILE: &str = "audit/inspection.toml";

/// The settings of `audit/inspection.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inspection {
    /// Who inspected.
    pub body: String,
    /// When, in words: `May 2014`.
    #[serde(default)]
    pub fieldwork: Known<String>,
    /// How the records were chosen: `dip sample`, `simple random sample`.
    #[serde(default)]
    pub sampling: Known<String>,
    /// The inspectorate's own warning about its sample, in our words.
    #[serde(default)]
    pub caveat: Known<String>,
    /// Where the inspectorate gives the warning.
    #[serde(default)]
    pub caveat_source: Known<String>,
    /// When the report is expected, in words: `autumn 2014`.
    #[serde(default)]
    pub report_expected: Known<String>,
    /// The number of reports examined as printed; left out if none is printed.
    pub printed_reports_examined: Option<u64>,
    /// The number of "no crime" decisions examined as printed; left out if none is printed.
    pub printed_no_crimes_examined: Option<u64>,
}

/// The inspection, and where its file says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectionFile {
    /// What it says.
    pub value: Inspection,
    /// Where each key is set.
    pub places: InspectionPlaces,
}

/// The lines of the keys that figures and findings point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectionPlaces {
    /// `body`
    pub body: Place,
    /// `fieldwork`
    pub fieldwork: Place,
    /// `sampling`
    pub sampling: Place,
    /// `caveat`
    pub caveat: Place,
    /// `report_expected`
    pub report_expected: Place,
    /// `printed_reports_examined`
    pub reports: Place,
    /// `printed_no_crimes_examined`
    pub no_crimes: Place,
}

impl InspectionFile {
    /// Reads the settings, with the places of their keys.
    ///
    /// # Errors
    ///
    /// [`ReadError`] if they are no settings of an inspection.
    pub fn read(source: Source<'_>) -> Result<Self, ReadError> {
        let place = |key| table::setting_place(source, key);
        Ok(Self {
            value: table::settings(source)?,
            places: InspectionPlaces {
                body: place("body"),
                fieldwork: place("fieldwork"),
                sampling: place("sampling"),
                caveat: place("caveat"),
                report_expected: place("report_expected"),
                reports: place("printed_reports_examined"),
                no_crimes: place("printed_no_crimes_examined"),
            },
        })
    }
}
