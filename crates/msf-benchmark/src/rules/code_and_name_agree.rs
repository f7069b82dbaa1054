//! The code and the name of an area say the same.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("code-and-name-agree"),
    title: "Code and name agree",
    says: "The code of a row and its name are of one area; where they are not, the code decides.",
    basis: Basis::Reasoned {
        why: "the figures of the row are counted for one of the two, and it may be the wrong one",
    },
    in_force: InForce::Always,
    exemplar: "a row with the code of Kent and the name of Surrey",
    mend: "ask the publisher which is meant; correct the other",
};

/// The finding on a row whose `code` is that of `coded` and whose name is that of `named`.
#[must_use]
pub fn check(code: &str, coded: &str, named: &str, place: Place) -> Finding {
    let sentence = format!(
        "the code {code} is that of {coded}, the name is that of {named}; the row is read as {coded}"
    );
    Finding::new(&RULE, Severity::Warning, named, Some(place), sentence)
        .with("code", code)
        .with("by code", coded)
        .with("by name", named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/code-and-name-agree.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
