//! How many of each kind, in all and by unit, role, route, month and store.

use std::collections::{BTreeMap, HashMap};

use rulebook::{Finding, Severity};

use crate::compare::{
    kind::{KINDS, Kind},
    order::natural,
};

/// What the counts are broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// The store from which the report comes.
    Store,
    /// The unit that dealt with it.
    PolicingUnit,
    /// The role of the officer.
    Role,
    /// How the report came in.
    Route,
    /// The month in which the report was received, or else the crime recorded.
    Month,
}

impl Dimension {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Store, Self::PolicingUnit, Self::Role, Self::Route, Self::Month];

    /// Its column.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Store => "store",
            Self::PolicingUnit => "policing_unit",
            Self::Role => "role",
            Self::Route => "route",
            Self::Month => "month",
        }
    }
}

/// As many values of one dimension are told apart; a column with more is something else than a unit or a role.
const MOST_VALUES: usize = 5_000;

/// So many places remember where a value was found.
const NEAR: usize = 1021;

/// Under this name stand all values beyond those.
pub(crate) const MORE: &str = "(more values than are told apart)";

/// Under this name stands what nobody supplied.
pub(crate) const NOT_SUPPLIED: &str = "not supplied";

/// Days and hours by which crimes are late: up to and including, in minutes, and in words.
pub(crate) const LATENESS: [(i64, &str); 7] = [
    (60, "up to 1 hour"),
    (6 * 60, "over 1 to 6 hours"),
    (24 * 60, "over 6 to 24 hours"),
    (3 * 24 * 60, "over 1 to 3 days"),
    (7 * 24 * 60, "over 3 to 7 days"),
    (30 * 24 * 60, "over 7 to 30 days"),
    (i64::MAX, "over 30 days"),
];

type Counts = [u64; KINDS];

/// The counts of a comparison, or of a part of one.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    total: Counts,
    by: [Split; 5],
    /// Rows of the due table, and of the recorded table.
    pub rows: [u64; 2],
    /// Of these, used.
    pub used: [u64; 2],
    /// Of these, rejected.
    pub rejected: [u64; 2],
    /// Of these, not yet known on the day.
    pub not_yet: [u64; 2],
    /// Rows of the due table that make no crime due.
    pub no_crime: u64,
    /// Crimes due, more than one a row where a row says so; those of other forces are not among them.
    pub due: u64,
    /// Reports that were looked at.
    pub reports: u64,
    pub(crate) lateness: [u64; 7],
    pub(crate) confusion: HashMap<(String, String), u64>,
    /// Findings by rule: all, and those of them that are waived.
    pub findings: BTreeMap<&'static str, (u64, u64)>,
    /// Waivers that waived nothing, in words.
    pub unused_waivers: Vec<String>,
    /// Findings by severity, without the waived.
    pub severities: BTreeMap<Severity, u64>,
}

/// One dimension.
#[derive(Debug, Clone, Default)]
struct Split {
    at: HashMap<String, usize>,
    counts: Vec<(String, Counts)>,
    /// Where a value was found last, by its length and end: most values of a column come again and again.
    near: Vec<u32>,
}

/// Where in each dimension a crime is counted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At([usize; 5]);

impl Tally {
    /// How many of a kind.
    #[must_use]
    pub fn total(&self, kind: Kind) -> u64 {
        self.total.get(kind as usize).copied().unwrap_or_default()
    }

    /// How many of some kinds.
    #[must_use]
    pub fn sum(&self, kinds: &[Kind]) -> u64 {
        kinds.iter().map(|kind| self.total(*kind)).sum()
    }

    /// The values of a dimension in order, with how many there are of each kind; not supplied last.
    #[must_use]
    pub fn by(&self, dimension: Dimension) -> Vec<(&str, [u64; KINDS])> {
        let mut rows: Vec<(&str, Counts)> = self
            .by
            .get(dimension as usize)
            .map(|split| split.counts.iter().map(|(name, counts)| (name.as_str(), *counts)).collect())
            .unwrap_or_default();
        let last = |name: &str| (name == NOT_SUPPLIED, name == MORE);
        rows.sort_by(|(one, _), (other, _)| last(one).cmp(&last(other)).then_with(|| natural(one, other)));
        rows
    }

    /// Where a crime with these values is counted, in the order of [`Dimension::ALL`].
    pub(crate) fn at(&mut self, values: [&str; 5]) -> At {
        let mut at = [0; 5];
        for ((place, split), value) in at.iter_mut().zip(&mut self.by).zip(values) {
            *place = split.of(if value.is_empty() { NOT_SUPPLIED } else { value });
        }
        At(at)
    }

    /// Counts one.
    pub(crate) fn count(&mut self, at: At, kind: Kind) {
        add(&mut self.total, kind, 1);
        for (split, at) in self.by.iter_mut().zip(at.0) {
            if let Some((_, counts)) = split.counts.get_mut(at) {
                add(counts, kind, 1);
            }
        }
    }

