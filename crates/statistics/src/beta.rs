//! The beta distribution: both tails, and the quantile of a tail.
//!
//! Our own, because of three libraries tried none kept its digits at some thousands of observations, and all failed, or
//! did not end, at some millions.

use std::f64::consts::TAU;

use crate::{
    normal,
    stirling::{deviance, remainder},
};

/// A number between 0 and 1 with what is missing to 1, so that neither end loses digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fraction {
    /// The number.
    pub x: f64,
    /// 1 less the number.
    pub rest: f64,
}

impl Fraction {
    /// Of a number.
    pub const fn of(x: f64) -> Self {
        Self { x, rest: 1.0 - x }
    }

    const fn swapped(self) -> Self {
        Self { x: self.rest, rest: self.x }
    }

    fn of_logit(logit: f64) -> Self {
        Self { x: 1.0 / (1.0 + (-logit).exp()), rest: 1.0 / (1.0 + logit.exp()) }
    }
}

/// The chances below and above a number; the smaller one keeps its digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Tails {
    /// The chance of less: the regularised incomplete beta function.
    pub lower: f64,
    /// The chance of more.
    pub upper: f64,
}

/// Both tails of the beta distribution with parameters `a` and `b`, each above 0, at `at`.
pub(crate) fn tails(a: f64, b: f64, at: Fraction) -> Tails {
    if at.x <= 0.0 {
        return Tails { lower: 0.0, upper: 1.0 };
    }
    if at.rest <= 0.0 {
        return Tails { lower: 1.0, upper: 0.0 };
    }
    let weight = ln_weight(a, b, at).exp();
    // The continued fraction is for the near side of the mean; the other side is its mirror image.
    if off_mean(a, b, at) >= 0.0 {
        let lower = (weight * continued(a, b, at)).min(1.0);
        Tails { lower, upper: 1.0 - lower }
    } else {
        let upper = (weight * continued(b, a, at.swapped())).min(1.0);
        Tails { lower: 1.0 - upper, upper }
    }
}

/// a − (a + b) x, without subtracting near equals of the size of a + b.
fn off_mean(a: f64, b: f64, at: Fraction) -> f64 {
    a * at.rest - b * at.x
}

/// ln of x^a (1 − x)^b / B(a, b), which is also the density by ln(x / (1 − x)), in Loader's form.
fn ln_weight(a: f64, b: f64, at: Fraction) -> f64 {
    let n = a + b;
    // a − n x; and b − n (1 − x) is its opposite.
    let off = off_mean(a, b, at);
    remainder(n) - remainder(a) - remainder(b) - deviance(a, n * at.x, off) - deviance(b, n * at.rest, -off)
        + 0.5 * (a / n * b / TAU).ln()
}

/// The continued fraction of A. R. DiDonato and A. H. Morris ("Significant digit computation of the incomplete beta function
/// ratios", ACM Transactions on Mathematical Software 18, 1992, section 3) by Lentz's method. Unlike the better known one it
/// uses the distance from the mean and not x alone, which near 1 would have lost the digits of 1 − x.
fn continued(a: f64, b: f64, at: Fraction) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let off = off_mean(a, b, at) + 1.0;
    let mut value = away_from_zero(a / (a + 1.0) * off);
    let (mut forwards, mut backwards) = (value, 0.0);
    let mut n = 0.0;
    // It takes some roots of a + b: thousands of steps for 10^8. The bound is there so that it ends whatever comes.
    while n < 1e6 {
        n += 1.0;
        let odd = a + 2.0 * n - 1.0;
        let beside = n * (b - n) * at.x / odd;
        let above = (a + n - 1.0) / odd * (a + b + n - 1.0) * at.x * beside;
        let below = n + beside + (a + n) / (odd + 2.0) * (off + n * (1.0 + at.rest));
        backwards = 1.0 / away_from_zero(below + above * backwards);
        forwards = away_from_zero(below + above / forwards);
        let change = backwards * forwards;
        value *= change;
        if (change - 1.0).abs() < 4e-16 {
            break;
        }
    }
    1.0 / value
}

