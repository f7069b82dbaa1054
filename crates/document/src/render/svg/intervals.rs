//! Points with an interval each, on an axis of percentages.

use serde::Serialize;

use super::{
    Anchor, Line, Text, WIDTH, bars, beginning,
    scale::Scale,
    words::{LABEL, Put, column, put},
};
use crate::{WithInterval, render::plain::one_line};

/// From the middle of one point to the middle of the next.
const ROW: i64 = 44;
/// Between the points that are set apart and the others.
const APART: i64 = 18;
/// Above the first row.
const TOP: i64 = 6;
/// The same where a line of words says that the axis does not begin at 0.
const BELOW_WORDS: i64 = 30;

/// What the template of the intervals prints.
#[derive(Serialize)]
pub(super) struct Picture {
    height: i64,
    points: Vec<Drawn>,
    lines: Vec<Line>,
    texts: Vec<Text>,
}

#[derive(Serialize)]
struct Drawn {
    x: i64,
    low: i64,
    high: i64,
    y: i64,
    says: String,
}

pub(super) fn lay_out(axis: &str, from: u8, apart: usize, points: &[WithInterval]) -> Picture {
    let from = from.min(99);
    let labels = column(points.iter().map(|point| point.label.as_str()), LABEL, 190);
    let values = column(points.iter().map(printed), LABEL, 200);
    let right = WIDTH - values - 24;
    let scale = Scale::percent(from, labels + 18, right);
    let rows = i64::try_from(points.len()).unwrap_or_default();
    let top = if from > 0 { BELOW_WORDS } else { TOP };
    // A line with nothing on one side of it would set nothing apart.
    let apart = if apart < points.len() { i64::try_from(apart).unwrap_or_default() } else { 0 };
    let gap = if apart > 0 { APART } else { 0 };
    let floor = top + rows * ROW + gap;
    let (mut lines, mut texts, height) = bars::below(&scale, axis, top, floor);
    if from > 0 {
        let words = format!("the axis begins at {from}%, not at 0%");
        let (strokes, said) = beginning::said(&words, scale.left(), BELOW_WORDS / 2 - 3, floor);
        lines.extend(strokes);
        texts.extend(said);
    }
    if apart > 0 {
        let y = top + apart * ROW + gap / 2;
        lines.push(Line { x1: 0, y1: y, x2: WIDTH, y2: y, class: "zero" });
    }
    let mut picture = Picture { height, points: Vec::new(), lines, texts };
    for (point, row) in points.iter().zip(0_i64..) {
        let middle = top + row * ROW + ROW / 2 + if row < apart { 0 } else { gap };
        let place = |x, anchor, class, room| Put { x, middle, anchor, font: LABEL, class, room, lines: 2 };
        picture.texts.extend(put(&point.label, &place(labels + 2, Anchor::End, "name", labels)));
        let class = if point.hundredths.is_some() { "value" } else { "missing" };
        picture.texts.extend(put(printed(point), &place(right + 20, Anchor::Start, class, values)));
        if let Some((value, low, high)) = point.hundredths {
            picture.points.push(Drawn {
                x: scale.place(value),
                low: scale.place(low.min(high)),
                high: scale.place(low.max(high)),
                y: middle,
                says: format!("{}: {}", one_line(&point.label), one_line(printed(point))),
            });
        }
    }
    picture
}

/// What stands beside a point.
fn printed(point: &WithInterval) -> &str {
    if point.printed.trim().is_empty() { "not known" } else { &point.printed }
}
