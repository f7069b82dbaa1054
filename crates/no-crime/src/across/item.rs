//! What is said of one number, so that all that is said of it can be brought together.

use std::{
    borrow::Cow,
    hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher},
};

use crime::removal::Ground;
use rulebook::Known;

use super::{
    Crime, Seen, Status,
    bytes::{Reader, put_ground, put_known, put_number, put_text},
};

/// What is said of one number. Items of one number belong into one part. Of rows and crimes, of which there are many, the texts are parts of the
/// bytes that they were read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item<'a> {
    /// The crime of this number is removed.
    Row(Seen<'a>),
    /// A removal names this number.
    Link(Link),
    /// The crime of this number is among all crimes.
    Crime {
        /// Its number.
        crime: Cow<'a, str>,
        /// Whether it is counted.
        status: Status,
    },
    /// A crime was passed to another force, which holds it under this number.
    Sent(Sent),
    /// A crime came from another force, which held it under this number.
    CameFrom {
        /// The number of that force.
        reference: String,
        /// Ours.
        crime: String,
    },
}

/// A removal that names another crime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The line of the removal.
    pub line: u64,
    /// Its number.
    pub record: String,
    /// Its ground.
    pub ground: Known<Ground>,
    /// Its receiving force, if it was transferred.
    pub receiving_force: Known<String>,
    /// As what it names the other.
    pub naming: Naming,
    /// The number that it names.
    pub other: String,
}

/// As what a removal names another crime.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Naming {
    /// As the crime that it repeats, or is part of.
    DuplicateOf,
    /// As the crime under which it was recorded again.
    RecordedAgain,
}

/// A removal that was passed to another force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The line of the removal.
    pub line: u64,
    /// Its number.
    pub record: String,
    /// The force that received it.
    pub force: Known<String>,
    /// The number under which that force holds it.
    pub reference: String,
}

impl<'a> Item<'a> {
    /// What a removal says: of its own number, and of each that it names.
    #[must_use]
    pub fn of_removal(seen: Seen<'a>) -> Vec<Self> {
        let mut items = Vec::with_capacity(3);
        let link = |naming, other: &str| {
            Self::Link(Link {
                line: seen.line,
                record: seen.record.to_string(),
                ground: seen.ground,
                receiving_force: owned(&seen.receiving_force),
                naming,
                other: other.to_owned(),
            })
        };
        if let (Known::Is(Ground::Duplicate), Known::Is(other)) = (seen.ground, &seen.other_record) {
            items.push(link(Naming::DuplicateOf, other));
        }
        if let Known::Is(other) = &seen.recorded_again_as {
            items.push(link(Naming::RecordedAgain, other));
        }
        if let (Known::Is(Ground::Transferred), Known::Is(reference)) =
            (seen.ground, &seen.receiving_reference)
        {
            items.push(Self::Sent(Sent {
                line: seen.line,
                record: seen.record.to_string(),
                force: owned(&seen.receiving_force),
                reference: reference.to_string(),
            }));
        }
        items.push(Self::Row(seen));
        items
    }

    /// What a row of all crimes says: of its own number, and of the one that it came from.
    #[must_use]
    pub fn of_crime(crime: Crime) -> Vec<Self> {
        let mut items = Vec::with_capacity(2);
        if let Known::Is(reference) = crime.transferred_from {
            items.push(Self::CameFrom { reference, crime: crime.crime.clone() });
        }
        items.push(Self::Crime { crime: Cow::Owned(crime.crime), status: crime.status });
        items
    }

    /// The number of which it is said.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Row(seen) => &seen.record,
            Self::Link(link) => &link.other,
            Self::Crime { crime, .. } => crime,
            Self::Sent(sent) => &sent.reference,
            Self::CameFrom { reference, .. } => reference,
        }
    }

    /// The part it belongs into, if the work is divided into so many; 0 if into none.
    #[must_use]
    pub fn part(&self, parts: usize) -> usize {
        let hash = BuildHasherDefault::<DefaultHasher>::default().hash_one(self.key());
        let part = hash.checked_rem(parts as u64).unwrap_or_default();
        usize::try_from(part).unwrap_or_default()
    }

    /// Writes it behind what is there.
    pub fn to_bytes(&self, into: &mut Vec<u8>) {
        match self {
            Self::Row(seen) => {
                into.push(0);
                seen.to_bytes(into);
            }
            Self::Link(link) => {
                into.push(match link.naming {
                    Naming::DuplicateOf => 1,
                    Naming::RecordedAgain => 2,
                });
                put_number(into, link.line);
                put_text(into, &link.record);
                put_ground(into, link.ground);
                put_known(into, &link.receiving_force);
                put_text(into, &link.other);
            }
            Self::Crime { crime, status } => {
                into.push(match status {
                    Status::Recorded => 3,
                    Status::Cancelled => 4,
                    Status::Transferred => 5,
                });
                put_text(into, crime);
            }
            Self::Sent(sent) => {
                into.push(6);
                put_number(into, sent.line);
                put_text(into, &sent.record);
                put_known(into, &sent.force);
                put_text(into, &sent.reference);
            }
            Self::CameFrom { reference, crime } => {
                into.push(7);
                put_text(into, reference);
                put_text(into, crime);
            }
        }
    }

    /// Reads what [`Item::to_bytes`] wrote, and says how many bytes that were. Nothing, if the bytes begin with something else.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, usize)> {
        let mut reader = Reader::new(bytes);
        let item = match reader.byte()? {
            0 => Self::Row(Seen::read_from(&mut reader)?),
            1 => Self::Link(link(&mut reader, Naming::DuplicateOf)?),
            2 => Self::Link(link(&mut reader, Naming::RecordedAgain)?),
            3 => Self::Crime { crime: Cow::Borrowed(reader.text()?), status: Status::Recorded },
            4 => Self::Crime { crime: Cow::Borrowed(reader.text()?), status: Status::Cancelled },
            5 => Self::Crime { crime: Cow::Borrowed(reader.text()?), status: Status::Transferred },
            6 => Self::Sent(Sent {
                line: reader.number()?,
                record: reader.text()?.to_owned(),
                force: reader.known()?.map(str::to_owned),
                reference: reader.text()?.to_owned(),
            }),
            7 => Self::CameFrom { reference: reader.text()?.to_owned(), crime: reader.text()?.to_owned() },
            _ => return None,
        };
        Some((item, bytes.len() - reader.left()))
    }
}

fn link(reader: &mut Reader<'_>, naming: Naming) -> Option<Link> {
    Some(Link {
        line: reader.number()?,
        record: reader.text()?.to_owned(),
        ground: reader.ground()?,
        receiving_force: reader.known()?.map(str::to_owned),
        naming,
        other: reader.text()?.to_owned(),
    })
}

fn owned(text: &Known<Cow<'_, str>>) -> Known<String> {
    match text {
        Known::Is(text) => Known::Is(text.to_string()),
        Known::NotKnown => Known::NotKnown,
        Known::NotSupplied => Known::NotSupplied,
    }
}
