//! Typed keys.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use uuid::Uuid;

use super::{Element, FieldType};
use crate::schema::Type;

/// The UUID key of a model: an `Id<Post>` is no `Id<Comment>`.
///
/// ```
/// use models_core::types::Id;
/// struct Post;
/// let id = Id::<Post>::new();
/// assert_eq!(id, id.to_string().parse()?);
/// # Ok::<(), uuid::Error>(())
/// ```
pub struct Id<M: ?Sized>(Uuid, PhantomData<fn() -> M>);

impl<M: ?Sized> Id<M> {
    /// A new id of version 7: sorted by the time it was made, to the millisecond.
    #[must_use]
    pub fn new() -> Self {
        Self::from_uuid(Uuid::now_v7())
    }

    /// A new id of version 4: random, tells nothing about when it was made.
    #[must_use]
    pub fn new_v4() -> Self {
        Self::from_uuid(Uuid::new_v4())
    }

    /// The id with this value.
    #[must_use]
    pub const fn from_uuid(uuid: Uuid) -> Self {
        Self(uuid, PhantomData)
    }

    /// Its value.
    #[must_use]
    pub const fn uuid(self) -> Uuid {
        self.0
    }
}

impl<M: ?Sized> FieldType for Id<M> {
    const TYPE: Type = Type::Uuid;
    type Value = Self;
    read_by!(id, M);
}

impl<M: ?Sized> Element for Id<M> {}

impl<M: ?Sized> Clone for Id<M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M: ?Sized> Copy for Id<M> {}

impl<M: ?Sized> Default for Id<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M: ?Sized> PartialEq for Id<M> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<M: ?Sized> Eq for Id<M> {}

impl<M: ?Sized> PartialOrd for Id<M> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<M: ?Sized> Ord for Id<M> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<M: ?Sized> Hash for Id<M> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<M: ?Sized> fmt::Debug for Id<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.0)
    }
}

impl<M: ?Sized> fmt::Display for Id<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<M: ?Sized> std::str::FromStr for Id<M> {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self::from_uuid)
    }
}

impl<M: ?Sized> From<Uuid> for Id<M> {
    fn from(uuid: Uuid) -> Self {
        Self::from_uuid(uuid)
    }
}

impl<M: ?Sized> From<Id<M>> for Uuid {
    fn from(id: Id<M>) -> Self {
        id.0
    }
}

#[cfg(feature = "serde")]
impl<M: ?Sized> serde::Serialize for Id<M> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, M: ?Sized> serde::Deserialize<'de> for Id<M> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::from_uuid)
    }
}
