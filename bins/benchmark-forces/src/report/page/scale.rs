//! Values as pictures draw them: whole hundredths of a unit that is fine enough for the decimals of the measure.

use msf_benchmark::Measure;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

/// How a measure is drawn.
#[derive(Debug, Clone)]
pub struct Scale {
    /// What a value is multiplied by before it is drawn.
    times: Decimal,
    /// What the axis says.
    pub axis: String,
}

impl Scale {
    /// In its own unit; a measure of three decimals or more in a smaller one, which the axis names.
    pub fn of(measure: &Measure) -> Self {
        let extra = measure.decimals.saturating_sub(2).min(9);
        let times = Decimal::from(10_u64.pow(extra));
        let axis = if extra == 0 { measure.unit.clone() } else { format!("{}, times {times}", measure.unit) };
        Self { times, axis }
    }

    /// A value in hundredths of the unit that is drawn; none if it is too large for a picture.
    pub fn hundredths(&self, value: Decimal) -> Option<i64> {
        value.checked_mul(self.times)?.checked_mul(Decimal::ONE_HUNDRED)?.round().to_i64()
    }

    /// The same of a number that was estimated.
    pub fn of_estimate(&self, value: f64) -> Option<i64> {
        self.hundredths(Decimal::try_from(value).ok()?)
    }
}

/// A number that was estimated, with the decimals of the measure.
pub fn printed(value: f64, decimals: u32) -> String {
    let places = usize::try_from(decimals).unwrap_or_default();
    format!("{value:.places$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_decimals_are_drawn_in_tenths_of_the_unit() {
        let scale = Scale { times: 10.into(), axis: String::new() };
        // 0.014 per 1,000 people times 10 is 0.14: 14 hundredths.
        assert_eq!(scale.hundredths("0.014".parse().unwrap()), Some(14));
        assert_eq!(scale.of_estimate(0.014), Some(14));
        assert_eq!(scale.hundredths(Decimal::MAX), None);
    }
}
