//! The version of the format in which a catalogue is stored.

/// The version of the format. There is one so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FormatVersion;

impl FormatVersion {
    /// Its number, as it stands in a file.
    pub const NUMBER: u32 = 1;
}

#[cfg(feature = "serde")]
impl serde::Serialize for FormatVersion {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(Self::NUMBER)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for FormatVersion {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = u32::deserialize(deserializer)?;
        if number == Self::NUMBER {
            return Ok(Self);
        }
        Err(serde::de::Error::custom(format_args!(
            "version {number} of a catalogue is unknown; this library reads version {}",
            Self::NUMBER
        )))
    }
}
