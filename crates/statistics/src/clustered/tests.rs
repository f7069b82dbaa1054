//! Shares of trials in clusters against another program, and at the edges.

use super::*;
use crate::{
    SampledStratum,
    reference::{agree, designs},
    weighted_share,
};

fn clusters(population: u64, records: &[(u64, u64)]) -> SampledClusters {
    let mut sample = SampledClusters::of(population);
    for (trials, successes) in records {
        sample.add(*trials, *successes);
    }
    sample
}

fn by(method: WeightedMethod, strata: &[SampledClusters]) -> Result<WeightedShare, WeightedError> {
    clustered_share(strata, method, Confidence::NinetyFive)
}

#[test]
fn shares_and_limits_agree_with_another_program() {
    let designs = designs("clusters");
    assert_eq!(designs.len(), 12);
    for design in designs {
        let strata: Vec<SampledClusters> =
            design.strata.iter().map(|(population, sample)| clusters(*population, sample)).collect();
        let ours = by(design.method.parse().unwrap(), &strata).unwrap();
        let numbers =
            [ours.share, ours.variance.unwrap(), ours.design_effect, ours.limits.low, ours.limits.high];
        for (ours, expected) in numbers.iter().zip(&design.expected) {
            assert!(
                agree(*ours, *expected, 1e-10),
                "{} of {:?}: {ours}, {expected}",
                design.method,
                design.strata
            );
        }
    }
}

#[test]
fn records_of_one_trial_are_a_plain_sample_but_for_t() {
    let [first, second] = [(4_000, 90, 10), (600, 150, 50)];
    let strata = [first, second].map(|(population, good, bad)| {
        clusters(population, &[vec![(1, 1); good], vec![(1, 0); bad]].concat())
    });
    let plain = [first, second].map(|(population, good, bad)| SampledStratum {
        population,
        sampled: (good + bad) as u64,
        successes: good as u64,
    });
    let ours = by(WeightedMethod::Score, &strata).unwrap();
    let theirs = weighted_share(&plain, WeightedMethod::Score, Confidence::NinetyFive).unwrap();
    assert!((ours.share - theirs.share).abs() < 1e-14);
    assert!(agree(ours.variance.unwrap(), theirs.variance.unwrap(), 1e-12));
    // t with 298 degrees of freedom is 1.968 and not 1.960; the design effect is that of n - 1 for n.
    assert!((ours.limits.low - theirs.limits.low).abs() < 0.001, "{ours:?} {theirs:?}");
    assert!((1.0..1.02).contains(&ours.design_effect), "{ours:?}");
}

#[test]
fn records_that_stand_or_fall_as_one_count_once() {
    let pairs =
        by(WeightedMethod::Score, &[clusters(10_000_000, &[vec![(2, 2); 80], vec![(2, 0); 20]].concat())]);
    let singles =
        by(WeightedMethod::Score, &[clusters(10_000_000, &[vec![(1, 1); 80], vec![(1, 0); 20]].concat())]);
    let (pairs, singles) = (pairs.unwrap(), singles.unwrap());
    // 2 × 100 / 99: the sample variance divides by 99.
    assert!((pairs.design_effect - 200.0 / 99.0).abs() < 1e-4, "{pairs:?}");
    assert!(
        (pairs.limits.low - singles.limits.low).abs() < 1e-9 && (pairs.trials, singles.trials) == (200, 100)
    );
}

#[test]
fn if_all_came_out_alike_each_record_counts_once_and_that_is_said() {
    for method in [WeightedMethod::Score, WeightedMethod::Mover, WeightedMethod::EffectiveWilson] {
        let pairs = by(method, &[clusters(10_000_000, &[(2, 2); 100])]).unwrap();
        let singles = by(method, &[clusters(10_000_000, &[(1, 1); 100])]).unwrap();
        assert!((pairs.limits.low - singles.limits.low).abs() < 1e-12, "{method}");
        assert!(pairs.limits.low < 0.97 && (pairs.limits.high - 1.0).abs() < 1e-15, "{method}: {pairs:?}");
        assert_eq!(pairs.notes, [Note::NoVariation { stratum: 0 }, Note::NothingVaried]);
    }
    let total = total_of_failures(&[clusters(1_000, &[(2, 2); 100])], Confidence::NinetyFive).unwrap();
    assert!(
        total.value.abs() < 1e-9 && total.limits.low.abs() < 1e-9 && total.limits.high > 20.0,
        "{total:?}"
    );
}

