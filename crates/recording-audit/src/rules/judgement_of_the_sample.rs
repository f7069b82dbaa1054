//! A judgement belongs to a case of the sample and to its auditor.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::{
    sample::Use,
    score::{keys::Keys, sheets::Said},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("judgement-of-the-sample"),
    title: "A judgement of the sample",
    says: "A judgement is of a case that the sample gives to that auditor, in the stratum of the sample; what was replaced or waits in reserve is not judged, and whatever was said of a case before it was replaced is left out.",
    basis: Basis::Reasoned {
        why: "the rates speak for all records only if the cases are those that were drawn, each in its own stratum",
    },
    in_force: InForce::Always,
    exemplar: "a judgement of a case that the sample does not have",
    mend: "correct the key, the auditor or the stratum; have the replacement judged in place of a case that was replaced",
};

/// Finds fault with a row that does not belong to the sample, or notes that its case was replaced. The row is then not used.
pub(crate) fn check(said: &Said, keys: &Keys<'_>) -> Option<Finding> {
    let case = &said.case;
    let of = |severity, column: &str, sentence: String| {
        Finding::new(&RULE, severity, case, Some(said.place.at(column)), sentence)
    };
    let finding = |column: &str, sentence: String| of(Severity::Error, column, sentence);
    let Some(sampled) = keys.case(case) else {
        let meant = keys.nearest(case).map_or_else(String::new, |near| format!("; is {near} meant?"));
        return Some(finding("case", format!("the sample has no case {case}{meant}")));
    };
    match sampled.used {
        Use::Drawn | Use::Replacement => {}
        Use::Reserve => {
            return Some(finding("case", format!("{case} waits in reserve and is not judged")));
        }
        Use::Replaced => {
            let sentence = format!("{case} was replaced, so what is said of it is left out");
            // Where nothing was said, nothing is left out.
            return said.line.as_ref().map(|_| of(Severity::Note, "case", sentence));
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
