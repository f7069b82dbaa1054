//! Which theft it is.

use crime::conduct::{Taken, TakenFrom, Taking, TakingForce};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        pet_abduction, robbery, robbery_of_business_or_personal_property, shoplifting, theft_by_an_employee,
        theft_from_a_machine_or_meter, theft_from_a_vehicle, theft_from_the_person, theft_of_a_motor_vehicle,
        theft_of_a_pedal_cycle,
    },
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-classes"),
    title: "The class of a theft",
    says: "Without force, a theft is classed first by a thing that has a class of its own (electricity, mail, motor vehicle, pedal cycle, pet), then by where it was taken from, then as theft in a dwelling or as other theft; one by an employee is theft by an employee.",
    basis: edition::rules("pages 76 to 83, Theft, of which 40, 42, 43 and 49 here"),
    in_force: edition::HELD,
    exemplar: "a parcel taken from the van that delivers it, classed as theft from a motor vehicle",
    mend: "class it by the thing if the thing has a class, else by the place",
};

/// Classes something taken, or an attempt at it, which stays in the class of what was tried.
///
/// That the thing is asked before the place is our reading where the pages do not say it: they do for mail in a delivery vehicle.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what was taken, the force, the place, or what the rule of that thing or place needs.
pub fn classify(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let taken = ask.which(case.of, "what.taking.taken", &taking.taken)?;
    match taken {
        Taken::Electricity => {
            ask.follows("electricity used, wasted or diverted without authority");
            return crime("43", "043/00", &RULE);
        }
        Taken::CardDetails => return theft_from_a_machine_or_meter::device(case, ask),
        Taken::Dog | Taken::Cat => {
            if let Some(verdict) = pet_abduction::classify(taken, taking, case, ask)? {
                return Ok(verdict);
            }
        }
        Taken::MotorVehicle
        | Taken::PedalCycle
        | Taken::ElectricBicycle
        | Taken::ElectricScooter
        | Taken::OtherConveyance
        | Taken::Mail
        | Taken::Other => {}
    }
    let force = robbery::force(taking, case, ask)?;
    if matches!(force, TakingForce::ToSteal | TakingForce::ToEscape) {
        return robbery_of_business_or_personal_property::classify(taking, case, ask);
    }
    match taken {
        Taken::MotorVehicle => theft_of_a_motor_vehicle::classify(taking, case, ask),
        Taken::PedalCycle | Taken::ElectricBicycle => {
            theft_of_a_pedal_cycle::classify(taken, taking, case, ask)
        }
        Taken::OtherConveyance => theft_of_a_motor_vehicle::other_conveyance(force, taking, case, ask),
        Taken::Mail => mail(taking, case, ask),
        Taken::ElectricScooter
        | Taken::Dog
        | Taken::Cat
        | Taken::Other
        | Taken::Electricity
        | Taken::CardDetails => by_place(force, "049/10", taking, case, ask),
    }
}

/// Classes a theft of what has no class of its own; `other` is its subcode if the place has none either.
pub(crate) fn by_place(
    force: TakingForce,
    other: &'static str,
    taking: &Taking,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    if force == TakingForce::ToProperty {
        return theft_from_the_person::by_force_to_property(case, ask);
    }
    ask.begin(&RULE, case.of);
    let from = ask.which(case.of, "what.taking.from", &taking.from)?;
    match from {
        TakenFrom::Person => theft_from_the_person::classify(case, ask),
        TakenFrom::Machine => theft_from_a_machine_or_meter::classify(taking, case, ask),
        TakenFrom::Shop | TakenFrom::ShopAsTrespasser | TakenFrom::ShopStaffArea => {
            shoplifting::classify(from, taking, case, ask)
        }
        TakenFrom::MotorVehicle
        | TakenFrom::OtherVehicle
        | TakenFrom::PublicTransport
        | TakenFrom::PublicTransportClosed => theft_from_a_vehicle::classify(from, taking, case, ask),
        TakenFrom::Dwelling | TakenFrom::Elsewhere => {
            if theft_by_an_employee::is(taking, case, ask)? {
                return theft_by_an_employee::crime();
            }
            ask.begin(&RULE, case.of);
            if from == TakenFrom::Dwelling {
                ask.follows("in a dwelling, and neither from a machine nor from a meter");
                return crime("40", "040/00", &RULE);
            }
            ask.follows("a theft that has no other class");
            crime("49", other, &RULE)
        }
    }
}

/// Classes a theft of letters or parcels on their way, wherever they were taken.
fn mail(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if theft_by_an_employee::is(taking, case, ask)? {
        return theft_by_an_employee::crime();
    }
    ask.begin(&RULE, case.of);
    ask.follows("letters or parcels on their way, from a delivery vehicle or not");
    crime("42", "042/00", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn every_class_of_the_family_stands_in_the_list() {
        for (class, subcode) in [
            ("30C", "030/02"),
            ("33", "033/00"),
            ("33A", "053/44"),
            ("34A", "034/01"),
            ("34B", "034/01"),
            ("35", "035/00"),
            ("37/1", "037/01"),
            ("37/2", "037/02"),
            ("37/2", "131/03"),
            ("39", "039/00"),
            ("40", "040/00"),
            ("41", "041/00"),
            ("42", "042/00"),
            ("43", "043/00"),
            ("44", "044/00"),
            ("44", "137/18"),
            ("45", "045/10"),
            ("46", "046/00"),
            ("47", "047/00"),
            ("48", "048/01"),
            ("48", "130/01"),
            ("49", "045/11"),
            ("49", "049/03"),
            ("49", "049/10"),
            ("49", "049/12"),
            ("49", "130/02"),
            ("49A", "053/25"),
            ("54", "054/01"),
            ("54", "054/02"),
            ("126", "126/00"),
            ("126", "825/06"),
            ("58C", ""),
        ] {
            assert!(crate::offences::row(class, subcode).is_some(), "{class} {subcode}");
        }
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-classes.toml"), classified);
    }
}
