//! A report that is named once.

use rulebook::{Basis, InForce, Rule, RuleId};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("report-named-once"),
    title: "A report that is named once",
    says: "The reference of a report stands once in a file; if it stands again, both are answered and the totals may count it twice.",
    basis: Basis::Reasoned {
        why: "two reports of one name are one report exported twice, or a wrong reference, and totals over them are wrong either way",
    },
    in_force: InForce::Always,
    exemplar: "a file in which the report R1 stands in lines 3 and 9",
    mend: "take one of them out, or give it its own reference",
};

/// The references that stand more than once, with every line on which they stand. The lines come in any order.
///
/// ```
/// use counting_rules::rules::report_named_once::repeated;
/// assert_eq!(repeated([("R1", 3), ("R2", 4), ("R1", 9)]), [("R1".to_owned(), vec![3, 9])]);
/// ```
#[must_use]
pub fn repeated<'a>(references: impl IntoIterator<Item = (&'a str, u64)>) -> Vec<(String, Vec<u64>)> {
    let mut lines = std::collections::BTreeMap::<&str, Vec<u64>>::new();
    for (reference, line) in references {
        lines.entry(reference).or_default().push(line);
    }
    lines
        .into_iter()
        .filter(|(_, lines)| lines.len() > 1)
        .map(|(reference, mut lines)| {
            lines.sort_unstable();
            (reference.to_owned(), lines)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/report-named-once.toml"), |references: &Vec<String>| {
            let numbered = references.iter().zip(1..).map(|(reference, line)| (reference.as_str(), line));
            super::repeated(numbered)
                .iter()
                .map(|(reference, lines)| format!("{reference}: {lines:?}"))
                .collect::<Vec<_>>()
                .join("; ")
        });
    }
}
