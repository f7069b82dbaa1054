//! Courses of conduct, by their pattern.

use crime::conduct::{Course, CourseOccasions, CoursePattern};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{controlling_or_coercive_behaviour, former_partners, harassment, stalking},
    verdict::{Answer, Case, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("course-of-conduct"),
    title: "Course of conduct",
    says: "Stalking, harassment and controlling or coercive behaviour need a course of conduct: two or more occasions, of the same kind or not; what happened once is none of them.",
    basis: edition::rules(
        "pages 50 to 52, Conduct Crime, Harassment and Stalking; page 55, where controlling or coercive behaviour does not apply",
    ),
    in_force: edition::HELD,
    exemplar: "one unwanted visit by a neighbour, recorded as harassment",
    mend: "record what happened on that occasion, if it is a crime by itself",
};

/// Classes a course of conduct towards one victim.
///
/// The day of recording chooses the edition.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming occasions, pattern, and what decides for the pattern.
pub fn classify(course: &Course, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.course.occasions", &course.occasions)? {
        CourseOccasions::Once => {
            ask.follows("once is no course of conduct");
            return incident("one occasion is no course of conduct", &RULE);
        }
        CourseOccasions::TwoOrMore => {}
    }
    let pattern = ask.which(case.of, "what.course.pattern", &course.pattern)?;
    ask.follows_with(|| format!("a course of conduct, {pattern}"));
    match pattern {
        CoursePattern::Fixated => stalking::classify(course, case, ask),
        CoursePattern::Controlling => match former_partners::stalking_unless_ruled(course, case, ask)? {
            Some(former_partners::Ruled::Stalking) => stalking::classify(course, case, ask),
            Some(former_partners::Ruled::HarassmentOnly) => harassment::classify(course, case, ask),
            None => controlling_or_coercive_behaviour::classify(course, case, ask),
        },
        CoursePattern::Alarming => match former_partners::stalking_unless_ruled(course, case, ask)? {
            Some(former_partners::Ruled::Stalking) => stalking::classify(course, case, ask),
            Some(former_partners::Ruled::HarassmentOnly) | None => harassment::classify(course, case, ask),
        },
        CoursePattern::Neither => incident("a nuisance or inconvenience only: antisocial behaviour", &RULE),
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/course-of-conduct.toml"), classified);
    }
}
