//! Whose ground a place is.

use std::{fmt, str::FromStr};

use crate::{Force, UnknownForce};

/// The police, or the country, on whose ground something happened.
///
/// ```
/// use crime::Jurisdiction;
/// let place: Jurisdiction = "British Transport Police".parse()?;
/// assert_eq!(place, Jurisdiction::BritishTransportPolice);
/// assert_eq!("West Midlands Police".parse::<Jurisdiction>()?.to_string(), "West Midlands");
/// # Ok::<(), crime::UnknownForce>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jurisdiction {
    /// A territorial force of England and Wales.
    Force(Force),
    /// A location under the British Transport Police.
    BritishTransportPolice,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// Outside the United Kingdom.
    OutsideUk,
}

impl Jurisdiction {
    /// Whether it lies in England and Wales.
    #[must_use]
    pub const fn in_england_and_wales(self) -> bool {
        match self {
            Self::Force(_) | Self::BritishTransportPolice => true,
            Self::Scotland | Self::NorthernIreland | Self::OutsideUk => false,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Force(force) => force.name(),
            Self::BritishTransportPolice => "British Transport Police",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
            Self::OutsideUk => "outside the United Kingdom",
        }
    }
}

impl From<Jurisdiction> for &'static str {
    fn from(jurisdiction: Jurisdiction) -> Self {
        jurisdiction.name()
    }
}

impl fmt::Display for Jurisdiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Jurisdiction {
    type Err = UnknownForce;

    fn from_str(text: &str) -> Result<Self, UnknownForce> {
        match text.trim().to_lowercase().as_str() {
            "british transport police" | "btp" => Ok(Self::BritishTransportPolice),
            "scotland" | "police scotland" => Ok(Self::Scotland),
            "northern ireland" | "psni" => Ok(Self::NorthernIreland),
            "outside the united kingdom" | "outside the uk" => Ok(Self::OutsideUk),
            _ => text.parse().map(Self::Force),
        }
    }
}

impl schemars::JsonSchema for Jurisdiction {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Jurisdiction".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "description": "A territorial force of England and Wales by name, slug or code of its area; or `British Transport Police`, `Scotland`, `Northern Ireland`, `outside the United Kingdom`."
        })
    }
}
