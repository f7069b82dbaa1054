//! What others may see tells no small count of a stratum.

use super::*;
use crate::score::{Estimate, Rate};
use proptest::prelude::*;
use rulebook::FigureId;

/// A stratum, or all together, in which so many crimes were due, recorded, and recorded under the right class.
fn rates(stratum: Option<String>, [due, recorded, right]: [u64; 3]) -> Rates {
    let name = stratum.clone().unwrap_or_else(|| "all".to_owned());
    let id = |what: &str| FigureId::of(&["audit", &name, what]);
    let count = |what: &str, count: u64| Figure::new(id(what), what, Value::Count(count));
    let rate = |measure: Measure, part: u64, whole: u64| Rate {
        measure,
        part: Known::Is(part),
        whole: Known::Is(whole),
        estimate: if stratum.is_none() { Estimate::OfTheWhole } else { Estimate::OfTheSample },
        figure: Figure::new(id(measure.id()), measure.label(), Value::Share { part, whole }),
    };
    Rates {
        force: None,
        counts: vec![count("due", due), count("recorded", recorded), count("missing", due - recorded)],
        rates: vec![rate(Measure::Compliance, recorded, due), rate(Measure::Classified, right, recorded)],
        stratum,
        population: None,
        examined: due,
        sources: Vec::new(),
    }
}

fn answer(strata: &[[u64; 3]]) -> Answer {
    let mut all: Vec<Rates> =
        strata.iter().enumerate().map(|(at, counts)| rates(Some(format!("s{at}")), *counts)).collect();
    all.push(rates(None, [0, 1, 2].map(|at| strata.iter().map(|counts| counts[at]).sum())));
    let figures = all.iter().flat_map(figures).collect();
    Answer { figures, rates: all, ..Answer::default() }
}

fn shown(answer: &Answer, id: &str) -> bool {
    answer.figure(id).unwrap().value != Value::Suppressed
}

proptest! {
    #[test]
    fn no_small_count_is_shown_nor_left_alone(
        strata in prop::collection::vec((0_u64..30, 0_u64..8, 0_u64..8), 1..6),
    ) {
        let strata: Vec<[u64; 3]> = strata
            .into_iter()
            .map(|(right, wrong, missing)| [right + wrong + missing, right + wrong, right])
            .collect();
        let open = answer(&strata).for_others(5);
        for (measure, cells) in [
            (Measure::Compliance, [1, 0]),
            (Measure::Classified, [2, 1]),
        ] {
            let cells = |counts: &[u64; 3]| [counts[cells[0]], counts[cells[1]] - counts[cells[0]]];
            let mut hidden = Vec::new();
            for (at, counts) in strata.iter().enumerate() {
                if shown(&open, &format!("audit.s{at}.{measure}")) {
                    prop_assert!(cells(counts).iter().all(|count| !small(*count, 5)), "s{at} {measure}");
                } else {
                    hidden.push(cells(counts));
                }
            }
            if hidden.len() == strata.len() {
                continue;
            }
            prop_assert!(hidden.len() != 1, "{measure} of one stratum alone");
            for at in 0..2 {
                prop_assert!(!small(hidden.iter().map(|cells| cells[at]).sum(), 5), "{measure}");
            }
        }
        for at in 0..strata.len() {
            let is = |what: &str| shown(&open, &format!("audit.s{at}.{what}"));
            prop_assert!(is("compliance") || !(is("classified") || is("due") || is("recorded") || is("missing")));
        }
        // What is recorded and what is missing tell each other.
        prop_assert_eq!(shown(&open, "audit.all.recorded"), shown(&open, "audit.all.missing"));
        let missing: u64 = strata.iter().map(|counts| counts[0] - counts[1]).sum();
        prop_assert!(!(small(missing, 5) && shown(&open, "audit.all.missing")));
    }
}

proptest! {
    #[test]
    fn what_is_shown_of_all_strata_is_too_little_to_solve_for_those_left_out(
        strata in prop::collection::vec((0_u64..30, 0_u64..8, 0_u64..8), 1..6),
    ) {
        let strata: Vec<[u64; 3]> = strata
            .into_iter()
            .map(|(right, wrong, missing)| [right + wrong + missing, right + wrong, right])
            .collect();
        let mut exact = answer(&strata);
        let wrong = |counts: &[u64; 3]| counts[1] - counts[2];
        exact.confusion = by_group([("8N", "105A", strata.iter().map(wrong).sum::<u64>())], 0, &Classes::listed());
        let open = exact.for_others(5);
        let all = open.rates.last().unwrap();
        for (measure, sums) in [
            (Measure::Compliance, vec![shown(&open, "audit.all.recorded"), shown(&open, "audit.all.missing")]),
            (Measure::Classified, vec![open.confusion.pairs.iter().any(|pair| pair.crimes.is_some())]),
        ] {
            let hidden = (0..strata.len()).filter(|at| !shown(&open, &format!("audit.s{at}.{measure}"))).count();
            // A reader has one equation from the sum and one from the estimate, whose weights differ.
            let rate = all.rate(measure).unwrap();
            let sum = sums.into_iter().any(|sum| sum) || matches!(rate.part, Known::Is(_));
            let equations = usize::from(sum) + usize::from(rate.figure.value != Value::Suppressed);
            prop_assert!(hidden == 0 || hidden > equations, "{measure}: {hidden} unknown, {equations} equations");
        }
    }
}

#[test]
fn of_one_stratum_the_estimate_goes_with_the_rate() {
    let open = answer(&[[40, 37, 37]]).for_others(5);
    assert!(!shown(&open, "audit.s0.compliance") && !shown(&open, "audit.all.compliance"));
    let open = answer(&[[40, 37, 37], [60, 50, 50]]).for_others(5);
    assert!(!shown(&open, "audit.s1.compliance") && shown(&open, "audit.all.compliance"));
}
