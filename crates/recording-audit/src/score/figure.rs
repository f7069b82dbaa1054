//! The figures of an audit under their names.

use rulebook::{Figure, FigureId, Known, Place, Rounding, Value};

use crate::score::{Estimate, Measure, Rate, Settings};

/// Of what a figure is told: a stratum of a force, or all strata together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    pub force: Option<&'a str>,
    /// The stratum as figures are named and as people read it; none for all together.
    pub stratum: Option<(&'a str, &'a str)>,
}

/// What was counted of a measure.
#[derive(Debug, Clone)]
pub(super) struct Counted {
    pub measure: Measure,
    pub part: Known<u64>,
    pub whole: Known<u64>,
    pub cells: Vec<Place>,
}

impl Told<'_> {
    pub fn id(&self, what: &str) -> FigureId {
        let mut parts = vec!["audit"];
        parts.extend(self.force);
        parts.push(self.stratum.map_or("all", |(slug, _)| slug));
        parts.push(what);
        FigureId::of(&parts)
    }

    fn label(&self, label: &str) -> String {
        let stratum = self.stratum.map_or("all strata together", |(_, name)| name);
        self.force
            .map_or_else(|| format!("{stratum}: {label}"), |force| format!("{force}, {stratum}: {label}"))
    }

    pub fn figure(&self, what: &str, label: &str, value: Value) -> Figure {
        Figure::new(self.id(what), self.label(label), value).rounded(Rounding::nearest(1))
    }

    pub fn count(
        &self,
        what: &str,
        label: &str,
        value: Value,
        unit: &'static str,
        cells: &[Place],
    ) -> Figure {
        self.figure(what, label, value).unit(unit).from_cells(cells.iter().cloned())
    }

    /// A rate whose interval is that of a simple sample, unless there are too few, or why there is none.
    pub fn simple(
        &self,
        counted: Counted,
        withheld: Option<&str>,
        settings: &Settings,
        meaning: String,
    ) -> Rate {
        let Counted { measure, part, whole, cells } = counted;
        let value = match (withheld, part, whole) {
            (Some(reason), _, _) => Value::Withheld(reason.to_owned()),
            (None, Known::Is(part), Known::Is(whole)) if too_few(whole, settings) => few(part, whole),
            (None, Known::Is(part), Known::Is(whole)) => Value::Share { part, whole },
            (None, Known::NotSupplied, _) | (None, _, Known::NotSupplied) => Value::NotSupplied,
            (None, _, _) => Value::NotKnown,
        };
        let mut figure = self.figure(measure.id(), measure.label(), value).from_cells(cells);
        if let (None, Known::Is(part), Known::Is(whole)) = (withheld, part, whole) {
            figure = figure.working(format!("{part} of {whole}"));
            figure.n = Some(whole);
            let interval = settings.interval.interval(part, whole, settings.confidence, meaning);
            if let Some(interval) = interval.filter(|_| matches!(figure.value, Value::Share { .. })) {
                figure = figure.with_interval(whole, interval);
            }
        }
        Rate { measure, part, whole, estimate: Estimate::OfTheSample, figure }
    }
}

/// Whether a rate of so many is not printed. Of none at all it is not computable, which says more.
pub(super) const fn too_few(whole: u64, settings: &Settings) -> bool {
    0 < whole && whole < settings.least
}

/// What stands in place of a rate of too few.
pub(super) fn few(part: u64, whole: u64) -> Value {
    Value::Words(format!("too few to say: {part} of {whole}"))
}
