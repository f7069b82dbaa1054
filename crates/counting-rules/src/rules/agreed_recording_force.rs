//! A recording force that two forces agreed on.

use rulebook::{Rule, RuleId};

use crate::{Ask, Missing, edition, rules::location_of_offence::Place, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("agreed-recording-force"),
    title: "A recording force agreed on",
    says: "Forces may agree, case by case and with a reason that serves the victim or the investigation, that another force records a crime than the principles say; registrars or designated decision makers of both must agree.",
    basis: edition::rules("page 15, under Crimes dependent on mobile/internet devices"),
    in_force: edition::HELD,
    exemplar: "a crime that two registrars agreed to record where the victim lives, transferred back to where the suspect was",
    mend: "leave it with the force that was agreed on, and keep the reason with the record",
};

/// The force that both forces agreed on, if one is named. Nobody need say that there was no agreement: without one the principles hold.
///
/// # Errors
///
/// [`Missing`] if the agreement names no force of England and Wales.
pub fn agreed(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Place>, Missing> {
    let agreed = &case.act.location.agreed;
    if !agreed.is_known() {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    let at = ask.which(case.of, "location.agreed", agreed)?;
    if !at.in_england_and_wales() {
        return Err(ask.missing(case.of, "location.agreed", crime::Why::TextSilent));
    }
    ask.follows("both forces agreed which of them records it");
    Ok(Some(Place { at, because: "both forces agreed on it" }))
}

#[cfg(test)]
mod tests {
    use crate::cases::located;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/agreed-recording-force.toml"), located);
    }
}
