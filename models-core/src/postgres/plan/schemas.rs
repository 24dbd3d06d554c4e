//! The schemas and the extensions that tables need.

use std::borrow::Cow;

use crate::postgres::catalogue::{ExtensionDef, Names, SchemaDef};
use crate::postgres::plan::PRIVATE;
use crate::postgres::plan::model::column_type::EXTENSION_SCHEMA;
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::schema::{DefinedIn, Method};

/// The schemas, in the order in which they are created, without their users.
pub(super) fn schemas<'a>(
    tables: &Tables<'a>,
    has_functions: bool,
    has_extensions: bool,
) -> Vec<SchemaDef<'a>> {
    let mut names: Vec<&str> = Vec::new();
    names.extend(has_functions.then_some(PRIVATE));
    names.extend(has_extensions.then_some(EXTENSION_SCHEMA));
    for stored in tables.iter() {
        let name = stored.schema();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let schema = |name| SchemaDef { name: Cow::Borrowed(name), usage: Names::default() };
    names.into_iter().map(schema).collect()
}

/// pgvector, where something needs it.
pub(super) fn pgvector<'a>() -> ExtensionDef<'a> {
    ExtensionDef { name: "vector".into(), schema: EXTENSION_SCHEMA.into() }
}

/// What compares equal values in an exclusion, where something needs it.
pub(super) fn btree_gist<'a>() -> ExtensionDef<'a> {
    ExtensionDef { name: "btree_gist".into(), schema: EXTENSION_SCHEMA.into() }
}

/// Whether a table needs `btree_gist`: for an exclusion of more than a range.
pub(super) fn has_equal_parts(stored: TableModel<'_>) -> bool {
    stored.table.exclusions.iter().any(|exclusion| exclusion.fields.len() > 1)
}

/// Whether a table needs pgvector: its types, or an index over bits.
pub(super) fn has_vectors(stored: TableModel<'_>) -> bool {
    let column = stored.columns().any(|column| {
        column.field.kind.column().is_some_and(|column| column.defined == DefinedIn::Extension)
    });
    let index = stored.table.indexes.iter().any(|index| match index.method {
        Method::BTree | Method::Gin | Method::Gist | Method::Flat => false,
        Method::Hnsw { .. } | Method::IvfFlat { .. } => true,
    });
    column || index
}
