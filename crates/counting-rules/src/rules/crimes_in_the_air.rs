//! Crimes in the air.

use crime::Why;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::Instead,
    rules::location_of_offence::{Place, Records},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("crimes-in-the-air"),
    title: "Crimes in the air",
    says: "What is reported on an aircraft in flight, of which it is not clear where it was done, is recorded by the force of the airport of departure on flights within the United Kingdom and from it, by that of the last departure from the United Kingdom on aircraft registered in Britain anywhere, and is a crime-related incident on flights that arrive from abroad.",
    basis: edition::rules("page 16, Agreed procedure for dealing with crimes committed in the air or at sea"),
    in_force: edition::HELD,
    exemplar: "a theft on a flight from Manchester to Bristol, recorded by Avon and Somerset",
    mend: "refer it to the force of the airport of departure; what arrives from abroad is a crime-related incident",
};

/// The airport whose force records it.
///
/// # Errors
///
/// [`Missing`], naming the airport.
pub fn place(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Place, Missing> {
    ask.follows("where the suspects were is not known, and it was done in the air");
    ask.begin(&RULE, case.of);
    let at = ask.which(case.of, "location.last_airport", &case.act.location.last_airport)?;
    ask.follows("the force of the airport from which the aircraft last left records it");
    Ok(Place { at, because: "the aircraft last left an airport there" })
}

/// Who records what was done on a flight that arrived from abroad. For one on an aircraft registered in Britain the text gives two
/// answers; the registrar rules, under `british-aircraft-arriving`, `record` or `do not record`.
///
/// # Errors
///
/// [`Missing`], naming the ruling, or the airport.
pub fn arriving(british: bool, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Records, Missing> {
    ask.begin(&RULE, case.of);
    if british {
        match ask.ruling("british-aircraft-arriving").map(|ruling| ruling.answer.trim()) {
            Some("record") => return place(case, ask).map(Records::By),
            Some("do not record") => {}
            Some(_) | None => {
                return Err(ask.missing(case.of, "british-aircraft-arriving", Why::NoRuling).between([
                    "recorded by the force of the last departure from the United Kingdom",
                    "a crime-related incident",
                ]));
            }
        }
    }
    ask.follows("an international flight that arrived: a crime-related incident, and no crime");
    Ok(Records::Nobody(Instead::related(
        "it was done on an international flight that arrived in the United Kingdom",
        &RULE,
    )))
}

#[cfg(test)]
mod tests {
    use crate::cases::located;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/crimes-in-the-air.toml"), located);
    }
}
