//! The binomial distribution.

use crate::{
    beta::{Fraction, Tails, tails},
    count::{float, floor},
    normal,
    walk::first_with,
};

/// The chances of at most `k` successes in `trials`, and of more, where each succeeds with chance `chance`.
pub(crate) fn cumulative(k: u64, trials: u64, chance: Fraction) -> Tails {
    if k >= trials {
        return Tails { lower: 1.0, upper: 0.0 };
    }
    // At most k successes: the beta distribution of n − k and k + 1 below the chance of failure.
    let failure = Fraction { x: chance.rest, rest: chance.x };
    tails(float(trials - k), float(k) + 1.0, failure)
}

/// The smallest count at or below which the successes in `trials` lie with at least the chance `tail`, above 0 and at most 0.5.
pub(crate) fn lower_quantile(trials: u64, chance: Fraction, tail: f64) -> u64 {
    let start = start(trials, chance, -normal::upper_quantile(tail));
    first_with(tail, start, trials, |k| cumulative(k, trials, chance).lower)
}

/// The smallest count above which they lie with at most the chance `tail`.
pub(crate) fn upper_quantile(trials: u64, chance: Fraction, tail: f64) -> u64 {
    let start = start(trials, chance, normal::upper_quantile(tail));
    first_with(-tail, start, trials, |k| -cumulative(k, trials, chance).upper)
}

/// The normal quantile with E. A. Cornish and R. A. Fisher's correction for skewness: within one or two.
fn start(trials: u64, chance: Fraction, z: f64) -> u64 {
    let mean = float(trials) * chance.x;
    let skewness = (z * z - 1.0) * (chance.rest - chance.x) / 6.0;
    floor(mean + z * (mean * chance.rest).sqrt() + skewness).min(trials)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        count::ceil,
        reference::{agree, rows},
    };

    #[test]
    fn chances_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/binomial-mpmath.csv"));
        assert!(rows.len() > 20, "{}", rows.len());
        for row in rows {
            let ours = cumulative(ceil(row[2]), ceil(row[0]), Fraction::of(row[1]));
            assert!(
                agree(ours.lower, row[3], 1e-10) && agree(ours.upper, row[4], 1e-10),
                "{row:?}: {ours:?}"
            );
        }
    }

    #[test]
    fn quantiles_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/binomial-quantiles-mpmath.csv"));
        assert_eq!(rows.len(), 42);
        for row in rows {
            let (trials, chance) = (ceil(row[0]), Fraction::of(row[1]));
            let ours = if row[2] <= 0.5 {
                lower_quantile(trials, chance, row[2])
            } else {
                upper_quantile(trials, chance, 1.0 - row[2])
            };
            assert_eq!(ours, ceil(row[3]), "{row:?}");
        }
    }
}
