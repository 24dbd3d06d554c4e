//! The schemas and the extension that a script needs.

use crate::postgres::column::column_type::EXTENSION_SCHEMA;
use crate::postgres::column::table_model::TableModel;
use crate::postgres::column::tables::Tables;
use crate::postgres::statement::Statement;
use crate::postgres::statement::schema::{CreateExtension, CreateSchema};
use crate::postgres::text::quote::Ident;
use crate::schema::{DefinedIn, Method};

/// Where functions live that no API shows.
pub(crate) const PRIVATE: &str = "private";

/// The schemas, and pgvector where something needs it.
pub(crate) fn schemas<'a>(
    tables: &Tables<'a>,
    has_functions: bool,
    has_vectors: bool,
) -> Vec<Statement<'a>> {
    let mut names: Vec<&str> = Vec::new();
    names.extend(has_functions.then_some(PRIVATE));
    names.extend(has_vectors.then_some(EXTENSION_SCHEMA));
    for stored in tables.iter() {
        let name = stored.schema();
        // Every database has `public`.
        if name != "public" && !names.contains(&name) {
            names.push(name);
        }
    }
    let schemas = names.into_iter().map(|name| CreateSchema { name: Ident::new(name) }.into());
    let extension = has_vectors.then(|| CreateExtension { name: "vector" }.into());
    schemas.chain(extension).collect()
}

/// Whether a table needs pgvector: its types, or an index over bits.
pub(crate) fn has_vectors(stored: TableModel<'_>) -> bool {
    let column = stored.columns().any(|column| {
        column.field.kind.column().is_some_and(|column| column.defined == DefinedIn::Extension)
    });
    let index = stored.table.indexes.iter().any(|index| match index.method {
        Method::BTree | Method::Gin | Method::Flat => false,
        Method::Hnsw { .. } | Method::IvfFlat { .. } => true,
    });
    column || index
}
