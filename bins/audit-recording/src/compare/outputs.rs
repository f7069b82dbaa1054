//! The files of a comparison.

use std::{
    fs::File,
    io::{self, Write as _},
};

use batch::output::{Draft, WriteError};
use recording_audit::compare::{FINDINGS_HEADER, Shown, Tally, figures, figures_csv, summary_tables};

use super::walk::{Done, Job};

/// Why the outputs could not be written.
#[derive(Debug)]
pub struct Failed(String);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<WriteError> for Failed {
    fn from(error: WriteError) -> Self {
        Self(super::in_full(error))
    }
}

/// Writes every file, and says what it all came to and how they are called.
pub fn write(
    draft: &mut Draft,
    done: Done,
    job: &Job<'_>,
    threshold: u64,
) -> Result<(Tally, Vec<String>), Failed> {
    let mut names = Vec::new();
    for (at, name) in ["findings.csv", "findings.jsonl"].into_iter().enumerate() {
        let mut file = draft.file(name, true)?;
        if at == 0 {
            writeln!(file, "{}", FINDINGS_HEADER.join(","))?;
        }
        for part in &done.findings {
            if let Some(path) = part.paths.get(at) {
                io::copy(&mut File::open(path)?, &mut file)?;
                std::fs::remove_file(path)?;
            }
        }
        draft.keep(file)?;
        names.push(name.to_owned());
    }
    let shown = Shown::of(&done.tally, threshold);
    let mut open = vec![("figures.csv".to_owned(), figures_csv(&figures(&done.tally, &shown)))];
    for (name, rows) in summary_tables(&done.tally, &shown, job.settings) {
        let Some((header, rows)) = rows.split_first() else { continue };
        let header: Vec<&str> = header.iter().map(String::as_str).collect();
        let mut rows = rows.to_vec();
        for row in &mut rows {
            row.resize(header.len(), String::new());
        }
        let bytes = table::write(&header, &rows).map_err(|error| Failed(error.to_string()))?;
        open.push((format!("summary-{}.csv", name.replace('_', "-")), bytes));
    }
    for (name, bytes) in open {
        let mut file = draft.file(&name, false)?;
        file.write_all(&bytes)?;
        draft.keep(file)?;
        names.push(name);
    }
    let mut tally = done.tally;
    tally.unused_waivers = job
        .waivers
        .unused(&done.findings.iter().flat_map(|part| part.used.iter().cloned()).collect())
        .map(|waiver| format!("{} for {}", waiver.rule, waiver.record))
        .collect();
    Ok((tally, names))
}
