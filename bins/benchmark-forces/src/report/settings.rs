//! What a report is told beside the figures: measures, groups, populations, breaks.

use calendar::Window;
use msf_benchmark::{
    Bases, Break, Groups, Lookup, MEASURES, Measure, Populations, Why, known_breaks, read_breaks,
    read_groups, read_measures, read_populations, series,
};
use rulebook::Finding;
use table::{Rows, Source};

use crate::input::Input;

/// The measures of a file, or those that ship.
pub fn measures(input: Option<&Input>) -> Result<Vec<Measure>, String> {
    let shipped = Source::new("the shipped measures", MEASURES.as_bytes());
    read_measures(input.map_or(shipped, Input::source))
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\nerror: "))
}

/// The groups of a file.
pub fn groups(input: Option<&Input>) -> Result<Option<Groups>, String> {
    input.map(|input| read_groups(input.source()).map_err(|error| error.to_string())).transpose()
}

/// The populations of a file.
pub fn populations(input: Option<&Input>) -> Result<Option<Populations>, String> {
    input.map(|input| read_populations(input.source()).map_err(|error| error.to_string())).transpose()
}

/// The known breaks and those of a file, which replace known ones of the same id; and what is wrong with the file.
pub fn breaks(input: Option<&Input>) -> Result<(Vec<Break>, Vec<Finding>), String> {
    let Some(input) = input else { return Ok((known_breaks().to_vec(), Vec::new())) };
    let rows: Rows<Break> = read_breaks(input.source()).map_err(|error| error.to_string())?;
    let findings = rows.findings().cloned().collect();
    let own: Vec<Break> = rows.good.into_iter().map(|row| row.value).collect();
    let known = known_breaks().iter().filter(|known| own.iter().all(|one| one.id != known.id)).cloned();
    Ok((known.chain(own.iter().cloned()).collect(), findings))
}

/// Measures that can be worked out, and of the shipped ones those that cannot.
pub struct Workable {
    /// Some force has a number.
    pub measures: Vec<Measure>,
    /// The id of each that is left out, and why.
    pub left_out: Vec<(String, String)>,
}

/// The measures of which some force has a number in the period, and the others with the reason. A class that no table has is an
/// error in a file of the user's, which names its line.
pub fn workable(
    measures: Vec<Measure>,
    own: Option<&Input>,
    lookup: &Lookup<'_>,
    bases: Bases<'_>,
    window: Window,
) -> Result<Workable, String> {
    let (mut kept, mut left_out, mut wrong) = (Vec::new(), Vec::new(), Vec::new());
    for measure in measures {
        let points = series(&measure, lookup, bases, &[window]).points;
        if points.iter().any(|point| point.value.is_ok()) {
            kept.push(measure);
            continue;
        }
        let why = points.into_iter().find_map(|point| point.value.err());
        let hint = match &why {
            Some(Why::NoPopulations) => "; name the populations with --population FILE",
            Some(_) | None => "",
        };
        let why = why.map_or_else(|| "no force has a number".to_owned(), |why| why.to_string());
        if own.is_some() {
            wrong.push(format!("{}: `{}`: {why}{hint}", measure.place, measure.id));
        } else {
            left_out.push((measure.id, format!("{why}{hint}")));
        }
    }
    if kept.is_empty() && wrong.is_empty() {
        wrong = left_out.iter().map(|(id, why)| format!("`{id}`: {why}")).collect();
    }
    if wrong.is_empty() { Ok(Workable { measures: kept, left_out }) } else { Err(wrong.join("\nerror: ")) }
}
