//! Extracts that are not sorted: their rows are divided on disk by ranges of references, and each range is sorted in memory.

use std::{io, num::NonZero, sync::atomic::Ordering, thread};

use batch::{extract::Part, spill::Spill};
use recording_audit::compare::{MergeError, Source, Span};
use table::extract::{CellRead, Mark, Record, Records, Shape};

use super::{
    inputs::Input,
    plan::{has_key, key_at},
    ranges::{Ranges, common, head},
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
    let ranges = ranges(job)?;
    let parts = ranges.len();
    let divided = in_threads(threads, |at| divide(job, &ranges, at, threads))?;
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
            let before = part.checked_sub(1).and_then(|before| ranges.keys.get(before));
            let span =
                Span { from: before.cloned().unwrap_or_default(), below: ranges.keys.get(part).cloned() };
            walk(job, &span, sources, &mut walked)?;
        }
        Ok(walked)
    })?;
    walked.extend(sorted);
    Ok(walked)
}

/// References that divide the rows into about equal parts, from rows picked at even distances.
fn ranges(job: &Job<'_>) -> io::Result<Ranges> {
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
    Ok(Ranges::new((1..parts).filter_map(|part| picked.get(picked.len() * part / parts).cloned()).collect()))
}

/// Divides one share of every extract. Rows without a reference, and those that cannot be read, are judged at once.
fn divide(
    job: &Job<'_>,
    ranges: &Ranges,
    share: usize,
    shares: usize,
) -> Result<(Walked, Vec<Spill>), MergeError> {
    let mut walked = Walked::new(job, &format!("divided-{share}"))?;
    let mut spills = Vec::new();
    let mut alone: Vec<Record> = Vec::new();
    let last = job.inputs.len().saturating_sub(1);
    for (number, input) in job.inputs.iter().enumerate() {
        let mut spill = Spill::new(job.scratch, format!("rows-{number}-{share}"), ranges.len());
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
            let at = ranges.of(key);
            spill.add(at, &Entry::head(begin, key.len(), records.raw().len()))?;
            spill.add(at, key)?;
            spill.add(at, records.raw())?;
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
    /// Where the rows stand among the bytes, in order.
    rows: std::vec::IntoIter<(u64, usize)>,
    ends: Vec<usize>,
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
            spill.remove_part(part)?;
        }
        job.read.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        let mut places = Vec::new();
        let mut at = 0;
        while let Some(entry) = Entry::at(&bytes, at) {
            places.push((0, at));
            at = entry.next;
        }
        let entry = |at: usize| Entry::at(&bytes, at).map(|entry| (entry.key, entry.begin.line));
        let key = |at: usize| entry(at).map(|(key, _)| key).unwrap_or_default();
        // The first letters behind those that all have in common: mostly they decide the order.
        let common = common(places.iter().map(|(_, at)| key(*at))).len();
        for (first, at) in &mut places {
            *first = head(key(*at).get(common..).unwrap_or_default());
        }
        places.sort_unstable_by(|(first, one), (second, other)| {
            first.cmp(second).then_with(|| entry(*one).cmp(&entry(*other)))
        });
        Ok(Self {
            shape: input.shape.clone(),
            source: input.source,
            bytes,
            rows: places.into_iter(),
            ends: Vec::new(),
        })
    }
}

/// A row that was written to be sorted.
struct Entry<'a> {
    begin: Mark,
    key: &'a [u8],
    row: &'a [u8],
    /// Where the next one stands.
    next: usize,
}

/// What stands before a row: its line and first byte, and how long its reference and the row itself are.
const HEAD: usize = 24;

impl<'a> Entry<'a> {
    fn head(begin: Mark, key: usize, row: usize) -> [u8; HEAD] {
        let mut head = [0; HEAD];
        let lengths = (key as u64) << 32 | row as u64;
        for (place, word) in head.as_chunks_mut().0.iter_mut().zip([begin.line, begin.byte, lengths]) {
            *place = word.to_le_bytes();
        }
        head
    }

    fn at(bytes: &'a [u8], at: usize) -> Option<Self> {
        let (head, rest) = bytes.get(at..)?.split_first_chunk::<HEAD>()?;
        let mut words = head.as_chunks().0.iter().map(|word| u64::from_le_bytes(*word));
        let (line, byte, lengths) = (words.next()?, words.next()?, words.next()?);
        let length = |lengths: u64| usize::try_from(lengths & u64::from(u32::MAX)).ok();
        let (key, rest) = rest.split_at_checked(length(lengths >> 32)?)?;
        let row = rest.get(..length(lengths)?)?;
        let next = at + HEAD + key.len() + row.len();
        Some(Self { begin: Mark { byte, line }, key, row, next })
    }
}

impl Source for Sorted {
    fn next(&mut self, into: &mut Record) -> io::Result<bool> {
        let place = self.rows.next();
        let Some(entry) = place.and_then(|(_, at)| Entry::at(&self.bytes, at)) else { return Ok(false) };
        self.shape.row(entry.row, entry.begin.line, self.source, &mut self.ends, into);
        into.byte = entry.begin.byte;
        Ok(true)
    }
}
