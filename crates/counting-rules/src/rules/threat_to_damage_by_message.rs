//! Threats to damage property that were sent.

use rulebook::{Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    matter::Matter,
    rules::{home_and_outbuilding_at_once::at_once, principal_crime::Prevails, principal_crime_table},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("threat-to-damage-by-message"),
    title: "A threat to damage property, sent as a message",
    says: "A threat of damage made by telephone, letter or electronic message is recorded under 59 and not as malicious communications.",
    basis: edition::rules("page 86, 59, note (iv)"),
    in_force: edition::HELD,
    exemplar: "a text message that threatens to burn a house down, recorded under 59 and as malicious communications",
    mend: "record 59 only",
};

/// 59, if the message is the one that makes the threat. Other messages between the same people are left to the table, and so is one
/// that the table ranks lower anyway.
///
/// # Errors
///
/// [`Missing`], naming whether both are one message: in the course of what each was sent.
pub fn prevails(
    one: &Matter<'_>,
    other: &Matter<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Prevails>, Missing> {
    let threat = |matter: &Matter<'_>| matter.crime.subcode == "059/11";
    let message = |matter: &Matter<'_>| matter.crime.class == "8R";
    let prevails = match (threat(one) && message(other), message(one) && threat(other)) {
        (true, _) => Prevails::First,
        (false, true) => Prevails::Second,
        (false, false) => return Ok(None),
    };
    let (threat, message) = if prevails == Prevails::First { (one, other) } else { (other, one) };
    let rank = |matter: &Matter<'_>| principal_crime_table::rank(matter.crime.class, matter.crime.subcode);
    if let (Some(threat), Some(message)) = (rank(threat), rank(message))
        && threat < message
    {
        return Ok(None);
    }
    ask.begin(&RULE, message.case.of);
    let one_message = at_once(threat, message, ask)?;
    ask.follows(if one_message {
        "one message: the threat of damage is recorded"
    } else {
        "another message"
    });
    Ok(one_message.then_some(prevails))
}

#[cfg(test)]
mod tests {
    use crate::cases::decided;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/threat-to-damage-by-message.toml"), decided);
    }
}
