//! Faults that only other records show.

use crate::removals::{
    fault::{DOES_NOT_STAND, Fault, How, STANDS},
    sound::Kind,
};

const fn fault(name: &'static str, rule: &'static str, verdict: &'static str, of: Kind, how: How) -> Fault {
    Fault { name, rule, verdict, other_reading: "", of, how }
}

/// Faults that only other records show.
pub(in crate::removals) static FAULTS: &[Fault] = &[
    fault("other-not-live", "duplicate-record-live", DOES_NOT_STAND, Kind::Duplicate, How::OtherCancelled),
    fault("other-not-there", "duplicate-record-live", DOES_NOT_STAND, Kind::Duplicate, How::OtherMissing),
    fault("other-removed", "duplicate-of-removed-record", DOES_NOT_STAND, Kind::Duplicate, How::OtherRemoved),
    fault("circle-of-two", "duplicate-in-a-circle", DOES_NOT_STAND, Kind::Duplicate, How::Circle(2)),
    fault("circle-of-three", "duplicate-in-a-circle", DOES_NOT_STAND, Kind::Duplicate, How::Circle(3)),
    fault("transferred-again", "transfer-in-a-circle", STANDS, Kind::Transferred, How::TransferredAgain),
    fault("named-twice", "removal-named-once", STANDS, Kind::Error, How::NamedTwice),
    fault("removed-twice", "recorded-again", STANDS, Kind::NoCrime, How::RemovedTwice),
];
