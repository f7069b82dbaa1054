//! What must hold for every report, on reports drawn from the schema: every kind of act and every word of every fact.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot draw its reports must fail"
)]

use counting_rules::{
    Rulings, Working, decide,
    rules::counting_units::{Unit, unit},
    schema,
};
use crime::{Decision, InForceOn, Incident, Subject};
use proptest::{prelude::*, test_runner::Config};
use serde_json::{Map, Value, json};

/// What most reports say of a fact.
const LIKELY: [(&str, &str); 10] = [
    ("setting", "elsewhere"),
    ("handled_by", "this-force"),
    ("contrary_evidence", "no"),
    ("points_to_prove", "yes"),
    ("police", "no"),
    ("who", "victim"),
    ("impaired", "no"),
    ("confirms", "yes"),
    ("serving", "neither"),
    ("unit", "the Smiths"),
];

/// A stream of small numbers, from which a report is drawn.
struct Draw {
    state: u64,
}

impl Draw {
    fn below(&mut self, n: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap() % n.max(1)
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    schema.get("$ref").and_then(Value::as_str).map_or(schema, |to| root.pointer(&to[1..]).unwrap())
}

/// A value that the schema allows, most often a telling one; nothing, for a fact that is left out.
fn drawn(root: &Value, name: &str, schema: &Value, supply: usize, draw: &mut Draw) -> Option<Value> {
    let schema = resolved(root, schema);
    match name {
        "by" | "offender" => return Some((*draw.one(&["o1", "o2"])).into()),
        "victim" => return Some((*draw.one(&["v1", "v2"])).into()),
        "in_course_of" => {
            return (draw.below(10) < supply).then(|| (*draw.one(&["none", "none", "a1"])).into());
        }
        "against" => {
            return Some(draw.one(&[json!([]), json!(["v1"]), json!(["v1", "v2"]), json!(["v1"])]).clone());
        }
        "subcode" => {
            return Some((*draw.one(&["033/00", "039/00", "008/06", "195/94", "008/65", "008/72"])).into());
        }
        "last_day" => return (draw.below(5) == 0).then(|| "2026-05-10".into()),
        "received" => return Some("2026-05-20T12:00:00".into()),
        "reported" => return (draw.below(4) == 0).then(|| "2026-05-10T12:00:00".into()),
        "recorded_on" | "removal" | "id" => return None,
        _ => {}
    }
    if draw.below(10) >= supply {
        return None;
    }
    // What most reports say, so that most of what is drawn leads somewhere.
    let most = LIKELY.iter().find(|(likely, _)| *likely == name).filter(|_| draw.below(4) > 0);
    if let Some((_, value)) = most {
        return Some((*value).into());
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return Some(draw.one(words).clone());
    }
    if let Some(word) = schema.get("const") {
        return Some(word.clone());
    }
    if let Some(choices) = schema.get("anyOf").or(schema.get("oneOf")).and_then(Value::as_array) {
        let choice = draw.one(choices);
        return drawn(root, name, choice, 10, draw);
    }
    if schema.get("properties").is_some() {
        return Some(object(root, schema, supply, draw).into());
    }
    match (name, schema.get("type").and_then(Value::as_str)) {
        ("class", _) => Some((*draw.one(&["NFIB1A", "NFIB5A", "NFIB8A", "8N"])).into()),
        ("home" | "force", _) => Some((*draw.one(&["West Midlands", "Warwickshire"])).into()),
        (_, Some("integer")) => {
            Some(draw.one(&[json!(1), json!(2), json!(9), json!(12), json!(15), json!(40)]).clone())
        }
        (_, Some("array")) => Some(json!([])),
        (_, Some("string"))
            if name.contains("day") || name.contains("noticed") || name.contains("last_incident") =>
        {
            Some(
                (*draw.one(&[
                    "2026-04-02",
                    "2026-05-10",
                    "2026-04-02",
                    "2026-05-09",
                    "2016-01-01",
                    "2020-06-01",
                ]))
                .into(),
            )
        }
        (_, Some("string")) => {
            Some((*draw.one(&["West Midlands", "Scotland", "outside the UK", "not known"])).into())
        }
        _ => None,
    }
}

fn object(root: &Value, schema: &Value, supply: usize, draw: &mut Draw) -> Map<String, Value> {
    let properties = schema["properties"].as_object().unwrap();
    let required = schema.get("required").is_some();
    let mut object = Map::new();
    for (name, property) in properties {
        let supply = if required { 10 } else { supply };
        if let Some(value) = drawn(root, name, property, supply, draw) {
            object.insert(name.clone(), value);
        }
    }
    object
}

/// A report with a few acts, people and an earlier record now and then; nothing, if what was drawn contradicts itself.
fn report(seed: u64) -> Option<Value> {
    let draw = &mut Draw { state: seed };
    let root = schema::incident();
    let supply = *draw.one(&[5, 8, 9, 10, 10]);
    let mut report = object(root, root, supply, draw);
    report.insert("id".into(), "R1".into());
    let list = |name: &str, ids: &[&str], draw: &mut Draw| -> Value {
        let schema = resolved(root, &root["properties"][name]["items"]);
        let entry = |id: &&str| {
            let mut entry = object(root, schema, supply, draw);
            entry.insert("id".into(), (*id).into());
            Value::Object(entry)
        };
        ids.iter().map(entry).collect()
    };
    report.insert("victims".into(), list("victims", &["v1", "v2"], draw));
    report.insert("offenders".into(), list("offenders", &["o1", "o2"], draw));
    let acts = *draw.one(&[1, 1, 2, 3]);
    report.insert("acts".into(), list("acts", &["a1", "a2", "a3"][..acts], draw));
    // An act is not done in the course of itself.
    if report.get("acts").unwrap()[0].get("in_course_of").is_some() {
        report.get_mut("acts").unwrap()[0]["in_course_of"] = "none".into();
    }
    let earlier: &[&str] = if draw.below(4) == 0 { &["C1"] } else { &[] };
    report.insert("earlier".into(), list("earlier", earlier, draw));
    let report = Value::Object(report);
    counting_rules::from_json(&report.to_string()).is_ok().then_some(report)
}

/// A drawn report, whatever is wrong with its names and days put right by drawing on.
fn any_report() -> impl Strategy<Value = Value> {
    any::<u64>().prop_map(|seed| (seed..).find_map(report).unwrap())
}

fn read(report: &Value) -> Incident {
    serde_json::from_value(report.clone()).unwrap()
}

fn answer(report: &Value) -> Decision {
    decide(&read(report), &Rulings::default(), Working::Left)
}

/// What a decision says of one act and victim, and whether anything there is open.
fn said(decision: &Decision) -> (Vec<String>, bool) {
    let crimes = decision
        .crimes
        .iter()
        .map(|due| format!("{} {} {} {:?} {}", due.act, due.class, due.subcode, due.victims, due.count));
    let registered =
        decision.registered.iter().map(|it| format!("{} {} {:?}", it.act, it.as_what, it.victim));
    let mut said: Vec<String> = crimes.chain(registered).collect();
    said.sort();
    (said, !decision.undecided.is_empty())
}

/// The paths of every supplied fact below the lists, to be withdrawn one by one.
fn facts(value: &Value, at: &str, paths: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let structure =
                    ["id", "against", "acts", "victims", "offenders", "earlier", "what", "received"];
                if structure.contains(&key.as_str()) || matches!(inner, Value::Object(_)) {
                    facts(inner, &format!("{at}/{key}"), paths);
                } else {
                    paths.push(format!("{at}/{key}"));
                }
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                facts(inner, &format!("{at}/{index}"), paths);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn withdrawn(report: &Value, path: &str) -> Value {
    let mut report = report.clone();
    let (parent, key) = path.rsplit_once('/').unwrap();
    report.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key);
    report
}

/// The report that holds only what the trace of its decision read, and the names that bind it together.
fn only_read(report: &Value, decision: &Decision) -> Value {
    let mut bare = json!({ "id": report["id"], "received": report["received"] });
    for list in ["victims", "offenders", "acts", "earlier"] {
        let keep = ["id", "against", "by", "reported"];
        let entries: Vec<Value> = report[list]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| {
                let kept = entry.as_object().unwrap().iter().filter(|(key, _)| keep.contains(&key.as_str()));
                let mut kept: Map<String, Value> =
                    kept.map(|(key, value)| (key.clone(), value.clone())).collect();
                if let Some(what) = entry.get("what") {
                    let kind = what.as_object().map_or_else(
                        || what.clone(),
                        |what| {
                            what.keys().map(|kind| (kind.clone(), json!({}))).collect::<Map<_, _>>().into()
                        },
                    );
                    kept.insert("what".into(), kind);
                }
                Value::Object(kept)
            })
            .collect();
        bare[list] = entries.into();
    }
    for read in decision
        .trace
        .iter()
        .flat_map(|step| &step.read)
        .filter(|read| read.value != "not supplied" && read.value != "no ruling")
    {
        let thing = match read.of {
            Subject::Report => String::new(),
            other @ (Subject::Victim(_) | Subject::Offender(_) | Subject::Act(_) | Subject::Earlier(_)) => {
                format!("/{other}")
            }
        };
        let mut at = bare.pointer_mut(&thing).unwrap();
        for step in read.fact.split('.') {
            let steps = at
                .as_object_mut()
                .unwrap_or_else(|| panic!("{} of {} does not lead to a fact", read.fact, read.of));
            at = steps.entry(step).or_insert_with(|| json!({}));
        }
        if !at.is_array() {
            *at = read.value.to_string().into();
        }
    }
    bare
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    #[test]
    fn the_trace_is_enough_to_decide_again(report in any_report()) {
        let decision = decide(&read(&report), &Rulings::default(), Working::Shown);
        let bare = only_read(&report, &decision);
        let again: Result<Incident, _> = serde_json::from_value(bare.clone());
        prop_assert!(again.is_ok(), "{:?}: {bare:#}", again.err());
        let again = decide(&again.unwrap(), &Rulings::default(), Working::Left);
        let flags = |decision: &Decision| Decision {
            crimes: decision.crimes.iter().map(|due| crime::Due { day: None, in_force: InForceOn::NotKnown, ..due.clone() }).collect(),
            trace: Vec::new(),
            ..decision.clone()
        };
        prop_assert_eq!(flags(&again), flags(&decision), "{:#}", report);
    }

