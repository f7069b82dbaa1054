//! The normal distribution: its upper tail and the quantile of a tail.

use std::f64::consts::PI;

/// The density at `x`.
pub(crate) fn density(x: f64) -> f64 {
    (-x * x / 2.0).exp() / (2.0 * PI).sqrt()
}

/// The chance of more than `x` standard deviations above the mean.
///
/// Up to 2 by the power series of the central part, beyond by the continued fraction of Laplace: both are in
/// M. Abramowitz and I. A. Stegun, "Handbook of Mathematical Functions" (1964), 26.2.11 and 26.2.14.
pub(crate) fn upper_tail(x: f64) -> f64 {
    if x < 0.0 {
        return 1.0 - upper_tail(-x);
    }
    if x <= 2.0 {
        let (mut term, mut sum, mut odd) = (x, x, 1.0);
        while term > sum * 1e-17 {
            odd += 2.0;
            term *= x * x / odd;
            sum += term;
        }
        return 0.5 - density(x) * sum;
    }
    // From the inside out. At 2 it takes 200 steps and from there about as many fewer as the square is larger.
    let mut step = (15.0 + 750.0 / (x * x)).floor();
    let mut inner = x;
    while step >= 1.0 {
        inner = x + step / inner;
        step -= 1.0;
    }
    density(x) / inner
}

/// How many standard deviations above the mean are exceeded with a chance of `tail`, for `tail` above 0 and at most 0.5.
///
/// A start that is good to three places (Abramowitz and Stegun, 26.2.23), then steps of Halley's method, each of which
/// triples the number of right digits.
pub(crate) fn upper_quantile(tail: f64) -> f64 {
    let t = (-2.0 * tail.ln()).sqrt();
    let numerator = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    let denominator = 1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308));
    let mut x = (t - numerator / denominator).max(0.0);
    for _ in 0..3 {
        let step = (upper_tail(x) - tail) / density(x);
        x += step / (1.0 - x * step / 2.0);
    }
    x.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_agree_with_fifty_digits() {
        let rows = crate::reference::rows(include_str!("../data/normal-mpmath.csv"));
        assert_eq!(rows.len(), 40);
        for row in rows {
            let x = upper_quantile(row[0]);
            // Tolerance: the 1e-13 that intervals need three digits less than.
            assert!((x - row[1]).abs() <= 1e-13 * row[1].max(1.0), "{row:?}: {x}");
        }
    }
}
