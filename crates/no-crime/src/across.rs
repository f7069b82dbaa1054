//! What only several records together can tell: circles, chains, repeats, and who decides nearly everything.
//!
//! Each question is about one number and what is said of it, so the work divides by number. A row becomes [`Item`]s; each goes to the
//! [`Part`] of its number. All parts are gone through twice, in any order: first [`Across::learn`], then, after [`Across::settle`],
//! [`Settled::findings_of`]; [`Settled::findings_of_all`] is asked once at the end. What fits into memory is one part: [`Found::of`].
//!
//! A removal that is only to be made counts here like one that was made: the table holds both.
//!
//! ```
//! use crime::removal::{Field, Removal};
//! use no_crime::across::{Crimes, Found, Item, Part, Seen};
//! use rulebook::Place;
//!
//! let mut part = Part::default();
//! for (line, record, other) in [(2, "20/1", "20/2"), (3, "20/2", "20/1")] {
//!     let mut removal = Removal::default();
//!     removal.set(Field::Record, record)?;
//!     removal.set(Field::Ground, "C3")?;
//!     removal.set(Field::OtherRecord, other)?;
//!     Item::of_removal(Seen::of(&removal, line)).into_iter().for_each(|item| part.add(item));
//! }
//! let found = Found::of(&part, Crimes::NotGiven, &Place::file("removals.csv"));
//! assert_eq!(found.findings.len(), 2);
//! assert_eq!(found.findings[0].rule.id.0, "duplicate-in-a-circle");
//! assert_eq!(found.liveness.of(2).unwrap().fact(), crime::Fact::No);
//! # Ok::<(), crime::removal::Unreadable>(())
//! ```
//!
//! # Memory
//!
//! One part at a time; and for the whole run: the lines of repeated rows, a pair of numbers for each duplicate of a removed duplicate, a
//! count for each unit with each decider, and, in [`Liveness`], a line and a word for each duplicate.

use std::collections::{BTreeMap, BTreeSet};

use rulebook::{Finding, Place};

use crate::rules::{
    decider_of_nearly_all, duplicate_in_a_circle, duplicate_of_removed_record, recorded_again,
    removal_named_once, transfer_in_a_circle, vocabulary_changes,
};

mod bytes;
#[cfg(test)]
pub(crate) mod cases;
mod circles;
mod crimes;
mod item;
mod liveness;
mod part;
mod seen;
mod tallies;

pub(crate) use part::CameFrom;
pub use {
    circles::Circle,
    crimes::{BadCell, CRIMES, Crime, Status},
    item::{Item, Link, Naming, Sent},
    liveness::{Liveness, Other},
    part::{Named, Part, Torn},
    seen::Seen,
    tallies::Tallies,
};

/// Whether a table of all crimes of the force was given beside the removals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crimes {
    /// It was given, so a number that it does not hold is not in the data of the force.
    Given,
    /// It was given, and some of its rows could not be read: a number that the others do not hold may be in one of them.
    GivenInPart,
    /// It was not, so nothing follows from a number that nobody explains.
    NotGiven,
}

/// What is learnt from all parts before any of them is answered.
#[derive(Debug, Clone, Default)]
pub struct Across {
    left_out: BTreeSet<u64>,
    pairs: Vec<(u64, String, String)>,
    tallies: Tallies,
}

impl Across {
    /// Learns from a part what other parts need. Each part is given once.
    pub fn learn(&mut self, part: &Part) {
        for (row, later) in part.rows() {
            self.left_out.extend(later.iter().copied());
            self.tallies.add(row);
        }
        self.pairs.extend(
            part.links()
                .iter()
                .filter(|link| link.naming == Naming::DuplicateOf && part.is_duplicate(&link.other))
                .map(|link| (link.line, link.record.clone(), link.other.clone())),
        );
    }

