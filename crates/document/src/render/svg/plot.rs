//! A field between an axis upwards and an axis across, in which curves are cut at the edges.

use serde::Serialize;

use super::{
    Anchor, Line, Text, WIDTH,
    marks::Shape,
    scale::Scale,
    words::{Put, SMALL, column, put},
};

/// What the template of plots prints.
#[derive(Serialize)]
pub(super) struct Picture {
    pub(super) height: i64,
    /// Where curves are cut; none if there are none.
    pub(super) clip: Option<Frame>,
    pub(super) curves: Vec<Shape>,
    pub(super) marks: Vec<Shape>,
    pub(super) lines: Vec<Line>,
    pub(super) texts: Vec<Text>,
}

/// The field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Frame {
    pub(super) left: i64,
    pub(super) right: i64,
    pub(super) top: i64,
    pub(super) floor: i64,
}

/// The axis upwards: its words above, its numbers at the left, its lines across.
pub(super) struct Upward {
    pub(super) scale: Scale,
    pub(super) frame: Frame,
    pub(super) lines: Vec<Line>,
    pub(super) texts: Vec<Text>,
}

impl Upward {
    /// An axis for these values, `height` high, with `above` left free between its words and the field.
    pub(super) fn holding(values: &[i64], words: &str, above: i64, height: i64) -> Self {
        let measured = |floor, top| Scale::holding(values.iter().copied(), floor, top);
        let cut = measured(1, 0).begins();
        let (mut lines, mut texts) = (Vec::new(), Vec::new());
        let line = |x, middle, anchor, lines| Put {
            x,
            middle,
            anchor,
            font: SMALL,
            class: "quiet",
            room: WIDTH - x,
            lines,
        };
        texts.extend(put(words, &line(0, 16, Anchor::Start, 2)));
        if let Some(from) = &cut {
            let said = format!("this axis begins at {from}, not at 0");
            texts.extend(put(&said, &line(0, 42, Anchor::Start, 1)));
        }
        let top = if cut.is_some() { 62 } else { 44 } + above;
        let floor = top + height;
        let scale = measured(floor, top);
        let ticks = scale.ticks();
        let left = column(ticks.iter().map(|(_, number)| number.as_str()), SMALL, 220) + 12;
        let frame = Frame { left, right: WIDTH - 6, top, floor };
        for (y, number) in ticks {
            lines.push(Line { x1: left - 4, y1: y, x2: frame.right, y2: y, class: "grid" });
            texts.extend(put(&number, &Put { room: left - 8, ..line(left - 8, y, Anchor::End, 1) }));
        }
        if cut.is_some() {
            // Two strokes through the beginning of the axis, as where something is cut out.
            for y in [floor - 5, floor - 9] {
                lines.push(Line { x1: left - 5, y1: y, x2: left + 5, y2: y - 4, class: "zero" });
            }
        }
        lines.push(Line::upright(left, top, floor, "zero"));
        Self { scale, frame, lines, texts }
    }
}
