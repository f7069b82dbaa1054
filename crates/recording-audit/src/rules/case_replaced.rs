//! A case that cannot be judged is replaced from the reserve.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::{
    Judgement,
    cases::{Case, Stands},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("case-replaced"),
    title: "A case that cannot be judged is replaced",
    says: "A case that cannot be judged is counted apart, never as a no, and is replaced from the reserve with its reason kept.",
    basis: Basis::Reasoned {
        why: "leaving such cases out shrinks the sample where records are worst, and the reserve was drawn for them",
    },
    in_force: InForce::Always,
    exemplar: "a case judged as `cannot be judged`, with cases left in reserve",
    mend: "replace the case from the reserve, which keeps its reason, and have the next one judged",
};

/// Finds a case that cannot be judged and was not replaced.
pub(crate) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.stands != Stands::CannotBeJudged {
        return None;
    }
    let mut lines = case.moderated.iter().chain(case.first.iter().flatten());
    let place = lines.find(|line| line.judgement == Judgement::CannotBeJudged)?.place.at("judgement");
    let sampled = case.sampled;
    let sentence = format!("{} cannot be judged, and is counted apart until it is replaced", sampled.case);
    Some(
        Finding::new(&RULE, Severity::Warning, &sampled.case, Some(place), sentence)
            .with("stratum", &sampled.stratum),
    )
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/case-replaced.toml"), |rows: &Vec<String>| {
            found("case-replaced", rows)
        });
    }
}
