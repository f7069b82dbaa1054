//! Reported incidents of rape.

use crime::{
    HandledBy, Jurisdiction, Registered, Subject, Text,
    conduct::{Sexual, Willingness},
};
use rulebook::{Known, Rule, RuleId};

use crate::{
    Ask, Missing, edition,
    recording::{self, Exit, Instead},
    rules::consent_in_issue,
    verdict::{Answer, Case, Classified, Verdict, incident},
};

/// What can be known of this rule without running it.
pub static RULE: Rule = Rule {
    id: RuleId("reported-incident-of-rape"),
    title: "N100 Reported incident of rape",
    says: "A reported rape or attempt that is not at once confirmed as a crime is registered as N100: 01 where the victim has not confirmed it or cannot be traced, 02 where credible evidence speaks against it, 03 where it was done in another force area or outside the United Kingdom, before it is passed on; one for each victim and offender.",
    basis: edition::rules(
        "pages 63 and 64, N100 Reported Incident of Rape and Reported incident of rape in another force area",
    ),
    in_force: edition::HELD,
    exemplar: "a friend reports a rape, the victim cannot be traced, and only an incident log is kept",
    mend: "register N100, and re-classify it without delay when it is confirmed",
};

/// What is registered as soon as the report is received, where it is determined from the outset that a rape was done in another force
/// area or outside the United Kingdom: another force deals with it, or where it was done and who received it are both known. What
/// nobody has determined is left to the steps. The registrar may rule that a rape abroad is recorded here (`rape-outside-the-uk`).
///
/// # Errors
///
/// None: what is not supplied is not determined.
pub fn from_the_outset(
    crime: &Classified,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Result<Option<Instead>, Missing> {
    if !is_rape(crime) {
        return Ok(None);
    }
    ask.begin(&RULE, case.of);
    if case.incident.handled_by == Known::Is(HandledBy::AnotherForce) {
        ask.which(Subject::Report, "handled_by", &case.incident.handled_by)?;
        ask.follows("another force deals with it: N100/03 as soon as it is received, then it is passed on");
        return Ok(Some(elsewhere_instead(Some("the other force".into()))));
    }
    let place = &case.act.location;
    let (fact, at) = if place.suspect_at.value().is_some() {
        ("location.suspect_at", &place.suspect_at)
    } else {
        ("location.victim_at", &place.victim_at)
    };
    if at.value().is_none() || case.incident.force.value().is_none() {
        return Ok(None);
    }
    let at = ask.which(case.of, fact, at)?;
    if at == ask.which(Subject::Report, "force", &case.incident.force)? {
        ask.follows("done in the area of the force that received the report");
        return Ok(None);
    }
    if at == Jurisdiction::OutsideUk
        && ask.ruling("rape-outside-the-uk").is_some_and(|ruling| ruling.answer == "record")
    {
        ask.follows("outside the United Kingdom, and the registrar has ruled that it is recorded here");
        return Ok(None);
    }
    ask.follows_with(|| format!("determined from the outset to be in the area of {at}: N100/03"));
    Ok(Some(elsewhere_instead((at != Jurisdiction::OutsideUk).then(|| at.name().into()))))
}

fn elsewhere_instead(referred_to: Option<Text>) -> Instead {
    Instead {
        as_what: "N100/03",
        because: "a rape in another force area or outside the United Kingdom".into(),
        referred_to,
        by: &RULE,
    }
}

/// What is registered instead of a rape: N100 with the code of the reason; of any other crime, what the steps said.
pub fn instead(crime: &Classified, instead: Instead, case: &Case<'_>, ask: &mut Ask<'_>) -> Instead {
    if !is_rape(crime) {
        return instead;
    }
    ask.begin(&RULE, case.of);
    let as_what = match instead.by.id.0 {
        "credible-evidence-to-the-contrary" => "N100/02",
        "another-force-records"
        | "crimes-in-the-air"
        | "scotland-and-northern-ireland"
        | "suspect-outside-england-and-wales" => "N100/03",
        _ => "N100/01",
    };
    ask.follows_with(|| format!("a reported rape that is not confirmed as a crime: {as_what}"));
    Instead { as_what, by: &RULE, ..instead }
}

/// A reported rape of which the class cannot be told yet, but which the steps lead to no crime whatever its class: the age and sex of
/// the victim, and who of several did it, do not matter then.
///
/// # Errors
///
/// [`Missing`], the one given, if it may still be a crime; or naming whether it was an attempt, and how far it went.
pub(crate) fn whatever_its_class(
    missing: Missing,
    sexual: &Sexual,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    let wanting = matches!(sexual.consent, Known::Is(Willingness::Unwilling | Willingness::InIssue));
    let under_13 = case.victim.filter(|(_, victim)| victim.age.value().is_some_and(|age| *age < 13));
    if wanting {
        consent_in_issue::wanting(sexual, case, ask)?;
    } else if let Some((at, victim)) = under_13 {
        ask.begin(&RULE, case.of);
        ask.number(at, "age", &victim.age)?;
        ask.follows("under 13: a rape, willing or not");
    } else {
        return Err(missing);
    }
    ask.begin(&RULE, case.of);
    // Whether it was completed may stay open, for an attempt is a reported incident too; mere preparation is none.
    let attempted = ask.fact(case.of, "attempted", case.act.attempted)? == Some(true);
    if attempted && !ask.yes(case.of, "what.sexual.beyond_preparation", sexual.beyond_preparation)? {
        return Err(missing);
    }
    ask.follows("a rape or an attempt is reported");
    match recording::exit(&ANY_RAPE, case, ask) {
        Ok(Exit::Instead(Instead { as_what, because, referred_to, by })) => {
            Ok(Verdict::Register { as_what, because, referred_to, by })
        }
        Ok(Exit::Record) | Err(_) => Err(missing),
    }
}

/// A rape of any class: the steps ask no more of one than of another.
const ANY_RAPE: Classified = Classified::new("19C", "019/08", &RULE);

fn is_rape(crime: &Classified) -> bool {
    crime.class.starts_with("19")
}

/// Whether somebody reported as a rape what turned out to be none.
///
/// # Errors
///
/// [`Missing`], naming whether anybody did.
pub(crate) fn was_reported(sexual: &Sexual, case: &Case<'_>, ask: &mut Ask<'_>) -> Result<bool, Missing> {
    ask.begin(&RULE, case.of);
    let reported = ask.yes(case.of, "what.sexual.reported_as_rape", sexual.reported_as_rape)?;
    ask.follows(if reported {
        "reported as a rape, and not confirmed"
    } else {
        "nobody has reported a rape"
    });
    Ok(reported)
}

/// N100/01, for what was reported as a rape and is none. The text has no code for it but that of an offence not confirmed.
pub(crate) fn unconfirmed(because: &'static str) -> Verdict {
    Verdict::Register { as_what: "N100/01", because: because.into(), referred_to: None, by: &RULE }
}

/// What turned out not to be a rape: N100/01 if it was reported as one, else an incident.
///
/// # Errors
///
/// [`Missing`], naming whether it was reported as a rape.
pub(crate) fn not_confirmed(
    because: &'static str,
    sexual: &Sexual,
    case: &Case<'_>,
    ask: &mut Ask<'_>,
) -> Answer {
    if was_reported(sexual, case, ask)? { Ok(unconfirmed(because)) } else { incident(because, &RULE) }
}

/// Keeps one N100 for each relationship of an offender, or group, with a victim: that of the first act by name. Where it is not said
/// who did one of several acts to a victim, it is not told whether it is another.
pub(crate) fn one_per_relationship(registered: &mut Vec<Registered>, ask: &mut Ask<'_>) -> Vec<Missing> {
    let mut missing = Vec::new();
    let mut kept: Vec<Registered> = Vec::new();
    registered.sort_by(|a, b| (&a.act, &a.as_what).cmp(&(&b.act, &b.as_what)));
    for entry in std::mem::take(registered) {
        match kept_already(&entry, &kept, ask) {
            Ok(false) => kept.push(entry),
            Ok(true) => {}
            Err(fault) => missing.push(fault),
        }
    }
    *registered = kept;
    missing
}

fn kept_already(entry: &Registered, kept: &[Registered], ask: &mut Ask<'_>) -> Result<bool, Missing> {
    let is_n100 = |registered: &&Registered| {
        registered.as_what.starts_with("N100/") && registered.victim == entry.victim
    };
    if !is_n100(&entry) {
        return Ok(false);
    }
    for other in kept.iter().filter(is_n100) {
        ask.begin(&RULE, Subject::Report);
        if offender_of(entry, ask)? == offender_of(other, ask)? {
            ask.follows("the same offender and victim as another reported incident of rape: one record");
            return Ok(true);
        }
        ask.follows("another offender: another record");
    }
    Ok(false)
}

fn offender_of<'a>(entry: &Registered, ask: &mut Ask<'a>) -> Result<&'a str, Missing> {
    let incident = ask.incident;
    let Some((at, act)) = (0_u32..).zip(&incident.acts).find(|(_, act)| act.id == entry.act) else {
        return Ok("");
    };
    ask.text(Subject::Act(at), "by", &act.by)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{decided, decision_on, located, referred_to};

    #[test]
    fn worked_examples() {
        casebook::check(include_str!("../../cases/reported-incident-of-rape.toml"), decided);
    }

    #[test]
    fn the_rule_that_registers_it_is_named() {
        let facts = r#"{ "act": { "sexual": { "act": "penile-penetration", "consent": "unwilling" } }, "attempted": "no",
            "contrary_evidence": "yes", "victim": { "age": 30, "sex": "female" }, "offender": { "police": "no", "people": 1 },
            "report": { "reporter": { "who": "victim", "impaired": "no" } } }"#;
        let decision = decision_on(&serde_json::from_str(facts).unwrap());
        let registered: Vec<(&str, &str)> =
            decision.registered.iter().map(|registered| (&*registered.as_what, &*registered.by)).collect();
        assert_eq!(registered, [("N100/02", RULE.id.0)]);
    }

    #[test]
    fn the_force_of_another_area_is_told() {
        let facts = |at: &str| {
            format!(
                r#"{{ "act": {{ "sexual": {{ "act": "penile-penetration", "consent": "unwilling" }} }}, "attempted": "no",
                    "victim": {{ "age": 30, "sex": "female" }}, "offender": {{ "police": "no", "people": 1 }},
                    "report": {{ "force": "{at}", "reporter": {{ "who": "victim", "impaired": "no" }} }} }}"#
            )
        };
        // Acts of these tests are done in the West Midlands where nothing else is said.
        assert_eq!(referred_to(&facts("Staffordshire")), ["West Midlands"]);
        assert_eq!(referred_to(&facts("West Midlands")), [""; 0]);
    }

    #[test]
    fn a_rape_abroad_is_recorded_here_if_the_registrar_has_ruled_so() {
        let facts = |at: &str, answer: &str| {
            let facts = format!(
                r#"{{ "report": {{ "force": "West Midlands", "victims": [{{ "id": "v1", "age": 30, "sex": "female" }}],
                    "offenders": [{{ "id": "o1", "people": 1 }}], "acts": [{{ "id": "a1", "by": "o1", "against": ["v1"],
                        "attempted": "no", "what": {{ "sexual": {{ "act": "penile-penetration", "consent": "unwilling" }} }},
                        "location": {{ "suspect_at": "{at}" }} }}] }},
                    "rulings": {{ "ruling": [{{ "id": "F1", "on": "rape-outside-the-uk", "from": "2026-04-01", "answer": "{answer}",
                        "registrar": "FCR", "reason": "the whole investigation is here" }}] }} }}"#
            );
            located(&serde_json::from_str(&facts).unwrap())
        };
        assert_eq!(facts("outside the UK", "do not record"), "register N100/03");
        assert_eq!(facts("Staffordshire", "record"), "register N100/03 to Staffordshire");
        assert!(!facts("outside the UK", "record").contains("N100"));
    }
}
