//! The files of a scored audit, and what is told at its end.

use std::{fmt::Write as _, path::Path};

use batch::{manifest::InputFile, output::OutputFile};
use recording_audit::{
    rules::case_judged,
    score::{
        Answer, GradeSet, JUDGED_HEADER, RATES_HEADER, Settings, disagreements_header, disagreements_table,
        findings_by_rule, judged_table, rates_table,
    },
};
use rulebook::{Finding, Severity, Value};
use table::findings::{FINDINGS_HEADER, append_csv, append_json};

use super::{
    report::{From, Page, compose},
    workbook,
};
use crate::ROOM;

/// What was scored, and what the files need to know beside the answer.
#[derive(Debug, Clone, Copy)]
pub struct Scored<'a> {
    pub answer: &'a Answer,
    /// The answer as others may see it, where that is another.
    pub for_others: Option<&'a Answer>,
    pub from: From,
    pub settings: &'a Settings,
    pub rows: &'a str,
    pub limits: &'a [String],
    pub grades: Option<&'a GradeSet>,
    pub inputs: &'a [InputFile],
}

/// Every file: findings, judgements and disagreements for their owner only; figures and rates as others may see them. Of published
/// counts there is nothing that others may not see, and there are no cases.
pub fn files(scored: &Scored<'_>) -> Result<Vec<OutputFile>, String> {
    let Scored { answer, for_others, from, .. } = *scored;
    let open = for_others.unwrap_or(answer);
    let threshold = match from {
        From::Counts => 0,
        From::Judgements { threshold } => threshold,
    };
    let found = findings_by_rule(&answer.findings, threshold);
    let mut figures = open.figures.clone();
    figures.extend(found.iter().map(|one| one.findings.clone()));
    let mut csv = FINDINGS_HEADER.join(",").into_bytes();
    csv.push(b'\n');
    let mut json = Vec::new();
    for finding in &answer.findings {
        append_csv(ROOM, finding, None, &mut csv);
        append_json(ROOM, finding, None, &mut json);
    }
    let rates = table::write(&RATES_HEADER, &rates_table(&open.rates)).map_err(|error| error.to_string())?;
    let mut files = vec![
        OutputFile::person_level("findings.csv", csv),
        OutputFile::person_level("findings.jsonl", json),
        OutputFile::open_to_all("figures.csv", table::figures(&figures, |_| String::new())),
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
    let mut outputs: Vec<String> = files.iter().map(|file| file.name.clone()).collect();
    outputs.extend(["report.html", "summary.xlsx", "manifest.json"].map(str::to_owned));
    let page = Page {
        from,
        settings: scored.settings,
        answer: open,
        figures: &figures,
        found: &found,
        rows: scored.rows,
        limits: scored.limits,
        grades: scored.grades,
        inputs: scored.inputs,
        outputs: &outputs,
    };
    let html = document::render::html::page(&compose(&page)).map_err(|error| error.to_string())?;
    files.push(OutputFile::open_to_all("report.html", html.into_bytes()));
    let workbook = workbook::bytes(&page).map_err(|error| error.to_string())?;
    files.push(OutputFile::open_to_all("summary.xlsx", workbook));
    Ok(files)
}

fn shown(value: &Value) -> String {
    if let Value::Count(count) = value { count.to_string() } else { "left out".to_owned() }
}

/// The whole in words: exact counts, for whoever may read the inputs.
pub fn told(answer: &Answer, settings: &Settings, out: &Path, files: &[String]) -> String {
    let mut text = format!("Scored as at {}\n\n", settings.as_at);
    // What could not be used comes first: what follows rests on the rest.
    // Cases that nobody has judged yet are no rows; they are counted below, and findings.csv has them.
    let is_rejected =
        |found: &&Finding| found.severity == Severity::Error && found.rule.id != case_judged::RULE.id;
    let mut rejected = answer.findings.iter().filter(is_rejected).peekable();
    let any = rejected.peek().is_some();
    for finding in rejected {
        // Into memory: it cannot fail.
        let _ = writeln!(text, "{finding}");
    }
    if any {
        text.push('\n');
    }
    for sentence in answer.sentences.iter().chain(&answer.verdicts) {
        let _ = writeln!(text, "{sentence}");
    }
    let late: Vec<String> =
        answer.lateness.iter().map(|(words, count)| format!("{words}: {}", shown(&count.value))).collect();
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
