//! Where periods, days and their words stand in a lane.

use chrono::NaiveDate;

use super::{GAP, MARK};
use crate::{
    Lane, Mark, Span, SpanKind,
    render::{
        plain,
        svg::{
            Anchor,
            words::{Put, SMALL, fit, width},
        },
    },
};

/// The days of the axis; never the wrong way round.
#[derive(Clone, Copy)]
pub(in crate::render::svg) struct Days {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
}

impl Days {
    pub(in crate::render::svg) fn new(from: NaiveDate, to: NaiveDate) -> Self {
        Self { from: from.min(to), to: from.max(to) }
    }

    pub(super) fn hold(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// The axis with the part of the picture it takes.
pub(super) struct Axis {
    pub(super) days: Days,
    pub(super) left: i64,
    pub(super) right: i64,
}

impl Axis {
    /// The place at which a day begins; a day beyond an end stands at that end.
    pub(super) fn place(&self, day: NaiveDate) -> i64 {
        let all = (self.days.to - self.days.from).num_days() + 1;
        let part = (day - self.days.from).num_days().clamp(0, all);
        self.left + part * (self.right - self.left) / all
    }

    /// The place at which a day ends.
    fn end(&self, day: NaiveDate) -> i64 {
        self.place(day.succ_opt().unwrap_or(day))
    }
}

/// A period or a day, before it has its row.
pub(super) struct Item {
    pub(super) left: i64,
    pub(super) right: i64,
    first: NaiveDate,
    pub(super) label: String,
    pub(super) shape: Shape,
}

pub(super) enum Shape {
    Span(SpanKind),
    Mark,
    /// Wholly beyond the first day (`leftwards`) or the last.
    Beyond {
        leftwards: bool,
    },
}

/// An item with its words: where it and they start and end, and on how many lines.
pub(super) struct Placed {
    pub(super) item: Item,
    pub(super) lines: usize,
    start: i64,
    stop: i64,
    pub(super) words: Put,
    /// How wide the ground under words is that stand on their own shape.
    pub(super) plate: Option<i64>,
}

/// The shapes of a lane in order of their first day.
pub(super) fn items(lane: &Lane, axis: &Axis) -> Vec<Item> {
    let spans = lane.spans.iter().map(|span| of_span(span, axis));
    let marks = lane.marks.iter().map(|mark| of_mark(mark, axis));
    let mut items: Vec<Item> = spans.chain(marks).collect();
    items.sort_by_key(|item| item.first);
    items
}

fn of_span(span: &Span, axis: &Axis) -> Item {
    let (first, last) = (span.first.min(span.last), span.first.max(span.last));
    if last < axis.days.from || axis.days.to < first {
        return beyond(&span.label, if last < axis.days.from { last } else { first }, axis);
    }
    let left = axis.place(first).min(axis.right - 3);
    let label = plain::one_line(&span.label);
    Item { left, right: axis.end(last).max(left + 3), first, label, shape: Shape::Span(span.kind) }
}

fn of_mark(mark: &Mark, axis: &Axis) -> Item {
    if !axis.days.hold(mark.day) {
        return beyond(&mark.label, mark.day, axis);
    }
    // A mark at the end of the axis stands beside it, so that it is seen whole.
    let left = (axis.place(mark.day) - MARK).clamp(axis.left, axis.right - 2 * MARK);
    Item {
        left,
        right: left + 2 * MARK,
        first: mark.day,
        label: plain::one_line(&mark.label),
        shape: Shape::Mark,
    }
}

/// What lies beyond the axis is not lost: an arrow at that end, and the day in words.
fn beyond(label: &str, day: NaiveDate, axis: &Axis) -> Item {
    let leftwards = day < axis.days.from;
    let left = if leftwards { axis.left } else { axis.right - 2 * MARK };
    let label = format!("{} ({})", plain::one_line(label), plain::long_day(day));
    Item { left, right: left + 2 * MARK, first: day, label, shape: Shape::Beyond { leftwards } }
}

/// Gives each item the first row in which it and its words touch nothing.
pub(super) fn rows(items: Vec<Item>, axis: &Axis) -> Vec<Vec<Placed>> {
    let mut rows: Vec<Vec<Placed>> = Vec::new();
    for item in items {
        let placed = beside(item, axis);
        let free = |row: &Vec<Placed>| {
            row.iter().all(|other| placed.start > other.stop + 10 || placed.stop + 10 < other.start)
        };
        match rows.iter_mut().find(|row| free(row)) {
            Some(row) => row.push(placed),
            None => rows.push(vec![placed]),
        }
    }
    rows
}

/// Puts the words of an item to its right, else to its left, else where there is more room, cut if they must be.
fn beside(item: Item, axis: &Axis) -> Placed {
    let (left, right) = (item.left, item.right);
    let after = axis.right - right - GAP;
    let before = left - GAP - axis.left;
    let needed = width(&item.label, SMALL);
    let (wide, room) =
        if needed <= after || (needed > before && after >= before) { (true, after) } else { (false, before) };
    // A period as long as the axis leaves no room beside it: its words stand on it.
    let inside = room < 60.min(needed) && right - left > room;
    let (x, anchor, room) = match (inside, wide) {
        (true, _) => (left + 8, Anchor::Start, right - left - 16),
        (false, true) => (right + GAP, Anchor::Start, room),
        (false, false) => (left - GAP, Anchor::End, room),
    };
    let fitted = fit(&item.label, SMALL, room, if inside { 1 } else { 2 });
    let taken = fitted.iter().map(|line| width(line, SMALL)).max().unwrap_or_default();
    let (start, stop) = match (inside, wide) {
        (true, _) => (left, right),
        (false, true) => (left, right + GAP + taken),
        (false, false) => (left - GAP - taken, right),
    };
    let class = if inside { "name on-shape" } else { "name" };
    let plate = (inside && taken > 1).then_some(taken);
    let words = Put { x, middle: 0, anchor, font: SMALL, class, room, lines: if inside { 1 } else { 2 } };
    Placed { item, lines: fitted.len(), start, stop, words, plate }
}
