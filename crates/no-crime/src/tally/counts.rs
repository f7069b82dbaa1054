//! How many removals stand, and how many do not.

use crate::{Judgement, Verdict};

/// How many removals there are of each verdict. The four verdicts come to all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Removals that stand.
    pub stands: u64,
    /// Removals that do not stand.
    pub does_not_stand: u64,
    /// Removals of which a fact is missing.
    pub cannot_be_told: u64,
    /// Removals for whose day no rules are held.
    pub not_covered: u64,
    /// Removals that another reading of the rules would judge otherwise; each is counted above by the safe reading.
    pub readings_differ: u64,
    /// Removals of which somebody has answered for a finding; each is counted above as it was judged.
    pub waived: u64,
}

/// Whether somebody has answered for a finding of a removal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waived {
    /// For no finding of it.
    No,
    /// For one of them at least.
    Yes,
}

impl Counts {
    /// One removal.
    #[must_use]
    pub fn of(judgement: &Judgement<'_>, waived: Waived) -> Self {
        let of = |verdict| u64::from(judgement.verdict == verdict);
        Self {
            stands: of(Verdict::Stands),
            does_not_stand: of(Verdict::DoesNotStand),
            cannot_be_told: of(Verdict::CannotBeTold),
            not_covered: of(Verdict::NotCovered),
            readings_differ: u64::from(judgement.other_reading.is_some()),
            waived: u64::from(waived == Waived::Yes),
        }
    }

    /// All removals.
    #[must_use]
    pub fn removed(&self) -> u64 {
        self.verdicts().into_iter().fold(0, u64::saturating_add)
    }

    /// Those that could be judged: what stands and what does not.
    #[must_use]
    pub const fn judged(&self) -> u64 {
        self.stands.saturating_add(self.does_not_stand)
    }

    /// Those of each verdict: stands, does not stand, cannot be told, not covered.
    #[must_use]
    pub const fn verdicts(&self) -> [u64; 4] {
        [self.stands, self.does_not_stand, self.cannot_be_told, self.not_covered]
    }

    /// Adds other counts.
    pub const fn add(&mut self, other: &Self) {
        self.stands = self.stands.saturating_add(other.stands);
        self.does_not_stand = self.does_not_stand.saturating_add(other.does_not_stand);
        self.cannot_be_told = self.cannot_be_told.saturating_add(other.cannot_be_told);
        self.not_covered = self.not_covered.saturating_add(other.not_covered);
        self.readings_differ = self.readings_differ.saturating_add(other.readings_differ);
        self.waived = self.waived.saturating_add(other.waived);
    }
}
