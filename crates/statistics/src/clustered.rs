//! The share of the whole where a sampled record holds several trials: crimes in a report, for instance.

use crate::{
    Confidence, Limits, Note, WeightedError, WeightedMethod, WeightedShare,
    count::float,
    student,
    weighted::{Part, Spread, effective, sum},
};

/// A stratum of which a simple random sample of records was drawn without replacement, each record with its trials.
///
/// Only sums are kept, so a sample of any size takes the same memory.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SampledClusters {
    population: u64,
    sampled: u64,
    trials: u64,
    successes: u64,
    /// Sums of squares and products, in floats: exact up to 2^53.
    trials_squared: f64,
    trials_by_successes: f64,
    successes_squared: f64,
}

impl SampledClusters {
    /// A stratum of so many records, none of which is sampled yet.
    #[must_use]
    pub const fn of(population: u64) -> Self {
        Self {
            population,
            sampled: 0,
            trials: 0,
            successes: 0,
            trials_squared: 0.0,
            trials_by_successes: 0.0,
            successes_squared: 0.0,
        }
    }

    /// Adds a sampled record with its trials, which may be none, and how many of them succeeded.
    pub fn add(&mut self, trials: u64, successes: u64) {
        let (m, y) = (float(trials), float(successes));
        self.sampled = self.sampled.saturating_add(1);
        self.trials = self.trials.saturating_add(trials);
        self.successes = self.successes.saturating_add(successes);
        self.trials_squared += m * m;
        self.trials_by_successes += m * y;
        self.successes_squared += y * y;
    }

    /// How many records there are, how many were sampled, their trials, and how many of those succeeded.
    #[must_use]
    pub const fn counts(&self) -> [u64; 4] {
        [self.population, self.sampled, self.trials, self.successes]
    }

    /// How many records stand behind each sampled one.
    fn factor(&self) -> f64 {
        float(self.population) / float(self.sampled)
    }

    const fn complete(&self) -> bool {
        self.sampled == self.population
    }

    /// N² (1 − n / N) / n times the sample covariance of two quantities, given the sum of their products and their sums.
    fn covariance_of_totals(&self, products: f64, first: f64, second: f64) -> f64 {
        if self.complete() {
            return 0.0;
        }
        let (n, size) = (float(self.sampled), float(self.population));
        size * (size - n) / n * (products - first * second / n) / (n - 1.0)
    }

    /// The sum over the sample of what a record has more than `share` of its trials, of its square, and of its product with
    /// the trials.
    fn residuals(&self, share: f64) -> (f64, f64, f64) {
        let (m, y) = (float(self.trials), float(self.successes));
        (
            y - share * m,
            self.successes_squared - 2.0 * share * self.trials_by_successes
                + share * share * self.trials_squared,
            self.trials_by_successes - share * self.trials_squared,
        )
    }
}

