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

/// Leaves out every count above zero and below `threshold`, the total as well if it is that small, and as many more
/// (the smallest above zero first, the total last) as are needed to keep this promise:
///
/// * a count of zero is never left out, so that a reader who knows as much learns no more than what follows;
/// * if the total is shown, the counts left out come to `threshold` or more together, and to more than one each, so
///   that each of them can have two values or more although none is zero;
/// * if the total is left out, nothing that is shown limits it.
///
/// What a reader can learn who knows `threshold`, or one of the counts, is not considered.
///
/// # Errors
///
/// [`SuppressionError::TooLarge`] if the total exceeds what a count can hold.
///
/// ```
/// let list = statistics::suppress_list(&[3, 40, 0, 12], 5)?;
/// assert_eq!((list.cells, list.total), (vec![true, false, false, true], false));
/// // 2 for two counts that are not zero would be one each: 100 goes with them.
/// let list = statistics::suppress_list(&[100, 1, 1], 5)?;
/// assert_eq!((list.cells, list.total), (vec![true, true, true], false));
/// # Ok::<(), statistics::SuppressionError>(())
/// ```
pub fn suppress_list(counts: &[u64], threshold: u64) -> Result<SuppressedList, SuppressionError> {
    let total = counts
        .iter()
        .try_fold(0_u64, |sum, count| sum.checked_add(*count))
        .ok_or(SuppressionError::TooLarge)?;
    let small = |count: u64| 0 < count && count < threshold;
    let mut cells: Vec<bool> = counts.iter().map(|count| small(*count)).collect();
    let mut total_out = small(total);
    while !total_out && !hides_enough(counts, &cells, threshold) {
        // Never a zero: many a zero is known in advance (nobody of that age), and would then hide nothing.
        let next = counts
            .iter()
            .zip(&mut cells)
            .filter(|(count, out)| **count > 0 && !**out)
            .min_by_key(|(count, _)| **count);
        match next {
            Some((_, out)) => *out = true,
            None => total_out = true,
        }
    }
    Ok(SuppressedList { cells, total: total_out })
}

/// Whether the counts left out stay hidden beside a total that is shown, which tells their sum.
fn hides_enough(counts: &[u64], cells: &[bool], threshold: u64) -> bool {
    let left_out = || counts.iter().zip(cells).filter(|(_, out)| **out).map(|(count, _)| *count);
    sum_hides(left_out().sum(), left_out().count(), threshold)
}

/// Whether a reader who knows the sum of `numbers` numbers above zero can tell neither one of them nor a small sum.
pub(crate) const fn sum_hides(sum: u64, numbers: usize, threshold: u64) -> bool {
    numbers == 0 || (numbers > 1 && sum >= threshold && sum > numbers as u64)
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

    #[test]
    fn ones_beside_a_total_take_the_next_count_with_them() {
        let list = suppress_list(&[100, 1, 1], 5).unwrap();
        assert_eq!((list.cells, list.total), (vec![true; 3], false));
    }

    #[test]
    fn a_small_sum_takes_the_next_count_with_it() {
        // 2 and 1 come to 3, which is as small as either.
        let list = suppress_list(&[60, 2, 1, 50], 5).unwrap();
        assert_eq!((list.cells, list.total), (vec![false, true, true, true], false));
    }

    #[test]
    fn ones_alone_take_the_total_with_them() {
        let list = suppress_list(&[1, 1, 0, 1, 1, 1], 3).unwrap();
        assert_eq!((list.cells, list.total), (vec![true, true, false, true, true, true], true));
    }

    /// Every list of numbers above zero for the counts left out that agrees with what is shown, by trying all of them.
    fn solutions(counts: &[u64], list: &SuppressedList, limit: u64) -> Vec<Vec<u64>> {
        let total: u64 = counts.iter().sum();
        let mut found = vec![Vec::new()];
        for (count, out) in counts.iter().zip(&list.cells) {
            let values = if *out { 1..=limit } else { *count..=*count };
            found = found
                .iter()
                .flat_map(|begun: &Vec<u64>| {
                    values.clone().map(move |value| [begun.as_slice(), &[value]].concat())
                })
                .filter(|begun| list.total || begun.iter().sum::<u64>() <= total)
                .collect();
        }
        found.retain(|values| list.total || values.iter().sum::<u64>() == total);
        found
    }

    proptest::proptest! {
        #[test]
        fn no_count_left_out_can_be_worked_out(
            counts in proptest::collection::vec(0..8_u64, 0..6),
            threshold in 2..6_u64,
        ) {
            let list = suppress_list(&counts, threshold).unwrap();
            let possible = solutions(&counts, &list, 16);
            proptest::prop_assert!(possible.contains(&counts));
            let mut hidden = 0;
            for (index, (count, out)) in counts.iter().zip(&list.cells).enumerate() {
                proptest::prop_assert!(*out || *count == 0 || *count >= threshold, "a small count is shown");
                if *out {
                    hidden += count;
                    let first = possible[0][index];
                    proptest::prop_assert!(possible.iter().any(|values| values[index] != first), "{counts:?} {list:?}");
                }
            }
            proptest::prop_assert!(list.total || hidden == 0 || hidden >= threshold, "{counts:?} {list:?}");
        }
    }
}
