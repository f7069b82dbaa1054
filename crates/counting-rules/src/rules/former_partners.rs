//! Former partners.

use crime::conduct::{Course, CourseRelationship};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("former-partners"),
    title: "Courses of conduct between former partners",
    says: "Every course of conduct between a victim and a former partner, both aged 16 or over, is recorded as stalking, unless the registrar is satisfied that it is harassment in law only.",
    basis: edition::rules("page 55, Recording Conduct Crimes, the case of former partners"),
    in_force: edition::HELD,
    exemplar: "a man who sends his former wife abusive messages for weeks, recorded as harassment without a word from the registrar",
    mend: "record stalking, or have the registrar rule that it is harassment only",
};

/// The question on which the registrar may rule.
const QUESTION: &str = "harassment-only";

/// What the rule says of a course of conduct between former partners.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruled {
    /// It is stalking.
    Stalking,
    /// The registrar is satisfied that it is harassment in law only.
    HarassmentOnly,
}

/// Whether a course of conduct is between former partners, and what follows; nothing, if it is not, or one of the two is under 16.
///
/// The text says *all cases*, so it is read to hold for controlling or coercive behaviour after the end of a relationship as well,
/// although former partners count as personally connected there.
///
/// # Errors
///
/// [`Missing`], naming the relationship or an age.
pub(crate) fn stalking_unless_ruled(
    course: &Course,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Ruled>, Missing> {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.course.relationship", &course.relationship)? {
        CourseRelationship::FormerPartners => {}
        CourseRelationship::ResponsibleForChild
        | CourseRelationship::Partners
        | CourseRelationship::Family
        | CourseRelationship::None => {
            ask.follows("not between former partners");
            return Ok(None);
        }
    }
    let (victim_at, victim) = case.needed_victim(ask)?;
    if ask.number(victim_at, "age", &victim.age)? < 16 {
        ask.follows("the victim is under 16: whether it is stalking or harassment was considered for itself");
        return Ok(None);
    }
    let (offender_at, offender) = case.needed_offender(ask)?;
    if ask.number(offender_at, "age", &offender.age)? < 16 {
        ask.follows(
            "the offender is under 16: whether it is stalking or harassment was considered for itself",
        );
        return Ok(None);
    }
    if ask.ruling(QUESTION).is_some_and(|ruling| ruling.answer.trim().eq_ignore_ascii_case("yes")) {
        ask.follows("the registrar is satisfied that it is harassment in law only");
        return Ok(Some(Ruled::HarassmentOnly));
    }
    ask.follows("between former partners of 16 or over, and the registrar has not ruled that it is harassment only: stalking");
    Ok(Some(Ruled::Stalking))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/former-partners.toml"), classified);
    }
}
