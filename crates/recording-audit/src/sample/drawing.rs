//! The draw itself, in one pass over the frame.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use chrono::NaiveDate;
use sha2::{Digest as _, Sha256};
use statistics::{Draw, Offered};

use crate::sample::{Plan, SampleManifest, SampledCase, SampledPart, Use, manifest::METHOD};

/// A draw that goes on: every record of the frame is offered to it once, in any order, and it keeps no more than are drawn.
#[derive(Debug, Clone)]
pub struct Drawing {
    seed: String,
    strata: BTreeMap<String, Stratum>,
    /// The lines that do not count, because their record stands on an earlier one.
    repeated: BTreeSet<u64>,
}

#[derive(Debug, Clone)]
struct Stratum {
    part: SampledPart,
    offered: u64,
    draw: Draw,
    rows: BTreeMap<String, DrawnRow>,
}

/// Where a record drawn stands, and what auditors are shown of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnRow {
    /// Its line in the frame.
    pub line: u64,
    /// The cells of the columns to be shown.
    pub shown: Vec<String>,
}

/// A record drawn, and the key of its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawnRecord {
    /// The key of the case.
    pub case: String,
    /// The reference of the record.
    pub record: String,
    /// Where it stands and what is shown of it.
    pub row: DrawnRow,
}

/// A frame that is not what the plan says.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("stratum `{stratum}` has {found} records, and the plan says {planned}: plan again with this frame")]
pub struct OtherFrame {
    /// The stratum.
    pub stratum: String,
    /// How many records the plan counts.
    pub planned: u64,
    /// How many came.
    pub found: u64,
}

impl Drawing {
    /// A draw of these strata.
    #[must_use]
    pub fn new(seed: &str, parts: &[SampledPart], repeated_lines: &[u64]) -> Self {
        let strata = parts.iter().map(|part| {
            let size = usize::try_from(part.size + part.reserve).unwrap_or(usize::MAX);
            let draw = Draw::new(seed, &part.stratum, size);
            (part.stratum.clone(), Stratum { part: part.clone(), offered: 0, draw, rows: BTreeMap::new() })
        });
        Self {
            seed: seed.to_owned(),
            strata: strata.collect(),
            repeated: repeated_lines.iter().copied().collect(),
        }
    }

    /// Offers the record on a line. What auditors are shown of it is asked for only if it is drawn so far.
    pub fn offer(&mut self, stratum: &str, record: &str, line: u64, shown: impl FnOnce() -> Vec<String>) {
        if self.repeated.contains(&line) {
            return;
        }
        let Some(stratum) = self.strata.get_mut(stratum) else {
            // Counted, so that the end can say that this frame is another one.
            let part = SampledPart { stratum: stratum.to_owned(), population: 0, size: 0, reserve: 0 };
            let draw = Draw::new(&self.seed, stratum, 0);
            let unplanned = Stratum { part, offered: 1, draw, rows: BTreeMap::new() };
            self.strata.insert(stratum.to_owned(), unplanned);
            return;
        };
        stratum.offered += 1;
        match stratum.draw.offer(record) {
            Offered::Passed | Offered::Again => {}
            Offered::Kept { instead_of } => {
                if let Some(gone) = instead_of {
                    stratum.rows.remove(&gone);
                }
                stratum.rows.insert(record.to_owned(), DrawnRow { line, shown: shown() });
            }
        }
    }

    /// Ends the draw: the cases in the order of strata and of the draw, and which record each is.
    ///
    /// # Errors
    ///
    /// [`OtherFrame`] if a stratum has more or fewer records than planned.
    pub fn ended(self) -> Result<(Vec<SampledCase>, Vec<DrawnRecord>), OtherFrame> {
        let mut drawn = Vec::new();
        for (name, mut stratum) in self.strata {
            if stratum.offered != stratum.part.population {
                let (planned, found) = (stratum.part.population, stratum.offered);
                return Err(OtherFrame { stratum: name, planned, found });
            }
            for (rank, key) in (1_u64..).zip(stratum.draw.into_keys()) {
                let used = if rank <= stratum.part.size { Use::Drawn } else { Use::Reserve };
                if let Some(row) = stratum.rows.remove(&key) {
                    drawn.push((name.clone(), rank, used, key, row));
                }
            }
        }
        let keys = case_keys(&self.seed, drawn.iter().map(|(_, _, _, key, _)| key.as_str()));
        Ok(drawn
            .into_iter()
            .map(|(stratum, rank, used, record, row)| {
                let case = keys.get(&record).cloned().unwrap_or_default();
                let sampled = SampledCase {
                    case: case.clone(),
                    stratum,
                    rank,
                    used,
                    reason: None,
                    replaces: None,
                    auditors: Vec::new(),
                };
                (sampled, DrawnRecord { case, record, row })
            })
            .unzip())
    }
}

/// The keys of cases: numbers in an order that seed and records decide, so that a number tells neither stratum nor rank.
fn case_keys<'a>(seed: &str, records: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let order = Draw::new(seed, "keys of cases", 0);
    let mut all: Vec<([u8; 32], &str)> = records.map(|record| (order.priority(record), record)).collect();
    all.sort_unstable();
    let width = all.len().to_string().len().max(3);
    (1_u64..)
        .zip(all)
        .map(|(number, (_, record))| (record.to_owned(), format!("C{number:0width$}")))
        .collect()
}

