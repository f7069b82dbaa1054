//! How often intervals cover: invented audits by the ten thousand, and where they can be enumerated, no chance at all.
//!
//! `design` is what is audited, `page` writes docs/studies/coverage-of-intervals.md.

pub mod design;
mod page;
mod simple;

use std::{
    fs,
    path::Path,
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use statistics::{
    Confidence, Limits, SampledClusters, SampledStratum, WeightedError, WeightedMethod, WeightedShare,
    clustered_share, total_of_failures, weighted_share,
};

use design::{Design, Population};

/// The seed of the published study.
const SEED: u64 = 2014;
/// How many audits of each design the published study holds.
const AUDITS: u32 = 20_000;
const CONFIDENCE: Confidence = Confidence::NinetyFive;

/// How many audits of a design covered the truth.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Covered {
    /// By [`WeightedMethod`], in the order of [`WeightedMethod::ALL`].
    pub share: [u32; 4],
    /// The number of crimes not recorded in the whole, where records hold several.
    pub total: Option<u32>,
    /// Of how many audits.
    pub audits: u32,
}

/// Makes the study, saying on the way how far it is. A program that was not built for release builds itself again for that.
///
/// # Errors
///
/// A message if the page cannot be written, or an audit cannot be estimated, which is a fault of the design.
pub fn run(top: &Path, mut say: impl FnMut(&str)) -> Result<(), String> {
    if cfg!(debug_assertions) {
        return in_release(top);
    }
    let designs = design::grid();
    say(&format!("{} designs, {AUDITS} audits each", designs.len()));
    let covered = in_threads(&designs, AUDITS).map_err(|error| error.to_string())?;
    let page = page::page(&designs, &covered, SEED);
    let folder = top.join("docs/studies");
    let path = folder.join("coverage-of-intervals.md");
    fs::create_dir_all(&folder).and_then(|()| fs::write(&path, page)).map_err(|error| error.to_string())?;
    say(&format!("{} is written", path.display()));
    Ok(())
}

fn in_release(top: &Path) -> Result<(), String> {
    let arguments = ["run", "--quiet", "--release", "--package", "xtask", "--", "coverage"];
    match Command::new("cargo").args(arguments).current_dir(top).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("cargo xtask coverage failed in release".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// Each design by one thread at a time; the result does not depend on how many threads there are.
fn in_threads(designs: &[Design], audits: u32) -> Result<Vec<Covered>, WeightedError> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(design) = designs.get(at) else { return done };
            done.push((at, covered(design, SEED.wrapping_mul(1_000_003).wrapping_add(at as u64), audits)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<_> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|thread| thread.join().unwrap_or_default()).collect()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, covered)| covered).collect()
}

/// Audits one invented whole `audits` times.
///
/// # Errors
///
/// What the estimators object to: a design that cannot be estimated.
pub fn covered(design: &Design, seed: u64, audits: u32) -> Result<Covered, WeightedError> {
    let mut population = Population::of(design, seed);
    let mut covered = Covered { audits, total: design.several().then_some(0), ..Covered::default() };
    // The truth may lie on a limit; a last digit shall not decide.
    let holds = |limits: Limits, truth: f64| {
        let slack = 1e-9 * truth;
        limits.low <= truth + slack && truth - slack <= limits.high
    };
    for _ in 0..audits {
        let strata = population.audit();
        for (method, count) in WeightedMethod::ALL.into_iter().zip(&mut covered.share) {
            let found = estimate(design, &strata, method)?;
            *count += u32::from(holds(found.limits, population.share()));
        }
        if let Some(count) = &mut covered.total {
            let found = total_of_failures(&strata, CONFIDENCE)?;
            *count += u32::from(holds(found.limits, population.missing()));
        }
    }
    Ok(covered)
}

fn estimate(
    design: &Design,
    strata: &[SampledClusters],
    method: WeightedMethod,
) -> Result<WeightedShare, WeightedError> {
    if design.several() {
        return clustered_share(strata, method, CONFIDENCE);
    }
    let plain: Vec<SampledStratum> = strata
        .iter()
        .map(|stratum| {
            let [population, sampled, _, successes] = stratum.counts();
            SampledStratum { population, sampled, successes }
        })
        .collect();
    weighted_share(&plain, method, CONFIDENCE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_covers_on_a_few_designs_and_wald_does_not() {
        let designs: Vec<Design> =
            design::grid().into_iter().filter(|design| design.sampled == 100 && design.strata == 3).collect();
        let audits = 400;
        let (mut of, mut sums) = (0, [0; 4]);
        for (seed, design) in designs.iter().enumerate() {
            let covered = covered(design, seed as u64, audits).unwrap();
            for (sum, count) in sums.iter_mut().zip(covered.share) {
                *sum += count;
            }
            // 95% of 400 is 380, with a Monte-Carlo standard deviation of 4.4. Discreteness moves the coverage of a single
            // design by up to two points, 8 of 400; four standard deviations more are 26.
            assert!(covered.share[0] >= 354, "{design:?}: {covered:?}");
            of += audits;
        }
        // Together: 24 designs of 400 have a standard deviation of 0.22 points; the mean over designs lies within a point of 95.
        let percent = sums.map(|sum| f64::from(sum) / f64::from(of) * 100.0);
        assert!((93.1..=96.9).contains(&percent[0]), "{percent:?}");
        assert!(percent[3] < percent[0] - 1.0, "{percent:?}");
    }

    #[test]
    fn the_same_seed_gives_the_same_audits() {
        let design = &design::grid()[0];
        assert_eq!(covered(design, 5, 50), covered(design, 5, 50));
        assert_ne!(covered(design, 5, 50), covered(design, 6, 50));
    }
}
