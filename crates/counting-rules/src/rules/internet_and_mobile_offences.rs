//! Offences that depend on the internet or a mobile device.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::{location_of_offence, location_of_offence::Place},
    verdict::Case,
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("internet-and-mobile-offences"),
    title: "Offences dependent on mobile or internet devices",
    says: "A crime that depends on a mobile or internet device is located where the suspect was; if that is not known, at the suspect's most recent confirmed residence, however old the information; then at the usual home of the victim.",
    basis: edition::rules("page 15, Crimes dependent on mobile/internet devices"),
    in_force: edition::HELD,
    exemplar: "threatening messages by a man whose address in Kent is confirmed, recorded where the victim read them",
    mend: "record it where the suspect was, else where the suspect last lived as far as that is confirmed",
};

/// The place of an offence by a device, where nobody can say where the suspect was. Where the victim was does not matter here.
///
/// # Errors
///
/// [`Missing`], naming the residence of the suspect or the home of the victim.
pub fn place(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Place, Missing> {
    ask.follows("where the suspects were is not known, and it depended on a device");
    ask.begin(&RULE, case.of);
    if let Some(at) = ask.which_if_known(case.of, "location.suspect_home", &case.act.location.suspect_home)? {
        ask.follows("by a device: the latest confirmed residence of the suspect");
        return Ok(Place {
            at,
            because: "the suspect's latest confirmed residence is there, and it depended on a device",
        });
    }
    location_of_offence::home(
        case,
        ask,
        "by a device, and no residence of the suspect is confirmed: the home of the victim",
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::located;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/internet-and-mobile-offences.toml"), located);
    }
}
