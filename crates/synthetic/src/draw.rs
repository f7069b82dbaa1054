//! Draws from a seed, the same on every machine.

use rand_chacha::{
    ChaCha20Rng,
    rand_core::{Rng as _, SeedableRng as _},
};

/// A source of draws. Only whole 64-bit words are taken from the generator, whose stream is fixed by its definition.
pub(crate) struct Draw(ChaCha20Rng);

impl Draw {
    pub(crate) fn seeded(seed: u64) -> Self {
        let mut key = [0; 32];
        for (slot, byte) in key.iter_mut().zip(seed.to_le_bytes()) {
            *slot = byte;
        }
        Self(ChaCha20Rng::from_seed(key))
    }

    /// A number from 0 to `n - 1`, each equally likely; 0 if `n` is 0.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        if n == 0 {
            return 0;
        }
        // The last, incomplete run of n numbers is drawn again: without that, small numbers would be likelier.
        let whole_runs = u64::MAX - u64::MAX % n;
        loop {
            let word = self.0.next_u64();
            if word < whole_runs {
                return word % n;
            }
        }
    }

    /// A number from `first` to `last`, both included.
    pub(crate) fn between(&mut self, first: u64, last: u64) -> u64 {
        first + self.below(last.saturating_sub(first) + 1)
    }

    /// One of `values`, each equally likely.
    pub(crate) fn one_of<T: Copy + Default>(&mut self, values: &[T]) -> T {
        let index = self.below(values.len() as u64);
        usize::try_from(index).ok().and_then(|index| values.get(index)).copied().unwrap_or_default()
    }

    /// Puts `values` in an order in which every order is equally likely.
    pub(crate) fn shuffle<T>(&mut self, values: &mut [T]) {
        for end in (1..values.len()).rev() {
            let other = self.below(end as u64 + 1);
            values.swap(end, usize::try_from(other).unwrap_or(end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_that_of_chacha20() {
        // First block of ChaCha20 with a zero key, nonce and counter (draft-agl-tls-chacha20poly1305-04, section 7).
        let mut draw = Draw::seeded(0);
        let first = draw.0.next_u64().to_le_bytes();
        assert_eq!(first, [0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90]);
    }

    #[test]
    fn every_value_is_drawn_about_equally_often() {
        let mut draw = Draw::seeded(1);
        let mut seen = [0_u32; 7];
        for _ in 0..70_000 {
            seen[usize::try_from(draw.below(7)).unwrap()] += 1;
        }
        // Binomial with n = 70,000 and p = 1/7 has a standard deviation of 93: five of them either way.
        assert!(seen.iter().all(|n| n.abs_diff(10_000) < 465), "{seen:?}");
    }

    #[test]
    fn shuffling_loses_nothing() {
        let mut values: Vec<u32> = (0..100).collect();
        Draw::seeded(2).shuffle(&mut values);
        assert_ne!(values, (0..100).collect::<Vec<_>>());
        values.sort_unstable();
        assert_eq!(values, (0..100).collect::<Vec<_>>());
    }
}
