//! A fact that is asked with yes or no.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// Yes, no, established as not known, or not supplied. *Not supplied* is never taken for no.
///
/// In JSON it is `true`, `false`, or the words `yes`, `no`, `not known`; left out or null, it is not supplied.
///
/// ```
/// use crime::Fact;
/// assert_eq!(serde_json::from_str::<Fact>("\"not known\"").unwrap(), Fact::NotKnown);
/// assert_eq!(serde_json::from_str::<Fact>("true").unwrap(), Fact::Yes);
/// assert_eq!(Fact::default(), Fact::NotSupplied);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Fact {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// Enquiries were made and it is not known.
    NotKnown,
    /// Nobody told us.
    #[default]
    NotSupplied,
}

impl Fact {
    /// The word for it, as it is written.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotKnown => "not known",
            Self::NotSupplied => "not supplied",
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

impl Serialize for Fact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::NotSupplied => serializer.serialize_none(),
            Self::Yes | Self::No | Self::NotKnown => serializer.serialize_str(self.word()),
        }
    }
}

impl<'de> Deserialize<'de> for Fact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Words)
    }
}

struct Words;

impl de::Visitor<'_> for Words {
    type Value = Fact;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`yes`, `no`, `not known`, true or false")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Fact, E> {
        Ok(Fact::NotSupplied)
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Fact, E> {
        Ok(if yes { Fact::Yes } else { Fact::No })
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Fact, E> {
        match text.trim() {
            "yes" | "true" => Ok(Fact::Yes),
            "no" | "false" => Ok(Fact::No),
            "not known" => Ok(Fact::NotKnown),
            "" => Ok(Fact::NotSupplied),
            _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
        }
    }
}

impl schemars::JsonSchema for Fact {
    fn schema_name() -> Cow<'static, str> {
        "Fact".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": ["yes", "no", "not known", true, false, null] })
    }
}

/// A whole number that may be not known or not supplied: `3`, `"3"`, `"not known"`, or null.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<rulebook::Known<u32>, D::Error> {
    struct Number;
    impl de::Visitor<'_> for Number {
        type Value = rulebook::Known<u32>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a whole number, `not known`, or nothing")
        }

        fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
            Ok(rulebook::Known::NotSupplied)
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
            u32::try_from(number)
                .map(rulebook::Known::Is)
                .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(number), &self))
        }

        fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
            u32::try_from(number)
                .map(rulebook::Known::Is)
                .map_err(|_| E::invalid_value(de::Unexpected::Signed(number), &self))
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            text.parse().map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
        }
    }
    deserializer.deserialize_any(Number)
}
