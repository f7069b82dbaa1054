//! Theft or unauthorised taking of a motor vehicle.

use crime::conduct::{Keeping, Taking, TakingForce};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{aggravated_vehicle_taking, theft_classes},
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-of-a-motor-vehicle"),
    title: "Theft or unauthorised taking of a motor vehicle",
    says: "A motor vehicle stolen or taken without consent is recorded, electric motorcycles, mopeds and electric bicycles beyond the limits among them; only to drive it or be carried in it is not notifiable; an electric scooter is property, not a motor vehicle.",
    basis: edition::rules("pages 76 and 77, 48 Theft or unauthorised taking of a motor vehicle"),
    in_force: edition::HELD,
    exemplar: "a passenger found in a car that somebody else took, recorded as unauthorised taking",
    mend: "record the taking only",
};

/// Classes a motor vehicle taken, unless what came of it makes it aggravated. The place does not matter, nor does it who took it: the
/// class of the thing goes before both, which is our reading.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what came of the taking, or for what it was taken.
pub fn classify(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if let Some(verdict) = aggravated_vehicle_taking::classify(taking, case, ask)? {
        return Ok(verdict);
    }
    ask.begin(&RULE, case.of);
    match ask.which_if_known(case.of, "what.taking.keeping", &taking.keeping)? {
        Some(Keeping::ForGood) => {
            ask.follows("a motor vehicle, stolen");
            crime("48", "048/01", &RULE)
        }
        Some(Keeping::ForUse) => {
            ask.follows("a motor vehicle, taken without consent");
            crime("48", "130/01", &RULE)
        }
        Some(Keeping::RodeOnly) => {
            ask.follows("only driven, or carried in it: not notifiable");
            incident(
                "only the taking of a motor vehicle is notifiable, not driving it or being carried in it",
                &RULE,
            )
        }
        None => {
            ask.follows("a motor vehicle; for what it was taken is not known, and the class is the same");
            crime("48", "", &RULE)
        }
    }
}

/// Classes another conveyance taken: one only used, under other theft by its subcode; one stolen, by its place.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming for what it was taken, or the place.
pub fn other_conveyance(force: TakingForce, taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let other = match ask.which_if_known(case.of, "what.taking.keeping", &taking.keeping)? {
        Some(Keeping::ForGood) => "049/12",
        Some(Keeping::ForUse) => {
            ask.follows("a conveyance that is neither motor vehicle nor pedal cycle, taken without consent");
            return crime("49", "130/02", &RULE);
        }
        Some(Keeping::RodeOnly) => {
            ask.follows("only driven, or carried in it: the list has the taking only");
            return incident(
                "only the taking of a conveyance is notifiable, not driving it or being carried in it",
                &RULE,
            );
        }
        None => "",
    };
    ask.follows("a conveyance that is neither motor vehicle nor pedal cycle");
    theft_classes::by_place(force, other, taking, case, ask)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-of-a-motor-vehicle.toml"), classified);
    }
}
