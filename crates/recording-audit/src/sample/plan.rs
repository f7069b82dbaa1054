//! How many records of each stratum to draw.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rulebook::{FigureId, Place};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive as _};
use serde::{Deserialize, Serialize};
use statistics::{
    Allocation, AllocationError, AttributeError, AttributeMethod, Confidence, PlannedStratum, allocate,
    attribute_sample_size, expected_margin, sample_size, smoothed_share, stratified_sample_size,
};
use table::{ReadError, Source};

use crate::sample::{Filter, FrameFile, LastAudit};

/// What a sample is to be good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Design {
    /// What decides its size.
    pub target: Target,
    /// For all strata together, or for each of them.
    pub of: Of,
    /// How a sample for all of them is shared out.
    pub allocation: Allocation,
    /// At least so many of each stratum, or all of it.
    pub minimum: u64,
    /// How sure the margin or the limit is.
    pub confidence: Confidence,
    /// The share of crimes recorded that is expected where no last audit says, in percent.
    pub expected: Decimal,
    /// How many more stand in reserve, in percent of those drawn.
    pub reserve: Decimal,
}

/// What decides the size of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A margin either way, in percentage points.
    Margin(Decimal),
    /// So many records.
    Size(u64),
    /// To show that fewer than `tolerable` percent are wrong, if no more than `accepted` are found to be.
    Attribute {
        /// In percent.
        tolerable: Decimal,
        /// How many wrong ones still show it.
        accepted: u64,
        /// By which distribution.
        method: AttributeMethod,
    },
}

/// Of what something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// All strata together.
    Whole,
    /// Each stratum by itself.
    EachStratum,
}

/// A plan: what was wanted, and how many of each stratum that makes. It is written as TOML, and a person may change the sizes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The program that made it, with its version.
    pub program: String,
    /// The day on which it was made.
    pub as_at: NaiveDate,
    /// What was wanted, in words.
    pub wanted: String,
    /// How sure it is: `95%`.
    pub confidence: String,
    /// The margin that is to be expected for all strata together, in percentage points; nothing, where a stratum has no record drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_margin: Option<String>,
    /// The columns whose values make the strata, in order.
    pub strata_columns: Vec<String>,
    /// The lines of the frame that do not count, because their record stands on an earlier one.
    pub repeated_lines: Vec<u64>,
    /// The file that is drawn from.
    pub frame: FrameFile,
    /// Which of its records belong to the audit.
    pub filter: Filter,
    /// The strata, in the order of their names.
    pub strata: Vec<PlannedPart>,
}

/// A stratum of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedPart {
    /// Its name: the values of its columns with ` | ` between them.
    pub stratum: String,
    /// How many records it has.
    pub population: u64,
    /// How many are to be drawn.
    pub size: u64,
    /// How many more are to stand in reserve.
    pub reserve: u64,
    /// The share that is expected, in percent, and where it comes from: `50% (nothing known)`.
    pub expected: String,
    /// The margin that is to be expected for it alone, in percentage points; nothing, where no record of it is drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<String>,
}

/// Why a sample cannot be planned.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// There is nothing to draw from.
    #[error("no record of the frame belongs to the audit; see the findings")]
    NoRecords,
    /// Two strata differ only in what figures cannot tell.
    #[error("the strata `{one}` and `{other}` would have one name among the figures; write them alike")]
    SameName {
        /// One.
        one: String,
        /// The other.
        other: String,
    },
    /// A stratum is called like all of them together.
    #[error(
        "a stratum is called `{name}`, which is the name of all strata together among the figures; call it otherwise"
    )]
    NamedAll {
        /// Its name.
        name: String,
    },
    /// The margin is not above 0, or a share not between 0 and 100.
    #[error("{what} of {value} does not make sense: it must lie above 0 and below 100")]
    NoPercentage {
        /// What it is: `a margin`.
        what: &'static str,
        /// The value.
        value: Decimal,
    },
    /// A sample for one statement about the whole that is not shared out in proportion.
    #[error(
        "that fewer than so many of all records are wrong is shown by a sample in proportion to the strata: use `--allocation proportional` without a minimum, or plan it for each stratum"
    )]
    NotInProportion,
    /// The numbers leave no way.
    #[error(transparent)]
    Allocation(#[from] AllocationError),
    /// There is no such sample.
    #[error("{}: {error}", stratum.as_deref().unwrap_or("all records"))]
    Attribute {
        /// The stratum, if it is one.
        stratum: Option<String>,
        /// Why.
        error: AttributeError,
    },
}

