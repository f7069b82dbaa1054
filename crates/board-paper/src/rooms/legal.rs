//! Legal matters, what is known of many claims, orders, and the 2014 Act.

use crime::Proceeding;
use document::{Cell, Head, Row, Table};
use legal_matters::{
    Facts, Inputs,
    act::{self, Announcement},
    examine, read,
};
use rulebook::Known;
use table::{Rows, good};

use super::{Desk, add_findings, long_day};
use crate::shelf::keep;

pub(super) fn add(desk: &mut Desk<'_>, proceedings: Option<&Rows<Proceeding>>) {
    let inputs = Inputs {
        matters: desk.shelf.input("legal/matters.csv"),
        parties: desk.shelf.input("legal/parties.csv"),
        multiple_claims: desk.shelf.input("legal/multiple_claims.csv"),
        contributors: desk.shelf.input("legal/contributors.csv"),
        orders: desk.shelf.input("legal/orders.csv"),
        ..Inputs::default()
    };
    let announced = keep(desk.shelf.input("legal/provisions.csv").map(Announcement::read), desk.problems);
    if let Some(announced) = &announced {
        commencements(desk, announced);
    }
    if let Some(rows) = proceedings {
        let known = |row: &&table::Row<Proceeding>| row.value.known_from <= desk.as_at;
        let table = proceedings_table(rows.good.iter().filter(known).map(|row| &row.value));
        desk.material.table(table);
        add_findings(desk.material, "legal", rows.findings().cloned().collect());
    }
    let given = [inputs.matters, inputs.parties, inputs.multiple_claims, inputs.contributors, inputs.orders];
    if given.iter().all(Option::is_none) {
        return;
    }
    let facts = match read(&inputs) {
        Ok(facts) => facts,
        Err(errors) => return desk.unread(&["legal"], errors),
    };
    let answer = examine(&facts, proceedings, desk.as_at);
    let material = &mut *desk.material;
    material.count(facts.matters.as_ref());
    material.count(facts.parties.as_ref());
    material.count(facts.multiple_claims.as_ref());
    material.count(facts.contributors.as_ref());
    material.count(facts.orders.as_ref());
    material.table(matters(&facts));
    material.table(multiple_claims(&facts));
    material.table(contributors(&facts));
    material.table(orders(&facts));
    material.figures.extend(answer.figures);
    add_findings(material, "legal", answer.findings);
}

fn commencements(desk: &mut Desk<'_>, announced: &Rows<Announcement>) {
    let answer = act::examine(announced, desk.as_at);
    desk.material.count(Some(announced));
    let table = Table {
        id: "commencement".to_owned(),
        caption: format!("The 2014 Act as it stood on {}", long_day(desk.as_at)),
        head: ["Provision", "What it provides for", "How it stood", "By which order"]
            .map(Head::words)
            .to_vec(),
        rows: answer
            .standings
            .iter()
            .map(|standing| {
                let row = standing.commencement;
                let provision = if row.extent.is_empty() {
                    row.provision.to_owned()
                } else {
                    format!("{} ({})", row.provision, row.extent)
                };
                Row::new([
                    Cell::from(provision),
                    Cell::from(row.subject),
                    Cell::from(standing.state.to_string()),
                    Cell::from(standing.orders_in_words(desk.as_at)),
                ])
            })
            .collect(),
        notes: Vec::new(),
    };
    desk.material.table(table);
    desk.material.figures.extend(answer.figures);
    add_findings(desk.material, "legal", answer.findings);
}

fn proceedings_table<'a>(proceedings: impl Iterator<Item = &'a Proceeding>) -> Table {
    Table {
        id: "proceedings".to_owned(),
        caption: "Proceedings and what comes next".to_owned(),
        head: ["Proceeding", "Before", "Active from", "Active to", "Next step", "When"]
            .map(Head::words)
            .to_vec(),
        rows: proceedings
            .map(|proceeding| {
                Row::new([
                    Cell::from(proceeding.name.as_str()),
                    Cell::from(proceeding.forum.as_str()),
                    Cell::from(proceeding.active_from.map(long_day).to_string()),
                    Cell::from(proceeding.active_to.map(long_day).to_string()),
                    Cell::from(proceeding.next_step.to_string()),
                    Cell::from(proceeding.next_as_printed.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

/// A day if one is known, else the words of the source.
fn when(day: Known<chrono::NaiveDate>, as_printed: &Known<String>) -> String {
    match day {
        Known::Is(day) => long_day(day),
        Known::NotKnown | Known::NotSupplied => as_printed.to_string(),
    }
}

fn matters(facts: &Facts) -> Table {
    Table {
        id: "matters".to_owned(),
        caption: "Matters of Legal Services".to_owned(),
        head: ["Matter", "State", "Lead", "Next step", "When"].map(Head::words).to_vec(),
        rows: good(facts.matters.as_ref())
            .iter()
            .map(|row| {
                let matter = &row.value;
                Row::new([
                    Cell::from(matter.title.as_str()),
                    Cell::from(matter.state.to_string()),
                    Cell::from(matter.lead.to_string()),
                    Cell::from(matter.next_step.to_string()),
                    Cell::from(when(matter.next_day, &matter.next_as_printed)),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn multiple_claims(facts: &Facts) -> Table {
    Table {
        id: "multiple-claims".to_owned(),
        caption: "What the source says of many claims".to_owned(),
        head: vec![
            Head::words("Quantity"),
            Head::numbers("Number"),
            Head::words("Read as"),
            Head::words("As printed"),
            Head::words("Paragraph of the source"),
        ],
        rows: good(facts.multiple_claims.as_ref())
            .iter()
            .map(|row| {
                let quantity = &row.value;
                Row::new([
                    Cell::from(quantity.quantity.as_str()),
                    Cell::from(quantity.value.to_string()),
                    Cell::from(quantity.value_is.to_string()),
                    Cell::from(quantity.as_printed.to_string()),
                    Cell::from(quantity.paragraph.as_str()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn contributors(facts: &Facts) -> Table {
    let pounds =
        |amount: Known<rust_decimal::Decimal>| amount.map(|amount| format!("£{amount:.2}")).to_string();
    Table {
        id: "contributors".to_owned(),
        caption: "Who contributes to the costs, and how much".to_owned(),
        head: vec![
            Head::words("Force"),
            Head::numbers("Share"),
            Head::numbers("Amount"),
            Head::words("State"),
        ],
        rows: good(facts.contributors.as_ref())
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.value.force.as_str()),
                    Cell::from(row.value.share.to_string()),
                    Cell::from(pounds(row.value.amount)),
                    Cell::from(row.value.state.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn orders(facts: &Facts) -> Table {
    Table {
        id: "orders".to_owned(),
        caption: "Orders that begin to be used".to_owned(),
        head: ["Order", "From", "Area", "As printed"].map(Head::words).to_vec(),
        rows: good(facts.orders.as_ref())
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.value.name.as_str()),
                    Cell::from(long_day(row.value.from)),
                    Cell::from(row.value.area.as_str()),
                    Cell::from(row.value.as_printed.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}
