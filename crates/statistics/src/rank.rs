//! Ranks of rates with the probability of each rank, by simulation.

mod simulation;

use crate::{Confidence, count::float};
use simulation::{Share, Stream};

/// More units than this are not ranked: memory grows with their square.
pub const MOST_RANKED: usize = 2_000;

/// How counts are taken to vary about their underlying rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RankModel {
    /// As Poisson counts over their bases; the underlying rate is drawn from a gamma distribution.
    Rates,
    /// As successes among trials, which the bases are; the underlying share is drawn from a beta distribution.
    Shares,
}

/// What else is known of the underlying rates.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RankSpread {
    /// Nothing: each unit by itself, with Jeffreys' half a count (and half a failure).
    Unknown,
    /// They vary between units about the pooled rate with this standard deviation, in parts of that rate: 0.2 is a fifth. Rates
    /// of small bases then move towards the pooled rate, by the conjugate gamma or beta distribution.
    Between(f64),
}

/// How ranks are simulated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankPlan<'a> {
    /// How counts vary.
    pub model: RankModel,
    /// How underlying rates vary.
    pub spread: RankSpread,
    /// How often all units are drawn; with 10,000 a probability is off by 0.005 at most in two draws of three.
    pub draws: u32,
    /// Any text: the same text gives the same numbers.
    pub seed: &'a str,
    /// Of the interval of ranks.
    pub confidence: Confidence,
}

/// The ranks of some units.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranks {
    /// In the order in which they were given.
    pub units: Vec<UnitRank>,
    /// How many ranks make the top quarter, and the bottom one: a quarter of the units, rounded up.
    pub quarter: usize,
    /// How often all were drawn.
    pub draws: u32,
}

/// The rank of one unit. Rank 1 has the highest rate; whether that is good is not for us to say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitRank {
    /// The rate as observed, count over base.
    pub rate: f64,
    /// Its rank as observed; units of the same rate share the first of their ranks.
    pub observed: usize,
    /// How many other units have the same observed rate.
    pub tied_with: usize,
    /// The mean rank.
    pub expected: f64,
    /// The probability of the highest rate of all.
    pub highest: f64,
    /// The probability of the lowest rate of all.
    pub lowest: f64,
    /// The probability of a rank in the top quarter.
    pub top_quarter: f64,
    /// The probability of a rank in the bottom quarter.
    pub bottom_quarter: f64,
    /// The first and the last rank of its interval, which leaves out as much on either side.
    pub interval: (usize, usize),
}

/// Why units have no ranks. Places count from 0.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RankError {
    /// Fewer than two units, or more than [`MOST_RANKED`].
    #[error("{units} units cannot be ranked: it takes 2 to {MOST_RANKED}")]
    Units {
        /// How many were given.
        units: usize,
    },
    /// A base that is not above 0.
    #[error("unit {at} has no base above 0")]
    NoBase {
        /// Its place.
        at: usize,
    },
    /// More successes than trials.
    #[error("unit {at} has a share above 1")]
    AboveOne {
        /// Its place.
        at: usize,
    },
    /// No draws, or more than a million.
    #[error("{draws} draws are none or more than a million")]
    Draws {
        /// How many were asked for.
        draws: u32,
    },
    /// A spread that is not above 0, that shares of this size cannot have, or one about a pooled rate of 0 or 1.
    #[error("rates cannot have such a spread between units")]
    Spread,
}

