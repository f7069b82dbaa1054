//! What the inspection criticised has an action, and the action somebody who answers for it.

use rulebook::{Basis, Finding, InForce, Known, Rule, RuleId, Severity};
use table::Row;

use crate::{Improvement, Kind};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("action-with-owner"),
    title: "An action with an owner",
    says: "Each theme and area of concern of an inspection has an action, and each action a post that answers for it.",
    basis: Basis::Reasoned { why: "a board can ask after an action only if it knows whom to ask" },
    in_force: InForce::Always,
    exemplar: "an area of concern with an action and no owner",
    mend: "name the action, and the post that answers for it",
};

/// Warns of a theme or an area of concern without an action, or whose action nobody is known to own.
///
/// A strength needs neither.
#[must_use]
pub fn check(row: &Row<Improvement>) -> Option<Finding> {
    let Improvement { kind, subject, owner, action, .. } = &row.value;
    match kind {
        Kind::Theme | Kind::Concern => {}
        Kind::Strength => return None,
    }
    let (column, what) = match (action, owner) {
        (Known::Is(_), Known::Is(_)) => return None,
        (Known::Is(_), Known::NotKnown) => ("owner", "the owner of its action is not known"),
        (Known::Is(_), Known::NotSupplied) => ("owner", "no owner of its action is supplied"),
        (Known::NotKnown, _) => ("action", "whether there is an action is not known"),
        (Known::NotSupplied, _) => ("action", "no action is supplied"),
    };
    let sentence = format!("{kind} \"{subject}\": {what}");
    Some(
        Finding::new(&RULE, Severity::Warning, subject, Some(row.place.at(column)), sentence)
            .with("action", action)
            .with("owner", owner),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/action-with-owner.toml"), |facts: &Improvement| {
            in_words(check(&row(facts)))
        });
    }
}
