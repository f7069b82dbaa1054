//! Points within limits that narrow as the base grows.

use super::{
    bars,
    bases::Bases,
    key::{self, Sample},
    marks::{Form, Shape, path},
    names::{self, Far, Wanted},
    plot::{Picture, Upward},
    words::{BOLD, SMALL},
};
use crate::{
    CentreLine, DrawnAs, Funnel, FunnelPoint, Limits, Position, Reach, Standing, render::plain::one_line,
};

/// How high the field is.
const HEIGHT: i64 = 380;

pub(super) fn lay_out(funnel: &Funnel) -> Picture {
    let drawn: Vec<(&FunnelPoint, u64, i64)> = in_order(funnel);
    let upward = Upward::holding(&values(funnel, &drawn), &funnel.rate, 0, HEIGHT);
    let frame = upward.frame;
    let bases: Vec<u64> = drawn.iter().map(|(_, base, _)| *base).collect();
    let across = Bases::holding(funnel.spacing, &bases, frame.left, frame.right);
    let centre = frame.left.midpoint(frame.right);
    let (lines, texts, below) =
        bars::below_steps(&across.ticks(), centre, &funnel.base, frame.top, frame.floor);
    let mut picture = Picture {
        height: 0,
        clip: Some(frame),
        curves: Vec::new(),
        marks: Vec::new(),
        lines: [upward.lines, lines].concat(),
        texts: [upward.texts, texts].concat(),
    };
    // Bands lie below lines.
    for band in [true, false] {
        for limits in funnel.limits.iter().filter(|limits| (limits.drawn == DrawnAs::Band) == band) {
            picture
                .curves
                .extend(curves(limits, |(base, value)| (across.place(*base), upward.scale.beyond(*value))));
        }
    }
    if let Some(line) = &funnel.centre {
        let y = upward.scale.beyond(line.hundredths);
        let d = path(&[(frame.left, y), (frame.right, y)]);
        picture.curves.push(Shape { class: "centre", d, says: String::new() });
    }
    let mut places = Vec::new();
    for (point, base, value) in &drawn {
        let (x, y) = (across.place(*base), upward.scale.place(*value));
        let says = format!("{}: {}", one_line(&point.label), one_line(&point.printed));
        picture.marks.push(form(point).at(x, y, says.clone()));
        picture.marks.extend(beside(point).map(|form| form.at(x, y, says)));
        places.push((x, y));
    }
    // What was drawn last matters most, and is named first.
    let wanted: Vec<Wanted<'_>> = drawn
        .iter()
        .zip(&places)
        .rev()
        .filter(|((point, ..), _)| named(point))
        .map(|((point, ..), (x, y))| Wanted {
            x: *x,
            y: *y,
            words: &point.label,
            font: if point.standing == Standing::Focus { BOLD } else { SMALL },
        })
        .collect();
    let placed = names::place(&wanted, &places, &frame, Far::Anywhere);
    picture.marks.splice(0..0, placed.leaders);
    picture.texts.extend(placed.texts);
    let (shapes, texts, below) = key::lay_out(&entries(funnel, &drawn), below + 6);
    picture.marks.extend(shapes);
    picture.texts.extend(texts);
    let (texts, below) = key::sentences(&said(funnel, placed.without), below + 4);
    picture.texts.extend(texts);
    picture.height = below + 4;
    picture
}

/// What can be drawn, the least important first.
fn in_order(funnel: &Funnel) -> Vec<(&FunnelPoint, u64, i64)> {
    let mut drawn: Vec<_> =
        funnel.points.iter().filter_map(|point| Some((point, point.base?, point.hundredths?))).collect();
    drawn.sort_by_key(|(point, ..)| match (point.standing, named(point)) {
        (Standing::Other, false) => 0,
        (Standing::Other, true) => 1,
        (Standing::Peer, _) => 2,
        (Standing::Focus, _) => 3,
    });
    drawn
}

/// The values that the axis holds: all points, the centre, and of the limits as much as leaves the points two thirds of it.
fn values(funnel: &Funnel, drawn: &[(&FunnelPoint, u64, i64)]) -> Vec<i64> {
    let mut values: Vec<i64> = drawn.iter().map(|(_, _, value)| *value).collect();
    values.extend(funnel.centre.as_ref().map(|line| line.hundredths));
    let (Some(low), Some(high)) = (values.iter().copied().min(), values.iter().copied().max()) else {
        return values;
    };
    let spare = high.saturating_sub(low) / 4;
    let bases = || drawn.iter().map(|(_, base, _)| *base);
    let (first, last) = (bases().min().unwrap_or_default(), bases().max().unwrap_or_default());
    let corners = funnel.limits.iter().flat_map(|limits| limits.lower.iter().chain(&limits.upper));
    let seen = corners.filter(|(base, _)| (first..=last).contains(base));
    values
        .extend(seen.map(|(_, value)| (*value).clamp(low.saturating_sub(spare), high.saturating_add(spare))));
    values
}

