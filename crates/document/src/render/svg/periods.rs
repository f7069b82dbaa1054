//! An axis of periods, each as wide as any other.

use super::{
    Anchor, Line, Text, WIDTH,
    plot::Frame,
    words::{Put, SMALL, put, width},
};
use crate::render::plain::one_line;

/// The axis.
pub(super) struct Periods {
    left: i64,
    right: i64,
    count: i64,
}

impl Periods {
    pub(super) fn new(count: usize, frame: &Frame) -> Self {
        Self { left: frame.left, right: frame.right, count: i64::try_from(count).unwrap_or(i64::MAX).max(1) }
    }

    /// Where a period begins; that of the count is where the last ends.
    pub(super) fn edge(&self, at: usize) -> i64 {
        self.twice(i64::try_from(at).unwrap_or(self.count).min(self.count).saturating_mul(2))
    }

    /// The middle of a period.
    pub(super) fn place(&self, at: usize) -> i64 {
        self.twice(i64::try_from(at).unwrap_or(self.count).min(self.count - 1).saturating_mul(2) + 1)
    }

    fn twice(&self, halves: i64) -> i64 {
        self.left + (self.right - self.left) * halves / (self.count * 2)
    }

    /// The names of the periods, every one or as many as there is room for, evenly, and what a period is; and where that ends.
    pub(super) fn below(&self, names: &[&str], words: &str, floor: i64) -> (Vec<Line>, Vec<Text>, i64) {
        let names: Vec<String> = names.iter().map(|name| one_line(name)).collect();
        let widest = names.iter().map(|name| width(name, SMALL)).max().unwrap_or_default().min(130);
        let each = ((self.right - self.left) / self.count).max(1);
        let step = usize::try_from((widest + 8) / each + 1).unwrap_or(1);
        let (mut lines, mut texts, mut taken) = (Vec::new(), Vec::new(), i64::MAX);
        let line = |x, middle, room| Put {
            x,
            middle,
            anchor: Anchor::Middle,
            font: SMALL,
            class: "quiet",
            room,
            lines: 1,
        };
        // Counted from the end: the last period is what the reader asks for first.
        for (back, name) in names.iter().rev().enumerate() {
            let at = names.len() - 1 - back;
            let x = self.place(at);
            if each >= 4 {
                lines.push(Line::upright(x, floor, floor + 4, "grid"));
            }
            let half = width(name, SMALL).min(130) / 2 + 1;
            let centre = x.clamp(half, WIDTH - half);
            if back.checked_rem(step) == Some(0) && centre + half < taken {
                taken = centre - half;
                texts.extend(put(name, &line(centre, floor + 14, 130)));
            }
        }
        let centre = self.left.midpoint(self.right);
        let room = 2 * centre.min(WIDTH - centre) - 8;
        texts.extend(put(words, &Put { lines: 2, ..line(centre, floor + 44, room) }));
        (lines, texts, floor + 64)
    }
}
