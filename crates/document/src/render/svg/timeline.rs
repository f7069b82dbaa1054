//! Lanes on an axis of days.

mod place;

use chrono::{Datelike as _, Months, NaiveDate};
use serde::Serialize;

pub(super) use self::place::Days;
use self::place::{Axis, Placed, Shape, items, rows};
use super::{
    Anchor, Line, Text, WIDTH,
    words::{LABEL, Put, SMALL, column, line_height, put, width},
};
use crate::{Lane, SpanKind, render::plain};

/// Where the lanes start: below the months and their years.
const TOP: i64 = 40;
/// A row with one line of words, and one with two.
const ROW: [i64; 2] = [26, 38];
/// How thick a period is drawn.
const THICK: i64 = 16;
/// From a shape to its words.
const GAP: i64 = 7;
/// Half of a mark.
const MARK: i64 = 7;

/// What the template of the timeline prints.
#[derive(Serialize)]
pub(super) struct Picture {
    height: i64,
    spans: Vec<Drawn>,
    marks: Vec<Spot>,
    beyond: Vec<Spot>,
    /// Ground for words that stand on a pattern.
    plates: Vec<Drawn>,
    swatches: Vec<Drawn>,
    lines: Vec<Line>,
    texts: Vec<Text>,
}

#[derive(Serialize)]
struct Drawn {
    x: i64,
    y: i64,
    width: i64,
    height: i64,
    kind: &'static str,
    says: String,
}

/// A mark, or an arrow to what lies beyond an end of the axis.
#[derive(Serialize)]
struct Spot {
    x: i64,
    y: i64,
    leftwards: bool,
    says: String,
}

pub(super) fn lay_out(days: Days, as_at: NaiveDate, lanes: &[Lane]) -> Picture {
    let labels = column(lanes.iter().map(|lane| lane.label.as_str()), LABEL, 150);
    let axis = Axis { days, left: labels + 16, right: WIDTH - 6 };
    let mut picture = Picture {
        height: 0,
        spans: Vec::new(),
        marks: Vec::new(),
        beyond: Vec::new(),
        plates: Vec::new(),
        swatches: Vec::new(),
        lines: Vec::new(),
        texts: Vec::new(),
    };
    let mut y = TOP;
    picture.rule(y);
    for lane in lanes {
        y = picture.lane(lane, &axis, labels, y);
        picture.rule(y);
    }
    picture.months(&axis, y);
    if days.hold(as_at) {
        let x = axis.place(as_at);
        picture.lines.push(Line::upright(x, TOP, y + 6, "today"));
        let words = format!("as at {}", plain::long_day(as_at));
        let half = width(&words, SMALL) / 2 + 1;
        let x = x.clamp(half, WIDTH - half);
        let place = Put {
            x,
            middle: y + 15,
            anchor: Anchor::Middle,
            font: SMALL,
            class: "today-words",
            room: WIDTH,
            lines: 1,
        };
        picture.texts.extend(put(&words, &place));
    }
    picture.height = picture.legend(lanes, y + 40);
    picture
}

impl Picture {
    fn rule(&mut self, y: i64) {
        self.lines.push(Line { x1: 0, y1: y, x2: WIDTH, y2: y, class: "grid" });
    }

    /// Draws one lane from `top` on and gives the place where it ends.
    fn lane(&mut self, lane: &Lane, axis: &Axis, labels: i64, top: i64) -> i64 {
        let rows = rows(items(lane, axis), axis);
        let mut y = top + 6;
        for row in rows {
            let lines = row.iter().map(|placed| placed.lines).max().unwrap_or(1);
            let height = if lines > 1 { ROW[1] } else { ROW[0] };
            for placed in row {
                self.item(placed, y + height / 2);
            }
            y += height;
        }
        if lane.spans.is_empty() && lane.marks.is_empty() {
            let words = if lane.empty.trim().is_empty() { "no dates" } else { &lane.empty };
            let place = Put {
                x: axis.left + 4,
                middle: y + ROW[0] / 2,
                anchor: Anchor::Start,
                font: SMALL,
                class: "missing",
                room: axis.right - axis.left - 4,
                lines: 1,
            };
            self.texts.extend(put(words, &place));
            y += ROW[0];
        }
        let bottom = (y + 6).max(top + 2 * line_height(LABEL) + 8);
        let place = Put {
            x: 2,
            middle: top + (bottom - top) / 2,
            anchor: Anchor::Start,
            font: LABEL,
            class: "name",
            room: labels,
            lines: 2,
        };
        self.texts.extend(put(&lane.label, &place));
        bottom
    }

