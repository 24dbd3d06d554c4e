//! The claims of a token that only the server can set.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::types::Id;

/// The value of a claim: JSON, without the crate.
///
/// A comparison with a value of another type is unknown: a claim that holds
/// the text `"3"` is not a number. A UUID is a text of 36 characters in the usual
/// form, `67e55044-10b1-426f-9247-bb680e5fe0c8`.
///
/// ```
/// use models_core::access::ClaimValue;
/// let claims = ClaimValue::from(true);
/// assert_eq!(claims.as_bool(), Some(true));
/// assert_eq!(claims.as_text(), None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimValue {
    /// `null`: the claim is absent.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A number with a fraction, or beyond 64 bits. JSON has neither `NaN`
    /// nor infinity; with those the claim is absent.
    Float(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<ClaimValue>),
    /// Claims by name.
    Object(BTreeMap<String, ClaimValue>),
}

impl ClaimValue {
    /// Whether there is a value at all.
    #[must_use]
    pub fn is_there(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Float(float) => float.is_finite(),
            Self::Bool(_) | Self::Int(_) | Self::Text(_) | Self::List(_) | Self::Object(_) => true,
        }
    }

    /// The text in it.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value in it.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(holds) => Some(*holds),
            _ => None,
        }
    }

    /// The UUID in it: the hyphenated form only, in either case.
    #[must_use]
    pub fn as_uuid(&self) -> Option<Uuid> {
        self.as_text().filter(|text| text.len() == 36).and_then(|text| text.parse().ok())
    }

    /// The claim at this path, which does not lead into lists.
    pub(super) fn at(&self, path: &[impl AsRef<str>]) -> Option<&Self> {
        path.iter()
            .try_fold(self, |claims, name| match claims {
                Self::Object(claims) => claims.get(name.as_ref()),
                _ => None,
            })
            .filter(|claim| claim.is_there())
    }

    /// Sets the claim at this path; other values on the way become objects.
    pub(super) fn put<'a>(&mut self, mut path: impl Iterator<Item = &'a str>, value: Self) {
        let Some(name) = path.next() else {
            *self = value;
            return;
        };
        if !matches!(self, Self::Object(_)) {
            *self = Self::Object(BTreeMap::new());
        }
        if let Self::Object(claims) = self {
            claims.entry(name.to_owned()).or_insert(Self::Null).put(path, value);
        }
    }
}

impl<M: ?Sized> From<Id<M>> for ClaimValue {
    fn from(id: Id<M>) -> Self {
        Self::Text(id.to_string())
    }
}

impl<T: Into<Self>> From<Vec<T>> for ClaimValue {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

/// Implements `From` for the types that JSON can hold.
macro_rules! claim_from {
    ($($rust:ty => |$value:ident| $claim:expr,)+) => {$(
        impl From<$rust> for ClaimValue {
            fn from($value: $rust) -> Self {
                $claim
            }
        }
    )+};
}

claim_from! {
    bool => |value| Self::Bool(value),
    i32 => |value| Self::Int(value.into()),
    i64 => |value| Self::Int(value),
    f64 => |value| Self::Float(value),
    &str => |value| Self::Text(value.to_owned()),
    String => |value| Self::Text(value),
    Uuid => |value| Self::Text(value.to_string()),
    BTreeMap<String, ClaimValue> => |value| Self::Object(value),
}
