//! The files of this room, read together.

use serde::de::DeserializeOwned;
use table::{Layout, ReadError, Rows, Source};

use crate::{AGREEMENTS, Agreement, CHANNELS, Channel, DESKS, Desk, Item, PLAN, rules::desk_known};

/// Every layout of this room.
pub static LAYOUTS: &[&Layout] = &[&DESKS, &CHANNELS, &PLAN, &AGREEMENTS];

/// Every file of this room: its path in the folder, and its layout.
pub static FILES: &[(&str, &Layout)] = &[
    ("communications/desks.csv", &DESKS),
    ("communications/channels.csv", &CHANNELS),
    ("communications/plan.csv", &PLAN),
    ("partnerships/agreements.csv", &AGREEMENTS),
];

/// The files of this room, each as far as the paper has it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inputs<'a> {
    /// `communications/desks.csv`
    pub desks: Option<Source<'a>>,
    /// `communications/channels.csv`
    pub channels: Option<Source<'a>>,
    /// `communications/plan.csv`
    pub plan: Option<Source<'a>>,
    /// `partnerships/agreements.csv`
    pub agreements: Option<Source<'a>>,
}

/// What the files say. A file that was not given is none; it is not an empty table.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The desks.
    pub desks: Option<Rows<Desk>>,
    /// The channels of the desks.
    pub channels: Option<Rows<Channel>>,
    /// What is planned.
    pub plan: Option<Rows<Item>>,
    /// What is shared.
    pub agreements: Option<Rows<Agreement>>,
}

/// Reads the files. Channels and items of a desk that the table of desks does not name are rejected.
///
/// # Errors
///
/// One [`ReadError`] for each file that is no such table at all.
pub fn read(inputs: &Inputs<'_>) -> Result<Facts, Vec<ReadError>> {
    let mut errors = Vec::new();
    let mut facts = Facts {
        desks: table(&DESKS, inputs.desks, Desk::once, &mut errors),
        channels: table(&CHANNELS, inputs.channels, Channel::once, &mut errors),
        plan: table(&PLAN, inputs.plan, Item::once, &mut errors),
        agreements: table(&AGREEMENTS, inputs.agreements, Agreement::once, &mut errors),
    };
    if let Some(desks) = &facts.desks {
        if let Some(channels) = &mut facts.channels {
            channels.reject(|row| {
                desk_known::check(&row.value.name, &row.place.at("desk"), &row.value.desk, desks)
            });
        }
        if let Some(plan) = &mut facts.plan {
            plan.reject(|row| {
                let desk = row.value.desk.value()?;
                desk_known::check(&row.value.name, &row.place.at("desk"), desk, desks)
            });
        }
    }
    if errors.is_empty() { Ok(facts) } else { Err(errors) }
}

fn table<T: DeserializeOwned>(
    layout: &'static Layout,
    source: Option<Source<'_>>,
    once: fn(&mut Rows<T>),
    errors: &mut Vec<ReadError>,
) -> Option<Rows<T>> {
    match table::read(layout, source?) {
        Ok(mut rows) => {
            once(&mut rows);
            Some(rows)
        }
        Err(error) => {
            errors.push(error);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_files_that_cannot_be_read_are_named_at_once() {
        let inputs = Inputs {
            desks: Some(Source::new("desks.csv", b"")),
            channels: Some(Source::new("channels.csv", b"channel,desk\n")),
            plan: Some(Source::new("plan.csv", b"item\n")),
            agreements: None,
        };
        let errors = read(&inputs).unwrap_err();
        let files: Vec<&str> = errors.iter().map(|error| error.place().file.as_str()).collect();
        assert_eq!(files, ["desks.csv", "plan.csv"]);
    }

    #[test]
    fn the_template_of_every_file_reads_as_an_empty_table() {
        let templates: Vec<String> = FILES.iter().map(|(_, layout)| layout.template()).collect();
        let source = |at: usize| Some(Source::new(FILES[at].0, templates[at].as_bytes()));
        let inputs = Inputs { desks: source(0), channels: source(1), plan: source(2), agreements: source(3) };
        let facts = read(&inputs).unwrap();
        assert_eq!(facts.plan.unwrap().rows_in() + facts.agreements.unwrap().rows_in(), 0);
        assert_eq!(FILES.len(), LAYOUTS.len());
    }
}
