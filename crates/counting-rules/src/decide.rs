//! From the facts of a report to what follows from them.

use chrono::NaiveDate;
use crime::{
    Act, Conduct, Deadline, Decision, Due, Incident, Notice, Registered, Subject, Undecided, Victim, Why,
};

use crate::{
    Ask, Missing, Rulings, Working,
    ask::seen,
    classification, counting, flags,
    matter::Matter,
    offences,
    recording::{self, Exit, INCIDENT, Instead},
    rules::{
        class_in_force, counting_units::Key, edition_held, fraud_call_for_service, fraud_location,
        location_of_offence, police_on_duty, principal_crime, public_order_victims, recording_deadline,
        recording_flow_chart, removal_verdict, reported_incident_of_death, reported_incident_of_rape,
        victims_told,
    },
    verdict::{Case, Verdict},
};

/// The day that chooses the edition: of recording, else of receipt.
pub(crate) fn governing_day(incident: &Incident) -> Option<NaiveDate> {
    incident.recorded_on.or(incident.received.map(|received| received.date()))
}

/// Decides what follows from a report.
///
/// The day of recording, else of receipt, chooses the edition; for a day whose text is not held the decision says so, and gives the deadline only.
/// The same facts give the same decision, in whatever order acts and people stand; only the trace follows their order.
///
/// # Examples
///
/// ```
/// use counting_rules::{Rulings, Working, decide};
///
/// let report = r#"{
///     "id": "R1", "received": "2026-05-01T14:30:00", "setting": "elsewhere", "handled_by": "this-force",
///     "reporter": { "who": "victim", "impaired": "no" },
///     "victims": [{ "id": "v1", "serving": "neither" }],
///     "offenders": [{ "id": "o1", "police": "no" }],
///     "acts": [{
///         "id": "a1", "by": "o1", "against": ["v1"], "contrary_evidence": "no",
///         "what": { "violence": { "intent": "less", "injury": "less-than-serious", "strangled": "no", "aggravated": "no" } }
///     }]
/// }"#;
/// let incident = serde_json::from_str(report)?;
/// let decision = decide(&incident, &Rulings::default(), Working::Shown);
/// assert_eq!((&*decision.crimes[0].class, &*decision.crimes[0].subcode), ("8N", "008/06"));
/// assert_eq!(decision.deadline.unwrap().by.to_string(), "2026-05-02 14:30:00");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn decide(incident: &Incident, rulings: &Rulings, working: Working) -> Decision {
    let mut ask = Ask::new(incident, rulings, working, &edition_held::RULE);
    let mut decision = Decision { incident: incident.id.clone(), ..Decision::default() };
    decision.deadline = deadline(incident);
    if !edition(incident, &mut ask, &mut decision) {
        decision.trace = ask.into_steps();
        return decision;
    }
    if let Err(missing) = recording_flow_chart::begin(&mut ask) {
        decision.undecided.push(undecided(incident, missing));
    }
    let mut matters = matters(incident, &mut ask, &mut decision);
    let untold = reported_incident_of_rape::one_per_relationship(&mut decision.registered, &mut ask);
    decision.undecided.extend(untold.into_iter().map(|missing| undecided(incident, missing)));
    if let Err(missing) = removal_verdict::applied(&mut matters, &mut ask) {
        decision.undecided.push(undecided(incident, missing));
    }
    let mut counted = counting::count(&mut matters, &mut ask);
    decision.undecided.extend(counted.missing.drain(..).map(|missing| undecided(incident, missing)));
    let reports = fraud_call_for_service::reports(&matters, &mut ask);
    decision.registered.extend(reports.registered);
    decision.undecided.extend(reports.missing.into_iter().map(|missing| undecided(incident, missing)));
    decision.crimes.reserve_exact(counted.crimes().count());
    for (key, covered) in counted.crimes() {
        let covered = covered.filter_map(|at| matters.get(at)).collect();
        decision.crimes.extend(due(key, covered, &matters, &mut ask, &mut decision.undecided));
    }
    decision.not_recorded.extend(
        matters
            .iter()
            .filter(|matter| {
                matter.dropped.as_ref().is_some_and(|by| by.because != principal_crime::UNDECIDED)
            })
            .filter_map(Matter::not_recorded),
    );
    if only_police_on_duty(&decision) {
        decision.deadline = None;
    }
    sort(&mut decision);
    reported_incident_of_death::one_for_each_death(&mut decision.registered);
    decision.trace = ask.into_steps();
    decision
}

