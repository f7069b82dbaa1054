//! Shares of costs sum to the penny.

use rulebook::{Basis, InForce, Known, Rule, RuleId};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("shares-sum-to-the-pool"),
    title: "Shares sum to the pool",
    says: "A sum shared by weight is shared to the penny, by largest remainder, so that the shares sum to it exactly; while one weight is missing nothing is shared.",
    basis: Basis::Reasoned {
        why: "shares rounded one by one can sum to more or less than the bill, and a missing weight would be paid by the others",
    },
    in_force: InForce::Always,
    exemplar: "£100.00 among three equal forces: £33.34, £33.33 and £33.33",
    mend: "give every force its weight, and the pool in pounds and pence",
};

/// Why a sum is not shared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotShared {
    /// The sum is not known.
    #[error("the sum to be shared is {0}")]
    NoPool(&'static str),
    /// The sum is below nothing or has parts of a penny.
    #[error("£{pool} is no sum in whole pence")]
    NotInPence {
        /// The sum.
        pool: Decimal,
    },
    /// Some weights are missing.
    #[error("{missing} of {weights} weights not known")]
    WeightMissing {
        /// How many are missing.
        missing: usize,
        /// How many there should be.
        weights: usize,
    },
    /// All weights are zero, or there is none.
    #[error("the weights sum to nothing")]
    NoWeight,
    /// The numbers are too large to be shared exactly.
    #[error("the numbers are too large to be shared exactly")]
    TooLarge,
}

/// Shares `pool` (in pounds) by weight, in the order of `weights`, which are names (each used once) and weights.
///
/// Each gets the whole pennies of its exact share; the pennies left go, one each, to the largest remainders. Of equal
/// remainders the name that comes first in the order of its letters goes first, so that the order of the rows does not
/// matter.
///
/// # Errors
///
/// [`NotShared`], if the pool is no sum in whole pence or a weight is missing.
///
/// # Examples
///
/// ```
/// use legal_matters::rules::shares_sum_to_the_pool::share;
/// use rulebook::Known;
/// use rust_decimal::Decimal;
/// let weights = [("C", Known::Is(1)), ("A", Known::Is(1)), ("B", Known::Is(1))];
/// let shares = share(Decimal::from(100), &weights)?;
/// assert_eq!(shares, [Decimal::new(33_33, 2), Decimal::new(33_34, 2), Decimal::new(33_33, 2)]);
/// # Ok::<(), legal_matters::rules::shares_sum_to_the_pool::NotShared>(())
/// ```
pub fn share(pool: Decimal, weights: &[(&str, Known<u64>)]) -> Result<Vec<Decimal>, NotShared> {
    let pence = pool.checked_mul(Decimal::ONE_HUNDRED).ok_or(NotShared::TooLarge)?;
    if !pence.is_integer() || pence < Decimal::ZERO {
        return Err(NotShared::NotInPence { pool });
    }
    let pence = pence.to_u128().ok_or(NotShared::TooLarge)?;
    let known: Vec<(&str, u128)> =
        weights.iter().filter_map(|(name, weight)| Some((*name, u128::from(*weight.value()?)))).collect();
    if known.len() < weights.len() {
        return Err(NotShared::WeightMissing {
            missing: weights.len() - known.len(),
            weights: weights.len(),
        });
    }
    let total: u128 = known.iter().map(|(_, weight)| weight).sum();
    if total == 0 {
        return Err(NotShared::NoWeight);
    }
    let mut shares = Vec::with_capacity(known.len());
    let mut remainders = Vec::with_capacity(known.len());
    for (index, (name, weight)) in known.iter().enumerate() {
        let exact = pence.checked_mul(*weight).ok_or(NotShared::TooLarge)?;
        shares.push(exact / total);
        remainders.push((std::cmp::Reverse(exact % total), *name, index));
    }
    // Fewer pennies are left than there are shares: each of these gets one at most.
    let mut left = pence - shares.iter().sum::<u128>();
    remainders.sort_unstable();
    for (_, _, index) in remainders {
        if let Some(share) = shares.get_mut(index).filter(|_| left > 0) {
            *share += 1;
            left -= 1;
        }
    }
    shares.into_iter().map(pounds).collect()
}

fn pounds(pence: u128) -> Result<Decimal, NotShared> {
    let pence = i128::try_from(pence).map_err(|_| NotShared::TooLarge)?;
    Decimal::try_from_i128_with_scale(pence, 2).map_err(|_| NotShared::TooLarge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        pool: Decimal,
        weights: Vec<(String, Known<u64>)>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/shares-sum-to-the-pool.toml"), |facts: &Facts| {
            let weights: Vec<_> =
                facts.weights.iter().map(|(name, weight)| (name.as_str(), *weight)).collect();
            match share(facts.pool, &weights) {
                Ok(shares) => shares.iter().map(Decimal::to_string).collect::<Vec<_>>(),
                Err(error) => vec![error.to_string()],
            }
        });
    }

    proptest! {
        #[test]
        fn shares_sum_to_the_pool_and_each_is_within_a_penny(
            pence in 0..5_000_000_000_i64,
            weights in prop::collection::vec(0..10_000_u64, 1..12),
        ) {
            let names: Vec<String> = (0..weights.len()).map(|n| format!("Force {n}")).collect();
            let given: Vec<_> = names.iter().zip(&weights).map(|(name, w)| (name.as_str(), Known::Is(*w))).collect();
            let pool = Decimal::new(pence, 2);
            match share(pool, &given) {
                Err(error) => prop_assert!(error == NotShared::NoWeight && weights.iter().all(|w| *w == 0)),
                Ok(shares) => {
                    prop_assert_eq!(shares.iter().sum::<Decimal>(), pool);
                    let total: u64 = weights.iter().sum();
                    for (share, weight) in shares.iter().zip(&weights) {
                        let exact = pool * Decimal::from(*weight) / Decimal::from(total);
                        prop_assert!((*share - exact).abs() < Decimal::new(1, 2));
                    }
                    // Turned round, every force still pays the same.
                    let mut turned = given.clone();
                    turned.reverse();
                    let mut back = share(pool, &turned).unwrap();
                    back.reverse();
                    prop_assert_eq!(back, shares);
                }
            }
        }
    }
}
