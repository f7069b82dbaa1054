//! An axis across that does not begin at 0 says so, in words and by two strokes.

use super::{
    Anchor, Line, Text, WIDTH,
    words::{Put, SMALL, put},
};

/// The words around `middle` from `left` on, and the strokes through the beginning of the axis, as where something is cut out.
pub(super) fn said(words: &str, left: i64, middle: i64, floor: i64) -> (Vec<Line>, Vec<Text>) {
    let strokes =
        [left - 9, left - 5].map(|x| Line { x1: x, y1: floor + 4, x2: x + 5, y2: floor - 6, class: "zero" });
    let place = Put {
        x: left,
        middle,
        anchor: Anchor::Start,
        font: SMALL,
        class: "quiet",
        room: WIDTH - left,
        lines: 1,
    };
    (strokes.into(), put(words, &place))
}
