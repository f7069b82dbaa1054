//! The burglary classes from April 2017 to March 2023.

use rulebook::{Basis, Citation, InForce, Rule, RuleId, Seen, day};

use crate::{
    Ask,
    rules::{
        burglary_business_and_community,
        burglary_class_by_day::{How, Place},
    },
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("burglary-classes-2017-to-2023"),
    title: "The burglary classes from April 2017 to March 2023",
    says: "From April 2017 to March 2023 all residential burglary was in the classes 28E to 28H and 29A, sheds and garages included; business and community had the classes of today.",
    basis: Basis::Published(Citation {
        document: "National Statistics, class labels of police recorded crime",
        edition: "about 2018, with the changes marked in the notifiable offence list 2026/27",
        place: "burglary: 28E to 28H, 29A, 30C, 30D and 31A (the days from the change of April 2017 and from the list's change of April 2023)",
        seen: Seen::SecondHand,
    }),
    in_force: InForce::Between(day(2017, 4, 1), day(2023, 3, 31)),
    exemplar: "a shed burgled on 5 June 2020, reported in 2026 and recorded as 28M",
    mend: "record 28E; ask the registrar, for the text of that time is not held",
};

/// The class of those days.
#[must_use]
pub const fn class(place: Place, how: How) -> &'static str {
    match (place, how) {
        (Place::Home | Place::Unconnected, How::Done) => "28E",
        (Place::Home | Place::Unconnected, How::Attempted) => "28F",
        (Place::Home | Place::Unconnected, How::Distraction) => "28G",
        (Place::Home | Place::Unconnected, How::AttemptedDistraction) => "28H",
        (Place::Home | Place::Unconnected, How::Aggravated) => "29A",
        (Place::Business, how) => burglary_business_and_community::class(how).0,
    }
}

/// The class of those days; without a subcode where the list of 2026/27 no longer has the class.
pub(crate) fn classify(place: Place, how: How, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let class = class(place, how);
    ask.follows_with(|| format!("{class} in those days"));
    let subcode = match place {
        Place::Home | Place::Unconnected => "",
        Place::Business => burglary_business_and_community::class(how).1,
    };
    crime(class, subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/burglary-classes-2017-to-2023.toml"), classified);
    }
}