/// The sizes of all strata, whose records are counted in `populations` by name, in the order of the names.
///
/// # Errors
///
/// [`PlanError`].
///
/// ```
/// use std::collections::BTreeMap;
/// use recording_audit::sample::{Design, Of, Target, planned};
/// use statistics::{Allocation, Confidence};
/// let design = Design {
///     target: Target::Margin("2".parse()?),
///     of: Of::Whole,
///     allocation: Allocation::Proportional,
///     minimum: 30,
///     confidence: Confidence::NinetyFive,
///     expected: "95".parse()?,
///     reserve: "10".parse()?,
/// };
/// let populations = BTreeMap::from([("incidents".to_owned(), 20_000), ("referrals".to_owned(), 1_000)]);
/// let parts = planned(&populations, &BTreeMap::new(), &design)?;
/// assert_eq!(parts.iter().map(|part| (part.size, part.reserve)).collect::<Vec<_>>(), [(420, 42), (30, 3)]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn planned(
    populations: &BTreeMap<String, u64>,
    last: &BTreeMap<String, LastAudit>,
    design: &Design,
) -> Result<Vec<PlannedPart>, PlanError> {
    if populations.is_empty() {
        return Err(PlanError::NoRecords);
    }
    same_names(populations)?;
    let expected = of_percent("an expected share", design.expected)?;
    let share = |stratum: &str| match last.get(stratum) {
        Some(last) => smoothed_share(last.recorded, last.due),
        None => expected,
    };
    let strata: Vec<PlannedStratum> = populations
        .iter()
        .map(|(name, population)| PlannedStratum { population: *population, expected: share(name) })
        .collect();
    let names: Vec<&str> = populations.keys().map(String::as_str).collect();
    let sizes = sizes(&names, &strata, design)?;
    Ok(names
        .iter()
        .zip(strata.iter().zip(sizes))
        .map(|(name, (stratum, size))| PlannedPart {
            stratum: (*name).to_owned(),
            population: stratum.population,
            size,
            reserve: reserve(size, design.reserve).min(stratum.population - size),
            expected: match last.get(*name) {
                Some(last) => format!(
                    "{}% ({} of {} in the last audit, two of each added)",
                    percent(stratum.expected),
                    last.recorded,
                    last.due
                ),
                None => format!("{}% (as asked)", design.expected.normalize()),
            },
            margin: expected_margin(&[*stratum], &[size], design.confidence).map(percent),
        })
        .collect())
}

/// The margin that is to be expected for all strata together, in percentage points.
#[must_use]
pub fn margin_of_all(
    parts: &[PlannedPart],
    last: &BTreeMap<String, LastAudit>,
    design: &Design,
) -> Option<String> {
    let expected = of_percent("an expected share", design.expected).ok()?;
    let strata: Vec<PlannedStratum> = parts
        .iter()
        .map(|part| PlannedStratum {
            population: part.population,
            expected: last
                .get(&part.stratum)
                .map_or(expected, |last| smoothed_share(last.recorded, last.due)),
        })
        .collect();
    let drawn: Vec<u64> = parts.iter().map(|part| part.size).collect();
    expected_margin(&strata, &drawn, design.confidence).map(percent)
}

/// Strata whose names make the same figures.
fn same_names(populations: &BTreeMap<String, u64>) -> Result<(), PlanError> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for name in populations.keys() {
        if FigureId::of(&[name]).as_str() == "all" {
            return Err(PlanError::NamedAll { name: name.clone() });
        }
        if let Some(one) = seen.insert(FigureId::of(&[name]).to_string(), name) {
            return Err(PlanError::SameName { one: one.to_owned(), other: name.clone() });
        }
    }
    Ok(())
}

