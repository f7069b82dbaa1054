//! A report that can be read.

use rulebook::{Basis, InForce, Rule, RuleId};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("readable-report"),
    title: "A report that can be read",
    says: "A report is one JSON object, or rows of facts, in the fields and words of the schema; what cannot be read is named, and the other reports go on.",
    basis: Basis::Reasoned { why: "a fact that was misread would decide wrongly, and nobody would see it" },
    in_force: InForce::Always,
    exemplar: "a line that ends in the middle of a report",
    mend: "correct the field named, with one of the words that are expected there (`audit-recording schema incident`)",
};

#[cfg(test)]
mod tests {
    use crate::cases::read;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/readable-report.toml"), |line: &String| read(line));
    }
}
