//! Controlling or coercive behaviour.

use crime::conduct::{Course, CourseRelationship};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::harassment,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("controlling-or-coercive-behaviour"),
    title: "Controlling or coercive behaviour",
    says: "Repeated or continuous controlling or coercive behaviour between people personally connected at the time, with a serious effect that the offender knew or ought to have known, is 8U; towards a child under 16 by somebody of 16 or over who is responsible for the child it is cruelty; and where no 8U is made out, harassment and stalking are considered.",
    basis: edition::rules("pages 54 and 55, Controlling or Coercive Behaviour"),
    in_force: edition::HELD,
    exemplar: "a mother who controls every step of her son of 14, recorded as controlling or coercive behaviour",
    mend: "record 11A for a responsible adult and a child, 8U for people personally connected, and consider stalking and harassment for others",
};

/// Classes repeated controlling or coercive behaviour; the pattern says that it is not fixated or obsessive.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming relationship, effect, what the offender knew, and what decides of harassment.
pub(crate) fn classify(course: &Course, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.course.relationship", &course.relationship)? {
        CourseRelationship::ResponsibleForChild => {
            ask.follows("towards a child under 16, by somebody of 16 or over who is responsible for the child: cruelty covers it");
            return crime("11A", "011/03", &RULE);
        }
        CourseRelationship::None => {
            ask.follows("not personally connected at the time: stalking and harassment are considered");
            return harassment::classify(course, case, ask);
        }
        CourseRelationship::Partners | CourseRelationship::FormerPartners | CourseRelationship::Family => {}
    }
    if !ask.yes(case.of, "what.course.serious_effect", course.serious_effect)? {
        ask.follows("no serious effect as the law defines it: harassment is considered");
        return harassment::classify(course, case, ask);
    }
    if !ask.yes(case.of, "what.course.ought_to_know", course.ought_to_know)? {
        ask.follows(
            "the offender neither knew nor ought to have known of the effect: harassment is considered",
        );
        return harassment::classify(course, case, ask);
    }
    ask.follows("repeated, between people personally connected, with a serious effect that the offender knew or ought to have known");
    crime("8U", "008/67", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/controlling-or-coercive-behaviour.toml"), classified);
    }
}
