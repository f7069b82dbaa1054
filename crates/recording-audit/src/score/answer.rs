//! What scoring an audit answers, as plain values from which files, pages and workbooks are made.

use rulebook::{Figure, Finding, Known};

use crate::score::Measure;

/// The answer: exact, for whoever may see the cases.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Every figure, in the order in which they are told.
    pub figures: Vec<Figure>,
    /// Every finding, those of reading first.
    pub findings: Vec<Finding>,
    /// The rates, stratum by stratum, each group of strata followed by what it comes to together.
    pub rates: Vec<Rates>,
    /// The answer in plain words, built from the figures.
    pub sentences: Vec<String>,
}

/// The rates of a stratum, or of all strata together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rates {
    /// The force, where several are told of.
    pub force: Option<String>,
    /// The stratum; none for all together.
    pub stratum: Option<String>,
    /// How many records there are, if that is known.
    pub population: Option<u64>,
    /// How many records were judged.
    pub examined: u64,
    /// How many crimes were due, recorded, and not recorded, and of how many records.
    pub counts: Vec<Figure>,
    /// One for each measure, in the order of [`Measure::ALL`].
    pub rates: Vec<Rate>,
    /// Who says so, each source once.
    pub sources: Vec<String>,
}

/// A rate: what was counted, and the figure that may be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// What is measured.
    pub measure: Measure,
    /// How many of the whole, in the sample.
    pub part: Known<u64>,
    /// Of how many, in the sample.
    pub whole: Known<u64>,
    /// What may be printed.
    pub figure: Figure,
}

impl Answer {
    /// The figure of this name.
    #[must_use]
    pub fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id.as_str() == id)
    }
}

impl Rates {
    /// Its name in a sentence: `Examplia, Online reports`.
    #[must_use]
    pub fn name(&self) -> String {
        let stratum = self.stratum.as_deref().unwrap_or("all strata together");
        self.force.as_ref().map_or_else(|| stratum.to_owned(), |force| format!("{force}, {stratum}"))
    }

    /// The rate of a measure.
    #[must_use]
    pub fn rate(&self, measure: Measure) -> Option<&Rate> {
        self.rates.iter().find(|rate| rate.measure == measure)
    }
}
