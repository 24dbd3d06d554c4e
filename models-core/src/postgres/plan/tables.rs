//! Tables: columns, and the constraints that need no other table.

use std::borrow::Cow;
use std::slice;

use crate::postgres::catalogue::{ConstraintDef, ConstraintKind, Names, TableColumn};
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::checked::Condition;
use crate::postgres::plan::model::column_default::ColumnDefault;
use crate::postgres::plan::model::column_type::ColumnType;
use crate::postgres::plan::model::table_model::{Column, TableModel};
use crate::postgres::plan::name::derived::{Derived, name_of};
use crate::postgres::plan::text;
use crate::postgres::sql::quote::Quoted;
use crate::postgres::sql::write::list;
use crate::postgres::target::Version;
use crate::schema::{Default, EnumType, Exclusion, GistDef, Literal, Unique};

/// The columns of a table.
pub(super) fn columns(
    stored: TableModel<'_>,
    version: Version,
) -> Result<Vec<TableColumn<'_>>, Error> {
    let mut columns = Vec::with_capacity(stored.model.fields.len());
    for column in stored.columns() {
        columns.push(self::column(stored, column, version)?);
    }
    Ok(columns)
}

fn column<'a>(
    stored: TableModel<'a>,
    column: Column<'a>,
    version: Version,
) -> Result<TableColumn<'a>, Error> {
    let field = column.field;
    let data_type = ColumnType::of(field);
    if !data_type.exists() {
        return Err(stored.error(ErrorKind::Type(field.name.to_string())));
    }
    if let Some(Default::Sql(text) | Default::Value(Literal::Text(text))) = &field.default {
        stored.check_text(text)?;
    }
    let default = ColumnDefault::of(field, version)
        .map_err(|_| stored.error(ErrorKind::Default(field.name.to_string())))?;
    Ok(TableColumn {
        name: Cow::Borrowed(column.name()),
        data_type: data_type.text(),
        not_null: !field.nullable,
        default: default.map(ColumnDefault::text),
        comment: comment(stored, &field.doc)?,
    })
}

/// A doc comment; `None` when it is empty.
pub(super) fn comment<'a>(
    stored: TableModel<'a>,
    doc: &'a str,
) -> Result<Option<Cow<'a, str>>, Error> {
    if doc.is_empty() {
        return Ok(None);
    }
    stored.check_text(doc)?;
    Ok(Some(Cow::Borrowed(doc)))
}

/// The name of one column, as a list.
pub(super) fn only(column: Column<'_>) -> Names<'_> {
    column
        .field
        .column
        .as_ref()
        .map_or_else(Names::default, |name| Names::Borrowed(slice::from_ref(name)))
}

/// The names of columns.
pub(super) fn names<'a>(columns: &[Column<'a>]) -> Names<'a> {
    match columns {
        [column] => only(*column),
        columns => columns.iter().map(|column| Cow::Borrowed(column.name())).collect(),
    }
}

