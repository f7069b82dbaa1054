//! Counts as floating numbers and back.

/// A count as a float: exact up to 2^53, which no count of records reaches.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of records are far below 2^53; results are rounded anyway"
)]
pub(crate) const fn float(count: u64) -> f64 {
    count as f64
}

/// The whole number not below `value`; 0 for what is negative or no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates at both ends, which is what is wanted"
)]
pub(crate) fn ceil(value: f64) -> u64 {
    value.ceil() as u64
}

/// The whole number not above `value`; 0 for what is negative or no number.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates at both ends, which is what is wanted"
)]
pub(crate) fn floor(value: f64) -> u64 {
    value.floor() as u64
}
