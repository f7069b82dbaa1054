//! From values to places, in whole numbers.

/// An axis of values.
pub(super) struct Scale {
    low: i128,
    high: i128,
    step: i128,
    left: i64,
    right: i64,
}

impl Scale {
    /// An axis that holds zero and all values, with about four steps of 1, 2 or 5 times a power of ten.
    pub(super) fn around(values: impl Iterator<Item = i64>, left: i64, right: i64) -> Self {
        let (mut low, mut high) = (0_i128, 0_i128);
        for value in values.map(i128::from) {
            low = low.min(value);
            high = high.max(value);
        }
        Self::stepped(low, high, left, right)
    }

    /// An axis that holds all values. It begins at zero unless they are all positive and lie closer together than that would show.
    pub(super) fn holding(values: impl Iterator<Item = i64>, left: i64, right: i64) -> Self {
        let ends = values.map(i128::from).fold(None, |ends: Option<(i128, i128)>, value| {
            ends.map_or(Some((value, value)), |(low, high)| Some((low.min(value), high.max(value))))
        });
        let (low, high) = ends.unwrap_or_default();
        let low = if low > 0 && low < high && low * 3 > high { low } else { low.min(0) };
        Self::stepped(low, high.max(0), left, right)
    }

    fn stepped(low: i128, mut high: i128, left: i64, right: i64) -> Self {
        if low == high {
            high = low + 100;
        }
        let mut step = 1_i128;
        // 1, 2, 5, 10, 20, 50 …: each follows from the one before by its first digit.
        while step * 4 < high - low {
            step = if step.to_string().starts_with('2') { step / 2 * 5 } else { step * 2 };
        }
        Self { low: low.div_euclid(step) * step, high: -(-high).div_euclid(step) * step, step, left, right }
    }

    /// An axis of percentages from `from` to 100, in hundredths of a point, with about five steps.
    pub(super) fn percent(from: u8, left: i64, right: i64) -> Self {
        let low = i128::from(from.min(99)) * 100;
        let step = match from {
            0..40 => 2_000,
            40..80 => 1_000,
            80..90 => 500,
            90..95 => 200,
            95..98 => 100,
            98 => 50,
            _ => 20,
        };
        Self { low, high: 10_000, step, left, right }
    }

    /// Where the axis begins.
    pub(super) const fn left(&self) -> i64 {
        self.left
    }

    /// The place of a value; what lies beyond an end stands at that end.
    pub(super) fn place(&self, value: i64) -> i64 {
        self.along(i128::from(value))
    }

    fn along(&self, value: i128) -> i64 {
        let part = value.clamp(self.low, self.high) - self.low;
        let along = part * i128::from(self.right - self.left) / (self.high - self.low);
        self.left + i64::try_from(along).unwrap_or_default()
    }

    /// The place of a value, beyond the ends as well, as far as a line that is cut at the ends needs it.
    pub(super) fn beyond(&self, value: i64) -> i64 {
        let length = i128::from(self.right - self.left);
        let along = (i128::from(value) - self.low) * length / (self.high - self.low);
        self.left + i64::try_from(along.clamp(-10_000, 10_000)).unwrap_or_default()
    }

    /// Where the axis begins, as printed, if that is above zero.
    pub(super) fn begins(&self) -> Option<String> {
        (self.low > 0).then(|| number(self.low))
    }

    /// The middle of the axis.
    pub(super) const fn centre(&self) -> i64 {
        self.left.midpoint(self.right)
    }

    /// The steps of the axis: place and number as printed.
    pub(super) fn ticks(&self) -> Vec<(i64, String)> {
        let mut ticks = Vec::new();
        let mut at = self.low;
        while at <= self.high {
            ticks.push((self.along(at), number(at)));
            at += self.step;
        }
        ticks
    }
}

/// Hundredths as a number with no more digits than it needs.
fn number(hundredths: i128) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let (whole, part) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let digits = grouped(&whole.to_string());
    match (part, part % 10) {
        (0, _) => format!("{sign}{digits}"),
        (_, 0) => format!("{sign}{digits}.{}", part / 10),
        (_, _) => format!("{sign}{digits}.{part:02}"),
    }
}

/// Digits with commas between the thousands.
pub(super) fn grouped(plain: &str) -> String {
    let mut digits = String::new();
    for (position, digit) in plain.chars().enumerate() {
        if position > 0 && (plain.len() - position).is_multiple_of(3) {
            digits.push(',');
        }
        digits.push(digit);
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(values: &[i64]) -> Vec<String> {
        Scale::around(values.iter().copied(), 0, 400).ticks().into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn steps_are_round_and_hold_all_values() {
        assert_eq!(printed(&[456, 200]), ["0", "2", "4", "6"]);
        assert_eq!(printed(&[95]), ["0", "0.5", "1"]);
        assert_eq!(printed(&[3]), ["0", "0.01", "0.02", "0.03"]);
        assert_eq!(printed(&[-150, 300]), ["−2", "0", "2", "4"]);
        assert_eq!(printed(&[16_789_000]), ["0", "50,000", "100,000", "150,000", "200,000"]);
        assert_eq!(printed(&[]), ["0", "0.5", "1"]);
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let scale = Scale::around([i64::MAX, i64::MIN].into_iter(), 10, 400);
        assert!(scale.ticks().len() <= 6);
        for value in [i64::MIN, -1, 0, 1, i64::MAX] {
            assert!((10..=400).contains(&scale.place(value)), "{value}");
        }
    }

    #[test]
    fn a_bar_of_half_the_axis_is_half_as_long() {
        let scale = Scale::percent(0, 100, 300);
        assert_eq!([scale.place(0), scale.place(5_000), scale.place(10_000)], [100, 200, 300]);
        assert_eq!([scale.place(-1), scale.place(20_000)], [100, 300]);
        let scale = Scale::percent(60, 100, 300);
        assert_eq!([scale.place(6_000), scale.place(8_000), scale.place(1)], [100, 200, 100]);
        let ticks = |from| -> Vec<String> {
            Scale::percent(from, 100, 300).ticks().into_iter().map(|(_, text)| text).collect()
        };
        assert_eq!(ticks(60), ["60", "70", "80", "90", "100"]);
        assert_eq!(ticks(90), ["90", "92", "94", "96", "98", "100"]);
        assert_eq!(ticks(95), ["95", "96", "97", "98", "99", "100"]);
        assert_eq!(ticks(98), ["98", "98.5", "99", "99.5", "100"]);
        assert_eq!(ticks(99), ["99", "99.2", "99.4", "99.6", "99.8", "100"]);
    }
}
