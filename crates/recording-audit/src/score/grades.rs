//! Grades, only from thresholds that the user supplies, each set with its first day and its source.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rulebook::Value;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, de::Error as _};
use table::{ReadError, Source};

use crate::score::{Answer, Measure, Rates, figure::Told};

/// Sets of thresholds, each from a day on. None comes with the program: those of the inspectorate were not published.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grades {
    /// The sets, in any order.
    pub set: Vec<GradeSet>,
}

/// The thresholds that hold from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeSet {
    /// The first day of an audit's period's end for which they hold.
    #[serde(deserialize_with = "table::day")]
    pub from: NaiveDate,
    /// Who says so.
    pub source: String,
    /// The grades, in any order.
    pub grade: Vec<Grade>,
}

/// A grade and from which share on it is given.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grade {
    /// Its name.
    pub name: String,
    /// From so many percent on.
    #[serde(deserialize_with = "percent")]
    pub at_least: Decimal,
}

/// A percentage from 0 to 100, as text: `"95"` or `"95%"`.
fn percent<'de, D: Deserializer<'de>>(text: D) -> Result<Decimal, D::Error> {
    let text = String::deserialize(text)?;
    let number: Option<Decimal> = text.trim().trim_end_matches('%').trim_end().parse().ok();
    number
        .filter(|percent| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(percent))
        .ok_or_else(|| D::Error::custom("no percentage from 0 to 100, as `\"95\"`"))
}

/// Why grades cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GradesError {
    /// The file does not say what it should.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A set names nobody who says so, or no grade.
    #[error("{file}: the grades from {from} lack {lacks}")]
    Lacks {
        /// The file.
        file: String,
        /// The first day of the set.
        from: NaiveDate,
        /// What is missing.
        lacks: &'static str,
    },
    /// Two grades of a set have one name or one threshold, or two sets one first day.
    #[error("{file}: `{twice}` stands twice among the grades from {from}")]
    Twice {
        /// The file.
        file: String,
        /// The first day of the set.
        from: NaiveDate,
        /// What stands twice.
        twice: String,
    },
}

impl Grades {
    /// Reads a TOML file of grades.
    ///
    /// # Errors
    ///
    /// [`GradesError`], with what is wrong.
    ///
    /// ```
    /// use recording_audit::score::Grades;
    /// let text = "[[set]]\nfrom = \"2026-01-01\"\nsource = \"invented\"\n\
    ///             [[set.grade]]\nname = \"fair\"\nat_least = \"0\"\n[[set.grade]]\nname = \"fine\"\nat_least = \"90%\"\n";
    /// let grades = Grades::read(table::Source::new("grades.toml", text.as_bytes()))?;
    /// let set = grades.on(rulebook::day(2026, 6, 1)).ok_or("none held")?;
    /// assert_eq!(set.of("89.99".parse()?).map(|grade| grade.name.as_str()), Some("fair"));
    /// assert!(grades.on(rulebook::day(2025, 12, 31)).is_none());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(source: Source<'_>) -> Result<Self, GradesError> {
        let mut grades: Self = table::settings(source)?;
        let file = || source.file.to_owned();
        let mut days = BTreeSet::new();
        for set in &mut grades.set {
            let from = set.from;
            let lacks = |lacks| GradesError::Lacks { file: file(), from, lacks };
            let twice = |twice: String| GradesError::Twice { file: file(), from, twice };
            if set.source.trim().is_empty() {
                return Err(lacks("a source"));
            }
            if set.grade.is_empty() {
                return Err(lacks("a grade"));
            }
            if !days.insert(from) {
                return Err(twice(from.to_string()));
            }
            set.grade.sort_by_key(|grade| grade.at_least);
            let mut names = BTreeSet::new();
            let mut thresholds = BTreeSet::new();
            for grade in &set.grade {
                if !names.insert(&grade.name) {
                    return Err(twice(grade.name.clone()));
                }
                if !thresholds.insert(grade.at_least) {
                    return Err(twice(format!("{}%", grade.at_least)));
                }
            }
        }
        grades.set.sort_by_key(|set| set.from);
        Ok(grades)
    }

    /// The set that holds on a day; none before the first.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Option<&GradeSet> {
        self.set.iter().rev().find(|set| set.from <= day)
    }
}

impl GradeSet {
    /// The grade of a share in percent, not rounded; none below every threshold.
    #[must_use]
    pub fn of(&self, percent: Decimal) -> Option<&Grade> {
        self.grade.iter().rev().find(|grade| grade.at_least <= percent)
    }

    fn name(&self, percent: Decimal) -> &str {
        self.of(percent).map_or("below every grade", |grade| grade.name.as_str())
    }
}

impl Answer {
    /// Adds the grade of the share of crimes recorded, of each force or of all, as `audit.all.grade`: by the set that holds on `day`, the end of
    /// the audit's period. The sentence says where the interval spans several grades. Without grades it says that there is none.
    pub fn graded(&mut self, grades: Option<&Grades>, day: NaiveDate) {
        let Some(grades) = grades else {
            self.verdicts.push("No grade: no thresholds were supplied.".to_owned());
            return;
        };
        let Some(set) = grades.on(day) else {
            self.verdicts.push(format!("No grade: no thresholds are supplied that hold on {day}."));
            return;
        };
        let all: Vec<Rates> = self.rates.iter().filter(|rates| rates.stratum.is_none()).cloned().collect();
        for rates in all {
            let Some(now) = rates.rate(Measure::Compliance).map(|rate| &rate.figure) else { continue };
            let told = Told { force: rates.force.as_deref(), stratum: None };
            let label = "grade of the share of crimes recorded, by the thresholds supplied";
            let mut figure =
                told.figure("grade", label, now.value.clone()).from_cells(now.origin.iter().cloned());
            if let (Value::Share { .. }, Ok(share), Some(interval)) =
                (&now.value, now.exact().parse::<Decimal>(), &now.interval)
            {
                let of = |share: Decimal| set.name(share * Decimal::ONE_HUNDRED);
                let (low, grade, high) = (of(interval.low), of(share), of(interval.high));
                figure.value = Value::Words(grade.to_owned());
                figure.working =
                    format!("{} before rounding, by {} from {}", now.printed(), set.source, set.from);
                let margin = if low == high {
                    "so is the whole interval".to_owned()
                } else {
                    format!("the interval spans {low} to {high}: between them the margin does not decide")
                };
                let (name, printed, source) = (rates.name(), now.printed(), &set.source);
                self.verdicts.push(format!(
                    "{name}: {printed} is graded `{grade}` by the thresholds of {source}, from {}; {margin}.",
                    set.from
                ));
            } else {
                self.verdicts.push(format!("{}: no grade, for no rate is told.", rates.name()));
            }
            self.figures.push(figure);
        }
    }
}

#[cfg(test)]
mod tests;
