//! Threats to kill.

use crime::conduct::{Threat, ThreatFeared, ThreatMade, Threatened};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    rules::{
        lesser_threats::{self, Lesser},
        sending_threatening_communications::{self, Said},
    },
    verdict::{Answer, Case, Verdict, crime},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("threats-to-kill"),
    title: "Threats to kill",
    says: "A threat to kill is recorded where the offender meant it to be feared that it would be carried out, whoever was to be killed; the word alone is not enough, and what falls short is looked at as a lesser threat.",
    basis: edition::rules(
        "page 38, Threats to kill, and page 61, Threatening Communication vs Threat to Kill",
    ),
    in_force: edition::HELD,
    exemplar: "the words 'I will kill you' in a quarrel, not meant to be believed, recorded as a threat to kill",
    mend: "ask whether the offender meant it to be feared that the threat would be carried out; record 3B only then",
};

/// Classes a threat to a person.
///
/// The day of recording chooses the edition.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming how the threat was made, what was threatened, what was to be feared, and, of a lesser threat,
/// what decides there.
pub fn classify(threat: &Threat, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    let lesser = |face_to_face: bool| Lesser {
        dwelling: face_to_face.then_some(("what.threat.dwelling", threat.dwelling)),
        effect: ("what.threat.effect", &threat.effect),
        aggravated: ("what.threat.aggravated", threat.aggravated),
    };
    let face_to_face = match ask.which(case.of, "what.threat.made", &threat.made)? {
        ThreatMade::InPerson => true,
        ThreatMade::ByMessage => false,
    };
    if face_to_face {
        let threatened = ask.which(case.of, "what.threat.threatened", &threat.threatened)?;
        if threatened == Threatened::Death {
            if ask.which(case.of, "what.threat.feared", &threat.feared)? == ThreatFeared::Intended {
                ask.follows("a threat to kill, meant to be feared");
                return crime("3B", "003/01", &RULE);
            }
            ask.follows(
                "it is not shown that the threat was meant to be feared: the word alone is not enough",
            );
        } else {
            ask.follows("no threat to kill");
        }
    } else {
        ask.follows("made by a message: rather a malicious communication");
        let said = Said {
            threatened: ("what.threat.threatened", &threat.threatened),
            feared: ("what.threat.feared", &threat.feared),
        };
        if let Some(crime) = sending_threatening_communications::meets(&said, case, ask)? {
            return Ok(Verdict::Crime(crime));
        }
    }
    lesser_threats::answer(&lesser(face_to_face), case, ask)
}

#[cfg(test)]
mod tests {
    use crate::cases::classified;

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/threats-to-kill.toml"), classified);
    }
}
