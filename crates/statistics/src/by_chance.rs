//! How many signals chance alone gives.

use crate::Confidence;

/// What chance alone does to many looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ByChance {
    /// How many signals there would be in the mean. This holds whether the looks know each other or not.
    pub expected: f64,
    /// The chance of one signal at least, if the looks are independent of each other. Those of measures that share records, or of
    /// one force in following years, are not.
    pub any: f64,
}

/// What chance alone gives where so many points are each held against limits of that confidence, and nothing is going on.
///
/// For limits that miss no more often than they say: those by exact tails give fewer signals, never more.
///
/// ```
/// use statistics::signals_by_chance;
/// // 43 forces and 20 measures against limits of 99.8%: 860 looks of 2 in 1,000.
/// let by_chance = signals_by_chance(43 * 20, "99.8%".parse()?);
/// assert_eq!(format!("{:.2}, {:.3}", by_chance.expected, by_chance.any), "1.72, 0.821");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn signals_by_chance(looks: u64, limits: Confidence) -> ByChance {
    let (looks, risk) = (crate::count::float(looks), limits.risk());
    ByChance { expected: looks * risk, any: -(looks * (-risk).ln_1p()).exp_m1() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::agree;

    #[test]
    fn arithmetic_by_hand() {
        // 1 - 0.95^2 and 1 - 0.9^3.
        let two = signals_by_chance(2, Confidence::NinetyFive);
        assert!(agree(two.expected, 0.1, 1e-15) && agree(two.any, 0.0975, 1e-14), "{two:?}");
        let three = signals_by_chance(3, Confidence::Ninety);
        assert!(agree(three.expected, 0.3, 1e-15) && agree(three.any, 0.271, 1e-14), "{three:?}");
        let none = signals_by_chance(0, Confidence::Ninety);
        assert!(none.expected == 0.0 && none.any == 0.0);
        assert!(signals_by_chance(u64::MAX, Confidence::Ninety).any <= 1.0);
    }
}
