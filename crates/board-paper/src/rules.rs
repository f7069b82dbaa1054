//! What is asked of a paper as a whole.

use rulebook::Rule;

pub mod number_without_figure;
pub mod printed_percentage;
pub mod tables_round_alike;
pub mod unread_file;

/// All rules of this room.
pub static ALL: &[&Rule] =
    &[&number_without_figure::RULE, &printed_percentage::RULE, &tables_round_alike::RULE, &unread_file::RULE];

/// The rules of every room that a paper asks, each with the folder of its crate.
#[must_use]
pub fn of_all_rooms() -> Vec<(&'static str, &'static Rule)> {
    let rooms: [(&str, &[&'static Rule]); 7] = [
        ("table", table::rules::ALL),
        ("recording-audit", recording_audit::rules::ALL),
        ("msf-benchmark", msf_benchmark::rules::ALL),
        ("change-programme", change_programme::rules::ALL),
        ("communications", communications::rules::ALL),
        ("legal-matters", legal_matters::rules::ALL),
        ("board-paper", ALL),
    ];
    rooms.into_iter().flat_map(|(room, rules)| rules.iter().map(move |rule| (room, *rule))).collect()
}
