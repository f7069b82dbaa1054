//! How many records to draw for a wanted margin.

use crate::{
    Allocation, AllocationError, Confidence, PlannedStratum, allocate,
    count::{ceil, float},
};

/// How many of `population` records give a share to within `margin` either way, if it is about `expected`; an expected share
/// of 0.5 is enough for any.
///
/// n = n₀ / (1 + (n₀ − 1) / N), where n₀ = z² × expected × (1 − expected) / margin² (W. G. Cochran, "Sampling Techniques",
/// third edition 1977, section 4.4), rounded up. The margin is that of the plain interval: Wilson's, which is printed later,
/// is not symmetric, and near 0 and 1 somewhat wider.
///
/// `None` for a share outside 0 to 1, or a margin that is not above 0.
///
/// ```
/// use statistics::{Confidence, sample_size};
/// // The number on every table: 385 of very many, 370 of 10,000.
/// assert_eq!(sample_size(1_000_000_000, 0.5, 0.05, Confidence::NinetyFive), Some(385));
/// assert_eq!(sample_size(10_000, 0.5, 0.05, Confidence::NinetyFive), Some(370));
/// ```
#[must_use]
pub fn sample_size(population: u64, expected: f64, margin: f64, confidence: Confidence) -> Option<u64> {
    if !(0.0..=1.0).contains(&expected) || margin.is_nan() || margin <= 0.0 {
        return None;
    }
    if population == 0 {
        return Some(0);
    }
    let wanted = confidence.quantile() / margin;
    let very_many = wanted * wanted * expected * (1.0 - expected);
    let size = very_many / (1.0 + (very_many - 1.0) / float(population));
    Some(ceil(size).clamp(1, population))
}

/// The margin that the numbers of an allocation give: z standard errors of the weighted share expected.
///
/// `None` if a stratum has records and none is drawn, or if numbers and strata do not match.
///
/// ```
/// use statistics::{Confidence, PlannedStratum, expected_margin};
/// let stratum = PlannedStratum { population: 10_000, expected: 0.5 };
/// let margin = expected_margin(&[stratum], &[370], Confidence::NinetyFive).ok_or("not drawn")?;
/// assert_eq!(format!("{margin:.4}"), "0.0500");
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn expected_margin(strata: &[PlannedStratum], drawn: &[u64], confidence: Confidence) -> Option<f64> {
    if strata.len() != drawn.len() {
        return None;
    }
    let whole: f64 = strata.iter().map(|stratum| float(stratum.population)).sum();
    let mut variance = 0.0;
    for (stratum, drawn) in strata.iter().zip(drawn) {
        let (size, n) = (float(stratum.population), float(*drawn));
        if stratum.population > *drawn {
            if *drawn == 0 {
                return None;
            }
            let weight = size / whole;
            let spread = stratum.expected * (1.0 - stratum.expected);
            variance += weight * weight * spread / n * (size - n) / (size - 1.0);
        }
    }
    Some(confidence.quantile() * variance.sqrt())
}

