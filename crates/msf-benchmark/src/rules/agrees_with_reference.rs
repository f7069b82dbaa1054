//! A value agrees with the reference of its name.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use super::differs_by_definition;
use crate::{Beside, Compared, Off, Tolerance};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("agrees-with-reference"),
    title: "Agrees with the reference",
    says: "A value of a table is within a stated share of what the reference has under the same name.",
    basis: Basis::Reasoned {
        why: "two tables of one thing that differ cannot both be used without saying which",
    },
    in_force: InForce::Always,
    exemplar: "64,519 in the table, 164,519 in the reference, no tolerance",
    mend: "look the value up in the source; say which of the two is used",
};

/// Warns of each value that is off, and notes each name that the reference does not have. Values that are all off to one
/// side are left to [`differs_by_definition`], and shifted ones to [`super::values_beside_their_names`].
#[must_use]
pub fn check(table: &[Beside], compared: &Compared, tolerance: Tolerance) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    if differs_by_definition::check(table, compared).is_none() {
        found.extend(compared.off.iter().filter_map(|off| value(table, off, tolerance)));
    }
    found.extend(compared.not_compared.iter().filter_map(|row| {
        let row = table.get(*row)?;
        let sentence = format!("{}: the reference has no number to hold {} against", row.name, row.printed);
        Some(Finding::new(&RULE, Severity::Note, &row.name, Some(row.place.clone()), sentence))
    }));
    found
}

fn value(table: &[Beside], off: &Off, tolerance: Tolerance) -> Option<Finding> {
    let row = table.get(off.row)?;
    let reference = row.reference?;
    let slip = off.slip.map(|slip| format!("; the slip would be {slip}")).unwrap_or_default();
    let sentence = format!(
        "{}: {} is {}% off the reference's {reference}, more than {}%{slip}",
        row.name,
        row.printed,
        percent(off),
        tolerance.percent()
    );
    let finding = Finding::new(&RULE, Severity::Warning, &row.name, Some(row.place.clone()), sentence);
    Some(finding.with("printed", row.printed).with("reference", reference))
}

/// How far a value is off, in percent of the reference, with its sign and one decimal.
pub(crate) fn percent(off: &Off) -> String {
    let percent = (off.share.saturating_mul(rust_decimal::Decimal::ONE_HUNDRED)).round_dp(1);
    let sign = if percent.is_sign_negative() { "−" } else { "+" };
    format!("{sign}{:.1}", percent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{in_words, reference_case::Columns};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/agrees-with-reference.toml"), |facts: &Columns| {
            let (table, compared, tolerance) = facts.compared();
            in_words(check(&table, &compared, tolerance).into_iter().next())
        });
    }
}
