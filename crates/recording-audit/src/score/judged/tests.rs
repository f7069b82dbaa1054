//! Invented audits whose rates were worked out by hand.

use super::*;
use crate::score::{
    Estimate,
    examples::{HEADER, limit, scored},
};
use rulebook::day;
use table::Source;

/// A sample of two strata, `n` cases each of Ann, numbered through: 1,000 records in the north, 3,000 in the south.
fn manifest(n: usize, double: usize) -> SampleManifest {
    let case = |at: usize| {
        let stratum = if at < n { "North" } else { "South" };
        let auditors = if at < double { r#"["Ann","Bob"]"# } else { r#"["Ann"]"# };
        format!(r#"{{"case":"C{at}","stratum":"{stratum}","rank":1,"use":"drawn","auditors":{auditors}}}"#)
    };
    let cases: Vec<String> = (0..2 * n).map(case).collect();
    let text = format!(
        r#"{{"program":"x","method":"registrar draw 1","as_at":"2026-06-01",
        "frame":{{"file":"frame.csv","bytes":0,"sha256":"","rows":4000}},
        "filter":{{"from":"2026-05-01","to":"2026-05-31"}},"strata_columns":["area"],"seed":"x",
        "strata":[{{"stratum":"North","population":1000,"size":{n},"reserve":0}},
                  {{"stratum":"South","population":3000,"size":{n},"reserve":0}}],
        "cases":[{}],"drawn_sha256":""}}"#,
        cases.join(",")
    );
    SampleManifest::read(Source::new("sample.json", text.as_bytes())).unwrap()
}

fn of(manifest: &SampleManifest, rows: &[String], settings: &Settings) -> Answer {
    let text = format!("{HEADER}{}\n", rows.join("\n"));
    let mut sheets = Sheets::default();
    sheets.add_judgements(Source::new("sheet.csv", text.as_bytes())).unwrap();
    score_judgements(manifest, &sheets, None, &limit, settings).unwrap()
}

fn settings() -> Settings {
    Settings::new(day(2026, 6, 1))
}

fn printed(answer: &Answer, id: &str) -> String {
    let figure = answer.figure(id).unwrap_or_else(|| panic!("no {id}"));
    figure.printed()
}

fn row(case: usize, line: usize, says: &str) -> String {
    format!("C{case},{line},Ann,,{says}")
}

const RECORDED: &str = "recorded,8N,8N,2026-05-02T10:00,2026-05-03T10:00,yes,,";
const MISSING: &str = "not recorded,8N,,,,,,";

#[test]
fn strata_are_weighted_by_their_records() {
    let manifest = manifest(40, 0);
    let rows: Vec<String> = (0..80)
        .map(|at| row(at, 1, if at < 36 || (40..70).contains(&at) { RECORDED } else { MISSING }))
        .collect();
    let answer = of(&manifest, &rows, &settings());
    // By hand: 36 of 40 and 30 of 40; a quarter of the records lies north: 0.25 × 0.9 + 0.75 × 0.75 = 0.7875.
    assert_eq!(printed(&answer, "audit.north.compliance"), "90.0%");
    assert_eq!(printed(&answer, "audit.south.compliance"), "75.0%");
    assert_eq!(printed(&answer, "audit.all.compliance"), "78.8%");
    let all = answer.figure("audit.all.compliance").unwrap();
    assert_eq!(all.exact(), "0.7875");
    let working = "787500 of 1000000, each stratum weighted by its records; in the sample 66 of 80";
    assert_eq!(all.working, working);
    // A tenth of 1,000 and a quarter of 3,000.
    assert_eq!(printed(&answer, "audit.all.unrecorded"), "about 850");
    let overall = answer.rates.last().unwrap().rate(Measure::Compliance).unwrap();
    assert_eq!(
        (overall.part, overall.whole, overall.estimate),
        (rulebook::Known::Is(66), rulebook::Known::Is(80), Estimate::OfTheWhole)
    );
    // Wilson's interval of 36 of 40 as any table has it.
    let north = answer.figure("audit.north.compliance").unwrap();
    assert_eq!(north.interval_printed().unwrap(), "76.9% to 96.0%");
    assert!(overall.figure.interval.as_ref().unwrap().method.starts_with("score"));
}

