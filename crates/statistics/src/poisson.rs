//! The Poisson distribution.

use crate::{
    beta::Tails,
    count::{float, floor},
    gamma, normal,
    walk::first_with,
};

/// The chances of at most `k` events where `mean` are expected, and of more.
pub(crate) fn cumulative(k: u64, mean: f64) -> Tails {
    // At most k events: the gamma distribution of shape k + 1 above the mean.
    let Tails { lower, upper } = gamma::tails(float(k) + 1.0, mean);
    Tails { lower: upper, upper: lower }
}

/// The smallest count at or below which the Poisson distribution of `mean`, above 0, lies with at least the chance `tail`,
/// above 0 and at most 0.5.
pub(crate) fn lower_quantile(mean: f64, tail: f64) -> u64 {
    let start = start(mean, -normal::upper_quantile(tail));
    first_with(tail, start, u64::MAX, |k| cumulative(k, mean).lower)
}

/// The smallest count above which it lies with at most the chance `tail`.
pub(crate) fn upper_quantile(mean: f64, tail: f64) -> u64 {
    let start = start(mean, normal::upper_quantile(tail));
    first_with(-tail, start, u64::MAX, |k| -cumulative(k, mean).upper)
}

/// The normal quantile with E. A. Cornish and R. A. Fisher's correction for skewness: within one or two.
fn start(mean: f64, z: f64) -> u64 {
    floor(mean + z * mean.sqrt() + (z * z - 1.0) / 6.0)
}

/// The mean at which at most `found` events have no more than the chance `risk`: the reliability factor.
pub(crate) fn reliability_factor(found: u64, risk: f64) -> f64 {
    gamma::upper_quantile(float(found) + 1.0, risk)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        count::ceil,
        reference::{agree, rows},
    };

    #[test]
    fn factors_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/reliability-factors-mpmath.csv"));
        assert_eq!(rows.len(), 40);
        for row in rows {
            let risk = (100.0 - row[1]) / 100.0;
            let ours = reliability_factor(ceil(row[0]), risk);
            assert!(agree(ours, row[2], 1e-12), "{row:?}: {ours}");
        }
    }

    #[test]
    fn quantiles_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/poisson-quantiles-mpmath.csv"));
        assert_eq!(rows.len(), 54);
        for row in rows {
            let ours = if row[1] <= 0.5 {
                lower_quantile(row[0], row[1])
            } else {
                upper_quantile(row[0], 1.0 - row[1])
            };
            assert_eq!(ours, ceil(row[2]), "{row:?}");
        }
    }
}
