//! Every case of a sample is judged by whom it was given to.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::cases::{Case, Stands};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("case-judged"),
    title: "Every case is judged",
    says: "Every case of a sample that is to be judged is judged by each of its auditors; a case that is not judged yet is counted as that, and never as recorded rightly.",
    basis: Basis::Reasoned {
        why: "a case left out because nobody got round to it, or because it was awkward, would make the rate of the others look like that of all",
    },
    in_force: InForce::Always,
    exemplar: "a case of the sample of which no sheet has a row",
    mend: "have the auditor judge the case, or replace it from the reserve with the reason",
};

/// Finds the auditors who have not judged a case.
pub(crate) fn check(case: &Case<'_>) -> Vec<Finding> {
    // Of a case of which a row could not be used that row is the finding.
    if case.rejected > 0 || case.stands != Stands::NotJudged {
        return Vec::new();
    }
    let sampled = case.sampled;
    let missing = sampled
        .auditors
        .iter()
        .zip(&case.first)
        .zip(&case.unfilled)
        .filter(|((_, lines), _)| lines.is_empty());
    missing
        .map(|((auditor, _), place)| {
            let sentence = format!("{} is not judged yet by {auditor}", sampled.case);
            Finding::new(&RULE, Severity::Error, &sampled.case, place.clone(), sentence)
                .with("auditor", auditor)
                .with("stratum", &sampled.stratum)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/case-judged.toml"), |rows: &Vec<String>| {
            found("case-judged", rows)
        });
    }
}
