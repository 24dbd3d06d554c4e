//! Indexes: those that are declared, and one for each foreign key.

use crate::postgres::column::table_model::{Column, TableModel};
use crate::postgres::condition::checked::Condition;
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::tables::{unique_columns, unique_name};
use crate::postgres::statement::Statement;
use crate::postgres::statement::create_index::{CreateIndex, Part};
use crate::postgres::statement::operator_class::OperatorClass;
use crate::postgres::text::name::Derived;
use crate::postgres::text::names::Names;
use crate::schema::{Index, Method, Unique};

/// Adds the indexes of a table, besides those behind its constraints.
pub(crate) fn indexes<'a>(
    stored: TableModel<'a>,
    names: &mut Names,
    statements: &mut Vec<Statement<'a>>,
) -> Result<(), Error> {
    for unique in stored.table.uniques.iter().filter(|unique| unique.filter.is_some()) {
        statements.push(partial_unique(stored, unique, names)?.into());
    }
    for index in &*stored.table.indexes {
        statements.push(declared(stored, index, names)?.into());
    }
    for column in stored.columns() {
        let referring = column.field.references.as_ref().is_some_and(|reference| reference.indexed);
        if referring && !leads(stored, column) {
            statements.push(of_foreign_key(stored, column, names)?.into());
        }
    }
    Ok(())
}

/// Whether an index over all rows begins with this column already.
fn leads(stored: TableModel<'_>, column: Column<'_>) -> bool {
    let field = &column.field.name;
    let unique = |unique: &Unique| unique.filter.is_none() && unique.fields.first() == Some(field);
    let index = |index: &Index| {
        index.filter.is_none()
            && index.method == Method::BTree
            && index.parts.first().is_some_and(|part| part.field == *field)
    };
    column.field.key.is_some()
        || stored.table.uniques.iter().any(unique)
        || stored.table.indexes.iter().any(index)
}

fn of_foreign_key<'a>(
    stored: TableModel<'a>,
    column: Column<'a>,
    names: &mut Names,
) -> Result<Box<CreateIndex<'a>>, Error> {
    let name = Derived::new(stored.name(), "idx").and(column.name());
    let part = Part { column, descending: false, operators: None };
    named(CreateIndex { parts: Box::new([part]), ..bare(stored) }, stored, &name, names)
}

fn partial_unique<'a>(
    stored: TableModel<'a>,
    unique: &'a Unique,
    names: &mut Names,
) -> Result<Box<CreateIndex<'a>>, Error> {
    let columns = unique_columns(stored, unique)?;
    let name = unique_name(stored, &columns);
    let filter =
        unique.filter.as_ref().map(|expr| Condition::of_index(stored, expr)).transpose()?;
    let part = |column: &Column<'a>| Part { column: *column, descending: false, operators: None };
    let index = CreateIndex {
        unique: true,
        parts: columns.iter().map(part).collect(),
        nulls_not_distinct: unique.nulls_not_distinct,
        filter,
        ..bare(stored)
    };
    named(index, stored, &name, names)
}

fn declared<'a>(
    stored: TableModel<'a>,
    index: &'a Index,
    names: &mut Names,
) -> Result<Box<CreateIndex<'a>>, Error> {
    let parts: Box<[Part<'a>]> = index
        .parts
        .iter()
        .map(|part| {
            let column = stored.existing(&part.field)?;
            let operators = OperatorClass::of(&column.field.kind, &index.method);
            Ok(Part { column, descending: part.descending, operators })
        })
        .collect::<Result<_, Error>>()?;
    check(stored, index, &parts)?;
    let include = stored.all(index.include.iter().map(|field| &**field))?;
    let filter = index.filter.as_ref().map(|expr| Condition::of_index(stored, expr)).transpose()?;
    let name = parts
        .iter()
        .fold(Derived::new(stored.name(), "idx"), |name, part| name.and(part.column.name()));
    let method = index.method.clone();
    named(CreateIndex { method, parts, include, filter, ..bare(stored) }, stored, &name, names)
}

/// That the method can index these columns.
fn check(stored: TableModel<'_>, index: &Index, parts: &[Part<'_>]) -> Result<(), Error> {
    let [first, more @ ..] = parts else { return Err(stored.trouble(ErrorKind::EmptyIndex)) };
    let of = |part: &Part<'_>| part.column.field.kind.column();
    let fits = |part: &Part<'_>| match index.method {
        Method::BTree => of(part).is_some_and(|column| column.btree),
        Method::Gin => of(part).is_some_and(|column| column.gin) && !part.descending,
        Method::Hnsw { .. } | Method::IvfFlat { .. } => {
            part.operators.is_some() && !part.descending && more.is_empty()
        }
        Method::Flat => false,
    };
    let wrong = match parts.iter().find(|part| !fits(part)) {
        None if index.method == Method::BTree || index.include.is_empty() => return Ok(()),
        None => first,
        Some(part) => part,
    };
    Err(stored.trouble(ErrorKind::Index(wrong.column.field.name.to_string())))
}

/// The index with a name of its own. What tells it from another of the same
/// name is all that it says.
fn named<'a>(
    mut index: CreateIndex<'a>,
    stored: TableModel<'_>,
    name: &Derived<'_>,
    names: &mut Names,
) -> Result<Box<CreateIndex<'a>>, Error> {
    index.name = names
        .derive(stored, name, || index.to_string())
        .ok_or_else(|| stored.trouble(ErrorKind::NameTaken(name.plain().into())))?;
    Ok(Box::new(index))
}

/// A plain index without a name, to be filled in.
fn bare(stored: TableModel<'_>) -> CreateIndex<'_> {
    CreateIndex {
        name: Box::default(),
        table: stored,
        unique: false,
        method: Method::BTree,
        parts: Box::default(),
        include: Box::default(),
        nulls_not_distinct: false,
        filter: None,
    }
}
