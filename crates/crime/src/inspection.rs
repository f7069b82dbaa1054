//! The inspection itself: who, when, how the records were chosen, and what its own report warns of.

use rulebook::{Known, Place};
use serde::Deserialize;
use table::Source;

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
    pub(crate) places: InspectionPlaces,
}

/// The lines of the keys that figures and findings point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InspectionPlaces {
    pub(crate) body: Place,
    pub(crate) fieldwork: Place,
    pub(crate) sampling: Place,
    pub(crate) caveat: Place,
    pub(crate) report_expected: Place,
    pub(crate) reports: Place,
    pub(crate) no_crimes: Place,
}

impl InspectionFile {
    /// What was read from `source`, with the places of its keys.
    pub(crate) fn new(value: Inspection, source: Source<'_>) -> Self {
        let place = |key| table::setting_place(source, key);
        Self {
            value,
            places: InspectionPlaces {
                body: place("body"),
                fieldwork: place("fieldwork"),
                sampling: place("sampling"),
                caveat: place("caveat"),
                report_expected: place("report_expected"),
                reports: place("printed_reports_examined"),
                no_crimes: place("printed_no_crimes_examined"),
            },
        }
    }
}
