//! What each rule found, and what each rule is.

use std::collections::BTreeSet;

use rulebook::{OfRule, Rule};

use super::Paragraphs;
use crate::{Block, Cell, Head, Inline, Row, Section, Table};

/// Findings by rule, without a record; and of each rule that was asked what it says, who says so, how that was read, and what mends a
/// record. `program` is the command that explains them: `audit-recording`.
pub fn findings_section(
    paragraphs: &mut Paragraphs,
    found: &[OfRule<'_>],
    asked: &[&'static Rule],
    program: &str,
) -> Section {
    let spoke: BTreeSet<&str> = found.iter().map(|found| found.rule.id.0).collect();
    let silent = asked.iter().filter(|rule| !spoke.contains(rule.id.0)).copied();
    let mut says = "How many findings each rule made. Which records they are about stands in findings.csv, which is for its owner only.".to_owned();
    if found.iter().any(|one| one.waived.is_some()) {
        says.push_str(" A finding that is waived is one that somebody has answered for until a day.");
    }
    let mut blocks = vec![paragraphs.say(says)];
    if found.is_empty() {
        blocks.push(paragraphs.say("No rule found anything."));
    } else {
        blocks.push(Block::Table(counts(found)));
    }
    let all: Vec<&'static Rule> = found.iter().map(|found| found.rule).chain(silent).collect();
    if !all.is_empty() {
        blocks.push(Block::Table(rules(&all, program)));
    }
    Section { id: "findings".to_owned(), heading: "What the rules found".to_owned(), blocks }
}

fn counts(found: &[OfRule<'_>]) -> Table {
    let name = |rule: &Rule| {
        Cell(vec![Inline::Reference { target: format!("rule-{}", rule.id), text: rule.title.to_owned() }])
    };
    let mut head = vec![Head::words("Rule"), Head::numbers("Findings")];
    let waived = found.iter().any(|one| one.waived.is_some());
    head.extend(waived.then(|| Head::numbers("Of them waived")));
    let cells = |one: &OfRule<'_>| {
        let of_waived = waived.then(|| one.waived.map_or_else(Cell::default, Cell::from));
        [name(one.rule), Cell::from(one.findings)].into_iter().chain(of_waived).collect::<Vec<_>>()
    };
    Table {
        id: "findings-by-rule".to_owned(),
        caption: "Findings by rule".to_owned(),
        head,
        rows: found.iter().map(|one| Row::new(cells(one))).collect(),
        notes: Vec::new(),
    }
}

fn rules(all: &[&'static Rule], program: &str) -> Table {
    Table {
        id: "rules".to_owned(),
        caption: "The rules that were asked, those that found something first".to_owned(),
        head: ["Rule", "What it says", "Who says so, and how that was read", "What mends a record"]
            .map(Head::words)
            .to_vec(),
        rows: all
            .iter()
            .map(|rule| Row {
                id: Some(format!("rule-{}", rule.id)),
                cells: vec![
                    Cell::from(format!("{} ({})", rule.title, rule.id)),
                    Cell::from(rule.says),
                    Cell::from(rule.basis.to_string()),
                    Cell::from(rule.mend),
                ],
            })
            .collect(),
        notes: vec![vec![Inline::text(format!(
            "`{program} explain RULE` prints a rule with the record that breaks it."
        ))]],
    }
}
