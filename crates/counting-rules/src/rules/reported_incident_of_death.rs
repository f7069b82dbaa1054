//! Reported incidents of sudden or unexpected death.

use std::collections::HashSet;

use crime::{
    Registered, Subject, Why,
    conduct::{Death, DeathFrom, DeathHeld},
};
use rulebook::{Rule, RuleId};

use crate::{
    Ask, edition,
    recording::Instead,
    rules::{another_force_records, homicide},
    verdict::{Answer, Case, Classified, Verdict, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("reported-incident-of-death"),
    title: "N300 Reported incident of sudden or unexpected death",
    says: "Each death that is reported, is not recorded as a crime at once and is not probably natural is registered as N300: 01 while its circumstances are not apparent, then by the code of what is established; a probably natural one need not be, unless the force records all.",
    basis: edition::rules("pages 34 to 37, N300 Reported Incident of Sudden or Unexpected Death"),
    in_force: edition::HELD,
    exemplar: "somebody is found dead at the foot of the stairs, unexpectedly, and only a command and control log is kept",
    mend: "register N300/01 at the first opportunity and re-classify it when the cause is established; review one that stays 01",
};

/// Classes a death by what is believed of it at this moment.
///
/// What is believed and not established stays 01, as the example of the overdose has it; roads and railways have their code at once, as
/// page 37 has it for drivers. The code of a person under 18 whose death has one of the other codes is left to the registrar (ruling
/// `code-of-a-child-death`: `child` or `cause`): the text gives both and no order.
///
/// # Errors
///
/// [`Missing`](crate::Missing), naming what the death came from, whether that is established, how the death is held, the age, or the
/// ruling.
pub fn classify(death: &Death, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    ask.begin(&RULE, case.of);
    match ask.which_if_known(case.of, "what.death.from", &death.from)? {
        Some(DeathFrom::UnlawfulKilling) => {
            ask.follows("believed to be an unlawful killing");
            homicide::classify(death, case, ask)
        }
        Some(DeathFrom::NaturalCauses) => natural(death, case, ask),
        Some(DeathFrom::NotApparent) | None => not_apparent(death, case, ask),
        Some(DeathFrom::Suicide) => established("N300/02", "suicide", death, case, ask),
        Some(DeathFrom::Drugs) => established("N300/03", "drugs", death, case, ask),
        Some(DeathFrom::Accident) => established("N300/06", "an accident", death, case, ask),
        Some(DeathFrom::RoadOrRail) => by_cause("N300/04", "on a road or a railway", case, ask),
        Some(DeathFrom::OpenVerdict) => by_cause("N300/08", "the coroner gave an open verdict", case, ask),
        Some(DeathFrom::Unexplained) => unexplained(case, ask),
    }
}

fn register(as_what: &'static str, because: &'static str, ask: &mut Ask<'_>) -> Verdict {
    ask.follows_with(|| format!("{because}: {as_what}"));
    Verdict::Register { as_what, because: because.into(), referred_to: None, by: &RULE }
}

fn natural(death: &Death, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    match ask.which(case.of, "what.death.held", &death.held)? {
        DeathHeld::AsNatural => Ok(register("N300/07", "natural causes, and held as such", ask)),
        DeathHeld::AsOther => {
            if ask.fact(case.of, "what.death.established", death.established)? == Some(true) {
                return Ok(register(
                    "N300/07",
                    "held as a death not understood, and now confirmed to be natural",
                    ask,
                ));
            }
            Ok(register(
                "N300/01",
                "held as a death not understood; natural causes are not confirmed yet",
                ask,
            ))
        }
        DeathHeld::No => {
            if ask.yes(case.of, "what.death.all_deaths_recorded", death.all_deaths_recorded)? {
                return Ok(register("N300/07", "natural causes, in a force that records all deaths", ask));
            }
            ask.follows(
                "probably natural: the incident system is enough, with the investigation for the coroner",
            );
            incident("a death that is probably natural", &RULE)
        }
    }
}

fn not_apparent(death: &Death, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if ask.which(case.of, "what.death.held", &death.held)? == DeathHeld::AsNatural {
        return Ok(register(
            "N300/07",
            "no longer clear, and held as natural already until the cause is established",
            ask,
        ));
    }
    Ok(register("N300/01", "the circumstances are not apparent", ask))
}

fn established(
    code: &'static str,
    cause: &'static str,
    death: &Death,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    if ask.fact(case.of, "what.death.established", death.established)? == Some(true) {
        return by_cause(code, cause, case, ask);
    }
    Ok(register("N300/01", "a cause is believed and not established yet", ask))
}

/// The code of the cause; of somebody under 18, as the registrar has ruled.
fn by_cause(code: &'static str, cause: &'static str, case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if !is_child(case, ask)? {
        return Ok(register(code, cause, ask));
    }
    match ask.ruling("code-of-a-child-death").map(|ruling| ruling.answer.as_str()) {
        Some("child") => {
            Ok(register("N300/05", "a child, and by ruling of the registrar that comes first", ask))
        }
        Some("cause") => {
            Ok(register(code, "a child, and by ruling of the registrar the cause comes first", ask))
        }
        Some(_) | None => {
            let missing = ask.missing(Subject::Report, "code-of-a-child-death", Why::NoRuling);
            Err(missing.between(["N300/05", code]))
        }
    }
}

fn unexplained(case: &Case<'_>, ask: &mut Ask<'_>) -> Answer {
    if is_child(case, ask)? {
        return Ok(register("N300/05", "the sudden death of a child, neither natural nor a killing", ask));
    }
    Ok(register(
        "N300/01",
        "unexplained: to be reviewed, whether on the balance of probabilities it was a crime",
        ask,
    ))
}

fn is_child(case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, crate::Missing> {
    let (at, victim) = case.needed_victim(ask)?;
    Ok(ask.number(at, "age", &victim.age)? < 18)
}

/// What is registered instead of a crime that killed, where the steps lead to no crime or not yet: N300, 04 on the road, else 01. What
/// another police force records it registers too.
pub fn instead(crime: &Classified, instead: Instead, case: &Case<'_>, ask: &mut Ask<'_>) -> Instead {
    let as_what = match crime.subcode {
        "001/01" | "001/02" | "004/01" | "004/02" | "004/07" | "004/10" => "N300/01",
        "004/04" | "004/06" | "004/08" | "004/09" | "004/13" | "004/17" | "037/01" => "N300/04",
        _ => return instead,
    };
    if instead.by.id == another_force_records::RULE.id {
        return instead;
    }
    ask.begin(&RULE, case.of);
    ask.follows_with(|| format!("a death that is not at once recorded as a crime: {as_what}"));
    Instead { as_what, by: &RULE, ..instead }
}

/// Keeps one record of each death under each code, whatever number of acts led to it. The records must be in order.
pub(crate) fn one_for_each_death(registered: &mut Vec<Registered>) {
    let mut seen = HashSet::new();
    registered.retain(|record| match &record.victim {
        Some(victim) if record.as_what.starts_with("N300") => {
            seen.insert((victim.clone(), record.as_what.clone()))
        }
        Some(_) | None => true,
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{classified, decided, decision_on, exit_of};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/reported-incident-of-death.toml"), classified);
    }

    #[test]
    fn a_killing_against_which_evidence_speaks_is_still_a_death() {
        let death = r#"{
            "act": { "death": { "from": "unlawful-killing", "killing": "violence" } }, "victim": { "age": 40 },
            "contrary_evidence": "CONTRARY"
        }"#;
        let exit =
            |contrary: &str| exit_of(&serde_json::from_str(&death.replace("CONTRARY", contrary)).unwrap());
        assert_eq!(exit("yes"), "N300/01");
        assert_eq!(exit("no"), "record");
    }

    #[test]
    fn a_death_on_the_road_against_which_evidence_speaks_is_one_of_the_road() {
        let death = r#"{ "act": { "given": { "subcode": "037/01" } }, "victim": {}, "contrary_evidence": "yes",
            "offender": { "police": "no" }, "report": { "reporter": { "who": "victim", "impaired": "no" } } }"#;
        let decision = decision_on(&serde_json::from_str(death).unwrap());
        let registered: Vec<(&str, &str)> =
            decision.registered.iter().map(|registered| (&*registered.as_what, &*registered.by)).collect();
        assert_eq!(registered, [("N300/04", RULE.id.0)]);
    }

    #[test]
    fn each_death_has_a_record() {
        let report = r#"{
            "victims": [{ "id": "v1" }, { "id": "v2" }],
            "acts": [{ "id": "a1", "against": ["v1", "v2"], "what": { "death": { "from": "not-apparent", "held": "no" } } }]
        }"#;
        assert_eq!(
            decided(&serde_json::from_str(report).unwrap()),
            "register 1 x N300/01; register 1 x N300/01"
        );
    }

    #[test]
    fn two_drivers_make_one_record_of_one_death() {
        let report = r#"{
            "victims": [{ "id": "v1" }], "offenders": [{ "id": "o1" }, { "id": "o2" }],
            "acts": [
                { "id": "a1", "by": "o1", "against": ["v1"], "what": { "driving": { "harm": "death", "taken": "no", "fault": "not known" } } },
                { "id": "a2", "by": "o2", "against": ["v1"], "what": { "driving": { "harm": "death", "taken": "no", "fault": "not known" } } }
            ]
        }"#;
        assert_eq!(decided(&serde_json::from_str(report).unwrap()), "register 1 x N300/04");
    }
}
