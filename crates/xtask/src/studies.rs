//! Studies: questions put to published figures, computed anew whenever the pages are made.

mod half_widths;

pub use half_widths::{DATA, half_widths};
