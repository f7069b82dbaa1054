//! What the command says when it is done.

use std::{fmt::Write as _, path::Path};

use batch::output;
use board_paper::{Paper, RowCount};
use chrono::NaiveDate;
use rulebook::{Finding, Severity};
use serde_json::{Map, Value, json};

use crate::arguments::Format;

/// What became of the outputs.
pub enum Written<'a> {
    /// Nothing was to be written.
    Nothing,
    /// The paper stands there now.
    To(&'a Path, &'a output::Written),
    /// An earlier paper stands there, and this one has findings that matter.
    LeftAlone(&'a Path),
}

/// The summary in the form asked for.
pub fn of(paper: &Paper, written: &Written<'_>, as_at: NaiveDate, format: Format) -> String {
    match format {
        Format::Text => text(paper, written, as_at),
        Format::Csv => csv(paper, written, as_at),
        Format::Json => json(paper, written, as_at),
    }
}

/// The findings that are told: the errors; if nothing was to be written, all.
fn told<'a>(paper: &'a Paper, written: &Written<'_>) -> impl Iterator<Item = &'a Finding> {
    let least = if matches!(written, Written::Nothing) { Severity::Note } else { Severity::Error };
    let findings = paper.findings.iter().flat_map(|(_, findings)| findings);
    findings.filter(move |finding| finding.severity >= least)
}

fn csv(paper: &Paper, written: &Written<'_>, as_at: NaiveDate) -> String {
    let mut rows: Vec<Vec<String>> =
        pairs(paper, written, as_at).into_iter().map(|(what, value)| vec![what.to_owned(), value]).collect();
    rows.extend(told(paper, written).map(|finding| vec!["finding".to_owned(), finding.to_string()]));
    table::write(&["what", "value"], &rows)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}

fn json(paper: &Paper, written: &Written<'_>, as_at: NaiveDate) -> String {
    // A count is a number; a day and a folder are text, whatever they look like.
    let value = |what: &str, text: String| match text.parse::<u64>() {
        Ok(count) if !["as_at", "written_to"].contains(&what) => Value::from(count),
        _ => Value::from(text),
    };
    let mut fields: Map<String, Value> = pairs(paper, written, as_at)
        .into_iter()
        .map(|(what, text)| (what.to_owned(), value(what, text)))
        .collect();
    let findings: Vec<Value> = told(paper, written).map(finding_fields).collect();
    fields.insert("findings".to_owned(), Value::from(findings));
    format!("{:#}\n", Value::from(fields))
}

fn finding_fields(finding: &Finding) -> Value {
    let place = finding.place.as_ref();
    json!({
        "severity": finding.severity.to_string(),
        "rule": finding.rule.id.0,
        "record": finding.record,
        "file": place.map(|place| place.file.as_str()),
        "row": place.and_then(|place| place.row),
        "column": place.and_then(|place| place.column.as_deref()),
        "finding": finding.sentence,
        "told": finding.to_string(),
    })
}

fn pairs(paper: &Paper, written: &Written<'_>, as_at: NaiveDate) -> Vec<(&'static str, String)> {
    let rows = |count: fn(&RowCount) -> usize| paper.counts.iter().map(count).sum::<usize>();
    vec![
        ("as_at", as_at.to_string()),
        ("sections", paper.settings.sections.len().to_string()),
        ("figures", paper.figures.len().to_string()),
        ("figures_printed", paper.printed_in.len().to_string()),
        ("rows_in", rows(|count| count.good + count.rejected + count.not_yet_known).to_string()),
        ("rows_used", rows(|count| count.good).to_string()),
        ("rows_rejected", rows(|count| count.rejected).to_string()),
        ("rows_not_yet_known", rows(|count| count.not_yet_known).to_string()),
        ("errors", paper.count(Severity::Error).to_string()),
        ("warnings", paper.count(Severity::Warning).to_string()),
        ("notes", paper.count(Severity::Note).to_string()),
        ("warnings_and_notes_not_counted_on", paper.person_level_rooms.join(", ")),
        (
            "written_to",
            match written {
                Written::To(out, _) => out.display().to_string(),
                Written::Nothing | Written::LeftAlone(_) => String::new(),
            },
        ),
    ]
}

fn text(paper: &Paper, written: &Written<'_>, as_at: NaiveDate) -> String {
    let mut out = String::new();
    let rows = |count: fn(&RowCount) -> usize| paper.counts.iter().map(count).sum::<usize>();
    let (used, rejected) = (rows(|count| count.good), rows(|count| count.rejected));
    let later = rows(|count| count.not_yet_known);
    let not_yet_known = if later > 0 { format!(" + {later} not yet known") } else { String::new() };
    let _ = writeln!(out, "{}, as at {as_at}", paper.settings.title);
    let _ = writeln!(
        out,
        "  {} sections, {} figures ({} printed)",
        paper.settings.sections.len(),
        paper.figures.len(),
        paper.printed_in.len()
    );
    let _ = writeln!(
        out,
        "  {} rows in = {used} used + {rejected} rejected{not_yet_known}",
        used + rejected + later
    );
    let (errors, warnings, notes) =
        (paper.count(Severity::Error), paper.count(Severity::Warning), paper.count(Severity::Note));
    let _ = if paper.person_level_rooms.is_empty() {
        writeln!(out, "  findings: {errors} errors, {warnings} warnings, {notes} notes")
    } else {
        // A plain 0 would say that there are none: how many there are about single people is not told.
        let rooms = paper.person_level_rooms.join(", ");
        writeln!(
            out,
            "  findings: {errors} errors; {warnings} warnings and {notes} notes beside those on {rooms}, which are about \
             single people, not counted, and in findings.csv"
        )
    };
    for finding in told(paper, written) {
        let _ = writeln!(out, "  {finding}");
    }
    match written {
        Written::Nothing => {}
        Written::To(out_folder, written) => {
            let names: Vec<&str> =
                written.manifest.outputs.iter().map(|output| output.file.as_str()).collect();
            let _ =
                writeln!(out, "  written: {} ({}, manifest.json)", out_folder.display(), names.join(", "));
            if let Some(left) = &written.left_behind {
                let _ = writeln!(out, "  {left}");
            }
        }
        Written::LeftAlone(out_folder) => {
            let _ = writeln!(
                out,
                "  not written: `{}` stands already and is left as it is, because of the findings above \
                 (mend them, name another --out, or say --fail-on never)",
                out_folder.display()
            );
        }
    }
    out
}
