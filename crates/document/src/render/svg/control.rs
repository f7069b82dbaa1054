//! Values over periods, with the limits of ordinary variation.

use super::{
    Anchor, WIDTH,
    control_words::{entries, form, letters, meanings, said},
    key,
    marks::{Form, Shape, path},
    names::{self, Far, Wanted},
    periods::Periods,
    plot::{Frame, Picture, Upward},
    scale::Scale,
    words::{Put, SMALL, put, width},
};
use crate::{Break, Control, ControlLimits, Segment, render::plain::one_line};

/// How high the field is.
const HEIGHT: i64 = 300;
/// The height of a line of names of breaks.
const NAMES: i64 = 18;
/// Between those names and the field, where the topmost number of the axis reaches up.
const CLEAR: i64 = 8;

pub(super) fn lay_out(control: &Control) -> Picture {
    let count = control.points.len();
    let at = |above| Upward::holding(&values(control), &control.value, above, HEIGHT);
    // The names of breaks stand above the field, on as many lines as they need.
    let flags = flags(&control.breaks, &Periods::new(count, &at(0).frame), count);
    let rows = flags.iter().map(|flag| flag.row + 1).max().unwrap_or_default();
    let Upward { scale, frame, mut lines, mut texts } = at(if rows > 0 { rows * NAMES + CLEAR } else { 0 });
    let periods = Periods::new(count, &frame);
    let labels: Vec<&str> = control.points.iter().map(|point| point.label.as_str()).collect();
    let (ticks, words, below) = periods.below(&labels, &control.period, frame.floor);
    lines.extend(ticks);
    texts.extend(words);
    let mut picture =
        Picture { height: 0, clip: Some(frame), curves: Vec::new(), marks: Vec::new(), lines, texts };
    for segment in &control.segments {
        picture.curves.extend(bounds(segment, count, &periods, &scale));
    }
    for flag in &flags {
        picture.flag(flag, &frame);
    }
    let place = |(at, value): (usize, i64)| (periods.place(at), scale.beyond(value));
    let broken = |at: usize| control.breaks.iter().any(|one| one.before == at);
    let shape = |class| move |d| Shape { class, d, says: String::new() };
    if let Some(beside) = &control.beside {
        let runs = runs(beside.hundredths.iter().take(count).copied(), broken);
        picture.curves.extend(runs.into_iter().map(|run| along(run, place)).map(shape("beside")));
    }
    let runs = runs(control.points.iter().map(|point| point.hundredths), broken);
    picture.curves.extend(runs.into_iter().map(|run| along(run, place)).map(shape("values")));
    picture.points(control, &periods, &scale, &frame);
    let (shapes, texts, below) = key::lay_out(&entries(control), below);
    picture.marks.extend(shapes);
    picture.texts.extend(texts);
    let (texts, below) = key::sentences(&said(control), below + 4);
    picture.texts.extend(texts);
    picture.height = below + 4;
    picture
}

fn values(control: &Control) -> Vec<i64> {
    let mut values: Vec<i64> = control.points.iter().filter_map(|point| point.hundredths).collect();
    values.extend(control.beside.iter().flat_map(|beside| beside.hundredths.iter().flatten()));
    for segment in &control.segments {
        values.extend(segment.centre);
        match &segment.limits {
            ControlLimits::None => {}
            ControlLimits::Same(lower, upper) => values.extend([*lower, *upper]),
            ControlLimits::Each(pairs) => {
                values.extend(pairs.iter().flat_map(|(lower, upper)| [*lower, *upper]));
            }
        }
    }
    values
}

/// The centre of a segment and its limits, from where its first period begins to where its last ends.
fn bounds(segment: &Segment, count: usize, periods: &Periods, scale: &Scale) -> Vec<Shape> {
    let (first, end) = (segment.first.min(count), segment.last.saturating_add(1).min(count));
    if first >= end {
        return Vec::new();
    }
    let (left, right) = (periods.edge(first), periods.edge(end));
    let shape = |class, d| Shape { class, d, says: String::new() };
    let level =
        |class, value| shape(class, path(&[(left, scale.beyond(value)), (right, scale.beyond(value))]));
    let mut shapes: Vec<Shape> = segment.centre.map(|value| level("centre", value)).into_iter().collect();
    match &segment.limits {
        ControlLimits::None => {}
        ControlLimits::Same(lower, upper) => {
            shapes.extend([lower, upper].map(|value| level("limit-dashed", *value)));
        }
        ControlLimits::Each(pairs) => {
            let steps = |choose: fn(&(i64, i64)) -> i64| {
                let steps = pairs.iter().zip(first..end).flat_map(|(pair, at)| {
                    let y = scale.beyond(choose(pair));
                    [(periods.edge(at), y), (periods.edge(at + 1), y)]
                });
                path(&steps.collect::<Vec<_>>())
            };
            shapes.push(shape("limit-dashed", steps(|pair| pair.0)));
            shapes.push(shape("limit-dashed", steps(|pair| pair.1)));
        }
    }
    shapes
}

