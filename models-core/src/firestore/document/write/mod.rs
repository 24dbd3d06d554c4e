//! What is sent to change documents: whole ones, parts of one, and what only
//! the server can compute.

mod create;
mod field;
mod patch;
mod path;
mod size;

pub(in crate::firestore) use path::{field_names, field_path};
pub(in crate::firestore) use size::size;

pub(super) use create::{create, replace};
pub use field::FieldOf;
pub use patch::Patch;

use chrono::{DateTime, Utc};

use super::{Document, Value};

/// One write, as a batch or a transaction takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// What is done.
    pub operation: Operation,
    /// What must hold of the document, or nothing is written.
    pub precondition: Option<Precondition>,
}

/// What a write does.
#[derive(Clone, Debug, PartialEq)]
pub enum Operation {
    /// Fields are written, and made of what is there.
    Update {
        /// The document's name, and the fields that are given.
        document: Document,
        /// The paths of the fields that are written; one that the document here
        /// has not is removed. `None` replaces the whole document.
        mask: Option<Vec<String>>,
        /// Fields that the server computes, behind the others.
        transforms: Vec<Transform>,
    },
    /// The document of this name is deleted.
    Delete(String),
}

/// A field that the server computes.
#[derive(Clone, Debug, PartialEq)]
pub struct Transform {
    /// The field's path.
    pub field: String,
    /// What it becomes.
    pub becomes: Becomes,
}

/// What the server makes of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Becomes {
    /// The moment of the request.
    RequestTime,
    /// The sum of what is there and a number; an integer that would be too large
    /// stays at the largest.
    Sum(Value),
    /// The larger of what is there and a number.
    Maximum(Value),
    /// The smaller of what is there and a number.
    Minimum(Value),
    /// The list that is there, with those of these that it has not.
    Union(Vec<Value>),
    /// The list that is there, without these.
    Without(Vec<Value>),
}

/// What must hold of a document that is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Precondition {
    /// It is there, or it is not.
    Exists(bool),
    /// It was last changed at this moment.
    UpdateTime(DateTime<Utc>),
}

impl Write {
    /// Writes nothing unless the document was last changed at this moment, which
    /// a read of it tells (`update_time`).
    #[must_use]
    pub fn unless_changed_since(mut self, update_time: DateTime<Utc>) -> Self {
        self.precondition = Some(Precondition::UpdateTime(update_time));
        self
    }

    /// The name of the document.
    #[must_use]
    pub fn document(&self) -> &str {
        match &self.operation {
            Operation::Update { document, .. } => &document.name,
            Operation::Delete(name) => name,
        }
    }
}
