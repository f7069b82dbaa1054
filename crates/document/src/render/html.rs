//! One page of HTML.
