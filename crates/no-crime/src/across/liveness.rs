//! Whether the other record of a duplicate is live, as far as the data tell.

use std::collections::BTreeSet;

use crime::Fact;
use rustc_hash::FxHashMap;

use super::{Crimes, Named, Status};

/// What the data tell of the other record of a duplicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Other {
    /// It is among all crimes, and counted.
    Counted,
    /// It is itself a row of the removals.
    Removed,
    /// The table of all crimes has it as cancelled.
    Cancelled,
    /// The table of all crimes has it as transferred.
    Transferred,
    /// The table of all crimes does not have it.
    NotAmongCrimes,
    /// The table of all crimes does not have it among the rows that can be read, and has others.
    NotAmongReadable,
}

impl Other {
    /// What is known of a number; nothing, if neither table has it and the table of all crimes was not given.
    #[must_use]
    pub const fn of(named: &Named<'_>) -> Option<Self> {
        match (named.row, named.status, named.crimes) {
            // What is removed is not live, whatever an older extract of crimes says.
            (Some(_), _, _) => Some(Self::Removed),
            (None, Some(Status::Recorded), _) => Some(Self::Counted),
            (None, Some(Status::Cancelled), _) => Some(Self::Cancelled),
            (None, Some(Status::Transferred), _) => Some(Self::Transferred),
            (None, None, Crimes::Given) => Some(Self::NotAmongCrimes),
            (None, None, Crimes::GivenInPart) => Some(Self::NotAmongReadable),
            (None, None, Crimes::NotGiven) => None,
        }
    }

    /// Whether it is live and in the data of the force.
    #[must_use]
    pub const fn fact(self) -> Fact {
        match self {
            Self::Counted => Fact::Yes,
            Self::Removed | Self::Cancelled | Self::Transferred | Self::NotAmongCrimes => Fact::No,
            Self::NotAmongReadable => Fact::NotKnown,
        }
    }

    /// In words, behind the number: "20/2 is itself removed".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Counted => "is among the crimes given, as recorded",
            Self::Removed => "is itself removed",
            Self::Cancelled => "is cancelled in the table of crimes",
            Self::Transferred => "is transferred in the table of crimes",
            Self::NotAmongCrimes => "is not among the crimes given",
            Self::NotAmongReadable => "is not among those of the crimes given that could be read",
        }
    }
}

/// What is known of the other records of all duplicates, by the line of the duplicate.
///
/// Before a duplicate is judged, its column `other_record_live` gives way to what is known here:
///
/// ```
/// # use crime::removal::Removal;
/// # use no_crime::across::{Liveness, Other};
/// # let (mut removal, mut liveness) = (Removal::default(), Liveness::default());
/// liveness.add(7, Other::Cancelled);
/// if let Some(other) = liveness.of(7) {
///     removal.other_record_live = other.fact();
/// }
/// assert_eq!(removal.other_record_live, crime::Fact::No);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Liveness(FxHashMap<u64, Other>);

impl Liveness {
    /// Notes what is known of the other record of the duplicate of this line.
    pub fn add(&mut self, line: u64, other: Other) {
        self.0.insert(line, other);
    }

    /// Takes what was found of other duplicates.
    pub fn merge(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Forgets the duplicates of these lines.
    pub(super) fn leave_out(&mut self, lines: &BTreeSet<u64>) {
        for line in lines {
            self.0.remove(line);
        }
    }

    /// What is known of the other record of the duplicate of this line; nothing, if neither table tells.
    #[must_use]
    pub fn of(&self, line: u64) -> Option<Other> {
        self.0.get(&line).copied()
    }
}
