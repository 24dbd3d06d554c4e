//! The id of a user.

use std::fmt;

use super::{Element, FieldType};
use crate::auth::User;
use crate::schema::Type;
use crate::types::Id;

/// The id of a user as the authentication service writes it: any text, such as
/// the 28 characters of Firebase or the UUID of Supabase.
///
/// A rule compares it with `auth.uid()`, character by character.
///
/// ```
/// use models_core::types::Uid;
/// let uid = Uid::from("kGZ1yXo2hVb3");
/// assert_eq!(uid.as_str(), "kGZ1yXo2hVb3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Uid(String);

impl Uid {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl FieldType for Uid {
    const TYPE: Type = Type::Uid;
    type Value = Self;
    read_by!(text);
}

impl Element for Uid {}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Uid {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Uid {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Uid {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// The user of a table of users, whose id is a UUID.
impl From<Id<User>> for Uid {
    fn from(id: Id<User>) -> Self {
        Self(id.to_string())
    }
}
