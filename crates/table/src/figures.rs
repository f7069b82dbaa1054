//! Figures as a table for machines.

use rulebook::{Figure, FigureId};

mod reading;

pub use reading::{FIGURES, read_figures};

/// The columns of [`figures`].
const HEADER: [&str; 15] = [
    "id",
    "label",
    "printed",
    "exact",
    "unit",
    "qualifier",
    "rounding",
    "n",
    "interval",
    "interval_method",
    "interval_meaning",
    "origin",
    "working",
    "rule",
    "printed_in",
];

/// `figures.csv`: every figure with its interval, its origin, and the places of a paper that print it; none of them for figures that stand in
/// no paper. A cell that a spreadsheet would take for a formula is neutralised.
///
/// ```
/// use rulebook::{Figure, FigureId, Value};
/// let figure = Figure::new(FigureId::of(&["audit", "due"]), "crimes due", Value::Count(332)).unit("crimes");
/// let csv = String::from_utf8(table::figures(&[figure], |_| "paragraph 3".to_owned()))?;
/// let row = csv.lines().nth(1).ok_or("no row")?;
/// assert!(row.starts_with("audit.due,crimes due,332,332,crimes,exact,") && row.ends_with(",paragraph 3"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn figures(figures: &[Figure], printed_in: impl Fn(&FigureId) -> String) -> Vec<u8> {
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|figure| {
            let interval = figure.interval.as_ref();
            vec![
                figure.id.to_string(),
                figure.label.clone(),
                figure.printed(),
                figure.exact(),
                figure.unit.to_string(),
                figure.qualifier.to_string(),
                figure.rounding.to_string(),
                figure.n.map_or_else(String::new, |n| n.to_string()),
                figure.interval_printed().unwrap_or_default(),
                interval.map_or_else(String::new, |interval| interval.method.clone()),
                interval.map_or_else(String::new, |interval| interval.meaning.clone()),
                figure.origin.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
                figure.working.clone(),
                figure.by.map_or_else(String::new, |rule| rule.id.to_string()),
                printed_in(&figure.id),
            ]
        })
        .collect();
    // Every row has as many cells as the header.
    crate::write(&HEADER, &rows).unwrap_or_default()
}
