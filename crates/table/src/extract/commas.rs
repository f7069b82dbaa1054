//! Where the commas of a row stand.

/// So many bytes stand in a word, and so many words are looked at together: one bit for each byte.
const WORD: usize = 8;

/// A one in each byte of a word.
const ONES: u64 = 0x0101_0101_0101_0101;

/// All bits of each byte but its highest.
const LOW: u64 = 0x7F7F_7F7F_7F7F_7F7F;

/// Adds the place of each comma, from the front. Rows are short and full of commas: looking for them word by word takes half as long as
/// asking for the next one again and again.
pub(crate) fn commas(row: &[u8], found: &mut Vec<usize>) {
    let (words, rest) = row.as_chunks::<WORD>();
    let mut begin = 0;
    for words in words.chunks(WORD) {
        places(words, begin, found);
        begin += words.len() * WORD;
    }
    let mut last = [0; WORD];
    for (place, byte) in last.iter_mut().zip(rest) {
        *place = *byte;
    }
    places(&[last], begin, found);
}

fn places(words: &[[u8; WORD]], begin: usize, found: &mut Vec<usize>) {
    let mut left = bits(words);
    while left != 0 {
        found.push(begin + left.trailing_zeros() as usize);
        // Takes away the lowest bit.
        left &= left - 1;
    }
}

/// A bit for each byte that is a comma, the first byte lowest.
fn bits(words: &[[u8; WORD]]) -> u64 {
    words.iter().rev().fold(0, |bits, word| {
        // Nought where the comma is; then the highest bit of each byte says whether it is nought, without carrying into the next.
        let word = u64::from_le_bytes(*word) ^ (u64::from(b',') * ONES);
        let noughts = !(((word & LOW) + LOW) | word | LOW);
        // The product brings the eight bits together in its highest byte.
        (bits << 8) | ((noughts >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn they_are_those_seen_byte_by_byte(row in proptest::collection::vec(proptest::prop_oneof![3 => proptest::num::u8::ANY, 1 => b'+'..b'.'], 0..300)) {
            let mut found = Vec::new();
            commas(&row, &mut found);
            let expected: Vec<usize> = (0..row.len()).filter(|at| row[*at] == b',').collect();
            proptest::prop_assert_eq!(found, expected);
        }
    }
}
