//! Tests of breaks.

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn kent() -> Force {
    "Kent".parse().unwrap()
}

/// The years from April to March that end in these years.
fn march_years(ends: std::ops::RangeInclusive<i32>) -> Vec<Window> {
    ends.map(|end| Window::new(day(&format!("{}-04-01", end - 1)), day(&format!("{end}-03-31"))).unwrap())
        .collect()
}

fn class(name: &str) -> Class {
    Class { code: None, name: name.to_owned() }
}

#[test]
fn every_known_break_has_a_source_and_none_is_rejected() {
    let rows = read_breaks(KNOWN_BREAKS).unwrap();
    assert!(rows.rejected.is_empty(), "{:?}", rows.rejected);
    assert_eq!(known_breaks().len(), 21);
    for one in known_breaks() {
        assert!(one.source.len() > 10 && one.sentence.ends_with('.'), "{}", one.id);
        assert!(one.earliest.is_none_or(|earliest| earliest <= one.latest), "{}", one.id);
    }
}

#[test]
fn residential_burglary_stops_in_april_2017_and_all_burglary_does_not() {
    let years = march_years(2015..=2019);
    let residential = class("Residential burglary");
    let found = stretches(known_breaks(), Subject::Class(&residential), kent(), &years, &AcrossBreaks::Stop);
    // The limit of April 2015 touches all classes; April 2017 this one.
    let ends: Vec<usize> = found.iter().map(|stretch| stretch.windows.len()).collect();
    assert_eq!(ends, [1, 2, 2]);
    assert_eq!(found[2].after[0].id, "burglary-2017");
    let all = class("All burglary");
    assert_eq!(stretches(known_breaks(), Subject::Class(&all), kent(), &years, &AcrossBreaks::Stop).len(), 2);
}

#[test]
fn a_year_in_which_the_practice_changed_stands_alone() {
    let year = |year: i32| Window::new(day(&format!("{year}-01-01")), day(&format!("{year}-12-31"))).unwrap();
    let years = [year(2019), year(2016), year(2017), year(2018)];
    let residential = class("Residential burglary");
    let found = stretches(known_breaks(), Subject::Class(&residential), kent(), &years, &AcrossBreaks::Stop);
    let windows: Vec<Vec<Window>> = found.into_iter().map(|stretch| stretch.windows).collect();
    assert_eq!(windows, [vec![year(2016)], vec![year(2017)], vec![year(2018), year(2019)]]);
}

#[test]
fn a_series_that_is_told_to_go_on_still_names_its_breaks() {
    let years = march_years(2016..=2018);
    let told = AcrossBreaks::GoOn { reason: "the board asked for it".to_owned() };
    let residential = class("Residential burglary");
    let found = stretches(known_breaks(), Subject::Class(&residential), kent(), &years, &told);
    assert_eq!((found.len(), found[0].windows.len()), (1, 3));
    assert_eq!(found[0].after.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["burglary-2017"]);
}

#[test]
fn fraud_touches_totals_that_hold_it_only() {
    let (one, other) = (march_years(2011..=2011)[0], march_years(2014..=2014)[0]);
    let ids = |subject| {
        let found = breaks_between(known_breaks(), subject, kent(), one, other);
        found.iter().map(|found| found.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(ids(Subject::TotalWithFraud), ["fraud-to-action-fraud"]);
    assert!(ids(Subject::TotalWithoutFraud).is_empty());
    let fraud = class("Fraud offences");
    assert_eq!(ids(Subject::Class(&fraud)), ["fraud-to-action-fraud"]);
    assert_eq!(ids(Subject::Term("no crime")), ["cancelled-instead-of-no-crime"]);
}

#[test]
fn a_break_of_one_force_is_not_that_of_another() {
    let knives = class("Knife and sharp instrument offences");
    let (one, other) = (march_years(2017..=2017)[0], march_years(2019..=2019)[0]);
    let of = |force: &str| {
        breaks_between(known_breaks(), Subject::Class(&knives), force.parse().unwrap(), one, other).len()
    };
    assert_eq!((of("Greater Manchester"), of("Bedfordshire"), of("Kent")), (1, 1, 0));
}

#[test]
fn where_no_first_day_is_known_nothing_is_surely_before() {
    let file = "id,touches,what,forces,earliest,latest,sentence,source,confidence\n\
                x,all,,all,,2013-12-31,It changed.,a list,low\n";
    let rows = read_breaks(Source::new("breaks.csv", file.as_bytes())).unwrap();
    let found = &rows.good[0].value;
    let years = march_years(2004..=2005);
    assert!(found.lies_between(years[0], years[1]));
    assert_eq!(found.in_words(), "by 2013-12-31: It changed. (a list; confidence low)");
}

#[test]
fn no_break_loads_without_a_source() {
    let file = "id,touches,what,forces,earliest,latest,sentence,source,confidence\n\
                x,all,,all,,2013-12-31,It changed.,,high\n";
    let rows = read_breaks(Source::new("breaks.csv", file.as_bytes())).unwrap();
    assert_eq!((rows.good.len(), rows.rejected.len()), (0, 1));
}

#[test]
fn fraud_is_told_from_forged_vehicle_papers() {
    assert!(is_fraud("Fraud offences") && is_fraud("AF") && is_fraud("NFIB90"));
    assert!(!is_fraud("Fraud, forgery etc associated with vehicle or driver records") && !is_fraud("Arson"));
}
