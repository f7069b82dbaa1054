//! Theft from an automatic machine or meter.

use crime::conduct::Taking;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-from-a-machine-or-meter"),
    title: "Theft from an automatic machine or meter",
    says: "Only thefts from machines and meters that are the subject of police action are recorded, not those that the owner of the machine deals with alone; a device put on a cash machine or card reader for card details is making or supplying an article for use in fraud.",
    basis: edition::rules(
        "pages 81 and 82, 47 Theft from an automatic machine or meter, with its recording practices",
    ),
    in_force: edition::HELD,
    exemplar: "coins taken from a meter, for which its owner recovers the money by civil action alone, recorded as a crime",
    mend: "register an incident, unless the police act on it",
};

/// Classes a theft of what is in a machine or meter.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether the owner deals with it alone, or whether an employee did it.
pub fn classify(taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.taking.left_to_owner", taking.left_to_owner)? {
        ask.follows("dealt with entirely by the owner of the machine or meter");
        return incident(
            "the owner of the machine or meter deals with it entirely, without police action",
            &RULE,
        );
    }
    if crate::rules::theft_by_an_employee::is(taking, case, ask)? {
        return crate::rules::theft_by_an_employee::crime();
    }
    ask.begin(&RULE, case.of);
    ask.follows("from an automatic machine or meter, and the subject of police action");
    crime("47", "047/00", &RULE)
}

/// Classes a device that was put on a cash machine or card reader to get card details.
///
/// # Errors
///
/// None.
pub fn device(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    ask.follows("a device for card details: an article made or supplied for use in fraud, and no theft from the machine");
    crime("33A", "053/44", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-from-a-machine-or-meter.toml"), classified);
    }
}
