//! Public order offences, from the gravest down.

use crime::conduct::{Disorder, DisorderBehaviour, DisorderEffect};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        aggravated_public_order::{self, Section},
        fear_of_violence_in_a_dwelling, fear_or_provocation_of_violence, intentional_harassment,
        public_order_on_arrival, riot_and_violent_disorder, section_5, sex_based_harassment,
    },
    verdict::{Answer, Case, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("public-order-offences"),
    title: "Public order offences, from the gravest down",
    says: "Violence that would frighten a bystander is classed by how many did it together; everything else by what was meant by it or was likely to come of it, with a class of its own where it was racially or religiously aggravated.",
    basis: edition::rules("pages 86 to 89, Public Order Offences"),
    in_force: edition::HELD,
    exemplar: "a man who does nothing threatening, abusive, insulting or disorderly, recorded as a public order offence",
    mend: "class it by what was done and meant; register an incident if it is none of the offences",
};

/// Classes disorder, or words and behaviour towards one person or nobody in particular.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming behaviour, effect, aggravation, or what the rule of a single offence asks.
pub fn classify(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if let Some(verdict) = public_order_on_arrival::stays_an_incident(disorder, case, ask)? {
        return Ok(verdict);
    }
    ask.begin(&RULE, case.of);
    let behaviour = ask.which(case.of, "what.disorder.behaviour", &disorder.behaviour)?;
    if behaviour == DisorderBehaviour::Neither {
        ask.follows("neither violent, threatening, abusive, insulting nor disorderly");
        return incident("nothing violent, threatening, abusive, insulting or disorderly was done", &RULE);
    }
    if behaviour == DisorderBehaviour::Violence {
        if ask.yes(case.of, "what.disorder.alarming", disorder.alarming)? {
            ask.follows("violence used or threatened, and a bystander of reasonable firmness would fear for their safety");
            return riot_and_violent_disorder::classify(disorder, case, ask);
        }
        ask.follows("violence, but not such that a bystander would fear: threatening behaviour");
    }
    let effect = ask.which(case.of, "what.disorder.effect", &disorder.effect)?;
    match (behaviour, effect) {
        (_, DisorderEffect::Neither) => {
            ask.follows("neither fear of violence nor distress was meant or likely");
            incident("neither fear of violence nor distress was meant or likely", &RULE)
        }
        (_, DisorderEffect::DistressLikely) => {
            ask.follows("distress was likely, or suffered, but not meant");
            section_5::classify(disorder, case, ask)
        }
        (_, DisorderEffect::DistressMeant)
        | (DisorderBehaviour::Disorderly, DisorderEffect::ViolenceFearedAndDistressMeant) => {
            ask.follows("distress was meant and suffered");
            distress(disorder, case, ask)
        }
        (DisorderBehaviour::Disorderly, DisorderEffect::ViolenceFeared) => {
            // Section 4 needs more than disorder; whether distress was meant too is not said.
            let missing = ask.missing(case.of, "what.disorder.effect", crime::Why::NotKnown);
            Err(missing.between(["9A 125/09", "incident"]))
        }
        (
            DisorderBehaviour::Violence | DisorderBehaviour::Threatening | DisorderBehaviour::Neither,
            DisorderEffect::ViolenceFeared | DisorderEffect::ViolenceFearedAndDistressMeant,
        ) => {
            ask.follows("somebody was meant, or likely, to fear violence at once or to be provoked to it");
            fear(disorder, effect, case, ask)
        }
    }
}

fn fear(disorder: &Disorder, effect: DisorderEffect, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if let Some(answer) = fear_of_violence_in_a_dwelling::classify(disorder, case, ask)? {
        return answer;
    }
    let on_sex = effect == DisorderEffect::ViolenceFearedAndDistressMeant
        && sex_based_harassment::because_of_sex(disorder, case, ask)?;
    if aggravated(disorder, case, ask)? {
        return aggravated_public_order::classify(Section::Four, on_sex, case, ask);
    }
    if on_sex {
        return sex_based_harassment::classify(case, ask);
    }
    fear_or_provocation_of_violence::classify(case, ask)
}

fn distress(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    let on_sex = sex_based_harassment::because_of_sex(disorder, case, ask)?;
    if aggravated(disorder, case, ask)? {
        return aggravated_public_order::classify(Section::FourA, on_sex, case, ask);
    }
    if on_sex {
        return sex_based_harassment::classify(case, ask);
    }
    intentional_harassment::classify(case, ask)
}

/// Whether it was racially or religiously aggravated.
fn aggravated(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, crate::Missing> {
    ask.begin(&RULE, case.of);
    let aggravated = ask.yes(case.of, "what.disorder.aggravated", disorder.aggravated)?;
    ask.follows(if aggravated {
        "racially or religiously aggravated"
    } else {
        "not racially or religiously aggravated"
    });
    Ok(aggravated)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/public-order-offences.toml"), classified);
    }
}
