//! What is asked of a paper as a whole.

use chrono::NaiveDate;
use legal_matters::rules::commencement_of_the_2014_act as commencement;
use rulebook::{Citation, Rule};

pub mod carried_figure_agrees;
pub mod number_without_figure;
pub mod printed_percentage;
pub mod tables_round_alike;
pub mod unread_file;

/// All rules of this room.
pub static ALL: &[&Rule] = &[
    &carried_figure_agrees::RULE,
    &number_without_figure::RULE,
    &printed_percentage::RULE,
    &tables_round_alike::RULE,
    &unread_file::RULE,
];

/// The rules of every room that a paper asks, each with the folder of its crate.
#[must_use]
pub fn of_all_rooms() -> Vec<(&'static str, &'static Rule)> {
    let rooms: [(&str, &[&'static Rule]); 9] = [
        ("table", table::rules::ALL),
        ("crime", crime::rules::ALL),
        ("recording-audit", recording_audit::rules::ALL),
        ("no-crime", no_crime::rules::ALL),
        ("msf-benchmark", msf_benchmark::rules::ALL),
        ("change-programme", change_programme::rules::ALL),
        ("communications", communications::rules::ALL),
        ("legal-matters", legal_matters::rules::ALL),
        ("board-paper", ALL),
    ];
    rooms.into_iter().flat_map(|(room, rules)| rules.iter().map(move |rule| (room, *rule))).collect()
}

/// A dated text that a rule holds: from when it counts, and from when anybody could know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedText {
    /// What it is about: `Part 1, injunctions`.
    pub provision: &'static str,
    /// What it provides for.
    pub subject: &'static str,
    /// Its first day in force.
    pub in_force: NaiveDate,
    /// The day from which it was known.
    pub known_from: NaiveDate,
    /// Where it says so.
    pub citation: &'static Citation,
}

/// The dated texts that a rule holds; none for a rule that does not change by date.
#[must_use]
pub fn dated_texts(rule: &Rule) -> Vec<DatedText> {
    if rule.id != commencement::RULE.id {
        return Vec::new();
    }
    let mut texts = Vec::new();
    for row in &commencement::COMMENCEMENTS {
        let commencement::Commencement { provision, subject, in_force, known_from, order: citation, .. } =
            row;
        let (provision, subject) = (*provision, *subject);
        if let Some(partly) = &row.partly {
            texts.push(DatedText {
                provision,
                subject: "some of it",
                in_force: partly.since,
                known_from: partly.known_from,
                citation: &partly.order,
            });
        }
        texts.push(DatedText { provision, subject, in_force: *in_force, known_from: *known_from, citation });
    }
    texts
}
