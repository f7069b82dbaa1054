//! Handling stolen goods.

use crime::{
    Why,
    conduct::{HandledGoods, Handling, HandlingHow},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    verdict::{Answer, Case, crime, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("handling-stolen-goods"),
    title: "Handling stolen goods",
    says: "Who knows or believes goods to be stolen and dishonestly receives them, or helps another to keep, move or sell them, or arranges to, handles stolen goods, but not in the course of their own stealing; for a pet that was abducted, outside the Theft Act, it must be considered.",
    basis: edition::rules("pages 83 and 84, 54 Handling stolen goods and 49 Pet Abduction, Principal Crime"),
    in_force: edition::HELD,
    exemplar: "a thief who sells what he stole an hour before, recorded for the theft and for handling",
    mend: "record handling for others than the thief, who knew or believed that the goods were stolen",
};

/// Classes a handling.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming the goods, what the handler knew or did, or the ruling on `handling-an-abducted-pet` (`yes`, `no`).
pub fn classify(handling: &Handling, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which(case.of, "what.handling.goods", &handling.goods)? {
        HandledGoods::NotStolen => {
            ask.follows("the goods are not stolen");
            return incident("the goods are not stolen", &RULE);
        }
        HandledGoods::StolenByHandler => {
            ask.follows("still in the course of the handler's own stealing");
            return incident("what was done was part of the stealing itself", &RULE);
        }
        HandledGoods::AbductedPet => match ask
            .ruling("handling-an-abducted-pet")
            .map(|ruling| ruling.answer.as_str())
        {
            Some("yes") => {}
            Some("no") => {
                ask.follows("ruled that a pet abducted is not stolen goods here");
                return incident("the registrar ruled that the pet abducted is not stolen goods", &RULE);
            }
            Some(_) | None => {
                return Err(ask.missing(case.of, "", Why::NoRuling).between(["54", "no crime of handling"]));
            }
        },
        HandledGoods::StolenByAnother => {}
    }
    if !ask.yes(case.of, "what.handling.knew", handling.knew)? {
        ask.follows("the handler neither knew nor believed that they were stolen");
        return incident("the handler neither knew nor believed that the goods were stolen", &RULE);
    }
    match ask.which_if_known(case.of, "what.handling.how", &handling.how)? {
        Some(HandlingHow::Received) => {
            ask.follows("received, knowing or believing");
            crime("54", "054/01", &RULE)
        }
        Some(HandlingHow::Assisted | HandlingHow::Arranged) => {
            ask.follows("helped another with them, or arranged to, knowing or believing");
            crime("54", "054/02", &RULE)
        }
        None => {
            ask.follows("handled, knowing or believing; how is not known, and the class is the same");
            crime("54", "", &RULE)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/handling-stolen-goods.toml"), classified);
    }
}
