//! The first whole number at which a rising curve reaches a height.

/// The smallest whole number up to `last` where `rising` is at least `height`, sought from `start`; `last` if there is none.
///
/// It strides outwards from the start, each stride twice as long, and then halves: a few calls from a good start, and at most
/// some 130 from any.
pub(crate) fn first_with(height: f64, start: u64, last: u64, rising: impl Fn(u64) -> f64) -> u64 {
    let reached = |k: u64| rising(k) >= height;
    let mut stride = 1;
    // `high` reaches it, and what is below `low` does not.
    let (mut low, mut high) = if reached(start) {
        let mut high = start;
        loop {
            let Some(tried) = high.checked_sub(stride) else { break (0, high) };
            if !reached(tried) {
                break (tried + 1, high);
            }
            high = tried;
            stride *= 2;
        }
    } else {
        let mut low = start.saturating_add(1).min(last);
        loop {
            let tried = low.saturating_add(stride - 1).min(last);
            if tried == last || reached(tried) {
                break (low, tried);
            }
            low = tried + 1;
            stride *= 2;
        }
    };
    while low < high {
        let middle = low + (high - low) / 2;
        if reached(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::count::float;

    #[test]
    fn it_is_found_from_anywhere() {
        for height in 0..20 {
            for start in 0..=20 {
                assert_eq!(first_with(float(height), start, 20, float), height);
            }
        }
        assert_eq!(first_with(30.0, 3, 20, float), 20);
        assert_eq!(first_with(1e12, 3, u64::MAX, float), 1_000_000_000_000);
        assert_eq!(first_with(7.0, 1_000_000_000_000, u64::MAX, float), 7);
    }
}
