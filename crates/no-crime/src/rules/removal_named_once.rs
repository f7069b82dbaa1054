//! A removal stands in one row.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

use crate::across::{Seen, cell};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-named-once"),
    title: "A removal stands in one row",
    says: "Each number stands in one row of the removals; of two rows the first is judged.",
    basis: Basis::Reasoned { why: "a removal that stands in two rows would be counted twice" },
    in_force: InForce::Always,
    exemplar: "a crime that stands in lines 2 and 9 of the table of removals",
    mend: "leave one row for each number, with what is true of it",
};

/// Says of a row that the number stood in an earlier one.
#[must_use]
pub fn check(first: &Seen<'_>, line: u64, removals: &Place) -> Finding {
    let record = &first.record;
    Finding::new(
        &RULE,
        Severity::Error,
        &**record,
        Some(cell(removals, line, "record")),
        format!(
            "{record}: it stands in line {} and again in line {line}; the row of line {line} is neither judged nor counted",
            first.line
        ),
    )
    .with("first line", first.line)
    .with("this line", line)
}

#[cfg(test)]
mod tests {
    use crate::across::cases::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-named-once.toml"), |facts| {
            found(facts, super::RULE.id)
        });
    }
}
