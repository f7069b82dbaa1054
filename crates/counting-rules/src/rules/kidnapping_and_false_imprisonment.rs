//! Kidnapping and false imprisonment.

use crime::conduct::{Abducted, Deprivation, Liberty};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::forced_marriage,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("kidnapping-and-false-imprisonment"),
    title: "Kidnapping and false imprisonment",
    says: "Taking somebody away by force or fraud, without consent or lawful excuse, is kidnapping, and unlawfully detaining somebody is false imprisonment, of a child by its parent too if outside reasonable discipline; where neither is made out and the victim is a child, abduction is considered.",
    basis: edition::rules("pages 38 and 39, Kidnapping and false imprisonment"),
    in_force: edition::HELD,
    exemplar: "a child of nine goes along willingly with a stranger, no force or fraud is used, and nothing is recorded",
    mend: "record class 36 for each intended victim where its points are made out; for a child, otherwise consider class 13",
};

/// Classes what was done to the liberty of one person. A child, for abduction, is somebody under 16, as in the Act of 1984.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what was done, consent and excuse, force or fraud, the age, or the abduction.
pub fn classify(liberty: &Liberty, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.liberty.what", &liberty.what)? {
        Deprivation::Marriage => {
            ask.follows("about a marriage");
            forced_marriage::classify(liberty, case, ask)
        }
        Deprivation::Hostage => {
            ask.follows(
                "detained with threats so that another does or does not do something: hostage taking",
            );
            crime("36", "036/04", &RULE)
        }
        Deprivation::OneWayBarred => {
            ask.follows("only kept from going one way: no false imprisonment");
            incident("to be kept from going one particular way is no false imprisonment", &RULE)
        }
        Deprivation::Held => {
            if ask.yes(case.of, "what.liberty.unlawful", liberty.unlawful)? {
                ask.follows("detained without consent and without lawful excuse: false imprisonment");
                return crime("36", "036/03", &RULE);
            }
            abduction(liberty, case, ask)
        }
        Deprivation::TakenAway => {
            if ask.yes(case.of, "what.liberty.unlawful", liberty.unlawful)?
                && ask.yes(case.of, "what.liberty.force_or_fraud", liberty.force_or_fraud)?
            {
                ask.follows(
                    "taken away by force or fraud, without consent and without lawful excuse: kidnapping",
                );
                return crime("36", "036/01", &RULE);
            }
            abduction(liberty, case, ask)
        }
    }
}

/// What is considered of a child where neither kidnapping nor false imprisonment is made out.
fn abduction(liberty: &Liberty, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let (at, victim) = case.needed_victim(ask)?;
    if ask.number(at, "age", &victim.age)? >= 16 {
        ask.follows("neither kidnapping nor false imprisonment, and not a child");
        return incident("neither kidnapping nor false imprisonment is made out", &RULE);
    }
    match ask.which(case.of, "what.liberty.abducted", &liberty.abducted)? {
        Abducted::ByParent => {
            ask.follows("a child, abducted by a parent or somebody connected with it");
            crime("13", "013/01", &RULE)
        }
        Abducted::ByOther => {
            ask.follows("a child, abducted by another person");
            crime("13", "013/02", &RULE)
        }
        Abducted::No => {
            ask.follows("a child, neither kidnapped, imprisoned nor abducted");
            incident("neither kidnapping, false imprisonment nor abduction is made out", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/kidnapping-and-false-imprisonment.toml"), classified);
    }
}
