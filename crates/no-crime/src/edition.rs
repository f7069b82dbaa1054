//! The editions of the rules on removal that are held, and how they are cited.

use rulebook::{Basis, Citation, InForce, Seen, day};

/// The days of removal for which the rules of 2026/27 are held.
pub(crate) const HELD: InForce = InForce::Between(day(2026, 4, 1), day(2027, 3, 31));

/// The days of removal for which the four older grounds are known, at second hand: the year whose no crimes an answer of March 2011 counts by
/// them, and the time until then.
pub(crate) const FOUR_GROUNDS: InForce = InForce::Between(day(2010, 1, 1), day(2011, 3, 1));

/// A page of the Crime Recording Rules 2026/27, which were read in full.
pub(crate) const fn rules(place: &'static str) -> Basis {
    published(
        "Crime Recording Rules for front line officers and staff",
        "2026/27, April 2026, version 2",
        place,
        Seen::FullText,
    )
}

/// A page of the outcomes guidance of April 2026, which was read in full.
pub(crate) const fn outcomes(place: &'static str) -> Basis {
    published(
        "Outcomes for recorded crimes: guidance for frontline officers and staff",
        "April 2026",
        place,
        Seen::FullText,
    )
}

/// The answer of a force that lists the grounds of its time.
pub(crate) const fn cheshire(place: &'static str) -> Basis {
    published("Cheshire Police, answer 3001 on no crimes of rape", "March 2011", place, Seen::SecondHand)
}

const fn published(document: &'static str, edition: &'static str, place: &'static str, seen: Seen) -> Basis {
    Basis::Published(Citation { document, edition, place, seen })
}
