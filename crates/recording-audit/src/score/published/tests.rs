//! Counts as the inspections of 2014 gave them, with percentages and limits from elsewhere.

use super::*;
use crate::score::{read_counts, read_no_crimes};
use rulebook::day;
use table::Source;

fn scored(counts: &str, decisions: &str) -> Answer {
    let rows = read_counts(Source::new("counts.csv", counts.as_bytes())).unwrap();
    let decisions = read_no_crimes(Source::new("decisions.csv", decisions.as_bytes())).unwrap();
    score_counts(&rows, Some(&decisions), &Settings::new(day(2014, 12, 1)))
}

fn printed(answer: &Answer, id: &str) -> String {
    let figure = answer.figure(id).unwrap_or_else(|| panic!("no {id}"));
    let interval = figure.interval_printed().map_or_else(String::new, |limits| format!(" ({limits})"));
    format!("{}{interval}", figure.printed())
}

const HEADER: &str =
    "force,stratum,records_examined,crimes_due,crimes_recorded,wrongly_classified,late,sampling,source\n";

#[test]
fn the_counts_of_2014_give_the_rates_that_follow_from_them() {
    let counts = format!(
        "{HEADER}A,incidents,341,332,328,,,dip sample,paper of A\nA,direct,100,124,121,,,dip sample,paper of A\n\
         B,incidents,96,90,62,4,19,dip sample,paper of B\n"
    );
    let answer = scored(&counts, "force,offence,examined,correct\nA,rape,30,24\nA,robbery,29,25\n");
    // 328 of 332, 121 of 124 and 62 of 90 by division; limits by Wilson's formula, worked by hand below.
    for (id, expected) in [
        ("audit.a.incidents.compliance", "98.8% (96.9% to 99.5%)"),
        ("audit.a.direct.compliance", "97.6% (93.1% to 99.2%)"),
        ("audit.a.all.compliance", "98.5% (96.9% to 99.3%)"),
        ("audit.a.all.missing", "7"),
        ("audit.b.incidents.compliance", "68.9% (58.7% to 77.5%)"),
        // 62 − 4 = 58 and 62 − 19 = 43 of 62.
        ("audit.b.incidents.classified", "93.5% (84.6% to 97.5%)"),
        ("audit.b.incidents.in-time", "69.4% (57.0% to 79.4%)"),
        ("audit.a.incidents.classified", "not supplied"),
        ("audit.a.all.unrecorded", "not supplied"),
        ("audit.a.agreement.kappa", "not supplied"),
        ("no-crime-decisions.a.rape.rate", "80.0% (62.7% to 90.5%)"),
        ("no-crime-decisions.a.robbery.rate", "too few to say: 25 of 29"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
    let meaning = |id| answer.figure(id).unwrap().interval.clone().unwrap().meaning;
    assert!(meaning("audit.a.direct.compliance").contains("124 crimes come from 100 records"));
    assert!(meaning("audit.a.incidents.compliance").contains("no statement about all records of the force"));
    assert!(meaning("audit.a.all.compliance").contains("without weights"));
    let says = |words: &str| answer.sentences.iter().any(|said| said.contains(words));
    assert!(says("A, direct: Of 124 crimes due, 121 were recorded: 97.6% (93.1% to 99.2%, Wilson, 95%)."));
    assert!(says("A: Counts alone do not tell how many crimes each record held"));
    assert!(says("Source: paper of A."));
    assert!(says("Of 29 decisions that a recorded crime was no crime, 25 were right: too few to say."));
}

#[test]
fn a_row_that_contradicts_itself_withholds_the_sums_and_not_the_other_strata() {
    let counts = format!(
        "{HEADER}A,incidents,341,332,328,,,,\nA,direct,100,124,125,,,,\nA,All,1,1,1,,,,\nA,letters,9,9,9,10,,,\n\
         A,letters,9,9,9,,12,,\nA,visits,50,not known,40,,,,\n"
    );
    let answer = scored(&counts, "offence,examined,correct\n");
    let rules: Vec<&str> = answer
        .findings
        .iter()
        .filter(|f| f.severity == rulebook::Severity::Error)
        .map(|f| f.rule.id.0)
        .collect();
    assert_eq!(rules, ["stratum-of-its-own", "recorded-within-due", "part-of-recorded", "part-of-recorded"]);
    assert_eq!(printed(&answer, "audit.a.all.compliance"), "withheld (4 of 6 rows of counts.csv rejected)");
    assert_eq!(printed(&answer, "audit.a.incidents.compliance"), "98.8% (96.9% to 99.5%)");
    assert_eq!(printed(&answer, "audit.a.visits.compliance"), "not known");
}