/// The smallest sample that, shared out by `allocation` with at least `minimum` of each stratum, gives the weighted share of
/// all strata to within `margin`, with the number of each stratum.
///
/// `None` if not even all records would do, which happens for a margin that is not above 0 only.
///
/// # Errors
///
/// [`AllocationError::NoShare`] for an expected share outside 0 to 1.
///
/// ```
/// use statistics::{Allocation, Confidence, PlannedStratum, stratified_sample_size};
/// let reports = PlannedStratum { population: 20_000, expected: 0.95 };
/// let referrals = PlannedStratum { population: 1_000, expected: 0.70 };
/// let drawn = stratified_sample_size(&[reports, referrals], Allocation::Proportional, 30, 0.02, Confidence::NinetyFive)?;
/// assert_eq!(drawn, Some(vec![475, 30]));
/// # Ok::<(), statistics::AllocationError>(())
/// ```
pub fn stratified_sample_size(
    strata: &[PlannedStratum],
    allocation: Allocation,
    minimum: u64,
    margin: f64,
    confidence: Confidence,
) -> Result<Option<Vec<u64>>, AllocationError> {
    // One record at least where there is one: without it nothing can be said of the stratum.
    let minimum = minimum.max(1);
    let mut low: u64 = strata.iter().map(|stratum| stratum.population.min(minimum)).sum();
    let mut high: u64 = strata.iter().map(|stratum| stratum.population).sum();
    let enough = |wanted: u64| -> Result<Option<Vec<u64>>, AllocationError> {
        let drawn = allocate(strata, allocation, wanted, minimum)?;
        let reached = expected_margin(strata, &drawn, confidence).is_some_and(|reached| reached <= margin);
        Ok(reached.then_some(drawn))
    };
    let Some(mut found) = enough(high)? else { return Ok(None) };
    if margin.is_nan() || margin <= 0.0 {
        return Ok(None);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        match enough(middle)? {
            Some(drawn) => (high, found) = (middle, drawn),
            None => low = middle + 1,
        }
    }
    Ok(Some(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_table_of_1970() {
        // R. V. Krejcie and D. W. Morgan, "Determining sample size for research activities" (1970): share 0.5, margin 0.05,
        // chi-square 3.841. They round to the nearest, so ours is theirs or one more. (Of 100,000 they print 384, where their
        // own formula gives 382.6.)
        let table = [(10, 10), (50, 44), (100, 80), (500, 217), (1000, 278), (5000, 357), (10_000, 370)];
        for (population, printed) in table {
            let ours = sample_size(population, 0.5, 0.05, Confidence::NinetyFive).unwrap();
            assert!(ours == printed || ours == printed + 1, "{population}: {ours}, printed {printed}");
        }
    }

    #[test]
    fn one_stratum_needs_what_the_formula_says() {
        for (population, expected, margin) in [(10_000, 0.5, 0.05), (3_000, 0.9, 0.02), (40, 0.8, 0.01)] {
            let alone = sample_size(population, expected, margin, Confidence::NinetyFive).unwrap();
            let stratum = PlannedStratum { population, expected };
            let drawn =
                stratified_sample_size(&[stratum], Allocation::Equal, 0, margin, Confidence::NinetyFive)
                    .unwrap();
            assert_eq!(drawn, Some(vec![alone]));
        }
    }

    #[test]
    fn one_fewer_is_too_few_and_neyman_needs_no_more_than_the_others() {
        let strata = [(30_000, 0.98), (2_000, 0.7), (500, 0.85)]
            .map(|(population, expected)| PlannedStratum { population, expected });
        let needed = |rule| {
            let drawn =
                stratified_sample_size(&strata, rule, 0, 0.015, Confidence::NinetyFive).unwrap().unwrap();
            assert!(expected_margin(&strata, &drawn, Confidence::NinetyFive).unwrap() <= 0.015);
            let total: u64 = drawn.iter().sum();
            let fewer = allocate(&strata, rule, total - 1, 1).unwrap();
            assert!(expected_margin(&strata, &fewer, Confidence::NinetyFive).unwrap() > 0.015);
            total
        };
        let [proportional, equal, neyman] =
            [Allocation::Proportional, Allocation::Equal, Allocation::Neyman].map(needed);
        assert!(neyman <= proportional && neyman <= equal, "{proportional} {equal} {neyman}");
    }

    #[test]
    fn what_is_no_share_or_margin_has_no_size() {
        for (expected, margin) in [(-0.1, 0.05), (1.1, 0.05), (f64::NAN, 0.05), (0.5, 0.0), (0.5, f64::NAN)] {
            assert_eq!(sample_size(100, expected, margin, Confidence::NinetyFive), None);
        }
        assert_eq!(sample_size(0, 0.5, 0.05, Confidence::NinetyFive), Some(0));
        let strata = [PlannedStratum { population: 10, expected: 0.5 }];
        assert_eq!(stratified_sample_size(&strata, Allocation::Equal, 0, 0.0, Confidence::Ninety), Ok(None));
    }
}
