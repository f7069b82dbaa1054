//! A risk has an owner.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::Risk;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("risk-with-owner"),
    title: "A risk has an owner",
    says: "Each risk of the register names the post that owns it.",
    basis: Basis::Reasoned { why: "a risk without an owner is watched by nobody" },
    in_force: InForce::Always,
    exemplar: "a risk whose owner is `not known`",
    mend: "name the post that owns it",
};

/// A finding for each risk without an owner.
#[must_use]
pub fn check(risks: &[Row<Risk>]) -> Vec<Finding> {
    risks
        .iter()
        .filter_map(|row| {
            let says = match row.value.owner {
                Known::Is(_) => return None,
                Known::NotKnown => "its owner is not known",
                Known::NotSupplied => "no owner is named",
            };
            let sentence = format!("risk `{}`: {says}", row.value.risk);
            let place = Some(row.place.at("owner"));
            Some(
                Finding::new(&RULE, Severity::Warning, &row.value.risk, place, sentence)
                    .with("owner", &row.value.owner),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::examples::Folder;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/risk-with-owner.toml"), |folder: &Folder| {
            folder.findings_of(&super::RULE)
        });
    }
}
