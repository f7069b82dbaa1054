//! Which decisions on modern slavery can cancel a crime of modern slavery (C2).

use chrono::NaiveDate;
use crime::{
    Fact,
    removal::{Field, Ground, Information, Removal},
};
use rulebook::{Known, Rule, RuleId, day};

use crate::{
    Answer, Mover, edition,
    information::{MODERN_SLAVERY, of_class, rests_on},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("modern-slavery-removal"),
    title: "Cancelling a crime of modern slavery",
    says: "A negative decision on conclusive grounds may be the information on which a crime of modern slavery is cancelled, if the crime was recorded after 1 April 2020; a negative decision on reasonable grounds may not by itself.",
    basis: edition::rules(
        "pages 26 and 48; whether a crime recorded on 1 April 2020 itself is one recorded after it is read both ways",
    ),
    in_force: edition::HELD,
    exemplar: "a crime of modern slavery cancelled on a negative decision on reasonable grounds",
    mend: "wait for the decision on conclusive grounds or add other information that can be checked, or restore the crime",
};

/// After this day a crime must have been recorded.
const AFTER: NaiveDate = day(2020, 4, 1);

/// Asks of modern slavery, cancelled under C2 because of a decision of the competent authority, which decision it is and when the crime was
/// recorded. If something else can be checked, the removal does not rest on the decision.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    let conclusive = rests_on(removal, Information::NegativeConclusiveGrounds);
    if removal.ground != Known::Is(Ground::AdditionalVerifiableInformation)
        || of_class(removal, MODERN_SLAVERY) != Fact::Yes
        || !(conclusive || rests_on(removal, Information::NegativeReasonableGrounds))
    {
        return Answer::NotAsked;
    }
    let beside = |kind: &Information| kind.can_be_proof() && *kind != Information::NegativeConclusiveGrounds;
    if removal.rests_on.iter().any(beside) {
        return Answer::met(&[Field::RestsOn, Field::Class], "it does not rest on the decision alone");
    }
    if !conclusive {
        return Answer::broken(
            &[Field::RestsOn, Field::Class],
            Mover::DecisionMaker,
            "it rests on a negative decision on reasonable grounds, and on nothing that can be checked",
        );
    }
    let Some(recorded) = removal.recorded.value().and_then(|recorded| recorded.date()) else {
        return Answer::untold([Field::Recorded], Mover::RecordKeeper);
    };
    if recorded > AFTER {
        return Answer::met(
            &[Field::RestsOn, Field::Class, Field::Recorded],
            "the decision on conclusive grounds is negative, and the crime was recorded after 1 April 2020",
        );
    }
    let answer = Answer::broken(
        &[Field::Recorded, Field::RestsOn, Field::Class],
        Mover::DecisionMaker,
        "it rests on a negative decision on conclusive grounds, which counts only for crimes recorded after 1 April 2020",
    );
    if recorded == AFTER {
        answer.by_one_reading("a crime recorded on 1 April 2020 is among those for which it counts")
    } else {
        answer
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/modern-slavery-removal.toml"), judged);
    }
}
