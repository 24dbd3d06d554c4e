//! The models of a schema that have a collection.

use std::collections::HashSet;

use super::error::{Error, ErrorKind};
use crate::schema::{Collection, Field, ModelDef, Schema};

/// Bytes of UTF-8 in the name of a collection or of a field.
const MAX_NAME_BYTES: usize = 1_500;

/// A model whose documents are in a collection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CollectionModel<'a> {
    pub(crate) def: &'a ModelDef,
    pub(crate) collection: &'a Collection,
}

/// Where a field of a document is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Location<'a> {
    /// It is the id of the document.
    Id,
    /// It is the id of a document above, this many collections up.
    Ancestor(usize),
    /// It is in the body, under this name.
    Body(&'a str),
}

/// All of them, in the order of the schema, with names that Firestore allows.
pub(crate) fn valid_collection_models(schema: &Schema) -> Result<Vec<CollectionModel<'_>>, Error> {
    let all = collection_models(schema)?;
    all.iter().try_for_each(|model| model.check_names())?;
    Ok(all)
}

/// All of them, in the order of the schema.
pub(crate) fn collection_models(schema: &Schema) -> Result<Vec<CollectionModel<'_>>, Error> {
    let mut all = Vec::new();
    let mut paths = HashSet::new();
    for def in &*schema.models {
        let Some(collection) = &def.collection else { continue };
        let model = CollectionModel { def, collection };
        model.check()?;
        if !paths.insert(model.names()) {
            return Err(model.error(ErrorKind::CollectionTwice));
        }
        all.push(model);
    }
    Ok(all)
}

impl Location<'_> {
    /// How many collections above its own the id stands; `None` for a field in
    /// the body.
    pub(crate) const fn levels(self) -> Option<usize> {
        match self {
            Self::Id => Some(0),
            Self::Ancestor(levels) => Some(levels),
            Self::Body(_) => None,
        }
    }
}

impl<'a> CollectionModel<'a> {
    /// The names of the collections that lead to a document, from the top.
    pub(crate) fn names(self) -> Vec<&'a str> {
        let mut names: Vec<&str> =
            self.collection.path.up().map(|path| &*path.collection).collect();
        names.reverse();
        names
    }

    /// The fields that a document has, and where.
    pub(crate) fn fields(self) -> impl Iterator<Item = (&'a Field, Location<'a>)> {
        self.def.fields.iter().filter_map(move |field| Some((field, self.location(field)?)))
    }

    /// The fields in the body of a document, and their names there.
    pub(crate) fn body(self) -> impl Iterator<Item = (&'a Field, &'a str)> {
        self.fields().filter_map(|(field, location)| match location {
            Location::Body(name) => Some((field, name)),
            Location::Id | Location::Ancestor(_) => None,
        })
    }

    /// The field of this Rust name, and where it is.
    pub(crate) fn find(self, name: &str) -> Result<(&'a Field, Location<'a>), Error> {
        let field = self.def.fields.iter().find(|field| field.name == name);
        field
            .and_then(|field| Some((field, self.location(field)?)))
            .ok_or_else(|| self.field_error(name, ErrorKind::NoField))
    }

    /// Where a field is; `None` when a document does not have it.
    pub(crate) fn location(self, field: &'a Field) -> Option<Location<'a>> {
        if field.key.is_some() {
            return Some(Location::Id);
        }
        match &field.ancestor {
            Some(ancestor) => self
                .collection
                .path
                .up()
                .position(|path| *path == **ancestor)
                .filter(|levels| *levels > 0)
                .map(Location::Ancestor),
            None => field.document.as_deref().map(Location::Body),
        }
    }

    pub(crate) fn error(self, kind: ErrorKind) -> Error {
        Error::new(&self.def.name, kind)
    }

    pub(crate) fn field_error(self, field: &str, kind: ErrorKind) -> Error {
        Error::of_field(&self.def.name, field, kind)
    }

    fn check(self) -> Result<(), Error> {
        if self.def.fields.iter().filter(|field| field.key.is_some()).count() != 1 {
            return Err(self.error(ErrorKind::Key));
        }
        let lost = |field: &&Field| field.ancestor.is_some() && self.location(field).is_none();
        if let Some(field) = self.def.fields.iter().find(lost) {
            return Err(self.field_error(&field.name, ErrorKind::Ancestor));
        }
        let mut names = HashSet::new();
        match self.body().find(|(_, name)| !names.insert(*name)) {
            Some((_, name)) => Err(self.error(ErrorKind::FieldTwice(name.to_owned()))),
            None => Ok(()),
        }
    }

    fn check_names(self) -> Result<(), Error> {
        self.body().try_for_each(|(_, name)| self.check_name(name))?;
        self.collection.path.up().try_for_each(|path| self.check_name(&path.collection))
    }

    /// Whether Firestore allows a name of a field or of a collection.
    pub(crate) fn check_name(self, name: &str) -> Result<(), Error> {
        match wrong_name(name) {
            None => Ok(()),
            Some(wrong) => Err(self.error(ErrorKind::Name { name: name.to_owned(), wrong })),
        }
    }
}

/// What is wrong with a name: the documentation, "Quotas and limits", 2026.
fn wrong_name(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("it is empty"),
        "." | ".." => Some("it has a meaning of its own in a path"),
        name if name.len() > MAX_NAME_BYTES => Some("it has more than 1,500 bytes"),
        name if name.contains('/') => Some("a `/` separates the names of a path"),
        name if name.contains('\0') => Some("it has a zero byte"),
        name if name.len() >= 4 && name.starts_with("__") && name.ends_with("__") => {
            Some("names between `__` are reserved for Firestore")
        }
        _ => None,
    }
}