#[test]
fn several_crimes_of_a_case_are_a_cluster() {
    let manifest = manifest(40, 0);
    // Every case of the north holds two crimes, both recorded or both missing; in the south one each.
    let mut rows = Vec::new();
    for at in 0..40 {
        let says = if at < 30 { RECORDED } else { MISSING };
        rows.extend([row(at, 1, says), row(at, 2, says)]);
        rows.push(row(at + 40, 1, says));
    }
    let answer = of(&manifest, &rows, &settings());
    let interval = |id| answer.figure(id).unwrap().interval.clone().unwrap();
    assert_eq!(printed(&answer, "audit.north.due"), "80");
    assert_eq!(printed(&answer, "audit.north.with-several-crimes-due"), "40");
    assert_eq!(printed(&answer, "audit.north.compliance"), "75.0%");
    // 80 crimes that stand and fall in pairs tell no more than 40 do.
    let (north, south) = (interval("audit.north.compliance"), interval("audit.south.compliance"));
    assert!(north.meaning.contains("ratio of clusters") && !south.meaning.contains("ratio of clusters"));
    assert!((north.low - south.low).abs() < rust_decimal::Decimal::new(2, 2), "{north:?} {south:?}");
    // 60 of 80 and 30 of 40, weighted by crimes: (1,000 × 2 + 3,000 × 1) × 1/4 missing.
    assert_eq!(printed(&answer, "audit.all.unrecorded"), "about 1,250");
}

#[test]
fn what_is_not_judged_is_never_a_no_and_what_is_rejected_withholds() {
    let manifest = manifest(40, 0);
    let mut rows: Vec<String> = (0..78).map(|at| row(at, 1, RECORDED)).collect();
    rows.push(row(78, 1, "cannot be judged,,,,,,,sealed"));
    rows.push(row(79, 1, ",,,,,,,"));
    let answer = of(&manifest, &rows, &settings());
    assert_eq!(printed(&answer, "audit.south.not-judged"), "1");
    assert_eq!(printed(&answer, "audit.south.cannot-be-judged"), "1");
    assert_eq!(printed(&answer, "audit.south.due"), "38");
    let meaning = &answer.figure("audit.all.compliance").unwrap().interval.as_ref().unwrap().meaning;
    assert!(
        meaning.contains("Of 40 cases of South, 1 not judged yet, 1 cannot be judged: they are not counted")
    );

    rows[79] = row(79, 1, "recorded,no such class,,,,,,");
    let answer = of(&manifest, &rows, &settings());
    let why = "withheld (1 row of its cases rejected)";
    assert_eq!(printed(&answer, "audit.south.compliance"), why);
    assert_eq!(printed(&answer, "audit.all.compliance"), "withheld (South: 1 row of its cases rejected)");
    assert_eq!(printed(&answer, "audit.north.compliance"), "100.0%");
    let place = answer.findings.iter().find(|found| found.rule.id.0 == "readable-row").unwrap();
    assert_eq!(place.place.as_ref().unwrap().to_string(), "sheet.csv, line 81, column class_due");
}

#[test]
fn lateness_is_told_against_the_limit_of_the_day() {
    let manifest = manifest(40, 0);
    let mut rows: Vec<String> = (0..80).map(|at| row(at, 1, RECORDED)).collect();
    let timed = |received: &str, recorded: &str| format!("recorded,8N,8N,{received},{recorded},,,");
    // The limit of the test is 24 hours, and held for May only.
    for (at, (received, recorded)) in [
        ("2026-05-02T10:00", "2026-05-03T10:01"), // a minute
        ("2026-05-02T10:00", "2026-05-03T17:00"), // seven hours
        ("2026-05-02", "2026-05-03"),             // the whole day may be meant
        ("2026-05-02", "2026-05-04"),             // at least a minute past midnight
        ("2026-04-02T10:00", "2026-04-02T11:00"), // no limit held
        ("", "2026-05-05T10:00"),                 // nobody says when it came in
    ]
    .into_iter()
    .enumerate()
    {
        rows[at] = row(at, 1, &timed(received, recorded));
    }
    let answer = of(&manifest, &rows, &settings());
    let late: Vec<String> = answer
        .lateness
        .iter()
        .filter(|(_, band)| band.value != Value::Count(0))
        .map(|(words, band)| format!("{words}: {:?}", band.value))
        .collect();
    assert_eq!(late, ["up to 1 hour: Count(2)", "over 6 to 24 hours: Count(1)"]);
    assert_eq!(printed(&answer, "audit.all.limit-not-held"), "1");
    assert_eq!(printed(&answer, "audit.all.time-not-told"), "2");
    // 34 in time and 3 late of the 37 in the north of which it can be told.
    assert_eq!(answer.figure("audit.north.in-time").unwrap().working, "34 of 37");
}

