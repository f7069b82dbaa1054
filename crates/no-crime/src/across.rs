//! What only several records together can tell: circles, chains, repeats, and who decides nearly everything.
//!
//! Each question is about one number and what is said of it, so the work divides by number. A row becomes [`Item`]s; each goes to the
//! [`Part`] of its number. All parts are gone through once, in any order, by as many [`Across`] as there are threads: [`Across::learn`],
//! then [`Across::merge`], and [`Across::settle`] at the end. What fits into memory is one part: [`Found::of`].
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
//!     Item::of_removal(Seen::of(removal, line)).into_iter().for_each(|item| part.add(item));
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
//! One part at a time for each thread; and for the whole run: what was found, the lines of repeated rows, a pair of numbers for each
//! duplicate of a removed duplicate, a count for each unit with each decider, and, in [`Liveness`], a line and a word for each duplicate.

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

/// What is learnt from the parts, one after the other.
#[derive(Debug, Clone)]
pub struct Across {
    crimes: Crimes,
    removals: Place,
    left_out: BTreeSet<u64>,
    /// Duplicates of removed duplicates, from which circles are made: the line, its number and the other.
    pairs: Vec<(u64, String, String)>,
    tallies: Tallies,
    liveness: Liveness,
    /// What there is to say of rows that repeat a number.
    repeated: Vec<Finding>,
    /// What there is to say of the removal of a line, if that line counts.
    told: Vec<(u64, Finding)>,
}

impl Across {
    /// Begins with nothing. `removals` is the table, without a line.
    #[must_use]
    pub fn new(crimes: Crimes, removals: &Place) -> Self {
        Self {
            crimes,
            removals: removals.clone(),
            left_out: BTreeSet::new(),
            pairs: Vec::new(),
            tallies: Tallies::default(),
            liveness: Liveness::default(),
            repeated: Vec::new(),
            told: Vec::new(),
        }
    }

    /// Learns what a part tells. Each part is given once.
    pub fn learn(&mut self, part: &Part<'_>) {
        for (row, later) in part.rows() {
            self.tallies.add(row);
            self.left_out.extend(later.iter().copied());
            self.repeated
                .extend(later.iter().map(|line| removal_named_once::check(row, *line, &self.removals)));
        }
        for link in part.links() {
            let named = part.named(&link.other, self.crimes);
            match link.naming {
                Naming::DuplicateOf => {
                    if part.is_duplicate(&link.other) {
                        self.pairs.push((link.line, link.record.clone(), link.other.clone()));
                    }
                    if let Some(other) = Other::of(&named) {
                        self.liveness.add(link.line, other);
                    }
                    self.tell(link.line, duplicate_of_removed_record::check(link, &named, &self.removals));
                }
                Naming::RecordedAgain => {
                    self.tell(link.line, recorded_again::check(link, &named, &self.removals));
                    self.tell(link.line, transfer_in_a_circle::check(link, &named, &self.removals));
                }
            }
        }
        for sent in part.sent() {
            let came = part.came_from(&sent.reference);
            self.tell(sent.line, transfer_in_a_circle::sent_back(sent, came, &self.removals));
        }
    }

    fn tell(&mut self, line: u64, findings: impl IntoIterator<Item = Finding>) {
        self.told.extend(findings.into_iter().map(|finding| (line, finding)));
    }

    /// Takes what was learnt from other parts.
    pub fn merge(&mut self, other: Self) {
        self.left_out.extend(other.left_out);
        self.pairs.extend(other.pairs);
        self.tallies.merge(other.tallies);
        self.liveness.merge(other.liveness);
        self.repeated.extend(other.repeated);
        self.told.extend(other.told);
    }

    /// Follows what leads from part to part, after all of them were learnt, and says what was found.
    #[must_use]
    pub fn settle(mut self) -> Found {
        let mut next = BTreeMap::new();
        for (line, record, other) in self.pairs {
            if !self.left_out.contains(&line) {
                next.insert(record, (line, other));
            }
        }
        let circles = circles::among(&next);
        let in_circles: BTreeSet<u64> =
            circles.iter().flat_map(|circle| &circle.records).map(|(line, _)| *line).collect();
        let mut findings = self.repeated;
        findings.extend(self.told.into_iter().filter_map(|(line, finding)| {
            // The circle is told of those that stand in it.
            let of_circle =
                finding.rule.id == duplicate_of_removed_record::RULE.id && in_circles.contains(&line);
            (!of_circle && !self.left_out.contains(&line)).then_some(finding)
        }));
        findings
            .extend(circles.iter().flat_map(|circle| duplicate_in_a_circle::check(circle, &self.removals)));
        findings.extend(decider_of_nearly_all::check(&self.tallies, &self.removals));
        findings.extend(vocabulary_changes::check(&self.tallies, &self.removals));
        findings.sort_by(in_order);
        self.liveness.leave_out(&self.left_out);
        Found { findings, liveness: self.liveness, left_out: self.left_out }
    }
}

/// What came of all parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What there is to say, in the order of the rows; of no row in particular first.
    pub findings: Vec<Finding>,
    /// What is known of the other records of duplicates.
    pub liveness: Liveness,
    /// The lines that repeat the number of an earlier row, in order: neither judged nor counted.
    pub left_out: BTreeSet<u64>,
}

impl Found {
    /// Asks everything of one part that holds every row. `removals` is the table, without a line.
    #[must_use]
    pub fn of(part: &Part<'_>, crimes: Crimes, removals: &Place) -> Self {
        let mut across = Across::new(crimes, removals);
        across.learn(part);
        across.settle()
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
