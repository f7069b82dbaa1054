//! What marks and lines mean, in words below the picture.

use super::{
    Anchor, Text, WIDTH,
    marks::{Form, Shape},
    words::{Put, SMALL, line_height, put, width},
};

use crate::render::plain::one_line;

/// What stands before the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sample {
    /// A mark.
    Mark(Form),
    /// A mark that stands beside another, with that other.
    Beside(Form, Form),
    /// A piece of a line of this class.
    Line(&'static str),
    /// A piece of the line through values, with one of them.
    Series,
    /// An interval.
    Interval,
    /// A piece of a band.
    Band,
}

/// From where a sample begins to its words.
const SAMPLE: i64 = 36;

/// The entries, as many on a line as fit; and where they end.
pub(super) fn lay_out(entries: &[(Sample, String)], top: i64) -> (Vec<Shape>, Vec<Text>, i64) {
    let (mut shapes, mut texts) = (Vec::new(), Vec::new());
    let (mut x, mut y) = (0, top + 10);
    for (sample, words) in entries {
        let wide = SAMPLE + width(&one_line(words), SMALL) + 20;
        if x > 0 && x + wide > WIDTH {
            (x, y) = (0, y + 24);
        }
        shapes.extend(drawn(*sample, x + SAMPLE / 2 - 4, y));
        texts.extend(put(words, &line(x + SAMPLE, y, WIDTH - x - SAMPLE)));
        x += wide;
    }
    (shapes, texts, y + 14)
}

fn line(x: i64, middle: i64, room: i64) -> Put {
    Put { x, middle, anchor: Anchor::Start, font: SMALL, class: "quiet", room, lines: 1 }
}

fn drawn(sample: Sample, x: i64, y: i64) -> Vec<Shape> {
    let piece = |class, d| Shape { class, d, says: String::new() };
    let across = format!("M{} {y}h28", x - 14);
    match sample {
        Sample::Mark(form) => vec![form.at(x, y, String::new())],
        Sample::Beside(form, other) => {
            // The two together are as high as the line is, so they stand side by side here.
            let shift = if form == Form::Over { 14 } else { -14 };
            vec![other.at(x - 7, y, String::new()), form.at(x + 9, y + shift, String::new())]
        }
        Sample::Line(class) => vec![piece(class, across)],
        Sample::Series => vec![piece("values", across), Form::Dot.at(x, y, String::new())],
        Sample::Interval => {
            let (left, right, top) = (x - 12, x + 12, y - 4);
            vec![piece("range", format!("M{left} {y}H{right}M{left} {top}v8M{right} {top}v8"))]
        }
        Sample::Band => {
            let (left, low, high) = (x - 14, y + 6, y - 6);
            vec![
                piece("band", format!("M{left} {high}h28V{low}h-28z")),
                piece("band-edge", format!("M{left} {high}h28M{left} {low}h28")),
            ]
        }
    }
}

/// Sentences below the key, each on as many lines as it takes; and where they end.
pub(super) fn sentences(said: &[String], top: i64) -> (Vec<Text>, i64) {
    let (mut texts, mut y) = (Vec::new(), top);
    for sentence in said {
        let height = line_height(SMALL);
        // Measured first, since lines are placed around their middle.
        let lines = super::words::fit(sentence, SMALL, WIDTH, 9).len();
        let count = i64::try_from(lines).unwrap_or(1);
        let middle = y + count * height / 2 + 2;
        texts.extend(put(sentence, &Put { lines: 9, ..line(0, middle, WIDTH) }));
        y += count * height + 5;
    }
    (texts, y)
}
