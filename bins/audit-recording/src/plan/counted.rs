//! The frame counted, stratum by stratum.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use batch::{
    findings::Findings,
    repeated::{Numbers, PARTS, shared},
};
use recording_audit::{
    rules::frame_record_once,
    sample::{MOST_STRATA, Placed},
};
use table::extract::{Mark, Record};

use crate::frame::FrameInput;

/// The records of each stratum, and what became of the other rows.
#[derive(Default)]
pub struct Counted {
    pub strata: BTreeMap<String, u64>,
    pub outside: u64,
    pub rejected: u64,
    pub repeated: u64,
}

impl Counted {
    pub fn add(
        &mut self,
        input: &FrameInput,
        row: &Record,
        stratum: &mut String,
        numbers: &mut Numbers,
        findings: &mut Findings,
    ) -> io::Result<()> {
        match input.frame.place(row, stratum) {
            Placed::In { record, not_supplied } => {
                if let Some(count) = self.strata.get_mut(stratum) {
                    *count += 1;
                } else if self.strata.len() < MOST_STRATA {
                    self.strata.insert(stratum.clone(), 1);
                } else {
                    let more = format!("more than {MOST_STRATA} strata: choose columns with fewer values");
                    return Err(io::Error::other(more));
                }
                numbers.add(record, Mark { byte: row.byte, line: row.line })?;
                not_supplied.as_ref().map_or(Ok(()), |finding| findings.add(finding))
            }
            Placed::Outside(finding) => {
                self.outside += 1;
                findings.add(&finding)
            }
            Placed::Rejected(finding) => {
                self.rejected += 1;
                findings.add(&finding)
            }
        }
    }

    /// Takes out the rows whose record stands on an earlier one, and gives their lines.
    pub fn take_out_repeated(
        &mut self,
        input: &FrameInput,
        numbers: &Numbers,
        findings: &mut Findings,
    ) -> io::Result<Vec<u64>> {
        let (mut row, mut stratum) = (Record::default(), String::new());
        let mut lines: BTreeMap<String, Vec<(u64, String)>> = BTreeMap::new();
        for part in 0..PARTS {
            for begin in shared(std::slice::from_ref(numbers), part)? {
                input.row_at(begin, &mut row)?;
                if let Placed::In { record, .. } = input.frame.place(&row, &mut stratum) {
                    lines.entry(record.to_owned()).or_default().push((begin.line, stratum.clone()));
                }
            }
        }
        let mut again = BTreeSet::new();
        for (record, rows) in &mut lines {
            rows.sort_unstable();
            let numbers: Vec<u64> = rows.iter().map(|(line, _)| *line).collect();
            // Two records may have shared a number and stand once each.
            let Some(finding) = frame_record_once::check(&input.frame.shape.file, record, &numbers) else {
                continue;
            };
            findings.add(&finding)?;
            for (line, stratum) in rows.iter().skip(1) {
                again.insert(*line);
                if let Some(count) = self.strata.get_mut(stratum) {
                    *count -= 1;
                }
            }
        }
        self.repeated = again.len() as u64;
        self.strata.retain(|_, count| *count > 0);
        Ok(again.into_iter().collect())
    }
}
