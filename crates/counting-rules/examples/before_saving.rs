//! A records system that asks before it saves: what would be recorded, and which facts the officer still has to find out.
//!
//! `cargo run -p counting-rules --example before_saving`

use counting_rules::{Rulings, Working, account, decide, from_json, schema};

fn main() {
    // What the officer has typed so far.
    let typed = r#"{
        "id": "26/004711", "received": "2026-05-01T14:30:00", "setting": "elsewhere", "handled_by": "this-force",
        "reporter": { "who": "victim", "impaired": "no" },
        "victims": [{ "id": "Ms A", "serving": "neither" }],
        "offenders": [{ "id": "her neighbour", "police": "no" }],
        "acts": [{
            "id": "punch", "by": "her neighbour", "against": ["Ms A"], "contrary_evidence": "no",
            "what": { "violence": { "injury": "less-than-serious" } }
        }]
    }"#;
    let mut report = match from_json(typed) {
        Ok(report) => report,
        Err(faults) => {
            for fault in faults {
                show(&format!("{}: {}", fault.fact, fault.sentence));
            }
            return;
        }
    };
    let rulings = Rulings::default();

    // Ask until nothing is missing. Here the answers come from a list; in the system they come from a form.
    let answers = [
        ("what.violence.intent", "less"),
        ("what.violence.strangled", "no"),
        ("what.violence.aggravated", "no"),
    ];
    loop {
        let decision = decide(&report, &rulings, Working::Left);
        let Some(missing) = decision.undecided.first() else { break };
        let Some(question) = schema::question(&missing.about, &missing.fact) else { break };
        show(&format!("{}: {} [{}]", missing.about, question.text, question.words.join(" / ")));
        let Some((_, answer)) = answers.iter().find(|(fact, _)| *fact == missing.fact) else { break };
        show(&format!("  > {answer}"));
        let Some(crime::Conduct::Violence(violence)) = report.acts.first_mut().map(|act| &mut act.what)
        else {
            break;
        };
        match *answer {
            "less" => violence.intent = rulebook::Known::Is(crime::conduct::Intent::Less),
            _ if missing.fact.ends_with("strangled") => violence.strangled = crime::Fact::No,
            _ => violence.aggravated = crime::Fact::No,
        }
    }

    // Then show why, and save it with the record: this is the audit rationale.
    show(&account(&report, &decide(&report, &rulings, Working::Shown)));
}

#[expect(clippy::print_stdout, reason = "an example shows what it does")]
fn show(text: &str) {
    println!("{text}");
}
