//! Communications: the plan against restrictions and proceedings, and who shares what with whom.

use ::communications::{
    Answer, Inputs, Planned, examine, read,
    rules::{message_in_pre_election_period::Restriction, message_touches_active_proceeding::Activity},
};
use crime::{Event, Proceeding};
use document::{Cell, Head, Row, Table};
use rulebook::Finding;
use table::Rows;

use super::{Desk, add_findings};
use crate::material::quoted;

pub(super) fn add(desk: &mut Desk<'_>, events: Option<&Rows<Event>>, proceedings: Option<&Rows<Proceeding>>) {
    let inputs = Inputs {
        desks: desk.shelf.input("communications/desks.csv"),
        channels: desk.shelf.input("communications/channels.csv"),
        plan: desk.shelf.input("communications/plan.csv"),
        agreements: desk.shelf.input("partnerships/agreements.csv"),
    };
    let talks = [inputs.desks, inputs.channels, inputs.plan].iter().any(Option::is_some);
    let shares = inputs.agreements.is_some();
    if !talks && !shares {
        return;
    }
    let facts = match read(&inputs) {
        Ok(facts) => facts,
        Err(errors) => return desk.unread(&["communications", "partnerships"], errors),
    };
    let answer = examine(&facts, events, proceedings, desk.as_at);
    let material = &mut *desk.material;
    material.count(facts.desks.as_ref());
    material.count(facts.channels.as_ref());
    material.count(facts.plan.as_ref());
    material.count(facts.agreements.as_ref());
    material.table(desks(&answer));
    material.table(plan(&answer));
    material.table(agreements(&answer));
    material.figures.extend(answer.figures);
    let (of_agreements, of_messages): (Vec<Finding>, Vec<Finding>) =
        answer.findings.into_iter().partition(|finding| {
            finding.place.as_ref().is_some_and(|place| place.file.starts_with("partnerships/"))
        });
    if talks {
        add_findings(material, "communications", of_messages);
    }
    if shares {
        add_findings(material, "partnerships", of_agreements);
    }
}

fn desks(answer: &Answer) -> Table {
    Table {
        id: "desks".to_owned(),
        caption: "Desks and the channels they use".to_owned(),
        head: ["Desk", "What it does", "How far ahead", "Channels"].map(Head::words).to_vec(),
        rows: answer
            .desks
            .iter()
            .map(|row| {
                let channels: Vec<&str> =
                    row.channels.iter().map(|channel| channel.value.name.as_str()).collect();
                Row::new([
                    Cell::from(row.desk.value.name.as_str()),
                    Cell::from(row.desk.value.purpose.as_str()),
                    Cell::from(row.desk.value.horizon.to_string()),
                    Cell::from(if channels.is_empty() {
                        "none named".to_owned()
                    } else {
                        channels.join(", ")
                    }),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn plan(answer: &Answer) -> Table {
    Table {
        id: "communications-plan".to_owned(),
        caption: "What is planned, when, and what it meets".to_owned(),
        head: ["Item", "What for", "Desk", "When", "Restricted messages", "Proceedings"]
            .map(Head::words)
            .to_vec(),
        rows: answer
            .plan
            .iter()
            .map(|row| {
                Row::new([
                    Cell::from(row.item.name.as_str()),
                    Cell::from(row.item.purpose.as_str()),
                    Cell::from(row.item.desk.to_string()),
                    Cell::from(quoted(&row.item.days_with_reading())),
                    Cell::from(restricted(row)),
                    Cell::from(proceedings(row)),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}

fn restricted(row: &Planned) -> String {
    let met: Vec<String> = row
        .periods
        .iter()
        .filter_map(|met| {
            let name = &met.period.name;
            match met.restriction {
                Restriction::Falls(days) => Some(format!("{name}: {days}")),
                Restriction::MayReach => Some(format!("{name}: may reach into it")),
                Restriction::JustBefore { days: 1 } => {
                    Some(format!("{name}: ends on the day before its latest first day"))
                }
                Restriction::JustBefore { days } => {
                    Some(format!("{name}: ends {days} days before its latest first day"))
                }
                Restriction::Undated => Some(format!("{name}: cannot be told without days")),
                Restriction::NoEdition => Some(format!("{name}: no text held for its days")),
                Restriction::Clear => None,
            }
        })
        .collect();
    match (met.is_empty(), row.periods_checked) {
        (false, _) => met.join("; "),
        (true, true) => "none known".to_owned(),
        (true, false) => "cannot be told".to_owned(),
    }
}

fn proceedings(row: &Planned) -> String {
    let met: Vec<String> = row
        .proceedings
        .iter()
        .map(|met| {
            let what = match met.activity {
                Activity::Active => "active",
                Activity::NotBeforeACourt => "not before a court",
                Activity::CannotBeTold => "cannot be told",
                Activity::NotActive => "not active",
            };
            format!("{}: {what}", met.proceeding.name)
        })
        .collect();
    if !met.is_empty() {
        met.join("; ")
    } else if row.proceedings_checked() {
        "speaks of none".to_owned()
    } else {
        "cannot be told".to_owned()
    }
}

fn agreements(answer: &Answer) -> Table {
    Table {
        id: "agreements".to_owned(),
        caption: "Agreements to share information".to_owned(),
        head: ["Agreement", "Partner", "What for", "Area", "Since", "Review", "Owner", "State"]
            .map(Head::words)
            .to_vec(),
        rows: answer
            .agreements
            .iter()
            .map(|row| {
                let agreement = &row.value;
                Row::new([
                    Cell::from(agreement.name.as_str()),
                    Cell::from(agreement.partner.as_str()),
                    Cell::from(agreement.purpose.as_str()),
                    Cell::from(agreement.area.to_string()),
                    Cell::from(agreement.since.map(super::long_day).to_string()),
                    Cell::from(agreement.review.map(super::long_day).to_string()),
                    Cell::from(agreement.owner.to_string()),
                    Cell::from(agreement.state.to_string()),
                ])
            })
            .collect(),
        notes: Vec::new(),
    }
}
