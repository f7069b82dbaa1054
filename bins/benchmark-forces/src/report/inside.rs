//! The community safety partnerships within the force, class by class.

use std::{collections::BTreeSet, path::Path};

use crime::Force;
use msf_benchmark::{
    Area, Measure, Numerator, PartnershipShare, Partnerships, Published, TOTAL, headline, partnerships,
};
use rulebook::{Figure, FigureId, Rounding, Value};
use statistics::{Confidence, IntervalMethod};

use crate::input::{self, Input};

/// What is said of them.
pub struct Inside {
    /// One for each class and period.
    pub classes: Vec<OfClass>,
    /// The tables of the file.
    pub tables: Vec<Published>,
    /// The file.
    pub input: Input,
}

/// The partnerships in one class.
pub struct OfClass {
    /// How they compare.
    pub found: Partnerships,
    /// The share of each, in the order of the shares.
    pub figures: Vec<Figure>,
}

impl OfClass {
    /// Where it stands on the page.
    pub fn anchor(&self) -> String {
        let slug = FigureId::of(&[&format!("{} {}", self.found.class, self.found.window.last())]);
        format!("partnerships.{slug}")
    }
}

/// Reads a file of partnerships and compares those of a force: in the classes of the measures; where no measure names a class that such
/// tables have, in all that the table has.
pub fn read(
    path: &Path,
    force: Force,
    measures: &[Measure],
    limits: (Confidence, Confidence),
) -> Result<Inside, String> {
    let (tables, inputs) = input::tables(&[path.to_owned()])?;
    let named: BTreeSet<&str> = measures.iter().flat_map(classes).filter_map(headline).collect();
    let mut classes = Vec::new();
    for table in &tables {
        let has = |area: &Area| matches!(area, Area::Partnership { force: of, .. } if *of == force);
        if !table.areas.iter().any(has) {
            continue;
        }
        let there: BTreeSet<&str> = table.classes.iter().filter_map(|class| headline(&class.name)).collect();
        let asked: Vec<&str> = there.intersection(&named).copied().collect();
        let asked = if asked.is_empty() { there.into_iter().collect() } else { asked };
        for window in &table.windows {
            for class in asked.iter().filter(|class| **class != TOTAL) {
                let found = partnerships(table, force, *window, class, limits)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                let figures = found.shares.iter().map(|share| figure(&found, share, limits.0)).collect();
                classes.push(OfClass { found, figures });
            }
        }
    }
    let Some(input) = inputs.into_iter().next().filter(|_| !classes.is_empty()) else {
        return Err(format!("{}: no table has partnerships of {force}", path.display()));
    };
    Ok(Inside { classes, tables, input })
}

fn classes(measure: &Measure) -> impl Iterator<Item = &str> {
    let classes = match &measure.numerator {
        Numerator::Classes { classes, .. } => classes.as_slice(),
        Numerator::Total { .. } | Numerator::Score => &[],
    };
    classes.iter().map(String::as_str)
}

fn figure(found: &Partnerships, share: &PartnershipShare, confidence: Confidence) -> Figure {
    let last = found.window.last().to_string();
    let id = FigureId::of(&["benchmark", "partnerships", found.class, &last, &share.name]);
    let label =
        format!("{}: {} as a share of all crime but fraud, {}", share.name, found.class, found.window);
    let figure = Figure::new(id, label, Value::Share { part: share.part, whole: share.whole })
        .rounded(Rounding::nearest(1))
        .from_cells(share.places.iter().cloned());
    let meaning = "how far chance alone could have moved such a count; recorded crime is no sample";
    match IntervalMethod::Wilson.interval(share.part, share.whole, confidence, meaning) {
        Some(interval) => figure.with_interval(share.whole, interval),
        None => figure,
    }
}