/// The two limits as curves, and the band between them.
fn curves(limits: &Limits, place: impl Fn(&(u64, i64)) -> (i64, i64)) -> Vec<Shape> {
    let lower: Vec<(i64, i64)> = limits.lower.iter().map(&place).collect();
    let upper: Vec<(i64, i64)> = limits.upper.iter().map(&place).collect();
    let shape = |class, d| Shape { class, d, says: String::new() };
    let line = class(limits.drawn);
    let mut shapes = Vec::new();
    match limits.drawn {
        DrawnAs::Band => {
            let around: Vec<(i64, i64)> = upper.iter().chain(lower.iter().rev()).copied().collect();
            shapes.push(shape("band", path(&around)));
        }
        DrawnAs::Solid | DrawnAs::Dashed => {}
    }
    shapes.extend([lower, upper].map(|curve| shape(line, path(&curve))));
    shapes
}

const fn class(drawn: DrawnAs) -> &'static str {
    match drawn {
        DrawnAs::Solid => "limit",
        DrawnAs::Dashed => "limit-dashed",
        DrawnAs::Band => "band-edge",
    }
}

fn named(point: &FunnelPoint) -> bool {
    match point.position {
        Position::Above(Reach::Outer) | Position::Below(Reach::Outer) => true,
        Position::NotJudged
        | Position::Inside
        | Position::Above(Reach::Inner)
        | Position::Below(Reach::Inner) => point.standing != Standing::Other,
    }
}

fn form(point: &FunnelPoint) -> Form {
    match point.standing {
        Standing::Focus => Form::Diamond,
        Standing::Peer => Form::RingWithCross,
        Standing::Other => match point.position {
            Position::NotJudged => Form::OpenDot,
            Position::Inside => Form::Dot,
            Position::Above(Reach::Outer) => Form::Up,
            Position::Above(Reach::Inner) => Form::OpenUp,
            Position::Below(Reach::Outer) => Form::Down,
            Position::Below(Reach::Inner) => Form::OpenDown,
        },
    }
}

/// A small triangle beside the mark of one that has a shape of its own, if it is beyond the outer limits.
fn beside(point: &FunnelPoint) -> Option<Form> {
    match (point.standing, point.position) {
        (Standing::Focus | Standing::Peer, Position::Above(Reach::Outer)) => Some(Form::Over),
        (Standing::Focus | Standing::Peer, Position::Below(Reach::Outer)) => Some(Form::Under),
        (Standing::Focus | Standing::Peer | Standing::Other, _) => None,
    }
}

/// What the key says, of what is there.
fn entries(funnel: &Funnel, drawn: &[(&FunnelPoint, u64, i64)]) -> Vec<(Sample, String)> {
    let mut entries = Vec::new();
    let of = |reach: Reach| {
        let limits = funnel.limits.iter().find(|limits| limits.reach == Some(reach));
        limits.map_or_else(
            || match reach {
                Reach::Inner => "the inner limits".to_owned(),
                Reach::Outer => "the outer limits".to_owned(),
            },
            |limits| one_line(&limits.name),
        )
    };
    let forms = [
        (Form::Diamond, in_focus(drawn)),
        (Form::RingWithCross, "a peer".to_owned()),
        (Form::Up, format!("above: {}", of(Reach::Outer))),
        (Form::Down, format!("below: {}", of(Reach::Outer))),
        (Form::OpenUp, format!("above: {}", of(Reach::Inner))),
        (Form::OpenDown, format!("below: {}", of(Reach::Inner))),
        (Form::Dot, "within the limits".to_owned()),
        (Form::OpenDot, "not judged".to_owned()),
    ];
    for (shape, words) in forms {
        if drawn.iter().any(|(point, ..)| form(point) == shape) {
            entries.push((Sample::Mark(shape), words));
        }
    }
    for (small, words) in [(Form::Over, "above"), (Form::Under, "below")] {
        if let Some((point, ..)) = drawn.iter().find(|(point, ..)| beside(point) == Some(small)) {
            let words = format!("with a small triangle, {words}: {}", of(Reach::Outer));
            entries.push((Sample::Beside(small, form(point)), words));
        }
    }
    if let Some(CentreLine { name, .. }) = &funnel.centre {
        entries.push((Sample::Line("centre"), one_line(name)));
    }
    for limits in &funnel.limits {
        let sample = match limits.drawn {
            DrawnAs::Band => Sample::Band,
            DrawnAs::Solid | DrawnAs::Dashed => Sample::Line(class(limits.drawn)),
        };
        entries.push((sample, one_line(&limits.name)));
    }
    entries
}

/// The name of the one in focus, if it is one.
fn in_focus(drawn: &[(&FunnelPoint, u64, i64)]) -> String {
    let mut focus = drawn.iter().filter(|(point, ..)| point.standing == Standing::Focus);
    match (focus.next(), focus.next()) {
        (Some((point, ..)), None) if !point.label.trim().is_empty() => one_line(&point.label),
        _ => "in focus".to_owned(),
    }
}

/// What the picture does not show.
fn said(funnel: &Funnel, without: usize) -> Vec<String> {
    let mut said = Vec::new();
    let missing = funnel.points.iter().filter(|point| point.base.is_none() || point.hundredths.is_none());
    for point in missing {
        let printed = if point.printed.trim().is_empty() { "not known" } else { &point.printed };
        said.push(format!("not drawn: {}, {}", one_line(&point.label), one_line(printed)));
    }
    match without {
        0 => {}
        1 => said.push("One name has no room in the picture; the table has it.".to_owned()),
        _ => said.push(format!("{without} names have no room in the picture; the table has them.")),
    }
    said
}
