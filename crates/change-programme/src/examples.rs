//! The folder of a worked example, written as the files a force would keep. For tests only.

use chrono::NaiveDate;
use crime::Event;
use rulebook::Rule;
use serde::Deserialize;
use table::{Rows, Source};

use crate::{Answer, Inputs, examine, read};

/// The files of a folder as text, and the day on which one stands. A file that is left out is not in the folder.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Folder {
    pub(crate) portfolio: Option<String>,
    pub(crate) items: Option<String>,
    pub(crate) key_dates: Option<String>,
    pub(crate) roll_out: Option<String>,
    pub(crate) phases: Option<String>,
    pub(crate) phase_scope: Option<String>,
    pub(crate) units: Option<String>,
    pub(crate) priorities: Option<String>,
    pub(crate) item_facts: Option<String>,
    pub(crate) functions: Option<String>,
    pub(crate) risks: Option<String>,
    pub(crate) inspections: Option<String>,
    pub(crate) events: Option<String>,
    pub(crate) as_at: Option<NaiveDate>,
}

impl Folder {
    /// What the room answers to the folder.
    pub(crate) fn answer(&self) -> Answer {
        let facts = read(&Inputs {
            portfolio: source("portfolio.toml", self.portfolio.as_ref()),
            items: source("items.csv", self.items.as_ref()),
            key_dates: source("key_dates.csv", self.key_dates.as_ref()),
            roll_out: source("roll_out.toml", self.roll_out.as_ref()),
            phases: source("phases.csv", self.phases.as_ref()),
            phase_scope: source("phase_scope.csv", self.phase_scope.as_ref()),
            units: source("units.csv", self.units.as_ref()),
            priorities: source("priorities.csv", self.priorities.as_ref()),
            item_facts: source("facts.csv", self.item_facts.as_ref()),
            functions: source("functions.csv", self.functions.as_ref()),
            risks: source("risks.csv", self.risks.as_ref()),
            inspections: source("inspections.csv", self.inspections.as_ref()),
        })
        .unwrap();
        let events: Option<Rows<Event>> =
            source("events.csv", self.events.as_ref()).map(|events| Event::read(events).unwrap());
        examine(&facts, events.as_ref(), self.as_at.unwrap_or(rulebook::day(2031, 1, 1)))
    }

    /// What one rule says of the folder, each finding as it is printed.
    pub(crate) fn findings_of(&self, rule: &Rule) -> Vec<String> {
        let by_rule = |finding: &&rulebook::Finding| finding.rule.id == rule.id;
        self.answer().findings.iter().filter(by_rule).map(ToString::to_string).collect()
    }

    /// A figure as it is printed; none if the room gives no such figure.
    pub(crate) fn printed(&self, id: &str) -> Option<String> {
        self.answer().figures.iter().find(|figure| figure.id.as_str() == id).map(rulebook::Figure::printed)
    }
}

fn source<'a>(file: &'a str, text: Option<&'a String>) -> Option<Source<'a>> {
    text.map(|text| Source::new(file, text.as_bytes()))
}
