//! Fraud abroad.

use crime::Jurisdiction;
use rulebook::{Known, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::CRIME_RELATED_INCIDENT,
    verdict::{Case, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-abroad"),
    title: "Fraud abroad",
    says: "A fraud is recorded in England and Wales if the suspects or the victim were here at the time; if both were abroad it is no crime here, wherever the victim lives.",
    basis: edition::fraud("pages 4 and 5, location of frauds, as a digest gives them"),
    in_force: edition::HELD,
    exemplar: "a tourist cheated in Spain by a Spanish firm, who reports it at home in Dudley and gets a crime number there",
    mend: "do not record it; point the victim to the police of the place",
};

/// What stands instead of a crime if both suspects and victim were outside England and Wales.
///
/// A place that is not known, or that nobody supplied, takes no crime away: what is missing is told with the force that records.
///
/// # Errors
///
/// [`Missing`]; in fact none, as both places are asked only where they are known.
pub fn instead(class: &'static str, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Verdict>, Missing> {
    let location = &case.act.location;
    if !matches!((&location.suspect_at, &location.victim_at), (Known::Is(_), Known::Is(_))) {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    let suspect_at = ask.which(case.of, "location.suspect_at", &location.suspect_at)?;
    let victim_at = ask.which(case.of, "location.victim_at", &location.victim_at)?;
    if suspect_at.in_england_and_wales() || victim_at.in_england_and_wales() {
        ask.follows("suspects or victim were here at the time: recorded");
        return Ok(None);
    }
    let police = |at: Jurisdiction| match at {
        Jurisdiction::Scotland => Some("Police Scotland"),
        Jurisdiction::NorthernIreland => Some("the Police Service of Northern Ireland"),
        Jurisdiction::Force(_) | Jurisdiction::BritishTransportPolice | Jurisdiction::OutsideUk => None,
    };
    if let Some(there) = police(suspect_at).or_else(|| police(victim_at)) {
        ask.follows("in Scotland or Northern Ireland: a crime-related incident, and referred");
        return Ok(Some(Verdict::Register {
            as_what: CRIME_RELATED_INCIDENT,
            because: "neither suspects nor victim were in England and Wales".into(),
            referred_to: Some(there.into()),
            by: &RULE,
        }));
    }
    ask.follows("suspects and victim were both abroad: no crime here");
    Ok(Some(Verdict::NotRecorded {
        class,
        subcode: "",
        because: "suspects and victim were both abroad at the time".into(),
        by: &RULE,
    }))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-abroad.toml"), decided);
    }
}
