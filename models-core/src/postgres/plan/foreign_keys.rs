//! Foreign keys.

use std::slice;

use crate::postgres::catalogue::{ConstraintDef, ConstraintKind, Names, QualifiedName};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::plan::name::derived::name_of;
use crate::postgres::plan::tables::only;
use crate::schema::Reference;

/// Adds the foreign keys of a model.
pub(super) fn foreign_keys<'a>(
    stored: TableModel<'a>,
    tables: &Tables<'a>,
    constraints: &mut Vec<ConstraintDef<'a>>,
) -> Result<(), Error> {
    for column in stored.columns() {
        if let Some(reference) = &column.field.references {
            constraints.push(foreign_key(stored, column, reference, tables)?);
        }
    }
    Ok(())
}

fn foreign_key<'a>(
    stored: TableModel<'a>,
    column: Column<'a>,
    reference: &'a Reference,
    tables: &Tables<'a>,
) -> Result<ConstraintDef<'a>, Error> {
    let parent = &reference.parent;
    let known = match tables.get(&parent.schema, &parent.table) {
        Some(table) => table.key().is_ok_and(|key| key.name() == parent.column),
        // Another script makes the table.
        None => parent.external || stored.model.allows("parent_is_in_schema", &column.field.name),
    };
    if !known {
        return Err(stored.error(ErrorKind::NoParent {
            field: column.field.name.to_string(),
            parent: parent.model.to_string(),
        }));
    }
    Ok(ConstraintDef {
        name: name(stored, column).into(),
        kind: ConstraintKind::ForeignKey {
            columns: only(column),
            parent: QualifiedName::new(&*parent.schema, &*parent.table),
            parent_columns: Names::Borrowed(slice::from_ref(&parent.column)),
            on_delete: reference.on_delete,
        },
    })
}

/// The name of a foreign key.
pub(crate) fn name(stored: TableModel<'_>, column: Column<'_>) -> String {
    name_of([stored.name(), column.name(), "fkey"])
}
