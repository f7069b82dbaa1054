//! The files of a comparison.

use std::{
    fs::File,
    io::{self, Read as _, Write as _},
    thread,
};

use batch::{
    manifest::InputFile,
    output::{Draft, DraftFile, WriteError},
};
use recording_audit::compare::{
    Dimension, Shown, Tally, confusion, figures, findings_by_rule, rates, rows_taken, summary_tables,
};
use table::findings::FINDINGS_HEADER;

use super::{
    report::{Page, compose},
    walk::{Done, Job},
    workbook,
};

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
    waivers: Option<&InputFile>,
) -> Result<(Tally, Vec<String>), Failed> {
    let mut names = ["findings.csv", "findings.jsonl"].map(str::to_owned).to_vec();
    let [mut csv, mut json] = [draft.file("findings.csv", true)?, draft.file("findings.jsonl", true)?];
    writeln!(csv, "{}", FINDINGS_HEADER.join(","))?;
    let shown = Shown::of(&done.tally, threshold);
    // What may leave the force is laid out while the findings are put together.
    let (one, other, open) = thread::scope(|scope| {
        let csv = scope.spawn(|| put_together(&done, 0, &mut csv));
        let json = scope.spawn(|| put_together(&done, 1, &mut json));
        let open = open(&done.tally, &shown, job, waivers, &names);
        let ended = |thread: thread::ScopedJoinHandle<'_, io::Result<()>>| {
            thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))
        };
        (ended(csv), ended(json), open)
    });
    one.and(other)?;
    for file in [csv, json] {
        draft.keep(file)?;
    }
    for (name, bytes) in open? {
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

/// The files that may leave the force: figures, page and break-downs.
fn open(
    tally: &Tally,
    shown: &Shown,
    job: &Job<'_>,
    waivers: Option<&InputFile>,
    about_people: &[String],
) -> Result<Vec<(String, Vec<u8>)>, Failed> {
    let settings = job.settings;
    let tables = summary_tables(tally, shown, settings);
    let rates: Vec<_> =
        Dimension::ALL.map(|dimension| (dimension, rates(&tables, dimension, tally, settings))).into();
    let found = findings_by_rule(tally, shown, settings);
    let mut all = figures(tally, shown, settings);
    all.extend(rows_taken(tally, shown, settings));
    all.extend(rates.iter().flat_map(|(_, rates)| rates).map(|rate| rate.figure.clone()));
    all.extend(found.iter().flat_map(|found| [found.findings.clone(), found.waived.clone()]));
    let mut files = vec![("figures.csv".to_owned(), table::figures(&all, |_| String::new()))];
    for (name, rows) in &tables {
        let Some((header, rows)) = rows.split_first() else { continue };
        let header: Vec<&str> = header.iter().map(String::as_str).collect();
        let mut rows = rows.to_vec();
        for row in &mut rows {
            row.resize(header.len(), String::new());
        }
        let bytes = table::write(&header, &rows).map_err(|error| Failed(error.to_string()))?;
        files.push((format!("summary-{}.csv", name.replace('_', "-")), bytes));
    }
    let mut outputs = about_people.to_vec();
    outputs.extend(files.iter().map(|(name, _)| name.clone()));
    outputs.extend(["report.html", "summary.xlsx", "manifest.json"].map(str::to_owned));
    let page = Page {
        settings,
        shown,
        figures: &all,
        rates: &rates,
        tables: &tables,
        confusion: &confusion(tally, shown, settings),
        found: &found,
        inputs: job.inputs.iter().map(|input| &input.manifest).chain(waivers).collect(),
        outputs: &outputs,
    };
    let html = document::render::html::page(&compose(&page)).map_err(|error| Failed(error.to_string()))?;
    files.push(("report.html".to_owned(), html.into_bytes()));
    let workbook = workbook::bytes(&page).map_err(|error| Failed(error.to_string()))?;
    files.push(("summary.xlsx".to_owned(), workbook));
    Ok(files)
}
