//! Death or serious injury by driving.

use crime::{
    Why,
    conduct::{Driving, DrivingFault, DrivingHarm},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    recording::{CRIME_RELATED_INCIDENT, INCIDENT},
    rules::{dangerous_driving, death_by_aggravated_vehicle_taking},
    verdict::{Answer, Case, Verdict, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("death-or-serious-injury-by-driving"),
    title: "Death or serious injury by unlawful driving",
    says: "A death by driving is N300/04 and a serious injury a crime-related incident until the investigation confirms dangerous or careless driving; where the only fault is a missing licence or insurance, or a disqualification, the crime may be recorded from the outset.",
    basis: edition::rules("page 37, Death or serious injury caused by unlawful driving"),
    in_force: edition::HELD,
    exemplar: "a pedestrian is killed by a car, the investigation has only begun, and causing death by dangerous driving is recorded",
    mend: "register N300/04, or a crime-related incident for a serious injury, and record the crime when the investigation confirms it",
};

/// Classes driving by what it did to a person.
///
/// A death in a vehicle known to be taken goes to its own rule first; driving that neither killed nor seriously injured goes to
/// dangerous driving.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the harm, the fault, or whether the investigation has confirmed it.
pub fn classify(driving: &Driving, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.driving.harm", &driving.harm)? {
        DrivingHarm::Death => {
            ask.follows("it killed");
            if death_by_aggravated_vehicle_taking::applies(driving, case, ask)? {
                return crime("37/1", "037/01", &death_by_aggravated_vehicle_taking::RULE);
            }
            killed_or_injured(driving, true, case, ask)
        }
        DrivingHarm::SeriousInjury => {
            ask.follows("it injured seriously");
            killed_or_injured(driving, false, case, ask)
        }
        DrivingHarm::LesserInjury | DrivingHarm::None => {
            ask.follows("it neither killed nor seriously injured");
            dangerous_driving::classify(driving, case, ask)
        }
    }
}

/// The class and subcode of a death and of a serious injury, where the list has one.
const fn offence(fault: DrivingFault, killed: bool) -> Option<(&'static str, &'static str)> {
    Some(match (fault, killed) {
        (DrivingFault::Dangerous, true) => ("4/4", "004/04"),
        (DrivingFault::Dangerous, false) => ("4/4", "004/12"),
        (DrivingFault::CarelessDrinkOrDrugs, true) => ("4/6", "004/06"),
        (DrivingFault::CarelessOverDrugLimit, true) => ("4/6", "004/13"),
        (DrivingFault::Careless, true) => ("4/8", "004/08"),
        // Class 4/6 has deaths only; the careless driving is there all the same.
        (
            DrivingFault::Careless | DrivingFault::CarelessDrinkOrDrugs | DrivingFault::CarelessOverDrugLimit,
            false,
        ) => ("4/8", "004/19"),
        (DrivingFault::UnlicensedOrUninsured, true) => ("4/9", "004/09"),
        (DrivingFault::Disqualified, true) => ("4/9", "004/17"),
        (DrivingFault::Disqualified, false) => ("4/9", "004/18"),
        (DrivingFault::UnlicensedOrUninsured, false) | (DrivingFault::Nothing, _) => return None,
    })
}

fn killed_or_injured(driving: &Driving, killed: bool, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let Some(fault) = ask.which_if_known(case.of, "what.driving.fault", &driving.fault)? else {
        if killed {
            return Ok(until_confirmed(true, ask));
        }
        let missing = ask.missing(case.of, "what.driving.fault", Why::NotKnown);
        return Err(missing.between([CRIME_RELATED_INCIDENT, INCIDENT]));
    };
    let Some((class, subcode)) = offence(fault, killed) else {
        if killed {
            return Ok(until_confirmed(true, ask));
        }
        ask.follows("the list has no offence of serious injury by such driving");
        return incident("a serious injury by driving that is no notifiable offence", &RULE);
    };
    match fault {
        DrivingFault::UnlicensedOrUninsured | DrivingFault::Disqualified => {
            ask.follows("no standard of driving is to be investigated: recorded from the outset");
            crime(class, subcode, &RULE)
        }
        DrivingFault::Dangerous
        | DrivingFault::Careless
        | DrivingFault::CarelessDrinkOrDrugs
        | DrivingFault::CarelessOverDrugLimit
        | DrivingFault::Nothing => {
            if ask.fact(case.of, "what.driving.confirmed", driving.confirmed)? == Some(true) {
                ask.follows("the investigation confirms the offence: recorded");
                return crime(class, subcode, &RULE);
            }
            Ok(until_confirmed(killed, ask))
        }
    }
}

fn until_confirmed(killed: bool, ask: &mut Ask<'_>) -> Verdict {
    let as_what = if killed { "N300/04" } else { CRIME_RELATED_INCIDENT };
    ask.follows_with(|| format!("the investigation has not confirmed an offence of driving: {as_what}"));
    Verdict::Register {
        as_what,
        because: "no offence of driving is confirmed by the investigation".into(),
        referred_to: None,
        by: &RULE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{classified, decided};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/death-or-serious-injury-by-driving.toml"), classified);
    }

    #[test]
    fn one_crime_for_each_who_was_killed() {
        let report = r#"{
            "victims": [{ "id": "v1" }, { "id": "v2" }], "offenders": [{ "id": "o1" }],
            "acts": [{ "id": "a1", "by": "o1", "against": ["v1", "v2"], "what": { "driving": {
                "harm": "death", "taken": "no", "fault": "dangerous", "confirmed": "yes"
            } } }]
        }"#;
        assert_eq!(decided(&serde_json::from_str(report).unwrap()), "1 x 4/4 004/04; 1 x 4/4 004/04");
    }

    #[test]
    fn every_offence_stands_in_the_list() {
        use DrivingFault::{
            Careless, CarelessDrinkOrDrugs, CarelessOverDrugLimit, Dangerous, Disqualified, Nothing,
            UnlicensedOrUninsured,
        };
        for fault in [
            Dangerous,
            Careless,
            CarelessDrinkOrDrugs,
            CarelessOverDrugLimit,
            UnlicensedOrUninsured,
            Disqualified,
            Nothing,
        ] {
            for (class, subcode) in [true, false].into_iter().filter_map(|killed| offence(fault, killed)) {
                assert!(crate::offences::row(class, subcode).is_some(), "{class} {subcode}");
            }
        }
    }
}