/// Whether an edition is held; if not, the decision says so.
fn edition(incident: &Incident, ask: &mut Ask<'_>, decision: &mut Decision) -> bool {
    ask.begin(&edition_held::RULE, Subject::Report);
    let missing = match governing_day(incident) {
        Some(day) if edition_held::covers(day) => {
            ask.follows("the rules of 2026/27 answer");
            return true;
        }
        Some(_) => ask.missing(Subject::Report, "", Why::NoEdition),
        None => ask.missing(Subject::Report, "received", Why::NotSupplied),
    };
    decision.undecided.push(undecided(incident, missing));
    false
}

fn deadline(incident: &Incident) -> Option<Deadline> {
    let deadline = recording_deadline::deadline(incident.received?).ok()?;
    let other = deadline.by_the_clock.max(deadline.as_they_pass);
    Some(Deadline {
        by: deadline.safe(),
        other_reading: (other != deadline.safe()).then_some(other),
        seen: deadline.edition.citation.seen,
    })
}

/// Whether all there is waits for the appropriate authority, so that no limit runs (page 17).
fn only_police_on_duty(decision: &Decision) -> bool {
    decision.crimes.is_empty()
        && decision.undecided.is_empty()
        && !decision.registered.is_empty()
        && decision.registered.iter().all(|registered| registered.by == police_on_duty::RULE.id.0)
}

/// Classes every act and takes it through the recording steps. What is recorded becomes a matter; the rest goes into the decision.
fn matters<'a>(incident: &'a Incident, ask: &mut Ask<'_>, decision: &mut Decision) -> Vec<Matter<'a>> {
    let mut matters = Vec::with_capacity(incident.acts.len());
    let mut open: Vec<Case<'_>> = Vec::new();
    for (at, act) in (0_u32..).zip(&incident.acts) {
        for victim in victims(incident, act) {
            let case = Case { incident, act, of: Subject::Act(at), victim };
            match one(&case, ask) {
                Ok(Outcome::Matter(matter)) => matters.push(matter),
                Ok(Outcome::Instead(instead)) => register(&case, instead, decision),
                Ok(Outcome::NotRecorded(not)) => {
                    tell(&case, not.victim.clone(), decision);
                    decision.not_recorded.push(not);
                }
                Err(missing) => {
                    open.push(case);
                    decision.undecided.push(undecided(incident, missing));
                }
            }
        }
    }
    let waiting = principal_crime::wait(&mut matters, &open, ask);
    decision.undecided.extend(waiting.into_iter().map(|missing| undecided(incident, missing)));
    matters
}

