//! Commands run on fixtures; house rules as tests.
//!
//! [`books`] makes workbooks. [`command`] runs the command under test, [`page`] those that a page shows. [`house`] holds the rules of the
//! house as plain functions over a [`Tree`](house::Tree) of files, so that a test can
//! show each of them failing on a tree that breaks it.

pub mod books;
pub mod command;
pub mod house;
pub mod page;

/// The examples of the README, so that they are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