    /// Counts by how much a crime is late.
    pub(crate) fn late_by(&mut self, minutes: i64) {
        let bucket = self.lateness.iter_mut().zip(LATENESS).find(|(_, (most, _))| minutes <= *most);
        if let Some((count, _)) = bucket {
            *count += 1;
        }
    }

    /// Counts a crime due as one class and recorded as another.
    pub(crate) fn confused(&mut self, due: &str, recorded: &str) {
        let key = (due.to_ascii_uppercase(), recorded.to_ascii_uppercase());
        let key = if self.confusion.len() < MOST_VALUES || self.confusion.contains_key(&key) {
            key
        } else {
            (MORE.to_owned(), MORE.to_owned())
        };
        *self.confusion.entry(key).or_default() += 1;
    }

    /// Counts a finding.
    pub fn found(&mut self, finding: &Finding, waived: bool) {
        let (all, of_them) = self.findings.entry(finding.rule.id.0).or_default();
        *all += 1;
        if waived {
            *of_them += 1;
        } else {
            *self.severities.entry(finding.severity).or_default() += 1;
        }
    }

    /// Adds the counts of another part.
    pub fn add(&mut self, other: &Self) {
        add_all(&mut self.total, &other.total);
        for (split, theirs) in self.by.iter_mut().zip(&other.by) {
            for (name, counts) in &theirs.counts {
                let at = split.of(name);
                if let Some((_, ours)) = split.counts.get_mut(at) {
                    add_all(ours, counts);
                }
            }
        }
        for (ours, theirs) in [
            (&mut self.rows, &other.rows),
            (&mut self.used, &other.used),
            (&mut self.rejected, &other.rejected),
            (&mut self.not_yet, &other.not_yet),
        ] {
            add_all(ours, theirs);
        }
        add_all(&mut self.lateness, &other.lateness);
        self.no_crime += other.no_crime;
        self.due += other.due;
        self.reports += other.reports;
        for (key, count) in &other.confusion {
            *self.confusion.entry(key.clone()).or_default() += count;
        }
        for (rule, (all, waived)) in &other.findings {
            let ours = self.findings.entry(rule).or_default();
            ours.0 += all;
            ours.1 += waived;
        }
        for (severity, count) in &other.severities {
            *self.severities.entry(*severity).or_default() += count;
        }
    }
}

impl Split {
    fn of(&mut self, value: &str) -> usize {
        if self.near.is_empty() {
            self.near.resize(NEAR, 0);
        }
        let end = match value.as_bytes() {
            [.., a, b, c] => (usize::from(*a) * 37 + usize::from(*b)) * 37 + usize::from(*c),
            _ => 0,
        };
        let slot = (end + value.len()) % NEAR;
        let last = self.near.get(slot).map_or(0, |at| *at as usize);
        if self.counts.get(last).is_some_and(|(name, _)| name == value) {
            return last;
        }
        let at = match self.at.get(value) {
            Some(at) => *at,
            None if self.counts.len() < MOST_VALUES || value == MORE => {
                self.counts.push((value.to_owned(), [0; KINDS]));
                let at = self.counts.len() - 1;
                self.at.insert(value.to_owned(), at);
                at
            }
            None => return self.of(MORE),
        };
        if let Some(near) = self.near.get_mut(slot) {
            *near = u32::try_from(at).unwrap_or_default();
        }
        at
    }
}

fn add(counts: &mut Counts, kind: Kind, n: u64) {
    if let Some(count) = counts.get_mut(kind as usize) {
        *count += n;
    }
}

fn add_all(ours: &mut [u64], theirs: &[u64]) {
    for (our, their) in ours.iter_mut().zip(theirs) {
        *our += their;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up_to_the_whole() {
        let mut whole = Tally::default();
        let mut parts = [Tally::default(), Tally::default()];
        for n in 0..40 {
            let unit = format!("unit {}", n % 7);
            let kind = Kind::ALL[n % KINDS];
            for tally in [&mut whole, &mut parts[n % 2]] {
                let at = tally.at(["", &unit, "", "", "2026-05"]);
                tally.count(at, kind);
            }
        }
        let mut sum = Tally::default();
        for part in &parts {
            sum.add(part);
        }
        for dimension in Dimension::ALL {
            assert_eq!(sum.by(dimension), whole.by(dimension));
        }
        assert_eq!(whole.sum(&Kind::ALL), 40);
    }

    #[test]
    fn a_column_with_too_many_values_does_not_fill_the_memory() {
        let mut tally = Tally::default();
        for n in 0..MOST_VALUES + 100 {
            let at = tally.at([&n.to_string(), "", "", "", ""]);
            tally.count(at, Kind::Late);
        }
        let rows = tally.by(Dimension::Store);
        assert_eq!(rows.len(), MOST_VALUES + 1);
        assert_eq!(rows.iter().map(|(_, counts)| counts[Kind::Late as usize]).sum::<u64>(), 5_100);
    }
}
