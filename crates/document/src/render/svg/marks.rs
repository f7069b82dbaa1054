//! Marks that differ in shape, so that they are told apart without colour.

use std::fmt::Write as _;

use serde::Serialize;

/// A shape: its outline as a path, and what it says when it is pointed at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Shape {
    pub(super) class: &'static str,
    pub(super) d: String,
    pub(super) says: String,
}

/// What a mark looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Dot,
    OpenDot,
    Diamond,
    RingWithCross,
    Square,
    /// Two bars, one over the other.
    Bars,
    Up,
    Down,
    OpenUp,
    OpenDown,
    /// A small triangle above another mark.
    Over,
    /// A small triangle below another mark.
    Under,
}

impl Form {
    /// The mark in its place.
    pub(super) fn at(self, x: i64, y: i64, says: String) -> Shape {
        let (class, outline) = match self {
            Self::Dot => ("spot", "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
            Self::OpenDot => ("spot-open", "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"),
            Self::Diamond => ("spot-focus", "m0 -9l8 9l-8 9l-8 -9z"),
            Self::RingWithCross => ("spot-peer", "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0zm2 -4l8 8m0 -8l-8 8"),
            Self::Square => ("spot-out", "m-5 -5h10v10h-10z"),
            Self::Bars => ("spot-out", "m-6 -6h12v4h-12zm0 8h12v4h-12z"),
            Self::Up => ("spot-out", "m0 -7l7 12h-14z"),
            Self::Down => ("spot-out", "m0 7l7 -12h-14z"),
            Self::OpenUp => ("spot-open", "m0 -6l6 10h-12z"),
            Self::OpenDown => ("spot-open", "m0 6l6 -10h-12z"),
            Self::Over => ("spot-out", "m0 -18l5 8h-10z"),
            Self::Under => ("spot-out", "m0 18l5 -8h-10z"),
        };
        Shape { class, d: format!("M{x} {y}{outline}"), says }
    }
}

/// A line through places, one after the other.
pub(super) fn path(places: &[(i64, i64)]) -> String {
    let mut d = String::new();
    for (x, y) in places {
        let letter = if d.is_empty() { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(d, "{letter}{x} {y}");
    }
    d
}
