//! What was judged in a stratum, counted.

use crime::inspection::counted;
use std::{collections::BTreeMap, ops::RangeInclusive};

use chrono::NaiveDateTime;
use rulebook::FigureId;
use statistics::SampledClusters;

use crate::{
    sample::SampleManifest,
    score::{
        Judgement, Limit, Line, Measure, Timing,
        cases::{Case, Cases, Stands},
        timing::timing,
    },
};

/// A stratum of the sample with the lines that count.
#[derive(Debug)]
pub(super) struct Stratum<'a> {
    pub name: &'a str,
    /// Its part in the names of figures, which no other stratum has.
    pub slug: String,
    pub population: u64,
    /// The cases that count, each with its lines and whether they were in time.
    pub judged: Vec<Vec<(&'a Line, Timing)>>,
    /// How many cases are to be judged.
    pub drawn: u64,
    pub not_judged: u64,
    pub not_decided: u64,
    pub cannot_be_judged: u64,
    /// Why nothing is printed of it, if a row could not be used.
    pub withheld: Option<String>,
}

/// The strata in the order of the sample.
pub(super) fn strata<'a>(
    manifest: &'a SampleManifest,
    cases: &'a Cases<'a>,
    limit: &dyn Fn(NaiveDateTime) -> Limit,
) -> Vec<Stratum<'a>> {
    let mut slugs = BTreeMap::new();
    manifest
        .strata
        .iter()
        .map(|part| {
            let of: Vec<&Case<'_>> =
                cases.all.iter().filter(|case| case.sampled.stratum == part.stratum).collect();
            let how_many = |stands| of.iter().filter(|case| case.stands == stands).count() as u64;
            let rejected: usize = of.iter().map(|case| case.rejected).sum();
            Stratum {
                name: &part.stratum,
                slug: slug(&part.stratum, &mut slugs),
                population: part.population,
                judged: of
                    .iter()
                    .filter(|case| case.is_judged())
                    .map(|case| case.lines().iter().map(|line| (line, timing(line, limit))).collect())
                    .collect(),
                drawn: of.len() as u64,
                not_judged: how_many(Stands::NotJudged),
                not_decided: how_many(Stands::NotDecided),
                cannot_be_judged: how_many(Stands::CannotBeJudged),
                withheld: withheld(rejected, cases.astray),
            }
        })
        .collect()
}

/// The records of some strata together.
pub(super) fn population<'a>(strata: impl IntoIterator<Item = &'a Stratum<'a>>) -> u64 {
    strata.into_iter().fold(0, |sum, stratum| sum.saturating_add(stratum.population))
}

/// A part of a name that no other stratum has, nor all of them together.
fn slug(name: &str, taken: &mut BTreeMap<String, u64>) -> String {
    let plain = FigureId::of(&[name]).to_string();
    taken.entry("all".to_owned()).or_insert(1);
    let mut slug = plain.clone();
    while taken.contains_key(&slug) {
        let next = taken.entry(plain.clone()).or_insert(1);
        *next += 1;
        slug = format!("{plain}-{next}");
    }
    taken.insert(slug.clone(), 1);
    slug
}

fn withheld(rejected: usize, astray: usize) -> Option<String> {
    let rows = |n: usize| counted(n as u64, "row");
    match (rejected, astray) {
        (0, 0) => None,
        (rejected, 0) => Some(format!("{} of its cases rejected", rows(rejected))),
        (0, astray) => Some(format!("{} rejected that may be of any case", rows(astray))),
        (rejected, astray) => Some(format!(
            "{} of its cases rejected, and {} that may be of any case",
            rows(rejected),
            rows(astray)
        )),
    }
}

impl Stratum<'_> {
    /// The trials of each case that counts and how many of them were a part, the cases without any among them.
    fn trials(&self, measure: Measure) -> impl Iterator<Item = (u64, u64)> {
        self.judged.iter().map(move |lines| {
            let trials = lines.iter().filter_map(|(line, timing)| measure.trial(line, *timing));
            trials.fold((0, 0), |(trials, parts), part| (trials + 1, parts + u64::from(part)))
        })
    }

    /// The parts and the trials of all cases.
    pub fn counts(&self, measure: Measure) -> (u64, u64) {
        self.trials(measure).fold((0, 0), |(parts, trials), (more, part)| (parts + part, trials + more))
    }

    /// Whether some case holds several trials, so that they are no simple sample.
    pub fn is_clustered(&self, measure: Measure) -> bool {
        self.trials(measure).any(|(trials, _)| trials > 1)
    }

    /// The same for a weighted estimate.
    pub fn clusters(&self, measure: Measure) -> SampledClusters {
        let mut clusters = SampledClusters::of(self.population);
        for (trials, parts) in self.trials(measure) {
            clusters.add(trials, parts);
        }
        clusters
    }

    /// How many lines were judged so.
    pub fn lines(&self, judgement: Judgement) -> u64 {
        self.judged.iter().flatten().filter(|(line, _)| line.judgement == judgement).count() as u64
    }

    /// How many crimes due and recorded have such a timing.
    pub fn timed(&self, is: impl Fn(Timing) -> bool) -> u64 {
        let recorded = |line: &Line| line.judgement == Judgement::Recorded;
        self.judged.iter().flatten().filter(|(line, timing)| recorded(line) && is(*timing)).count() as u64
    }

    /// In how many cases so many crimes were due.
    pub fn with_crimes_due(&self, crimes: RangeInclusive<u64>) -> u64 {
        self.trials(Measure::Compliance).filter(|(due, _)| crimes.contains(due)).count() as u64
    }

    /// What has to be said beside every rate: the cases that do not count; nothing if all do.
    pub fn left_out(&self) -> Option<String> {
        let parts = [
            (self.not_judged, "not judged yet"),
            (self.not_decided, "not decided"),
            (self.cannot_be_judged, "cannot be judged"),
        ];
        let said: Vec<String> =
            parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
        (!said.is_empty()).then(|| {
            format!(
                "Of {} of {}, {}: they are not counted, and the interval takes them to be like the others.",
                counted(self.drawn, "case"),
                self.name,
                said.join(", ")
            )
        })
    }
}