    /// Follows what leads from part to part, after all of them were learnt.
    #[must_use]
    pub fn settle(self, crimes: Crimes, removals: &Place) -> Settled {
        let mut next = BTreeMap::new();
        for (line, record, other) in self.pairs {
            if !self.left_out.contains(&line) {
                next.insert(record, (line, other));
            }
        }
        let circles = circles::among(&next);
        let in_circles = circles.iter().flat_map(|circle| &circle.records).map(|(line, _)| *line).collect();
        Settled {
            left_out: self.left_out,
            circles,
            in_circles,
            tallies: self.tallies,
            crimes,
            removals: removals.clone(),
        }
    }
}

/// What is known of all parts together, so that each can be answered.
#[derive(Debug, Clone)]
pub struct Settled {
    left_out: BTreeSet<u64>,
    circles: Vec<Circle>,
    in_circles: BTreeSet<u64>,
    tallies: Tallies,
    crimes: Crimes,
    removals: Place,
}

impl Settled {
    /// The lines that repeat the number of an earlier row, in order. Such a row is not judged and not counted.
    #[must_use]
    pub const fn left_out(&self) -> &BTreeSet<u64> {
        &self.left_out
    }

    /// What there is to say of the numbers of a part; what is known of other records of duplicates goes into `liveness`.
    #[must_use]
    pub fn findings_of(&self, part: &Part, liveness: &mut Liveness) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (row, later) in part.rows() {
            findings.extend(later.iter().map(|line| removal_named_once::check(row, *line, &self.removals)));
        }
        for link in part.links().iter().filter(|link| !self.left_out.contains(&link.line)) {
            let named = part.named(&link.other, self.crimes);
            match link.naming {
                Naming::DuplicateOf => {
                    if let Some(other) = Other::of(&named) {
                        liveness.add(link.line, other);
                    }
                    // The circle is told of those that stand in it.
                    if !self.in_circles.contains(&link.line) {
                        findings.extend(duplicate_of_removed_record::check(link, &named, &self.removals));
                    }
                }
                Naming::RecordedAgain => {
                    findings.extend(recorded_again::check(link, &named, &self.removals));
                    findings.extend(transfer_in_a_circle::check(link, &named, &self.removals));
                }
            }
        }
        for sent in part.sent().iter().filter(|sent| !self.left_out.contains(&sent.line)) {
            findings.extend(transfer_in_a_circle::sent_back(
                sent,
                part.came_from(&sent.reference),
                &self.removals,
            ));
        }
        findings
    }

    /// What there is to say of all parts together.
    #[must_use]
    pub fn findings_of_all(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .circles
            .iter()
            .flat_map(|circle| duplicate_in_a_circle::check(circle, &self.removals))
            .collect();
        findings.extend(decider_of_nearly_all::check(&self.tallies, &self.removals));
        findings.extend(vocabulary_changes::check(&self.tallies, &self.removals));
        findings
    }
}

/// What came of one part that holds everything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What there is to say, in the order of the rows; of no row in particular first.
    pub findings: Vec<Finding>,
    /// What is known of the other records of duplicates.
    pub liveness: Liveness,
    /// The lines that repeat the number of an earlier row: neither judged nor counted.
    pub left_out: BTreeSet<u64>,
}

impl Found {
    /// Asks everything of one part that holds every row. `removals` is the table, without a line.
    #[must_use]
    pub fn of(part: &Part, crimes: Crimes, removals: &Place) -> Self {
        let mut across = Across::default();
        across.learn(part);
        let settled = across.settle(crimes, removals);
        let mut liveness = Liveness::default();
        let mut findings = settled.findings_of(part, &mut liveness);
        findings.extend(settled.findings_of_all());
        findings.sort_by(in_order);
        Self { findings, liveness, left_out: settled.left_out }
    }
}

/// The order of findings: by row, then by rule, then by what they say.
#[must_use]
pub fn in_order(one: &Finding, other: &Finding) -> std::cmp::Ordering {
    let key = |finding: &Finding| (finding.place.as_ref().and_then(|place| place.row), finding.rule.id);
    key(one).cmp(&key(other)).then_with(|| one.sentence.cmp(&other.sentence))
}

/// The cell of a row.
pub(crate) fn cell(removals: &Place, line: u64, column: &str) -> Place {
    Place { row: Some(line), ..removals.clone() }.at(column)
}
