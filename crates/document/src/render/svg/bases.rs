//! An axis of whole numbers from few to many, by steps or by doublings.

use super::scale::{Scale, grouped};
use crate::Spacing;

/// An axis of bases.
pub(super) enum Bases {
    /// In equal steps from 0; values of the scale are hundredths.
    Linear(Scale),
    /// Each doubling takes the same room. The ends are logarithms to base 2, as [`doublings`] gives them.
    Logarithmic { low: i64, high: i64, left: i64, right: i64 },
}

impl Bases {
    /// An axis that holds all of these.
    pub(super) fn holding(spacing: Spacing, bases: &[u64], left: i64, right: i64) -> Self {
        match spacing {
            Spacing::Linear => {
                Self::Linear(Scale::around(bases.iter().map(|base| hundredths(*base)), left, right))
            }
            Spacing::Logarithmic => {
                let low = doublings(bases.iter().copied().min().unwrap_or(1));
                let high = doublings(bases.iter().copied().max().unwrap_or(1));
                // A little room at both ends, a quarter of a doubling at least.
                let spare = ((high - low) / 20).max(1 << 14);
                Self::Logarithmic { low: low - spare, high: high + spare, left, right }
            }
        }
    }

    /// The place of a base; what lies beyond an end stands as far beyond it as a line that is cut there needs.
    pub(super) fn place(&self, base: u64) -> i64 {
        match self {
            Self::Linear(scale) => scale.beyond(hundredths(base)),
            Self::Logarithmic { low, high, left, right } => {
                left + (doublings(base) - low) * (right - left) / (high - low)
            }
        }
    }

    /// The steps of the axis: place and number as printed.
    pub(super) fn ticks(&self) -> Vec<(i64, String)> {
        match self {
            Self::Linear(scale) => scale.ticks(),
            Self::Logarithmic { low, high, .. } => {
                let powers = std::iter::successors(Some(1_u64), |power| power.checked_mul(10));
                // Over many powers of ten there is no room for the numbers between.
                let firsts: &[u64] = if high - low > 14 << 16 { &[1] } else { &[1, 2, 5] };
                powers
                    .flat_map(|power| firsts.iter().filter_map(move |first| power.checked_mul(*first)))
                    .filter(|base| (*low..=*high).contains(&doublings(*base)))
                    .map(|base| (self.place(base), grouped(&base.to_string())))
                    .collect()
            }
        }
    }
}

fn hundredths(base: u64) -> i64 {
    i64::try_from(base).unwrap_or(i64::MAX).saturating_mul(100)
}

/// The logarithm to base 2 in parts of 65,536, without floating point; nought stands where one does.
fn doublings(base: u64) -> i64 {
    let base = base.max(1);
    let whole = base.ilog2();
    // Between 1 and 2, with 32 bits below the point. Each squaring tells one more bit of the logarithm.
    let mut rest = (u128::from(base) << 32) >> whole;
    let mut log = i64::from(whole);
    for _ in 0..16 {
        rest = (rest * rest) >> 32;
        log *= 2;
        if rest >> 33 > 0 {
            rest >>= 1;
            log += 1;
        }
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logarithms_are_those_of_tables() {
        // log2 of 1, 2, 1,024: whole. log2(10) = 3.321928, log2(3) = 1.584962; times 65,536 and cut.
        let logs = [1, 2, 1_024, 10, 3].map(doublings);
        assert_eq!(logs, [0, 65_536, 655_360, 217_705, 103_872]);
        assert_eq!(doublings(0), 0);
        assert_eq!(doublings(u64::MAX) >> 16, 63);
    }

    #[test]
    fn doublings_take_the_same_room() {
        let axis = Bases::holding(Spacing::Logarithmic, &[400_000, 9_000_000], 60, 700);
        let [one, two, four, eight] = [1, 2, 4, 8].map(|millions: u64| axis.place(millions * 1_000_000));
        assert!((two - one - (four - two)).abs() <= 1 && (four - two - (eight - four)).abs() <= 1);
        let printed: Vec<String> = axis.ticks().into_iter().map(|(_, printed)| printed).collect();
        assert_eq!(printed, ["500,000", "1,000,000", "2,000,000", "5,000,000", "10,000,000"]);
    }

    #[test]
    fn no_base_is_too_large_or_too_small() {
        for spacing in [Spacing::Linear, Spacing::Logarithmic] {
            for bases in [vec![], vec![0], vec![0, u64::MAX], vec![7, 7]] {
                let axis = Bases::holding(spacing, &bases, 60, 700);
                assert!(axis.ticks().len() < 30);
                for base in bases {
                    assert!((60..=700).contains(&axis.place(base)), "{base}");
                }
            }
        }
    }
}