/// The ranks of units, each `(count, base)`, with the probability of each.
///
/// What was counted is complete, and who had the highest rate is not in doubt: that is `observed`. The probabilities say how much
/// of the order is the luck of one year. They are those of the underlying rates, if counts vary about these as the model says:
/// how often each unit would come where, if the same underlying rates were to make other years. A unit with a probability of
/// 0.4 of being the highest is the likeliest one to be so, and is more likely not to be. Nothing here says that a difference is
/// real or important.
///
/// Method: H. Goldstein and D. J. Spiegelhalter, "League tables and their limitations", Journal of the Royal Statistical
/// Society A 159 (1996); gamma distributions by G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000).
///
/// # Errors
///
/// What [`RankError`] lists.
///
/// ```
/// use statistics::{Confidence, RankModel, RankPlan, RankSpread, ranks};
/// let plan = RankPlan {
///     model: RankModel::Rates,
///     spread: RankSpread::Unknown,
///     draws: 10_000,
///     seed: "board of July",
///     confidence: Confidence::NinetyFive,
/// };
/// let ranked = ranks(&[(520, 10_000.0), (500, 10_000.0), (80, 4_000.0)], &plan)?;
/// let [first, second, third] = ranked.units[..] else { return Err("three were given".into()) };
/// assert_eq!((first.observed, second.observed, third.observed), (1, 2, 3));
/// // Twenty more of 1,020 are as good as nothing: the exact probability is 0.734.
/// assert!((first.highest - 0.734).abs() < 0.02 && first.interval == (1, 2));
/// assert!(third.lowest > 0.999);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn ranks(units: &[(u64, f64)], plan: &RankPlan<'_>) -> Result<Ranks, RankError> {
    if !(2..=MOST_RANKED).contains(&units.len()) {
        return Err(RankError::Units { units: units.len() });
    }
    if !(1..=1_000_000).contains(&plan.draws) {
        return Err(RankError::Draws { draws: plan.draws });
    }
    for (at, (count, base)) in units.iter().enumerate() {
        if !(*base > 0.0 && base.is_finite()) {
            return Err(RankError::NoBase { at });
        }
        if plan.model == RankModel::Shares && float(*count) > *base {
            return Err(RankError::AboveOne { at });
        }
    }
    let shares = underlying(units, plan)?;
    let table = simulation::table(&shares, plan.draws, &mut Stream::seeded(plan.seed));
    let rates: Vec<f64> = units.iter().map(|(count, base)| float(*count) / base).collect();
    let quarter = units.len().div_ceil(4);
    let summed = rates.iter().zip(table.chunks_exact(units.len())).map(|(rate, often)| {
        let same = rates.iter().filter(|other| other.total_cmp(rate).is_eq()).count();
        UnitRank {
            rate: *rate,
            observed: 1 + rates.iter().filter(|other| *other > rate).count(),
            tied_with: same - 1,
            ..summary(*rate, often, quarter, plan)
        }
    });
    Ok(Ranks { units: summed.collect(), quarter, draws: plan.draws })
}

/// What a unit's ranks come to, given how often it had each.
fn summary(rate: f64, often: &[u32], quarter: usize, plan: &RankPlan<'_>) -> UnitRank {
    let draws = f64::from(plan.draws);
    let part = |ranks: &[u32]| ranks.iter().map(|often| f64::from(*often)).sum::<f64>() / draws;
    let weighted = (1_u32..).zip(often).map(|(rank, often)| f64::from(rank) * f64::from(*often));
    let tail = plan.confidence.risk() / 2.0 * draws;
    UnitRank {
        rate,
        observed: 0,
        tied_with: 0,
        expected: weighted.sum::<f64>() / draws,
        highest: part(often.get(..1).unwrap_or_default()),
        lowest: part(often.get(often.len() - 1..).unwrap_or_default()),
        top_quarter: part(often.get(..quarter).unwrap_or_default()),
        bottom_quarter: part(often.get(often.len() - quarter..).unwrap_or_default()),
        interval: (1 + left_out(often.iter(), tail), often.len() - left_out(often.iter().rev(), tail)),
    }
}

/// How many ranks from one end go into a tail of so many draws.
fn left_out<'a>(ranks: impl Iterator<Item = &'a u32>, tail: f64) -> usize {
    let passed = ranks.scan(0.0, |passed, often| {
        *passed += f64::from(*often);
        Some(*passed)
    });
    passed.take_while(|passed| *passed <= tail).count()
}

/// The distribution of the underlying rate of each unit.
fn underlying(units: &[(u64, f64)], plan: &RankPlan<'_>) -> Result<Vec<Share>, RankError> {
    let total: f64 = units.iter().map(|(count, _)| float(*count)).sum();
    let pooled = total / units.iter().map(|(_, base)| base).sum::<f64>();
    // As if so many had been counted before, over so large a base.
    let (counted, over) = match (plan.spread, plan.model) {
        (RankSpread::Unknown, RankModel::Rates) => (0.5, 0.0),
        (RankSpread::Unknown, RankModel::Shares) => (0.5, 1.0),
        (RankSpread::Between(tau), RankModel::Rates) => (1.0 / (tau * tau), 1.0 / (tau * tau * pooled)),
        (RankSpread::Between(tau), RankModel::Shares) => {
            let trials = (1.0 - pooled) / (pooled * tau * tau) - 1.0;
            (trials * pooled, trials)
        }
    };
    if let RankSpread::Between(tau) = plan.spread {
        let possible = tau > 0.0 && counted > 0.0 && over > 0.0 && over.is_finite() && counted.is_finite();
        if !possible {
            return Err(RankError::Spread);
        }
    }
    let of = |(count, base): &(u64, f64)| match plan.model {
        RankModel::Rates => Share::gamma(float(*count) + counted, base + over),
        RankModel::Shares => Share::beta(float(*count) + counted, base - float(*count) + over - counted),
    };
    Ok(units.iter().map(of).collect())
}

#[cfg(test)]
mod tests;
