//! Causing danger to road users.

use crime::conduct::RoadUsers;
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("causing-danger-to-road-users"),
    title: "Causing danger to road users",
    says: "To put anything on or over a road, or to interfere with a vehicle, a trailer, a cycle or traffic equipment, on purpose and without authority or reasonable cause, where the danger would be obvious to a reasonable person, endangers life.",
    basis: edition::rules("page 39, Causing danger to road-users"),
    in_force: edition::HELD,
    exemplar: "stones thrown from a bridge on to a motorway, hitting nothing, and nothing is recorded",
    mend: "record 5E 005/11",
};

/// Classes what somebody did to a road or a vehicle.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what was done, whether it was intentional, or whether the danger was obvious.
pub fn classify(road: &RoadUsers, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    if ask.yes(case.of, "what.road_users.interfered", road.interfered)?
        && ask.yes(case.of, "what.road_users.intentional", road.intentional)?
        && ask.yes(case.of, "what.road_users.obviously_dangerous", road.obviously_dangerous)?
    {
        ask.follows("on purpose, without cause, and obviously dangerous: danger to road users");
        return crime("5E", "005/11", &RULE);
    }
    ask.follows("one of the points is not made out");
    incident("no danger to road users; damage or interference is an act of its own", &RULE)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/causing-danger-to-road-users.toml"), classified);
    }
}
