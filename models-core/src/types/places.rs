//! Values that only Firestore has: points on the earth, and references to
//! documents.

use std::fmt;
use std::marker::PhantomData;

use super::Element;
#[cfg(feature = "firestore")]
use super::document::{
    DocumentCodec, FieldError, FieldErrorKind, PathSegment, RawValue, ReadContext, ValueKind,
    ValueReader, ValueWriter,
};
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
            .ok_or_else(|| serde::de::Error::custom("the degrees are not a point on the earth"))
    }
}

field_type! { GeoPoint, Type::GeoPoint; }

no_row!([] GeoPoint);

#[cfg(feature = "firestore")]
impl DocumentCodec for GeoPoint {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.geo_point(self.latitude, self.longitude))
    }

    fn read<R: ValueReader>(value: RawValue<R>, _: &ReadContext<'_>) -> Result<Self, FieldError> {
        let RawValue::GeoPoint { latitude, longitude } = value else {
            return Err(FieldError::wrong_kind(value.kind(), ValueKind::GeoPoint));
        };
        Self::new(latitude, longitude).ok_or_else(|| {
            let (part, found, limit) = match Self::new(latitude, 0.0) {
                Some(_) => ("longitude", longitude, "it is from -180 to 180 degrees"),
                None => ("latitude", latitude, "it is from -90 to 90 degrees"),
            };
            FieldError::out_of_range(&found, limit).within(PathSegment::Field(part.into()))
        })
    }
}

/// A reference to a document of `M`, stored as Firestore's own type: the path
/// from the top of the database, such as `threads/t1/comments/c1`.
pub struct DocRef<M: ?Sized>(String, PhantomData<fn() -> M>);

impl<M: ?Sized> DocRef<M> {
    /// The document at this path: names between slashes, of a collection and
    /// of a document in turn. `None` for any other text.
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

field_type!([M: ?Sized] DocRef<M>, Type::Reference);

impl<M: ?Sized> Element for DocRef<M> {}

no_row!([M: ?Sized] DocRef<M>);

#[cfg(feature = "firestore")]
impl<M: ?Sized> DocumentCodec for DocRef<M> {
    fn write<W: ValueWriter>(&self, to: W) -> Result<W::Output, FieldError> {
        Ok(to.reference(self.path()))
    }

    fn read<R: ValueReader>(
        value: RawValue<R>,
        context: &ReadContext<'_>,
    ) -> Result<Self, FieldError> {
        let RawValue::Reference(name) = value else {
            return Err(FieldError::wrong_kind(value.kind(), ValueKind::Reference));
        };
        let path = path_in_database(name.as_ref(), context)?;
        Self::new(path)
            .ok_or_else(|| FieldError::malformed(name.as_ref(), "the name of a document"))
    }
}

/// The path of a document that is in the database it is referred to from.
#[cfg(feature = "firestore")]
fn path_in_database<'n>(name: &'n str, context: &ReadContext<'_>) -> Result<&'n str, FieldError> {
    let Some((documents, path)) = split_name(name) else {
        return Err(FieldError::malformed(name, "the name of a document"));
    };
    if context.documents.is_some_and(|own| own != documents) {
        return Err(FieldError::new(FieldErrorKind::OtherDatabase { found: name.to_owned() }));
    }
    Ok(path)
}

/// The full name of a document in two parts: what the names of all documents of
/// its database begin with, and the path:
///
/// `projects/p/databases/d/documents` and `teams/t`.
#[cfg(feature = "firestore")]
pub(crate) fn split_name(name: &str) -> Option<(&str, &str)> {
    let project = name.strip_prefix("projects/")?;
    let (project, rest) = split_at_slash(project)?;
    let (database, rest) = split_at_slash(rest.strip_prefix("databases/")?)?;
    let path = rest.strip_prefix("documents/")?;
    let end = name.len() - path.len() - 1;
    let is_whole = !project.is_empty() && !database.is_empty() && !path.is_empty();
    if is_whole { Some((name.get(..end)?, path)) } else { None }
}

/// What is before the first slash and after it. The parts of a path are short:
/// a plain loop is faster than the search for a `char`.
#[cfg(feature = "firestore")]
fn split_at_slash(path: &str) -> Option<(&str, &str)> {
    let slash = path.bytes().position(|byte| byte == b'/')?;
    Some((path.get(..slash)?, path.get(slash + 1..)?))
}

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
        Self::new(path)
            .ok_or_else(|| serde::de::Error::custom("this is not the path of a document"))
    }
}

#[cfg(test)]
mod tests {
    use super::split_name;

    #[test]
    fn a_name_has_two_parts() {
        let name = "projects/p/databases/(default)/documents/teams/t";
        assert_eq!(split_name(name), Some(("projects/p/databases/(default)/documents", "teams/t")));
        for name in ["teams/t", "projects//databases/d/documents/t", "projects/p/databases/d/t"] {
            assert_eq!(split_name(name), None, "{name}");
        }
    }
}
