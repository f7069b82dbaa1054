//! Making off without payment.

use crime::conduct::{MakingOff, SinceMakingOff};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("making-off-without-payment"),
    title: "Making off without payment",
    says: "A making off without payment that is reported by the victim or somebody for the victim is recorded without waiting, and is no purely civil matter; only credible evidence of an innocent mistake speaks against it, such as payment before the police had to do with it.",
    basis: edition::rules("page 83, 49A Making off without payment"),
    in_force: edition::HELD,
    exemplar: "a driver who left a forecourt without paying and paid when an officer called, not recorded because it has been paid",
    mend: "record it unless evidence shows a mistake",
};

/// Classes a making off. Payment before any police interaction, which is enough to cancel the crime, is taken here as evidence against
/// it where it is known before anything is recorded: our reading.
///
/// # Errors
///
/// [`Missing`](crate::Missing), if nobody has said whether anything shows a mistake.
pub fn classify(making_off: &MakingOff, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which_if_known(case.of, "what.making_off.since", &making_off.since)? {
        Some(SinceMakingOff::InnocentMistake) => {
            ask.follows("credible evidence shows an innocent mistake");
            incident("credible evidence shows that it was an innocent mistake", &RULE)
        }
        Some(SinceMakingOff::PaidUnprompted) => {
            ask.follows("paid before any police interaction, which would also cancel the crime");
            incident("the suspect came back and paid before any police interaction", &RULE)
        }
        Some(SinceMakingOff::PaidAfterPolice) => {
            ask.follows("paid because of the police, which does not show a mistake");
            crime("49A", "053/25", &RULE)
        }
        Some(SinceMakingOff::Nothing) | None => {
            ask.follows("the making off is enough; nothing credible shows a mistake");
            crime("49A", "053/25", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/making-off-without-payment.toml"), classified);
    }
}
