//! One judgement a line of a case.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use std::collections::BTreeMap;

use crate::score::sheets::Said;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("judged-once"),
    title: "Judged once",
    says: "A line of a case is judged once by an auditor, and decided once by moderation.",
    basis: Basis::Reasoned {
        why: "two rows for one crime would count it twice, and of two that differ nobody could tell which is meant",
    },
    in_force: InForce::Always,
    exemplar: "two rows of one auditor for line 1 of a case",
    mend: "remove the row that is not meant, or give the second crime of the case its own line",
};

/// Finds fault with a row whose case, line and auditor an earlier row has, and remembers it in `seen`. The row is then not used.
pub(crate) fn check(said: &Said, seen: &mut BTreeMap<(String, u64, String), u64>) -> Option<Finding> {
    let line = said.line.as_ref().map_or(1, |line| line.line);
    let row = said.place.row.unwrap_or_default();
    let earlier = seen.insert((said.case.clone(), line, said.by.clone()), row)?;
    let sentence =
        format!("line {line} of {} by {} stands twice: already on row {earlier}", said.case, said.by);
    Some(
        Finding::new(&RULE, Severity::Error, &said.case, Some(said.place.at("line")), sentence)
            .with("line", line)
            .with("by", &said.by),
    )
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/judged-once.toml"), |rows: &Vec<String>| {
            found("judged-once", rows)
        });
    }
}
