//! Threats that are no threat to kill.

use crime::{Fact, Serving, Why, conduct::ThreatEffect};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    verdict::{Answer, Case, Classified, Verdict, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("lesser-threats"),
    title: "Threats short of a threat to kill",
    says: "A threat that is no threat to kill is common assault if it was made inside a dwelling, and else a public order offence if violence at once was to be believed or alarm was meant and caused; short of that it is not notifiable unless racially or religiously aggravated.",
    basis: edition::rules(
        "page 38, Threats to kill; page 60, What if the threats do not meet the threshold?; pages 86, 87 and 89, Public Order Offences",
    ),
    in_force: edition::HELD,
    exemplar: "a man who shouts at his brother in their kitchen that he will hit him, recorded as a public order offence",
    mend: "record common assault inside a dwelling, and section 4 or 4A of the Public Order Act elsewhere",
};

/// The facts of a lesser threat, each with its path.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Lesser<'a> {
    /// Whether it was made inside a dwelling; not asked of a message.
    pub(crate) dwelling: Option<(&'static str, Fact)>,
    /// What it was meant, or likely, to bring about.
    pub(crate) effect: (&'static str, &'a Known<ThreatEffect>),
    /// Whether it was racially or religiously aggravated.
    pub(crate) aggravated: (&'static str, Fact),
}

/// The class of a lesser threat; nothing, if it is not notifiable.
///
/// # Errors
///
/// [`Missing`], naming the dwelling, the service of the victim, the effect or the aggravation.
pub(crate) fn class(
    lesser: &Lesser<'_>,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Classified>, Missing> {
    ask.begin(&RULE, case.of);
    let in_dwelling = match lesser.dwelling {
        Some((path, dwelling)) => ask.yes(case.of, path, dwelling)?,
        None => false,
    };
    if in_dwelling {
        return common_assault(lesser, case, ask).map(Some);
    }
    let (path, effect) = lesser.effect;
    let effect = ask.which(case.of, path, effect)?;
    if effect == ThreatEffect::Neither {
        ask.follows(
            "nobody was to believe that violence would follow at once, and nobody alarmed: not notifiable",
        );
        return Ok(None);
    }
    let (path, aggravated) = lesser.aggravated;
    let aggravated = ask.yes(case.of, path, aggravated)?;
    let (follows, plain, aggravated_subcode) = match effect {
        ThreatEffect::ImmediateViolence => {
            ("violence at once was to be believed: section 4", Some("125/11"), "066/91")
        }
        ThreatEffect::AlarmMeantAndCaused => {
            ("alarm was meant and caused: section 4A", Some("125/09"), "008/55")
        }
        ThreatEffect::AlarmLikely | ThreatEffect::Neither => {
            ("alarm was likely, and no more: section 5, not notifiable unless aggravated", None, "125/82")
        }
    };
    ask.follows(follows);
    if aggravated {
        return Ok(Some(Classified::new("9B", aggravated_subcode, &RULE)));
    }
    Ok(plain.map(|subcode| Classified::new("9A", subcode, &RULE)))
}

/// The answer for a lesser threat that stands alone.
///
/// # Errors
///
/// As [`class`].
pub(crate) fn answer(lesser: &Lesser<'_>, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    match class(lesser, case, ask)? {
        Some(crime) => Ok(Verdict::Crime(crime)),
        None => incident("a threat that makes out no notifiable offence", &RULE),
    }
}

/// A threat inside a dwelling. As in the assault flow chart an aggravated one to somebody in service is left undecided.
fn common_assault(lesser: &Lesser<'_>, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<Classified, Missing> {
    let (at, victim) = case.needed_victim(ask)?;
    let serving = ask.which(at, "serving", &victim.serving)?;
    let (path, aggravated) = lesser.aggravated;
    let aggravated = ask.yes(case.of, path, aggravated)?;
    let (class, subcode) = match serving {
        Serving::Constable => ("104", "008/73"),
        Serving::EmergencyWorker => ("105A", "008/73"),
        Serving::Neither if aggravated => ("105B", "008/57"),
        Serving::Neither => ("105A", "105/01"),
    };
    if aggravated && serving != Serving::Neither {
        return Err(ask.missing(case.of, "", Why::TextSilent).between(["105B", class]));
    }
    ask.follows("a threat inside a dwelling: common assault");
    Ok(Classified::new(class, subcode, &RULE))
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/lesser-threats.toml"), classified);
    }
}
