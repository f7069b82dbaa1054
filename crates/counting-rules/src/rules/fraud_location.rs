//! Where a fraud is located, and so which force it belongs to.

use crime::{RecordingForce, Why, conduct::Fraud};
use rulebook::{Known, Rule, RuleId};

use crate::{Ask, Missing, edition, verdict::Case};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-location"),
    title: "Location of fraud",
    says: "A fraud belongs to the force of the address of the suspect or of the operation; if that is not known, to the one with the most uses; then to the one of the first offence; then to that of the victim. This goes before the general rules on location.",
    basis: edition::fraud("pages 4 and 5, location of frauds, as a digest gives them"),
    in_force: edition::HELD,
    exemplar: "a boiler room in Essex that cheats a pensioner in Dudley, given to West Midlands",
    mend: "give it to the force of the first of the four principles that is known",
};

/// The force to which a fraud belongs, and the principle. A place outside England and Wales has no force: the next principle is asked.
///
/// # Errors
///
/// [`Missing`], naming the first place that nobody supplied; or that no principle leads to a force of England and Wales.
pub fn force(fraud: &Fraud, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<RecordingForce, Missing> {
    ask.begin(&RULE, case.of);
    let principles = [
        ("what.fraud.operation", &fraud.operation, "the suspect or the operation has its address there"),
        (
            "what.fraud.most_uses",
            &fraud.most_uses,
            "most uses were there, and no address of suspect or operation is known here",
        ),
        (
            "what.fraud.first_offence",
            &fraud.first_offence,
            "the first offence was there, and nothing before it is known here",
        ),
    ];
    for (fact, place, because) in principles {
        if let Some(at) = ask.which_if_known(case.of, fact, place)?.filter(|at| at.in_england_and_wales()) {
            ask.follows(because);
            return Ok(RecordingForce { force: Known::Is(at), because: because.into() });
        }
    }
    let (victim_at, victim) = case.needed_victim(ask)?;
    let home = ask.which(victim_at, "home", &victim.home)?;
    if !home.in_england_and_wales() {
        return Err(ask.missing(case.of, "", Why::TextSilent));
    }
    let because = "the victim is there, and no place of the fraud is known here";
    ask.follows(because);
    Ok(RecordingForce { force: Known::Is(home), because: because.into() })
}

#[cfg(test)]
mod tests {
    use crime::{Incident, Subject, conduct::Conduct};

    use super::*;
    use crate::{Rulings, Working};

    /// The force of the first act, with the first victim: `Essex`, `undecided: what.fraud.operation`.
    fn located(incident: &Incident) -> String {
        let act = incident.acts.first().unwrap();
        let victim = incident.victims.first().map(|victim| (Subject::Victim(0), victim));
        let case = Case { incident, act, of: Subject::Act(0), victim };
        let Conduct::Fraud(fraud) = &act.what else { return "no fraud".to_owned() };
        let rulings = Rulings::default();
        match force(fraud, &case, &mut Ask::new(incident, &rulings, Working::Left, &RULE)) {
            Ok(located) => located.force.to_string(),
            Err(missing) => format!("undecided: {}", missing.fact).trim_end().to_owned(),
        }
    }

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-location.toml"), located);
    }
}
