//! Child sexual abuse.

use crime::ChildSexual;
use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("flag-child-sexual-abuse"),
    title: "Child sexual abuse flag",
    says: "A crime by which a child or young person is forced or enticed to take part in sexual activities, with or without contact, or is groomed for it, is flagged as child sexual abuse.",
    basis: edition::rules("page 29, Child Sexual Abuse"),
    in_force: edition::HELD,
    exemplar: "indecent images asked of a girl of 14, not flagged because nobody touched her",
    mend: "flag it: contact is not needed",
};

/// What a child was drawn into; nothing, if the victim is known to have been 18 or over.
///
/// # Errors
///
/// [`Missing`], naming whether it was abuse.
pub fn drawn_into(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<ChildSexual, Missing> {
    ask.begin(&RULE, case.of);
    if let Some((at, victim)) = case.victim
        && victim.age.is_known()
        && ask.number(at, "age", &victim.age)? >= 18
    {
        ask.follows("the victim was no child: no flag");
        return Ok(ChildSexual::No);
    }
    let drawn_into =
        ask.which(case.of, "circumstances.child_sexual", &case.act.circumstances.child_sexual)?;
    ask.follows(match drawn_into {
        ChildSexual::No => "no child was drawn into sexual activities: no flag",
        ChildSexual::Abuse | ChildSexual::Exploitation => "a child was drawn into sexual activities: flagged",
    });
    Ok(drawn_into)
}

#[cfg(test)]
mod tests {
    use crate::cases::flagged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/flag-child-sexual-abuse.toml"), flagged);
    }
}
