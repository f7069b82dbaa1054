//! How unusual each force is among all: the funnel, and who lies beyond its limits.

use rust_decimal::prelude::ToPrimitive as _;
use statistics::{
    Centre, Confidence, Dispersion, DispersionError, Funnel, FunnelKind, FunnelPoint, LimitMethod, Limits,
    Position, Standing,
};

use super::{Asked, ForceRate};
use crate::Measure;

/// So many corners has a line of limits.
const CORNERS: u32 = 40;

/// How unusual the forces are among all.
#[derive(Debug, Clone, PartialEq)]
pub struct FunnelOf {
    /// How many forces make centre and dispersion.
    pub points: usize,
    /// The rate of all of them together, in the unit of the measure.
    pub centre: f64,
    /// How much more they differ than chance has it, or why that is not said.
    pub dispersion: Result<Dispersion, DispersionError>,
    /// By which limits a force is called unusual.
    pub method: LimitMethod,
    /// The lines to draw: inner and outer limits by that method, and by exact chances where it is another.
    pub curves: Vec<Curve>,
    /// Whether so few were expected somewhere that chi-square limits would mislead.
    pub small_counts: bool,
    /// How many of the points lie beyond the inner limits.
    pub beyond_inner: usize,
    /// How many lie beyond the outer ones.
    pub beyond_outer: usize,
}

/// A pair of lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// How often chance stays between them.
    pub confidence: Confidence,
    /// How they are made.
    pub method: LimitMethod,
    /// Limits by base: people, households or trials. Limits are in the unit of the measure.
    pub points: Vec<(f64, Limits)>,
}

/// Where a force stands. Values, centre and limits are in the unit of the measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placed {
    /// Against the inner limits.
    pub inner: Position,
    /// Against the outer limits.
    pub outer: Position,
    /// Against the outer limits by exact chances, as if forces differed by chance alone.
    pub exact: Position,
    /// Against a funnel of the other forces, by the outer limits: the force itself moves neither centre nor dispersion there.
    pub without_it: Option<Position>,
}

/// Why there is no funnel.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoFunnel {
    /// A score has no counts behind it.
    #[error("a score has no counts behind it, so how far chance moves it is not known")]
    Score,
    /// There are too few forces.
    #[error("{0} forces have a number; a funnel of fewer than three says nothing")]
    TooFew(usize),
    /// The numbers do not make a funnel.
    #[error("the numbers make no funnel: {0}")]
    Refused(String),
}

impl Placed {
    /// Whether it lies beyond the outer limits, and on which side.
    #[must_use]
    pub const fn beyond_outer(&self) -> Option<Standing> {
        match self.outer.standing {
            Standing::Within => None,
            side @ (Standing::Above | Standing::Below) => Some(side),
        }
    }
}

/// Makes the funnel, and says of each force where it stands.
pub(super) fn funnel(
    asked: &Asked<'_>,
    measure: &Measure,
    forces: &mut [ForceRate],
) -> Result<FunnelOf, NoFunnel> {
    if measure.is_score() {
        return Err(NoFunnel::Score);
    }
    let kind =
        if measure.is_proportion() { FunnelKind::Proportion } else { FunnelKind::Rate { per: per(measure) } };
    let points: Vec<Option<FunnelPoint>> = forces.iter().map(point).collect();
    let inside: Vec<usize> = (0..forces.len())
        .filter(|at| forces.get(*at).is_some_and(|force| force.out_of_centre.is_none()))
        .collect();
    let own: Vec<FunnelPoint> = inside.iter().filter_map(|at| points.get(*at).copied().flatten()).collect();
    if own.len() < 3 {
        return Err(NoFunnel::TooFew(own.len()));
    }
    let refused = |error: statistics::FunnelError| NoFunnel::Refused(error.to_string());
    let funnel = Funnel::of(kind, &own, Centre::Pooled).map_err(refused)?;
    let dispersion = funnel.dispersion(asked.winsorising);
    let method = dispersion.map_or(LimitMethod::Exact, Dispersion::headline);
    let scale = scale(measure);
    let (inner, outer) = asked.limits;
    let mut beyond = (0, 0);
    for (at, force) in forces.iter_mut().enumerate() {
        let Some(point) = points.get(at).copied().flatten() else { continue };
        let place = |confidence, method| Some(scaled(funnel.place(&point, confidence, method)?, scale));
        let placed = (|| {
            Some(Placed {
                inner: place(inner, method)?,
                outer: place(outer, method)?,
                exact: place(outer, LimitMethod::Exact)?,
                without_it: without(asked, &funnel, &inside, at, point, outer)
                    .map(|placed| scaled(placed, scale)),
            })
        })();
        force.placed = placed;
        if force.out_of_centre.is_none()
            && let Some(placed) = placed
        {
            beyond.0 += usize::from(placed.inner.standing != Standing::Within);
            beyond.1 += usize::from(placed.outer.standing != Standing::Within);
        }
    }
    Ok(FunnelOf {
        points: own.len(),
        centre: funnel.centre() * scale,
        dispersion,
        method,
        curves: curves(&funnel, &own, method, asked.limits, scale),
        small_counts: own.iter().any(|point| funnel.counts_are_small(point.base)),
        beyond_inner: beyond.0,
        beyond_outer: beyond.1,
    })
}

/// Against the others alone.
fn without(
    asked: &Asked<'_>,
    funnel: &Funnel,
    inside: &[usize],
    at: usize,
    point: FunnelPoint,
    outer: Confidence,
) -> Option<Position> {
    let own = inside.iter().position(|other| *other == at)?;
    let others = funnel.without(own, Centre::Pooled).ok()?;
    let method = others.dispersion(asked.winsorising).map_or(LimitMethod::Exact, Dispersion::headline);
    others.place(&point, outer, method)
}

fn point(force: &ForceRate) -> Option<FunnelPoint> {
    Some(FunnelPoint { observed: force.observed.numerator.to_u64()?, base: force.observed.base.to_f64()? })
}

fn per(measure: &Measure) -> f64 {
    rust_decimal::Decimal::from(measure.multiplier).to_f64().unwrap_or(1.0)
}

/// A funnel of proportions counts from 0 to 1; the measure may count from 0 to 100.
fn scale(measure: &Measure) -> f64 {
    if measure.is_proportion() { per(measure) } else { 1.0 }
}

fn scaled(position: Position, scale: f64) -> Position {
    Position {
        value: position.value * scale,
        centre: position.centre * scale,
        limits: scaled_limits(position.limits, scale),
        ..position
    }
}

fn scaled_limits(limits: Limits, scale: f64) -> Limits {
    Limits { low: limits.low * scale, high: limits.high * scale }
}

fn curves(
    funnel: &Funnel,
    points: &[FunnelPoint],
    method: LimitMethod,
    (inner, outer): (Confidence, Confidence),
    scale: f64,
) -> Vec<Curve> {
    let bases = points.iter().map(|point| point.base);
    let ends = (bases.clone().fold(f64::INFINITY, f64::min), bases.fold(0.0, f64::max));
    let mut asked = vec![(inner, method), (outer, method)];
    if method != LimitMethod::Exact {
        asked.push((outer, LimitMethod::Exact));
    }
    asked
        .into_iter()
        .map(|(confidence, method)| Curve {
            confidence,
            method,
            points: funnel
                .curve(ends, CORNERS, confidence, method)
                .into_iter()
                .map(|(base, limits)| (base, scaled_limits(limits, scale)))
                .collect(),
        })
        .collect()
}
