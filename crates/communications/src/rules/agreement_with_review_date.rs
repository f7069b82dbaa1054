//! Every agreement has a day on which somebody looks at it again.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Agreement;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("agreement-with-review-date"),
    title: "Agreement with a review date",
    says: "An agreement to share information has a day on which it is next reviewed.",
    basis: Basis::Reasoned {
        why: "sharing that nobody looks at again outlives its purpose; agreements that forces have published carry a review date",
    },
    in_force: InForce::Always,
    exemplar: "an agreement with the fire service whose review day was not supplied",
    mend: "agree the day with the partner and enter it",
};

/// Says so if the agreement has no review day.
#[must_use]
pub fn check(row: &Row<Agreement>) -> Option<Finding> {
    let agreement = &row.value;
    let why = match agreement.review {
        Known::Is(_) => return None,
        Known::NotKnown => "its review day is not known",
        Known::NotSupplied => "no review day was supplied",
    };
    let sentence = format!("`{}` with {}: {why}", agreement.name, agreement.partner);
    Some(
        Finding::new(&RULE, Severity::Warning, &agreement.name, Some(row.place.at("review")), sentence)
            .with("partner", &agreement.partner)
            .with("review", agreement.review),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::given;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        review: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/agreement-with-review-date.toml"), |facts: &Facts| {
            let rows = given::agreements(&format!("Hydrants,Fire service,no,,,,{},,,1\n", facts.review));
            check(&rows.good[0]).map_or_else(String::new, |finding| finding.to_string())
        });
    }
}
