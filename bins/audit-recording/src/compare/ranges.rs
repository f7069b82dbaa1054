//! In which range of references a row belongs, and how references are mostly told apart by a number.

/// References that divide all others into ranges.
pub struct Ranges {
    /// In order, each the first of a range.
    pub keys: Vec<String>,
    /// What all of them begin with.
    common: Vec<u8>,
    /// What follows in each, as a number.
    heads: Vec<u64>,
}

impl Ranges {
    pub fn new(mut keys: Vec<String>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        let common = common(keys.iter().map(String::as_bytes)).to_vec();
        let heads =
            keys.iter().map(|key| head(key.as_bytes().get(common.len()..).unwrap_or_default())).collect();
        Self { keys, common, heads }
    }

    /// The number of ranges.
    pub const fn len(&self) -> usize {
        self.keys.len() + 1
    }

    /// The range of a reference: how many of the keys are not behind it.
    pub fn of(&self, key: &[u8]) -> usize {
        let Some(rest) = key.strip_prefix(self.common.as_slice()) else {
            return self.keys.partition_point(|first| first.as_bytes() <= key);
        };
        let head = head(rest);
        let mut at = self.heads.partition_point(|other| *other < head);
        // Where the numbers are the same the references themselves decide.
        while self.keys.get(at).is_some_and(|first| first.as_bytes() <= key) {
            at += 1;
        }
        at
    }
}

/// What all references begin with.
pub fn common<'a>(mut keys: impl Iterator<Item = &'a [u8]>) -> &'a [u8] {
    let first = keys.next().unwrap_or_default();
    keys.fold(first, |common, key| {
        if key.starts_with(common) {
            return common;
        }
        let alike = common.iter().zip(key).take_while(|(one, other)| one == other).count();
        common.get(..alike).unwrap_or_default()
    })
}

/// The first eight bytes as a number that is ordered as they are; what is shorter comes first, or is equal to what goes on with noughts.
pub fn head(key: &[u8]) -> u64 {
    if let Some(first) = key.first_chunk::<8>() {
        return u64::from_be_bytes(*first);
    }
    let mut first = [0; 8];
    for (place, byte) in first.iter_mut().zip(key) {
        *place = *byte;
    }
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_in_the_range_of_the_last_key_that_is_not_behind_it() {
        let keys = ["I10", "I1", "I1000000000", "I10000000001", "I2"].map(str::to_owned).to_vec();
        let ranges = Ranges::new(keys);
        for (key, range) in [
            ("", 0),
            ("H9", 0),
            ("I", 0),
            ("I1", 1),
            ("I1\0", 1),
            ("I0999999999", 0),
            ("I10", 2),
            ("I100", 2),
            ("I1000000000", 3),
            ("I10000000000", 3),
            ("I10000000001", 4),
            ("I10000000002", 4),
            ("I1999999999", 4),
            ("I2", 5),
            ("J", 5),
        ] {
            assert_eq!(ranges.of(key.as_bytes()), range, "{key}");
        }
        assert_eq!(Ranges::new(Vec::new()).of(b"I1"), 0);
    }
}
