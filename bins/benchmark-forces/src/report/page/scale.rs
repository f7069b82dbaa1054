//! Values as pictures draw them: whole hundredths of a unit that is fine enough for the decimals of the measure.

use document::sections::grouped;
use msf_benchmark::OfMeasure;
use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use super::funnel::is_drawn;

/// How a measure is drawn.
#[derive(Debug, Clone)]
pub struct Scale {
    /// What a value is multiplied by before it is drawn.
    times: Decimal,
    /// What the axis says.
    pub axis: String,
}

impl Scale {
    /// In its own unit; small rates of three decimals or more in a smaller one, which the axis names.
    pub fn of(of: &OfMeasure) -> Self {
        let drawn = of.between.forces.iter().filter(|force| is_drawn(force)).map(|force| &force.observed);
        let along = of.along.charts.iter().flat_map(|chart| chart.observed.iter().flatten());
        let largest = drawn.chain(along).map(|observed| observed.rate).max().unwrap_or_default();
        let times = times(largest, of.measure.decimals);
        let unit = &of.measure.unit;
        let axis = if times == 1 { unit.clone() } else { format!("{unit}, times {}", grouped(times)) };
        Self { times: times.into(), axis }
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

/// What rates are multiplied by so that the largest is 10 or more, if hundredths would not show their decimals.
fn times(largest: Decimal, decimals: u32) -> u64 {
    if decimals <= 2 {
        return 1;
    }
    let enough =
        |times: &u64| largest.checked_mul(Decimal::from(*times)).is_none_or(|most| most >= Decimal::TEN);
    (0..decimals.min(9))
        .map(|power| 10_u64.pow(power))
        .find(enough)
        .unwrap_or_else(|| 10_u64.pow(decimals.min(9)))
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
    fn small_rates_are_drawn_in_a_smaller_unit() {
        // 0.03 homicides per 1,000 people are 30 per million.
        assert_eq!(times("0.03".parse().unwrap(), 3), 1_000);
        assert_eq!(times("2.6".parse().unwrap(), 3), 10);
        assert_eq!(times("81.25".parse().unwrap(), 3), 1);
        assert_eq!(times("2.6".parse().unwrap(), 2), 1);
        assert_eq!(times(Decimal::ZERO, 3), 1_000);
        let scale = Scale { times: 1_000.into(), axis: String::new() };
        // 0.014 times 1,000 is 14.00.
        assert_eq!(scale.hundredths("0.014".parse().unwrap()), Some(1_400));
        assert_eq!(scale.of_estimate(0.014), Some(1_400));
        assert_eq!(scale.hundredths(Decimal::MAX), None);
    }
}
