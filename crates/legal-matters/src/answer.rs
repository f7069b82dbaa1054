//! What the room says of the legal matters of a force.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use crime::Proceeding;
use rulebook::{Figure, FigureId, Finding, Known, Place, Value};
use table::{Row, Rows};

use crate::{
    cell::key,
    costs::{self, Allocation},
    facts::{Facts, listed},
    matter::Matter,
    order::Order,
    register::{self, Register},
    rules::{contribution_known, matter_known, matter_with_next_step},
};

/// Figures, findings, and what the paper builds its tables from. The plain tables stand in [`Facts`].
#[derive(Debug, Clone)]
pub struct Answer {
    /// `legal.…` for the matters, `claims.…` for a register and the sharing of its costs.
    pub figures: Vec<Figure>,
    /// Everything that was found, what was found while reading first.
    pub findings: Vec<Finding>,
    /// The register counted, if one was supplied.
    pub register: Option<Register>,
    /// The costs shared, if weights were supplied.
    pub allocation: Option<Allocation>,
}

/// Answers from what was known on `as_at`.
///
/// `proceedings` are read by the caller, since several rooms use them; what was found while reading them is the
/// caller's to report.
#[must_use]
pub fn examine(facts: &Facts, proceedings: Option<&Rows<Proceeding>>, as_at: NaiveDate) -> Answer {
    let mut answer =
        Answer { figures: Vec::new(), findings: facts.findings(), register: None, allocation: None };
    if let Some(matters) = &facts.matters {
        answer.figures.push(
            counted(
                &["legal", "matters"],
                "legal matters in hand",
                places(&matters.good),
                matters.withheld(),
            )
            .unit("matters"),
        );
        for row in &matters.good {
            matter(facts, proceedings, row, as_at, &mut answer);
        }
    }
    if let (Some(matters), Some(proceedings)) = (&facts.matters, proceedings) {
        let listed = listed(matters);
        answer.findings.extend(
            known(proceedings, as_at).filter_map(|row| {
                matter_known::judge(&listed, &row.value.matter, &row.value.name, &row.place)
            }),
        );
    }
    if let Some(proceedings) = proceedings {
        answer.figures.extend(known(proceedings, as_at).map(active_from));
    }
    quantities(facts, &mut answer);
    contributions(facts, &mut answer);
    orders(facts.orders.as_ref(), &mut answer);
    let settings = facts.claim_settings.as_ref().map(|(file, settings)| (file.as_str(), settings));
    if let Some(claims) = &facts.claims {
        let (register, figures, findings) = register::count(claims, settings, as_at);
        answer.register = Some(register);
        answer.figures.extend(figures);
        answer.findings.extend(findings);
    }
    if let Some(weights) = &facts.shares {
        let (allocation, figures, findings) = costs::allocate(weights, settings);
        answer.allocation = Some(allocation);
        answer.figures.extend(figures);
        answer.findings.extend(findings);
    }
    answer
}

fn places<T>(rows: &[Row<T>]) -> Vec<Place> {
    rows.iter().map(|row| row.place.clone()).collect()
}

/// The proceedings of which the force knew.
fn known(proceedings: &Rows<Proceeding>, as_at: NaiveDate) -> impl Iterator<Item = &Row<Proceeding>> {
    proceedings.good.iter().filter(move |row| row.value.known_from <= as_at)
}

/// `legal.proceedings.<proceeding>.active-from`
fn active_from(row: &Row<Proceeding>) -> Figure {
    let name = row.value.name.as_str();
    let id = FigureId::of(&["legal", "proceedings", name, "active-from"]);
    Figure::new(id, format!("{name}: active from"), row.value.active_from.into())
        .working(row.value.source.clone())
        .from_cells([row.place.at("active_from")])
}

/// `1 row`, `2 rows`
fn in_rows(n: usize) -> String {
    if n == 1 { "1 row".to_owned() } else { format!("{n} rows") }
}

/// The title of the matter of that short name, or the short name where no such matter is listed.
fn title<'a>(facts: &'a Facts, matter: &'a str) -> &'a str {
    let listed = facts.matters.iter().flat_map(|matters| &matters.good);
    let found = listed.map(|row| &row.value).find(|listed| key(&listed.name) == key(matter));
    found.map_or(matter, |found| &found.title)
}

/// How many rows there are, or why it is not said.
fn counted(id: &[&str], label: &str, origin: Vec<Place>, withheld: Option<String>) -> Figure {
    let count = origin.len() as u64;
    let value = withheld.map_or(Value::Count(count), Value::Withheld);
    Figure::new(FigureId::of(id), label, value)
        .working(format!("{} counted", in_rows(origin.len())))
        .from_cells(origin)
}

