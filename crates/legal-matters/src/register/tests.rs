//! Against registers whose truth is known, and on small ones.

use rulebook::day;
use synthetic::Counted;
use table::Source;

use super::*;
use crate::{Answer, Inputs, examine, read};

fn answer(register: &str, settings: &str, as_at: NaiveDate) -> Answer {
    let inputs = Inputs {
        claims: Some(Source::new("legal/claims.csv", register.as_bytes())),
        claim_settings: Some(Source::new("legal/claims.toml", settings.as_bytes())),
        ..Inputs::default()
    };
    examine(&read(&inputs).unwrap(), None, as_at)
}

fn value(answer: &Answer, id: &str) -> Value {
    answer.figures.iter().find(|figure| figure.id.as_str() == id).unwrap().value.clone()
}

/// Every claim, line by line, must be what it was made as: nothing missed, nothing found that is not there.
#[test]
fn the_truth_of_a_synthetic_register_is_found() {
    for seed in (0..20).chain([synthetic::EXAMPLE_SEED]) {
        let made = synthetic::claims(seed);
        let register = answer(&made.register_csv, &made.settings_toml, day(2014, 4, 2)).register.unwrap();
        assert_eq!(register.judged.len(), made.truth.len());
        let line = |index: usize| register.judged[index].place.row.unwrap();
        for (judged, truth) in register.judged.iter().zip(&made.truth) {
            assert_eq!(judged.place.row, Some(truth.line));
            let found = match judged.verdict {
                Verdict::Distinct => "distinct".to_owned(),
                Verdict::Duplicate { of, kind, .. } => format!("duplicate of {}: {kind}", line(of)),
                Verdict::Undecided { against, .. } => format!("undecided with {}", line(against)),
            };
            let expected = match truth.counted {
                Counted::Distinct => "distinct".to_owned(),
                Counted::Duplicate { of, kind } => format!("duplicate of {of}: {kind}"),
                Counted::Undecided { against } => format!("undecided with {against}"),
            };
            assert_eq!(found, expected, "seed {seed}, line {}", truth.line);
            let in_time_in_truth = truth.presented <= truth.last_day;
            assert_eq!(
                in_time(judged.timing) == InTime::Yes,
                in_time_in_truth,
                "seed {seed}, line {}",
                truth.line
            );
            assert_eq!(judged.state.to_string(), truth.state);
        }
    }
}

#[test]
fn the_figures_of_a_synthetic_register_are_the_sums_of_its_truth() {
    let made = synthetic::claims(synthetic::EXAMPLE_SEED);
    let answer = answer(&made.register_csv, &made.settings_toml, day(2014, 4, 2));
    let distinct: Vec<_> = made.truth.iter().filter(|claim| claim.counted == Counted::Distinct).collect();
    let late = distinct.iter().filter(|claim| claim.presented > claim.last_day).count() as u64;
    let count = |id: &str| {
        let value = value(&answer, id);
        if let Value::Count(n) = value { n } else { panic!("{id} is {value:?}") }
    };
    assert_eq!((count("claims.in"), count("claims.distinct")), (497, 427));
    assert_eq!((count("claims.duplicates"), count("claims.undecided")), (58, 12));
    assert_eq!((count("claims.distinct-at-least"), count("claims.distinct-at-most")), (427, 439));
    assert_eq!(count("claims.out-of-time"), late);
    assert_eq!(count("claims.in-time") + count("claims.out-of-time"), 427);
    assert_eq!(count("claims.stayed") + count("claims.proceeding") + count("claims.withdrawn"), 427);
    assert_eq!(count("claims.duplicates.in-two-multiples"), 13);
    let cells = answer.register.unwrap().timing_by_state;
    assert_eq!(cells.len(), 9);
    assert_eq!(cells.iter().map(|(_, _, n)| n).sum::<u64>(), 427);
}

#[test]
fn no_finding_or_figure_about_a_register_names_a_person() {
    let made = synthetic::claims(5);
    let answer = answer(&made.register_csv, &made.settings_toml, day(2014, 4, 2));
    assert_eq!(answer.findings.iter().filter(|finding| finding.record.starts_with("line ")).count(), 58 + 12);
    let said = format!(
        "{:?}",
        answer.findings.iter().map(|f| (&f.record, &f.values, &f.sentence)).collect::<Vec<_>>()
    ) + &format!(
        "{:?}",
        answer.figures.iter().map(|f| (&f.label, &f.value, &f.working)).collect::<Vec<_>>()
    );
    for row in made.register_csv.lines().skip(1) {
        for personal in row.split(',').skip(1).take(4).filter(|cell| cell.len() > 4 && *cell != "not known") {
            assert!(!said.contains(personal), "{personal}");
        }
    }
}

