//! A small invented audit, examined as a whole.

use super::*;
use crate::{Inputs, read};
use rulebook::{Method, day};
use table::Source;

const STRATA: &str = "stratum,records_examined,crimes_due,crimes_recorded,printed_percent,paragraph\n\
    Calls,200,190,181,95%,4\n\
    Crimes recorded directly,50,60,57,95%,4\n\
    Visits,25,not known,not known,,4\n";
const IMPROVEMENTS: &str = "kind,subject,owner,action,due,state\n\
    theme,Training,Head of Learning,a course,2031-06-01,under way\n\
    concern,Late records,not known,weekly check,,\n\
    concern,Wrong class,,,,\n\
    strength,Leadership,,,,\n";
const INSPECTION: &str = "body = \"An inspectorate\"\n\
    fieldwork = \"March 2031\"\n\
    sampling = \"dip sample\"\n\
    report_expected = \"spring 2031\"\n\
    printed_reports_examined = 276\n";

fn audit(strata: &str) -> Answer {
    let facts = read(&Inputs {
        strata: Some(Source::new("audit/strata.csv", strata.as_bytes())),
        improvements: Some(Source::new("audit/improvements.csv", IMPROVEMENTS.as_bytes())),
        inspection: Some(Source::new("audit/inspection.toml", INSPECTION.as_bytes())),
    });
    examine(&facts.unwrap(), Rounding { method: Method::CutOff, places: 0 }, day(2031, 4, 1))
}

fn printed(answer: &Answer, id: &str) -> String {
    let mut found = answer.figures.iter().filter(|figure| figure.id.as_str() == id);
    let figure = found.next().unwrap_or_else(|| panic!("no figure {id}"));
    assert!(found.next().is_none(), "{id} twice");
    figure.printed()
}

#[test]
fn every_figure_is_there_under_its_name() {
    // By hand: 200 + 50 + 25; 181/190 = 95.26…; 57/60 = 95.
    let answer = audit(STRATA);
    for (id, expected) in [
        ("audit.reports-examined", "275"),
        ("audit.calls.examined", "200"),
        ("audit.calls.due", "190"),
        ("audit.calls.recorded", "181"),
        ("audit.calls.missing", "9"),
        ("audit.calls.compliance", "95%"),
        ("audit.calls.compliance-printed", "95%"),
        ("audit.crimes-recorded-directly.compliance", "95%"),
        ("audit.visits.examined", "25"),
        ("audit.visits.due", "not known"),
        ("audit.visits.missing", "not known"),
        ("audit.visits.compliance", "not known"),
        ("audit.visits.compliance-printed", "not supplied"),
        ("audit.inspection.body", "An inspectorate"),
        ("audit.inspection.fieldwork", "March 2031"),
        ("audit.inspection.sampling", "dip sample"),
        ("audit.inspection.caveat", "not supplied"),
        ("audit.inspection.report-expected", "spring 2031"),
        ("audit.themes", "1"),
        ("audit.concerns", "2"),
        ("audit.strengths", "1"),
        ("audit.actions-without-owner", "2"),
    ] {
        assert_eq!(printed(&answer, id), expected, "{id}");
    }
}

#[test]
fn every_finding_is_there_at_its_place() {
    let found: Vec<String> = audit(STRATA).findings.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "audit/inspection.toml, line 3: note [sample-is-not-random]: An inspectorate describes its sample as: dip \
             sample; no rate of this audit may be read as a rate of the whole force",
            "audit/strata.csv, line 3, column crimes_due: note [crimes-are-not-trials]: Crimes recorded directly: 60 \
             crimes came from 50 records; several crimes of one record are not independent trials, so the interval \
             beside the rate is too narrow",
            "audit/inspection.toml, line 5: warning [declared-total]: the printed total of reports examined is 276; \
             the rows of audit/strata.csv add up to 275",
            "audit/improvements.csv, line 3, column owner: warning [action-with-owner]: area of concern \"Late \
             records\": the owner of its action is not known",
            "audit/improvements.csv, line 4, column action: warning [action-with-owner]: area of concern \"Wrong \
             class\": no action is supplied",
            "audit/improvements.csv, line 3, column due: note [action-with-due-day]: area of concern \"Late records\": \
             no due day of its action is supplied",
        ]
    );
}

#[test]
fn an_interval_says_what_it_is() {
    let answer = audit(STRATA);
    let meaning = |figure: &Figure| figure.interval.as_ref().unwrap().meaning.clone();
    let calls = meaning(&answer.strata[0].compliance);
    assert!(calls.contains("as if the 190 crimes") && calls.contains("dip sample"), "{calls}");
    assert!(!calls.contains("too narrow"), "{calls}");
    assert!(meaning(&answer.strata[1].compliance).contains("60 crimes come from 50 records"));
    assert_eq!(answer.strata[1].compliance.n, Some(60));
    assert_eq!(answer.strata[2].compliance.interval, None);
    // Limits of 57 of 60 by Wilson's formula worked out in Python with z = 1.959964: 0.862995, 0.982850.
    let interval = answer.strata[1].compliance.interval.as_ref().unwrap();
    assert_eq!(
        (interval.low.to_string().as_str(), interval.high.to_string().as_str()),
        ("0.862995", "0.982850")
    );
}

#[test]
fn a_bad_stratum_withholds_the_number_of_reports() {
    for bad in [
        STRATA.replace("190,181", "190,191"),
        STRATA.replace("Calls,200", "Calls,-200"),
        STRATA.replace("Visits", "calls"),
        STRATA.replace("Visits", "CALLS!"),
        STRATA.replace("Visits", "–"),
    ] {
        let answer = audit(&bad);
        assert_eq!(
            printed(&answer, "audit.reports-examined"),
            "withheld (1 of 3 rows of audit/strata.csv rejected)",
            "{bad}"
        );
        assert_eq!(answer.strata.len(), 2);
    }
}

#[test]
fn printed_percentages_come_in_the_order_of_the_file_with_their_paragraph() {
    let strata = Some(Source::new("s.csv", STRATA.as_bytes()));
    let shares = crate::printed_shares(&read(&Inputs { strata, ..Inputs::default() }).unwrap());
    let read: Vec<_> = shares.iter().map(|(at, s)| (at.to_string(), s.part, s.whole)).collect();
    assert_eq!(read, [("4".to_owned(), 181, 190), ("4".to_owned(), 57, 60)]);
}

#[test]
fn all_files_that_cannot_be_read_are_named_at_once() {
    let errors = read(&Inputs {
        strata: Some(Source::new("s.csv", b"stratum\n")),
        improvements: Some(Source::new("i.csv", b"")),
        inspection: Some(Source::new("i.toml", b"body = \"x\"\ncolour = \"red\"\n")),
    })
    .unwrap_err();
    assert_eq!(errors.len(), 3, "{errors:?}");
    assert!(errors[2].to_string().starts_with("i.toml, line 2"), "{}", errors[2]);
}

#[test]
fn what_is_not_supplied_gives_nothing() {
    let answer = examine(&read(&Inputs::default()).unwrap(), Rounding::nearest(0), day(2031, 4, 1));
    assert!(answer.figures.is_empty() && answer.findings.is_empty());
}
