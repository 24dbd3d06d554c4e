//! The schemas and the extension that a script needs.

use crate::postgres::column::column_type::EXTENSION_SCHEMA;
use crate::postgres::column::tables::Tables;
use crate::postgres::statement::Statement;
use crate::postgres::statement::schema::{CreateExtension, CreateSchema};
use crate::postgres::text::quote::Ident;
use crate::schema::{Method, Type};

/// Where functions live that no API shows.
pub(crate) const PRIVATE: &str = "private";

/// The schemas, and pgvector where something needs it.
pub(crate) fn schemas<'a>(tables: &Tables<'a>, has_functions: bool) -> Vec<Statement<'a>> {
    let has_vectors = has_vectors(tables);
    let mut names: Vec<&str> = Vec::new();
    names.extend(has_functions.then_some(PRIVATE));
    names.extend(has_vectors.then_some(EXTENSION_SCHEMA));
    for stored in tables.iter() {
        let name = stored.name.schema.text();
        // Every database has `public`.
        if name != "public" && !names.contains(&name) {
            names.push(name);
        }
    }
    let schemas = names.into_iter().map(|name| CreateSchema { name: Ident::new(name) }.into());
    let extension = has_vectors.then(|| CreateExtension { name: "vector" }.into());
    schemas.chain(extension).collect()
}

/// Whether anything needs pgvector: its types, or an index over bits.
pub(crate) fn has_vectors(tables: &Tables<'_>) -> bool {
    tables.iter().any(|stored| {
        let column = stored.columns().any(|column| {
            // Bits are PostgreSQL's own.
            column.field.kind.dimensions().is_some()
                && !matches!(column.field.kind, Type::BitVector(_))
        });
        let index = stored.table.indexes.iter().any(|index| match index.method {
            Method::BTree | Method::Gin => false,
            Method::Hnsw { .. } | Method::IvfFlat { .. } => true,
        });
        column || index
    })
}
