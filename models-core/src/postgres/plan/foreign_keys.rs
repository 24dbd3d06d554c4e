//! Foreign keys.

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::column::tables::Tables;
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::statement::Statement;
use crate::postgres::statement::foreign_key::AddForeignKey;
use crate::schema::Reference;

/// Adds the foreign keys of a model.
pub(crate) fn foreign_keys<'a>(
    stored: TableModel<'a>,
    tables: &Tables<'a>,
    statements: &mut Vec<Statement<'a>>,
) -> Result<(), Error> {
    for column in stored.columns() {
        if let Some(reference) = &column.field.references {
            statements.push(foreign_key(stored, column, reference, tables)?.into());
        }
    }
    Ok(())
}

fn foreign_key<'a>(
    stored: TableModel<'a>,
    column: Column<'a>,
    reference: &'a Reference,
    tables: &Tables<'a>,
) -> Result<AddForeignKey<'a>, Error> {
    let parent = &reference.parent;
    let known = match tables.get(&parent.schema, &parent.table) {
        Some(table) => table.key().is_ok_and(|key| key.name() == parent.column),
        // Another script makes the table.
        None => parent.external || stored.model.allows("parent_is_in_schema", &column.field.name),
    };
    if !known {
        return Err(stored.trouble(ErrorKind::NoParent {
            field: column.field.name.to_string(),
            parent: parent.model.to_string(),
        }));
    }
    Ok(AddForeignKey { table: stored, column, reference })
}
