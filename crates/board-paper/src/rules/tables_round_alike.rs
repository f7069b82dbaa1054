//! Two tables of one paper are rounded in the same way.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use super::printed_percentage::{Convention, name};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("tables-round-alike"),
    title: "Tables round alike",
    says: "All tables of one source print their percentages by the same rounding convention.",
    basis: Basis::Reasoned { why: "readers compare percentages across the tables of a paper" },
    in_force: InForce::Always,
    exemplar: "a paper with one table cut off and another rounded to the nearest",
    mend: "choose one convention for the paper, print it once, and round every table by it",
};

/// One finding for each pair of neighbouring tables whose conventions are known and differ.
#[must_use]
pub fn check(conventions: &[Convention]) -> Vec<Finding> {
    let known: Vec<_> = conventions.iter().filter_map(|c| c.method.map(|method| (c, method))).collect();
    known
        .windows(2)
        .filter_map(|pair| {
            let [(first, by), (second, other)] = pair else { return None };
            (by != other).then(|| {
                let fit = |convention: &Convention| {
                    convention
                        .fits
                        .first()
                        .map_or_else(String::new, |fit| format!("{} of {}", fit.fits, fit.of))
                };
                let sentence = format!(
                    "the tables are not rounded alike: {} fits {} ({}), {} fits {} ({})",
                    first.table,
                    name(*by),
                    fit(first),
                    second.table,
                    name(*other),
                    fit(second)
                );
                let record = format!("{} and {}", first.table, second.table);
                Finding::new(&RULE, Severity::Warning, record, None, sentence)
                    .with(&first.table, by)
                    .with(&second.table, other)
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::printed_percentage::{
        self,
        tests::{AsPrinted, shares},
    };

    #[test]
    fn worked_examples() {
        casebook::check(
            include_str!("../../cases/tables-round-alike.toml"),
            |tables: &Vec<Vec<AsPrinted>>| {
                let conventions: Vec<_> = tables
                    .iter()
                    .enumerate()
                    .map(|(index, rows)| {
                        printed_percentage::check(&format!("table {}", index + 1), &shares(rows)).0
                    })
                    .collect();
                check(&conventions).into_iter().map(|finding| finding.sentence).collect::<Vec<_>>()
            },
        );
    }
}
