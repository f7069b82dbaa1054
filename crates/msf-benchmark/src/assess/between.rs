//! All forces in one period: rates, their order, and who is who.

use calendar::Window;
use crime::Force;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use statistics::{Confidence, Limits, RankModel, RankPlan, RankSpread, RateMethod, UnitRank};

use super::{Asked, Draws, FunnelOf, NoFunnel, Placed, funnel};
use crate::{Group, LeftOut, Measure, Observed, Series, Why, left_out_of_centres};

/// All forces in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Between {
    /// The period.
    pub window: Window,
    /// The forces that have a number, the highest rate first; of the same rate, in the order of their names.
    pub forces: Vec<ForceRate>,
    /// Those that have none, each with the reason.
    pub left_out: Vec<(Force, Why)>,
    /// How unusual each is, or why that is not said.
    pub funnel: Result<FunnelOf, NoFunnel>,
    /// How sure the place of the force in the order is, if that was asked.
    pub rank: Option<Result<RankOf, Unranked>>,
}

/// One force in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct ForceRate {
    /// The force.
    pub force: Force,
    /// Its numbers.
    pub observed: Observed,
    /// The range in which chance alone could have moved the rate, at the inner confidence; none for a score.
    pub interval: Option<(Decimal, Decimal)>,
    /// Its place, from 1 for the highest rate; forces of the same rate share the first of their places.
    pub place: usize,
    /// Who it is.
    pub role: Role,
    /// Why it stays out of centre and dispersion, if it does.
    pub out_of_centre: Option<LeftOut>,
    /// Where it stands in the funnel, if there is one.
    pub placed: Option<Placed>,
}

/// Who a force is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The one that the report is about.
    Focal,
    /// One of its peers.
    Peer,
    /// Neither.
    Other,
}

/// How sure the place of the force in the order is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankOf {
    /// Its rank, with probabilities.
    pub rank: UnitRank,
    /// Among so many forces.
    pub forces: usize,
    /// So many ranks make a quarter.
    pub quarter: usize,
    /// How often all were drawn.
    pub draws: u32,
}

/// Why a rank has no probability.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unranked {
    /// A score has no counts behind it.
    #[error("a score has no counts behind it, so chance cannot be simulated")]
    Score,
    /// The force has no number.
    #[error("the force has no number")]
    NoNumber,
    /// The simulation refuses.
    #[error("ranks are not simulated: {0}")]
    Refused(String),
}

impl Between {
    /// The force that the report is about, if it has a number.
    #[must_use]
    pub fn focal(&self) -> Option<&ForceRate> {
        self.forces.iter().find(|force| force.role == Role::Focal)
    }

    /// How many forces have the rate of `force`, besides itself.
    #[must_use]
    pub fn tied(&self, force: &ForceRate) -> usize {
        self.forces.iter().filter(|other| other.place == force.place).count().saturating_sub(1)
    }
}

/// All forces in one period.
pub(super) fn between(
    asked: &Asked<'_>,
    measure: &Measure,
    series: &Series,
    window: Window,
    group: Option<&Group>,
) -> Between {
    let (inner, _) = asked.limits;
    let here = || series.points.iter().filter(|point| point.window == window);
    let left_out =
        here().filter_map(|point| Some((point.force, point.value.as_ref().err()?.clone()))).collect();
    let mut forces: Vec<ForceRate> = here()
        .filter_map(|point| {
            let observed = point.value.as_ref().ok()?.clone();
            Some(ForceRate {
                force: point.force,
                interval: interval(measure, &observed, inner),
                observed,
                place: 0,
                role: role(asked.focal, group, point.force),
                out_of_centre: left_out_of_centres(point.force),
                placed: None,
            })
        })
        .collect();
    forces.sort_by(|one, other| {
        other.observed.rate.cmp(&one.observed.rate).then_with(|| one.force.name().cmp(other.force.name()))
    });
    let rates: Vec<Decimal> = forces.iter().map(|force| force.observed.rate).collect();
    for force in &mut forces {
        force.place = 1 + rates.iter().filter(|rate| **rate > force.observed.rate).count();
    }
    let funnel = funnel::funnel(asked, measure, &mut forces);
    let rank = asked.ranks.map(|draws| rank(measure, &forces, draws, inner));
    Between { window, forces, left_out, funnel, rank }
}

fn role(focal: Force, group: Option<&Group>, force: Force) -> Role {
    if force == focal {
        Role::Focal
    } else if group.is_some_and(|group| group.peers.contains(&force)) {
        Role::Peer
    } else {
        Role::Other
    }
}

/// The range in which chance alone could have moved a rate: exact for a count over people or households, Wilson's for a proportion.
fn interval(measure: &Measure, observed: &Observed, confidence: Confidence) -> Option<(Decimal, Decimal)> {
    let count = observed.numerator.to_u64()?;
    let per = Decimal::from(measure.multiplier);
    let limits: Limits = if measure.is_score() {
        return None;
    } else if measure.is_proportion() {
        statistics::wilson(count, observed.base.to_u64()?, confidence)?
    } else {
        RateMethod::Exact.rate(count, observed.base.to_f64()?, 1.0, confidence)?
    };
    let decimal = |limit: f64| Decimal::try_from(limit).ok()?.checked_mul(per);
    Some((decimal(limits.low)?, decimal(limits.high)?))
}

fn rank(
    measure: &Measure,
    forces: &[ForceRate],
    draws: Draws<'_>,
    confidence: Confidence,
) -> Result<RankOf, Unranked> {
    if measure.is_score() {
        return Err(Unranked::Score);
    }
    let ranked: Vec<&ForceRate> = forces.iter().filter(|force| force.out_of_centre.is_none()).collect();
    let focal = ranked.iter().position(|force| force.role == Role::Focal).ok_or(Unranked::NoNumber)?;
    let units: Option<Vec<(u64, f64)>> = ranked
        .iter()
        .map(|force| Some((force.observed.numerator.to_u64()?, force.observed.base.to_f64()?)))
        .collect();
    let plan = RankPlan {
        model: if measure.is_proportion() { RankModel::Shares } else { RankModel::Rates },
        spread: RankSpread::Unknown,
        draws: draws.draws,
        seed: draws.seed,
        confidence,
    };
    let units = units.ok_or(Unranked::NoNumber)?;
    let ranks = statistics::ranks(&units, &plan).map_err(|error| Unranked::Refused(error.to_string()))?;
    let rank = *ranks.units.get(focal).ok_or(Unranked::NoNumber)?;
    Ok(RankOf { rank, forces: units.len(), quarter: ranks.quarter, draws: ranks.draws })
}
