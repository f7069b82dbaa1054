//! The share of the whole from a sample of records by strata, each record a success or not.

use crate::{
    Confidence, Note, WeightedError, WeightedMethod, WeightedShare,
    count::float,
    weighted::{Part, Spread, effective, sum},
};

/// A stratum of which a simple random sample was drawn without replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampledStratum {
    /// How many records it has.
    pub population: u64,
    /// How many of them were sampled.
    pub sampled: u64,
    /// How many of those were successes.
    pub successes: u64,
}

/// The share of successes in all strata together, each weighted with its records, and its interval by `method`.
///
/// Where part of a stratum was sampled without replacement, the sample counts as n (N − 1) / (N − n) trials: the variance of
/// its share is that much smaller (W. G. Cochran, "Sampling Techniques", third edition 1977, section 3.4). A stratum that was
/// looked at completely adds nothing to the interval, one without records is left out, and one record of several is enough
/// for [`WeightedMethod::Score`] and [`WeightedMethod::Mover`].
///
/// # Errors
///
/// [`WeightedError`]: a stratum without sample, counts that contradict each other, or one record in a stratum for a method
/// that has to estimate how records differ there.
///
/// ```
/// use statistics::{Confidence, SampledStratum, WeightedMethod, weighted_share};
/// let incidents = SampledStratum { population: 12_000, sampled: 100, successes: 92 };
/// let referrals = SampledStratum { population: 300, sampled: 60, successes: 42 };
/// let both = weighted_share(&[incidents, referrals], WeightedMethod::Score, Confidence::NinetyFive)?;
/// // 12,000 of 12,300 at 92% and 300 at 70%.
/// assert_eq!(format!("{:.4}", both.share), "0.9146");
/// assert_eq!(format!("{:.3} to {:.3}", both.limits.low, both.limits.high), "0.847 to 0.953");
/// # Ok::<(), statistics::WeightedError>(())
/// ```
pub fn weighted_share(
    strata: &[SampledStratum],
    method: WeightedMethod,
    confidence: Confidence,
) -> Result<WeightedShare, WeightedError> {
    let mut notes = Vec::new();
    let whole: f64 = strata.iter().map(|stratum| float(stratum.population)).sum();
    let mut parts = Vec::with_capacity(strata.len());
    let mut variance = Some(0.0);
    let mut needs_more = None;
    for (stratum, counts) in strata.iter().enumerate() {
        let SampledStratum { population, sampled, successes } = *counts;
        if sampled > population {
            return Err(WeightedError::SampleTooLarge { stratum, population, sampled });
        }
        if successes > sampled {
            return Err(WeightedError::TooManySuccesses { stratum, trials: sampled, successes });
        }
        if population == 0 {
            continue;
        }
        if sampled == 0 {
            return Err(WeightedError::NotSampled { stratum, population });
        }
        let (n, size) = (float(sampled), float(population));
        let share = float(successes) / n;
        let weight = size / whole;
        parts.push(Part { weight, share, effective: n * (size - 1.0).max(0.0) / (size - n) });
        if sampled == population {
            // 0 / 0 for a population of one: it is complete like any other.
            parts.last_mut().into_iter().for_each(|part| part.effective = f64::INFINITY);
            notes.push(Note::Complete { stratum });
            continue;
        }
        if successes == 0 || successes == sampled {
            notes.push(Note::NoVariation { stratum });
        }
        if sampled == 1 {
            variance = None;
            needs_more = needs_more.or(Some(stratum));
        }
        variance = variance
            .map(|sum: f64| sum + weight * weight * share * (1.0 - share) / (n - 1.0) * (1.0 - n / size));
    }
    if parts.is_empty() {
        return Err(WeightedError::NoTrials);
    }
    let share = sum(&parts, |part| part.weight * part.share).clamp(0.0, 1.0);
    let spread = Spread { z: confidence.quantile(), variance, of_weights: 0.0 };
    let limits = method
        .limits(&parts, &spread)
        .ok_or(WeightedError::OneRecord { stratum: needs_more.unwrap_or_default() })?;
    let sampled = strata.iter().map(|stratum| stratum.sampled).sum();
    Ok(WeightedShare {
        share,
        limits,
        method,
        confidence,
        sampled,
        trials: sampled,
        variance,
        effective: variance.and_then(|variance| effective(share, variance)),
        design_effect: 1.0,
        notes,
    })
}

#[cfg(test)]
mod tests;