    fn item(&mut self, placed: Placed, middle: i64) {
        let Placed { item, words, plate, .. } = placed;
        if let Some(width) = plate {
            let (x, y, height) = (words.x - 4, middle - THICK / 2 + 1, THICK - 2);
            self.plates.push(Drawn {
                x,
                y,
                width: width + 8,
                height,
                kind: "plate",
                says: item.label.clone(),
            });
        }
        self.texts.extend(put(&item.label, &Put { middle, ..words }));
        let (x, says) = (item.left, item.label);
        match item.shape {
            Shape::Span(kind) => self.spans.push(Drawn {
                x,
                y: middle - THICK / 2,
                width: item.right - item.left,
                height: THICK,
                kind: name(kind),
                says,
            }),
            Shape::Mark => self.marks.push(Spot { x: x + MARK, y: middle, leftwards: false, says }),
            Shape::Beyond { leftwards } => self.beyond.push(Spot { x, y: middle, leftwards, says }),
        }
    }

    /// Names the months above the lanes, as many as there is room for, and draws where each begins.
    fn months(&mut self, axis: &Axis, bottom: i64) {
        let Days { from, to } = axis.days;
        let month = (axis.right - axis.left) * 30 / ((to - from).num_days() + 1);
        // Enough room for `Sep`, or for the year where only Januaries are named.
        let step = [1, 2, 3, 6, 12].into_iter().find(|step| month * step >= 36);
        let mut day = from.with_day(1).unwrap_or(from);
        let (mut free, mut year) = (axis.left, None);
        while day <= to {
            let named = i64::from(day.month0()).checked_rem(step.unwrap_or(12)) == Some(0);
            let x = axis.place(day);
            if day >= from && named {
                self.lines.push(Line::upright(x, TOP - 6, bottom, "grid"));
            }
            let words = day.format("%b").to_string();
            let fits = |words: &str, x: i64| x >= free && x + 4 + width(words, SMALL) <= axis.right;
            let new_year = year != Some(day.year());
            let widest = if new_year { day.year().to_string() } else { words.clone() };
            if named && fits(&words, x) && fits(&widest, x) {
                let place = |middle| Put {
                    x: x + 4,
                    middle,
                    anchor: Anchor::Start,
                    font: SMALL,
                    class: "quiet",
                    room: WIDTH,
                    lines: 1,
                };
                self.texts.extend(put(&words, &place(26)));
                if new_year {
                    self.texts.extend(put(&widest, &place(10)));
                    year = Some(day.year());
                }
                free = x + 4 + width(&words, SMALL).max(width(&widest, SMALL)) + 4;
            }
            let Some(next) = day.checked_add_months(Months::new(1)) else { break };
            day = next;
        }
    }

    /// Says what the shapes mean, of those that are there; gives the height of the whole picture.
    fn legend(&mut self, lanes: &[Lane], top: i64) -> i64 {
        let kinds: Vec<SpanKind> = [SpanKind::Work, SpanKind::Event, SpanKind::Restriction]
            .into_iter()
            .filter(|kind| lanes.iter().flat_map(|lane| &lane.spans).any(|span| span.kind == *kind))
            .collect();
        let marked = lanes.iter().any(|lane| !lane.marks.is_empty());
        let (mut x, mut y) = (2, top);
        let entries = kinds.into_iter().map(Some).chain(marked.then_some(None));
        for entry in entries {
            let words = entry.map_or("a day", meaning);
            let needed = 30 + width(words, SMALL) + 22;
            if x + needed > WIDTH && x > 2 {
                (x, y) = (2, y + 24);
            }
            match entry {
                Some(kind) => self.swatches.push(Drawn {
                    x,
                    y: y - THICK / 2,
                    width: 24,
                    height: THICK,
                    kind: name(kind),
                    says: words.to_owned(),
                }),
                None => {
                    self.marks.push(Spot { x: x + 12, y, leftwards: false, says: words.to_owned() });
                }
            }
            let place = Put {
                x: x + 30,
                middle: y,
                anchor: Anchor::Start,
                font: SMALL,
                class: "quiet",
                room: WIDTH - x - 30,
                lines: 1,
            };
            self.texts.extend(put(words, &place));
            x += needed;
        }
        y + 16
    }
}

const fn name(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Work => "work",
        SpanKind::Event => "event",
        SpanKind::Restriction => "restriction",
    }
}

const fn meaning(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Work => "our own work",
        SpanKind::Event => "an event that draws on the same people",
        SpanKind::Restriction => "a restriction on what may be said",
    }
}
