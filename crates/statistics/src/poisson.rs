//! The Poisson distribution, as far as the reliability factors of auditors need it.

use crate::count::float;

/// The chance of at most `found` events where `mean` are expected.
fn at_most(found: u64, mean: f64) -> f64 {
    // From the largest term downwards, so that nothing overflows on the way.
    let (mut term, mut sum) = (1.0, 1.0);
    let mut j = found;
    while j > 0 && term > sum * 1e-18 {
        term *= float(j) / mean;
        sum += term;
        j -= 1;
    }
    let ln_last = if found == 0 {
        -mean
    } else {
        let x = float(found);
        -crate::stirling::remainder(x)
            - crate::stirling::deviance(x, mean, x - mean)
            - 0.5 * (std::f64::consts::TAU * x).ln()
    };
    (ln_last.exp() * sum).min(1.0)
}

/// The mean at which at most `found` events have no more than the chance `risk`: the reliability factor.
pub(crate) fn reliability_factor(found: u64, risk: f64) -> f64 {
    let x = float(found);
    let spread = (x + 1.0).sqrt();
    // Far enough out for any risk down to the smallest float.
    let (mut low, mut high) = (0.0, x + 40.0 * spread + 750.0);
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if at_most(found, middle) > risk {
            low = middle;
        } else {
            high = middle;
        }
        if high - low <= 1e-16 * high {
            break;
        }
    }
    high
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
}
