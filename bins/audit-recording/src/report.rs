//! Parts of a page that the reports of this command share, and no other does: what was recorded in place of what was due, and how late.

pub use {
    classes::{class_rows, wrong_class},
    lateness::lateness_chart,
};

mod classes;
mod heat_map;
mod lateness;