/// The share of all trials that succeed, as the ratio of two estimated totals over all strata, and its interval.
///
/// The variance is that of the ratio linearised as a whole, so it accounts for records that stand or fall together, and for
/// weights that are themselves estimated, because how many trials a stratum holds is known of its sample only. From it comes
/// the design effect, at least 1, by which every stratum counts as fewer trials; z is Student's t with as many degrees of
/// freedom as sampled records beyond one a stratum. (Ratio and variance: W. G. Cochran, "Sampling Techniques", third edition
/// 1977, section 6.11; t and the bound of 1 after E. L. Korn and B. I. Graubard, Survey Methodology 24, 1998.)
///
/// If all trials came out alike there is no variance to estimate: each record then counts as one trial.
///
/// # Errors
///
/// [`WeightedError`]: a stratum without sample, one record of several, counts that contradict each other, or no trial at all.
///
/// ```
/// use statistics::{Confidence, SampledClusters, WeightedMethod, clustered_share};
/// let mut reports = SampledClusters::of(4_000);
/// for report in 0..200 {
///     // Every fourth report holds three crimes; of every tenth nothing was recorded.
///     let due = if report % 4 == 0 { 3 } else { 1 };
///     reports.add(due, if report % 10 == 0 { 0 } else { due });
/// }
/// let share = clustered_share(&[reports], WeightedMethod::Score, Confidence::NinetyFive)?;
/// assert_eq!((share.sampled, share.trials), (200, 300));
/// assert_eq!(format!("{:.3}, {:.3} to {:.3}", share.share, share.limits.low, share.limits.high), "0.867, 0.797 to 0.915");
/// # Ok::<(), statistics::WeightedError>(())
/// ```
pub fn clustered_share(
    strata: &[SampledClusters],
    method: WeightedMethod,
    confidence: Confidence,
) -> Result<WeightedShare, WeightedError> {
    let ratio = Ratio::of(strata)?;
    let mut notes = Vec::new();
    for (stratum, sample) in strata.iter().enumerate().filter(|(_, sample)| sample.population > 0) {
        if sample.complete() {
            notes.push(Note::Complete { stratum });
        } else if sample.trials == 0 {
            notes.push(Note::NoTrials { stratum });
        } else if sample.successes == 0 || sample.successes == sample.trials {
            notes.push(Note::NoVariation { stratum });
        }
    }
    if ratio.nothing_varied && ratio.degrees > 0 {
        notes.push(Note::NothingVaried);
    }
    let spread =
        Spread { z: ratio.z(confidence), variance: Some(ratio.variance), of_weights: ratio.of_weights };
    let limits = method.limits(&ratio.parts, &spread).ok_or(WeightedError::NoTrials)?;
    Ok(WeightedShare {
        share: ratio.share,
        limits,
        method,
        confidence,
        sampled: strata.iter().map(|sample| sample.sampled).sum(),
        trials: strata.iter().map(|sample| sample.trials).sum(),
        variance: Some(ratio.variance),
        effective: effective(ratio.share, ratio.variance),
        design_effect: ratio.design_effect,
        notes,
    })
}

/// How many there are in the whole, estimated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EstimatedTotal {
    /// The estimate.
    pub value: f64,
    /// Its interval.
    pub limits: Limits,
}

/// How many trials of the whole did not succeed: crimes that were due in the year and not recorded, for instance.
///
/// It is the estimated number of trials times the share that failed. Its limits combine those of the share by
/// [`WeightedMethod::Score`] with the standard error of the number, and with how far the two go together (MOVER). The lower
/// one is never below what was found in the sample.
///
/// # Errors
///
/// As for [`clustered_share`].
///
/// ```
/// use statistics::{Confidence, SampledClusters, total_of_failures};
/// let mut reports = SampledClusters::of(5_000);
/// for report in 0..250 {
///     reports.add(1, u64::from(report % 10 != 0));
/// }
/// let missing = total_of_failures(&[reports], Confidence::NinetyFive)?;
/// assert_eq!(format!("{:.0}, {:.0} to {:.0}", missing.value, missing.limits.low, missing.limits.high), "500, 346 to 713");
/// # Ok::<(), statistics::WeightedError>(())
/// ```
pub fn total_of_failures(
    strata: &[SampledClusters],
    confidence: Confidence,
) -> Result<EstimatedTotal, WeightedError> {
    let ratio = Ratio::of(strata)?;
    let z = ratio.z(confidence);
    let spread = Spread { z, variance: Some(ratio.variance), of_weights: ratio.of_weights };
    let share = WeightedMethod::Score.limits(&ratio.parts, &spread).ok_or(WeightedError::NoTrials)?;
    let failed = 1.0 - ratio.share;
    let value = ratio.trials * failed;
    let by_number = z * failed * ratio.variance_of_trials.max(0.0).sqrt();
    let together = (ratio.variance * ratio.variance_of_trials).sqrt();
    // Of the failures: where more trials go with a higher share of successes, they go with a lower share of failures.
    let correlation =
        if together > 0.0 { (-ratio.covariance_with_trials / together).clamp(-1.0, 1.0) } else { 0.0 };
    let combined = |by_share: f64| {
        let squares = by_share * by_share + by_number * by_number + 2.0 * correlation * by_share * by_number;
        squares.max(0.0).sqrt()
    };
    let found: u64 = strata.iter().map(|sample| sample.trials.saturating_sub(sample.successes)).sum();
    let low = value - combined(ratio.trials * (share.high - ratio.share));
    let high = value + combined(ratio.trials * (ratio.share - share.low));
    Ok(EstimatedTotal { value, limits: Limits { low: low.max(float(found)), high } })
}

