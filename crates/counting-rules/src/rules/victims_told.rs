//! Who is told of a decision not to record.

use rulebook::{Rule, RuleId};

use crate::edition;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("victims-told"),
    title: "Victims must be told when a decision is taken not to record a crime",
    says: "A decision not to record a reported crime is itself recorded, and the victim or the person who reported is told; they may appeal or bring further information.",
    basis: edition::rules("page 10, Victims must be told when a decision is taken not to record a crime"),
    in_force: edition::HELD,
    exemplar: "a report of a theft that is not recorded, of which nobody is told",
    mend: "record the decision and tell the victim, or the person who reported, that they may appeal",
};

#[cfg(test)]
mod tests {
    use crate::cases::told;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/victims-told.toml"), told);
    }
}
