//! Which assaults may be cancelled for self-defence (C5).

use crime::{
    Fact,
    removal::{Field, Ground, Removal},
};
use rulebook::{Known, Rule, RuleId};

use crate::{Answer, Mover, edition};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("removal-self-defence"),
    title: "Self-defence, for some assaults",
    says: "A crime is cancelled for self-defence only if it is actual bodily harm in class 8N, or of class 104 or 105A, and if it is shown that the suspected offender acted in self-defence.",
    basis: edition::rules(
        "page 26, C5, which names class 105A; Outcomes for recorded crimes, April 2026, page 27, says 105 without a letter",
    ),
    in_force: edition::HELD,
    exemplar: "a wounding of class 5D cancelled because the suspect acted in self-defence",
    mend: "restore the crime, and give it the outcome that the investigation comes to",
};

/// Asks of a removal for self-defence for the class of the crime, and whether self-defence is shown.
#[must_use]
pub fn check(removal: &Removal) -> Answer {
    if removal.ground != Known::Is(Ground::SelfDefence) {
        return Answer::NotAsked;
    }
    if removal.self_defence_shown == Fact::No {
        return Answer::broken(
            &[Field::SelfDefenceShown],
            Mover::DecisionMaker,
            "it is not shown that the suspected offender acted in self-defence",
        );
    }
    let class = match &removal.class {
        Known::Is(class) => class.as_str(),
        Known::NotKnown | Known::NotSupplied => "",
    };
    let (known, read): (_, &'static [Field]) = match (class, removal.subcode.value().map(String::as_str)) {
        // An older class without its letter may be either.
        ("" | "105", _) => ((Field::Class, false), &[]),
        ("8N", None) => ((Field::Subcode, false), &[]),
        ("8N", Some("008/06")) => {
            ((Field::Subcode, true), &[Field::SelfDefenceShown, Field::Class, Field::Subcode])
        }
        ("104" | "105A" | "105B", _) => ((Field::Class, true), &[Field::SelfDefenceShown, Field::Class]),
        ("8N", Some(_)) => {
            return Answer::broken(
                &[Field::Subcode, Field::Class],
                Mover::DecisionMaker,
                "of class 8N only actual bodily harm (008/06) can be cancelled for self-defence",
            );
        }
        (other, _) => {
            return Answer::broken(
                &[Field::Class],
                Mover::DecisionMaker,
                format!("a crime of class {other} cannot be cancelled for self-defence"),
            );
        }
    };
    let shown = (Field::SelfDefenceShown, removal.self_defence_shown == Fact::Yes);
    let because = "it is an assault of the kinds named, and self-defence is shown";
    let answer = Answer::met_once_known([known, shown], Mover::RecordKeeper, read, because);
    if class != "105B" || matches!(answer, Answer::CannotBeTold { .. }) {
        return answer;
    }
    Answer::broken(
        &[Field::Class],
        Mover::DecisionMaker,
        "class 105B is not among those that can be cancelled for self-defence",
    )
    .by_one_reading(
        "class 105 is named without a letter, which takes 105B in (Outcomes for recorded crimes, April 2026, page 27)",
    )
}

#[cfg(test)]
mod tests {
    use crate::cases::judged;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/removal-self-defence.toml"), judged);
    }
}