/// The ratio of two estimated totals and its parts.
struct Ratio {
    share: f64,
    /// The estimated number of trials in the whole.
    trials: f64,
    variance: f64,
    variance_of_trials: f64,
    covariance_with_trials: f64,
    /// The part of the variance that comes from weights being estimated.
    of_weights: f64,
    design_effect: f64,
    nothing_varied: bool,
    degrees: u64,
    parts: Vec<Part>,
}

impl Ratio {
    fn of(strata: &[SampledClusters]) -> Result<Self, WeightedError> {
        let (mut trials, mut successes, mut degrees) = (0.0, 0.0, 0);
        for (stratum, sample) in strata.iter().enumerate() {
            let [population, sampled, m, y] = sample.counts();
            if sampled > population {
                return Err(WeightedError::SampleTooLarge { stratum, population, sampled });
            }
            if y > m {
                return Err(WeightedError::TooManySuccesses { stratum, trials: m, successes: y });
            }
            if population == 0 {
                continue;
            }
            if sampled == 0 {
                return Err(WeightedError::NotSampled { stratum, population });
            }
            if sampled == 1 && population > 1 {
                return Err(WeightedError::OneRecord { stratum });
            }
            trials += sample.factor() * float(m);
            successes += sample.factor() * float(y);
            degrees += if sample.complete() { 0 } else { sampled - 1 };
        }
        if trials <= 0.0 {
            return Err(WeightedError::NoTrials);
        }
        let share = successes / trials;
        let mut ratio = Self {
            share,
            trials,
            variance: 0.0,
            variance_of_trials: 0.0,
            covariance_with_trials: 0.0,
            of_weights: 0.0,
            design_effect: 1.0,
            nothing_varied: false,
            degrees,
            parts: Vec::with_capacity(strata.len()),
        };
        let (mut as_one, mut one_by_one) = (0.0, 0.0);
        for sample in strata.iter().filter(|sample| sample.trials > 0) {
            let (n, size, m) = (float(sample.sampled), float(sample.population), float(sample.trials));
            let unseen = if sample.complete() { 0.0 } else { (size - n) / (size - 1.0) };
            let own = float(sample.successes) / m;
            ratio.parts.push(Part {
                weight: sample.factor() * m / trials,
                share: own,
                effective: m / unseen,
            });
            let squared = sample.factor() * sample.factor() * unseen;
            as_one += squared * sample.trials_squared;
            one_by_one += squared * m;
        }
        for sample in strata.iter().filter(|sample| sample.population > 0) {
            let m = float(sample.trials);
            let (residual, squares, with_trials) = sample.residuals(share);
            ratio.variance += sample.covariance_of_totals(squares, residual, residual) / (trials * trials);
            ratio.variance_of_trials += sample.covariance_of_totals(sample.trials_squared, m, m);
            ratio.covariance_with_trials += sample.covariance_of_totals(with_trials, residual, m) / trials;
            if sample.trials > 0 {
                let off = float(sample.successes) / m - share;
                let number = sample.covariance_of_totals(sample.trials_squared, m, m);
                ratio.of_weights += off * off * number / (trials * trials);
            }
        }
        ratio.variance = ratio.variance.max(0.0);
        let plain = sum(&ratio.parts, |part| part.variance_at(part.share));
        ratio.nothing_varied = effective(share, ratio.variance).is_none() || plain <= 0.0;
        let estimated = if ratio.nothing_varied { as_one / one_by_one } else { ratio.variance / plain };
        // 0 / 0 if everything was looked at.
        ratio.design_effect = if estimated.is_finite() { estimated.max(1.0) } else { 1.0 };
        for part in &mut ratio.parts {
            part.effective /= ratio.design_effect;
        }
        Ok(ratio)
    }

    fn z(&self, confidence: Confidence) -> f64 {
        if self.degrees == 0 {
            return confidence.quantile();
        }
        student::upper_quantile(float(self.degrees), confidence.risk() / 2.0)
    }
}

#[cfg(test)]
mod tests;
