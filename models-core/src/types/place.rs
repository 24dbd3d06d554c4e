//! Values that only Firestore has: a point on the earth, a reference to a
//! document.

use std::fmt;
use std::marker::PhantomData;

use super::{Element, FieldType};
use crate::schema::Type;

/// A point on the earth, in degrees (WGS 84).
///
/// ```
/// use models_core::types::GeoPoint;
/// let bern = GeoPoint::new(46.948, 7.447).ok_or("no such point")?;
/// assert_eq!(bern.latitude(), 46.948);
/// assert_eq!(GeoPoint::new(91.0, 0.0), None);
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct GeoPoint {
    latitude: f64,
    longitude: f64,
}

impl GeoPoint {
    /// The point, where the latitude is from -90 to 90 and the longitude from
    /// -180 to 180.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let fits = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        fits.then_some(Self { latitude, longitude })
    }

    /// Degrees to the north.
    #[must_use]
    pub const fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees to the east.
    #[must_use]
    pub const fn longitude(self) -> f64 {
        self.longitude
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for GeoPoint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct Degrees {
            latitude: f64,
            longitude: f64,
        }
        let Degrees { latitude, longitude } = Degrees::deserialize(deserializer)?;
        Self::new(latitude, longitude)
            .ok_or_else(|| serde::de::Error::custom("there is no such point on the earth"))
    }
}

impl FieldType for GeoPoint {
    const TYPE: Type = Type::GeoPoint;
    type Value = Self;
    read_by!(nowhere);
}

impl Element for GeoPoint {}

/// A reference to a document of `M`, kept as Firestore's own type: the path
/// from the top of the database, such as `threads/t1/comments/c1`.
pub struct DocRef<M: ?Sized>(String, PhantomData<fn() -> M>);

impl<M: ?Sized> DocRef<M> {
    /// The document at this path: names between slashes, of a collection and
    /// of a document in turns. `None` for any other text.
    #[must_use]
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        let names = path.split('/').count();
        (names % 2 == 0 && path.split('/').all(|name| !name.is_empty()))
            .then_some(Self(path, PhantomData))
    }

    /// The path from the top of the database, without a slash before it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0
    }
}

impl<M: ?Sized> FieldType for DocRef<M> {
    const TYPE: Type = Type::Reference;
    type Value = Self;
    read_by!(nowhere);
}

impl<M: ?Sized> Element for DocRef<M> {}

impl<M: ?Sized> Clone for DocRef<M> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), PhantomData)
    }
}

impl<M: ?Sized> PartialEq for DocRef<M> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl<M: ?Sized> Eq for DocRef<M> {}

impl<M: ?Sized> fmt::Debug for DocRef<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DocRef({:?})", self.0)
    }
}

#[cfg(feature = "serde")]
impl<M: ?Sized> serde::Serialize for DocRef<M> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, M: ?Sized> serde::Deserialize<'de> for DocRef<M> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let path = String::deserialize(deserializer)?;
        Self::new(path).ok_or_else(|| serde::de::Error::custom("this is no path of a document"))
    }
}
