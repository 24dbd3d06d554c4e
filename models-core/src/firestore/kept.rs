//! The models that Firestore keeps, and what their documents look like.

use std::collections::HashSet;

use super::error::{Error, ErrorKind};
use crate::schema::{Collection, Field, ModelDef, Schema};

/// Bytes of UTF-8 in the name of a collection or of a field.
const LONGEST: usize = 1_500;

/// A model that is kept in a collection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kept<'a> {
    pub(crate) model: &'a ModelDef,
    pub(crate) collection: &'a Collection,
}

/// Where a field of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place<'a> {
    /// The id of the document.
    Id,
    /// The id of a document above, so many collections up.
    Above(usize),
    /// In the body, under this name.
    Body(&'a str),
}

/// All of them, in the order of the schema.
pub(crate) fn kept(schema: &Schema) -> Result<Vec<Kept<'_>>, Error> {
    let mut all = Vec::new();
    let mut paths = HashSet::new();
    for model in &*schema.models {
        let Some(collection) = &model.collection else { continue };
        let kept = Kept { model, collection };
        kept.check()?;
        if !paths.insert(kept.names()) {
            return Err(kept.trouble(ErrorKind::CollectionTwice));
        }
        all.push(kept);
    }
    Ok(all)
}

impl<'a> Kept<'a> {
    /// The collections that lead to a document, from the top.
    pub(crate) fn names(self) -> Vec<&'a str> {
        let mut names: Vec<&str> =
            self.collection.path.up().map(|path| &*path.collection).collect();
        names.reverse();
        names
    }

    /// The fields that a document has, and where.
    pub(crate) fn fields(self) -> impl Iterator<Item = (&'a Field, Place<'a>)> {
        self.model.fields.iter().filter_map(move |field| Some((field, self.place(field)?)))
    }

    /// The fields in the body of a document, and their names there.
    pub(crate) fn body(self) -> impl Iterator<Item = (&'a Field, &'a str)> {
        self.fields().filter_map(|(field, place)| match place {
            Place::Body(name) => Some((field, name)),
            Place::Id | Place::Above(_) => None,
        })
    }

    /// The field of this Rust name, and where it is.
    pub(crate) fn find(self, name: &str) -> Result<(&'a Field, Place<'a>), Error> {
        let field = self.model.fields.iter().find(|field| field.name == name);
        field
            .and_then(|field| Some((field, self.place(field)?)))
            .ok_or_else(|| self.trouble(ErrorKind::NoField(name.to_owned())))
    }

    pub(crate) fn trouble(self, trouble: ErrorKind) -> Error {
        Error::new(&self.model.name, trouble)
    }

    fn place(self, field: &'a Field) -> Option<Place<'a>> {
        if field.key.is_some() {
            return Some(Place::Id);
        }
        match &field.ancestor {
            Some(ancestor) => self
                .collection
                .path
                .up()
                .position(|path| *path == **ancestor)
                .filter(|levels| *levels > 0)
                .map(Place::Above),
            None => field.document.as_deref().map(Place::Body),
        }
    }

    fn check(self) -> Result<(), Error> {
        if self.model.fields.iter().filter(|field| field.key.is_some()).count() != 1 {
            return Err(self.trouble(ErrorKind::Key));
        }
        let lost = |field: &&Field| field.ancestor.is_some() && self.place(field).is_none();
        if let Some(field) = self.model.fields.iter().find(lost) {
            return Err(self.trouble(ErrorKind::Ancestor(field.name.to_string())));
        }
        let mut names = HashSet::new();
        for (_, name) in self.body() {
            self.legal(name)?;
            if !names.insert(name) {
                return Err(self.trouble(ErrorKind::FieldTwice(name.to_owned())));
            }
        }
        self.names().into_iter().try_for_each(|name| self.legal(name))
    }

    fn legal(self, name: &str) -> Result<(), Error> {
        match wrong(name) {
            None => Ok(()),
            Some(wrong) => Err(self.trouble(ErrorKind::Name { name: name.to_owned(), wrong })),
        }
    }
}

/// What is wrong with a name: the documentation, "Quotas and limits", 2026.
fn wrong(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("it is empty"),
        "." | ".." => Some("it means a place in a path"),
        name if name.len() > LONGEST => Some("it has more than 1,500 bytes"),
        name if name.contains('/') => Some("a `/` parts the names of a path"),
        name if name.contains('\0') => Some("it has a zero byte"),
        name if name.len() >= 4 && name.starts_with("__") && name.ends_with("__") => {
            Some("names between `__` belong to Firestore")
        }
        _ => None,
    }
}
