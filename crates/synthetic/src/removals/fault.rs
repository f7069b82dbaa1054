//! A fault that is planted in a removal, and what must be said of it.

use super::{
    faults::{across, authority, missing, proof, signals},
    row::Row,
    sound::Kind,
};

/// The verdicts, in the words of the command.
pub(super) const STANDS: &str = "stands";
pub(super) const DOES_NOT_STAND: &str = "does not stand";
pub(super) const CANNOT_BE_TOLD: &str = "cannot be told";
pub(super) const NOT_COVERED: &str = "not covered";

/// A fault that is planted in a removal, and what must be said of it.
#[derive(Debug, Clone, Copy)]
pub struct Fault {
    /// Its name in the truth: `information-known-before`.
    pub name: &'static str,
    /// The slug of the rule that must find it.
    pub rule: &'static str,
    /// The verdict: `stands`, `does not stand`, `cannot be told` or `not covered`.
    pub verdict: &'static str,
    /// The verdict by the other reading of the texts; empty where it is no other.
    pub other_reading: &'static str,
    pub(super) of: Kind,
    pub(super) how: How,
}

/// How a fault is planted in a sound removal.
#[derive(Debug, Clone, Copy)]
pub(super) enum How {
    /// Its own row is changed.
    Changed(fn(&mut Row)),
    /// The crime that it duplicates is cancelled in the table of all crimes.
    OtherCancelled,
    /// The crime that it duplicates is not in that table.
    OtherMissing,
    /// The crime that it duplicates is removed as well.
    OtherRemoved,
    /// So many removals are duplicates of each other in a circle.
    Circle(u64),
    /// The crime comes back and is transferred again.
    TransferredAgain,
    /// It is recorded again under a number that is live.
    RecordedAgain,
    /// It is recorded again, and that record is removed as well.
    RemovedTwice,
    /// Its row stands twice.
    NamedTwice,
}

impl Fault {
    /// All of them. Each is planted about equally often.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        [proof::FAULTS, authority::FAULTS, missing::FAULTS, across::FAULTS, signals::FAULTS]
            .into_iter()
            .flatten()
    }

    /// How many removals it takes.
    pub(super) const fn rows(&self) -> u64 {
        match self.how {
            How::Changed(_) | How::OtherCancelled | How::OtherMissing | How::RecordedAgain => 1,
            How::OtherRemoved | How::TransferredAgain | How::RemovedTwice | How::NamedTwice => 2,
            How::Circle(rows) => rows,
        }
    }
}

/// The rule is broken.
pub(super) const fn broken(name: &'static str, rule: &'static str, of: Kind, change: fn(&mut Row)) -> Fault {
    Fault { name, rule, verdict: DOES_NOT_STAND, other_reading: "", of, how: How::Changed(change) }
}

/// The rule is broken by the safe reading and kept by the other.
pub(super) const fn readings(
    name: &'static str,
    rule: &'static str,
    of: Kind,
    change: fn(&mut Row),
) -> Fault {
    Fault { name, rule, verdict: DOES_NOT_STAND, other_reading: STANDS, of, how: How::Changed(change) }
}

/// A fact is missing that the rule asks.
pub(super) const fn untold(name: &'static str, rule: &'static str, of: Kind, change: fn(&mut Row)) -> Fault {
    Fault { name, rule, verdict: CANNOT_BE_TOLD, other_reading: "", of, how: How::Changed(change) }
}
