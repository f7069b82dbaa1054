//! What all records together tell, found before any of them is judged: by number, in parts that lie on disk.

use std::{
    io,
    num::NonZero,
    sync::atomic::{AtomicU64, AtomicUsize, Ordering},
    thread,
};

use batch::{extract::Part as Bytes, spill::Spill};
use crime::removal::Removal;
use no_crime::{
    across::{self, Across, Crime, Crimes, Found, Item, Part},
    rows,
};
use rulebook::{Finding, Place, Severity};
use table::extract::{Mark, Record, Records};

use super::{
    input::Input,
    walk::{Failed, Job, stretches},
};

/// Into so many parts the records are divided, each of which is held in memory by itself.
const PARTS: usize = 64;

/// What all records together tell.
pub struct Seen {
    found: Found,
    /// What there is to say of rows of crimes that cannot be used, and then of several records, in the order of the rows.
    pub findings: Vec<Finding>,
    /// Rows of the table of all crimes: all, and those that could not be used.
    pub crimes: (u64, u64),
}

impl Seen {
    /// Whether a row repeats the number of an earlier one: it is neither judged nor counted.
    pub fn repeats(&self, line: u64) -> bool {
        self.found.left_out.contains(&line)
    }

    /// Puts what is known of the other record of a duplicate in place of what its column says.
    pub fn look_up(&self, removal: &mut Removal, line: u64) {
        if let Some(other) = self.found.liveness.of(line) {
            removal.other_record_live = other.fact();
        }
    }
}

/// Goes through both tables.
pub fn look(job: &Job<'_>, done: &AtomicU64) -> Result<Seen, Failed> {
    let mut crimes = (0, 0);
    let mut findings = Vec::new();
    let mut spills = Vec::new();
    for (table, input) in [(Table::Removals, Some(job.removals)), (Table::Crimes, job.crimes)] {
        let Some(input) = input else { continue };
        for divided in divide(job, table, input, done)? {
            if table == Table::Crimes {
                crimes = (crimes.0 + divided.rows, crimes.1 + divided.findings.len() as u64);
                findings.extend(divided.findings);
            }
            spills.push(divided.spill);
        }
    }
    // Threads took rows as they came.
    findings.sort_by(across::in_order);
    let given = match (job.crimes, crimes.1) {
        (None, _) => Crimes::NotGiven,
        (Some(_), 0) => Crimes::Given,
        (Some(_), _) => Crimes::GivenInPart,
    };
    let place = Place { sheet: job.removals.shape.sheet.clone(), ..Place::file(&job.removals.shape.file) };
    let mut found = learn(&spills, given, &place)?.settle();
    findings.append(&mut found.findings);
    for spill in &spills {
        for part in 0..PARTS {
            spill.remove_part(part)?;
        }
    }
    Ok(Seen { found, findings, crimes })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Table {
    Removals,
    Crimes,
}

/// What one thread made of its rows.
struct Divided {
    spill: Spill,
    rows: u64,
    /// Rows of crimes that could not be used. Those of removals are told when they are judged.
    findings: Vec<Finding>,
}

/// Divides the rows of a table by number, in several threads.
fn divide(job: &Job<'_>, table: Table, input: &Input, done: &AtomicU64) -> io::Result<Vec<Divided>> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let (stretches, next) = (stretches(input), AtomicUsize::new(0));
    let some = |thread: usize| {
        let spill = Spill::new(job.scratch, format!("{table:?}-{thread}"), PARTS);
        let mut divided = Divided { spill, rows: 0, findings: Vec::new() };
        while let Some(stretch) = stretches.get(next.fetch_add(1, Ordering::Relaxed)) {
            rows_of(table, input, *stretch, done, &mut divided)?;
        }
        Ok(divided)
    };
    thread::scope(|scope| {
        let some = &some;
        let running: Vec<_> = (0..threads).map(|thread| scope.spawn(move || some(thread))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause)))
            .collect()
    })
}

fn rows_of(
    table: Table,
    input: &Input,
    (from, to): (Mark, u64),
    done: &AtomicU64,
    divided: &mut Divided,
) -> io::Result<()> {
    let part = Bytes::open(&input.path, from.byte, to, done)?;
    let mut records = Records::part(input.shape.clone(), part, 0, from);
    let (mut row, mut bytes) = (Record::default(), Vec::new());
    while records.read(&mut row)? {
        divided.rows += 1;
        let items = match table {
            // A row that cannot be read is told when it would be judged.
            Table::Removals if row.fault.is_some() => Vec::new(),
            Table::Removals => rows::removal_beside_others(&row)
                .map(|removal| Item::of_removal(across::Seen::of(removal, row.line)))
                .unwrap_or_default(),
            Table::Crimes => match crime(&row, input) {
                Ok(crime) => Item::of_crime(crime),
                Err(finding) => {
                    divided.findings.push(finding);
                    Vec::new()
                }
            },
        };
        for item in items {
            bytes.clear();
            item.to_bytes(&mut bytes);
            divided.spill.add(item.part(PARTS), &bytes)?;
        }
    }
    Ok(())
}

fn crime(row: &Record, input: &Input) -> Result<Crime, Finding> {
    let place = input.shape.place(row.line);
    let rejected = |column: Option<&str>, sentence: String| {
        let record = if row.get(0).is_empty() { "(no number)" } else { row.get(0) };
        let place = column.map_or_else(|| place.clone(), |column| place.at(column));
        Finding::new(&table::rules::READABLE_ROW, Severity::Error, record, Some(place), sentence)
    };
    if let Some(fault) = &row.fault {
        return Err(rejected(None, fault.clone()));
    }
    Crime::from_cells(|column| row.get(column))
        .map_err(|bad| rejected(Some(bad.column.name), bad.to_string()))
}

/// Learns what all parts tell, in several threads.
fn learn(spills: &[Spill], crimes: Crimes, removals: &Place) -> io::Result<Across> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let some = || -> io::Result<Across> {
        let mut across = Across::new(crimes, removals);
        let mut bytes = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= PARTS {
                return Ok(across);
            }
            bytes.clear();
            for spill in spills {
                spill.append_part(number, &mut bytes)?;
            }
            let mut part = Part::default();
            part.add_bytes(&bytes).map_err(io::Error::other)?;
            across.learn(&part);
        }
    };
    thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(some)).collect();
        let mut all = Across::new(crimes, removals);
        for thread in running {
            all.merge(thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))?);
        }
        Ok(all)
    })
}