    #[test]
    fn withdrawing_a_fact_never_makes_another_answer_of_none(report in any_report(), pick in any::<prop::sample::Index>()) {
        let mut paths = Vec::new();
        facts(&report, "", &mut paths);
        prop_assume!(!paths.is_empty());
        let path = pick.get(&paths);
        let (with, open) = said(&answer(&report));
        let less = withdrawn(&report, path);
        prop_assume!(counting_rules::from_json(&less.to_string()).is_ok());
        let (without, still_open) = said(&answer(&less));
        if open && !still_open {
            prop_assert_eq!(without, with, "without {} it is decided otherwise: {:#}", path, report);
        }
    }

    #[test]
    fn the_order_of_acts_and_people_never_matters(report in any_report()) {
        let mut turned = report.clone();
        for list in ["victims", "offenders", "acts", "earlier"] {
            turned[list].as_array_mut().unwrap().reverse();
        }
        prop_assert_eq!(answer(&turned), answer(&report), "{:#}", report);
    }

    #[test]
    fn no_crime_is_known_to_be_out_of_force(report in any_report()) {
        for due in answer(&report).crimes {
            prop_assert_ne!(due.in_force, InForceOn::No, "{:?}", due);
        }
    }

    #[test]
    fn a_decision_is_read_back_as_it_was_written(report in any_report()) {
        let decision = decide(&read(&report), &Rulings::default(), Working::Shown);
        let text = serde_json::to_string(&decision).unwrap();
        prop_assert_eq!(serde_json::from_str::<Decision>(&text).unwrap(), decision);
    }

