//! A share of a whole from a sample drawn by strata: the methods of its interval, and what comes back.

use std::{fmt, str::FromStr};

use crate::{Confidence, Limits, mover, score, wilson::limits as wilson_limits};

/// How the interval of a weighted share is made.
///
/// Which covers how often is computed in `docs/studies/coverage-of-intervals.md`, and is why the score method is the default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WeightedMethod {
    /// The values of the whole that a score test does not reject, with the strata's shares at their likeliest for each
    /// value; of one stratum it is Wilson's interval.
    #[default]
    Score,
    /// Wilson's limits of each stratum combined by their distances from the shares (MOVER: method of variance estimates
    /// recovery, G. Y. Zou and A. Donner 2008).
    Mover,
    /// Wilson's interval with as many trials as would give the estimated variance if they were independent.
    EffectiveWilson,
    /// The estimate and so many standard errors either way. It covers too little near 0 and 1, and is here to show that.
    Wald,
}

/// A name that is no method of a weighted share.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no method of a weighted share: `score`, `MOVER`, `effective-n Wilson` or `Wald`")]
pub struct NoSuchWeightedMethod {
    /// The text read.
    pub text: String,
}

/// A share of the whole, estimated from a sample by strata.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedShare {
    /// The estimate, between 0 and 1.
    pub share: f64,
    /// Its interval, between 0 and 1; both limits are the estimate if everything was looked at.
    pub limits: Limits,
    /// How the interval was made.
    pub method: WeightedMethod,
    /// How sure it is.
    pub confidence: Confidence,
    /// How many records were sampled.
    pub sampled: u64,
    /// How many trials they held: as many, unless records hold several.
    pub trials: u64,
    /// The estimated variance of the share; `None` where a stratum of one record leaves it open.
    pub variance: Option<f64>,
    /// As many independent trials would be as sure; `None` if nothing varied, or everything was looked at.
    pub effective: Option<f64>,
    /// How many times the variance is what trials drawn one by one in the same strata would give, at least 1; 1 if records
    /// hold one trial each.
    pub design_effect: f64,
    /// What a reader has to know beside it.
    pub notes: Vec<Note>,
}

/// What a reader has to know beside a weighted share. Strata are counted from 0 in the order given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// Every record of the stratum was looked at: it adds nothing to the interval.
    Complete {
        /// Which.
        stratum: usize,
    },
    /// All trials of the stratum came out alike: its own variance is estimated as 0, which is too little.
    NoVariation {
        /// Which.
        stratum: usize,
    },
    /// The sampled records of the stratum held no trial: it has no weight.
    NoTrials {
        /// Which.
        stratum: usize,
    },
    /// All trials of the sample came out alike: the design effect is taken as if every record stood or fell as one.
    NothingVaried,
}

/// Why no share can be given. Strata are counted from 0 in the order given.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeightedError {
    /// A stratum has records, and none was sampled: nothing can be said of it, and so not of the whole.
    #[error("stratum {} has {population} records and none in the sample", stratum + 1)]
    NotSampled {
        /// Which.
        stratum: usize,
        /// Its records.
        population: u64,
    },
    /// More were sampled than there are.
    #[error("stratum {} has {population} records and {sampled} in the sample", stratum + 1)]
    SampleTooLarge {
        /// Which.
        stratum: usize,
        /// Its records.
        population: u64,
        /// Its records in the sample.
        sampled: u64,
    },
    /// More trials succeeded than there were.
    #[error("stratum {} has {trials} trials and {successes} successes", stratum + 1)]
    TooManySuccesses {
        /// Which.
        stratum: usize,
        /// Its trials.
        trials: u64,
        /// Those that succeeded.
        successes: u64,
    },
    /// One record of several was sampled in a stratum: how records differ there cannot be estimated. Join it to another.
    #[error("stratum {} has one record in the sample; join it to another", stratum + 1)]
    OneRecord {
        /// Which.
        stratum: usize,
    },
    /// No trial in the whole sample.
    #[error("the sample holds no trial")]
    NoTrials,
}

/// A stratum as the methods see it: its weight in the whole, its share, and as how many independent trials it counts
/// (infinitely many if everything was looked at).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part {
    pub weight: f64,
    pub share: f64,
    pub effective: f64,
}

impl Part {
    /// The variance that the part adds if its share is `share`.
    pub(crate) fn variance_at(&self, share: f64) -> f64 {
        self.weight * self.weight * (share * (1.0 - share)).max(0.0) / self.effective
    }
}

/// What the methods need beside the parts.
pub(crate) struct Spread {
    /// Standard errors that the confidence takes.
    pub z: f64,
    /// The estimated variance, if there is one.
    pub variance: Option<f64>,
    /// Variance that is not in the parts: of estimated weights.
    pub of_weights: f64,
}

impl WeightedMethod {
    /// Every method, the default first.
    pub const ALL: [Self; 4] = [Self::Score, Self::Mover, Self::EffectiveWilson, Self::Wald];

    /// The limits for the parts; `None` for a method that needs a variance where there is none.
    pub(crate) fn limits(self, parts: &[Part], spread: &Spread) -> Option<Limits> {
        let share = sum(parts, |part| part.weight * part.share).clamp(0.0, 1.0);
        let Spread { z, variance, of_weights } = *spread;
        match self {
            Self::Score => Some(score::limits(parts, z)),
            Self::Mover => Some(mover::limits(parts, z, of_weights)),
            Self::EffectiveWilson => {
                let effective = match effective(share, variance?) {
                    Some(effective) => effective,
                    None => 1.0 / sum(parts, |part| part.weight * part.weight / part.effective),
                };
                Some(wilson_limits(share, effective, z))
            }
            Self::Wald => {
                let half = z * variance?.sqrt();
                Some(Limits { low: (share - half).max(0.0), high: (share + half).min(1.0) })
            }
        }
    }
}

/// As many independent trials would be as sure of the share; `None` if nothing varied.
pub(crate) fn effective(share: f64, variance: f64) -> Option<f64> {
    let spread = share * (1.0 - share);
    // What is left of rounding where nothing varied is no variance.
    (variance > 1e-15 * spread && spread > 0.0).then(|| spread / variance)
}

pub(crate) fn sum(parts: &[Part], of: impl Fn(&Part) -> f64) -> f64 {
    parts.iter().map(of).sum()
}

impl fmt::Display for WeightedMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Score => "score",
            Self::Mover => "MOVER",
            Self::EffectiveWilson => "effective-n Wilson",
            Self::Wald => "Wald",
        })
    }
}

impl FromStr for WeightedMethod {
    type Err = NoSuchWeightedMethod;

    /// Reads the printed name, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |method: &Self| method.to_string().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| NoSuchWeightedMethod { text: text.to_owned() })
    }
}
