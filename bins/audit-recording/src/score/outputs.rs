//! The files of a scored audit, and what is told at its end.

use std::{fmt::Write as _, path::Path};

use batch::output::OutputFile;
use recording_audit::{
    compare::{FINDINGS_HEADER, append_csv, append_json},
    score::{
        Answer, JUDGED_HEADER, RATES_HEADER, Settings, disagreements_header, disagreements_table,
        judged_table, rates_table,
    },
};
use rulebook::{Severity, Value};

/// Every file: findings, judgements and disagreements for their owner only; figures and rates as others may see them. Of published
/// counts there is nothing that others may not see, and there are no cases.
pub fn files(answer: &Answer, for_others: Option<&Answer>) -> Result<Vec<OutputFile>, String> {
    let open = for_others.unwrap_or(answer);
    let mut csv = FINDINGS_HEADER.join(",").into_bytes();
    csv.push(b'\n');
    let mut json = Vec::new();
    for finding in &answer.findings {
        append_csv(finding, None, &mut csv);
        append_json(finding, None, &mut json);
    }
    let rates = table::write(&RATES_HEADER, &rates_table(&open.rates)).map_err(|error| error.to_string())?;
    let mut files = vec![
        OutputFile::person_level("findings.csv", csv),
        OutputFile::person_level("findings.jsonl", json),
        OutputFile::open_to_all("figures.csv", table::figures(&open.figures, |_| String::new())),
        OutputFile::open_to_all("summary-rates.csv", rates),
    ];
    if for_others.is_some() {
        let tables = [
            ("judgements.csv", JUDGED_HEADER.to_vec(), judged_table(answer)),
            ("disagreements.csv", disagreements_header(), disagreements_table(answer)),
        ];
        for (name, header, rows) in tables {
            let bytes = table::write(&header, &rows).map_err(|error| error.to_string())?;
            files.push(OutputFile::person_level(name, bytes));
        }
    }
    Ok(files)
}

fn shown(value: &Value) -> String {
    if let Value::Count(count) = value { count.to_string() } else { "left out".to_owned() }
}

/// The whole in words: exact counts, for whoever may read the inputs.
pub fn told(answer: &Answer, settings: &Settings, out: &Path, files: &[String]) -> String {
    let mut text = format!("Scored as at {}\n\n", settings.as_at);
    for sentence in answer.sentences.iter().chain(&answer.verdicts) {
        // Into memory: it cannot fail.
        let _ = writeln!(text, "{sentence}");
    }
    let late: Vec<String> =
        answer.lateness.iter().map(|(words, count)| format!("{words}: {}", shown(count))).collect();
    if !late.is_empty() {
        let _ = writeln!(text, "\nRecorded late by: {}", late.join(", "));
    }
    for classes in answer.confusion.pairs.iter().flat_map(|pair| &pair.classes) {
        let crimes = classes.crimes.map_or_else(|| "left out".to_owned(), |crimes| crimes.to_string());
        let _ = writeln!(text, "Recorded as {} where {} was due: {crimes}", classes.recorded, classes.due);
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
