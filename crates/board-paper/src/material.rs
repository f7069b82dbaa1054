//! What the rooms give for a paper: figures, tables, charts and findings, each under the name a narrative uses.

use std::collections::BTreeMap;

use document::{Cell, Chart, Head, Inline, Row, Table};
use rulebook::{Figure, Finding, Severity};
use table::Rows;

mod printed;

pub(crate) use printed::PrintedTable;

/// How many rows of a file were read: in = good + rejected + not yet known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowCount {
    /// The file.
    pub file: String,
    /// Rows that are used.
    pub good: usize,
    /// Rows that are not.
    pub rejected: usize,
    /// Rows that became known only after the day as at which the paper was computed. The paper does not speak of them.
    pub not_yet_known: usize,
}

/// What all rooms give.
#[derive(Debug, Default)]
pub(crate) struct Material {
    /// Every figure.
    pub(crate) figures: Vec<Figure>,
    /// Every table by its id.
    pub(crate) tables: BTreeMap<String, Table>,
    /// Every chart by its id.
    pub(crate) charts: BTreeMap<String, Chart>,
    /// Findings by room, in the order in which rooms were asked.
    pub(crate) findings: Vec<(&'static str, Vec<Finding>)>,
    /// Rooms whose findings are about single people: the paper counts them, and lists none.
    pub(crate) person_level: Vec<&'static str>,
    /// Rooms of which a file could not be read.
    pub(crate) unread: Vec<&'static str>,
    /// Percentages that somebody printed, by table.
    pub(crate) printed: Vec<PrintedTable>,
    /// Rows of each file.
    pub(crate) counts: Vec<RowCount>,
}

impl Material {
    pub(crate) fn figure(&self, id: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.id.as_str() == id)
    }

    /// Why a figure that is not there may be missing: a row of its room was rejected.
    pub(crate) fn rejected_in(&self, room: &str) -> Option<String> {
        let (_, findings) = self.findings.iter().find(|(name, _)| *name == room)?;
        let mut files: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .filter_map(|finding| finding.place.as_ref().map(|place| place.file.as_str()))
            .collect();
        files.dedup();
        if files.is_empty() { None } else { Some(format!("a row of {} was rejected", files.join(" and "))) }
    }

    pub(crate) fn table(&mut self, table: Table) {
        self.tables.insert(table.id.clone(), table);
    }

    pub(crate) fn chart(&mut self, chart: Chart) {
        self.charts.insert(chart.id.clone(), chart);
    }

    pub(crate) fn count<T>(&mut self, rows: Option<&Rows<T>>) {
        if let Some(rows) = rows {
            self.counts.push(RowCount {
                file: rows.file.clone(),
                good: rows.good.len(),
                rejected: rows.rejected.len(),
                not_yet_known: 0,
            });
        }
    }

    /// The same for a table whose rows became known on different days.
    pub(crate) fn count_known<T>(&mut self, rows: Option<&Rows<T>>, known: impl Fn(&T) -> bool) {
        self.count(rows);
        if let (Some(rows), Some(count)) = (rows, self.counts.last_mut()) {
            count.good = rows.good.iter().filter(|row| known(&row.value)).count();
            count.not_yet_known = rows.good.len() - count.good;
        }
    }

    /// The rooms that were asked, for a message.
    pub(crate) fn rooms(&self) -> String {
        self.findings.iter().map(|(room, _)| *room).collect::<Vec<_>>().join(", ")
    }

    /// What a room found, as a table; none if the room was not asked.
    pub(crate) fn findings_table(&self, room: &str) -> Option<Table> {
        let (name, findings) = self.findings.iter().find(|(name, _)| *name == room)?;
        let caption = format!("What the program found: {}", title(name));
        if self.person_level.contains(name) {
            return Some(by_rule(format!("findings-{name}"), caption, findings));
        }
        Some(listed(format!("findings-{name}"), caption, findings))
    }
}

/// A room's name as readers know it.
pub(crate) fn title(room: &str) -> &str {
    match room {
        "audit" => "crime data integrity",
        "benchmark" => "comparison of forces",
        "change" => "change portfolio",
        "organisation" => "organisation",
        "communications" => "communications",
        "partnerships" => "information sharing",
        "legal" => "legal services",
        "claims" => "claims register",
        "events" => "events",
        "paper" => "numbers printed and typed",
        other => other,
    }
}

/// Findings one by one, the gravest first.
pub(crate) fn listed(id: String, caption: String, findings: &[Finding]) -> Table {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    Table {
        id,
        caption,
        head: vec![Head::words("Severity"), Head::words("Finding, and what mends it"), Head::words("Where")],
        rows: sorted
            .into_iter()
            .map(|finding| {
                let what = vec![
                    Inline::text(sentence(&quoted(&finding.sentence))),
                    Inline::text(format!(" To mend it: {} ", sentence_inside(&quoted(finding.rule.mend)))),
                    Inline::Reference {
                        target: format!("rule-{}", finding.rule.id),
                        text: finding.rule.id.to_string(),
                    },
                ];
                Row::new([
                    Cell::from(finding.severity.to_string()),
                    Cell(what),
                    Cell::from(
                        finding.place.as_ref().map_or_else(|| finding.record.clone(), ToString::to_string),
                    ),
                ])
            })
            .collect(),
        notes: none_found(findings),
    }
}

/// Backticks around a word, as messages have them, become quotation marks.
pub(crate) fn quoted(words: &str) -> String {
    let mut open = true;
    let parts: Vec<&str> = words.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return words.to_owned();
    }
    let mut out = String::new();
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            out.push(if open { '‘' } else { '’' });
            open = !open;
        }
        out.push_str(part);
    }
    out
}

/// Words with a full stop.
fn sentence_inside(words: &str) -> String {
    if words.ends_with(['.', '?', '!']) { words.to_owned() } else { format!("{words}.") }
}

/// Findings about single people: which rules found something. How many, and about whom, stays in `findings.csv`.
fn by_rule(id: String, caption: String, findings: &[Finding]) -> Table {
    let mut rules: BTreeMap<(std::cmp::Reverse<Severity>, &str), &Finding> = BTreeMap::new();
    for finding in findings {
        rules.entry((std::cmp::Reverse(finding.severity), finding.rule.id.0)).or_insert(finding);
    }
    let mut notes = none_found(findings);
    notes.push(vec![Inline::text(
        "These findings are about single people, so the paper says only which rules found something; the rows are in findings.csv.",
    )]);
    Table {
        id,
        caption,
        head: vec![Head::words("Severity"), Head::words("Rule"), Head::words("What mends it")],
        rows: rules
            .into_iter()
            .map(|((severity, _), finding)| {
                Row::new([
                    Cell::from(severity.0.to_string()),
                    Cell(vec![Inline::Reference {
                        target: format!("rule-{}", finding.rule.id),
                        text: finding.rule.title.to_owned(),
                    }]),
                    Cell::from(finding.rule.mend),
                ])
            })
            .collect(),
        notes,
    }
}

fn none_found(findings: &[Finding]) -> Vec<Vec<Inline>> {
    if findings.is_empty() { vec![vec![Inline::text("Nothing was found.")]] } else { Vec::new() }
}

/// A finding's sentence with a capital and a full stop.
pub(crate) fn sentence(words: &str) -> String {
    sentence_inside(&capital(words))
}

/// Words with a capital.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backticks_in_pairs_become_quotation_marks() {
        assert_eq!(quoted("`A` is in `b`"), "‘A’ is in ‘b’");
        assert_eq!(quoted("a lone ` stays"), "a lone ` stays");
        assert_eq!(sentence("élan"), "Élan.");
    }
}
