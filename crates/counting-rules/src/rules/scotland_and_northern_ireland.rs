//! Crimes in Scotland or Northern Ireland.

use crime::{Jurisdiction, Why};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::Instead,
    rules::location_of_offence::{Place, Records},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("scotland-and-northern-ireland"),
    title: "Crimes in Scotland or Northern Ireland",
    says: "A crime done in Scotland or Northern Ireland is a crime-related incident of the force that takes the report, and is referred there; if it is declined there, the force where the victim was records it.",
    basis: edition::rules("page 15, Crimes in Scotland or Northern Ireland"),
    in_force: edition::HELD,
    exemplar: "a theft in Dumfries, reported in Carlisle and recorded as a crime by Cumbria",
    mend: "register a crime-related incident and refer it to the police there",
};

/// Who records what was done there.
///
/// # Errors
///
/// [`Missing`], naming whether it was declined, or where the victim was.
pub fn records(at: Jurisdiction, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Records, Missing> {
    ask.begin(&RULE, case.of);
    let location = &case.act.location;
    if !ask.yes(case.of, "location.declined", location.declined)? {
        ask.follows("done there: a crime-related incident here, and referred");
        let to = match at {
            Jurisdiction::NorthernIreland => "the Police Service of Northern Ireland",
            Jurisdiction::Scotland
            | Jurisdiction::Force(_)
            | Jurisdiction::BritishTransportPolice
            | Jurisdiction::OutsideUk => "Police Scotland",
        };
        let instead =
            Instead::related("it was done in Scotland or Northern Ireland, and is referred there", &RULE);
        return Ok(Records::Nobody(Instead { referred_to: Some(to.into()), ..instead }));
    }
    let victim_at = ask.which(case.of, "location.victim_at", &location.victim_at)?;
    if !victim_at.in_england_and_wales() {
        return Err(ask.missing(case.of, "", Why::TextSilent));
    }
    ask.follows("declined there: the force where the victim was records it");
    Ok(Records::By(Place {
        at: victim_at,
        because: "it was declined where it was done, and the victim was there",
    }))
}

#[cfg(test)]
mod tests {
    use crate::cases::located;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/scotland-and-northern-ireland.toml"), located);
    }
}
