//! Weighted shares of records against another program, and at the edges.

use super::*;
use crate::{
    Limits,
    reference::{agree, designs},
    wilson,
};

const fn stratum(population: u64, sampled: u64, successes: u64) -> SampledStratum {
    SampledStratum { population, sampled, successes }
}

fn by(method: WeightedMethod, strata: &[SampledStratum]) -> Result<WeightedShare, WeightedError> {
    weighted_share(strata, method, Confidence::NinetyFive)
}

#[test]
fn shares_and_limits_agree_with_another_program() {
    let designs = designs("records");
    assert_eq!(designs.len(), 16);
    for design in designs {
        let strata: Vec<SampledStratum> = design
            .strata
            .iter()
            .map(|(population, sample)| {
                stratum(*population, sample.len() as u64, sample.iter().map(|record| record.1).sum())
            })
            .collect();
        let ours = by(design.method.parse().unwrap(), &strata).unwrap();
        let numbers =
            [ours.share, ours.variance.unwrap(), ours.design_effect, ours.limits.low, ours.limits.high];
        for (ours, expected) in numbers.iter().zip(&design.expected) {
            assert!(
                agree(*ours, *expected, 1e-11),
                "{} of {:?}: {ours}, {expected}",
                design.method,
                design.strata
            );
        }
    }
}

#[test]
fn one_stratum_of_a_very_large_whole_is_a_simple_sample() {
    for (sampled, successes) in [(30, 24), (30, 30), (12, 0), (1, 1)] {
        let alone = [stratum(1_000_000_000_000, sampled, successes)];
        let simple = wilson(successes, sampled, Confidence::NinetyFive).unwrap();
        for method in [WeightedMethod::Score, WeightedMethod::Mover] {
            let ours = by(method, &alone).unwrap().limits;
            assert!(
                (ours.low - simple.low).abs() < 1e-9 && (ours.high - simple.high).abs() < 1e-9,
                "{ours:?}"
            );
        }
    }
}

#[test]
fn a_complete_count_is_a_point_whatever_the_method() {
    for method in WeightedMethod::ALL {
        let all = by(method, &[stratum(40, 40, 30), stratum(1, 1, 1), stratum(0, 0, 0)]).unwrap();
        let share = 31.0 / 41.0;
        assert!(
            (all.share - share).abs() < 1e-15 && (all.limits.low - all.limits.high).abs() < 1e-12,
            "{all:?}"
        );
        assert!((all.limits.low - share).abs() < 1e-12, "{method}: {all:?}");
        assert_eq!(all.notes, [Note::Complete { stratum: 0 }, Note::Complete { stratum: 1 }]);
        assert_eq!(all.effective, None);
    }
}

#[test]
fn strata_without_a_failure_are_named_and_still_widen_the_interval() {
    let strata = [stratum(10_000, 60, 60), stratum(500, 60, 40)];
    let score = by(WeightedMethod::Score, &strata).unwrap();
    assert_eq!(score.notes, [Note::NoVariation { stratum: 0 }]);
    // 60 of 60 agree with 94% by Wilson: the large stratum may pull the whole that far.
    assert!(score.limits.low < 0.94, "{score:?}");
    // Wald sees no variance in the large stratum.
    assert!(by(WeightedMethod::Wald, &strata).unwrap().limits.low > 0.975);
    for method in WeightedMethod::ALL {
        let full = by(method, &[stratum(100, 10, 10), stratum(100, 10, 10)]).unwrap();
        assert_eq!((full.share, full.limits.high), (1.0, 1.0), "{method}");
        assert_eq!(full.limits.low < 1.0, method != WeightedMethod::Wald, "{method}");
        let none = by(method, &[stratum(100, 10, 0), stratum(100, 10, 0)]).unwrap();
        assert!((none.limits.high - (1.0 - full.limits.low)).abs() < 1e-12, "{method}");
    }
}

#[test]
fn what_cannot_be_estimated_is_refused_with_its_stratum() {
    use WeightedError::{NoTrials, NotSampled, OneRecord, SampleTooLarge, TooManySuccesses};
    let fine = stratum(100, 10, 9);
    let fault = |second| by(WeightedMethod::Wald, &[fine, second]).unwrap_err();
    assert_eq!(fault(stratum(100, 0, 0)), NotSampled { stratum: 1, population: 100 });
    assert_eq!(fault(stratum(3, 4, 0)), SampleTooLarge { stratum: 1, population: 3, sampled: 4 });
    assert_eq!(fault(stratum(100, 4, 5)), TooManySuccesses { stratum: 1, trials: 4, successes: 5 });
    assert_eq!(fault(stratum(100, 1, 1)), OneRecord { stratum: 1 });
    assert_eq!(fault(stratum(100, 0, 0)).to_string(), "stratum 2 has 100 records and none in the sample");
    assert_eq!(by(WeightedMethod::Score, &[]), Err(NoTrials));
    assert_eq!(by(WeightedMethod::Score, &[stratum(0, 0, 0)]), Err(NoTrials));
    // The score method takes its variance from the value tried, so one record is little, but something.
    assert_eq!(by(WeightedMethod::Score, &[fine, stratum(100, 1, 1)]).unwrap().variance, None);
}

proptest::proptest! {
    #[test]
    fn limits_are_numbers_in_order_around_the_share(
        rows in proptest::collection::vec((1..50_000_u64, 0.0..=1.0_f64, 0.0..=1.0_f64), 1..9),
    ) {
        let strata: Vec<SampledStratum> = rows
            .iter()
            .map(|(population, drawn, good)| {
                let sampled = crate::count::floor(drawn * float(*population)).max(1);
                stratum(*population, sampled, crate::count::floor(good * float(sampled)))
            })
            .collect();
        for method in WeightedMethod::ALL {
            let Ok(ours) = by(method, &strata) else { continue };
            let Limits { low, high } = ours.limits;
            proptest::prop_assert!(0.0 <= low && low <= ours.share + 1e-12, "{method} {ours:?}");
            proptest::prop_assert!(ours.share - 1e-12 <= high && high <= 1.0, "{method} {ours:?}");
            // Successes and failures exchanged: the interval is mirrored.
            let mirrored: Vec<SampledStratum> = strata
                .iter()
                .map(|counts| SampledStratum { successes: counts.sampled - counts.successes, ..*counts })
                .collect();
            let other = by(method, &mirrored).unwrap().limits;
            proptest::prop_assert!((low - (1.0 - other.high)).abs() < 1e-9, "{method} {ours:?} {other:?}");
        }
    }
}
