//! Offences that are not referred to Report Fraud.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{fraud_class_as_given, principal_crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("offences-not-referred-to-report-fraud"),
    title: "Offences that are not referred to Report Fraud",
    says: "Articles for use in fraud, forgery, false documents, false driver and vehicle records, and making off without payment are recorded locally and not referred; having articles is left to the fraud they were used for, if they were.",
    basis: edition::rules("pages 97 and 98, Offences that should NOT be referred to Report Fraud"),
    in_force: edition::HELD,
    exemplar: "petrol taken without paying, passed to Report Fraud and not recorded by the force",
    mend: "record it locally, and do not refer it",
};

/// Whether a class is recorded locally and not referred.
#[must_use]
pub fn is_local(class: &str) -> bool {
    matches!(class, "33A" | "60" | "61" | "61A" | "814" | "49A")
}

/// Whether a crime stays with the force, and says so.
pub(crate) fn stays(matter: &Matter<'_>, ask: &mut Ask<'_>) -> bool {
    let local = is_local(matter.crime.class);
    if local {
        ask.begin(&RULE, matter.case.of);
        ask.follows("recorded locally, and not referred to Report Fraud");
    }
    local
}

/// Takes the possession of articles for fraud out of the count where they were used for a fraud that is counted.
///
/// # Errors
///
/// [`Missing`], naming whether it was done in the course of the fraud.
pub fn applied(matters: &mut [Matter<'_>], ask: &mut Ask<'_>) -> Result<(), Missing> {
    for at in 0..matters.len() {
        let Some(matter) =
            matters.get(at).filter(|matter| matter.counts() && matter.crime.subcode == POSSESSION)
        else {
            continue;
        };
        let frauds: Vec<String> = matters
            .iter()
            .filter(|other| other.counts() && fraud_class_as_given::is_fraud(other.crime.class))
            .map(|other| other.act().to_owned())
            .collect();
        if frauds.is_empty() {
            continue;
        }
        ask.begin(&RULE, matter.case.of);
        let asked =
            ask.text(matter.case.of, "in_course_of", &matter.case.act.in_course_of).map(str::to_owned);
        let Some(matter) = matters.get_mut(at) else { continue };
        match asked {
            Ok(used_in) if frauds.contains(&used_in) => {
                ask.follows("the articles were used for a fraud, which is counted");
                matter.drop_by(&RULE, format!("the articles were used for the fraud of act {used_in}"));
            }
            Ok(_) => ask.follows("not used for the fraud: recorded locally"),
            Err(missing) => {
                matter.drop_by(missing.by, principal_crime::UNDECIDED);
                return Err(missing);
            }
        }
    }
    Ok(())
}

/// Possession or control of articles for use in frauds.
const POSSESSION: &str = "053/43";

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{decided, said_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/offences-not-referred-to-report-fraud.toml"), decided);
    }

    #[test]
    fn the_working_says_that_it_stays() {
        let facts = |subcode: &str| {
            format!(
                r#"{{ "act": {{ "given": {{ "subcode": "{subcode}" }} }}, "victim": {{}}, "offender": {{ "police": "no" }},
                    "report": {{ "reporter": {{ "who": "victim", "impaired": "no" }} }} }}"#
            )
        };
        assert_eq!(said_of(&RULE, &facts("053/25")), ["recorded locally, and not referred to Report Fraud"]);
        assert_eq!(said_of(&RULE, &facts("039/00")), [""; 0]);
    }
}
