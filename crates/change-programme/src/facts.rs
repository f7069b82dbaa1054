//! The files of a folder read into facts: every row that can be used, and a finding for each that cannot.

use rulebook::{Finding, Severity};
use serde::de::DeserializeOwned;
use table::{Layout, ReadError, Row, Rows, Source};

use crate::{
    Function, Inspection, Item, ItemFact, KeyDate, Phase, Portfolio, Priority, Risk, RollOut, Scope,
    Settings, Unit,
    cells::long,
    organisation::{FUNCTIONS, INSPECTIONS, RISKS},
    portfolio::{ITEM_FACTS, ITEMS, KEY_DATES, PRIORITIES},
    roll_out::{PHASE_SCOPE, PHASES, UNITS},
    rules::{key_date_item_known, phase_named_once, phase_scope_known},
    settings::settings,
};

/// The files of a folder that this room reads. Each may be missing: what rests on it is then not said.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `change/portfolio.toml`.
    pub portfolio: Option<Source<'a>>,
    /// `change/items.csv`.
    pub items: Option<Source<'a>>,
    /// `change/key_dates.csv`.
    pub key_dates: Option<Source<'a>>,
    /// `change/roll_out.toml`.
    pub roll_out: Option<Source<'a>>,
    /// `change/phases.csv`.
    pub phases: Option<Source<'a>>,
    /// `change/phase_scope.csv`.
    pub phase_scope: Option<Source<'a>>,
    /// `change/units.csv`.
    pub units: Option<Source<'a>>,
    /// `change/priorities.csv`.
    pub priorities: Option<Source<'a>>,
    /// `change/facts.csv`.
    pub item_facts: Option<Source<'a>>,
    /// `organisation/functions.csv`.
    pub functions: Option<Source<'a>>,
    /// `organisation/risks.csv`.
    pub risks: Option<Source<'a>>,
    /// `organisation/inspections.csv`.
    pub inspections: Option<Source<'a>>,
}

/// What the folder says, checked once. A file that is missing is `None`.
#[derive(Debug, Clone)]
pub struct Facts {
    /// What is declared of the portfolio.
    pub portfolio: Option<Settings<Portfolio>>,
    /// Its items.
    pub items: Option<Rows<Item>>,
    /// Their key dates.
    pub key_dates: Option<Rows<KeyDate>>,
    /// What is announced of the roll-out.
    pub roll_out: Option<Settings<RollOut>>,
    /// Its phases.
    pub phases: Option<Rows<Phase>>,
    /// What each phase covers.
    pub phase_scope: Option<Rows<Scope>>,
    /// All units of the force.
    pub units: Option<Rows<Unit>>,
    /// The priorities of the coming months.
    pub priorities: Option<Rows<Priority>>,
    /// Facts about items.
    pub item_facts: Option<Rows<ItemFact>>,
    /// Functions and their departments.
    pub functions: Option<Rows<Function>>,
    /// The risk register.
    pub risks: Option<Rows<Risk>>,
    /// The inspections.
    pub inspections: Option<Rows<Inspection>>,
}

/// Reads every file that is there, rejects rows that name what no other file knows, and keeps the rest.
///
/// # Errors
///
/// A [`ReadError`] for each file that could not be read at all, all at once.
pub fn read(inputs: &Inputs<'_>) -> Result<Facts, Vec<ReadError>> {
    let mut errors = Vec::new();
    let mut facts = Facts {
        portfolio: settings(inputs.portfolio, &mut errors),
        items: rows(&ITEMS, inputs.items, &mut errors),
        key_dates: rows(&KEY_DATES, inputs.key_dates, &mut errors),
        roll_out: settings(inputs.roll_out, &mut errors),
        phases: rows(&PHASES, inputs.phases, &mut errors),
        phase_scope: rows(&PHASE_SCOPE, inputs.phase_scope, &mut errors),
        units: rows(&UNITS, inputs.units, &mut errors),
        priorities: rows(&PRIORITIES, inputs.priorities, &mut errors),
        item_facts: rows(&ITEM_FACTS, inputs.item_facts, &mut errors),
        functions: rows(&FUNCTIONS, inputs.functions, &mut errors),
        risks: rows(&RISKS, inputs.risks, &mut errors),
        inspections: rows(&INSPECTIONS, inputs.inspections, &mut errors),
    };
    if !errors.is_empty() {
        return Err(errors);
    }
    facts.reject_repeated();
    facts.reject_strangers();
    Ok(facts)
}

