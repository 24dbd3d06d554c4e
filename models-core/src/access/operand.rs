//! What may stand on one side of a comparison.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{ClaimValue, Subject};
use crate::types::{DocId, DocRef, GeoPoint, Id, Uid};

/// Something that an access rule can read: a field, a literal, or a value of
/// `auth`.
///
/// It is read through an `Option`: a missing value makes the rule unknown
/// instead of a type error. `#[derive(ModelEnum)]` implements this
/// with itself as the value, `#[derive(ModelType)]` with the value of the type
/// inside, so that a newtype compares like what it wraps.
///
/// ```
/// use models_core::access::Operand;
/// assert_eq!(Some(3).value(), Some(&3));
/// assert_eq!(None::<String>.value(), None);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read in a rule",
    label = "a rule cannot read a `{Self}`",
    note = "a rule reads fields with a column type, literals, and `auth.uid()`, `auth.role()`, `auth.email()`, `auth.claim(..)`, `auth.now()`",
    note = "your own enum: `#[derive(ModelEnum)]`; a newtype: `#[derive(ModelType)]`"
)]
pub trait Operand {
    /// What is compared, without its `Option`.
    type Value: ?Sized;

    /// The value, unless it is missing.
    fn value(&self) -> Option<&Self::Value>;
}

impl<T: Operand> Operand for Option<T> {
    type Value = T::Value;

    fn value(&self) -> Option<&T::Value> {
        self.as_ref().and_then(T::value)
    }
}

impl Operand for String {
    type Value = str;

    fn value(&self) -> Option<&str> {
        Some(self)
    }
}

impl Operand for &str {
    type Value = str;

    fn value(&self) -> Option<&str> {
        Some(self)
    }
}

/// A claim that is `null` is absent.
impl Operand for &ClaimValue {
    type Value = ClaimValue;

    fn value(&self) -> Option<&ClaimValue> {
        self.is_there().then_some(*self)
    }
}

impl Operand for &Subject {
    type Value = Subject;

    fn value(&self) -> Option<&Subject> {
        Some(*self)
    }
}

impl<M: ?Sized> Operand for DocId<M> {
    type Value = Self;

    fn value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<M: ?Sized> Operand for DocRef<M> {
    type Value = Self;

    fn value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<T> Operand for BTreeMap<String, T> {
    type Value = Self;

    fn value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<M: ?Sized> Operand for Id<M> {
    type Value = Self;

    fn value(&self) -> Option<&Self> {
        Some(self)
    }
}

impl<T> Operand for Vec<T> {
    type Value = Self;

    fn value(&self) -> Option<&Self> {
        Some(self)
    }
}

/// Implements [`Operand`] for types that are their own value.
macro_rules! its_own_value {
    ($($rust:ty,)+) => {$(
        impl Operand for $rust {
            type Value = Self;

            fn value(&self) -> Option<&Self> {
                Some(self)
            }
        }
    )+};
}

its_own_value! {
    bool,
    i16,
    i32,
    i64,
    f32,
    f64,
    super::IntLiteral,
    super::FloatLiteral,
    Uuid,
    DateTime<Utc>,
    NaiveDateTime,
    NaiveDate,
    NaiveTime,
    TimeDelta,
    Uid,
    GeoPoint,
}

#[cfg(feature = "decimal")]
its_own_value!(rust_decimal::Decimal,);

#[cfg(feature = "ipnetwork")]
its_own_value!(ipnetwork::IpNetwork,);

#[cfg(feature = "json")]
its_own_value!(serde_json::Value,);
