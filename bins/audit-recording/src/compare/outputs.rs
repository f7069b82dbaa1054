//! The files of a comparison.

use std::{
    fs::File,
    io::{self, Read as _, Write as _},
    thread,
};

use batch::output::{Draft, DraftFile, WriteError};
use recording_audit::compare::{FINDINGS_HEADER, Shown, Tally, figures, summary_tables};

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

/// Puts the findings of all threads one after the other, and removes what they were written to.
fn put_together(done: &Done, kind: usize, file: &mut DraftFile) -> io::Result<()> {
    let mut block = vec![0; 1 << 20];
    for path in done.findings.iter().filter_map(|part| part.paths.get(kind)) {
        let mut part = File::open(path)?;
        loop {
            let read = part.read(&mut block)?;
            if read == 0 {
                break;
            }
            file.write_all(block.get(..read).unwrap_or_default())?;
        }
        std::fs::remove_file(path)?;
    }
    Ok(())
}

/// Writes every file, and says what it all came to and how they are called.
pub fn write(
    draft: &mut Draft,
    done: Done,
    job: &Job<'_>,
    threshold: u64,
) -> Result<(Tally, Vec<String>), Failed> {
    let mut names = Vec::new();
    let [mut csv, mut json] = [draft.file("findings.csv", true)?, draft.file("findings.jsonl", true)?];
    writeln!(csv, "{}", FINDINGS_HEADER.join(","))?;
    let (one, other) = thread::scope(|scope| {
        let json = scope.spawn(|| put_together(&done, 1, &mut json));
        let csv = put_together(&done, 0, &mut csv);
        (csv, json.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
    });
    one.and(other)?;
    for (file, name) in [(csv, "findings.csv"), (json, "findings.jsonl")] {
        draft.keep(file)?;
        names.push(name.to_owned());
    }
    let shown = Shown::of(&done.tally, threshold);
    let mut open = vec![(
        "figures.csv".to_owned(),
        table::figures(&figures(&done.tally, &shown, job.settings), |_| String::new()),
    )];
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
