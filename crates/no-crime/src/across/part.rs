//! All that is said of some numbers, brought together.

use std::{borrow::Cow, collections::HashMap};

use crime::removal::Ground;
use rulebook::Known;

use super::{Crimes, Item, Link, Seen, Sent, Status};

/// All that is said of some numbers: of all there are, or of those that belong into one part.
#[derive(Debug, Clone, Default)]
pub struct Part<'a> {
    // Hashed with a key of its own in each run: no file can be made so that all its numbers share a place. In which order they are gone
    // through makes no difference.
    rows: HashMap<Cow<'a, str>, (Seen<'a>, Vec<u64>)>,
    crimes: HashMap<Cow<'a, str>, Status>,
    links: Vec<Link>,
    sent: Vec<Sent>,
    came_from: HashMap<String, CameFrom>,
}

/// Crimes that came from one number of another force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CameFrom {
    /// The first of them by number.
    pub(crate) first: String,
    /// How many rows say so.
    pub(crate) rows: u64,
}

/// Bytes that hold no item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("byte {at} begins nothing that was written for a part; the file beside the run was changed or torn")]
pub struct Torn {
    /// Which byte, from 0 on.
    pub at: usize,
}

/// What is known of a number that a removal names.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// The removal of this number.
    pub row: Option<&'a Seen<'a>>,
    /// What the table of all crimes says of it.
    pub status: Option<Status>,
    /// Whether there is such a table.
    pub crimes: Crimes,
}

impl<'a> Part<'a> {
    /// Adds an item; in which order makes no difference.
    pub fn add(&mut self, item: Item<'a>) {
        match item {
            Item::Row(seen) => match self.rows.get_mut(seen.record.as_ref()) {
                None => {
                    self.rows.insert(seen.record.clone(), (seen, Vec::new()));
                }
                // The first row counts.
                Some((first, later)) if seen.line < first.line => {
                    later.push(first.line);
                    *first = seen;
                }
                Some((_, later)) => later.push(seen.line),
            },
            Item::Link(link) => self.links.push(link),
            Item::Crime { crime, status } => {
                // Where two rows differ, the one by which it is not counted is the safe one.
                self.crimes.entry(crime).and_modify(|known| *known = status.max(*known)).or_insert(status);
            }
            Item::Sent(sent) => self.sent.push(sent),
            Item::CameFrom { reference, crime } => match self.came_from.get_mut(&reference) {
                None => {
                    self.came_from.insert(reference, CameFrom { first: crime, rows: 1 });
                }
                Some(came) => {
                    came.rows += 1;
                    if crime < came.first {
                        came.first = crime;
                    }
                }
            },
        }
    }

    /// Adds all items of these bytes, which [`Item::to_bytes`] wrote one behind the other.
    ///
    /// # Errors
    ///
    /// [`Torn`], if they hold something else; what stood before it was added.
    pub fn add_bytes(&mut self, bytes: &'a [u8]) -> Result<(), Torn> {
        // Most items are rows, of some 60 bytes and more.
        self.rows.reserve(bytes.len() / 80);
        let mut rest = bytes;
        while !rest.is_empty() {
            let torn = Torn { at: bytes.len() - rest.len() };
            let (item, read) = Item::read(rest).ok_or(torn)?;
            rest = rest.get(read..).ok_or(torn)?;
            self.add(item);
        }
        Ok(())
    }

    /// What is known of a number that belongs into this part.
    #[must_use]
    pub fn named(&self, number: &str, crimes: Crimes) -> Named<'_> {
        Named {
            row: self.rows.get(number).map(|(first, _)| first),
            status: self.crimes.get(number).copied(),
            crimes,
        }
    }

    /// Whether this number is removed as a duplicate of another.
    pub(super) fn is_duplicate(&self, number: &str) -> bool {
        self.rows
            .get(number)
            .is_some_and(|(row, _)| row.ground == Known::Is(Ground::Duplicate) && row.other_record.is_known())
    }

    /// The first row of each number, with the lines of the others.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&Seen<'a>, &[u64])> {
        self.rows.values().map(|(first, later)| (first, later.as_slice()))
    }

    pub(super) fn links(&self) -> &[Link] {
        &self.links
    }

    pub(super) fn sent(&self) -> &[Sent] {
        &self.sent
    }

    pub(super) fn came_from(&self, reference: &str) -> Option<&CameFrom> {
        self.came_from.get(reference)
    }
}
