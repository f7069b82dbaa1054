//! A complete count has no sampling error.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("complete-count-has-no-sampling-interval"),
    title: "A complete count has no sampling interval",
    says: "A rate over all records of a year is printed without a sampling interval.",
    basis: Basis::Reasoned {
        why: "nothing was drawn, so nothing could have been drawn otherwise; an interval would speak only of a notional \
              process of which the year is one outcome",
    },
    in_force: InForce::Always,
    exemplar: "a table with one force, all its records of a year counted",
    mend: "nothing; where the paper asks how far a rate might move from year to year, show several years",
};

/// Notes of a table of `forces` forces that their rates carry no interval, and what one would mean.
#[must_use]
pub fn check(forces: usize, file: &str) -> Option<Finding> {
    let whose = match forces {
        0 => return None,
        1 => "the rate of the force is".to_owned(),
        n => format!("the rates of the {n} forces are"),
    };
    let sentence = format!(
        "{whose} a complete count of the records of the period and printed without an interval: nothing was sampled; an \
         interval would speak only of a notional longer run of such years, and differences of recording practice would \
         not be in it"
    );
    Some(Finding::new(&RULE, Severity::Note, file, Some(Place::file(file)), sentence).with("forces", forces))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/complete-count-has-no-sampling-interval.toml"),
            |forces: &usize| in_words(check(*forces, "no_crimes.csv")),
        );
    }
}
