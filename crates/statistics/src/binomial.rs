//! The binomial distribution.

use crate::{
    beta::{Fraction, Tails, tails},
    count::float,
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
}
