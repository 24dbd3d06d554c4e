//! From what the server says to what it means, by SQLSTATE and by the names
//! that the script gave.

use sqlx::Error;
use sqlx::postgres::PgDatabaseError;

use super::Refusal;
use crate::postgres::{
    AddForeignKey, Column, Constraint, ConstraintKind, Script, Statement, TableModel, Target,
};
use crate::schema::{Check, EnumType, Literal, Schema, Text, ValueRule};
use crate::validate::Violation;

/// Why the server refused to write, if it is one of the reasons that the
/// description gives it: a rule, a unique key, a reference, a missing value, or
/// what the caller may do.
///
/// A constraint is found by its name among those that the script of this schema
/// makes. That is worked out here, anew for each error.
///
/// ```
/// use models_core::refusal::explain;
/// use models_core::schema::{List, Schema};
/// let schema = Schema { models: List::Borrowed(&[]) };
/// assert_eq!(explain(&schema, &sqlx::Error::RowNotFound), None);
/// ```
#[must_use]
pub fn explain(schema: &Schema, error: &Error) -> Option<Refusal> {
    let said: &PgDatabaseError = error.as_database_error()?.try_downcast_ref()?;
    match said.code() {
        // not null, foreign key, restrict (from PostgreSQL 18), unique, check
        "23502" => missing(schema, said),
        "23503" | "23001" | "23505" | "23514" => by_name(schema, said),
        // insufficient privilege, of row security too
        "42501" => Some(Refusal::NotAllowed { model: forbidden(schema, said.message()) }),
        _ => None,
    }
}

fn missing(schema: &Schema, said: &PgDatabaseError) -> Option<Refusal> {
    let stored = schema.models.iter().filter_map(TableModel::new).find(|one| is_of(*one, said))?;
    let column = stored.columns().find(|column| Some(column.name()) == said.column())?;
    Some(Refusal::Missing { model: stored.model.name.clone(), field: column.field.name.clone() })
}

/// Whether the error is about this table.
fn is_of(stored: TableModel<'_>, said: &PgDatabaseError) -> bool {
    Some(stored.name()) == said.table() && Some(stored.schema()) == said.schema()
}

/// What the constraint of this name demands.
fn by_name(schema: &Schema, said: &PgDatabaseError) -> Option<Refusal> {
    let name = said.constraint()?;
    let script = Script::new(schema, Target::PLAIN).ok()?;
    script.statements().find_map(|statement| match statement {
        Statement::CreateTable(create) if is_of(create.table, said) => {
            let named = |constraint: &&Constraint<'_>| &*constraint.name == name;
            create.constraints.iter().find(named).map(|one| demanded(create.table, &one.kind))
        }
        Statement::CreateIndex(index)
            if index.unique && is_of(index.table, said) && &*index.name == name =>
        {
            Some(unique(index.table, index.parts.iter().map(|part| part.column)))
        }
        Statement::AddForeignKey(key) if is_of(key.table, said) && &*key.name() == name => {
            Some(reference(key, said))
        }
        _ => None,
    })
}

fn demanded(stored: TableModel<'_>, kind: &ConstraintKind<'_>) -> Refusal {
    let model = stored.model.name.clone();
    let value = |column: Column<'_>, rule: ValueRule| Refusal::Value {
        model: stored.model.name.clone(),
        violation: Violation::of_value(column.field.name.clone(), rule.into()),
    };
    match kind {
        ConstraintKind::PrimaryKey(column) => unique(stored, [*column]),
        ConstraintKind::Unique { columns, .. } => unique(stored, columns.iter().copied()),
        ConstraintKind::Labels(column, of) => value(*column, labels(of)),
        ConstraintKind::Value(column, check) => value(*column, check.rule.clone()),
        ConstraintKind::Each { column, rule, .. } => value(*column, (*rule).clone()),
        ConstraintKind::Relation { rule, .. } => {
            Refusal::Relation { model, violation: Violation::of_relation((*rule).clone().into()) }
        }
    }
}

fn unique<'a>(stored: TableModel<'_>, columns: impl IntoIterator<Item = Column<'a>>) -> Refusal {
    let fields = columns.into_iter().map(|column| column.field.name.clone()).collect();
    Refusal::Unique { model: stored.model.name.clone(), fields }
}

/// The labels of an enum as a rule.
fn labels(of: &EnumType) -> ValueRule {
    let labels = of.labels.iter().map(|label| Literal::Text(label.clone()));
    ValueRule::new(Check::OneOf(labels.collect()))
}

fn reference(key: &AddForeignKey<'_>, said: &PgDatabaseError) -> Refusal {
    let model = key.table.model.name.clone();
    let field = key.column.field.name.clone();
    let parent = key.reference.parent.model.clone();
    if said.code() == "23001" || keeps_parent(key, said.message()) {
        Refusal::ChildrenRemain { model, field, parent }
    } else {
        Refusal::MissingParent { model, field, parent }
    }
}

/// Whether a parent was to go: the server has one code for both sides, and one
/// message for each. In every language that for the parent names its table, the
/// constraint and the table that refers, the other only the last two.
fn keeps_parent(key: &AddForeignKey<'_>, message: &str) -> bool {
    if message.starts_with("update or delete on table") {
        return true;
    }
    if message.starts_with("insert or update on table") {
        return false;
    }
    let (child, parent) = (key.table.name(), &*key.reference.parent.table);
    let tables = message.replacen(&*key.name(), "", 1).replacen(child, "", 1);
    tables.contains(parent)
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
