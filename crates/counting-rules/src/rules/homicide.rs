//! Homicide.

use crime::conduct::{Death, Killing};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, Verdict, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("homicide"),
    title: "Homicide",
    says: "A death that the police believe to be a homicide is recorded as one without delay, after asking the senior detective on call or the registrar how; manslaughter by an organisation or by gross negligence is not recorded at first.",
    basis: edition::rules("pages 6, 34 and 35, Incident reports, Homicide, and N300 Clarification"),
    in_force: edition::HELD,
    exemplar: "a man of 19 dies after a fight in the street, the police believe that he was assaulted, and only an incident of death is registered",
    mend: "record the homicide at once; re-classify it if later findings show something else",
};

/// Classes a death that the police believe to be an unlawful killing.
///
/// The text prints a class for unlawful violence only (murder, in its examples); the others follow the list of notifiable offences by
/// what was done. That organisations and gross negligence wait until the offence is established, and stand as an incident of death
/// until then, is our reading of pages 6 and 35 together.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the kind of killing, the age of the victim, or whether the offence is established.
pub fn classify(death: &Death, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.death.killing", &death.killing)? {
        Killing::Violence => murder(case, ask),
        Killing::LesserAct => {
            ask.follows(
                "an unlawful act not meant to kill or to harm seriously: manslaughter, without delay",
            );
            crime("4/1", "004/01", &RULE)
        }
        Killing::GrossNegligence => once_established(death, "4/1", "004/01", case, ask),
        Killing::Organisation => once_established(death, "4/10", "004/10", case, ask),
        Killing::MotherDisturbed => {
            ask.follows("by a mother whose mind was disturbed by the birth: infanticide, without delay");
            crime("4/2", "004/02", &RULE)
        }
        Killing::Unborn => {
            ask.follows("of a child that could have been born alive: child destruction, without delay");
            crime("4/3", "004/03", &RULE)
        }
        Killing::Household => {
            ask.follows("caused or allowed by one of the household: the offence that the list has for it, without delay");
            crime("4/7", "004/07", &RULE)
        }
    }
}

fn murder(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let (at, victim) = case.needed_victim(ask)?;
    let age =
        ask.number(at, "age", &victim.age).map_err(|missing| missing.between(["1 001/01", "1 001/02"]))?;
    ask.follows("believed to be a homicide: recorded without delay; ask the senior detective on call or the registrar first");
    crime("1", if age < 1 { "001/02" } else { "001/01" }, &RULE)
}

/// Manslaughter by an organisation or by gross negligence: the crime once it is established, an incident of death until then.
fn once_established(
    death: &Death,
    class: &'static str,
    subcode: &'static str,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    if ask.fact(case.of, "what.death.established", death.established)? == Some(true) {
        ask.follows(
            "the offence is established: recorded; ask the senior detective on call or the registrar first",
        );
        return crime(class, subcode, &RULE);
    }
    ask.follows("not recorded as a crime at first: an incident of death until the offence is established");
    Ok(Verdict::Register {
        as_what: "N300/01",
        because: "manslaughter by an organisation or by gross negligence that is not established yet".into(),
        referred_to: Some("the senior detective on call or the registrar".into()),
        by: &RULE,
    })
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/homicide.toml"), classified);
    }
}
