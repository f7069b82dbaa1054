//! Rows of points with an interval each, on an axis of any unit.

use super::{
    Anchor, Line, Text, WIDTH, bars, beginning,
    key::{self, Sample},
    marks::{Form, Shape, path},
    plot::Picture,
    scale::Scale,
    words::{BOLD, Font, LABEL, Put, column, put},
};
use crate::{Ranked, RankedRow, Standing, render::plain::one_line};

/// From the middle of one row to the middle of the next: so that 43 of them stand on one printed page.
const ROW: i64 = 19;
/// Above the first row, for the numbers of the axis.
const TOP: i64 = 26;
/// More where a line of words says that the axis does not begin at 0.
const WORDS: i64 = 20;

pub(super) fn lay_out(ranked: &Ranked) -> Picture {
    let font = |row: &RankedRow| if row.standing == Standing::Focus { BOLD } else { LABEL };
    let labels = column(ranked.rows.iter().map(|row| row.label.as_str()), BOLD, 190);
    let values = column(ranked.rows.iter().map(printed), BOLD, 200);
    let right = WIDTH - values - 24;
    let scale = Scale::holding(held(ranked).into_iter(), labels + 18, right);
    let begins = scale.begins();
    let top = if begins.is_some() { TOP + WORDS } else { TOP };
    let floor = top + ROW * i64::try_from(ranked.rows.len()).unwrap_or_default() + 4;
    let (mut lines, mut texts, below) = bars::below(&scale, &ranked.axis, top, floor);
    // The numbers of the axis stand above the rows as well.
    let above: Vec<Text> = texts
        .iter()
        .filter(|text| text.y < floor + 24)
        .map(|number| Text { y: number.y - floor + top - 26, ..number.clone() })
        .collect();
    texts.extend(above);
    if let Some(from) = begins {
        let words = format!("the axis begins at {from}, not at 0");
        let (strokes, said) = beginning::said(&words, scale.left(), 10, floor);
        lines.extend(strokes);
        texts.extend(said);
    }
    let mut picture = Picture { height: 0, clip: None, curves: Vec::new(), marks: Vec::new(), lines, texts };
    for (row, at) in ranked.rows.iter().zip(0_i64..) {
        picture.row(
            row,
            top + at * ROW + ROW / 2 + 2,
            &Columns { labels, right, values, font: font(row) },
            &scale,
        );
    }
    if let Some(line) = &ranked.centre {
        let x = scale.place(line.hundredths);
        let d = path(&[(x, top), (x, floor)]);
        // Below the marks, above the lines that lead from names to values.
        picture.marks.insert(0, Shape { class: "centre", d, says: one_line(&line.name) });
    }
    let (shapes, texts, below) = key::lay_out(&entries(ranked), below);
    picture.marks.extend(shapes);
    picture.texts.extend(texts);
    let (texts, below) = key::sentences(&ranked.left_out, below + 4);
    picture.texts.extend(texts);
    picture.height = below + 4;
    picture
}

/// All that the axis must hold.
fn held(ranked: &Ranked) -> Vec<i64> {
    let mut held: Vec<i64> = ranked.centre.iter().map(|line| line.hundredths).collect();
    for row in &ranked.rows {
        if let Some(value) = row.hundredths {
            held.push(value);
            held.extend(row.interval.iter().flat_map(|(low, high)| [*low, *high]));
        }
    }
    held
}

/// Where the columns of a row stand.
struct Columns {
    labels: i64,
    right: i64,
    values: i64,
    font: Font,
}

impl Picture {
    fn row(&mut self, row: &RankedRow, middle: i64, columns: &Columns, scale: &Scale) {
        let Columns { labels, right, values, font } = *columns;
        let place = |x, anchor, class, room| Put { x, middle, anchor, font, class, room, lines: 1 };
        self.texts.extend(put(&row.label, &place(labels + 2, Anchor::End, "name", labels)));
        let class = if row.hundredths.is_some() { "value" } else { "missing" };
        self.texts.extend(put(printed(row), &place(right + 20, Anchor::Start, class, values)));
        // From the name to the value, for the eye.
        self.lines.push(Line { x1: labels + 8, y1: middle, x2: right + 14, y2: middle, class: "guide" });
        let Some(value) = row.hundredths else { return };
        let says = format!("{}: {}", one_line(&row.label), one_line(printed(row)));
        if let Some((low, high)) = row.interval {
            let (low, high) = (scale.place(low.min(high)), scale.place(low.max(high)));
            let class = if row.standing == Standing::Focus { "range-focus" } else { "range" };
            let d = format!("M{low} {middle}H{high}M{low} {}v8M{high} {}v8", middle - 4, middle - 4);
            self.marks.push(Shape { class, d, says: says.clone() });
        }
        self.marks.push(form(row.standing).at(scale.place(value), middle, says));
    }
}

const fn form(standing: Standing) -> Form {
    match standing {
        Standing::Focus => Form::Diamond,
        Standing::Peer => Form::RingWithCross,
        Standing::Other => Form::Dot,
    }
}

/// What stands beside a row.
fn printed(row: &RankedRow) -> &str {
    if row.printed.trim().is_empty() { "not known" } else { &row.printed }
}

/// What the key says, of what is there.
fn entries(ranked: &Ranked) -> Vec<(Sample, String)> {
    let drawn = || ranked.rows.iter().filter(|row| row.hundredths.is_some());
    let mut entries = Vec::new();
    for (standing, words) in
        [(Standing::Focus, "in focus, in bold"), (Standing::Peer, "a peer"), (Standing::Other, "another")]
    {
        if drawn().any(|row| row.standing == standing) {
            entries.push((Sample::Mark(form(standing)), words.to_owned()));
        }
    }
    if drawn().any(|row| row.interval.is_some()) {
        entries.push((Sample::Interval, "the interval".to_owned()));
    }
    entries.extend(ranked.centre.iter().map(|line| (Sample::Line("centre"), one_line(&line.name))));
    entries
}
