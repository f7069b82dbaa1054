//! Ranks by numerical integration and by hand.

use super::*;

fn plan(model: RankModel, spread: RankSpread, draws: u32) -> RankPlan<'static> {
    RankPlan { model, spread, draws, seed: "tests", confidence: Confidence::NinetyFive }
}

#[test]
fn probabilities_are_those_of_numerical_integration() {
    let lines: Vec<Vec<&str>> = include_str!("../../data/ranks-scipy.csv")
        .lines()
        .skip(2)
        .map(|line| line.split(',').collect())
        .collect();
    let draws = 40_000;
    let mut compared = 0;
    for set in lines.chunk_by(|one, next| one[0] == next[0]) {
        let model = if set[0][1] == "Rates" { RankModel::Rates } else { RankModel::Shares };
        let tau: f64 = set[0][2].parse().unwrap();
        let spread = if tau == 0.0 { RankSpread::Unknown } else { RankSpread::Between(tau) };
        let units: Vec<(u64, f64)> =
            set.iter().map(|line| (line[3].parse().unwrap(), line[4].parse().unwrap())).collect();
        let ours = ranks(&units, &plan(model, spread, draws)).unwrap();
        for (line, unit) in set.iter().zip(&ours.units) {
            let expected: Vec<f64> = line[5..].iter().map(|cell| cell.parse().unwrap()).collect();
            let found = [unit.highest, unit.lowest, unit.top_quarter, unit.bottom_quarter];
            for (found, exact) in found.iter().zip(&expected) {
                // Five standard errors of a share of so many draws.
                let error = (exact * (1.0 - exact) / f64::from(draws)).sqrt();
                assert!((found - exact).abs() < 5.0 * error + 1e-4, "{line:?}: {unit:?}");
                compared += 1;
            }
            let error = expected[5] / f64::from(draws).sqrt();
            assert!((unit.expected - expected[4]).abs() < 5.0 * error + 1e-4, "{line:?}: {unit:?}");
        }
    }
    assert_eq!(compared, 4 * 41);
}

#[test]
fn the_same_seed_gives_the_same_ranks_and_another_seed_others() {
    let units = [(40, 10.0), (42, 10.0), (44, 10.0), (30, 9.0)];
    let of =
        |seed| ranks(&units, &RankPlan { seed, ..plan(RankModel::Rates, RankSpread::Unknown, 500) }).unwrap();
    assert_eq!(of("a"), of("a"));
    assert_ne!(of("a"), of("b"));
}

#[test]
fn ties_are_said() {
    let ranked = ranks(
        &[(5, 10.0), (10, 20.0), (9, 10.0), (1, 10.0)],
        &plan(RankModel::Rates, RankSpread::Unknown, 10),
    );
    let units = ranked.unwrap().units;
    let seen: Vec<(usize, usize)> = units.iter().map(|unit| (unit.observed, unit.tied_with)).collect();
    assert_eq!(seen, [(2, 1), (2, 1), (1, 0), (4, 0)]);
}

#[test]
fn units_far_apart_have_one_rank_each() {
    let units: Vec<(u64, f64)> = (1..=9_u64).map(|unit| (unit * 100_000, 1_000_000.0)).collect();
    for model in [RankModel::Rates, RankModel::Shares] {
        let ranked = ranks(&units, &plan(model, RankSpread::Unknown, 300)).unwrap();
        // A quarter of nine, rounded up.
        assert_eq!(ranked.quarter, 3);
        for (unit, rank) in ranked.units.iter().zip((1..=9_u32).rev()) {
            let place = usize::try_from(rank).unwrap();
            assert_eq!((unit.observed, unit.interval), (place, (place, place)));
            assert!((unit.expected - f64::from(rank)).abs() < 1e-12);
        }
    }
}

#[test]
fn what_cannot_be_ranked_is_refused() {
    let of =
        |units: &[(u64, f64)], model, spread, draws| ranks(units, &plan(model, spread, draws)).unwrap_err();
    let (rates, shares, unknown) = (RankModel::Rates, RankModel::Shares, RankSpread::Unknown);
    let two = [(1, 4.0), (2, 4.0)];
    assert_eq!(of(&two[..1], rates, unknown, 9), RankError::Units { units: 1 });
    assert_eq!(of(&vec![(1, 1.0); 2_001], rates, unknown, 9), RankError::Units { units: 2_001 });
    assert_eq!(of(&[(1, 1.0), (1, 0.0)], rates, unknown, 9), RankError::NoBase { at: 1 });
    assert_eq!(of(&[(1, 1.0), (1, f64::NAN)], rates, unknown, 9), RankError::NoBase { at: 1 });
    assert_eq!(of(&[(1, 1.0), (3, 2.0)], shares, unknown, 9), RankError::AboveOne { at: 1 });
    assert_eq!(of(&two, rates, unknown, 0), RankError::Draws { draws: 0 });
    assert_eq!(of(&two, rates, unknown, 1_000_001), RankError::Draws { draws: 1_000_001 });
    for tau in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e-200] {
        assert_eq!(of(&two, rates, RankSpread::Between(tau), 9), RankError::Spread, "{tau}");
    }
    assert_eq!(of(&[(0, 4.0), (0, 4.0)], rates, RankSpread::Between(0.2), 9), RankError::Spread);
    // Shares about 3/8 cannot spread more than the root of 5/3 of it.
    assert_eq!(of(&two, shares, RankSpread::Between(1.3), 9), RankError::Spread);
}