    #[test]
    fn a_report_is_read_back_as_it_was_written(report in any_report()) {
        let incident = read(&report);
        let text = serde_json::to_string(&incident).unwrap();
        prop_assert_eq!(serde_json::from_str::<Incident>(&text).unwrap(), incident);
    }
}

#[test]
fn every_kind_of_act_and_most_decisions_are_drawn() {
    let mut kinds = std::collections::BTreeSet::new();
    let mut decided = 0;
    let drawn: Vec<Value> = (0..4_000).filter_map(report).collect();
    for report in &drawn {
        let incident = read(report);
        kinds.extend(incident.acts.iter().map(|act| act.what.word()));
        decided += usize::from(!decide(&incident, &Rulings::default(), Working::Left).crimes.is_empty());
    }
    let all = resolved(schema::incident(), &schema::incident()["$defs"]["Conduct"])["oneOf"]
        .as_array()
        .unwrap()
        .len();
    println!("{} reports, {} kinds of {all}, {decided} with a crime", drawn.len(), kinds.len());
    assert_eq!(kinds.len(), all);
    assert!(decided * 50 > drawn.len(), "too few of the reports lead to a crime to test anything");
}

#[test]
fn the_crate_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Incident>();
    shared::<Decision>();
    shared::<Rulings>();
    shared::<counting_rules::Answers>();
}

/// A drawn report cut down to one act on one victim.
fn one_act_on_one_victim(seed: u64) -> Option<Value> {
    let mut report = report(seed)?;
    report["acts"].as_array_mut()?.truncate(1);
    report["acts"][0]["against"] = json!(["v1"]);
    report["victims"].as_array_mut()?.truncate(1);
    report["earlier"] = json!([]);
    // Who of two reported it is not said: so that both are heard, both confirm it.
    report["victims"][0]["confirms"] = "yes".into();
    report["victims"][0].as_object_mut()?.remove("found");
    counting_rules::from_json(&report.to_string()).is_ok().then_some(report)
}

#[test]
fn another_identical_victim_of_an_act_adds_exactly_one_crime() {
    let crimes = |decision: &Decision| decision.crimes.iter().map(|due| due.count).sum::<u32>();
    let mut classes = std::collections::BTreeSet::new();
    for report in (0..16_000).filter_map(one_act_on_one_victim) {
        let alone = answer(&report);
        let [due] = &*alone.crimes else { continue };
        if !matches!(unit(&due.class, &due.subcode), Unit::Victim(_)) || !alone.undecided.is_empty() {
            continue;
        }
        classes.insert(due.class.to_string());
        let mut with_another = report.clone();
        let mut twin = report["victims"][0].clone();
        twin["id"] = "v9".into();
        with_another["victims"].as_array_mut().unwrap().push(twin);
        with_another["acts"][0]["against"] = json!(["v1", "v9"]);
        let both = answer(&with_another);
        assert_eq!(crimes(&both), crimes(&alone) + 1, "{report:#}\n{both:#?}");
        assert!(both.undecided.is_empty(), "{report:#}\n{both:#?}");
    }
    println!("another victim was added in {} classes: {classes:?}", classes.len());
    assert!(classes.len() >= 8, "too few classes to test anything: {classes:?}");
}
