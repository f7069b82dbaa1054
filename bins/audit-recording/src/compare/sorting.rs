//! Extracts that are not sorted: their rows are divided on disk by ranges of references, and each range is sorted in memory.

use std::{io, num::NonZero, ops::Range, sync::atomic::Ordering, thread};

use batch::{extract::Part, spill::Spill};
use recording_audit::compare::{CellRead, Mark, MergeError, Record, Records, Shape, Source, Span};

use super::{
    inputs::Input,
    plan::{has_key, key_at},
    walk::{Job, Walked, in_threads, walk},
};

/// About so much of all extracts together is sorted in memory at once, by each thread.
const AT_ONCE: u64 = 8 << 20;

/// More parts would need more open files than a system commonly allows.
const MOST_PARTS: usize = 200;

/// A part that holds more than this, because one reference fills it, is not sorted in memory.
const TOO_LARGE: u64 = 384 << 20;

/// Walks extracts in any order: two passes, the first of which writes every row into the scratch folder.
pub fn unsorted(job: &Job<'_>) -> Result<Vec<Walked>, MergeError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let keys = keys(job)?;
    let parts = keys.len() + 1;
    let divided = in_threads(threads, |at| divide(job, &keys, at, threads))?;
    let (mut walked, spills): (Vec<Walked>, Vec<Vec<Spill>>) = divided.into_iter().unzip();
    let sorted = in_threads(threads, |at| {
        let mut walked = Walked::new(job, &format!("parts-{at}"))?;
        for part in parts * at / threads..parts * (at + 1) / threads {
            let sources = job
                .inputs
                .iter()
                .enumerate()
                .map(|(number, input)| Sorted::read(input, &spills, number, part, job))
                .collect::<io::Result<Vec<Sorted>>>()?;
            let before = part.checked_sub(1).and_then(|before| keys.get(before));
            let span = Span { from: before.cloned().unwrap_or_default(), below: keys.get(part).cloned() };
            walk(job, &span, sources, &mut walked)?;
        }
        Ok(walked)
    })?;
    walked.extend(sorted);
    Ok(walked)
}

/// References that divide the rows into about equal parts, from rows picked at even distances.
fn keys(job: &Job<'_>) -> io::Result<Vec<String>> {
    let total: u64 = job.inputs.iter().map(|input| input.manifest.bytes).sum();
    let parts = usize::try_from(total / AT_ONCE).unwrap_or(MOST_PARTS).clamp(1, MOST_PARTS);
    let marks: usize = job.inputs.iter().map(|input| input.marks.len()).sum();
    let step = (marks / 4_000).max(1);
    let mut picked = Vec::new();
    for input in job.inputs {
        for mark in input.marks.iter().step_by(step) {
            picked.extend(key_at(input, *mark)?);
        }
    }
    picked.sort_unstable();
    let mut keys: Vec<String> =
        (1..parts).filter_map(|part| picked.get(picked.len() * part / parts).cloned()).collect();
    keys.dedup();
    Ok(keys)
}

/// Divides one share of every extract. Rows without a reference, and those that cannot be read, are judged at once.
fn divide(
    job: &Job<'_>,
    keys: &[String],
    share: usize,
    shares: usize,
) -> Result<(Walked, Vec<Spill>), MergeError> {
    let mut walked = Walked::new(job, &format!("divided-{share}"))?;
    let mut spills = Vec::new();
    let mut alone: Vec<Record> = Vec::new();
    let (last, mut row) = (job.inputs.len().saturating_sub(1), Vec::new());
    for (number, input) in job.inputs.iter().enumerate() {
        let mut spill = Spill::new(job.scratch, format!("rows-{number}-{share}"), keys.len() + 1);
        let marks = &input.marks;
        let mark = |at: usize| marks.get(marks.len() * at / shares).copied();
        let (Some(from), to) = (mark(share), mark(share + 1)) else { continue };
        let to = to.map_or(input.manifest.bytes, |to| to.byte);
        let part = Part::open(&input.path, from.byte, to, job.read)?;
        let mut records = Records::part(input.shape.clone(), part, input.source, from);
        let mut record = Record::default();
        while let Some(read) = records.read_cell(input.incident, &mut record)? {
            let (begin, key) = match read {
                CellRead::Quickly { begin, .. } => (begin, records.cell(&read)),
                CellRead::Whole => {
                    let key = record.get(input.incident);
                    if !has_key(&record, key) {
                        alone.push(record.clone());
                        if alone.len() > 10_000 {
                            judge_alone(job, &mut alone, last, &mut walked)?;
                        }
                        continue;
                    }
                    (Mark { byte: record.byte, line: record.line }, key.as_bytes())
                }
            };
            let at = keys.partition_point(|before| before.as_bytes() <= key);
            row.clear();
            let length = |bytes: usize| u32::try_from(bytes).unwrap_or(u32::MAX).to_le_bytes();
            row.extend(begin.line.to_le_bytes());
            row.extend(begin.byte.to_le_bytes());
            row.extend(length(key.len()));
            row.extend(length(records.raw().len()));
            row.extend(key);
            row.extend(records.raw());
            spill.add(at, &row)?;
        }
        spills.push(spill);
    }
    judge_alone(job, &mut alone, last, &mut walked)?;
    Ok((walked, spills))
}

