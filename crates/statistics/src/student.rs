//! Student's t distribution, as far as intervals need it.

use crate::beta::lower_quantile;

/// The value that t with so many `degrees` of freedom exceeds with a chance of `tail`, for `tail` above 0 and at most 0.5.
pub(crate) fn upper_quantile(degrees: f64, tail: f64) -> f64 {
    if tail >= 0.5 {
        return 0.0;
    }
    // degrees / (degrees + t²) has a beta distribution, whose lower tail is both tails of t. The quantile is found for a
    // tail of at most one half; beyond, from the other side.
    let at = if tail <= 0.25 {
        lower_quantile(degrees / 2.0, 0.5, 2.0 * tail)
    } else {
        crate::beta::upper_quantile(degrees / 2.0, 0.5, 1.0 - 2.0 * tail)
    };
    (degrees * at.rest / at.x).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::{agree, rows};

    #[test]
    fn quantiles_agree_with_fifty_digits() {
        let rows = rows(include_str!("../data/student-mpmath.csv"));
        assert_eq!(rows.len(), 27);
        for row in rows {
            let ours = upper_quantile(row[0], row[1]);
            assert!(agree(ours, row[2], 1e-10), "{row:?}: {ours}");
        }
    }
}