fn matter(
    facts: &Facts,
    proceedings: Option<&Rows<Proceeding>>,
    row: &Row<Matter>,
    as_at: NaiveDate,
    answer: &mut Answer,
) {
    let matter = &row.value;
    let name = matter.name.as_str();
    let words = |what: &str, label: &str, value: Value, column: &str| {
        Figure::new(FigureId::of(&["legal", name, what]), format!("{}: {label}", matter.title), value)
            .from_cells([row.place.at(column)])
    };
    answer.figures.push(words("state", "how it stands", matter.state.clone().into(), "state"));
    answer.figures.push(words("lead", "who leads it", matter.lead.clone().into(), "lead"));
    answer.figures.push(words("next-step", "what comes next", matter.next_step.clone().into(), "next_step"));
    answer.figures.push(match (&matter.next_day, &matter.next_as_printed) {
        (Known::NotKnown | Known::NotSupplied, Known::Is(printed)) => words(
            "next",
            "when, in the words of its source",
            Value::Words(printed.clone()),
            "next_as_printed",
        ),
        (day, _) => words("next", "when the next step is due", (*day).into(), "next_day"),
    });
    let of_matter = |other: &str| key(other) == key(name);
    if let Some(parties) = &facts.parties {
        let rows = parties.good.iter().filter(|party| of_matter(&party.value.matter));
        let origin: Vec<Place> = rows.map(|party| party.place.clone()).collect();
        push_counted(
            answer,
            name,
            "parties",
            &format!("{}: parties", matter.title),
            origin,
            parties.withheld(),
        );
    }
    if let Some(proceedings) = proceedings {
        let rows = known(proceedings, as_at).filter(|proceeding| of_matter(&proceeding.value.matter));
        let origin: Vec<Place> = rows.map(|proceeding| proceeding.place.clone()).collect();
        let label = format!("{}: proceedings known", matter.title);
        push_counted(answer, name, "proceedings", &label, origin, proceedings.withheld());
    }
    if let Some((severity, said)) = matter_with_next_step::judge(matter, as_at) {
        let sentence = format!("{}: {said}", matter.title);
        let place = Some(row.place.at("next_step"));
        answer.findings.push(
            Finding::new(&matter_with_next_step::RULE, severity, name, place, sentence)
                .with("next step", &matter.next_step)
                .with("next day", matter.next_day)
                .with("as at", as_at),
        );
    }
}

/// A count of the rows of one matter. None at all is no figure: that nobody listed any does not mean there is none.
fn push_counted(
    answer: &mut Answer,
    matter: &str,
    what: &str,
    label: &str,
    origin: Vec<Place>,
    withheld: Option<String>,
) {
    if !origin.is_empty() || withheld.is_some() {
        answer.figures.push(counted(&["legal", matter, what], label, origin, withheld));
    }
}

fn quantities(facts: &Facts, answer: &mut Answer) {
    for row in facts.multiple_claims.iter().flat_map(|rows| &rows.good) {
        let quantity = &row.value;
        let id = FigureId::of(&["legal", &quantity.matter, &quantity.quantity]);
        let title = title(facts, &quantity.matter);
        let label = format!("{title}: {}, as its source gives them", quantity.quantity);
        answer.figures.push(
            Figure::new(id, label, quantity.value.into())
                .qualified(quantity.value_is.value().copied().unwrap_or_default())
                .working(format!("as printed: {}", quantity.as_printed))
                .from_cells([row.place.at("value")]),
        );
    }
}

fn contributions(facts: &Facts, answer: &mut Answer) {
    let Some(contributors) = &facts.contributors else { return };
    let mut by_matter: BTreeMap<String, (&str, Vec<Place>, Vec<Place>)> = BTreeMap::new();
    for row in &contributors.good {
        let contributor = &row.value;
        let (_, all, without) = by_matter.entry(key(&contributor.matter)).or_insert((
            &contributor.matter,
            Vec::new(),
            Vec::new(),
        ));
        all.push(row.place.clone());
        let Some((severity, said)) = contribution_known::judge(&contributor.amount, &contributor.state)
        else {
            continue;
        };
        without.push(row.place.at("amount"));
        let sentence = format!("{} to `{}`: {said}", contributor.force, title(facts, &contributor.matter));
        answer.findings.push(
            Finding::new(
                &contribution_known::RULE,
                severity,
                &contributor.force,
                Some(row.place.at("amount")),
                sentence,
            )
            .with("matter", &contributor.matter)
            .with("amount", contributor.amount)
            .with("share", contributor.share)
            .with("state", contributor.state),
        );
    }
    for (matter, all, without) in by_matter.into_values() {
        let withheld = contributors.withheld();
        let title = title(facts, matter);
        let label = format!("{title}: who contributes to the costs");
        answer.figures.push(counted(&["legal", matter, "contributors"], &label, all, withheld.clone()));
        let label = format!("{title}: contributors without a known amount");
        answer.figures.push(
            counted(&["legal", matter, "contributors-without-amount"], &label, without, withheld)
                .by(&contribution_known::RULE),
        );
    }
}

/// For each kind of order the first day on which it can be asked for anywhere.
fn orders(orders: Option<&Rows<Order>>, answer: &mut Answer) {
    let mut by_name: BTreeMap<String, Vec<&Row<Order>>> = BTreeMap::new();
    for row in orders.into_iter().flat_map(|orders| &orders.good) {
        by_name.entry(key(&row.value.name)).or_default().push(row);
    }
    for rows in by_name.into_values() {
        let Some(first) = rows.iter().min_by_key(|row| row.value.from) else { continue };
        let order = &first.value;
        let value = orders.and_then(Rows::withheld).map_or(Value::Day(order.from), Value::Withheld);
        answer.figures.push(
            Figure::new(
                FigureId::of(&["legal", "orders", &order.name, "from"]),
                format!("{}: first day", order.name),
                value,
            )
            .working(format!("the earliest of {}; {}", in_rows(rows.len()), order.area))
            .from_cells(rows.iter().map(|row| row.place.at("from"))),
        );
    }
}

#[cfg(test)]
mod tests;
