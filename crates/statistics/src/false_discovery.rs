//! The share of false ones among many findings: p values adjusted for how many were looked at.

use crate::count::float;

/// What is known of how the looks depend on each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dependence {
    /// They are independent, or move together: Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal of
    /// the Royal Statistical Society B 57 (1995).
    IndependentOrPositive,
    /// Nothing is: Y. Benjamini and D. Yekutieli, "The control of the false discovery rate in multiple testing under
    /// dependency", The Annals of Statistics 29 (2001). Parts of one total, of which one is more where another is less, are so.
    Any,
}

/// The adjusted p values, in the order given. Keep those of at most 5%, and in the mean at most 5% of what is kept is there by
/// chance alone.
///
/// All p values that were looked at belong in the list, those that found nothing too.
///
/// `None` if one is no number between 0 and 1.
///
/// ```
/// use statistics::{Dependence, false_discovery};
/// let adjusted = false_discovery(&[0.01, 0.04, 0.03, 0.50], Dependence::IndependentOrPositive).ok_or("no p values")?;
/// // In order 0.01 x 4/1, 0.03 x 4/2 and 0.04 x 4/3, of which the smaller counts for both, 0.50.
/// let printed: Vec<String> = adjusted.iter().map(|p| format!("{p:.4}")).collect();
/// assert_eq!(printed, ["0.0400", "0.0533", "0.0533", "0.5000"]);
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn false_discovery(p_values: &[f64], dependence: Dependence) -> Option<Vec<f64>> {
    if !p_values.iter().all(|p| (0.0..=1.0).contains(p)) {
        return None;
    }
    let count = p_values.len() as u64;
    let factor = match dependence {
        Dependence::IndependentOrPositive => 1.0,
        Dependence::Any => (1..=count).map(|rank| 1.0 / float(rank)).sum(),
    };
    let mut falling: Vec<(usize, f64)> = p_values.iter().copied().enumerate().collect();
    falling.sort_by(|one, other| other.1.total_cmp(&one.1));
    // From the largest down, none may be adjusted to more than the one above it.
    let (mut smallest, mut rank) = (1.0_f64, float(count));
    for (_, p) in &mut falling {
        smallest = smallest.min(*p * factor * float(count) / rank);
        *p = smallest;
        rank -= 1.0;
    }
    falling.sort_by_key(|(at, _)| *at);
    Some(falling.into_iter().map(|(_, p)| p).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::agree;

    #[test]
    fn another_package_adjusts_the_same() {
        let lines: Vec<Vec<&str>> = include_str!("../data/false-discovery-scipy.csv")
            .lines()
            .skip(2)
            .map(|line| line.split(',').collect())
            .collect();
        let mut compared = 0;
        for list in lines.chunk_by(|one, next| one[0] == next[0]) {
            let column = |at: usize| list.iter().map(move |line| line[at].parse::<f64>().unwrap());
            let p_values: Vec<f64> = column(1).collect();
            for (at, dependence) in [(2, Dependence::IndependentOrPositive), (3, Dependence::Any)] {
                let ours = false_discovery(&p_values, dependence).unwrap();
                for (ours, expected) in ours.into_iter().zip(column(at)) {
                    assert!(agree(ours, expected, 1e-13), "list {}: {ours} {expected}", list[0][0]);
                    compared += 1;
                }
            }
        }
        assert_eq!(compared, 2 * 224);
    }

    #[test]
    fn what_is_no_chance_is_refused() {
        assert_eq!(false_discovery(&[], Dependence::Any), Some(vec![]));
        for wrong in [-0.1, 1.1, f64::NAN] {
            assert_eq!(false_discovery(&[0.5, wrong], Dependence::Any), None);
        }
    }
}
