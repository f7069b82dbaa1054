//! A disagreement of two auditors is decided by a third.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::{
    Line,
    cases::{Case, Stands},
    judgement::FIELDS,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("disagreement-moderated"),
    title: "A disagreement is decided",
    says: "Where two auditors say different things of a case, a moderator decides; until then the case is not counted.",
    basis: Basis::Reasoned {
        why: "taking the first judgement, or the kinder one, would decide in silence; agreement is computed from the first judgements all the same",
    },
    in_force: InForce::Always,
    exemplar: "a case that one auditor judges as recorded and the other as not recorded",
    mend: "decide the case in the file of moderation, with the post that decides and why",
};

/// Finds a disagreement that nobody has decided.
pub(crate) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.stands != Stands::NotDecided {
        return None;
    }
    let (one, other) = case.both()?;
    let name = &case.sampled.case;
    let differ = differing(one, other).join(", ");
    let auditors = case.sampled.auditors.join(" and ");
    let sentence = format!("{name}: {auditors} disagree on {differ}; it is not counted until it is decided");
    let place = one.first().map(|line| line.place.clone());
    Some(Finding::new(&RULE, Severity::Warning, name, place, sentence).with("on", differ))
}

/// On what two auditors differ, their lines taken in order.
pub(crate) fn differing(one: &[Line], other: &[Line]) -> Vec<&'static str> {
    if one.len() != other.len() {
        return vec!["how many crimes there are"];
    }
    let cells = |lines: &[Line]| lines.iter().map(Line::cells).collect::<Vec<_>>();
    let (one, other) = (cells(one), cells(other));
    let mut differ = Vec::new();
    for (at, field) in FIELDS.into_iter().enumerate() {
        let of = |lines: &[[String; 7]]| lines.iter().map(|cells| cells.get(at).cloned()).collect::<Vec<_>>();
        if of(&one) != of(&other) {
            differ.push(field);
        }
    }
    differ
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/disagreement-moderated.toml"), |rows: &Vec<String>| {
            found("disagreement-moderated", rows)
        });
    }
}
