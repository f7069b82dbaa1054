//! Stalking.

use crime::conduct::{Course, CourseEffect};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::aggravated_harassment_or_stalking,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("stalking"),
    title: "Stalking",
    says: "A pattern of unwanted and intrusive behaviour from fixation or obsession is stalking, however harmless each occasion: 008/65 with fear of violence on two or more occasions, 008/66 with serious alarm or distress, else 195/12.",
    basis: edition::rules("pages 51 and 52, Stalking"),
    in_force: edition::HELD,
    exemplar: "a man who turns up wherever a colleague goes and leaves unwanted gifts, recorded as harassment because she is not afraid",
    mend: "ask for fixation and obsession first; fear or serious alarm only decides how grave the stalking is",
};

/// Classes a course of conduct that is stalking.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming aggravation or effect.
pub(crate) fn classify(course: &Course, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let aggravated = ask.yes(case.of, "what.course.aggravated", course.aggravated)?;
    let effect = ask.which(case.of, "what.course.effect", &course.effect)?;
    let (follows, subcode) = match effect {
        CourseEffect::FearOfViolence => {
            ("stalking, with fear of violence on two or more occasions", "008/65")
        }
        CourseEffect::SeriousAlarm => {
            ("stalking, with serious alarm or distress that changes the victim's days", "008/66")
        }
        CourseEffect::Less => {
            ("stalking; neither fear of violence nor serious alarm is needed for it", "195/12")
        }
    };
    ask.follows(follows);
    if aggravated {
        return aggravated_harassment_or_stalking::answer(effect != CourseEffect::Less, case, ask);
    }
    crime("8Q", subcode, &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/stalking.toml"), classified);
    }
}
