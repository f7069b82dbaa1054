//! A measure: what is counted, of what, and which direction is better. It is defined once and used by chart, table and
//! sentence alike.

use std::collections::BTreeMap;

use calendar::Window;
use crime::Force;
use rulebook::Place;
use serde::Deserialize;
use table::{ReadError, Source};
use toml::Spanned;

use crate::{AcrossBreaks, Break, Class, Stretch, Subject, stretches_between};

mod charting;
mod faults;

pub use {
    charting::{BeginAnew, Charting, Freeze},
    faults::{MeasureError, MeasureFault},
};

/// Measures to copy, one of each kind.
pub const MEASURES: &str = include_str!("measure/measures.toml");

/// What is counted, of what, and how it is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// A slug; unique in the file.
    pub id: String,
    /// Its title: `Burglary`.
    pub title: String,
    /// What is counted.
    pub numerator: Numerator,
    /// What it is held against.
    pub denominator: Denominator,
    /// The rate is printed for so many of the denominator: 1000, or 100 for a percentage.
    pub multiplier: u64,
    /// Which direction is better.
    pub better: Better,
    /// The unit in words: `offences per 1,000 people`.
    pub unit: String,
    /// Decimals of the printed rate.
    pub decimals: u32,
    /// What a reader must know.
    pub note: Option<String>,
    /// The breaks that do not touch it, each with the reason.
    pub across: Vec<Across>,
    /// How its line along time is made.
    pub charting: Charting,
    /// Where it is defined.
    pub place: Place,
}

/// What is counted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Numerator {
    /// Offences of some classes together.
    Classes {
        /// Their names or codes, as the tables have them.
        classes: Vec<String>,
        /// What follows where one of them is not there.
        #[serde(default)]
        if_absent: IfAbsent,
    },
    /// All offences.
    Total {
        /// Whether fraud is among them.
        #[serde(default)]
        fraud: Fraud,
    },
    /// A published score.
    Score,
}

/// What it is held against.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Denominator {
    /// The people of the force area.
    People,
    /// Its households.
    Households,
    /// Offences of some classes together, those of the numerator among them: the measure is a proportion.
    Classes {
        /// Their names or codes, as the tables have them.
        classes: Vec<String>,
        /// What follows where one of them is not there.
        #[serde(default)]
        if_absent: IfAbsent,
    },
    /// All offences: the measure is a proportion.
    Total {
        /// Whether fraud is among them.
        #[serde(default)]
        fraud: Fraud,
    },
    /// Nothing: a score stands for itself.
    Nothing,
}

/// What follows where a class is not in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IfAbsent {
    /// There is no number, and the reason is given.
    #[default]
    Refuse,
    /// What is there is counted, and what is not is named: for classes that follow on each other.
    CountTheRest,
}

/// Whether fraud is in a total. It left the forces, so a total that holds it falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fraud {
    /// It is not.
    #[default]
    Excluded,
    /// It is.
    Included,
}

/// Which direction is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither: no sentence may call a number better or worse.
    None,
}

/// A break that does not touch the measure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Across {
    /// The id of the break.
    #[serde(rename = "break")]
    pub id: String,
    /// Why it does not: printed wherever the line goes on.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    measure: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: Spanned<String>,
    title: Spanned<String>,
    numerator: Spanned<Numerator>,
    denominator: Spanned<Denominator>,
    #[serde(default = "one")]
    multiplier: Spanned<u64>,
    better: Better,
    unit: Spanned<String>,
    #[serde(default = "one_decimal")]
    decimals: Spanned<u32>,
    note: Option<String>,
    #[serde(default)]
    across: Vec<Spanned<Across>>,
    chart: Option<Spanned<charting::Written>>,
}

fn one() -> Spanned<u64> {
    Spanned::new(0..0, 1)
}

fn one_decimal() -> Spanned<u32> {
    Spanned::new(0..0, 1)
}

