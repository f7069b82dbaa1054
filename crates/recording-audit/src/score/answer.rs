//! What scoring an audit answers, as plain values from which files, pages and workbooks are made.

use rulebook::{Figure, Finding, Known};

use crate::{
    compare::Confusion,
    score::{Line, Measure, Timing, sentences},
};

/// The answer: exact, for whoever may see the cases.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// What became of the rows of the sheets: rows in, used, rejected, not filled in. All nought for counts.
    pub rows: [usize; 4],
    /// Every figure, in the order in which they are told.
    pub figures: Vec<Figure>,
    /// Every finding, those of reading first.
    pub findings: Vec<Finding>,
    /// The rates, stratum by stratum, each group of strata followed by what it comes to together.
    pub rates: Vec<Rates>,
    /// What was scored, in a sentence: cases drawn, judged and not; empty for counts.
    pub scored: String,
    /// What was done with the cases of a sample: replaced, judged twice, moderated. None for counts.
    pub work: Vec<Figure>,
    /// The rates of "no crime" decisions that somebody published, one an offence.
    pub no_crimes: Vec<Rates>,
    /// The answer in plain words, built from the figures.
    pub sentences: Vec<String>,
    /// What cannot be told, or only with care, and why: each stands among the sentences too.
    pub untold: Vec<String>,
    /// What follows from the rates over all: the change since an earlier audit, the grade, or why there is none.
    pub verdicts: Vec<String>,
    /// How far two auditors agree: on the judgement, and on the class.
    pub agreement: Vec<Agreed>,
    /// The cases on which two auditors disagree.
    pub disagreements: Vec<Disagreement>,
    /// How many crimes were late by how much: each band in words, with the count, `audit.all.late-<band>`. None for counts.
    pub lateness: Vec<(&'static str, Figure)>,
    /// Classes due and recorded where they differ, by their groups, with how many crimes.
    pub confusion: Confusion,
    /// Every judgement: the first ones, and those of moderation behind them.
    pub judgements: Vec<Judged>,
}

/// How far two auditors agree on something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// On what: `judgement` or `class`.
    pub on: &'static str,
    /// How many cases both judged.
    pub cases: u64,
    /// On how many of them they agree.
    pub agreed: u64,
    /// The share on which they agree.
    pub percent: Figure,
    /// Agreement beyond chance.
    pub kappa: Figure,
    /// What was said of a case, and how many cases: by the first auditor (row) and by the second (column).
    pub categories: Vec<String>,
    /// The counts, a row for each category of the first auditor.
    pub table: Vec<Vec<u64>>,
}

/// A case on which two auditors disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The key of the case.
    pub case: String,
    /// Who said what: two auditors, each with the lines.
    pub said: [(String, Vec<Line>); 2],
    /// What a moderator decided; empty if nobody has yet.
    pub decided: Vec<Line>,
}

/// A judgement, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The line.
    pub line: Line,
    /// The stratum of its case.
    pub stratum: String,
    /// Whether it counts.
    pub standing: Standing,
    /// Whether the crime was recorded in time; none of a line without a crime that is due and recorded.
    pub timing: Option<Timing>,
}

/// How a judgement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It counts.
    Counts,
    /// It is the second of two that agree: it counts once, with the first.
    Confirms,
    /// A moderator decided otherwise, or a second auditor did not judge yet, or it cannot be judged.
    DoesNotCount,
    /// A moderator decided it, and it counts.
    Decided,
}

impl Standing {
    /// In a word or two.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Confirms => "confirms",
            Self::DoesNotCount => "does not count",
            Self::Decided => "decided",
        }
    }
}

/// Of what a rate speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Estimate {
    /// Of what was looked at, or of the stratum from which it was drawn: part and whole are counts.
    OfTheSample,
    /// Of all records: the figure is weighted by stratum, a share in millionths; part and whole are the counts of the sample.
    OfTheWhole,
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
    /// Of what it speaks.
    pub estimate: Estimate,
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

    /// What it says in plain words: a sentence for each measure of which something can be said, and for the crimes missing among all records.
    #[must_use]
    pub fn sentences(&self) -> Vec<String> {
        sentences::all_of(self)
    }

    /// The rate of a measure.
    #[must_use]
    pub fn rate(&self, measure: Measure) -> Option<&Rate> {
        self.rates.iter().find(|rate| rate.measure == measure)
    }
}
