//! Suppression in a list of counts whose total is shown.

use crate::SuppressionError;

/// Which numbers of a list are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuppressedList {
    /// For each count, in its order, whether it is left out.
    pub cells: Vec<bool>,
    /// Whether the total is left out.
    pub total: bool,
}

/// Leaves out every count above zero and below `threshold`, the total as well if it is that small, and one more count
/// (the smallest above zero) if otherwise the only one left out could be had by subtraction from the total.
///
/// # Errors
///
/// [`SuppressionError::TooLarge`] if the total exceeds what a count can hold.
///
/// ```
/// let list = statistics::suppress_list(&[3, 40, 0, 12], 5)?;
/// assert_eq!((list.cells, list.total), (vec![true, false, false, true], false));
/// # Ok::<(), statistics::SuppressionError>(())
/// ```
pub fn suppress_list(counts: &[u64], threshold: u64) -> Result<SuppressedList, SuppressionError> {
    let total = counts
        .iter()
        .try_fold(0_u64, |sum, count| sum.checked_add(*count))
        .ok_or(SuppressionError::TooLarge)?;
    let small = |count: u64| 0 < count && count < threshold;
    let mut cells: Vec<bool> = counts.iter().map(|count| small(*count)).collect();
    let left_out = cells.iter().filter(|out| **out).count();
    if left_out == 1 && !small(total) {
        // Never a zero: many a zero is known in advance (nobody of that age), and would then hide nothing.
        let next = counts
            .iter()
            .zip(&mut cells)
            .filter(|(count, out)| **count > 0 && !**out)
            .min_by_key(|(count, _)| **count);
        if let Some((_, out)) = next {
            *out = true;
        }
    }
    Ok(SuppressedList { cells, total: small(total) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_small_leaves_nothing_out() {
        let list = suppress_list(&[5, 0, 9], 5).unwrap();
        assert_eq!((list.cells, list.total), (vec![false; 3], false));
    }

    #[test]
    fn a_small_total_goes_with_its_count() {
        let list = suppress_list(&[0, 4, 0], 5).unwrap();
        assert_eq!((list.cells, list.total), (vec![false, true, false], true));
    }

    #[test]
    fn a_total_too_large_to_hold_is_an_error() {
        assert_eq!(suppress_list(&[u64::MAX, 1], 5), Err(SuppressionError::TooLarge));
    }

    proptest::proptest! {
        #[test]
        fn no_small_count_is_shown_or_stands_alone(counts in proptest::collection::vec(0..30_u64, 0..8)) {
            let list = suppress_list(&counts, 5).unwrap();
            let left_out = list.cells.iter().filter(|out| **out).count() + usize::from(list.total);
            proptest::prop_assert!(left_out != 1);
            for (count, out) in counts.iter().zip(&list.cells) {
                proptest::prop_assert!(*out || *count == 0 || *count >= 5);
            }
        }
    }
}
