//! Rows as bytes, for the part of them that waits on a disk.

use calendar::Moment;
use crime::removal::Ground;
use rulebook::Known;

/// Writes a number, seven bits a byte.
pub(super) fn put_number(into: &mut Vec<u8>, mut number: u64) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            into.push(low & 0x7f);
            return;
        }
        into.push(low | 0x80);
    }
}

/// Writes a text after its length.
pub(super) fn put_text(into: &mut Vec<u8>, text: &str) {
    put_number(into, text.len() as u64);
    into.extend_from_slice(text.as_bytes());
}

/// Writes a text that may be missing.
pub(super) fn put_known(into: &mut Vec<u8>, text: &Known<impl AsRef<str>>) {
    match text {
        Known::NotSupplied => into.push(0),
        Known::NotKnown => into.push(1),
        Known::Is(text) => {
            into.push(2);
            put_text(into, text.as_ref());
        }
    }
}

/// Writes a moment that may be missing.
pub(super) fn put_moment(into: &mut Vec<u8>, moment: &Known<Moment>) {
    match moment {
        Known::NotSupplied => into.push(0),
        Known::NotKnown => into.push(1),
        Known::Is(moment) => {
            into.push(if moment.to_the_minute { 3 } else { 2 });
            into.extend_from_slice(&moment.seconds.to_le_bytes());
        }
    }
}

/// Writes a ground that may be missing.
pub(super) fn put_ground(into: &mut Vec<u8>, ground: Known<Ground>) {
    into.push(match ground {
        Known::NotSupplied => 0,
        Known::NotKnown => 1,
        Known::Is(ground) => 2 + ground as u8,
    });
}

/// Reads what was written, from the beginning on. Nothing, where the bytes are something else.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    /// Begins with the first of these bytes.
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// How many bytes were not read yet.
    pub(super) const fn left(&self) -> usize {
        self.rest.len()
    }

    /// One byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// A number.
    pub(super) fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let bits = u64::from(byte & 0x7f);
            // Only one bit is left for the last byte.
            if shift == 63 && bits > 1 {
                return None;
            }
            number |= bits << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// A text.
    pub(super) fn text(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.number()?).ok()?;
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok()
    }

    /// A text that may be missing.
    pub(super) fn known(&mut self) -> Option<Known<&'a str>> {
        match self.byte()? {
            0 => Some(Known::NotSupplied),
            1 => Some(Known::NotKnown),
            2 => Some(Known::Is(self.text()?)),
            _ => None,
        }
    }

    /// A moment that may be missing.
    pub(super) fn moment(&mut self) -> Option<Known<Moment>> {
        let to_the_minute = match self.byte()? {
            0 => return Some(Known::NotSupplied),
            1 => return Some(Known::NotKnown),
            2 => false,
            3 => true,
            _ => return None,
        };
        let (seconds, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(Known::Is(Moment { seconds: i64::from_le_bytes(*seconds), to_the_minute }))
    }

    /// A ground that may be missing.
    pub(super) fn ground(&mut self) -> Option<Known<Ground>> {
        match self.byte()? {
            0 => Some(Known::NotSupplied),
            1 => Some(Known::NotKnown),
            number => Ground::all().find(|ground| 2 + *ground as u8 == number).map(Known::Is),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_read_again(number: u64) {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(reader.number(), Some(number));
            prop_assert_eq!(reader.left(), 0);
        }

        #[test]
        fn whatever_the_bytes_nothing_breaks(bytes: Vec<u8>) {
            let mut reader = Reader::new(&bytes);
            while reader.known().is_some() && reader.moment().is_some() && reader.number().is_some() {}
        }
    }
}
