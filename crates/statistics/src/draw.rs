//! A random draw without replacement that anybody can repeat.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

/// A draw of some records out of as many as come, in one pass, which keeps no more than those drawn.
///
/// Every record has a priority: the SHA-256 digest of the words `registrar draw 1` and then of seed, stratum and key, each
/// after its length in bytes as 8 bytes, the lowest first. The records with the smallest digests are drawn, in the order of
/// the digests; the next ones are the reserve, in that order. To somebody who did not choose the seed with the keys in view,
/// digests are as good as random numbers, so every set of that size is equally likely.
///
/// It follows that the same seed, stratum and keys give the same draw on every machine and in every version, in whatever order
/// the records come and however the file is cut; that a smaller draw is the beginning of a larger one; that a record which is
/// taken out of the file moves the others up and changes nothing else; and that a record which comes twice counts once.
///
/// ```
/// use statistics::Draw;
/// let drawn = |keys: &[&str]| {
///     let mut draw = Draw::new("audit of 2026", "incidents", 2);
///     for key in keys {
///         draw.offer(key);
///     }
///     draw.into_keys()
/// };
/// let there = drawn(&["INC-1", "INC-2", "INC-3", "INC-4", "INC-3"]);
/// assert_eq!(there, drawn(&["INC-4", "INC-3", "INC-2", "INC-1"]));
/// assert_eq!(there.len(), 2);
/// ```
#[derive(Debug, Clone)]
pub struct Draw {
    /// The digest after seed and stratum, which all records share.
    begun: Sha256,
    size: usize,
    kept: BTreeSet<Drawn>,
}

/// A record with its priority; sorted, the ones to draw come first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Drawn {
    /// The digest by which it was drawn.
    pub priority: [u8; 32],
    /// Its key.
    pub key: String,
}

/// What came of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offered {
    /// It is among those drawn so far.
    Kept {
        /// The record that had to go for it, if one had.
        instead_of: Option<String>,
    },
    /// It is not.
    Passed,
    /// It was among them before.
    Again,
}

impl Draw {
    /// A draw of `size` records, the reserve included, from the stratum of that name.
    #[must_use]
    pub fn new(seed: &str, stratum: &str, size: usize) -> Self {
        let begun = Sha256::new_with_prefix(b"registrar draw 1");
        Self { begun: with_part(with_part(begun, seed), stratum), size, kept: BTreeSet::new() }
    }

    /// The priority of a key, whether it was offered or not.
    #[must_use]
    pub fn priority(&self, key: &str) -> [u8; 32] {
        with_part(self.begun.clone(), key).finalize().into()
    }

    /// Offers a record, and says what came of it. A key that comes again is the same record.
    pub fn offer(&mut self, key: &str) -> Offered {
        let priority = self.priority(key);
        let full = self.kept.len() >= self.size;
        if full && self.kept.last().is_none_or(|last| priority > last.priority) {
            return Offered::Passed;
        }
        if !self.kept.insert(Drawn { priority, key: key.to_owned() }) {
            return Offered::Again;
        }
        let instead_of = if full { self.kept.pop_last().map(|drawn| drawn.key) } else { None };
        Offered::Kept { instead_of }
    }

    /// Takes in what another part of the same stratum gave: parts of a file can be read at the same time.
    ///
    /// The other draw has to be of the same seed and stratum; its records are offered by key.
    pub fn merge(&mut self, other: &Self) {
        for drawn in &other.kept {
            self.offer(&drawn.key);
        }
    }

    /// The records drawn, in the order of the draw; fewer than wanted if fewer came.
    #[must_use]
    pub fn into_drawn(self) -> Vec<Drawn> {
        self.kept.into_iter().collect()
    }

    /// Their keys.
    #[must_use]
    pub fn into_keys(self) -> Vec<String> {
        self.kept.into_iter().map(|drawn| drawn.key).collect()
    }
}