/// Reads measures.
///
/// # Errors
///
/// Every fault of every measure, each with its line and what mends it; or why the file cannot be read at all.
///
/// ```
/// use msf_benchmark::{Better, MEASURES, read_measures};
/// use table::Source;
/// let measures = read_measures(Source::new("measures.toml", MEASURES.as_bytes())).unwrap();
/// assert_eq!((measures[0].id.as_str(), measures[0].better), ("all-crime", Better::None));
/// ```
pub fn read_measures(source: Source<'_>) -> Result<Vec<Measure>, Vec<MeasureError>> {
    let file: File = table::settings(source).map_err(|error| vec![MeasureError::Read(error)])?;
    let text = source.text().map_err(|error: ReadError| vec![MeasureError::Read(error)])?;
    let at = |offset: usize| {
        let before = text.get(..offset).unwrap_or(text);
        Place::row(source.file, before.matches('\n').count() as u64 + 1)
    };
    let mut found = Vec::new();
    if file.measure.is_empty() {
        found.push(MeasureError::Fault { place: Place::file(source.file), fault: MeasureFault::None });
    }
    let mut first: BTreeMap<String, u64> = BTreeMap::new();
    let mut measures = Vec::new();
    for written in file.measure {
        let place = at(written.id.span().start);
        let mut faults = faults::of(&written);
        let charting = written.chart.map_or_else(
            || Ok(Charting::default()),
            |chart| {
                let begin = chart.span().start;
                Charting::of(chart.into_inner(), written.numerator.get_ref(), written.denominator.get_ref())
                    .map_err(|fault| (begin, fault))
            },
        );
        let charting = charting.unwrap_or_else(|fault| {
            faults.push(fault);
            Charting::default()
        });
        if let Some(line) = first.get(written.id.get_ref()) {
            let id = written.id.get_ref().clone();
            faults.push((written.id.span().start, MeasureFault::Repeated { id, line: *line }));
        } else {
            first.insert(written.id.get_ref().clone(), place.row.unwrap_or_default());
        }
        faults.sort_by_key(|(offset, _)| *offset);
        found.extend(
            faults.into_iter().map(|(offset, fault)| MeasureError::Fault { place: at(offset), fault }),
        );
        measures.push(Measure {
            id: written.id.into_inner(),
            title: written.title.into_inner(),
            numerator: written.numerator.into_inner(),
            denominator: written.denominator.into_inner(),
            multiplier: written.multiplier.into_inner(),
            better: written.better,
            unit: written.unit.into_inner(),
            decimals: written.decimals.into_inner(),
            note: written.note,
            across: written.across.into_iter().map(Spanned::into_inner).collect(),
            charting,
            place,
        });
    }
    if found.is_empty() { Ok(measures) } else { Err(found) }
}

impl Measure {
    /// Whether it is a part of a whole, so that no rate is above the multiplier.
    #[must_use]
    pub const fn is_proportion(&self) -> bool {
        match self.denominator {
            Denominator::Classes { .. } | Denominator::Total { .. } => true,
            Denominator::People | Denominator::Households | Denominator::Nothing => false,
        }
    }

    /// Whether it is a published score, which has no counts behind it: no funnel, no interval.
    #[must_use]
    pub const fn is_score(&self) -> bool {
        match self.numerator {
            Numerator::Score => true,
            Numerator::Classes { .. } | Numerator::Total { .. } => false,
        }
    }

    /// The breaks that touch it for `force`, without those that it says do not ([`Measure::across`]). A score is touched by none: how
    /// its publisher weighs what changed is not known here.
    #[must_use]
    pub fn breaks<'b>(&self, breaks: &'b [Break], force: Force) -> Vec<&'b Break> {
        let spared = |id: &str| self.across.iter().any(|across| across.id == id);
        let numerator = self.numerator.parts();
        let denominator = self.denominator.parts();
        let touched = |found: &&Break| {
            !spared(&found.id) && [&numerator, &denominator].iter().any(|parts| parts.touched(found, force))
        };
        breaks.iter().filter(touched).collect()
    }

    /// Windows in stretches within which the measure compares with itself; see [`stretches_between`].
    #[must_use]
    pub fn stretches<'b>(
        &self,
        breaks: &'b [Break],
        force: Force,
        windows: &[Window],
        across: &AcrossBreaks,
    ) -> Vec<Stretch<'b>> {
        stretches_between(&self.breaks(breaks, force), windows, across)
    }
}

/// Which figures of a table a numerator or denominator rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Parts<'m> {
    /// Classes, by name or code.
    Classes(&'m [String], IfAbsent),
    /// All of them.
    Total(Fraud),
    /// A score.
    Score,
    /// None: people, households, or nothing.
    Other,
}

impl Numerator {
    pub(crate) fn parts(&self) -> Parts<'_> {
        match self {
            Self::Classes { classes, if_absent } => Parts::Classes(classes, *if_absent),
            Self::Total { fraud } => Parts::Total(*fraud),
            Self::Score => Parts::Score,
        }
    }
}

impl Denominator {
    pub(crate) fn parts(&self) -> Parts<'_> {
        match self {
            Self::Classes { classes, if_absent } => Parts::Classes(classes, *if_absent),
            Self::Total { fraud } => Parts::Total(*fraud),
            Self::People | Self::Households | Self::Nothing => Parts::Other,
        }
    }
}

impl Parts<'_> {
    fn touched(&self, found: &Break, force: Force) -> bool {
        match self {
            Self::Classes(classes, _) => classes.iter().any(|class| {
                let class = Class { code: Some(class.clone()), name: class.clone() };
                found.touches(Subject::Class(&class), force)
            }),
            Self::Total(Fraud::Excluded) => found.touches(Subject::TotalWithoutFraud, force),
            Self::Total(Fraud::Included) => found.touches(Subject::TotalWithFraud, force),
            Self::Score | Self::Other => false,
        }
    }
}

#[cfg(test)]
mod tests;
