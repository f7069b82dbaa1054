//! What the command says when it is done.

use std::{fmt::Write as _, path::Path};

use batch::output;
use board_paper::Paper;
use chrono::NaiveDate;
use rulebook::Severity;

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
        Format::Csv => {
            pairs(paper, written, as_at).iter().fold(String::from("what,value\n"), |csv, (what, value)| {
                csv + &format!("{what},\"{}\"\n", table::neutral(value).replace('"', "\"\""))
            })
        }
        Format::Json => {
            let fields: Vec<String> = pairs(paper, written, as_at)
                .iter()
                .map(|(what, value)| format!("  {what:?}: {}", json(value)))
                .collect();
            format!("{{\n{}\n}}\n", fields.join(",\n"))
        }
    }
}

fn pairs(paper: &Paper, written: &Written<'_>, as_at: NaiveDate) -> Vec<(&'static str, String)> {
    let rows = |count: fn(&board_paper::RowCount) -> usize| paper.counts.iter().map(count).sum::<usize>();
    vec![
        ("as_at", as_at.to_string()),
        ("sections", paper.settings.sections.len().to_string()),
        ("figures", paper.figures.len().to_string()),
        ("figures_printed", paper.printed_in.len().to_string()),
        ("rows_in", rows(|count| count.good + count.rejected).to_string()),
        ("rows_used", rows(|count| count.good).to_string()),
        ("rows_rejected", rows(|count| count.rejected).to_string()),
        ("errors", paper.count(Severity::Error).to_string()),
        ("warnings", paper.count(Severity::Warning).to_string()),
        ("notes", paper.count(Severity::Note).to_string()),
        (
            "written_to",
            match written {
                Written::To(out, _) => out.display().to_string(),
                Written::Nothing | Written::LeftAlone(_) => String::new(),
            },
        ),
    ]
}

/// A number as it is, anything else in quotation marks.
fn json(value: &str) -> String {
    if value.parse::<u64>().is_ok() { value.to_owned() } else { serde_json::Value::from(value).to_string() }
}

fn text(paper: &Paper, written: &Written<'_>, as_at: NaiveDate) -> String {
    let mut out = String::new();
    let used: usize = paper.counts.iter().map(|count| count.good).sum();
    let rejected: usize = paper.counts.iter().map(|count| count.rejected).sum();
    let _ = writeln!(out, "{}, as at {as_at}", paper.settings.title);
    let _ = writeln!(
        out,
        "  {} sections, {} figures ({} printed)",
        paper.settings.sections.len(),
        paper.figures.len(),
        paper.printed_in.len()
    );
    let _ = writeln!(out, "  {} rows in = {used} used + {rejected} rejected", used + rejected);
    let _ = writeln!(
        out,
        "  findings: {} errors, {} warnings, {} notes",
        paper.count(Severity::Error),
        paper.count(Severity::Warning),
        paper.count(Severity::Note)
    );
    let least = if matches!(written, Written::Nothing) { Severity::Note } else { Severity::Error };
    for (_, findings) in &paper.findings {
        for finding in findings.iter().filter(|finding| finding.severity >= least) {
            let _ = writeln!(out, "  {finding}");
        }
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
