//! From what the server says to what it means, by SQLSTATE and by the names
//! that the script gave.

use sqlx::Error;
use sqlx::postgres::PgDatabaseError;

use super::Refusal;
use crate::postgres::catalogue::ConstraintKind;
use crate::postgres::{
    Catalogue, CheckSource, Column, TableModel, Target, foreign_key_name, source_of_check,
};
use crate::schema::{Check, EnumType, Literal, Schema, Text, ValueRule};
use crate::validate::Violation;

/// Why the server refused to write, if it is one of the reasons that the
/// description gives it: a rule, a unique key, a reference, a missing value, or
/// what the caller may do.
///
/// A constraint is found by the name that a script of this schema gives it,
/// which is worked out anew for each error.
///
/// ```
/// use models_core::refusal::explain;
/// use models_core::schema::{List, Schema};
/// let schema = Schema { models: List::Borrowed(&[]) };
/// assert_eq!(explain(&schema, &sqlx::Error::RowNotFound), None);
/// ```
#[must_use]
pub fn explain(schema: &Schema, error: &Error) -> Option<Refusal> {
    let error: &PgDatabaseError = error.as_database_error()?.try_downcast_ref()?;
    match error.code() {
        // not null, foreign key, restrict (from PostgreSQL 18), unique, exclusion, check
        "23502" => missing(schema, error),
        "23503" | "23001" => reference(schema, error),
        "23505" | "23P01" => shared(schema, error),
        "23514" => check(schema, error),
        // insufficient privilege, of row security too
        "42501" => Some(Refusal::NotAllowed { model: forbidden(schema, error.message()) }),
        _ => None,
    }
}

fn missing(schema: &Schema, error: &PgDatabaseError) -> Option<Refusal> {
    let stored = table_of(schema, error)?;
    let column = stored.columns().find(|column| Some(column.name()) == error.column())?;
    Some(Refusal::Missing { model: stored.model.name.clone(), field: column.field.name.clone() })
}

/// The table that the error is about.
fn table_of<'a>(schema: &'a Schema, error: &PgDatabaseError) -> Option<TableModel<'a>> {
    schema.models.iter().filter_map(TableModel::new).find(|stored| {
        Some(stored.name()) == error.table() && Some(stored.schema()) == error.schema()
    })
}

/// The rule behind a check constraint.
fn check(schema: &Schema, error: &PgDatabaseError) -> Option<Refusal> {
    let stored = table_of(schema, error)?;
    let model = stored.model.name.clone();
    let value = |column: Column<'_>, rule: ValueRule| Refusal::Value {
        model: stored.model.name.clone(),
        violation: Violation::of_value(column.field.name.clone(), rule.into()),
    };
    Some(match source_of_check(stored, error.constraint()?)? {
        CheckSource::Labels(column, of) => value(column, labels(of)),
        CheckSource::Value(column, rule) => value(column, rule.clone()),
        CheckSource::Relation(rule) => {
            Refusal::Relation { model, violation: Violation::of_relation(rule.clone().into()) }
        }
    })
}

/// The labels of an enum as a rule.
fn labels(of: &EnumType) -> ValueRule {
    let labels = of.labels.iter().map(|label| Literal::Text(label.clone()));
    ValueRule::new(Check::OneOf(labels.collect()))
}

/// The fields of a key, of a unique index or of an exclusion.
fn shared(schema: &Schema, error: &PgDatabaseError) -> Option<Refusal> {
    let (stored, name) = (table_of(schema, error)?, error.constraint()?);
    let catalogue = Catalogue::new(schema, Target::PLAIN).ok()?;
    let mut tables = catalogue.tables.iter();
    let table = tables
        .find(|table| table.name.schema == stored.schema() && table.name.name == stored.name())?;
    let of_constraint = table.constraints.iter().find(|one| one.name == name);
    let mut overlaps = false;
    let columns: Vec<&str> = match of_constraint.map(|constraint| &constraint.kind) {
        Some(ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns, .. }) => {
            columns.iter().map(|column| &**column).collect()
        }
        Some(ConstraintKind::Exclusion { equal, range, .. }) => {
            overlaps = true;
            equal.iter().chain([range]).map(|column| &**column).collect()
        }
        Some(ConstraintKind::Check { .. } | ConstraintKind::ForeignKey { .. }) => return None,
        None => {
            let index = table.indexes.iter().find(|index| index.unique && index.name == name)?;
            index.keys.iter().map(|key| &*key.column).collect()
        }
    };
    let field = |name| stored.columns().find(|column| column.name() == name);
    let fields = columns.into_iter().map(|name| Some(field(name)?.field.name.clone()));
    let (model, fields) = (stored.model.name.clone(), fields.collect::<Option<_>>()?);
    Some(if overlaps {
        Refusal::Overlap { model, fields }
    } else {
        Refusal::Unique { model, fields }
    })
}

fn reference(schema: &Schema, error: &PgDatabaseError) -> Option<Refusal> {
    let (stored, name) = (table_of(schema, error)?, error.constraint()?);
    let column = stored.columns().find(|column| {
        column.field.references.is_some() && foreign_key_name(stored, *column) == name
    })?;
    let parent = &column.field.references.as_ref()?.parent;
    let (model, field) = (stored.model.name.clone(), column.field.name.clone());
    let is_restricted = error.code() == "23001"
        || keeps_parent(name, stored.name(), &parent.table, error.message());
    let parent = parent.model.clone();
    Some(if is_restricted {
        Refusal::ChildrenRemain { model, field, parent }
    } else {
        Refusal::MissingParent { model, field, parent }
    })
}

/// Whether a parent was to go: the server has one code for both sides, and one
/// message for each. In every language that for the parent names its table, the
/// constraint and the table that refers, the other only the last two.
fn keeps_parent(constraint: &str, child: &str, parent: &str, message: &str) -> bool {
    if message.starts_with("update or delete on table") {
        return true;
    }
    if message.starts_with("insert or update on table") {
        return false;
    }
    message.replacen(constraint, "", 1).replacen(child, "", 1).contains(parent)
}

/// The model whose table is named at the end of the message, if there is one.
fn forbidden(schema: &Schema, message: &str) -> Option<Text> {
    let is_named = |stored: &TableModel<'_>| {
        let rest = message.strip_suffix('"').unwrap_or(message).strip_suffix(stored.name());
        rest.is_some_and(|rest| rest.ends_with([' ', '"']))
    };
    let mut named: Vec<TableModel<'_>> =
        schema.models.iter().filter_map(TableModel::new).filter(is_named).collect();
    named.sort_by_key(|stored| stored.name().len());
    let last = named.pop()?;
    // In two schemas there may be tables of one name.
    let is_alone = named.last().is_none_or(|other| other.name() != last.name());
    is_alone.then(|| last.model.name.clone())
}
