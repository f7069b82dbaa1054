//! Sorted extracts divided into parts that several threads can walk.

use std::{io, sync::atomic::AtomicU64};

use batch::extract::Part;
use recording_audit::compare::Span;
use table::extract::{Mark, Record, Records};

use super::inputs::Input;

/// Less than this is not worth a second thread.
const WORTH_A_THREAD: u64 = 1 << 20;

/// A part: some reports, and where they lie in each extract.
pub struct Stretch {
    pub span: Span,
    /// For each extract its first row, and the byte behind its last.
    pub ranges: Vec<(Mark, u64)>,
}

/// Divides all extracts at the same reports, into at most `n` parts. If an extract is not sorted the parts are wrong, which the walk finds.
pub fn stretches(inputs: &[Input], n: usize) -> io::Result<Vec<Stretch>> {
    let total: u64 = inputs.iter().map(|input| input.manifest.bytes).sum();
    let largest = inputs.iter().max_by_key(|input| input.manifest.bytes);
    let mut keys: Vec<String> = Vec::new();
    if let Some(largest) = largest.filter(|_| total >= WORTH_A_THREAD) {
        for part in 1..n {
            let at = largest.marks.len() * part / n;
            keys.extend(
                largest.marks.get(at).and_then(|mark| key_at(largest, *mark).transpose()).transpose()?,
            );
        }
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|key| !key.is_empty());
    }
    let mut stretches = Vec::new();
    let mut from: Vec<Mark> = inputs.iter().filter_map(|input| input.marks.first().copied()).collect();
    let mut first = String::new();
    for key in keys {
        let to =
            inputs.iter().map(|input| first_at_or_after(input, &key)).collect::<io::Result<Vec<Mark>>>()?;
        let ranges = from.iter().zip(&to).map(|(from, to)| (*from, to.byte.max(from.byte))).collect();
        stretches.push(Stretch { span: Span { from: first, below: Some(key.clone()) }, ranges });
        from = to;
        first = key;
    }
    let ranges = from.iter().zip(inputs).map(|(from, input)| (*from, input.manifest.bytes)).collect();
    stretches.push(Stretch { span: Span { from: first, below: None }, ranges });
    Ok(stretches)
}

/// The reference of the first row at or behind a mark that has one.
pub fn key_at(input: &Input, mark: Mark) -> io::Result<Option<String>> {
    // The first few rows mostly suffice.
    match key_before(input, mark, mark.byte + (1 << 13))? {
        Some(key) => Ok(Some(key)),
        None => key_before(input, mark, input.manifest.bytes),
    }
}

fn key_before(input: &Input, mark: Mark, end: u64) -> io::Result<Option<String>> {
    let unseen = AtomicU64::new(0);
    let part = Part::open(&input.path, mark.byte, end, &unseen)?;
    let mut records = Records::part(input.shape.clone(), part, input.source, mark);
    let mut record = Record::default();
    while records.read(&mut record)? {
        let key = record.get(input.incident);
        if has_key(&record, key) {
            return Ok(Some(key.to_owned()));
        }
    }
    Ok(None)
}

/// Whether the reference of a row can be used.
pub fn has_key(record: &Record, key: &str) -> bool {
    record.fault.is_none() && !key.is_empty() && !key.eq_ignore_ascii_case("not known")
}

/// The first row of a sorted extract whose reference is `key` or higher; its end, if there is none.
fn first_at_or_after(input: &Input, key: &str) -> io::Result<Mark> {
    let (mut low, mut high) = (0, input.marks.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let below = match input.marks.get(middle) {
            Some(mark) => key_at(input, *mark)?.is_some_and(|found| found.as_str() < key),
            None => false,
        };
        if below { low = middle + 1 } else { high = middle }
    }
    let begin = input.marks.get(low.saturating_sub(1)).copied().unwrap_or(Mark { byte: 0, line: 1 });
    let unseen = AtomicU64::new(0);
    let part = Part::open(&input.path, begin.byte, input.manifest.bytes, &unseen)?;
    let mut records = Records::part(input.shape.clone(), part, input.source, begin);
    let mut record = Record::default();
    loop {
        let at = records.position();
        if !records.read(&mut record)? {
            return Ok(Mark { byte: input.manifest.bytes, line: at.line });
        }
        let found = record.get(input.incident);
        if has_key(&record, found) && found >= key {
            return Ok(at);
        }
    }
}