impl Facts {
    /// Rejects rows that say again what an earlier row of the table says.
    fn reject_repeated(&mut self) {
        once(&mut self.items, "item", |item| item.name.clone());
        once(&mut self.key_dates, "what", |date| format!("{}: {}", date.item, date.what));
        once(&mut self.phase_scope, "name", |scope| format!("{} in phase {}", scope.name, scope.phase));
        once(&mut self.units, "unit", |unit| unit.name.clone());
        once(&mut self.priorities, "priority", |priority| priority.priority.clone());
        once(&mut self.item_facts, "fact", |fact| format!("{}: {}", fact.item, fact.fact));
        once(&mut self.functions, "function", |function| function.name.clone());
        once(&mut self.risks, "risk", |risk| risk.risk.clone());
        once(&mut self.inspections, "inspection", |inspection| inspection.name.clone());
        if let Some(phases) = &mut self.phases {
            phase_named_once::reject(phases);
        }
        if let Some(key_dates) = &mut self.key_dates {
            key_dates.reject(ends_before_it_begins);
        }
    }

    /// Rejects rows that name an item, a phase or a unit which its own table does not hold.
    fn reject_strangers(&mut self) {
        if let Some(items) = &self.items {
            if let Some(dates) = &mut self.key_dates {
                dates.reject(|row| key_date_item_known::fault(items, &row.value.item, &row.place));
            }
            if let Some(facts) = &mut self.item_facts {
                facts.reject(|row| key_date_item_known::fault(items, &row.value.item, &row.place));
            }
            if let Some(priorities) = &mut self.priorities {
                priorities
                    .reject(|row| key_date_item_known::fault(items, row.value.item.value()?, &row.place));
            }
        }
        if let Some(scope) = &mut self.phase_scope {
            scope.reject(|row| phase_scope_known::fault(self.phases.as_ref(), self.units.as_ref(), row));
        }
    }

    /// Every finding made while reading, file by file.
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let mut found = Vec::new();
        told(self.items.as_ref(), &mut found);
        told(self.key_dates.as_ref(), &mut found);
        told(self.phases.as_ref(), &mut found);
        told(self.phase_scope.as_ref(), &mut found);
        told(self.units.as_ref(), &mut found);
        told(self.priorities.as_ref(), &mut found);
        told(self.item_facts.as_ref(), &mut found);
        told(self.functions.as_ref(), &mut found);
        told(self.risks.as_ref(), &mut found);
        told(self.inspections.as_ref(), &mut found);
        found
    }
}

fn rows<T: DeserializeOwned>(
    layout: &'static Layout,
    source: Option<Source<'_>>,
    errors: &mut Vec<ReadError>,
) -> Option<Rows<T>> {
    table::read(layout, source?).map_err(|error| errors.push(error)).ok()
}

fn once<T>(rows: &mut Option<Rows<T>>, column: &'static str, key: impl Fn(&T) -> String) {
    if let Some(rows) = rows {
        rows.reject_repeated(column, key);
    }
}

fn told<T>(rows: Option<&Rows<T>>, found: &mut Vec<Finding>) {
    found.extend(rows.into_iter().flat_map(Rows::findings).cloned());
}

