//! Rape by several offenders whom the victim cannot tell apart.

use crime::{
    Conduct, Fact, Sex, Subject, Why,
    conduct::{Sexual, SexualAct},
};
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, rules::rape_counting_unit, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("rape-multiple-undefined-offenders"),
    title: "19J and 19K: multiple undefined offenders",
    says: "Offenders whom the victim, or somebody for the victim, can tell apart are each a crime of the ordinary class, and a number of which the victim can give reasons is enough for that; all others together are one crime of 19J or 19K.",
    basis: edition::rules("page 62, Rape, 19J/19K Multiple undefined offenders"),
    in_force: edition::HELD,
    exemplar: "a woman raped by one man whom she knows and by several others whom she cannot tell apart, recorded as one rape",
    mend: "record one crime for each offender who can be told apart and one 19J or 19K for the rest; add crimes as more become distinct",
};

/// The class of the sex of the victim.
#[must_use]
pub const fn class(sex: Sex) -> &'static str {
    match sex {
        Sex::Female => "19J",
        Sex::Male => "19K",
    }
}

/// Whether those who did it cannot be told apart. It is asked only where more than one may have penetrated the victim.
///
/// # Errors
///
/// [`Missing`], naming how many there were, who did it, whether they can be told apart, or what was done to the victim in another act
/// and by whom.
pub fn undefined(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    // Who is distinct is so however many there were.
    if let Some((at, offender)) = case.offender()
        && offender.distinct == Fact::Yes
    {
        ask.yes(at, "distinct", offender.distinct)?;
        ask.follows("told apart as distinct: an ordinary class");
        return Ok(false);
    }
    if !by_others_too(case, ask)? && rape_counting_unit::people(sexual, case, ask)? == Some(1) {
        return Ok(false);
    }
    ask.begin(&RULE, case.of);
    let (at, offender) = case.needed_offender(ask)?;
    if ask.yes(at, "distinct", offender.distinct)? {
        ask.follows("told apart as distinct: an ordinary class");
        return Ok(false);
    }
    ask.follows("not told apart from one another: one crime for all of them");
    Ok(true)
}

/// Whether the report has a rape of the same victim by somebody else.
fn by_others_too(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    let Some((_, victim)) = case.victim else { return Ok(false) };
    for (at, other) in (0_u32..).zip(&case.incident.acts) {
        let of = Subject::Act(at);
        if of == case.of || !other.against.contains(&victim.id) {
            continue;
        }
        let act = if let Conduct::Sexual(sexual) = &other.what {
            ask.which(of, "what.sexual.act", &sexual.act)?
        } else if other.what == Conduct::NotSupplied {
            return Err(ask.missing(of, "what", Why::NotSupplied));
        } else {
            continue;
        };
        let same = act == SexualAct::PenilePenetration
            && ask.text(of, "by", &other.by)? == ask.text(case.of, "by", &case.act.by)?;
        if act == SexualAct::PenilePenetration && !same {
            ask.follows("another rape of the same victim, by somebody else");
            return Ok(true);
        }
    }
    ask.follows("no rape of the same victim by anybody else");
    Ok(false)
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/rape-multiple-undefined-offenders.toml"), decided);
    }
}