#[test]
fn a_complete_count_is_a_point() {
    let all = [clusters(4, &[(1, 1), (2, 1), (0, 0), (3, 3)]), clusters(1, &[(2, 0)])];
    for method in WeightedMethod::ALL {
        let ours = by(method, &all).unwrap();
        assert!((ours.share - 5.0 / 8.0).abs() < 1e-15, "{ours:?}");
        assert!(
            (ours.limits.low - 0.625).abs() < 1e-12 && (ours.limits.high - 0.625).abs() < 1e-12,
            "{ours:?}"
        );
    }
    let total = total_of_failures(&all, Confidence::NinetyFive).unwrap();
    assert!((total.value - 3.0).abs() < 1e-12 && (total.limits.high - 3.0).abs() < 1e-9, "{total:?}");
}

#[test]
fn a_stratum_whose_sample_holds_no_trial_has_no_weight_and_that_is_said() {
    let some = clusters(500, &[vec![(1, 1); 45], vec![(1, 0); 5]].concat());
    let nothing = clusters(200, &[(0, 0); 20]);
    let ours = by(WeightedMethod::Score, &[some, nothing]).unwrap();
    assert_eq!(ours.notes, [Note::NoTrials { stratum: 1 }]);
    assert!((ours.share - 0.9).abs() < 1e-15 && ours.limits.low.is_finite(), "{ours:?}");
    assert_eq!(by(WeightedMethod::Score, &[nothing]), Err(WeightedError::NoTrials));
}

#[test]
fn what_cannot_be_estimated_is_refused_with_its_stratum() {
    let fine = clusters(100, &[(1, 1), (2, 1)]);
    let fault = |second| by(WeightedMethod::Score, &[fine, second]).unwrap_err();
    assert_eq!(fault(clusters(7, &[])), WeightedError::NotSampled { stratum: 1, population: 7 });
    assert_eq!(fault(clusters(7, &[(1, 1)])), WeightedError::OneRecord { stratum: 1 });
    assert_eq!(
        fault(clusters(7, &[(1, 2), (1, 1)])),
        WeightedError::TooManySuccesses { stratum: 1, trials: 2, successes: 3 }
    );
    assert_eq!(
        fault(clusters(1, &[(1, 1); 2])),
        WeightedError::SampleTooLarge { stratum: 1, population: 1, sampled: 2 }
    );
    assert!(total_of_failures(&[], Confidence::Ninety).is_err());
}

proptest::proptest! {
    #[test]
    fn limits_are_numbers_in_order_around_the_share(
        strata in proptest::collection::vec(
            (0..5_000_u64, proptest::collection::vec((0..5_u64, 0..5_u64), 2..40)), 1..6),
    ) {
        let strata: Vec<SampledClusters> = strata
            .iter()
            .map(|(more, records)| {
                let records: Vec<(u64, u64)> = records.iter().map(|(m, y)| (*m, *y.min(m))).collect();
                clusters(more + records.len() as u64, &records)
            })
            .collect();
        for method in WeightedMethod::ALL {
            let Ok(ours) = by(method, &strata) else { continue };
            let Limits { low, high } = ours.limits;
            proptest::prop_assert!(0.0 <= low && low <= ours.share + 1e-9, "{method} {ours:?}");
            proptest::prop_assert!(ours.share - 1e-9 <= high && high <= 1.0, "{method} {ours:?}");
        }
        if let Ok(total) = total_of_failures(&strata, Confidence::NinetyFive) {
            proptest::prop_assert!(total.limits.low <= total.value + 1e-6 && total.value <= total.limits.high + 1e-6, "{total:?}");
        }
    }
}
