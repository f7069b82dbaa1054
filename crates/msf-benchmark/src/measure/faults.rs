//! What can be wrong with a measure, and what mends it.

use rulebook::Place;
use table::ReadError;

use super::{Denominator, Fraud, Numerator, Written};
use crate::is_fraud;

/// Why measures cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeasureError {
    /// The file cannot be read at all.
    #[error(transparent)]
    Read(ReadError),
    /// A measure says something that cannot be.
    #[error("{place}: {fault}")]
    Fault {
        /// The line.
        place: Place,
        /// What is wrong, and what mends it.
        fault: MeasureFault,
    },
}

/// What is wrong with a measure, and what mends it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MeasureFault {
    /// The file has none.
    #[error("no measure is defined; begin one with `[[measure]]`")]
    None,
    /// The id is no slug.
    #[error("`{0}` is no id; use small letters, digits and `-`, beginning with a letter")]
    Id(String),
    /// Two measures have one id.
    #[error("`{id}` is already the id on line {line}; give this measure another")]
    Repeated {
        /// The id.
        id: String,
        /// The line of the first.
        line: u64,
    },
    /// A text is empty.
    #[error("`{0}` is empty; say it in words")]
    Empty(&'static str),
    /// No class is named.
    #[error("the {0} names no class; name at least one, or use {{ kind = \"total\" }}")]
    NoClass(&'static str),
    /// A class is named twice.
    #[error("the {part} names `{class}` twice; name it once, or it is counted twice")]
    ClassTwice {
        /// Numerator or denominator.
        part: &'static str,
        /// The class.
        class: String,
    },
    /// A proportion of which the part is not in the whole.
    #[error("the numerator has `{0}` and the denominator does not; add it to the classes of the denominator")]
    NotAPart(String),
    /// Fraud is counted and held against a total without it.
    #[error(
        "the numerator has fraud and the denominator does not; write `fraud = \"included\"` in the denominator"
    )]
    FraudNotInTotal,
    /// The multiplier is nought or too large.
    #[error("a multiplier of {0} cannot be used; use 1 to 1,000,000,000, such as 1000")]
    Multiplier(u64),
    /// More decimals than any printed rate has.
    #[error("{0} decimals cannot be printed; use 0 to 10")]
    Decimals(u32),
    /// A score that is held against something.
    #[error(
        "a score is held against nothing; write denominator = {{ kind = \"nothing\" }} and leave the multiplier out"
    )]
    ScoreOfSomething,
    /// Offences that are held against nothing.
    #[error("offences are held against nothing; use people, households, classes or total as denominator")]
    CountOfNothing,
    /// The line is to go on across a break, and nobody says why.
    #[error("no reason is given why `{0}` does not touch the measure; give one, for it is printed")]
    NoReason(String),
    /// The line along time cannot be made as it is said.
    #[error("chart: {0}")]
    Chart(String),
}

/// The faults of a measure, each with the place in the text.
pub(super) fn of(written: &Written) -> Vec<(usize, MeasureFault)> {
    let mut found = Vec::new();
    let id = written.id.get_ref();
    let slug = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.chars().all(slug) || id.ends_with('-') {
        found.push((written.id.span().start, MeasureFault::Id(id.clone())));
    }
    for (name, text) in [("title", &written.title), ("unit", &written.unit)] {
        if text.get_ref().trim().is_empty() {
            found.push((text.span().start, MeasureFault::Empty(name)));
        }
    }
    let multiplier = *written.multiplier.get_ref();
    if multiplier == 0 || multiplier > 1_000_000_000 {
        found.push((written.multiplier.span().start, MeasureFault::Multiplier(multiplier)));
    }
    if *written.decimals.get_ref() > 10 {
        let decimals = *written.decimals.get_ref();
        found.push((written.decimals.span().start, MeasureFault::Decimals(decimals)));
    }
    for across in &written.across {
        if across.get_ref().reason.trim().is_empty() {
            found.push((across.span().start, MeasureFault::NoReason(across.get_ref().id.clone())));
        }
    }
    let (above, below) = (written.numerator.span().start, written.denominator.span().start);
    if let Numerator::Classes { classes, .. } = written.numerator.get_ref() {
        found.extend(list("numerator", classes).map(|fault| (above, fault)));
    }
    if let Denominator::Classes { classes, .. } = written.denominator.get_ref() {
        found.extend(list("denominator", classes).map(|fault| (below, fault)));
    }
    found.extend(
        together(written.numerator.get_ref(), written.denominator.get_ref(), multiplier)
            .map(|fault| (below, fault)),
    );
    found
}

fn same(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim())
}

fn list(part: &'static str, classes: &[String]) -> Option<MeasureFault> {
    if classes.iter().all(|class| class.trim().is_empty()) {
        return Some(MeasureFault::NoClass(part));
    }
    let twice =
        classes.iter().enumerate().find(|(at, class)| classes.iter().take(*at).any(|one| same(one, class)));
    twice.map(|(_, class)| MeasureFault::ClassTwice { part, class: class.clone() })
}

fn together(numerator: &Numerator, denominator: &Denominator, multiplier: u64) -> Option<MeasureFault> {
    match (numerator, denominator) {
        (Numerator::Score, Denominator::Nothing) if multiplier == 1 => None,
        (Numerator::Score, _) => Some(MeasureFault::ScoreOfSomething),
        (_, Denominator::Nothing) => Some(MeasureFault::CountOfNothing),
        (Numerator::Classes { classes, .. }, Denominator::Classes { classes: whole, .. }) => {
            let outside = classes.iter().find(|class| !whole.iter().any(|one| same(one, class)));
            outside.map(|class| MeasureFault::NotAPart(class.clone()))
        }
        (Numerator::Total { .. }, Denominator::Classes { .. }) => {
            Some(MeasureFault::NotAPart("the total".to_owned()))
        }
        (Numerator::Classes { classes, .. }, Denominator::Total { fraud: Fraud::Excluded }) => {
            classes.iter().any(|class| is_fraud(class)).then_some(MeasureFault::FraudNotInTotal)
        }
        (Numerator::Total { fraud: Fraud::Included }, Denominator::Total { fraud: Fraud::Excluded }) => {
            Some(MeasureFault::FraudNotInTotal)
        }
        (
            Numerator::Classes { .. },
            Denominator::People | Denominator::Households | Denominator::Total { .. },
        )
        | (
            Numerator::Total { .. },
            Denominator::People | Denominator::Households | Denominator::Total { .. },
        ) => None,
    }
}
