//! Intervals of a simple random sample of a very large whole: coverage by enumeration, without chance.

use statistics::{Confidence, IntervalMethod};

/// Samples of these sizes.
pub const SIZES: [u32; 6] = [30, 60, 100, 200, 300, 400];

/// How often a method covers, over rates from 0.65 to 0.99 in steps of a thousandth: between 0 and 1.
#[derive(Debug, Clone, Copy)]
pub struct Coverage {
    /// The least over the rates.
    pub least: f64,
    /// The mean over the rates.
    pub mean: f64,
}

/// The coverage of a method for samples of `n`, at 95%.
#[must_use]
pub fn coverage(method: IntervalMethod, n: u32) -> Coverage {
    let limits: Vec<_> = (0..=n).map(|x| method.limits(x.into(), n.into(), Confidence::NinetyFive)).collect();
    let (mut least, mut sum, mut count) = (1.0_f64, 0.0, 0.0);
    for thousandths in 650..=990_u32 {
        let rate = f64::from(thousandths) / 1000.0;
        // From n successes downwards: with a rate of one half or more the first chance is no smaller than 2^-400.
        let mut chance = rate.powf(f64::from(n));
        let mut covered = 0.0;
        for (x, limits) in (0..=n).rev().zip(limits.iter().rev()) {
            if limits.is_some_and(|limits| limits.contains(rate)) {
                covered += chance;
            }
            chance *= f64::from(x) / f64::from(n - x + 1) * (1.0 - rate) / rate;
        }
        least = least.min(covered);
        sum += covered;
        count += 1.0;
    }
    Coverage { least, mean: sum / count }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exact_interval_never_covers_less_than_it_says() {
        for n in SIZES {
            assert!(coverage(IntervalMethod::ClopperPearson, n).least >= 0.95, "{n}");
        }
    }

    #[test]
    fn wilson_covers_about_as_often_as_it_says() {
        for n in SIZES {
            let wilson = coverage(IntervalMethod::Wilson, n);
            assert!((0.945..0.965).contains(&wilson.mean) && wilson.least > 0.85, "{n}: {wilson:?}");
        }
    }
}
