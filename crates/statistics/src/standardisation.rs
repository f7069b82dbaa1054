//! Indirect standardisation: what a force would count if the reference rates held for its own people.

use crate::{Confidence, Limits, RateMethod, count::float};

/// A stratum of a population, such as an age band or a kind of area.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReferenceStratum {
    /// How many people, households or other units of it the force has.
    pub base: f64,
    /// What the reference counts in this stratum, over `reference_base`.
    pub reference_count: u64,
    /// How many units of the stratum the reference has.
    pub reference_base: f64,
}

/// A count over the one expected; 1 is as expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StandardisedRatio {
    /// The count observed.
    pub observed: u64,
    /// The count expected, taken as known: the chance in the reference rates is left out, as is usual for a large reference.
    pub expected: f64,
    /// Observed over expected.
    pub value: f64,
    /// Its interval.
    pub limits: Limits,
}

/// The count expected of a force at the rates of the reference in each stratum (N. E. Breslow and N. E. Day, "Statistical
/// methods in cancer research" II, 1987, section 2.3).
///
/// `None` for no strata, a base below 0, a reference base that is not above 0, or an expected count that is not above 0.
///
/// ```
/// use statistics::{Confidence, RateMethod, ReferenceStratum, expected_count, standardised_ratio};
/// let strata = [
///     ReferenceStratum { base: 10_000.0, reference_count: 500, reference_base: 100_000.0 },
///     ReferenceStratum { base: 40_000.0, reference_count: 300, reference_base: 300_000.0 },
/// ];
/// // 10,000 × 0.005 + 40,000 × 0.001.
/// let expected = expected_count(&strata).ok_or("no strata")?;
/// assert_eq!(expected, 90.0);
/// let ratio = standardised_ratio(108, expected, RateMethod::Exact, Confidence::NinetyFive).ok_or("nothing expected")?;
/// assert_eq!(format!("{:.2}: {:.2} to {:.2}", ratio.value, ratio.limits.low, ratio.limits.high), "1.20: 0.98 to 1.45");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn expected_count(strata: &[ReferenceStratum]) -> Option<f64> {
    let mut sum = 0.0;
    for stratum in strata {
        if !(stratum.base >= 0.0 && stratum.reference_base > 0.0) {
            return None;
        }
        sum += stratum.base * (float(stratum.reference_count) / stratum.reference_base);
    }
    (sum > 0.0 && sum.is_finite()).then_some(sum)
}

/// A count over the one expected, with the interval of a Poisson count.
///
/// `None` unless `expected` is finite and above 0.
#[must_use]
pub fn standardised_ratio(
    observed: u64,
    expected: f64,
    method: RateMethod,
    confidence: Confidence,
) -> Option<StandardisedRatio> {
    let limits = method.rate(observed, expected, 1.0, confidence)?;
    Some(StandardisedRatio { observed, expected, value: float(observed) / expected, limits })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_expected_is_not() {
        let sound = ReferenceStratum { base: 10.0, reference_count: 5, reference_base: 50.0 };
        assert_eq!(expected_count(&[sound, sound]), Some(2.0));
        assert_eq!(expected_count(&[]), None);
        assert_eq!(expected_count(&[ReferenceStratum { reference_base: 0.0, ..sound }]), None);
        assert_eq!(expected_count(&[ReferenceStratum { base: f64::NAN, ..sound }]), None);
        assert_eq!(expected_count(&[ReferenceStratum { reference_count: 0, ..sound }]), None);
        assert_eq!(standardised_ratio(3, 0.0, RateMethod::Exact, Confidence::NinetyFive), None);
    }
}
