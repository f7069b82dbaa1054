//! When payment shows that nobody made off (C2).

use crime::{
    Fact,
    removal::{Field, Ground, Information, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Answer, Mover, edition,
    information::{MAKING_OFF, of_class, rests_on},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("payment-after-police-contact"),
    title: "Payment after making off",
    says: "Of making off without payment, somebody who comes back and pays before any contact with the police shows that no crime took place, without more; payment only after such contact does not show it by itself.",
    basis: edition::rules("page 83, 49A"),
    in_force: edition::HELD,
    exemplar: "a making off cancelled because the driver paid after a letter from the police",
    mend: "add what shows that it was an innocent mistake, or restore the crime",
};

const READ: &[Field] = &[Field::RestsOn, Field::Class];

/// Asks of making off without payment, cancelled under C2 because somebody paid, when they paid. What else a removal rests on, another rule
/// asks.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::AdditionalVerifiableInformation)
        || of_class(removal, MAKING_OFF) != Fact::Yes
    {
        return Answer::NotAsked;
    }
    if rests_on(removal, Information::PaidBeforePolice) {
        return Answer::met(READ, "whoever made off came back and paid before any contact with the police");
    }
    if !rests_on(removal, Information::PaidAfterPolice) {
        return Answer::NotAsked;
    }
    if removal.rests_on.iter().any(|kind| shows_a_mistake(*kind)) {
        return Answer::met(READ, "it does not rest on the payment alone");
    }
    Answer::broken(
        READ,
        Mover::DecisionMaker,
        "it rests on payment after contact with the police, and on nothing else that can be checked",
    )
}

/// Whether a kind can show something beside a late payment. A decision on modern slavery cannot.
fn shows_a_mistake(kind: Information) -> bool {
    kind.can_be_proof() && kind != Information::NegativeConclusiveGrounds
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/payment-after-police-contact.toml"), judged);
    }
}
