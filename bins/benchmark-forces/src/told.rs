//! What a run says on standard output: what it did, sentences, findings; as text, JSON or CSV.

use std::fmt::Write as _;

use batch::stdout;
use clap::ValueEnum;
use rulebook::{Finding, Severity};
use serde_json::{Value, json};
use table::findings::append_json;

/// The room whose rules speak.
pub const ROOM: &str = "msf-benchmark";

/// The form of standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines for people.
    Text,
    /// One JSON object.
    Json,
    /// Rows `what,value`.
    Csv,
}

/// What is said.
#[derive(Default)]
pub struct Told {
    /// What was done, each fact with its name.
    pub facts: Vec<(String, String)>,
    /// Answers, a sentence each.
    pub sentences: Vec<String>,
}

impl Told {
    /// Adds a fact.
    pub fn fact(&mut self, what: &str, value: impl std::fmt::Display) {
        self.facts.push((what.to_owned(), value.to_string()));
    }
}

/// Says it, with the findings.
pub fn tell(told: &Told, findings: &[&Finding], format: Format) -> Result<(), String> {
    let text = match format {
        Format::Text => text(told, findings),
        Format::Json => json(told, findings),
        Format::Csv => csv(told, findings)?,
    };
    stdout::print(&text).map_err(|error| error.to_string())
}

fn text(told: &Told, findings: &[&Finding]) -> String {
    let mut text = String::new();
    // Into memory: it cannot fail.
    for (what, value) in &told.facts {
        let _ = writeln!(text, "{what}: {value}");
    }
    for sentence in &told.sentences {
        let _ = writeln!(text, "* {sentence}");
    }
    for finding in findings {
        let _ = writeln!(text, "{finding}");
    }
    text
}

/// `1 error, 2 warnings, 0 notes`.
pub fn counted(findings: &[&Finding]) -> String {
    let count = |severity: Severity| {
        let n = findings.iter().filter(|finding| finding.severity == severity).count();
        format!("{n} {severity}{}", if n == 1 { "" } else { "s" })
    };
    [Severity::Error, Severity::Warning, Severity::Note].map(count).join(", ")
}

fn json(told: &Told, findings: &[&Finding]) -> String {
    let findings: Vec<Value> = findings
        .iter()
        .map(|finding| {
            let mut line = Vec::new();
            append_json(ROOM, finding, None, &mut line);
            // What was written as JSON a line above is JSON.
            serde_json::from_slice(&line).unwrap_or_default()
        })
        .collect();
    let facts: Vec<Value> =
        told.facts.iter().map(|(what, value)| json!({ "what": what, "value": value })).collect();
    format!("{:#}\n", json!({ "facts": facts, "sentences": told.sentences, "findings": findings }))
}

fn csv(told: &Told, findings: &[&Finding]) -> Result<String, String> {
    let row = |what: &str, value: &str| vec![what.to_owned(), value.to_owned()];
    let facts = told.facts.iter().map(|(what, value)| row(what, value));
    let sentences = told.sentences.iter().map(|sentence| row("sentence", sentence));
    let findings = findings.iter().map(|finding| row("finding", &finding.to_string()));
    let rows: Vec<Vec<String>> = facts.chain(sentences).chain(findings).collect();
    let bytes = table::write(&["what", "value"], &rows).map_err(|error| error.to_string())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
