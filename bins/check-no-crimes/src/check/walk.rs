//! The walk over all removals, in several threads, answered in the order of the rows.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Write as _},
    path::Path,
    sync::{Mutex, PoisonError, atomic::AtomicU64},
};

use batch::{
    exit::{Exit, FailOn},
    extract::Part,
    in_turn::in_turn,
    output::{Draft, DraftFile, WriteError},
    stderr::in_full,
};
use chrono::NaiveDate;
use no_crime::{
    Verdict, judge, rows,
    tally::{Settings, Tally, Waived},
};
use rulebook::{Finding, Place, Severity};
use table::{
    extract::{Mark, Record, Records},
    findings::{FINDINGS_HEADER, append_csv, append_json},
    waivers::Waivers,
};

use super::{
    input::Input,
    seen::{self, Seen},
    work_list::{self, WorkList},
};

/// What is the same for every thread.
pub struct Job<'a> {
    pub settings: &'a Settings,
    pub removals: &'a Input,
    pub crimes: Option<&'a Input>,
    pub waivers: &'a Waivers,
    pub scratch: &'a Path,
    pub as_at: NaiveDate,
}

/// The room that the findings name.
const ROOM: &str = "no-crime";

/// What came of all rows.
pub struct Checked {
    pub tally: Tally,
    pub rows: u64,
    pub rejected: u64,
    /// Of the rejected: rows that repeat the number of an earlier one. What they say of the record is known from that one.
    pub repeated: u64,
    /// Rows of the table of all crimes, if it was given: all, and those that could not be used.
    pub crimes: Option<(u64, u64)>,
    /// Findings by rule and severity: all, and those of them that are waived.
    pub findings: BTreeMap<(&'static str, Severity), (u64, u64)>,
    pub work_list: WorkList,
    /// The waivers that waived something.
    pub used: BTreeSet<(String, String)>,
    /// The waivers that waived nothing.
    pub unused: Vec<String>,
}

impl Checked {
    fn new(settings: &Settings) -> Self {
        Self {
            tally: Tally::new(settings.clone()),
            rows: 0,
            rejected: 0,
            repeated: 0,
            crimes: None,
            findings: BTreeMap::new(),
            work_list: WorkList::default(),
            used: BTreeSet::new(),
            unused: Vec::new(),
        }
    }

    /// How the run ends: waived findings do not count.
    pub fn exit(&self, fail_on: FailOn) -> Exit {
        let found = |least: Severity| {
            self.findings.iter().any(|((_, severity), (all, waived))| *severity >= least && all > waived)
        };
        match fail_on {
            FailOn::At(least) if found(least) => Exit::Found,
            FailOn::Never | FailOn::At(_) => Exit::Done,
        }
    }

