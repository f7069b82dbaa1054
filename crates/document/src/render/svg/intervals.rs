//! Points with an interval each, on an axis of percentages.

use serde::Serialize;

use super::{
    Anchor, Line, Text, WIDTH, bars,
    scale::Scale,
    words::{LABEL, Put, column, put},
};
use crate::{WithInterval, render::plain::one_line};

/// From the middle of one point to the middle of the next.
const ROW: i64 = 44;
/// Above the first row.
const TOP: i64 = 6;

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

pub(super) fn lay_out(axis: &str, points: &[WithInterval]) -> Picture {
    let labels = column(points.iter().map(|point| point.label.as_str()), LABEL, 190);
    let values = column(points.iter().map(printed), LABEL, 200);
    let right = WIDTH - values - 24;
    let scale = Scale::percent(labels + 18, right);
    let rows = i64::try_from(points.len()).unwrap_or_default();
    let floor = TOP + rows * ROW;
    let (lines, texts, height) = bars::below(&scale, axis, TOP, floor);
    let mut picture = Picture { height, points: Vec::new(), lines, texts };
    for (point, row) in points.iter().zip(0_i64..) {
        let middle = TOP + row * ROW + ROW / 2;
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
