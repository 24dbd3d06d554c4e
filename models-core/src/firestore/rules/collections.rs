//! The collections of a schema, each with its place and its names.

use std::collections::{BTreeMap, HashMap};

use super::language::is_plain_segment;
use super::limits;
use super::{Error, ErrorKind};
use crate::schema::{Collection, CollectionPath, Field, ModelDef, Schema};

/// All collections, in the order of their models.
#[derive(Debug)]
pub(crate) struct Collections<'a> {
    all: Vec<Kept<'a>>,
    by_path: HashMap<String, usize>,
    by_name: HashMap<&'a str, Vec<usize>>,
}

/// A model that Firestore keeps.
#[derive(Debug)]
pub(crate) struct Kept<'a> {
    pub(crate) model: &'a ModelDef,
    pub(crate) collection: &'a Collection,
    /// Its path, such as `/teams/threads`.
    pub(crate) path: String,
    /// The collections that lead to a document, this one last.
    pub(crate) steps: Vec<Step<'a>>,
}

/// A collection on the way to a document, and the variable that holds the id
/// behind it.
#[derive(Clone, Debug)]
pub(crate) struct Step<'a> {
    pub(crate) collection: &'a str,
    pub(crate) variable: String,
}

/// Where a field of a document is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spot<'a> {
    /// In its path, at this step.
    Path(usize),
    /// In its body, under this name.
    Body(&'a str),
}

impl<'a> Collections<'a> {
    pub(crate) fn new(schema: &'a Schema) -> Result<Self, Error> {
        let mut collections =
            Self { all: Vec::new(), by_path: HashMap::new(), by_name: HashMap::new() };
        for model in &*schema.models {
            let Some(collection) = &model.collection else { continue };
            let kept = Kept::new(model, collection)?;
            let at = collections.all.len();
            if collections.by_path.insert(kept.path.clone(), at).is_some() {
                return Err(kept.trouble(ErrorKind::CollectionTwice));
            }
            collections.by_name.entry(collection.name()).or_default().push(at);
            collections.all.push(kept);
        }
        Ok(collections)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Kept<'a>> {
        self.all.iter()
    }

    /// The model that is kept in this collection.
    pub(crate) fn at(&self, path: &CollectionPath) -> Option<&Kept<'a>> {
        self.by_path.get(&written(path)).and_then(|at| self.all.get(*at))
    }

    /// Other collections of this name, elsewhere.
    pub(crate) fn others_called<'s>(
        &'s self,
        name: &str,
        kept: &'s Kept<'a>,
    ) -> impl Iterator<Item = &'s Kept<'a>> {
        let called = self.by_name.get(name).into_iter().flatten();
        let called = called.filter_map(|at| self.all.get(*at));
        called.filter(|other| other.path != kept.path)
    }

    /// Which stand in the block of which, or in none, by their positions.
    pub(crate) fn below(&self) -> BTreeMap<Option<usize>, Vec<usize>> {
        let mut below: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (at, kept) in self.all.iter().enumerate() {
            let above = self.above(kept).and_then(|above| self.by_path.get(&above.path));
            below.entry(above.copied()).or_default().push(at);
        }
        below
    }

    /// The nearest collection above this one that a model of the schema has.
    pub(crate) fn above(&self, kept: &Kept<'a>) -> Option<&Kept<'a>> {
        kept.collection.path.up().skip(1).find_map(|path| self.at(path))
    }
}

/// A path as its names, one below the other.
pub(crate) fn written(path: &CollectionPath) -> String {
    let mut names: Vec<&str> = path.up().map(|step| &*step.collection).collect();
    names.reverse();
    format!("/{}", names.join("/"))
}

impl<'a> Kept<'a> {
    fn new(model: &'a ModelDef, collection: &'a Collection) -> Result<Self, Error> {
        let path = &*collection.path;
        let mut up: Vec<&CollectionPath> = path.up().collect();
        up.reverse();
        let mut steps: Vec<Step<'a>> = Vec::new();
        for step in up {
            let variable = variable(&step.model, &steps);
            steps.push(Step { collection: &step.collection, variable });
        }
        let kept = Self { model, collection, path: written(path), steps };
        kept.check()?;
        Ok(kept)
    }

