//! How a sample is shared out among strata.

use std::{fmt, str::FromStr};

use crate::count::{float, floor};

/// The rule by which a sample is shared out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Allocation {
    /// As many of each stratum as it has of all records.
    #[default]
    Proportional,
    /// The same number from each.
    Equal,
    /// More where the share is less certain: as the records times the standard deviation, the root of share × (1 − share)
    /// (J. Neyman 1934). A share of 0 or 1 would get the minimum only; [`smoothed_share`] makes one that is neither.
    Neyman,
}

/// A name that is no allocation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is no allocation: `proportional`, `equal` or `Neyman`")]
pub struct NoSuchAllocation {
    /// The text read.
    pub text: String,
}

/// A stratum to be sampled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedStratum {
    /// How many records it has.
    pub population: u64,
    /// The share expected there, from the last audit for instance, between 0 and 1.
    pub expected: f64,
}

/// Why a sample cannot be shared out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum AllocationError {
    /// More are wanted than there are.
    #[error("{wanted} are wanted, and there are {population} records")]
    TooMany {
        /// How many are wanted.
        wanted: u64,
        /// How many there are.
        population: u64,
    },
    /// The minima of the strata come to more than are wanted.
    #[error("the least of each stratum comes to {least}, and {wanted} are wanted")]
    TooFew {
        /// How many are wanted.
        wanted: u64,
        /// The sum of the minima.
        least: u64,
    },
    /// An expected share is not between 0 and 1.
    #[error("the share expected in stratum {} is {expected}, not between 0 and 1", stratum + 1)]
    NoShare {
        /// Which, from 0.
        stratum: usize,
        /// The share.
        expected: f64,
    },
}

/// A share that is neither 0 nor 1: two successes and two failures are added, as A. Agresti and B. A. Coull (1998) do.
///
/// ```
/// assert_eq!(statistics::smoothed_share(96, 96), 0.98);
/// ```
#[must_use]
pub fn smoothed_share(successes: u64, trials: u64) -> f64 {
    (float(successes) + 2.0) / (float(trials) + 4.0)
}

/// Shares out `wanted` records: at least `minimum` of each stratum (or all of it, if it has fewer), never more than it has,
/// exactly `wanted` in all.
///
/// Within those bounds the numbers are in proportion to the rule's sizes. What is left after cutting them to whole numbers
/// goes to the largest remainders, of equal ones to the first stratum.
///
/// # Errors
///
/// [`AllocationError`] if the bounds leave no way, or an expected share is none.
///
/// ```
/// use statistics::{Allocation, PlannedStratum, allocate};
/// let stratum = |population| PlannedStratum { population, expected: 0.9 };
/// let strata = [stratum(9_000), stratum(900), stratum(20)];
/// assert_eq!(allocate(&strata, Allocation::Proportional, 400, 0)?, [363, 36, 1]);
/// assert_eq!(allocate(&strata, Allocation::Proportional, 400, 30)?, [345, 35, 20]);
/// assert_eq!(allocate(&strata, Allocation::Equal, 400, 0)?, [190, 190, 20]);
/// # Ok::<(), statistics::AllocationError>(())
/// ```
pub fn allocate(
    strata: &[PlannedStratum],
    allocation: Allocation,
    wanted: u64,
    minimum: u64,
) -> Result<Vec<u64>, AllocationError> {
    let population = strata.iter().fold(0_u64, |sum, stratum| sum.saturating_add(stratum.population));
    if wanted > population {
        return Err(AllocationError::TooMany { wanted, population });
    }
    let mut shares = Vec::with_capacity(strata.len());
    for (at, stratum) in strata.iter().enumerate() {
        if !(0.0..=1.0).contains(&stratum.expected) {
            return Err(AllocationError::NoShare { stratum: at, expected: stratum.expected });
        }
        shares.push(Share {
            least: minimum.min(stratum.population),
            most: stratum.population,
            size: allocation.size(stratum),
            exact: 0.0,
        });
    }
    let least = shares.iter().map(|share| share.least).sum();
    if wanted < least {
        return Err(AllocationError::TooFew { wanted, least });
    }
    spread(&mut shares, float(wanted));
    Ok(whole_numbers(&shares, wanted))
}

impl Allocation {
    /// Every allocation, the default first.
    pub const ALL: [Self; 3] = [Self::Proportional, Self::Equal, Self::Neyman];

    fn size(self, stratum: &PlannedStratum) -> f64 {
        let records = float(stratum.population);
        match self {
            Self::Proportional => records,
            Self::Equal => 1.0,
            Self::Neyman => records * (stratum.expected * (1.0 - stratum.expected)).sqrt(),
        }
    }
}

struct Share {
    least: u64,
    most: u64,
    size: f64,
    exact: f64,
}

impl Share {
    fn at(&self, scale: f64) -> f64 {
        (scale * self.size).clamp(float(self.least), float(self.most))
    }
}

