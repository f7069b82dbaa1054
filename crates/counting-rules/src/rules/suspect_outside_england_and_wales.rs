//! Suspects outside the United Kingdom.

use crime::Why;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition, offences,
    recording::Instead,
    rules::location_of_offence::{Place, Records},
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("suspect-outside-england-and-wales"),
    title: "Suspect outside England and Wales",
    says: "What suspects did from abroad is recorded if the offence needs suspect and victim to interact at the time and either the victim was in England and Wales or the force that received the report investigates it, homicide excepted; some violent and sexual offences abroad by United Kingdom nationals or residents may be, and the registrar is asked.",
    basis: edition::rules("page 15, Suspect location determined to be outside England and Wales"),
    in_force: edition::HELD,
    exemplar: "a wallet stolen in Spain, reported at home, which nobody here investigates, recorded as theft",
    mend: "register a crime-related incident; if it is recorded wrongly, cancel it",
};

/// Who records what suspects did from outside the United Kingdom.
///
/// The text does not settle whether an investigation is enough where no interaction was needed, nor what becomes of homicide and of
/// offences abroad by nationals: those are the registrar's, under `abroad-without-interaction` and `offence-abroad`, with the answers
/// `record` and `do not record`.
///
/// # Errors
///
/// [`Missing`], naming interaction, the place of the victim, investigation, nationality, or the ruling.
pub fn records(crime: &Classified, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Records, Missing> {
    ask.begin(&RULE, case.of);
    let location = &case.act.location;
    let interaction = ask.yes(case.of, "location.interaction", location.interaction)?;
    if interaction && case.victim.is_some() {
        let victim_at = ask.which_if_known(case.of, "location.victim_at", &location.victim_at)?;
        if let Some(at) = victim_at.filter(|at| at.in_england_and_wales()) {
            ask.follows("the victim was here, and the offence needed interaction: recorded");
            return Ok(Records::By(Place {
                at,
                because: "the suspects were abroad, and the victim was there",
            }));
        }
    }
    let offence = offences::row(crime.class, crime.subcode);
    let homicide = offence.is_some_and(|offence| offence.subgroup == "Homicide");
    if !homicide && ask.yes(case.of, "location.investigated", location.investigated)? {
        if interaction || ruled(ask, case, "abroad-without-interaction")? {
            ask.follows("the force that received the report investigates it: recorded");
            return Ok(Records::Receiver(
                "the suspects were abroad, and this force received the report and investigates",
            ));
        }
        return Ok(nobody(ask));
    }
    let personal = offence.is_some_and(|offence| {
        matches!(offence.group.as_str(), "Violence against the person" | "Sexual offences")
    });
    if personal
        && ask.yes(case.of, "location.suspect_uk", location.suspect_uk)?
        && ruled(ask, case, "offence-abroad")?
    {
        ask.follows("an offence abroad that the registrar ruled is recorded");
        return Ok(Records::Receiver("an offence abroad that the registrar ruled is recorded"));
    }
    Ok(nobody(ask))
}

/// What the registrar ruled of a question that the text leaves open.
fn ruled(ask: &mut Ask<'_>, case: &Case<'_>, question: &'static str) -> Result<bool, Missing> {
    match ask.ruling(question).map(|ruling| ruling.answer.trim()) {
        Some("record") => Ok(true),
        Some("do not record") => Ok(false),
        Some(_) | None => Err(ask
            .missing(case.of, question, Why::NoRuling)
            .between(["recorded here", "a crime-related incident"])),
    }
}

fn nobody(ask: &mut Ask<'_>) -> Records {
    ask.follows("done from abroad, and nothing makes it a crime of a force of England and Wales");
    Records::Nobody(Instead::related(
        "it was done outside the United Kingdom, and no force of England and Wales records it",
        &RULE,
    ))
}

#[cfg(test)]
mod tests {
    use crate::cases::located;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/suspect-outside-england-and-wales.toml"), located);
    }
}
