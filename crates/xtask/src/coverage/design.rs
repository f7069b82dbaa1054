//! What is audited: an invented force year by strata, whose truth is known.

use rand_chacha::{
    ChaCha20Rng,
    rand_core::{Rng as _, SeedableRng as _},
};
use statistics::SampledClusters;

/// Records in the whole of every design.
const RECORDS: f64 = 20_000.0;

/// How many crimes a report holds: of ten reports six hold one, two hold two, one three and one four.
const CRIMES: [u8; 10] = [1, 1, 1, 1, 1, 1, 2, 2, 3, 4];

/// The rates of the strata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rates {
    /// The same in all strata, in hundredths.
    Same(u32),
    /// From 0.65 in the first (and largest) stratum to 0.99 in the last, in equal steps.
    Rising,
    /// From 0.99 in the first (and largest) stratum to 0.65 in the last, in equal steps.
    Falling,
}

/// How the records are spread over the strata.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sizes {
    /// The same number in each.
    Equal,
    /// The largest has 2^(6 − 6/strata) times as many as the smallest, in equal steps of the logarithm.
    Unequal,
}

/// What a record holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crimes {
    /// One crime.
    One,
    /// One to four, each recorded or not for itself.
    Independent,
    /// One to four; four reports of ten stand or fall as one.
    Together,
}

/// One design of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Design {
    /// How many strata.
    pub strata: usize,
    /// How many records are sampled of each.
    pub sampled: u32,
    /// Their rates.
    pub rates: Rates,
    /// Their sizes.
    pub sizes: Sizes,
    /// What a record holds.
    pub crimes: Crimes,
}

/// Every design of the study.
#[must_use]
pub fn grid() -> Vec<Design> {
    let mut designs = Vec::new();
    for crimes in [Crimes::One, Crimes::Independent, Crimes::Together] {
        for strata in [3, 6, 12] {
            for sampled in [30, 100, 400] {
                for sizes in [Sizes::Equal, Sizes::Unequal] {
                    for rates in [Rates::Same(99), Rates::Same(95), Rates::Rising, Rates::Falling] {
                        designs.push(Design { strata, sampled, rates, sizes, crimes });
                    }
                }
            }
        }
    }
    designs
}

impl Design {
    /// Whether records hold several crimes.
    #[must_use]
    pub fn several(&self) -> bool {
        self.crimes != Crimes::One
    }

    fn rate(&self, stratum: usize) -> f64 {
        let step = part(stratum, self.strata.saturating_sub(1));
        match self.rates {
            Rates::Same(hundredths) => f64::from(hundredths) / 100.0,
            Rates::Rising => 0.65 + 0.34 * step,
            Rates::Falling => 0.99 - 0.34 * step,
        }
    }

    /// The records of a stratum: at least a quarter more than are sampled, so that none is counted completely.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some thousands, rounded")]
    fn records(&self, stratum: usize) -> u64 {
        let size = |stratum| match self.sizes {
            Sizes::Equal => 1.0,
            Sizes::Unequal => (-6.0 * part(stratum, self.strata)).exp2(),
        };
        let whole: f64 = (0..self.strata).map(size).sum();
        let least = f64::from(self.sampled) * 1.25;
        (size(stratum) / whole * RECORDS).max(least).round() as u64
    }
}

#[expect(clippy::cast_precision_loss, reason = "a dozen strata")]
fn part(of: usize, whole: usize) -> f64 {
    of as f64 / whole as f64
}

/// A whole that was invented once, to be audited many times.
pub struct Population {
    random: ChaCha20Rng,
    sampled: u32,
    /// For each stratum its records: crimes due, and recorded of those.
    strata: Vec<Vec<(u8, u8)>>,
}

impl Population {
    /// Invents the records of a design.
    #[must_use]
    pub fn of(design: &Design, seed: u64) -> Self {
        let mut random = ChaCha20Rng::seed_from_u64(seed);
        let mut strata = Vec::with_capacity(design.strata);
        for stratum in 0..design.strata {
            let rate = design.rate(stratum);
            let records = (0..design.records(stratum)).map(|_| record(&mut random, design.crimes, rate));
            strata.push(records.collect());
        }
        Self { random, sampled: design.sampled, strata }
    }

    /// Draws an audit without replacement: the first records of an order that is drawn as far as it is needed.
    pub fn audit(&mut self) -> Vec<SampledClusters> {
        let mut found = Vec::with_capacity(self.strata.len());
        for records in &mut self.strata {
            let mut sample = SampledClusters::of(records.len() as u64);
            let drawn = records.len().min(self.sampled as usize);
            for place in 0..drawn {
                let other = place + below(&mut self.random, records.len() - place);
                records.swap(place, other);
                if let Some((due, recorded)) = records.get(place) {
                    sample.add(u64::from(*due), u64::from(*recorded));
                }
            }
            found.push(sample);
        }
        found
    }

    /// The true share of crimes recorded of those due.
    #[must_use]
    pub fn share(&self) -> f64 {
        let (due, recorded) = self.totals();
        recorded / due
    }

    /// How many crimes were truly not recorded.
    #[must_use]
    pub fn missing(&self) -> f64 {
        let (due, recorded) = self.totals();
        due - recorded
    }

    fn totals(&self) -> (f64, f64) {
        let all = || self.strata.iter().flatten();
        (all().map(|record| f64::from(record.0)).sum(), all().map(|record| f64::from(record.1)).sum())
    }
}

fn record(random: &mut ChaCha20Rng, crimes: Crimes, rate: f64) -> (u8, u8) {
    let due = match crimes {
        Crimes::One => 1,
        Crimes::Independent | Crimes::Together => {
            CRIMES.get(below(random, CRIMES.len())).copied().unwrap_or(1)
        }
    };
    if crimes == Crimes::Together && chance(random) < 0.4 {
        return (due, if chance(random) < rate { due } else { 0 });
    }
    let mut recorded = 0;
    for _ in 0..due {
        recorded += u8::from(chance(random) < rate);
    }
    (due, recorded)
}

/// A number from 0 to below 1, in steps of 2^-53.
#[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly")]
fn chance(random: &mut ChaCha20Rng) -> f64 {
    (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// A number from 0 to `n` - 1, each equally likely but for one part in 2^40: enough for a simulation, and quick.
#[expect(clippy::cast_possible_truncation, reason = "less than n, which is a usize")]
fn below(random: &mut ChaCha20Rng, n: usize) -> usize {
    ((u128::from(random.next_u64()) * n as u128) >> 64) as usize
}
