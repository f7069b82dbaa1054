//! A class is given only of what there is.

use rulebook::{Basis, Finding, InForce, Rule, RuleId, Severity};

use crate::score::{Judgement, Line};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("class-of-what-is-recorded"),
    title: "A class of what is recorded",
    says: "A class recorded is given only of a crime that is recorded, and a class due only of one that was due.",
    basis: Basis::Reasoned {
        why: "a class of a crime that is not recorded shows that the judgement or the class is not what was meant",
    },
    in_force: InForce::Always,
    exemplar: "a crime judged as not recorded, with the class under which it is recorded",
    mend: "correct the judgement, or take the class out",
};

/// Finds fault with a line that has a class of what there is not. The row is then not used.
pub(crate) fn check(line: &Line) -> Option<Finding> {
    let is_recorded = match line.judgement {
        Judgement::Recorded | Judgement::WithoutBasis => true,
        Judgement::NotRecorded | Judgement::NoCrimeDue | Judgement::CannotBeJudged => false,
    };
    let classes = [
        ("class_recorded", &line.class_recorded, is_recorded),
        (
            "class_due",
            &line.class_due,
            line.judgement.is_due() || line.judgement == Judgement::CannotBeJudged,
        ),
    ];
    let (column, class, _) = classes.into_iter().find(|(_, class, may)| !class.is_empty() && !may)?;
    let (case, judgement) = (&line.case, line.judgement);
    let sentence =
        format!("{case}, line {}: `{judgement}`, with the {} {class}", line.line, column.replace('_', " "));
    Some(
        Finding::new(&RULE, Severity::Error, case, Some(line.place.at(column)), sentence)
            .with("judgement", judgement)
            .with(column, class),
    )
}

#[cfg(test)]
mod tests {
    use crate::score::examples::found;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/class-of-what-is-recorded.toml"), |rows: &Vec<String>| {
            found("class-of-what-is-recorded", rows)
        });
    }
}
