//! Indirection for recursive descriptions.

use std::ops::Deref;

/// A value behind a reference in a program, or boxed when it was loaded.
///
/// [`Cow`](std::borrow::Cow) cannot do this for a recursive type, because its
/// owned side is not boxed.
#[derive(Debug)]
pub enum Node<T: 'static> {
    /// Written by the derive.
    Static(&'static T),
    /// Built at run time.
    Owned(Box<T>),
}

impl<T> Node<T> {
    /// The value, in a constant too.
    #[must_use]
    pub const fn get(&self) -> &T {
        match self {
            Self::Static(value) => value,
            // A box is not dereferenced through its trait, so this is constant.
            Self::Owned(value) => value,
        }
    }
}

impl<T> Deref for Node<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.get()
    }
}

impl<T: Clone> Clone for Node<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Static(value) => Self::Static(value),
            Self::Owned(value) => Self::Owned(value.clone()),
        }
    }
}

impl<T: PartialEq> PartialEq for Node<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> From<T> for Node<T> {
    fn from(value: T) -> Self {
        Self::Owned(Box::new(value))
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Node<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, T: serde::Deserialize<'de>> serde::Deserialize<'de> for Node<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::from)
    }
}
