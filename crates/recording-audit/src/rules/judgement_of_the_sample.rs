//! A judgement belongs to a case of the sample and to its auditor.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{
    sample::{SampledCase, Use},
    score::sheets::Said,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("judgement-of-the-sample"),
    title: "A judgement of the sample",
    says: "A judgement is of a case that the sample gives to that auditor, in the stratum of the sample; what was replaced or waits in reserve is not judged.",
    basis: Basis::Reasoned {
        why: "the rates speak for all records only if the cases are those that were drawn, each in its own stratum",
    },
    in_force: InForce::Always,
    exemplar: "a judgement of a case that was replaced",
    mend: "correct the key, the auditor or the stratum; judge the replacement in place of a case that was replaced",
};

/// Finds fault with a row that does not belong to the sample, whose case is `sampled` if it has one. The row is then not used.
pub(crate) fn check(said: &Said, sampled: Option<&SampledCase>) -> Option<Finding> {
    let case = &said.case;
    let finding = |column: &str, sentence: String| {
        Finding::new(&RULE, Severity::Error, case, Some(said.place.at(column)), sentence)
    };
    let Some(sampled) = sampled else {
        return Some(finding("case", format!("the sample has no case {case}")));
    };
    match sampled.used {
        Use::Drawn | Use::Replacement => {}
        Use::Reserve => {
            return Some(finding("case", format!("{case} waits in reserve and is not judged")));
        }
        Use::Replaced => {
            return Some(finding("case", format!("{case} was replaced and is not judged")));
        }
    }
    if !sampled.auditors.contains(&said.by) {
        let given = sampled.auditors.join(" and ");
        let by = if said.by.is_empty() { "nobody" } else { &said.by };
        let sentence = format!("{case} is judged by {by}, and the sample gives it to {given}");
        return Some(finding("auditor", sentence).with("auditor", &said.by));
    }
    if said.stratum.is_empty() || said.stratum == sampled.stratum {
        return None;
    }
    let sentence =
        format!("{case} stands under {}, and the sample has it in {}", said.stratum, sampled.stratum);
    Some(finding("stratum", sentence).with("stratum", &said.stratum))
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/judgement-of-the-sample.toml"), |rows: &Vec<String>| {
            found("judgement-of-the-sample", rows)
        });
    }
}
