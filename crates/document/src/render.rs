//! One file for each output.

pub mod html;
pub mod markdown;
