//! An audit scored from what its auditors judged.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDateTime};
use rulebook::{Figure, Place, Value};

use crate::{
    compare::{Confusion, LATENESS, by_group, classes::Classes},
    sample::SampleManifest,
    score::{
        Answer, Disagreement, Judged, Judgement, Limit, Line, Measure, Rates, Settings, Standing, Timing,
        agreement,
        cases::{Case, Cases, Stands, cases},
        estimate,
        figure::Told,
        published::figures,
        sentences,
        sheets::Sheets,
        stratum::{Stratum, population, strata},
        timing::timing,
        work,
    },
};

/// Why a sample cannot be scored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ScoreError {
    /// A case stands twice in the sample.
    #[error("the sample names case `{case}` twice")]
    CaseTwice {
        /// The case.
        case: String,
    },
    /// A case is in a stratum of which nothing is told.
    #[error("case `{case}` is in stratum `{stratum}`, which the sample does not tell of")]
    NoSuchStratum {
        /// The case.
        case: String,
        /// Its stratum.
        stratum: String,
    },
    /// A case is judged by nobody, by more than two, or by one auditor twice.
    #[error("case `{case}` has {auditors} auditors; one or two different ones judge a case")]
    Auditors {
        /// The case.
        case: String,
        /// How many are named.
        auditors: usize,
    },
    /// A stratum stands twice in the sample.
    #[error("the sample names stratum `{stratum}` twice")]
    StratumTwice {
        /// The stratum.
        stratum: String,
    },
    /// The records of a year are fewer than those of a part of it.
    #[error("{records} records of a year are fewer than the {population} records of the sample's period")]
    YearTooSmall {
        /// Records of the year.
        records: u64,
        /// Records of the period.
        population: u64,
    },
}

/// Scores what auditors judged, and what moderators decided. `limit` gives the limit for recording by the moment of receipt.
///
/// # Errors
///
/// [`ScoreError`] if the manifest contradicts itself. What is wrong with the sheets is a finding.
pub fn score_judgements(
    manifest: &SampleManifest,
    sheets: &Sheets,
    moderation: Option<&Sheets>,
    limit: &dyn Fn(NaiveDateTime) -> Limit,
    settings: &Settings,
) -> Result<Answer, ScoreError> {
    sound(manifest)?;
    let population: u64 = manifest.strata.iter().fold(0, |sum, part| sum.saturating_add(part.population));
    if let Some(records) = settings.year_records.filter(|records| *records < population) {
        return Err(ScoreError::YearTooSmall { records, population });
    }
    let read = cases(manifest, sheets, moderation, settings.as_at);
    let strata = strata(manifest, &read, limit);
    let [rows, read_well, rejected, empty] = sheets.rows();
    let rows = [rows, read_well.saturating_sub(read.rejected), rejected + read.rejected, empty];
    let mut answer = Answer { findings: read.findings.clone(), rows, ..Answer::default() };
    let period = period(manifest);
    let scope = Scope { files: &sheets.files, settings, period: &period };
    for stratum in &strata {
        answer.rates.push(scope.of_stratum(stratum));
    }
    let all = scope.together(&strata);
    answer.scored = scope.summary(manifest, &strata);
    answer.sentences.push(answer.scored.clone());
    answer.sentences.extend(answer.rates.iter().chain([&all]).flat_map(sentences::all_of));
    answer.untold = strata.iter().filter_map(Stratum::left_out).collect();
    answer.sentences.extend(answer.untold.iter().cloned());
    answer.rates.push(all);
    answer.figures.extend(answer.rates.iter().flat_map(figures));
    answer.work = work::figures(manifest, &read.all, &sheets.files);
    answer.figures.extend(answer.work.iter().cloned());
    answer.agreement = agreement::agreed(&read.all, &sheets.files, settings);
    for agreed in &answer.agreement {
        answer.figures.extend([agreed.percent.clone(), agreed.kappa.clone()]);
        answer.sentences.push(sentences::agreed(agreed));
    }
    answer.disagreements = read.all.iter().filter_map(disagreement).collect();
    answer.lateness = lateness(&strata, &scope);
    answer.figures.extend(answer.lateness.iter().map(|(_, figure)| figure.clone()));
    answer.confusion = confusion(&strata);
    answer.judgements = judgements(&read, limit);
    Ok(answer)
}

/// Whether the manifest tells of each case and stratum once, and of whom it is given to.
fn sound(manifest: &SampleManifest) -> Result<(), ScoreError> {
    let mut strata = BTreeSet::new();
    for part in &manifest.strata {
        if !strata.insert(part.stratum.as_str()) {
            return Err(ScoreError::StratumTwice { stratum: part.stratum.clone() });
        }
    }
    let mut seen = BTreeSet::new();
    for case in &manifest.cases {
        let name = || case.case.clone();
        if !seen.insert(case.case.as_str()) {
            return Err(ScoreError::CaseTwice { case: name() });
        }
        if !strata.contains(case.stratum.as_str()) {
            return Err(ScoreError::NoSuchStratum { case: name(), stratum: case.stratum.clone() });
        }
        let auditors: BTreeSet<&String> = case.auditors.iter().collect();
        let sound = (1..=2).contains(&auditors.len()) && auditors.len() == case.auditors.len();
        if case.used.is_judged() && !sound {
            return Err(ScoreError::Auditors { case: name(), auditors: case.auditors.len() });
        }
    }
    Ok(())
}

