//! Which fraud is counted, and over what.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{fraud_class_as_given::is_fraud, principal_crime::Prevails},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fraud-precedence"),
    title: "Which fraud is counted",
    says: "Card and account fraud goes before online shopping, insurance broker fraud before employee fraud, employee fraud before theft by an employee and false accounting, any class that fits before abuse of position, extortion before the attack it was made with, and extortion by denial of service before blackmail; conspiracy to defraud is not counted in addition to the fraud.",
    basis: edition::fraud(
        "counting pages of NFIB5A, NFIB6B, NFIB8A, NFIB19, NFIB51B, NFIB52E and NFIB90 with their examples, as a digest gives them",
    ),
    in_force: edition::HELD,
    exemplar: "a cashier takes from the till by false refunds, recorded as employee fraud and as theft by an employee",
    mend: "record the class that goes before, and keep the other in its record",
};

/// Which of two is counted, where the section says so. Different things of one class are different crimes.
///
/// # Errors
///
/// None.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let (prevails, because) = if one.crime == other.crime {
        // They were kept apart by the names of the things they are about.
        (Prevails::Both, "about different things, and each thing counts")
    } else if let Some(because) = goes_before(one, other) {
        (Prevails::First, because)
    } else if let Some(because) = goes_before(other, one) {
        (Prevails::Second, because)
    } else {
        return Ok(None);
    };
    ask.begin(&RULE, one.case.of);
    ask.follows(because);
    Ok(Some(prevails))
}

/// Why the first goes before the second, if it does.
fn goes_before(first: &Matter<'_>, second: &Matter<'_>) -> Option<&'static str> {
    match (first.crime.class, second.crime.class) {
        (class, _) if is_fraud(class) && is_conspiracy(second) && !is_conspiracy(first) => {
            Some("conspiracy to defraud is not counted in addition to the fraud")
        }
        ("NFIB5A", "NFIB3A") => Some("card and account fraud goes before online shopping"),
        ("NFIB6B", "NFIB8A") => Some("insurance broker fraud goes before employee fraud"),
        ("NFIB8A", "41") => Some("employee fraud goes before theft by an employee"),
        ("NFIB8A", "NFIB10") => Some("employee fraud goes before false accounting"),
        ("NFIB51B", "NFIB51A") | ("NFIB52E", "NFIB52A" | "NFIB52B" | "NFIB52D") => {
            Some("an attack reported together with the demand that followed it is part of the extortion")
        }
        ("NFIB51B", "35") => Some("extortion by denial of service goes before blackmail"),
        // Fraud not covered elsewhere is no class that fits better.
        (class, "NFIB19") if is_fraud(class) && !matches!(class, "NFIB19" | "NFIB90") => {
            Some("a class that fits goes before abuse of position")
        }
        _ => None,
    }
}

fn is_conspiracy(matter: &Matter<'_>) -> bool {
    matter.crime.subcode == "053/04"
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fraud-precedence.toml"), decided);
    }
}
