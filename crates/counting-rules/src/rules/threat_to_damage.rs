//! Threats to damage property, and what is held for it.

use crime::conduct::{Damage, DamageDone};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::jointly_owned_property,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("threat-to-damage"),
    title: "Threat or possession with intent to commit criminal damage",
    says: "It is a crime to threaten somebody with damage to their property or a third person's, meaning them to fear it, whether or not they do; with damage to one's own property only if that is likely to endanger life; and to hold something in order to do damage.",
    basis: edition::rules(
        "pages 85 and 86, 59 Threat or possession with intent to commit criminal damage, notes (i) to (iii)",
    ),
    in_force: edition::HELD,
    exemplar: "a man threatens his wife to smash the car that is his alone, recorded under 59",
    mend: "record 59 for a threat that is meant to be feared; for the offender's own property only if it endangers life",
};

/// Classes a threat, by whatever means it was made, or what was held for damage.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether fear was meant, or whose the property is.
pub fn classify(done: DamageDone, damage: &Damage, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if done == DamageDone::Held {
        ask.follows("held in order to do damage");
        return crime("59", "059/13", &RULE);
    }
    if !ask.yes(case.of, "what.damage.fear_meant", damage.fear_meant)? {
        ask.follows("no reasonable person would call it a threat, or nobody was meant to fear it");
        return incident("no threat that somebody was meant to fear", &RULE);
    }
    ask.follows("a threat, meant to be feared; whether it was feared does not matter");
    if done != DamageDone::ThreatenedEndangeringLife && jointly_owned_property::is_own(damage, case, ask)? {
        ask.begin(&RULE, case.of);
        ask.follows("to the offender's own property, and not endangering life: no crime");
        return incident("the property is the offender's alone, and no life would be endangered", &RULE);
    }
    ask.begin(&RULE, case.of);
    ask.follows("to property of somebody else, or endangering life: 59, whether by word or by message");
    crime("59", "059/11", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/threat-to-damage.toml"), classified);
    }
}
