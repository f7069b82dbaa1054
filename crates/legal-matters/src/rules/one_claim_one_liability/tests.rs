//! Worked examples and what must hold of every register.

use proptest::prelude::*;
use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    claims: Vec<[String; 9]>,
}

/// name, birth date, warrant number, respondent, act, presented, head, multiple, state
fn claim(cells: &[String; 9]) -> Claim {
    let [claimant, birth, warrant, respondent, act, presented, head, multiple, state] = cells;
    Claim {
        number: "1".into(),
        claimant: claimant.clone(),
        date_of_birth: birth.parse().unwrap(),
        warrant_number: warrant.parse().unwrap(),
        respondent: respondent.clone(),
        act_date: act.parse().unwrap(),
        presented: presented.parse().unwrap(),
        head: head.clone(),
        multiple: multiple.parse().unwrap(),
        state: ClaimState::ALL.into_iter().find(|known| known.to_string() == *state).unwrap(),
    }
}

fn told(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Distinct => "distinct".into(),
        Verdict::Duplicate { of, kind, .. } => format!("duplicate of {}: {kind}", of + 1),
        Verdict::Undecided { against, why } => format!("undecided with {}: {why}", against + 1),
    }
}

#[test]
fn worked_examples() {
    casebook::check(include_str!("../../../cases/one-claim-one-liability.toml"), |facts: &Facts| {
        let claims: Vec<Claim> = facts.claims.iter().map(claim).collect();
        verdicts(&claims.iter().collect::<Vec<_>>()).iter().map(told).collect::<Vec<String>>()
    });
}

/// Few values for each field, so that claims meet in every combination.
fn any_claim() -> impl Strategy<Value = Claim> {
    let one_of = |values: &'static [&'static str]| prop::sample::select(values).prop_map(str::to_owned);
    (
        one_of(&["Ona Bel", "ona-bel", "Ona Belt"]),
        one_of(&["1960-01-01", "1961-01-01", ""]),
        one_of(&["7", "8", "not known"]),
        one_of(&["2012-01-01", "2012-01-02"]),
        one_of(&["2012-05-01", "2013-05-01"]),
        one_of(&["M1", "M2", ""]),
        one_of(&["stayed", "withdrawn"]),
    )
        .prop_map(|(name, birth, warrant, act, presented, multiple, state)| {
            claim(&[name, birth, warrant, "A".into(), act, presented, "age".into(), multiple, state])
        })
}

proptest! {
    #[test]
    fn every_claim_is_answered_and_points_at_one_that_is_counted(claims in prop::collection::vec(any_claim(), 0..12)) {
        let claims: Vec<&Claim> = claims.iter().collect();
        let answers = verdicts(&claims);
        prop_assert_eq!(answers.len(), claims.len());
        for answer in &answers {
            match answer {
                Verdict::Distinct => {}
                Verdict::Duplicate { of, .. } => {
                    let first_of_its_kind = !matches!(answers[*of], Verdict::Duplicate { .. });
                    prop_assert!(first_of_its_kind);
                }
                Verdict::Undecided { against, .. } => {
                    let first_of_its_kind = !matches!(answers[*against], Verdict::Duplicate { .. });
                    prop_assert!(first_of_its_kind);
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_rows_does_not_change_the_counts(claims in prop::collection::vec(any_claim(), 0..12), turn in 0..12_usize) {
        let count = |claims: &[Claim]| {
            let answers = verdicts(&claims.iter().collect::<Vec<_>>());
            let of = |wanted: fn(&Verdict) -> bool| answers.iter().filter(|answer| wanted(answer)).count();
            (of(|v| matches!(v, Verdict::Distinct)), of(|v| matches!(v, Verdict::Undecided { .. })))
        };
        let mut turned = claims.clone();
        turned.reverse();
        if !turned.is_empty() {
            let by = turn % turned.len();
            turned.rotate_left(by);
        }
        prop_assert_eq!(count(&claims), count(&turned));
    }

    /// Against a slow reading of the rule: every pair compared.
    #[test]
    fn agrees_with_comparing_every_pair(claims in prop::collection::vec(any_claim(), 0..9)) {
        let claims: Vec<&Claim> = claims.iter().collect();
        // A person without a number has the number of the others of the same name and birth date, if they have one.
        let identity = |claim: &Claim| {
            let mut own = Identity::of(claim);
            let same = |other: &&&Claim| {
                let other_is = Identity::of(other);
                Matter::of(other) == Matter::of(claim) && (other_is.name == own.name && other_is.birth == own.birth)
            };
            let numbers: std::collections::BTreeSet<_> =
                claims.iter().filter(same).filter_map(|other| Identity::of(other).warrant).collect();
            if own.birth.is_some() && own.warrant.is_none() && numbers.len() == 1 {
                own.warrant = numbers.into_iter().next();
            }
            own
        };
        let related = |a: &Claim, b: &Claim| {
            let (x, y) = (identity(a), identity(b));
            let births_differ = matches!((x.birth, y.birth), (Some(x), Some(y)) if x != y);
            let numbers_agree = x.warrant.is_some() && x.warrant == y.warrant;
            let numbers_differ = matches!((&x.warrant, &y.warrant), (Some(x), Some(y)) if x != y);
            let dated = x.birth.is_some() && y.birth.is_some();
            Matter::of(a) == Matter::of(b)
                && (numbers_agree || (x.name == y.name && !births_differ && (dated || !numbers_differ)))
        };
        // How many groups hang together: a claim opens one unless it is reached from an earlier one.
        let mut reached = vec![false; claims.len()];
        let mut groups = 0;
        for start in 0..claims.len() {
            if reached[start] {
                continue;
            }
            groups += 1;
            let mut open = vec![start];
            while let Some(at) = open.pop() {
                if !std::mem::replace(&mut reached[at], true) {
                    open.extend((0..claims.len()).filter(|other| related(claims[at], claims[*other])));
                }
            }
        }
        let distinct = verdicts(&claims).iter().filter(|v| **v == Verdict::Distinct).count();
        prop_assert_eq!(distinct, groups);
    }
}
