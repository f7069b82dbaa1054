//! Horizontal bars from zero, each with its value beside it.

use serde::Serialize;

use super::{
    Anchor, Line, Text, WIDTH,
    scale::Scale,
    words::{BOLD, LABEL, Put, SMALL, column, line_height, put, width},
};
use crate::{Bar, render::plain::one_line};

/// From the middle of one bar to the middle of the next.
const ROW: i64 = 44;
const THICK: i64 = 24;
/// Above the first row.
const TOP: i64 = 6;

/// What the template of the bars prints.
#[derive(Serialize)]
pub(super) struct Picture {
    height: i64,
    bars: Vec<Drawn>,
    lines: Vec<Line>,
    texts: Vec<Text>,
}

#[derive(Serialize)]
struct Drawn {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    focus: bool,
    says: String,
}

pub(super) fn lay_out(axis: &str, bars: &[Bar]) -> Picture {
    let labels = column(bars.iter().map(|bar| bar.label.as_str()), BOLD, 200);
    let values = column(bars.iter().map(printed), BOLD, 180);
    let scale = Scale::around(bars.iter().filter_map(|bar| bar.hundredths), labels + 14, WIDTH - values - 14);
    let rows = i64::try_from(bars.len()).unwrap_or_default();
    let floor = TOP + rows * ROW;
    let mut picture = Picture { height: 0, bars: Vec::new(), lines: Vec::new(), texts: Vec::new() };
    let zero = scale.place(0);
    picture.axis(&scale, axis, floor);
    for (bar, row) in bars.iter().zip(0_i64..) {
        let middle = TOP + row * ROW + ROW / 2;
        let font = if bar.focus { BOLD } else { LABEL };
        let name =
            Put { x: labels + 2, middle, anchor: Anchor::End, font, class: "name", room: labels, lines: 2 };
        picture.texts.extend(put(&bar.label, &name));
        let end = bar.hundredths.map_or(zero, |value| scale.place(value));
        let class = if bar.hundredths.is_some() { "value" } else { "missing" };
        let x = zero.max(end) + 8;
        let value = Put { x, middle, anchor: Anchor::Start, font, class, room: WIDTH - x, lines: 1 };
        picture.texts.extend(put(printed(bar), &value));
        if bar.hundredths.is_some() {
            picture.bars.push(Drawn {
                x: zero.min(end),
                y: middle - THICK / 2,
                // A value too small to see is still drawn.
                width: (zero - end).abs().max(1),
                height: THICK,
                focus: bar.focus,
                says: format!("{}: {}", one_line(&bar.label), one_line(printed(bar))),
            });
        }
    }
    picture.lines.push(Line::upright(zero, TOP, floor, "zero"));
    picture
}

/// What stands beside a bar.
fn printed(bar: &Bar) -> &str {
    if bar.printed.trim().is_empty() { "not known" } else { &bar.printed }
}

impl Picture {
    fn axis(&mut self, scale: &Scale, axis: &str, floor: i64) {
        let (lines, texts, below) = below(scale, axis, TOP, floor);
        self.lines.extend(lines);
        self.texts.extend(texts);
        self.height = below;
    }
}

/// The grid, the numbers below it and the words that say what they measure; and where all of that ends.
pub(super) fn below(scale: &Scale, axis: &str, top: i64, floor: i64) -> (Vec<Line>, Vec<Text>, i64) {
    below_steps(&scale.ticks(), scale.centre(), axis, top, floor)
}

/// The same for steps that are given.
pub(super) fn below_steps(
    steps: &[(i64, String)],
    centre: i64,
    axis: &str,
    top: i64,
    floor: i64,
) -> (Vec<Line>, Vec<Text>, i64) {
    let (mut lines, mut texts, mut taken) = (Vec::new(), Vec::new(), i64::MIN);
    let middle = floor + 14;
    for (x, number) in steps {
        lines.push(Line::upright(*x, top, floor + 4, "grid"));
        let half = width(number, SMALL) / 2 + 1;
        let centre = (*x).clamp(half, WIDTH - half);
        if centre - half > taken {
            taken = centre + half + 8;
            let place = Put {
                x: centre,
                middle,
                anchor: Anchor::Middle,
                font: SMALL,
                class: "quiet",
                room: WIDTH,
                lines: 1,
            };
            texts.extend(put(number, &place));
        }
    }
    let place = Put {
        x: centre,
        middle: middle + 30,
        anchor: Anchor::Middle,
        font: SMALL,
        class: "quiet",
        room: 2 * centre.min(WIDTH - centre) - 8,
        lines: 2,
    };
    texts.extend(put(axis, &place));
    (lines, texts, middle + 30 + line_height(SMALL) + 6)
}
