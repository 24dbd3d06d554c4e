//! What is sent to change documents: whole ones, parts of one, and values that
//! only the server can compute.

mod changes;
mod field;
mod patch;
mod path;
mod size;

pub(in crate::firestore) use path::{field_names, field_path};
pub(in crate::firestore) use size::size;

pub use field::FieldOf;
pub use patch::Patch;

use chrono::{DateTime, Utc};

use super::definition::DocumentDef;
use super::{Database, Document, DocumentError, DocumentModel, Value, WriteDocument};
use crate::schema::Field;

/// One write, as a batch or a transaction takes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// What it does.
    pub operation: WriteOperation,
    /// What must be true of the document, or nothing is written.
    pub precondition: Option<Precondition>,
}

/// What a write does.
#[derive(Clone, Debug, PartialEq)]
pub enum WriteOperation {
    /// Fields are written, or computed from their values.
    Update {
        /// The document's name, and the fields that are given.
        document: Document,
        /// The paths of the fields that are written; one that `document` does not
        /// have is removed. `None` replaces the whole document.
        mask: Option<Vec<String>>,
        /// Fields that the server computes, after the others are written.
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
    /// The time of the request.
    RequestTime,
    /// The sum of the value and a number; an integer stops at the largest.
    Sum(Value),
    /// The larger of the value and a number.
    Maximum(Value),
    /// The smaller of the value and a number.
    Minimum(Value),
    /// The list, with those of these that it does not contain.
    Union(Vec<Value>),
    /// The list, without these.
    Without(Vec<Value>),
}

/// What must be true of a document that is written.
#[derive(Clone, Debug, PartialEq)]
pub enum Precondition {
    /// It exists, or it does not.
    Exists(bool),
    /// It was last changed at this moment.
    UpdateTime(DateTime<Utc>),
}

impl Write {
    /// Writes nothing unless the document was last changed at this moment: the
    /// `update_time` of the document that was read.
    #[must_use]
    pub fn unless_changed_since(mut self, update_time: DateTime<Utc>) -> Self {
        self.precondition = Some(Precondition::UpdateTime(update_time));
        self
    }

    /// The name of the document.
    #[must_use]
    pub fn document(&self) -> &str {
        match &self.operation {
            WriteOperation::Update { document, .. } => &document.name,
            WriteOperation::Delete(name) => name,
        }
    }
}

/// A document that does not exist yet: both times are the server's.
pub(super) fn create<M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
) -> Result<Write, DocumentError> {
    let document = Document::write(model, database, above)?;
    let operation = whole(M::DEFINITION, document, |f| f.is_created_at() || f.is_updated_at());
    Ok(Write { operation, precondition: Some(Precondition::Exists(false)) })
}

/// A document in place of another, or of none: the time of the last change is
/// the server's.
pub(super) fn replace<M: DocumentModel>(
    model: &M,
    database: &Database,
    above: Option<&str>,
) -> Result<Write, DocumentError> {
    let document = Document::write(model, database, above)?;
    let operation = whole(M::DEFINITION, document, Field::is_updated_at);
    Ok(Write { operation, precondition: None })
}

/// The server sets the fields that the condition holds for.
fn whole(
    definition: &DocumentDef,
    mut document: Document,
    by_server: fn(&Field) -> bool,
) -> WriteOperation {
    let transforms = definition.names(by_server).map(|name| {
        document.fields.remove(name);
        Transform { field: path::of([name]), becomes: Becomes::RequestTime }
    });
    let transforms = transforms.collect();
    WriteOperation::Update { document, mask: None, transforms }
}
