//! A stratum has a name of its own.

use rulebook::{Basis, FigureId, Finding, InForce, Rule, RuleId, Severity};
use table::Row;

use crate::score::Counts;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("stratum-of-its-own"),
    title: "A stratum of its own",
    says: "No row of a table of strata stands for all of them: `all` is what they come to together.",
    basis: Basis::Reasoned {
        why: "a row of totals among the rows that it adds up would count everything twice",
    },
    in_force: InForce::Always,
    exemplar: "a stratum called `All`",
    mend: "take the row of totals out; if the stratum is one among others, give it a name that says which",
};

/// Finds fault with a row that is called after all. The row is then not used.
#[must_use]
pub fn check(row: &Row<Counts>) -> Option<Finding> {
    let counts = &row.value;
    if FigureId::of(&[&counts.stratum]).as_str() != "all" {
        return None;
    }
    let name = counts.name();
    let sentence = format!("{name}: a row of all strata among the strata would count everything twice");
    Some(
        Finding::new(&RULE, Severity::Error, name, Some(row.place.at("stratum")), sentence)
            .with("stratum", &counts.stratum),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, row};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/stratum-of-its-own.toml"), |facts: &Counts| {
            in_words(check(&row(facts)))
        });
    }
}