    fn check(&self) -> Result<(), Error> {
        for step in &self.steps {
            if !is_plain_segment(step.collection) {
                return Err(self.trouble(ErrorKind::Collection(step.collection.to_owned())));
            }
        }
        // One `match` is around all collections, and one name in braces.
        if self.steps.len() >= limits::DEPTH {
            return Err(self.trouble(ErrorKind::Depth(self.steps.len())));
        }
        if self.model.fields.iter().filter(|field| field.key.is_some()).count() != 1 {
            return Err(self.trouble(ErrorKind::Key));
        }
        let elsewhere = |field: &&Field| field.ancestor.is_some() && self.spot(field).is_none();
        if let Some(field) = self.model.fields.iter().find(elsewhere) {
            return Err(self.trouble(ErrorKind::Ancestor(field.name.to_string())));
        }
        let mut names: Vec<&str> = self.body().map(|(_, name)| name).collect();
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0]);
        match twice.or_else(|| names.first().copied().filter(|name| name.is_empty())) {
            Some(name) => Err(self.trouble(ErrorKind::FieldName(name.to_owned()))),
            None => Ok(()),
        }
    }

    /// The fields in the body of a document, with their names there.
    pub(crate) fn body(&self) -> impl Iterator<Item = (&'a Field, &'a str)> {
        self.model.fields.iter().filter_map(|field| match self.spot(field) {
            Some(Spot::Body(name)) => Some((field, name)),
            Some(Spot::Path(_)) | None => None,
        })
    }

    /// Where a field is; `None` when a document does not have it.
    pub(crate) fn spot(&self, field: &'a Field) -> Option<Spot<'a>> {
        if field.key.is_some() {
            return Some(Spot::Path(self.steps.len().saturating_sub(1)));
        }
        match &field.ancestor {
            Some(ancestor) => {
                let step = ancestor.depth().checked_sub(1)?;
                let above = self.collection.path.up().skip(1).any(|path| *path == **ancestor);
                above.then_some(Spot::Path(step))
            }
            None => field.document.as_deref().map(Spot::Body),
        }
    }

    /// The field of this Rust name, and where it is.
    pub(crate) fn find(&self, name: &str) -> Result<(&'a Field, Spot<'a>), Error> {
        let Some(field) = self.model.field(name) else {
            return Err(self.trouble(ErrorKind::NoField(name.to_owned())));
        };
        self.spot(field).map(|spot| (field, spot)).ok_or_else(|| {
            self.trouble(match field.ancestor {
                Some(_) => ErrorKind::Ancestor(name.to_owned()),
                None => ErrorKind::NoField(name.to_owned()),
            })
        })
    }

    /// The field that holds the id behind a step, or what stands for it.
    pub(crate) fn id_name(&self, step: usize) -> String {
        let is_there =
            |field: &&Field| matches!(self.spot(field), Some(Spot::Path(at)) if at == step);
        let field = self.model.fields.iter().find(is_there).map(|field| field.name.to_string());
        let named = || self.steps.get(step).map(|step| format!("{}'s id", step.collection));
        field.or_else(named).unwrap_or_default()
    }

    pub(crate) fn trouble(&self, trouble: ErrorKind) -> Error {
        Error::new(&self.model.name, trouble)
    }
}

/// The variable of a model's ids, which no other on the way has.
fn variable(model: &str, taken: &[Step<'_>]) -> String {
    let mut letters = ascii(model).into_bytes();
    if let Some(first) = letters.first_mut() {
        first.make_ascii_lowercase();
    }
    let name = format!("{}Id", String::from_utf8_lossy(&letters));
    unique(name, |name| taken.iter().any(|step| step.variable == name))
}

/// A name of letters, digits and underscores that rules take.
pub(crate) fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}

/// The name, with a number behind it where it is taken.
pub(crate) fn unique(name: String, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{name}{number}"));
    let first = std::iter::once(name.clone());
    first.chain(numbered).find(|name| !is_taken(name)).unwrap_or(name)
}
