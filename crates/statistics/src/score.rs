//! The stratified score interval: values of the whole that a score test does not reject.

use crate::{
    Limits,
    weighted::{Part, sum},
};

/// The interval `z` standard errors either way, where the standard error is that of the value tried and not of the estimate.
///
/// For each value of the whole, the strata's shares are taken where they are likeliest given that their weighted sum is that
/// value; the variance follows from those. With one stratum this is Wilson's interval. The same idea for a difference of two
/// shares is that of O. Miettinen and M. Nurminen, "Comparative analysis of two rates", Statistics in Medicine 4 (1985).
pub(crate) fn limits(parts: &[Part], z: f64) -> Limits {
    // The upper limit is the lower one of the failures, seen from the other end.
    let failures: Vec<Part> = parts.iter().map(|part| Part { share: 1.0 - part.share, ..*part }).collect();
    Limits { low: lower(parts, z), high: 1.0 - lower(&failures, z) }
}

fn lower(parts: &[Part], z: f64) -> f64 {
    let share = sum(parts, |part| part.weight * part.share);
    let variance = sum(parts, |part| part.variance_at(part.share));
    if share <= 0.0 {
        return 0.0;
    }
    // The pull downwards by which all strata are moved together; the further, the lower the value and the larger the score.
    let rejected = |pull: f64| {
        let (mut value, mut variance) = (0.0, 0.0);
        for part in parts {
            let likeliest = likeliest(part, pull);
            value += part.weight * likeliest;
            variance += part.variance_at(likeliest);
        }
        let below = share - value;
        (below * below > z * z * variance, value)
    };
    let mut high = if variance > 0.0 { z / variance.sqrt() } else { 1.0 };
    let mut low = 0.0;
    let mut value = rejected(high);
    // Doubling ends: with a strong enough pull all strata that were not looked at completely are at 0 and do not vary.
    for _ in 0..200 {
        if value.0 {
            break;
        }
        low = high;
        high *= 2.0;
        value = rejected(high);
    }
    for _ in 0..100 {
        if high - low <= 1e-13 * high {
            break;
        }
        let middle = f64::midpoint(low, high);
        let tried = rejected(middle);
        if tried.0 {
            high = middle;
            value = tried;
        } else {
            low = middle;
        }
    }
    value.1.clamp(0.0, share.min(1.0))
}

/// The likeliest share of a stratum under a pull: the smaller root of a p² − (1 + a) p + share = 0, in a form that loses no
/// digits and needs no case of its own for a share of 0 or 1.
fn likeliest(part: &Part, pull: f64) -> f64 {
    let a = pull * part.weight / part.effective;
    let root = (1.0 - a).mul_add(1.0 - a, 4.0 * a * (1.0 - part.share)).sqrt();
    (2.0 * part.share / (1.0 + a + root)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Confidence, wilson};

    #[test]
    fn of_one_stratum_it_is_wilsons_interval() {
        for (successes, trials) in
            [(24_u32, 30_u32), (0, 10), (10, 10), (1, 2), (328, 332), (999_999, 1_000_000)]
        {
            let n = f64::from(trials);
            let part = Part { weight: 1.0, share: f64::from(successes) / n, effective: n };
            let ours = limits(&[part], Confidence::NinetyFive.quantile());
            let wilson = wilson(successes.into(), trials.into(), Confidence::NinetyFive).unwrap();
            // Tolerance: that of the search.
            assert!(
                (ours.low - wilson.low).abs() < 1e-11 && (ours.high - wilson.high).abs() < 1e-11,
                "{ours:?}"
            );
        }
    }

    #[test]
    fn a_stratum_cut_in_two_alike_gives_what_it_gave_whole() {
        let whole = Part { weight: 1.0, share: 0.9, effective: 100.0 };
        let half = Part { weight: 0.5, share: 0.9, effective: 50.0 };
        let (one, two) = (limits(&[whole], 1.96), limits(&[half, half], 1.96));
        assert!((one.low - two.low).abs() < 1e-11 && (one.high - two.high).abs() < 1e-11);
    }

    #[test]
    fn what_was_looked_at_completely_does_not_move() {
        let known = Part { weight: 0.25, share: 0.4, effective: f64::INFINITY };
        assert_eq!(limits(&[Part { weight: 1.0, ..known }], 1.96), Limits { low: 0.4, high: 0.4 });
        let none = Part { weight: 0.75, share: 0.0, effective: 40.0 };
        let limits = limits(&[known, none], 1.96);
        assert!((limits.low - 0.1).abs() < 1e-15 && limits.high > 0.1, "{limits:?}");
    }
}
