//! Residential burglary of an unconnected building.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::burglary_class_by_day::{How, Place},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("residential-burglary-of-unconnected-building"),
    title: "Residential burglary of an unconnected building",
    says: "A building on the plot of a home that is no part of it, and has no door through to it, is an unconnected building even where it touches the home; so is one on a plot without a home that is not used for business or community.",
    basis: edition::rules("pages 73 and 74, 28M Residential burglary of unconnected building, 28N"),
    in_force: edition::HELD,
    exemplar: "a lawn mower is stolen from a shed in a garden, recorded as burglary of the home",
    mend: "record residential burglary of an unconnected building, 28M",
};

/// A building on the plot of the home, with no door through to the home.
pub fn on_the_plot(case: &Case<'_>, ask: &mut Ask<'_>) -> Place {
    ask.begin(&RULE, case.of);
    ask.follows("on the plot of the home, with no door through to it: an unconnected building");
    Place::Unconnected
}

/// A building on a plot where no home stands, not used for business or community.
///
/// The text puts it into the residential groups and does not name the class. It stands under the heading of unconnected buildings and
/// is no home: that is our reading.
pub fn elsewhere(case: &Case<'_>, ask: &mut Ask<'_>) -> Place {
    ask.begin(&RULE, case.of);
    ask.follows("on a plot without a home, and not for business or community: residential, and by our reading unconnected");
    Place::Unconnected
}

/// Class and subcode of the list of 2026/27.
#[must_use]
pub const fn class(how: How) -> (&'static str, &'static str) {
    match how {
        How::Done => ("28M", "028/03"),
        How::Attempted => ("28N", "028/03"),
        How::Distraction => ("28O", "028/03"),
        How::AttemptedDistraction => ("28P", "028/03"),
        How::Aggravated => ("29C", "029/00"),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/residential-burglary-of-unconnected-building.toml"),
            classified,
        );
    }
}
