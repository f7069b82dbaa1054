//! Messages that threaten death or serious harm.

use crime::conduct::{ThreatFeared, Threatened};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    rules::threat_to_kill_or_message,
    verdict::{Case, Classified},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("sending-threatening-communications"),
    title: "Messages that threaten death or serious harm",
    says: "A message that threatens death, really serious injury, rape, assault by penetration or serious financial loss is 8R 005/28 if the sender meant that somebody who comes upon it fears that the threat will be carried out, or did not care.",
    basis: edition::rules("pages 58 to 61, Send Communication threatening death or serious harm"),
    in_force: edition::HELD,
    exemplar: "a letter that threatens a broken neck, of which the writer did not care whether it was believed, recorded as an indecent or grossly offensive message",
    mend: "record 8R 005/28; if the threat is less, or nobody was to fear it, look at other offences and at a course of conduct",
};

/// What a message threatens, each fact with its path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said<'a> {
    /// What was threatened.
    pub(crate) threatened: (&'static str, &'a Known<Threatened>),
    /// What was to be feared.
    pub(crate) feared: (&'static str, &'a Known<ThreatFeared>),
}

/// The crime, if the message meets the threshold; nothing, if it falls short. The printed defence of a reasonable demand is heard here:
/// it makes the threat fall short.
///
/// # Errors
///
/// [`Missing`], naming what was threatened or what was to be feared.
pub(crate) fn meets(
    said: &Said<'_>,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Classified>, Missing> {
    ask.begin(&RULE, case.of);
    let (path, threatened) = said.threatened;
    let threatened = ask.which(case.of, path, threatened)?;
    match threatened {
        Threatened::Death | Threatened::SeriousHarm | Threatened::FinancialLoss => {}
        Threatened::ReasonableDemand => {
            ask.follows("a proper means to reinforce a reasonable demand, as far as is known: a defence");
            return Ok(None);
        }
        Threatened::Less => {
            ask.follows("less than death, serious injury, rape, assault by penetration or serious financial loss is threatened");
            return Ok(None);
        }
    }
    let (path, feared) = said.feared;
    let feared = ask.which(case.of, path, feared)?;
    match feared {
        ThreatFeared::Neither => {
            ask.follows("nobody was meant to fear that it would be carried out, and that was not a matter of indifference");
            Ok(None)
        }
        ThreatFeared::Intended if threatened == Threatened::Death => {
            ask.follows("death is threatened, and meant to be feared: a threat to kill is made out as well");
            threat_to_kill_or_message::choose(case, ask).map(Some)
        }
        ThreatFeared::Intended | ThreatFeared::Reckless => {
            ask.follows("a threat of death or serious harm, which somebody was meant, or left, to fear");
            Ok(Some(Classified::new("8R", "005/28", &RULE)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{classified, said_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/sending-threatening-communications.toml"), classified);
    }

    #[test]
    fn only_a_threat_of_death_may_be_a_threat_to_kill() {
        let facts = |threatened: &str| {
            format!(
                r#"{{ "act": {{ "message": {{ "content": "threat", "threatened": "{threatened}", "feared": "intended" }} }}, "victim": {{}},
                    "offender": {{ "police": "no" }}, "report": {{ "reporter": {{ "who": "victim", "impaired": "no" }} }} }}"#
            )
        };
        let harm = "a threat of death or serious harm, which somebody was meant, or left, to fear";
        assert_eq!(said_of(&RULE, &facts("serious-harm")), [harm]);
        let death = "death is threatened, and meant to be feared: a threat to kill is made out as well";
        assert_eq!(said_of(&RULE, &facts("death")), [death]);
    }
}