/// The primary key, and what is unique in all rows.
pub(super) fn keys(stored: TableModel<'_>) -> Result<Vec<ConstraintDef<'_>>, Error> {
    // Most tables have a few more, foreign keys above all.
    let mut constraints = Vec::with_capacity(4);
    constraints.push(ConstraintDef {
        name: name_of([stored.name(), "pkey", ""]).into(),
        kind: ConstraintKind::PrimaryKey { columns: only(stored.key()?) },
    });
    for unique in stored.table.uniques.iter().filter(|unique| unique.filter.is_none()) {
        let columns = unique_columns(stored, unique)?;
        constraints.push(ConstraintDef {
            name: unique_name(stored, &columns).into(),
            kind: ConstraintKind::Unique {
                columns: names(&columns),
                nulls_not_distinct: unique.nulls_not_distinct,
            },
        });
    }
    Ok(constraints)
}

/// The exclusions of a table.
pub(super) fn exclusions(stored: TableModel<'_>) -> Result<Vec<ConstraintDef<'_>>, Error> {
    stored.table.exclusions.iter().map(|one| exclusion(stored, one)).collect()
}

fn exclusion<'a>(
    stored: TableModel<'a>,
    exclusion: &'a Exclusion,
) -> Result<ConstraintDef<'a>, Error> {
    let columns = stored.all(exclusion.fields.iter().map(|field| &**field))?;
    let Some((range, equal)) = columns.split_last() else {
        return Err(stored.error(ErrorKind::EmptyIndex));
    };
    let wrong = equal.iter().find(|column| gist(**column) != GistDef::Equality);
    let wrong = wrong.or(Some(range).filter(|column| gist(**column) != GistDef::Overlap));
    if let Some(column) = wrong {
        return Err(stored.error(ErrorKind::Exclusion(column.field.name.to_string())));
    }
    let filter = exclusion.filter.as_ref().map(|expr| Condition::of_index(stored, expr));
    let predicate = filter.transpose()?.map(|condition| text(&condition).into());
    let name = Derived::new(stored.name(), "excl");
    let name = columns.iter().fold(name, |name, column| name.and(column.name()));
    Ok(ConstraintDef {
        name: name.plain().into(),
        kind: ConstraintKind::Exclusion {
            equal: equal.iter().map(|column| Cow::Borrowed(column.name())).collect(),
            range: range.name().into(),
            predicate,
        },
    })
}

fn gist(column: Column<'_>) -> GistDef {
    column.field.kind.column().map_or(GistDef::None, |column| column.gist)
}

/// The columns that no two rows share.
pub(super) fn unique_columns<'a>(
    stored: TableModel<'a>,
    unique: &'a Unique,
) -> Result<Box<[Column<'a>]>, Error> {
    if unique.fields.is_empty() {
        return Err(stored.error(ErrorKind::EmptyIndex));
    }
    stored.all(unique.fields.iter().map(|field| &**field))
}

/// The name of a unique constraint or of a unique index.
pub(super) fn unique_name(stored: TableModel<'_>, columns: &[Column<'_>]) -> String {
    let name = Derived::new(stored.name(), "key");
    columns.iter().fold(name, |name, column| name.and(column.name())).into_plain()
}

/// The enum of a column that is checked against its labels, because its type
/// is text.
pub(super) fn checked_labels(column: Column<'_>) -> Option<&EnumType> {
    column.field.kind.labels().filter(|of| !of.native)
}

/// The name of the constraint on the labels of a column.
pub(super) fn labels_name(stored: TableModel<'_>, column: Column<'_>) -> String {
    name_of([stored.name(), column.name(), "check"])
}

/// The constraint that refuses what a column could hold and Rust could not.
pub(super) fn domain<'a>(stored: TableModel<'a>, column: Column<'a>) -> Option<ConstraintDef<'a>> {
    let domain = column.field.kind.column()?.domain;
    let condition = (!domain.is_empty()).then(|| domain.replace("{}", &text(&column)))?;
    Some(ConstraintDef {
        name: name_of([stored.name(), column.name(), "type_check"]).into(),
        kind: ConstraintKind::Check { condition: condition.into() },
    })
}

/// The constraint that says which labels a column may hold.
pub(super) fn labels<'a>(stored: TableModel<'a>, column: Column<'a>) -> Option<ConstraintDef<'a>> {
    let of = checked_labels(column)?;
    let list_of = column.field.kind.element().is_some();
    let mut condition = text(&column);
    condition.push_str(if list_of { " <@ array[" } else { " in (" });
    // Writing to a string never fails.
    let _ = list(&mut condition, of.labels.iter().map(|label| Quoted(label)));
    condition.push_str(if list_of { "]::text[]" } else { ")" });
    Some(ConstraintDef {
        name: labels_name(stored, column).into(),
        kind: ConstraintKind::Check { condition: condition.into() },
    })
}