#[test]
fn two_auditors_agree_as_far_as_they_do_and_a_moderator_decides() {
    let manifest = manifest(40, 40);
    let mut rows: Vec<String> =
        (0..80).map(|at| row(at, 1, if at < 28 { RECORDED } else { MISSING })).collect();
    // Of 40 cases: 25 recorded by both, 3 by Ann only, 2 by Bob only, 10 by neither.
    for at in 0..40 {
        let says = if (25..38).contains(&at) { MISSING } else { RECORDED };
        rows.push(format!("C{at},1,Bob,,{says}"));
    }
    let answer = of(&manifest, &rows, &settings());
    let on = answer.agreement.first().unwrap();
    assert_eq!((on.cases, on.agreed), (40, 35));
    // By hand: 0.875 agreed, 0.57 by chance (28 × 27 + 12 × 13 of 40²): 0.305 of 0.43.
    assert_eq!(answer.figure("audit.agreement.kappa").unwrap().exact(), "0.709302");
    assert_eq!(printed(&answer, "audit.agreement.percent"), "87.5%");
    assert_eq!(answer.disagreements.len(), 5);
    assert_eq!(printed(&answer, "audit.north.not-decided"), "5");
    assert_eq!(printed(&answer, "audit.north.due"), "35");

    let decided = (25..28).fold("case,line,judgement,decided_by,why\n".to_owned(), |text, at| {
        text + &format!("C{at},1,recorded,Registrar,found\n")
    });
    let mut sheets = Sheets::default();
    let text = format!("{HEADER}{}\n", rows.join("\n"));
    sheets.add_judgements(Source::new("sheet.csv", text.as_bytes())).unwrap();
    let mut moderation = Sheets::default();
    moderation.add_moderation(Source::new("moderation.csv", decided.as_bytes())).unwrap();
    let moderated = score_judgements(&manifest, &sheets, Some(&moderation), &limit, &settings()).unwrap();
    // 25 agreed and 3 decided of 28 + 10; agreement stays that of the first judgements.
    assert_eq!(moderated.figure("audit.north.compliance").unwrap().working, "28 of 38");
    assert_eq!(moderated.agreement, answer.agreement);
    let first = moderated.judgements.iter().filter(|judged| judged.line.case == "C25").count();
    assert_eq!(first, 3);
}

#[test]
fn too_few_are_too_few_and_a_manifest_that_contradicts_itself_is_refused() {
    let rows = ["C1,1,Ann,North,recorded,,,,,,,".to_owned()];
    let answer = scored(&rows, &settings());
    assert_eq!(printed(&answer, "audit.north.compliance"), "too few to say: 1 of 1");
    assert!(
        answer.sentences.iter().any(|said| said == "North: Of 1 crime due, 1 was recorded: too few to say.")
    );
    let mut twice = manifest(40, 0);
    let again = twice.cases[0].clone();
    twice.cases.push(again);
    let error = score_judgements(&twice, &Sheets::default(), None, &limit, &settings()).unwrap_err();
    assert_eq!(error.to_string(), "the sample names case `C0` twice");
    let small = Settings { year_records: Some(10), ..settings() };
    let error = score_judgements(&manifest(40, 0), &Sheets::default(), None, &limit, &small).unwrap_err();
    assert_eq!(error, ScoreError::YearTooSmall { records: 10, population: 4000 });
}

#[test]
fn a_year_is_told_only_where_its_records_are_given() {
    let rows: Vec<String> =
        (0..80).map(|at| row(at, 1, if at % 4 > 0 { RECORDED } else { MISSING })).collect();
    let answer = of(&manifest(40, 0), &rows, &settings());
    assert_eq!(printed(&answer, "audit.all.unrecorded"), "about 1,000");
    assert!(answer.figure("audit.all.unrecorded-in-year").is_none());
    let year = Settings { year_records: Some(48_000), ..settings() };
    let answer = of(&manifest(40, 0), &rows, &year);
    // A quarter of 4,000, and twelve times as many.
    assert_eq!(printed(&answer, "audit.all.unrecorded-in-year"), "about 12,000");
}

