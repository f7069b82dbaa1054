//! The numbers of one measure that may be printed, each with where it comes from.

use calendar::Window;
use crime::Force;
use rulebook::{Figure, FigureId, Interval, Place, Rounding, Value};
use rust_decimal::Decimal;
use statistics::Dispersion;

use super::{Along, Asked, Between, ForceRate, Peers};
use crate::{Average, FocalForce, Lookup, Measure, Observed, PeerAverage};

/// What an interval about a rate of recorded crime does and does not say.
const MEANING: &str = "How far chance alone could have moved the rate, had the same causes been at work for another period of the same length. Recorded \
                       crime is a complete count: this is no margin of error, and forces differ by more than chance.";

/// The numbers of one measure that may be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureFigures {
    /// `benchmark.<measure>.<force>.rate` and the rest, for every force with a number, in the order of the rates.
    pub forces: Vec<ForceFigure>,
    /// `benchmark.<measure>.place`: of the force, from 1 for the highest rate.
    pub place: Option<Figure>,
    /// `benchmark.<measure>.forces`: how many have a number.
    pub of: Figure,
    /// `benchmark.<measure>.centre`: the rate of all forces together.
    pub centre: Option<Figure>,
    /// `benchmark.<measure>.phi`: how much more forces differ than chance has it.
    pub phi: Option<Figure>,
    /// `benchmark.<measure>.peers-mean-in` and three more: both averages, with the force in and out.
    pub peers: Vec<(PeerAverage, Figure)>,
    /// `benchmark.<measure>.ratio`: the last period by the one before it.
    pub ratio: Option<Figure>,
    /// `benchmark.<measure>.highest`, `….lowest` and `….top-quarter`: probabilities of ranks, in percent.
    pub ranks: Vec<Figure>,
    /// `benchmark.<measure>.<force>.rate-<last day>`: the force along time.
    pub along: Vec<(Window, Figure)>,
}

/// The numbers of one force.
#[derive(Debug, Clone, PartialEq)]
pub struct ForceFigure {
    /// The force.
    pub force: Force,
    /// What is counted.
    pub numerator: Figure,
    /// What it is held against; none for a score.
    pub base: Option<Figure>,
    /// The rate.
    pub rate: Figure,
}

