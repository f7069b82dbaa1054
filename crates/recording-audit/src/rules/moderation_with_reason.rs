//! A moderation decides a disagreement, and says who decided and why.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::{Line, cases::Case, keys::Keys, sheets::Said};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("moderation-with-reason"),
    title: "A moderation has a reason",
    says: "A decision of moderation is of a case on which two auditors disagree, and names the post that decided and why, which is neither of the two; a decision without these changes nothing.",
    basis: Basis::Reasoned {
        why: "a judgement changed by nobody, for no reason, or where nobody disagreed, is an audit of which the result was chosen",
    },
    in_force: InForce::Always,
    exemplar: "a decision without a reason",
    mend: "name the post and the reason; let a third decide; where nobody disagreed, take the row out",
};

/// Finds fault with a decision without a case, a post or a reason. The row is then not used.
pub(crate) fn whole(said: &Said, keys: &Keys<'_>) -> Option<Finding> {
    let line = said.line.as_ref()?;
    let case = &said.case;
    let (column, sentence) = if keys.case(case).is_none() {
        ("case", format!("the sample has no case {case}"))
    } else if said.by.is_empty() {
        ("decided_by", format!("{case}: nobody is named who decided, so nothing is decided"))
    } else if line.notes.is_empty() {
        ("why", format!("{case}: no reason is given, so nothing is decided"))
    } else {
        return None;
    };
    Some(
        Finding::new(&RULE, Severity::Error, case, Some(said.place.at(column)), sentence)
            .with("judgement", line.judgement),
    )
}

/// Finds a decision of a case on which nobody disagreed, or which is not judged; or one that an auditor took who disagrees, which stands.
pub(crate) fn check(case: &Case<'_>) -> Option<Finding> {
    let name = &case.sampled.case;
    if case.disagreed() {
        let is_one = |line: &&Line| {
            case.sampled.auditors.iter().any(|one| one.to_lowercase() == line.by.to_lowercase())
        };
        let line = case.moderated.iter().find(is_one)?;
        let sentence = format!("{name}: decided by {}, who is one of the two who disagree", line.by);
        let place = Some(line.place.at("decided_by"));
        return Some(
            Finding::new(&RULE, Severity::Warning, name, place, sentence).with("decided_by", &line.by),
        );
    }
    let line = case.moderated.first()?;
    let sentence =
        format!("{name}: decided by {}, and no two auditors disagree; the decision changes nothing", line.by);
    Some(
        Finding::new(&RULE, Severity::Error, name, Some(line.place.at("case")), sentence)
            .with("decided_by", &line.by)
            .with("why", &line.notes),
    )
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/moderation-with-reason.toml"), |rows: &Vec<String>| {
            found("moderation-with-reason", rows)
        });
    }
}
