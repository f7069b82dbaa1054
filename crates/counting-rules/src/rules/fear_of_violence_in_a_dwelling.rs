//! Threats inside a dwelling.

use crime::{Serving, Why, conduct::Disorder};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("fear-of-violence-in-a-dwelling"),
    title: "Threats inside a dwelling",
    says: "Somebody who is threatened inside a dwelling, by words or gestures, so as to fear violence, is the victim of an assault without injury; in a public place the same is a public order offence.",
    basis: edition::rules("pages 38 and 45, 3B Threats to kill and 105A Assault without injury"),
    in_force: edition::HELD,
    exemplar: "a man threatens his lodger in the kitchen so that she expects to be hit; recorded as fear of violence, 125/11",
    mend: "record assault without injury",
};

/// The assault, if the victim was made to fear violence inside a dwelling; nothing, if it was elsewhere or there is no victim.
///
/// # Errors
///
/// [`Missing`], naming whether it was inside a dwelling, whether it was aggravated, or the service of the victim.
pub fn classify(disorder: &Disorder, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Option<Answer>, Missing> {
    let Some((victim_at, victim)) = case.victim else { return Ok(None) };
    ask.begin(&RULE, case.of);
    if !ask.yes(case.of, "what.disorder.inside_dwelling", disorder.inside_dwelling)? {
        ask.follows("not inside a dwelling: a public order offence");
        return Ok(None);
    }
    let serving = ask.which(victim_at, "serving", &victim.serving)?;
    let aggravated = ask.yes(case.of, "what.disorder.aggravated", disorder.aggravated)?;
    if aggravated && serving != Serving::Neither {
        let class = if serving == Serving::Constable { "104" } else { "105A" };
        return Err(ask.missing(case.of, "", Why::TextSilent).between(["105B", class]));
    }
    ask.follows("fear of violence inside a dwelling: an assault without injury");
    Ok(Some(match serving {
        Serving::Neither if aggravated => crime("105B", "008/57", &RULE),
        Serving::Neither => crime("105A", "105/01", &RULE),
        Serving::Constable => crime("104", "008/73", &RULE),
        Serving::EmergencyWorker => crime("105A", "008/73", &RULE),
    }))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/fear-of-violence-in-a-dwelling.toml"), classified);
    }
}
