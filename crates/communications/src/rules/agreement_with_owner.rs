//! Every agreement has somebody who answers for it.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Agreement;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("agreement-with-owner"),
    title: "Agreement with an owner",
    says: "An agreement to share information names the post that answers for it.",
    basis: Basis::Reasoned {
        why: "a review falls to nobody if no post owns it; agreements that forces have published name an owner",
    },
    in_force: InForce::Always,
    exemplar: "an agreement with the fire service whose owner is not known",
    mend: "name the post, not the person",
};

/// Says so if the agreement has no owner.
#[must_use]
pub fn check(row: &Row<Agreement>) -> Option<Finding> {
    let agreement = &row.value;
    let why = match agreement.owner {
        Known::Is(_) => return None,
        Known::NotKnown => "its owner is not known",
        Known::NotSupplied => "no owner was supplied",
    };
    let sentence = format!("`{}` with {}: {why}", agreement.name, agreement.partner);
    Some(
        Finding::new(&RULE, Severity::Note, &agreement.name, Some(row.place.at("owner")), sentence)
            .with("partner", &agreement.partner)
            .with("owner", &agreement.owner),
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
        owner: String,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/agreement-with-owner.toml"), |facts: &Facts| {
            let rows = given::agreements(&format!("Hydrants,Fire service,no,,,,,{},,1\n", facts.owner));
            check(&rows.good[0]).map_or_else(String::new, |finding| finding.to_string())
        });
    }
}
