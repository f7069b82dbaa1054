//! Frames as the case files write them.

use chrono::NaiveDate;
use table::extract::{Record, Records};

use crate::sample::{Filter, Frame, FrameFile, Placed, SampleManifest, manifest::METHOD};

/// What is found in the rows of a frame, each finding in words.
pub(crate) fn findings_of(
    header: &str,
    rows: &[String],
    strata: &[&str],
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
) -> Vec<String> {
    let text = format!("{header}\n{}\n", rows.join("\n"));
    let strata: Vec<String> = strata.iter().map(|name| (*name).to_owned()).collect();
    let frame = Frame::of("frame.csv", text.as_bytes(), &Filter { from, to }, &strata, &[]).unwrap();
    let mut records = Records::new(frame.shape.clone(), text.as_bytes(), 0);
    let (mut row, mut stratum, mut found) = (Record::default(), String::new(), Vec::new());
    while records.read(&mut row).unwrap() {
        match frame.place(&row, &mut stratum) {
            Placed::In { not_supplied, .. } => found.extend(not_supplied),
            Placed::Outside(finding) | Placed::Rejected(finding) => found.push(finding),
        }
    }
    found.iter().map(ToString::to_string).collect()
}

/// A manifest of nothing.
pub(crate) fn no_manifest() -> SampleManifest {
    SampleManifest {
        program: "test 0".to_owned(),
        method: METHOD.to_owned(),
        as_at: rulebook::day(2026, 4, 1),
        frame: FrameFile { file: "frame.csv".to_owned(), bytes: 0, sha256: String::new(), rows: 0 },
        filter: Filter { from: None, to: None },
        strata_columns: Vec::new(),
        repeated_lines: Vec::new(),
        shown: Vec::new(),
        lines: 1,
        seed: String::new(),
        strata: Vec::new(),
        cases: Vec::new(),
        drawn_sha256: String::new(),
    }
}
