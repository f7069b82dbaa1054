//! Aggravated vehicle taking.

use crime::conduct::{Taking, VehicleOutcome};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Case, Classified, Verdict},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("aggravated-vehicle-taking"),
    title: "Aggravated vehicle taking",
    says: "A vehicle taken is recorded as aggravated vehicle taking if dangerous driving, an injury, damage to other property or damage to the vehicle is known of when it is recorded; dangerous driving alone must first be confirmed by an investigation, and a death known of then makes it causing death by aggravated vehicle taking.",
    basis: edition::rules("pages 75 and 76, 37/2 Aggravated vehicle taking"),
    in_force: edition::HELD,
    exemplar: "a car taken and found with a dented door, recorded as unauthorised taking",
    mend: "record aggravated vehicle taking",
};

/// What a motor vehicle taken is if it is aggravated; nothing, if it is a theft or taking. What is not known of when it is recorded does
/// not aggravate it. Damage is of the lesser subcode if it is less than 5,000 pounds.
///
/// # Errors
///
/// [`Missing`], naming what came of it, whether the taking was only attempted, or the damage.
pub fn classify(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Verdict>, Missing> {
    ask.begin(&RULE, case.of);
    let outcome = ask.which_if_known(case.of, "what.taking.vehicle_outcome", &taking.vehicle_outcome)?;
    let outcome = match outcome {
        None | Some(VehicleOutcome::Nothing) => {
            ask.follows("none of the circumstances is known to have applied");
            return Ok(None);
        }
        Some(VehicleOutcome::DangerousDrivingUnconfirmed) => {
            ask.follows("dangerous driving alone, and not confirmed: a theft or taking until it is");
            return Ok(None);
        }
        Some(
            known @ (VehicleOutcome::Death
            | VehicleOutcome::Injury
            | VehicleOutcome::DangerousDriving
            | VehicleOutcome::Damage),
        ) => known,
    };
    if ask.yes(case.of, "attempted", case.act.attempted)? {
        ask.follows(
            "nothing was taken, so nothing is aggravated: an attempt stays in the class of the taking",
        );
        return Ok(None);
    }
    let (class, subcode) = match outcome {
        VehicleOutcome::Death => {
            ask.follows("somebody died of its driving, and the link is known");
            ("37/1", "037/01")
        }
        VehicleOutcome::Damage => {
            let little = ask.fact(case.of, "what.taking.damage_under_5000", taking.damage_under_5000)?;
            ask.follows("damage to the vehicle, or an accident that damaged other property");
            match little {
                Some(true) => ("37/2", "131/03"),
                Some(false) => ("37/2", "037/02"),
                None => ("37/2", ""),
            }
        }
        VehicleOutcome::Injury
        | VehicleOutcome::DangerousDriving
        | VehicleOutcome::DangerousDrivingUnconfirmed
        | VehicleOutcome::Nothing => {
            ask.follows("somebody was injured by its driving, or dangerous driving is confirmed");
            ("37/2", "037/02")
        }
    };
    Ok(Some(Verdict::Crime(Classified::new(class, subcode, &RULE))))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/aggravated-vehicle-taking.toml"), classified);
    }
}
