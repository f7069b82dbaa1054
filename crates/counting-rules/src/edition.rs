//! The edition that is held in full, and how its rules are cited.

use chrono::NaiveDate;
use rulebook::{Basis, Citation, InForce, Seen, day};

/// The days of recording for which the rules of 2026/27 are held.
pub const HELD: InForce = InForce::Between(FIRST, LAST);

/// The first of those days.
pub const FIRST: NaiveDate = day(2026, 4, 1);

/// The last of those days.
pub const LAST: NaiveDate = day(2027, 3, 31);

/// A page of the Crime Recording Rules 2026/27, which were read in full.
#[must_use]
pub const fn rules(place: &'static str) -> Basis {
    published(
        "Crime Recording Rules for front line officers and staff",
        "2026/27, April 2026, version 2",
        place,
        Seen::FullText,
    )
}

/// A page of the outcomes guidance of April 2026, which was read in full.
#[must_use]
pub const fn outcomes(place: &'static str) -> Basis {
    published(
        "Outcomes for recorded crimes: guidance for frontline officers and staff",
        "April 2026",
        place,
        Seen::FullText,
    )
}

/// A place in the fraud section of April 2026, of which the counting pages were read in a digest.
#[must_use]
pub const fn fraud(place: &'static str) -> Basis {
    published("Home Office Counting Rules, Fraud", "April 2026", place, Seen::InPart)
}

/// A place in the schools protocol of 2023, which was read in full.
#[must_use]
pub const fn schools(place: &'static str) -> Basis {
    published("Crime recording (schools protocol)", "June 2023", place, Seen::FullText)
}

const fn published(document: &'static str, edition: &'static str, place: &'static str, seen: Seen) -> Basis {
    Basis::Published(Citation { document, edition, place, seen })
}
