//! Small tables compared, for the case files and tests.

use rulebook::day;
use serde::Deserialize;
use table::extract::{Records, Shape};

use crate::compare::{DUE, Judge, RECORDED, Settings, Span, merge, settle};

/// Two tables as lines, each with its header.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    pub due: Vec<String>,
    pub recorded: Vec<String>,
    pub force: Option<String>,
}

/// Everything that is found, as it is printed; "nothing", if that is all.
pub fn compared(facts: &Facts) -> Vec<String> {
    let settings =
        Settings { force: facts.force.clone(), ..Settings::new(day(2026, 6, 1), &["due.csv"], "crimes.csv") };
    let judge = judged(facts, &settings);
    if judge.findings.is_empty() {
        return vec!["nothing".to_owned()];
    }
    judge.findings.iter().map(ToString::to_string).collect()
}

/// The judge after everything was compared and settled.
pub fn judged<'s>(facts: &Facts, settings: &'s Settings) -> Judge<'s> {
    let table = |rows: &[String], header: &str| match rows {
        [] => format!("{header}\n"),
        rows => rows.join("\n") + "\n",
    };
    let due = table(&facts.due, "incident,class");
    let recorded = table(&facts.recorded, "crime,incident,class");
    let shape = |layout, file, text: &str| Shape::of(layout, file, text.as_bytes()).unwrap();
    let mut due = [Records::new(shape(&DUE, "due.csv", &due), due.as_bytes(), 0)];
    let mut recorded = Records::new(shape(&RECORDED, "crimes.csv", &recorded), recorded.as_bytes(), 1);
    let mut judge = Judge::new(settings);
    let (mut findings, mut left) = (Vec::new(), Vec::new());
    merge(&mut due, &mut recorded, &Span::default(), &mut judge, |found, over| {
        findings.append(found);
        left.append(over);
        Ok(())
    })
    .unwrap();
    settle(left, &mut judge);
    findings.append(&mut judge.findings);
    judge.findings = findings;
    judge
}
