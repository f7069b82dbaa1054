//! Every rule is listed, has cases with an exemplar, and a page.

use std::collections::BTreeSet;

use rulebook::{Basis, Rule};

use super::{Tree, below, crates};

/// Rules that are listed but have no file, files that are not listed, case files that do not load or have no exemplar,
/// papers with an empty field, and ids that are used twice. `listed` are the rules of each room, as the rooms list them.
#[must_use]
pub fn every_rule_is_listed_with_cases_and_page(
    tree: &Tree,
    listed: &[(&str, &'static Rule)],
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for (room, rule) in listed {
        let id = rule.id.0;
        if !ids.insert(id) {
            wrong.push(format!("{room}: two rules are called {id}"));
        }
        wrong.extend(papers(rule).map(|fault| format!("{room}: {id}: {fault}")));
        let stem = id.replace('-', "_");
        let own_file = format!("crates/{room}/src/rules/{stem}.rs");
        let shared_file = format!("crates/{room}/src/rules.rs");
        let holds =
            |file: &str| tree.get(file).is_some_and(|text| text.contains(&format!("RuleId(\"{id}\")")));
        if !holds(&own_file) && !holds(&shared_file) {
            wrong.push(format!("{room}: {id} stands neither in {own_file} nor in {shared_file}"));
        }
        match tree.get(&format!("crates/{room}/cases/{id}.toml")) {
            None => {
                wrong.push(format!("{room}: {id} has no cases: crates/{room}/cases/{id}.toml is missing"));
            }
            Some(text) => wrong.extend(cases(text).map(|fault| format!("{room}: cases/{id}.toml: {fault}"))),
        }
        if !is_run(tree, room, id) {
            wrong.push(format!("{room}: cases/{id}.toml is run by no test"));
        }
    }
    for (room, folder) in crates(tree) {
        for (file, text) in below(tree, &format!("{folder}/src/rules")) {
            for id in text
                .match_indices("RuleId(\"")
                .filter_map(|(at, start)| text.get(at + start.len()..)?.split('"').next())
            {
                if !listed.iter().any(|(listed_room, rule)| *listed_room == room && rule.id.0 == id) {
                    wrong.push(format!(
                        "{room}: the rule {id} of src/rules/{file} is not listed in rules::ALL"
                    ));
                }
            }
        }
    }
    wrong
}

fn papers(rule: &Rule) -> impl Iterator<Item = String> {
    let mut fields =
        vec![("title", rule.title), ("says", rule.says), ("exemplar", rule.exemplar), ("mend", rule.mend)];
    match &rule.basis {
        Basis::Published(citation) => {
            fields.extend([
                ("document", citation.document),
                ("edition", citation.edition),
                ("place", citation.place),
            ]);
        }
        Basis::Reasoned { why } => fields.push(("reason", why)),
    }
    let empty = fields
        .into_iter()
        .filter(|(_, text)| text.trim().is_empty())
        .map(|(name, _)| format!("`{name}` is empty"));
    let undated = matches!((&rule.basis, rule.in_force.from()), (Basis::Published(_), None))
        .then(|| "a published rule has a first day".to_owned());
    empty.chain(undated).collect::<Vec<_>>().into_iter()
}

fn cases(text: &str) -> impl Iterator<Item = String> {
    let faults = match casebook::load::<toml::Value, toml::Value>(text) {
        Err(error) => vec![error.to_string()],
        Ok(cases) => match cases.iter().filter(|case| case.exemplar).count() {
            0 => vec!["no case is marked `exemplar = true`".to_owned()],
            _ => Vec::new(),
        },
    };
    faults.into_iter()
}

fn is_run(tree: &Tree, room: &str, id: &str) -> bool {
    let wanted = format!("cases/{id}.toml\")");
    below(tree, &format!("crates/{room}")).any(|(file, text)| file.ends_with(".rs") && text.contains(&wanted))
}
