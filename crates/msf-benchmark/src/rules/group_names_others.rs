//! A force is no peer of itself.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::Membership;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("group-names-others"),
    title: "A group names others",
    says: "The peers of a force are other forces.",
    basis: Basis::Reasoned {
        why: "whether the force itself is in an average is a choice that is made by name; a force in its own list would be counted twice",
    },
    in_force: InForce::Always,
    exemplar: "a row with `Kent` as force and `Kent` as peer",
    mend: "take the row out, and choose the average that has the force in it",
};

/// Finds fault with a row in which a force is its own peer.
#[must_use]
pub fn check(row: &Row<Membership>) -> Option<Finding> {
    let force = row.value.force;
    (force == row.value.peer).then(|| {
        let sentence = format!("{force} is named as a peer of itself");
        Finding::new(&RULE, Severity::Error, force.name(), Some(row.place.at("peer")), sentence)
            .with("force", force)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{group_case::Peers, in_words};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/group-names-others.toml"), |facts: &Peers| {
            in_words(facts.rows().iter().find_map(check))
        });
    }
}
