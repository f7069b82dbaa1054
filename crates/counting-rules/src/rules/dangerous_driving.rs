//! Dangerous driving.

use crime::{
    Conduct,
    conduct::{Driving, DrivingFault, Violence},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    recording::{CRIME_RELATED_INCIDENT, INCIDENT},
    rules::principal_crime::{Prevails, UNDECIDED},
    verdict::{Answer, Case, Verdict, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("dangerous-driving"),
    title: "Dangerous driving",
    says: "Dangerous driving is a crime-related incident until the investigation confirms it, then one crime for each driver, or aggravated vehicle taking if the vehicle is known to be stolen; injuries done on purpose by driving are classed as meant to be serious, and the driving is counted beside them unless they alone show it.",
    basis: edition::rules("pages 96 and 97, Dangerous driving"),
    in_force: edition::HELD,
    exemplar: "a patrol sees a car driven dangerously, the investigation has only begun, and 802 is recorded",
    mend: "register a crime-related incident; record the crime when the investigation confirms it",
};

/// Classes driving that neither killed nor seriously injured.
///
/// # Errors
///
/// [`Missing`], naming the fault, whether the investigation has confirmed it, or whether the vehicle is known to be stolen.
pub fn classify(driving: &Driving, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let fault = ask
        .which(case.of, "what.driving.fault", &driving.fault)
        .map_err(|missing| missing.between([CRIME_RELATED_INCIDENT, INCIDENT]))?;
    match fault {
        DrivingFault::Dangerous => {}
        DrivingFault::Careless
        | DrivingFault::CarelessDrinkOrDrugs
        | DrivingFault::CarelessOverDrugLimit
        | DrivingFault::UnlicensedOrUninsured
        | DrivingFault::Disqualified
        | DrivingFault::Nothing => {
            ask.follows(
                "not dangerous, and nobody killed or seriously injured: no notifiable offence of driving",
            );
            return incident("driving that is no notifiable offence", &RULE);
        }
    }
    if ask.fact(case.of, "what.driving.confirmed", driving.confirmed)? != Some(true) {
        ask.follows("the investigation has not confirmed that it was dangerous: a crime-related incident");
        return Ok(Verdict::Register {
            as_what: CRIME_RELATED_INCIDENT,
            because: "dangerous driving that the investigation has not confirmed".into(),
            referred_to: None,
            by: &RULE,
        });
    }
    if ask.fact(case.of, "what.driving.taken", driving.taken)? == Some(true) {
        ask.follows("confirmed, in a vehicle known to be stolen: aggravated vehicle taking");
        return crime("37/2", "037/02", &RULE);
    }
    ask.follows("confirmed, in a vehicle not known to be stolen");
    crime("802", "802/00", &RULE)
}

/// Whether an injury was done on purpose by driving: the page then has the class of harm that was meant to be serious, and makes no
/// difference by how bad the injury was. Asked only where driving is reported too.
///
/// # Errors
///
/// [`Missing`], naming whether it was done by driving.
pub fn was_meant_to_injure(violence: &Violence, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    if !case.incident.acts.iter().any(|act| matches!(act.what, Conduct::Driving(_))) {
        return Ok(false);
    }
    ask.begin(&RULE, case.of);
    if !ask.yes(case.of, "what.violence.by_driving", violence.by_driving)? {
        ask.follows("the injury was not done by driving");
        return Ok(false);
    }
    ask.follows("injured on purpose by driving: the class of harm that was meant to be serious");
    Ok(true)
}

/// Drops dangerous driving that only the injuries show which the same driver meant; else both stand.
///
/// # Errors
///
/// [`Missing`], naming the driver, the one who meant to injure, or whether there is other evidence.
pub fn shown_by_injuries_alone(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let wounds: Vec<Matter<'_>> =
        matters.iter().filter(|matter| matter.counts() && is_wounding(matter)).cloned().collect();
    let mut first = None;
    for matter in matters.iter_mut().filter(|matter| matter.counts() && matter.crime.class == "802") {
        let Conduct::Driving(driving) = &matter.case.act.what else { continue };
        match other_evidence(driving, matter, &wounds, ask) {
            Ok(true) => {}
            Ok(false) => {
                matter
                    .drop_by(&RULE, "only the injuries that were meant show that the driving was dangerous");
            }
            Err(missing) => {
                matter.drop_by(missing.by, UNDECIDED);
                first.get_or_insert(missing);
            }
        }
    }
    first.map_or(Ok(()), Err)
}

fn other_evidence(
    driving: &Driving,
    matter: &Matter<'_>,
    wounds: &[Matter<'_>],
    ask: &mut Ask<'_>,
) -> Result<bool, Missing> {
    for wound in wounds {
        ask.begin(&RULE, matter.case.of);
        let driver = ask.text(matter.case.of, "by", &matter.case.act.by)?;
        if ask.text(wound.case.of, "by", &wound.case.act.by)? != driver {
            ask.follows("the injuries were meant by somebody else");
            continue;
        }
        if !ask.yes(matter.case.of, "what.driving.other_evidence", driving.other_evidence)? {
            ask.follows("the only evidence of dangerous driving are injuries that the driver meant: they alone are counted");
            return Ok(false);
        }
        ask.follows("there is other evidence of dangerous driving: it is counted beside the injuries");
    }
    Ok(true)
}

/// Harm that was meant to be serious: section 18, whoever the victim is.
fn is_wounding(matter: &Matter<'_>) -> bool {
    matter.crime.subcode == "005/01"
}

/// Makes one crime of a vehicle out of its taking and the dangerous driving of it: the driving of a stolen vehicle is aggravated
/// vehicle taking in place of the taking, and is not counted again where the taking is aggravated already.
///
/// # Errors
///
/// [`Missing`], naming who drove, who took, or whether the one was done in the course of the other.
pub fn of_a_taken_vehicle(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    let mut first = None;
    for driving in 0..matters.len() {
        for taking in 0..matters.len() {
            let (Some(drove), Some(took)) = (matters.get(driving), matters.get(taking)) else { continue };
            let one_vehicle = is_driving(drove)
                && drove.counts()
                && drove.crime.class == "37/2"
                && matches!(took.crime.class, "37/2" | "48")
                && took.counts()
                && !is_driving(took);
            if !one_vehicle {
                continue;
            }
            let aggravated = took.crime.class == "37/2";
            match of_the_same_vehicle(drove, took, ask) {
                Ok(false) => {}
                Ok(true) if aggravated => {
                    if let Some(drove) = matters.get_mut(driving) {
                        drove.drop_by(&RULE, "part of the aggravated vehicle taking that is recorded");
                    }
                }
                Ok(true) => {
                    if let Some(took) = matters.get_mut(taking) {
                        took.drop_by(&RULE, "becomes aggravated vehicle taking by the dangerous driving");
                    }
                }
                Err(missing) => {
                    for at in [driving, taking] {
                        if let Some(matter) = matters.get_mut(at) {
                            matter.drop_by(missing.by, UNDECIDED);
                        }
                    }
                    first.get_or_insert(missing);
                }
            }
        }
    }
    first.map_or(Ok(()), Err)
}

const fn is_driving(matter: &Matter<'_>) -> bool {
    matches!(matter.case.act.what, Conduct::Driving(_))
}

fn of_the_same_vehicle(drove: &Matter<'_>, took: &Matter<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, drove.case.of);
    let same = ask.text(drove.case.of, "in_course_of", &drove.case.act.in_course_of)? == took.act();
    ask.follows(if same {
        "the vehicle taken was driven dangerously: one aggravated vehicle taking"
    } else {
        "the driving does not belong to that taking"
    });
    Ok(same)
}

/// Both, of dangerous driving and the serious harm that the driver meant.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let dangerous = |matter: &Matter<'_>| matter.crime.class == "802";
    if !(dangerous(one) && is_wounding(other) || is_wounding(one) && dangerous(other)) {
        return Ok(None);
    }
    ask.begin(&RULE, one.case.of);
    ask.follows("dangerous driving is counted beside the serious harm that the driver meant");
    Ok(Some(Prevails::Both))
}

#[cfg(test)]
mod tests {
    use crate::cases::{classified, decided};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/dangerous-driving.toml"), decided);
    }

    #[test]
    fn nobody_says_whether_it_is_confirmed() {
        let facts = r#"{ "act": { "driving": { "harm": "none", "fault": "dangerous" } } }"#;
        assert_eq!(classified(&serde_json::from_str(facts).unwrap()), "undecided: what.driving.confirmed");
    }
}
