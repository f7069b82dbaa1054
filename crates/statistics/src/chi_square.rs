//! The quantile of the chi-square distribution.

use crate::gamma;

/// The number below which the chi-square distribution with so many degrees of freedom, above 0, lies with a chance of `tail`,
/// above 0 and at most 0.5.
pub(crate) fn lower_quantile(degrees: f64, tail: f64) -> f64 {
    2.0 * gamma::lower_quantile(degrees / 2.0, tail)
}

/// The number above which it lies with a chance of `tail`, above 0 and at most 0.5.
pub(crate) fn upper_quantile(degrees: f64, tail: f64) -> f64 {
    2.0 * gamma::upper_quantile(degrees / 2.0, tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_tables() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper and lower critical values, three decimal places.
        for (degrees, tail, low, high) in [
            (1.0, 0.05, 0.004, 3.841),
            (10.0, 0.025, 3.247, 20.483),
            (30.0, 0.01, 14.953, 50.892),
            (100.0, 0.001, 61.918, 149.449),
        ] {
            assert!((lower_quantile(degrees, tail) - low).abs() <= 0.5e-3, "{degrees} {tail}");
            assert!((upper_quantile(degrees, tail) - high).abs() <= 0.5e-3, "{degrees} {tail}");
        }
    }
}