/// The manifest of what was drawn by a plan, before anybody is to judge it.
#[must_use]
pub fn manifest_of(
    plan: &Plan,
    program: &str,
    as_at: NaiveDate,
    seed: &str,
    (cases, drawn): (Vec<SampledCase>, &[DrawnRecord]),
) -> SampleManifest {
    SampleManifest {
        program: program.to_owned(),
        method: METHOD.to_owned(),
        as_at,
        frame: plan.frame.clone(),
        filter: plan.filter.clone(),
        strata_columns: plan.strata_columns.clone(),
        repeated_lines: plan.repeated_lines.clone(),
        shown: Vec::new(),
        lines: 1,
        seed: seed.to_owned(),
        strata: parts_of(plan),
        cases,
        drawn_sha256: digest_of(drawn),
    }
}

/// The strata of a plan, as they are drawn.
#[must_use]
pub fn parts_of(plan: &Plan) -> Vec<SampledPart> {
    plan.strata
        .iter()
        .map(|part| SampledPart {
            stratum: part.stratum.clone(),
            population: part.population,
            size: part.size,
            reserve: part.reserve,
        })
        .collect()
}

/// SHA-256 of the records drawn, each followed by a line end, in hexadecimal.
#[must_use]
pub fn digest_of(drawn: &[DrawnRecord]) -> String {
    let mut digest = Sha256::new();
    for record in drawn {
        digest.update(record.record.as_bytes());
        digest.update(b"\n");
    }
    digest.finalize().iter().fold(String::new(), |mut text, byte| {
        // Into memory: it cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(stratum: &str, population: u64, size: u64, reserve: u64) -> SampledPart {
        SampledPart { stratum: stratum.to_owned(), population, size, reserve }
    }

    fn drawn(
        order: impl Iterator<Item = u64>,
        parts: &[SampledPart],
    ) -> (Vec<SampledCase>, Vec<DrawnRecord>) {
        let mut drawing = Drawing::new("a seed", parts, &[]);
        for n in order {
            let stratum = if n % 3 == 0 { "a" } else { "b" };
            drawing.offer(stratum, &format!("I{n}"), n + 2, || vec![format!("shown {n}")]);
        }
        drawing.ended().unwrap()
    }

    #[test]
    fn any_order_of_the_frame_gives_the_same_cases() {
        let parts = [part("a", 100, 10, 2), part("b", 200, 20, 3)];
        let (cases, records) = drawn(0..300, &parts);
        assert_eq!((cases.clone(), records.clone()), drawn((0..300).rev(), &parts));
        assert_eq!(cases.len(), 35);
        let used = |stratum: &str, used: Use| {
            cases.iter().filter(|case| case.stratum == stratum && case.used == used).count()
        };
        assert_eq!(
            [used("a", Use::Drawn), used("a", Use::Reserve), used("b", Use::Drawn), used("b", Use::Reserve)],
            [10, 2, 20, 3]
        );
        for (case, record) in cases.iter().zip(&records) {
            assert_eq!(case.case, record.case);
            assert_eq!(record.row.shown, [format!("shown {}", &record.record[1..])]);
            assert_eq!(record.record, format!("I{}", record.row.line - 2));
        }
        let mut keys: Vec<&str> = cases.iter().map(|case| case.case.as_str()).collect();
        assert!(!keys.is_sorted(), "the keys follow the draw");
        keys.sort_unstable();
        keys.dedup();
        assert_eq!((keys.len(), keys[0], keys[34]), (35, "C001", "C035"));
    }

    #[test]
    fn a_record_that_is_repeated_counts_once() {
        let mut drawing = Drawing::new("a seed", &[part("a", 1, 1, 0)], &[3]);
        drawing.offer("a", "I1", 2, Vec::new);
        drawing.offer("a", "I1", 3, Vec::new);
        let (_, records) = drawing.ended().unwrap();
        assert_eq!(records.iter().map(|record| record.row.line).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn another_frame_is_refused() {
        let mut drawing = Drawing::new("a seed", &[part("a", 2, 1, 0)], &[]);
        drawing.offer("a", "I1", 2, Vec::new);
        let other = drawing.clone().ended().unwrap_err();
        assert_eq!((other.stratum.as_str(), other.planned, other.found), ("a", 2, 1));
        drawing.offer("a", "I2", 3, Vec::new);
        drawing.offer("b", "I3", 4, Vec::new);
        let other = drawing.ended().unwrap_err();
        assert_eq!((other.stratum.as_str(), other.planned, other.found), ("b", 0, 1));
    }

    #[test]
    fn the_digest_is_that_of_sha256sum() {
        // printf 'I1\nI2\n' | sha256sum
        let record = |record: &str| DrawnRecord {
            case: String::new(),
            record: record.to_owned(),
            row: DrawnRow { line: 2, shown: Vec::new() },
        };
        assert_eq!(
            digest_of(&[record("I1"), record("I2")]),
            "8cdfb0f51102861754853352d5299864d7e5c35e82a8d5e3c94a64adf844d580"
        );
    }
}
