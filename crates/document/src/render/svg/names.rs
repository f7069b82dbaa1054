//! Names beside points, placed so that none covers another.

use super::{
    Anchor, Text,
    marks::{Shape, path},
    plot::Frame,
    words::{Font, fit, width},
};
use crate::render::plain::one_line;

/// A point that is to be named, those that matter most first.
pub(super) struct Wanted<'a> {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) words: &'a str,
    pub(super) font: Font,
}

/// Names in their places.
pub(super) struct Placed {
    pub(super) texts: Vec<Text>,
    /// From points to names that do not stand close by.
    pub(super) leaders: Vec<Shape>,
    /// So many have no room.
    pub(super) without: usize,
}

/// So many are tried; a picture with more names is not read.
const MOST: usize = 60;
/// The longest name, in units.
const LONGEST: i64 = 220;
/// Half of what a mark takes.
const MARK: i64 = 8;
/// How far above or below its point a name may stand.
const AWAY: [i64; 9] = [0, 14, 26, 38, 52, 66, 82, 100, 120];
/// How far to its side.
const ASIDE: [i64; 5] = [0, 30, 60, 100, 150];

/// What a name or a mark takes up.
#[derive(Clone, Copy)]
struct Room {
    left: i64,
    right: i64,
    top: i64,
    bottom: i64,
}

impl Room {
    const fn apart(&self, other: &Self) -> bool {
        self.right <= other.left
            || other.right <= self.left
            || self.bottom <= other.top
            || other.bottom <= self.top
    }

    const fn inside(&self, frame: &Frame) -> bool {
        self.left >= frame.left + 2
            && self.right <= frame.right
            && self.top >= frame.top
            && self.bottom <= frame.floor
    }
}

/// How far from its point a name may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// Wherever there is room, with a line to its point.
    Anywhere,
    /// Right above or below it, or at its side.
    Close,
}

/// Puts names beside their points: where they touch no name and no mark, else where they touch no name.
pub(super) fn place(wanted: &[Wanted<'_>], marks: &[(i64, i64)], frame: &Frame, far: Far) -> Placed {
    let marks: Vec<Room> = marks
        .iter()
        .map(|(x, y)| Room { left: x - MARK, right: x + MARK, top: y - MARK, bottom: y + MARK })
        .collect();
    let mut placed =
        Placed { texts: Vec::new(), leaders: Vec::new(), without: wanted.len().saturating_sub(MOST) };
    let mut taken: Vec<Room> = Vec::new();
    for name in wanted.iter().take(MOST) {
        let words = fit(name.words, name.font, LONGEST, 1).join(" ");
        if words.trim().is_empty() {
            continue;
        }
        let wide = width(&words, name.font);
        let boxes = match far {
            Far::Anywhere => boxes(name, wide, frame),
            Far::Close => close(name, wide, frame),
        };
        let free = |place: &&Room| taken.iter().all(|other| place.apart(other));
        let clear = |place: &&Room| free(place) && marks.iter().all(|mark| place.apart(mark));
        // A short word over another mark would seem to be that mark's own.
        let second = match far {
            Far::Anywhere => boxes.iter().find(free),
            Far::Close => None,
        };
        let Some(found) = boxes.iter().find(clear).or(second) else {
            placed.without += 1;
            continue;
        };
        placed.leaders.extend(leader(name, found));
        let whole = one_line(name.words);
        placed.texts.push(Text {
            x: found.left,
            y: found.top + name.font.size * 76 / 100 + 1,
            anchor: Anchor::Start,
            size: name.font.size,
            bold: name.font.bold,
            class: "name",
            full: (words != whole).then_some(whole),
            words,
        });
        taken.push(*found);
    }
    placed
}

/// Where a name may stand, the nearest first, all inside the frame.
fn boxes(name: &Wanted<'_>, wide: i64, frame: &Frame) -> Vec<Room> {
    let high = name.font.size + 2;
    let mut boxes = Vec::new();
    for away in AWAY {
        for y in [name.y - away, name.y + away] {
            let (top, bottom) = (y - high / 2, y - high / 2 + high);
            let mut add = |cost, left| boxes.push((cost, Room { left, right: left + wide, top, bottom }));
            for aside in ASIDE {
                add(away + aside, name.x + MARK + 4 + aside);
                add(away + aside, name.x - MARK - 4 - aside - wide);
            }
            // Right beside its point, a name in the middle would cover it.
            if away > 0 {
                add(away, name.x - wide / 2);
            }
        }
    }
    boxes.retain(|(_, place)| place.inside(frame));
    boxes.sort_by_key(|(cost, _)| *cost);
    boxes.into_iter().map(|(_, place)| place).collect()
}

/// The same right beside the point: above, below, at the sides.
fn close(name: &Wanted<'_>, wide: i64, frame: &Frame) -> Vec<Room> {
    let high = name.font.size + 2;
    let room = |left, top| Room { left, right: left + wide, top, bottom: top + high };
    let (centre, middle) = (name.x - wide / 2, name.y - high / 2);
    let mut rooms = vec![
        room(centre, name.y - MARK - high),
        room(centre, name.y + MARK),
        room(name.x + MARK + 2, middle),
        room(name.x - MARK - 2 - wide, middle),
    ];
    rooms.retain(|room| room.inside(frame));
    rooms
}

/// A line from a point to a name that stands further away.
fn leader(name: &Wanted<'_>, found: &Room) -> Option<Shape> {
    let x = name.x.clamp(found.left, found.right);
    let y = name.y.clamp(found.top, found.bottom);
    let far = (x - name.x).abs().max((y - name.y).abs()) > MARK + 6;
    let d = path(&[(name.x, name.y), (x, y)]);
    far.then_some(Shape { class: "leader", d, says: String::new() })
}
