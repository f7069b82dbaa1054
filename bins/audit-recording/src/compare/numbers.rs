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
    compare::{LONGEST, Mark, MergeError, Record, Shape, Source, recorded},
    rules::crime_number_once,
};
use rulebook::Finding;

use super::{inputs::Input, walk::in_threads};

const PARTS: usize = 64;

/// Three numbers of eight bytes.
const ENTRY: usize = 24;

/// A number for each crime number that goes by, with the place of its row.
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
            self.numbers.add(into.get(recorded::CRIME), Mark { byte: into.byte, line: into.line })?;
        }
        Ok(there)
    }
}

impl Numbers {
    pub fn new(scratch: &Path, name: &str) -> Self {
        Self(Spill::new(scratch, format!("numbers-{name}"), PARTS))
    }

    fn add(&mut self, crime: &str, begin: Mark) -> io::Result<()> {
        let number = number(crime);
        let mut entry = [0; ENTRY];
        for (place, byte) in
            entry.iter_mut().zip([number, begin.byte, begin.line].iter().flat_map(|n| n.to_le_bytes()))
        {
            *place = byte;
        }
        self.0.add(usize::try_from(number % PARTS as u64).unwrap_or_default(), &entry)
    }
}

fn number(crime: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(crime)
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

/// The rows of a part whose numbers are shared by others.
fn shared(all: &[Numbers], part: usize) -> io::Result<Vec<Mark>> {
    let mut seen: Vec<[u64; 3]> = Vec::new();
    for numbers in all {
        let bytes = numbers.0.part(part)?;
        seen.extend(bytes.as_chunks::<ENTRY>().0.iter().map(|entry| {
            let mut words = [0; 3];
            for (word, bytes) in words.iter_mut().zip(entry.as_chunks::<8>().0) {
                *word = u64::from_le_bytes(*bytes);
            }
            words
        }));
    }
    seen.sort_unstable();
    let same = |[one, ..]: &[u64; 3], [other, ..]: &[u64; 3]| one == other;
    let repeated = seen.chunk_by(same).filter(|chunk| chunk.len() > 1).flatten();
    Ok(repeated.map(|[_, byte, line]| Mark { byte: *byte, line: *line }).collect())
}

/// The crime number of a row, read again.
fn crime_at(input: &Input, begin: Mark) -> io::Result<String> {
    let (mut record, mut cells, mut bytes) = (Record::default(), Vec::new(), Vec::new());
    let unseen = AtomicU64::new(0);
    // Few rows are longer than this; those are read whole.
    for most in [1 << 11, LONGEST as u64 + 2] {
        bytes.clear();
        let end = input.manifest.bytes.min(begin.byte + most);
        Part::open(&input.path, begin.byte, end, &unseen)?.read_to_end(&mut bytes)?;
        let row = Shape::first_row(&bytes);
        if row.len() < bytes.len() || end == input.manifest.bytes {
            input.shape.row(row, begin.line, input.source, &mut cells, &mut record);
            break;
        }
    }
    Ok(record.get(recorded::CRIME).to_owned())
}
