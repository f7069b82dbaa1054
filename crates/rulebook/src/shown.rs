//! Figures side by side, as a page and a workbook show them.

use crate::{Figure, Rule};

/// A rate with the name it is shown under.
#[derive(Debug, Clone, Copy)]
pub struct Rated<'a> {
    /// The store, unit, role, route or month.
    pub name: &'a str,
    /// The rate: a share, with its interval if it has one.
    pub figure: &'a Figure,
}

/// How many findings a rule made.
#[derive(Debug, Clone, Copy)]
pub struct OfRule<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// Its findings.
    pub findings: &'a Figure,
    /// Those of them that somebody has answered for, where that is asked.
    pub waived: Option<&'a Figure>,
}

impl Figure {
    /// How it was made, in words; `counted`, if nothing more is to be said.
    ///
    /// ```
    /// use rulebook::{Figure, FigureId, Value};
    /// let figure = Figure::new(FigureId::of(&["audit", "late"]), "crimes recorded late", Value::Count(7));
    /// assert_eq!(figure.made(), "counted");
    /// ```
    #[must_use]
    pub fn made(&self) -> String {
        let mut made = vec![self.working.clone()];
        made.extend(self.interval.as_ref().map(|interval| format!("interval: {}", interval.method)));
        made.extend(self.by.map(|rule| format!("rule {}", rule.id)));
        made.retain(|part| !part.is_empty());
        if made.is_empty() { "counted".to_owned() } else { made.join("; ") }
    }
}

/// What the intervals of some figures do and do not say, each once.
#[must_use]
pub fn meanings<'a>(figures: impl Iterator<Item = &'a Figure>) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for interval in figures.filter_map(|figure| figure.interval.as_ref()) {
        let note = format!("Interval ({}): {}", interval.method, interval.meaning);
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// How a column of intervals is called: `95% interval`, if all of them are as sure as each other.
#[must_use]
pub fn interval_head<'a>(figures: impl Iterator<Item = &'a Figure>) -> String {
    let sure = figures.filter_map(|figure| figure.interval.as_ref()?.method.rsplit_once(", "));
    let mut sure: Vec<&str> = sure.map(|(_, confidence)| confidence).collect();
    sure.dedup();
    match sure.as_slice() {
        [confidence] => format!("{confidence} interval"),
        [] | [_, ..] => "Interval".to_owned(),
    }
}

/// Why a break-down is left out, if it is: below its header it has a row of one cell, which says so, in place of its rows. The first `words`
/// columns of a break-down are names, the others counts.
///
/// ```
/// let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
/// let header = row(&["unit", "late"]);
/// assert_eq!(rulebook::left_out(&header, &[row(&["left out: too few"])], 1), Some("left out: too few"));
/// assert_eq!(rulebook::left_out(&header, &[row(&["North", "12"])], 1), None);
/// ```
#[must_use]
pub fn left_out<'a>(header: &[String], rows: &'a [Vec<String>], words: usize) -> Option<&'a str> {
    let short = |row: &&Vec<String>| row.len() == 1 && (header.len() > 1 || header.len() <= words);
    rows.iter().find(short).and_then(|row| row.first()).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::*;
    use crate::{FigureId, Interval, Value};

    fn with_interval(method: &str) -> Figure {
        let mut figure = Figure::new(FigureId::of(&["rate"]), "a rate", Value::Share { part: 1, whole: 2 });
        figure.interval = Some(Interval {
            low: Decimal::ZERO,
            high: Decimal::ONE,
            method: method.to_owned(),
            meaning: "chance alone".to_owned(),
        });
        figure
    }

    #[test]
    fn intervals_that_are_equally_sure_share_a_head_and_a_note() {
        let alike = [with_interval("Wilson, 95%"), with_interval("Wilson, 95%")];
        assert_eq!(interval_head(alike.iter()), "95% interval");
        assert_eq!(meanings(alike.iter()), ["Interval (Wilson, 95%): chance alone"]);
        let other = [with_interval("Wilson, 95%"), with_interval("Wilson, 90%")];
        assert_eq!(interval_head(other.iter()), "Interval");
        assert_eq!(meanings(other.iter()).len(), 2);
        assert_eq!(alike[0].made(), "interval: Wilson, 95%");
    }
}
