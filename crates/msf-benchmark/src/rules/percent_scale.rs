//! A percentage is written as one.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};
use rust_decimal::Decimal;

use crate::{Published, PublishedCell, Unit};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("percent-scale"),
    title: "Percent scale",
    says: "Two percent is written `2` or `2%` in a column of percentages, not `0.02`.",
    basis: Basis::Reasoned { why: "a share taken for a percentage is a hundred times too small" },
    in_force: InForce::Always,
    exemplar: "a column of percentages whose largest is 0.11",
    mend: "write the percentages as such, or say that the column holds shares",
};

/// A finding on each column of percentages in which at least three are not nought and all of these lie between -1 and 1: it seems to hold
/// shares. The values stay as they are.
#[must_use]
pub fn check(published: &Published) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, column) in published.columns.iter().enumerate() {
        let percent = |cell: &&PublishedCell| {
            usize::from(cell.column) == number && matches!(cell.unit, Unit::PercentChange | Unit::PercentOf)
        };
        let values =
            published.cells.iter().filter(percent).filter_map(|cell| Some((cell, cell.value.number()?)));
        let mut largest = Decimal::ZERO;
        let mut count = 0;
        let mut first = None;
        for (cell, value) in values.filter(|(_, value)| !value.is_zero()) {
            largest = largest.max(value.abs());
            count += 1;
            first.get_or_insert(cell);
        }
        if count >= 3
            && largest < Decimal::ONE
            && let Some(first) = first
        {
            let sentence = format!(
                "the largest of {count} percentages is {largest}: these seem to be shares, a hundred times smaller"
            );
            findings.push(
                Finding::new(&RULE, Severity::Warning, column, Some(published.place(first)), sentence)
                    .with("largest", largest),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/percent-scale.toml"), |table: &String| {
            crate::rules::found_in(&RULE, table)
        });
    }
}