/// Each victim of an act; once without one, if it has none.
fn victims<'a>(
    incident: &'a Incident,
    act: &'a Act,
) -> impl Iterator<Item = Option<(Subject, &'a Victim)>> + use<'a> {
    let named = act.against.iter().filter_map(|id| {
        let at = incident.victims.iter().position(|victim| victim.id == *id)?;
        Some(Some((Subject::Victim(u32::try_from(at).ok()?), incident.victims.get(at)?)))
    });
    named.chain(act.against.is_empty().then_some(None))
}

enum Outcome<'a> {
    Matter(Matter<'a>),
    Instead(Instead),
    NotRecorded(crime::NotRecorded),
}

fn one<'a>(case: &Case<'a>, ask: &mut Ask<'_>) -> Result<Outcome<'a>, Missing> {
    match classification::classify(case, ask)? {
        Verdict::Crime(crime) => {
            class_in_force::check(&crime, case, ask)?;
            match recording::exit(&crime, case, ask)? {
                Exit::Record => {
                    let with_victim = recording::has_victim(&crime, case)
                        || public_order_victims::counts_by_victim(&crime, case);
                    Ok(Outcome::Matter(Matter { case: *case, crime, with_victim, report: 0, dropped: None }))
                }
                Exit::Instead(instead) => Ok(Outcome::Instead(instead)),
            }
        }
        Verdict::Incident { because, by } => {
            Ok(Outcome::Instead(Instead { as_what: INCIDENT, because, referred_to: None, by }))
        }
        Verdict::Register { as_what, because, referred_to, by } => {
            Ok(Outcome::Instead(Instead { as_what, because, referred_to, by }))
        }
        Verdict::NotRecorded { class, subcode, because, by } => {
            Ok(Outcome::NotRecorded(crime::NotRecorded {
                act: case.act.id.clone(),
                class: class.into(),
                subcode: subcode.into(),
                victim: case.victim.map(|(_, victim)| victim.id.clone()),
                because,
                by: by.id.0.into(),
            }))
        }
    }
}

/// Registers what stands instead of a crime, once an act and reason, and says who is told.
fn register(case: &Case<'_>, instead: Instead, decision: &mut Decision) {
    let victim = case.victim.map(|(_, victim)| victim.id.clone());
    // The dead are not told; who reported a death is.
    let told = victim.clone().filter(|_| !instead.as_what.starts_with("N300"));
    tell(case, told, decision);
    decision.registered.push(Registered {
        act: case.act.id.clone(),
        as_what: instead.as_what.into(),
        count: 1,
        victim,
        because: instead.because,
        referred_to: instead.referred_to,
        by: instead.by.id.0.into(),
    });
}

/// Says who is told that something is not recorded: the victim, else who reported.
fn tell(case: &Case<'_>, victim: Option<String>, decision: &mut Decision) {
    decision.notices.push(Notice {
        to: victim.map_or("the person who reported".into(), Into::into),
        act: case.act.id.clone(),
        by: victims_told::RULE.id.0.into(),
    });
}

/// A crime that is due, from the matters that it covers.
fn due(
    key: Key<'_>,
    mut covered: Vec<&Matter<'_>>,
    matters: &[Matter<'_>],
    ask: &mut Ask<'_>,
    open: &mut Vec<Undecided>,
) -> Option<Due> {
    covered.sort_by_key(|matter| (matter.act(), matter.victim_id()));
    let first = covered.first()?;
    let act = first.case.act;
    let mut victims: Vec<String> =
        covered.iter().filter_map(|matter| matter.victim()).map(|victim| victim.id.clone()).collect();
    victims.sort_unstable();
    victims.dedup();
    let day = act.last_day.value().or(act.day.value()).copied();
    // Without its force, or a flag, a crime is due all the same.
    let located = if let Conduct::Fraud(fraud) = &act.what {
        fraud_location::force(fraud, &first.case, ask).map(Some)
    } else {
        location_of_offence::force(&covered, matters, ask)
    };
    let force = located.unwrap_or_else(|missing| {
        open.push(undecided(first.case.incident, missing));
        None
    });
    let flags = flags::of(&covered, ask);
    Some(Due {
        act: act.id.clone(),
        class: first.crime.class.into(),
        subcode: first.crime.subcode.into(),
        count: key.count,
        unit: key.unit.into(),
        victims,
        offender: act.by.value().cloned(),
        day,
        force,
        in_force: offences::in_force(first.crime.class, first.crime.subcode, day),
        flags: flags.apply,
        flags_not_decided: flags.not_decided,
        by: first.crime.by.id.0.into(),
        seen: seen(first.crime.by),
    })
}

/// What a rule missed, in the words of the report.
fn undecided(incident: &Incident, missing: Missing) -> Undecided {
    Undecided {
        about: about(incident, missing.of),
        fact: missing.fact.into(),
        why: missing.why,
        between: missing.between,
        by: missing.by.id.0.into(),
    }
}

/// A thing of the report by its kind and name.
#[must_use]
pub fn about(incident: &Incident, of: Subject) -> String {
    let named = |kind: &str, name: Option<&String>| format!("{kind} {}", name.map_or("", String::as_str));
    let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    match of {
        Subject::Report => "report".to_owned(),
        Subject::Victim(at) => named("victim", incident.victims.get(index(at)).map(|victim| &victim.id)),
        Subject::Offender(at) => {
            named("offender", incident.offenders.get(index(at)).map(|offender| &offender.id))
        }
        Subject::Act(at) => named("act", incident.acts.get(index(at)).map(|act| &act.id)),
        Subject::Earlier(at) => named("earlier", incident.earlier.get(index(at)).map(|record| &record.id)),
    }
}

/// The order in which a decision stands: by act and victim, whatever the order of the report.
fn sort(decision: &mut Decision) {
    decision.crimes.sort_by(|a, b| {
        (&a.act, &a.victims, &a.class, &a.subcode).cmp(&(&b.act, &b.victims, &b.class, &b.subcode))
    });
    decision.registered.sort_by(|a, b| (&a.act, &a.victim, &a.as_what).cmp(&(&b.act, &b.victim, &b.as_what)));
    decision.not_recorded.sort_by(|a, b| {
        (&a.act, &a.victim, &a.class, &a.subcode).cmp(&(&b.act, &b.victim, &b.class, &b.subcode))
    });
    decision.undecided.sort_by(|a, b| (&a.about, &a.fact, &a.by).cmp(&(&b.about, &b.fact, &b.by)));
    decision.undecided.dedup();
    decision.notices.sort_by(|a, b| (&a.act, &a.to).cmp(&(&b.act, &b.to)));
    decision.notices.dedup();
}
