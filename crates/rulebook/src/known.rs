//! What is known of a fact. Not supplied is never taken for no.

use std::{fmt, str::FromStr};

/// A fact that may be missing, in the two ways in which facts are missing.
///
/// In a table an empty cell is [`Known::NotSupplied`] and the words `not known` are [`Known::NotKnown`].
///
/// ```
/// use rulebook::Known;
/// let owner: Known<String> = "Force Crime Registrar".parse().unwrap();
/// assert_eq!(owner.value().map(String::as_str), Some("Force Crime Registrar"));
/// assert_eq!("not known".parse::<Known<u64>>().unwrap(), Known::NotKnown);
/// assert_eq!("".parse::<Known<u64>>().unwrap(), Known::NotSupplied);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Known<T> {
    /// It is known to be this.
    Is(T),
    /// Somebody asked, and it is not known.
    NotKnown,
    /// Nobody told us.
    #[default]
    NotSupplied,
}

impl<T> Known<T> {
    /// The fact, if it is known.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Is(value) => Some(value),
            Self::NotKnown | Self::NotSupplied => None,
        }
    }

    /// Whether it is known.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        matches!(self, Self::Is(_))
    }

    /// The same fact in another form.
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Known<U> {
        match self {
            Self::Is(value) => Known::Is(f(value)),
            Self::NotKnown => Known::NotKnown,
            Self::NotSupplied => Known::NotSupplied,
        }
    }
}

impl<T: FromStr> FromStr for Known<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        match text.trim() {
            "" => Ok(Self::NotSupplied),
            words if words.eq_ignore_ascii_case("not known") => Ok(Self::NotKnown),
            known => known.parse().map(Self::Is),
        }
    }
}

impl<T: fmt::Display> fmt::Display for Known<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(value) => value.fmt(f),
            Self::NotKnown => f.pad("not known"),
            Self::NotSupplied => f.pad("not supplied"),
        }
    }
}

impl<T: fmt::Display> serde::Serialize for Known<T> {
    /// As the words that are read back; what nobody supplied is null.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(value) => serializer.collect_str(value),
            Self::NotKnown => serializer.serialize_str("not known"),
            Self::NotSupplied => serializer.serialize_none(),
        }
    }
}

impl<'de, T> serde::Deserialize<'de> for Known<T>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Words(std::marker::PhantomData))
    }
}

impl<T: schemars::JsonSchema> schemars::JsonSchema for Known<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Known{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let is = generator.subschema_for::<T>();
        schemars::json_schema!({ "anyOf": [is, { "const": "not known" }, { "type": "null" }] })
    }
}

/// Reads a fact from a word, or from nothing.
struct Words<T>(std::marker::PhantomData<T>);

impl<'de, T> serde::de::Visitor<'de> for Words<T>
where
    T: FromStr,
    T::Err: fmt::Display,
{
    type Value = Known<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a word, `not known`, or nothing")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Known<T>, E> {
        Ok(Known::NotSupplied)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Known<T>, E> {
        Ok(Known::NotSupplied)
    }

    fn visit_some<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Known<T>, D::Error> {
        deserializer.deserialize_str(self)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Known<T>, E> {
        text.parse().map_err(|error| E::custom(format_args!("`{text}`: {error}")))
    }
}
