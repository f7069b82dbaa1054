//! Residential burglary of a home.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::burglary_class_by_day::{How, Place},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("residential-burglary-of-a-home"),
    title: "Residential burglary of a home",
    says: "What forms part of a home is the home, and so is a building attached to it with a door through to it; houseboats, care homes, hostels and other places to live in count as homes.",
    basis: edition::rules("pages 73 and 74, 28I Residential burglary of a home, 28J"),
    in_force: edition::HELD,
    exemplar: "a bicycle is stolen from a garage with a door into the kitchen, recorded as burglary of an unconnected building",
    mend: "record residential burglary of a home, 28I",
};

/// A building attached to the home, with a door through to it.
///
/// Used solely for business it is another question: see [`outbuilding_used_for_business`](super::outbuilding_used_for_business).
pub fn connected(case: &Case<'_>, ask: &mut Ask<'_>) -> Place {
    ask.begin(&RULE, case.of);
    ask.follows("attached to the home with a door through to it: the home");
    Place::Home
}

/// Class and subcode of the list of 2026/27.
#[must_use]
pub const fn class(how: How) -> (&'static str, &'static str) {
    match how {
        How::Done => ("28I", "028/03"),
        How::Attempted => ("28J", "028/03"),
        How::Distraction => ("28K", "028/03"),
        How::AttemptedDistraction => ("28L", "028/03"),
        How::Aggravated => ("29B", "029/00"),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/residential-burglary-of-a-home.toml"), classified);
    }
}
