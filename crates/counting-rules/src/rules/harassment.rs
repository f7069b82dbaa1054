//! Harassment.

use crime::conduct::{Course, CourseEffect};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::aggravated_harassment_or_stalking,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("harassment"),
    title: "Harassment",
    says: "A course of conduct that causes alarm or distress, is not stalking, and of which the offender knew or ought to have known that it amounts to harassment is 8L: 008/30 if the victim feared violence on two or more occasions, else 195/94.",
    basis: edition::rules("page 50, Harassment"),
    in_force: edition::HELD,
    exemplar: "a neighbour whose threats leave a woman afraid of being hit on three evenings, recorded as harassment without violence",
    mend: "consider stalking first; then record 008/30 where violence was feared, and 195/94 where it was not",
};

/// Classes a course of conduct that causes alarm or distress and is not stalking.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what the offender knew, aggravation or effect.
pub(crate) fn classify(course: &Course, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if !ask.yes(case.of, "what.course.ought_to_know", course.ought_to_know)? {
        ask.follows("the offender neither knew nor ought to have known that it amounts to harassment");
        return incident(
            "the offender neither knew nor ought to have known that it amounts to harassment",
            &RULE,
        );
    }
    let aggravated = ask.yes(case.of, "what.course.aggravated", course.aggravated)?;
    let effect = ask.which(case.of, "what.course.effect", &course.effect)?;
    let (fear, follows, subcode) = match effect {
        CourseEffect::FearOfViolence => (true, "harassment that left the victim fearing violence", "008/30"),
        CourseEffect::SeriousAlarm | CourseEffect::Less => {
            (false, "harassment without fear of violence", "195/94")
        }
    };
    ask.follows(follows);
    if aggravated {
        return aggravated_harassment_or_stalking::answer(fear, case, ask);
    }
    crime("8L", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/harassment.toml"), classified);
    }
}
