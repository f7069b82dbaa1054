//! (opened in a later commit)
