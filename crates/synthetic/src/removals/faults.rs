//! Every fault that is planted, by what it is about.

pub(super) mod across;
pub(super) mod authority;
pub(super) mod missing;
pub(super) mod proof;
pub(super) mod signals;
