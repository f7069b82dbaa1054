//! Seeded draws: uniform, normal and Poisson.

use std::f64::consts::TAU;

/// A stream of draws that depends on its seed only: G. L. Steele's `SplitMix64`.
pub struct Dice(pub u64);

impl Dice {
    /// Between 0 and 1, neither of them.
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        // The upper 32 bits are plenty for a study.
        let upper = u32::try_from((mixed ^ (mixed >> 31)) >> 32).unwrap_or(0);
        (f64::from(upper) + 0.5) / 4_294_967_296.0
    }

    /// Standard normal, by Box and Muller.
    pub fn normal(&mut self) -> f64 {
        (-2.0 * self.uniform().ln()).sqrt() * (TAU * self.uniform()).cos()
    }

    /// A Poisson count: by multiplication below 10, above by W. Hörmann's transformed rejection (PTRS, Insurance: Mathematics
    /// and Economics 12, 1993).
    pub fn poisson(&mut self, mean: f64) -> u64 {
        if mean < 10.0 {
            let (floor, mut product, mut count) = ((-mean).exp(), self.uniform(), 0);
            while product > floor {
                product *= self.uniform();
                count += 1;
            }
            return count;
        }
        let width = 0.931 + 2.53 * mean.sqrt();
        let skew = -0.059 + 0.024_83 * width;
        let inverse = 1.1239 + 1.1328 / (width - 3.4);
        let quick = 0.9277 - 3.6224 / (width - 2.0);
        loop {
            let (u, v) = (self.uniform() - 0.5, self.uniform());
            let near = 0.5 - u.abs();
            let k = ((2.0 * skew / near + width) * u + mean + 0.43).floor();
            if near >= 0.07 && v <= quick {
                return whole(k);
            }
            if k < 0.0 || (near < 0.013 && v > near) {
                continue;
            }
            if (v * inverse / (skew / (near * near) + width)).ln() <= k * mean.ln() - mean - ln_factorial(k) {
                return whole(k);
            }
        }
    }
}

fn ln_factorial(k: f64) -> f64 {
    if k < 20.0 {
        let (mut product, mut factor) = (1.0, k);
        while factor > 1.0 {
            product *= factor;
            factor -= 1.0;
        }
        return product.ln();
    }
    (k + 0.5) * k.ln() - k + 0.5 * TAU.ln() + 1.0 / (12.0 * k) - 1.0 / (360.0 * k * k * k)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of at least 0")]
fn whole(k: f64) -> u64 {
    k as u64
}