/// The number below which the beta distribution lies with a chance of `lower`, for `lower` above 0 and at most 0.5.
///
/// Newton's method on the logarithm of the tail, by ln(x / (1 − x)), where that is a rising, concave curve; a step that
/// leaves what is known of the place of the answer is replaced by halving.
pub(crate) fn lower_quantile(a: f64, b: f64, lower: f64) -> Fraction {
    let target = lower.ln();
    // About the standard deviation of ln(x / (1 − x)): the curve bends over this length.
    let bend = (1.0 / a + 1.0 / b).sqrt().min(1.0);
    let (mut below, mut above) = (-740.0_f64, 740.0_f64);
    let mut logit = start(a, b, lower).clamp(-700.0, 700.0);
    for _ in 0..200 {
        let at = Fraction::of_logit(logit);
        let tail = tails(a, b, at).lower;
        let gap = if tail > 0.0 { tail.ln() - target } else { f64::NEG_INFINITY };
        if gap > 0.0 {
            above = logit;
        } else {
            below = logit;
        }
        let slope = (ln_weight(a, b, at) - tail.ln()).exp();
        let newton = logit - gap / slope;
        // Newton's method squares the error: after a step this small the next would change nothing.
        if (newton - logit).abs() <= 1e-9 * bend {
            logit = newton;
            break;
        }
        let next = if newton > below && newton < above { newton } else { f64::midpoint(below, above) };
        let step = (next - logit).abs();
        logit = next;
        if step <= 1e-16 * logit.abs().max(1.0) || above - below <= 1e-15 * logit.abs().max(1.0) {
            break;
        }
    }
    Fraction::of_logit(logit)
}

/// Where Newton's method starts: ln(x / (1 − x)) by Carter's approximation (M. Abramowitz and I. A. Stegun, "Handbook of
/// Mathematical Functions", 1964, 26.5.22), or at the mean where that is not good.
fn start(a: f64, b: f64, lower: f64) -> f64 {
    if a < 1.0 || b < 1.0 {
        return (a / b).ln();
    }
    let z = normal::upper_quantile(lower);
    let (by_a, by_b) = (1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0));
    let lambda = (z * z - 3.0) / 6.0;
    let mean = 2.0 / (by_a + by_b);
    let root = z * (mean + lambda).max(0.0).sqrt() / mean;
    let half = root - (by_b - by_a) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * mean));
    (a / b).ln() - 2.0 * half
}

/// The number above which the beta distribution lies with a chance of `upper`, for `upper` above 0 and at most 0.5.
pub(crate) fn upper_quantile(a: f64, b: f64, upper: f64) -> Fraction {
    lower_quantile(b, a, upper).swapped()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{agree, rows};

    #[test]
    fn tails_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/beta-tails-mpmath.csv"));
        assert!(rows.len() > 150, "{}", rows.len());
        for row in rows {
            let ours = tails(row[0], row[1], Fraction::of(row[2]));
            assert!(
                agree(ours.lower, row[3], 1e-10) && agree(ours.upper, row[4], 1e-10),
                "{row:?}: {ours:?}"
            );
        }
    }

    #[test]
    fn quantiles_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/beta-quantiles-mpmath.csv"));
        assert!(rows.len() > 150, "{}", rows.len());
        for row in rows {
            let ours = lower_quantile(row[0], row[1], row[2]);
            assert!(agree(ours.x, row[3], 1e-10) && agree(ours.rest, row[4], 1e-10), "{row:?}: {ours:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn it_always_ends_with_a_number_that_gives_the_tail_back(
            a in 0.5..1e4_f64, b in 0.5..1e8_f64, lower in 1e-6..0.5_f64,
        ) {
            let at = lower_quantile(a, b, lower);
            proptest::prop_assert!((0.0..=1.0).contains(&at.x), "{at:?}");
            proptest::prop_assert!(agree(tails(a, b, at).lower, lower, 1e-8), "{at:?}");
        }
    }
}
