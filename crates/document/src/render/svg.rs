//! Charts as SVG inside the page.
//!
//! All places are computed here, in whole units of the view box; the templates only print them. Nothing is told by
//! colour alone, and no text leaves the picture or covers another text.

mod bars;
mod bases;
mod beginning;
mod control;
mod control_words;
mod funnel;
mod heat;
mod heat_map;
mod intervals;
mod key;
mod marks;
mod names;
mod periods;
mod plot;
mod ranked;
mod scale;
mod timeline;
mod words;

use minijinja::{
    Environment, context,
    value::{Serde, Value},
};
use serde::Serialize;

use super::RenderError;
use crate::{Chart, ChartKind};

/// The width of every chart, in units of its view box. At this width a unit is about a pixel.
const WIDTH: i64 = 720;

/// The chart as an `svg` element that carries its title and description.
pub(super) fn chart(chart: &Chart, templates: &Environment<'_>) -> Result<String, RenderError> {
    let (template, picture) = match &chart.kind {
        ChartKind::Bars { axis, bars } => ("bars.svg", Value::from(Serde(bars::lay_out(axis, bars)))),
        ChartKind::Intervals { axis, from, apart, points } => {
            ("intervals.svg", Value::from(Serde(intervals::lay_out(axis, *from, *apart, points))))
        }
        ChartKind::HeatMap { rows, columns, of, names, cells } => {
            let words = heat_map::Words { rows, columns, of };
            ("heat_map.svg", Value::from(Serde(heat_map::lay_out(&words, names, cells))))
        }
        ChartKind::Funnel(funnel) => ("plot.svg", Value::from(Serde(funnel::lay_out(funnel)))),
        ChartKind::Control(control) => ("plot.svg", Value::from(Serde(control::lay_out(control)))),
        ChartKind::Ranked(ranked) => ("plot.svg", Value::from(Serde(ranked::lay_out(ranked)))),
        ChartKind::Timeline { from, to, as_at, lanes } => {
            let axis = timeline::Days::new(*from, *to);
            ("timeline.svg", Value::from(Serde(timeline::lay_out(axis, *as_at, lanes))))
        }
    };
    let (id, title, description) = (&chart.id, &chart.title, &chart.description);
    let svg = templates.get_template(template)?;
    Ok(svg.render(context! { id, title, description, width => WIDTH, picture })?)
}

/// A line of text in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Text {
    /// Where it starts, ends or has its middle, as `anchor` says.
    x: i64,
    /// Its base line.
    y: i64,
    anchor: Anchor,
    size: i64,
    bold: bool,
    class: &'static str,
    words: String,
    /// All of it, where `words` had to be cut.
    full: Option<String>,
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Anchor {
    Start,
    Middle,
    End,
}

/// A straight line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Line {
    x1: i64,
    y1: i64,
    x2: i64,
    y2: i64,
    class: &'static str,
}

impl Line {
    const fn upright(x: i64, top: i64, bottom: i64, class: &'static str) -> Self {
        Self { x1: x, y1: top, x2: x, y2: bottom, class }
    }
}

#[cfg(test)]
mod tests;
