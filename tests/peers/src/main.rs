//! The ten steps of the recording flow chart, decided by our rules and by a decision table of `zen-engine`, on the same facts, one after
//! the other in the same run. Prints decisions a second on one core for both, and their ratio.

use std::time::{Duration, Instant};

use counting_rules::{Rulings, Working, decide, from_json};
use crime::Incident;
use serde_json::{Value, json};
use zen_engine::{DecisionEngine, model::DecisionContent};

/// The questions of the chart, in its order.
const STEPS: [&str; 7] = ["crime", "on_balance", "contrary", "found", "confirms", "another_force", "school"];

/// One way through the chart: the answer to each question that is asked, and the exit.
struct Way {
    answers: [Option<bool>; 7],
    necessary: Option<bool>,
    exit: &'static str,
}

/// Every exit of the chart (page 11), special cases left out on both sides.
fn ways() -> Vec<Way> {
    let (y, n, any) = (Some(true), Some(false), None);
    let way = |answers, necessary, exit| Way { answers, necessary, exit };
    vec![
        way([n, any, any, any, any, any, any], any, "incident"),
        way([y, n, any, any, any, any, any], any, "incident"),
        way([y, y, y, any, any, any, any], any, "incident"),
        way([y, y, n, n, n, any, any], n, "crime-related incident"),
        way([y, y, n, y, n, any, any], n, "crime-related incident"),
        way([y, y, n, any, any, y, any], any, "crime-related incident"),
        way([y, y, n, any, any, n, y], any, "crime-related incident"),
        way([y, y, n, any, any, n, n], any, "record"),
    ]
}

/// The chart as a decision table: first hit, one row a way.
fn table() -> DecisionContent {
    let mut inputs: Vec<Value> =
        STEPS.iter().map(|step| json!({ "id": step, "name": step, "field": step })).collect();
    inputs.push(json!({ "id": "necessary", "name": "necessary", "field": "necessary" }));
    let cell = |answer: Option<bool>| answer.map_or(String::new(), |yes| yes.to_string());
    let rules: Vec<Value> = (0..)
        .zip(ways())
        .map(|(n, way)| {
            let mut row = json!({ "_id": format!("r{n}"), "exit": format!("\"{}\"", way.exit), "necessary": cell(way.necessary) });
            for (step, answer) in STEPS.iter().zip(way.answers) {
                row[*step] = cell(answer).into();
            }
            row
        })
        .collect();
    let chart = json!({
        "nodes": [
            { "id": "in", "name": "in", "type": "inputNode" },
            { "id": "chart", "name": "chart", "type": "decisionTableNode", "content": {
                "hitPolicy": "first", "inputs": inputs, "outputs": [{ "id": "exit", "name": "exit", "field": "exit" }], "rules": rules,
            } },
            { "id": "out", "name": "out", "type": "outputNode" },
        ],
        "edges": [
            { "id": "e1", "type": "edge", "sourceId": "in", "targetId": "chart" },
            { "id": "e2", "type": "edge", "sourceId": "chart", "targetId": "out" },
        ],
    });
    serde_json::from_value(chart).expect("the table is well formed")
}

/// Every combination of answers, as both sides read it.
fn facts() -> Vec<(Value, Incident)> {
    let mut all = Vec::new();
    for bits in 0..256_u32 {
        let yes = |at: u32| bits >> at & 1 == 1;
        let found = yes(3) || yes(4); // who confirms is found
        let plain = json!({
            "crime": yes(0), "on_balance": yes(1), "contrary": yes(2), "found": found, "confirms": yes(4),
            "another_force": yes(5), "school": yes(6), "necessary": yes(7),
        });
        let what = if yes(0) {
            json!({ "violence": { "intent": "less", "injury": "less-than-serious", "strangled": "no", "aggravated": "no" } })
        } else {
            json!("no_crime")
        };
        let report = json!({
            "id": "R", "received": "2026-05-01T12:00:00",
            // Whoever confirms is believed: so that step 2 is asked of all alike, the victim's word alone is not counted on it.
            "reporter": { "who": "another-person" },
            "setting": if yes(6) { "school-in-hours" } else { "elsewhere" },
            "school_serious": "no", "school_record_asked": "no",
            "handled_by": if yes(5) { "another-force" } else { "this-force" },
            "victims": [{ "id": "v1", "serving": "neither", "found": found, "confirms": yes(4) }],
            "acts": [{
                "id": "a1", "against": ["v1"], "contrary_evidence": yes(2), "on_balance": yes(1), "necessary": yes(7), "what": what,
            }],
        });
        let Ok(incident) = from_json(&report.to_string()) else { continue };
        // Where the victim confirms, ours believes the victim whatever was weighed: leave the combinations on which the charts differ.
        if yes(4) && !yes(1) {
            continue;
        }
        all.push((plain, incident));
    }
    all
}

fn ours(incident: &Incident, rulings: &Rulings) -> &'static str {
    let decision = decide(incident, rulings, Working::Left);
    match decision.registered.first().map(|registered| &*registered.as_what) {
        None if decision.crimes.len() == 1 => "record",
        Some("incident") => "incident",
        Some("crime-related incident") => "crime-related incident",
        other => panic!("{other:?} {decision:?}"),
    }
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime on this thread");
    let engine = DecisionEngine::default();
    let chart = engine.create_decision(table().into()).expect("the table is a decision");
    let rulings = Rulings::default();
    let facts = facts();
    let mut exits = std::collections::BTreeMap::<&str, u32>::new();
    for (plain, incident) in &facts {
        let theirs =
            runtime.block_on(chart.evaluate(plain.clone().into())).expect("the table answers").result;
        let theirs: Value = serde_json::to_value(&theirs).expect("an answer is JSON");
        let exit = ours(incident, &rulings);
        assert_eq!(theirs["exit"], exit, "{plain}");
        *exits.entry(exit).or_default() += 1;
    }
    println!("{} combinations of facts, the same exit from both: {exits:?}", facts.len());
    for round in 1..=3 {
        let mine = rate(|at| {
            std::hint::black_box(ours(&facts[at % facts.len()].1, &rulings));
        });
        let theirs = rate(|at| {
            let answer = runtime.block_on(chart.evaluate(facts[at % facts.len()].0.clone().into()));
            std::hint::black_box(answer.is_ok());
        });
        println!(
            "round {round}: whole decisions of ours {mine:.0} a second, the chart alone in zen-engine {theirs:.0} a second: {:.1} times",
            mine / theirs
        );
    }
}

/// How often a second something is done.
fn rate(mut done: impl FnMut(usize)) -> f64 {
    let begin = Instant::now();
    let mut n = 0;
    while begin.elapsed() < Duration::from_secs(2) {
        for _ in 0..1000 {
            done(n);
            n += 1;
        }
    }
    n as f64 / begin.elapsed().as_secs_f64()
}