const HEADER: &str =
    "claim,claimant,date_of_birth,warrant_number,respondent,act_date,presented,head,multiple,state,note\n";

#[test]
fn a_claim_presented_later_is_not_used() {
    let register = format!(
        "{HEADER}1,Ona Bel,1960-01-01,,Force K,2012-01-01,2012-02-01,age,,stayed,\n\
         2,Ona Bel,1960-01-01,,Force K,2012-01-01,2013-02-01,age,,stayed,\n"
    );
    let early = answer(&register, "", day(2013, 1, 31));
    assert_eq!(value(&early, "claims.in"), Value::Count(1));
    assert_eq!(value(&early, "claims.duplicates"), Value::Count(0));
    let then = answer(&register, "", day(2013, 2, 1));
    assert_eq!(value(&then, "claims.in"), Value::Count(2));
    assert_eq!(value(&then, "claims.duplicates.reissued-later"), Value::Count(1));
}

#[test]
fn a_stay_is_not_known_before_its_first_day() {
    let settings = "stay_ordered_by = \"President\"\nstay_from = \"2013-03-01\"\n";
    let ids = |as_at| {
        let answer = answer(HEADER, settings, as_at);
        answer.figures.iter().filter(|figure| figure.id.as_str().starts_with("claims.stay.")).count()
    };
    assert_eq!((ids(day(2013, 2, 28)), ids(day(2013, 3, 1))), (0, 3));
}

#[test]
fn how_claims_stood_is_not_said_before_the_stay() {
    let register = format!("{HEADER}1,Ona Bel,1960-01-01,,Force K,2012-01-01,2012-02-01,age,,stayed,\n");
    let settings = "stay_from = \"2013-03-01\"\n";
    for state in ["claims.stayed", "claims.proceeding", "claims.withdrawn"] {
        let eve = answer(&register, settings, day(2013, 2, 28));
        assert_eq!(value(&eve, state), Value::Withheld("the stay had not begun".to_owned()), "{state}");
        assert_eq!(value(&eve, "claims.distinct"), Value::Count(1));
        for (settings, as_at) in [(settings, day(2013, 3, 1)), ("", day(2013, 2, 28))] {
            assert!(matches!(value(&answer(&register, settings, as_at), state), Value::Count(_)), "{state}");
        }
    }
}

#[test]
fn a_rejected_row_withholds_every_count() {
    let register = format!(
        "{HEADER}1,Ona Bel,1960-01-01,,Force K,2012-01-01,2012-02-01,age,,stayed,\n\
         2,Ona Bel,1960-01-01,,Force K,2012-02-30,2013-02-01,age,,stayed,\n"
    );
    let answer = answer(&register, "", day(2014, 1, 1));
    let reason = "rows of legal/claims.csv rejected".to_owned();
    let counts = answer.figures.iter().filter(|figure| figure.unit == "claims");
    assert!(counts.clone().count() >= 16);
    for figure in counts {
        assert_eq!(figure.value, Value::Withheld(reason.clone()), "{}", figure.id);
    }
    assert_eq!(answer.findings[0].severity, Severity::Error);
}

#[test]
fn large_registers_take_time_in_proportion() {
    // One person 20,000 times and 20,000 namesakes without birth dates: comparing every pair would take minutes.
    let rows = (0..20_000).flat_map(|n| {
        [("a", "Ona Bel,1960-01-01,".to_owned()), ("b", format!("Una Bel,,W{n}"))]
            .map(|(set, who)| format!("{set}{n},{who},Force K,2012-01-01,2012-02-01,age,,stayed,\n"))
    });
    let register: String = std::iter::once(HEADER.to_owned()).chain(rows).collect();
    let register = answer(&register, "", day(2014, 1, 1)).register.unwrap();
    assert_eq!((register.counts.distinct, register.counts.duplicates), (20_001, 19_999));
}