/// A part after its length, so that no two lists of parts have the same bytes.
fn with_part(digest: Sha256, part: &str) -> Sha256 {
    digest.chain_update((part.len() as u64).to_le_bytes()).chain_update(part.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(seed: &str, stratum: &str, size: usize, keys: impl IntoIterator<Item = u64>) -> Vec<Drawn> {
        let mut draw = Draw::new(seed, stratum, size);
        for key in keys {
            draw.offer(&format!("INC-{key:06}"));
        }
        draw.into_drawn()
    }

    fn hex(bytes: &[u8]) -> String {
        use std::fmt::Write as _;
        bytes.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").unwrap();
            text
        })
    }

    #[test]
    fn python_draws_the_same() {
        let lines: Vec<Vec<&str>> = include_str!("../data/draw-hashlib.csv")
            .lines()
            .skip(2)
            .map(|line| line.split(',').collect())
            .collect();
        assert_eq!(lines.len(), 29);
        for line in lines {
            let rank: usize = line[3].parse().unwrap();
            let ours = drawn(line[0], line[1], 8, 0..line[2].parse().unwrap());
            assert_eq!(
                (ours[rank - 1].key.as_str(), hex(&ours[rank - 1].priority)),
                (line[4], line[5].to_owned())
            );
        }
    }

    #[test]
    fn what_is_kept_and_what_has_to_go_is_what_is_drawn() {
        let (mut draw, mut there) = (Draw::new("a", "b", 5), BTreeSet::new());
        for key in (0..200_u32).chain(0..200) {
            let key = format!("INC-{key:06}");
            match draw.offer(&key) {
                Offered::Kept { instead_of } => {
                    if let Some(gone) = instead_of {
                        assert!(there.remove(&gone));
                    }
                    assert!(there.insert(key));
                }
                Offered::Passed => assert!(!there.contains(&key)),
                Offered::Again => assert!(there.contains(&key)),
            }
        }
        assert_eq!(there, draw.into_keys().into_iter().collect());
        assert_eq!(Draw::new("a", "b", 0).offer("x"), Offered::Passed);
    }

    #[test]
    fn order_repetition_and_cuts_change_nothing() {
        let there = drawn("a", "b", 20, 0..500);
        assert_eq!(there, drawn("a", "b", 20, (0..500).rev()));
        assert_eq!(there, drawn("a", "b", 20, (0..500).chain(100..400)));
        assert_eq!(there[..7], drawn("a", "b", 7, 0..500));
        let (mut first, mut second) = (Draw::new("a", "b", 20), Draw::new("a", "b", 20));
        for key in 0..500_u64 {
            let part = if key < 317 { &mut first } else { &mut second };
            part.offer(&format!("INC-{key:06}"));
        }
        first.merge(&second);
        assert_eq!(there, first.into_drawn());
    }

    #[test]
    fn parts_that_run_together_are_told_apart() {
        let of = |seed, stratum, key| Draw::new(seed, stratum, 1).priority(key);
        assert_ne!(of("ab", "c", "d"), of("a", "bc", "d"));
        assert_ne!(of("ab", "c", "d"), of("ab", "cd", ""));
    }

    #[test]
    fn a_draw_of_none_keeps_none_and_a_draw_of_all_keeps_all() {
        assert!(drawn("a", "b", 0, 0..10).is_empty());
        assert_eq!(drawn("a", "b", 50, 0..10).len(), 10);
    }

    #[test]
    fn every_record_is_drawn_about_equally_often_and_in_every_place() {
        let (mut often, mut first) = ([0_u32; 20], [0_u32; 20]);
        for seed in 0..20_000 {
            let keys = drawn(&format!("seed {seed}"), "", 5, 0..20);
            for (rank, record) in keys.iter().enumerate() {
                let number: usize = record.key[4..].parse().unwrap();
                often[number] += 1;
                first[number] += u32::from(rank == 0);
            }
        }
        // Binomial with n = 20,000: p = 1/4 has a standard deviation of 61, p = 1/20 of 31; five of them either way.
        assert!(often.iter().all(|n| n.abs_diff(5_000) < 306), "{often:?}");
        assert!(first.iter().all(|n| n.abs_diff(1_000) < 154), "{first:?}");
    }
}
