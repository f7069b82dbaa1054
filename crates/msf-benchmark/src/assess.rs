//! What a report says of a force: between forces, beside its peers and along time, from one definition of each measure.

use calendar::Window;
use crime::Force;
use rulebook::{Figure, Finding};
use statistics::{ByChance, Confidence, Winsorising, signals_by_chance};

use crate::{AcrossBreaks, Average, Bases, Break, FocalForce, Groups, Lookup, Measure, series};

mod along;
mod between;
mod figures;
mod funnel;
mod peers;
mod sentences;
#[cfg(test)]
mod tests;

pub use {
    along::{Along, Charted, NoChart},
    between::{Between, ForceRate, RankOf, Role, Unranked},
    figures::{ForceFigure, MeasureFigures},
    funnel::{Curve, FunnelOf, NoFunnel, Placed},
    peers::{Peers, PeersOf},
    sentences::Sentences,
};

/// What is asked.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The force that the report is about.
    pub focal: Force,
    /// The periods, in the order of their days, none of which overlaps another; the last is compared between forces.
    pub windows: &'a [Window],
    /// The measures.
    pub measures: &'a [Measure],
    /// The peer groups; without them the report compares with all forces.
    pub groups: Option<&'a Groups>,
    /// The populations, and which of them serves a period.
    pub bases: Bases<'a>,
    /// The changes of practice that are known.
    pub breaks: &'a [Break],
    /// Whether lines go on across them.
    pub across: AcrossBreaks,
    /// The inner and the outer limits: 95% and 99.8% usually. A force is called unusual beyond the outer ones.
    pub limits: (Confidence, Confidence),
    /// What is done with the most extreme scores before over-dispersion is estimated.
    pub winsorising: Winsorising,
    /// Which of the two official averages stands in the summary, and whether the force itself is in it. The others are given too.
    pub average: (Average, FocalForce),
    /// How ranks are simulated; not at all without it.
    pub ranks: Option<Draws<'a>>,
}

/// How ranks are simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws<'a> {
    /// How often all forces are drawn.
    pub draws: u32,
    /// Any text: the same text gives the same numbers.
    pub seed: &'a str,
}

/// Why nothing can be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AssessError {
    /// There is no period.
    #[error("there is no period to compare; name one that the tables have")]
    NoPeriod,
    /// A count would stand in two points of a chart.
    #[error(
        "the periods from {} to {} and from {} to {} overlap: what is counted in both would make a chart smoother than it is; take years that end \
         in the same month, or quarters",
        one.first(), one.last(), other.first(), other.last()
    )]
    Overlap {
        /// A period.
        one: Window,
        /// The next.
        other: Window,
    },
}

/// What is said.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// The force that the report is about.
    pub focal: Force,
    /// The period that is compared between forces.
    pub window: Window,
    /// One for each measure, in their order.
    pub measures: Vec<OfMeasure>,
    /// How many forces lie beyond the outer limits, over all measures with a funnel.
    pub beyond_outer: usize,
    /// How many would if nothing but chance were at work.
    pub by_chance: ByChance,
    /// What was noticed: no group in force, for instance.
    pub findings: Vec<Finding>,
}

/// What is said of one measure.
#[derive(Debug, Clone, PartialEq)]
pub struct OfMeasure {
    /// The measure.
    pub measure: Measure,
    /// All forces in the last period.
    pub between: Between,
    /// The peers in the last period.
    pub peers: Peers,
    /// The force along time.
    pub along: Along,
    /// The chance of the position of the force in the funnel, raised for the number of measures that are looked at; none without a position.
    /// Benjamini and Yekutieli's, since measures depend on each other.
    pub adjusted_chance: Option<f64>,
    /// The numbers that may be printed.
    pub figures: MeasureFigures,
    /// Sentences made of these numbers.
    pub sentences: Sentences,
}

/// Compares a force with others, with its peers and with itself.
///
/// # Errors
///
/// [`AssessError`] if there is no period, or two overlap. That a number is missing is no error: each is told with the reason.
pub fn assess(asked: &Asked<'_>, lookup: &Lookup<'_>) -> Result<Assessment, AssessError> {
    let window = *asked.windows.last().ok_or(AssessError::NoPeriod)?;
    for pair in asked.windows.windows(2) {
        if let [one, other] = pair
            && other.first() <= one.last()
        {
            return Err(AssessError::Overlap { one: *one, other: *other });
        }
    }
    let mut findings = Vec::new();
    let mut measures = Vec::new();
    for measure in asked.measures {
        let series = series(measure, lookup, asked.bases, asked.windows);
        let group = peers::group(asked, window, &mut findings);
        let between = between::between(asked, measure, &series, window, group.as_ref().ok());
        let peers = peers::of(asked, measure, &between, &series, group);
        let along = along::along(asked, measure, &series, &peers);
        measures.push((measure, between, peers, along));
    }
    findings.dedup();
    let adjusted = adjusted(&measures);
    let looks = |between: &Between| between.funnel.as_ref().map_or(0, |funnel| funnel.points);
    let looks: usize = measures.iter().map(|(_, between, ..)| looks(between)).sum();
    let beyond = |between: &Between| between.funnel.as_ref().map_or(0, |funnel| funnel.beyond_outer);
    let beyond_outer = measures.iter().map(|(_, between, ..)| beyond(between)).sum();
    let (_, outer) = asked.limits;
    let measures = measures
        .into_iter()
        .zip(adjusted)
        .map(|((measure, between, peers, along), adjusted_chance)| {
            let figures = MeasureFigures::of(asked, measure, &between, &peers, &along, lookup);
            let sentences = Sentences::of(asked, measure, &between, &peers, &along, &figures);
            OfMeasure { measure: measure.clone(), between, peers, along, adjusted_chance, figures, sentences }
        })
        .collect();
    Ok(Assessment {
        focal: asked.focal,
        window,
        measures,
        beyond_outer,
        by_chance: signals_by_chance(looks as u64, outer),
        findings,
    })
}

impl Assessment {
    /// Every figure, measure by measure.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.measures.iter().flat_map(|of| of.figures.all())
    }
}

/// The chances of the force's positions, adjusted for their number.
fn adjusted(measures: &[(&Measure, Between, Peers, Along)]) -> Vec<Option<f64>> {
    let chance =
        |between: &Between| between.focal().and_then(|force| force.placed).map(|placed| placed.outer.chance);
    let chances: Vec<Option<f64>> = measures.iter().map(|(_, between, ..)| chance(between)).collect();
    let known: Vec<f64> = chances.iter().flatten().copied().collect();
    let mut raised =
        statistics::false_discovery(&known, statistics::Dependence::Any).unwrap_or_default().into_iter();
    chances.into_iter().map(|chance| chance.and_then(|_| raised.next())).collect()
}
