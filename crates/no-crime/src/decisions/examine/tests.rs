//! Invented decisions, examined as a whole.

use super::*;
use crate::decisions::{Inputs, printed_shares, read};
use rulebook::Method;
use table::Source;

const DECISIONS: &str = "offence,examined,correct,printed_percent,paragraph\n\
    Arson,12,9,75%,4\n\
    Theft,30,20,66%,4\n";
const INSPECTION: &str =
    "body = \"An inspectorate\"\nsampling = \"dip sample\"\nprinted_no_crimes_examined = 43\n";

fn facts(decisions: &str) -> Facts {
    let decisions = Some(Source::new("audit/no_crime_decisions.csv", decisions.as_bytes()));
    read(&Inputs { decisions }).unwrap()
}

fn examined(decisions: &str) -> Answer {
    let inspection =
        InspectionFile::read(Source::new("audit/inspection.toml", INSPECTION.as_bytes())).unwrap();
    examine(&facts(decisions), Some(&inspection), Rounding { method: Method::CutOff, places: 0 })
}

fn printed(answer: &Answer, id: &str) -> String {
    let mut found = answer.figures.iter().filter(|figure| figure.id.as_str() == id);
    let figure = found.next().unwrap_or_else(|| panic!("no figure {id}"));
    assert!(found.next().is_none(), "{id} twice");
    figure.printed()
}

#[test]
fn every_figure_is_there_under_its_name() {
    // By hand: 12 − 9 = 3; 9/12 = 75; 20/30 = 66.66…; 12 + 30 = 42; 9 + 20 = 29; 29/42 = 69.04….
    let answer = examined(DECISIONS);
    for (id, expected) in [
        ("no-crime-decisions.arson.examined", "12"),
        ("no-crime-decisions.arson.correct", "9"),
        ("no-crime-decisions.arson.wrong", "3"),
        ("no-crime-decisions.arson.rate", "75%"),
        ("no-crime-decisions.theft.rate", "66%"),
        ("no-crime-decisions.theft.rate-printed", "66%"),
        ("no-crime-decisions.examined", "42"),
        ("no-crime-decisions.correct", "29"),
        ("no-crime-decisions.wrong", "13"),
        ("no-crime-decisions.rate", "69%"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
}

#[test]
fn a_printed_total_is_held_against_the_rows() {
    let found: Vec<String> = examined(DECISIONS).findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "audit/inspection.toml, line 3: warning [declared-total]: the printed total of \"no crime\" decisions \
          examined is 43; the rows of audit/no_crime_decisions.csv add up to 42"
        ]
    );
}

#[test]
fn an_interval_says_how_the_decisions_were_chosen() {
    let meaning = |answer: &Answer| answer.decisions[0].rate.interval.as_ref().unwrap().meaning.clone();
    let dip = meaning(&examined(DECISIONS));
    assert!(dip.contains("as if the 12 decisions") && dip.contains("its sample: dip sample"), "{dip}");
    assert!(dip.contains("no statement about all records"), "{dip}");
    let random =
        InspectionFile::read(Source::new("i.toml", b"body = \"x\"\nsampling = \"simple random sample\"\n"));
    let random = meaning(&examine(&facts(DECISIONS), random.ok().as_ref(), Rounding::nearest(0)));
    assert!(random.contains("simple random sample") && !random.contains("no statement about"), "{random}");
    let untold = meaning(&examine(&facts(DECISIONS), None, Rounding::nearest(0)));
    assert!(untold.contains("is not supplied"), "{untold}");
}

#[test]
fn limits_are_those_of_another_package() {
    // 9 of 12 by statsmodels 0.15.0, proportion_confint(9, 12, method="wilson"): 0.467695, 0.911058.
    let answer = examined(DECISIONS);
    let interval = answer.decisions[0].rate.interval.as_ref().unwrap();
    assert_eq!((interval.low.to_string(), interval.high.to_string()), ("0.467695".into(), "0.911058".into()));
}

#[test]
fn a_rejected_row_withholds_the_totals_and_nothing_else() {
    let answer = examined(&DECISIONS.replace("Arson,12,9", "Arson,12,13"));
    let why = "withheld (1 of 2 rows of audit/no_crime_decisions.csv rejected)";
    for total in ["examined", "correct", "wrong", "rate"] {
        assert_eq!(printed(&answer, &format!("no-crime-decisions.{total}")), why);
    }
    assert_eq!(printed(&answer, "no-crime-decisions.theft.correct"), "20");
    assert_eq!(answer.findings[0].rule.id.0, "correct-within-examined");
    assert!(answer.findings.iter().all(|finding| finding.rule.id.0 != "declared-total"));
}

#[test]
fn printed_percentages_come_with_their_paragraph() {
    let read: Vec<_> = printed_shares(&facts(DECISIONS))
        .into_iter()
        .map(|(paragraph, share)| (paragraph.to_string(), share.part, share.whole, share.printed.to_string()))
        .collect();
    let expected = [(9, 12, "75"), (20, 30, "66")];
    assert_eq!(
        read,
        expected.map(|(part, whole, printed)| ("4".to_owned(), part, whole, printed.to_owned()))
    );
}

#[test]
fn what_is_not_supplied_gives_nothing_and_what_is_no_table_is_an_error() {
    let nothing = examine(&read(&Inputs::default()).unwrap(), None, Rounding::nearest(0));
    assert_eq!(nothing, Answer::default());
    assert!(read(&Inputs { decisions: Some(Source::new("d.csv", b"")) }).is_err());
}

proptest::proptest! {
    #[test]
    fn rows_in_are_rows_answered_and_rows_rejected(rows in proptest::collection::vec((0..9_u64, 0..9_u64), 0..12)) {
        let lines = rows.iter().enumerate().map(|(line, (examined, correct))| format!("O{line},{examined},{correct}\n"));
        let table = format!("offence,examined,correct\n{}", lines.collect::<String>());
        let answer = examined(&table);
        let rejected = answer.findings.iter().filter(|f| f.rule.id.0 == "correct-within-examined").count();
        proptest::prop_assert_eq!(rows.len(), answer.decisions.len() + rejected);
        let withheld = printed(&answer, "no-crime-decisions.examined").starts_with("withheld");
        proptest::prop_assert_eq!(withheld, rejected > 0);
    }
}
