//! Small tables for tests: the rows without their header.

use table::{Layout, Rows, Source};

use crate::{AGREEMENTS, Agreement, CHANNELS, Channel, DESKS, Desk, Facts, Inputs, Item, PLAN, read};

pub(crate) fn desks(rows: &str) -> Rows<Desk> {
    only(&DESKS, rows, |desks| Inputs { desks, ..Inputs::default() }).desks.unwrap()
}

pub(crate) fn channels(rows: &str) -> Rows<Channel> {
    only(&CHANNELS, rows, |channels| Inputs { channels, ..Inputs::default() }).channels.unwrap()
}

pub(crate) fn plan(rows: &str) -> Rows<Item> {
    only(&PLAN, rows, |plan| Inputs { plan, ..Inputs::default() }).plan.unwrap()
}

pub(crate) fn agreements(rows: &str) -> Rows<Agreement> {
    only(&AGREEMENTS, rows, |agreements| Inputs { agreements, ..Inputs::default() }).agreements.unwrap()
}

fn only(layout: &Layout, rows: &str, inputs: fn(Option<Source<'_>>) -> Inputs<'_>) -> Facts {
    let text = layout.template() + rows;
    let file = format!("{}.csv", layout.name);
    read(&inputs(Some(Source::new(&file, text.as_bytes())))).unwrap()
}
