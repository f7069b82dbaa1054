//! Whether two counts, each over its own base, go with one rate.

use std::cmp::Ordering;

use crate::{
    Confidence, Limits,
    beta::{Fraction, lower_quantile, upper_quantile},
    binomial::cumulative,
    count::float,
    stirling::{deviance, remainder},
};

/// How a rate changed between two periods, or differs between two places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RateChange {
    /// The second rate over the first; infinite where nothing was counted first.
    pub ratio: f64,
    /// The exact interval of the ratio; the upper limit is infinite where nothing was counted first.
    pub limits: Limits,
    /// How often two Poisson counts of one rate are so far apart or farther, between 0 and 1.
    pub p: f64,
}

/// What "farther" means on the other side of an exact test.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TwoSided {
    /// Twice the smaller tail. It is below 5% just when the interval of 95% leaves out 1.
    #[default]
    Doubled,
    /// All counts that are no likelier than the one seen, as `poisson.test` and `binom.test` of R have it. It can be below 5%
    /// while the interval of 95% holds 1 (M. P. Fay, "Two-sided exact tests and matching confidence intervals for discrete
    /// data", The R Journal 2, 2010).
    MinimumLikelihood,
}

/// The change from the first count to the second, each `(count, base)`, by the exact conditional test.
///
/// Given the sum of both counts, the second is binomial, with its part of the bases as chance if the rates are the same: J.
/// Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940). The
/// interval is that of Clopper and Pearson for this chance, turned into a ratio.
///
/// Both say how Poisson counts of constant rates differ. Recorded crimes vary more than that, so a small `p` says no more than
/// that the two are not such counts.
///
/// `None` if nothing was counted in either, if a base is not above 0, or if counts or bases are too far apart for numbers to hold.
///
/// ```
/// use statistics::{Confidence, TwoSided, rate_change};
/// let change = rate_change((10, 1.0), (20, 1.0), Confidence::NinetyFive, TwoSided::Doubled).ok_or("nothing counted")?;
/// // Twice the chance of 20 heads or more in 30 throws: 53,009,102 of 1,073,741,824.
/// assert_eq!((change.ratio, format!("{:.6}", change.p)), (2.0, "0.098737".to_owned()));
/// assert_eq!(format!("{:.2} to {:.2}", change.limits.low, change.limits.high), "0.89 to 4.78");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn rate_change(
    first: (u64, f64),
    second: (u64, f64),
    confidence: Confidence,
    two_sided: TwoSided,
) -> Option<RateChange> {
    let bases = first.1 + second.1;
    let total = first.0.checked_add(second.0).filter(|total| *total > 0)?;
    let scale = first.1 / second.1;
    if !(first.1 > 0.0 && second.1 > 0.0 && bases.is_finite() && scale.is_normal()) {
        return None;
    }
    let chance = Fraction { x: second.1 / bases, rest: first.1 / bases };
    let (before, after, tail) = (float(first.0), float(second.0), confidence.risk() / 2.0);
    let odds = |share: Fraction| share.x / share.rest * scale;
    Some(RateChange {
        ratio: after / before * scale,
        limits: Limits {
            low: if second.0 == 0 { 0.0 } else { odds(lower_quantile(after, before + 1.0, tail)) },
            high: if first.0 == 0 { f64::INFINITY } else { odds(upper_quantile(after + 1.0, before, tail)) },
        },
        p: match two_sided {
            TwoSided::Doubled => {
                (2.0 * at_most(second.0, total, chance).min(at_least(second.0, total, chance))).min(1.0)
            }
            TwoSided::MinimumLikelihood => no_likelier(second.0, total, chance),
        },
    })
}

fn at_most(count: u64, total: u64, chance: Fraction) -> f64 {
    cumulative(count, total, chance).lower
}

fn at_least(count: u64, total: u64, chance: Fraction) -> f64 {
    count.checked_sub(1).map_or(1.0, |below| cumulative(below, total, chance).upper)
}

