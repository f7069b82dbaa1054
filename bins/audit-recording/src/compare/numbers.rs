//! Crime numbers that stand more than once.

use std::{collections::BTreeMap, io, num::NonZero, thread};

use batch::repeated::{Numbers, PARTS, row_at, shared};
use recording_audit::{
    compare::{MergeError, Source, recorded},
    rules::crime_number_once,
};
use rulebook::Finding;
use table::extract::{Mark, Record};

use super::{inputs::Input, walk::in_threads};

/// A source whose crime numbers are kept.
pub struct Numbered<'a, S> {
    pub source: S,
    pub numbers: &'a mut Numbers,
}

impl<S: Source> Source for Numbered<'_, S> {
    fn next(&mut self, into: &mut Record) -> io::Result<bool> {
        let there = self.source.next(into)?;
        if there && into.fault.is_none() {
            self.numbers.add(into.get(recorded::CRIME), Mark { byte: into.byte, line: into.line })?;
        }
        Ok(there)
    }
}

/// What stands more than once. Two crime numbers may share a number of ours, so their rows are read again before anything is said.
pub fn repeated(all: &[Numbers], input: &Input) -> Result<Vec<Finding>, MergeError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let found = in_threads(threads, |share| {
        let mut found: Vec<(String, u64)> = Vec::new();
        for part in PARTS * share / threads..PARTS * (share + 1) / threads {
            for begin in shared(all, part)? {
                found.push((crime_at(input, begin)?, begin.line));
            }
        }
        Ok(found)
    })?;
    let mut lines: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (crime, line) in found.into_iter().flatten() {
        lines.entry(crime).or_default().push(line);
    }
    for lines in lines.values_mut() {
        lines.sort_unstable();
    }
    Ok(lines
        .iter()
        .filter(|(crime, _)| !crime.is_empty())
        .filter_map(|(crime, lines)| crime_number_once::check(&input.shape.file, crime, lines))
        .collect())
}

/// The crime number of a row, read again.
fn crime_at(input: &Input, begin: Mark) -> io::Result<String> {
    let mut record = Record::default();
    row_at(&input.path, &input.shape, (input.manifest.bytes, input.source), begin, &mut record)?;
    Ok(record.get(recorded::CRIME).to_owned())
}
