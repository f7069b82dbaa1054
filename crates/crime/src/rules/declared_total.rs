//! A total that is printed is the sum of its rows.

use rulebook::{Basis, Finding, InForce, Place, Rule, RuleId, Severity};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("declared-total"),
    title: "Declared total",
    says: "A total that is printed beside a table equals the sum of the table's rows.",
    basis: Basis::Reasoned {
        why: "where they differ a row or the total is wrong, and every rate over all rows with it",
    },
    in_force: InForce::Always,
    exemplar: "rows of 1 and 2, printed total 4",
    mend: "look up the total and the rows in the source; correct the one that is wrong",
};

/// Finds a printed total that the rows of `file` do not add up to.
///
/// `what` names what is counted, in the plural; `place` is where the total is printed.
#[must_use]
pub fn check(what: &str, declared: u64, place: &Place, file: &str, rows: &[u64]) -> Option<Finding> {
    // Wide enough for any number of rows that fits in memory.
    let sum: u128 = rows.iter().map(|count| u128::from(*count)).sum();
    if sum == u128::from(declared) {
        return None;
    }
    let sentence = format!("the printed total of {what} is {declared}; the rows of {file} add up to {sum}");
    Some(
        Finding::new(&RULE, Severity::Warning, what, Some(place.clone()), sentence)
            .with("printed total", declared)
            .with("sum of the rows", sum),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::in_words;

    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Facts {
        declared: u64,
        rows: Vec<u64>,
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/declared-total.toml"), |facts: &Facts| {
            let place = Place::row("audit/inspection.toml", 7);
            in_words(check("reports examined", facts.declared, &place, "audit/strata.csv", &facts.rows))
        });
    }
}
