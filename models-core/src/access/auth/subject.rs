//! The id of the signed-in user.

use std::fmt;

use uuid::Uuid;

use crate::access::Value;
use crate::auth::User;
use crate::types::{Id, Uid};

/// The signed-in user, by the id from the authentication service: what
/// `auth.uid()` means in a rule. It compares with keys that are UUIDs and
/// with a [`Uid`], which is text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject(Form);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Form {
    /// A UUID, or a text in exactly the server's form of one.
    Uuid(Uuid),
    /// Any other text.
    Text(String),
}

impl Subject {
    /// The id, where it is a UUID.
    #[must_use]
    pub fn id(&self) -> Option<Id<User>> {
        match self.0 {
            Form::Uuid(uuid) => Some(Id::from_uuid(uuid)),
            Form::Text(_) => None,
        }
    }

    /// Calls a function with the id as text.
    pub(crate) fn with_text<T>(&self, then: impl FnOnce(&str) -> T) -> T {
        match &self.0 {
            Form::Uuid(uuid) => {
                let mut buffer = Uuid::encode_buffer();
                then(uuid.hyphenated().encode_lower(&mut buffer))
            }
            Form::Text(text) => then(text),
        }
    }
}

impl From<Id<User>> for Subject {
    fn from(id: Id<User>) -> Self {
        Self(Form::Uuid(id.uuid()))
    }
}

impl From<Uid> for Subject {
    fn from(uid: Uid) -> Self {
        let parsed = Uuid::try_parse(uid.as_str()).ok();
        let canonical = parsed.filter(|parsed| parsed.to_string() == uid.as_str());
        Self(canonical.map_or_else(|| Form::Text(uid.into_string()), Form::Uuid))
    }
}

impl From<&Subject> for Value {
    fn from(subject: &Subject) -> Self {
        match &subject.0 {
            Form::Uuid(uuid) => Self::Uuid(*uuid),
            Form::Text(text) => Self::Text(text.clone()),
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text))
    }
}
