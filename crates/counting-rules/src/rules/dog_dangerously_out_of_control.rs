//! Dogs dangerously out of control.

use crime::conduct::{Dog, DogInjured};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("dog-dangerously-out-of-control"),
    title: "Dog dangerously out of control",
    says: "Letting any dog be out of control in any place, public or private, is a notifiable crime if it injures a person or an assistance dog.",
    basis: edition::rules("page 44, Owner or person in charge allowing dog to be dangerously out of control"),
    in_force: edition::HELD,
    exemplar: "a dog bites a visitor in the home of its owner, and nothing is recorded because the place is private",
    mend: "record 8N 008/21 for each who was injured",
};

/// Classes a dog out of control by whom it injured. One that injured neither is in no class of the list.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming whom it injured.
pub fn classify(dog: &Dog, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.dog.injured", &dog.injured)? {
        DogInjured::Person | DogInjured::AssistanceDog => {
            ask.follows("it injured a person or an assistance dog, wherever that was");
            crime("8N", "008/21", &RULE)
        }
        DogInjured::Neither => {
            ask.follows("it injured neither a person nor an assistance dog: not notifiable");
            incident("a dog out of control that injured neither a person nor an assistance dog", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/dog-dangerously-out-of-control.toml"), classified);
    }
}