/// Runs of values without a gap and without a break, each value with its place.
fn runs(values: impl Iterator<Item = Option<i64>>, broken: impl Fn(usize) -> bool) -> Vec<Vec<(usize, i64)>> {
    let (mut runs, mut run) = (Vec::new(), Vec::new());
    for (at, value) in values.enumerate() {
        if value.is_none() || broken(at) {
            runs.push(std::mem::take(&mut run));
        }
        run.extend(value.map(|value| (at, value)));
    }
    runs.push(run);
    runs.retain(|run| run.len() > 1);
    runs
}

fn along(run: Vec<(usize, i64)>, place: impl Fn((usize, i64)) -> (i64, i64)) -> String {
    path(&run.into_iter().map(place).collect::<Vec<_>>())
}

/// The name of the breaks before one period, and where it stands.
struct Flag {
    x: i64,
    row: i64,
    words: String,
}

/// Names for the lines of breaks, those before the same period together.
fn flags(breaks: &[Break], periods: &Periods, count: usize) -> Vec<Flag> {
    let mut places: Vec<usize> =
        breaks.iter().map(|one| one.before).filter(|before| (1..count).contains(before)).collect();
    places.sort_unstable();
    places.dedup();
    // Where the last name on each line ends.
    let mut ends: Vec<i64> = Vec::new();
    let mut flags = Vec::new();
    for before in places {
        let numbers = (1..).zip(breaks).filter(|(_, one)| one.before == before);
        let names: Vec<String> = numbers.map(|(number, _): (u32, _)| format!("B{number}")).collect();
        let words = names.join(", ");
        let x = periods.edge(before);
        let half = width(&words, SMALL).min(WIDTH / 2) / 2 + 2;
        let centre = x.clamp(half, WIDTH - half);
        let free = ends.iter().position(|end| *end <= centre - half);
        let row = free.unwrap_or(ends.len());
        match ends.get_mut(row) {
            Some(end) => *end = centre + half + 4,
            None => ends.push(centre + half + 4),
        }
        flags.push(Flag { x, row: i64::try_from(row).unwrap_or_default(), words });
    }
    flags
}

impl Picture {
    fn flag(&mut self, flag: &Flag, frame: &Frame) {
        let middle = frame.top - CLEAR - NAMES / 2 - flag.row * NAMES;
        let d = path(&[(flag.x, middle + NAMES / 2 - 2), (flag.x, frame.floor)]);
        self.marks.push(Shape { class: "break", d, says: String::new() });
        let half = width(&flag.words, SMALL).min(WIDTH / 2) / 2 + 2;
        let place = Put {
            x: flag.x.clamp(half, WIDTH - half),
            middle: middle - 1,
            anchor: Anchor::Middle,
            font: SMALL,
            class: "name",
            room: WIDTH / 2,
            lines: 1,
        };
        self.texts.extend(put(&flag.words, &place));
    }

    /// The points, and the letters beside those that are unusual.
    fn points(&mut self, control: &Control, periods: &Periods, scale: &Scale, frame: &Frame) {
        let (mut places, mut lettered) = (Vec::new(), Vec::new());
        let many = frame.right - frame.left < 7 * i64::try_from(control.points.len()).unwrap_or_default();
        for (point, at) in control.points.iter().zip(0..) {
            let Some(value) = point.hundredths else { continue };
            let (x, y) = (periods.place(at), scale.place(value));
            let letters = letters(&point.signals);
            let mut says = vec![format!("{}: {}", one_line(&point.label), one_line(&point.printed))];
            if !letters.is_empty() {
                says.push(meanings(&point.signals));
                lettered.push((x, y, letters));
            }
            let form = form(&point.signals);
            // Where points stand closer than they are wide, the line shows the ordinary ones.
            if !many || form != Form::Dot {
                self.marks.push(form.at(x, y, says.join("; ")));
            }
            places.push((x, y));
        }
        let wanted: Vec<Wanted<'_>> = lettered
            .iter()
            .map(|(x, y, letters)| Wanted { x: *x, y: *y, words: letters, font: SMALL })
            .collect();
        self.texts.extend(names::place(&wanted, &places, frame, Far::Close).texts);
    }
}