/// Judges rows that belong to no report.
fn judge_alone(
    job: &Job<'_>,
    rows: &mut Vec<Record>,
    last: usize,
    walked: &mut Walked,
) -> Result<(), MergeError> {
    let (crimes, dues): (Vec<Record>, Vec<Record>) =
        rows.drain(..).partition(|row| usize::from(row.source) == last);
    let mut sources: Vec<Listed> = (0..last).map(|_| Listed::default()).collect();
    if let Some(first) = sources.first_mut() {
        first.rows = dues.into_iter();
    }
    sources.push(Listed { rows: crimes.into_iter() });
    walk(job, &Span::default(), sources, walked)
}

/// Rows in memory, in the order in which they came.
#[derive(Default)]
struct Listed {
    rows: std::vec::IntoIter<Record>,
}

impl Source for Listed {
    fn next(&mut self, into: &mut Record) -> io::Result<bool> {
        match self.rows.next() {
            Some(row) => {
                *into = row;
                Ok(true)
            }
            None => Ok(false),
        }
    }
}

/// One range of an extract, sorted by reference and line.
struct Sorted {
    shape: Shape,
    source: u16,
    bytes: Vec<u8>,
    rows: std::vec::IntoIter<Entry>,
    ends: Vec<usize>,
}

/// Where a row lies.
struct Entry {
    /// The first letters of its reference behind those that all have in common: mostly they decide the order.
    head: u64,
    begin: Mark,
    key: Range<usize>,
    row: Range<usize>,
}

impl Sorted {
    fn read(
        input: &Input,
        spills: &[Vec<Spill>],
        number: usize,
        part: usize,
        job: &Job<'_>,
    ) -> io::Result<Self> {
        let spills = || spills.iter().filter_map(|of_thread| of_thread.get(number));
        if spills().map(|spill| spill.bytes(part)).sum::<u64>() > TOO_LARGE {
            return Err(io::Error::other(format!(
                "{}: so many rows share one reference, or a few, that they cannot be sorted: a word that stands for many reports is written `not known`",
                input.shape.file
            )));
        }
        let mut bytes = Vec::new();
        for spill in spills() {
            spill.append_part(part, &mut bytes)?;
        }
        job.read.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        let mut entries = Vec::new();
        let mut at = 0;
        while let Some((entry, next)) = entry(&bytes, at) {
            entries.push(entry);
            at = next;
        }
        let key = |entry: &Entry| bytes.get(entry.key.clone()).unwrap_or_default();
        let first = entries.first().map(key).unwrap_or_default();
        let common =
            entries.iter().map(key).fold(first.len(), |common, key| in_common(first, key).min(common));
        for entry in &mut entries {
            entry.head = head(key(entry).get(common..).unwrap_or_default());
        }
        entries.sort_unstable_by(|one, other| {
            one.head
                .cmp(&other.head)
                .then_with(|| (key(one), one.begin.line).cmp(&(key(other), other.begin.line)))
        });
        Ok(Self {
            shape: input.shape.clone(),
            source: input.source,
            bytes,
            rows: entries.into_iter(),
            ends: Vec::new(),
        })
    }
}

/// What stands before a row: its line and first byte, and how long its reference and the row itself are.
const HEAD: usize = 24;

/// How many bytes two references begin with alike.
fn in_common(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// The first eight bytes as a number that is ordered as they are; what is shorter comes first.
fn head(key: &[u8]) -> u64 {
    let mut first = [0; 8];
    for (place, byte) in first.iter_mut().zip(key) {
        *place = *byte;
    }
    u64::from_be_bytes(first)
}

fn entry(bytes: &[u8], at: usize) -> Option<(Entry, usize)> {
    let head = bytes.get(at..at + HEAD)?;
    let (line, rest) = head.split_first_chunk::<8>()?;
    let (byte, rest) = rest.split_first_chunk::<8>()?;
    let (key, rest) = rest.split_first_chunk::<4>()?;
    let (row, _) = rest.split_first_chunk::<4>()?;
    let key = at + HEAD..at + HEAD + u32::from_le_bytes(*key) as usize;
    let row = key.end..key.end + u32::from_le_bytes(*row) as usize;
    let next = row.end;
    let begin = Mark { byte: u64::from_le_bytes(*byte), line: u64::from_le_bytes(*line) };
    Some((Entry { head: 0, begin, key, row }, next))
}

impl Source for Sorted {
    fn next(&mut self, into: &mut Record) -> io::Result<bool> {
        let Some(entry) = self.rows.next() else { return Ok(false) };
        let row = self.bytes.get(entry.row).unwrap_or_default();
        self.shape.row(row, entry.begin.line, self.source, &mut self.ends, into);
        into.byte = entry.begin.byte;
        Ok(true)
    }
}