/// The chance of all counts that are no likelier than that one.
fn no_likelier(count: u64, total: u64, chance: Fraction) -> f64 {
    // Equal chances differ in their last digits; R forgives them as much.
    let limit = ln_chance(count, total, chance) + 1e-7;
    let likelier = |other: u64| ln_chance(other, total, chance) > limit;
    match (float(count)).total_cmp(&(float(total) * chance.x)) {
        Ordering::Equal => 1.0,
        // Chances fall on both sides of the mean, so the far side begins where they pass the limit.
        Ordering::Less => {
            let first =
                first_where(crate::count::ceil(float(total) * chance.x), total, |other| !likelier(other));
            at_most(count, total, chance) + first.map_or(0.0, |first| at_least(first, total, chance))
        }
        Ordering::Greater => {
            let mean = crate::count::floor(float(total) * chance.x);
            let first = first_where(0, mean, likelier).unwrap_or(mean + 1);
            let below = first.checked_sub(1).map_or(0.0, |last| at_most(last, total, chance));
            at_least(count, total, chance) + below
        }
    }
    .min(1.0)
}

/// The first number from `low` to `high` that holds, where all after one that holds do.
fn first_where(low: u64, high: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut end) = (low, high.checked_add(1)?);
    while low < end {
        let middle = low.midpoint(end);
        if holds(middle) {
            end = middle;
        } else {
            low = middle + 1;
        }
    }
    (low <= high).then_some(low)
}

/// The logarithm of the binomial chance of exactly so many, in C. Loader's form.
fn ln_chance(count: u64, total: u64, chance: Fraction) -> f64 {
    let (n, x, y) = (float(total), float(count), float(total - count));
    if count == 0 {
        return n * (-chance.x).ln_1p();
    }
    if count == total {
        return n * (-chance.rest).ln_1p();
    }
    let off = x * chance.rest - y * chance.x;
    remainder(n)
        - remainder(x)
        - remainder(y)
        - deviance(x, n * chance.x, off)
        - deviance(y, n * chance.rest, -off)
        + 0.5 * (n / x / y / std::f64::consts::TAU).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::agree;

    #[test]
    fn p_and_limits_agree_with_forty_digits() {
        let mut compared = 0;
        for line in include_str!("../data/rate-changes-mpmath.csv").lines().skip(2) {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |at: usize| cells[at].parse::<f64>().unwrap();
            let (first, second) =
                ((cells[0].parse().unwrap(), number(1)), (cells[2].parse().unwrap(), number(3)));
            let of = |two_sided| rate_change(first, second, Confidence::NinetyFive, two_sided).unwrap();
            let (doubled, likely) = (of(TwoSided::Doubled), of(TwoSided::MinimumLikelihood));
            assert!(agree(doubled.p, number(4), 1e-9), "{line}: {doubled:?}");
            assert!(agree(likely.p, number(5), 1e-9), "{line}: {likely:?}");
            assert!(agree(doubled.limits.low, number(6), 1e-9), "{line}: {doubled:?}");
            let high = doubled.limits.high;
            assert!(
                high.to_bits() == number(7).to_bits() || agree(high, number(7), 1e-9),
                "{line}: {doubled:?}"
            );
            compared += 1;
        }
        assert_eq!(compared, 36);
    }

    #[test]
    fn nothing_counted_says_nothing() {
        let of = |first, second| rate_change(first, second, Confidence::NinetyFive, TwoSided::Doubled);
        assert_eq!(of((0, 1.0), (0, 1.0)), None);
        assert_eq!(of((1, 0.0), (1, 1.0)), None);
        assert_eq!(of((1, f64::NAN), (1, 1.0)), None);
        assert_eq!(of((1, f64::MAX), (1, f64::MAX)), None);
        assert_eq!(of((1, 1e300), (0, 1e-300)), None);
        assert_eq!(of((u64::MAX, 1.0), (1, 1.0)), None);
        let from_nothing = of((0, 1.0), (5, 1.0)).unwrap();
        assert!(from_nothing.ratio.is_infinite() && from_nothing.limits.high.is_infinite());
    }

    proptest::proptest! {
        #[test]
        fn doubled_p_and_interval_say_the_same_and_both_p_are_chances(
            first in 0..3_000_u64, second in 1..3_000_u64, base in 0.1..10.0_f64,
        ) {
            let of = |two_sided| rate_change((first, base), (second, 1.0), Confidence::NinetyFive, two_sided).unwrap();
            let doubled = of(TwoSided::Doubled);
            let outside = !doubled.limits.contains(1.0);
            // On the edge itself rounding decides.
            if (doubled.p - 0.05).abs() > 1e-9 {
                proptest::prop_assert_eq!(outside, doubled.p < 0.05, "{:?}", doubled);
            }
            let likely = of(TwoSided::MinimumLikelihood).p;
            proptest::prop_assert!((0.0..=1.0).contains(&likely) && likely >= doubled.p / 2.0 - 1e-12, "{likely} {doubled:?}");
        }
    }
}
