//! What is kept of a removal to be held beside others.

use std::borrow::Cow;

use calendar::Moment;
use crime::removal::{Ground, Removal};
use rulebook::Known;

use super::bytes::{Reader, put_ground, put_known, put_moment, put_number, put_text};

/// What is kept of a removal to be held beside others. Read back from bytes, its texts are parts of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<'a> {
    /// The line of its row. It tells the row from every other.
    pub line: u64,
    /// Its number.
    pub record: Cow<'a, str>,
    /// On which ground it is removed.
    pub ground: Known<Ground>,
    /// When it is removed.
    pub removed: Known<Moment>,
    /// If a duplicate: the number of the crime that it repeats.
    pub other_record: Known<Cow<'a, str>>,
    /// If transferred: to which force.
    pub receiving_force: Known<Cow<'a, str>>,
    /// If transferred: under which number that force holds it.
    pub receiving_reference: Known<Cow<'a, str>>,
    /// Under which number it was recorded again.
    pub recorded_again_as: Known<Cow<'a, str>>,
    /// Who decided.
    pub decided_by: Known<Cow<'a, str>>,
    /// Which unit holds it.
    pub policing_unit: Known<Cow<'a, str>>,
}

impl<'a> Seen<'a> {
    /// What is kept of a removal that was read from this line.
    #[must_use]
    pub fn of(removal: Removal, line: u64) -> Self {
        Self {
            line,
            record: Cow::Owned(removal.record),
            ground: removal.ground,
            removed: removal.removed,
            other_record: removal.other_record.map(Cow::Owned),
            receiving_force: removal.receiving_force.map(Cow::Owned),
            receiving_reference: removal.receiving_reference.map(Cow::Owned),
            recorded_again_as: removal.recorded_again_as.map(Cow::Owned),
            decided_by: removal.decided_by.map(Cow::Owned),
            policing_unit: removal.policing_unit.map(Cow::Owned),
        }
    }

    /// Writes it behind what is there.
    pub fn to_bytes(&self, into: &mut Vec<u8>) {
        put_number(into, self.line);
        put_text(into, &self.record);
        put_ground(into, self.ground);
        put_moment(into, &self.removed);
        for text in [
            &self.other_record,
            &self.receiving_force,
            &self.receiving_reference,
            &self.recorded_again_as,
            &self.decided_by,
            &self.policing_unit,
        ] {
            put_known(into, text);
        }
    }

    /// Reads what [`Seen::to_bytes`] wrote, and says how many bytes that were. Nothing, if the bytes begin with something else.
    #[must_use]
    pub fn read(bytes: &'a [u8]) -> Option<(Self, usize)> {
        let mut reader = Reader::new(bytes);
        let seen = Self::read_from(&mut reader)?;
        Some((seen, bytes.len() - reader.left()))
    }

    pub(super) fn read_from(reader: &mut Reader<'a>) -> Option<Self> {
        Some(Self {
            line: reader.number()?,
            record: Cow::Borrowed(reader.text()?),
            ground: reader.ground()?,
            removed: reader.moment()?,
            other_record: reader.known()?.map(Cow::Borrowed),
            receiving_force: reader.known()?.map(Cow::Borrowed),
            receiving_reference: reader.known()?.map(Cow::Borrowed),
            recorded_again_as: reader.known()?.map(Cow::Borrowed),
            decided_by: reader.known()?.map(Cow::Borrowed),
            policing_unit: reader.known()?.map(Cow::Borrowed),
        })
    }

    /// The ground and the day of the removal in words: `C2 on 2026-06-02`.
    #[must_use]
    pub fn removed_how(&self) -> String {
        let ground = match self.ground {
            Known::Is(ground) => ground.code(),
            Known::NotKnown => "on a ground that is not known",
            Known::NotSupplied => "on a ground that is not supplied",
        };
        match self.removed.value().and_then(|moment| moment.date()) {
            Some(day) => format!("{ground} on {day}"),
            None => format!("{ground}, on a day that is not known"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words() -> impl Strategy<Value = Known<String>> {
        prop_oneof![Just(Known::NotSupplied), Just(Known::NotKnown), ".{0,200}".prop_map(Known::Is)]
    }

    fn moments() -> impl Strategy<Value = Known<Moment>> {
        prop_oneof![
            Just(Known::NotSupplied),
            Just(Known::NotKnown),
            (any::<i64>(), any::<bool>())
                .prop_map(|(seconds, to_the_minute)| Known::Is(Moment { seconds, to_the_minute }))
        ]
    }

    prop_compose! {
        fn rows()(
            line: u64,
            record in ".{0,40}",
            ground in prop_oneof![
                Just(Known::NotSupplied),
                Just(Known::NotKnown),
                proptest::sample::select(Ground::all().collect::<Vec<_>>()).prop_map(Known::Is)
            ],
            removed in moments(),
            texts in proptest::array::uniform6(words()),
        ) -> Seen<'static> {
            let [other_record, receiving_force, receiving_reference, recorded_again_as, decided_by, policing_unit] =
                texts.map(|text| text.map(Cow::Owned));
            Seen {
                line, record: Cow::Owned(record), ground, removed, other_record, receiving_force, receiving_reference,
                recorded_again_as, decided_by, policing_unit,
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(one in rows(), other in rows()) {
            let mut bytes = Vec::new();
            one.to_bytes(&mut bytes);
            other.to_bytes(&mut bytes);
            let (first, read) = Seen::read(&bytes).unwrap();
            let (second, rest) = Seen::read(&bytes[read..]).unwrap();
            prop_assert_eq!((first, second, read + rest), (one, other, bytes.len()));
        }

        #[test]
        fn what_is_torn_is_not_read(row in rows(), cut: proptest::sample::Index) {
            let mut bytes = Vec::new();
            row.to_bytes(&mut bytes);
            prop_assert_eq!(Seen::read(&bytes[..cut.index(bytes.len())]), None);
        }
    }
}