/// Finds the scale at which the sizes, kept within their bounds, come to what is wanted.
fn spread(shares: &mut [Share], wanted: f64) {
    let total = |scale: f64, shares: &[Share]| shares.iter().map(|share| share.at(scale)).sum::<f64>();
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..1100 {
        if total(high, shares) >= wanted {
            break;
        }
        (low, high) = (high, high * 2.0);
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if total(middle, shares) < wanted { low = middle } else { high = middle }
    }
    // A size of 0 never grows: if all others are complete, what is still missing goes to those by their records.
    let reached = total(high, shares);
    let room: f64 = shares.iter().map(|share| float(share.most) - share.at(high)).sum();
    let fill = if room > 0.0 { ((wanted - reached) / room).clamp(0.0, 1.0) } else { 0.0 };
    for share in shares {
        let exact = share.at(high);
        share.exact = exact + fill * (float(share.most) - exact);
    }
}

fn whole_numbers(shares: &[Share], wanted: u64) -> Vec<u64> {
    // A billionth more, so that what is whole but for rounding stays whole.
    let whole = |share: &Share| floor(share.exact + 1e-9).clamp(share.least, share.most);
    let mut numbers: Vec<u64> = shares.iter().map(whole).collect();
    let mut order: Vec<(usize, i64)> = shares
        .iter()
        .enumerate()
        .map(|(at, share)| (at, millionths(share.exact - float(whole(share)))))
        .collect();
    order.sort_by_key(|(at, remainder)| (std::cmp::Reverse(*remainder), *at));
    let mut left = wanted.saturating_sub(numbers.iter().sum());
    // One round is enough, but for rounding; the bound of each stratum holds in every round.
    while left > 0 {
        let before = left;
        for (at, _) in &order {
            if let (Some(number), Some(share)) = (numbers.get_mut(*at), shares.get(*at))
                && left > 0
                && *number < share.most
            {
                *number += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    numbers
}

/// Remainders are compared in millionths, so that equal ones are equal in spite of rounding.
#[expect(clippy::cast_possible_truncation, reason = "a remainder is about between 0 and 1")]
fn millionths(remainder: f64) -> i64 {
    (remainder * 1e6).round() as i64
}

impl fmt::Display for Allocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Proportional => "proportional",
            Self::Equal => "equal",
            Self::Neyman => "Neyman",
        })
    }
}

impl FromStr for Allocation {
    type Err = NoSuchAllocation;

    /// Reads the printed name, in capital or small letters.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let named = |rule: &Self| rule.to_string().eq_ignore_ascii_case(text.trim());
        Self::ALL.into_iter().find(named).ok_or_else(|| NoSuchAllocation { text: text.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strata(rows: &[(u64, f64)]) -> Vec<PlannedStratum> {
        rows.iter().map(|&(population, expected)| PlannedStratum { population, expected }).collect()
    }

    #[test]
    fn neyman_by_hand() {
        // Sizes 1000 × 0.5, 1000 × 0.3, 500 × 0.4 (roots of 0.25, 0.09, 0.16): 500 + 300 + 200 of 1000.
        let planned = strata(&[(1000, 0.5), (1000, 0.9), (500, 0.2)]);
        assert_eq!(allocate(&planned, Allocation::Neyman, 200, 0).unwrap(), [100, 60, 40]);
        assert_eq!(allocate(&planned, Allocation::Proportional, 200, 0).unwrap(), [80, 80, 40]);
        assert_eq!(allocate(&planned, Allocation::Equal, 200, 0).unwrap(), [67, 67, 66]);
    }

    #[test]
    fn a_stratum_without_spread_gets_the_minimum_until_the_others_are_full() {
        let planned = strata(&[(100, 1.0), (50, 0.5)]);
        assert_eq!(allocate(&planned, Allocation::Neyman, 40, 10).unwrap(), [10, 30]);
        assert_eq!(allocate(&planned, Allocation::Neyman, 140, 10).unwrap(), [90, 50]);
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let planned = strata(&[(10, 0.5), (20, 0.5)]);
        let fault = |wanted, minimum| allocate(&planned, Allocation::Equal, wanted, minimum).unwrap_err();
        assert_eq!(fault(31, 0), AllocationError::TooMany { wanted: 31, population: 30 });
        assert_eq!(fault(24, 15), AllocationError::TooFew { wanted: 24, least: 25 });
        let odd = strata(&[(10, f64::NAN)]);
        assert!(matches!(
            allocate(&odd, Allocation::Equal, 1, 0),
            Err(AllocationError::NoShare { stratum: 0, .. })
        ));
        assert_eq!(allocate(&[], Allocation::Equal, 0, 5), Ok(Vec::new()));
    }

    proptest::proptest! {
        #[test]
        fn sums_and_bounds_always_hold(
            rows in proptest::collection::vec((0..5000_u64, 0.0..=1.0_f64), 1..14),
            part in 0.0..=1.0_f64,
            minimum in 0..60_u64,
            rule in proptest::sample::select(&Allocation::ALL[..]),
        ) {
            let planned = strata(&rows);
            let population: u64 = rows.iter().map(|row| row.0).sum();
            let least: u64 = rows.iter().map(|row| row.0.min(minimum)).sum();
            let wanted = floor(part * float(population)).max(least);
            let numbers = allocate(&planned, rule, wanted, minimum).unwrap();
            proptest::prop_assert_eq!(numbers.iter().sum::<u64>(), wanted);
            for (number, row) in numbers.iter().zip(&rows) {
                proptest::prop_assert!(row.0.min(minimum) <= *number && *number <= row.0);
            }
        }
    }
}
