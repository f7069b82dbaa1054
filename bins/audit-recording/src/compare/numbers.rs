//! Crime numbers that stand more than once, found in memory that does not grow.

use std::{
    collections::{BTreeMap, HashSet},
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
    io,
    path::Path,
    sync::atomic::AtomicU64,
};

use batch::{extract::Part, spill::Spill};
use recording_audit::{
    compare::{Record, Records, Source, recorded},
    rules::crime_number_once,
};
use rulebook::Finding;

use super::inputs::Input;

const PARTS: usize = 64;

/// A number for each crime number that goes by.
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
            self.numbers.add(into.get(recorded::CRIME))?;
        }
        Ok(there)
    }
}

impl Numbers {
    pub fn new(scratch: &Path, name: &str) -> Self {
        Self(Spill::new(scratch, format!("numbers-{name}"), PARTS))
    }

    fn add(&mut self, crime: &str) -> io::Result<()> {
        let number = number(crime);
        self.0.add(usize::try_from(number % PARTS as u64).unwrap_or_default(), &number.to_le_bytes())
    }
}

fn number(crime: &str) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(crime)
}

/// What stands more than once. Two crime numbers may share a number of ours, so the file is read again before anything is said.
pub fn repeated(all: &[Numbers], input: &Input) -> io::Result<Vec<Finding>> {
    let mut maybe = HashSet::new();
    for part in 0..PARTS {
        let mut seen: Vec<u64> = Vec::new();
        for numbers in all {
            let bytes = numbers.0.part(part)?;
            seen.extend(bytes.as_chunks::<8>().0.iter().map(|bytes| u64::from_le_bytes(*bytes)));
        }
        seen.sort_unstable();
        maybe.extend(
            seen.windows(2).filter(|two| two.first() == two.last()).filter_map(|two| two.first().copied()),
        );
    }
    if maybe.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    let unseen = AtomicU64::new(0);
    let Some(begin) = input.marks.first() else { return Ok(Vec::new()) };
    let part = Part::open(&input.path, begin.byte, input.manifest.bytes, &unseen)?;
    let mut records = Records::part(input.shape.clone(), part, input.source, begin.line);
    let mut record = Record::default();
    while records.read(&mut record)? {
        let crime = record.get(recorded::CRIME);
        if record.fault.is_none() && !crime.is_empty() && maybe.contains(&number(crime)) {
            lines.entry(crime.to_owned()).or_default().push(record.line);
        }
    }
    Ok(lines
        .iter()
        .filter_map(|(crime, lines)| crime_number_once::check(&input.shape.file, crime, lines))
        .collect())
}
