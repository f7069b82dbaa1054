//! Crime numbers that stand more than once, found in memory that does not grow.

use std::{
    collections::BTreeMap,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
    io::{self, Read as _},
    num::NonZero,
    path::Path,
    sync::atomic::AtomicU64,
    thread,
};

use batch::{extract::Part, spill::Spill};
use recording_audit::{
    compare::{Mark, MergeError, Record, Shape, Source, recorded},
    rules::crime_number_once,
};
use rulebook::Finding;

use super::{inputs::Input, walk::in_threads};

const PARTS: usize = 64;

/// A number for each crime number that goes by, with its line.
pub struct Numbers(Spill);

/// A source whose crime numbers are kept.
pub struct Numbered<'a, S> {
    pub source: S,
    pub numbers: &'a mut Numbers,
}

impl<S: Source> Source for Numbered<'_, S> {
    fn next(&mut self, into: &mut Record) -> io::Result<bool> {
        let there = self.source.next(into)?;
        if there && into.fault.is_none() {
            self.numbers.add(into.get(recorded::CRIME), into.line)?;
        }
        Ok(there)
    }
}

impl Numbers {
    pub fn new(scratch: &Path, name: &str) -> Self {
        Self(Spill::new(scratch, format!("numbers-{name}"), PARTS))
    }

    fn add(&mut self, crime: &str, line: u64) -> io::Result<()> {
        let number = number(crime);
        let entry = (u128::from(number) << 64 | u128::from(line)).to_le_bytes();
        self.0.add(usize::try_from(number % PARTS as u64).unwrap_or_default(), &entry)
    }
}

fn number(crime: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(crime)
}

/// What stands more than once. Two crime numbers may share a number of ours, so their lines are read again before anything is said.
pub fn repeated(all: &[Numbers], input: &Input) -> Result<Vec<Finding>, MergeError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut again: Vec<u64> = in_threads(threads, |share| {
        let mut lines = Vec::new();
        for part in PARTS * share / threads..PARTS * (share + 1) / threads {
            lines.extend(shared(all, part)?);
        }
        Ok(lines)
    })?
    .concat();
    again.sort_unstable();
    // One stretch for each beginning of a row that is known, if it holds a line to be read.
    let stretches: Vec<(Mark, u64, &[u64])> = stretches(input, &again);
    let read = in_threads(threads, |share| {
        let mut found: Vec<(String, u64)> = Vec::new();
        let mine = stretches.len() * share / threads..stretches.len() * (share + 1) / threads;
        for (from, to, lines) in stretches.get(mine).unwrap_or_default() {
            read_again(input, *from, *to, lines, &mut found)?;
        }
        Ok(found)
    })?;
    let mut lines: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (crime, line) in read.into_iter().flatten() {
        lines.entry(crime).or_default().push(line);
    }
    Ok(lines
        .iter()
        .filter_map(|(crime, lines)| crime_number_once::check(&input.shape.file, crime, lines))
        .collect())
}

/// The lines of a part whose numbers are shared by others.
fn shared(all: &[Numbers], part: usize) -> io::Result<Vec<u64>> {
    let mut seen: Vec<u128> = Vec::new();
    for numbers in all {
        let bytes = numbers.0.part(part)?;
        seen.extend(bytes.as_chunks::<16>().0.iter().map(|bytes| u128::from_le_bytes(*bytes)));
    }
    seen.sort_unstable();
    let same = |one: &u128, other: &u128| one >> 64 == other >> 64;
    let line = |entry: &u128| u64::try_from(entry & u128::from(u64::MAX)).unwrap_or_default();
    Ok(seen.chunk_by(same).filter(|chunk| chunk.len() > 1).flatten().map(line).collect())
}

fn stretches<'a>(input: &Input, lines: &'a [u64]) -> Vec<(Mark, u64, &'a [u64])> {
    let mut stretches = Vec::new();
    let mut rest = lines;
    for (at, mark) in input.marks.iter().enumerate() {
        let next = input.marks.get(at + 1);
        let here = rest.partition_point(|line| next.is_none_or(|next| *line < next.line));
        let (lines, after) = rest.split_at_checked(here).unwrap_or_default();
        rest = after;
        if !lines.is_empty() {
            stretches.push((*mark, next.map_or(input.manifest.bytes, |next| next.byte), lines));
        }
    }
    stretches
}

fn read_again(
    input: &Input,
    from: Mark,
    to: u64,
    lines: &[u64],
    found: &mut Vec<(String, u64)>,
) -> io::Result<()> {
    let unseen = AtomicU64::new(0);
    let mut part = Part::open(&input.path, from.byte, to, &unseen)?;
    let mut bytes = Vec::new();
    part.read_to_end(&mut bytes)?;
    let mut ends = memchr::memchr_iter(b'\n', &bytes);
    let (mut at, mut line) = (0, from.line);
    let (mut record, mut cells) = (Record::default(), Vec::new());
    for wanted in lines {
        while line < *wanted {
            at = ends.next().map_or(bytes.len(), |end| end + 1);
            line += 1;
        }
        let row = Shape::first_row(bytes.get(at..).unwrap_or_default());
        input.shape.row(row, line, input.source, &mut cells, &mut record);
        if record.fault.is_none() {
            found.push((record.get(recorded::CRIME).to_owned(), line));
        }
    }
    Ok(())
}
