//! Burglary, business and community.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::burglary_class_by_day::{How, Place},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("burglary-business-and-community"),
    title: "Burglary, business and community",
    says: "A building, or a part of one, that is used for business and nothing else, or that has nothing residential about it, such as a place of worship, is burgled as business and community.",
    basis: edition::rules("pages 73 and 74, 30C Burglary, business and community, 30D"),
    in_force: edition::HELD,
    exemplar: "a church is broken into and a collection box is taken, recorded as other theft",
    mend: "record burglary, business and community, 30C",
};

/// A building, or a part of one, for business or community.
pub fn place(case: &Case<'_>, ask: &mut Ask<'_>) -> Place {
    ask.begin(&RULE, case.of);
    ask.follows("for business or community, and nothing residential about it");
    Place::Business
}

/// Class and subcode of the list of 2026/27, which has none for a distraction.
#[must_use]
pub const fn class(how: How) -> (&'static str, &'static str) {
    match how {
        How::Done | How::Distraction => ("30C", "030/02"),
        How::Attempted | How::AttemptedDistraction => ("30D", "030/02"),
        How::Aggravated => ("31A", "031/00"),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/burglary-business-and-community.toml"), classified);
    }
}
