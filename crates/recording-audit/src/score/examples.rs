//! A small sample on which the cases of the rules are run.

use chrono::{Duration, NaiveDateTime};
use table::Source;

use crate::{
    sample::SampleManifest,
    score::{Answer, Limit, Settings, Sheets, score_judgements},
};

/// Two strata of ten records: C1 and C2 of Ann and C3 of Ann and Bob in the north, C6 in place of C5 and C7 in reserve; C8 of Bob in the south.
const SAMPLE: &str = r#"{
    "program": "an example", "method": "registrar draw 1", "as_at": "2026-06-01",
    "frame": { "file": "frame.csv", "bytes": 0, "sha256": "", "rows": 20 },
    "filter": { "from": "2026-04-01", "to": "2026-05-31" },
    "strata_columns": ["area"], "seed": "an example",
    "strata": [
        { "stratum": "North", "population": 10, "size": 5, "reserve": 1 },
        { "stratum": "South", "population": 10, "size": 1, "reserve": 0 }
    ],
    "cases": [
        { "case": "C1", "stratum": "North", "rank": 1, "use": "drawn", "auditors": ["Ann"] },
        { "case": "C2", "stratum": "North", "rank": 2, "use": "drawn", "auditors": ["Ann"] },
        { "case": "C3", "stratum": "North", "rank": 3, "use": "drawn", "auditors": ["Ann", "Bob"] },
        { "case": "C5", "stratum": "North", "rank": 4, "use": "replaced", "reason": "sealed", "auditors": ["Ann"] },
        { "case": "C6", "stratum": "North", "rank": 5, "use": "replacement", "replaces": "C5", "auditors": ["Ann"] },
        { "case": "C7", "stratum": "North", "rank": 6, "use": "reserve", "auditors": [] },
        { "case": "C8", "stratum": "South", "rank": 1, "use": "drawn", "auditors": ["Bob"] }
    ],
    "drawn_sha256": ""
}"#;

/// The limit for tests: 24 hours, of May 2026 only.
pub(crate) fn limit(received: NaiveDateTime) -> Limit {
    if received.date() < rulebook::day(2026, 5, 1) {
        return Limit::NotHeld;
    }
    let until = received + Duration::hours(24);
    Limit::Until { earlier: until, later: until }
}

pub(crate) const HEADER: &str = "case,line,auditor,stratum,judgement,class_due,class_recorded,received,recorded,victim_told,no_crime,notes\n";

/// The answer for rows of judgements, and of moderation, which begin with `moderated: `.
pub(crate) fn scored(rows: &[String], settings: &Settings) -> Answer {
    let (moderated, judged): (Vec<&String>, Vec<&String>) =
        rows.iter().partition(|row| row.starts_with("moderated: "));
    let (mut sheets, mut moderation) = (Sheets::default(), Sheets::default());
    let mut text = HEADER.to_owned();
    for row in judged {
        text = text + row + "\n";
    }
    sheets.add_judgements(Source::new("sheet.csv", text.as_bytes())).unwrap();
    let mut text = "case,line,judgement,class_due,class_recorded,decided_by,why\n".to_owned();
    for row in moderated {
        text = text + row.trim_start_matches("moderated: ") + "\n";
    }
    moderation.add_moderation(Source::new("moderation.csv", text.as_bytes())).unwrap();
    let manifest = SampleManifest::read(Source::new("sample.json", SAMPLE.as_bytes())).unwrap();
    score_judgements(&manifest, &sheets, Some(&moderation), &limit, settings).unwrap()
}

/// What one rule finds in such rows.
pub(crate) fn found(rule: &str, rows: &[String]) -> Vec<String> {
    let settings = Settings::new(rulebook::day(2026, 6, 1));
    let answer = scored(rows, &settings);
    answer.findings.iter().filter(|found| found.rule.id.0 == rule).map(ToString::to_string).collect()
}
