//! What came of many removals: how many stand, by offence group, ground, unit, role and month, with intervals.
//!
//! A [`Tally`] counts judgements, a million as well as ten, in memory that grows with the number of groups alone; several are merged, in
//! any order. [`Tally::answer`] makes figures of it, [`Answer::for_others`] leaves out what would tell small counts, and
//! [`sentences`] says it in words.
//!
//! ```
//! use crime::removal::Removal;
//! use no_crime::{judge, tally::{Settings, Tally, Waived}};
//! use rulebook::day;
//!
//! let removal: Removal = serde_json::from_str(
//!     r#"{"record": "20/0417", "class": "8N", "ground": "C2", "removed": "2026-06-02T09:00", "rests_on": ["victim-untraceable"]}"#,
//! )?;
//! let mut tally = Tally::new(Settings::default());
//! tally.add(&judge(&removal, day(2026, 6, 30)), Waived::No);
//! let answer = tally.answer()?;
//! let figure = |id: &str| answer.figures().into_iter().find(|figure| figure.id.as_str() == id).map(|figure| figure.printed());
//! assert_eq!(figure("no-crime.does-not-stand").as_deref(), Some("1"));
//! assert_eq!(figure("no-crime.validity").as_deref(), Some("too few to say: 0 of 1"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeMap;

mod answer;
mod change;
mod counts;
mod dimension;
mod group;
mod meaning;
mod sentences;
mod settings;
mod small;

pub use {
    answer::{Answer, Breakdown, TallyError},
    change::Change,
    counts::{Counts, Waived},
    dimension::Dimension,
    group::Group,
    sentences::sentences,
    settings::{Coverage, Settings},
};

use crate::Judgement;

/// As many values of one dimension are told apart; a column with more is something else than a unit.
const MOST: usize = 5_000;

/// Under this name stand all values beyond those.
const MORE: &str = "(more values than are told apart)";

/// The counts of many removals, or of a part of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    settings: Settings,
    total: Counts,
    by: [Split; 5],
    change: Split,
}

/// The counts of one dimension, by value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Split {
    of: BTreeMap<String, Counts>,
    /// Those of the values beyond the most, which are the last by name, so that they are the same in any order.
    more: Counts,
}

impl Tally {
    /// Nothing counted yet.
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings, total: Counts::default(), by: Default::default(), change: Split::default() }
    }

    /// Counts one removal. A waiver changes no verdict: the removal is counted as it was judged, and as waived beside that.
    pub fn add(&mut self, judgement: &Judgement<'_>, waived: Waived) {
        let one = Counts::of(judgement, waived);
        self.total.add(&one);
        for (split, dimension) in self.by.iter_mut().zip(Dimension::ALL) {
            split.add(&dimension.value(judgement.removal), &one);
        }
        if let Some(day) = self.settings.changed_on {
            self.change.add(change::side(judgement.removal, day), &one);
        }
    }

    /// Adds what another tally of the same settings counted.
    pub fn merge(&mut self, other: &Self) {
        self.total.add(&other.total);
        let all = self.by.iter_mut().chain([&mut self.change]);
        for (split, other) in all.zip(other.by.iter().chain([&other.change])) {
            for (name, counts) in &other.of {
                split.add(name, counts);
            }
            split.more.add(&other.more);
        }
    }

    /// What was counted in all.
    #[must_use]
    pub const fn total(&self) -> &Counts {
        &self.total
    }

    /// What was counted of each value of a dimension, by name; values beyond the most last, as one.
    pub fn by(&self, dimension: Dimension) -> impl Iterator<Item = (&str, &Counts)> {
        self.by.get(dimension as usize).into_iter().flat_map(Split::all)
    }
}

impl Split {
    fn add(&mut self, name: &str, counts: &Counts) {
        if let Some(known) = self.of.get_mut(name) {
            return known.add(counts);
        }
        self.of.insert(name.to_owned(), *counts);
        if self.of.len() > MOST
            && let Some((_, last)) = self.of.pop_last()
        {
            self.more.add(&last);
        }
    }

    fn all(&self) -> impl Iterator<Item = (&str, &Counts)> {
        let more = (self.more.removed() > 0).then_some((MORE, &self.more));
        self.of.iter().map(|(name, counts)| (name.as_str(), counts)).chain(more)
    }
}

#[cfg(test)]
mod tests;