impl MeasureFigures {
    pub(super) fn of(
        asked: &Asked<'_>,
        measure: &Measure,
        between: &Between,
        peers: &Peers,
        along: &Along,
        lookup: &Lookup<'_>,
    ) -> Self {
        let id = |what: &str| FigureId::of(&["benchmark", &measure.id, what]);
        let titled = |what: &str| format!("{}: {what}", measure.title);
        let rounding = Rounding::nearest(measure.decimals);
        let count = |what: &str, label: &str, n: usize| {
            Figure::new(id(what), titled(label), Value::Count(n as u64)).unit("forces")
        };
        let number = |what: &str, label: &str, value: f64, decimals: u32| {
            let value = Decimal::try_from(value)
                .map_or_else(|_| Value::Withheld("too large to be written".to_owned()), Value::Number);
            Figure::new(id(what), titled(label), value).rounded(Rounding::nearest(decimals))
        };
        let funnel = between.funnel.as_ref().ok();
        let dispersion: Option<Dispersion> = funnel.and_then(|funnel| funnel.dispersion.ok());
        let (inner, _) = asked.limits;
        Self {
            forces: between
                .forces
                .iter()
                .map(|force| of_force(measure, force, &inner.to_string(), lookup))
                .collect(),
            place: between.focal().map(|force| Figure {
                unit: "".into(),
                ..count("place", "place of the force, 1 for the highest rate", force.place)
            }),
            of: count("forces", "forces with a number", between.forces.len()),
            centre: funnel.map(|funnel| {
                number("centre", "rate of all forces together", funnel.centre, measure.decimals)
                    .unit(measure.unit.clone())
            }),
            phi: dispersion.map(|found| {
                number(
                    "phi",
                    "how much more forces differ than chance has it (φ; 1 for chance alone)",
                    found.phi,
                    1,
                )
                .working(format!("mean square of {} scores", found.points))
            }),
            peers: averages(peers)
                .map(|average| {
                    let (what, label) = named(average);
                    let figure = Figure::new(id(what), titled(label), Value::Number(average.rate))
                        .unit(measure.unit.clone())
                        .rounded(rounding)
                        .working(average.average.used_by(average.focal));
                    (average.clone(), figure)
                })
                .collect(),
            ratio: along.change.map(|(_, change)| {
                let figure = number("ratio", "the last period by the one before it", change.ratio, 3);
                let interval = |limit: f64| Decimal::try_from(limit).ok();
                match (interval(change.limits.low), interval(change.limits.high)) {
                    (Some(low), Some(high)) => Figure {
                        interval: Some(Interval {
                            low,
                            high,
                            method: "exact, of two counts, 95%".to_owned(),
                            meaning: MEANING.to_owned(),
                        }),
                        ..figure
                    },
                    _ => figure,
                }
            }),
            ranks: ranks(measure, between),
            along: along_time(asked, measure, along, lookup),
        }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Figure> {
        let forces = self.forces.iter().flat_map(|force| {
            std::iter::once(&force.numerator).chain(force.base.as_ref()).chain([&force.rate])
        });
        forces
            .chain(&self.place)
            .chain([&self.of])
            .chain(&self.centre)
            .chain(&self.phi)
            .chain(self.peers.iter().map(|(_, figure)| figure))
            .chain(&self.ratio)
            .chain(&self.ranks)
            .chain(self.along.iter().map(|(_, figure)| figure))
    }

    /// The numbers of one force.
    #[must_use]
    pub fn force(&self, force: Force) -> Option<&ForceFigure> {
        self.forces.iter().find(|figure| figure.force == force)
    }
}

fn averages(peers: &Peers) -> impl Iterator<Item = &PeerAverage> {
    match peers {
        Peers::None { .. } => None,
        Peers::Of(of) => Some(&of.averages),
    }
    .into_iter()
    .flatten()
}

/// The end of the id of an average, and what it is.
const fn named(average: &PeerAverage) -> (&'static str, &'static str) {
    match (average.average, average.focal) {
        (Average::MeanOfRates, FocalForce::In) => {
            ("peers-mean-in", "mean of the rates of the group, the force itself among them")
        }
        (Average::MeanOfRates, FocalForce::Out) => ("peers-mean-out", "mean of the rates of the peers"),
        (Average::Weighted, FocalForce::In) => {
            ("peers-weighted-in", "rate of the whole group, the force itself in it")
        }
        (Average::Weighted, FocalForce::Out) => ("peers-weighted-out", "rate of the peers together"),
    }
}

fn places(observed: &Observed, lookup: &Lookup<'_>) -> Vec<Place> {
    observed.cells.iter().filter_map(|cell| lookup.place(*cell)).collect()
}

fn of_force(measure: &Measure, force: &ForceRate, confidence: &str, lookup: &Lookup<'_>) -> ForceFigure {
    let observed = &force.observed;
    let name = force.force.name();
    let figure = |what: &str, label: &str, value| {
        Figure::new(
            FigureId::of(&["benchmark", &measure.id, name, what]),
            format!("{name}, {}: {label}", measure.title),
            value,
        )
        .from_cells(places(observed, lookup))
    };
    let rate = figure("rate", "rate", Value::Number(observed.rate))
        .unit(measure.unit.clone())
        .rounded(Rounding::nearest(measure.decimals));
    let rate = match force.interval {
        Some((low, high)) => Figure {
            interval: Some(Interval {
                low,
                high,
                method: format!("{}, {confidence}", if measure.is_proportion() { "Wilson" } else { "exact" }),
                meaning: MEANING.to_owned(),
            }),
            ..rate
        },
        None => rate,
    };
    let working = format!("{} of {}, times {}", observed.numerator, observed.base, measure.multiplier);
    ForceFigure {
        force: force.force,
        numerator: figure("numerator", "what is counted", Value::Number(observed.numerator)),
        base: (!measure.is_score())
            .then(|| figure("base", "what it is held against", Value::Number(observed.base))),
        rate: if measure.is_score() { rate } else { rate.working(working) },
    }
}

fn ranks(measure: &Measure, between: &Between) -> Vec<Figure> {
    let Some(Ok(found)) = &between.rank else { return Vec::new() };
    let percent = |what: &str, label: &str, chance: f64| {
        let value = Decimal::try_from(chance * 100.0).map_or(Value::Count(0), Value::Number);
        Figure::new(
            FigureId::of(&["benchmark", &measure.id, what]),
            format!("{}: probability {label}", measure.title),
            value,
        )
        .unit("%")
        .rounded(Rounding::nearest(0))
        .working(format!("{} draws of the underlying rates of {} forces", found.draws, found.forces))
    };
    vec![
        percent("highest", "that the underlying rate is the highest of all", found.rank.highest),
        percent("lowest", "that the underlying rate is the lowest of all", found.rank.lowest),
        percent("top-quarter", "that it is in the highest quarter", found.rank.top_quarter),
    ]
}

fn along_time(
    asked: &Asked<'_>,
    measure: &Measure,
    along: &Along,
    lookup: &Lookup<'_>,
) -> Vec<(Window, Figure)> {
    let name = asked.focal.name();
    along
        .charts
        .iter()
        .flat_map(|chart| chart.windows.iter().zip(&chart.observed))
        .filter_map(|(window, observed)| {
            let observed = observed.as_ref()?;
            let figure = Figure::new(
                FigureId::of(&["benchmark", &measure.id, name, &format!("rate {}", window.last())]),
                format!("{name}, {}: rate from {window}", measure.title),
                Value::Number(observed.rate),
            );
            Some((
                *window,
                figure
                    .unit(measure.unit.clone())
                    .rounded(Rounding::nearest(measure.decimals))
                    .from_cells(places(observed, lookup)),
            ))
        })
        .collect()
}