/// The period of the sample, in words that follow "records".
fn period(manifest: &SampleManifest) -> String {
    let filter = &manifest.filter;
    match (filter.from, filter.to) {
        (Some(from), Some(to)) => {
            let year = from.checked_add_months(Months::new(12)).and_then(|day| day.pred_opt()) == Some(to);
            if year { format!("of the year from {from} to {to}") } else { format!("from {from} to {to}") }
        }
        (Some(from), None) => format!("from {from} on"),
        (None, Some(to)) => format!("up to {to}"),
        (None, None) => "of the frame, whose period is not given".to_owned(),
    }
}

/// What is the same for all strata.
struct Scope<'a> {
    files: &'a [String],
    settings: &'a Settings,
    period: &'a str,
}

impl Scope<'_> {
    /// The columns from which something is counted, in each file: not the hundreds of rows.
    fn cells(&self, columns: &[&str]) -> Vec<Place> {
        self.files
            .iter()
            .flat_map(|file| columns.iter().map(move |column| Place::file(file).at(*column)))
            .collect()
    }

    fn of_stratum(&self, stratum: &Stratum<'_>) -> Rates {
        let told = Told { force: None, stratum: Some((&stratum.slug, stratum.name)) };
        let mut counts = self.counts(&told, &[stratum]);
        let cells = self.cells(Measure::Compliance.columns());
        counts.push(estimate::unrecorded(&told, &[stratum], self.settings, self.period, cells));
        let rate = |measure: Measure| {
            estimate::of_stratum(&told, stratum, measure, self.settings, self.cells(measure.columns()))
        };
        Rates {
            force: None,
            stratum: Some(stratum.name.to_owned()),
            population: Some(stratum.population),
            examined: stratum.judged.len() as u64,
            counts,
            rates: Measure::ALL.into_iter().map(rate).collect(),
            sources: Vec::new(),
        }
    }

    fn together(&self, strata: &[Stratum<'_>]) -> Rates {
        let told = Told { force: None, stratum: None };
        let all: Vec<&Stratum<'_>> = strata.iter().collect();
        let population = population(strata);
        let mut counts = self.counts(&told, &all);
        let cells = self.cells(Measure::Compliance.columns());
        let unrecorded = estimate::unrecorded(&told, &all, self.settings, self.period, cells);
        let in_year = self
            .settings
            .year_records
            .and_then(|records| estimate::in_year(&told, &unrecorded, population, records));
        counts.push(unrecorded);
        counts.extend(in_year);
        let rate = |measure: Measure| {
            estimate::together(&told, strata, measure, self.settings, self.cells(measure.columns()))
        };
        Rates {
            force: None,
            stratum: None,
            population: Some(population),
            examined: strata.iter().map(|stratum| stratum.judged.len() as u64).sum(),
            counts,
            rates: Measure::ALL.into_iter().map(rate).collect(),
            sources: Vec::new(),
        }
    }

    /// How many cases and crimes there are of each kind.
    fn counts(&self, told: &Told<'_>, strata: &[&Stratum<'_>]) -> Vec<Figure> {
        let withheld = strata.iter().find_map(|stratum| {
            stratum.withheld.as_ref().map(|reason| format!("{}: {reason}", stratum.name))
        });
        let count = |what, label, unit, column: &str, of: &dyn Fn(&Stratum<'_>) -> u64| {
            let sum = strata.iter().map(|stratum| of(stratum)).sum();
            let value = withheld.as_ref().map_or(Value::Count(sum), |why| Value::Withheld(why.clone()));
            told.count(what, label, value, unit, &self.cells(&[column]))
        };
        let judged = |what, label, judgement| {
            count(what, label, "crimes", "judgement", &move |stratum: &Stratum<'_>| stratum.lines(judgement))
        };
        let due = |stratum: &Stratum<'_>| stratum.counts(Measure::Compliance).1;
        let cases =
            |what, label, of: &dyn Fn(&Stratum<'_>) -> u64| count(what, label, "cases", "judgement", of);
        let timed = |what, label, is: fn(Timing) -> bool| {
            count(what, label, "crimes", "received", &move |stratum: &Stratum<'_>| stratum.timed(is))
        };
        vec![
            cases("drawn", "cases to be judged", &|stratum| stratum.drawn),
            cases("examined", "cases that count", &|stratum| stratum.judged.len() as u64),
            cases("not-judged", "cases not judged yet", &|stratum| stratum.not_judged),
            cases("not-decided", "cases on which two auditors disagree and nobody has decided", &|stratum| {
                stratum.not_decided
            }),
            cases("cannot-be-judged", "cases that cannot be judged", &|stratum| stratum.cannot_be_judged),
            cases("without-crime-due", "cases of which no crime was due", &|stratum| {
                stratum.with_crimes_due(0..=0)
            }),
            cases("with-one-crime-due", "cases of which one crime was due", &|stratum| {
                stratum.with_crimes_due(1..=1)
            }),
            cases("with-several-crimes-due", "cases of which several crimes were due", &|stratum| {
                stratum.with_crimes_due(2..=u64::MAX)
            }),
            count("due", "crimes that should have been recorded", "crimes", "judgement", &due),
            judged("recorded", "crimes due that were recorded", Judgement::Recorded),
            judged("missing", "crimes due but not recorded", Judgement::NotRecorded),
            judged("without-basis", "crimes recorded without basis", Judgement::WithoutBasis),
            timed("limit-not-held", "crimes recorded of which no limit is held for the day", |timing| {
                timing == Timing::NotHeld
            }),
            timed(
                "limit-two-readings",
                "crimes recorded in time by one reading of the limit only",
                |timing| timing == Timing::TwoReadings,
            ),
            timed("time-not-told", "crimes recorded of which it cannot be told whether in time", |timing| {
                timing == Timing::CannotBeTold
            }),
        ]
    }

    fn summary(&self, manifest: &SampleManifest, strata: &[Stratum<'_>]) -> String {
        let sum = |of: fn(&Stratum<'_>) -> u64| strata.iter().map(of).sum::<u64>();
        format!(
            "Of {} records {} in {}, {} cases were drawn to be judged and {} count; {} are not judged yet, {} not decided, {} cannot be \
             judged.",
            population(strata),
            self.period,
            manifest.frame.file,
            sum(|stratum| stratum.drawn),
            sum(|stratum| stratum.judged.len() as u64),
            sum(|stratum| stratum.not_judged),
            sum(|stratum| stratum.not_decided),
            sum(|stratum| stratum.cannot_be_judged),
        )
    }
}

fn disagreement(case: &Case<'_>) -> Option<Disagreement> {
    let (one, other) = case.both().filter(|_| case.disagreed())?;
    let [first, second] = case.sampled.auditors.as_slice() else { return None };
    Some(Disagreement {
        case: case.sampled.case.clone(),
        said: [(first.clone(), one.to_vec()), (second.clone(), other.to_vec())],
        decided: case.moderated.clone(),
    })
}

fn lateness(strata: &[Stratum<'_>], scope: &Scope<'_>) -> Vec<(&'static str, Figure)> {
    let mut bands = LATENESS.map(|(most, words)| (most, words, 0_u64));
    for (line, timing) in strata.iter().flat_map(|stratum| &stratum.judged).flatten() {
        if let (Judgement::Recorded, Timing::Late { minutes }) = (line.judgement, timing)
            && let Some((_, _, count)) = bands.iter_mut().find(|(most, _, _)| minutes <= most)
        {
            *count += 1;
        }
    }
    let told = Told { force: None, stratum: None };
    let withheld = estimate::withheld(strata);
    let cells = scope.cells(Measure::InTime.columns());
    let figure = |(_, words, count): (i64, &'static str, u64)| {
        let value = withheld.clone().map_or(Value::Count(count), Value::Withheld);
        let label = format!("crimes recorded late by {words}");
        (words, told.count(&format!("late {words}"), &label, value, "crimes", &cells))
    };
    bands.into_iter().map(figure).collect()
}

fn confusion(strata: &[Stratum<'_>]) -> Confusion {
    if estimate::withheld(strata).is_some() {
        return Confusion::none("a row was rejected");
    }
    let lines = strata.iter().flat_map(|stratum| &stratum.judged).flatten();
    let wrong = lines.filter(|(line, _)| line.class_is_right() == Some(false));
    // Exact: nothing is small.
    let pairs = wrong.map(|(line, _)| (line.class_due.as_str(), line.class_recorded.as_str(), 1));
    by_group(pairs, 0, &Classes::listed())
}

/// Every line with how it stands.
fn judgements(read: &Cases<'_>, limit: &dyn Fn(NaiveDateTime) -> Limit) -> Vec<Judged> {
    let judged = |case: &Case<'_>, line: &Line, standing| Judged {
        line: line.clone(),
        stratum: case.sampled.stratum.clone(),
        standing,
        timing: (line.judgement == Judgement::Recorded).then(|| timing(line, limit)),
    };
    let mut all = Vec::new();
    for case in &read.all {
        for (at, lines) in case.first.iter().enumerate() {
            let standing = match (case.stands, at) {
                (Stands::First, 0) => Standing::Counts,
                (Stands::First, _) => Standing::Confirms,
                (Stands::Moderated | Stands::NotJudged | Stands::NotDecided | Stands::CannotBeJudged, _) => {
                    Standing::DoesNotCount
                }
            };
            all.extend(lines.iter().map(|line| judged(case, line, standing)));
        }
        let standing =
            if case.stands == Stands::Moderated { Standing::Decided } else { Standing::DoesNotCount };
        all.extend(case.moderated.iter().map(|line| judged(case, line, standing)));
    }
    all
}

#[cfg(test)]
mod tests;
