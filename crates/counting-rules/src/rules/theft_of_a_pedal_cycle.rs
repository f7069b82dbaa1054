//! Theft or unauthorised taking of a pedal cycle.

use crime::conduct::{Keeping, Taken, TakenFrom, Taking};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-of-a-pedal-cycle"),
    title: "Theft or unauthorised taking of a pedal cycle",
    says: "A pedal cycle stolen, or taken or ridden without consent, has a class of its own, and an electric bicycle within the published limits is a pedal cycle; one beyond them is a motor vehicle. In a shop the theft is one from the shop.",
    basis: edition::rules("pages 76, 77 and 79, 44 and 48, E-Bikes"),
    in_force: edition::HELD,
    exemplar: "an electric bicycle that reaches 28 miles an hour under power, recorded when stolen as theft of a pedal cycle",
    mend: "class an electric bicycle by whether it keeps the limits",
};

/// Classes a bicycle taken, electric or not. That a shop goes before the bicycle is our reading of "any property within a shop".
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the place, the limits, or for what it was taken.
pub fn classify(taken: Taken, taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let from = ask.which(case.of, "what.taking.from", &taking.from)?;
    if matches!(from, TakenFrom::Shop | TakenFrom::ShopAsTrespasser | TakenFrom::ShopStaffArea) {
        ask.follows("within a shop");
        return crate::rules::shoplifting::classify(from, taking, case, ask);
    }
    if taken == Taken::ElectricBicycle
        && !ask
            .yes(case.of, "what.taking.within_bicycle_limits", taking.within_bicycle_limits)
            .map_err(|missing| missing.between(["44", "48"]))?
    {
        ask.follows("an electric bicycle beyond the limits: a motor vehicle");
        return crate::rules::theft_of_a_motor_vehicle::classify(taking, case, ask);
    }
    match ask.which_if_known(case.of, "what.taking.keeping", &taking.keeping)? {
        Some(Keeping::ForGood) => {
            ask.follows("a pedal cycle, stolen");
            crime("44", "044/00", &RULE)
        }
        Some(Keeping::ForUse | Keeping::RodeOnly) => {
            ask.follows("a pedal cycle, taken or ridden without consent");
            crime("44", "137/18", &RULE)
        }
        None => {
            ask.follows("a pedal cycle; for what it was taken is not known, and the class is the same");
            crime("44", "", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-of-a-pedal-cycle.toml"), classified);
    }
}
