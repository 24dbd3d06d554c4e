//! Tables: columns, and the constraints that need no other table.

use crate::postgres::column::column_default::ColumnDefault;
use crate::postgres::column::column_type::ColumnType;
use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::statement::create_table::{Constraint, ConstraintKind, CreateTable};
use crate::postgres::target::Version;
use crate::postgres::text::name::Derived;
use crate::postgres::text::names::Names;
use crate::schema::{Default, Literal, Unique};

/// The table of a model.
pub(crate) fn create_table<'a>(
    stored: TableModel<'a>,
    version: Version,
    values: Vec<Constraint<'a>>,
    names: &mut Names,
) -> Result<CreateTable<'a>, Error> {
    stored.columns().try_for_each(|column| check(stored, column, version))?;
    let mut constraints = vec![primary_key(stored, names)?];
    for unique in &*stored.table.uniques {
        if unique.filter.is_none() {
            constraints.push(unique_constraint(stored, unique, names)?);
        }
    }
    constraints.extend(stored.columns().filter_map(|column| labels(stored, column)));
    constraints.extend(values);
    Ok(CreateTable { table: stored, version, constraints })
}

/// That a column can be what it is said to be.
fn check(stored: TableModel<'_>, column: Column<'_>, version: Version) -> Result<(), Error> {
    let field = column.field;
    if !ColumnType::of(field).exists() {
        return Err(stored.trouble(ErrorKind::Type(field.name.to_string())));
    }
    if let Some(Default::Sql(text) | Default::Value(Literal::Text(text))) = &field.default {
        stored.check_text(text)?;
    }
    match ColumnDefault::of(field, version) {
        Ok(_) => Ok(()),
        Err(_) => Err(stored.trouble(ErrorKind::Default(field.name.to_string()))),
    }
}

fn primary_key<'a>(stored: TableModel<'a>, names: &mut Names) -> Result<Constraint<'a>, Error> {
    let name = Derived::new(stored.name(), "pkey");
    constraint(stored, ConstraintKind::PrimaryKey(stored.key()?), &name, names)
}

fn unique_constraint<'a>(
    stored: TableModel<'a>,
    unique: &'a Unique,
    names: &mut Names,
) -> Result<Constraint<'a>, Error> {
    let columns = unique_columns(stored, unique)?;
    let name = unique_name(stored, &columns);
    let nulls_not_distinct = unique.nulls_not_distinct;
    constraint(stored, ConstraintKind::Unique { columns, nulls_not_distinct }, &name, names)
}

/// A constraint with an index behind it, which needs a name of its own.
fn constraint<'a>(
    stored: TableModel<'a>,
    kind: ConstraintKind<'a>,
    name: &Derived<'_>,
    names: &mut Names,
) -> Result<Constraint<'a>, Error> {
    let name = names
        .derive(stored, name, || format!("{stored} {kind}"))
        .ok_or_else(|| stored.trouble(ErrorKind::NameTaken(name.plain().into())))?;
    Ok(Constraint { name, kind })
}

/// The columns that no two rows share.
pub(crate) fn unique_columns<'a>(
    stored: TableModel<'a>,
    unique: &'a Unique,
) -> Result<Box<[Column<'a>]>, Error> {
    if unique.fields.is_empty() {
        return Err(stored.trouble(ErrorKind::EmptyIndex));
    }
    stored.all(unique.fields.iter().map(|field| &**field))
}

/// The name of a unique constraint or of a unique index.
pub(crate) fn unique_name(stored: TableModel<'_>, columns: &[Column<'_>]) -> Derived<'static> {
    columns.iter().fold(Derived::new(stored.name(), "key"), |name, column| name.and(column.name()))
}

/// The constraint that says which labels a column may hold.
pub(crate) fn labels<'a>(stored: TableModel<'a>, column: Column<'a>) -> Option<Constraint<'a>> {
    let kind = ConstraintKind::labels(column)?;
    let name = Derived::new(stored.name(), "check").and(column.name());
    Some(Constraint { name: name.plain(), kind })
}
