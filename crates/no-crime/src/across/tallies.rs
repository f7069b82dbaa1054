//! How many removals each decided, and on which days removals were made.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rulebook::Known;

use super::Seen;

/// How many removals each decided in each unit, and the first and the last day of a removal.
///
/// It grows with units and those who decide in them, not with removals.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tallies {
    /// By unit and who decided. What is not known of either is left out.
    pub decided: BTreeMap<String, BTreeMap<String, u64>>,
    /// The first and the last day on which something was removed.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

impl Tallies {
    /// Counts a removal.
    pub fn add(&mut self, seen: &Seen<'_>) {
        if let (Known::Is(unit), Known::Is(decider)) = (&seen.policing_unit, &seen.decided_by) {
            let (unit, decider) = (&**unit, &**decider);
            // A name is copied only where it is new.
            if !self.decided.contains_key(unit) {
                self.decided.insert(unit.to_owned(), BTreeMap::new());
            }
            if let Some(deciders) = self.decided.get_mut(unit) {
                match deciders.get_mut(decider) {
                    Some(removals) => *removals += 1,
                    None => {
                        deciders.insert(decider.to_owned(), 1);
                    }
                }
            }
        }
        if let Some(day) = seen.removed.value().and_then(|moment| moment.date()) {
            self.days = Some(self.days.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
        }
    }
    /// Takes what was counted elsewhere.
    pub fn merge(&mut self, other: Self) {
        for (unit, deciders) in other.decided {
            let ours = self.decided.entry(unit).or_default();
            for (decider, removals) in deciders {
                *ours.entry(decider).or_default() += removals;
            }
        }
        self.days = match (self.days, other.days) {
            (Some((first, last)), Some((from, to))) => Some((first.min(from), last.max(to))),
            (one, other) => one.or(other),
        };
    }
}