#[test]
fn small_counts_of_a_stratum_stay_inside_and_estimates_over_all_do_not() {
    let rows: Vec<String> = (0..80)
        .map(|at| row(at, 1, if at < 37 || (40..70).contains(&at) { RECORDED } else { MISSING }))
        .collect();
    let answer = of(&manifest(40, 0), &rows, &settings());
    let open = answer.for_others(5);
    // 3 of the north are missing, and with 13 missing in all and 10 of the south anybody could work them out.
    for id in
        ["audit.north.compliance", "audit.north.missing", "audit.south.compliance", "audit.south.recorded"]
    {
        assert_eq!(printed(&open, id), "suppressed", "{id}");
        assert_ne!(printed(&answer, id), "suppressed", "{id}");
    }
    assert_eq!(printed(&open, "audit.all.compliance"), printed(&answer, "audit.all.compliance"));
    // A quarter of the north's share and three quarters of the south's is 0.79375, and 67 of 80 together would tell both: 37 and 30.
    for id in ["audit.all.missing", "audit.all.recorded"] {
        assert_eq!(printed(&open, id), "suppressed", "{id}");
    }
    assert_eq!(
        open.figure("audit.all.compliance").unwrap().working,
        "793750 of 1000000, each stratum weighted by its records"
    );
    let said = "all strata together: crimes recorded of crimes due; for all 4000 records an estimated 79.4%";
    assert!(open.sentences.iter().any(|sentence| sentence.starts_with(said)), "{:?}", open.sentences);
    // All classes are right: there is nothing small, but the whole would tell what was recorded.
    assert_eq!(printed(&open, "audit.north.classified"), "suppressed");
    assert_eq!(printed(&open, "audit.north.victim-told"), "100.0%");
    assert!(open.judgements.is_empty() && open.findings.is_empty());
    assert_eq!(answer.for_others(0).figures, answer.figures);
}

#[test]
fn classes_and_lateness_are_told_only_where_their_sums_may_be() {
    let recorded = |class: &str, at: &str| format!("recorded,8N,{class},2026-05-02T10:00,{at},yes,,");
    let says = |at: usize, north: usize| match at {
        at if at < north || (40..52).contains(&at) => recorded("105A", "2026-05-03T17:00"),
        _ => recorded("8N", "2026-05-03T10:00"),
    };
    let told = |north| {
        let rows: Vec<String> = (0..80).map(|at| row(at, 1, &says(at, north))).collect();
        let answer = of(&manifest(40, 0), &rows, &settings());
        let open = answer.for_others(5);
        let late: Vec<Value> = open.lateness.iter().map(|(_, band)| band.value.clone()).collect();
        let wrong: Vec<Option<u64>> = open.confusion.pairs.iter().map(|pair| pair.crimes).collect();
        (wrong, open.confusion.left_out.is_some(), late)
    };
    // 10 and 12 of 40 are late and of a wrong class: nothing is small.
    let (wrong, left_out, late) = told(10);
    assert_eq!((wrong, left_out, late[2].clone()), (vec![Some(22)], false, Value::Count(22)));
    // 2 and 12: their sum and the estimate would tell both, and so would the one pair of classes and the one band.
    let (wrong, left_out, late) = told(2);
    assert_eq!((wrong, left_out), (vec![], true));
    assert!(late.iter().all(|count| *count == Value::Suppressed), "{late:?}");
}

#[test]
fn words_about_an_interval_do_not_tell_that_all_came_out_alike() {
    let rows: Vec<String> =
        (0..80).map(|at| row(at, 1, if (76..80).contains(&at) { MISSING } else { RECORDED })).collect();
    let answer = of(&manifest(40, 0), &rows, &settings());
    let meaning = |answer: &Answer| {
        answer.figure("audit.all.compliance").unwrap().interval.as_ref().unwrap().meaning.clone()
    };
    // With none missing in the north, the estimate is that of the south alone: 4 of 40.
    assert!(meaning(&answer).contains("In North all came out alike"));
    let open = answer.for_others(5);
    assert_eq!(printed(&open, "audit.south.missing"), "suppressed");
    assert!(!meaning(&open).contains("came out alike"), "{}", meaning(&open));
}

#[test]
fn how_many_cases_had_no_crime_is_told_of_every_stratum_or_of_none() {
    // 3 in the north and 10 in the south: 13 in all less 10 would be 3.
    let says = |at: usize| if at < 3 || (40..50).contains(&at) { "no crime due,,,,,,," } else { RECORDED };
    let rows: Vec<String> = (0..80).map(|at| row(at, 1, says(at))).collect();
    let open = of(&manifest(40, 0), &rows, &settings()).for_others(5);
    for stratum in ["north", "south"] {
        for what in ["without-crime-due", "with-one-crime-due", "with-several-crimes-due"] {
            assert_eq!(printed(&open, &format!("audit.{stratum}.{what}")), "suppressed", "{stratum} {what}");
        }
    }
    assert_eq!(printed(&open, "audit.all.without-crime-due"), "13");
}
