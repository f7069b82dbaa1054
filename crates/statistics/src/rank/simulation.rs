//! Draws of gamma and beta variables from a seed, and the ranks that they make.

use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng as _, SeedableRng as _},
};
use sha2::{Digest as _, Sha256};

use crate::count::float;

/// Numbers from a seed. Only whole 64-bit words are taken from the generator, whose stream is fixed by its definition.
pub(super) struct Stream {
    words: ChaCha8Rng,
    /// Normal variables are made in pairs.
    spare: Option<f64>,
}

impl Stream {
    /// The stream whose key is the SHA-256 digest of the words `registrar ranks 1` and the seed.
    pub(super) fn seeded(seed: &str) -> Self {
        let key = Sha256::new_with_prefix(b"registrar ranks 1").chain_update(seed.as_bytes()).finalize();
        Self { words: ChaCha8Rng::from_seed(key.into()), spare: None }
    }

    /// A number above 0 and at most 1, one of 2^53.
    fn uniform(&mut self) -> f64 {
        float((self.words.next_u64() >> 11) + 1) * f64::EPSILON / 2.0
    }

    /// A standard normal variable, by G. Marsaglia's polar method.
    fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let stretch = (-2.0 * square.ln() / square).sqrt();
                self.spare = Some(y * stretch);
                return x * stretch;
            }
        }
    }

    fn gamma(&mut self, shape: Gamma) -> f64 {
        loop {
            let x = self.normal();
            let root = 1.0 + shape.c * x;
            if root <= 0.0 {
                continue;
            }
            let v = root * root * root;
            let u = self.uniform();
            let square = x * x;
            if u < 1.0 - 0.0331 * square * square || u.ln() < 0.5 * square + shape.d * (1.0 - v + v.ln()) {
                return match shape.power {
                    None => shape.d * v,
                    Some(power) => shape.d * v * self.uniform().powf(power),
                };
            }
        }
    }
}

/// A gamma distribution, ready to be drawn from by the method of Marsaglia and Tsang.
#[derive(Debug, Clone, Copy)]
struct Gamma {
    d: f64,
    c: f64,
    /// Shapes below 1 are drawn as one more, times a power of a uniform variable.
    power: Option<f64>,
}

impl Gamma {
    fn of(shape: f64) -> Self {
        let (larger, power) = if shape < 1.0 { (shape + 1.0, Some(1.0 / shape)) } else { (shape, None) };
        let d = larger - 1.0 / 3.0;
        Self { d, c: 1.0 / (9.0 * d).sqrt(), power }
    }
}

/// The distribution of an underlying rate.
#[derive(Debug, Clone, Copy)]
pub(super) struct Share {
    first: Gamma,
    than: Than,
}

#[derive(Debug, Clone, Copy)]
enum Than {
    /// Divided by a base.
    Base(f64),
    /// As a part of itself and another.
    Whole(Gamma),
}

impl Share {
    /// A gamma distribution of that shape and inverse scale.
    pub(super) fn gamma(shape: f64, base: f64) -> Self {
        Self { first: Gamma::of(shape), than: Than::Base(1.0 / base) }
    }

    /// A beta distribution.
    pub(super) fn beta(a: f64, b: f64) -> Self {
        Self { first: Gamma::of(a), than: Than::Whole(Gamma::of(b)) }
    }

    fn draw(self, stream: &mut Stream) -> f64 {
        let first = stream.gamma(self.first);
        match self.than {
            Than::Base(inverse) => first * inverse,
            Than::Whole(other) => first / (first + stream.gamma(other)),
        }
    }
}

/// How often each unit had each rank, rank 1 first: a row a unit.
pub(super) fn table(shares: &[Share], draws: u32, stream: &mut Stream) -> Vec<u32> {
    let units = shares.len();
    let mut table = vec![0_u32; units * units];
    let mut keys: Vec<u64> = Vec::with_capacity(units);
    for _ in 0..draws {
        keys.clear();
        // Floats above 0 sort as their bits do. The last eleven make room for the place, so equal are those that differ by less
        // than one in 2^41.
        keys.extend((0_u64..).zip(shares).map(|(at, share)| share.draw(stream).to_bits() & !PLACE | at));
        keys.sort_unstable();
        for (rank, key) in keys.iter().rev().enumerate() {
            let unit = usize::try_from(key & PLACE).unwrap_or(units);
            if let Some(often) = table.get_mut(unit * units + rank) {
                *often += 1;
            }
        }
    }
    table
}

/// The bits that hold the place of a unit; [`super::MOST_RANKED`] is below 2^11.
const PLACE: u64 = 0x7ff;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gamma_variables_have_the_moments_of_their_shape() {
        for shape in [0.5, 1.0, 2.5, 40.0, 1e6] {
            let (mut stream, mut sum, mut squares) = (Stream::seeded("moments"), 0.0, 0.0);
            for _ in 0..40_000 {
                let off = stream.gamma(Gamma::of(shape)) - shape;
                sum += off;
                squares += off * off;
            }
            // Mean and variance are both the shape. Errors of 40,000 draws: root(shape)/200, and root(2 + 6/shape)/200 of itself.
            let (mean, variance) = (sum / 40_000.0, squares / 40_000.0);
            assert!(mean.abs() < 5.0 * shape.sqrt() / 200.0, "{shape}: {mean}");
            let error = (2.0 + 6.0 / shape).sqrt() / 200.0;
            assert!((variance / shape - 1.0).abs() < 5.0 * error, "{shape}: {variance}");
        }
    }
}
