//! The gamma distribution: both tails, and the quantile of a tail.

use std::f64::consts::TAU;

use crate::{
    beta::Tails,
    normal,
    stirling::{deviance, remainder},
};

mod uniform;

/// Both tails of the gamma distribution with shape `a`, above 0, and scale 1 at `x`: the regularised incomplete gamma
/// functions. The smaller one keeps its digits.
pub(crate) fn tails(a: f64, x: f64) -> Tails {
    if x <= 0.0 {
        return Tails { lower: 0.0, upper: 1.0 };
    }
    if x.is_infinite() {
        return Tails { lower: 1.0, upper: 0.0 };
    }
    if uniform::holds(a, x) {
        return uniform::tails(a, x);
    }
    // Near 0 the continued fraction is slow, and the series good for both tails.
    if x <= a || x < 1.5 {
        let lower = (ln_weight(a, x).exp() * series(a, x)).min(1.0);
        Tails { lower, upper: 1.0 - lower }
    } else {
        let upper = (ln_weight(a, x).exp() * continued(a, x)).min(1.0);
        Tails { lower: 1.0 - upper, upper }
    }
}

/// ln of x^a e^−x / Γ(a), which is also the density by ln x, in Loader's form.
fn ln_weight(a: f64, x: f64) -> f64 {
    0.5 * (a / TAU).ln() - deviance(a, x, a - x) - remainder(a)
}

/// 1/a + x/(a (a + 1)) + …: the lower tail over the weight.
fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (1.0 / a, 1.0 / a, 0.0);
    while term > sum * 1e-17 && n < 1e6 {
        n += 1.0;
        term *= x / (a + n);
        sum += term;
    }
    sum
}

/// The upper tail over the weight, by Legendre's continued fraction (M. Abramowitz and I. A. Stegun, "Handbook of
/// Mathematical Functions", 1964, 6.5.31, contracted) and Lentz's method.
fn continued(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut below = x + 1.0 - a;
    let mut forwards = 1.0 / TINY;
    let mut backwards = 1.0 / below;
    let mut value = backwards;
    let mut n = 0.0;
    // Where this is used some hundred steps are enough; the bound is there so that it ends whatever comes.
    while n < 1e6 {
        n += 1.0;
        let above = -n * (n - a);
        below += 2.0;
        backwards = 1.0 / (below + above * backwards);
        forwards = below + above / forwards;
        let change = backwards * forwards;
        value *= change;
        if (change - 1.0).abs() < 4e-16 {
            break;
        }
    }
    value
}

/// The number below which the gamma distribution of shape `a` lies with a chance of `lower`, above 0 and at most 0.5.
///
/// Newton's method on the logarithm of the tail by ln x, where that is a rising, concave curve, from the start of E. B. Wilson
/// and M. M. Hilferty ("The distribution of chi-square", 1931).
pub(crate) fn lower_quantile(a: f64, lower: f64) -> f64 {
    // Near 0 the tail is x^a / Γ(a + 1).
    let ln_gamma = (a + 0.5) * a.ln() - a + 0.5 * TAU.ln() + remainder(a);
    let near_zero = (lower.ln() + ln_gamma) / a;
    let start = match cube(a, -normal::upper_quantile(lower)) {
        Some(x) if a > 1.0 => x.ln().max(near_zero),
        Some(_) | None => near_zero,
    };
    if near_zero < -700.0 && start < -700.0 {
        return near_zero.exp();
    }
    newton(a, start, lower.ln(), |tails| (tails.lower, 1.0))
}

/// The number above which the gamma distribution of shape `a` lies with a chance of `upper`, above 0 and at most 0.5.
pub(crate) fn upper_quantile(a: f64, upper: f64) -> f64 {
    let start = match cube(a, normal::upper_quantile(upper)) {
        Some(x) => x.ln(),
        None => a.ln(),
    };
    newton(a, start, upper.ln(), |tails| (tails.upper, -1.0))
}

/// Wilson's and Hilferty's approximation `z` standard deviations from the mean, where it is above 0.
fn cube(a: f64, z: f64) -> Option<f64> {
    let root = 1.0 - 1.0 / (9.0 * a) + z / (3.0 * a.sqrt());
    (root > 0.0).then_some(a * root * root * root)
}

/// The `x` at which the logarithm of a tail, which `side` picks with its direction, is `target`. A step that leaves what is
/// known of the place of the answer is replaced by halving, so that it always ends.
fn newton(a: f64, start: f64, target: f64, side: fn(Tails) -> (f64, f64)) -> f64 {
    let (mut below, mut above) = (-745.0_f64, 709.0_f64);
    let mut ln_x = start.clamp(-744.0, 708.0);
    for _ in 0..200 {
        let x = ln_x.exp();
        let (tail, direction) = side(tails(a, x));
        // How much further up the answer is, in logarithms of the tail.
        let gap = if tail > 0.0 { (target - tail.ln()) * direction } else { f64::INFINITY * direction };
        if gap > 0.0 {
            below = ln_x;
        } else {
            above = ln_x;
        }
        let slope = (ln_weight(a, x) - tail.ln()).exp();
        let moved = ln_x + gap / slope;
        // Newton's method squares the error: after a step this small the next would change nothing.
        if (moved - ln_x).abs() <= 1e-9 * spread(a) {
            ln_x = moved;
            break;
        }
        ln_x = if moved > below && moved < above { moved } else { f64::midpoint(below, above) };
        if above - below <= 1e-15 * ln_x.abs().max(1.0) {
            break;
        }
    }
    ln_x.exp()
}

/// About the standard deviation of ln x: the curve bends over this length.
fn spread(a: f64) -> f64 {
    (1.0 / a.sqrt()).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{agree, rows};

    #[test]
    fn tails_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/gamma-tails-mpmath.csv"));
        assert!(rows.len() > 150, "{}", rows.len());
        for row in rows {
            let ours = tails(row[0], row[1]);
            assert!(
                agree(ours.lower, row[2], 1e-10) && agree(ours.upper, row[3], 1e-10),
                "{row:?}: {ours:?}"
            );
        }
    }

    #[test]
    fn quantiles_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/gamma-quantiles-mpmath.csv"));
        assert!(rows.len() > 150, "{}", rows.len());
        for row in rows {
            let (low, high) = (lower_quantile(row[0], row[1]), upper_quantile(row[0], row[1]));
            assert!(agree(low, row[2], 1e-11) && agree(high, row[3], 1e-11), "{row:?}: {low} {high}");
        }
    }

    proptest::proptest! {
        #[test]
        fn it_always_ends_with_a_number_that_gives_the_tail_back(ln_a in -6.0..18.5_f64, ln_tail in -30.0..-0.7_f64) {
            let (a, tail) = (ln_a.exp(), ln_tail.exp());
            let high = upper_quantile(a, tail);
            proptest::prop_assert!(agree(tails(a, high).upper, tail, 1e-7), "{high}");
            let low = lower_quantile(a, tail);
            // Floats near the smallest have few digits.
            proptest::prop_assert!(low < 1e-290 || agree(tails(a, low).lower, tail, 1e-7), "{low}");
        }
    }
}
