//! A whole model, and a whole schema.

use super::{
    Access, Collection, CollectionPath, Exclusion, Field, Index, List, ModelRule, Node, Text,
    Unique,
};

/// A model: one shape, stored as a table, as documents, or as both.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ModelDef {
    /// The struct's name.
    pub name: Text,
    /// Its doc comment; empty when there is none.
    #[cfg_attr(feature = "serde", serde(default))]
    pub doc: Text,
    /// Its table in PostgreSQL.
    pub table: Option<Table>,
    /// Its collection in Firestore.
    pub collection: Option<Collection>,
    /// The fields, in the order of the struct.
    pub fields: List<Field>,
    /// Rules about several fields.
    #[cfg_attr(feature = "serde", serde(default))]
    pub rules: List<ModelRule>,
    /// Who may do what.
    pub access: Access,
    /// The conventions that are switched off here.
    #[cfg_attr(feature = "serde", serde(default))]
    pub allows: List<Allow>,
}

impl ModelDef {
    /// The field of this Rust name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Whether a convention is switched off for this field, or for the whole model.
    #[must_use]
    pub fn allows(&self, convention: &str, field: &str) -> bool {
        self.allows.iter().any(|allow| {
            allow.convention == convention && (allow.field.is_empty() || allow.field == field)
        })
    }

    /// The field that identifies a row.
    #[must_use]
    pub fn key(&self) -> Option<&Field> {
        self.fields.iter().find(|field| field.key.is_some())
    }
}

/// How PostgreSQL stores a model.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Table {
    /// The schema, `public` by default.
    pub schema: Text,
    /// The table's name.
    pub name: Text,
    /// The earlier name, for a migration that keeps its data.
    pub renamed_from: Option<Text>,
    /// Declared indexes; those of foreign keys are added when they are printed.
    #[cfg_attr(feature = "serde", serde(default))]
    pub indexes: List<Index>,
    /// Fields that no two rows share, besides the key.
    #[cfg_attr(feature = "serde", serde(default))]
    pub uniques: List<Unique>,
    /// Ranges that no two rows share.
    pub exclusions: List<Exclusion>,
    /// Why changes are sent to clients as they happen; `None` when they are not.
    pub realtime: Option<Text>,
}

/// A model, by its names only.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct ModelRef {
    /// The struct's name.
    pub model: Text,
    /// The schema of its table.
    pub schema: Text,
    /// Its table; empty when it has none.
    pub table: Text,
    /// Its collection.
    pub collection: Option<Node<CollectionPath>>,
}

/// A convention that is switched off, and why.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(deny_unknown_fields))]
pub struct Allow {
    /// The convention's name.
    pub convention: Text,
    /// Why it does not apply.
    pub reason: Text,
    /// The field it is switched off for; empty for the whole model.
    pub field: Text,
}

/// All models of an application: the input of the printers.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// The models, in the order they were listed.
    pub models: List<ModelDef>,
}

impl Schema {
    /// The model that is stored in this table.
    #[must_use]
    pub fn by_table(&self, schema: &str, table: &str) -> Option<&ModelDef> {
        self.models.iter().find(|model| {
            model.table.as_ref().is_some_and(|t| t.schema == schema && t.name == table)
        })
    }

    /// The model that is stored in this collection.
    #[must_use]
    pub fn by_collection(&self, path: &CollectionPath) -> Option<&ModelDef> {
        self.models
            .iter()
            .find(|model| model.collection.as_ref().is_some_and(|own| *own.path == *path))
    }
}
