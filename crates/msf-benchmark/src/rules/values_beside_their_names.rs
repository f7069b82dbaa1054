//! Values stand beside the names they belong to.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{Beside, Compared, Shift, Tolerance};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("values-beside-their-names"),
    title: "Values beside their names",
    says: "Each value of a table agrees with the reference of its own name, and not, row after row, with that of another.",
    basis: Basis::Reasoned {
        why: "a column that was sorted or pasted without its names keeps plausible numbers, each beside the wrong name",
    },
    in_force: InForce::Always,
    exemplar: "four rows in which each value is that of the name below",
    mend: "take the table again from its source; do not mend it by hand, for the rows at the ends of the block are in doubt",
};

/// Finds fault with each block of values that agree with the reference of the names some rows away.
#[must_use]
pub fn check(table: &[Beside], compared: &Compared, tolerance: Tolerance) -> Vec<Finding> {
    compared.shifted.iter().filter_map(|shift| block(table, shift, tolerance)).collect()
}

fn block(table: &[Beside], shift: &Shift, tolerance: Tolerance) -> Option<Finding> {
    let (first, last) = (table.get(*shift.rows.start())?, table.get(*shift.rows.end())?);
    let rows = shift.rows.clone().count();
    let distance = match shift.by.unsigned_abs() {
        1 => "1 row".to_owned(),
        n => format!("{n} rows"),
    };
    let direction = if shift.by > 0 { "further down" } else { "further up" };
    let sentence = format!(
        "{} to {}: the values of {rows} rows are those of the names {distance} {direction}, within {}% of the reference",
        first.name,
        last.name,
        tolerance.percent()
    );
    let finding = Finding::new(&RULE, Severity::Error, &first.name, Some(first.place.clone()), sentence);
    Some(finding.with("rows", rows).with("by", shift.by))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, reference_case::Columns};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/values-beside-their-names.toml"), |facts: &Columns| {
            let (table, compared, tolerance) = facts.compared();
            in_words(check(&table, &compared, tolerance).into_iter().next())
        });
    }
}