    fn merge(&mut self, other: Self) {
        self.tally.merge(&other.tally);
        self.rows += other.rows;
        self.rejected += other.rejected;
        self.repeated += other.repeated;
        for (key, (all, waived)) in other.findings {
            let sum = self.findings.entry(key).or_default();
            *sum = (sum.0 + all, sum.1 + waived);
        }
        self.work_list.merge(other.work_list);
        self.used.extend(other.used);
    }
}

/// Why a check could not be done.
#[derive(Debug)]
pub struct Failed(String);

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Failed {
    /// Why, in the words of what failed.
    pub fn told(error: &dyn std::error::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<io::Error> for Failed {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<table::workbook::WorkbookError> for Failed {
    fn from(error: table::workbook::WorkbookError) -> Self {
        Self(error.to_string())
    }
}

impl From<WriteError> for Failed {
    fn from(error: WriteError) -> Self {
        Self(in_full(error))
    }
}

/// What one stretch of rows came to, as it is written.
struct Answered {
    checked: Checked,
    text: Text,
}

/// What goes into each file.
#[derive(Default)]
struct Text {
    verdicts: Vec<u8>,
    csv: Vec<u8>,
    json: Vec<u8>,
    work: Vec<u8>,
}

impl Text {
    fn clear(&mut self) {
        let Self { verdicts, csv, json, work } = self;
        [verdicts, csv, json, work].into_iter().for_each(Vec::clear);
    }
}

impl Answered {
    fn new(settings: &Settings, text: Text) -> Self {
        Self { checked: Checked::new(settings), text }
    }

    /// Takes a finding, and says whether it is waived.
    fn add(&mut self, finding: &Finding, waivers: &Waivers) -> bool {
        let waiver = waivers.of(finding);
        let counts = self.checked.findings.entry((finding.rule.id.0, finding.severity)).or_default();
        counts.0 += 1;
        if let Some(waiver) = waiver {
            counts.1 += 1;
            self.checked.used.insert((waiver.rule.clone(), waiver.record.clone()));
        }
        append_csv(ROOM, finding, waiver, &mut self.text.csv);
        append_json(ROOM, finding, waiver, &mut self.text.json);
        waiver.is_some()
    }
}

/// The files that are written while the rows go by.
struct Files {
    verdicts: DraftFile,
    csv: DraftFile,
    json: DraftFile,
    work: DraftFile,
}

impl Files {
    fn new(draft: &Draft, job: &Job<'_>) -> Result<Self, Failed> {
        let mut files = Self {
            verdicts: draft.file("verdicts.csv", true)?,
            csv: draft.file("findings.csv", true)?,
            json: draft.file("findings.jsonl", true)?,
            work: draft.file("work-list.csv", true)?,
        };
        writeln!(files.verdicts, "record,verdict,other_reading,ground,rules,row")?;
        writeln!(files.csv, "{}", FINDINGS_HEADER.join(","))?;
        files.work.write_all(&work_list::header(&job.removals.shape))?;
        Ok(files)
    }

    fn write(&mut self, text: &Text) -> io::Result<()> {
        let Self { verdicts, csv, json, work } = self;
        let all = [(verdicts, &text.verdicts), (csv, &text.csv), (json, &text.json), (work, &text.work)];
        all.into_iter().try_for_each(|(file, bytes)| file.write_all(bytes))
    }

    fn keep(self, draft: &mut Draft) -> Result<(), WriteError> {
        [self.verdicts, self.csv, self.json, self.work].into_iter().try_for_each(|file| draft.keep(file))
    }
}

/// Looks at all records together, then judges each.
pub fn all(job: &Job<'_>, draft: &mut Draft, done: &AtomicU64) -> Result<Checked, Failed> {
    let mut files = Files::new(draft, job)?;
    let seen = seen::look(job, done)?;
    let mut all = Checked { crimes: job.crimes.map(|_| seen.crimes), ..Checked::new(job.settings) };
    let mut first = Answered::new(job.settings, Text::default());
    for finding in before_all(job).iter().chain(&seen.findings) {
        first.add(finding, job.waivers);
    }
    files.write(&first.text)?;
    all.merge(first.checked);

    // Memory for text goes round: asked for anew for each stretch, it was a tenth of all work.
    let written = Mutex::new(Vec::new());
    let spare = || written.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default();
    in_turn(
        &stretches(job.removals),
        |stretch| stretch_of(job, &seen, *stretch, Answered::new(job.settings, spare()), done),
        |answered| -> Result<(), Failed> {
            let Answered { checked, mut text } = answered?;
            files.write(&text)?;
            text.clear();
            written.lock().unwrap_or_else(PoisonError::into_inner).push(text);
            all.merge(checked);
            Ok(())
        },
    )?;
    files.keep(draft)?;
    all.unused = job
        .waivers
        .unused(&all.used)
        .map(|waiver| format!("{} for {}", waiver.rule, waiver.record))
        .collect();
    Ok(all)
}

/// The stretches of rows of an input: where each begins, and the byte at which it ends.
pub fn stretches(input: &Input) -> Vec<(Mark, u64)> {
    let ends = input.marks.iter().skip(1).map(|mark| mark.byte).chain([input.manifest.bytes]);
    input.marks.iter().copied().zip(ends).collect()
}

/// What is to be said before any row is.
fn before_all(job: &Job<'_>) -> Vec<Finding> {
    let inputs = [Some(job.removals), job.crimes].into_iter().flatten();
    let mut findings: Vec<Finding> = inputs.clone().flat_map(|input| input.shape.notes.clone()).collect();
    findings.extend(inputs.filter(|input| !input.whole).map(|input| {
        Finding::new(
            &table::rules::WHOLE_FILE,
            Severity::Warning,
            &input.shape.file,
            Some(Place::file(&input.shape.file)),
            "the last line has no end: the file may be torn",
        )
    }));
    findings.extend(job.waivers.findings.iter().cloned());
    findings
}

/// Judges the rows from `from` to the byte `to`.
fn stretch_of(
    job: &Job<'_>,
    seen: &Seen,
    (from, to): (Mark, u64),
    mut answered: Answered,
    done: &AtomicU64,
) -> io::Result<Answered> {
    let part = Part::open(&job.removals.path, from.byte, to, done)?;
    let (shape, columns) = work_list::widened(&job.removals.shape);
    let mut records = Records::part(shape.clone(), part, 0, from);
    let mut row = Record::default();
    while records.read(&mut row)? {
        answered.checked.rows += 1;
        one(job, seen, &shape, &columns, &row, &mut answered);
    }
    Ok(answered)
}

fn one(
    job: &Job<'_>,
    seen: &Seen,
    shape: &table::extract::Shape,
    columns: &[usize],
    row: &Record,
    answered: &mut Answered,
) {
    let place = shape.place(row.line);
    if let Some(fault) = &row.fault {
        answered.checked.rejected += 1;
        let record = if row.get(0).is_empty() { "(no number)" } else { row.get(0) };
        let finding =
            Finding::new(&table::rules::READABLE_ROW, Severity::Error, record, Some(place), fault.as_str());
        answered.add(&finding, job.waivers);
        return;
    }
    let mut removal = match rows::removal(row) {
        Ok(removal) => removal,
        Err(unreadable) => {
            answered.checked.rejected += 1;
            answered.add(&rows::rejected(&unreadable, row.get(0), &place), job.waivers);
            return;
        }
    };
    // What is to be said of it was said with what all records together tell.
    if seen.repeats(row.line) {
        answered.checked.rejected += 1;
        answered.checked.repeated += 1;
        return;
    }
    seen.look_up(&mut removal, row.line);
    let judgement = judge(&removal, job.as_at);
    let mut waived = true;
    let findings = judgement.findings(Some(&place));
    for finding in &findings {
        // A record counts as waived if all that is broken in it is.
        let is = answered.add(finding, job.waivers);
        waived &= is || finding.severity < Severity::Warning;
    }
    let broken = judgement.broken().next().is_some();
    let waived = if broken && waived { Waived::Yes } else { Waived::No };
    answered.checked.tally.add(&judgement, waived);
    work_list::verdict_row(&judgement, row.line, &mut answered.text.verdicts);
    if matches!(judgement.verdict, Verdict::DoesNotStand | Verdict::CannotBeTold) {
        let cells = work_list::cells(&judgement, columns, row);
        work_list::append(&cells, &mut answered.text.work);
        answered.checked.work_list.add(&cells);
    }
}
