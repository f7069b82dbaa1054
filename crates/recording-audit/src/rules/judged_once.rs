//! One judgement a line of a case.

use std::collections::BTreeMap;

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::{Line, sheets::Said};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("judged-once"),
    title: "Judged once",
    says: "A line of a case is judged once by an auditor, and decided once by moderation; a row that says the same again is left out.",
    basis: Basis::Reasoned {
        why: "two rows for one crime would count it twice, and of two that differ nobody could tell which is meant",
    },
    in_force: InForce::Always,
    exemplar: "two rows of one auditor for line 1 of a case",
    mend: "remove the row that is not meant, or give the second crime of the case its own line",
};

/// Finds fault with a row of which an earlier one has the case, the line and `whose`, and remembers the first in `seen`; if both say the same,
/// that is only noted. The row is then not used.
pub(crate) fn check<'s>(
    said: &'s Said,
    whose: &'s str,
    seen: &mut BTreeMap<(&'s str, u64, &'s str), &'s Line>,
) -> Option<Finding> {
    // A row that nobody has filled in says nothing against another.
    let line = said.line.as_ref()?;
    let earlier = *seen.entry((&said.case, line.line, whose)).or_insert(line);
    if std::ptr::eq(earlier, line) {
        return None;
    }
    let (severity, what) = if earlier.cells() == line.cells() {
        (Severity::Note, "the same, which counts once")
    } else {
        (Severity::Error, "something else")
    };
    let sentence = format!(
        "line {} of {} by {} stands twice: {} says {what}",
        line.line, said.case, said.by, earlier.place
    );
    Some(
        Finding::new(&RULE, severity, &said.case, Some(line.place.at("line")), sentence)
            .with("line", line.line)
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
