//! MOVER: limits of a sum from the limits of its parts.

use crate::{
    Limits,
    weighted::{Part, sum},
    wilson::limits as wilson_limits,
};

/// Wilson's limits of each part, combined by the squares of their distances from the shares; `of_weights` is variance that no
/// part accounts for.
///
/// Source: G. Y. Zou and A. Donner, "Construction of confidence limits about effect measures: a general approach", Statistics
/// in Medicine 27 (2008).
pub(crate) fn limits(parts: &[Part], z: f64, of_weights: f64) -> Limits {
    let share = sum(parts, |part| part.weight * part.share);
    let other = z * z * of_weights;
    let combined = |distance: fn(&Part, Limits) -> f64| {
        let squares = sum(parts, |part| {
            let own = part.weight * distance(part, wilson_limits(part.share, part.effective, z));
            own * own
        });
        (squares + other).sqrt()
    };
    Limits {
        low: (share - combined(|part, own| part.share - own.low)).max(0.0),
        high: (share + combined(|part, own| own.high - part.share)).min(1.0),
    }
}
