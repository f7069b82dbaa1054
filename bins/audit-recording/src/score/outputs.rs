//! The files of a scored audit, and what is told at its end.

use std::{fmt::Write as _, path::Path};

use batch::output::OutputFile;
use recording_audit::{
    compare::{FINDINGS_HEADER, append_csv, append_json},
    score::{Answer, RATES_HEADER, Settings, rates_table},
};
use rulebook::Severity;

/// Every file: findings for their owner only, figures and rates for everybody.
pub fn files(answer: &Answer) -> Result<Vec<OutputFile>, String> {
    let mut csv = FINDINGS_HEADER.join(",").into_bytes();
    csv.push(b'\n');
    let mut json = Vec::new();
    for finding in &answer.findings {
        append_csv(finding, None, &mut csv);
        append_json(finding, None, &mut json);
    }
    let rates =
        table::write(&RATES_HEADER, &rates_table(&answer.rates)).map_err(|error| error.to_string())?;
    Ok(vec![
        OutputFile::person_level("findings.csv", csv),
        OutputFile::person_level("findings.jsonl", json),
        OutputFile::open_to_all("figures.csv", table::figures(&answer.figures, |_| String::new())),
        OutputFile::open_to_all("summary-rates.csv", rates),
    ])
}

/// The whole in words: exact counts, for whoever may read the inputs.
pub fn told(answer: &Answer, settings: &Settings, out: &Path, files: &[String]) -> String {
    let mut text = format!("Scored as at {}\n\n", settings.as_at);
    for sentence in &answer.sentences {
        // Into memory: it cannot fail.
        let _ = writeln!(text, "{sentence}");
    }
    let counts: Vec<String> = Severity::ALL
        .iter()
        .map(|severity| {
            let found = answer.findings.iter().filter(|finding| finding.severity == *severity).count();
            format!("{found} {severity}s")
        })
        .collect();
    let _ = writeln!(text, "\nfindings: {}", counts.join(", "));
    let _ = writeln!(text, "written: {} ({}, manifest.json)", out.display(), files.join(", "));
    text
}