fn ends_before_it_begins(row: &Row<KeyDate>) -> Option<Finding> {
    let (first, last) = (row.value.first_day.value()?, row.value.last_day.value()?);
    (last < first).then(|| {
        let sentence = format!(
            "`{}` would end on {}, before it begins on {}",
            row.value.what,
            long(*last),
            long(*first)
        );
        let place = Some(row.place.at("last_day"));
        Finding::new(&table::rules::READABLE_ROW, Severity::Error, &row.value.item, place, sentence)
            .with("first day", first)
            .with("last day", last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FILES, LAYOUTS};

    fn portfolio(text: &str) -> Result<Facts, Vec<ReadError>> {
        let portfolio = Some(Source::new("portfolio.toml", text.as_bytes()));
        read(&Inputs { portfolio, ..Inputs::default() })
    }

    #[test]
    fn every_file_that_cannot_be_read_is_named_at_once() {
        let errors = read(&Inputs {
            portfolio: Some(Source::new("portfolio.toml", b"programmes_declared = -3\n")),
            items: Some(Source::new("items.csv", b"PK\x03\x04")),
            units: Some(Source::new("units.csv", b"unit\n\"Harbour\n")),
            phases: Some(Source::new("phases.csv", b"phase,golive\nOne,2031-03-03\n")),
            ..Inputs::default()
        })
        .unwrap_err();
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(said.len(), 4, "{said:?}");
        assert_eq!(said[0], "portfolio.toml, line 1, column 23: `-3` is not a whole number, 0 or more");
        assert!(said[1].contains("the workbook cannot be read"));
        assert!(said[2].starts_with("phases.csv, line 1: no column `go_live`"), "{}", said[2]);
        assert!(said[3].starts_with("units.csv, line 2: a quoted cell"), "{}", said[3]);
    }

    #[test]
    fn an_unknown_key_or_qualifier_is_refused() {
        let good = "programmes_declared = 1\nprojects_declared = 0\nsource = \"x\"\n";
        assert!(portfolio(good).is_ok());
        assert!(portfolio(&format!("{good}taem = 3\n")).is_err());
        let error = portfolio(&format!("{good}team_is = \"roughly\"\n")).unwrap_err().remove(0);
        assert!(error.to_string().contains("`roughly` is none of: exact, about"), "{error}");
    }

    #[test]
    fn a_setting_knows_its_line() {
        let facts =
            portfolio("# counts\nprogrammes_declared = 1\nprojects_declared=0\nsource = \"x\"\n").unwrap();
        let settings = facts.portfolio.unwrap();
        assert_eq!(
            settings.place("projects_declared").to_string(),
            "portfolio.toml, line 3, column projects_declared"
        );
        assert_eq!(settings.place("team").to_string(), "portfolio.toml");
    }

    #[test]
    fn a_unit_named_twice_and_a_date_that_ends_before_it_begins_are_rejected() {
        let dates = "item,what,first_day,last_day\nA,opens,2031-03-04,2031-03-03\nA,closes,2031-03-03,\n";
        let facts = read(&Inputs {
            units: Some(Source::new("units.csv", b"unit\nHarbour\nMoor\nHarbour\n")),
            key_dates: Some(Source::new("key_dates.csv", dates.as_bytes())),
            ..Inputs::default()
        })
        .unwrap();
        let said: Vec<String> = facts.findings().iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "key_dates.csv, line 2, column last_day: error [readable-row]: `opens` would end on 3 March 2031, \
                 before it begins on 4 March 2031",
                "units.csv, line 4, column unit: error [key-once]: `Harbour` is named twice: already on line 2",
            ]
        );
        assert_eq!(facts.key_dates.unwrap().good[0].value.window().unwrap().days(), 1);
    }

    #[test]
    fn an_empty_name_is_no_name() {
        let facts = read(&Inputs {
            risks: Some(Source::new("risks.csv", b"risk,owner\n,Head of Estates\n")),
            ..Inputs::default()
        })
        .unwrap();
        let risks = facts.risks.unwrap();
        assert_eq!(risks.rejected[0].sentence, "empty: expected the risk, in words");
    }

    #[test]
    fn every_layout_has_its_file_and_a_header_that_reads() {
        assert_eq!(FILES.len(), LAYOUTS.len());
        for (path, layout) in FILES {
            assert!(LAYOUTS.contains(layout), "{path}");
        }
        let header = |layout: &Layout| layout.template();
        let (items, phases, functions) = (header(&ITEMS), header(&PHASES), header(&FUNCTIONS));
        let facts = read(&Inputs {
            items: Some(Source::new("items.csv", items.as_bytes())),
            phases: Some(Source::new("phases.csv", phases.as_bytes())),
            functions: Some(Source::new("functions.csv", functions.as_bytes())),
            ..Inputs::default()
        })
        .unwrap();
        assert_eq!(facts.findings(), []);
    }
}