fn sizes(names: &[&str], strata: &[PlannedStratum], design: &Design) -> Result<Vec<u64>, PlanError> {
    let each = |size: &dyn Fn(usize, &PlannedStratum) -> Result<u64, PlanError>| {
        let least = |stratum: &PlannedStratum| design.minimum.min(stratum.population);
        strata
            .iter()
            .enumerate()
            .map(|(at, stratum)| Ok(size(at, stratum)?.clamp(least(stratum), stratum.population)))
            .collect()
    };
    let attribute = |stratum: Option<&str>, tolerable: Decimal, accepted, method, population| {
        attribute_sample_size(
            method,
            tolerable / Decimal::ONE_HUNDRED,
            accepted,
            population,
            design.confidence,
        )
        .map_err(|error| PlanError::Attribute { stratum: stratum.map(str::to_owned), error })
    };
    match (design.target, design.of) {
        (Target::Margin(margin), Of::Whole) => {
            let margin = of_percent("a margin", margin)?;
            let sizes =
                stratified_sample_size(strata, design.allocation, design.minimum, margin, design.confidence)?;
            // A margin above 0 is reached at the latest by all records.
            Ok(sizes.unwrap_or_else(|| strata.iter().map(|stratum| stratum.population).collect()))
        }
        (Target::Margin(margin), Of::EachStratum) => {
            let margin = of_percent("a margin", margin)?;
            each(&|_, stratum| {
                let size = sample_size(stratum.population, stratum.expected, margin, design.confidence);
                Ok(size.unwrap_or(stratum.population))
            })
        }
        (Target::Size(size), Of::Whole) => Ok(allocate(strata, design.allocation, size, design.minimum)?),
        (Target::Size(size), Of::EachStratum) => each(&|_, _| Ok(size)),
        (Target::Attribute { tolerable, accepted, method }, Of::Whole) => {
            of_percent("a tolerable rate", tolerable)?;
            if design.allocation != Allocation::Proportional || design.minimum > 1 {
                return Err(PlanError::NotInProportion);
            }
            let population = strata.iter().map(|stratum| stratum.population).sum();
            let size = attribute(None, tolerable, accepted, method, population)?;
            Ok(allocate(strata, design.allocation, size.min(population), design.minimum)?)
        }
        (Target::Attribute { tolerable, accepted, method }, Of::EachStratum) => {
            of_percent("a tolerable rate", tolerable)?;
            each(&|at, stratum| {
                attribute(names.get(at).copied(), tolerable, accepted, method, stratum.population)
            })
        }
    }
}

/// So many percent of the size, rounded up.
fn reserve(size: u64, percent: Decimal) -> u64 {
    let exact = Decimal::from(size) * percent.max(Decimal::ZERO) / Decimal::ONE_HUNDRED;
    exact.round_dp_with_strategy(0, RoundingStrategy::ToPositiveInfinity).to_u64().unwrap_or(size)
}

fn of_percent(what: &'static str, value: Decimal) -> Result<f64, PlanError> {
    let share = (value / Decimal::ONE_HUNDRED).to_f64();
    share
        .filter(|_| value > Decimal::ZERO && value < Decimal::ONE_HUNDRED)
        .ok_or(PlanError::NoPercentage { what, value })
}

/// A share in percent with two places, rounded to the nearest.
fn percent(share: f64) -> String {
    format!("{:.2}", share * 100.0)
}

impl Plan {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// [`ReadError`], with line and column, or with the stratum that asks for more than it has.
    pub fn read(source: Source<'_>) -> Result<Self, ReadError> {
        let plan: Self = table::settings(source)?;
        for part in &plan.strata {
            if part.size.saturating_add(part.reserve) > part.population {
                return Err(ReadError::Settings {
                    place: Place::file(source.file),
                    message: format!(
                        "stratum `{}`: {} drawn and {} in reserve are more than its {} records",
                        part.stratum, part.size, part.reserve, part.population
                    ),
                });
            }
        }
        Ok(plan)
    }

    /// How many records are to be drawn, without the reserve.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.strata.iter().map(|part| part.size).sum()
    }
}

impl Design {
    /// What is wanted, in words.
    #[must_use]
    pub fn wanted(&self) -> String {
        let of = match self.of {
            Of::Whole => "all strata together",
            Of::EachStratum => "each stratum",
        };
        let what = match self.target {
            Target::Margin(margin) => {
                format!("a margin of {margin} percentage points either way for {of}")
            }
            Target::Size(size) => format!("{size} records of {of}"),
            Target::Attribute { tolerable, accepted, method } => format!(
                "fewer than {tolerable}% wrong in {of}, shown if no more than {accepted} are found to be ({method})"
            ),
        };
        match self.of {
            Of::Whole => format!("{what}; allocation {}, at least {} of each", self.allocation, self.minimum),
            Of::EachStratum => format!("{what}; at least {} of each", self.minimum),
        }
    }
}

#[cfg(test)]
mod tests;
