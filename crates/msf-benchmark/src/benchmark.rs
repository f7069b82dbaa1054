//! What the table of forces is about: the year, the force of the paper, and where the group comes from.

use rulebook::{Known, Place};
use serde::Deserialize;
use table::Source;

/// The settings of `benchmark/benchmark.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// The financial year of the counts: `2012/13`.
    pub period: String,
    /// The force that the paper is about.
    pub focal: String,
    /// Which group of forces it is, and where the group comes from.
    #[serde(default)]
    pub group: Known<String>,
    /// The paragraph in which the table is printed.
    #[serde(default)]
    pub paragraph: Known<String>,
    /// Where the table was taken from.
    #[serde(default)]
    pub source: Known<String>,
}

/// The settings, and where their file says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BenchmarkFile {
    /// What it says.
    pub value: Benchmark,
    pub(crate) period: Place,
    pub(crate) focal: Place,
    pub(crate) group: Place,
    pub(crate) source: Place,
}

impl BenchmarkFile {
    /// What was read from `source`, with the places of its keys.
    pub(crate) fn new(value: Benchmark, source: Source<'_>) -> Self {
        let place = |key| table::setting_place(source, key);
        Self {
            value,
            period: place("period"),
            focal: place("focal"),
            group: place("group"),
            source: place("source"),
        }
    }
}
