//! Judgements and disagreements as tables, for their owner only.

use crate::score::{Answer, Disagreement, Judged, Line, judgement::FIELDS};

/// What follows [`FIELDS`] for each of two auditors in `disagreements.csv`: `auditor_1`, `judgement_1`, ...
const OF_AUDITORS: [&str; 18] = [
    "auditor_1",
    "judgement_1",
    "class_due_1",
    "class_recorded_1",
    "received_1",
    "recorded_1",
    "victim_told_1",
    "no_crime_1",
    "notes_1",
    "auditor_2",
    "judgement_2",
    "class_due_2",
    "class_recorded_2",
    "received_2",
    "recorded_2",
    "victim_told_2",
    "no_crime_2",
    "notes_2",
];

/// The columns of `judgements.csv`.
pub const JUDGED_HEADER: [&str; 18] = [
    "case",
    "line",
    "by",
    "stratum",
    "judgement",
    "class_due",
    "class_recorded",
    "received",
    "recorded",
    "victim_told",
    "no_crime",
    "notes",
    "standing",
    "class",
    "timing",
    "file",
    "sheet",
    "row",
];

/// The columns of `disagreements.csv`: those of a file of moderation, and behind them both judgements side by side.
#[must_use]
pub fn disagreements_header() -> Vec<&'static str> {
    let mut header = vec!["case", "line"];
    header.extend(FIELDS);
    header.extend(["decided_by", "why"]);
    header.extend(OF_AUDITORS);
    header
}

/// The rows under [`JUDGED_HEADER`]: first judgements, which are always kept, and those of moderation.
#[must_use]
pub fn judged_table(answer: &Answer) -> Vec<Vec<String>> {
    answer.judgements.iter().map(judged).collect()
}

fn judged(judged: &Judged) -> Vec<String> {
    let line = &judged.line;
    let mut row = vec![line.case.clone(), line.line.to_string(), line.by.clone(), judged.stratum.clone()];
    row.extend(line.cells());
    let class = match line.class_is_right() {
        Some(true) => "right",
        Some(false) => "wrong",
        None => "",
    };
    row.extend([
        line.notes.clone(),
        judged.standing.words().to_owned(),
        class.to_owned(),
        judged.timing.map_or_else(String::new, |timing| timing.to_string()),
        line.place.file.clone(),
        line.place.sheet.clone().unwrap_or_default(),
        line.place.row.map_or_else(String::new, |row| row.to_string()),
    ]);
    row
}

/// The rows under [`disagreements_header`]. What both say alike is filled in; the judgement, who decided and why is left to the moderator,
/// unless they are decided already.
#[must_use]
pub fn disagreements_table(answer: &Answer) -> Vec<Vec<String>> {
    answer.disagreements.iter().flat_map(disagreement).collect()
}

fn disagreement(disagreement: &Disagreement) -> Vec<Vec<String>> {
    let [(first, one), (second, other)] = &disagreement.said;
    let most = one.len().max(other.len()).max(disagreement.decided.len());
    let rows = (0..most).map(|at| {
        let sides = [one.get(at), other.get(at)];
        let mut row = vec![disagreement.case.clone(), (at + 1).to_string()];
        match (disagreement.decided.get(at), sides) {
            (Some(line), _) => {
                row.extend(line.cells());
                row.extend([line.by.clone(), line.notes.clone()]);
            }
            (None, sides) => {
                row.extend(alike(sides));
                row.extend([String::new(), String::new()]);
            }
        }
        for (auditor, line) in [(first, one.get(at)), (second, other.get(at))] {
            row.push(auditor.clone());
            row.extend(line.map(Line::cells).unwrap_or_default());
            row.push(line.map_or_else(String::new, |line| line.notes.clone()));
        }
        row
    });
    rows.collect()
}

/// The cells that both have alike, without the judgement.
fn alike(sides: [Option<&Line>; 2]) -> Vec<String> {
    let [Some(one), Some(other)] = sides else { return vec![String::new(); FIELDS.len()] };
    let cells = one.cells().into_iter().zip(other.cells()).enumerate();
    cells.map(|(at, (one, other))| if at > 0 && one == other { one } else { String::new() }).collect()
}
