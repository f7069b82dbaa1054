//! Averages of a group of forces, each by the name of the body that uses it.

use crime::Force;
use rust_decimal::Decimal;

/// How the rates of several forces become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Average {
    /// The sum of the rates by the number of forces: each force weighs the same.
    MeanOfRates,
    /// The sum of the numerators by the sum of the bases: each force weighs as much as its base.
    Weighted,
}

/// Whether the force that is compared is itself in the average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FocalForce {
    /// It is one of those averaged.
    In,
    /// Only the others are.
    Out,
}

/// What a force has, and of what: offences and people, for instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The force.
    pub force: Force,
    /// What is counted.
    pub numerator: Decimal,
    /// What it is held against; above nought.
    pub base: Decimal,
}

/// One average.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeerAverage {
    /// How it is made.
    pub average: Average,
    /// Whether the force that is compared is in it.
    pub focal: FocalForce,
    /// The rate, by the multiplier asked for.
    pub rate: Decimal,
    /// The forces in it.
    pub forces: Vec<Force>,
}

/// Why a force is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The reason, in a sentence of ours.
    pub reason: &'static str,
    /// Who says so.
    pub source: &'static str,
}

impl Average {
    /// Who publishes an average made in this way, as far as we have read it.
    #[must_use]
    pub const fn used_by(self, focal: FocalForce) -> &'static str {
        match (self, focal) {
            (Self::MeanOfRates, FocalForce::In) => {
                "HMIC, Crime and Policing Comparator: the sum of the rates by the number of forces, the force itself among them"
            }
            (Self::Weighted, FocalForce::In | FocalForce::Out) => {
                "HMICFRS, value for money dashboards: a weighted average; whether the force itself is in it is not said in what we read"
            }
            (Self::MeanOfRates, FocalForce::Out) => {
                "nobody whose method we have read: the comparison of a force with its peers alone"
            }
        }
    }
}

/// Why `force` stays out of centres, dispersion and averages; none for those that are in.
#[must_use]
pub fn left_out_of_centres(force: Force) -> Option<LeftOut> {
    (force.code() == "E23000034").then_some(LeftOut {
        reason: "no similar force could be identified for City of London, and few people live there for the many who come",
        source: "HMIC, Crime and Policing Comparator, About the data (the group); the Office for National Statistics, police force area \
                 tables, note on resident and visiting populations (the base)",
    })
}

/// Both averages, with `focal` in and out, each times `multiplier`. Forces of [`left_out_of_centres`] and those without a
/// base above nought are not in; an average of no force, or too large to be written, is not there.
///
/// ```
/// use msf_benchmark::{Average, FocalForce, Share, peer_averages};
/// let share = |force: &str, numerator: u32, base: u32| Share {
///     force: force.parse().unwrap(),
///     numerator: numerator.into(),
///     base: base.into(),
/// };
/// // 10, 20 and 30 per 1,000: the mean of all is 20, of the peers 25; weighted 80 of 5,000 and 70 of 4,000.
/// let found = peer_averages(
///     share("Kent", 10, 1_000),
///     &[share("Essex", 40, 2_000), share("Dorset", 60, 2_000)],
///     1_000.into(),
/// );
/// let rates: Vec<String> = found.iter().map(|average| average.rate.normalize().to_string()).collect();
/// assert_eq!(rates, ["20", "25", "22", "25"]);
/// assert_eq!((found[0].average, found[0].focal), (Average::MeanOfRates, FocalForce::In));
/// ```
#[must_use]
pub fn peer_averages(focal: Share, peers: &[Share], multiplier: Decimal) -> Vec<PeerAverage> {
    let others: Vec<Share> = peers.iter().filter(|share| share.force != focal.force).copied().collect();
    let all: Vec<Share> = std::iter::once(focal).chain(others.iter().copied()).collect();
    let of = |average, place| {
        let shares: Vec<Share> = match place {
            FocalForce::In => &all,
            FocalForce::Out => &others,
        }
        .iter()
        .filter(|share| left_out_of_centres(share.force).is_none() && share.base > Decimal::ZERO)
        .copied()
        .collect();
        Some(PeerAverage {
            average,
            focal: place,
            rate: rate(average, &shares, multiplier)?,
            forces: shares.iter().map(|share| share.force).collect(),
        })
    };
    [Average::MeanOfRates, Average::Weighted]
        .into_iter()
        .flat_map(|average| [of(average, FocalForce::In), of(average, FocalForce::Out)])
        .flatten()
        .collect()
}

fn rate(average: Average, shares: &[Share], multiplier: Decimal) -> Option<Decimal> {
    let (part, whole) = match average {
        Average::MeanOfRates => (
            sum(shares.iter().map(|share| share.numerator.checked_div(share.base)))?,
            Decimal::from(shares.len()),
        ),
        Average::Weighted => (
            sum(shares.iter().map(|share| Some(share.numerator)))?,
            sum(shares.iter().map(|share| Some(share.base)))?,
        ),
    };
    part.checked_mul(multiplier)?.checked_div(whole)
}

fn sum(mut terms: impl Iterator<Item = Option<Decimal>>) -> Option<Decimal> {
    terms.try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(force: &str, numerator: u32, base: u32) -> Share {
        Share { force: force.parse().unwrap(), numerator: numerator.into(), base: base.into() }
    }

    #[test]
    fn city_of_london_and_a_force_without_people_are_in_no_average() {
        let peers = [share("City of London", 5_000, 10), share("Dorset", 5, 0), share("Kent", 9, 9)];
        let found = peer_averages(share("Kent", 1, 100), &peers, 100.into());
        // Kent alone is left, once: 1 in 100.
        assert_eq!(
            found.iter().map(|a| (a.focal, a.rate)).collect::<Vec<_>>(),
            [(FocalForce::In, 1.into()), (FocalForce::In, 1.into())]
        );
    }

    #[test]
    fn one_force_only_is_left_out_of_centres() {
        let out: Vec<Force> = Force::all().filter(|force| left_out_of_centres(*force).is_some()).collect();
        assert_eq!(out, ["City of London".parse().unwrap()]);
    }

    #[test]
    fn an_average_that_is_too_large_is_not_there() {
        let large = Share { numerator: Decimal::MAX, ..share("Kent", 1, 1) };
        assert!(peer_averages(large, &[], 1_000.into()).is_empty());
    }
}
