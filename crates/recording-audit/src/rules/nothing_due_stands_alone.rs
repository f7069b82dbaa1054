//! Where nothing is due, nothing else is said of the case.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::Line;

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("nothing-due-stands-alone"),
    title: "Nothing due stands alone",
    says: "A case of which no crime is due, or which cannot be judged, has no other line.",
    basis: Basis::Reasoned {
        why: "a case cannot hold nothing and something; which of the two is meant nobody else can tell",
    },
    in_force: InForce::Always,
    exemplar: "a case with `no crime due` on line 1 and `recorded` on line 2",
    mend: "take out the line that is not meant",
};

/// Finds fault with the lines of a case by one auditor, or by moderation, and names the case. None of them is then used.
pub(crate) fn check(lines: &[Line]) -> Option<(String, Finding)> {
    let alone = lines.iter().find(|line| line.judgement.stands_alone())?;
    let other = lines.iter().find(|line| line.line != alone.line)?;
    let (case, judgement) = (&alone.case, alone.judgement);
    let sentence = format!(
        "{case}: `{judgement}` on line {}, and `{}` on line {}",
        alone.line, other.judgement, other.line
    );
    let finding = Finding::new(&RULE, Severity::Error, case, Some(alone.place.at("judgement")), sentence)
        .with("by", &alone.by);
    Some((case.clone(), finding))
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/nothing-due-stands-alone.toml"), |rows: &Vec<String>| {
            found("nothing-due-stands-alone", rows)
        });
    }
}
