//! Where in a document a value is, and what may be there.

use super::{Given, Kind, Origin, Outcome, Problem, Reason, Sink, Source, Step, Stored};
use crate::types::{DocRef, GeoPoint};

/// How deep in a document a value is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    depth: u8,
    in_array: bool,
}

impl Place {
    /// Maps and lists that Firestore takes inside one another.
    const DEEPEST: u8 = 20;

    /// An element of a list that is here.
    #[must_use]
    pub const fn element(self) -> Self {
        Self { depth: self.depth.saturating_add(1), in_array: true }
    }

    /// An entry of a map that is here.
    #[must_use]
    pub const fn entry(self) -> Self {
        Self { depth: self.depth.saturating_add(1), in_array: false }
    }

    /// Whether a list may be here.
    ///
    /// # Errors
    /// When this is inside a list, or too deep.
    pub fn may_be_array(self) -> Outcome<()> {
        if self.in_array { Err(Problem::new(Reason::NestedArray)) } else { self.may_be_map() }
    }

    /// Whether a map may be here.
    ///
    /// # Errors
    /// When this is too deep.
    pub fn may_be_map(self) -> Outcome<()> {
        if self.depth < Self::DEEPEST {
            return Ok(());
        }
        Err(Problem::new(Reason::TooDeep { limit: Self::DEEPEST }))
    }
}

/// Whether Firestore takes this as the name of a field.
///
/// # Errors
/// When it is empty, over 1,500 bytes, or between two pairs of underscores.
pub fn name_is_legal(name: &str) -> Outcome<()> {
    let wrong = match name {
        "" => "it is empty",
        name if name.len() > 1_500 => "it has more than 1,500 bytes",
        name if name.len() >= 4 && name.starts_with("__") && name.ends_with("__") => {
            "names between `__` belong to Firestore"
        }
        _ => return Ok(()),
    };
    Err(Problem::new(Reason::Name { name: super::problem::beginning(name), wrong }))
}

impl Stored for GeoPoint {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.geo_point(self.latitude(), self.longitude()))
    }

    fn take<S: Source>(given: Given<S>, _: &Origin<'_>) -> Outcome<Self> {
        let Given::GeoPoint { latitude, longitude } = given else {
            return Err(Problem::kind(given.kind(), Kind::GeoPoint));
        };
        Self::new(latitude, longitude).ok_or_else(|| {
            // Of the two, the one that alone is no part of a point.
            let (part, found, limit) = match Self::new(latitude, 0.0) {
                Some(_) => ("longitude", longitude, "it is from -180 to 180 degrees"),
                None => ("latitude", latitude, "it is from -90 to 90 degrees"),
            };
            Problem::out_of_range(&found, limit).within(Step::Field(part.into()))
        })
    }
}

impl<M: ?Sized> Stored for DocRef<M> {
    fn put<S: Sink>(&self, to: S) -> Outcome<S::Done> {
        Ok(to.reference(self.path()))
    }

    fn take<S: Source>(given: Given<S>, of: &Origin<'_>) -> Outcome<Self> {
        let Given::Reference(name) = given else {
            return Err(Problem::kind(given.kind(), Kind::Reference));
        };
        let name = name.as_ref();
        let Some((documents, path)) = relative(name) else {
            return Err(Problem::malformed(name, "the name of a document"));
        };
        if of.documents.is_some_and(|own| own != documents) {
            return Err(Problem::new(Reason::Elsewhere { found: name.to_owned() }));
        }
        Self::new(path).ok_or_else(|| Problem::malformed(name, "the name of a document"))
    }
}

/// The full name of a document in its two halves: the documents of the
/// database, and the path below them.
///
/// ```
/// use models_core::types::document::relative;
/// let name = "projects/p/databases/(default)/documents/teams/t";
/// assert_eq!(relative(name), Some(("projects/p/databases/(default)/documents", "teams/t")));
/// assert_eq!(relative("teams/t"), None);
/// ```
#[must_use]
pub fn relative(name: &str) -> Option<(&str, &str)> {
    let project = name.strip_prefix("projects/")?;
    let (project, rest) = at_first_slash(project)?;
    let (database, rest) = at_first_slash(rest.strip_prefix("databases/")?)?;
    let path = rest.strip_prefix("documents/")?;
    let sound = !project.is_empty() && !database.is_empty() && !path.is_empty();
    let end = name.len() - path.len() - 1;
    sound.then(|| name.get(..end).map(|documents| (documents, path))).flatten()
}

/// What stands before the first slash and after it. The parts of a path are
/// short: a plain loop finds their ends before the search for a `char` has begun.
fn at_first_slash(path: &str) -> Option<(&str, &str)> {
    around(path, path.bytes().position(|byte| byte == b'/')?)
}

/// The last part of a path, after what stands before it.
pub(crate) fn at_last_slash(path: &str) -> (Option<&str>, &str) {
    let slash = path.bytes().rposition(|byte| byte == b'/');
    match slash.and_then(|at| around(path, at)) {
        Some((before, last)) => (Some(before), last),
        None => (None, path),
    }
}

fn around(path: &str, slash: usize) -> Option<(&str, &str)> {
    Some((path.get(..slash)?, path.get(slash + 1..)?))
}
