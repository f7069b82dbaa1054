//! The burglary classes to March 2017.

use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};

use crate::{
    Ask,
    rules::burglary_class_by_day::{How, Place},
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("burglary-classes-to-2017"),
    title: "The burglary classes to March 2017",
    says: "To March 2017 burglary was of a dwelling, 28A to 28D and 29, or of another building, 30A, 30B and 31; a shed or garage that is no part of the home is taken to be another building.",
    basis: Basis::Published(Citation {
        document: "National Statistics, class labels of police recorded crime",
        edition: "about 2018",
        place: "burglary: 28A to 28D, 29, 30A, 30B and 31, to 31 March 2017 (the first day is that from which figures for dwellings and other buildings are published; sheds by the titles of the classes)",
        seen: Seen::SecondHand,
    }),
    in_force: InForce::Between(day(2002, 4, 1), day(2017, 3, 31)),
    exemplar: "a house burgled on 1 July 2014, reported in 2026 and recorded as 28I",
    mend: "record 28A; ask the registrar, for the text of that time is not held",
};

/// The class of those days.
#[must_use]
pub const fn class(place: Place, how: How) -> &'static str {
    match (place, how) {
        (Place::Home, How::Done) => "28A",
        (Place::Home, How::Attempted) => "28B",
        (Place::Home, How::Distraction) => "28C",
        (Place::Home, How::AttemptedDistraction) => "28D",
        (Place::Home, How::Aggravated) => "29",
        (Place::Unconnected | Place::Business, How::Done | How::Distraction) => "30A",
        (Place::Unconnected | Place::Business, How::Attempted | How::AttemptedDistraction) => "30B",
        (Place::Unconnected | Place::Business, How::Aggravated) => "31",
    }
}

/// The class of those days, without a subcode: the list of 2026/27 no longer has it.
pub(crate) fn classify(place: Place, how: How, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let class = class(place, how);
    ask.follows_with(|| format!("{class} in those days"));
    crime(class, "", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/burglary-classes-to-2017.toml"), classified);
    }
}
