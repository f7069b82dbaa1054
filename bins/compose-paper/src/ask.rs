//! Questions that need no folder: rules and layouts.

use batch::{exit::Exit, stdout};
use rulebook::Rule;
use table::Layout;

use crate::failure::Failure;

/// Prints every rule, one line each.
pub fn rules() -> Result<Exit, Failure> {
    let lines: Vec<String> = board_paper::rules::of_all_rooms()
        .iter()
        .map(|(room, rule)| format!("{:<36} {:<18} {}\n", rule.id, room, rule.title))
        .collect();
    stdout::print(&lines.concat())?;
    Ok(Exit::Done)
}

/// Prints one rule.
pub fn explain(id: &str) -> Result<Exit, Failure> {
    let rules = board_paper::rules::of_all_rooms();
    let Some((room, rule)) = rules.iter().find(|(_, rule)| rule.id.0 == id) else {
        return Err(Failure::because(format!("no rule `{id}`; `compose-paper rules` lists them")));
    };
    stdout::print(&page(room, rule))?;
    Ok(Exit::Done)
}

fn page(room: &str, rule: &Rule) -> String {
    let texts: Vec<String> = board_paper::rules::dated_texts(rule)
        .iter()
        .map(|text| {
            let (from, known) = (text.in_force, text.known_from);
            format!(
                "  {} ({}): in force {from}, known from {known}; {}\n",
                text.provision, text.subject, text.citation
            )
        })
        .collect();
    let held = if texts.is_empty() { String::new() } else { format!("\nTexts held:\n{}", texts.concat()) };
    format!("{}{held}\nWorked examples: docs/rules/{}.md\n", rule.explained(room), rule.id)
}

/// Prints an empty input table, or a first `paper.toml`.
pub fn template(what: &str) -> Result<Exit, Failure> {
    let text =
        if what == "paper" { board_paper::settings::TEMPLATE.to_owned() } else { layout(what)?.template() };
    stdout::print(&text)?;
    Ok(Exit::Done)
}

/// Prints the JSON Schema of a row.
pub fn schema(what: &str) -> Result<Exit, Failure> {
    stdout::print(&table::schema(layout(what)?))?;
    Ok(Exit::Done)
}

fn layout(what: &str) -> Result<&'static Layout, Failure> {
    let inputs = board_paper::inputs();
    inputs
        .iter()
        .find(|(file, layout)| layout.name == what || *file == what)
        .map(|(_, layout)| *layout)
        .ok_or_else(|| {
            let names: Vec<&str> = inputs.iter().map(|(_, layout)| layout.name).collect();
            Failure::because(format!("no table `{what}`; there are: paper, {}", names.join(", ")))
        })
}
