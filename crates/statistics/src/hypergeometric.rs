//! The hypergeometric distribution: how many marked ones a draw without replacement holds.

use std::f64::consts::TAU;

use crate::{
    beta::Tails,
    count::float,
    stirling::{deviance, remainder},
};

/// A draw of `drawn` from `size`, of which `marked` are marked.
// INVARIANT: neither `marked` nor `drawn` exceeds `size`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hypergeometric {
    size: u64,
    marked: u64,
    drawn: u64,
}

impl Hypergeometric {
    /// `None` if more are marked or drawn than there are.
    pub(crate) fn new(size: u64, marked: u64, drawn: u64) -> Option<Self> {
        (marked <= size && drawn <= size).then_some(Self { size, marked, drawn })
    }

    fn least(self) -> u64 {
        // In this order nothing falls below zero.
        self.drawn.saturating_sub(self.size - self.marked)
    }

    fn most(self) -> u64 {
        self.drawn.min(self.marked)
    }

    /// The chance of exactly `k`, which lies between the least and the most, as three binomial chances (Loader).
    fn chance(self, k: u64) -> f64 {
        if self.drawn == 0 || self.drawn == self.size {
            return 1.0;
        }
        let (n, size) = (float(self.drawn), float(self.size));
        let (p, q) = (n / size, float(self.size - self.drawn) / size);
        let ln = ln_binomial(k, self.marked, p, q)
            + ln_binomial(self.drawn - k, self.size - self.marked, p, q)
            - ln_binomial(self.drawn, self.size, p, q);
        ln.exp()
    }

    /// The chances of at most `k`, and of more: the side that lies further out is summed from `k` outwards.
    pub(crate) fn cumulative(self, k: u64) -> Tails {
        let (least, most) = (self.least(), self.most());
        if k >= most {
            return Tails { lower: 1.0, upper: 0.0 };
        }
        if k < least {
            return Tails { lower: 0.0, upper: 1.0 };
        }
        let unmarked = self.size - self.marked;
        let mean = float(self.drawn) * (float(self.marked) / float(self.size));
        if float(k) < mean {
            let (mut j, mut term) = (k, self.chance(k));
            let mut lower = term;
            while j > least && term > lower * 1e-18 {
                // One fewer marked: one of the others comes in for it.
                term *= float(j) / float(self.marked - j + 1) * float(unmarked + j - self.drawn)
                    / float(self.drawn - j + 1);
                lower += term;
                j -= 1;
            }
            let lower = lower.min(1.0);
            Tails { lower, upper: 1.0 - lower }
        } else {
            let (mut j, mut term) = (k + 1, self.chance(k + 1));
            let mut upper = term;
            while j < most && term > upper * 1e-18 {
                term *= float(self.marked - j) / float(j + 1) * float(self.drawn - j)
                    / float(unmarked + j + 1 - self.drawn);
                upper += term;
                j += 1;
            }
            let upper = upper.min(1.0);
            Tails { lower: 1.0 - upper, upper }
        }
    }
}

/// The logarithm of the chance of `successes` in `trials`, in Loader's form; `p` and `q` sum to 1, neither is 0.
fn ln_binomial(successes: u64, trials: u64, p: f64, q: f64) -> f64 {
    let (size, hits, misses) = (float(trials), float(successes), float(trials - successes));
    if successes == 0 {
        return size * if p < q { (-p).ln_1p() } else { q.ln() };
    }
    if successes == trials {
        return size * if q < p { (-q).ln_1p() } else { p.ln() };
    }
    let off = hits * q - misses * p;
    remainder(size)
        - remainder(hits)
        - remainder(misses)
        - deviance(hits, size * p, off)
        - deviance(misses, size * q, -off)
        + 0.5 * (size / hits / misses / TAU).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        count::ceil,
        reference::{agree, rows},
    };

    #[test]
    fn chances_agree_with_sums_of_fifty_digits() {
        let rows = rows(include_str!("../data/hypergeometric-mpmath.csv"));
        assert!(rows.len() > 40, "{}", rows.len());
        for row in rows {
            let [size, marked, drawn, k] = [0, 1, 2, 3].map(|cell| ceil(row[cell]));
            let ours = Hypergeometric::new(size, marked, drawn).unwrap().cumulative(k);
            assert!(
                agree(ours.lower, row[4], 1e-10) && agree(ours.upper, row[5], 1e-10),
                "{row:?}: {ours:?}"
            );
        }
    }

    #[test]
    fn what_cannot_be_is_no_draw() {
        assert!(Hypergeometric::new(10, 11, 1).is_none() && Hypergeometric::new(10, 1, 11).is_none());
        let all = Hypergeometric::new(10, 4, 10).unwrap();
        assert_eq!((all.cumulative(3).lower, all.cumulative(4).lower), (0.0, 1.0));
    }
}
