//! Theft from a motor vehicle, another vehicle, or public transport.

use crime::conduct::{TakenFrom, Taking};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("theft-from-a-vehicle"),
    title: "Theft from a motor vehicle",
    says: "What is taken from a motor vehicle is theft from a motor vehicle, also from the parts of public transport that the public cannot reach; personal property taken where the public have access on public transport is other theft.",
    basis: edition::rules("page 76, 45 Theft from a motor vehicle"),
    in_force: edition::HELD,
    exemplar: "a suitcase taken from the rack of a railway carriage, recorded as theft from a motor vehicle",
    mend: "class it by whether the public had access there",
};

/// Classes a theft from a vehicle, of what is not mail. A part of the vehicle counts as taken from it, which is our reading.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whether an employee of the owner did it.
pub fn classify(from: TakenFrom, taking: &Taking, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if from == TakenFrom::PublicTransport {
        ask.begin(&RULE, case.of);
        ask.follows("on public transport, where the public have access: other theft");
        return crime("49", "049/10", &RULE);
    }
    if crate::rules::theft_by_an_employee::is(taking, case, ask)? {
        return crate::rules::theft_by_an_employee::crime();
    }
    ask.begin(&RULE, case.of);
    if from == TakenFrom::OtherVehicle {
        ask.follows("from a vehicle that is no motor vehicle: the list has it under other theft");
        return crime("49", "045/11", &RULE);
    }
    ask.follows(if from == TakenFrom::PublicTransportClosed {
        "from a part of public transport that the public cannot reach"
    } else {
        "from a motor vehicle"
    });
    crime("45", "045/10", &RULE)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{classified, said_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/theft-from-a-vehicle.toml"), classified);
    }

    #[test]
    fn the_working_says_from_what() {
        let facts = |from: &str| {
            format!(
                r#"{{ "act": {{ "taking": {{ "taken": "other", "force": "none", "from": "{from}", "by_employee": "no" }} }}, "victim": {{}},
                    "offender": {{ "police": "no" }}, "report": {{ "reporter": {{ "who": "victim", "impaired": "no" }} }} }}"#
            )
        };
        let closed = "from a part of public transport that the public cannot reach";
        assert_eq!(said_of(&RULE, &facts("public-transport-closed")), [closed]);
        assert_eq!(said_of(&RULE, &facts("motor-vehicle")), ["from a motor vehicle"]);
    }
}
